//! What the gate opens and what it does not, on folders of every kind of file.

#![cfg(unix)]

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::{Folder, Most, Refused, Wanted, all_of, holds, is_folder, is_readable, named, next_line};

/// A dossier's folder in another, with files of every kind within and without.
fn ground() -> TempDir {
    let outer = tempfile::tempdir().unwrap();
    let root = outer.path().join("dossier");
    fs::create_dir_all(root.join("claims/sub")).unwrap();
    fs::create_dir_all(root.join(".git")).unwrap();
    fs::create_dir_all(outer.path().join("else")).unwrap();
    for (path, text) in [
        ("secret.toml", "token = 1"),
        ("else/more.toml", "token = 1"),
        ("dossier/claims/a.toml", "a = 1"),
        ("dossier/claims/sub/b.toml", "b = 1"),
        ("dossier/shared.toml", "c = 1"),
        ("dossier/notes.txt", "n"),
        ("dossier/.git/config", "token"),
        ("dossier/.git/x.toml", "token = 1"),
    ] {
        fs::write(outer.path().join(path), text).unwrap();
    }
    outer
}

fn root(outer: &TempDir) -> PathBuf {
    outer.path().join("dossier")
}

/// How reading a file ends: its text, or why not.
fn read(folder: &Folder, path: &str, most: Most) -> Result<String, String> {
    let read = folder.read(Path::new(path), most);
    read.map(|bytes| String::from_utf8(bytes).unwrap()).map_err(|why| why.to_string())
}

#[test]
fn links_are_followed_within_the_dossier_and_never_out_of_it() {
    let outer = ground();
    let root = root(&outer);
    for (link, target) in [
        ("claims/out.toml", "../../secret.toml"),
        ("claims/from-the-root.toml", outer.path().join("secret.toml").to_str().unwrap()),
        ("claims/config.toml", "../.git/config"),
        ("claims/hidden.toml", "../.git/x.toml"),
        ("claims/text.toml", "../notes.txt"),
        ("claims/shared.toml", "../shared.toml"),
        ("claims/folder", "../../else"),
        ("claims/there-and-back.toml", "../../dossier/shared.toml"),
    ] {
        symlink(target, root.join(link)).unwrap();
    }
    let folder = Folder::of_dossier(&root).unwrap();
    let outside = Err("leads out of its folder".to_owned());
    let hidden = Err("leads to a hidden file".to_owned());
    for (path, expected) in [
        ("claims/a.toml", Ok("a = 1".to_owned())),
        ("claims/./a.toml", Ok("a = 1".to_owned())),
        ("claims/shared.toml", Ok("c = 1".to_owned())),
        ("claims/there-and-back.toml", Ok("c = 1".to_owned())),
        ("claims/out.toml", outside.clone()),
        ("claims/from-the-root.toml", outside.clone()),
        ("claims/folder/more.toml", outside.clone()),
        ("../secret.toml", outside.clone()),
        ("claims/../shared.toml", outside.clone()),
        ("/etc/hostname", outside),
        ("claims/config.toml", hidden.clone()),
        ("claims/hidden.toml", hidden),
        ("claims/text.toml", Err("leads to a file of another kind".to_owned())),
    ] {
        assert_eq!(read(&folder, path, Most::Record), expected, "{path}");
    }
    // A text may be of any kind.
    assert_eq!(read(&folder, "claims/text.toml", Most::Text), Ok("n".to_owned()));
    // What was named on the command line is the user's, hidden or not.
    let archive = Folder::of_texts(&root).unwrap();
    assert_eq!(read(&archive, "claims/config.toml", Most::Text), Ok("token".to_owned()));
}

