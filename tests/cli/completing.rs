//! What a shell is told that asks how a word goes on: ids of the dossier, as text, and never an error.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::payloads::{PAYLOADS, is_raw};
use crate::run::{Dossier, Run, SMALL, gainsay_with, program};

/// What is offered for the last of some words.
fn asked(shell: &str, folder: &Path, words: &[&str]) -> Run {
    let index = words.len().to_string();
    let environment = [("COMPLETE", shell), ("_CLAP_COMPLETE_INDEX", index.as_str()), ("_CLAP_IFS", "\n")];
    let run = gainsay_with(&environment, folder, &[&["--", "gainsay"], words].concat()).exits(0);
    assert_eq!(run.err, "", "a shell would show it");
    run
}

/// The words that bash is offered, but for options.
fn offered(dossier: &Dossier, words: &[&str]) -> Vec<String> {
    let run = asked("bash", dossier.path(), words);
    run.out.lines().filter(|word| !word.starts_with('-')).map(str::to_owned).collect()
}

fn ground() -> Dossier {
    let dossier = Dossier::new(&SMALL);
    let more = "[group.workers]\nname = \"workers\"\n[event.fire.question.hurt]\nask = \"How many were hurt?\"\ntype = \"count\"\n";
    dossier.write("claims/more.toml", more);
    dossier.write("sources/places.toml", "[place.mill]\nname = \"the mill\"\nkind = \"site\"\n");
    dossier.write(
        "claims/unreviewed/herald.toml",
        "source = \"herald\"\n[[claim]]\nquestion = \"fire/hurt\"\nvalue = 4\nquote = \"4\"\n",
    );
    dossier
}

#[test]
fn each_argument_is_offered_the_ids_that_it_takes() {
    let dossier = ground();
    let (sources, agents) = (vec!["courier", "herald"], vec!["courier", "herald", "mayor"]);
    let (questions, claims) = (vec!["fire/hurt", "fire/killed"], vec!["courier#killed", "herald#killed"]);
    for (words, expected) in [
        (&["add", ""][..], sources.clone()),
        (&["add", "herald", "words", "--question", ""], questions.clone()),
        (&["add", "herald", "words", "--question", "fire/k"], vec!["fire/killed"]),
        (&["add", "herald", "words", "--said-by", ""], agents.clone()),
        (&["add", "herald", ""], vec![]),
        (&["assess", ""], questions.clone()),
        (&["compare", ""], questions.clone()),
        (&["coverage", ""], sources.clone()),
        (&["coverage", "herald", "c"], vec!["courier"]),
        (&["diff", "herald", "co"], vec!["courier"]),
        (&["explain", "contradictio"], vec!["contradiction"]),
        (&["check", "--deny", "quote-al"], vec!["quote-altered"]),
        (&["impact", "m"], vec!["mayor"]),
        (&["man", "compl"], vec!["completions"]),
        (&["pin", "h"], vec!["herald"]),
        (&["rename", "pla"], vec!["place"]),
        (&["rename", "agent", ""], agents),
        (&["rename", "place", ""], vec!["mill"]),
        (&["rename", "event", ""], vec!["fire"]),
        (&["rename", "group", ""], vec!["workers"]),
        (&["rename", "claim", "herald#"], vec!["herald#killed"]),
        (&["rename", "--dry-run", "question", "fire/h"], vec!["fire/hurt"]),
        (&["rename", "agent", "mayor", ""], vec![]),
        (&["review", ""], vec!["herald#hurt"]),
        (&["source", "recapture", ""], sources.clone()),
        (&["source", "add", "page.html", "--publisher", "m"], vec!["mayor"]),
        (&["spot", "co"], vec!["courier"]),
        (&["table", "fir"], vec!["fire", "fire/hurt", "fire/killed"]),
        (&["text", "herald"], vec!["herald"]),
        (&["timeline", ""], questions),
        (&["trace", "courier#"], vec!["courier#killed"]),
        (&["trace", "nothing"], vec![]),
    ] {
        assert_eq!(offered(&dossier, words), expected, "{words:?}");
    }
    let all = offered(&dossier, &["trace", ""]);
    assert_eq!(all, [vec!["fire/hurt", "fire/killed"], claims].concat());
}

