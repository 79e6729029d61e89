//! Answers that are kept: the same while nothing has changed, and safe to lose.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};

use crate::cache_ground::{CLAIM, ground};
use crate::run::{Dossier, SMALL, gainsay_with, program};

/// What is asked of the ground by every command whose answers are kept.
const KEPT: [&str; 15] = [
    "check",
    "check --format concise",
    "check --format json --deny warnings",
    "table",
    "table --blind",
    "table fire --silence",
    "compare",
    "compare fire/killed --format json",
    "trace fire/killed",
    "impact herald",
    "timeline fire/killed",
    "reuse",
    "report",
    "report --format html",
    "report --as-of 2024-03",
];

#[test]
fn an_answer_is_given_again_and_is_the_same_byte_for_byte() {
    for line in KEPT {
        let ground = ground();
        let fresh = ground.fresh(line);
        for _ in 0..2 {
            let kept = ground.kept(line);
            assert_eq!(
                (kept.code, kept.out, kept.err),
                (fresh.code, fresh.out.clone(), fresh.err.clone()),
                "{line}"
            );
        }
        ground.mark();
        assert!(ground.is_given(line), "{line}");
    }
}

#[test]
fn what_is_said_on_standard_error_and_the_exit_code_are_given_again() {
    let ground = ground();
    fs::remove_dir_all(ground.path("claims")).unwrap();
    ground.dossier.write("claims/broken.toml", "[[claim]\n");
    let fresh = ground.fresh("check").exits(2).says(&["error: nothing was checked"]);
    for _ in 0..2 {
        let kept = ground.kept("check");
        assert_eq!((kept.code, &kept.out, &kept.err), (fresh.code, &fresh.out, &fresh.err));
    }
    ground.mark();
    let given = ground.kept("check").exits(2);
    assert!(given.err.starts_with("##"), "{given:?}");
}

#[test]
fn another_question_is_not_given_the_answer_of_this_one() {
    let ground = ground();
    ground.kept("check");
    ground.mark();
    for line in ["check --format concise", "check --color always", "table", "check --as-of 2024-03-01"] {
        assert!(!ground.is_given(line), "{line}");
    }
    let cache = ground.cache.path().to_str().unwrap();
    let wide = gainsay_with(&[("COLUMNS", "60")], ground.dossier.path(), &["check", "--cache", cache]);
    assert!(!wide.out.starts_with("##"), "{wide:?}");
    let without = ground.dossier.gainsay(&["check", "--cache", cache]);
    assert!(!without.out.starts_with("##"), "other archives: {without:?}");
    assert!(ground.dossier.gainsay(&["check", "--no-cache"]).out.contains("checked"));
}

#[test]
fn an_entry_that_is_lost_cut_or_garbled_is_written_anew() {
    let ground = ground();
    let fresh = ground.fresh("check");
    ground.kept("check");
    let path = ground.entry();
    let whole = fs::read(&path).unwrap();
    let spoilt: [fn(&Path, &[u8]); 6] = [
        |path, _| fs::remove_file(path).unwrap(),
        |path, whole| fs::write(path, &whole[..whole.len() / 2]).unwrap(),
        |path, _| fs::write(path, "").unwrap(),
        |path, whole| {
            let garbled: Vec<u8> =
                whole.iter().enumerate().map(|(at, byte)| byte ^ u8::from(at == 700)).collect();
            fs::write(path, garbled).unwrap();
        },
        |path, whole| fs::write(path, [whole, b"x"].concat()).unwrap(),
        // What others can write is not ours.
        |path, _| fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap(),
    ];
    for (at, spoil) in spoilt.into_iter().enumerate() {
        spoil(&path, &whole);
        let kept = ground.kept("check");
        assert_eq!((kept.code, &kept.out, &kept.err), (fresh.code, &fresh.out, &fresh.err), "{at}");
        assert_eq!(ground.entry(), path);
        ground.mark();
        assert!(ground.is_given("check"), "{at}");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{at}");
    }
}

#[test]
fn what_stands_where_an_entry_would_changes_no_answer() {
    let ground = ground();
    let fresh = ground.fresh("check");
    ground.kept("check");
    let path = ground.entry();
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(ground.kept("check").out, fresh.out);
    fs::remove_dir(&path).unwrap();
    symlink("/dev/zero", &path).unwrap();
    assert_eq!(ground.kept("check").out, fresh.out);
    assert!(fs::symlink_metadata(&path).unwrap().is_file(), "the link was replaced, not followed");
}

#[test]
fn a_cache_that_takes_nothing_changes_no_answer() {
    let ground = ground();
    let fresh = ground.fresh("check");
    let file = ground.cache.path().join("file");
    fs::write(&file, "").unwrap();
    let closed = ground.cache.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o500)).unwrap();
    for folder in [&file, &file.join("below"), &closed, Path::new("/dev/null"), Path::new("/proc/nowhere")] {
        for _ in 0..2 {
            let run = ground.run("check", &["--cache", folder.to_str().unwrap()]);
            assert_eq!((run.code, &run.out, &run.err), (fresh.code, &fresh.out, &fresh.err), "{folder:?}");
        }
    }
}

