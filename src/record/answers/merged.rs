//! What several people answered to one passage: the same once, and what differs not at all.

use std::collections::{BTreeMap, BTreeSet};

use crate::load::keys::ClaimKey;
use crate::record::answer::Card;
use crate::record::row::{Refusal, Row, RowKey, What};
use crate::record::typed::shown;
use crate::view::added::{RowFate, TakenRow};
use crate::view::withheld::{Gate, WITHHELD};

/// Keys that say how a passage was recorded, and not what it says: where one is silent the other's is taken.
const BESIDE: [ClaimKey; 2] = [ClaimKey::Locator, ClaimKey::Note];

/// Keys by which two answers of one person to one passage are two claims.
const APART: [ClaimKey; 2] = [ClaimKey::Question, ClaimKey::Quote];

/// Keys that are told of answers that differ, also where it is not by them.
const ALWAYS: [ClaimKey; 2] = [ClaimKey::Question, ClaimKey::Value];

/// An answer to one passage, which one row or several give.
struct Same {
    /// The rows, in order.
    rows: Vec<usize>,
    /// Who gave it.
    by: BTreeSet<String>,
    said: Option<BTreeMap<String, String>>,
}

/// The rows that are left when each answer counts once, and those that differ are refused.
///
/// Of one passage each person may have given several answers. What all of them gave agrees; where all that one gave is among what
/// another gave, the other said more, and nothing else. Where each has something that the other does not have, that is refused.
pub(super) fn merged(gate: Gate<'_>, mut rows: Vec<Row>, told: &mut Vec<TakenRow>) -> Vec<Row> {
    let mut cards: BTreeMap<(&str, &Card), Vec<Same>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(answer) = &row.answer else { continue };
        let source = row.words(ClaimKey::Source).unwrap_or_default();
        let same = cards.entry((source, &answer.card)).or_default();
        let said = answer.waive.is_none().then(|| said(row));
        match same.iter_mut().find(|it| agree(it.said.as_ref(), said.as_ref())) {
            Some(known) => {
                known.rows.push(at);
                known.by.insert(row.person());
                if let (Some(known), Some(said)) = (&mut known.said, said) {
                    for (key, words) in said {
                        known.entry(key).or_insert(words);
                    }
                }
            }
            None => same.push(Same { rows: vec![at], by: BTreeSet::from([row.person()]), said }),
        }
    }
    let mut gone: BTreeMap<usize, TakenRow> = BTreeMap::new();
    let mut more: Vec<(usize, usize)> = Vec::new();
    for same in cards.values() {
        for (at, it) in same.iter().enumerate() {
            let others: Vec<&Same> = differing(same, at).into_iter().map(|other| &same[other]).collect();
            if !others.is_empty() {
                for row in &it.rows {
                    let why = refusal(gate, &rows, *row, &others);
                    gone.insert(*row, rows[*row].taken(RowFate::Refused).because(vec![why]));
                }
                continue;
            }
            for row in &it.rows[1..] {
                gone.insert(*row, rows[*row].taken(RowFate::Unchanged));
                more.push((it.rows[0], *row));
            }
        }
    }
    for (first, other) in more {
        for key in BESIDE.map(RowKey::Claim) {
            if let (None, Some(given)) = (words(&rows[first], key), rows[other].get(key).cloned()) {
                rows[first].given.retain(|given| given.key != key);
                rows[first].given.push(given);
            }
        }
    }
    let left = rows.into_iter().enumerate().filter(|(at, _)| !gone.contains_key(at));
    let left = left.map(|(_, row)| row).collect();
    told.extend(gone.into_values());
    left
}

