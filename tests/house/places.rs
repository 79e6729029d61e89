//! What the next thing of a kind costs: in how many files it has to be named, beside its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::imports;
use crate::rust::{Token, closing, stands_at};
use crate::tree::{Source, Tree};
use crate::{all_needed, none};

/// A kind of thing that has a file for each.
struct Kind {
    what: &'static str,
    /// Where the files stand.
    folder: &'static str,
    /// What such a file declares; others of the folder are helpers.
    declares: &'static [&'static str],
    /// How many files may import one.
    most: usize,
}

const KINDS: [Kind; 4] = [
    Kind { what: "a rule", folder: "src/judge/rules/", declares: &["rule", "!"], most: 1 },
    Kind {
        what: "a type of value",
        folder: "src/value/types/",
        declares: &["(", "super", ")", "fn", "read"],
        most: 2,
    },
    Kind { what: "a format", folder: "src/render/", declares: &["fn", "render"], most: 1 },
    Kind { what: "a command", folder: "src/cli/", declares: &["struct", "Arguments"], most: 1 },
];

/// A closed vocabulary each of whose names may stand in few files.
struct Vocabulary {
    name: &'static str,
    /// The folder in which it is declared, somewhere.
    folder: &'static str,
    /// How many files may name one variant, beside the one that declares it.
    most: usize,
}

/// A relation has its row, and its rule where it is told. A key is taken, and of claims and sources it is compared.
const VOCABULARIES: [Vocabulary; 16] = [
    Vocabulary { name: "Kind", folder: "src/align/", most: 2 },
    keys("DossierKey", 1),
    keys("QuantifiersKey", 1),
    keys("NumberWordKey", 1),
    keys("SourceKey", 2),
    keys("DerivationKey", 1),
    keys("WaiverKey", 1),
    keys("AgentKey", 1),
    keys("PlaceKey", 1),
    keys("EventKey", 1),
    keys("LikenessKey", 1),
    keys("QuestionKey", 1),
    keys("ScopeKey", 2),
    keys("GroupKey", 1),
    keys("ClaimKey", 2),
    keys("AssessmentKey", 1),
];

const fn keys(name: &'static str, most: usize) -> Vocabulary {
    Vocabulary { name, folder: "src/load/", most }
}

/// What goes into the record asks for the keys by which it finds what is recorded, and carries every other as it comes: a key that is
/// added is not named there.
const CARRIES: [&str; 2] = ["src/record/", "src/cli/add"];

/// In how many files a rule's name may stand as a string: its own. The rest of the program knows the rule. Where a closed
/// vocabulary has the same word, that is a word of its own.
const MOST_WITH_A_NAME: usize = 1;

/// What is named in more files, as (what, how many): this list only gets shorter.
const MORE: &[(&str, usize)] = &[
    // They are told by whoever takes what the desk accepts.
    ("a rule: src/judge/rules/stale_baseline.rs", 2),
    // A part that several commands show.
    ("a format: src/render/find.rs", 2),
    ("a format: src/render/table.rs", 3),
    // What is found in drafts is told as what a check finds.
    ("a format: src/render/check/concise.rs", 2),
    ("a format: src/render/check/github.rs", 2),
    ("a format: src/render/check/human.rs", 2),
    ("a format: src/render/check/sarif.rs", 2),
    // It has two rows and a rule.
    ("Kind::Undetermined", 3),
    // A source's access says who sees its other keys.
    ("SourceKey::Access", 4),
    // Questions stand within their event, and are gathered before they are taken.
    ("EventKey::Question", 2),
    // What a claim is called, and the words of sets, are gathered before claims are taken; its source may be restricted; of what is passed
    // over it is asked who said it.
    ("ClaimKey::SaidBy", 3),
    ("ClaimKey::Id", 3),
    ("ClaimKey::Source", 4),
    ("ClaimKey::Question", 3),
    ("ClaimKey::Value", 3),
];

