//! What is suggested of the names of a dossier.

use super::open::Audit;
use crate::error::{Error, ErrorKind};
use crate::spot::links;
use crate::view::names::SuggestedNames;

impl Audit {
    /// Which names of agents and places in different scripts may be one.
    ///
    /// # Errors
    /// No two names of two agents or two places are in different scripts.
    pub fn suggested_names(&self) -> Result<SuggestedNames, Error> {
        let found = links(&self.dossier);
        if found.pairs == 0 {
            let message =
                "there is nothing to compare: no two agents or places have names in different scripts";
            let error = Error::new(ErrorKind::NothingToCheck, message).at(&self.root);
            return Err(error.hint("Latin, Cyrillic, Arabic and Hebrew letters are read"));
        }
        Ok(SuggestedNames::new(&self.dossier, &found))
    }
}
