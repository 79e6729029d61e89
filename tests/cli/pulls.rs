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

const EXPLAINED: &str = "[[assessment]]\nquestion = \"fire/killed\"\nstatus = \"contested\"\nrationale = \"Two counts.\"\n\
                         claims = [\"courier#killed\", \"herald#killed\", \"herald#first\"]\n";

#[test]
fn a_claim_that_contradicts_is_annotated_on_the_line_that_adds_it() {
    let dossier = branch(&[], &[("late", "5")]);
    let check = |arguments: &[&str]| dossier.gainsay(&[&["check"], arguments].concat()).exits(1).out;
    let annotated = |text: &str| {
        let command = |line: &&str| line.starts_with("::error ") && line.contains("title=contradiction::");
        text.lines().find(command).map(str::to_owned).expect("the contradiction is annotated")
    };
    let without = annotated(&check(&["--format", "github"]));
    assert!(without.starts_with("::error file=claims/claims.toml,line="), "{without}");
    for revision in ["HEAD~1", "HEAD~1..."] {
        let text = check(&["--since", revision, "--format", "github"]);
        let error = annotated(&text);
        assert!(error.starts_with("::error file=claims/late.toml,line=4,col=9,"), "{error}");
        assert!(error.contains("%0Abeside claims/claims.toml:"), "the older claims stay beside it: {error}");
        assert!(text.contains(&format!("\nsince {revision} (")), "{text}");
    }
    let human = check(&["--since", "HEAD~1"]);
    let (_, contradiction) = human.split_once("error[contradiction]").expect("it is told");
    let (first, rest) =
        contradiction.split_once("--> claims/late.toml:4:9\n").expect("it stands at the new claim");
    assert!(!first.contains("claims.toml") && rest.contains("::: claims/claims.toml:"), "{human}");
    let concise = check(&["--since", "HEAD~1", "--format", "concise"]);
    assert!(concise.contains("claims/late.toml:4:9: deny[contradiction]"), "{concise}");
}

#[test]
fn programs_have_all_findings_and_are_told_which_are_new() {
    let dossier = branch(&[], &[("late", "5")]);
    let check = dossier.gainsay(&["check", "--since", "HEAD~1", "--format", "json"]).exits(1);
    assert_eq!(check.json()["since"]["revision"], "HEAD~1");
    assert_eq!(check.json()["since"]["commit"].as_str().map(str::len), Some(40));
    let found = &check.findings("contradiction")[0];
    assert_eq!(
        (&found["change"], &found["file"], &found["line"]),
        (&"new".into(), &"claims/late.toml".into(), &4.into())
    );
    let old = check.findings("text-not-held").into_iter().find(|it| it["file"] == "sources/sources.toml");
    assert_eq!(old.expect("what was there is in it")["change"], "unchanged");
    assert!(dossier.gainsay(&["check", "--format", "json"]).json()["since"].is_null());

    let sarif = dossier.gainsay(&["check", "--since", "HEAD~1", "--format", "sarif"]).exits(1).json();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let found = results.iter().find(|it| it["ruleId"] == "contradiction").unwrap();
    let file = |place: &serde_json::Value| place["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert_eq!(
        (&found["baselineState"], file(&found["locations"][0])),
        (&"new".into(), "claims/late.toml".into())
    );
    assert_eq!(file(&found["relatedLocations"][0]), "claims/claims.toml");
    assert!(results.iter().any(|it| it["baselineState"] == "unchanged"));
    let without = dossier.gainsay(&["check", "--format", "sarif"]).exits(1);
    assert!(!without.out.contains("baselineState"));
}

#[test]
fn what_is_explained_is_told_once_and_counted_from_then_on() {
    let dossier = branch(&[("first", "5")], &[]);
    let since =
        |format: &str| dossier.gainsay(&["check", "--since", "HEAD", "--format", format]).exits(0).out;
    dossier.write("claims/assessments.toml", EXPLAINED);
    let notice = "::notice file=claims/";
    assert!(since("github").contains(notice), "what explains it is new");
    dossier.commit();
    for format in ["github", "human", "concise"] {
        let text = since(format);
        assert!(!text.contains("contradict"), "{text}");
        assert!(text.contains("\nthe same as there, and not shown: 0 errors, "), "{text}");
        assert!(text.contains(" 2 explained; `gainsay check` shows them\n"), "{text}");
    }
    dossier.write("claims/assessments.toml", &EXPLAINED.replace("Two counts.", "Two days."));
    assert!(since("github").contains(notice), "what explains it says something else");
}

#[test]
fn an_error_that_was_there_before_is_counted_and_still_fails() {
    let dossier = branch(&[("first", "5")], &[]);
    let text = dossier.gainsay(&["check", "--since", "HEAD", "--format", "github"]).exits(1).out;
    assert!(!text.contains("::error"), "{text}");
    assert!(
        text.contains(": 0 errors, 0 warnings, 0 explained\nthe same as there, and not shown: 1 error, "),
        "{text}"
    );
}

#[test]
fn levels_of_one_run_are_those_of_both_sides() {
    let dossier = branch(&[], &[]);
    let run = dossier.gainsay(&["check", "--since", "HEAD", "--deny", "text-not-held"]).exits(1);
    run.says(&["not shown: 2 errors, "]);
    let levels = "[dossier]\ntitle = \"A fire\"\n[rules]\ntext-not-held = \"deny\"\n";
    dossier.write("gainsay.toml", levels);
    dossier.gainsay(&["check", "--since", "HEAD"]).exits(1).says(&["error[text-not-held]"]);
}

#[test]
fn where_there_was_no_dossier_all_of_it_is_new() {
    let dossier = Dossier::new(&[("README.md", "To be a dossier.\n")]);
    dossier.commit();
    SMALL.iter().for_each(|(path, text)| dossier.write(path, text));
    dossier.write("claims/late.toml", &claim("late", "5"));
    let check = dossier.gainsay(&["check", "--since", "HEAD", "--format", "github"]).exits(1);
    check.says(&["title=contradiction::"]);
    let diff = dossier.gainsay(&["diff", "--since", "HEAD", "--format", "markdown"]).exits(0);
    diff.says(&["3 claims added"]);
    dossier
        .gainsay(&["check", "--since", "nowhere"])
        .exits(2)
        .says(&["git knows no revision `nowhere`", "fetch-depth"]);
}

#[test]
fn no_answer_is_kept_of_what_git_says() {
    let dossier = branch(&[], &[("late", "5")]);
    let cache = tempfile::tempdir().unwrap();
    let folder = cache.path().to_str().unwrap();
    dossier
        .gainsay(&["check", "--since", "HEAD~1", "--cache", folder])
        .exits(1)
        .says(&["error[contradiction]"]);
    assert_eq!(std::fs::read_dir(cache.path()).unwrap().count(), 0);
    dossier.gainsay(&["check", "--since", "HEAD", "--write-baseline"]).exits(2);
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
