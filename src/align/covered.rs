//! What a scope comes to, so that scopes which compare as equal are found without holding each against each.

use super::scope::Groups;
use crate::model::Dossier;
use crate::model::claim::{Basis, Period, Scope, Stated};
use crate::model::table::{GroupId, PlaceId};
use crate::value::shape::Node;

/// What a filled scope comes to. Two that are closed and count no list compare as equal where what they come to is the same,
/// and nowhere else.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Covered {
    population: Option<Stated<GroupId>>,
    place: Option<Stated<Node>>,
    period: Option<Stated<(i128, i128)>>,
    basis: Option<Stated<Basis>>,
}

impl Covered {
    /// Places and groups that contain each other are one, and so are bases that compare as equal.
    pub(crate) fn new(dossier: &Dossier, groups: &Groups, scope: &Scope) -> Self {
        fn each<T, U>(of: &Option<Stated<T>>, is: impl Fn(&T) -> U) -> Option<Stated<U>> {
            of.as_ref().map(|stated| match stated {
                Stated::Is(it) => Stated::Is(is(it)),
                Stated::Unknown => Stated::Unknown,
            })
        }
        let kin = &dossier.kin;
        let place = |id: &PlaceId| {
            let node = dossier.place_node(*id);
            kin.containers(node).filter(|above| kin.within(*above, node)).fold(node, Node::min)
        };
        let group = |id: &GroupId| groups.above(*id).find(|above| groups.within(*above, *id)).unwrap_or(*id);
        let days = |period: &Period| {
            let (first, last) = (period.first.unwrap_or(i128::MIN), period.last.unwrap_or(i128::MAX));
            (first, last.max(first))
        };
        let basis = |basis: &Basis| match basis {
            Basis::Estimated => Basis::Reported,
            other => *other,
        };
        Covered {
            population: each(&scope.population, group),
            place: each(&scope.place, place),
            period: each(&scope.period, |period| days(period)),
            basis: each(&scope.basis, basis),
        }
    }

    /// Which dimensions say what is covered; `None` where one says that it is not known. Of two that say the same ones it is
    /// known how they compare.
    pub(crate) fn stated(&self) -> Option<[bool; 4]> {
        fn is_stated<T>(of: &Option<Stated<T>>) -> Option<bool> {
            match of {
                None => Some(false),
                Some(Stated::Is(_)) => Some(true),
                Some(Stated::Unknown) => None,
            }
        }
        let Covered { population, place, period, basis } = self;
        Some([is_stated(population)?, is_stated(place)?, is_stated(period)?, is_stated(basis)?])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Alignment;
    use crate::align::looked::Looked;
    use crate::align::scope::{Extent, are_elsewhere};
    use crate::load::from_texts;
    use crate::model::table::{ClaimId, Id};

    const SCOPES: [&str; 14] = [
        "",
        "place = \"inner\"",
        "place = \"outer\"",
        "place = \"east\"",
        "place = \"west\"",
        "place = \"unknown\"",
        "population = \"men\"",
        "population = \"soldiers\"",
        "period = \"2024-01\"",
        "period = \"2024-01-01/2024-01-31\"",
        "period = \"2024-01-01/2024-02-01\"",
        "basis = \"reported\"",
        "basis = \"estimated\", place = \"east\"",
        "basis = \"reported\", place = \"west\"",
    ];

    #[test]
    fn scopes_are_equal_where_they_come_to_the_same() {
        // East and west lie in each other: they are one ground, and so are men and soldiers one group.
        let place = |id: &str, within: &str| {
            format!("[place.{id}]\nname = \"{id}\"\nkind = \"region\"\nwithin = [{within}]\n")
        };
        let mut sources = place("outer", "") + &place("inner", "\"outer\"");
        sources += &(place("east", "\"west\"") + &place("west", "\"east\""));
        let mut claims = String::from(
            "[group.men]\nname = \"men\"\npart-of = [\"soldiers\"]\n[group.soldiers]\nname = \"s\"\npart-of = [\"men\"]\n\
             [event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n",
        );
        for (at, scope) in SCOPES.iter().enumerate() {
            sources += &format!(
                "[agent.p{at:02}]\nname = \"P\"\n[source.s{at:02}]\ntitle = \"T\"\npublisher = \"p{at:02}\"\npublished = \"2024-03-01\"\n"
            );
            claims += &format!(
                "[[claim]]\nsource = \"s{at:02}\"\nquestion = \"e/q\"\nvalue = 3\nquote = \"x\"\nscope = {{ {scope} }}\n"
            );
        }
        let dossier = from_texts(&[
            ("gainsay.toml", "[dossier]\ntitle = \"D\"\n"),
            ("sources/s.toml", &sources),
            ("claims/c.toml", &claims),
        ]);
        let alignment = Alignment::new(&dossier, Looked::nothing(&dossier));
        assert_eq!(dossier.claims.len(), SCOPES.len(), "{:?}", dossier.problems);
        let scope_of = |id: ClaimId| &alignment.basics[id.index()].scope;
        let of = |id: ClaimId| Covered::new(&dossier, &alignment.claims.groups, scope_of(id));
        let (mut equal, mut elsewhere) = (Vec::new(), Vec::new());
        for (a, b) in dossier.claims.ids().flat_map(|a| dossier.claims.ids().map(move |b| (a, b))) {
            let together = alignment.scopes(a, b).together;
            let (scope, other) = (SCOPES[a.index()], SCOPES[b.index()]);
            let are_told = of(a).stated().is_some() && of(a).stated() == of(b).stated();
            assert!(!are_told || together != Extent::Unknown, "{scope} and {other}");
            if of(a).stated().is_some() {
                assert_eq!(of(a) == of(b), together == Extent::Equal, "{scope} and {other}");
            }
            if a < b && of(a) == of(b) {
                equal.push((a.index(), b.index()));
            }
            if a < b && are_elsewhere(&dossier, &alignment.claims.groups, scope_of(a), scope_of(b)) {
                assert!(matches!(together, Extent::Disjoint | Extent::Overlapping), "{scope} and {other}");
                elsewhere.push((a.index(), b.index()));
            }
        }
        assert_eq!(equal, [(3, 4), (6, 7), (8, 9), (12, 13)]);
        // Neither of inner and outer lies in east or west, nor they in it.
        assert_eq!(elsewhere, [(1, 3), (1, 4), (1, 12), (1, 13), (2, 3), (2, 4), (2, 12), (2, 13)]);
    }
}
