//! Folding typography alone.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::folded::{Break, Folded};
use super::quotation::{is_apostrophe, is_inner, is_of_mark, reopens};
use crate::text::glyph::{
    Glyph, common_letter, extends, glyph, is_composed, is_set_solid, is_settled, is_stress, is_vowel_sign,
    spell_out,
};

/// Folds `text`. Time and memory are linear in its length.
pub(crate) fn fold(text: &str) -> Folded {
    let mut folded = Folded::with_capacity(text.len());
    fold_part(text, 0..text.len(), &mut folded);
    folded
}

/// Folds a part of a text, which begins and ends where a run of white space does that folds to a space; what stands behind it
/// changes nothing.
pub(crate) fn fold_part(text: &str, part: Range<usize>, folded: &mut Folded) {
    let text = &text[..part.end];
    let mut at = part.start;
    while at < text.len() {
        let end = plain_run(text, at);
        if end > at {
            folded.copy(text, at..end);
        }
        at = if end < text.len() { fold_one(text, end, folded) } else { end };
    }
}

/// Folds a short text and trims it, to compare its words with another's; borrowed where there is nothing to fold.
pub(crate) fn fold_text(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if plain_run(text, 0) == text.len() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(fold(text).text.trim().to_owned())
}

/// How a byte folds: 0, to itself whatever stands around it; 1, to itself between two of those; 2, it may fold; 3, to itself
/// between letters or digits; 4, to itself behind one of the first, and then as one of them.
const CLASS: [u8; 256] = {
    let mut class = [2; 256];
    let mut byte = b'!';
    while byte < 127 {
        class[byte as usize] = match byte {
            b'`' => 2,
            b'\'' => 3,
            b'(' | b')' | b'[' | b']' => 1,
            b',' | b'.' | b';' | b':' | b'!' | b'?' => 4,
            _ => 0,
        };
        byte += 1;
    }
    class[b' ' as usize] = 1;
    class[b'-' as usize] = 1;
    class
};

/// Where the run of ASCII that begins at `at` and folds to itself ends; before a letter that carries a mark.
fn plain_run(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut end, mut before) = (at, 1);
    while let Some(byte) = bytes.get(end) {
        let class = CLASS[usize::from(*byte)];
        if before + class < 2 {
            before = class;
        } else if class == 4 && before == 0 {
        } else if class == 3 && end > at && is_within_word(bytes, end) {
            before = 0;
        } else {
            break;
        }
        end += 1;
    }
    if before == 1 && end > at {
        return end - 1;
    }
    if end > at && end < text.len() && !bytes[end].is_ascii() && is_marked(text, end) { end - 1 } else { end }
}

/// Whether ASCII letters or digits stand on both sides of the byte at `at`.
fn is_within_word(bytes: &[u8], at: usize) -> bool {
    bytes[at - 1].is_ascii_alphanumeric() && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
}

/// Where the run of settled letters that begins at `at` ends; before one that carries a combining mark.
fn settled_run(text: &str, at: usize) -> usize {
    let (mut end, mut last) = (at, at);
    for c in text[at..].chars().take_while(|c| is_settled(*c)) {
        (last, end) = (end, end + c.len_utf8());
    }
    if end > at && is_marked(text, end) { last } else { end }
}

/// Whether a combining mark stands at `at`, behind a letter.
fn is_marked(text: &str, at: usize) -> bool {
    text[at..].chars().find(|c| glyph(*c) != Glyph::Invisible).is_some_and(extends)
}

/// Folds the character at `at`, with what belongs to it; where the next one begins.
fn fold_one(text: &str, at: usize, out: &mut Folded) -> usize {
    let run = settled_run(text, at);
    if run > at {
        out.copy(text, at..run);
        return run;
    }
    let Some(c) = text[at..].chars().next() else { return text.len() };
    let end = at + c.len_utf8();
    match glyph(c) {
        Glyph::Space => fold_space(text, at, out),
        Glyph::Invisible => match line_break(text, end, out) {
            Some((next, true)) if c == '\u{AD}' => {
                out.breaks.push(Break { at: out.text.len(), joined: true });
                next
            }
            _ => end,
        },
        Glyph::Dash | Glyph::LongDash => fold_dash(text, at, c, out),
        Glyph::DoubleQuote => {
            out.replace(at..end, "\"");
            end
        }
        Glyph::SingleQuote => {
            out.replace(at..end, if is_apostrophe(text, at, c) { "'" } else { "\"" });
            end
        }
        Glyph::Ellipsis => {
            out.replace(at..end, "...");
            end
        }
        Glyph::Letter | Glyph::Ligature => fold_letter(text, at, c, out),
    }
}

