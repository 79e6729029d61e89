//! Taking `[[claim]]`.

use std::sync::Arc;

use super::named::local_id;
use super::value::{Answered, Asking, Pending, Values};
use crate::load::at::At;
use crate::load::dates::read_moment;
use crate::load::entry::Entry;
use crate::load::ids::Ids;
use crate::load::keys::ClaimKey;
use crate::load::names::{check_slug, is_slug};
use crate::load::scope::{Asked, scope};
use crate::load::tree::Table;
use crate::model::Dossier;
use crate::model::claim::{Answer, AsOf, Beside, Claim, Context, Links, Modality, Quote, Silence, Stance};
use crate::model::problem::{Problem, ProblemKind};
use crate::model::rare::Rare;
use crate::model::table::{AgentId, Id, QuestionId, SourceId};
use crate::text::Spot;
use crate::value::calendar::Zone;
use crate::value::types::Kind;

/// A claim by the number of its full name, and its value where that is still to be read.
pub(super) struct Taken {
    pub(super) number: usize,
    pub(super) claim: Claim,
    pub(super) pending: Option<Box<Pending>>,
}

/// Takes the claims of a file.
pub(super) struct Reader<'a> {
    pub(super) ids: &'a Ids,
    pub(super) dossier: &'a Dossier,
    pub(super) default: Option<&'a FileSource>,
}

/// The file's own `source`, and what it resolves to.
pub(super) struct FileSource {
    pub(super) name: String,
    pub(super) found: Option<SourceId>,
}

