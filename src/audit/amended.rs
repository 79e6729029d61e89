//! A dossier as it would be with other files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::levels::Levels;
use super::open::Audit;
use crate::error::Error;
use crate::load::from_texts;

impl Audit {
    /// The same with these files, by their paths, in place of those that it has or beside them; asked about in the same way,
    /// and by these levels of rules.
    ///
    /// # Errors
    /// No such rule.
    pub(crate) fn amended(&self, files: &BTreeMap<String, String>, levels: &Levels) -> Result<Audit, Error> {
        let kept = self.dossier.files.0.iter().filter(|file| !files.contains_key(&file.path));
        let kept = kept.map(|file| (file.path.as_str(), file.text.as_str()));
        let new = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        let texts: Vec<(&str, &str)> = kept.chain(new).collect();
        let mut dossier = from_texts(&texts);
        levels.set(&mut dossier)?;
        Ok(Audit {
            folders: self.folders.clone(),
            reader: self.reader,
            recorder: self.recorder.clone(),
            progress: Arc::clone(&self.progress),
            ..Audit::of(&self.root, dossier)
        })
    }
}
