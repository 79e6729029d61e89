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

#[test]
fn both_sides_agree_on_a_revision() {
    play("revisions.txt");
}

#[test]
fn what_is_malformed_is_told_by_its_code() {
    play("malformed.txt");
}

#[test]
fn requests_are_answered_in_order_but_for_what_is_cancelled() {
    play("order.txt");
}

#[test]
fn tools_are_listed_and_refuse_what_they_do_not_take() {
    play("tools.txt");
}

#[test]
fn who_says_what_is_shown_with_quotes_origins_and_positions() {
    play("who_says.txt");
}

#[test]
fn disputes_are_shown_with_their_rows_and_what_explains_them() {
    play("disputes.txt");
}

#[test]
fn quotes_are_held_against_texts() {
    play("hold_quote.txt");
}

#[test]
fn values_are_read() {
    play("read_value.txt");
}

#[test]
fn drafts_are_held_against_the_record() {
    play("check_text.txt");
}

#[test]
fn texts_are_spotted() {
    play("spot.txt");
}

#[test]
fn long_answers_go_on_by_a_cursor() {
    play("cursors.txt");
}

#[test]
fn words_of_restricted_sources_are_withheld() {
    play("withheld.txt");
}

#[test]
fn words_of_others_arrive_as_quoted_data() {
    play("injection.txt");
}

#[test]
fn claims_are_proposed_and_wait_for_review() {
    play("propose.txt");
}

#[test]
fn a_record_that_changes_is_read_anew() {
    play("changes.txt");
}

#[test]
fn a_hundred_sessions_and_more_are_played_and_no_file_is_forgotten() {
    let folder = std::fs::read_dir(repository().join("tests/mcp/sessions")).unwrap();
    let there: BTreeSet<String> =
        folder.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    let here = include_str!("main.rs");
    let forgotten = there.iter().find(|file| !here.contains(&format!("play(\"{file}\");")));
    assert_eq!(forgotten, None);
    let count = |file: &String| {
        let text = std::fs::read_to_string(repository().join("tests/mcp/sessions").join(file)).unwrap();
        script::sessions(&text).len()
    };
    assert!(there.iter().map(count).sum::<usize>() >= 100);
}
