//! Passages that two texts share almost word for word: winnowed fingerprints find where, extension finds how far.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rayon::prelude::*;

use super::extend::extend;
use super::winnow::winnow;
use super::words::WordHash;

/// A passage of fewer words than this in common is none.
pub(crate) const LEAST_WORDS: usize = 25;

/// What stands in more texts than this, or in more than one of fifty, may be boilerplate: it is told once for all of them.
const COMMON: usize = 20;
const COMMON_OF: usize = 50;
/// So many words are no boilerplate, wherever they stand.
const TOO_LONG: usize = 250;
/// Up to so many texts with one fingerprint are compared each with each; more, with the first and the next.
const EACH_WITH_EACH: usize = 16;
/// So many places of one text with one fingerprint are compared; a word that is repeated over and over has very many.
const MOST_PLACES: usize = 16;

/// In how many texts a passage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spread {
    Few,
    /// In so many that it may be boilerplate: of these texts each is compared with the next.
    Many,
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
    pub(crate) spread: Spread,
}

/// So many fingerprints are held at once by each thread, as far as can be told beforehand, or a part in so many of all: each time the
/// words are gone through.
const AT_ONCE: usize = 1 << 19;
const MOST_PARTS: usize = 16;

/// The passages that any two texts share, in order; pairs of which `skip` holds are not compared.
///
/// A passage of forty words or more of which up to one in twelve was changed has nine words in a row that were not,
/// and is found. Memory is four bytes a word and, of one fingerprint for each three words, eight for each that is held at once.
pub(crate) fn shared<T: AsRef<[WordHash]>>(
    texts: &[T],
    skip: impl Fn(usize, usize) -> bool + Sync,
) -> Vec<Shared> {
    let texts: Vec<&[WordHash]> = texts.iter().map(AsRef::as_ref).collect();
    let prints = texts.iter().map(|text| text.len()).sum::<usize>() / 3;
    shared_in(&texts, prints.div_ceil(AT_ONCE).clamp(1, MOST_PARTS) as u32, skip)
}

/// As [`shared`], with the fingerprints in so many parts.
pub(super) fn shared_in(
    texts: &[&[WordHash]],
    parts: u32,
    skip: impl Fn(usize, usize) -> bool + Sync,
) -> Vec<Shared> {
    let corpus = Corpus::new(texts);
    // As a rule there are fewer; what is not filled takes nothing.
    let room = texts.iter().map(|text| text.len()).sum::<usize>() / 5 * 2 / parts as usize;
    let search = |part: u32| {
        // Hashes cut into ranges of one length.
        let is_of_it = |hash: u32| (u64::from(hash) * u64::from(parts)) >> 32 == u64::from(part);
        let mut prints = corpus.fingerprints(room, is_of_it);
        prints.sort_unstable();
        let mut search = Search {
            corpus: &corpus,
            skip: &skip,
            skipped: HashMap::new(),
            found: HashMap::new(),
            common: Vec::new(),
        };
        prints
            .chunk_by(|a, b| a >> 32 == b >> 32)
            .filter(|run| run.len() > 1)
            .for_each(|run| search.run(run));
        (search.found, search.common)
    };
    let mut by_pair: HashMap<(u32, u32), Vec<Shared>> = HashMap::new();
    let mut common: HashSet<u32> = HashSet::new();
    let found: Vec<_> = (0..parts).into_par_iter().with_max_len(1).map(search).collect();
    for (found, hashes) in found {
        common.extend(hashes);
        for (pair, mut found) in found {
            by_pair.entry(pair).or_default().append(&mut found);
        }
    }
    let mut all: Vec<Shared> = by_pair.into_values().flat_map(longest).collect();
    for passage in all.iter_mut().filter(|passage| !is_much(texts, passage)) {
        if is_boilerplate(&texts[passage.a][passage.a_words.clone()], &common) {
            passage.spread = Spread::Many;
        }
    }
    all.sort_unstable_by_key(order);
    all
}