impl Reader<'_> {
    /// The claim; `None` where it cannot take part, another of its name among the reasons.
    pub(super) fn claim<'t>(
        &self,
        table: Table<'t>,
        spot: Spot,
        problems: &mut Vec<Problem>,
    ) -> Option<Taken> {
        let id = local_id(table);
        let before = problems.len();
        let shown = id.map_or("claim".to_owned(), |id| format!("claim {id}"));
        let mut entry = Entry::new(table, shown, spot, problems);
        let (source_name, source) = self.source(&mut entry);
        let full = id.map(|id| format!("{}#{id}", source_name.as_deref().unwrap_or_default()));
        let question = entry.required(ClaimKey::Question);
        let claim = self.about(source, question.as_ref(), &mut entry);
        entry.finish();
        for problem in &mut problems[before..] {
            problem.claim = full.clone();
            problem.question = question.as_ref().map(|name| name.value.clone());
        }
        let (claim, pending) = claim?;
        Some(Taken { number: self.ids.claims.first(&full?, spot)?, claim, pending })
    }

    /// The name of the claim's source, and the source.
    fn source(&self, entry: &mut Entry<ClaimKey>) -> (Option<String>, Option<SourceId>) {
        if let Some(name) = entry.text(ClaimKey::Source) {
            let found = self.ids.sources.resolve(&name, entry.problems());
            return (Some(name.value), found);
        }
        if let Some(default) = self.default {
            return (Some(default.name.clone()), default.found);
        }
        let spot = entry.spot();
        let problem = Problem::new(ProblemKind::ClaimWithoutSource, spot, "this claim has no source");
        let help = "name one with `source = \"ID\"` at the top of the file, or in the claim";
        entry.problems().push(problem.label("nobody says this").help(help));
        (None, None)
    }

    /// Where times without an offset stand: in the zone of their source, else of their event, else in none.
    fn zone(&self, source: Option<SourceId>, question: Option<QuestionId>) -> Option<&Zone> {
        let dossier = self.dossier;
        let of_event = || dossier.events[dossier.questions[question?].event].zone.as_ref();
        source.and_then(|id| dossier.sources[id].zone.as_ref()).or_else(of_event)
    }

    /// All else, key by key, so that every fault is told; `None` where something is missing that it cannot do without.
    fn about(
        &self,
        source: Option<SourceId>,
        question: Option<&At<String>>,
        entry: &mut Entry<ClaimKey>,
    ) -> Option<(Claim, Option<Box<Pending>>)> {
        let ids = self.ids;
        let id = entry.text(ClaimKey::Id);
        if let Some(id) = &id {
            check_slug(&id.value, id.spot, entry.problems());
        }
        let asked = question.and_then(|name| {
            let found: QuestionId = ids.questions.resolve(name, entry.problems())?;
            // A question that could not be taken has an id and no row.
            self.dossier.questions.find(ids.questions.name(found.index())?)
        });
        let kind = asked.map(|id| &self.dossier.questions[id].kind);
        let stance = entry.one_of(ClaimKey::Stance).unwrap_or(Stance::Affirms);
        let value = entry.raw(ClaimKey::Value);
        let value_spot = value.as_ref().map_or(entry.spot(), |value| entry.at(&value.at));
        let zone = self.zone(source, asked);
        let modality = entry.one_of(ClaimKey::Modality).unwrap_or(Modality::Stated);
        let measured = if kind.is_none_or(Kind::is_measure) { Asked::Figure } else { Asked::Other };
        let scope = scope(entry, ClaimKey::Scope, ids, measured);
        let answered = asked.zip(question).and_then(|(asked, question)| {
            let asked = &self.dossier.questions[asked];
            let certainty = asked.certainty(modality, &scope);
            let asking = Asking { kind: &asked.kind, question: &question.value, stance, certainty };
            let language = source.and_then(|source| self.dossier.language_of(source));
            Values { ids, dossier: self.dossier, zone, language }.answer(&asking, value.as_ref(), entry)
        });
        let said_by = entry.text_or_texts(ClaimKey::SaidBy);
        let speakers: Vec<AgentId> = ids.of(ClaimKey::SaidBy).resolve_all(&said_by, entry.problems());
        // Without its speaker the claim would be taken for one in the source's own voice.
        let is_attributed = speakers.len() == said_by.len();
        let via = entry.text_or_texts(ClaimKey::Via);
        let via = ids.of(ClaimKey::Via).resolve_all(&via, entry.problems());
        let quote = quote(entry);
        let as_of = as_of(entry, zone);
        let credibility = entry.integer(ClaimKey::Credibility).map(|number| number as u8);
        let corrects = entry.ids(ClaimKey::Corrects, ids);
        let retracts = entry.ids(ClaimKey::Retracts, ids);
        let supersedes = entry.ids(ClaimKey::Supersedes, ids);
        let disputes = entry.ids(ClaimKey::Disputes, ids);
        let attribution =
            entry.text(ClaimKey::Attribution).map(|text| text.value).filter(|text| !text.is_empty());
        let translation = entry.text(ClaimKey::Translation).map(|text| text.value);
        let note = entry.text(ClaimKey::Note).map(|text| text.value);
        let (answer, pending) = match answered? {
            Answered::Read(answer) => (answer, None),
            // Nobody sees it silent: it is read, or left out, before the claims are kept.
            Answered::Relative(pending) => (Answer::Silent(Silence::Unknown), Some(pending)),
        };
        let claim = Claim {
            spot: entry.spot(),
            source: source.filter(|_| is_attributed && id.is_none_or(|id| is_slug(&id.value)))?,
            question: asked?,
            answer,
            value_spot,
            quote,
            said_by: speakers,
            modality,
            scope: Rare::new(scope),
            as_of,
            credibility,
            links: Rare::new(Links { corrects, retracts, supersedes, disputes }),
            beside: Rare::new(Beside { via, attribution, translation, note }),
        };
        Some((claim, pending))
    }
}

/// The words that carry a claim, with what settles where they stand.
pub(in crate::load) fn quote(entry: &mut Entry<ClaimKey>) -> Option<Quote> {
    let quote = entry.text(ClaimKey::Quote);
    let mut words = |key| entry.text(key).map(|text| text.value).filter(|text| !text.is_empty());
    let (prefix, suffix) = (words(ClaimKey::Prefix), words(ClaimKey::Suffix));
    let locator = words(ClaimKey::Locator);
    let context = Rare::new(Context { prefix, suffix, locator });
    quote.map(|quote| Quote { words: quote.value, spot: quote.spot, context })
}

fn as_of(entry: &mut Entry<ClaimKey>, zone: Option<&Zone>) -> Option<Arc<AsOf>> {
    let date = entry.date(ClaimKey::AsOf)?;
    if date.is_unknown() {
        Some(Arc::new(AsOf::unknown()))
    } else {
        read_moment(entry, ClaimKey::AsOf, date, zone)
    }
}
