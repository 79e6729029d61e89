//! How near two names in two scripts are to each other.

use super::letters::Alphabet;
use super::skeleton;
use super::skeleton::Skeleton;
use super::spelt::Vowels;
use super::unit::{CONSONANT, Sounds, Unit};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How much speaks for it that two spellings are of one name. None of them makes it one.
    pub enum Strength {
        /// What is written agrees, letter by letter, as it usually is transliterated.
        Strong = "strong",
        /// It agrees but for a letter or a few vowels.
        Fair = "fair",
        /// Much of it agrees.
        Weak = "weak",
    }
}

vocabulary! {
    /// Why two spellings may be of one name.
    pub enum WhyAlike {
        /// Consonants and vowels agree, as far as both are written.
        AllAgrees = "all-agrees",
        /// The consonants agree, and vowels differ or are left out on one side.
        ConsonantsAgree = "consonants-agree",
        /// The consonants agree where some letters are read as in some words, dialects or systems alone.
        ConsonantsMayAgree = "consonants-may-agree",
        /// Most consonants agree, and some do not.
        MostAgrees = "most-agrees",
        /// All that is written agrees, and as much does with a name of another.
        AlsoAnother = "also-another",
    }
}

impl WhyAlike {
    /// As a clause.
    pub(crate) fn told(self) -> &'static str {
        match self {
            WhyAlike::AllAgrees => "the consonants and the written vowels agree",
            WhyAlike::ConsonantsAgree => "the consonants agree, some vowels differ or are left out",
            WhyAlike::ConsonantsMayAgree => {
                "the consonants agree where some are read as in other dialects or systems"
            }
            WhyAlike::MostAgrees => "most consonants agree, some do not",
            WhyAlike::AlsoAnother => "the letters agree, and as well with a name of another",
        }
    }
}

/// How near two names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Likeness {
    pub(crate) strength: Strength,
    pub(crate) because: WhyAlike,
    /// What differs, in thousandths of what there is to agree.
    pub(crate) differs: u32,
    /// What there is to agree, in tenths of a consonant.
    pub(crate) size: u32,
}

/// A name whose script is known, made ready to be held against others.
#[derive(Debug)]
pub(crate) struct Written {
    alphabet: Alphabet,
    /// Its words, to be held against a name whose vowels are all written.
    against_all: Vec<Vec<Unit>>,
    /// Its words, to be held against a name whose long vowels alone are written.
    against_long: Vec<Vec<Unit>>,
    /// Both as one word each.
    whole: [Vec<Unit>; 2],
    /// How many consonants and vowels that is.
    counts: [u32; 2],
    /// The consonants of it that are never silent, each by its sounds.
    firm: Vec<Sounds>,
    /// Its sounds, with those that they glide into.
    reach: Sounds,
}

/// What differs between two rows of units, in tenths of a consonant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Differing {
    pub(super) total: u32,
    consonants: u32,
    /// What there is to agree, in the same tenths: each consonant, and half of each vowel that both may write.
    size: u32,
}

/// Of what there is to agree, so much in a hundred may differ in each strength; and so much there has to be.
const STRONG: (u32, u32) = (12, 25);
const FAIR: (u32, u32) = (24, 20);
const WEAK: (u32, u32) = (34, 20);

/// So much of one word alone may differ, where both names have as many, before the names are weakly alike at most.
const ONE_WORD: u32 = 34;

impl Written {
    /// A name all of whose letters are of one script that is known here; `None` for any other.
    pub(crate) fn new(name: &str) -> Option<Self> {
        let alphabet = Alphabet::of(name)?;
        let words = |against| alphabet.words(name, against);
        let (against_all, against_long) = (words(Vowels::Written), words(Vowels::Long));
        let whole = [against_all.concat(), against_long.concat()];
        let firm = whole[0].iter().filter_map(|unit| unit.firm()).collect();
        let reach = whole[0].iter().fold(0, |reach, unit| reach | unit.reach());
        let counts = counts(&whole[0]);
        Some(Written { alphabet, against_all, against_long, whole, counts, firm, reach })
    }

    /// What it costs at least that the other has nothing for some of its consonants.
    fn lacking(&self, other: &Written) -> u32 {
        CONSONANT * self.firm.iter().filter(|sounds| **sounds & other.reach == 0).count() as u32
    }

    /// Its words to be held against another, and all of them as one.
    fn against(&self, other: &Written) -> (&[Vec<Unit>], &[Unit]) {
        match other.alphabet.vowels() {
            Vowels::Written => (&self.against_all, &self.whole[0]),
            Vowels::Long => (&self.against_long, &self.whole[1]),
        }
    }

    pub(crate) fn alphabet(&self) -> Alphabet {
        self.alphabet
    }

