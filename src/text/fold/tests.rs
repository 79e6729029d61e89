//! What folds, what must not, and that the map leads back for any text.

use std::borrow::Cow;

use proptest::prelude::*;

use super::*;

#[test]
fn typography_folds() {
    for (text, folded) in [
        ("“It’s ‘so’,” «he» „said“", "\"It's \"so\",\" \"he\" \"said\""),
        ("a – b — c−d‐e", "a - b - c-d-e"),
        ("he left--quite late", "he left-quite late"),
        ("one\u{A0}two\u{2009}\r\n\t three", "one two three"),
        ("Colo-\nnel Au\u{AD}re\u{AD}\n liano", "Colonel Aureliano"),
        ("COVID-\n19, 25-\r\n34, so—\nso", "COVID-19, 25-34, so-so"),
        ("the ﬁrst oﬃce, ﻛﺘﺎب", "the first office, کتاب"),
        ("Buendi\u{301}a, Å", "Buendía, Å"),
        ("\u{FEFF}a\u{200B}b\u{200D}c\u{200F}", "abc"),
        ("wait…", "wait..."),
        ("قَالَ المُتَحَدِّثُ إِنَّ كـتابي", "قال المتحدث إن کتابی"),
        ("آمن أُمّ", "آمن أم"),
        ("می\u{200C}روند", "میروند"),
        ("צָהַ״ל בֵּית־סֵפֶר", "צה\"ל בית-ספר"),
        ("Ещё всё, ЁЛКА е\u{308}", "Еще все, ЕЛКА е"),
        ("ＵＳ，ok！ ３．５人", "US,ok! 3.5人"),
        ("三十四人が死\n亡した。\n彼は", "三十四人が死亡した。彼は"),
        ("한국\n사람, 死\n\n亡", "한국 사람, 死 亡"),
        ("死者は34\n人、計\n12人 3\n4 人", "死者は34人、計12人 3 4 人"),
        ("arti-\n\n\u{C}cles Po\n\u{AD}\nlitik", "articles Politik"),
    ] {
        assert_eq!(fold(text).as_str(), folded, "{text:?}");
    }
}

#[test]
fn what_says_something_does_not_fold() {
    for text in
        ["Not not NOT", "10² ½ ③ ٣", "1.5 1,5 15", "-3 3 +3", "œuvre Æ", "end-\n\nNew", "\u{202E}34", "a\0b"]
    {
        let folded = fold(text);
        assert_eq!(folded.as_str().replace(' ', ""), text.replace([' ', '\n'], ""), "{text:?}");
    }
    assert_ne!(fold("it fell —3 percent").as_str(), fold("it fell -3 percent").as_str());
    assert_ne!(fold("from 3--5 degrees").as_str(), fold("from 3-5 degrees").as_str());
    assert_eq!(fold("it fell −3 percent").as_str(), fold("it fell -3 percent").as_str());
}

#[test]
fn the_map_leads_back() {
    let text = "\u{FEFF}“Colo-\nnel”  ﬁre e\u{301}té";
    let folded = fold(text);
    let back = |part: &str| {
        let start = folded.as_str().find(part).unwrap();
        folded.span(start..start + part.len()).map(|at| &text[at])
    };
    assert_eq!(folded.as_str(), "\"Colonel\" fire été");
    assert_eq!(back("\"Colonel\""), Some("“Colo-\nnel”"));
    assert_eq!(back("nel\" f"), None);
    assert_eq!(back("fire"), Some("ﬁre"));
    assert_eq!(back("ire"), None);
    assert_eq!(back("\" fi"), Some("”  ﬁ"));
    assert_eq!(back("été"), Some("e\u{301}té"));
    let inside = folded.as_str().find("ire").unwrap();
    assert_eq!(&text[folded.cover(inside..inside + 3)], "ﬁre");
    assert_eq!(folded.span(3..3), None);
}

#[test]
fn blank_lines_are_remembered() {
    assert_eq!(fold("a\nb\n\nc\r\n \r\nd").blank_lines(), [3, 5]);
}

#[test]
fn short_texts_are_borrowed_where_they_can_be() {
    assert!(matches!(fold_text(" plain-ish words, 3.5%\n"), Cow::Borrowed("plain-ish words, 3.5%")));
    assert_eq!(fold_text("it’s\nso "), "it's so");
    assert_eq!(fold_text(""), "");
}

proptest! {
    #[test]
    fn every_stretch_maps_to_whole_characters(text in "[ab3 .\n\r\u{AD}\u{200B}\u{301}é“«»’ﬁ…—ёيَ死-]{0,30}") {
        let folded = fold(&text);
        let starts = folded.as_str().char_indices().map(|(at, _)| at);
        let ends: Vec<usize> = starts.chain([folded.as_str().len()]).collect();
        let mut last = 0;
        for (i, start) in ends.iter().enumerate() {
            for end in &ends[i + 1..] {
                for at in folded.span(*start..*end).into_iter().chain([folded.cover(*start..*end)]) {
                    prop_assert!(text.get(at.clone()).is_some_and(|part| !part.is_empty()), "{at:?}");
                }
            }
            if let Some(end) = ends.get(i + 1) {
                let at = folded.cover(*start..*end);
                prop_assert!(last <= at.start, "in order");
                last = at.start;
            }
        }
    }

    // Marks aside that have a space of theirs by what stands on their other side.
    #[test]
    fn a_stretch_folds_to_what_it_came_from(
        text in "[ab3 \n\u{200B}\u{301}é\"ﬁ…]{0,30}",
        from in 0usize..30,
        len in 1usize..9,
    ) {
        let folded = fold(&text);
        let end = (from + len).min(folded.as_str().len());
        if folded.as_str().is_char_boundary(from) && folded.as_str().is_char_boundary(end) && from < end
            && let Some(at) = folded.span(from..end)
        {
            let again = fold(&text[at]);
            prop_assert_eq!(again.as_str(), &folded.as_str()[from..end]);
        }
    }

    #[test]
    fn folding_twice_changes_nothing(text in "[ab3 .\u{301}é“«»’ﬁ…–ёךيَ-]{0,30}") {
        let once = fold(&text);
        let twice = fold(once.as_str());
        prop_assert_eq!(twice.as_str(), once.as_str());
    }
}
