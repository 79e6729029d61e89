//! What is said of one quote on a terminal: what is asked of it, and the answers.

use std::collections::BTreeMap;

use crate::audit::Audit;
use crate::error::Error;
use crate::load::keys::{ClaimKey, Referent, ScopeKey};
use crate::model::Dossier;
use crate::record::define::{define, with};
use crate::record::proposal::{as_of, named_by, needed};
use crate::record::row::{Row, RowKey, What};
use crate::record::told::NOBODY;

/// What may be asked, in this order.
const ASKED: [RowKey; 8] = [
    RowKey::Claim(ClaimKey::Question),
    RowKey::Claim(ClaimKey::Value),
    RowKey::Claim(ClaimKey::SaidBy),
    RowKey::Claim(ClaimKey::AsOf),
    RowKey::Scope(ScopeKey::Population),
    RowKey::Scope(ScopeKey::Place),
    RowKey::Scope(ScopeKey::Period),
    RowKey::Scope(ScopeKey::Basis),
];

/// What is said of one quote. It is kept when the claim is refused, so that it need not be said again.
#[derive(Debug)]
pub(super) struct Talk {
    /// What is given beforehand.
    given: Row,
    said: Vec<(RowKey, Said)>,
    /// The files with what the answers define.
    pub(super) files: BTreeMap<String, String>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// Empty where the answer leaves the key out.
    pub(super) words: String,
    /// The line that makes what the words name.
    pub(super) made: Option<String>,
}

impl Talk {
    pub(super) fn new(given: Row) -> Self {
        Talk { given, said: Vec::new(), files: BTreeMap::new() }
    }

    /// What was answered before.
    pub(super) fn said(&self, asked: RowKey) -> Option<&Said> {
        self.said.iter().find(|(key, _)| *key == asked).map(|(_, said)| said)
    }

    /// The question that is answered; empty where none is yet.
    pub(super) fn question(&self) -> &str {
        let said = self.said(ASKED[0]).map(|said| said.words.as_str());
        self.given.words(ClaimKey::Question).or(said).unwrap_or_default()
    }

    /// What is asked: what is not given beforehand, as far as the question asks for it.
    pub(super) fn asks(&self, dossier: &Dossier, source: &str) -> Vec<RowKey> {
        let question = self.question();
        let is_wanted = |asked: &RowKey| match asked {
            RowKey::Claim(ClaimKey::Value) => !self.given.has(ClaimKey::Stance),
            RowKey::Claim(ClaimKey::AsOf) => as_of(dossier, question, source).is_some(),
            RowKey::Claim(_) => true,
            RowKey::Scope(key) => needed(dossier, question).contains(key),
        };
        ASKED.into_iter().filter(|asked| !self.given.gives(*asked)).filter(is_wanted).collect()
    }

    /// Keeps an answer. Another question takes with it what was said of the one before.
    ///
    /// # Errors
    /// What was made for another answer can no longer be made.
    pub(super) fn keep(&mut self, asked: RowKey, said: Said, audit: &Audit) -> Result<(), Error> {
        let before = self.said(asked).cloned();
        if before.as_ref() == Some(&said) {
            return Ok(());
        }
        let makes = said.made.is_some() || self.said.iter().any(|(_, said)| said.made.is_some());
        self.said.retain(|(key, _)| *key != asked);
        if before.is_some() && asked == ASKED[0] {
            self.said.retain(|(key, _)| *key == RowKey::Claim(ClaimKey::SaidBy));
        }
        self.said.push((asked, said));
        if makes { self.define(audit) } else { Ok(()) }
    }

    fn define(&mut self, audit: &Audit) -> Result<(), Error> {
        let mut files = BTreeMap::new();
        for asked in ASKED {
            let Some(line) = self.said(asked).and_then(|said| said.made.as_ref()) else { continue };
            let amended = with(audit, &files)?;
            let now = amended.as_ref().unwrap_or(audit);
            if let Some(of) = made(asked, &now.dossier, self.question()) {
                let defined = define(now, of, line)?;
                files.extend(defined.files);
            }
        }
        self.files = files;
        Ok(())
    }

    /// The claim as it is given and was said.
    pub(super) fn row(&self) -> Row {
        let mut row = self.given.clone();
        for (asked, said) in &self.said {
            match said.words.as_str() {
                "" => {}
                NOBODY if *asked == RowKey::Claim(ClaimKey::SaidBy) => row.set(*asked, What::Nothing),
                words => row.set(*asked, What::Cell(words.to_owned())),
            }
        }
        row
    }
}

/// What a new line makes under a key; `None` where nothing is made.
pub(super) fn made(asked: RowKey, dossier: &Dossier, question: &str) -> Option<Referent> {
    match asked {
        RowKey::Claim(ClaimKey::Question) => Some(Referent::Question),
        RowKey::Claim(ClaimKey::Value) => named_by(dossier, question),
        RowKey::Claim(ClaimKey::SaidBy) => Some(Referent::Agent),
        RowKey::Scope(ScopeKey::Place) => Some(Referent::Place),
        _ => None,
    }
}
