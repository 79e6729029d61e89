//! What the texts of sources say that could be recorded.

use std::sync::LazyLock;

use super::judged::Judged;
use super::text::at_hand;
use crate::error::{Error, ErrorKind};
use crate::judge::Spots;
use crate::load::{ArchivedText, Held, each_text};
use crate::model::table::SourceId;
use crate::spot::{SpottedText, Spotter};
use crate::value::language::reads_words;
use crate::view::coverage::Coverage;
use crate::view::desk::{Desk, DeskText};
use crate::view::spot::{SpottedTexts, WantedPassages};
use crate::view::withheld::Gate;

/// Whether the words of a text are read.
enum Reads {
    English,
    /// Why they are not.
    Nothing(String),
}

impl Judged<'_> {
    /// What the texts of some sources say that could be recorded; of none that is named, of all.
    ///
    /// # Errors
    /// No such source; no text that could be looked at.
    pub fn spot(&self, sources: &[String], wanted: &WantedPassages) -> Result<SpottedTexts, Error> {
        let texts = self.looked_at(sources)?;
        Ok(SpottedTexts::new(Gate::new(&self.audit.dossier, self.audit.reader), &texts, wanted))
    }

    /// What of the texts of some sources is recorded; of none that is named, of all.
    ///
    /// # Errors
    /// No such source; no text that could be looked at.
    pub fn coverage(&self, sources: &[String]) -> Result<Coverage, Error> {
        let texts = self.looked_at(sources)?;
        Ok(Coverage::new(Gate::new(&self.audit.dossier, self.audit.reader), &texts))
    }

    /// The texts of some sources with what was spotted; of none that is named, of all.
    fn looked_at(&self, sources: &[String]) -> Result<Vec<SpottedText>, Error> {
        let named: Vec<SourceId> =
            sources.iter().map(|name| self.audit.source(name)).collect::<Result<_, _>>()?;
        let asked = if named.is_empty() { self.audit.dossier.sources.ids().collect() } else { named };
        let texts = self.spotted_in(&asked);
        if texts.iter().any(|text| text.not_looked_at.is_none()) {
            return Ok(texts);
        }
        let why = texts.iter().find_map(|text| text.not_looked_at.as_deref().map(|why| (text.source, why)));
        let message = match why {
            Some((source, why)) => {
                let name = self.audit.dossier.sources.name(source);
                format!("no text could be looked at: that of `{name}` {why}")
            }
            None => "no text could be looked at: the dossier has no source".to_owned(),
        };
        Err(Error::new(ErrorKind::NoText, message).hint("name the folder of the texts with `--archive DIR`"))
    }

    /// The texts of some sources to record from, by somebody.
    ///
    /// # Errors
    /// No such source; no text that could be shown.
    pub fn desk(&self, sources: &[String], by: &str) -> Result<Desk, Error> {
        let dossier = &self.audit.dossier;
        let asked: Vec<SourceId> =
            sources.iter().map(|name| self.audit.source(name)).collect::<Result<_, _>>()?;
        let gate = Gate::new(dossier, self.audit.reader);
        let desk = Desk::new(gate, &self.to_record_from(&asked), by);
        if desk.sources.iter().any(|source| source.not_shown.is_none()) {
            return Ok(desk);
        }
        let why = desk.sources.iter().find_map(|source| Some((&source.source, source.not_shown.as_ref()?)));
        let message = why.map_or_else(String::new, |(source, why)| format!(": of `{source}`, {why}"));
        let error = Error::new(ErrorKind::NoText, format!("there is no text to record from{message}"));
        Err(error.hint("name the folder of the texts with `--archive DIR`"))
    }

    fn to_record_from(&self, asked: &[SourceId]) -> Vec<DeskText> {
        let spotter = Spotter::new(&self.audit.dossier, &self.alignment.evidence);
        each_text(&self.audit.dossier, &self.archive, asked, |source, held| {
            let sha256 = match &held {
                Held::Text(text) => text.sha256.to_owned(),
                _ => String::new(),
            };
            let (spotted, unread) = match self.words_of(source, held) {
                Ok((text, Reads::English)) => (spotter.look(source, &text.capture.words), None),
                Ok((text, Reads::Nothing(why))) => (spotter.unread(source, &text.capture.words), Some(why)),
                Err(why) => (SpottedText::not_looked_at(source, why), None),
            };
            DeskText { spotted, unread, sha256 }
        })
    }

    /// Reads the texts of some sources once more: none is kept when its quotes have been looked for.
    fn spotted_in(&self, asked: &[SourceId]) -> Vec<SpottedText> {
        // Names and questions are gathered where there is a text to look at.
        let spotter = LazyLock::new(|| Spotter::new(&self.audit.dossier, &self.alignment.evidence));
        each_text(&self.audit.dossier, &self.archive, asked, |source, held| {
            match self.words_of(source, held) {
                Ok((text, Reads::English)) => spotter.look(source, &text.capture.words),
                Ok((_, Reads::Nothing(why))) | Err(why) => SpottedText::not_looked_at(source, why),
            }
        })
    }

    /// The text of a source that has words, and whether they are read.
    ///
    /// # Errors
    /// Why there are none, to follow upon `the text of SOURCE`.
    fn words_of<'t>(&self, source: SourceId, held: Held<'t>) -> Result<(ArchivedText<'t>, Reads), String> {
        let text = at_hand(held)?;
        if let Some(why) = text.capture.wordless {
            return Err(format!("has no words of it: {}", why.name()));
        }
        let reads = match self.audit.dossier.language_of(source) {
            Some(language) if !reads_words(Some(language)) => {
                Reads::Nothing(format!("is in a language in which no words are read: `{language}`"))
            }
            _ => Reads::English,
        };
        Ok((text, reads))
    }
}

impl Spots for Judged<'_> {
    fn spotted(&self) -> &[SpottedText] {
        self.spotted.get_or_init(|| {
            let all: Vec<SourceId> = self.audit.dossier.sources.ids().collect();
            self.spotted_in(&all)
        })
    }

    fn waiving(&self) -> &[SpottedText] {
        self.waiving.get_or_init(|| {
            let all = self.audit.dossier.sources.iter();
            let waiving: Vec<SourceId> =
                all.filter(|(_, source)| !source.waive.is_empty()).map(|(id, _)| id).collect();
            if waiving.is_empty() { Vec::new() } else { self.spotted_in(&waiving) }
        })
    }
}
