//! A dossier from a stranger: nothing outside of it is read or shown, and nothing outside of it is written.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::run::{Dossier, gainsay_in};

const SECRET: &str = "token of the job";

/// A dossier with a text that holds its one quote, and what lies outside of it.
fn ground() -> (Dossier, TempDir) {
    let dossier = Dossier::new(&[
        ("gainsay.toml", "[dossier]\ntitle = \"A fire\"\n"),
        (
            "sources/s.toml",
            "[source.s]\ntitle = \"S\"\npublisher = \"p\"\npublished = \"2024-01-01\"\ntext = \"t.txt\"\n\
             [agent.p]\nname = \"P\"\nkind = \"outlet\"\n",
        ),
        ("sources/t.txt", "The mayor said that three people were hurt on Monday.\n"),
        (
            "claims/c.toml",
            "source = \"s\"\n[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n\
             [[claim]]\nquestion = \"e/q\"\nvalue = 3\nquote = \"three people were hurt on Monday\"\n",
        ),
    ]);
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.toml"), SECRET).unwrap();
    fs::write(outside.path().join("secret.txt"), format!("three people were hurt on Monday {SECRET}"))
        .unwrap();
    (dossier, outside)
}

#[test]
fn what_a_dossier_leads_to_outside_is_a_finding_and_is_never_shown() {
    for (link, target, rule) in [
        ("claims/x.toml", "secret.toml", "outside-file"),
        ("sources/more", "", "outside-file"),
        ("sources/t.txt", "secret.txt", "outside-file"),
        ("sources/quotes.lock", "secret.toml", "outside-file"),
        ("gainsay-baseline.toml", "secret.toml", "outside-file"),
        ("gainsay.toml", "secret.toml", "outside-file"),
        ("claims/gone.toml", "gone.toml", "unreadable-file"),
    ] {
        let (dossier, outside) = ground();
        let link = dossier.path().join(link);
        let _ = fs::remove_file(&link);
        symlink(outside.path().join(target), &link).unwrap();
        for arguments in [
            &["check"][..],
            &["check", "--format", "json"],
            &["report"],
            &["text", "s"],
            &["reuse"],
            &["lock"],
        ] {
            let run = dossier.gainsay(arguments);
            let said = format!("{}{}", run.out, run.err);
            assert!(!said.contains(SECRET), "{link:?} {arguments:?}: {said}");
        }
        let run = dossier.gainsay(&["check", "--format", "json"]).exits(1);
        assert_eq!(run.findings(rule).len(), 1, "{link:?}: {}", run.out);
    }
}

#[test]
fn paths_that_lead_out_are_refused_and_fifos_never_opened() {
    for (text, rule) in [
        ("../../t.txt", "outside-file"),
        ("/dev/zero", "outside-file"),
        ("fifo", "unreadable-file"),
        ("../sources", "outside-file"),
        (".", "unreadable-file"),
    ] {
        let (dossier, _outside) = ground();
        let made = Command::new("mkfifo").arg(dossier.path().join("sources/fifo")).status().unwrap();
        assert!(made.success());
        dossier.write("sources/s.toml", &dossier.read("sources/s.toml").replace("t.txt", text));
        let run = dossier.gainsay(&["check", "--format", "json"]).exits(1);
        assert_eq!(run.findings(rule).len(), 1, "{text}: {}", run.out);
    }
}

#[test]
fn a_bad_file_among_good_ones_stops_no_run() {
    let (dossier, outside) = ground();
    let archive = tempfile::tempdir().unwrap();
    fs::write(archive.path().join("a"), dossier.read("sources/t.txt")).unwrap();
    symlink(outside.path().join("secret.txt"), archive.path().join("out")).unwrap();
    symlink("gone", archive.path().join("nowhere")).unwrap();
    fs::create_dir(dossier.path().join("claims/folder.toml")).unwrap();
    let hash = "sha256 = \"8c6d4bd2dc10f5ac23f19b0b9a97fcf0cd3d0e4bd2f3f0ef7bd6c5a1a1a1a1a1\"";
    dossier.write("sources/s.toml", &dossier.read("sources/s.toml").replace("text = \"t.txt\"", hash));
    let folder = archive.path().to_str().unwrap();
    let run = dossier.gainsay(&["check", "--format", "json", "--archive", folder]).exits(1);
    assert_eq!(run.findings("outside-file").len(), 1, "{}", run.out);
    assert_eq!(run.findings("unreadable-file").len(), 1, "{}", run.out);
    assert!(!run.out.contains(folder), "no absolute path is part of it");
    // A folder of texts is walked, not its links out.
    let texts = tempfile::tempdir().unwrap();
    for name in ["a.txt", "b.txt"] {
        fs::write(texts.path().join(name), "Nothing was ever said of it.").unwrap();
    }
    symlink(outside.path().join("secret.txt"), texts.path().join("c.txt")).unwrap();
    let run = gainsay_in(texts.path(), &["reuse", "."]).exits(0).says(&["leads out of its folder"]);
    assert!(!run.out.contains(SECRET));
}

