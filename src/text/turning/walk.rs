//! How far a word that turns others around reaches, from a quote back to the beginning of its sentence.

use super::language::{Comma, Side, Turn};
use super::matching::Found;
use super::ready::Ready;
use super::said::{Mark, Said};

/// At most so many words that are no small ones stand between `nobody` and the verb of saying or the `who` behind it.
const OF_NOBODY: usize = 2;
/// A parenthesis has at most so many words.
const ASIDE: usize = 12;

/// Where a walk back from a quote is.
#[derive(Clone, Copy)]
pub(super) struct Walk<'w> {
    pub(super) ready: &'w Ready,
    pub(super) words: &'w [Said<'w>],
    /// The mark between the last word and the quote.
    pub(super) behind: Mark,
}

/// What was passed on the way, since the quote or the clause that it stands in.
#[derive(Clone, Copy, Default)]
struct Passed {
    /// Words that are no small ones.
    words: usize,
    said: Passing,
}

/// Whether a verb of saying was passed, and what since then.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Passing {
    #[default]
    NoSaying,
    /// Nothing but small words since: what negates now negates the saying.
    Saying,
    /// Whoever says it, too.
    Sayer,
    /// A `that` before whoever says it.
    Clause,
}

/// Words that turn around what comes behind: the number of the last of them, how many they are, and how.
pub(super) type Governs = (usize, usize, Turn);

impl<'w> Walk<'w> {
    pub(super) fn governing(self) -> Option<Governs> {
        self.back(self.words.len(), Passed::default())
    }

    /// What turns around the word of number `at` and those behind it.
    fn back(self, at: usize, passed: Passed) -> Option<Governs> {
        let last = at.checked_sub(1)?;
        let mark = self.words.get(at).map_or(self.behind, |word| word.mark);
        let before_clause = self.words.get(at).is_some_and(|word| self.ready.clauses.contains(&word.plain));
        if mark.parts() && !before_clause {
            return self.speech(last, mark).or_else(|| self.parted(at, mark));
        }
        let direct = if mark.parts() { self.within_clause(last, passed) } else { self.step(last, passed) };
        // A parenthesis may stand between a verb and its `that`: `denied, in a statement, that`.
        direct.or_else(|| {
            let opens = mark.parts().then(|| self.opening(at, mark))??;
            self.back_over(opens, passed)
        })
    }

    /// What turns a quote around that begins what is said, behind the comma of the verb that is the last word before it.
    fn speech(self, last: usize, mark: Mark) -> Option<Governs> {
        let begins = self.ready.language.comma == Comma::BeginsSpeech && mark == Mark::Comma;
        if !begins || last + 1 != self.words.len() {
            return None;
        }
        let denies = self.ready.phrase(self.words, last, Side::is_before);
        let denies = denies.is_some_and(|found| found.turns == Some(Turn::Denial));
        let says = self.ready.says.contains(&self.words[last].plain);
        if denies || says { self.step(last, Passed::default()) } else { None }
    }

    /// What turns words around that begin with `that` behind a comma, unless a relative clause stands before the comma.
    fn within_clause(self, last: usize, passed: Passed) -> Option<Governs> {
        let relative = self.relative(last).filter(|first| !self.ready.through.contains(first));
        if relative.is_some() { None } else { self.step(last, passed) }
    }

    /// The same, of whatever stands before a parenthesis that begins at `opens`.
    fn back_over(self, opens: usize, passed: Passed) -> Option<Governs> {
        let last = opens.checked_sub(1)?;
        if self.relative(last).is_some() { None } else { self.step(last, passed) }
    }

