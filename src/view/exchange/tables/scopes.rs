//! How different scopes on one question stand, their periods aside.

use super::asked::{Asked, Covered};
use super::column::table_row;
use super::whole::Tables;
use crate::align::scope::{Compared, Extent, Speakers, compare};
use crate::model::claim::{AsOf, Scope};

table_row! {
    /// Two scopes.
    ScopesRow as "scopes" sorted by 3 {
        question: &'a str,
        a: i64,
        b: i64,
        population: &'a str,
        place: &'a str,
        basis: &'a str,
        basis_of_one: &'a str,
    }
}

// Growth: with the square of the different scopes of a question.
pub(super) fn scopes<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(ScopesRow<'_>)) {
    let dossier = tables.exchange.dossier();
    let groups = &tables.exchange.court.alignment.claims.groups;
    // Without periods no moment closes one.
    let as_of = AsOf::unknown();
    for question in tables.questions() {
        let asked = Asked::new(tables, question);
        let scopes: Vec<Scope> = asked.scopes.iter().map(scope).collect();
        for (a, x) in (1..).zip(&scopes) {
            for (b, y) in (1..).zip(&scopes) {
                let compared = |speakers| compare(dossier, groups, (x, &as_of), (y, &as_of), speakers);
                let Compared { each: [population, place, _, basis], .. } = compared(Speakers::Two);
                let Compared { each: [.., basis_of_one], .. } = compared(Speakers::One);
                give(ScopesRow {
                    question: dossier.questions.name(question),
                    a,
                    b,
                    population: named(population),
                    place: named(place),
                    basis: named(basis),
                    basis_of_one: named(basis_of_one),
                });
            }
        }
    }
}

fn scope((population, place, basis): &Covered) -> Scope {
    Scope { population: population.clone(), place: place.clone(), period: None, basis: basis.clone() }
}

fn named(extent: Extent) -> &'static str {
    match extent {
        Extent::Equal => "equal",
        Extent::Narrower => "narrower",
        Extent::Wider => "wider",
        Extent::Overlapping => "overlapping",
        Extent::Disjoint => "disjoint",
        Extent::Unknown => "unknown",
    }
}
