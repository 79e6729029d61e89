//! What leads back to itself, by way of others or not.

use std::collections::BTreeMap;

use crate::model::problem::{Problem, ProblemKind};
use crate::model::table::{Id, Table};
use crate::text::Spot;
use crate::value::rings::strongly_connected;
use crate::vocabulary::Vocabulary;

/// Of one ring so many rows are told one by one; the rest are counted.
pub(super) const MOST_TOLD: usize = 20;

/// How a ring is told: how a message calls a row, what is wrong with it, and the key that leads from a row to others.
pub(super) struct Ring<'a, K> {
    pub(super) what: &'a str,
    /// Such as `contains itself`.
    pub(super) is: &'a str,
    pub(super) key: K,
}

/// Reports each row of a table that contains itself. `what` is how a message calls a row, `key` what leads from a row to
/// the rows that contain it, which `parents` gives.
pub(super) fn report<I: Id, T>(
    what: &str,
    table: &Table<I, T>,
    key: impl Vocabulary,
    parents: impl Fn(&T) -> Vec<I>,
    spot: impl Fn(&T) -> Spot,
    problems: &mut Vec<Problem>,
) {
    let links = links(table, parents);
    report_links(&Ring { what, is: "contains itself", key }, table, &links, spot, problems);
}

/// Where each row of a table leads.
pub(super) fn links<I: Id, T>(table: &Table<I, T>, leads: impl Fn(&T) -> Vec<I>) -> Vec<Vec<usize>> {
    table.iter().map(|(_, row)| leads(row).into_iter().map(Id::index).collect()).collect()
}

/// Reports each row of a table that leads back to itself. One pass over all rows finds the rings.
pub(super) fn report_links<I: Id, T, K: Vocabulary>(
    ring: &Ring<K>,
    table: &Table<I, T>,
    links: &[Vec<usize>],
    spot: impl Fn(&T) -> Spot,
    problems: &mut Vec<Problem>,
) {
    let (_, numbers) = strongly_connected(links);
    let mut rings: BTreeMap<usize, Vec<I>> = BTreeMap::new();
    let mut first: BTreeMap<u32, usize> = BTreeMap::new();
    for id in table.ids() {
        let index = id.index();
        match numbers[index] {
            Some(number) => rings.entry(*first.entry(number).or_insert(index)).or_default().push(id),
            None if links[index].contains(&index) => rings.entry(index).or_default().push(id),
            None => {}
        }
    }
    let Ring { what, is, key } = ring;
    for members in rings.into_values() {
        let told = if members.len() == MOST_TOLD + 1 {
            &members[..]
        } else {
            &members[..members.len().min(MOST_TOLD)]
        };
        for id in told {
            let message = format!("{what} `{}` {is}", table.name(*id));
            let problem = Problem::new(ProblemKind::CircularContainment, spot(&table[*id]), message);
            problems.push(problem.label(format!("following `{}` from here leads back here", key.word())));
        }
        if let Some(next) = members.get(told.len()) {
            let more = members.len() - told.len();
            let message = format!(
                "and {more} more lie on the ring of {what} `{}`, by `{}`",
                table.name(members[0]),
                key.word()
            );
            let problem = Problem::new(ProblemKind::CircularContainment, spot(&table[*next]), message);
            problems.push(problem.label("the first of them"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::load::from_texts;
    use crate::model::problem::ProblemKind;

    /// The messages of the rings of a dossier.
    fn told(path: &str, text: &str) -> Vec<String> {
        let dossier = from_texts(&[("gainsay.toml", "[dossier]\ntitle = \"T\"\n"), (path, text)]);
        let rings = dossier.problems.iter().filter(|it| it.kind == ProblemKind::CircularContainment);
        let mut told: Vec<String> = rings.map(|it| it.message.clone()).collect();
        told.sort();
        told
    }

    fn places(ring: usize) -> String {
        let place = |n: usize| {
            format!(
                "[place.p{n:05}]\nname = \"P\"\nkind = \"region\"\nwithin = [\"p{:05}\"]\n",
                (n + 1) % ring
            )
        };
        (0..ring).map(place).collect()
    }

    #[test]
    fn of_a_long_ring_the_first_are_told_and_the_others_counted() {
        for (length, told_of) in [(1, 1), (2, 2), (20, 20), (21, 21), (22, 21), (5_000, 21)] {
            assert_eq!(told("sources/a.toml", &places(length)).len(), told_of, "{length}");
        }
        assert_eq!(
            told("sources/a.toml", &places(5_000))[0],
            "and 4980 more lie on the ring of place `p00000`, by `within`"
        );
    }

    #[test]
    fn of_a_long_ring_of_options_the_first_are_told_and_the_others_counted() {
        let ring = |length: usize| -> String {
            let option = |n: usize| format!("{{ id = \"o{n}\", part-of = \"o{}\" }},", (n + 1) % length);
            let options: String = (0..length).map(option).collect();
            format!(
                "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"choice\"\noptions = [{options}]\n"
            )
        };
        for (length, told_of) in [(1, 1), (20, 20), (21, 21), (22, 21), (5_000, 21)] {
            assert_eq!(told("claims/a.toml", &ring(length)).len(), told_of, "{length}");
        }
        assert_eq!(told("claims/a.toml", &ring(5_000))[0], "and 4980 more options contain themselves");
    }

    #[test]
    fn rings_of_each_key_are_told() {
        let zone =
            |id: &str, keys: &str| format!("[place.{id}]\nname = \"N\"\nkind = \"border-zone\"\n{keys}\n");
        let event = |id: &str, of: &str| format!("[event.{id}]\ntitle = \"E\"\npart-of = \"{of}\"\n");
        let borders = zone("a", "border-of = [\"b\"]") + &zone("b", "border-of = [\"a\"]");
        let across = zone("a", "border-of = [\"b\"]") + &zone("b", "within = [\"a\"]");
        let is_border = ["place `a` is a border of itself", "place `b` is a border of itself"];
        assert_eq!(told("sources/a.toml", &borders), is_border);
        assert_eq!(told("sources/a.toml", &across), is_border);
        assert_eq!(told("sources/a.toml", &(zone("a", "border-of = [\"b\"]") + &zone("b", ""))), [""; 0]);
        let capture = |id: &str, of: &str| {
            format!(
                "[source.{id}]\ntitle = \"T\"\npublisher = \"unknown\"\npublished = \"2024\"\ncapture-of = \"{of}\"\n"
            )
        };
        let is_capture = |id: &str| format!("source `{id}` is a later capture of itself");
        assert_eq!(told("sources/a.toml", &capture("a", "a")), [is_capture("a")]);
        assert_eq!(
            told("sources/a.toml", &(capture("a", "b") + &capture("b", "a") + &capture("c", "a"))),
            [is_capture("a"), is_capture("b")]
        );
        assert_eq!(
            told("claims/a.toml", &(event("a", "b") + &event("b", "a"))),
            ["event `a` contains itself", "event `b` contains itself"]
        );
    }
}
