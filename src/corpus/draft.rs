//! Drafts: paragraphs, and what is amiss in each of them. They are held against the record that the run stands in.

use std::collections::BTreeMap;
use std::path::Path;

use super::case::{Fault, NOTHING};
use super::set::Set;
use crate::audit::{Audit, DraftFile, Levels};
use crate::error::Error;
use crate::view::accuracy::{Came, Should, Tried};
use crate::view::draft::DraftFinding;

/// Holds the drafts of a set against the record, all at once. Said is something where a finding is made.
///
/// # Errors
/// In a case, what is wrong with it; else a record that cannot be judged.
pub(super) fn tried(set: &Set, record: &Path) -> Result<Vec<Tried>, Result<Fault, Error>> {
    let mut drafts = Vec::new();
    let mut wanted = Vec::new();
    for (number, case) in set.cases.iter().filter(|case| !case.is_doubtful()).enumerate() {
        let text = case.text("text").map_err(Ok)?;
        let path = format!("{number:04}.md");
        wanted.push((path.clone(), case, case.texts("finds").map_err(Ok)?));
        drafts.push(DraftFile { path, bytes: text.as_bytes().to_vec() });
    }
    let audit = Audit::open(record).map_err(Err)?;
    let dated = set.told.date.as_str();
    let drafting = audit.drafting(&drafts, (dated, "en"), &Levels::default()).map_err(Err)?;
    let judged = drafting.judged(set.day).map_err(Err)?;
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let told = |finding: &DraftFinding| format!("{}: {}", finding.rule, finding.words);
    judged.shown(|view, _| {
        for finding in &view.findings {
            found.entry(finding.file.clone()).or_default().push(told(finding));
        }
    });
    let mut tried = Vec::new();
    for (path, case, wanted) in wanted {
        let mut found = found.remove(&path).unwrap_or_default();
        let mut parts = Vec::new();
        for label in &wanted {
            match found.iter().position(|it| it == label) {
                Some(at) => {
                    found.remove(at);
                    parts.push(([label.as_str(); 2], (Should::Speak, Came::Right)));
                }
                None => parts.push(([label.as_str(), NOTHING], (Should::Speak, Came::Silence))),
            }
        }
        if wanted.is_empty() && found.is_empty() {
            parts.push(([NOTHING; 2], (Should::BeSilent, Came::Silence)));
        }
        let besides = found.iter().map(|said| ([NOTHING, said.as_str()], (Should::BeSilent, Came::Wrong)));
        parts.extend(besides);
        for (nth, (words, outcome)) in parts.into_iter().enumerate() {
            tried.push(case.part(nth + 1, words, outcome).map_err(Ok)?);
        }
    }
    Ok(tried)
}
