//! What is given of one claim, by its keys, before it is written down.

use std::sync::Arc;

use super::answer::Answer;
use crate::load::keys::{ClaimKey, KeyForm, Referent, ScopeKey, TableKey};
use crate::text::nearest;
use crate::value::types::{Form, Raw};
pub(crate) use crate::view::added::Refusal;
use crate::view::added::{RowFate, TakenRow};
use crate::vocabulary::Vocabulary;

/// A key of a claim, or one of its scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKey {
    Claim(ClaimKey),
    Scope(ScopeKey),
}

/// What a row has under a key.
#[derive(Clone, Debug)]
pub(crate) enum What {
    /// As TOML has it.
    Typed(Raw),
    /// As a cell of a spreadsheet has it: what it is follows from the key, and of a value from its question's type.
    Cell(String),
    /// The key is to be taken away.
    Nothing,
}

/// What is given under one key.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) key: RowKey,
    pub(crate) what: What,
    /// Which column of its row it stands in, from 1; `None` where rows have none.
    pub(crate) column: Option<usize>,
}

/// What is given of one claim.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// The line on which it begins, from 1.
    pub(crate) line: usize,
    /// The file that it stands in, where there are several.
    pub(crate) file: Option<Arc<str>>,
    pub(crate) given: Vec<Given>,
    /// What it says besides, where it is an answer of the desk page.
    pub(crate) answer: Option<Box<Answer>>,
    /// Few words that stand for its quote, as long as they are not looked for.
    pub(crate) words: Option<FewWords>,
    /// What it was taken to say, where it says that in short.
    pub(crate) short: Option<Box<Short>>,
}

/// Few words that stand for a quote.
#[derive(Clone, Debug)]
pub(crate) struct FewWords {
    pub(crate) words: String,
    /// As of what is [`Given`].
    pub(crate) column: Option<usize>,
}

/// What a row that is written in short was taken to say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Short {
    /// What it calls its question, where it does not give the whole name.
    pub(crate) called: Option<String>,
    /// What the quote itself tells, and the row does not say: of a claim that is recorded it changes nothing.
    pub(crate) told: Vec<RowKey>,
    /// Whom the sentence of the quote names beside a word of saying, where the row gives no speaker.
    pub(crate) named: Vec<String>,
    /// Why it makes no new claim: what the quote leaves open.
    pub(crate) open: Option<Refusal>,
}

impl RowKey {
    /// The key of a name, `scope.place` for what is inside; in capitals, with spaces or underscores it is the same.
    ///
    /// # Errors
    /// There is none; the nearest.
    pub(crate) fn named(name: &str) -> Result<RowKey, Option<String>> {
        if let Some(key) = RowKey::exactly(name) {
            return Ok(key);
        }
        let meant = name.trim().to_lowercase().replace([' ', '_'], "-");
        RowKey::exactly(&meant).ok_or_else(|| {
            let names: Vec<String> = RowKey::all().map(RowKey::name).collect();
            nearest(&meant, names.iter().map(String::as_str)).map(str::to_owned)
        })
    }

    /// The key that has just this name.
    fn exactly(name: &str) -> Option<RowKey> {
        let within = name.strip_prefix(ClaimKey::Scope.word()).and_then(|rest| rest.strip_prefix('.'));
        RowKey::all().find(|key| match (key, within) {
            (RowKey::Claim(key), None) => key.word() == name,
            (RowKey::Scope(key), Some(within)) => key.word() == within,
            _ => false,
        })
    }

    /// Every key but `scope` itself, in the order of the format.
    pub(crate) fn all() -> impl Iterator<Item = RowKey> {
        ClaimKey::ALL.iter().flat_map(|key| {
            let (own, within): (&[ClaimKey], &[ScopeKey]) = match key {
                ClaimKey::Scope => (&[], ScopeKey::ALL),
                key => (std::slice::from_ref(key), &[]),
            };
            let own = own.iter().copied().map(RowKey::Claim);
            own.chain(within.iter().copied().map(RowKey::Scope))
        })
    }

    /// Whether it holds words of a source, or of whoever recorded it.
    pub(crate) fn holds_words(self) -> bool {
        matches!(self, RowKey::Claim(key) if key.key().words || key == ClaimKey::Value)
    }

    /// Whether it says something of other claims.
    pub(super) fn refers_to_claims(self) -> bool {
        matches!(self.form(), KeyForm::Ids(Referent::Claim))
    }

