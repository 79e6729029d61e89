//! Which commits changed a dossier.

use std::path::Path;

use super::command::git;
use super::{Failure, output};
use crate::error::{Error, ErrorKind};
use crate::load::files::{FOLDERS, MANIFEST};

/// A commit that changed the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Commit {
    /// Its full name.
    pub(crate) name: String,
    /// The day on which it was made, as `2024-03-10`.
    pub(crate) day: String,
}

/// The commits that changed a dossier, the newest first.
#[derive(Debug, Default)]
pub(crate) struct Log {
    pub(crate) commits: Vec<Commit>,
    /// Whether there are none before them.
    pub(crate) is_whole: bool,
}

/// The newest commits that changed what is recorded in the dossier whose folder is `root`, along the first parents of HEAD; `None` where
/// no git repository can be asked.
///
/// # Errors
/// Git lists them not.
pub(crate) fn log(root: &Path, most: usize) -> Result<Option<Log>, Error> {
    let ask = |words: &[&str]| match output(git(root).args(words)) {
        Ok(said) => Some(String::from_utf8_lossy(&said).into_owned()),
        Err(Failure::NoGit(_) | Failure::Said(_)) => None,
    };
    if ask(&["rev-parse", "--verify", "--quiet", "HEAD"]).is_none() {
        return Ok(None);
    }
    // One more is asked for than is told, to know whether there are more.
    let count = format!("--max-count={}", most.saturating_add(1));
    let mut list = vec!["rev-list", "--first-parent", "--format=%cs", &count, "HEAD", "--", MANIFEST];
    list.extend(FOLDERS.map(|(name, _)| name));
    let Some(said) = ask(&list) else {
        return Err(Error::new(ErrorKind::Revision, "git cannot list the commits of the dossier")
            .hint("`--revisions 0` asks for none"));
    };
    let mut commits: Vec<Commit> = commits(&said);
    let is_whole = commits.len() <= most
        && ask(&["rev-parse", "--is-shallow-repository"]).is_some_and(|it| it.trim() == "false");
    commits.truncate(most);
    Ok(Some(Log { commits, is_whole }))
}

/// `commit NAME`, and the day on the next line.
fn commits(said: &str) -> Vec<Commit> {
    let mut lines = said.lines();
    let mut found = Vec::new();
    while let (Some(name), Some(day)) =
        (lines.next().and_then(|line| line.strip_prefix("commit ")), lines.next())
    {
        found.push(Commit { name: name.to_owned(), day: day.to_owned() });
    }
    found
}
