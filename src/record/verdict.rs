//! What the audit says of rows once they are written down: why some are not to be.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::prepare::Step;
use super::row::{Refusal, Row, RowKey};
use super::taking::{HeldTo, Taking};
use super::texts::{NewFiles, touches};
use crate::align::looked::Evidence;
use crate::audit::{Judged, Levels};
use crate::judge::rules::OF_EVIDENCE;
use crate::judge::{By, Family, Finding};
use crate::load::keys::ClaimKey;
use crate::model::Level;
use crate::model::table::{ClaimId, Id};
use crate::text::Spot;
use crate::view::added::Warning;
use crate::view::withheld::Gate;

/// The levels by which rows are judged: they are held to the evidence whatever the dossier says of it.
pub(super) fn levels(held_to: HeldTo) -> Levels {
    match held_to {
        HeldTo::Evidence => Levels {
            deny: OF_EVIDENCE.iter().map(|rule| rule.name.to_owned()).collect(),
            ..Levels::default()
        },
        HeldTo::Levels => Levels::default(),
    }
}

/// Why rows that are written down are refused, by the numbers of the rows.
pub(super) fn refusals(
    judged: &Judged<'_>,
    (files, rows, steps): (&NewFiles, &[Row], &[Step]),
    taking: Taking<'_>,
) -> BTreeMap<usize, Vec<Refusal>> {
    let dossier = &judged.audit().dossier;
    let gate = Gate::new(dossier, taking.reader);
    let mut refused: BTreeMap<usize, Vec<Refusal>> = BTreeMap::new();
    let places = files.places(&dossier.files);
    let told = judged.findings().par_iter().filter(|finding| is_own(finding)).filter_map(|finding| {
        let mark = finding.marks.first()?;
        let row = places.row(mark.spot)?;
        let key = key_at(&dossier.files.get(mark.spot.file).text, mark.spot.start as usize);
        let refusal = Refusal {
            line: rows[row].line,
            column: key.and_then(|key| rows[row].get(key)).and_then(|given| given.column),
            reason: format!("{} ({})", gate.phrase(&finding.message), finding.rule.name),
            help: help(gate, finding),
        };
        Some((row, refusal))
    });
    for (row, refusal) in told.collect::<Vec<_>>() {
        refused.entry(row).or_default().push(refusal);
    }
    let mut read = vec![false; rows.len()];
    for (id, claim) in dossier.claims.iter() {
        let Some(row) = places.row(claim.spot) else { continue };
        read[row] = true;
        if taking.held_to == HeldTo::Evidence
            && needs_text(&steps[row])
            && !is_seen(judged, id)
            && !refused.contains_key(&row)
        {
            let source = dossier.sources.name(claim.source);
            let why =
                format!("nobody has held its quote: the text of `{source}` is not at hand (text-not-held)");
            let refusal = rows[row].refusal(ClaimKey::Quote, why);
            let help = "name the folder of the texts with `--archive DIR`, or keep it for review with `--unreviewed`";
            refused.entry(row).or_default().push(refusal.help(help));
        }
    }
    for (row, step) in steps.iter().enumerate() {
        if is_written(step) && !read[row] && !refused.contains_key(&row) {
            let refusal = Refusal::at(rows[row].line, "it cannot be read as a claim");
            refused
                .entry(row)
                .or_default()
                .push(refusal.help("`gainsay schema claims` has the keys of a claim"));
        }
    }
    refused
}

/// What a check warns of the claims of rows that are written down, by the numbers of the rows: what points at one first, and what the
/// record leaves open of it among others. How it stands to others is told elsewhere.
pub(super) fn warnings(
    judged: &Judged<'_>,
    files: &NewFiles,
    taking: Taking<'_>,
) -> BTreeMap<usize, Vec<Warning>> {
    let dossier = &judged.audit().dossier;
    let gate = Gate::new(dossier, taking.reader);
    let places = files.places(&dossier.files);
    let at = |spot: Spot| places.row(spot);
    let mut warned: BTreeMap<usize, Vec<Warning>> = BTreeMap::new();
    let warns = |finding: &&Finding| {
        finding.level == Level::Warn
            && finding.explained.is_none()
            && !matches!(finding.rule.family, Family::Relation(..))
    };
    for finding in judged.findings().iter().filter(warns) {
        let mut rows: BTreeSet<usize> =
            finding.marks.first().and_then(|mark| at(mark.spot)).into_iter().collect();
        if matches!(finding.rule.family, Family::Record) {
            let claims = finding.claims.iter().filter_map(|name| dossier.claims.find(name));
            rows.extend(claims.filter_map(|claim| at(dossier.claims[claim].spot)));
        }
        let warning = || Warning {
            rule: finding.rule.name,
            message: gate.phrase(&finding.message),
            help: help(gate, finding),
        };
        rows.into_iter().for_each(|row| warned.entry(row).or_default().push(warning()));
    }
    warned
}

/// What is said at the main place of a finding, and what would mend it.
fn help(gate: Gate<'_>, finding: &Finding) -> Option<String> {
    let label = finding.marks.first().map(|mark| gate.phrase(&mark.label.phrase(gate.dossier())));
    let help = [label, finding.help.as_ref().map(|help| gate.phrase(help))];
    let help: Vec<String> = help.into_iter().flatten().filter(|words| !words.is_empty()).collect();
    (!help.is_empty()).then(|| help.join("; "))
}

/// Whether a finding is about one claim by itself, and keeps it out.
fn is_own(finding: &Finding) -> bool {
    let of_claim = match finding.rule.family {
        Family::Form | Family::Record | Family::Quote | Family::Desk => true,
        Family::Origin | Family::Relation(..) | Family::Law(..) | Family::Draft => false,
    };
    of_claim && finding.level == Level::Deny && !(finding.explained.is_some() && finding.by == By::Comment)
}

fn is_written(step: &Step) -> bool {
    matches!(step, Step::Create(_) | Step::Update(_))
}

/// Whether what a step writes is held against a text.
fn needs_text(step: &Step) -> bool {
    let held = [
        ClaimKey::Quote,
        ClaimKey::Prefix,
        ClaimKey::Suffix,
        ClaimKey::Locator,
        ClaimKey::Value,
        ClaimKey::SaidBy,
        ClaimKey::Question,
    ];
    match step {
        Step::Create(_) => true,
        Step::Update(changed) => touches(changed, &held),
        Step::Unchanged(_) | Step::Refuse(_) => false,
    }
}

/// Whether the quote of a claim was looked for, now or by the lock.
fn is_seen(judged: &Judged<'_>, claim: ClaimId) -> bool {
    matches!(judged.alignment().evidence[claim.index()], Evidence::Seen(_) | Evidence::Attested(_))
}

/// The key on whose line an offset of a claim's TOML stands.
fn key_at(text: &str, offset: usize) -> Option<RowKey> {
    let start = text.get(..offset)?.rfind('\n').map_or(0, |before| before + 1);
    let (key, _) = text.get(start..)?.split_once('=')?;
    // What is inside of a scope has its key on the same line.
    let inside = || {
        let (before, _) = text.get(start..offset)?.rsplit_once('=')?;
        RowKey::named(&format!(
            "{}.{}",
            key.trim(),
            before.rsplit([' ', ',', '{']).find(|it| !it.is_empty())?
        ))
        .ok()
    };
    RowKey::named(key.trim()).ok().or_else(inside)
}
