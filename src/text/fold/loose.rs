//! Putting aside what a passage that resembles a quote may differ in: case and width. Nothing is held by it.

use unicode_normalization::UnicodeNormalization;

use super::folded::Folded;

/// A folded text in small letters of common width; its map leads back to the folded text.
pub(crate) fn loosen(folded: &Folded) -> Folded {
    let text = folded.as_str();
    let mut loose = Folded::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let mut end = at + c.len_utf8();
        // The voicing marks of half-wide kana belong to the kana before.
        while let Some(mark) =
            text[end..].chars().next().filter(|mark| matches!(mark, '\u{FF9E}' | '\u{FF9F}'))
        {
            end += mark.len_utf8();
        }
        let part = &text[at..end];
        match is_wide_or_half(c) {
            true => loose.replace(at..end, &part.nfkc().flat_map(char::to_lowercase).collect::<String>()),
            false if c.is_uppercase() => loose.replace(at..end, &part.to_lowercase()),
            false => loose.copy(text, at..end),
        }
        at = end;
    }
    // What folds to one space folded to one before, so that paragraphs end where they did.
    loose.blank_lines = folded.blank_lines().iter().map(|blank| loose.place(*blank)).collect();
    loose
}

fn is_wide_or_half(c: char) -> bool {
    matches!(c, '\u{FF01}'..='\u{FFEE}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn case_and_width_are_put_aside() {
        for (text, loose) in [
            ("US STRIKES KILL 12", "us strikes kill 12"),
            ("ｲﾗｸで死者", "イラクで死者"),
            ("ｶﾞｽ３４", "ガス34"),
            ("İSTANBUL É", "i\u{307}stanbul é"),
        ] {
            assert_eq!(loosen(&fold(text)).as_str(), loose, "{text}");
        }
    }

    #[test]
    fn its_map_leads_to_the_folded_text() {
        let folded = fold("Two ＵＮ men\n\nin ｶﾞｻﾞ");
        let loose = loosen(&folded);
        assert_eq!(loose.as_str(), "two un men in ガザ");
        let at = loose.as_str().find("ガザ").unwrap();
        assert_eq!(&folded.as_str()[loose.cover(at..at + 6)], "ｶﾞｻﾞ");
        assert_eq!(loose.blank_lines(), [10]);
    }
}
