//! Laws of changing files: what is asked for is changed, and nothing else is.

use proptest::prelude::*;

use super::amend::{Amended, Change, splices};
use super::row::RowKey;
use super::written::WrittenFile;
use crate::load::keys::{ClaimKey, ScopeKey};
use crate::value::types::Raw;

const NOTE: RowKey = RowKey::Claim(ClaimKey::Note);
const QUOTE: RowKey = RowKey::Claim(ClaimKey::Quote);
const PLACE: RowKey = RowKey::Scope(ScopeKey::Place);
const BASIS: RowKey = RowKey::Scope(ScopeKey::Basis);

/// The text after some changes of the claim of that number.
fn changed(text: &str, claim: usize, changes: &[Change]) -> String {
    let file = WrittenFile::new("claims/a.toml", text).expect("it is TOML");
    let made = splices(text, file.claims().nth(claim).expect("it is there"), changes);
    Amended::new(text, &made).text
}

fn to(words: &str) -> Option<Raw> {
    Some(Raw::of_words(words))
}

#[test]
fn a_value_is_replaced_where_it_stands_and_a_new_key_stands_behind_the_last() {
    let text = "source = \"a\"\n\n[[claim]] # one\nquote = \"x\" # as it stands\nid = \"b\"\n\n# between\n[[claim]]\nid = \"c\"";
    assert_eq!(
        changed(text, 0, &[(QUOTE, to("y")), (NOTE, to("z"))]),
        "source = \"a\"\n\n[[claim]] # one\nquote = \"y\" # as it stands\nid = \"b\"\nnote = \"z\"\n\n# between\n[[claim]]\nid = \"c\""
    );
    assert_eq!(changed(text, 1, &[(NOTE, to("z"))]), format!("{text}\nnote = \"z\"\n"));
    assert_eq!(changed(text, 0, &[(QUOTE, None)]), text.replace("quote = \"x\" # as it stands\n", ""));
}

#[test]
fn scope_is_changed_in_each_of_its_forms() {
    let inline = "[[claim]]\nid = \"a\"\nscope = { place = \"x\", period = \"2024\" }\n";
    assert_eq!(changed(inline, 0, &[(PLACE, to("y"))]), inline.replace("\"x\"", "\"y\""));
    assert_eq!(changed(inline, 0, &[(PLACE, None)]), inline.replace("place = \"x\", ", ""));
    let dotted = "[[claim]]\nscope.place = \"x\" # here\nid = \"a\"\n";
    assert_eq!(
        changed(dotted, 0, &[(PLACE, to("y")), (BASIS, to("reported"))]),
        "[[claim]]\nscope.place = \"y\" # here\nscope.basis = \"reported\"\nid = \"a\"\n"
    );
    let headed = "[[claim]]\nid = \"a\"\n[claim.scope]\nplace = \"x\"\n\n[[claim]]\nid = \"b\"\n";
    assert_eq!(
        changed(headed, 0, &[(NOTE, to("n")), (BASIS, to("reported"))]),
        "[[claim]]\nid = \"a\"\nnote = \"n\"\n[claim.scope]\nplace = \"x\"\nbasis = \"reported\"\n\n[[claim]]\nid = \"b\"\n"
    );
    let none = "[[claim]]\nid = \"a\"\n";
    assert_eq!(
        changed(none, 0, &[(BASIS, to("reported")), (PLACE, to("x"))]),
        "[[claim]]\nid = \"a\"\nscope = { place = \"x\", basis = \"reported\" }\n"
    );
    let alone = "[[claim]]\nscope = { place = \"x\" } # gone too\nid = \"a\"\n";
    assert_eq!(changed(alone, 0, &[(PLACE, None)]), none);
}

#[test]
fn lines_end_as_those_of_the_file_do() {
    let text = "[[claim]]\r\nid = \"a\"\r\n";
    assert_eq!(changed(text, 0, &[(NOTE, to("z"))]), "[[claim]]\r\nid = \"a\"\r\nnote = \"z\"\r\n");
}

/// A claim as somebody may write it: its keys in some order, with comments, and its scope in some form.
fn claim() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        Just("quote = \"some words\"".to_owned()),
        Just("quote = '''some\nlines'''".to_owned()),
        Just("note   =   \"n\"   # why".to_owned()),
        Just("said-by = [\n  \"a\", # nearest\n  \"b\",\n]".to_owned()),
        Just("value = { min = 1, max = 2 }".to_owned()),
        Just("value = 3".to_owned()),
        Just("scope = { place = \"x\" }".to_owned()),
        Just("scope.place = \"x\"".to_owned()),
        Just("# a line of its own".to_owned()),
        Just(String::new()),
    ];
    let named = |line: &String| line.split(['=', '.']).next().unwrap_or_default().trim().to_owned();
    (prop::collection::vec(key, 0..7), any::<bool>()).prop_map(move |(mut keys, headed)| {
        let mut seen = std::collections::BTreeSet::new();
        keys.retain(|line| line.is_empty() || line.starts_with('#') || seen.insert(named(line)));
        let tail =
            if headed && !seen.contains("scope") { "[claim.scope]\nbasis = \"reported\"\n" } else { "" };
        format!("[[claim]]\n{}\n{tail}", keys.join("\n"))
    })
}

fn change() -> impl Strategy<Value = Change> {
    let key = prop::sample::select(vec![NOTE, QUOTE, PLACE, BASIS, RowKey::Claim(ClaimKey::Value)]);
    (key, prop::option::of("[a-z\"\\\\\n ]{0,8}".prop_map(|words| to(&words).expect("it is one"))))
}

proptest! {
    /// Each change is there when the text is read again, all else is what it was, and the lines of all other keys are the very bytes.
    #[test]
    fn what_is_asked_for_is_changed_and_nothing_else(
        claims in prop::collection::vec(claim(), 1..4),
        at in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 0..4),
        crlf in any::<bool>(),
    ) {
        let text = claims.concat();
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let at = at.index(claims.len());
        let mut changes = changes;
        changes.sort_by_key(|(key, _)| key.name());
        changes.dedup_by_key(|(key, _)| key.name());
        let new = changed(&text, at, &changes);
        let (before, after) = (WrittenFile::new("a", &text).expect("it is TOML"), WrittenFile::new("a", &new));
        prop_assert!(after.is_some(), "{new}");
        let after = after.expect("it was asked");
        prop_assert_eq!(before.claims().count(), after.claims().count());
        let words = |value: Option<Raw>| value.map(|value| super::toml::inline(&value));
        for (number, (old, new)) in before.claims().zip(after.claims()).enumerate() {
            for key in RowKey::all() {
                let asked = changes.iter().find(|(of, _)| *of == key && number == at);
                match asked {
                    Some((_, to)) => prop_assert_eq!(words(new.get(key)), words(to.clone())),
                    None => prop_assert_eq!(words(new.get(key)), words(old.get(key))),
                }
            }
        }
        // Other claims, and with no change all of them, stay byte for byte.
        let piece = |text: &str, number: usize| -> String {
            let pieces: Vec<&str> = text.split("[[claim]]").collect();
            pieces[number + 1].to_owned()
        };
        for number in (0..claims.len()).filter(|number| *number != at || changes.is_empty()) {
            prop_assert_eq!(piece(&text, number), piece(&new, number));
        }
        // Every comment is still there, but for those on a line that was taken away.
        if changes.iter().all(|(_, to)| to.is_some()) {
            let comments = |text: &str| text.matches('#').count();
            prop_assert_eq!(comments(&text), comments(&new));
        }
    }
}
