//! What is suggested of the names of a dossier.

use super::open::Audit;
use crate::error::{Error, ErrorKind};
use crate::model::table::SourceId;
use crate::spot::{AliasSeeker, SoughtText, links};
use crate::view::names::SuggestedNames;
use crate::view::withheld::Gate;

impl Audit {
    /// Which names of agents and places in different scripts may be one, and which words of texts a name in another script.
    ///
    /// # Errors
    /// No two names of two agents or two places are in different scripts, and no text has words in a script that some name lacks; an
    /// archive folder that cannot be read.
    pub fn suggested_names(&self) -> Result<SuggestedNames, Error> {
        let found = links(&self.dossier);
        let seeker = AliasSeeker::new(&self.dossier);
        let all: Vec<SourceId> = self.dossier.sources.ids().collect();
        let looked = self.texts_of(&all, |source, text| {
            let is_worded = text.capture.wordless.is_none();
            is_worded.then(|| seeker.seek(source, &text.capture.words))
        })?;
        let looked: Vec<(SourceId, Option<SoughtText<'_>>)> =
            all.into_iter().zip(looked.into_iter().map(|text| text.ok().flatten())).collect();
        let words: usize = looked.iter().filter_map(|(_, text)| text.as_ref()).map(|text| text.words).sum();
        if found.pairs == 0 && words == 0 {
            let message = "there is nothing to compare: no two agents or places have names in different scripts, and no text has words in another";
            let error = Error::new(ErrorKind::NothingToCheck, message).at(&self.root);
            return Err(error.hint(
                "Latin, Cyrillic, Arabic and Hebrew letters are read; name the folder of the texts with `--archive DIR`",
            ));
        }
        Ok(SuggestedNames::new(Gate::new(&self.dossier, self.reader), &found, looked))
    }
}
