//! The questions in dispute in a few lines each: what is asked, who says what, and how it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::prose;
use super::told;
use super::told::Section;
use crate::view::name::QuestionName;
use crate::view::report::Report;
use crate::view::report::asked::AskedQuestion;
use crate::view::report::disagreement::Disagreement;

/// At most so many questions are told so.
const MOST: usize = 120;

/// So many of the numbers of its disputes are told.
const MOST_NUMBERS: usize = 12;

/// A question in dispute.
pub(super) struct Brief<'a> {
    pub(super) ask: &'a str,
    pub(super) event: &'a str,
    /// Who says what, in one sentence.
    pub(super) sentence: String,
    /// Each kind of dispute on it once, gravest first: `contradiction, open`.
    pub(super) states: Vec<String>,
    /// The gravest of them.
    pub(super) gravest: &'a Disagreement,
    /// The numbers of its disputes in the report.
    pub(super) numbers: Vec<usize>,
}

/// The questions in dispute, gravest first, and how many more there are.
pub(super) fn briefs<'a>(view: &'a Report, sections: &[Section<'a>]) -> (Vec<Brief<'a>>, usize) {
    let mut numbers: BTreeMap<&QuestionName, Vec<usize>> = BTreeMap::new();
    for (number, dispute) in sections.iter().flat_map(|section| &section.disputes) {
        numbers.entry(&dispute.question).or_default().push(*number);
    }
    let disputed = view.disputed();
    let more = disputed.len().saturating_sub(MOST);
    let brief = |(asked, disputes): (&'a AskedQuestion, Vec<&'a Disagreement>)| {
        let mut seen = BTreeSet::new();
        Brief {
            ask: &asked.ask,
            event: &asked.event,
            sentence: prose::sentence(asked, &disputes),
            states: disputes.iter().map(|it| told::state(it)).filter(|it| seen.insert(it.clone())).collect(),
            gravest: disputes[0],
            numbers: numbers.remove(&asked.question).unwrap_or_default(),
        }
    };
    (disputed.into_iter().take(MOST).map(brief).collect(), more)
}

/// `contradiction, open; denial, open (1 and 4 below)`: how it stands, and under which numbers more is told of it.
pub(super) fn states(brief: &Brief<'_>) -> String {
    let numbers: Vec<String> = brief.numbers.iter().take(MOST_NUMBERS).map(usize::to_string).collect();
    let more = if brief.numbers.len() > MOST_NUMBERS { " and further" } else { "" };
    match numbers.is_empty() {
        true => brief.states.join("; "),
        false => format!("{} ({}{more} below)", brief.states.join("; "), told::joined(&numbers)),
    }
}
