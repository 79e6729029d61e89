//! The view of what a change does to the record, version 1: claims, disputes, positions, quotes, sources.

pub(crate) mod keys;
pub(crate) mod positions;
pub(crate) mod sources;
#[cfg(test)]
pub(crate) mod tests;

use serde::Serialize;

use super::report::TOLD;
use super::since::keys::{Keys, of_claim, of_source};
use super::withheld;
use crate::align::looked::Evidence;
use crate::judge::{Court, Finding};
use crate::load::keys::{ClaimKey, SourceKey, TableKey};
use crate::model::Dossier;
use crate::model::table::{ClaimId, Id};

/// One dossier as the rules see it: its alignment, and what was found.
#[derive(Clone, Copy)]
pub(crate) struct Side<'a> {
    pub(crate) court: &'a Court<'a>,
    pub(crate) findings: &'a [Finding],
}

/// What a change does. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct SinceView {
    schema: &'static str,
    /// The revision as it was asked for.
    pub(crate) since: String,
    /// The commit it stands for.
    pub(crate) commit: String,
    pub(crate) claims: Changes<ClaimView>,
    pub(crate) disputes: DisputesView,
    pub(crate) positions: Vec<PositionChange>,
    pub(crate) quotes: Vec<QuoteChange>,
    pub(crate) sources: Changes<SourceChange>,
    pub(crate) questions: Questions,
}

/// What was added, changed and removed, each in the order of the names.
#[derive(Default, Serialize)]
pub(crate) struct Changes<T> {
    pub(crate) added: Vec<T>,
    pub(crate) changed: Vec<T>,
    pub(crate) removed: Vec<T>,
}

#[derive(Serialize)]
pub(crate) struct ClaimView {
    pub(crate) claim: String,
    pub(crate) question: String,
    pub(crate) says: String,
    /// The keys whose text is another.
    pub(crate) keys: Vec<KeyChange>,
    /// Whether it is written still (or was before) and takes no part, because a problem stands in the way.
    pub(crate) left_out: bool,
}

/// A key; what stood and what stands there, null where nothing does or where the source's access is restricted.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct KeyChange {
    pub(crate) key: &'static str,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// Contradictions, tensions and the like.
#[derive(Default, Serialize)]
pub(crate) struct DisputesView {
    pub(crate) opened: Vec<DisputeChange>,
    pub(crate) closed: Vec<DisputeChange>,
    /// Explained now, not before.
    pub(crate) explained: Vec<DisputeChange>,
    /// Explained before, not now.
    pub(crate) reopened: Vec<DisputeChange>,
    /// Others that claims joined or left.
    pub(crate) changed: Vec<DisputeChange>,
}

#[derive(Serialize)]
pub(crate) struct DisputeChange {
    pub(crate) rule: &'static str,
    pub(crate) question: Option<String>,
    pub(crate) message: String,
    pub(crate) claims: Vec<String>,
    pub(crate) joined: Vec<String>,
    pub(crate) left: Vec<String>,
    pub(crate) explained: Option<String>,
}

