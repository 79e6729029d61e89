//! What claims and sources say of others, as far as it counts.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;

use super::column::table_row;
use super::whole::Tables;
use crate::model::table::{ClaimId, Id, SourceId};

table_row! {
    /// One claim on another on its question.
    ClaimRelation as "claim_relations" sorted by 3 {
        question: &'a str,
        a: i64,
        b: i64,
        corrects: bool,
        supersedes: bool,
    }
}

table_row! {
    /// One source and another, both of which answer a question.
    SourceRelation as "source_relations" sorted by 3 {
        question: &'a str,
        a: &'a str,
        b: &'a str,
        corrects: bool,
        later: bool,
    }
}

pub(super) fn of_claims<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(ClaimRelation<'_>)) {
    let dossier = tables.exchange.dossier();
    let statements = &tables.exchange.court.alignment.statements;
    for question in tables.questions() {
        let numbers = tables.numbers(question);
        for (a, id) in tables.claims_on(question) {
            let (corrected, superseded) = (statements.corrected_by(id), statements.superseded_by(id));
            let of_question = |other: &&ClaimId| dossier.claims[**other].question == question;
            for other in corrected.union(superseded).filter(of_question) {
                let Some(b) = numbers.get(other).copied() else { continue };
                give(ClaimRelation {
                    question: dossier.questions.name(question),
                    a,
                    b,
                    corrects: corrected.contains(other),
                    supersedes: superseded.contains(other),
                    of: PhantomData,
                });
            }
        }
    }
}

// Growth: with the square of the captures of one page that answer one question.
pub(super) fn of_sources<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(SourceRelation<'_>)) {
    let (dossier, alignment) = (tables.exchange.dossier(), tables.exchange.court.alignment);
    for question in tables.questions() {
        let answering: BTreeSet<SourceId> =
            tables.claims_on(question).map(|(_, id)| dossier.claims[id].source).collect();
        let mut families: BTreeMap<SourceId, Vec<SourceId>> = BTreeMap::new();
        for id in &answering {
            families.entry(alignment.sources.family[id.index()]).or_default().push(*id);
        }
        for a in answering.iter().copied() {
            let family = &families[&alignment.sources.family[a.index()]];
            let is_later = |b: &SourceId| alignment.later_capture(a, *b) == Some(a);
            let later = family.iter().copied().filter(is_later).map(|b| (b, (false, true)));
            let mut others: BTreeMap<SourceId, (bool, bool)> = later.collect();
            for b in alignment.statements.corrected(a).filter(|b| answering.contains(b)) {
                others.entry(b).or_default().0 = true;
            }
            for (b, (corrects, later)) in others {
                give(SourceRelation {
                    question: dossier.questions.name(question),
                    a: dossier.sources.name(a),
                    b: dossier.sources.name(b),
                    corrects,
                    later,
                    of: PhantomData,
                });
            }
        }
    }
}
