//! A dossier with an archive and a folder of answers, and how it is told whence an answer comes.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::run::{Dossier, Run, SMALL};

/// A dossier of every part: claims, a text beside them, another in an archive.
pub(crate) struct Ground {
    pub(crate) dossier: Dossier,
    pub(crate) archive: TempDir,
    pub(crate) cache: TempDir,
}

pub(crate) const LEAFLET: &str = "[source.leaflet]\ntitle = \"L\"\npublisher = \"herald\"\npublished = \"2024-03-01\"\ntext = \".texts/leaflet.txt\"\n";
pub(crate) const CLAIM: &str =
    "[[claim]]\nsource = \"leaflet\"\nquestion = \"fire/killed\"\nvalue = 3\nquote = \"3 were killed\"\n";
pub(crate) const PAGE: &str = "On Monday 3 were killed in the old mill.\n";

pub(crate) fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Puts other words of the same length into the one answer that is kept in a folder.
pub(crate) fn mark_kept(cache: &Path, from: &str, to: &str) {
    let entry = fs::read_dir(cache).unwrap().next().unwrap().unwrap().path();
    let bytes = fs::read(&entry).unwrap();
    let text = String::from_utf8(bytes[..bytes.len() - 64].to_vec()).unwrap();
    assert!(from.len() == to.len() && text.contains(from), "{text}");
    let marked = text.replace(from, to);
    fs::write(&entry, format!("{marked}{}", sum(marked.as_bytes()))).unwrap();
}

pub(crate) fn ground() -> Ground {
    let dossier = Dossier::new(&SMALL);
    let (archive, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    dossier.write("sources/leaflet.toml", LEAFLET);
    dossier.write("sources/.texts/leaflet.txt", PAGE);
    dossier.write("claims/leaflet.toml", CLAIM);
    let sources = dossier.read("sources/sources.toml");
    let of_herald = format!("sha256 = \"{}\", published", sum(PAGE.as_bytes()));
    dossier.write("sources/sources.toml", &sources.replacen("published", &of_herald, 1));
    fs::create_dir(archive.path().join("2024")).unwrap();
    fs::write(archive.path().join("2024/page.txt"), PAGE).unwrap();
    Ground { dossier, archive, cache }
}

impl Ground {
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.dossier.path().join(below)
    }

    pub(crate) fn run(&self, line: &str, more: &[&str]) -> Run {
        let archive = self.archive.path().to_str().unwrap();
        let arguments: Vec<&str> =
            line.split(' ').chain(["--archive", archive]).chain(more.iter().copied()).collect();
        self.dossier.gainsay(&arguments)
    }

    pub(crate) fn kept(&self, line: &str) -> Run {
        self.run(line, &["--cache", self.cache.path().to_str().unwrap()])
    }

    pub(crate) fn fresh(&self, line: &str) -> Run {
        self.run(line, &["--no-cache"])
    }

    pub(crate) fn entries(&self) -> Vec<PathBuf> {
        fs::read_dir(self.cache.path()).unwrap().map(|entry| entry.unwrap().path()).collect()
    }

    pub(crate) fn entry(&self) -> PathBuf {
        let entries = self.entries();
        assert_eq!(entries.len(), 1, "{entries:?}");
        entries[0].clone()
    }

    /// Puts other words into the answer that is kept, so that it is known again where it is given.
    pub(crate) fn mark(&self) {
        let path = self.entry();
        let bytes = fs::read(&path).unwrap();
        let head = bytes.iter().position(|byte| *byte == b'\n').unwrap();
        let end = bytes.len() - 64;
        let body = vec![b'#'; end - head - 1];
        let marked = [&bytes[..=head], &body].concat();
        let sum = sum(&marked);
        fs::write(&path, [&marked, sum.as_bytes()].concat()).unwrap();
    }

    /// Whether the answer to a line comes from what is kept, which was marked.
    #[track_caller]
    pub(crate) fn is_given(&self, line: &str) -> bool {
        let (kept, fresh) = (self.kept(line), self.fresh(line));
        let is_given = kept.out.starts_with("##");
        if !is_given {
            assert_eq!((kept.code, kept.out, kept.err), (fresh.code, fresh.out, fresh.err), "{line}");
        }
        is_given
    }
}

/// Other bytes of the same number, and the time that the file had.
pub(crate) fn same_size(path: &Path, from: &str, to: &str) {
    let time = fs::metadata(path).unwrap().modified().unwrap();
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from) && from.len() == to.len(), "{path:?}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

/// Small numbers, a row that is the same each time.
pub(crate) struct Row(pub(crate) u64);

impl Row {
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }

    pub(crate) fn of<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.below(all.len())]
    }
}