/// Which other answers to its passage one cannot stand beside.
// Growth: with the square of the answers to one passage, which are few.
fn differing(same: &[Same], at: usize) -> Vec<usize> {
    let it = &same[at];
    let is_apart = |other: &Same| {
        let own = other.by.intersection(&it.by).next().is_some();
        own && is_about_the_same(it.said.as_ref(), other.said.as_ref())
    };
    // Of two people each gave something that the other did not.
    let differ = |a: &str, b: &str, other: &Same| {
        let only = |it: &Same, has: &str, lacks: &str| it.by.contains(has) && !it.by.contains(lacks);
        only(it, a, b) && only(other, b, a)
    };
    let others = same.iter().enumerate().filter(|(other, _)| *other != at);
    let others = others.filter(|(_, other)| {
        is_apart(other) || it.by.iter().any(|a| other.by.iter().any(|b| differ(a, b, other)))
    });
    others.map(|(other, _)| other).collect()
}

/// Whether two different answers of one person are no two claims: one waives, or both answer one question in the same words.
fn is_about_the_same(a: Option<&BTreeMap<String, String>>, b: Option<&BTreeMap<String, String>>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    let scope = |said: &BTreeMap<String, String>| {
        let scope = said.iter().filter(|(key, _)| key.starts_with("scope."));
        scope.map(|(key, words)| (key.clone(), words.clone())).collect::<Vec<_>>()
    };
    APART.map(|key| RowKey::Claim(key).name()).iter().all(|key| a.get(key) == b.get(key))
        && scope(a) == scope(b)
}

/// Whether two answers to a passage say the same. That it is waived is the same whatever the reason.
fn agree(a: Option<&BTreeMap<String, String>>, b: Option<&BTreeMap<String, String>>) -> bool {
    let (a, b) = match (a, b) {
        (None, None) => return true,
        (Some(a), Some(b)) => (a, b),
        _ => return false,
    };
    let beside = BESIDE.map(|key| RowKey::Claim(key).name());
    let agrees = |key: &String| match (a.get(key), b.get(key)) {
        (Some(a), Some(b)) => a == b,
        _ => beside.contains(key),
    };
    a.keys().chain(b.keys()).all(agrees)
}

/// What a row says under each key, as people read it.
fn said(row: &Row) -> BTreeMap<String, String> {
    row.given.iter().filter_map(|given| Some((given.key.name(), words(row, given.key)?))).collect()
}

fn words(row: &Row, key: RowKey) -> Option<String> {
    let words = match &row.get(key)?.what {
        What::Typed(raw) => shown(key, raw),
        What::Cell(words) => words.trim().to_owned(),
        What::Nothing => return None,
    };
    (!words.is_empty()).then_some(words)
}

/// Why a row is refused beside others: what it says, and what they say.
fn refusal(gate: Gate<'_>, rows: &[Row], row: usize, others: &[&Same]) -> Refusal {
    let each = std::iter::once(row).chain(others.iter().map(|other| other.rows[0]));
    let each: Vec<&Row> = each.map(|row| &rows[row]).collect();
    let is_told = |key: &RowKey| {
        let says = |row: &&Row| words(row, *key);
        ALWAYS.map(RowKey::Claim).contains(key) || each.iter().any(|row| says(row) != says(&each[0]))
    };
    let keys: Vec<RowKey> = RowKey::all().filter(is_told).collect();
    let told: Vec<String> = each.iter().map(|row| tell(gate, row, &keys)).collect();
    let refusal =
        rows[row].refusal(ClaimKey::Quote, format!("one passage is answered otherwise: {}", told.join("; ")));
    refusal.help("take out what is not to be recorded, and add them again")
}

/// Who says what.
fn tell(gate: Gate<'_>, row: &Row, keys: &[RowKey]) -> String {
    let who = format!("{} ({})", row.person(), row.place());
    if let Some(waive) = row.answer.as_ref().and_then(|answer| answer.waive.as_ref()) {
        return format!("{who} waives it, `{waive}`");
    }
    let source = row.words(ClaimKey::Source).and_then(|source| gate.dossier().sources.find(source));
    let shows = source.is_none_or(|source| gate.shows(source));
    let each = keys.iter().map(|key| {
        let said = match words(row, *key) {
            None => "nothing".to_owned(),
            Some(_) if !shows && key.holds_words() => WITHHELD.to_owned(),
            Some(words) => format!("`{words}`"),
        };
        format!("{} {said}", key.name())
    });
    format!("{who} says {}", each.collect::<Vec<_>>().join(", "))
}
