//! `gainsay mcp` as a client meets it: the built program, talked to over its standard input and output.
//!
//! Most of it are sessions in `sessions/`: what is sent, what comes back. `script.rs` says how they are written.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::disallowed_methods, reason = "a test reads and writes what it is about")]
#![allow(clippy::panic, reason = "that is how a test fails")]

mod answers;
mod client;
mod injected;
mod pattern;
#[path = "../cli/payloads.rs"]
mod payloads;
mod pipes;
#[allow(dead_code, reason = "these tests ask less of it")]
#[path = "../cli/run.rs"]
mod run;
#[path = "../cli/schema.rs"]
mod schema;
mod script;
#[allow(dead_code, reason = "these tests ask less of it")]
#[path = "../cli/strangers.rs"]
mod strangers;
#[path = "../cli/tables.rs"]
mod tables;
mod walks;

use std::collections::BTreeSet;

use run::repository;

/// Plays the sessions of a file, and fails with all that did not come as it is written.
fn play(file: &str) {
    let path = repository().join("tests/mcp/sessions").join(file);
    let text = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    let faults: Vec<String> = script::sessions(&text).into_iter().flat_map(|it| it.faults()).collect();
    assert!(faults.is_empty(), "{file}:\n{}", faults.join("\n"));
}

/// Makes a test of each file of sessions.
macro_rules! sessions {
    ($($name:ident = $file:literal,)+) => {
        $(#[test]
        fn $name() {
            play($file);
        })+

        const FILES: &[&str] = &[$($file),+];
    };
}

sessions! {
    both_sides_agree_on_a_revision = "revisions.txt",
    what_is_malformed_is_told_by_its_code = "malformed.txt",
    requests_are_answered_in_order_but_for_what_is_cancelled = "order.txt",
    tools_are_listed_and_refuse_what_they_do_not_take = "tools.txt",
    who_says_what_is_shown_with_quotes_origins_and_positions = "who_says.txt",
    disputes_are_shown_with_their_rows_and_what_explains_them = "disputes.txt",
    quotes_are_held_against_texts = "hold_quote.txt",
    values_are_read = "read_value.txt",
    texts_are_spotted = "spot.txt",
    long_answers_go_on_by_a_cursor = "cursors.txt",
    words_of_restricted_sources_are_withheld = "withheld.txt",
    words_of_others_arrive_as_quoted_data = "injection.txt",
    claims_are_proposed_and_wait_for_review = "propose.txt",
    a_record_that_changes_is_read_anew = "changes.txt",
}

#[test]
fn a_hundred_sessions_and_more_are_played_and_no_file_is_forgotten() {
    let folder = std::fs::read_dir(repository().join("tests/mcp/sessions")).unwrap();
    let there: BTreeSet<String> =
        folder.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(there, FILES.iter().map(|file| (*file).to_owned()).collect());
    let count = |file: &String| {
        let text = std::fs::read_to_string(repository().join("tests/mcp/sessions").join(file)).unwrap();
        script::sessions(&text).len()
    };
    assert!(there.iter().map(count).sum::<usize>() >= 100);
}
