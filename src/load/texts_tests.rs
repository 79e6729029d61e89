//! How much is read of texts that many sources name.

#![cfg(unix)]

use std::sync::Mutex;

use super::gate::Recorder;
use super::open::from_texts;
use super::texts::{Archive, Bounds, Held, each_within};

/// Which of five sources are read whose texts are these, where so many bytes may be read beyond the first readings.
fn read(texts: [&str; 5], beyond: u64) -> Vec<bool> {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| std::fs::write(folder.path().join(path), text).unwrap();
    std::fs::create_dir(folder.path().join("sources")).unwrap();
    for name in ["one.txt", "two.txt", "three.txt", "four.txt", "five.txt"] {
        write(&format!("sources/{name}"), "0123456789");
    }
    std::os::unix::fs::symlink("one.txt", folder.path().join("sources/link.txt")).unwrap();
    let sources: String =
        texts.iter().zip(["a", "b", "c", "d", "e"]).map(|(text, id)| {
            format!("[source.{id}]\ntitle = \"S\"\npublisher = \"p\"\npublished = \"2024-01-01\"\ntext = \"{text}\"\n")
        }).collect();
    let dossier = from_texts(&[("gainsay.toml", "[dossier]\ntitle = \"T\"\n"), ("sources/s.toml", &sources)]);
    let archive = Archive::find(&dossier, folder.path(), &[], &Recorder::default()).unwrap();
    let asked: Vec<_> = dossier.sources.ids().collect();
    let is_read = |_, held: Held<'_>| match held {
        Held::Text(_) => true,
        Held::Refused(_, why) => {
            assert!(why.contains("one too many"), "{why}");
            false
        }
        held => unreachable!("{held:?}"),
    };
    each_within(&dossier, &archive, &asked, (Bounds { beyond, at_once: 1 }, &Mutex::default()), is_read)
}

#[test]
fn a_text_that_many_sources_name_is_read_so_often_and_no_more() {
    // Ten bytes and ten of words: each naming after the first is twenty.
    let same = ["one.txt"; 5];
    assert_eq!(read(same, 80), [true; 5]);
    assert_eq!(read(same, 59), [true, true, true, true, false]);
    assert_eq!(read(same, 60), [true; 5], "asked before each, not after the last");
    assert_eq!(read(same, 0), [true, true, false, false, false]);
    assert_eq!(
        read(["one.txt", "link.txt", "./one.txt", "one.txt", "two.txt"], 0),
        [true, true, false, false, false]
    );
    assert_eq!(read(["one.txt", "two.txt", "three.txt", "four.txt", "five.txt"], 0), [true; 5]);
}
