//! The rule `anachronism`.

use std::collections::BTreeSet;

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::claim::{AsOf, Modality};
use crate::model::source::Source;
use crate::model::table::SourceId;

rule! {
    /// A source that is older than what it tells of.
    ///
    /// Three things cannot be: a source whose last possible date lies before the first possible day of the event that it tells of; one
    /// whose last possible date lies before the first possible date of a source that it derives from, corrects or retracts; and a claim
    /// whose `as-of` begins after its source's last possible date. A source's last possible date is that of its update, where it has
    /// one. Uncertain dates are taken at their widest, unknown ones as no date; what is projected may speak of what
    /// is to come. Days are compared as they are written: a day's difference may be one of time zones.
    /// Times are compared by their offsets, where they have any.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.almanac]
    /// title = "The almanac"
    /// publisher = "gazette"
    /// published = "2024-01"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "almanac"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 3
    /// as-of = "2024-04-01"
    /// quote = "3 have died"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [source.almanac]
    /// title = "The almanac"
    /// publisher = "gazette"
    /// published = "2024"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "almanac"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// One of the dates is wrong, or the text was changed after it was dated: look at both, and record an update as `updated`.
    "anachronism", Warn, Record, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    before_the_event(court, found);
    before_what_it_cites(court, found);
    after_publication(court, found);
}

/// A source that tells of an event before it was.
fn before_the_event(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    let told = dossier
        .claims
        .iter()
        .filter(|(_, claim)| claim.shape().is_some() && claim.modality != Modality::Projected);
    let mut seen: BTreeSet<(SourceId, _)> = BTreeSet::new();
    for (id, claim) in told {
        let event = dossier.questions[claim.question].event;
        let Some((Some(first), _)) = dossier.events[event].days else { continue };
        let source = &dossier.sources[claim.source];
        let Some(date) = last_date(source) else { continue };
        let Some(last) = date.days.greatest().filter(|last| *last < first) else { continue };
        if !seen.insert((claim.source, event)) {
            continue;
        }
        let date = date.told();
        let (name, of) = (dossier.sources.name(claim.source), dossier.events.name(event));
        let on = dossier.events[event].date.as_deref().unwrap_or_default();
        let message = format!("`{name}` is of {date}, and tells of `{of}`, which was on {on}");
        let mut finding = Finding::new(&RULE, message).claim(dossier.claims.name(id));
        finding.key = of.to_owned();
        if first - last <= 1 {
            finding = finding.note("a day apart: it may be a matter of time zones");
        }
        found.push(
            finding.mark(source.spot, format!("{date} at the latest")).mark(claim.value_spot, "told here"),
        );
    }
}

/// A source that derives from, corrects or retracts one which came later.
fn before_what_it_cites(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, source) in dossier.sources.iter() {
        let Some(date) = last_date(source) else { continue };
        let derived = source.derived_from.iter().map(|derivation| (derivation.source, "derives from"));
        let corrected = source.corrects.iter().map(|other| (*other, "corrects"));
        let retracted = source.retracts.iter().map(|other| (*other, "retracts"));
        for (other, how) in derived.chain(corrected).chain(retracted).filter(|(other, _)| *other != id) {
            let cited = &dossier.sources[other];
            let Some(published) = cited.published.as_ref().filter(|published| date.ends_before(published))
            else {
                continue;
            };
            let (words, near) = (published.told(), are_a_day_apart(date, published));
            let date = date.told();
            let (name, cites) = (dossier.sources.name(id), dossier.sources.name(other));
            let mut finding = Finding::new(
                &RULE,
                format!("`{name}` is of {date}, and {how} `{cites}`, which is of {words}"),
            );
            finding.key = format!("{name}\n{cites}");
            if near {
                finding = finding.note("a day apart: it may be a matter of time zones");
            }
            let finding = finding.mark(source.spot, format!("{date} at the latest"));
            found.push(finding.mark(cited.spot, format!("{words} at the earliest")));
        }
    }
}

/// A figure for a moment at which its source had long been published.
fn after_publication(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, claim) in dossier.claims.iter().filter(|(_, claim)| claim.modality != Modality::Projected) {
        let Some(date) = last_date(&dossier.sources[claim.source]) else { continue };
        let Some(as_of) = claim.as_of.as_ref().filter(|as_of| date.ends_before(as_of)) else { continue };
        let (words, near) = (as_of.told(), are_a_day_apart(date, as_of));
        let date = date.told();
        let name = dossier.claims.name(id);
        let message = format!("`{name}` holds as of {words}, and its source is of {date}");
        let mut finding =
            Finding::new(&RULE, message).claim(name).question(dossier.questions.name(claim.question));
        if near {
            finding = finding.note("a day apart: it may be a matter of time zones");
        }
        let finding = finding.mark(claim.spot, format!("as of {words}"));
        found.push(finding.mark(dossier.sources[claim.source].spot, format!("{date} at the latest")));
    }
}

/// Whether the one date's last day, as written, is the day before the other's first, or no earlier.
fn are_a_day_apart(date: &AsOf, later: &AsOf) -> bool {
    date.days.greatest().zip(later.days.least()).is_some_and(|(last, first)| first - last <= 1)
}

/// The last date at which a source can have been written; `None` where it is not known to have an end.
fn last_date(source: &Source) -> Option<&AsOf> {
    let published = source.published.as_ref()?;
    let date = match source.updated.as_ref() {
        Some(updated) if !updated.ends_before(published) && updated.last? >= published.last? => updated,
        _ => published,
    };
    date.last.map(|_| &**date)
}
