//! What a quote leaves off at its edges: the rest of a word, or words of its sentence that turn it around.

use std::ops::Range;

use super::glyph::{Glyph, glyph, joins};
use super::grammar::{bound_ends, is_number};
use super::sentence::sentence_around;
use super::turning::{Turn, listed, turned_before, turned_behind};

/// Something that a quote cuts through or drops at one of its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) kind: CutKind,
    /// The bytes of the text: the whole word or number that is cut, or the words that are dropped.
    pub(crate) at: Range<usize>,
}

/// How a quote is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CutKind {
    /// It begins or stops inside a word, a hyphenated one included: `government` of `anti-government`.
    Word,
    /// It begins or stops inside what is said with a number: `3` of `3%`, `34` of `25-34`.
    Number,
    /// Words that stand before it in its sentence turn it around.
    Before(Turn),
    /// Words that stand behind it in its sentence turn it around.
    Behind(Turn),
    /// A word that bounds the number it begins with stands directly before it.
    Bound,
}

/// What the passage at `at` of `text` cuts through or drops, the gravest first; `None` where it stands whole. Words that turn
/// it around are known by the text's language, a BCP 47 tag, or by the words themselves where that is not declared.
pub(crate) fn cut(text: &str, at: &Range<usize>, language: Option<&str>) -> Option<Cut> {
    let sentence = sentence_around(text, at);
    let (head, tail) = (sentence.start..at.start, at.end..sentence.end);
    let has_words = |part: &Range<usize>| text[part.clone()].contains(char::is_alphabetic);
    let lists = (has_words(&head) || has_words(&tail)).then(|| listed(language, &text[sentence.clone()]));
    let before = lists.as_ref().and_then(|lists| turned_before(&text[head.clone()], lists));
    let before = before.map(|it| Cut {
        kind: CutKind::Before(it.turn),
        at: head.start + it.at.start..head.start + it.at.end,
    });
    let behind = || {
        let it = turned_behind(&text[tail.clone()], lists.as_ref()?)?;
        Some(Cut { kind: CutKind::Behind(it.turn), at: tail.start + it.at.start..tail.start + it.at.end })
    };
    // `nearly` is a doubt before a verb, and bounds a number.
    let bound = bound_before(text, at);
    let before = before.filter(|before| bound.as_ref().is_none_or(|bound| bound.at != before.at));
    before.or(bound).or_else(|| cut_start(text, at)).or_else(|| cut_end(text, at)).or_else(behind)
}

/// The words that bound the number that the passage begins with, where they stand directly before it.
fn bound_before(text: &str, at: &Range<usize>) -> Option<Cut> {
    first_word(&text[at.clone()]).filter(|word| is_number(word))?;
    let (words, comma) = words_before(text, at.start);
    let said: Vec<&str> = words.iter().map(|word| &text[word.clone()]).collect();
    let count = bound_ends(&said);
    let first = words.len().checked_sub(count).filter(|_| count > 0 && !comma)?;
    Some(Cut { kind: CutKind::Bound, at: words[first].start..words.last()?.end })
}

/// Up to three words directly before `end` in its sentence, and whether a comma stands behind them.
fn words_before(text: &str, end: usize) -> (Vec<Range<usize>>, bool) {
    let mut words = Vec::new();
    let mut comma = false;
    let head = text[..end].trim_end_matches(|c: char| {
        comma |= c == ',';
        let quotation =
            matches!(glyph(c), Glyph::Space | Glyph::Invisible | Glyph::DoubleQuote | Glyph::SingleQuote);
        quotation || matches!(c, ',' | '(' | '[')
    });
    let mut at = head.len();
    if at == end {
        return (words, comma);
    }
    while words.len() < 3 {
        let word = text[..at].trim_end_matches(is_word_part);
        if word.len() == at {
            break;
        }
        words.insert(0, word.len()..at);
        at = word.trim_end_matches(char::is_whitespace).len();
    }
    (words, comma)
}

