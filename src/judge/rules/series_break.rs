//! The rule `series-break`.

use std::collections::{BTreeMap, HashMap};

use crate::align::moment::Order;
use crate::align::origin::Speaker;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::told;
use crate::model::claim::{Basis, Stated};
use crate::model::question::{OverTime, Question};
use crate::model::table::{ClaimId, Id, QuestionId};

rule! {
    /// A publisher's running toll that changes whose figure it gives, or what it counts as, from one moment to the next.
    ///
    /// A reader who follows the toll takes a step in it for something that happened, when it may be that another ministry was asked, or
    /// that reported deaths took the place of confirmed ones. It fires on a growing question where one publisher gave figures of one
    /// speaker and basis at two moments in a row (two make a series; that is stipulated) and then, at a later moment, of another alone. Figures of other
    /// population, place or period are series of their own. An unknown publisher has no series.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// id = "first"
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 9
    /// quote = "9 were dead, the mayor said"
    /// said-by = "mayor"
    /// as-of = "2024-02-27"
    ///
    /// [[claim]]
    /// id = "second"
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 12
    /// quote = "12 by the next day, the mayor said"
    /// said-by = "mayor"
    /// as-of = "2024-02-28"
    ///
    /// [[claim]]
    /// id = "third"
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 31
    /// quote = "the fire brigade now counts 31"
    /// said-by = "fire-brigade"
    /// as-of = "2024-02-29"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// id = "first"
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 9
    /// quote = "9 were dead, the mayor said"
    /// said-by = "mayor"
    /// as-of = "2024-02-27"
    ///
    /// [[claim]]
    /// id = "second"
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 12
    /// quote = "12 by the next day, the mayor said"
    /// said-by = "mayor"
    /// as-of = "2024-02-28"
    ///
    /// [[claim]]
    /// id = "third"
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 31
    /// quote = "the fire brigade now counts 31"
    /// said-by = "fire-brigade"
    /// as-of = "2024-02-29"
    ///
    /// [[claim]]
    /// id = "fourth"
    /// source = "herald"
    /// question = "fire/toll"
    /// value = "at least 30"
    /// quote = "at least 30, the mayor said"
    /// said-by = "mayor"
    /// as-of = "2024-02-29"
    /// ```
    ///
    /// ## What to do
    ///
    /// Look for a figure of the first kind at the later moment. Where there is none, do not put the two on one line, and say where the count changed.
    "series-break", Warn, Record, find
}

/// Whose figure it is, and what it counts as.
type Kind = (Speaker, Option<Option<Basis>>);

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    let growing = dossier.questions.iter().filter(|(_, question)| question.over_time == OverTime::Grows);
    for (id, question) in growing {
        for series in series(court, id, question) {
            breaks(court, id, &series, found);
        }
    }
}

/// The claims of each publisher on a question that are of one population, place and period, by moment.
fn series(court: &Court, id: QuestionId, question: &Question) -> Vec<Vec<ClaimId>> {
    let dossier = court.dossier();
    debug_assert!(question.over_time == OverTime::Grows, "only what grows has series");
    let mut numbers = HashMap::new();
    let mut all: BTreeMap<usize, Vec<ClaimId>> = BTreeMap::new();
    for claim in court.alignment.claims.on(id).iter().copied().filter(|id| court.alignment.stands(*id)) {
        let basics = &court.alignment.basics[claim.index()];
        let Some(publisher) = dossier.sources[dossier.claims[claim].source].publisher else { continue };
        let scope = &basics.scope;
        let next = numbers.len();
        let number =
            *numbers.entry((publisher, &scope.population, &scope.place, &scope.period)).or_insert(next);
        all.entry(number).or_default().push(claim);
    }
    let mut all: Vec<Vec<ClaimId>> = all.into_values().collect();
    for claims in &mut all {
        claims.sort_by_key(|id| {
            let as_of = &court.alignment.basics[id.index()].when.as_of;
            (as_of.first, as_of.last, *id)
        });
    }
    all
}

/// The figures of each moment: claims whose as-of is not known to be later than the first of them.
fn moments(court: &Court, series: &[ClaimId]) -> Vec<Vec<ClaimId>> {
    let mut moments: Vec<Vec<ClaimId>> = Vec::new();
    for id in series {
        match moments.last_mut() {
            Some(moment) if court.alignment.order(moment[0], *id) != Order::Earlier => moment.push(*id),
            _ => moments.push(vec![*id]),
        }
    }
    moments
}

fn breaks(court: &Court, question: QuestionId, series: &[ClaimId], found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    let kind = |id: ClaimId| -> Kind {
        let basis = court.alignment.basics[id.index()].scope.basis.as_ref().map(|basis| match basis {
            Stated::Is(basis) => Some(*basis),
            Stated::Unknown => None,
        });
        let speaker = match dossier.claims[id].said_by.last() {
            Some(agent) => Speaker::Agent(*agent),
            None => court.alignment.origins[id.index()].speaker,
        };
        (speaker, basis)
    };
    let moments = moments(court, series);
    for three in moments.windows(3) {
        let has = |moment: &[ClaimId], of: Kind| moment.iter().any(|id| kind(*id) == of);
        let held: Vec<ClaimId> = three[1].iter().copied().filter(|id| has(&three[0], kind(*id))).collect();
        let Some(before) = held.first() else { continue };
        if held.iter().any(|id| has(&three[2], kind(*id))) {
            continue;
        }
        found.push(finding(court, question, *before, three[2][0], kind(*before).0 == kind(three[2][0]).0));
    }
}

fn finding(
    court: &Court,
    question: QuestionId,
    before: ClaimId,
    after: ClaimId,
    one_speaker: bool,
) -> Finding {
    let dossier = court.dossier();
    let name = dossier.questions.name(question);
    let publisher = dossier.sources[dossier.claims[after].source].publisher;
    let publisher = publisher.map_or("a publisher", |agent| dossier.agents[agent].name.as_str());
    let what = if one_speaker { "basis" } else { "speaker" };
    let said = |id: ClaimId| dossier.said(&dossier.claims[id]);
    let message = format!(
        "{publisher}'s figures on `{name}` change {what} between `{}` and `{}`",
        said(before),
        said(after)
    );
    let mut finding = Finding::new(&RULE, message).question(name);
    finding =
        finding.help(format!("the step from the one to the other is no growth that one {what} vouches for"));
    for id in [before, after] {
        let when = court.alignment.basics[id.index()].when.as_of.told();
        let basis = court.alignment.basics[id.index()].scope.basis.as_ref().map(|basis| match basis {
            Stated::Is(basis) => format!(", {}", basis.name()),
            Stated::Unknown => ", basis unknown".to_owned(),
        });
        let label = told(court.dossier(), id).and(format!(", as of {when}{}", basis.unwrap_or_default()));
        finding = finding.claim(dossier.claims.name(id)).mark(dossier.claims[id].value_spot, label);
    }
    finding
}
