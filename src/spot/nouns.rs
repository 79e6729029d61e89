//! What a number counts: the noun behind it, with the words between.

use std::ops::Range;

use crate::value::number::{Make, Token};

/// Words that no noun goes on over.
const BOUNDARY: &str = "a about across after against ago all along also although among amid an and any are around as at be \
    because been before being between but by can could did do does during each either following for from had has have he her \
    here his how if in including into is it its just may might more most near no nor not now of off on once only or other's \
    our out outside over per said say says she should since so such than that the their them then there these they this those \
    through to toward towards under until up upon was we were what when where whether which while who whom whose will with \
    within without would yet you worth";

/// Plurals that do not end in an `s`.
const PLURALS: &str =
    "people men women children troops personnel police dead wounded injured servicemen missing aircraft";

/// What stands between `of` and the noun.
const DETERMINERS: &str = "the its their his her our these those such";

/// No noun has more words.
const MOST_WORDS: usize = 4;

/// The tokens of what a number counts that ends before `end`: up to the first plural, or to where the words break off.
pub(super) fn noun(tokens: &[Token], end: usize) -> Option<Range<usize>> {
    let is = |at: usize, words: &str| {
        tokens.get(at).is_some_and(|token| words.split_whitespace().any(|word| word == token.text))
    };
    let mut from = end;
    let is_of = is(from, "of") || end > 0 && is(end - 1, "of");
    if is(from, "of") {
        from += 1;
    }
    if is_of || is(from, "other") {
        while is(from, DETERMINERS) {
            from += 1;
        }
    }
    let mut at = from;
    let mut words = 0;
    while let Some(token) = tokens.get(at).filter(|token| token.make == Make::Word && !is(at, BOUNDARY)) {
        if words == MOST_WORDS {
            break;
        }
        words += 1;
        at += 1;
        let joined = tokens.get(at).is_some_and(|next| next.make == Make::Hyphen && next.glued)
            && tokens.get(at + 1).is_some_and(|next| next.make == Make::Word && next.glued);
        if joined {
            at += 1;
        } else if is_plural(token) {
            return Some(from..at);
        }
    }
    // `one sailor drowned`: what happened to whom is counted.
    if words > 1 && tokens[at - 1].text.ends_with("ed") {
        at -= 1;
    }
    (at > from && words > 0).then_some(from..at)
}

/// The token behind what is said of a number without a noun: `three were killed`; `None` where no such verb stands there.
pub(super) fn predicate(tokens: &[Token], end: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).filter(|token| token.make == Make::Word);
    let is_verb = |at: usize| {
        word(at).is_some_and(|token| {
            matches!(&*token.text, "was" | "were" | "are" | "is" | "has" | "have" | "had" | "been" | "being")
        })
    };
    let verbs = (end..end + 3).take_while(|at| is_verb(*at)).count();
    let behind = end + verbs;
    (verbs > 0).then(|| if word(behind).is_some() { behind + 1 } else { behind })
}

fn is_plural(token: &Token) -> bool {
    let is_short = token.written.chars().all(char::is_uppercase) || token.text.chars().count() < 4;
    let is_one = ["ss", "us", "is", "ous", "'s"].iter().any(|ending| token.text.ends_with(ending));
    PLURALS.split_whitespace().any(|word| word == token.text)
        || token.text.ends_with('s') && !is_short && !is_one
}
