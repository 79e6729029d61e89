//! The git command, with as little of its surroundings as it takes.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// The git command at a folder: no hooks, no pager, no helpers, no network, no locks, nothing of the environment that points
/// it elsewhere (as a hook's does), and no repository that was committed as files of another, whose settings are a stranger's.
pub(super) fn git(root: &Path) -> Command {
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
    // Settings of a repository may allow a protocol by its name, whatever is said of all; this they cannot.
    git.env("GIT_ALLOW_PROTOCOL", "");
    git.arg("-C").arg(root);
    git.args(["--no-pager", "--no-optional-locks", "--no-replace-objects"]);
    git.args([
        "-c",
        "core.fsmonitor=false",
        "-c",
        "core.hooksPath=/dev/null",
        "-c",
        "safe.bareRepository=explicit",
    ]);
    git.stdin(Stdio::null());
    git
}

/// The git command and where it may look for others: the folders of PATH that are absolute. An empty entry, `.` and any
/// other that is not would be looked up where we stand, which may be a dossier that brings a `git` of its own.
fn found() -> &'static (PathBuf, OsString) {
    static FOUND: OnceLock<(PathBuf, OsString)> = OnceLock::new();
    FOUND.get_or_init(|| found_in(&std::env::var_os("PATH").unwrap_or_default()))
}

pub(super) fn found_in(path: &OsStr) -> (PathBuf, OsString) {
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
