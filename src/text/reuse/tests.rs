//! Tests of [`super`]: planted copies are found, texts that have nothing to do with each other share nothing.

use super::words::{WordHash, WordHashes};
use super::*;

/// Numbers that look like chance, the same on each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }

    /// A text of some words out of `vocabulary`.
    fn text(&mut self, count: usize, vocabulary: usize) -> Vec<WordHash> {
        (0..count).map(|_| self.below(vocabulary) as WordHash).collect()
    }

    /// A copy with up to one word in twelve replaced, dropped or doubled.
    fn altered(&mut self, passage: &[WordHash], vocabulary: usize) -> Vec<WordHash> {
        let mut copy = passage.to_vec();
        for _ in 0..passage.len() / 12 {
            let at = self.below(copy.len());
            match self.below(4) {
                0 => {
                    copy.remove(at);
                }
                1 => copy.insert(at, self.below(vocabulary) as WordHash),
                _ => copy[at] = self.below(vocabulary) as WordHash,
            }
        }
        copy
    }
}

fn boxed(texts: Vec<Vec<WordHash>>) -> Vec<WordHashes> {
    texts.into_iter().map(Vec::into_boxed_slice).collect()
}

#[test]
fn planted_copies_are_found_where_they_stand() {
    // Few words make it hard: by chance alone some agree.
    const VOCABULARY: usize = 130;
    let mut chance = Chance(7);
    let (mut found, mut covered) = (0, 0);
    const COPIES: usize = 300;
    for _ in 0..COPIES {
        let (mut a, mut b) = (chance.text(600, VOCABULARY), chance.text(600, VOCABULARY));
        let count = 40 + chance.below(80);
        let (at_a, at_b) = (chance.below(a.len() - count), chance.below(b.len()));
        let copy = chance.altered(&a[at_a..at_a + count], VOCABULARY);
        b.splice(at_b..at_b, copy);
        a.truncate(600);
        let passages = shared(&boxed(vec![a, b]), |_, _| false);
        let here = passages.iter().find(|it| it.a_words.start < at_a + count && at_a < it.a_words.end);
        found += usize::from(here.is_some());
        covered += usize::from(here.is_some_and(|it| it.common >= count * 3 / 4));
    }
    assert!(found * 100 >= COPIES * 98, "{found} of {COPIES}");
    assert!(covered * 100 >= COPIES * 95, "{covered} of {COPIES} to three quarters at least");
}

#[test]
fn texts_of_the_same_few_words_share_nothing() {
    let mut chance = Chance(11);
    let texts: Vec<Vec<WordHash>> = (0..200).map(|_| chance.text(900, 130)).collect();
    assert_eq!(shared(&boxed(texts), |_, _| false), []);
}

#[test]
fn what_stands_in_many_texts_may_be_boilerplate_and_is_told_from_text_to_text() {
    let mut chance = Chance(13);
    let notice = chance.text(60, 5000);
    let with = |count: usize, chance: &mut Chance| -> Vec<WordHashes> {
        boxed(
            (0..60)
                .map(|n| [chance.text(300, 5000), if n < count { notice.clone() } else { vec![] }].concat())
                .collect(),
        )
    };
    let few = shared(&with(5, &mut chance), |_, _| false);
    assert_eq!(few.len(), 10, "five texts, each with each");
    assert!(few.iter().all(|passage| passage.common >= 60 && passage.common < 64));
    assert!(few.iter().all(|passage| passage.spread == Spread::Few));
    // On both sides of the limit: twenty texts, and one more. Of many each is held against the next.
    for (count, spread) in [(20, Spread::Few), (21, Spread::Many), (40, Spread::Many)] {
        let found = shared(&with(count, &mut chance), |_, _| false);
        assert!(found.iter().all(|passage| passage.spread == spread), "{count}");
        assert!((1..count).all(|n| found.iter().any(|it| it.b == n)), "{count}");
        assert!(found.len() < count * 2, "{count}: {}", found.len());
    }
}

#[test]
fn one_word_over_and_over_is_compared_a_few_times() {
    let texts = boxed(vec![vec![7; 20_000], vec![7; 20_000]]);
    let found = shared(&texts, |_, _| false);
    assert!(!found.is_empty() && found.len() < 300, "{}", found.len());
}

#[test]
fn copies_of_one_text_are_found_however_many_there_are() {
    for copies in [20, 21, 24, 300] {
        let mut chance = Chance(19);
        let text = chance.text(500, 5000);
        let texts = boxed((0..copies).map(|_| [chance.text(100, 5000), text.clone()].concat()).collect());
        let found = shared(&texts, |_, _| false);
        // Each hangs together with the next, so that all of them count as one.
        let linked =
            |n: usize| found.iter().any(|it| (it.a, it.b) == (n, n + 1) || it.b == n + 1 && it.a == 0);
        assert!((0..copies - 1).all(linked), "{copies}");
        assert!(found.iter().all(|it| it.common >= 490), "{copies}");
        assert!(found.len() < copies * 40, "{copies}: {}", found.len());
    }
}

#[test]
fn pairs_that_are_skipped_and_short_passages_are_not_told() {
    let mut chance = Chance(17);
    let passage = chance.text(50, 5000);
    let text =
        |passage: &[WordHash], chance: &mut Chance| [chance.text(100, 5000), passage.to_vec()].concat();
    let texts = boxed(vec![
        text(&passage, &mut chance),
        text(&passage, &mut chance),
        text(&passage[..20], &mut chance),
    ]);
    let all = shared(&texts, |_, _| false);
    assert_eq!(all.iter().map(|it| (it.a, it.b)).collect::<Vec<_>>(), [(0, 1)]);
    assert_eq!(all[0].a_words, 100..150);
    assert_eq!(shared(&texts, |a, b| (a, b) == (0, 1)), []);
}

#[test]
fn a_changed_a_dropped_and_an_added_word_do_not_end_a_passage() {
    let a: Vec<WordHash> = (0..60).collect();
    let mut b = a.clone();
    b[15] = 999;
    b.remove(30);
    b.insert(45, 998);
    let passages = shared(&boxed(vec![a, b]), |_, _| false);
    let expected =
        Shared { a: 0, b: 1, a_words: 0..60, b_words: 0..60, common: 58, changed: 3, spread: Spread::Few };
    assert_eq!(passages, [expected]);
}

#[test]
fn texts_without_words_are_no_trouble() {
    assert_eq!(shared(&boxed(vec![vec![], vec![1, 2], vec![]]), |_, _| false), []);
    assert_eq!(shared::<WordHashes>(&[], |_, _| false), []);
}

#[test]
fn what_is_found_does_not_hang_on_how_many_fingerprints_are_held_at_once() {
    let mut chance = Chance(11);
    let mut texts: Vec<Vec<WordHash>> = (0..12).map(|_| chance.text(400, 5000)).collect();
    for _ in 0..10 {
        let (from, to) = (chance.below(12), chance.below(12));
        let (at, into) = (chance.below(340), chance.below(400));
        let copy = texts[from][at..at + 60].to_vec();
        texts[to].splice(into..into, copy);
    }
    let texts: Vec<&[WordHash]> = texts.iter().map(Vec::as_slice).collect();
    let whole = shared::shared_in(&texts, 1, |_, _| false);
    assert!(whole.len() >= 5, "{whole:?}");
    for parts in [2, 3, 50] {
        assert_eq!(shared::shared_in(&texts, parts, |_, _| false), whole, "{parts}");
    }
}
