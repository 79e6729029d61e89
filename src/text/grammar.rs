//! The few English words that tell numbers: their own, those that bound them, and those that hedge.

/// Words that say a thing is not certain, or not the speaker's own.
const HEDGES: &str = "allegedly|reportedly|apparently|supposedly|purportedly|presumably|possibly|probably|perhaps|maybe\
    |likely|unlikely|seemingly|ostensibly|may|might|could|alleged|suspected|purported|supposed\
    |presumed|unconfirmed|possible|probable|potential|potentially|if|whether|unless";

/// Words that bound a number or make it rough wherever they stand.
const ROUGH: &str = "nearly|almost|approximately|roughly|circa|estimated";

/// Phrases that do so directly before a number, beside [`ROUGH`].
const BOUNDS: &str = "about|around|over|under|above|below|some|exceeding|at least|at most|up to|more than|less than\
    |fewer than|close to|as many as|upwards of|excess of|shy of|minimum of|maximum of|ca|ca.|c.";

const UNITS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

const TEENS: &[&str] = &[
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Words that multiply the number before them.
const SCALES: &[&str] = &["hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"];

/// Other words that say how many.
const AMOUNTS: &[&str] = &[
    "zero", "half", "twice", "once", "thrice", "first", "second", "third", "fourth", "fifth", "several",
    "few", "couple", "pair", "double", "triple", "score", "scores",
];

/// Whether `word` hedges, or makes a number rough, in any case.
pub(crate) fn is_hedge(word: &str) -> bool {
    let word = word.to_lowercase();
    [HEDGES, ROUGH].into_iter().any(|list| list.split('|').any(|other| other == word))
}

/// Whether `word` is a number in digits or in words, or holds one: `34`, `$1.5`, `F-16`, `twenty-one`, `dozens`.
pub(crate) fn is_number(word: &str) -> bool {
    let is_word = |part: &str| {
        let scale = is_scale(part.strip_suffix('s').unwrap_or(part));
        scale || [UNITS, TEENS, TENS, AMOUNTS].into_iter().any(|list| is_among(list, part))
    };
    word.contains(char::is_numeric) || word.split(['-', '‐', '–']).any(is_word)
}

/// Whether `word` is one of `one` to `nine`.
pub(crate) fn is_unit(word: &str) -> bool {
    is_among(UNITS, word)
}

/// Whether `word` is one of `twenty` to `ninety`.
pub(crate) fn is_tens(word: &str) -> bool {
    is_among(TENS, word)
}

/// Whether `word` is one of `ten` to `nineteen`.
pub(crate) fn is_teen(word: &str) -> bool {
    is_among(TEENS, word)
}

/// Whether `word` multiplies the number before it.
pub(crate) fn is_scale(word: &str) -> bool {
    is_among(SCALES, word)
}

fn is_among(list: &[&str], word: &str) -> bool {
    list.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// How many of the last of `words` bound a number that comes next, or make it rough; 0 where none do.
pub(crate) fn bound_ends(words: &[&str]) -> usize {
    longest_phrase(ROUGH, words).max(longest_phrase(BOUNDS, words))
}

fn longest_phrase(phrases: &str, words: &[&str]) -> usize {
    let ends = |phrase: &&str| {
        let mut last = words.iter().rev();
        phrase.rsplit(' ').all(|part| last.next().is_some_and(|word| word.eq_ignore_ascii_case(part)))
    };
    phrases.split('|').filter(ends).map(|phrase| phrase.split(' ').count()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_digits_and_words() {
        assert!(["34", "1.5", "Twenty-one", "dozens", "F-16", "٣", "½"].into_iter().all(is_number));
        assert!(!["people", "someone", "-"].into_iter().any(is_number));
    }

    #[test]
    fn phrases_count_their_words() {
        assert_eq!(bound_ends(&["at", "least"]), 2);
        assert_eq!(bound_ends(&["the", "least"]), 0);
    }
}
