//! Passages that two texts share almost word for word: winnowed fingerprints find where, extension finds how far.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rayon::prelude::*;

use super::folded_words::{Word, each_word};

/// A passage of fewer words than this in common is none.
pub(crate) const LEAST_WORDS: usize = 25;

/// Words that are fingerprinted together.
const SHINGLE: usize = 5;
/// Of so many fingerprints in a row one is kept: of nine words that stand in both texts, one fingerprint is found.
const WINDOW: usize = 5;
/// What stands in more texts than this, or in more than one of fifty, is boilerplate.
const COMMON: usize = 20;
const COMMON_OF: usize = 50;
/// Up to so many texts with one fingerprint are compared each with each; more, with the first and the next.
const EACH_WITH_EACH: usize = 16;

/// The words of a text, folded, as numbers: enough to compare it with others.
pub(crate) type Words = Box<[Word]>;

/// The folded words of a text.
pub(crate) fn words(text: &str) -> Words {
    let mut words = Vec::with_capacity(text.len() / 5);
    each_word(text, |word, _| words.push(word));
    words.into_boxed_slice()
}

/// A passage that two texts share: which of each text's words, how many they have in common, and how many edits lie
/// between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shared {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) a_words: Range<usize>,
    pub(crate) b_words: Range<usize>,
    pub(crate) common: usize,
    pub(crate) changed: usize,
}

/// The passages that any two texts share, in order; pairs of which `skip` holds are not compared.
///
/// A passage of forty words or more of which up to one in twelve was changed has nine words in a row that were not,
/// and is found. Memory is four bytes a word and eight a fingerprint, of which there are one for each three words.
pub(crate) fn shared(texts: &[Words], skip: impl Fn(usize, usize) -> bool + Sync) -> Vec<Shared> {
    let corpus = Corpus::new(texts);
    let mut prints = corpus.fingerprints();
    prints.par_sort_unstable();
    let search = |prints: &[u64]| {
        let mut search = Search { corpus: &corpus, skip: &skip, found: HashMap::new(), common: Vec::new() };
        prints
            .chunk_by(|a, b| a >> 32 == b >> 32)
            .filter(|run| run.len() > 1)
            .for_each(|run| search.run(run));
        (search.found, search.common)
    };
    let mut by_pair: HashMap<(u32, u32), Vec<Shared>> = HashMap::new();
    let mut common: HashSet<u32> = HashSet::new();
    let parts: Vec<_> = pieces(&prints).into_par_iter().map(search).collect();
    for (found, hashes) in parts {
        common.extend(hashes);
        for (pair, mut found) in found {
            by_pair.entry(pair).or_default().append(&mut found);
        }
    }
    let mut all: Vec<Shared> = by_pair.into_values().flat_map(longest).collect();
    all.retain(|passage| !is_boilerplate(&texts[passage.a][passage.a_words.clone()], &common));
    all.sort_unstable_by_key(order);
    all
}

/// Whether most of a passage's fingerprints stand in many texts. At its ends some may stand in few, as what they are
/// the least of begins or ends outside.
fn is_boilerplate(passage: &[Word], common: &HashSet<u32>) -> bool {
    let (mut all, mut known) = (0, 0);
    winnow(passage, |hash, _| {
        all += 1;
        known += usize::from(common.contains(&hash));
    });
    known * 2 > all
}

/// Sorted fingerprints cut into pieces of some size, never between two that are equal.
fn pieces(prints: &[u64]) -> Vec<&[u64]> {
    const SIZE: usize = 1 << 16;
    let mut pieces = Vec::with_capacity(prints.len() / SIZE + 1);
    let mut rest = prints;
    while rest.len() > SIZE {
        let last = rest[SIZE - 1] >> 32;
        let end = SIZE + rest[SIZE..].iter().take_while(|print| **print >> 32 == last).count();
        let (piece, behind) = rest.split_at(end);
        pieces.push(piece);
        rest = behind;
    }
    pieces.push(rest);
    pieces
}

/// Of passages between one pair of texts that overlap, the longest.
fn longest(mut found: Vec<Shared>) -> Vec<Shared> {
    found.sort_unstable_by(|a, b| b.common.cmp(&a.common).then_with(|| order(a).cmp(&order(b))));
    let mut kept: Vec<Shared> = Vec::new();
    for passage in found {
        let overlaps = |other: &Shared| {
            overlap(&passage.a_words, &other.a_words) && overlap(&passage.b_words, &other.b_words)
        };
        if !kept.iter().any(overlaps) {
            kept.push(passage);
        }
    }
    kept
}

