//! A law of islands: what is found in the files of one, and in the commons, is found without all others.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::judge::finding::Mark;
use crate::judge::laws::random::{Case, cases};
use crate::judge::laws::{Names, aligned, tries};
use crate::judge::{Court, Finding, judge};
use crate::load::{Islands, from_texts};
use crate::model::Dossier;
use crate::model::islands::COMMONS;
use crate::model::joined::Sets;
use crate::text::FileId;
use crate::view::check::Counts;

/// Random dossiers side by side, each with sources and an event of its own, and what leads from one to another.
#[derive(Clone, Debug)]
pub(super) struct Many {
    cases: Vec<Case>,
    links: Vec<(&'static str, Index, Index)>,
}

pub(super) fn many() -> impl Strategy<Value = Many> {
    let key =
        prop::sample::select(vec!["corrects", "retracts", "supersedes", "disputes", "claims", "part-of"]);
    let all = prop::collection::vec(cases(None, 1..6), 2..6);
    let links = prop::collection::vec((key, any::<Index>(), any::<Index>()), 0..4);
    (all, links).prop_map(|(cases, links)| Many { cases, links })
}

impl Many {
    /// The files of all, and which cases belong together.
    pub(super) fn files(&self) -> (Vec<(String, String)>, Sets) {
        let mut files = Vec::new();
        for (at, case) in self.cases.iter().enumerate() {
            let own = |text: &str| text.replace("s00", &format!("s{at}x")).replace("e000", &format!("e{at}"));
            let of_case = case.files(&Names(false), &Vec::from_iter(0..case.claims.len()), 1);
            for (path, text) in of_case {
                // Agents, places and groups are those of the first.
                let (common, rest) = match path.as_str() {
                    "gainsay.toml" => (text.as_str(), ""),
                    "sources/who.toml" => text.split_at(text.find("[source.").unwrap_or(text.len())),
                    "claims/asked.toml" => text.split_at(text.find("[event.").unwrap_or(text.len())),
                    _ => ("", text.as_str()),
                };
                if at == 0 && !common.is_empty() {
                    files.push((path.clone(), common.to_owned()));
                }
                if !rest.is_empty() {
                    let (folder, name) = path.split_once('/').expect("it lies in a folder");
                    files.push((format!("{folder}/{at}-{name}"), own(rest)));
                }
            }
        }
        let mut together = Sets::new(self.cases.len());
        for (key, from, to) in &self.links {
            let (from, to) = (from.index(self.cases.len()), to.index(self.cases.len()));
            if link(key, (from, to), &self.cases, &mut files) {
                together.join(from, to);
            }
        }
        (files, together)
    }
}

/// Has the last claim or the question of one case name that of another; whether it does.
fn link(key: &str, (from, to): (usize, usize), cases: &[Case], files: &mut [(String, String)]) -> bool {
    let last = |at: usize| {
        let index = cases[at].claims.len() - 1;
        format!("s{at}x{}#claim{index:03}", cases[at].claims[index].source)
    };
    let (claim, other) = (last(from), last(to));
    let (file, after, line) = match key {
        "part-of" if from != to => {
            ("asked", "ask = \"?\"\n".to_owned(), format!("part-of = \"e{to}/q000\"\n"))
        }
        "part-of" => return false,
        "claims" => {
            let assessed = format!(
                "\n[[assessment]]\nquestion = \"e{from}/q000\"\nstatus = \"contested\"\nrationale = \"r\"\nclaims = [\"{claim}\", \"{other}\"]\n"
            );
            ("c0", String::new(), assessed)
        }
        key => {
            let id = claim.split_once('#').map_or("", |(_, id)| id);
            ("c0", format!("id = \"{id}\"\n"), format!("{key} = [\"{other}\"]\n"))
        }
    };
    let path = format!("claims/{from}-{file}.toml");
    let (_, text) = files.iter_mut().find(|(it, _)| *it == path).expect("each case has its files");
    let at = match after.is_empty() {
        true => text.len(),
        false => text.find(&after).expect("what is linked is there") + after.len(),
    };
    let behind = text[at..].split("[[").next().unwrap_or_default();
    let name = line.split(" = ").next().unwrap_or_default();
    let is_there = !after.is_empty() && behind.lines().any(|it| it.starts_with(&format!("{name} =")));
    if !is_there {
        text.insert_str(at, &line);
    }
    !is_there
}

/// All that is said of a finding.
pub(super) fn said(dossier: &Dossier, it: &Finding) -> String {
    let mark = |mark: &Mark| {
        let label = mark.label.phrase(dossier).whole();
        format!("{}:{:?}:{label}", dossier.files.get(mark.spot.file).path, mark.spot.range())
    };
    let notes: Vec<String> = it.notes.iter().chain(&it.help).map(|note| note.whole()).collect();
    format!(
        "{} {:?} {} {:?} {:?} {:?} {} {:?} {:?}",
        it.rule.name,
        it.level,
        it.message.whole(),
        it.marks.iter().map(mark).collect::<Vec<_>>(),
        notes,
        it.claims,
        it.fingerprint(),
        it.explained,
        it.question,
    )
}

/// By file, what is found in it and in which order; and the numbers of each island.
fn judged(dossier: &Dossier, islands: &Islands) -> (BTreeMap<String, Vec<String>>, Vec<Counts>) {
    let alignment = aligned(dossier);
    let court = Court::new(&alignment, 0);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in judge(&court) {
        let island = |file: FileId| islands.of_file(file);
        let main = finding.marks.first().expect("it stands somewhere").spot.file;
        let is_of_it = |file: FileId| [COMMONS, island(main)].contains(&island(file));
        assert!(finding.marks.iter().all(|mark| is_of_it(mark.spot.file)), "{}", said(dossier, &finding));
        found.entry(dossier.files.get(main).path.clone()).or_default().push(said(dossier, &finding));
    }
    (found, Counts::parted(&court, islands.count, |file| islands.of_file(file) as usize))
}

proptest! {
    #![proptest_config(tries(120))]

    #[test]
    fn what_is_found_in_an_island_is_found_without_the_others(many in many()) {
        let (files, mut together) = many.files();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let whole = from_texts(&files);
        let islands = Islands::of(&whole.files, &[]);
        let apart = (0..many.cases.len()).filter(|at| together.root(*at) == *at).count();
        prop_assert_eq!(islands.count, 1 + apart, "each case is an island, with those that it is linked to");
        let (found, counts) = judged(&whole, &islands);
        let mut sum = Counts::default();
        counts.iter().for_each(|of_island| sum += of_island);
        prop_assert_eq!(&sum, &judged(&whole, &Islands { of_files: Vec::new(), count: 1, ..Islands::default() }).1[0]);
        for island in 1..islands.count as u32 {
            let is_here = |path: &str| {
                let at = whole.files.0.iter().position(|file| file.path == path);
                at.is_some_and(|at| [COMMONS, island].contains(&islands.of_files[at]))
            };
            let some: Vec<(&str, &str)> = files.iter().copied().filter(|(path, _)| is_here(path)).collect();
            let part = from_texts(&some);
            let alone = Islands::of(&part.files, &[]);
            prop_assert_eq!(alone.count, 2);
            let (found_alone, counts_alone) = judged(&part, &alone);
            let here: BTreeMap<String, Vec<String>> =
                found.iter().filter(|(path, _)| is_here(path)).map(|(path, told)| (path.clone(), told.clone())).collect();
            prop_assert_eq!(found_alone, here);
            prop_assert_eq!(&counts_alone, &[counts[0].clone(), counts[island as usize].clone()]);
        }
    }
}
