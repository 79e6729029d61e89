//! The view of a source that was made of a saved file: what would be written, and where each value was found.

use serde::Serialize;

use crate::load::keys::{SourceKey, TableKey};

/// A source that may be written. Its JSON is frozen: later versions add keys and remove none.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DraftedSource {
    /// Always `gainsay/source-add/1`.
    schema: &'static str,
    /// The id of the source.
    pub id: String,
    /// The file that has it, below the dossier's folder.
    pub file: String,
    /// What stands in the file; empty where it is withheld.
    pub toml: String,
    /// Each key, in the order of the format.
    pub keys: Vec<DraftedKey>,
    /// Where the text is copied to, below the dossier's folder; null where its SHA-256 alone is written down.
    pub text: Option<String>,
    /// What is left open, and why.
    pub notes: Vec<String>,
    /// Whether it would fail `gainsay check`, so that it is not written; the last notes say why.
    pub refused: bool,
    /// Whether it was written.
    pub written: bool,
    /// The line of each key.
    #[serde(skip)]
    pub(crate) lines: Vec<String>,
}

/// A key of a source that may be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DraftedKey {
    /// Its name.
    pub key: &'static str,
    /// Its value; of authors each, else one.
    pub value: Vec<String>,
    /// Where it was found: `JSON-LD headline`; `given` where it was given, `nothing` where nothing says it.
    pub from: String,
    /// What other places say.
    pub also: Vec<AlsoTold>,
    /// As TOML, where it is no text and no list of texts.
    #[serde(skip)]
    pub(crate) toml: Option<String>,
}

/// What another place says of the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AlsoTold {
    /// What it says.
    pub value: String,
    /// Where.
    pub from: String,
}

/// What stands in the file of a source, and below which names.
pub(crate) struct Written {
    pub(crate) id: String,
    pub(crate) file: String,
    pub(crate) toml: String,
    pub(crate) text: Option<String>,
    pub(crate) lines: Vec<String>,
}

impl DraftedSource {
    pub(crate) fn new(written: Written, keys: Vec<DraftedKey>, notes: Vec<String>) -> Self {
        let Written { id, file, toml, text, lines } = written;
        DraftedSource {
            schema: "gainsay/source-add/1",
            id,
            file,
            toml,
            keys,
            text,
            notes,
            refused: false,
            written: false,
            lines,
        }
    }

    /// The same with why it cannot be recorded, where anything keeps it from that.
    pub(crate) fn unless(mut self, refusals: Vec<String>) -> Self {
        self.refused = !refusals.is_empty();
        self.notes.extend(refusals.into_iter().map(|why| format!("refused: {why}")));
        self
    }

    /// The same without what `access = "restricted"` withholds.
    pub(crate) fn withheld(self) -> Self {
        let is_shown = |key: &DraftedKey| SourceKey::named(key.key).is_none_or(|key| !key.key().words);
        let keys = self.keys.into_iter().map(|key| DraftedKey { also: Vec::new(), ..key });
        let (keys, lines) = keys.zip(self.lines).filter(|(key, _)| is_shown(key)).unzip();
        let why = "refused: at the desk `--show-restricted` says why".to_owned();
        let notes = Some(why).filter(|_| self.refused).into_iter().collect();
        DraftedSource { toml: String::new(), text: None, keys, lines, notes, ..self }
    }
}
