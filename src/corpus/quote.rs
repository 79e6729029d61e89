//! Quotes: words and a text, and how they should stand in it. What counts is whether a quote is held.

use std::path::Path;

use toml::Value;

use super::case::{Case, Fault};
use crate::capture::{Hint, QuoteFinder, read};
use crate::text::{Needle, Outcome, OutcomeKind};
use crate::view::accuracy::{Came, Should, Tried};

/// Looks for the quote of a case. Said is something where it is held.
///
/// # Errors
/// A label that is none, a place that is none.
pub(super) fn tried(case: &Case) -> Result<Vec<Tried>, Fault> {
    let (quote, text) = (case.text("quote")?, case.maybe("text")?.unwrap_or_default());
    let labels = case.labels()?;
    let kind = |label: &&str| {
        let expected = format!("one of `{}`", OutcomeKind::NAMES.join("`, `"));
        OutcomeKind::named(label).ok_or_else(|| case.fault(format!("`{label}` is no outcome"), expected))
    };
    let wanted: Vec<OutcomeKind> = labels.iter().map(kind).collect::<Result<_, _>>()?;
    let places = places(case)?;
    let needle =
        Needle { prefix: case.maybe("prefix")?, suffix: case.maybe("suffix")?, ..Needle::new(quote) };
    let needle = match case.maybe("language")? {
        Some(language) => needle.with_language(language),
        None => needle,
    };
    let file = case.maybe("file")?.unwrap_or("text.txt");
    let (came_to, stands) = match read(text.as_bytes(), &Hint::new(Path::new(file), None)) {
        Ok(capture) if capture.wordless.is_none() => {
            let outcome = QuoteFinder::new(&capture.words).find(needle).outcome;
            (outcome.kind(), is_there(&outcome, &places))
        }
        _ => (OutcomeKind::Unchecked, true),
    };
    let held = wanted.iter().filter(|kind| kind.is_held()).count();
    let should = Should::of(held, wanted.len());
    let fits = wanted.contains(&came_to) && stands;
    let came = match (came_to.is_held(), should) {
        (false, _) => Came::Silence,
        (true, Should::BeSilent) => Came::Wrong,
        (true, _) if stands => Came::Right,
        (true, _) => Came::Wrong,
    };
    let elsewhere = if stands { "" } else { ", elsewhere" };
    Ok(vec![Tried {
        id: case.id()?,
        group: case.group()?,
        input: quote.to_owned(),
        label: labels.join(" / "),
        said: format!("{}{elsewhere}", came_to.name()),
        should,
        came,
        is_as_labelled: fits,
    }])
}

/// Whether what is held stands at one of the places, where the case names any.
fn is_there(outcome: &Outcome, places: &[(usize, usize)]) -> bool {
    match outcome.span().filter(|_| outcome.is_held() && !places.is_empty()) {
        Some(at) => places.contains(&(at.start, at.end)),
        None => true,
    }
}

/// Where the quote may stand: the first byte and the one after the last.
fn places(case: &Case) -> Result<Vec<(usize, usize)>, Fault> {
    let wrong = || case.fault("`at` is no list of places", "`at = [[12, 20]]`, in bytes of the text");
    let Some(value) = case.keys.get("at") else { return Ok(Vec::new()) };
    let place = |place: &Value| {
        let ends: Vec<usize> = place
            .as_array()?
            .iter()
            .map(|end| usize::try_from(end.as_integer()?).ok())
            .collect::<Option<_>>()?;
        match ends[..] {
            [start, end] => Some((start, end)),
            _ => None,
        }
    };
    let places = value.as_array().ok_or_else(wrong)?.iter().map(place).collect::<Option<_>>();
    places.ok_or_else(wrong)
}
