//! What a single character is to folding and finding: a dash, a quotation mark, invisible, part of the one before.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_normalization::{IsNormalized, is_nfc_quick};

/// The typographic class of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// Stands for itself, up to Unicode composition.
    Letter,
    /// Any white space, line breaks included.
    Space,
    /// Nothing is drawn for it: zero width, soft hyphen, byte order mark, direction marks, variation selectors; or it
    /// only draws the line on, as the Arabic tatweel does.
    Invisible,
    /// A hyphen, a minus sign, an en dash or a maqaf.
    Dash,
    /// An em dash or longer: never a sign.
    LongDash,
    /// A double quotation mark of any shape.
    DoubleQuote,
    /// An apostrophe or a single quotation mark of any shape.
    SingleQuote,
    /// `…`
    Ellipsis,
    /// Letters drawn as one, such as `ﬁ`, a letter in the shape it has at its place in an Arabic or Hebrew word, or a wide
    /// one.
    Ligature,
}

/// The class of `c`.
pub(crate) fn glyph(c: char) -> Glyph {
    match c {
        c if c.is_whitespace() => Glyph::Space,
        '-' => Glyph::Dash,
        '"' => Glyph::DoubleQuote,
        '\'' | '`' => Glyph::SingleQuote,
        c if c.is_ascii() => Glyph::Letter,
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' | '\u{5BE}' => Glyph::Dash,
        '\u{2014}' | '\u{2015}' | '\u{2E3A}' | '\u{2E3B}' | '\u{FE58}' => Glyph::LongDash,
        '“' | '”' | '„' | '‟' | '«' | '»' | '״' | '″' | '〝' | '〞' | '〟' | '「' | '」' | '『' | '』'
        | '＂' => Glyph::DoubleQuote,
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '׳' | '′' | '´' | 'ʼ' | 'ʻ' | '＇' => {
            Glyph::SingleQuote
        }
        '…' => Glyph::Ellipsis,
        // Direction overrides (U+202D, U+202E) are left out: they change the order in which digits are read. So are
        // tag characters, which tell one regional flag from another.
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{640}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202C}' => {
            Glyph::Invisible
        }
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => {
            Glyph::Invisible
        }
        // Latin, Armenian, Hebrew and Arabic presentation forms; the rial sign and whole phrases drawn as one stay.
        '\u{FB00}'..='\u{FB06}' | '\u{FB13}'..='\u{FB17}' | '\u{FB1D}'..='\u{FB28}' => Glyph::Ligature,
        '\u{FB2A}'..='\u{FDC7}' | '\u{FE70}'..='\u{FEFC}' => Glyph::Ligature,
        // Latin letters, digits and punctuation as wide as a Han character; half-wide kana stay.
        '\u{FF01}'..='\u{FF5E}' => Glyph::Ligature,
        _ => Glyph::Letter,
    }
}

/// Whether `c` between two numbers may make a range of them: any dash but one as long as two ems or three, which stands
/// for what is left out.
pub(crate) fn makes_range(c: char) -> bool {
    matches!(glyph(c), Glyph::Dash | Glyph::LongDash) && !matches!(c, '\u{2E3A}' | '\u{2E3B}')
}

/// Writes the letters of a ligature to `out`; any other character as it is.
pub(crate) fn spell_out(c: char, out: &mut String) {
    match glyph(c) {
        // An isolated vowel sign decomposes to a space and the sign; the space is not in the text.
        Glyph::Ligature => decompose_compatible(c, |part| out.extend(Some(part).filter(|part| *part != ' '))),
        _ => out.push(c),
    }
}