/// Whether a passage is too much for boilerplate, in however many texts it stands: half of one of its two texts, or long.
fn is_much(texts: &[&[WordHash]], passage: &Shared) -> bool {
    let shorter = texts[passage.a].len().min(texts[passage.b].len());
    passage.common * 2 >= shorter || passage.common >= TOO_LONG
}

/// Whether most of a passage's fingerprints stand in many texts. At its ends some may stand in few, as what they are
/// the least of begins or ends outside.
fn is_boilerplate(passage: &[WordHash], common: &HashSet<u32>) -> bool {
    let (mut all, mut known) = (0, 0);
    winnow(passage, |hash, _| {
        all += 1;
        known += usize::from(common.contains(&hash));
    });
    known * 2 > all
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
    texts: &'t [&'t [WordHash]],
    /// By text: the number of its first word.
    starts: Vec<u32>,
}

impl<'t> Corpus<'t> {
    fn new(texts: &'t [&'t [WordHash]]) -> Self {
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

    /// The fingerprints of all texts that are wanted by their hash, about so many: the hash above, the number of the first word below.
    fn fingerprints(&self, room: usize, is_wanted: impl Fn(u32) -> bool) -> Vec<u64> {
        let mut prints = Vec::with_capacity(room);
        for (text, start) in self.texts.iter().zip(&self.starts) {
            if start.checked_add(text.len() as u32).is_some() {
                winnow(text, |hash, at| {
                    if is_wanted(hash) {
                        prints.push(u64::from(hash) << 32 | u64::from(start + at as u32));
                    }
                });
            }
        }
        prints
    }
}

/// What looks for passages among texts with a fingerprint in common.
struct Search<'t, S> {
    corpus: &'t Corpus<'t>,
    skip: &'t S,
    /// By pair: whether `skip` holds of it.
    skipped: HashMap<(u32, u32), bool>,
    found: HashMap<(u32, u32), Vec<Shared>>,
    /// Fingerprints that stand in too many texts to tell anything.
    common: Vec<u32>,
}

impl<S: Fn(usize, usize) -> bool> Search<'_, S> {
    /// Compares the texts in which one fingerprint stands.
    fn run(&mut self, run: &[u64]) {
        let mut places: Vec<(usize, usize)> = Vec::with_capacity(run.len().min(1024));
        for place in run.iter().map(|print| self.corpus.place(*print as u32)) {
            let before = places.len().checked_sub(MOST_PLACES).map(|at| places[at].0);
            if before != Some(place.0) {
                places.push(place);
            }
        }
        let texts = places.chunk_by(|a, b| a.0 == b.0).count();
        if texts > COMMON.max(self.corpus.texts.len() / COMMON_OF) {
            self.common.push((run[0] >> 32) as u32);
            // What stands in many texts may be boilerplate, or one text copied many times: each is held against the next.
            let firsts: Vec<(usize, usize)> =
                places.chunk_by(|a, b| a.0 == b.0).map(|places| places[0]).collect();
            for pair in firsts.windows(2) {
                self.compare(pair[0], pair[1]);
            }
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
        let skip = self.skip;
        if *self.skipped.entry(pair).or_insert_with(|| skip(a, b)) {
            return;
        }
        let (words_a, words_b) = (self.corpus.texts[a], self.corpus.texts[b]);
        let (ahead, behind) = (
            extend(&mut words_a[at_a..].iter(), &mut words_b[at_b..].iter()),
            extend(&mut words_a[..at_a].iter().rev(), &mut words_b[..at_b].iter().rev()),
        );
        let common = ahead.common + behind.common;
        let changed = ahead.changed + behind.changed;
        if common >= LEAST_WORDS && changed * 6 <= common {
            self.found.entry(pair).or_default().push(Shared {
                a,
                b,
                a_words: at_a - behind.a..at_a + ahead.a,
                b_words: at_b - behind.b..at_b + ahead.b,
                common,
                changed,
                spread: Spread::Few,
            });
        }
    }
}
