//! What a check looked at, in numbers.

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

use crate::align::looked::Evidence;
use crate::judge::Court;
use crate::judge::stated::Stated;
use crate::text::{FileId, Outcome};

/// What was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
        Counts::parted(court, 1, |_| 0).pop().unwrap_or_default()
    }

    /// The same of each of some parts, given which one a file is of. What waits to be reviewed is of the first.
    pub(crate) fn parted(court: &Court, parts: usize, part: impl Fn(FileId) -> usize) -> Vec<Self> {
        let dossier = court.dossier();
        let mut all = vec![Counts::default(); parts];
        let of_claim = |id| part(dossier.claims[id].spot.file);
        for (id, evidence) in dossier.claims.ids().zip(&court.alignment.evidence) {
            let counts = &mut all[of_claim(id)];
            counts.claims += 1;
            counts.quotes.count(evidence);
        }
        for (id, held) in court.unquoted() {
            let values = &mut all[of_claim(*id)].values;
            match held {
                Ok(Stated::Translation) => values.translated += 1,
                Ok(Stated::Unread) => values.unchecked += 1,
                Ok(Stated::Quote) | Err(_) => {}
            }
        }
        dossier.sources.iter().for_each(|(_, row)| all[part(row.spot.file)].sources += 1);
        dossier.questions.iter().for_each(|(_, row)| all[part(row.spot.file)].questions += 1);
        dossier.events.iter().for_each(|(_, row)| all[part(row.spot.file)].events += 1);
        dossier.left_out.iter().for_each(|claim| all[part(claim.spot.file)].left_out += 1);
        all[0].unreviewed = dossier.unreviewed;
        all
    }
}

impl Quotes {
    /// Counts one quote more, or none where there is none.
    fn count(&mut self, evidence: &Evidence) {
        let of_one = match evidence {
            Evidence::Missing => return,
            Evidence::Attested(_) => {
                self.attested += 1;
                &mut self.unchecked
            }
            Evidence::Unchecked => &mut self.unchecked,
            Evidence::Seen(seen) => match &seen.outcome {
                Outcome::Exact(_) => &mut self.exact,
                Outcome::Folded(_) => &mut self.folded,
                Outcome::Elided(_) => &mut self.elided,
                Outcome::Misplaced(_) => &mut self.misplaced,
                Outcome::Ambiguous(_) => &mut self.ambiguous,
                Outcome::Near(_) => &mut self.near,
                Outcome::Absent(_) => &mut self.absent,
            },
        };
        *of_one += 1;
    }
}

impl AddAssign<&Counts> for Counts {
    fn add_assign(&mut self, other: &Counts) {
        let Counts { sources, claims, questions, events, quotes, left_out, values, unreviewed } = other;
        self.sources += sources;
        self.claims += claims;
        self.questions += questions;
        self.events += events;
        self.left_out += left_out;
        self.unreviewed += unreviewed;
        let Quotes { exact, folded, elided, ambiguous, near, absent, unchecked, attested, misplaced } =
            quotes;
        self.quotes.exact += exact;
        self.quotes.folded += folded;
        self.quotes.elided += elided;
        self.quotes.ambiguous += ambiguous;
        self.quotes.near += near;
        self.quotes.absent += absent;
        self.quotes.unchecked += unchecked;
        self.quotes.attested += attested;
        self.quotes.misplaced += misplaced;
        let Values { translated, unchecked } = values;
        self.values.translated += translated;
        self.values.unchecked += unchecked;
    }
}
