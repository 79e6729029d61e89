//! The files below a folder, each folder walked once, wherever links lead.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::folder::{Folder, Links, is_hidden, regular, said};
use super::refused::Refused;

/// What stands below a folder, with paths below it.
#[derive(Debug, Default)]
pub(in crate::load) struct Walked {
    /// In the order of their paths.
    pub(crate) files: Vec<PathBuf>,
    /// What is not opened, and why.
    pub(crate) refused: Vec<(PathBuf, Refused)>,
}

/// Which files are asked for, by their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    All,
    Toml,
    /// Those with one of these endings, in lower case.
    Ending(&'static [&'static str]),
}

impl Wanted {
    fn takes(self, name: &OsStr) -> bool {
        let ending = Path::new(name).extension();
        match self {
            Wanted::All => true,
            Wanted::Toml => ending == Some(OsStr::new("toml")),
            Wanted::Ending(endings) => {
                let ending = ending.map(OsStr::to_ascii_lowercase);
                ending.is_some_and(|ending| endings.iter().any(|known| ending == *known))
            }
        }
    }

    /// Whether a folder of that name stands where a file is meant.
    fn means_no_folder(self, name: &OsStr) -> bool {
        self == Wanted::Toml && self.takes(name)
    }
}

/// A walk, and what it has met: however links are laid, a folder is walked once and a file taken once.
struct Walk<'f> {
    folder: &'f Folder,
    wanted: Wanted,
    seen: HashSet<PathBuf>,
    /// Those that are no links come first, so that a link is what repeats them.
    links: Vec<PathBuf>,
    walked: Walked,
}

impl Folder {
    /// The files below a folder that are wanted by their names; of a dossier none that is hidden. Where nothing stands at
    /// `start` there are none.
    pub(in crate::load) fn walk(&self, start: &Path, wanted: Wanted) -> Walked {
        let mut walk =
            Walk { folder: self, wanted, seen: HashSet::new(), links: Vec::new(), walked: Walked::default() };
        if self.has(start) {
            walk.start(start);
        }
        let mut walked = walk.walked;
        walked.files.sort_unstable();
        walked.refused.sort_by(|a, b| a.0.cmp(&b.0));
        walked
    }
}

impl Walk<'_> {
    fn start(&mut self, start: &Path) {
        let full = match start.as_os_str().is_empty() {
            true => Ok(self.folder.root.clone()),
            false => self.folder.resolved(start),
        };
        let asked = self.folder.root.join(start);
        match full {
            Ok(full) if !full.is_dir() => self.folder.recorder.give_up(),
            Ok(full) if full != asked => {
                self.folder.recorder.give_up();
                self.folder_at(start, full);
            }
            Ok(full) => self.folder_at(start, full),
            Err(why) => self.refuse(start.to_owned(), why),
        }
        let mut next = 0;
        while let Some(link) = self.links.get(next).cloned() {
            next += 1;
            self.link(link);
        }
    }

    fn refuse(&mut self, path: PathBuf, why: Refused) {
        self.folder.recorder.give_up();
        self.walked.refused.push((path, why));
    }

    /// Takes what stands in a folder and in those below it; links are kept for later.
    fn folder_at(&mut self, below: &Path, full: PathBuf) {
        let mut folders = vec![(below.to_owned(), full)];
        while let Some((below, full)) = folders.pop() {
            if !self.seen.insert(full.clone()) {
                self.refuse(below, Refused::Again);
                continue;
            }
            let told = self.folder.recorder.told(&full);
            let entries: Result<Vec<_>, _> = fs::read_dir(&full).and_then(Iterator::collect);
            let mut entries = match entries {
                Ok(entries) => entries,
                Err(why) => {
                    self.refuse(below, why.into());
                    continue;
                }
            };
            entries.sort_by_cached_key(fs::DirEntry::file_name);
            self.folder.recorder.folder(&full, told, &entries);
            for entry in entries {
                let name = entry.file_name();
                if self.folder.links == Links::Shown && is_hidden(&name) {
                    continue;
                }
                let path = below.join(&name);
                match entry.file_type() {
                    Err(why) => self.refuse(path, why.into()),
                    Ok(kind) if kind.is_symlink() => self.links.push(path),
                    Ok(kind) if kind.is_dir() && !self.wanted.means_no_folder(&name) => {
                        folders.push((path, entry.path()));
                    }
                    Ok(_) if !self.wanted.takes(&name) => {}
                    Ok(kind) => match regular(kind) {
                        Ok(()) => {
                            self.seen.insert(entry.path());
                            self.walked.files.push(path);
                        }
                        Err(why) => self.refuse(path, why),
                    },
                }
            }
        }
    }

    fn link(&mut self, path: PathBuf) {
        self.folder.recorder.give_up();
        let name = path.file_name().unwrap_or_default().to_owned();
        let is_wanted = self.wanted.takes(&name);
        let asked = self.folder.root.join(&path);
        // What is no file of ours may be any link at all; it is not followed.
        let leads_to = fs::metadata(&asked);
        let may_be_folder = match &leads_to {
            Ok(told) => told.is_dir(),
            Err(why) => why.kind() != ErrorKind::NotFound,
        };
        if !is_wanted && !may_be_folder {
            return;
        }
        let kind = match leads_to {
            Ok(told) => told.file_type(),
            Err(why) => return self.refuse(path, why.into()),
        };
        match self.folder.resolved(&path) {
            Err(why) => self.refuse(path, why),
            Ok(_) if kind.is_dir() && self.wanted.means_no_folder(&name) => {
                self.refuse(path, Refused::NoFile(said(kind)));
            }
            Ok(full) if kind.is_dir() => self.folder_at(&path, full),
            Ok(full) => match regular(kind) {
                Err(why) => self.refuse(path, why),
                Ok(()) if !self.seen.insert(full) => self.refuse(path, Refused::Again),
                Ok(()) => self.walked.files.push(path),
            },
        }
    }
}
