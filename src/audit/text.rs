//! The text of one source, looked at by whoever asks.

use super::open::Audit;
use crate::error::{Error, ErrorKind};
use crate::load::{ArchivedText, Held, each_text};
use crate::model::table::SourceId;

/// The text that is held, where one is.
///
/// # Errors
/// Why it is not, to follow upon `the text of SOURCE`.
pub(super) fn at_hand(held: Held<'_>) -> Result<ArchivedText<'_>, String> {
    match held {
        Held::Text(text) => Ok(text),
        Held::Unread(kind) => Err(format!("is not read: {kind}")),
        Held::Altered(_) => Err("has changed since it was recorded: its SHA-256 differs".to_owned()),
        Held::Refused(_, why) => Err(format!("is not read: it {why}")),
        Held::Missing(why) => Err(format!("cannot be read: {why}")),
        Held::Nowhere => Err("is not held here".to_owned()),
    }
}

impl Audit {
    /// Looks at the texts of some sources, in their order; of one that cannot be had why, to follow upon `the text of SOURCE`.
    ///
    /// # Errors
    /// An archive folder that cannot be read.
    pub(crate) fn texts_of<T: Send>(
        &self,
        sources: &[SourceId],
        look: impl Fn(SourceId, ArchivedText<'_>) -> T + Sync,
    ) -> Result<Vec<Result<T, String>>, Error> {
        Ok(each_text(&self.dossier, &self.archive()?, sources, |id, held| {
            at_hand(held).map(|text| look(id, text))
        }))
    }

    /// Looks at the text of one source.
    ///
    /// # Errors
    /// No such source, an archive folder that cannot be read, or a text that cannot be had: why.
    pub(crate) fn text_of<T: Send>(
        &self,
        source: &str,
        look: impl Fn(SourceId, ArchivedText<'_>) -> T + Sync,
    ) -> Result<T, Error> {
        let id = self.source(source)?;
        let looked = self.texts_of(&[id], look)?;
        looked.into_iter().next().expect("one source was asked for").map_err(|why| {
            let error = Error::new(ErrorKind::NoText, format!("the text of source `{source}` {why}"));
            error.hint("name the folder of the texts with `--archive DIR`")
        })
    }
}
