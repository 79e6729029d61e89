//! The claims of each position, and the origins that stand behind it.

use std::collections::BTreeMap;

use super::column::table_row;
use super::whole::Tables;
use crate::model::table::ClaimId;

table_row! {
    /// A claim of a position.
    PositionRow as "positions" sorted by 3 {
        question: &'a str,
        position: i64,
        number: i64,
        claim: &'a str,
        supports: bool,
        origins: Option<i64>,
        established: Option<bool>,
    }
}

// Growth: with the claims of all positions together.
pub(super) fn positions<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(PositionRow<'_>)) {
    let dossier = tables.exchange.dossier();
    for question in tables.questions() {
        let numbers = tables.numbers(question);
        let positions = tables.exchange.court.positions_on(question);
        for (position, held) in (1..).zip(positions) {
            let groups = (1..).zip(&held.origins.groups);
            let group_of: BTreeMap<ClaimId, (i64, bool)> = groups
                .flat_map(|(at, group)| group.claims.iter().map(move |id| (*id, (at, group.established))))
                .collect();
            for id in &held.claims {
                let Some(number) = numbers.get(id).copied() else { continue };
                let (origins, established) = group_of.get(id).copied().unzip();
                give(PositionRow {
                    question: dossier.questions.name(question),
                    position,
                    number,
                    claim: dossier.claims.name(*id),
                    supports: held.supporting.binary_search(id).is_ok(),
                    origins,
                    established,
                });
            }
        }
    }
}
