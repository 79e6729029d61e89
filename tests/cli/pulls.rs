//! Pull requests: what a branch brings is marked at the lines that it adds, what was there before is counted, and what cannot be
//! read is told.

use crate::run::{Dossier, SMALL};

/// A claim of the herald in a file of its own; `value` stands on its fourth line.
fn claim(id: &str, value: &str) -> String {
    format!(
        "[[claim]]\nsource = \"herald\"\nid = \"{id}\"\nvalue = {value}\nquestion = \"fire/killed\"\nquote = \"5 were killed\"\n"
    )
}

/// A dossier of which a branch adds some claims of the herald, each by its id and its value.
fn branch(before: &[(&str, &str)], claims: &[(&str, &str)]) -> Dossier {
    let dossier = Dossier::new(&SMALL);
    let write = |claims: &[(&str, &str)]| {
        claims.iter().for_each(|(id, value)| dossier.write(&format!("claims/{id}.toml"), &claim(id, value)));
    };
    write(before);
    dossier.commit();
    if !claims.is_empty() {
        write(claims);
        dossier.commit();
    }
    dossier
}

#[test]
fn claims_that_are_left_out_are_never_called_no_change() {
    let dossier = branch(&[], &[("late", "\"fife\""), ("later", "{ lower-than = \"herald#nobody\" }")]);
    let comment =
        |revision: &str| dossier.gainsay(&["diff", "--since", revision, "--format", "markdown"]).exits(0).out;
    let text = comment("HEAD~1");
    assert!(!text.contains("is the same"), "{text}");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("<!-- gainsay diff --since -->"));
    let headline = lines.next().unwrap();
    assert!(
        headline.starts_with(r"### Since HEAD\~1 (") && headline.ends_with("): 2 claims left out"),
        "{text}"
    );
    for told in [
        "**Left out, and no part of the record (2)**",
        "- `herald#late`, `claims/late.toml:4`: unreadable-value: the value `fife` cannot be read as a count",
        "- `herald#later`, `claims/later.toml:4`: unknown-reference: no claim has the id `herald#nobody`",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    let json = dossier.gainsay(&["diff", "--since", "HEAD~1", "--format", "json"]).exits(0).json();
    assert_eq!((&json["left_out"]["claims"], &json["left_out"]["added"]), (&2.into(), &2.into()));
    assert_eq!(json["left_out"]["obstacles"][0]["file"], "claims/late.toml");
    // What was left out before is no change, and is not passed over.
    let text = comment("HEAD");
    assert!(
        text.contains("is the same as at HEAD (") && text.contains("; 2 claims left out of both"),
        "{text}"
    );
    dossier.write("claims/last.toml", &claim("last", "3"));
    let text = comment("HEAD");
    assert!(text.contains("): 1 claim added, 2 claims left out as before"), "{text}");
}

#[test]
fn a_file_that_cannot_be_read_is_never_called_no_change() {
    let dossier = branch(&[], &[]);
    dossier.write("claims/torn.toml", &claim("torn", "\"3"));
    let text = dossier.gainsay(&["diff", "--since", "HEAD"]).exits(0).out;
    assert!(
        text.contains("1 file unread") && text.contains("`claims/torn.toml:4`: malformed-file: "),
        "{text}"
    );
}
