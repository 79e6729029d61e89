//! A dossier as it was at a revision, read through the git command; the work tree is not touched.

#![expect(clippy::disallowed_methods, reason = "here git is asked")]

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use super::files::{MANIFEST, Part};
use super::open::from_texts;
use crate::error::{Error, ErrorKind};
use crate::model::Dossier;

/// A dossier at a revision.
pub(crate) struct Past {
    pub(crate) dossier: Dossier,
    /// The commit's full name.
    pub(crate) commit: String,
}

/// The dossier whose folder is `root`, as `revision` has it. `A...` is where A and HEAD parted, as for `git diff`.
///
/// # Errors
/// No git, no repository, no such revision, no dossier at it, or an object that is not there (a shallow clone).
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
    let short = commit.get(..12).unwrap_or(&commit);
    let gone = || {
        let error =
            Error::new(ErrorKind::NoDossier, format!("there is no dossier at `{revision}` ({short})"));
        error.hint(format!("that revision has no `{prefix}{MANIFEST}`"))
    };
    let tree = format!("{commit}:{}", prefix.trim_end_matches('/'));
    let listed = output(git(root).args(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", &tree]))
        .map_err(|_| gone())?;
    let files = files(&listed);
    if !files.iter().any(|(path, _)| path == MANIFEST) {
        return Err(gone());
    }
    let texts = texts(root, &files)?;
    let texts: Vec<(&str, &str)> =
        files.iter().zip(&texts).map(|((path, _), text)| (path.as_str(), text.as_str())).collect();
    Ok(Past { dossier: from_texts(&texts), commit })
}

/// The git command at a folder: no hooks, no pager, no helpers, no network, no locks, and nothing of the environment that
/// points it elsewhere (as a hook's does).
fn git(root: &Path) -> Command {
    let (program, path) = found();
    let mut git = Command::new(program);
    for (name, _) in std::env::vars_os() {
        // Settings given through the environment stay: CI says there which folders are safe.
        let text = name.to_string_lossy();
        if text.starts_with("GIT_") && !text.starts_with("GIT_CONFIG") {
            git.env_remove(&name);
        }
    }
    git.env("PATH", path);
    git.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").env("GIT_NO_LAZY_FETCH", "1");
    git.arg("-C").arg(root);
    git.args(["--no-pager", "--no-optional-locks", "--no-replace-objects"]);
    // Files of a dossier that make up a repository are none: they would tell a past of their own.
    git.args(["-c", "safe.bareRepository=explicit"]);
    git.args(["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never"]);
    git.stdin(Stdio::null());
    git
}

/// The git command and where it may look for others: the folders of PATH that are absolute. An empty entry, `.` and any
/// other that is not would be looked up where we stand, which may be a dossier that brings a `git` of its own.
fn found() -> &'static (PathBuf, OsString) {
    static FOUND: OnceLock<(PathBuf, OsString)> = OnceLock::new();
    FOUND.get_or_init(|| found_in(&std::env::var_os("PATH").unwrap_or_default()))
}

