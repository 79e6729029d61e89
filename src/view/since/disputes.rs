//! Disputes opened, closed, explained and joined: each finding that tells of one, with the one that it was.

use super::record::{DisputeChange, DisputeChanges};
use super::side::{Both, RecordSide};
use crate::judge::Finding;
use crate::view::report::rules::DisputeRule;
use crate::view::withheld::{Gate, Reader};

pub(super) fn disputes(both: Both) -> DisputeChanges {
    let (old, new) = (told(both.before), told(both.after));
    let mut view = DisputeChanges::default();
    for now in &new {
        let change = |was: &[String]| changed(both.after, both.reader, now, was, &now.claims);
        // Of several that it shares claims with, it is the one that it shares most with, the first of those.
        let best = old.iter().rev().max_by_key(|was| shared(was, now));
        let Some(was) = best.filter(|was| shared(was, now) > 0) else {
            view.opened.push(change(&now.claims));
            continue;
        };
        let change = change(&was.claims);
        match (&was.explained, &now.explained) {
            (None, Some(_)) => view.explained.push(change),
            (Some(_), None) => view.reopened.push(change),
            _ if !change.joined.is_empty() || !change.left.is_empty() => view.changed.push(change),
            _ => {}
        }
    }
    // Of two that became one neither is closed.
    let closed = old.iter().filter(|was| new.iter().all(|now| shared(was, now) == 0));
    view.closed = closed.map(|was| changed(both.before, both.reader, was, &[], &[])).collect();
    view
}

/// How many claims two tellings of a rule on one question have in common.
fn shared(was: &Finding, now: &Finding) -> usize {
    match was.rule.name == now.rule.name && was.question == now.question {
        true => was.claims.iter().filter(|claim| now.claims.contains(claim)).count(),
        false => 0,
    }
}

/// The findings that tell of a dispute, in order.
fn told<'a>(side: RecordSide<'a>) -> Vec<&'a Finding> {
    side.findings.iter().filter(|finding| DisputeRule::of(finding).is_some()).collect()
}

fn changed(
    side: RecordSide,
    reader: Reader,
    finding: &Finding,
    before: &[String],
    after: &[String],
) -> DisputeChange {
    let without =
        |list: &[String], other: &[String]| list.iter().filter(|it| !other.contains(it)).cloned().collect();
    DisputeChange {
        rule: finding.rule.name,
        question: finding.question.clone(),
        message: Gate::new(side.dossier(), reader).phrase(&finding.message),
        claims: finding.claims.clone(),
        joined: without(after, before),
        left: without(before, after),
        explained: finding.explained.clone(),
    }
}