#[test]
fn what_has_no_slug_for_an_id_is_refused_whole() {
    for id in ["a b", "a\\\"b", "a\\nc ../x", "..", "A", "-a", "\\u001b[2J", "\\u202ea"] {
        let (dossier, _) = ground();
        let source = format!(
            "[source.\"{id}\"]\ntitle = \"S\"\npublisher = \"p\"\npublished = \"2024-01-01\"\ntext = \"t.txt\"\n"
        );
        dossier.write("sources/x.toml", &source);
        let claim = format!(
            "[[claim]]\nid = \"{id}\"\nsource = \"s\"\nquestion = \"e/q\"\nvalue = 3\nquote = \"three people were hurt\"\n"
        );
        dossier.write("claims/x.toml", &claim);
        let run = dossier.gainsay(&["check", "--format", "json"]).exits(1);
        assert_eq!(run.findings("malformed-entry").len(), 2, "{id}: {}", run.out);
        dossier.gainsay(&["check"]).exits(1).says(&["checked 1 claim of 1 source"]);
        dossier.gainsay(&["lock"]);
        let lock = dossier.read("sources/quotes.lock");
        assert_eq!(lock.matches("[[quote]]").count(), 1, "{id}: {lock}");
        let again = dossier.gainsay(&["check", "--format", "json"]).exits(1);
        assert_eq!(again.findings("malformed-file").len(), 0, "{id}: {}", again.out);
    }
}

#[test]
fn nothing_is_written_through_a_link_that_leads_out() {
    for (link, arguments) in [
        ("reports/report.json", &["report", "--write"][..]),
        ("sources/quotes.lock", &["lock"]),
        ("gainsay-baseline.toml", &["check", "--write-baseline"]),
    ] {
        for target in ["secret.toml", "new"] {
            let (dossier, outside) = ground();
            let target = outside.path().join(target);
            dossier.write("reports/report.md", "old");
            symlink(&target, dossier.path().join(link)).unwrap();
            dossier.gainsay(arguments).exits(2);
            let now = fs::read_to_string(&target).unwrap_or_else(|_| SECRET.to_owned());
            assert_eq!(now, SECRET, "{link}");
            assert_eq!(dossier.read("reports/report.md"), "old", "{link}: all or none");
            assert_eq!(left(&dossier.path().join("reports")), 0);
        }
    }
    let (dossier, outside) = ground();
    symlink(outside.path(), dossier.path().join("reports")).unwrap();
    dossier.gainsay(&["report", "--write"]).exits(2).says(&["leads out"]);
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 2);
    // A link within the dossier is followed, and stays.
    let (dossier, _outside) = ground();
    dossier.write("public/report.md", "old");
    dossier.write("reports/report.html", "old");
    symlink("../public/report.md", dossier.path().join("reports/report.md")).unwrap();
    dossier.gainsay(&["report", "--write"]).exits(0);
    assert!(dossier.read("public/report.md").contains("A fire"));
    assert!(fs::symlink_metadata(dossier.path().join("reports/report.md")).unwrap().is_symlink());
}

#[test]
fn init_keeps_its_word_about_what_exists() {
    for (link, is_folder) in [("gainsay.toml", false), ("claims/claims.toml", false), ("sources", true)] {
        let outside = tempfile::tempdir().unwrap();
        let folder = Dossier::new(&[("notes.txt", "n")]);
        let full = folder.path().join(link);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        symlink(if is_folder { outside.path().to_owned() } else { outside.path().join("new") }, full)
            .unwrap();
        gainsay_in(folder.path(), &["init"]).exits(2);
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0, "{link}");
    }
}

/// How many temporary files stand in a folder.
fn left(folder: &Path) -> usize {
    let names = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().starts_with(".gainsay-")).count()
}

#[test]
fn a_read_only_file_or_folder_says_so_and_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let (dossier, _outside) = ground();
    dossier.write("reports/report.md", "old");
    let folder = dossier.path().join("reports");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    // For root no folder is read-only.
    let is_held = fs::write(folder.join("probe"), "").is_err();
    let run = dossier.gainsay(&["report", "--write"]);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    if is_held {
        run.exits(2).says(&["could not write", "report"]);
        assert_eq!(dossier.read("reports/report.md"), "old");
    }
    fs::remove_dir_all(&folder).unwrap();
    dossier.write("reports", "a file in the place of the folder");
    dossier.gainsay(&["report", "--write"]).exits(2);
}

#[test]
fn a_disk_that_takes_no_more_says_so_and_the_old_files_stay() {
    let (dossier, _outside) = ground();
    let names = ["reports/report.md", "reports/report.html", "reports/report.json"];
    names.iter().for_each(|name| dossier.write(name, "old"));
    // No file may grow beyond a block, which a program is told as it is told of a full disk.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" report --write";
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).arg(env!("CARGO_BIN_EXE_gainsay")).current_dir(dossier.path());
    let output = shell.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("could not write"), "{said}");
    assert!(names.iter().all(|name| dossier.read(name) == "old"));
    assert_eq!(left(&dossier.path().join("reports")), 0);
}