    /// The word that begins a relative clause, between a mark and the word of that number.
    fn relative(self, last: usize) -> Option<&'w str> {
        let opens = (1..=last).rev().find(|at| self.words[*at].mark.parts())?;
        Some(&*self.words[opens].plain).filter(|word| self.ready.relatives.contains(word))
    }

    /// Looks at the word of number `last`, and goes on before it.
    fn step(self, last: usize, mut passed: Passed) -> Option<Governs> {
        let touching = last + 1 == self.words.len() && !self.behind.parts() && !self.words[last].mark.parts();
        let asked = |side: Side| side.is_before() || touching && side == Side::Touching;
        let word = &*self.words[last].plain;
        match self.ready.phrase(self.words, last, asked) {
            Some(Found { turns: Some(turn), words }) => {
                return self.governs(last, words, turn, passed).then_some((last, words, turn));
            }
            Some(Found { turns: None, words }) => return self.back(last + 1 - words, passed),
            None => {}
        }
        if self.ready.relatives.contains(word) && !self.ready.through.contains(word) {
            return self.nobody_before(last);
        }
        if self.ready.says.contains(word) {
            passed = Passed { words: 0, said: Passing::Saying };
        } else if self.ready.stops.contains(word) {
            return None;
        } else if self.ready.clauses.contains(word) && passed.said != Passing::NoSaying {
            passed = Passed { words: 0, said: Passing::Clause };
        } else if !self.ready.through.contains(word) && !self.is_adverb(word, passed) {
            passed.words += 1;
            if passed.said == Passing::Saying {
                passed.said = Passing::Sayer;
            }
        }
        if passed.words > self.ready.language.between { None } else { self.back(last, passed) }
    }

    fn is_adverb(self, word: &str, passed: Passed) -> bool {
        passed.said == Passing::Saying && self.ready.adverbs.iter().any(|adverb| adverb.fits(word))
    }

    /// Whether a phrase governs what comes behind: past a verb of saying, only what negates or denies the saying does, or
    /// says that nobody did.
    fn governs(self, last: usize, count: usize, turn: Turn, passed: Passed) -> bool {
        match passed.said {
            Passing::NoSaying | Passing::Clause => true,
            _ if matches!(turn, Turn::Doubt | Turn::Condition) => false,
            Passing::Saying => true,
            Passing::Sayer => self.is_nobody(last, count) && passed.words <= OF_NOBODY,
        }
    }

    fn is_nobody(self, last: usize, count: usize) -> bool {
        let words = &self.words[last + 1 - count..=last];
        let joined: Vec<&str> = words.iter().map(|word| &*word.plain).collect();
        self.ready.nobody.contains(&joined.join(" "))
    }

    /// `nobody who`, `no official who`: what negates whomever a relative clause speaks of.
    fn nobody_before(self, who: usize) -> Option<Governs> {
        let mut between = 0;
        for last in (0..who).rev() {
            if self.words[last + 1].mark.parts() || between > 1 {
                return None;
            }
            if let Some(Found { turns: Some(turn), words }) =
                self.ready.phrase(self.words, last, Side::is_before)
            {
                return self.is_nobody(last, words).then_some((last, words, turn));
            }
            between += usize::from(!self.ready.through.contains(&self.words[last].plain));
        }
        None
    }

    /// What stands before a mark that ends what words govern: a doubt (`Allegedly, `), a verdict (`False: `), or words that
    /// a parenthesis parts from what they govern (`did not, he said, `).
    fn parted(self, at: usize, mark: Mark) -> Option<Governs> {
        let turning = |at: usize| {
            let last = at.checked_sub(1)?;
            let found = self.ready.phrase(self.words, last, Side::is_before)?;
            Some((last, found.words, found.turns?))
        };
        let before_quote = at == self.words.len();
        if let Some(found) = turning(at).filter(|_| before_quote) {
            let (last, count, turn) = found;
            let first = last + 1 - count;
            let labelled = self.words[first + 1..=last].iter().any(|word| word.mark.parts());
            let heads = first == 0 || self.words[first].mark == Mark::Other;
            let verdict = turn == Turn::Denial && heads && (mark != Mark::Comma || first > 0);
            if turn == Turn::Doubt || labelled || verdict {
                return Some(found);
            }
        }
        let opens = self.opening(at, mark)?;
        let found = turning(opens)?;
        let alone = found.1 == opens || self.words[opens - found.1].mark.parts();
        (!alone && matches!(found.2, Turn::Negation | Turn::Denial)).then_some(found)
    }

    /// Where the parenthesis begins that a mark behind it ends at `at`.
    fn opening(self, at: usize, mark: Mark) -> Option<usize> {
        let like = matches!(mark, Mark::Comma | Mark::Dash);
        let opens = (0..at).rev().take(ASIDE).find(|at| self.words[*at].mark.parts()).filter(|at| *at > 0)?;
        (like && self.words[opens].mark == mark).then_some(opens)
    }
}
