//! What the gate opens and what it does not, on folders of every kind of file.

#![cfg(unix)]

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::{Folder, Most, Wanted, all_of, next_line};

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
