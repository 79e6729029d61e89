//! Few words that stand for a quote: the text has the rest of them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::passage::{QuotedPassage, quoted};
use crate::audit::Audit;
use crate::error::Error;
use crate::load::ArchivedText;
use crate::model::table::SourceId;
use crate::spot::{SpotKind, Spotted};
use crate::text::{between, count_words, verbatim};
use crate::view::withheld::{Gate, Reader};

/// Of more quotes than these none is listed.
const MOST: usize = 20;

/// So many words and no more are few. More of them that stand in the text with words left out are a quote by themselves.
const FEW: usize = 4;

/// The quotes of a source that some words may stand for, which were found in it as these passages: where three dots part them, what stands
/// from the first to the last; else the figure or the date of which they are a part, or what they are with the rest of their last word. None where they are a quote by themselves, where there
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
    audit.text_of(source, |source, text| {
        let all = &text.capture.words;
        let spotted = |at: &Range<usize>| audit.with_spotter(source, all, |it| it.within(source, all, at));
        may_be(gate, (source, &text), words, found, &spotted)
    })
}

/// As [`meant`], in a text that is at hand, and of which it can be asked what is `spotted` at a place of the article.
pub(super) fn may_be(
    gate: Gate<'_>,
    (source, text): (SourceId, &ArchivedText<'_>),
    words: &str,
    found: &[QuotedPassage],
    spotted: &dyn Fn(&Range<usize>) -> Vec<Spotted>,
) -> Vec<QuotedPassage> {
    if !gate.shows(source) {
        return Vec::new();
    }
    let article = text.capture.words.article();
    let parted = verbatim(words);
    let is_parted = parted.len() > 1 && (found.is_empty() || is_few(words));
    let around = match found {
        [QuotedPassage { in_article: Some(at), .. }] if parted.len() < 2 => around(at, spotted(at)),
        _ => Vec::new(),
    };
    let is_cut = parted.len() == 1 && !found.is_empty() && found.iter().all(|passage| passage.cuts_words);
    let stretches = if is_parted || is_cut && around.is_empty() { between(article, &parted) } else { around };
    let quotes: BTreeSet<&str> = stretches.into_iter().filter_map(|at| article.get(at)).collect();
    if quotes.len() > MOST {
        return Vec::new();
    }
    let mut meant: Vec<QuotedPassage> =
        quotes.into_iter().flat_map(|quote| quoted(gate, source, text, quote).0).collect();
    meant.sort_by_key(|passage| (passage.line, passage.column));
    meant
}

/// Whether words are so few that they may stand for more.
pub(super) fn is_few(words: &str) -> bool {
    count_words(words) <= FEW
}

/// Whether something is left out between words.
pub(super) fn is_parted(words: &str) -> bool {
    verbatim(words).len() > 1
}

/// Where the figures and dates stand that a passage is a part of, each with the words that carry it.
fn around(at: &Range<usize>, spotted: Vec<Spotted>) -> Vec<Range<usize>> {
    let spotted =
        spotted.into_iter().filter(|spotted| matches!(spotted.kind, SpotKind::Figure | SpotKind::Date));
    let quotes = spotted.map(|spotted| spotted.quote);
    quotes.filter(|quote| quote.start <= at.start && at.end <= quote.end && quote != at).collect()
}
