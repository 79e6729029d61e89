//! What a run has met is asked for again: every change of it is seen, within one step of the clock too.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use proptest::prelude::*;
use tempfile::TempDir;

use super::met::Numbered;
use super::numbers::Numbers;
use super::{Again, Folder, Met, Most, Recorder, Wanted};

fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap()
}

/// So much later that the numbers of all that stands now are trusted.
fn later() -> Duration {
    now() + Duration::from_secs(10)
}

fn ground() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("claims/sub")).unwrap();
    fs::create_dir_all(folder.path().join(".texts")).unwrap();
    for (path, text) in [("claims/a.toml", "one"), ("claims/sub/b.toml", "two"), (".texts/t.txt", "three")] {
        fs::write(folder.path().join(path), text).unwrap();
    }
    folder
}

/// All that is seen of a folder that is looked at as a dossier is.
fn look(root: &Path, recorder: &Recorder) -> Vec<String> {
    let folder = Folder::of_dossier(root).unwrap().recorded(recorder);
    let walked = folder.walk(Path::new("claims"), Wanted::Toml);
    let mut seen = vec![format!("{:?}", folder.has("lock"))];
    for (path, why) in walked.refused {
        seen.push(format!("{path:?} {why}"));
    }
    for path in walked.files.iter().map(|path| path.as_path()).chain([Path::new(".texts/t.txt")]) {
        let read = folder.read(path, Most::Text).map_err(|why| why.to_string());
        seen.push(format!("{path:?} {read:?}"));
    }
    seen
}

fn is_changed(again: &Again) -> bool {
    matches!(again, Again::Changed(_))
}

fn met(root: &Path, begun: Duration) -> Option<Met> {
    let recorder = Recorder::begun(begun);
    look(root, &recorder);
    recorder.met()
}

#[test]
fn what_is_met_anew_takes_the_place_of_what_changed_and_of_nothing_else() {
    let folder = ground();
    let file = |path: &str| folder.path().canonicalize().unwrap().join(path).to_str().unwrap().to_owned();
    let mut before = met(folder.path(), later()).unwrap();
    fs::write(file("claims/a.toml"), "changed").unwrap();
    let Again::Changed(Some(change)) = before.again(later()) else { panic!("it changed") };
    assert_eq!(change.files.iter().collect::<Vec<_>>(), [&file("claims/a.toml")]);
    assert!(change.folders.is_empty());
    // What is read again too is met as it was, though by its hash now.
    let anew = || met(folder.path(), Duration::ZERO).unwrap();
    let mut renewed = before.clone().renewed(&change, anew()).unwrap();
    assert_eq!(renewed.files.len(), before.files.len());
    assert!(renewed.files.iter().all(|it| it.2.is_some()), "the later one counts");
    assert_eq!(renewed.again(later()), Again::Settled);
    assert!(is_changed(&before.again(later())));
    fs::write(file("claims/sub/b.toml"), "changed meanwhile").unwrap();
    assert_eq!(before.renewed(&change, anew()), None);
}

#[test]
fn nothing_is_written_down_where_nobody_asks() {
    let folder = ground();
    let recorder = Recorder::default();
    look(folder.path(), &recorder);
    assert_eq!(recorder.met(), None);
}

#[test]
fn what_is_as_it_was_is_the_same_and_is_settled_once_it_is_old() {
    let start = now();
    let folder = ground();
    let mut met = met(folder.path(), start).unwrap();
    let root = fs::canonicalize(folder.path()).unwrap();
    let full = |path: &str| root.join(path).to_str().unwrap().to_owned();
    let files: Vec<&str> = met.files.iter().map(|file| file.0.as_str()).collect();
    assert_eq!(files, [".texts/t.txt", "claims/a.toml", "claims/sub/b.toml"].map(full));
    let folders: Vec<&str> = met.folders.iter().map(|folder| folder.0.as_str()).collect();
    assert_eq!(folders, ["claims", "claims/sub"].map(full));
    assert_eq!((&met.ways, &met.absent), (&vec![full(".texts")], &vec![full("lock")]));
    assert!(met.files.iter().chain(&met.folders).all(|it| it.2.is_some()), "all of it is new: {met:?}");
    assert_eq!(met.again(start), Again::Same);
    assert_eq!(met.again(later()), Again::Settled);
    assert!(met.files.iter().chain(&met.folders).all(|it| it.2.is_none()), "all of it is old: {met:?}");
    assert_eq!(met.again(start), Again::Same);
}