    /// What its values are.
    pub(super) fn form(self) -> KeyForm {
        match self {
            RowKey::Claim(key) => key.key().form,
            RowKey::Scope(key) => key.key().form,
        }
    }

    /// What it is.
    pub(crate) fn about(self) -> &'static str {
        match self {
            RowKey::Claim(key) => key.key().about,
            RowKey::Scope(key) => key.key().about,
        }
    }

    /// Its name.
    pub(crate) fn name(self) -> String {
        match self {
            RowKey::Claim(key) => key.word().to_owned(),
            RowKey::Scope(key) => format!("{}.{}", ClaimKey::Scope.word(), key.word()),
        }
    }
}

impl Row {
    /// One on a line of which nothing is given yet.
    pub(crate) fn at(line: usize) -> Row {
        Row { line, ..Row::default() }
    }

    /// Where it stands: its line, and its file where there are several.
    pub(crate) fn place(&self) -> String {
        match &self.file {
            Some(file) => format!("line {} of `{file}`", self.line),
            None => format!("line {}", self.line),
        }
    }

    /// Who gave it: a name, or the file of whoever is not named.
    pub(crate) fn person(&self) -> String {
        match &self.answer {
            Some(answer) if !answer.by.is_empty() => answer.by.clone(),
            _ => self.file.as_deref().unwrap_or("somebody").to_owned(),
        }
    }

    /// The full name of the claim that it says it is about.
    pub(crate) fn claim(&self) -> Option<String> {
        Some(format!("{}#{}", self.words(ClaimKey::Source)?, self.words(ClaimKey::Id)?))
    }

    /// That it comes to something, as the view has it.
    pub(crate) fn taken(&self, fate: RowFate) -> TakenRow {
        TakenRow { file: self.file.as_deref().map(str::to_owned), ..TakenRow::new(self.line, fate) }
    }

    /// What is given under a key.
    pub(crate) fn get(&self, key: RowKey) -> Option<&Given> {
        self.given.iter().find(|given| given.key == key)
    }

    /// The words under a key of the claim, where there are any.
    pub(crate) fn words(&self, key: ClaimKey) -> Option<&str> {
        match &self.get(RowKey::Claim(key))?.what {
            What::Typed(Raw { form: Form::Text(words), .. }) => Some(words.as_str()),
            What::Typed(_) => None,
            What::Cell(words) => Some(words.as_str()),
            What::Nothing => None,
        }
        .filter(|words| !words.is_empty())
    }

    /// Whether something is given under a key.
    pub(crate) fn has(&self, key: ClaimKey) -> bool {
        self.gives(RowKey::Claim(key))
    }

    /// Whether something is given under a key, that it is to be taken away among it.
    pub(crate) fn gives(&self, key: RowKey) -> bool {
        self.get(key).is_some_and(|given| !matches!(&given.what, What::Cell(words) if words.is_empty()))
    }

    /// Puts words under a key, in place of what stood there.
    pub(crate) fn put(&mut self, key: ClaimKey, words: &str) {
        self.set(RowKey::Claim(key), What::Cell(words.to_owned()));
    }

    /// Puts words in place of those under a key, in the column in which they stood.
    pub(crate) fn replace(&mut self, key: ClaimKey, words: &str) {
        let column = self.get(RowKey::Claim(key)).and_then(|given| given.column);
        self.set_in(RowKey::Claim(key), What::Cell(words.to_owned()), column);
    }

    /// Whether it is the quote that tells what is given under a key, and not the row.
    pub(crate) fn is_told(&self, key: RowKey) -> bool {
        self.short.as_ref().is_some_and(|short| short.told.contains(&key))
    }

    /// Gives something under a key, in place of what stood there.
    pub(crate) fn set(&mut self, key: RowKey, what: What) {
        self.set_in(key, what, None);
    }

    /// As [`Row::set`], in a column.
    pub(crate) fn set_in(&mut self, key: RowKey, what: What, column: Option<usize>) {
        self.given.retain(|given| given.key != key);
        self.given.push(Given { key, what, column });
    }

    /// Why it is not taken, where the fault lies under a key.
    pub(crate) fn refusal(&self, key: ClaimKey, reason: impl Into<String>) -> Refusal {
        let column = self.get(RowKey::Claim(key)).and_then(|given| given.column);
        Refusal { line: self.line, column, reason: reason.into(), help: None }
    }
}
