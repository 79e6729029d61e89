//! What a letter of a name sounds like, and what it costs to hold one against another.

/// What one letter, or several that are one sound, may stand for.
///
/// Sounds are letters of our own: `b p t d k g j c s z S Z C x h f v m n l r y` and the vowels `a e i u`. `c` is as in cheese, `S` as in
/// ship, `Z` as in measure, `C` as in cats, `x` as in loch; `i` is a long front vowel, `u` any
/// rounded one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// What it usually is: any of these.
    pub(super) usual: &'static str,
    /// What it is in some words, dialects or systems.
    pub(super) variant: &'static str,
    /// What it costs that the other name has nothing for it.
    pub(super) skip: u32,
}

/// What a consonant costs that the other name does not have, and one that is another.
pub(super) const CONSONANT: u32 = 10;

/// What a vowel costs that is written on one side alone, where it is usually written on both.
pub(super) const VOWEL: u32 = 5;

/// What a letter costs that is often left out.
pub(super) const OFTEN_SILENT: u32 = 1;

/// What a sound costs that a letter has in some words alone.
const VARIANT: u32 = 2;

/// What it costs that one vowel is another.
const OTHER_VOWEL: u32 = 3;

impl Unit {
    /// A unit as tables write it: usual sounds, after `/` the others, and `?` where it is often silent.
    pub(super) fn read(written: &'static str) -> Self {
        let (sounds, often_silent) = match written.strip_suffix('?') {
            Some(sounds) => (sounds, Some(OFTEN_SILENT)),
            None => (written, None),
        };
        let (usual, variant) = sounds.split_once('/').unwrap_or((sounds, ""));
        let unit = Unit { usual, variant, skip: CONSONANT };
        let skip = if unit.is_vowel() { VOWEL } else { CONSONANT };
        Unit { skip: often_silent.unwrap_or(skip), ..unit }
    }

    /// Whether it usually stands for a vowel, or may.
    pub(super) fn is_vowel(self) -> bool {
        self.usual.contains(is_vowel)
    }

    /// What it costs that the other name has `other` here.
    pub(super) fn cost(self, other: Unit) -> u32 {
        let of = |unit: Unit| {
            let variant = unit.variant.chars().map(|sound| (sound, VARIANT));
            unit.usual.chars().map(|sound| (sound, 0)).chain(variant)
        };
        let pairs = of(self).flat_map(|own| of(other).map(move |other| (own, other)));
        let costs = pairs.map(|((own, first), (other, second))| between(own, other) + first + second);
        costs.min().unwrap_or(CONSONANT).min(CONSONANT)
    }
}

fn is_vowel(sound: char) -> bool {
    matches!(sound, 'a' | 'e' | 'i' | 'u')
}

fn between(own: char, other: char) -> u32 {
    match (own, other) {
        (own, other) if own == other => 0,
        // What is written as a consonant and glides into a vowel.
        ('y', 'i') | ('i', 'y') | ('v', 'u') | ('u', 'v') => 1,
        (own, other) if is_vowel(own) && is_vowel(other) => OTHER_VOWEL,
        _ => CONSONANT,
    }
}
