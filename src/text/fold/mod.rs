//! Folding typography alone, with a map from the folded text back to the original bytes.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::glyph::{Glyph, extends, glyph, is_composed, is_settled, spell_out};

/// A text whose typography has been folded, and where each of its bytes came from.
///
/// Quotation marks, apostrophes and dashes have one shape each; every run of white space, line breaks included, is
/// one space; hyphens and spaces that only a line break put there, soft hyphens and invisible characters are gone;
/// ligatures are spelt out; letters and their accents are composed. Case, digits in any form, signs, decimal points
/// and words are as they were: a minus sign may become a hyphen, and nothing else becomes a sign or loses one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folded {
    text: String,
    pieces: Vec<Piece>,
    breaks: Vec<Break>,
    blank_lines: Vec<usize>,
}

/// A run of folded text and the original it stands for; it lasts to the next piece.
#[derive(Clone, Copy, Debug)]
struct Piece {
    folded: usize,
    original: usize,
    /// Bytes of the original that became this piece as a whole; 0 where it maps byte by byte.
    whole: usize,
}

/// A place where a line ended at a hyphen or a dash, and more than one spelling is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Break {
    /// The offset in the folded text.
    pub(crate) at: usize,
    /// Whether the hyphen was taken out (`Colo-`, `nel`), rather than the line break alone (`COVID-`, `19`).
    pub(crate) joined: bool,
}

impl Folded {
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The line breaks within words, in order.
    pub(crate) fn breaks(&self) -> &[Break] {
        &self.breaks
    }

    /// The folded offsets of the spaces that stand for blank lines, in order.
    pub(crate) fn blank_lines(&self) -> &[usize] {
        &self.blank_lines
    }

    /// The original bytes of a stretch of the folded text; `None` where it is empty, or where it begins or ends
    /// inside what was one character, such as a ligature.
    pub(crate) fn span(&self, folded: Range<usize>) -> Option<Range<usize>> {
        if folded.is_empty() {
            return None;
        }
        let (first, last) = (self.piece(folded.start)?, self.piece(folded.end - 1)?);
        let start = match first.whole {
            0 => first.original + (folded.start - first.folded),
            _ if folded.start == first.folded => first.original,
            _ => return None,
        };
        let end = match last.whole {
            0 => last.original + (folded.end - last.folded),
            whole if folded.end == self.end_of(last) => last.original + whole,
            _ => return None,
        };
        Some(start..end)
    }

    /// The original bytes of a stretch of the folded text, widened to whole characters; empty where it is.
    pub(crate) fn cover(&self, folded: Range<usize>) -> Range<usize> {
        if folded.is_empty() {
            return 0..0;
        }
        let mut wide = folded;
        if let Some(first) = self.piece(wide.start).filter(|piece| piece.whole > 0) {
            wide.start = first.folded;
        }
        if let Some(last) = self.piece(wide.end - 1).filter(|piece| piece.whole > 0) {
            wide.end = self.end_of(last);
        }
        self.span(wide).unwrap_or(0..0)
    }

    fn piece(&self, folded: usize) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.folded <= folded);
        self.pieces.get(after.checked_sub(1)?).copied()
    }

    fn end_of(&self, piece: Piece) -> usize {
        let after = self.pieces.partition_point(|other| other.folded <= piece.folded);
        self.pieces.get(after).map_or(self.text.len(), |next| next.folded)
    }

    fn copy(&mut self, source: &str, at: Range<usize>) {
        self.map_byte_by_byte(at.start);
        self.text.push_str(&source[at]);
    }

    fn map_byte_by_byte(&mut self, original: usize) {
        let folded = self.text.len();
        let goes_on = self
            .pieces
            .last()
            .is_some_and(|last| last.whole == 0 && last.original + (folded - last.folded) == original);
        if !goes_on {
            self.pieces.push(Piece { folded, original, whole: 0 });
        }
    }

    fn replace(&mut self, at: Range<usize>, with: &str) {
        if with.len() == 1 && at.len() == 1 {
            self.map_byte_by_byte(at.start);
        } else {
            self.pieces.push(Piece { folded: self.text.len(), original: at.start, whole: at.len() });
        }
        self.text.push_str(with);
    }
}

/// Folds `text`. Time and memory are linear in its length.
pub(crate) fn fold(text: &str) -> Folded {
    let mut folded = Folded { text: String::with_capacity(text.len()), ..Folded::default() };
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

#[cfg(test)]
mod tests;
