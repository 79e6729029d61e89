//! Folding typography alone.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::folded::{Break, Folded};
use crate::text::glyph::{Glyph, extends, glyph, is_composed, is_settled, spell_out};

/// Folds `text`. Time and memory are linear in its length.
pub(crate) fn fold(text: &str) -> Folded {
    let mut folded = Folded::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let end = plain_run(text, at);
        if end > at {
            folded.copy(text, at..end);
        }
        at = if end < text.len() { fold_one(text, end, &mut folded) } else { end };
    }
    folded
}

/// Folds a short text and trims it, to compare its words with another's; borrowed where there is nothing to fold.
pub(crate) fn fold_text(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if plain_run(text, 0) == text.len() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(fold(text).text.trim().to_owned())
}

/// How a byte folds: 0, to itself whatever stands around it; 1, to itself between two of those; 2, it may fold.
const CLASS: [u8; 256] = {
    let mut class = [2; 256];
    let mut byte = b'!';
    while byte < 127 {
        class[byte as usize] = if byte == b'`' { 2 } else { 0 };
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
        if before + class >= 2 {
            break;
        }
        before = class;
        end += 1;
    }
    if before == 1 && end > at {
        return end - 1;
    }
    if end > at && end < text.len() && !bytes[end].is_ascii() && is_marked(text, end) { end - 1 } else { end }
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
            out.replace(at..end, "'");
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
    let mut end = at;
    for (i, c) in text[at..].char_indices() {
        match glyph(c) {
            Glyph::Space => end = at + i + c.len_utf8(),
            Glyph::Invisible => {}
            _ => break,
        }
    }
    if text[at..end].bytes().filter(|byte| *byte == b'\n').nth(1).is_some() {
        out.blank_lines.push(out.text.len());
    }
    out.replace(at..end, " ");
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

/// Where a word goes on after a single line break at `at`, and whether letters stand on both sides of it.
fn line_break(text: &str, at: usize, out: &Folded) -> Option<(usize, bool)> {
    let before = out.text.chars().next_back().filter(|c| c.is_alphanumeric())?;
    let rest = text[at..].trim_start_matches([' ', '\t']);
    let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r', '\u{2028}']))?;
    let line = line.trim_start_matches(|c: char| c.is_whitespace() && !matches!(c, '\n' | '\r' | '\u{2029}'));
    let after = line.chars().next().filter(|c| c.is_alphanumeric())?;
    Some((text.len() - line.len(), before.is_alphabetic() && after.is_alphabetic()))
}

/// Folds a letter and the marks that belong to it.
fn fold_letter(text: &str, at: usize, c: char, out: &mut Folded) -> usize {
    let mut end = at + c.len_utf8();
    let alone =
        !text[end..].chars().next().is_some_and(|next| extends(next) || glyph(next) == Glyph::Invisible);
    if alone && glyph(c) == Glyph::Letter && is_composed(c) {
        out.copy(text, at..end);
        return end;
    }
    let mut letter = String::new();
    spell_out(c, &mut letter);
    for (i, mark) in text[end..].char_indices() {
        if extends(mark) {
            spell_out(mark, &mut letter);
            end = at + c.len_utf8() + i + mark.len_utf8();
        } else if glyph(mark) != Glyph::Invisible {
            break;
        }
    }
    letter = letter.nfc().collect();
    if letter == text[at..end] {
        out.copy(text, at..end);
    } else {
        out.replace(at..end, &letter);
    }
    end
}
