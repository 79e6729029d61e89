//! Few words that stand for a quote: the text has the rest of them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::passage::{QuotedPassage, quoted};
use crate::audit::Audit;
use crate::error::Error;
use crate::spot::SpotKind;
use crate::text::{between, count_words, verbatim};
use crate::view::withheld::{Gate, Reader};

/// Of more quotes than these none is listed.
const MOST: usize = 20;

/// So many words and no more are few. More of them that stand in the text with words left out are a quote by themselves.
const FEW: usize = 4;

/// The quotes of a source that some words may stand for, which were found in it as these passages: where three dots part them, what stands
/// from the first to the last; else the figure or the date of which they are a part. None where they are a quote by themselves, where there
/// are too many to choose from, and of a source whose words are withheld.
///
/// # Errors
/// No such source, or its text is not at hand.
pub(crate) fn meant(
    audit: &Audit,
    source: &str,
    words: &str,
    found: &[QuotedPassage],
    reader: Reader,
) -> Result<Vec<QuotedPassage>, Error> {
    let gate = Gate::new(&audit.dossier, reader);
    if !gate.shows(audit.source(source)?) {
        return Ok(Vec::new());
    }
    let parted = verbatim(words);
    let is_parted = parted.len() > 1 && (found.is_empty() || count_words(words) <= FEW);
    let around = match found {
        [passage] if parted.len() < 2 => around(audit, source, passage)?,
        _ => Vec::new(),
    };
    if !is_parted && around.is_empty() {
        return Ok(Vec::new());
    }
    audit.text_of(source, |source, text| {
        let article = text.capture.words.article();
        let stretches = if is_parted { between(article, &parted) } else { around.clone() };
        let quotes: BTreeSet<&str> = stretches.into_iter().filter_map(|at| article.get(at)).collect();
        if quotes.len() > MOST {
            return Vec::new();
        }
        let mut meant: Vec<QuotedPassage> =
            quotes.into_iter().flat_map(|quote| quoted(gate, source, &text, quote).0).collect();
        meant.sort_by_key(|passage| (passage.line, passage.column));
        meant
    })
}

/// Where the figures and dates stand that a passage is a part of, each with the words that carry it.
fn around(audit: &Audit, source: &str, passage: &QuotedPassage) -> Result<Vec<Range<usize>>, Error> {
    let Some(at) = &passage.in_article else { return Ok(Vec::new()) };
    let spotted = audit.spotted_within(source, at)?.into_iter();
    let spotted = spotted.filter(|spotted| matches!(spotted.kind, SpotKind::Figure | SpotKind::Date));
    let quotes = spotted.map(|spotted| spotted.quote);
    Ok(quotes.filter(|quote| quote.start <= at.start && at.end <= quote.end && quote != at).collect())
}
