//! How a report tells of claims in words: who says a thing, where, and in which quotes. Shared by all formats for people.

use std::collections::BTreeMap;

use crate::model::claim::Modality;
pub(crate) use crate::render::position::standing_behind;
use crate::render::term::layout::counted;
use crate::view::report::{DisputeView, ReportView, SaidView, SideView};

/// Claims that one speaker makes in one source, of the same scope and moment: told in one breath.
pub(crate) struct Voice<'a> {
    pub(crate) first: &'a SaidView,
    pub(crate) all: Vec<&'a SaidView>,
}

/// Claims by who says them where, in the order in which they come.
pub(crate) fn voices<'a>(claims: impl IntoIterator<Item = &'a SaidView>) -> Vec<Voice<'a>> {
    let mut found: Vec<Voice> = Vec::new();
    for claim in claims {
        let same = |other: &SaidView| {
            (&other.source, &other.speaker, &other.via) == (&claim.source, &claim.speaker, &claim.via)
                && (&other.scope, &other.as_of, other.modality)
                    == (&claim.scope, &claim.as_of, claim.modality)
        };
        match found.iter_mut().find(|voice| same(voice.first)) {
            Some(voice) => voice.all.push(claim),
            None => found.push(Voice { first: claim, all: vec![claim] }),
        }
    }
    found
}

impl Voice<'_> {
    /// The quotes, each once, in quotation marks.
    pub(crate) fn quotes(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for claim in &self.all {
            let shown = match &claim.quote {
                Some(quote) => format!("“{quote}”"),
                None if claim.withheld => "quote withheld".to_owned(),
                None => continue,
            };
            if !found.contains(&shown) {
                found.push(shown);
            }
        }
        found
    }
}

/// `Joe Biden, through PressTV`; for a source's own voice `IranWire, in its own voice`.
pub(crate) fn speaker(claim: &SaidView) -> String {
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
pub(crate) fn covering(claim: &SaidView, dispute: &DisputeView, common: &[String]) -> String {
    let mut said: Vec<String> = Vec::new();
    if dispute.grows {
        said.push(format!("as of {}", claim.as_of));
    }
    said.extend(claim.covers.iter().filter(|scope| !common.contains(scope)).cloned());
    match said.is_empty() {
        true => String::new(),
        false => format!(" ({})", said.join(", ")),
    }
}

/// The scope that all claims of a dispute state.
pub(crate) fn common_scope(dispute: &DisputeView) -> Vec<String> {
    let mut claims = dispute.sides.iter().flat_map(|side| &side.claims);
    let Some(first) = claims.next() else { return Vec::new() };
    let mut common = first.covers.clone();
    for claim in claims {
        common.retain(|scope| claim.covers.contains(scope));
    }
    common
}

/// The sources of some claims, each once, in order.
pub(crate) fn source_count<'a>(claims: impl IntoIterator<Item = &'a SaidView>) -> usize {
    let mut sources: Vec<&str> = claims.into_iter().map(|claim| claim.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    sources.len()
}

/// `3 contradictions and 1 denial, all explained by the desk`: the disputes in one clause; `None` where there are none.
pub(crate) fn in_short(view: &ReportView) -> Option<String> {
    if view.disputes.is_empty() {
        return None;
    }
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for dispute in &view.disputes {
        match kinds.iter_mut().find(|(rule, _)| *rule == dispute.rule) {
            Some((_, count)) => *count += 1,
            None => kinds.push((dispute.rule, 1)),
        }
    }
    let kinds: Vec<String> = kinds.into_iter().map(|(rule, count)| kind_counted(rule, count)).collect();
    let open = view.disputes.iter().filter(|dispute| dispute.explained.is_none()).count();
    let state = match (open, view.disputes.len()) {
        (0, 1) => "explained by the desk".to_owned(),
        (0, _) => "all explained by the desk".to_owned(),
        (1, 1) => "open".to_owned(),
        (open, all) if open == all => "all open".to_owned(),
        (open, _) => format!("{open} of them open"),
    };
    Some(format!("{}; {state}", joined(&kinds)))
}

fn kind_counted(rule: &str, count: usize) -> String {
    match rule {
        "undetermined" => format!("{count} that cannot be told"),
        "part-exceeds-whole" => format!("{} larger than the whole", counted(count, "part")),
        "revised-down" => format!("{} revised down", counted(count, "figure")),
        "sum-mismatch" => format!("{} off", counted(count, "sum")),
        rule => counted(count, rule),
    }
}

/// `a, b and c`.
pub(crate) fn joined(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// How many questions are in dispute.
pub(crate) fn disputed_questions(view: &ReportView) -> usize {
    let mut questions: BTreeMap<&str, ()> = BTreeMap::new();
    questions.extend(view.disputes.iter().map(|dispute| (dispute.question.as_str(), ())));
    questions.len()
}

/// The reasons of a dispute's pairs, each once; where it has no pairs, what its finding says.
pub(crate) fn reasons(dispute: &DisputeView) -> Vec<&str> {
    let mut told: Vec<&str> = Vec::new();
    for pair in &dispute.pairs {
        if !told.contains(&pair.reason.as_str()) {
            told.push(&pair.reason);
        }
    }
    if told.is_empty() {
        told.push(&dispute.message);
    }
    told
}

/// `“Jordan” (4 sources) against “Syria” (1 source)`.
pub(crate) fn against(dispute: &DisputeView) -> String {
    let side = |side: &SideView| {
        let plain = &side.claims[0].plain;
        format!("“{plain}” ({})", counted(source_count(&side.claims), "source"))
    };
    let sides: Vec<String> = dispute.sides.iter().take(4).map(side).collect();
    let more = dispute.sides.len().saturating_sub(4);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", sides.join(" against "))
}

/// `contradiction, explained`, or `contradiction, open`.
pub(crate) fn state(dispute: &DisputeView) -> String {
    let state = if dispute.explained.is_some() { "explained" } else { "open" };
    format!("{}, {state}", dispute.rule)
}