/// What is done to a folder, and how.
type Change = (&'static str, fn(&Path));

const CHANGES: [Change; 14] = [
    ("a file edited", |root| fs::write(root.join("claims/a.toml"), "ones").unwrap()),
    ("a file edited, of the same size and with its old time", |root| same_size(&root.join("claims/a.toml"))),
    ("a text edited", |root| same_size(&root.join(".texts/t.txt"))),
    ("a file added", |root| fs::write(root.join("claims/sub/c.toml"), "").unwrap()),
    ("a file removed", |root| fs::remove_file(root.join("claims/a.toml")).unwrap()),
    ("a text removed", |root| fs::remove_file(root.join(".texts/t.txt")).unwrap()),
    ("a file renamed", |root| fs::rename(root.join("claims/a.toml"), root.join("claims/c.toml")).unwrap()),
    ("files exchanged", |root| {
        let path = |name: &str| root.join("claims").join(name);
        fs::rename(path("a.toml"), path("x")).unwrap();
        fs::rename(path("sub/b.toml"), path("a.toml")).unwrap();
        fs::rename(path("x"), path("sub/b.toml")).unwrap();
    }),
    ("a file in place of a folder", |root| {
        fs::remove_dir_all(root.join("claims/sub")).unwrap();
        fs::write(root.join("claims/sub"), "").unwrap();
    }),
    ("what was not there", |root| fs::write(root.join("lock"), "").unwrap()),
    ("a mode", |root| {
        fs::set_permissions(root.join("claims/a.toml"), fs::Permissions::from_mode(0o400)).unwrap();
    }),
    ("a folder on the way led elsewhere", |root| {
        fs::rename(root.join(".texts"), root.join(".other")).unwrap();
        symlink(".other", root.join(".texts")).unwrap();
    }),
    ("a listed folder led elsewhere", |root| {
        fs::rename(root.join("claims"), root.join("other")).unwrap();
        symlink("other", root.join("claims")).unwrap();
    }),
    ("a file that became a link", |root| {
        fs::rename(root.join("claims/a.toml"), root.join("a.toml")).unwrap();
        symlink("../a.toml", root.join("claims/a.toml")).unwrap();
    }),
];

/// Other bytes of the same number, and the time that the file had.
fn same_size(path: &Path) {
    let time = fs::metadata(path).unwrap().modified().unwrap();
    let bytes: Vec<u8> = fs::read(path).unwrap().iter().map(|byte| byte ^ 1).collect();
    fs::write(path, bytes).unwrap();
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

#[test]
fn each_kind_of_change_is_seen_at_once() {
    let start = now();
    for (what, change) in CHANGES {
        let folder = ground();
        let mut met = met(folder.path(), start).unwrap();
        assert_eq!(met.again(start), Again::Same);
        change(folder.path());
        assert!(is_changed(&met.again(start)), "{what}");
        assert!(is_changed(&met.again(later())), "{what}, later");
    }
}

#[test]
fn each_kind_of_change_is_seen_by_numbers_alone_once_they_are_old() {
    let with_met = |folder: TempDir| {
        let met = met(folder.path(), now()).unwrap();
        (folder, met)
    };
    let all: Vec<(TempDir, Met)> = CHANGES.iter().map(|_| with_met(ground())).collect();
    std::thread::sleep(Duration::from_millis(2_100));
    for ((what, change), (folder, mut met)) in CHANGES.into_iter().zip(all) {
        assert_eq!(met.again(now()), Again::Settled, "{what}");
        change(folder.path());
        assert!(is_changed(&met.again(now())), "{what}");
    }
}

#[test]
fn what_cannot_be_asked_for_again_is_not_kept() {
    let cases: [Change; 6] = [
        ("a link", |root| symlink("a.toml", root.join("claims/z.toml")).unwrap()),
        ("a link that is not followed", |root| symlink("gone", root.join("claims/readme")).unwrap()),
        ("a link on the way", |root| CHANGES[11].1(root)),
        ("a folder for a file", |root| fs::create_dir(root.join("claims/x.toml")).unwrap()),
        ("a text that is a folder", |root| {
            fs::remove_file(root.join(".texts/t.txt")).unwrap();
            fs::create_dir(root.join(".texts/t.txt")).unwrap();
        }),
        ("a file for the folder of claims", |root| {
            fs::remove_dir_all(root.join("claims")).unwrap();
            fs::write(root.join("claims"), "").unwrap();
        }),
    ];
    for (what, change) in cases {
        let folder = ground();
        change(folder.path());
        assert_eq!(met(folder.path(), now()), None, "{what}");
    }
}

#[test]
fn what_changes_while_it_is_met_is_not_kept_or_not_the_same() {
    let folder = ground();
    let recorder = Recorder::begun(now());
    look(folder.path(), &recorder);
    same_size(&folder.path().join("claims/a.toml"));
    look(folder.path(), &recorder);
    assert!(recorder.met().is_none_or(|mut met| is_changed(&met.again(now()))));
}

#[test]
fn what_is_edited_while_it_is_met_is_taken_for_the_same_only_where_it_is() {
    for round in 0..100 {
        let folder = ground();
        let root = folder.path();
        let recorder = Recorder::begun(now());
        let edit = || {
            for _ in 0..=round % 10 {
                same_size(&root.join("claims/a.toml"));
                same_size(&root.join(".texts/t.txt"));
            }
        };
        let seen = std::thread::scope(|scope| {
            scope.spawn(edit);
            look(root, &recorder)
        });
        if recorder.met().is_some_and(|mut met| !is_changed(&met.again(now()))) {
            assert_eq!(seen, look(root, &Recorder::default()), "{round}");
        }
    }
}

#[test]
fn a_file_that_is_too_large_is_known_by_its_numbers_once_they_are_old() {
    let folder = ground();
    let path = folder.path().join(".texts/t.txt");
    fs::File::options().write(true).open(&path).unwrap().set_len(Most::Text.bytes() + 1).unwrap();
    assert_eq!(met(folder.path(), now()), None);
    let mut met = met(folder.path(), later()).unwrap();
    assert_eq!(met.again(now()), Again::Same);
    fs::write(&path, "three").unwrap();
    assert!(is_changed(&met.again(now())));
}

/// An edit: which file, which of few bytes it then holds, and how.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Write(u8, u8),
    WriteWithOldTime(u8, u8),
    Remove(u8),
    Rename(u8, u8),
    Folder(u8),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let (file, byte) = (0..4_u8, 0..3_u8);
    let edit = prop_oneof![
        4 => (file.clone(), byte.clone()).prop_map(|(file, byte)| Edit::Write(file, byte)),
        4 => (file.clone(), byte).prop_map(|(file, byte)| Edit::WriteWithOldTime(file, byte)),
        1 => file.clone().prop_map(Edit::Remove),
        1 => (file.clone(), file.clone()).prop_map(|(one, other)| Edit::Rename(one, other)),
        1 => file.prop_map(Edit::Folder),
    ];
    prop::collection::vec(edit, 0..5)
}

impl Edit {
    /// Does it as far as it can be done.
    fn done(self, root: &Path) {
        let path = |file: u8| {
            root.join(["claims/a.toml", "claims/sub/b.toml", ".texts/t.txt", "lock"][usize::from(file)])
        };
        let _ = match self {
            Edit::Write(file, byte) => fs::write(path(file), [b'a' + byte]),
            Edit::WriteWithOldTime(file, byte) => fs::metadata(path(file)).and_then(|told| {
                fs::write(path(file), [b'a' + byte])?;
                fs::File::options().write(true).open(path(file))?.set_modified(told.modified()?)
            }),
            Edit::Remove(file) => fs::remove_file(path(file)).or_else(|_| fs::remove_dir(path(file))),
            Edit::Rename(one, other) => fs::rename(path(one), path(other)),
            Edit::Folder(file) => fs::create_dir(path(file)),
        };
    }
}

/// As if no clock had moved and no inode had changed since it was met: every number is what it is now.
fn with_numbers_of_now(met: &mut Met) {
    for Numbered(path, numbers, _) in met.files.iter_mut().chain(&mut met.folders) {
        if let Some(now) = fs::symlink_metadata(path).ok().as_ref().and_then(Numbers::of) {
            *numbers = now;
        }
    }
}

#[test]
fn what_numbers_do_not_tell_is_seen_while_they_are_new() {
    let start = now();
    for (what, change) in &CHANGES[..8] {
        let folder = ground();
        let mut met = met(folder.path(), start).unwrap();
        change(folder.path());
        with_numbers_of_now(&mut met);
        assert!(is_changed(&met.again(start)), "{what}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// However files are edited, and how quickly: what is said to be the same is the same.
    #[test]
    fn what_is_the_same_is_seen_the_same(rounds in prop::collection::vec(edits(), 1..8)) {
        let start = now();
        let folder = ground();
        let root = folder.path();
        let recorder = Recorder::begun(start);
        let mut seen = look(root, &recorder);
        let mut met = recorder.met();
        for (round, edits) in rounds.into_iter().enumerate() {
            edits.iter().for_each(|edit| edit.done(root));
            // Every second time all happens within one step of the clock.
            if round % 2 == 1 {
                met.iter_mut().for_each(with_numbers_of_now);
            }
            let again = met.as_mut().map_or(Again::Changed(None), |met| met.again(start));
            let recorder = Recorder::begun(start);
            let fresh = look(root, &recorder);
            if !is_changed(&again) {
                prop_assert_eq!(&seen, &fresh);
            }
            (seen, met) = (fresh, recorder.met());
            let is_kept = met.as_mut().is_none_or(|met| !is_changed(&met.again(start)));
            prop_assert!(is_kept, "what nobody touched is as it was");
        }
    }
}
