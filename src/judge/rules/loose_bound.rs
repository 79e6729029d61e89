//! The rule `loose-bound`.

use std::collections::HashMap;

use crate::align::relation::{Class, relate};
use crate::judge::court::Court;
use crate::judge::family::{Opening, Telling};
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::told;
use crate::model::table::{ClaimId, Id, QuestionId};
use crate::value::shape::Bounds;

/// A firm figure must be so many times a bound, and so much above it, for the bound to be loose.
const TIMES: i128 = 2;
const ABOVE: i128 = 5;

rule! {
    /// A bound that is open above, far below a firm figure that the same speaker gives in the same source.
    ///
    /// "At least 3" and "12" can both hold, so that nothing contradicts; but who has the figure and says the bound says less
    /// than he knows, and whoever quotes the bound alone passes that on. It fires where the figure is at least twice the bound and
    /// at least 5 above it (in the unit of an amount), both are of one origin in one source, of equal scope, and, where the question
    /// grows, of one as-of. The 2 and the 5 are stipulated, not found in any study. Where readers would take the two as in tension, the rule
    /// `tension` tells of it, and this one does not.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// id = "killed-headline"
    /// source = "herald"
    /// question = "fire/killed"
    /// value = "at least 3"
    /// quote = "at least 3 dead in mill fire"
    ///
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 12
    /// quote = "12 were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// id = "killed-headline"
    /// source = "herald"
    /// question = "fire/killed"
    /// value = "at least 10"
    /// quote = "at least 10 dead in mill fire"
    ///
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 12
    /// quote = "12 were killed"
    /// ```
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = "at least 3"
    /// quote = "at least 3 were killed"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 12
    /// quote = "12 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Cite the figure. If the bound is of another moment or counts others, say so in its `as-of` or `scope`.
    "loose-bound", Warn, Law(Class::Compatible, &TELLING), find
}

static TELLING: Telling = Telling {
    rank: 10,
    means: "a bound far below a firm figure that the same speaker gives",
    opening: Opening::Said("One account gives a bound far below a figure of its own."),
    counted: ("loose-bound", ""),
    settled_by: None,
};

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (question, row) in dossier.questions.iter().filter(|(_, row)| row.kind.is_measure()) {
        let unit = if row.kind == crate::value::types::Kind::Count { 1 } else { crate::value::number::GRAIN };
        let numbers = |id: ClaimId| dossier.claims[id].shape().and_then(|shape| shape.numbers());
        let is_loose = |id: ClaimId| {
            numbers(id).is_some_and(|it| it.hard.least().is_some() && it.hard.greatest().is_none())
        };
        if !court.alignment.claims.on(question).iter().any(|id| is_loose(*id)) {
            continue;
        }
        // The highest firm figure of each speaker in each source, for each scope and, where it grows, moment.
        let mut firmest = HashMap::new();
        let standing: Vec<ClaimId> = court
            .alignment
            .claims
            .on(question)
            .iter()
            .copied()
            .filter(|id| court.alignment.stands(*id))
            .collect();
        let key = |id: ClaimId| {
            let basics = &court.alignment.basics[id.index()];
            let family = court.alignment.sources.family[dossier.claims[id].source.index()];
            let origin = &court.alignment.origins[id.index()];
            (family, origin.speaker, origin.ring, &basics.scope, row.moves().then_some(&basics.when.as_of))
        };
        for id in standing.iter().copied().filter(|id| numbers(*id).is_some_and(|it| it.hard.is_bounded())) {
            let least = |id: ClaimId| numbers(id).and_then(|it| it.hard.least());
            let best = firmest.entry(key(id)).or_insert(id);
            if least(id) > least(*best) {
                *best = id;
            }
        }
        for bound in standing.iter().copied() {
            let (Some(Bounds { hard: loose, .. }), Some(firm)) = (numbers(bound), firmest.get(&key(bound)))
            else {
                continue;
            };
            let (Some(least), None) = (loose.least(), loose.greatest()) else { continue };
            let Some(figure) = numbers(*firm).and_then(|it| it.hard.least()) else { continue };
            let is_far = least > 0 && figure >= TIMES * least && figure >= least + ABOVE * unit;
            if is_far
                && !matches!(relate(court.alignment, bound, *firm).class(), Class::Conflict | Class::Tension)
            {
                found.push(finding(court, question, bound, *firm));
            }
        }
    }
}

fn finding(court: &Court, question: QuestionId, bound: ClaimId, firm: ClaimId) -> Finding {
    let dossier = court.dossier();
    let name = dossier.questions.name(question);
    let said = |id: ClaimId| dossier.said(&dossier.claims[id]);
    let source = dossier.sources.name(dossier.claims[bound].source);
    let message =
        format!("`{}` on `{name}` lies far below `{}`, which `{source}` says too", said(bound), said(firm));
    let mut finding =
        Finding::new(&RULE, message).question(name).help("cite the figure rather than the bound");
    for id in [bound, firm] {
        finding = finding
            .claim(dossier.claims.name(id))
            .mark(dossier.claims[id].value_spot, told(court.dossier(), id));
    }
    finding.pairs = vec![(bound.min(firm), bound.max(firm))];
    finding
}
