//! Bad input: it never panics, it is pointed at with what was expected, and it hides nothing else.

use std::io::Read;
use std::path::Path;
use std::process::Stdio;

use crate::run::{Dossier, SMALL, gainsay_in, program, repository, small_with};

/// A claim of the small dossier with other lines added.
fn claim(lines: &str) -> String {
    let start = "[[claim]]\nid = \"more\"\nsource = \"herald\"\nquestion = \"fire/killed\"\nvalue = 3\n";
    format!("{start}quote = \"3 were killed\"\n{lines}\n")
}

/// The line of a text, from 1, on which these words stand first.
fn line_of(text: &str, words: &str) -> u64 {
    let at = text.find(words).unwrap_or_else(|| panic!("`{words}` stands in the text"));
    text[..at].matches('\n').count() as u64 + 1
}

#[test]
fn a_file_that_loses_its_source_fails_and_every_claim_of_it_is_pointed_at() {
    let dossier = Dossier::of_the_repository();
    let path = "claims/iri-full-resumption.toml";
    let text = dossier.read(path);
    let without: String =
        text.lines().filter(|line| !line.starts_with("source = ")).map(|line| format!("{line}\n")).collect();
    assert_ne!(text, without, "the file names its source once, at its top");
    dossier.write(path, &without);

    let run = dossier.gainsay(&["check", "--format", "json"]).exits(1);
    let found = run.findings("claim-without-source");
    let tables: Vec<u64> =
        (1u64..).zip(without.lines()).filter(|(_, line)| *line == "[[claim]]").map(|(n, _)| n).collect();
    let pointed: Vec<u64> = found.iter().map(|finding| finding["line"].as_u64().unwrap()).collect();
    assert_eq!(pointed, tables, "each claim of the file, at its own line");
    assert!(found.iter().all(|finding| finding["file"] == path && finding["level"] == "deny"));

    let first = format!("{path}:{}:", tables[0]);
    dossier.gainsay(&["check"]).exits(1).says(&["error[claim-without-source]", &first]);
}

#[test]
fn a_misspelt_agent_names_the_nearest() {
    let text = claim("said-by = \"mayer\"");
    let dossier = small_with("claims/more.toml", &text);
    let run = dossier.gainsay(&["check"]).exits(1);
    let place = format!("claims/more.toml:{}:11", line_of(&text, "said-by"));
    run.says(&["error[unknown-reference]: no agent has the id `mayer`", "did you mean `mayor`?", &place]);
}

#[test]
fn an_unknown_key_names_the_nearest_and_hides_nothing() {
    let text = claim("said-bye = \"mayor\"");
    let dossier = small_with("claims/more.toml", &text);
    let run = dossier.gainsay(&["check"]).exits(1);
    let place = format!("claims/more.toml:{}:1", line_of(&text, "said-bye"));
    run.says(&["error[unknown-key]", "`said-bye`", "`said-by`", &place]);
    for (path, key, near) in [
        ("sources/more.toml", "[agent.x]\nname = \"X\"\nkind = \"person\"\nalias = [\"Y\"]\n", "`aliases`"),
        ("gainsay.toml", "[dossier]\ntitle = \"A fire\"\nlangage = \"en\"\n", "`language`"),
        ("claims/event.toml", "[event.flood]\ntitle = \"A flood\"\nplase = \"x\"\n", "`place`"),
    ] {
        let run = small_with(path, key).gainsay(&["check"]).exits(1);
        run.says(&["error[unknown-key]", near, path]);
    }
}

#[test]
fn several_syntax_errors_of_a_file_are_all_told_and_other_files_still_checked() {
    let text = "[[claim]]\nvalue = = 3\n\n[[claim]]\nquote = 'a\n\n[[claim]\nid = \"x\"\n";
    let dossier = small_with("claims/torn.toml", text);
    dossier.write("claims/more.toml", &claim("said-by = \"mayer\""));
    let run = dossier.gainsay(&["check", "--format", "json"]).exits(1);
    let lines: Vec<_> =
        run.findings("malformed-file").iter().map(|finding| finding["line"].as_u64().unwrap()).collect();
    for line in [2, 5, 7] {
        assert!(lines.contains(&line), "line {line} of {lines:?}");
    }
    assert_eq!(run.findings("unknown-reference").len(), 1, "a fault of another file");
    assert_eq!(run.json()["counts"]["claims"], 2, "claims of other files");
    assert_eq!(run.json()["counts"]["left_out"], 3, "two of the torn file, one of which no speaker is known");
}

