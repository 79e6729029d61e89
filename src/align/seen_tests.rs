//! What is seen of a quote in a text: how it is held, who is named beside it, and what became of it since.

use super::based::{based, claim};
use super::looked::{Attributed, Evidence, Fate, Recaptured, Seen, TextState, how, look_at, says_updated};
use crate::capture::{Hint, QuoteFinder, Wordless, read};
use crate::model::lock::Fit;
use crate::model::problem::ProblemKind;

const MORE: &str = r#"
[source]
bulletin = { title = "Bulletin", publisher = "ministry", published = "2024-05-03" }
beat = { title = "From the beat", publisher = "police", published = "2024-05-03" }
column = { title = "Our river", publisher = "post", published = "2024-05-03", author = ["Ada Quimby"] }
[agent]
mayor = { name = "Ada Quimby", kind = "person" }
chief = { name = "Wei Li", kind = "person" }
brigade = { name = "the fire brigade", kind = "organization" }
cousin = { name = "Edna Quimby", kind = "person", confusable-with = ["mayor"] }
volunteers = { name = "the volunteer fire brigade", kind = "organization", confusable-with = ["brigade"] }
"#;

/// What is seen of the quote of a claim, which is given by its source and its keys, in a text.
fn seen(source: &str, keys: &str, text: &str) -> Seen {
    let keys = keys.replace("; ", "\n") + "\nvalue = 3";
    let dossier = based(MORE, &[(source, "drowned", keys)]);
    let capture = read(text.as_bytes(), &Hint::default()).expect("it is a text");
    let claim = &dossier.claims[claim(&dossier, 'a')];
    look_at(&dossier, claim, &QuoteFinder::new(&capture.words)).expect("it has a quote")
}

const QUOTE: &str = "quote = \"Three men drowned in the night\"";

#[test]
fn a_speaker_is_named_in_the_quote_the_attribution_or_near() {
    use Attributed::*;
    let alone = "The rain went on.\n\nThree men drowned in the night.";
    let far =
        |words: &str| format!("{words}.\n\nIt rained.\n\nIt rained on.\n\nThree men drowned in the night.");
    for (source, keys, text, expected) in [
        ("post", "", alone.to_owned(), Unasked),
        ("post", "said-by = \"official\"", alone.to_owned(), Unasked),
        ("post", "said-by = \"mayor\"", alone.to_owned(), Unnamed),
        ("post", "said-by = \"mayor\"", "No quote of it.".to_owned(), Unasked),
        // Of a person the last name alone, where it is no syllable; of all others the whole.
        ("post", "said-by = \"mayor\"", format!("Quimby told us. {alone}"), Named),
        ("post", "said-by = \"mayor\"", far("Quimby told us"), Unnamed),
        ("post", "said-by = \"chief\"", alone.replace("rain", "Li"), Unnamed),
        ("post", "said-by = \"chief\"", alone.replace("rain", "word of Wei Li"), Named),
        ("post", "said-by = \"brigade\"", alone.replace("rain", "word of the brigade"), Unnamed),
        ("post", "said-by = \"brigade\"", alone.replace("rain", "word of a fire brigade"), Named),
        // What the speaker publishes, or one of whom the other is part, and what the speaker signs.
        ("post", "said-by = \"post\"", alone.to_owned(), Unasked),
        ("bulletin", "said-by = \"police\"", alone.to_owned(), Unasked),
        ("beat", "said-by = \"ministry\"", alone.to_owned(), Unasked),
        ("column", "said-by = \"mayor\"", alone.to_owned(), Unasked),
        ("column", "said-by = \"police\"", alone.to_owned(), Unnamed),
        // The attribution stands in the text, once or more, or it does not.
        ("post", "said-by = \"mayor\"; attribution = \"Quimby told us\"", far("Quimby told us"), Named),
        (
            "post",
            "said-by = \"mayor\"; attribution = \"as we were told\"",
            far("So it was, as we were told"),
            Unnamed,
        ),
        ("post", "said-by = \"mayor\"; attribution = \"Quimby told us\"", alone.to_owned(), Unfounded),
        (
            "post",
            "said-by = \"mayor\"; attribution = \"Quimby told us\"",
            far("Quimby told us once.\n\nIt is as Quimby told us"),
            Named,
        ),
    ] {
        let keys = [QUOTE, keys].join("; ");
        assert_eq!(seen(source, keys.trim_end_matches("; "), &text).attributed, expected, "{keys} in {text}");
    }
}

