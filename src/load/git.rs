//! A dossier as it was at a revision, read through the git command; the work tree is not touched.

#![expect(clippy::disallowed_methods, reason = "here git is asked")]

mod command;
pub(crate) mod log;
#[cfg(test)]
mod tests;

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use command::git;

use super::files::{BASELINE, FOLDERS, MANIFEST, Part};
use super::gate::Most;
use super::open::from_texts;
use crate::error::{Error, ErrorKind};
use crate::model::Dossier;

/// A dossier at a revision.
pub(crate) struct Past {
    pub(crate) dossier: Dossier,
    /// The commit's full name.
    pub(crate) commit: String,
}

/// The dossier whose folder is `root`, as `revision` has it: an empty one where there was none yet. `A...` is where A and HEAD
/// parted, as for `git diff`.
///
/// # Errors
/// No git, no repository, no such revision, or an object that is not there (a shallow clone).
pub(crate) fn at(root: &Path, revision: &str) -> Result<Past, Error> {
    let prefix = output(git(root).args(["rev-parse", "--show-prefix"])).map_err(|error| match error {
        Failure::Said(why) => Error::new(
            ErrorKind::Revision,
            format!("`{}` is in no git repository that can be read", root.display()),
        )
        .hint(format!("git says: {why}")),
        Failure::NoGit(error) => error,
    })?;
    let prefix = prefix.strip_suffix(b"\n").unwrap_or(&prefix);
    let prefix = std::str::from_utf8(prefix)
        .map_err(|_| Error::new(ErrorKind::Revision, "the dossier's folder has a name that is not UTF-8"))?;
    let commit = commit(root, revision)?;
    let tree = format!("{commit}:{}", prefix.trim_end_matches('/'));
    let manifest = format!("{commit}:{prefix}{MANIFEST}");
    let found = output(git(root).args(["rev-parse", "--verify", "--quiet", "--end-of-options", &manifest]));
    if found.is_err() {
        return Ok(Past { dossier: from_texts(&[]), commit });
    }
    let files = files(root, &tree)?;
    let texts = texts(root, &files)?;
    let texts: Vec<(&str, &str)> =
        files.iter().zip(&texts).map(|(file, text)| (file.path.as_str(), text.as_str())).collect();
    Ok(Past { dossier: from_texts(&texts), commit })
}

/// So many bytes of the list of a revision's files are read: a tree of few bytes can name the same files without end.
const MOST_LISTED: u64 = 16 << 20;

/// So many bytes all files of a revision may have together.
const MOST_TOGETHER: u64 = 256 << 20;

enum Failure {
    NoGit(Error),
    /// What git said on standard error: its first line.
    Said(String),
}

fn output(command: &mut Command) -> Result<Vec<u8>, Failure> {
    let Output { status, stdout, stderr } = command.output().map_err(|why| Failure::NoGit(no_git(why)))?;
    if status.success() {
        return Ok(stdout);
    }
    let said = String::from_utf8_lossy(&stderr);
    Err(Failure::Said(said.lines().next().unwrap_or("nothing").trim_start_matches("fatal: ").to_owned()))
}

fn no_git(why: std::io::Error) -> Error {
    Error::stream("run", "git", why).hint("comparing with a revision needs the git command")
}

fn commit(root: &Path, revision: &str) -> Result<String, Error> {
    let (name, parted) = match revision.strip_suffix("...") {
        Some(name) => (name, true),
        None => (revision, false),
    };
    let unknown = |_| {
        let error = Error::new(ErrorKind::Revision, format!("git knows no revision `{revision}`"));
        error.hint("in CI, fetch the history too: a shallow clone has only the last commit (`fetch-depth: 0` on GitHub)")
    };
    let line = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).trim().to_owned();
    let found = output(git(root).args([
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &format!("{name}^{{commit}}"),
    ]));
    let found = found.map(line).map_err(unknown)?;
    if !parted {
        return Ok(found);
    }
    output(git(root).args(["merge-base", "--end-of-options", "HEAD", &found])).map(line).map_err(|_| {
        let error = Error::new(ErrorKind::Revision, format!("`{name}` and HEAD have no commit in common"));
        error.hint("in CI, fetch the history too (`fetch-depth: 0` on GitHub)")
    })
}

/// A file of a revision.
#[derive(Debug, PartialEq, Eq)]
struct Listed {
    path: String,
    object: String,
    /// `None` where git does not have it.
    size: Option<u64>,
}

