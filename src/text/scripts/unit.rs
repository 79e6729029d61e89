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
    /// Both as sets: what costs nothing, and what costs as a variant does.
    pub(super) sets: [Sounds; 2],
}

/// A set of sounds, a bit for each.
pub(super) type Sounds = u32;

const VOWELS: Sounds = set("aeiu");

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
        let unit = Unit { usual, variant, skip: CONSONANT, sets: [set(usual), set(variant)] };
        let skip = if unit.is_vowel() { VOWEL } else { CONSONANT };
        Unit { skip: often_silent.unwrap_or(skip), ..unit }
    }

    /// Whether it usually stands for a vowel, or may.
    pub(super) fn is_vowel(self) -> bool {
        self.sets[0] & VOWELS != 0
    }

    /// Its sounds, with those that they glide into: it costs all of a consonant to hold a unit that has none of them against it.
    pub(super) fn reach(self) -> Sounds {
        let sounds = self.sets[0] | self.sets[1];
        sounds | glides(sounds)
    }

    /// The sounds of a consonant that is never silent.
    pub(super) fn firm(self) -> Option<Sounds> {
        (!self.is_vowel() && self.skip == CONSONANT).then_some(self.sets[0] | self.sets[1])
    }

    /// What it costs that the other name has `other` here.
    pub(super) fn cost(self, other: Unit) -> u32 {
        let [usual, variant] = self.sets;
        let [others, other_variant] = other.sets;
        let usually = between(usual, others);
        if usually == 0 || variant | other_variant == 0 {
            return usually;
        }
        let one = between(usual, other_variant).min(between(variant, others)) + VARIANT;
        let both = between(variant, other_variant) + 2 * VARIANT;
        usually.min(one).min(both)
    }
}

/// A letter's place in a set: small letters first, then the capitals that are sounds.
const fn bit(sound: u8) -> Sounds {
    match sound {
        b'a'..=b'z' => 1 << (sound - b'a'),
        b'S' => 1 << 26,
        b'Z' => 1 << 27,
        _ => 1 << 28,
    }
}

const fn set(sounds: &str) -> Sounds {
    let sounds = sounds.as_bytes();
    let (mut set, mut at) = (0, 0);
    while at < sounds.len() {
        set |= bit(sounds[at]);
        at += 1;
    }
    set
}

/// The sounds that those of a set glide into: what is written as a consonant, and is held against a vowel.
fn glides(sounds: Sounds) -> Sounds {
    const PAIRS: [[Sounds; 2]; 4] =
        [[set("y"), set("i")], [set("i"), set("y")], [set("v"), set("u")], [set("u"), set("v")]];
    PAIRS.iter().filter(|[from, _]| sounds & from != 0).fold(0, |glides, [_, to]| glides | to)
}

/// What it costs that one name has a sound of one set where the other has one of another.
fn between(own: Sounds, other: Sounds) -> u32 {
    if own & other != 0 {
        0
    } else if glides(own) & other != 0 {
        1
    } else if own & VOWELS != 0 && other & VOWELS != 0 {
        OTHER_VOWEL
    } else {
        CONSONANT
    }
}
