//! What was known on a day: a dossier without the sources that cannot have been out yet.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Dossier;
use super::claim::AsOf;
use super::part::leave_out;
use super::table::SourceId;

/// What is left of a dossier, and what is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) sources: usize,
    pub(crate) of_sources: usize,
    /// The sources without a date: they stay.
    pub(crate) undated: usize,
    /// The desk's conclusions that it drew later, or of which no claim is left.
    pub(crate) assessments_left_out: usize,
}

/// Leaves out the sources whose first possible day of publication lies after `day`, and all that hangs on them; ids are
/// given anew. Sources without a date stay. The desk's assessments go where they were decided later, or
/// where all the claims that they explain are gone.
pub(crate) fn as_known_on(mut dossier: Dossier, day: i128) -> (Dossier, Known) {
    let later = |date: &Arc<AsOf>| date.days.least().is_some_and(|first| first > day);
    let mut known = Known { of_sources: dossier.sources.len(), ..Known::default() };
    known.undated = dossier.sources.iter().filter(|(_, source)| source.published.is_none()).count();
    let gone: BTreeSet<SourceId> = dossier
        .sources
        .iter()
        .filter(|(_, source)| source.published.as_ref().is_some_and(later))
        .map(|(id, _)| id)
        .collect();
    known.sources = known.of_sources - gone.len();

    known.assessments_left_out =
        leave_out(&mut dossier, &gone, |assessment, _| !assessment.decided_at.as_ref().is_some_and(later));
    (dossier, known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;
    use crate::value::calendar::day;

    const DOSSIER: [(&str, &str); 2] = [
        (
            "sources/a.toml",
            r#"
            [source]
            early = { title = "E", publisher = "herald", published = "2024-01-29" }
            later = { title = "L", publisher = "herald", published = "2024-02-02", derived-from = [{ source = "early" }] }
            month = { title = "M", publisher = "herald", published = "2024-01", derived-from = [{ source = "later" }, { source = "undated" }] }
            undated = { title = "U", publisher = "herald", published = "unknown" }
            [agent.herald]
            name = "Herald"
            "#,
        ),
        (
            "claims/a.toml",
            r#"
            [event.fire]
            title = "Fire"
            [event.fire.question.killed]
            ask = "How many?"
            type = "count"
            [[claim]]
            source = "early"
            question = "fire/killed"
            value = 3
            [[claim]]
            source = "later"
            question = "fire/killed"
            value = 4
            corrects = ["early#killed"]
            [[claim]]
            source = "undated"
            question = "fire/killed"
            value = { higher-than = "later#killed" }
            disputes = ["later#killed", "early#killed"]
            [[assessment]]
            question = "fire/killed"
            status = "contested"
            rationale = "both"
            claims = ["later#killed"]
            [[assessment]]
            question = "fire/killed"
            status = "contested"
            rationale = "some"
            claims = ["later#killed", "undated#killed"]
            [[assessment]]
            question = "fire/killed"
            status = "contested"
            rationale = "decided later"
            decided-at = "2024-02-05"
            "#,
        ),
    ];

    #[test]
    fn sources_that_cannot_have_been_out_are_left_out_and_links_follow() {
        let (dossier, known) = as_known_on(from_texts(&DOSSIER), day::number(2024, 1, 31));
        assert_eq!(dossier.sources.names().collect::<Vec<_>>(), ["early", "month", "undated"]);
        assert_eq!(dossier.claims.names().collect::<Vec<_>>(), ["early#killed", "undated#killed"]);
        assert_eq!(known, Known { sources: 3, of_sources: 4, undated: 1, assessments_left_out: 2 });
        let source = |name| dossier.sources.find(name).expect("it is left");
        let claim = |name| dossier.claims.find(name).expect("it is left");
        let undated = &dossier.claims[claim("undated#killed")];
        assert_eq!(
            (undated.source, &undated.links.disputes),
            (source("undated"), &vec![claim("early#killed")])
        );
        // What it was higher than is gone; that it is 5 or more stays.
        let says = undated.says().expect("it says something");
        assert_eq!(says.relative.as_ref().map(|relative| relative.other), Some(None));
        assert!(says.shape.numbers().is_some_and(|bounds| bounds.hard.least() == Some(5)));
        let derived: Vec<SourceId> =
            dossier.sources[source("month")].derived_from.iter().map(|it| it.source).collect();
        assert_eq!(derived, [source("undated")]);
        assert_eq!(dossier.assessments[0].claims, [claim("undated#killed")]);
    }

    #[test]
    fn the_day_of_publication_itself_counts() {
        let (dossier, known) = as_known_on(from_texts(&DOSSIER), day::number(2024, 2, 2));
        assert_eq!((dossier.sources.len(), known.assessments_left_out), (4, 1));
    }
}
