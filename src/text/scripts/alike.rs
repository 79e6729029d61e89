//! How near two names in two scripts are to each other.

use super::letters::Alphabet;
use super::spelt::Vowels;
use super::unit::Unit;
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
}

/// A name whose script is known, made ready to be held against others.
#[derive(Debug)]
pub(crate) struct Written {
    alphabet: Alphabet,
    /// Its words, to be held against a name whose vowels are all written.
    against_all: Vec<Vec<Unit>>,
    /// Its words, to be held against a name whose long vowels alone are written.
    against_long: Vec<Vec<Unit>>,
}

/// What differs between two rows of units, in tenths of a consonant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Differing {
    total: u32,
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
        Some(Written { alphabet, against_all, against_long })
    }

    fn against(&self, other: &Written) -> &[Vec<Unit>] {
        match other.alphabet.vowels() {
            Vowels::Written => &self.against_all,
            Vowels::Long => &self.against_long,
        }
    }

    pub(crate) fn alphabet(&self) -> Alphabet {
        self.alphabet
    }
}

/// How near two names are; `None` where they are of one script, or not near.
// Growth: with the product of the lengths of both.
pub(crate) fn likeness(one: &Written, other: &Written) -> Option<Likeness> {
    if one.alphabet == other.alphabet {
        return None;
    }
    let (own, others) = (one.against(other), other.against(one));
    let whole = differing(&own.concat(), &others.concat());
    let strength = whole.strength()?;
    let is_led_astray = match own.len() == others.len() {
        true => own.iter().zip(others).any(|(own, other)| !differing(own, other).is_within(ONE_WORD)),
        // Words that are written as one are no word more.
        false => strength != Strength::Strong,
    };
    let strength = if is_led_astray { Strength::Weak } else { strength };
    Some(Likeness { strength, because: whole.because() })
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
            (1..super::unit::CONSONANT, _) => WhyAlike::ConsonantsMayAgree,
            _ => WhyAlike::MostAgrees,
        }
    }

    fn and(self, cost: u32, unit: Unit) -> Differing {
        let consonants = if unit.is_vowel() { 0 } else { cost };
        Differing { total: self.total + cost, consonants: self.consonants + consonants, ..self }
    }
}

/// How two rows of units agree, each unit held against one of the other row in order, or against nothing, as costs least.
fn differing(own: &[Unit], others: &[Unit]) -> Differing {
    let mut row: Vec<Differing> = vec![Differing::default()];
    for other in others {
        let last = row[row.len() - 1];
        row.push(last.and(other.skip, *other));
    }
    for unit in own {
        let mut next = vec![row[0].and(unit.skip, *unit)];
        for (at, other) in others.iter().enumerate() {
            // A vowel on either side makes of a pair one of vowels.
            let paired = if unit.is_vowel() { *unit } else { *other };
            let pair = row[at].and(unit.cost(*other), paired);
            let without_own = row[at + 1].and(unit.skip, *unit);
            let without_other = next[at].and(other.skip, *other);
            next.push(pair.min(without_own).min(without_other));
        }
        row = next;
    }
    let consonants = |units: &[Unit]| units.iter().filter(|unit| !unit.is_vowel()).count() as u32;
    let vowels = |units: &[Unit]| units.len() as u32 - consonants(units);
    let size = 5 * (consonants(own) + consonants(others)) + 5 * vowels(own).min(vowels(others));
    Differing { size, ..row[row.len() - 1] }
}