#[test]
fn only_regular_files_are_opened() {
    let outer = ground();
    let root = root(&outer);
    let made = Command::new("mkfifo").arg(root.join("fifo.toml")).status().unwrap();
    assert!(made.success());
    let _socket = UnixListener::bind(root.join("socket.toml")).unwrap();
    fs::create_dir(root.join("folder.toml")).unwrap();
    symlink("fifo.toml", root.join("linked.toml")).unwrap();
    let folder = Folder::of_dossier(&root).unwrap();
    for (path, what) in [
        ("fifo.toml", "a FIFO"),
        ("linked.toml", "a FIFO"),
        ("socket.toml", "a socket"),
        ("folder.toml", "a folder"),
    ] {
        let expected = Err(format!("is {what}, not a regular file"));
        assert_eq!(read(&folder, path, Most::Record), expected, "{path}");
    }
    let devices = Folder::of_texts(Path::new("/dev")).unwrap();
    assert_eq!(read(&devices, "zero", Most::Text), Err("is a device, not a regular file".to_owned()));
}

#[test]
fn as_much_is_read_as_is_said_and_no_byte_more() {
    let outer = ground();
    let root = root(&outer);
    let folder = Folder::of_dossier(&root).unwrap();
    for (size, is_read) in [(16 << 20, true), ((16 << 20) + 1, false)] {
        fs::File::create(root.join("large.toml")).unwrap().set_len(size).unwrap();
        let read = folder.read(Path::new("large.toml"), Most::Record);
        assert_eq!(read.map_err(|why| why.to_string()).is_ok(), is_read, "{size}");
    }
    for (size, is_read) in [(64 << 20, true), ((64 << 20) + 1, false)] {
        fs::File::create(root.join("large.txt")).unwrap().set_len(size).unwrap();
        let read = folder.read(Path::new("large.txt"), Most::Text).map(|bytes| bytes.len() as u64);
        let expected = if is_read { Ok(size) } else { Err("is larger than 64 MB".to_owned()) };
        assert_eq!(read.map_err(|why| why.to_string()), expected);
    }
    assert!(all_of(io::repeat(b'x')).is_err(), "a stream without end is bounded too");
    assert!(next_line(&mut io::BufReader::new(io::repeat(b'x'))).is_err(), "and so is a line");
}

#[test]
fn lines_end_as_they_are_written() {
    let mut input = &b"a\r\n\nb"[..];
    let mut lines = Vec::new();
    while let Some(line) = next_line(&mut input).unwrap() {
        lines.push(line);
    }
    assert_eq!(lines, ["a", "", "b"]);
}

#[test]
fn each_folder_is_walked_once_wherever_links_lead() {
    let outer = ground();
    let root = root(&outer);
    for (link, target) in [
        ("claims/round", "."),
        ("claims/twice.toml", "a.toml"),
        ("claims/out.toml", "../../secret.toml"),
        ("claims/elsewhere", "../../else"),
        ("claims/git", "../.git"),
        ("claims/nowhere.toml", "gone.toml"),
        // What is no file of ours is not asked about.
        ("claims/readme.txt", "../../secret.toml"),
        ("claims/gone.txt", "lost.txt"),
    ] {
        symlink(target, root.join(link)).unwrap();
    }
    fs::create_dir_all(root.join("claims/x.toml")).unwrap();
    fs::write(root.join("claims/x.toml/c.toml"), "c = 1").unwrap();
    let walked = Folder::of_dossier(&root).unwrap().walk(Path::new("claims"), Wanted::Toml);
    assert_eq!(walked.files, [Path::new("claims/a.toml"), Path::new("claims/sub/b.toml")]);
    let refused: Vec<(&str, &str)> =
        walked.refused.iter().map(|(path, why)| (path.to_str().unwrap(), why.kind().name())).collect();
    let expected = [
        ("claims/elsewhere", "outside-file"),
        ("claims/git", "outside-file"),
        ("claims/nowhere.toml", "unreadable-file"),
        ("claims/out.toml", "outside-file"),
        ("claims/round", "unreadable-file"),
        ("claims/twice.toml", "unreadable-file"),
        ("claims/x.toml", "unreadable-file"),
    ];
    assert_eq!(refused, expected);
}

