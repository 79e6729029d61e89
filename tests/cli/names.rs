//! Names of files that strangers chose: every output shows them as text.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;

use crate::payloads::{PAYLOADS, is_raw};
use crate::run::{Dossier, Run, SMALL};

/// Names with what steers, ends a line or is no text, and the longest that there may be.
fn names() -> Vec<Vec<u8>> {
    let mut names: Vec<Vec<u8>> = PAYLOADS.iter().map(|it| it.replace('/', "_").into_bytes()).collect();
    names.extend([
        b"a\n::error file=x::forged".to_vec(),
        b"\xff\xfe\x9b2J\x1b[31m".to_vec(),
        "三\u{202e}".repeat(41).into_bytes(),
        b"%0A%3A,line=1::a%".to_vec(),
        b"[a](https:evil.example) {0} `b` @octocat #1".to_vec(),
    ]);
    names
}

/// A dossier with what is wrong in files of that name below claims/ and sources/, and a text of it.
fn dossier(name: &[u8]) -> Dossier {
    let dossier = Dossier::new(&SMALL);
    for (folder, text) in [
        ("claims", "[[claim]]\nvalue = 3\n"),
        ("sources", "[source.x]\ntitle = 3\n"),
        ("claims/below", "[[claim\n"),
    ] {
        let path = dossier.path().join(folder);
        std::fs::create_dir_all(&path).unwrap();
        let name = [name, b".toml"].concat();
        std::fs::write(path.join(OsStr::from_bytes(&name)), text).unwrap();
    }
    let folder = dossier.path().join("claims").join(OsStr::from_bytes(name));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("a.toml"), "[[claim]]\nvalue = 3\n").unwrap();
    dossier
}

fn is_text(run: &Run, what: &dyn std::fmt::Debug) {
    for text in [&run.out, &run.err] {
        assert!(!text.contains(is_raw), "{what:?}: {text}");
    }
    assert!((0..=2).contains(&run.code), "{what:?}: {run:?}");
}

#[test]
fn the_name_of_a_file_is_text_wherever_it_is_told() {
    for name in names() {
        let dossier = dossier(&name);
        let what = String::from_utf8_lossy(&name).into_owned();
        for command in
            [&["check"][..], &["check", "--format", "junit"], &["report"], &["text", "herald"], &["lock"]]
        {
            is_text(&dossier.gainsay(command), &(&what, command));
        }
        let human = dossier.gainsay(&["check"]).out;
        let mut places = human.lines().filter(|line| line.trim_start().starts_with("--> "));
        assert!(places.all(|line| line.contains(".toml:")), "{human}");
        let concise = dossier.gainsay(&["check", "--format", "concise"]);
        is_text(&concise, &what);
        let places = concise.out.lines().filter(|line| line.contains(".toml:")).count();
        assert!(places >= 4, "each file is told in a line: {}", concise.out);

        let github = dossier.gainsay(&["check", "--format", "github"]);
        is_text(&github, &what);
        let commands: Vec<&str> = github.out.lines().filter(|line| line.starts_with("::")).collect();
        let findings =
            dossier.gainsay(&["check", "--format", "json"]).json()["findings"].as_array().unwrap().len();
        assert_eq!(commands.len(), findings, "a command a finding: {}", github.out);
        for command in commands {
            let (_, properties) = command.split("::").nth(1).unwrap().split_once(' ').unwrap();
            let keys: Vec<&str> = properties.split(',').map(|it| it.split('=').next().unwrap()).collect();
            assert_eq!(keys, ["file", "line", "col", "title"], "{command}");
        }

        let sarif = dossier.gainsay(&["check", "--format", "sarif"]);
        is_text(&sarif, &what);
        for result in sarif.json()["runs"][0]["results"].as_array().unwrap() {
            let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
            let is_uri = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
            assert!(uri.chars().all(is_uri) && !uri.starts_with('/') && !uri.contains(".."), "{uri}");
        }
    }
}

#[test]
fn deceptive_names_of_files_are_told() {
    let told = |name: &str| {
        let run = dossier(name.as_bytes()).gainsay(&["check", "--format", "json"]);
        let all = run.findings("deceptive-text");
        all.iter().filter(|it| it["message"].as_str().unwrap().starts_with("the name of the file")).count()
    };
    // Three files and the one in a folder of the name.
    for (name, expected) in
        [("gpj\u{202e}exe", 4), ("a\nb", 4), ("mаyor", 4), ("a\u{3164}", 4), ("mayor", 0), ("Москва", 0)]
    {
        assert_eq!(told(name), expected, "{name:?}");
    }
}