#[test]
fn the_next_of_a_kind_costs_a_file_and_a_line() {
    let counted = [imported(), named(), written()].concat();
    assert!(counted.len() > 100, "what is to be counted is no longer found");
    let mut faults = Vec::new();
    let mut needed = BTreeMap::new();
    for (what, most, files) in counted {
        let known = MORE.iter().find(|(known, _)| *known == what);
        if let Some((known, times)) = known {
            needed.insert(*known, files.len() == *times && *times > most);
        }
        if files.len() > known.map_or(most, |(_, times)| *times) {
            faults.push(format!("{what} is named in {}, not {most}: {}", files.len(), list(&files)));
        }
    }
    none(&faults, "what is added is named in few files");
    all_needed(
        MORE.iter().map(|more| (format!("{more:?}"), needed.get(more.0).is_some_and(|needed| *needed))),
    );
}

fn list(files: &BTreeSet<&str>) -> String {
    files.iter().copied().collect::<Vec<_>>().join(", ")
}

/// What is counted, how many files may name it, and which do.
type Counted<'t> = Vec<(String, usize, BTreeSet<&'t str>)>;

/// The files of each kind, and who imports them.
fn imported() -> Counted<'static> {
    let tree = Tree::own();
    let mut found = Vec::new();
    for kind in KINDS {
        for (at, source) in tree.sources.iter().enumerate() {
            let is_one = source.path.starts_with(kind.folder)
                && !source.path.ends_with("/mod.rs")
                && has(&source.code, kind.declares);
            if is_one {
                let importers = imports::own().iter().filter(|import| import.to == at);
                let files = importers.map(|import| tree.sources[import.from].path.as_str()).collect();
                found.push((format!("{}: {}", kind.what, source.path), kind.most, files));
            }
        }
    }
    found
}

/// The variants of each vocabulary, and who names them.
fn named() -> Counted<'static> {
    let tree = Tree::own();
    let mut found = Vec::new();
    for vocabulary in VOCABULARIES {
        let declares = |source: &&Source| {
            source.path.starts_with(vocabulary.folder) && has(&source.code, &["enum", vocabulary.name])
        };
        let home = tree.sources.iter().find(declares).expect("the vocabulary is declared in its folder");
        for variant in variants(&home.code, vocabulary.name) {
            let others = tree.sources.iter().filter(|source| source.path != home.path);
            let carries = |source: &&Source| {
                vocabulary.folder == "src/load/" && CARRIES.iter().any(|room| source.path.starts_with(room))
            };
            let others = others.filter(|source| !carries(source));
            let naming = others.filter(|source| has(&source.code, &[vocabulary.name, "::", variant]));
            let files = naming.map(|source| source.path.as_str()).collect();
            found.push((format!("{}::{variant}", vocabulary.name), vocabulary.most, files));
        }
    }
    found
}

/// The names of the rules, and the files in which they are written.
fn written() -> Counted<'static> {
    let tree = Tree::own();
    let rules = tree.sources.iter().filter(|source| has(&source.code, &["rule", "!"]));
    let own = rules.filter_map(|source| source.path.strip_prefix("src/judge/rules/"));
    own.map(|file| {
        let name = file.trim_end_matches(".rs").replace('_', "-");
        let with = |source: &&Source| (0..source.code.len()).any(|at| says(&source.code, at, &name));
        let files = tree.sources.iter().filter(with).map(|source| source.path.as_str()).collect();
        (format!("\"{name}\""), MOST_WITH_A_NAME, files)
    })
    .collect()
}

/// Whether a word stands at a place, other than as the name of a variant: `Tension = "tension"`.
fn says(code: &[Token], at: usize, word: &str) -> bool {
    let begins = |token: &Token| [",", ";", "{", "]"].iter().any(|mark| token.is(mark));
    let is_declared = at > 2 && code[at - 1].is("=") && code[at - 2].is_word() && begins(&code[at - 3]);
    code[at].is_text() && code[at].text == word && !is_declared
}

/// Whether these tokens stand in a row somewhere.
fn has(code: &[Token], row: &[&str]) -> bool {
    (0..code.len()).any(|at| stands_at(code, at, row))
}

/// The variants of an enum that gives each a name.
fn variants<'t>(code: &'t [Token], name: &str) -> Vec<&'t str> {
    let is_enum = |two: &[Token]| two[0].is("enum") && two[1].is(name);
    let Some(at) = code.windows(2).position(is_enum) else { return Vec::new() };
    let open = (at..code.len()).find(|at| code[*at].is("{")).unwrap_or(code.len());
    let inside = open..closing(code, open);
    code[inside]
        .windows(2)
        .filter(|two| two[0].is_word() && two[1].is("="))
        .map(|two| two[0].text.as_str())
        .collect()
}