#[test]
fn files_are_offered_where_a_file_may_stand() {
    let dossier = ground();
    dossier.write("page.html", "x");
    dossier.write("pa$(touch y).html", "x");
    dossier.write("pa per.html", "x");
    assert_eq!(offered(&dossier, &["source", "add", "pa"]), ["page.html"]);
    assert_eq!(offered(&dossier, &["text", "pa"]), ["page.html"]);
    assert_eq!(offered(&dossier, &["find", "words", "claims/m"]), ["claims/more.toml"]);
    assert_eq!(offered(&dossier, &["check", "--archive", "cl"]), ["claims/"]);
}

#[test]
fn ids_are_those_of_the_dossier_that_the_line_names() {
    let (here, there) = (Dossier::new(&[]), ground());
    let folder = there.path().to_str().unwrap();
    let of = |words: &[&str]| offered(&here, words);
    assert_eq!(of(&["pin", ""]), Vec::<String>::new(), "no dossier, nothing to offer");
    assert_eq!(of(&["--dossier", folder, "pin", "h"]), ["herald"]);
    assert_eq!(of(&["pin", &format!("--dossier={folder}"), "h"]), ["herald"]);
    assert_eq!(of(&["--dossier", "nowhere", "pin", ""]), Vec::<String>::new());
    let below =
        gainsay_with(&[("COMPLETE", "fish")], &there.path().join("claims"), &["--", "gainsay", "pin", ""]);
    assert!(below.exits(0).out.starts_with("courier\tBlaze\n"), "a dossier is looked for above, too");
}

#[test]
fn what_an_id_says_of_itself_stands_beside_it() {
    let dossier = ground();
    let fish = |words: &[&str]| {
        let out = asked("fish", dossier.path(), words).out;
        out.split_inclusive('\n').filter(|line| !line.starts_with('-')).collect::<String>()
    };
    assert_eq!(fish(&["pin", ""]), "courier\tBlaze\nherald\tFire\n");
    assert_eq!(fish(&["impact", "m"]), "mayor\tthe mayor\n");
    assert_eq!(fish(&["rename", "place", "m"]), "mill\tthe mill\n");
    assert_eq!(fish(&["rename", "event", "f"]), "fire\tThe fire\n");
    assert_eq!(fish(&["timeline", "fire/k"]), "fire/killed\tHow many were killed?\n");
    assert_eq!(fish(&["trace", "courier#"]), "courier#killed\tkilled: three\n");
    assert_eq!(fish(&["trace", "herald#"]), "herald#killed\tkilled: 3\n");
    let rule = fish(&["explain", "contradiction"]);
    assert!(rule.starts_with("contradiction\t") && rule.len() > 40, "{rule}");
}

#[test]
fn what_strangers_wrote_is_text_to_every_shell_and_breaks_none() {
    let dossier = ground();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        for payload in PAYLOADS {
            let title = toml::Value::String(format!("x{payload}"));
            let source = |id: &str| format!("[source.{id}]\ntitle = {title}\npublisher = \"herald\"\n");
            let hostile = toml::Value::String(payload.to_owned());
            dossier.write("sources/strange.toml", &(source("strange") + &source(&hostile.to_string())));
            let out = asked(shell, dossier.path(), &["pin", "s"]).out;
            assert_eq!(out.trim_end().lines().count(), 1, "{shell}, {payload:?}: {out:?}");
            assert!(out.starts_with("strange"), "{out:?}");
            assert!(!out.chars().any(is_raw) && !out.contains("##["), "{shell}, {payload:?}: {out:?}");
        }
    }
    dossier.write("sources/strange.toml", "[source.strange\n\"");
    dossier.write_bytes("sources/bytes.toml", b"[source.bytes]\ntitle = \"\xff\"\n");
    assert_eq!(
        offered(&dossier, &["pin", ""]),
        ["bytes", "courier", "herald"],
        "what can be read is offered"
    );
}