    /// Every way to read the skeleton of all of it, as far as they are told.
    pub(crate) fn whole_skeletons(&self) -> Vec<Skeleton> {
        self.skeletons().fold(vec![Skeleton::new()], |before, word| skeleton::joined(&before, &word))
    }

    /// Of each word every way to read its skeleton.
    pub(crate) fn skeletons(&self) -> impl Iterator<Item = Vec<Skeleton>> + '_ {
        self.against_all.iter().map(|word| skeleton::of_word(word))
    }
}

/// How near two names are; `None` where they are of one script, or not near.
// Growth: with the product of the lengths of both.
pub(crate) fn likeness(one: &Written, other: &Written) -> Option<Likeness> {
    if one.alphabet == other.alphabet {
        return None;
    }
    let ((own, own_whole), (others, others_whole)) = (one.against(other), other.against(one));
    let size = size(one.counts, other.counts);
    let most = WEAK.0 * size / 100;
    if one.lacking(other).max(other.lacking(one)) > most {
        return None;
    }
    let whole = differing(own_whole, others_whole, most);
    let strength = whole.strength()?;
    let is_led_astray = match own.len() == others.len() {
        true => {
            own.iter().zip(others).any(|(own, other)| !differing(own, other, u32::MAX).is_within(ONE_WORD))
        }
        // Words that are written as one are no word more.
        false => strength != Strength::Strong,
    };
    let strength = if is_led_astray { Strength::Weak } else { strength };
    let differs = whole.total * 1000 / whole.size.max(1);
    Some(Likeness { strength, because: whole.because(), differs, size: whole.size })
}

impl Differing {
    fn is_within(self, per_cent: u32) -> bool {
        self.total * 100 <= per_cent * self.size
    }

    fn strength(self) -> Option<Strength> {
        let held = [(Strength::Strong, STRONG), (Strength::Fair, FAIR), (Strength::Weak, WEAK)];
        let is = |(per_cent, size): (u32, u32)| self.is_within(per_cent) && self.size >= size;
        held.into_iter().find(|(_, bounds)| is(*bounds)).map(|(strength, _)| strength)
    }

    fn because(self) -> WhyAlike {
        match (self.consonants, self.total) {
            (_, 0) => WhyAlike::AllAgrees,
            (0, _) => WhyAlike::ConsonantsAgree,
            (1..CONSONANT, _) => WhyAlike::ConsonantsMayAgree,
            _ => WhyAlike::MostAgrees,
        }
    }
}

/// Costs as one number that is the less the less all of it costs, and then the less the consonants do: the total, then that of consonants.
type Costs = u64;

fn costs(cost: u32, is_vowel: bool) -> Costs {
    let cost = Costs::from(cost);
    cost << 32 | if is_vowel { 0 } else { cost }
}

/// How two rows of units agree, each unit held against one of the other row in order, or against nothing, as costs least; where all of it
/// costs more than `most`, how far that was counted.
pub(super) fn differing(own: &[Unit], others: &[Unit], most: u32) -> Differing {
    let size = size(counts(own), counts(others));
    let skipped = |unit: &Unit| costs(unit.skip, unit.is_vowel());
    let mut row: Vec<Costs> = Vec::with_capacity(others.len() + 1);
    let mut last = 0;
    row.push(last);
    for other in others {
        last += skipped(other);
        row.push(last);
    }
    for unit in own {
        let least = row.iter().copied().min().unwrap_or(0);
        if (least >> 32) as u32 > most {
            return Differing { total: (least >> 32) as u32, consonants: least as u32, size };
        }
        // What the row had where the next pair begins.
        let mut before = row[0];
        let (skip, is_vowel) = (skipped(unit), unit.is_vowel());
        row[0] += skip;
        for (at, other) in others.iter().enumerate() {
            // A vowel on either side makes of a pair one of vowels.
            let pair = before + costs(unit.cost(*other), is_vowel || other.is_vowel());
            before = row[at + 1];
            row[at + 1] = pair.min(before + skip).min(row[at] + skipped(other));
        }
    }
    let differs = row[others.len()];
    Differing { total: (differs >> 32) as u32, consonants: differs as u32, size }
}

/// How many consonants and vowels units are.
fn counts(units: &[Unit]) -> [u32; 2] {
    let vowels = units.iter().filter(|unit| unit.is_vowel()).count();
    [(units.len() - vowels) as u32, vowels as u32]
}

/// What there is to agree, by how many consonants and vowels either has.
fn size([consonants, vowels]: [u32; 2], [others, other_vowels]: [u32; 2]) -> u32 {
    5 * (consonants + others) + 5 * vowels.min(other_vowels)
}
