//! Files that were not opened, told as findings: of the record, texts of sources, and those of an archive.

use super::court::Court;
use super::disputed::problems;
use super::finding::Finding;
use super::rule::Rule;
use crate::align::looked::TextState;
use crate::model::problem::ProblemKind;
use crate::model::table::Id;
use crate::text::{FileId, Spot};

/// One finding for each file that was not opened for a reason of this kind.
pub(super) fn tell(court: &Court, found: &mut Vec<Finding>, rule: &'static Rule, kind: ProblemKind) {
    problems(court, found, rule, kind);
    let dossier = court.dossier();
    for (id, source) in dossier.sources.iter() {
        let TextState::Refused(of, why) = &court.alignment.texts[id.index()] else { continue };
        if *of != kind {
            continue;
        }
        let name = dossier.sources.name(id);
        let mut finding = Finding::new(rule, format!("the text of source `{name}` is not read: it {why}"));
        finding.key = name.to_owned();
        let spot = source.text.as_ref().map_or(source.spot, |(_, spot)| *spot);
        found.push(finding.mark(spot, "nothing of it was read, so that its quotes are unchecked"));
    }
    for (_, message) in court.alignment.refused.iter().filter(|(of, _)| *of == kind) {
        let mut finding = Finding::new(rule, message.clone());
        finding.key = message.clone();
        found.push(finding.mark(Spot::new(FileId(0), &(0..0)), "an archive was named for this dossier"));
    }
}
