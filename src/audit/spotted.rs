//! What the texts of sources say that could be recorded.

use super::judged::Judged;
use super::text::at_hand;
use crate::error::{Error, ErrorKind};
use crate::judge::Spots;
use crate::load::each_text;
use crate::model::table::SourceId;
use crate::spot::{SpottedText, Spotter};
use crate::value::figures::reads_words;
use crate::view::coverage::Coverage;
use crate::view::spot::{SpottedTexts, WantedPassages};
use crate::view::withheld::Gate;

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

    /// Reads the texts of some sources once more: none is kept when its quotes have been looked for.
    fn spotted_in(&self, asked: &[SourceId]) -> Vec<SpottedText> {
        let dossier = &self.audit.dossier;
        let spotter = Spotter::new(&self.alignment);
        each_text(dossier, &self.archive, asked, |source, held| {
            let why = match at_hand(held) {
                Err(why) => why,
                Ok(text) => match (text.capture.wordless, dossier.language_of(source)) {
                    (Some(why), _) => format!("has no words of it: {}", why.name()),
                    (None, Some(language)) if !reads_words(Some(language)) => {
                        format!("is in a language in which no words are read: `{language}`")
                    }
                    (None, _) => return spotter.look(source, &text.capture.words),
                },
            };
            SpottedText::not_looked_at(source, why)
        })
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