#[test]
fn where_there_is_nothing_to_check_the_exit_is_2_and_says_so() {
    let empty = Dossier::new(&[]);
    for command in ["check", "table", "compare", "report"] {
        let run = empty.gainsay(&[command]).exits(2);
        run.says(&["error: no `gainsay.toml` here or in any folder above", "gainsay init"]);
    }
    let folder = empty.path().to_string_lossy().into_owned();
    empty.gainsay(&["check", "--dossier", &folder]).exits(2).says(&["is no dossier", "gainsay.toml"]);
    empty.gainsay(&["check", "--dossier", "nowhere"]).exits(2).says(&["nowhere"]);

    // Questions and sources, but no claim.
    let unclaimed = Dossier::new(&SMALL[..2]);
    for command in ["check", "table", "compare", "report"] {
        unclaimed.gainsay(&[command]).exits(2).says(&["nothing", "no claim could be read"]);
    }
    // Claims, but none that could be read: that is said first, then that nothing was checked.
    let unread = small_with("claims/claims.toml", "[[claim]]\nquestion = \"fire/killed\"\n");
    unread.gainsay(&["check"]).exits(2).says(&["error[claim-without-source]", "nothing was checked"]);
    let json = unread.gainsay(&["check", "--format", "json"]).exits(2).json();
    assert_eq!(json["exit"], 2);
}

#[test]
fn an_unreadable_value_is_left_out_and_counted() {
    let text = claim("").replace("value = 3", "value = \"34 people\"");
    let run = small_with("claims/more.toml", &text).gainsay(&["check"]).exits(1);
    run.says(&["error[unreadable-value]", "`people`", "left out: 1 claim"]);
}

#[test]
fn what_is_asked_for_and_is_not_there_names_the_nearest() {
    let dossier = Dossier::new(&SMALL);
    for (arguments, near) in [
        (&["compare", "fire/kiled"][..], "`fire/killed`"),
        (&["trace", "herald#kiled"], "`herald#killed`"),
        (&["table", "fyre"], "`fire`"),
        (&["diff", "herald", "couriers"], "`courier`"),
        (&["explain", "contradicton"], "`contradiction`"),
    ] {
        dossier.gainsay(arguments).exits(2).says(&["error: ", near]);
    }
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    let dossier = Dossier::new(&SMALL);
    dossier.write_bytes("claims/latin.toml", b"# caf\xe9\n[[claim]]\nsource = \"herald\"\n");
    let run = dossier.gainsay(&["check"]).exits(1);
    run.says(&[
        "error[malformed-file]: the file is not UTF-8",
        "claims/latin.toml:1:6",
        "save the file as UTF-8",
    ]);
}

#[test]
fn carriage_returns_and_byte_order_marks_change_nothing() {
    let plain = Dossier::new(&SMALL).gainsay(&["check", "--format", "json"]).exits(0);
    let windows = Dossier::new(&[]);
    for (path, text) in SMALL {
        windows.write(path, &format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    let run = windows.gainsay(&["check", "--format", "json"]).exits(0);
    assert_eq!(run.out, plain.out);
}

#[test]
fn a_file_cut_anywhere_never_panics() {
    let (path, text) = SMALL[2];
    let dossier = Dossier::new(&SMALL);
    for end in (0..text.len()).step_by(9) {
        dossier.write(path, &text[..end]);
        let run = dossier.gainsay(&["check"]);
        assert!((0..=2).contains(&run.code), "cut at {end}: {run:#?}");
        assert!(!run.err.contains("panicked"), "cut at {end}: {}", run.err);
    }
}

/// Runs the program on a dossier for a reader who has gone away before the first word; returns the exit code.
fn unread(folder: &Path, arguments: &[&str]) -> Option<i32> {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let mut program = program();
    program.current_dir(folder).args(arguments).stdout(writer).stderr(Stdio::piped());
    let output = program.output().expect("the program starts");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    output.status.code()
}

#[test]
fn a_reader_that_goes_away_changes_no_exit_code() {
    let clean = Dossier::new(&SMALL);
    for command in ["check", "compare", "report", "table"] {
        assert_eq!(unread(clean.path(), &[command]), Some(0), "{command}");
    }
    let faulty = small_with("claims/more.toml", &claim("said-by = \"mayer\""));
    for format in ["human", "concise", "json", "sarif", "github", "junit"] {
        assert_eq!(unread(faulty.path(), &["check", "--format", format]), Some(1), "{format}");
    }
    assert_eq!(unread(clean.path(), &["find", "not a word of it", "gainsay.toml"]), Some(1));
    assert_eq!(unread(clean.path(), &["report", "--check"]), Some(1), "there is none");
    // What is to be written is written, though nobody reads that it was.
    assert_eq!(unread(clean.path(), &["report", "--write"]), Some(0));
    clean.gainsay(&["report", "--check"]).exits(0);
}

#[test]
fn a_reader_that_goes_away_in_the_middle_is_no_failure() {
    let mut child = program()
        .current_dir(repository())
        .args(["compare", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut out = child.stdout.take().expect("output is piped");
    let mut first = [0; 1];
    out.read_exact(&mut first).expect("it says something");
    drop(out);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_dossier_above_the_working_folder_is_taken() {
    let dossier = Dossier::new(&SMALL);
    let below = dossier.path().join("claims");
    let run = gainsay_in(&below, &["check"]).exits(0);
    run.says(&["checked 2 claims of 2 sources on 1 question in 1 event"]);
}
