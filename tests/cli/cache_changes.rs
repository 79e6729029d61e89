//! Whatever changes under an answer that is kept, it is seen: at once, within one step of the clock, and later.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::time::Duration;

use crate::cache_ground::{CLAIM, Ground, LEAFLET, PAGE, Row, ground, same_size};
use crate::run::{Dossier, SMALL};

type Change = (&'static str, fn(&Ground));

const CHANGES: [Change; 16] = [
    ("a claim edited, of the same size and with its old time", |ground| {
        same_size(&ground.path("claims/leaflet.toml"), "3 were", "4 were");
    }),
    ("a file appended to", |ground| {
        let claims = ground.dossier.read("claims/leaflet.toml");
        ground.dossier.write("claims/leaflet.toml", &format!("{claims}note = \"x\"\n"));
    }),
    ("a file added", |ground| ground.dossier.write("claims/more.toml", CLAIM)),
    ("a file added in a new folder", |ground| ground.dossier.write("claims/new/more.toml", CLAIM)),
    ("a file removed", |ground| fs::remove_file(ground.path("claims/leaflet.toml")).unwrap()),
    ("a file renamed", |ground| {
        fs::rename(ground.path("claims/leaflet.toml"), ground.path("claims/a.toml")).unwrap();
    }),
    ("the manifest", |ground| same_size(&ground.path("gainsay.toml"), "A fire", "A fine")),
    ("a lock where there was none", |ground| drop(ground.dossier.gainsay(&["lock"]).says(&["wrote"]))),
    ("a baseline where there was none", |ground| {
        ground.dossier.gainsay(&["check", "--write-baseline"]);
        assert!(ground.path("gainsay-baseline.toml").exists());
    }),
    ("a text", |ground| same_size(&ground.path("sources/.texts/leaflet.txt"), "3", "4")),
    ("a text removed", |ground| fs::remove_file(ground.path("sources/.texts/leaflet.txt")).unwrap()),
    ("a text of the archive", |ground| {
        same_size(&ground.archive.path().join("2024/page.txt"), "Monday", "Sunday");
    }),
    ("a text more in the archive", |ground| {
        fs::write(ground.archive.path().join("2024/a.txt"), PAGE).unwrap();
    }),
    ("a file that may not be read", |ground| {
        let path = ground.path("claims/leaflet.toml");
        fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
    }),
    ("a folder in place of a text", |ground| {
        fs::remove_file(ground.path("sources/.texts/leaflet.txt")).unwrap();
        fs::create_dir(ground.path("sources/.texts/leaflet.txt")).unwrap();
    }),
    ("a link in place of a folder of texts", |ground| {
        fs::rename(ground.path("sources/.texts"), ground.path(".elsewhere")).unwrap();
        symlink("../.elsewhere", ground.path("sources/.texts")).unwrap();
    }),
];

#[test]
fn each_kind_of_change_is_seen_though_it_comes_at_once() {
    for (what, change) in CHANGES {
        let ground = ground();
        ground.kept("check");
        ground.mark();
        assert!(ground.is_given("check"), "before: {what}");
        change(&ground);
        assert!(!ground.is_given("check"), "{what}");
    }
}

#[test]
fn a_repository_around_the_dossier_is_another_question() {
    let outer = Dossier::new(&[]);
    SMALL.iter().for_each(|(path, text)| outer.write(&format!("fire/{path}"), text));
    outer.write("fire/claims/broken.toml", "[[claim]\n");
    let cache = tempfile::tempdir().unwrap();
    let run = |more: &[&str]| {
        let asked = ["check", "--dossier", "fire", "--format", "github"];
        outer.gainsay(&[&asked, more].concat()).exits(1).out
    };
    let kept = || run(&["--cache", cache.path().to_str().unwrap()]);
    let before = kept();
    fs::create_dir(outer.path().join(".git")).unwrap();
    let after = kept();
    assert_ne!(before, after, "paths begin at the repository");
    assert_eq!(after, run(&["--no-cache"]));
}

#[test]
fn a_folder_that_appears_where_there_was_none_is_seen() {
    let ground = ground();
    fs::remove_dir_all(ground.path("sources")).unwrap();
    ground.kept("check");
    ground.mark();
    assert!(ground.is_given("check"));
    ground.dossier.write("sources/leaflet.toml", LEAFLET);
    assert!(!ground.is_given("check"));
}

#[test]
fn what_is_old_is_trusted_by_its_numbers_and_a_change_is_still_seen() {
    let ground = ground();
    ground.kept("check");
    std::thread::sleep(Duration::from_millis(2_100));
    let hashes = |path: &Path| {
        let bytes = fs::read(path).unwrap();
        let head = bytes.split(|byte| *byte == b'\n').next().unwrap();
        let head: serde_json::Value = serde_json::from_slice(head).unwrap();
        let of =
            |list: &str| head["met"][list].as_array().unwrap().iter().filter(|it| !it[2].is_null()).count();
        of("files") + of("folders")
    };
    assert!(hashes(&ground.entry()) > 5, "all is new");
    ground.kept("check");
    assert_eq!(hashes(&ground.entry()), 0, "all is old");
    ground.mark();
    assert!(ground.is_given("check"));
    // What is read again where nothing else is told: the numbers hold, and nobody has to look.
    same_size(&ground.path("claims/leaflet.toml"), "3 were", "4 were");
    assert!(!ground.is_given("check"));
}

/// One edit of the dossier or its archive, as far as it can be done.
fn edit(ground: &Ground, row: &mut Row) {
    let files = [
        ground.path("claims/leaflet.toml"),
        ground.path("claims/claims.toml"),
        ground.path("sources/leaflet.toml"),
        ground.path("sources/.texts/leaflet.txt"),
        ground.path("gainsay.toml"),
        ground.archive.path().join("2024/page.txt"),
    ];
    let file = &files[row.below(files.len())];
    let changed = |row: &mut Row| {
        let text = fs::read_to_string(file)?;
        let (from, to) = (["3", "4", "5"][row.below(3)], ["3", "4", "5"][row.below(3)]);
        fs::write(file, text.replace(from, to))
    };
    let _ = match row.below(9) {
        0 | 1 => changed(row),
        2..=4 => fs::metadata(file).and_then(|told| {
            changed(row)?;
            fs::File::options().write(true).open(file)?.set_modified(told.modified()?)
        }),
        5 => fs::rename(file, file.with_extension("aside")),
        6 | 7 => fs::rename(file.with_extension("aside"), file),
        _ => match ground.path("claims/more.toml") {
            more if more.exists() => fs::remove_file(more),
            more => fs::write(more, CLAIM.replace('3', ["3", "4"][row.below(2)])),
        },
    };
}

#[test]
fn however_files_are_edited_a_run_with_a_cache_comes_to_what_one_without_comes_to() {
    let ground = ground();
    let mut row = Row(0x9E37_79B9_7F4A_7C15);
    for round in 0..80 {
        for _ in 0..row.below(4) {
            edit(&ground, &mut row);
        }
        let line = ["check", "check --format concise"][row.below(2)];
        let (kept, fresh) = (ground.kept(line), ground.fresh(line));
        assert_eq!((kept.code, kept.out, kept.err), (fresh.code, fresh.out, fresh.err), "round {round}");
    }
}
