//! The shortest words that carry a passage: as few as stand once in the text.

use std::ops::Range;

/// No quote is made longer to stand alone.
const MOST_WORDS: usize = 12;

/// The words from `at` on, up to the end of `reach`, and as many more of the sentence, behind and before in turn, as it
/// takes for them to stand once in the text. Where nothing behind belongs to them, what stands before them does first.
pub(super) fn shortest(text: &str, at: &Range<usize>, reach: usize, sentence: &Range<usize>) -> Range<usize> {
    let mut quote = at.start..reach.max(at.end);
    let is_mark = |c: char| !c.is_alphanumeric();
    let begins =
        text[sentence.start.min(at.start)..at.start].trim_end().chars().next_back().is_none_or(is_mark);
    let ends = text[quote.end..].trim_start().chars().next().is_none_or(is_mark);
    let mut behind = at.start <= sentence.start || !ends && (begins || reach > at.end);
    for _ in 0..2 * MOST_WORDS {
        let words = text[quote.clone()].split_whitespace().count();
        if words > 1 && stands_once(text, &text[quote.clone()]) || words >= MOST_WORDS {
            break;
        }
        let longer = match behind {
            true => quote.start..word_behind(text, quote.end, sentence.end),
            false => word_before(text, quote.start, sentence.start)..quote.end,
        };
        behind = !behind;
        quote = longer;
    }
    trimmed(text, quote)
}

/// Words behind which something else is told.
const JOINING: [&str; 5] = ["and", "or", "but", "while", "as"];

/// A quote with the few words around it that say what happened to those whom it counts; what another part of the sentence says of
/// others stays outside.
pub(crate) fn wider(text: &str, quote: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    const BESIDE: usize = 3;
    let joins = |word: &str| JOINING.contains(&word.trim().trim_end_matches([',', ';']));
    let mut wide = quote.clone();
    for _ in 0..BESIDE {
        let start = word_before(text, wide.start, sentence.start);
        if joins(&text[start..wide.start]) {
            break;
        }
        wide.start = start;
    }
    for _ in 0..BESIDE {
        let end = word_behind(text, wide.end, sentence.end);
        if joins(&text[wide.end..end]) {
            break;
        }
        wide.end = end;
    }
    wide
}

fn stands_once(text: &str, words: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), words.as_bytes()).nth(1).is_none()
}

/// The end of the word behind a place.
fn word_behind(text: &str, at: usize, end: usize) -> usize {
    let rest = &text[at..end.max(at)];
    // What is left of the word at hand, then the next.
    let own = rest.find(char::is_whitespace).unwrap_or(rest.len());
    if rest[..own].contains(char::is_alphanumeric) {
        return at + own;
    }
    let gap = own + rest[own..].find(|c: char| !c.is_whitespace()).unwrap_or(rest.len() - own);
    at + gap + rest[gap..].find(char::is_whitespace).unwrap_or(rest.len() - gap)
}

/// The beginning of the word before a place.
fn word_before(text: &str, at: usize, start: usize) -> usize {
    let head = &text[start.min(at)..at];
    let word = head.trim_end();
    let from = word
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + word[space..].chars().next().map_or(1, char::len_utf8));
    start.min(at) + from
}

/// Without the marks at its ends that are no part of it.
fn trimmed(text: &str, quote: Range<usize>) -> Range<usize> {
    let is_outer = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '(' | ')' | '“' | '”' | '"' | '–' | '—')
    };
    let words = &text[quote.clone()];
    let start = quote.start + words.len() - words.trim_start_matches(is_outer).len();
    let end = quote.start + words.trim_end_matches(is_outer).len();
    if start < end { start..end } else { quote }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quoted<'t>(text: &'t str, words: &str, noun: &str) -> &'t str {
        let start = text.rfind(words).unwrap();
        let at = start..start + words.len();
        let reach = text[at.end..].find(noun).map_or(at.end, |nth| at.end + nth + noun.len());
        let sentence = text[..start].rfind(". ").map_or(0, |stop| stop + 2)..text.len();
        &text[shortest(text, &at, reach, &sentence)]
    }

    #[test]
    fn a_quote_is_as_long_as_it_takes_to_stand_once() {
        let text = "Three men fled. Later, three men died (in all, 34). Then three men came";
        assert_eq!(quoted(text, "34", "34"), "all, 34", "one word is no quote");
        assert_eq!(quoted("It left 34 dead.", "34", "dead"), "34 dead");
        assert_eq!(quoted(text, "three", "men"), "three men came");
        assert_eq!(quoted("It burned in 2014, they say", "2014", "2014"), "in 2014");
        assert_eq!(quoted("Of these, three were sunk", "three", "three"), "three were", "no mark is crossed");
    }

    #[test]
    fn the_words_around_a_quote_are_those_of_its_sentence() {
        let text = "One. It was a fire that killed 34 men and hurt many others there.";
        let at = text.find("34 men").unwrap();
        let wide = wider(text, &(at..at + 6), &(5..text.len()));
        assert_eq!(text[wide].trim(), "fire that killed 34 men", "those who were hurt are others");
        let at = text.find("many others").unwrap();
        let wide = wider(text, &(at..at + 11), &(5..text.len()));
        assert_eq!(text[wide].trim(), "hurt many others there.");
    }

    proptest! {
        #[test]
        fn a_quote_holds_its_words_and_stays_in_its_sentence(text in "([a-c]{1,2}[ ,.]{1,2}){1,12}", nth in 0..12_usize) {
            let words: Vec<usize> = text.match_indices(|c: char| c.is_alphabetic()).map(|(at, _)| at).collect();
            let at = words[nth % words.len()];
            let quote = shortest(&text, &(at..at + 1), at + 1, &(0..text.len()));
            prop_assert!(quote.start <= at && at < quote.end && quote.end <= text.len());
        }
    }
}
