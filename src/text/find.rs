//! Where a quote stands in a text: found by fuzzy means if need be, held by exact ones alone.

use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem;

use super::context::{Context, Fit};
use super::differs::{Difference, DifferenceKind, differs};
use super::elide::{self, Pieces};
use super::fold::{Folded, fold};
use super::glyph::is_content;
use super::near::nearest;
use super::numeral::severed;

/// At most so many places of a quote are told apart, and so many bytes compared for them.
const MOST_PLACES: usize = 20_000;
const MOST_COMPARED: usize = 1 << 26;
/// At most so many places are listed of a quote that is ambiguous.
const MOST_LISTED: usize = 100;

/// A quote to look for, and what is known of its surroundings.
///
/// Prefix, suffix and locator count only where the quote stands more than once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needle<'a> {
    /// The words, verbatim. `...`, `…` and `[...]` stand for words left out, `[note]` for the recorder's own.
    pub quote: &'a str,
    /// What stands directly before it.
    pub prefix: Option<&'a str>,
    /// What stands directly behind it.
    pub suffix: Option<&'a str>,
    /// Where it stands: `page 4`, `paragraph 2`, `line 12`, or a time code such as `01:02:03`.
    pub locator: Option<&'a str>,
}

impl<'a> Needle<'a> {
    /// A quote of whose surroundings nothing is known.
    pub fn new(quote: &'a str) -> Self {
        Needle { quote, ..Needle::default() }
    }
}

impl<'a> From<&'a str> for Needle<'a> {
    fn from(quote: &'a str) -> Self {
        Needle::new(quote)
    }
}

/// How a quote was found. All places are byte ranges of the text as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The same bytes stand here, once or where the context says.
    Exact(Range<usize>),
    /// The same words stand here in other typography.
    Folded(Range<usize>),
    /// The pieces of the quote stand here, in order and within one paragraph; one range each.
    Elided(Vec<Range<usize>>),
    /// It stands more than once, and the context does not settle which; at most 100 places. Of an elided quote, the
    /// whole passages.
    Ambiguous(Vec<Range<usize>>),
    /// A passage resembles it. Never held, however alike the two are.
    Near(Near),
    /// Nothing resembles it.
    Absent(Absence),
}

/// The passage that most resembles a quote which does not stand in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Near {
    /// Where the passage stands: whole words.
    pub at: Range<usize>,
    /// The words that differ, in order; typography is no difference.
    pub differs: Vec<Difference>,
}

/// Why a quote is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Absence {
    /// Nothing in the text resembles it.
    NothingAlike,
    /// The quote is empty, or only punctuation: it says nothing that could be held.
    EmptyQuote,
    /// The text is empty, or only white space and punctuation.
    EmptyText,
}

impl Outcome {
    /// The outcome in one word, as reports have it.
    pub fn name(&self) -> &'static str {
        match self {
            Outcome::Exact(_) => "exact",
            Outcome::Folded(_) => "folded",
            Outcome::Elided(_) => "elided",
            Outcome::Ambiguous(_) => "ambiguous",
            Outcome::Near(_) => "near",
            Outcome::Absent(_) => "absent",
        }
    }

    /// Whether the text holds the quote.
    pub fn is_held(&self) -> bool {
        matches!(self, Outcome::Exact(_) | Outcome::Folded(_) | Outcome::Elided(_))
    }

    /// The passage held or shown, from its first byte to its last; `None` where there is no one passage.
    pub fn span(&self) -> Option<Range<usize>> {
        match self {
            Outcome::Exact(at) | Outcome::Folded(at) => Some(at.clone()),
            Outcome::Elided(pieces) => whole(pieces),
            Outcome::Near(near) => Some(near.at.clone()),
            Outcome::Ambiguous(_) | Outcome::Absent(_) => None,
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Looks for a quote in a text. For several quotes of one text make a [`Haystack`] once.
///
/// Folding touches typography alone, and what is only alike is never held:
///
/// ```
/// use gainsay::{find, Outcome};
///
/// let text = "“The bridge won’t hold,” she said. It held 34 trucks.";
/// assert_eq!(find(text, "34 trucks"), Outcome::Exact(49..58));
/// assert_eq!(find(text, "\"The bridge won't hold,\" she said").name(), "folded");
/// assert_eq!(find(text, "The bridge ... she said").name(), "elided");
/// assert_eq!(find(text, "held").name(), "exact");
/// assert_eq!(find(text, "h").name(), "ambiguous");
/// assert_eq!(find(text, "it never rained in March").name(), "absent");
///
/// let Outcome::Near(near) = find(text, "It held 84 trucks") else { panic!("one digit differs") };
/// assert_eq!(&text[near.at], "It held 34 trucks");
/// assert_eq!((near.differs[0].quote.as_str(), near.differs[0].text.as_str()), ("84", "34"));
/// ```
pub fn find<'a>(text: &str, needle: impl Into<Needle<'a>>) -> Outcome {
    Haystack::new(text).find(needle)
}

/// A text in which several quotes are looked for: what has to be made ready is made ready once, and only if need be.
#[derive(Debug)]
pub struct Haystack<'t> {
    text: &'t str,
    folded: OnceLock<Folded>,
}

