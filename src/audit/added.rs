//! A dossier with files more than stand on disk: what would be, before anything is written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::levels::Levels;
use super::open::Audit;
use crate::error::Error;
use crate::judge::rules;
use crate::load::from_texts;
use crate::model::{Dossier, Level};
use crate::text::FileId;

impl Audit {
    /// The same with these files, by their paths, in place of those that it has or beside them; asked about in the same way,
    /// and by these levels of rules.
    ///
    /// # Errors
    /// No such rule.
    pub(crate) fn amended(&self, files: &BTreeMap<String, String>, levels: &Levels) -> Result<Audit, Error> {
        let added: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let mut dossier = self.with(&added);
        levels.set(&mut dossier)?;
        Ok(Audit {
            folders: self.folders.clone(),
            reader: self.reader,
            recorder: self.recorder.clone(),
            progress: Arc::clone(&self.progress),
            ..Audit::of(&self.root, dossier)
        })
    }

    /// The dossier with files more, each with its path below the root; one that stands there is replaced.
    pub(crate) fn with(&self, added: &[(&str, &str)]) -> Dossier {
        let new: BTreeSet<&str> = added.iter().map(|(path, _)| *path).collect();
        let is_added = |path: &str| new.contains(path);
        let standing = self.dossier.files.0.iter().filter(|file| !is_added(&file.path));
        let files: Vec<(&str, &str)> = standing
            .map(|file| (file.path.as_str(), file.text.as_str()))
            .chain(added.iter().copied())
            .collect();
        from_texts(&files)
    }

    /// Why files cannot be added: each fault of theirs that fails a check, with its place.
    pub(crate) fn refusals(&self, added: &[(&str, &str)]) -> Vec<String> {
        let dossier = self.with(added);
        let is_added = |file: FileId| added.iter().any(|(path, _)| *path == dossier.files.get(file).path);
        let fails = |kind: &str| rules::find(kind).is_some_and(|rule| rule.level_in(&dossier) == Level::Deny);
        let faults = dossier.problems.iter().filter(|problem| {
            let touches = problem.related.iter().map(|(spot, _)| spot.file).chain([problem.spot.file]);
            fails(problem.kind.name()) && touches.into_iter().any(is_added)
        });
        let told = faults.map(|problem| {
            let (line, column) = dossier.files.line_column(problem.spot);
            let path = &dossier.files.get(problem.spot.file).path;
            let help = problem.help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
            format!("{path}:{line}:{column}: {}: {}{help}", problem.message, problem.label)
        });
        told.collect()
    }
}
