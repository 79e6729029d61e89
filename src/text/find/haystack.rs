//! Where a quote stands in a text: found by fuzzy means if need be, held by exact ones alone.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use super::difference::{Difference, DifferenceKind, differs};
use super::outcome::{Absence, Near, Needle, Outcome, whole};
use super::pull_quote::without_pull_quotes;
use super::surroundings::{Closeness, Surroundings};
use crate::text::elide;
use crate::text::elide::Pieces;
use crate::text::fold::{Folded, fold, loosen};
use crate::text::glyph::is_content;
use crate::text::near::most_alike;
use crate::text::occurrences::{across_line_ends, places};
use crate::text::severed::{is_severed, severed};
use crate::text::walls::Walls;

/// At most so many places of a quote are told apart, and so many bytes compared for them.
const MOST_PLACES: usize = 1000;
const MOST_COMPARED: usize = 1 << 26;
/// At most so many places are listed of a quote that is ambiguous.
const MOST_LISTED: usize = 100;

/// Looks for a quote in a text. For several quotes of one text make a [`Haystack`] once.
///
/// Folding touches typography alone, and what is only alike is never held:
///
/// ```
/// use gainsay::{find, Outcome};
///
/// let text = "“The bridge won’t hold,” she said on Sunday. It held 34 trucks.";
/// assert_eq!(find(text, "34 trucks"), Outcome::Exact(59..68));
/// assert_eq!(find(text, "\"The bridge won't hold,\" she said").name(), "folded");
/// assert_eq!(find(text, "she said ... It held 34 trucks").name(), "elided");
/// assert_eq!(find(text, "held").name(), "exact");
/// assert_eq!(find(text, "h").name(), "ambiguous");
/// assert_eq!(find(text, "it never rained in March").name(), "absent");
///
/// let Outcome::Near(near) = find(text, "It held 84 trucks") else { panic!("one digit differs") };
/// assert_eq!(&text[near.at], "It held 34 trucks");
/// assert_eq!((near.differs[0].quote.as_str(), near.differs[0].text.as_str()), ("84", "34"));
/// ```
#[must_use]
pub fn find<'a>(text: &str, needle: impl Into<Needle<'a>>) -> Outcome {
    Haystack::new(text).find(needle)
}

/// A text in which several quotes are looked for: what has to be made ready is made ready once, and only if need be.
///
/// ```
/// use gainsay::Haystack;
///
/// let haystack = Haystack::new("The mill burned in May. Nobody was in it.");
/// let held = ["The mill burned", "in June", "Nobody was in it"].map(|quote| haystack.find(quote).is_held());
/// assert_eq!(held, [true, false, true]);
/// ```
#[derive(Debug)]
pub struct Haystack<'t> {
    text: &'t str,
    folded: OnceLock<Folded>,
    /// Case and width put aside; its map leads to the folded text.
    loose: OnceLock<Folded>,
    /// Where words begin that were said at a time, and its seconds; none where the text itself shows its times.
    times: Vec<(usize, u64)>,
    /// What keeps its parts apart.
    walls: Cow<'t, Walls>,
}