fn order(it: &Shared) -> [usize; 6] {
    [it.a, it.b, it.a_words.start, it.b_words.start, it.a_words.end, it.b_words.end]
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// All texts, their words counted through from first to last.
struct Corpus<'t> {
    texts: &'t [Words],
    /// By text: the number of its first word.
    starts: Vec<u32>,
}

impl<'t> Corpus<'t> {
    fn new(texts: &'t [Words]) -> Self {
        let mut starts = Vec::with_capacity(texts.len());
        let mut next: u32 = 0;
        for text in texts {
            starts.push(next);
            // Beyond four thousand million words no number is left: what lies there is not compared.
            next = next.saturating_add(text.len() as u32);
        }
        Corpus { texts, starts }
    }

    /// The text that a word stands in, and its number there.
    fn place(&self, word: u32) -> (usize, usize) {
        // Of empty texts that begin at one number the last holds the word.
        let text = self.starts.partition_point(|start| *start <= word) - 1;
        (text, (word - self.starts[text]) as usize)
    }

    /// The fingerprints of all texts: the hash above, the number of the first word below.
    fn fingerprints(&self) -> Vec<u64> {
        let words: usize = self.texts.iter().map(|text| text.len()).sum();
        let mut prints = Vec::with_capacity(words / 5 * 2);
        for (text, start) in self.texts.iter().zip(&self.starts) {
            if start.checked_add(text.len() as u32).is_some() {
                winnow(text, |hash, at| prints.push(u64::from(hash) << 32 | u64::from(start + at as u32)));
            }
        }
        prints
    }
}

/// Gives the least hash of each window of shingles, and the number of its first word; each once.
fn winnow(words: &[Word], mut give: impl FnMut(u32, usize)) {
    if words.len() < SHINGLE {
        return;
    }
    let mut window = [(u32::MAX, 0usize); WINDOW];
    let mut given = usize::MAX;
    let shingles = words.len() - SHINGLE + 1;
    for at in 0..shingles {
        window[at % WINDOW] = (shingle(&words[at..at + SHINGLE]), at);
        if at + 1 < WINDOW.min(shingles) {
            continue;
        }
        let filled = &window[..WINDOW.min(shingles)];
        let (hash, least) =
            filled.iter().copied().min_by_key(|(hash, at)| (*hash, usize::MAX - at)).unwrap_or((0, 0));
        if least != given {
            given = least;
            give(hash, least);
        }
    }
}

/// The hash of some words in their order.
fn shingle(words: &[Word]) -> u32 {
    let mixed = words.iter().fold(0u64, |hash, word| {
        (hash ^ u64::from(*word)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
    });
    (mixed ^ mixed >> 32) as u32
}

/// What looks for passages among texts with a fingerprint in common.
struct Search<'t, S> {
    corpus: &'t Corpus<'t>,
    skip: &'t S,
    found: HashMap<(u32, u32), Vec<Shared>>,
    /// Fingerprints that stand in too many texts to tell anything.
    common: Vec<u32>,
}

impl<S: Fn(usize, usize) -> bool> Search<'_, S> {
    /// Compares the texts in which one fingerprint stands.
    fn run(&mut self, run: &[u64]) {
        let places: Vec<(usize, usize)> = run.iter().map(|print| self.corpus.place(*print as u32)).collect();
        let texts = places.chunk_by(|a, b| a.0 == b.0).count();
        if texts > COMMON.max(self.corpus.texts.len() / COMMON_OF) {
            self.common.push((run[0] >> 32) as u32);
            return;
        }
        for (index, a) in places.iter().enumerate() {
            let few = texts <= EACH_WITH_EACH || index == 0;
            let others =
                if few { &places[index + 1..] } else { &places[index + 1..(index + 2).min(places.len())] };
            for b in others.iter().filter(|b| b.0 != a.0) {
                self.compare(*a, *b);
            }
        }
    }

    fn compare(&mut self, (a, at_a): (usize, usize), (b, at_b): (usize, usize)) {
        let pair = (a as u32, b as u32);
        let known = self.found.get(&pair);
        let is_known = |found: &Shared| found.a_words.contains(&at_a) && found.b_words.contains(&at_b);
        if known.is_some_and(|known| known.iter().any(is_known)) {
            return;
        }
        let (words_a, words_b) = (&self.corpus.texts[a], &self.corpus.texts[b]);
        let (ahead, behind) = (
            extend(&mut words_a[at_a..].iter(), &mut words_b[at_b..].iter()),
            extend(&mut words_a[..at_a].iter().rev(), &mut words_b[..at_b].iter().rev()),
        );
        let common = ahead.common + behind.common;
        let changed = ahead.changed + behind.changed;
        if common >= LEAST_WORDS && changed * 6 <= common && !(self.skip)(a, b) {
            self.found.entry(pair).or_default().push(Shared {
                a,
                b,
                a_words: at_a - behind.a..at_a + ahead.a,
                b_words: at_b - behind.b..at_b + ahead.b,
                common,
                changed,
            });
        }
    }
}