fn fold_space(text: &str, at: usize, out: &mut Folded) -> usize {
    let (mut end, mut behind, mut soft_hyphen) = (at, at, false);
    for (i, c) in text[at..].char_indices() {
        match glyph(c) {
            Glyph::Space => end = at + i + c.len_utf8(),
            Glyph::Invisible => soft_hyphen |= c == '\u{AD}',
            _ => break,
        }
        behind = at + i + c.len_utf8();
    }
    let lines = memchr::memchr_iter(b'\n', &text.as_bytes()[at..end]).count();
    let next = text[behind..].chars().next();
    let around = out.text.chars().next_back().zip(next);
    if lines > 0
        && soft_hyphen
        && around.is_some_and(|(before, after)| before.is_alphabetic() && after.is_alphabetic())
    {
        out.breaks.push(Break { at: out.text.len(), joined: true });
        return behind;
    }
    let is_solid = |(before, after): (char, char)| {
        let digit = |c: char| c.is_ascii_digit();
        let solid = |c: char| !c.is_ascii() && is_set_solid(c);
        solid(after) && (is_set_solid(before) || digit(before)) || digit(after) && solid(before)
    };
    let is_a_marks = || is_inner(text, at, behind) || is_of_mark(text, at, behind);
    if lines == 1 && around.is_some_and(is_solid) || lines < 2 && is_a_marks() {
        return end;
    }
    if lines > 1 {
        out.blank_lines.push(out.text.len());
    }
    out.replace(at..end, " ");
    if lines > 0 && reopens(text, at, behind) {
        out.reopened.push(out.text.len());
    }
    end
}

fn fold_dash(text: &str, at: usize, c: char, out: &mut Folded) -> usize {
    let is_dash = |c: char| matches!(glyph(c), Glyph::Dash | Glyph::LongDash);
    let rest = text[at..].trim_start_matches(is_dash);
    let end = text.len() - rest.len();
    let long = end > at + c.len_utf8() || glyph(c) == Glyph::LongDash;
    if let Some((next, letters)) = line_break(text, end, out) {
        let joined = letters && !long && matches!(c, '-' | '\u{2010}');
        if !joined {
            out.replace(at..next, "-");
        }
        out.breaks.push(Break { at: out.text.len(), joined });
        return next;
    }
    // A dash between clauses must not turn into the sign of the number behind it, nor swallow one.
    let before_number = rest.trim_start_matches(['$', '€', '£', '.']).starts_with(char::is_numeric);
    out.replace(at..end, if long && before_number { "—" } else { "-" });
    end
}

/// Where a word goes on after a line break at `at`, and whether letters stand on both sides of it. With blank lines between,
/// as at the end of a column or a page, both are small letters.
fn line_break(text: &str, at: usize, out: &Folded) -> Option<(usize, bool)> {
    let before = out.text.chars().next_back().filter(|c| c.is_alphanumeric())?;
    let rest = text[at..].trim_start_matches([' ', '\t']);
    let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r', '\u{2028}']))?;
    let next = line.trim_start_matches(|c: char| c.is_whitespace() && !matches!(c, '\n' | '\r' | '\u{2029}'));
    let (line, blank) = match next.trim_start() {
        over if over.len() < next.len() => (over, true),
        _ => (next, false),
    };
    let after = line.chars().next().filter(|c| c.is_alphanumeric())?;
    let goes_on = !blank || before.is_lowercase() && after.is_lowercase();
    goes_on.then(|| (text.len() - line.len(), before.is_alphabetic() && after.is_alphabetic()))
}

/// The digit of a raised one, as it is written behind a unit: `m²`, `m2`.
fn raised(c: char) -> Option<&'static str> {
    match c {
        '²' => Some("2"),
        '³' => Some("3"),
        _ => None,
    }
}

/// Folds a letter and the marks that belong to it.
fn fold_letter(text: &str, at: usize, c: char, out: &mut Folded) -> usize {
    let mut end = at + c.len_utf8();
    if let Some(digit) = raised(c).filter(|_| out.text.chars().next_back().is_some_and(char::is_alphabetic)) {
        out.replace(at..end, digit);
        return end;
    }
    let alone =
        !text[end..].chars().next().is_some_and(|next| extends(next) || glyph(next) == Glyph::Invisible);
    if alone && glyph(c) == Glyph::Letter && is_composed(c) && common_letter(c) == c {
        out.copy(text, at..end);
        return end;
    }
    let is_left_out =
        |mark: char| is_vowel_sign(mark) && c.is_alphabetic() && !is_vowel_sign(c) || is_stress(c, mark);
    let mut letter = String::new();
    spell_out(c, &mut letter);
    for (i, mark) in text[end..].char_indices() {
        if extends(mark) {
            if !is_left_out(mark) {
                spell_out(mark, &mut letter);
            }
            end = at + c.len_utf8() + i + mark.len_utf8();
        } else if glyph(mark) != Glyph::Invisible {
            break;
        }
    }
    letter = letter.nfc().filter(|c| !is_left_out(*c)).map(common_letter).collect();
    if letter == text[at..end] {
        out.copy(text, at..end);
    } else {
        out.replace(at..end, &letter);
    }
    end
}