impl<'t> Haystack<'t> {
    /// Takes the text; no work is done yet.
    pub fn new(text: &'t str) -> Self {
        Haystack { text, folded: OnceLock::new() }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// How a quote stands in the text; see [`find`].
    ///
    /// Time is linear in the text for each piece of the quote. A match that would begin or stop inside a number (`3
    /// killed` in `13 killed`) or between a letter and its accent does not hold.
    pub fn find<'a>(&self, needle: impl Into<Needle<'a>>) -> Outcome {
        let needle = needle.into();
        let quote = needle.quote;
        if !quote.contains(is_content) {
            return Outcome::Absent(Absence::EmptyQuote);
        }
        let in_text = |at: Range<usize>| Some(at);
        let mut exact = scan(self.text, quote, self.text, 2, in_text);
        match exact.places.len() {
            0 => {}
            1 if exact.complete => return Outcome::Exact(exact.places.remove(0)),
            _ => return self.settle(scan(self.text, quote, self.text, MOST_PLACES, in_text), &needle),
        }
        if !self.text.contains(is_content) {
            return Outcome::Absent(Absence::EmptyText);
        }
        self.find_folded(&needle, exact.severed)
    }

    fn find_folded(&self, needle: &Needle<'_>, severed: Option<Range<usize>>) -> Outcome {
        let folded = self.folded.get_or_init(|| fold(self.text));
        let quote = fold(needle.quote);
        let words = quote.as_str().trim();
        let original = |at: Range<usize>| folded.span(at);
        let mut found = scan(folded.as_str(), words, self.text, 2, original);
        match found.places.len() {
            0 => {}
            1 if found.complete => return Outcome::Folded(found.places.remove(0)),
            _ => return self.settle(scan(folded.as_str(), words, self.text, MOST_PLACES, original), needle),
        }
        self.find_elided(needle)
            .or_else(|| severed.or(found.severed).map(|at| self.near(needle.quote, at)))
            .or_else(|| self.find_near(needle, words))
            .unwrap_or(Outcome::Absent(Absence::NothingAlike))
    }

    /// What the context makes of several places.
    fn settle(&self, scan: Scan, needle: &Needle<'_>) -> Outcome {
        let mut left = self.context(needle).settle(scan.places);
        if left.len() > 1 || !scan.complete {
            left.truncate(MOST_LISTED);
            return Outcome::Ambiguous(left);
        }
        let at = left.remove(0);
        if &self.text[at.clone()] == needle.quote { Outcome::Exact(at) } else { Outcome::Folded(at) }
    }