impl<'t> Haystack<'t> {
    /// Takes the text; no work is done yet.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Haystack {
            text,
            folded: OnceLock::new(),
            loose: OnceLock::new(),
            times: Vec::new(),
            walls: Cow::Owned(Walls::default()),
        }
    }

    /// The same text, of which it is known when its words were said.
    pub(crate) fn with_times(self, times: Vec<(usize, u64)>) -> Self {
        Haystack { times, ..self }
    }

    /// The same text, of which it is known what keeps its parts apart.
    pub(crate) fn with_walls(self, walls: &'t Walls) -> Self {
        Haystack { walls: Cow::Borrowed(walls), ..self }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// How a quote stands in the text; see [`find`].
    ///
    /// Time is linear in the text for each piece of the quote. A match that would begin or stop inside a number (`3
    /// killed` in `13 killed`) or between a letter and its accent does not hold.
    #[must_use]
    pub fn find<'a>(&self, needle: impl Into<Needle<'a>>) -> Outcome {
        let needle = needle.into();
        let quote = needle.quote;
        if !quote.contains(is_content) {
            return Outcome::Absent(Absence::EmptyQuote);
        }
        match self.hold(&needle, || places(self.text, quote)) {
            Ok(held) => held,
            Err(_) if !self.text.contains(is_content) => Outcome::Absent(Absence::EmptyText),
            Err(severed) => self.find_folded(&needle, severed),
        }
    }

    /// The quote at one of the places given; else the first at which it would cut a number, widened to all of it.
    fn hold<I>(&self, needle: &Needle<'_>, all: impl Fn() -> I) -> Result<Outcome, Option<Range<usize>>>
    where
        I: Iterator<Item = Range<usize>>,
    {
        let mut few = self.scan(needle, all(), 2);
        match few.places.len() {
            0 => Err(few.severed),
            1 if few.complete => Ok(self.placed(needle, few.places.remove(0))),
            // Where nothing says which is meant, more are not told.
            _ if needle.is_alone() => Ok(self.settle(needle, self.scan(needle, all(), MOST_LISTED + 1))),
            _ => Ok(self.settle(needle, self.scan(needle, all(), MOST_PLACES))),
        }
    }

    /// Looks through the places of a quote until `enough` of them hold it.
    fn scan(&self, needle: &Needle<'_>, places: impl Iterator<Item = Range<usize>>, enough: usize) -> Scan {
        let mut scan = Scan { places: Vec::new(), severed: None, complete: true };
        let mut compared = 0;
        for at in places {
            compared += at.len();
            let is_apart =
                || self.text[at.clone()] != *needle.quote && self.walls.parts(self.text, &at).is_some();
            match is_severed(self.text, &at) {
                false if !is_apart() => scan.places.push(at),
                false if scan.severed.is_none() => scan.severed = Some(at),
                true if scan.severed.is_none() => scan.severed = severed(self.text, &at),
                _ => {}
            }
            if scan.places.len() == enough || compared > MOST_COMPARED {
                scan.complete = false;
                break;
            }
        }
        scan
    }

    /// The quote where it stands once.
    fn placed(&self, needle: &Needle<'_>, at: Range<usize>) -> Outcome {
        match self.surroundings(needle).rules_out(&at) {
            true => Outcome::Misplaced(at),
            false => self.held_at(needle, at),
        }
    }

    fn held_at(&self, needle: &Needle<'_>, at: Range<usize>) -> Outcome {
        if &self.text[at.clone()] == needle.quote { Outcome::Exact(at) } else { Outcome::Folded(at) }
    }

    fn find_folded(&self, needle: &Needle<'_>, severed: Option<Range<usize>>) -> Outcome {
        let folded = self.folded();
        let quote = fold(needle.quote);
        let words = quote.as_str().trim();
        let all = || places(folded.as_str(), words).filter_map(|at| folded.span(at));
        let across = || across_line_ends(folded, &quote).filter_map(|at| folded.span(at));
        let severed = match self.hold(needle, all) {
            Ok(held) => return held,
            Err(also) => severed.or(also),
        };
        if let Ok(held) = self.hold(needle, across) {
            return held;
        }
        self.find_elided(needle)
            .or_else(|| severed.map(|at| self.near(needle.quote, at)))
            .or_else(|| self.find_near(needle, words))
            .unwrap_or(Outcome::Absent(Absence::NothingAlike))
    }

    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| fold(self.text))
    }

    /// What the context makes of several places.
    fn settle(&self, needle: &Needle<'_>, scan: Scan) -> Outcome {
        let mut left = self.surroundings(needle).settle(scan.places);
        if scan.complete
            && let Some(own) = without_pull_quotes(self.text, &self.walls, &left)
        {
            return self.placed(needle, own);
        }
        if left.len() > 1 || !scan.complete {
            left.truncate(MOST_LISTED);
            left.shrink_to_fit();
            return Outcome::Ambiguous(left);
        }
        self.held_at(needle, left.remove(0))
    }

    fn surroundings<'a>(&'a self, needle: &Needle<'a>) -> Surroundings<'a>
    where
        't: 'a,
    {
        Surroundings::new(self.text, needle.prefix, needle.suffix, needle.locator).with_times(&self.times)
    }

    fn find_elided(&self, needle: &Needle<'_>) -> Option<Outcome> {
        elide::readings(needle.quote).iter().find_map(|reading| self.find_pieces(needle, reading))
    }

    fn find_pieces(&self, needle: &Needle<'_>, reading: &Pieces) -> Option<Outcome> {
        let folded = self.folded();
        let surroundings = self.surroundings(needle);
        let passages = |fit: Option<Closeness>| {
            let starts = |at| fit.is_none_or(|fit| surroundings.fits_before(at, fit));
            let ends = |at| fit.is_none_or(|fit| surroundings.fits_after(at, fit));
            elide::passages(self.text, folded, reading, needle.language, &self.walls, starts, ends)
        };
        let mut found = passages(None);
        if found.found.len() > 1 && surroundings.has_surroundings() {
            let fitting = Closeness::ALL.map(|fit| passages(Some(fit)));
            found = fitting.into_iter().find(|fitting| !fitting.found.is_empty()).unwrap_or(found);
        }
        let wholes: Vec<_> = found.found.iter().filter_map(|pieces| whole(pieces)).collect();
        let mut left = surroundings.settle(wholes.clone());
        if let Some(own) = without_pull_quotes(self.text, &self.walls, &left).filter(|_| !found.more) {
            left = vec![own];
        }
        match left.len() {
            0 => None,
            1 if !found.more && surroundings.rules_out(&left[0]) => Some(Outcome::Misplaced(left.remove(0))),
            1 if !found.more => {
                let which = wholes.iter().position(|at| *at == left[0])?;
                Some(self.held_unless_turned(needle, reading, found.found.swap_remove(which)))
            }
            _ => {
                left.truncate(MOST_LISTED);
                left.shrink_to_fit();
                Some(Outcome::Ambiguous(left))
            }
        }
    }

    /// An elision that drops the "not" before a piece, or a note that puts one in, makes another sentence of it.
    fn held_unless_turned(
        &self,
        needle: &Needle<'_>,
        reading: &Pieces,
        pieces: Vec<Range<usize>>,
    ) -> Outcome {
        let dropped = elide::turned_in_gap(self.text, &pieces, needle.language);
        let (quote, text, kind) = match (dropped, &reading.negating_note) {
            (Some((turn, at)), _) => ("...".to_owned(), self.text[at].to_owned(), turn.into()),
            (None, Some(note)) => (note.clone(), String::new(), DifferenceKind::Negation),
            (None, None) => return Outcome::Elided(pieces),
        };
        let differs = vec![Difference { quote, text, kind }];
        whole(&pieces)
            .map_or(Outcome::Absent(Absence::NothingAlike), |at| Outcome::Near(Near { at, differs }))
    }

    fn near(&self, quote: &str, at: Range<usize>) -> Outcome {
        let mut differs = differs(quote, &self.text[at.clone()]);
        if differs.is_empty() {
            differs.extend(self.walls.parts(self.text, &at).map(|gap| self.apart(gap)));
        }
        Outcome::Near(Near { differs, at })
    }

    /// What stands on both sides of a gap, and is no passage.
    fn apart(&self, gap: Range<usize>) -> Difference {
        let before = self.text[..gap.start].rsplit(char::is_whitespace).next().unwrap_or_default();
        let behind = self.text[gap.end..].split(char::is_whitespace).next().unwrap_or_default();
        let [quote, text] = [" ", " | "].map(|between| [before, behind].join(between));
        Difference { quote, text, kind: DifferenceKind::Apart }
    }

    /// The stretch of the folded text that most resembles some words when case and width are put aside.
    fn alike_but_for_case(&self, words: &str) -> Option<Range<usize>> {
        let loose = self.loose.get_or_init(|| loosen(self.folded()));
        most_alike(loosen(&fold(words)).as_str(), loose).map(|at| loose.cover(at))
    }

    fn find_near(&self, needle: &Needle<'_>, words: &str) -> Option<Outcome> {
        let folded = self.folded();
        let alike = |words: &str| {
            let at = most_alike(words, folded).or_else(|| self.alike_but_for_case(words))?;
            let at = folded.cover(at);
            Some(severed(self.text, &at).unwrap_or(at))
        };
        let Some(reading) = elide::readings(needle.quote).pop() else {
            return alike(words).map(|at| self.near(needle.quote, at));
        };
        // Of an elided quote the first piece that does not stand in the text is shown, if anything is like it.
        let standing: Vec<_> = (0..reading.pieces.len())
            .map(|number| elide::place_of(self.text, folded, &reading, number))
            .collect();
        let altered =
            standing.iter().position(Option::is_none).map(|number| reading.pieces[number].text.as_str());
        if let Some((piece, at)) = altered.and_then(|piece| Some((piece, alike(piece)?))) {
            return Some(self.near(piece, at));
        }
        if let Some(at) = alike(words) {
            return Some(self.near(needle.quote, at));
        }
        if altered.is_some() {
            return None;
        }
        let held = standing.into_iter().flatten().zip(&reading.pieces);
        let (at, longest) = held.max_by_key(|(_, piece)| piece.text.len())?;
        let difference = Difference {
            quote: needle.quote.to_owned(),
            text: longest.text.clone(),
            kind: DifferenceKind::Order,
        };
        Some(Outcome::Near(Near { at, differs: vec![difference] }))
    }
}

/// Where a quote stands in a text.
struct Scan {
    /// The places that hold it, in order, as bytes of the original text.
    places: Vec<Range<usize>>,
    /// The first place at which it would begin or stop inside a number or letter, widened to whole ones, or go over what keeps
    /// its words apart.
    severed: Option<Range<usize>>,
    /// Whether there can be no other place.
    complete: bool,
}
