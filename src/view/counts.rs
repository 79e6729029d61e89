//! What a check looked at, in numbers.

use serde::Serialize;

use crate::align::looked::Evidence;
use crate::judge::Court;
use crate::judge::stated::Stated;
use crate::text::Outcome;

/// What was looked at.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Counts {
    /// Sources that could be read.
    pub sources: usize,
    /// Claims that take part.
    pub claims: usize,
    /// Questions, asked of all events.
    pub questions: usize,
    /// Events.
    pub events: usize,
    /// How the quotes stand.
    pub quotes: Quotes,
    /// Claims that take no part because a problem stands in the way.
    pub left_out: usize,
    /// How values were held where the language of their quotes is not read.
    pub values: Values,
    /// Claims that wait for somebody to review them: they take no part.
    pub unreviewed: usize,
}

/// What was looked at in drafts.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DraftCounts {
    /// Drafts.
    pub drafts: usize,
    /// Figures, dates and names that answer something, and what marks bind.
    pub statements: usize,
    /// Those of them that a mark binds.
    pub bound: usize,
    /// Those whose question is proposed.
    pub proposed: usize,
    /// Those of which nothing tells what they answer.
    pub open: usize,
    /// Those that are bound and whose value is not read: who says so was looked at, and nothing else.
    pub unread: usize,
    /// Those that claims of the record carry.
    pub carried: usize,
    /// Words in quotation marks.
    pub quotations: usize,
    /// Texts that were looked at for them.
    pub texts: usize,
    /// Texts that are not held here, or not read.
    pub texts_missing: usize,
    /// Sentences that lead to a source and say nothing that could be held against it.
    pub unheld: usize,
}

/// A sentence that leads to a source and was not held against it.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UnheldSentence {
    /// The draft.
    pub draft: String,
    /// Where it stands in it, from 1; of a DOCX in its words.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// Its words.
    pub sentence: String,
    /// The ids of the sources that it leads to, in order.
    pub sources: Vec<String>,
}

/// How the quotes stand: so many of each outcome.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quotes {
    /// The same bytes stand in the text.
    pub exact: usize,
    /// The same words stand there, written with other typography.
    pub folded: usize,
    /// The pieces around what is left out stand there, in order.
    pub elided: usize,
    /// The words stand there more than once, and no context settles where.
    pub ambiguous: usize,
    /// Words that resemble it stand there.
    pub near: usize,
    /// Nothing there resembles it.
    pub absent: usize,
    /// The text is not held here.
    pub unchecked: usize,
    /// Those of the unchecked that the lock attests.
    pub attested: usize,
    /// The words stand there, but not where prefix, suffix and locator say.
    pub misplaced: usize,
}

/// How values were held where the language of their quotes is not read: number words, hedges and dates are read in English,
/// names where they are recorded in the script of the quote.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Values {
    /// The translation of the quote states them.
    pub translated: usize,
    /// There is no translation, and nothing was held against anything.
    pub unchecked: usize,
}

impl Counts {
    pub(crate) fn new(court: &Court) -> Self {
        let dossier = court.dossier();
        let mut quotes = Quotes::default();
        for evidence in &court.alignment.evidence {
            match evidence {
                Evidence::Missing => {}
                Evidence::Unchecked => quotes.unchecked += 1,
                Evidence::Attested(_) => {
                    quotes.unchecked += 1;
                    quotes.attested += 1;
                }
                Evidence::Seen(seen) => {
                    *match &seen.outcome {
                        Outcome::Exact(_) => &mut quotes.exact,
                        Outcome::Folded(_) => &mut quotes.folded,
                        Outcome::Elided(_) => &mut quotes.elided,
                        Outcome::Misplaced(_) => &mut quotes.misplaced,
                        Outcome::Ambiguous(_) => &mut quotes.ambiguous,
                        Outcome::Near(_) => &mut quotes.near,
                        Outcome::Absent(_) => &mut quotes.absent,
                    } += 1;
                }
            }
        }
        let mut values = Values::default();
        for (_, held) in court.unquoted() {
            match held {
                Ok(Stated::Translation) => values.translated += 1,
                Ok(Stated::Unread) => values.unchecked += 1,
                Ok(Stated::Quote) | Err(_) => {}
            }
        }
        Counts {
            sources: dossier.sources.len(),
            claims: dossier.claims.len(),
            questions: dossier.questions.len(),
            events: dossier.events.len(),
            quotes,
            values,
            left_out: dossier.left_out.len(),
            unreviewed: dossier.unreviewed,
        }
    }
}