fn found_in(path: &OsStr) -> (PathBuf, OsString) {
    let folders: Vec<PathBuf> = std::env::split_paths(path).filter(|folder| folder.is_absolute()).collect();
    let name = format!("git{}", std::env::consts::EXE_SUFFIX);
    let git = folders.iter().map(|folder| folder.join(&name)).find(|git| is_program(git));
    // Where there is none, a path that nothing stands at: a bare name would be searched for once more.
    let git =
        git.unwrap_or_else(|| Path::new(std::path::MAIN_SEPARATOR_STR).join("no-git-in-the-path").join(name));
    (git, std::env::join_paths(folders).unwrap_or_default())
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

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

/// The files of a dossier in what `git ls-tree -r -z` lists: path and object.
fn files(listed: &[u8]) -> Vec<(String, String)> {
    let entries = listed.split(|byte| *byte == 0).filter_map(|entry| {
        // MODE TYPE OBJECT<tab>PATH; a link (120000) or another repository (160000) is no file of ours.
        let (head, path) = std::str::from_utf8(entry).ok()?.split_once('\t')?;
        let mut head = head.split(' ');
        let (mode, _, object) = (head.next()?, head.next()?, head.next()?);
        (mode.starts_with("100") && Part::of(path).is_some()).then(|| (path.to_owned(), object.to_owned()))
    });
    entries.collect()
}

/// The text of each object, in one run of `git cat-file --batch`. Bytes that are not UTF-8 are replaced.
fn texts(root: &Path, files: &[(String, String)]) -> Result<Vec<String>, Error> {
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
            for (_, object) in files {
                if writeln!(stdin, "{object}").is_err() {
                    return;
                }
            }
        });
        let mut stdout = BufReader::new(stdout);
        files.iter().map(|(path, _)| answer(&mut stdout, path)).collect::<Result<Vec<String>, Error>>()
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
    let mut bytes = Vec::new();
    let read = stdout.take(size.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| lost())?;
    if read as u64 != size.saturating_add(1) {
        return Err(lost());
    }
    bytes.pop();
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{answer, at, files, found_in, git};

    fn run(root: &Path, arguments: &[&str]) {
        let who = ["-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false"];
        assert!(git(root).args(who).args(arguments).output().unwrap().status.success(), "{arguments:?}");
    }

    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    #[test]
    fn a_dossier_in_a_folder_of_a_repository_is_read_as_it_was_and_the_work_tree_stays() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        run(root, &["init", "-q", "-b", "main"]);
        write(root, "readme", "no dossier yet");
        run(root, &["add", "-A"]);
        run(root, &["commit", "-q", "-m", "a"]);
        let desk = root.join("desk é");
        write(&desk, "gainsay.toml", "[dossier]\ntitle = \"Before\"\n");
        write(&desk, "claims/ü.toml", "[event.fire]\ntitle = \"Fire\"\n");
        run(root, &["add", "-A"]);
        run(root, &["commit", "-q", "-m", "b"]);
        write(&desk, "gainsay.toml", "[dossier]\ntitle = \"After\"\n");
        let past = at(&desk, "HEAD").unwrap();
        assert_eq!((past.dossier.title.as_str(), past.dossier.events.len()), ("Before", 1));
        assert_eq!(past.commit, at(&desk, "main...").unwrap().commit);
        assert!(std::fs::read_to_string(desk.join("gainsay.toml")).unwrap().contains("After"));
        let said = |revision: &str| at(&desk, revision).err().unwrap().to_string();
        assert!(said("HEAD~1").starts_with("there is no dossier at `HEAD~1`"), "{}", said("HEAD~1"));
        for revision in ["nowhere", "-x", "--output=x", "", "HEAD:desk", "nowhere..."] {
            assert_eq!(said(revision), format!("git knows no revision `{revision}`"));
        }
    }

    #[test]
    fn only_absolute_folders_of_the_path_are_looked_in() {
        let folder = tempfile::tempdir().unwrap();
        let bin = folder.path().join("bin");
        let git = bin.join(format!("git{}", std::env::consts::EXE_SUFFIX));
        write(&bin, git.file_name().unwrap().to_str().unwrap(), "");
        let path = |list: &[&Path]| std::env::join_paths(list).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_ne!(found_in(&path(&[&bin])).0, git, "a file that is no program");
            std::fs::set_permissions(&git, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        let relative: [&Path; 4] = [Path::new(""), Path::new("."), Path::new("bin"), Path::new("../bin")];
        let (found, rest) = found_in(&path(&[relative[0], relative[1], relative[2], relative[3], &bin]));
        assert_eq!((found, rest), (git, path(&[&bin])));
        for list in [&relative[..], &[]] {
            let (found, rest) = found_in(&path(list));
            assert!(found.is_absolute() && !found.exists() && rest.is_empty(), "{}", found.display());
        }
    }

    #[test]
    fn a_folder_outside_any_repository_says_so() {
        let folder = tempfile::tempdir().unwrap();
        assert!(at(folder.path(), "HEAD").err().unwrap().to_string().contains("is in no git repository"));
    }

    #[test]
    fn files_of_a_dossier_that_make_up_a_repository_are_none() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        run(root, &["init", "-q", "-b", "main"]);
        run(root, &["init", "-q", "--bare", "-b", "main", "desk"]);
        write(root, "desk/gainsay.toml", "[dossier]\ntitle = \"Now\"\n");
        let said = at(&root.join("desk"), "HEAD").err().unwrap().to_string();
        assert!(said.contains("is in no git repository that can be read"), "{said}");
    }

    #[test]
    fn links_and_other_repositories_are_no_files() {
        let listed = b"100644 blob aa\tclaims/a.toml\x00120000 blob bb\tclaims/b.toml\x00160000 commit cc\tclaims/c.toml\x00\
                       100755 blob dd\tsources/.x/d.toml\x00100644 blob ee\tgainsay.toml\x00";
        let paths: Vec<String> = files(listed).into_iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["claims/a.toml", "gainsay.toml"]);
    }

    #[test]
    fn an_answer_that_is_cut_short_is_no_text() {
        assert_eq!(answer(&mut &b"aa blob 3\nabc\n"[..], "p").unwrap(), "abc");
        for cut in ["", "aa missing\n", "aa blob 3\nab", "aa blob x\n", "aa blob 99999999999\nabc"] {
            assert!(answer(&mut cut.as_bytes(), "p").is_err(), "{cut}");
        }
    }
}
