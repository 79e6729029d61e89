//! Which files of a dossier bear on each other. An island is made of files that name each other's sources and events; what files of two
//! islands say is never held against each other, so that after a change the others come to what they came to before.
//!
//! It is told from words alone: whatever stands in a file and could be the name of a source or an event that some file defines counts
//! as naming it. So two files that do not bear on each other may be of one island, and two that do never of two.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::files::Part;
use super::keys::{ClaimsFileKey, SourcesFileKey};
use super::parsed::once;
use super::tree::{Form, Table, Value};
use crate::model::islands::COMMONS;
use crate::model::joined::Sets;
use crate::model::names::name_key;
use crate::text::{File, FileId, Files};
use crate::vocabulary::Vocabulary as _;

/// The islands of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Islands {
    /// By file, in the order of the files; numbered from one in that order.
    pub(crate) of_files: Vec<u32>,
    /// By the id of each source and each event.
    pub(crate) of_names: BTreeMap<String, u32>,
    /// How many there are, with the commons.
    pub(crate) count: usize,
}

/// What a file says that may tie it to others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tied {
    /// The ids of the sources and the events that it defines or adds to.
    pub(crate) defines: Vec<String>,
    /// All that may be the id of a source or an event: their keys in order, each once.
    pub(crate) names: Box<[u64]>,
    /// Whether it bears on all files.
    pub(crate) is_common: bool,
    /// Whether it is no TOML, so that more may stand in it.
    pub(crate) is_broken: bool,
}

impl Islands {
    /// Those of some files, given which sources are tied to each other by their texts.
    pub(crate) fn of(files: &Files, tied: &[(&str, &str)]) -> Self {
        let all: Vec<Tied> = files.0.par_iter().map(Tied::of).collect();
        Islands::named(all.iter()).joined(tied)
    }

    /// Those of some files, given what each says that may tie it to others.
    pub(super) fn named<'t>(all: impl ExactSizeIterator<Item = &'t Tied> + Clone) -> Self {
        // The commons, then the files, then what is defined.
        let of_file = |file: usize| 1 + file;
        let mut numbers: HashMap<u64, usize> = HashMap::new();
        for name in all.clone().flat_map(|file| &file.defines) {
            let next = of_file(all.len()) + numbers.len();
            numbers.entry(name_key(name)).or_insert(next);
        }
        let of_name = |name: &str| numbers.get(&name_key(name)).copied();
        let mut sets = Sets::new(of_file(all.len()) + numbers.len());
        for (file, tied) in all.clone().enumerate() {
            if tied.is_common {
                sets.join(0, of_file(file));
            }
            let defined = tied.defines.iter().filter_map(|name| of_name(name));
            for name in defined.chain(tied.names.iter().filter_map(|key| numbers.get(key).copied())) {
                sets.join(of_file(file), name);
            }
        }
        let mut known = Numbered::new(&mut sets, 0);
        let of_files = (0..all.len()).map(|file| known.island(of_file(file))).collect();
        let defined = all.clone().flat_map(|file| &file.defines);
        let of_names =
            defined.filter_map(|name| Some((name.clone(), known.island(of_name(name)?)))).collect();
        Islands { of_files, of_names, count: known.count() }
    }

    /// With those made one of which two sources are tied to each other.
    pub(crate) fn joined(self, tied: &[(&str, &str)]) -> Self {
        let mut sets = Sets::new(self.count);
        let of_name = |name: &str| self.of_names.get(name).map(|island| *island as usize);
        for (a, b) in tied.iter().filter_map(|(a, b)| of_name(a).zip(of_name(b))) {
            sets.join(a, b);
        }
        let mut known = Numbered::new(&mut sets, COMMONS as usize);
        let of_files = self.of_files.iter().map(|island| known.island(*island as usize)).collect();
        let names = self.of_names.into_iter();
        let of_names = names.map(|(name, island)| (name, known.island(island as usize))).collect();
        Islands { of_files, of_names, count: known.count() }
    }

    /// That of a file.
    pub(crate) fn of_file(&self, file: FileId) -> u32 {
        self.of_files.get(file.0 as usize).copied().unwrap_or(COMMONS)
    }
}

