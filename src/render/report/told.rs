//! How a report tells of claims in words: who says a thing, where, and in which quotes. Shared by all formats for people.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::position::Untold;
pub(super) use crate::render::position::standing_behind;
use crate::render::words::quoted;
use crate::text::counted;
use crate::view::name::QuestionName;
use crate::view::report::Report;
use crate::view::report::disagreement::{Class, Disagreement, Status};
use crate::view::report::statement::{Modality, Statement};
use crate::view::report::voice::Voice;
use crate::view::vocabularies::OverTime;

/// At most so many answers of one dispute are told, and so many that give one of them.
pub(super) const MOST_SIDES: usize = 120;
pub(super) const MOST_VOICES: usize = 120;

/// At most so many positions behind one dispute are told.
pub(super) const MOST_POSITIONS: usize = 24;

/// At most so many disputes of one question are told in a section.
pub(super) const MOST_DISPUTES: usize = 120;

/// The disputes of a section that are told.
pub(super) struct Section<'a> {
    pub(super) heading: &'static str,
    /// Each with its number in the report.
    pub(super) disputes: Vec<(usize, &'a Disagreement)>,
    /// The questions of which more are in dispute so than are told, with how many more.
    pub(super) more: BTreeMap<&'a QuestionName, usize>,
}

/// The sections of a report, gravest first; at most `most` disputes of one question in each.
pub(super) fn sections(view: &Report, most: usize) -> Vec<Section<'_>> {
    let mut number = 0;
    let sections = view.sections().map(|all| {
        let mut told: BTreeMap<&QuestionName, usize> = BTreeMap::new();
        let heading = section(all[0].class);
        let mut section = Section { heading, disputes: Vec::new(), more: BTreeMap::new() };
        for dispute in all {
            number += 1;
            let before = told.entry(&dispute.question).or_default();
            *before += 1;
            match *before <= most {
                true => section.disputes.push((number, dispute)),
                false => *section.more.entry(&dispute.question).or_default() += 1,
            }
        }
        section
    });
    sections.collect()
}

/// `and 3 more of the kind on QUESTION`.
pub(super) fn more_disputes((question, more): (&&QuestionName, &usize)) -> String {
    format!("and {more} more of the kind on `{question}`: `gainsay check` tells of each")
}

/// What is left out behind the positions of a dispute that are told; `None` where nothing is.
pub(super) fn more_positions(dispute: &Disagreement) -> Option<String> {
    let more = dispute.positions.len().saturating_sub(MOST_POSITIONS) + dispute.positions_left_out;
    Untold { more, others: dispute.positions_cut }.told()
}

/// The heading of the disputes of a class.
pub(super) fn section(class: Class) -> &'static str {
    match class {
        Class::Conflict => "Where the sources contradict each other",
        Class::Tension => "Where they are in tension",
        Class::Change => "Where a figure was revised",
        Class::Open => "Where it cannot be told",
        Class::Agreement | Class::Compatible | Class::Dependence | Class::Aside => {
            "Where a bound says less than is known"
        }
    }
}

/// The quotes of a voice, each once, in quotation marks.
pub(super) fn quotes(voice: &Voice) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for claim in &voice.all {
        let shown = match &claim.quote {
            Some(quote) => quoted(quote, claim.translation.as_deref()),
            None if claim.withheld => "quote withheld".to_owned(),
            None => continue,
        };
        if seen.insert(shown.clone()) {
            found.push(shown);
        }
    }
    found
}

/// `Joe Biden, through PressTV`; for a source's own voice `IranWire, in its own voice`.
pub(in crate::render) fn speaker(claim: &Statement) -> String {
    let mut said = match (claim.own_voice, &claim.publisher) {
        (true, Some(publisher)) => format!("{publisher}, in its own voice"),
        (true, None) => "in its own voice, publisher unknown".to_owned(),
        (false, _) if claim.named => claim.speaker.clone(),
        (false, _) => format!("{}, not named", claim.speaker),
    };
    if !claim.via.is_empty() {
        said.push_str(&format!(", through {}", claim.via.join(", ")));
    }
    if claim.modality != Modality::Stated {
        said.push_str(&format!(", {}", claim.modality));
    }
    said
}

/// When the claim holds, where that matters, and what it covers, where that is not said once for all.
pub(super) fn covering(claim: &Statement, dispute: &Disagreement, common: &[&str]) -> String {
    let mut said: Vec<String> = Vec::new();
    if dispute.over_time != OverTime::Fixed {
        said.push(format!("as of {}", claim.as_of));
    }
    said.extend(claim.covers.iter().filter(|scope| !common.contains(&scope.as_str())).cloned());
    match said.is_empty() {
        true => String::new(),
        false => format!(" ({})", said.join(", ")),
    }
}

/// `3 contradictions and 1 denial, all explained by the desk`: the disputes in one clause; `None` where there are none.
pub(super) fn in_short(view: &Report) -> Option<String> {
    let kinds: Vec<String> = view.tally().into_iter().map(|(rule, count)| rule.counted(count)).collect();
    let state = match (view.open(), view.disputes.len()) {
        (_, 0) => return None,
        (0, 1) => "explained by the desk".to_owned(),
        (0, _) => "all explained by the desk".to_owned(),
        (1, 1) => "open".to_owned(),
        (open, all) if open == all => "all open".to_owned(),
        (open, _) => format!("{open} of them open"),
    };
    Some(format!("{}; {state}", joined(&kinds)))
}

/// `a, b and c`.
pub(super) fn joined(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// `contradiction, explained`, or `contradiction, open`.
pub(super) fn state(dispute: &Disagreement) -> String {
    let state = if dispute.is_explained() { "explained" } else { "open" };
    format!("{}, {state}", dispute.rule)
}

/// How the desk sees the question of a dispute that it explains.
pub(super) fn status(dispute: &Disagreement) -> &'static str {
    dispute.status.map_or("explained", Status::name)
}

/// `12 claims of 4 sources on 6 questions`.
pub(super) fn looked_at(view: &Report) -> String {
    let counts = &view.counts;
    format!(
        "{} of {} on {}",
        counted(counts.claims, "claim"),
        counted(counts.sources, "source"),
        counted(counts.questions, "question"),
    )
}

/// `10 of 12 quotes stand in their text, seen now or attested by the lock`.
pub(super) fn held(view: &Report) -> String {
    let (held, all) = view.quotes_held();
    format!("{held} of {all} quotes stand in their text, seen now or attested by the lock")
}