#[test]
fn without_a_cache_nothing_is_looked_for_or_kept() {
    let ground = ground();
    ground.kept("check");
    ground.mark();
    let before = fs::read(ground.entry()).unwrap();
    let caches = ground.cache.path().join("caches");
    let environment = [("XDG_CACHE_HOME", caches.to_str().unwrap()), ("HOME", caches.to_str().unwrap())];
    let run = gainsay_with(&environment, ground.dossier.path(), &["check", "--no-cache"]);
    assert!(run.out.contains("checked"));
    assert_eq!(fs::read(ground.entry()).unwrap(), before);
    ground.dossier.gainsay(&["check", "--no-cache", "--cache", "x"]).exits(2);
}

/// Runs a check that takes long enough, or not, with these variables; and whether anything was kept in a folder.
fn keeps(dossier: &Dossier, environment: &[(&str, &str)], folder: &Path) -> bool {
    gainsay_with(environment, dossier.path(), &["check", "--format", "concise"]);
    fs::read_dir(folder).is_ok_and(|entries| entries.count() > 0)
}

/// A dossier of which a check takes longer than a tenth of a second, however it was built.
fn large() -> Dossier {
    let dossier = Dossier::new(&SMALL);
    for file in 0..40 {
        let claim = |n: usize| {
            CLAIM
                .replace("leaflet", "herald")
                .replace("[[claim]]", &format!("[[claim]]\nid = \"c{file}-{n}\""))
        };
        dossier.write(&format!("claims/{file}.toml"), &(0..500).map(claim).collect::<String>());
    }
    dossier
}

#[test]
fn runs_that_take_their_time_are_kept_where_the_desk_keeps_such_things() {
    let (large, small) = (large(), Dossier::new(&SMALL));
    let home = tempfile::tempdir().unwrap();
    let at = |below: &str| home.path().join(below);
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let (own, xdg) = (text(home.path()), text(&at("xdg")));
    assert!(keeps(&large, &[("XDG_CACHE_HOME", &xdg), ("HOME", &own)], &at("xdg/gainsay")));
    assert!(!at(".cache").exists());
    let mode = fs::metadata(at("xdg/gainsay")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    for unset in ["", "relative/folder"] {
        assert!(
            keeps(&large, &[("XDG_CACHE_HOME", unset), ("HOME", &own)], &at(".cache/gainsay")),
            "{unset}"
        );
        fs::remove_dir_all(at(".cache")).unwrap();
    }
    assert!(!large.path().join("relative").exists());
    assert!(!keeps(&small, &[("HOME", &own)], &at(".cache/gainsay")) || cfg!(debug_assertions));
    // Within the dossier nothing is kept.
    let within = text(&large.path().join("caches"));
    assert!(!keeps(&large, &[("XDG_CACHE_HOME", &within)], &large.path().join("caches")));
}

#[test]
fn nothing_in_a_dossier_is_an_answer() {
    let ground = ground();
    for folder in ["answers", "../answers/../sources", "."] {
        let dossier = ground.path("answers");
        fs::create_dir_all(ground.path("../answers")).unwrap();
        fs::create_dir_all(&dossier).unwrap();
        let folder = if folder.starts_with("..") {
            ground.path("sources/../answers").to_str().unwrap().to_owned()
        } else {
            folder.to_owned()
        };
        let run = ground.run("check", &["--cache", &folder]).exits(2);
        run.says(&["lies in the dossier"]);
        assert_eq!(fs::read_dir(&dossier).unwrap().count(), 0);
    }
    let archived = ground.archive.path().join("answers");
    ground.run("check", &["--cache", archived.to_str().unwrap()]).exits(2).says(&["in a folder of texts"]);
    // Nor is what a link of the dossier leads to.
    symlink(ground.path("sources"), ground.cache.path().join("link")).unwrap();
    let link = ground.cache.path().join("link/new");
    ground.run("check", &["--cache", link.to_str().unwrap()]).exits(2).says(&["lies in the dossier"]);
}

#[test]
fn words_that_are_not_for_everybody_errors_and_writes_are_not_kept() {
    let ground = ground();
    let cache = ground.cache.path().to_str().unwrap();
    for line in [
        "check --show-restricted",
        "trace fire/killed --show-restricted",
        "reuse --show-restricted",
        "trace nowhere/nothing",
        "report --write",
        "report --check",
        "check --write-baseline",
    ] {
        let arguments: Vec<&str> = line.split(' ').chain(["--cache", cache]).collect();
        ground.dossier.gainsay(&arguments);
        assert_eq!(ground.entries(), Vec::<PathBuf>::new(), "{line}");
    }
    symlink("leaflet.toml", ground.path("claims/link.toml")).unwrap();
    ground.kept("check");
    assert_eq!(ground.entries(), Vec::<PathBuf>::new(), "a dossier with a link");
}

#[test]
fn runs_at_once_come_to_the_same() {
    let ground = ground();
    let fresh = ground.dossier.gainsay(&["check", "--no-cache"]);
    for _ in 0..3 {
        let run = || {
            let mut program = program();
            program.current_dir(ground.dossier.path()).arg("check").arg("--cache").arg(ground.cache.path());
            program.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
        };
        let all: Vec<_> = (0..6).map(|_| run()).collect();
        for child in all {
            let output = child.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(fresh.code));
            assert_eq!(String::from_utf8(output.stdout).unwrap(), fresh.out);
        }
        fs::remove_file(ground.entry()).unwrap();
    }
}