/// The files of a dossier in a tree.
///
/// # Errors
/// They are too many or too large, or cannot be listed.
fn files(root: &Path, tree: &str) -> Result<Vec<Listed>, Error> {
    let mut list = git(root);
    list.args(["ls-tree", "-r", "-l", "-z", "--full-tree", "--end-of-options", tree, MANIFEST, BASELINE]);
    list.args(FOLDERS.map(|(name, _)| name));
    let mut child = list.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(no_git)?;
    let mut listed = Vec::new();
    let read = match child.stdout.take() {
        Some(stdout) => stdout.take(MOST_LISTED + 1).read_to_end(&mut listed),
        None => Ok(0),
    };
    // What it would still say is not waited for.
    let is_whole = listed.len() as u64 <= MOST_LISTED && read.is_ok();
    let _ = if is_whole { Ok(()) } else { child.kill() };
    let is_well = child.wait().is_ok_and(|status| status.success());
    match () {
        () if !is_whole => Err(too_much("the list of its files", MOST_LISTED)),
        () if !is_well => Err(Error::new(ErrorKind::Revision, "git cannot list the files of that revision")),
        () => bounded(within(&listed)),
    }
}

/// # Errors
/// One is too large, or all are together.
fn bounded(files: Vec<Listed>) -> Result<Vec<Listed>, Error> {
    let size = |file: &Listed| file.size.unwrap_or(0);
    let most = Most::Record.bytes();
    if let Some(file) = files.iter().find(|file| size(file) > most) {
        return Err(too_much(&format!("`{}`", file.path), most));
    }
    match files.iter().map(size).fold(0, u64::saturating_add) > MOST_TOGETHER {
        true => Err(too_much("what its files hold together", MOST_TOGETHER)),
        false => Ok(files),
    }
}

fn too_much(what: &str, most: u64) -> Error {
    let message = format!("that revision is not read: {what} is larger than {} MB", most >> 20);
    Error::new(ErrorKind::Revision, message).hint("compare with a revision whose dossier is smaller")
}

/// The files of a dossier in what `git ls-tree -r -l -z` lists.
fn within(listed: &[u8]) -> Vec<Listed> {
    let entries = listed.split(|byte| *byte == 0).filter_map(|entry| {
        // MODE TYPE OBJECT SIZE<tab>PATH; a link (120000) or another repository (160000) is no file of ours.
        let (head, path) = std::str::from_utf8(entry).ok()?.split_once('\t')?;
        let mut head = head.split_ascii_whitespace();
        let (mode, _, object, size) = (head.next()?, head.next()?, head.next()?, head.next()?);
        (mode.starts_with("100") && Part::of(path).is_some()).then(|| Listed {
            path: path.to_owned(),
            object: object.to_owned(),
            size: size.parse().ok(),
        })
    });
    entries.collect()
}

/// The text of each object, in one run of `git cat-file --batch`. Bytes that are not UTF-8 are replaced.
fn texts(root: &Path, files: &[Listed]) -> Result<Vec<String>, Error> {
    let mut child = git(root)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(no_git)?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let (Some(mut stdin), Some(stdout)) = (stdin, stdout) else {
        return Err(Error::new(ErrorKind::Revision, "git gave no output"));
    };
    let texts = std::thread::scope(|scope| {
        // Asked from a thread of its own: git answers before all is asked, and both pipes are short.
        scope.spawn(move || {
            for file in files {
                if writeln!(stdin, "{}", file.object).is_err() {
                    return;
                }
            }
        });
        let mut stdout = BufReader::new(stdout);
        files.iter().map(|file| answer(&mut stdout, &file.path)).collect::<Result<Vec<String>, Error>>()
    });
    let _ = child.kill();
    let _ = child.wait();
    texts
}

/// `OBJECT blob SIZE`, the bytes, a line break; or `OBJECT missing`.
fn answer(stdout: &mut impl BufRead, path: &str) -> Result<String, Error> {
    let lost = || {
        Error::new(ErrorKind::Revision, format!("git does not have `{path}` of that revision"))
            .hint("fetch the whole history")
    };
    let mut head = String::new();
    stdout.read_line(&mut head).map_err(|_| lost())?;
    let mut words = head.split_whitespace().skip(1);
    let (Some("blob"), Some(Ok(size))) = (words.next(), words.next().map(str::parse::<u64>)) else {
        return Err(lost());
    };
    if size > Most::Record.bytes() {
        return Err(too_much(&format!("`{path}`"), Most::Record.bytes()));
    }
    let mut bytes = Vec::new();
    let read = stdout.take(size.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| lost())?;
    if read as u64 != size.saturating_add(1) {
        return Err(lost());
    }
    bytes.pop();
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