fn is_word_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(glyph(c), Glyph::SingleQuote | Glyph::Dash)
}

fn first_word(quote: &str) -> Option<&str> {
    quote
        .split(|c: char| c.is_whitespace())
        .find(|word| word.contains(char::is_alphanumeric))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn cut_start(text: &str, at: &Range<usize>) -> Option<Cut> {
    let first = text[at.clone()].chars().next()?;
    let mut head = text[..at.start].chars();
    let (before, further) = (head.next_back()?, head.next_back());
    if !(joins(before, first) || further.is_some_and(|further| links(further, before, first))) {
        return None;
    }
    let kind = if before.is_numeric() || first.is_numeric() { CutKind::Number } else { CutKind::Word };
    Some(Cut { kind, at: whole_word(text, at.start) })
}

fn cut_end(text: &str, at: &Range<usize>) -> Option<Cut> {
    let last = text[at.clone()].chars().next_back()?;
    let mut tail = text[at.end..].chars();
    let (after, further) = (tail.next()?, tail.next());
    if joins(last, after)
        || further.is_some_and(|further| links(last, after, further))
        || last.is_numeric() && after == '%'
    {
        let kind = if last.is_numeric() { CutKind::Number } else { CutKind::Word };
        return Some(Cut { kind, at: whole_word(text, at.end) });
    }
    None
}

/// Whether a hyphen or an apostrophe between two letters or digits makes one word of them.
fn links(before: char, link: char, after: char) -> bool {
    matches!(glyph(link), Glyph::SingleQuote | Glyph::Dash) && joins(before, after)
}

/// The word around `at`, with its hyphens and apostrophes.
fn whole_word(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].trim_end_matches(is_word_part).len();
    let end = text.len() - text[at..].trim_start_matches(|c| is_word_part(c) || c == '%').len();
    start..end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// How the first place of `quote` in `text` is cut, and the words that shows.
    fn cut_of<'t>(text: &'t str, quote: &str) -> Option<(CutKind, &'t str)> {
        let start = text.find(quote).unwrap();
        cut(text, &(start..start + quote.len()), None).map(|cut| (cut.kind, &text[cut.at]))
    }

    #[test]
    fn words_that_are_cut_through() {
        for (text, quote, whole) in [
            ("seventy skilled workers", "killed workers", "skilled"),
            ("they met on Sunday", "met on Sun", "Sunday"),
            ("the anti-government forces", "government forces", "anti-government"),
            ("an attack by Iran-backed men", "attack by Iran", "Iran-backed"),
            ("they hit Iraq’s embassy", "hit Iraq", "Iraq’s"),
        ] {
            assert_eq!(cut_of(text, quote), Some((CutKind::Word, whole)), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_cut_through() {
        for (text, quote, whole) in [
            ("turnout rose to 34% there", "rose to 34", "34%"),
            ("a group of 25-34 people", "34 people", "25-34"),
        ] {
            assert_eq!(cut_of(text, quote), Some((CutKind::Number, whole)), "{text}");
        }
    }

    #[test]
    fn words_before_a_quote_that_turn_it_around() {
        use Turn::{Condition, Denial, Doubt, Negation};
        for (text, quote, turn, dropped) in [
            ("The army did not strike the clinic", "strike the clinic", Negation, "not"),
            ("The army didn’t strike the clinic", "strike the clinic", Negation, "didn’t"),
            ("The army denied striking the clinic", "striking the clinic", Denial, "denied"),
            ("The army denied reports that 12 people died", "12 people died", Denial, "denied"),
            ("They could not confirm that 12 people died", "12 people died", Doubt, "could not confirm"),
            ("There is no evidence whatsoever of a second gunman", "a second gunman", Denial, "no evidence"),
            ("It did not \"strike the clinic\"", "strike the clinic", Negation, "not"),
            ("It was quiet. Allegedly, two men fled", "two men fled", Doubt, "Allegedly"),
            ("It is believed to be empty", "be empty", Doubt, "believed to"),
            ("A strike would have killed 12 people", "killed 12 people", Doubt, "would"),
            ("Since then it may be that 12 people died", "12 people died", Doubt, "may"),
            ("They nearly struck the clinic", "struck the clinic", Doubt, "nearly"),
            ("Nobody said that 12 people died", "12 people died", Negation, "Nobody"),
            ("It is not true, says AP, that 12 people died", "12 people died", Denial, "not true"),
            ("False: 12 people died", "12 people died", Denial, "False"),
            ("If talks fail the army will strike", "the army will strike", Condition, "If"),
            ("Es gab keine 12 Toten", "12 Toten", Negation, "keine"),
            ("إن الجيش لم يقتل 12 شخصا", "يقتل 12 شخصا", Negation, "لم"),
        ] {
            assert_eq!(cut_of(text, quote), Some((CutKind::Before(turn), dropped)), "{text}");
        }
        for (text, bound) in [("at least 34 people fled", "at least"), ("nearly 34 people fled", "nearly")] {
            assert_eq!(cut_of(text, "34 people"), Some((CutKind::Bound, bound)));
        }
    }

    #[test]
    fn words_behind_a_quote_that_turn_it_around() {
        use Turn::{Condition, Denial, Doubt, Negation};
        for (text, quote, turn, dropped) in [
            ("12 people died, the army denied", "12 people died", Denial, "denied"),
            ("That 12 people died could not be confirmed", "12 people died", Doubt, "could not be confirmed"),
            ("12 people died, but that is not true", "12 people died", Denial, "but that is not true"),
            ("12 personnes n’ont pas été tuées", "12 personnes", Negation, "n’"),
            ("The army will strike if the talks fail", "army will strike", Condition, "if"),
            ("Die Armee traf das Dorf am Sonntag nicht.", "Die Armee traf das Dorf", Negation, "nicht"),
            ("ارتش روستا را بمباران نکرد", "روستا را بمباران", Negation, "نکرد"),
        ] {
            assert_eq!(cut_of(text, quote), Some((CutKind::Behind(turn), dropped)), "{text}");
        }
    }

    #[test]
    fn what_stands_whole() {
        for (text, quote) in [
            ("The army struck the clinic.", "struck the clinic"),
            ("Was it so? No. Two men fled.", "Two men fled"),
            ("No, two men fled", "two men fled"),
            ("they walked about the town", "the town"),
            ("他们说有三人死亡", "三人"),
            ("the guards' house", "the guards"),
            ("It did not rain. Two men fled. They denied it.", "Two men fled"),
            ("He denied the charges and said that two men fled", "two men fled"),
            ("Not only two men fled", "two men fled"),
            ("It cannot be denied that two men fled", "two men fled"),
            ("The army, not the police, said two men fled", "two men fled"),
            ("Two men fled, not three", "Two men fled"),
            ("Nobody in the whole town slept, while two men fled", "two men fled"),
        ] {
            assert_eq!(cut_of(text, quote), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics_and_what_is_cut_stands_in_the_text(
            text in "(not|no|нет|لم|if|denied|n'a|,|\\.|\n\n|…|é|\u{64E}|死| |12|U\\.S\\.){0,20}",
            from in 0usize..60,
            len in 0usize..30,
        ) {
            let from = text.floor_char_boundary(from.min(text.len()));
            let to = text.floor_char_boundary((from + len).min(text.len()));
            if let Some(cut) = cut(&text, &(from..to.max(from)), None) {
                prop_assert!(text.get(cut.at).is_some_and(|words| !words.is_empty()));
            }
            let sentence = sentence_around(&text, &(from..to.max(from)));
            prop_assert!(sentence.start <= from && sentence.end >= to && text.get(sentence).is_some());
        }
    }
}