/// Islands numbered in the order in which they are asked for, the commons first.
struct Numbered<'s> {
    sets: &'s mut Sets,
    known: HashMap<usize, u32>,
}

impl<'s> Numbered<'s> {
    fn new(sets: &'s mut Sets, commons: usize) -> Self {
        let known = HashMap::from([(sets.root(commons), COMMONS)]);
        Numbered { sets, known }
    }

    fn island(&mut self, number: usize) -> u32 {
        let next = self.known.len() as u32;
        *self.known.entry(self.sets.root(number)).or_insert(next)
    }

    fn count(&self) -> usize {
        self.known.len()
    }
}

impl Tied {
    /// What a file says, by its path and its text.
    pub(crate) fn of(file: &File) -> Self {
        let mut tied = Tied::default();
        let kinds = match Part::of(&file.path) {
            Some(Part::Sources) => (
                SourcesFileKey::Source.word(),
                &[SourcesFileKey::Agent.word(), SourcesFileKey::Place.word()][..],
            ),
            Some(Part::Claims) => (ClaimsFileKey::Event.word(), &[ClaimsFileKey::Group.word()][..]),
            _ => return Tied { is_common: true, ..tied },
        };
        let (defining, common) = kinds;
        let mut names = Vec::new();
        let ((), wrong) = once((FileId(0), &file.text), |parsed| {
            let root = parsed.root();
            tied.is_common = common.iter().any(|kind| root.has(kind));
            let defined = root.get(defining).and_then(Value::table);
            tied.defines.extend(defined.into_iter().flat_map(Table::names).map(str::to_owned));
            of_table(root, &mut names);
        });
        tied.is_broken = !wrong.is_empty();
        names.sort_unstable();
        names.dedup();
        // Those of very many files are held: with no room behind them.
        tied.names = Box::from(names.as_slice());
        tied
    }
}

fn of_table(table: Table<'_>, names: &mut Vec<u64>) {
    for (key, value) in table.entries() {
        name(key.name, names);
        of_value(value, names);
    }
}

fn of_value(value: Value<'_>, names: &mut Vec<u64>) {
    match value.form() {
        Form::Text(text) => name(text, names),
        Form::List(items) => items.items().for_each(|item| of_value(item, names)),
        Form::Table(table) => of_table(table, names),
        Form::Integer(_) | Form::Decimal(_) | Form::Truth(_) | Form::Date(_) => {}
    }
}

