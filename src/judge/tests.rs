//! Small dossiers that tests of several rooms judge.

use super::court::Court;
use super::finding::Finding;
use super::judged::judge;
use crate::align::Alignment;
use crate::align::looked::Looked;
use crate::load::from_texts;
use crate::model::Dossier;
use crate::model::problem::{Problem, ProblemKind};
use crate::text::{FileId, Spot};

const MANIFEST: (&str, &str) = ("gainsay.toml", "[dossier]\ntitle = \"A fire\"\n");
const QUESTIONS: (&str, &str) = (
    "claims/questions.toml",
    "[event.fire]\ntitle = \"A fire\"\n[event.fire.question.country]\nask = \"Where?\"\ntype = \"place\"\n",
);
const SOURCES: (&str, &str) = (
    "sources/s.toml",
    "[source.herald]\ntitle = \"H\"\npublisher = \"h\"\npublished = \"2024-03-01\"\n\
     [source.courier]\ntitle = \"C\"\npublisher = \"c\"\npublished = \"2024-03-01\"\n\
     [agent.h]\nname = \"H\"\n[agent.c]\nname = \"C\"\n\
     [place.arvo]\nname = \"Arvo\"\nkind = \"country\"\n[place.belmar]\nname = \"Belmar\"\nkind = \"country\"\n",
);
const CLAIMS: &str = "[[claim]]\nsource = \"herald\"\nquestion = \"fire/country\"\nvalue = \"arvo\"\nquote = \"in Arvo\"\n\
     [[claim]]\nsource = \"courier\"\nquestion = \"fire/country\"\nvalue = \"belmar\"\nquote = \"in Belmar\"\n";

/// Two sources that contradict each other.
pub(crate) const DISPUTED: &[(&str, &str)] = &[MANIFEST, QUESTIONS, SOURCES, ("claims/a.toml", CLAIMS)];

/// The same, explained by the desk.
pub(crate) const EXPLAINED: &[(&str, &str)] = &[
    MANIFEST,
    QUESTIONS,
    SOURCES,
    ("claims/a.toml", CLAIMS),
    (
        "claims/b.toml",
        "[[assessment]]\nquestion = \"fire/country\"\nstatus = \"contested\"\nrationale = \"They quote two officials.\"\n\
         claims = [\"herald#country\", \"courier#country\"]\n",
    ),
];

/// Nothing but a file that is no TOML.
pub(crate) const BROKEN: &[(&str, &str)] = &[MANIFEST, ("claims/a.toml", "[[claim\n")];

/// Files by their paths, to be changed.
pub(crate) type Texts = Vec<(&'static str, String)>;

pub(crate) fn owned(files: &[(&'static str, &str)]) -> Texts {
    files.iter().map(|(path, text)| (*path, (*text).to_owned())).collect()
}

/// The files with `from` replaced by `to`, which must stand in them.
pub(crate) fn with(files: &Texts, from: &str, to: &str) -> Texts {
    assert!(files.iter().any(|(_, text)| text.contains(from)), "{from}");
    files.iter().map(|(path, text)| (*path, text.replace(from, to))).collect()
}

/// The dossier of some files.
pub(crate) fn loaded(files: &Texts) -> Dossier {
    from_texts(&files.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>())
}

/// The alignment of a dossier whose texts are not held.
pub(crate) fn aligned(dossier: &Dossier) -> Alignment<'_> {
    Alignment::new(dossier, Looked::nothing(dossier))
}

/// All findings of a dossier on a day.
pub(crate) fn judged(files: &[(&str, &str)], today: i128) -> Vec<Finding> {
    let dossier = from_texts(files);
    let alignment = aligned(&dossier);
    judge(&Court::new(&alignment, today))
}

#[test]
fn each_kind_of_problem_is_told_by_the_rule_of_its_name_and_by_no_other() {
    let mut dossier = from_texts(DISPUTED);
    for kind in ProblemKind::ALL {
        dossier.problems = vec![Problem::new(*kind, Spot::new(FileId(0), &(0..1)), "what is wrong")];
        let alignment = aligned(&dossier);
        let found = judge(&Court::new(&alignment, 20_000));
        let rules = found.iter().filter(|finding| finding.message == "what is wrong".into());
        assert_eq!(rules.map(|finding| finding.rule.name).collect::<Vec<_>>(), [kind.name()]);
    }
}
