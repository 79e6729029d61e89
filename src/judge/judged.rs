//! All that the rules find in a dossier.

use rayon::prelude::*;

use super::accepted;
use super::court::Court;
use super::finding::Finding;
use super::rules::FINDERS;
use crate::model::Level;

/// All findings of all rules that are not allowed, in the order of their places.
pub(crate) fn judge(court: &Court) -> Vec<Finding> {
    let dossier = court.dossier();
    let mut found: Vec<Finding> = FINDERS
        .par_iter()
        .filter(|finder| finder.rule.level_in(dossier) != Level::Allow)
        .flat_map_iter(|finder| {
            let mut found = Vec::new();
            (finder.find)(court, &mut found);
            found
        })
        .collect();
    for finding in &mut found {
        finding.level = finding.rule.level_in(dossier);
        finding.claims.sort();
        finding.claims.dedup();
    }
    accepted::apply(court, &mut found);
    found.par_sort_by(|a, b| {
        let place = |finding: &Finding| finding.marks.first().map(|mark| mark.spot);
        (place(a), a.rule.name, &a.message).cmp(&(place(b), b.rule.name, &b.message))
    });
    found
}
