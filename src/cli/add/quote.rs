//! Which passage is quoted: the words that were typed, or what stands in the text for them.

use super::ask::{BACK, Offer};
use crate::cli::output::Output;
use crate::error::Error;
use crate::record::passage::QuotedPassage;

/// What somebody chose.
pub(super) enum Chosen {
    Passage(QuotedPassage),
    /// To look for other words.
    Words(String),
    /// The words stand nowhere, and for nothing.
    Nothing,
    /// To leave the quote.
    Left,
    /// The input ended.
    Ended,
}

/// Has somebody choose between the passages that are the words which were typed and those that these `may_be` a part of.
///
/// # Errors
/// The terminal cannot be read, or the text.
pub(super) fn chosen(
    output: &Output,
    mut typed: Vec<QuotedPassage>,
    may_be: impl Fn(&[QuotedPassage]) -> Result<Vec<QuotedPassage>, Error>,
) -> Result<Chosen, Error> {
    let mut meant = may_be(&typed)?;
    if meant.is_empty() && typed.len() > 1 {
        typed = match which(output, typed)? {
            Chosen::Passage(one) => vec![one],
            other => return Ok(other),
        };
        meant = may_be(&typed)?;
    }
    match (meant.len(), typed.len()) {
        (0, _) => Ok(typed.pop().map_or(Chosen::Nothing, Chosen::Passage)),
        (1, _) => {
            // What several places have in common is no quote of one of them.
            meant.extend(typed.pop().filter(|one| typed.is_empty() && !one.cuts_words));
            whole(output, meant)
        }
        _ => which(output, meant),
    }
}

/// One of several passages, each shown on its line.
fn which(output: &Output, mut passages: Vec<QuotedPassage>) -> Result<Chosen, Error> {
    for (at, passage) in passages.iter().enumerate() {
        output.note(&format!("{}: line {}: {}", at + 1, passage.line, passage.marked()));
    }
    let Some(line) = output.ask("which of them [1]: ")? else { return Ok(Chosen::Ended) };
    let chosen = line.trim().parse::<usize>().unwrap_or(1).clamp(1, passages.len());
    Ok(Chosen::Passage(passages.swap_remove(chosen - 1)))
}

/// One of some quotes, the first of which enter takes, or other words.
fn whole(output: &Output, mut passages: Vec<QuotedPassage>) -> Result<Chosen, Error> {
    let on_one_line =
        |passage: &QuotedPassage| passage.pinned.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let offer = Offer::of(passages.iter().map(on_one_line).collect());
    let Some(line) = output.ask(&offer.prompt("quote"))? else { return Ok(Chosen::Ended) };
    let line = line.trim();
    let number = if line.is_empty() { Some(1) } else { line.parse::<usize>().ok() };
    match number.and_then(|number| number.checked_sub(1)).filter(|at| *at < passages.len()) {
        Some(at) => Ok(Chosen::Passage(passages.swap_remove(at))),
        None if line == BACK => Ok(Chosen::Left),
        None => Ok(Chosen::Words(line.to_owned())),
    }
}