/// A position whose independent origins are others, that is new, or that nobody holds any more.
#[derive(Serialize)]
pub(crate) struct PositionChange {
    pub(crate) question: String,
    /// What its claims say.
    pub(crate) label: String,
    /// Independent origins; null where there was, or is, no such position.
    pub(crate) before: Option<usize>,
    pub(crate) after: Option<usize>,
    pub(crate) lost: Vec<String>,
    pub(crate) gained: Vec<String>,
    #[serde(skip)]
    pub(crate) sources_before: Vec<String>,
    #[serde(skip)]
    pub(crate) sources_after: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct QuoteChange {
    pub(crate) claim: String,
    /// `removed`, `changed` or `not-held`.
    pub(crate) what: &'static str,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct SourceChange {
    pub(crate) source: String,
    pub(crate) title: String,
    pub(crate) claims: usize,
    pub(crate) keys: Vec<KeyChange>,
    /// What follows, in sentences without a full stop.
    pub(crate) consequences: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct Questions {
    pub(crate) added: Vec<String>,
    pub(crate) removed: Vec<String>,
}

impl SinceView {
    pub(crate) fn new(before: Side, after: Side, since: &str, commit: &str) -> Self {
        let positions = positions::changes(before.court, after.court);
        let (old, new) = (&before.court.dossier().questions, &after.court.dossier().questions);
        SinceView {
            schema: "gainsay/diff-since/1",
            since: since.to_owned(),
            commit: commit.to_owned(),
            claims: claims(before.court, after.court),
            disputes: disputes(before, after),
            quotes: quotes(before.court, after.court),
            sources: sources::changes(before.court, after.court, &positions),
            questions: Questions {
                added: new.names().filter(|name| old.find(name).is_none()).map(str::to_owned).collect(),
                removed: old.names().filter(|name| new.find(name).is_none()).map(str::to_owned).collect(),
            },
            positions,
        }
    }

    /// Whether the record is the same.
    pub(crate) fn is_empty(&self) -> bool {
        let disputes = &self.disputes;
        let all =
            [&disputes.opened, &disputes.closed, &disputes.explained, &disputes.reopened, &disputes.changed];
        self.claims.is_empty()
            && self.sources.is_empty()
            && self.positions.is_empty()
            && self.quotes.is_empty()
            && self.questions.added.is_empty()
            && self.questions.removed.is_empty()
            && all.iter().all(|list| list.is_empty())
    }
}

impl<T> Changes<T> {
    fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

fn claims(before: &Court, after: &Court) -> Changes<ClaimView> {
    let view = |court: &Court, other: &Court, id: ClaimId, keys| {
        let dossier = court.dossier();
        let name = dossier.claims.name(id);
        let claim = &dossier.claims[id];
        ClaimView {
            claim: name.to_owned(),
            question: dossier.questions.name(claim.question).to_owned(),
            says: dossier.said(claim),
            keys,
            left_out: other.dossier().problems.iter().any(|problem| problem.claim.as_deref() == Some(name)),
        }
    };
    let (old, new) = (before.dossier(), after.dossier());
    let mut changes = Changes { added: Vec::new(), changed: Vec::new(), removed: Vec::new() };
    for (id, _) in old.claims.iter().filter(|(id, _)| new.claims.find(old.claims.name(*id)).is_none()) {
        changes.removed.push(view(before, after, id, Vec::new()));
    }
    for (id, _) in new.claims.iter() {
        match old.claims.find(new.claims.name(id)) {
            None => changes.added.push(view(after, before, id, Vec::new())),
            Some(was) => {
                let withheld = is_restricted(old, was) || is_restricted(new, id);
                let mut keys = key_changes(of_claim(old, was), of_claim(new, id));
                let holds_words = |name| ClaimKey::named(name).is_some_and(|key| key.key().words);
                for change in keys.iter_mut().filter(|change| withheld && holds_words(change.key)) {
                    (change.before, change.after) = (None, None);
                }
                if !keys.is_empty() {
                    changes.changed.push(ClaimView { left_out: false, ..view(after, before, id, keys) });
                }
            }
        }
    }
    changes
}

/// Whether access to a claim's source is restricted.
fn is_restricted(dossier: &Dossier, id: ClaimId) -> bool {
    dossier.sources[dossier.claims[id].source].is_restricted()
}

/// The keys whose text is another; both lists have the same keys in the same order.
pub(super) fn key_changes(before: Keys, after: Keys) -> Vec<KeyChange> {
    let said = |text: String| (!text.is_empty()).then_some(text);
    let pairs = before.into_iter().zip(after).filter(|((_, before), (_, after))| before != after);
    pairs
        .map(|((key, before), (_, after))| KeyChange { key, before: said(before), after: said(after) })
        .collect()
}

/// The keys of a source that changed; where its access is restricted on either side, without what stands there.
pub(super) fn source_keys(before: &Court, after: &Court, name: &str) -> Vec<KeyChange> {
    let (old, new) = (before.dossier(), after.dossier());
    let (Some(was), Some(is)) = (old.sources.find(name), new.sources.find(name)) else { return Vec::new() };
    let restricted = old.sources[was].is_restricted() || new.sources[is].is_restricted();
    let mut keys = key_changes(of_source(old, was), of_source(new, is));
    for change in keys.iter_mut().filter(|change| restricted && change.key != SourceKey::Access.name()) {
        (change.before, change.after) = (None, None);
    }
    keys
}

fn disputes(before: Side, after: Side) -> DisputesView {
    let told = |list: &'_ [Finding]| -> Vec<usize> {
        (0..list.len()).filter(|index| TOLD.contains(&list[*index].rule.name)).collect()
    };
    let mut old = told(before.findings);
    let mut view = DisputesView::default();
    for index in told(after.findings) {
        let now = &after.findings[index];
        let shared = |was: &Finding| match was.rule.name == now.rule.name && was.question == now.question {
            true => was.claims.iter().filter(|claim| now.claims.contains(claim)).count(),
            false => 0,
        };
        // Of several that it shares claims with, it is the one that it shares most with.
        let was = |at: &usize| &before.findings[old[*at]];
        let best = (0..old.len()).max_by_key(|at| (shared(was(at)), std::cmp::Reverse(*at)));
        let Some(best) = best.filter(|at| shared(was(at)) > 0) else {
            view.opened.push(DisputeChange::new(after.court, now, &now.claims, &now.claims));
            continue;
        };
        let was = &before.findings[old.remove(best)];
        let change = DisputeChange::new(after.court, now, &was.claims, &now.claims);
        match (&was.explained, &now.explained) {
            (None, Some(_)) => view.explained.push(change),
            (Some(_), None) => view.reopened.push(change),
            _ if !change.joined.is_empty() || !change.left.is_empty() => view.changed.push(change),
            _ => {}
        }
    }
    let closed = |index| DisputeChange::new(before.court, &before.findings[index], &[], &[]);
    view.closed = old.into_iter().map(closed).collect();
    view
}

impl DisputeChange {
    fn new(court: &Court, finding: &Finding, before: &[String], after: &[String]) -> Self {
        let without = |list: &[String], other: &[String]| {
            list.iter().filter(|it| !other.contains(it)).cloned().collect()
        };
        DisputeChange {
            rule: finding.rule.name,
            question: finding.question.clone(),
            message: withheld::message(court, finding),
            claims: finding.claims.clone(),
            joined: without(after, before),
            left: without(before, after),
            explained: finding.explained.clone(),
        }
    }
}

fn quotes(before: &Court, after: &Court) -> Vec<QuoteChange> {
    let (old, new) = (before.dossier(), after.dossier());
    let mut found = Vec::new();
    for (id, claim) in new.claims.iter() {
        let name = new.claims.name(id);
        let Some(was) = old.claims.find(name) else { continue };
        let Some(quote) = &old.claims[was].quote else { continue };
        let held = |court: &Court, id: ClaimId| is_held(&court.alignment.evidence[id.index()]);
        let what = match &claim.quote {
            None => "removed",
            Some(now) if now.words != quote.words => "changed",
            Some(_) if held(before, was) && !held(after, id) => "not-held",
            Some(_) => continue,
        };
        // What either side restricts is shown of neither: the words may be the same.
        let (before, after) = match is_restricted(old, was) || is_restricted(new, id) {
            true => (None, None),
            false => (Some(quote.words.clone()), claim.quote.as_ref().map(|quote| quote.words.clone())),
        };
        found.push(QuoteChange { claim: name.to_owned(), what, before, after });
    }
    found
}

/// Whether a quote was seen in its text, or is attested to have been.
fn is_held(evidence: &Evidence) -> bool {
    match evidence {
        Evidence::Missing | Evidence::Unchecked => false,
        Evidence::Attested(_) => true,
        Evidence::Seen(seen) => seen.outcome.is_held(),
    }
}