/// How far two texts go on alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Reach {
    a: usize,
    b: usize,
    common: usize,
    changed: usize,
}

/// At most so many words of either text are passed over at once.
const GAP: usize = 6;
/// So many words in a row must agree behind a gap.
const AGAIN: usize = 3;
/// What a changed word costs against a common one, and how far below its best a way may fall.
const COST: i64 = 5;
const FALL: i64 = 22;

/// How far two texts go on alike, word by word, over changed words: as far as the common words outweigh them best.
fn extend<'w>(
    a: &mut (impl Iterator<Item = &'w Word> + Clone),
    b: &mut (impl Iterator<Item = &'w Word> + Clone),
) -> Reach {
    let (mut now, mut best) = (Reach::default(), Reach::default());
    let (mut score, mut best_score) = (0i64, 0i64);
    loop {
        let (mut next_a, mut next_b) = (a.clone(), b.clone());
        match (next_a.next(), next_b.next()) {
            (Some(x), Some(y)) if x == y => {
                (*a, *b) = (next_a, next_b);
                now = Reach { a: now.a + 1, b: now.b + 1, common: now.common + 1, ..now };
                score += 1;
                if score > best_score {
                    (best, best_score) = (now, score);
                }
            }
            (Some(_), Some(_)) => {
                let Some((over_a, over_b)) = resume(a, b) else { return best };
                let (kept, changed) = edits(a.clone().take(over_a), b.clone().take(over_b));
                score += kept as i64 - COST * changed as i64;
                if score < best_score - FALL {
                    return best;
                }
                (over_a > 0).then(|| a.nth(over_a - 1));
                (over_b > 0).then(|| b.nth(over_b - 1));
                now = Reach {
                    a: now.a + over_a,
                    b: now.b + over_b,
                    common: now.common + kept,
                    changed: now.changed + changed,
                };
            }
            _ => return best,
        }
    }
}

/// How many words two short runs have in common, in order, and the fewest edits that make one the other.
fn edits<'w>(a: impl Iterator<Item = &'w Word>, b: impl Iterator<Item = &'w Word> + Clone) -> (usize, usize) {
    // By word of `b`: the edits so far, and the words in common; of ways with as few edits the one that keeps most.
    let mut row: [(usize, usize); GAP + 1] = std::array::from_fn(|index| (index, 0));
    for (done, x) in a.enumerate() {
        let mut before = row[0];
        row[0] = (done + 1, 0);
        for (index, y) in b.clone().enumerate() {
            let (edits, kept) = before;
            let straight = if x == y { (edits, kept + 1) } else { (edits + 1, kept) };
            let aside = [row[index], row[index + 1]].map(|(edits, kept)| (edits + 1, kept));
            before = row[index + 1];
            let better = |a: (usize, usize), b: (usize, usize)| if (b.0, a.1) < (a.0, b.1) { b } else { a };
            row[index + 1] = aside.into_iter().fold(straight, better);
        }
    }
    let (edits, kept) = row[b.count()];
    (kept, edits)
}

/// The fewest words to pass over in each text for them to agree again.
fn resume<'w>(
    a: &(impl Iterator<Item = &'w Word> + Clone),
    b: &(impl Iterator<Item = &'w Word> + Clone),
) -> Option<(usize, usize)> {
    // The words ahead are looked at many times: a copy is cheaper than walking there.
    const AHEAD: usize = GAP + AGAIN;
    let ahead = |words: &mut dyn Iterator<Item = &'w Word>| {
        let mut copy = [None; AHEAD];
        copy.iter_mut().zip(words).for_each(|(place, word)| *place = Some(*word));
        copy
    };
    let (x, y) = (ahead(&mut a.clone()), ahead(&mut b.clone()));
    let agrees = |over_a: usize, over_b: usize| {
        (0..AGAIN).all(|n| x[over_a + n].is_some() && x[over_a + n] == y[over_b + n])
    };
    (1..=GAP).find_map(|most| {
        let uneven = (0..most).flat_map(move |fewer| [(most, fewer), (fewer, most)]);
        std::iter::once((most, most)).chain(uneven).find(|(over_a, over_b)| agrees(*over_a, *over_b))
    })
}

/// Where each folded word of a text stands.
pub(crate) fn spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::with_capacity(text.len() / 5);
    each_word(text, |_, at| spans.push(at));
    spans
}

#[cfg(test)]
mod tests;