/// Takes the id that a text may be, or begin with: `SOURCE#ID` names a claim, `EVENT/QUESTION` a question.
fn name(text: &str, names: &mut Vec<u64>) {
    let id = text.split(['#', '/']).next().unwrap_or(text);
    if !id.is_empty() && !id.contains(char::is_whitespace) {
        names.push(name_key(id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The islands of some files, each by its paths.
    fn islands(files: &[(&str, &str)], tied: &[(&str, &str)]) -> Vec<(u32, String)> {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        let files = Files(files.iter().map(file).collect());
        let found = Islands::of(&files, tied);
        let mut all: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for (file, island) in files.0.iter().zip(&found.of_files) {
            all.entry(*island).or_default().push(&file.path);
        }
        all.into_iter().map(|(island, paths)| (island, paths.join(" "))).collect()
    }

    const MANIFEST: (&str, &str) = ("gainsay.toml", "[dossier]\ntitle = \"a\"\n");
    const AGENTS: (&str, &str) = ("sources/agents.toml", "[agent.p]\nname = \"P\"\n");

    fn told(expected: &[(u32, &str)]) -> Vec<(u32, String)> {
        expected.iter().map(|(island, paths)| (*island, (*paths).to_owned())).collect()
    }

    #[test]
    fn files_are_of_one_island_where_one_names_what_the_other_defines() {
        let a = ("sources/a.toml", "[source.a]\npublisher = \"p\"\n");
        let b = ("sources/b.toml", "[source.b]\npublisher = \"p\"\n");
        let e = ("claims/e.toml", "[event.e.question.q]\nask = \"?\"\n");
        let f = ("claims/f.toml", "[event.f]\ntitle = \"e is a word here\"\n");
        let apart = "sources/a.toml";
        let both = |claims: &str, tied: &[(&str, &str)]| {
            let c = ("claims/c.toml", claims);
            islands(&[MANIFEST, c, e, f, AGENTS, a, b], tied)
        };
        let commons = "gainsay.toml sources/agents.toml";
        for claims in [
            "[[claim]]\nsource = \"a\"\nquestion = \"e/q\"\n",
            "source = \"a\"\n[[claim]]\nquestion = \"e/q\"\n",
            "source = \"a\"\n[[claim]]\nvalue = { not = [{ x = \"e/q\" }] }\n",
            "[[claim]]\ndisputes = [\"a#e\"]\n[event.e]\n",
            "[event.e.question.r]\nneeds = [\"a\"]\n",
        ] {
            let expected = [
                (0, commons),
                (1, "claims/c.toml claims/e.toml sources/a.toml"),
                (2, "claims/f.toml"),
                (3, "sources/b.toml"),
            ];
            assert_eq!(both(claims, &[]), told(&expected), "{claims}");
        }
        // Words are no names, nor is what nobody defines.
        let quote = "[[claim]]\nquote = \"a e f\"\nsource = \"nobody\"\nquestion = \"x/f\"\n";
        let alone = [
            (0, commons),
            (1, "claims/c.toml"),
            (2, "claims/e.toml"),
            (3, "claims/f.toml"),
            (4, apart),
            (5, "sources/b.toml"),
        ];
        assert_eq!(both(quote, &[]), told(&alone));
        let by_texts = [
            (0, commons),
            (1, "claims/c.toml"),
            (2, "claims/e.toml"),
            (3, "claims/f.toml"),
            (4, "sources/a.toml sources/b.toml"),
        ];
        assert_eq!(both(quote, &[("b", "a")]), told(&by_texts));
    }

    #[test]
    fn what_bears_on_all_draws_in_what_it_names() {
        let party = ("sources/agents.toml", "[agent.p]\nname = \"P\"\nparty-to = [\"war\"]\n");
        let war = ("claims/war.toml", "[event.war]\ntitle = \"W\"\n");
        let fire = ("claims/fire.toml", "[event.fire]\ntitle = \"F\"\n");
        let wait = ("claims/unreviewed/w.toml", "[[claim]]\nquestion = \"fire/q\"\n");
        let lock = ("sources/quotes.lock", "anything");
        let all = islands(&[MANIFEST, fire, wait, war, party, lock], &[]);
        let commons =
            "gainsay.toml claims/unreviewed/w.toml claims/war.toml sources/agents.toml sources/quotes.lock";
        assert_eq!(all, told(&[(0, commons), (1, "claims/fire.toml")]));
        let group = ("claims/fire.toml", "[event.fire]\ntitle = \"F\"\n[group.g]\nname = \"G\"\n");
        assert_eq!(islands(&[MANIFEST, group], &[]), told(&[(0, "gainsay.toml claims/fire.toml")]));
    }

    #[test]
    fn names_know_their_island() {
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        let files = Files(vec![
            file("claims/a.toml", "source = \"s\"\n[event.a]\n"),
            file("claims/b.toml", "[event.b]\n"),
            file("sources/s.toml", "[source.s]\n"),
        ]);
        let found = Islands::of(&files, &[]);
        let names: Vec<(&str, u32)> =
            found.of_names.iter().map(|(name, island)| (name.as_str(), *island)).collect();
        assert_eq!(names, [("a", 1), ("b", 2), ("s", 1)]);
        assert_eq!((found.of_files, found.count), (vec![1, 2, 1], 3));
    }
}