#[test]
fn words_of_restricted_sources_are_offered_by_nobody() {
    let dossier = ground();
    dossier.write(
        "sources/vault.toml",
        "[source.vault]\ntitle = \"T\"\npublisher = \"herald\"\naccess = \"restricted\"\nnote = \"secret\"\nauthor = [\"secret\"]\n",
    );
    dossier.write(
        "claims/vault.toml",
        "source = \"vault\"\n[[claim]]\nquestion = \"fire/killed\"\nvalue = 3\nquote = \"secret\"\nnote = \"secret\"\n",
    );
    for words in [&["pin", "v"][..], &["trace", "vault#"]] {
        let out = asked("fish", dossier.path(), words).out;
        assert!(out.starts_with("vault") && !out.contains("secret"), "{out}");
    }
}

#[test]
fn a_line_that_no_shell_asks_about_is_one_as_any_other() {
    let dossier = ground();
    let run = |shell: &str, words: &[&str]| gainsay_with(&[("COMPLETE", shell)], dossier.path(), words);
    let checked = dossier.gainsay(&["check"]).out;
    assert_eq!(run("bash", &["check"]).exits(0).out, checked);
    assert_eq!(run("1", &["check"]).exits(0).out, checked);
    assert!(run("tcsh", &["--", "gainsay", "pin", ""]).code != 0, "nobody asks in a way that is not known");
    assert_eq!(run("fish", &["--"]).exits(0).out, "");
    let script = dossier.gainsay(&["completions", "bash"]).exits(0).out;
    assert_eq!(run("/bin/bash", &[]).exits(0).out, script);
}

/// What a bash of this machine completes; `None` where there is none.
#[cfg(unix)]
fn bash(dossier: &Dossier, line: &str) -> Option<Vec<String>> {
    let folder = Path::new(env!("CARGO_BIN_EXE_gainsay")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    // As bash does it where somebody presses the key, without its editor.
    let script = r#"
        source <(gainsay completions bash) || exit 9
        read -ra COMP_WORDS <<< "$1"
        [[ $1 == *' ' ]] && COMP_WORDS+=("")
        COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )) COMP_TYPE=9
        complete -p gainsay > /dev/null || exit 8
        _clap_complete_gainsay gainsay "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        (( ${#COMPREPLY[@]} )) && printf '%s\n' "${COMPREPLY[@]}"
        exit 0
    "#;
    let mut bash = Command::new("bash");
    bash.args(["--norc", "-c", script, "bash", line]).current_dir(dossier.path()).stdin(Stdio::null());
    bash.env_clear().env("PATH", format!("{}:{path}", folder.display()));
    let Ok(output) = bash.output() else { return None };
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(output.status.success() && err.is_empty(), "{}: {out}{err}", output.status);
    Some(out.lines().filter(|word| !word.starts_with('-')).map(str::to_owned).collect())
}

#[cfg(unix)]
#[test]
#[allow(clippy::print_stderr, reason = "what was not tried is said")]
fn a_bash_that_has_the_script_completes_ids() {
    let dossier = ground();
    dossier.write("pa$(touch y).html", "x");
    for (line, expected) in [
        ("gainsay trace herald#", vec!["herald#killed"]),
        ("gainsay timeline ", vec!["fire/hurt", "fire/killed"]),
        ("gainsay rename agent m", vec!["mayor"]),
        ("gainsay comp", vec!["compare", "completions"]),
        ("gainsay text pa", vec![]),
    ] {
        let Some(completed) = bash(&dossier, line) else {
            eprintln!("NOT TRIED: there is no bash here, so that its script was not sourced");
            return;
        };
        assert_eq!(completed, expected, "{line}");
    }
    assert!(!dossier.path().join("y").exists());
}

#[test]
fn the_script_of_every_shell_asks_the_program() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = Dossier::new(&[]).gainsay(&["completions", shell]).exits(0).out;
        assert!(script.contains("COMPLETE") && script.contains("gainsay"), "{shell}: {script}");
    }
    let mut without = program();
    without.args(["--version"]).env("COMPLETE", "bash");
    assert!(without.output().unwrap().stdout.starts_with(b"gainsay "));
}