#[test]
fn ladders_of_links_are_walked_in_the_time_of_their_rungs() {
    let outer = ground();
    let root = root(&outer);
    // Each of 30 folders links twice to the next: 2^30 paths.
    for rung in 0..30 {
        let here = root.join(format!("ladder/{rung:02}"));
        fs::create_dir_all(&here).unwrap();
        for side in ["l", "r"] {
            symlink(format!("../{:02}", rung + 1), here.join(side)).unwrap();
        }
    }
    fs::create_dir(root.join("ladder/30")).unwrap();
    symlink("../ladder/00", root.join("claims/up")).unwrap();
    let walked = Folder::of_dossier(&root).unwrap().walk(Path::new("claims"), Wanted::Toml);
    assert_eq!((walked.files.len(), walked.refused.len()), (2, 30), "each rung once, each second link told");
}

#[test]
fn what_is_not_too_large_is_read_whole() {
    let outer = ground();
    let root = root(&outer);
    let record = vec![b'x'; 16 << 20];
    fs::write(root.join("large.toml"), &record).unwrap();
    let folder = Folder::of_dossier(&root).unwrap();
    assert!(folder.read(Path::new("large.toml"), Most::Record).unwrap() == record, "a file");
    assert_eq!(next_line(&mut &record[..]).unwrap().unwrap().len(), 16 << 20, "a line");
    assert!(next_line(&mut &[record, b"x".to_vec()].concat()[..]).is_err(), "a line of one byte more");
}

#[test]
fn a_file_is_written_where_its_path_leads_below_the_folder() {
    let outer = ground();
    let root = root(&outer);
    fs::create_dir(root.join("reports")).unwrap();
    for (link, target) in [
        ("reports/a.toml", "../claims/a.toml"),
        ("reports/other.toml", "../claims/a.toml"),
        ("reports/gone.toml", "lost.toml"),
        ("reports/out.toml", "../../secret.toml"),
        ("within", "claims"),
        ("without", "../else"),
    ] {
        symlink(target, root.join(link)).unwrap();
    }
    let folder = Folder::of_dossier(&root).unwrap();
    let missing = "cannot be read: No such file or directory (os error 2)";
    for (path, expected) in [
        ("claims/a.toml", Ok("claims/a.toml")),
        ("claims/new.toml", Ok("claims/new.toml")),
        ("new.toml", Ok("new.toml")),
        ("reports/a.toml", Ok("claims/a.toml")),
        ("within/new.toml", Ok("claims/new.toml")),
        ("reports/other.toml", Err("leads to a file of another kind")),
        ("reports/gone.toml", Err(missing)),
        ("nowhere/new.toml", Err(missing)),
        ("claims/sub", Err("is a folder, not a regular file")),
        ("reports/out.toml", Err("leads out of its folder")),
        ("without/new.toml", Err("leads out of its folder")),
        ("../new.toml", Err("leads out of its folder")),
        ("claims/..", Err("leads out of its folder")),
    ] {
        let full = folder.full(Path::new(path)).map_err(|why| why.to_string());
        let expected = expected.map(|it| folder.root.join(it)).map_err(str::to_owned);
        assert_eq!(full, expected, "{path}");
    }
}