/// Whether `c` is of the many letters that fold to themselves and compose with nothing before them: a quick answer.
pub(crate) fn is_settled(c: char) -> bool {
    matches!(c,
        'À'..='ɏ' | 'Α'..='ώ' | '\u{400}' | '\u{402}'..='\u{450}' | '\u{452}'..='\u{482}' | '\u{48A}'..='\u{52F}'
        | '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{63F}' | '\u{641}' | '\u{642}' | '\u{644}'..='\u{649}' | '\u{671}'..='\u{6D3}' | '\u{1E00}'..='\u{1EFF}' | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// Whether `c` only says how the letter before it is spoken, in Arabic or Hebrew: a vowel sign, a point, a mark of cantillation.
/// Hamza and madda make another letter, and are none.
pub(crate) fn is_vowel_sign(c: char) -> bool {
    matches!(c,
        '\u{64B}'..='\u{652}' | '\u{656}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}'
        | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}'
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}')
}

/// Whether `mark` says which vowel of a Cyrillic word is stressed, as dictionaries write it: no other letter comes of the two.
pub(crate) fn is_stress(vowel: char, mark: char) -> bool {
    mark == '\u{301}' && "аеёиоуыэюяіїєАЕЁИОУЫЭЮЯІЇЄ".contains(vowel)
}

/// The letter that `c` is written for where keyboards and papers differ: Persian ye and kaf for the Arabic ones, е for ё;
/// any other character as it is.
pub(crate) fn common_letter(c: char) -> char {
    match c {
        '\u{64A}' => '\u{6CC}',
        '\u{643}' => '\u{6A9}',
        'ё' => 'е',
        'Ё' => 'Е',
        c => c,
    }
}

/// Whether a line may end between two characters of which this is one without a space being meant: of a script without
/// spaces, Hangul aside, or its punctuation.
pub(crate) fn is_set_solid(c: char) -> bool {
    is_unspaced(c) && !matches!(c, '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}')
        || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{FF01}' | '\u{FF0C}' | '\u{FF1A}' | '\u{FF1B}' | '\u{FF1F}')
}

/// Whether `c` is a single quotation mark of any shape, or an apostrophe.
pub(crate) fn is_single_mark(c: char) -> bool {
    glyph(c) == Glyph::SingleQuote
}

/// Whether `c` belongs to the character before it: an accent, a vowel sign, a later letter of a Hangul syllable.
pub(crate) fn extends(c: char) -> bool {
    c >= '\u{300}'
        && !is_settled(c)
        && glyph(c) != Glyph::Invisible
        && (is_combining_mark(c) || is_nfc_quick(std::iter::once(c)) == IsNormalized::Maybe)
}

/// Whether `c` stands in composed text as it is.
pub(crate) fn is_composed(c: char) -> bool {
    c < '\u{300}' || is_settled(c) || is_nfc_quick(std::iter::once(c)) != IsNormalized::No
}

/// Whether `c` is of a script that does not put spaces between words, or joins particles to them: Han, kana, Hangul,
/// Thai, Lao, Khmer, Burmese. Where a word ends cannot be told there.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a word goes on from `before` to `after`, two characters that stand next to each other.
pub(crate) fn joins(before: char, after: char) -> bool {
    let part = |c: char| c.is_alphanumeric() || extends(c);
    part(before) && part(after) && !is_unspaced(before) && !is_unspaced(after)
}

/// Whether `c` says something by itself: a letter, a digit, or a symbol such as an emoji; no punctuation, no space.
pub(crate) fn is_content(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    if glyph(c) == Glyph::Invisible || is_vowel_sign(c) {
        return false;
    }
    c.is_alphanumeric()
        || !matches!(c,
            '\u{80}'..='\u{BF}' | '\u{60C}' | '\u{61B}'..='\u{61F}' | '\u{66A}'..='\u{66D}' | '\u{6D4}'
            | '\u{2000}'..='\u{206F}' | '\u{2E00}'..='\u{2E7F}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303F}'
            | '\u{FE00}'..='\u{FE6F}' | '\u{FEFF}' | '\u{FF00}'..='\u{FF0F}' | '\u{FFF0}'..='\u{FFFF}')
            && glyph(c) == Glyph::Letter
            && !extends(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_in_other_forms_are_no_ligatures() {
        for c in "²½①٣Ⅳ₂".chars() {
            assert_eq!(glyph(c), Glyph::Letter, "{c}");
        }
    }

    #[test]
    fn direction_overrides_are_seen() {
        assert_eq!(glyph('\u{202E}'), Glyph::Letter);
        assert_eq!(glyph('\u{200F}'), Glyph::Invisible);
    }

    #[test]
    fn letters_say_something_and_punctuation_does_not() {
        assert!("a7ñ三ب🚀".chars().all(is_content));
        assert!(!".,;!? —…“”[]*\u{200B}\u{FEFF}\u{301}\u{640}\u{64E}、。".chars().any(is_content));
    }

    #[test]
    fn settled_letters_compose_with_nothing() {
        for c in ('\0'..=char::MAX).filter(|c| is_settled(*c)) {
            assert!(!is_combining_mark(c) && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes, "{c:?}");
            assert_eq!(glyph(c), Glyph::Letter, "{c:?}");
        }
    }

    #[test]
    fn accents_and_syllable_parts_extend() {
        assert!(extends('\u{301}') && extends('\u{64E}') && extends('\u{1161}'));
        assert!(!extends('e') && !extends('é') && !extends('\u{200D}'));
    }
}