    fn context<'a>(&self, needle: &Needle<'a>) -> Context<'a>
    where
        't: 'a,
    {
        Context::new(self.text, needle.prefix, needle.suffix, needle.locator)
    }

    fn find_elided(&self, needle: &Needle<'_>) -> Option<Outcome> {
        elide::readings(needle.quote).iter().find_map(|reading| self.find_pieces(needle, reading))
    }

    fn find_pieces(&self, needle: &Needle<'_>, reading: &Pieces) -> Option<Outcome> {
        let folded = self.folded.get_or_init(|| fold(self.text));
        let context = self.context(needle);
        let passages = |fit: Option<Fit>| {
            let starts = |at| fit.is_none_or(|fit| context.fits_before(at, fit));
            let ends = |at| fit.is_none_or(|fit| context.fits_after(at, fit));
            elide::passages(self.text, folded, reading, starts, ends)
        };
        let mut found = passages(None);
        if found.found.len() > 1 && context.has_surroundings() {
            let fitting = [Fit::Exact, Fit::Folded].map(|fit| passages(Some(fit)));
            found = fitting.into_iter().find(|fitting| !fitting.found.is_empty()).unwrap_or(found);
        }
        let wholes: Vec<_> = found.found.iter().filter_map(|pieces| whole(pieces)).collect();
        let mut left = context.settle(wholes.clone());
        match left.len() {
            0 => None,
            1 if !found.more => {
                let which = wholes.iter().position(|at| *at == left[0])?;
                Some(self.held_unless_negated(found.found.swap_remove(which)))
            }
            _ => {
                left.truncate(MOST_LISTED);
                Some(Outcome::Ambiguous(left))
            }
        }
    }

    /// An elision that drops the "not" before a piece makes another sentence of it.
    fn held_unless_negated(&self, pieces: Vec<Range<usize>>) -> Outcome {
        match (elide::dropped_negation(self.text, &pieces), whole(&pieces)) {
            (Some(negation), Some(at)) => {
                let text = self.text[negation].to_owned();
                let quote = "...".to_owned();
                Outcome::Near(Near { at, differs: vec![Difference { quote, text, kind: DifferenceKind::Negation }] })
            }
            _ => Outcome::Elided(pieces),
        }
    }

    fn near(&self, quote: &str, at: Range<usize>) -> Outcome {
        Outcome::Near(Near { differs: differs(quote, &self.text[at.clone()]), at })
    }

    fn find_near(&self, needle: &Needle<'_>, words: &str) -> Option<Outcome> {
        let folded = self.folded.get_or_init(|| fold(self.text));
        let alike = |words: &str| nearest(words, folded).map(|at| folded.cover(at));
        let Some(reading) = elide::readings(needle.quote).pop() else {
            return alike(words).map(|at| self.near(needle.quote, at));
        };
        // Of an elided quote the first piece that does not stand in the text is shown.
        let stands = |piece: &str| scan(folded.as_str(), piece, self.text, 1, |at| folded.span(at)).places.pop();
        let mut held = Vec::new();
        for piece in &reading.pieces {
            match stands(&piece.text) {
                Some(at) => held.push((at, piece)),
                None => return alike(&piece.text).map(|at| self.near(&piece.text, at)),
            }
        }
        let (at, longest) = held.into_iter().max_by_key(|(_, piece)| piece.text.len())?;
        let difference =
            Difference { quote: needle.quote.to_owned(), text: longest.text.clone(), kind: DifferenceKind::Order };
        Some(Outcome::Near(Near { at, differs: vec![difference] }))
    }
}

/// Where a quote stands in a text.
struct Scan {
    /// The places that hold it, in order, as bytes of the original text.
    places: Vec<Range<usize>>,
    /// The first place at which it would begin or stop inside a number or letter, widened to whole ones.
    severed: Option<Range<usize>>,
    /// Whether there can be no other place, as far as was asked.
    complete: bool,
}

/// Looks for `quote` in `within`, whose bytes `original` maps to those of `text`, until `enough` places are found.
fn scan(
    within: &str,
    quote: &str,
    text: &str,
    enough: usize,
    original: impl Fn(Range<usize>) -> Option<Range<usize>>,
) -> Scan {
    let mut scan = Scan { places: Vec::new(), severed: None, complete: true };
    let finder = memmem::Finder::new(quote);
    let first = quote.chars().next().map_or(1, char::len_utf8);
    let (mut from, mut compared) = (0, 0);
    while let Some(start) = finder.find(&within.as_bytes()[from..]).map(|at| from + at) {
        if let Some(at) = original(start..start + quote.len()) {
            match severed(text, &at) {
                None => scan.places.push(at),
                wide => scan.severed = scan.severed.or(wide),
            }
        }
        compared += quote.len();
        if scan.places.len() == enough || compared > MOST_COMPARED {
            scan.complete = false;
            break;
        }
        // Places may overlap.
        from = start + first;
    }
    scan
}

/// From the first byte of the first piece to the last of the last.
fn whole(pieces: &[Range<usize>]) -> Option<Range<usize>> {
    Some(pieces.first()?.start..pieces.last()?.end)
}