#[test]
fn a_speaker_is_not_named_by_a_longer_name_of_another() {
    let told = |keys: &str, before: &str| {
        let text = format!("{before} The rain went on.\n\nThree men drowned in the night.");
        seen("post", &[QUOTE, keys].join("; "), &text).attributed
    };
    let is_another = |attributed| matches!(attributed, Attributed::Another(_));
    let (mayor, brigade) = ("said-by = \"mayor\"", "said-by = \"brigade\"");
    assert!(is_another(told(mayor, "Edna Quimby told us.")));
    assert!(is_another(told(brigade, "We heard of the volunteer fire brigade.")));
    for before in ["Edna Quimby came. Quimby told us.", "Ada Quimby came with Edna Quimby."] {
        assert_eq!(told(mayor, before), Attributed::Named, "{before}");
    }
    assert_eq!(told(brigade, "The fire brigade came, and the volunteer fire brigade."), Attributed::Named);
    // Who is no more than confusable with the speaker is told too.
    assert!(is_another(told("said-by = \"cousin\"", "Ada Quimby told us.")));
}

#[test]
fn a_quote_is_held_as_it_stands() {
    let text = "He said \u{201c}that three men drowned\u{201d} in the night. Nobody else was hurt.";
    for (keys, expected, passage) in [
        ("quote = 'three men drowned'", Some(Fit::Exact), Some("three men drowned")),
        (
            "quote = 'He said \"that three men drowned\"'",
            Some(Fit::Folded),
            Some("He said \u{201c}that three men drowned\u{201d}"),
        ),
        ("quote = 'He said ... in the night'", Some(Fit::Elided), None),
        ("quote = 'else was hurt'; prefix = 'three men'", None, Some("Nobody else was hurt")),
        ("quote = 'a word of something else entirely'", None, None),
    ] {
        let seen = seen("post", keys, text);
        assert_eq!(how(&seen.outcome), expected, "{keys}");
        if passage.is_some() {
            let told = seen.passage.as_deref().map(|told| told.trim_end_matches('.'));
            assert_eq!(told, passage, "{keys}");
        }
    }
}

#[test]
fn words_of_an_earlier_capture_stand_moved_changed_or_are_gone() {
    let text = "It rained.\n\nThree men drowned in the night, and nobody came to help.\n\nSo it was.";
    let keys = "quote = \"Three men drowned in the night, and nobody came to help\"";
    let before = Evidence::Seen(Box::new(seen("post", keys, text)));
    for (later, before, expected) in [
        (text.to_owned(), &before, Fate::Still),
        (format!("Corrected.\n\n{text}"), &before, Fate::Moved),
        (text.replace("Three", "Four"), &before, Fate::Changed),
        ("It rained.".to_owned(), &before, Fate::Gone),
        (format!("Corrected.\n\n{text}"), &Evidence::Unchecked, Fate::Still),
    ] {
        let dossier = based(MORE, &[("post", "drowned", format!("{keys}\nvalue = 3"))]);
        let later = Recaptured {
            claim: claim(&dossier, 'a'),
            later: dossier.sources.find("beat").expect("it is there"),
            seen: seen("post", keys, &later),
        };
        assert_eq!(later.fate(before), expected);
    }
}

#[test]
fn a_later_capture_says_whether_it_was_updated() {
    let source =
        |id: &str, updated: &str| format!("[source.{id}]\ntitle = \"T\"\npublisher = \"post\"\n{updated}\n");
    let (none, first, second) = ("", "updated = \"2024-05-03\"", "updated = \"2024-05-04\"");
    for (earlier, later, expected) in [
        (none, none, false),
        (first, none, false),
        (none, first, true),
        (first, first, false),
        (first, second, true),
    ] {
        let dossier = based(&(source("earlier", earlier) + &source("later", later)), &[]);
        let of = |name: &str| dossier.sources.find(name).expect("it is there");
        assert_eq!(says_updated(&dossier, of("earlier"), of("later")), expected, "{earlier} {later}");
    }
}

#[test]
fn there_is_a_text_to_look_at_where_it_was_read() {
    for (state, is_held) in [
        (TextState::Held, true),
        (TextState::Damaged(String::new()), true),
        (TextState::Wordless(Wordless::Empty), true),
        (TextState::Altered(String::new()), false),
        (TextState::Refused(ProblemKind::UnreadableFile, String::new()), false),
        (TextState::Missing(String::new()), false),
        (TextState::NotHeld, false),
    ] {
        assert_eq!(state.is_held(), is_held, "{state:?}");
    }
}