#[test]
fn files_are_asked_for_by_the_endings_of_their_names() {
    let outer = ground();
    let root = root(&outer);
    fs::create_dir(root.join("pages.txt")).unwrap();
    for path in ["pages.txt/a.HTML", "pages.txt/b.md", "pages.txt/c", "pages.txt/.d.txt"] {
        fs::write(root.join(path), "x").unwrap();
    }
    for (link, target) in [
        ("pages.txt/linked.txt", "../notes.txt"),
        ("pages.txt/folder.txt", "../claims/sub"),
        ("pages.txt/circle.txt", "circle.txt"),
        ("pages.txt/circle.md", "circle.md"),
    ] {
        symlink(target, root.join(link)).unwrap();
    }
    let texts = Wanted::Ending(&["txt", "html"]);
    let (dossier, archive) = (Folder::of_dossier(&root).unwrap(), Folder::of_texts(&root).unwrap());
    let circles = &["pages.txt/circle.md", "pages.txt/circle.txt"];
    let again = [&circles[..], &["pages.txt/folder.txt"]].concat();
    for (folder, start, wanted, files, refused) in [
        (&dossier, "pages.txt", texts, &["pages.txt/a.HTML", "pages.txt/linked.txt"][..], &circles[..]),
        (
            &archive,
            "pages.txt",
            texts,
            &["pages.txt/.d.txt", "pages.txt/a.HTML", "pages.txt/linked.txt"],
            circles,
        ),
        (&dossier, "claims", Wanted::All, &["claims/a.toml", "claims/sub/b.toml"], &[]),
        (&dossier, "", Wanted::Toml, &["claims/a.toml", "claims/sub/b.toml", "shared.toml"], &again),
        // Nothing stands there, or no folder.
        (&dossier, "nowhere", Wanted::All, &[], &[]),
        (&dossier, "notes.txt", Wanted::All, &[], &[]),
    ] {
        let walked = folder.walk(Path::new(start), wanted);
        let of = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<Vec<_>>();
        assert_eq!(walked.files, of(files), "{start} {wanted:?}");
        let told: Vec<PathBuf> = walked.refused.into_iter().map(|(path, _)| path).collect();
        assert_eq!(told, of(refused), "{start} {wanted:?}");
    }
    symlink("../else", root.join("elsewhere")).unwrap();
    let walked = dossier.walk(Path::new("elsewhere"), Wanted::All);
    assert!(walked.files.is_empty(), "{walked:?}");
    assert!(matches!(&walked.refused[..], [(_, Refused::Outside)]), "{walked:?}");
}

#[test]
fn it_is_the_link_that_repeats_a_file_wherever_its_name_stands() {
    let outer = ground();
    let root = root(&outer);
    symlink("a.toml", root.join("claims/0.toml")).unwrap();
    symlink("sub", root.join("claims/z.toml")).unwrap();
    let walked = Folder::of_dossier(&root).unwrap().walk(Path::new("claims"), Wanted::Toml);
    assert_eq!(walked.files, [Path::new("claims/a.toml"), Path::new("claims/sub/b.toml")]);
    let told: Vec<(&str, String)> =
        walked.refused.iter().map(|(path, why)| (path.to_str().unwrap(), why.to_string())).collect();
    let expected = [
        ("claims/0.toml", "leads to what is read already"),
        ("claims/z.toml", "is a folder, not a regular file"),
    ];
    assert_eq!(told, expected.map(|(path, why)| (path, why.to_owned())));
}

#[test]
fn what_a_user_names_is_read_wherever_it_lies() {
    let outer = ground();
    let at = |path: &str| outer.path().join(path);
    for (path, readable, folder) in
        [("secret.toml", true, false), ("else", false, true), ("nowhere", false, false)]
    {
        assert_eq!((is_readable(&at(path)), is_folder(&at(path))), (readable, folder), "{path}");
        assert_eq!(holds(outer.path(), path), readable, "{path}");
    }
    assert_eq!(named(&at("secret.toml")).unwrap(), b"token = 1");
    assert!(named(&at("nowhere")).is_err());
    assert_eq!(all_of(&b"words"[..]).unwrap(), b"words");
}

#[test]
fn each_refusal_says_what_to_do() {
    let lost = || Refused::Io(io::Error::from(io::ErrorKind::NotFound));
    for (why, help) in [
        (Refused::Outside, "keep the file itself"),
        (Refused::Hidden, "keep the file itself"),
        (Refused::OtherKind, "keep the file itself"),
        (Refused::NoFile("a FIFO"), "name it otherwise"),
        (Refused::TooLarge(Most::Record), "split it"),
        (Refused::Again, "take the link away"),
        (lost(), "see that it is there"),
    ] {
        assert!(why.help().starts_with(help), "{why:?}");
    }
    assert_eq!(lost().into_io().kind(), io::ErrorKind::NotFound);
    assert_eq!(Refused::Again.into_io().to_string(), "it leads to what is read already");
}
