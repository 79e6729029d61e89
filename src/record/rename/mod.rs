//! Giving something another id, everywhere at once: where it is defined, and where anything refers to it.

mod walk;

use std::collections::BTreeMap;

use super::amend::{Amended, Splice, splices};
use super::row::RowKey;
use super::written::WrittenFile;
use crate::audit::{Audit, Day, Levels, unknown};
use crate::error::{Error, ErrorKind};
use crate::load::keys::{ClaimKey, ClaimsFileKey, FormatTable, KeyForm, Referent, SourcesFileKey, TableKey};
use crate::load::{BASELINE, CLAIMS, LOCK, is_slug};
use crate::model::Dossier;
use crate::model::lock::Lock;
use crate::text::FileId;
use crate::value::types::{Kind, Raw, ValueKey};
use crate::view::renamed::RenamedId;
use crate::vocabulary::Vocabulary;
use walk::{Role, Word, words};

/// What is given another id, and which: both as they are referred to.
#[derive(Clone, Debug)]
pub(crate) struct Renaming {
    of: Referent,
    from: String,
    to: String,
}

/// The files as they would be, and in how many places each changes.
#[derive(Debug, Default)]
pub(crate) struct Renamed {
    /// By path.
    pub(crate) files: BTreeMap<String, String>,
    /// By path.
    pub(crate) places: BTreeMap<String, usize>,
}

impl Renaming {
    /// The renaming of what is called `from`.
    ///
    /// # Errors
    /// Nothing of that kind is called so, the new id is none or is taken, or it would move what it names.
    pub(crate) fn new(dossier: &Dossier, of: Referent, from: &str, to: &str) -> Result<Renaming, Error> {
        let kind = of.word();
        let known = names(dossier, of);
        if !known.contains(&from) {
            return Err(unknown(&[of], from, known.iter().copied()));
        }
        // Questions and claims are named below their events and sources; the new id alone will do.
        let mark = match of {
            Referent::Question => Some('/'),
            Referent::Claim => Some('#'),
            _ => None,
        };
        let above = mark.and_then(|mark| from.rsplit_once(mark)).map(|(above, _)| above);
        let new = match (mark, above) {
            (Some(mark), Some(above)) if !to.contains(mark) => format!("{above}{mark}{to}"),
            _ => to.to_owned(),
        };
        let (new_above, last) = match mark.and_then(|mark| new.rsplit_once(mark)) {
            Some((above, last)) => (Some(above), last),
            None => (None, new.as_str()),
        };
        let refused = |why: String| Error::new(ErrorKind::Refused, why);
        if new_above != above {
            return Err(refused(format!("`{from}` cannot become `{new}`: it would be another's"))
                .hint("an id changes what something is called, not where it belongs"));
        }
        if !is_slug(last) {
            return Err(refused(format!("`{last}` is no id")).hint("write small letters, digits and hyphens"));
        }
        if known.contains(&new.as_str()) {
            return Err(refused(format!("there is a {kind} `{new}` already")));
        }
        Ok(Renaming { of, from: from.to_owned(), to: new })
    }

    /// What is shown of it, given in how many places each file changes; nothing is written yet.
    pub(crate) fn told(&self, places: &BTreeMap<String, usize>) -> RenamedId {
        RenamedId::new(self.of, (&self.from, &self.to), places)
    }

    /// The files of the dossier as they would be.
    ///
    /// # Errors
    /// A file that is no TOML may refer to it too; an archive folder that cannot be read.
    pub(crate) fn apply(&self, audit: &Audit, today: Day) -> Result<Renamed, Error> {
        let dossier = &audit.dossier;
        let mut renamed = Renamed::default();
        for (number, file) in dossier.files.0.iter().enumerate() {
            let table = match file.path.as_str() {
                path if path.starts_with(CLAIMS) => ClaimsFileKey::TABLE,
                path if path.starts_with("sources/") && path != LOCK => SourcesFileKey::TABLE,
                _ => continue,
            };
            let Some(written) = WrittenFile::new(&file.path, &file.text) else {
                let error = Error::new(ErrorKind::Refused, format!("`{}` is not TOML", file.path));
                return Err(
                    error.hint("`gainsay check` says what is wrong with it; it may refer to what is renamed")
                );
            };
            let mut made = self.in_file(dossier, FileId(number as u32), &file.text, table);
            made.extend(self.kept_ids(&written));
            if !made.is_empty() {
                made.sort_by_key(|splice| splice.at.start);
                renamed.places.insert(file.path.clone(), made.len());
                renamed.files.insert(file.path.clone(), Amended::new(&file.text, &made).text);
            }
        }
        if let Some(lock) = self.in_lock(&dossier.lock) {
            renamed.places.insert(LOCK.to_owned(), 1);
            renamed.files.insert(LOCK.to_owned(), lock.to_toml());
        }
        let after = audit.amended(&renamed.files, &Levels::default())?;
        let (then, now) = (&audit.dossier, &after.dossier);
        if now.problems.len() > then.problems.len() || now.claims.len() != then.claims.len() {
            let why =
                now.problems.iter().find(|new| then.problems.iter().all(|old| old.message != new.message));
            let why = why.map(|problem| format!(": {}", problem.message)).unwrap_or_default();
            let message = format!("`{}` cannot become `{}`{why}", self.from, self.to);
            return Err(Error::new(ErrorKind::Refused, message).hint("nothing has been written"));
        }
        self.in_baseline((audit, &after), today, &mut renamed)?;
        Ok(renamed)
    }

    /// What changes in a file below `claims/` or `sources/`.
    fn in_file(
        &self,
        dossier: &Dossier,
        file: FileId,
        text: &str,
        table: &'static FormatTable,
    ) -> Vec<Splice> {
        let values = values(dossier, file);
        let named = |word: &Word<'_>| {
            let within = |at: &std::ops::Range<usize>| at.start <= word.at.start && word.at.end <= at.end;
            let of: Vec<Referent> = match (meaning(table, &word.path), word.role) {
                (Some(Meaning::Id(of)), Role::Key) => return self.defined(of, &word.path),
                (Some(Meaning::Refers(of)), Role::Value) => vec![of],
                (Some(Meaning::Value), Role::Value) if is_of_claim(word) => vec![Referent::Claim],
                (Some(Meaning::Value), Role::Value) => {
                    let kind = values.iter().find(|(at, _)| within(at)).map(|(_, kind)| *kind);
                    in_value(kind)
                }
                _ => return None,
            };
            of.into_iter().find_map(|of| self.referred(of, word.says))
        };
        words(text)
            .iter()
            .filter_map(|word| Some(Splice { at: word.at.clone(), text: named(word)? }))
            .collect()
    }

    /// The new name of what is referred to by a word, where that is what is renamed, or lies below it.
    fn referred(&self, of: Referent, says: &str) -> Option<String> {
        let below = |mark: char| {
            let rest = says.strip_prefix(self.from.as_str())?.strip_prefix(mark)?;
            Some(format!("{}{mark}{rest}", self.to))
        };
        match (self.of, of) {
            (own, of) if own == of => (says == self.from).then(|| self.to.clone()),
            (Referent::Source, Referent::Claim) => below('#'),
            (Referent::Event, Referent::Question) => below('/'),
            _ => None,
        }
    }

    /// The new id of what is defined by a key.
    fn defined(&self, of: Referent, path: &[&str]) -> Option<String> {
        let last = *path.last()?;
        let own = match of {
            Referent::Question => format!("{}/{last}", path.get(1)?),
            _ => last.to_owned(),
        };
        let id = self.to.rsplit(['/', '#']).next().unwrap_or_default();
        (of == self.of && own == self.from).then(|| id.to_owned())
    }

    /// What keeps the names of claims that are called after the question, and changes that of the claim that is meant.
    fn kept_ids(&self, file: &WrittenFile) -> Vec<Splice> {
        let id = |words: &str| Some(Raw::of_words(words));
        let mut made = Vec::new();
        for claim in file.claims() {
            let has_none = claim.words(ClaimKey::Id).is_none();
            let change = match self.of {
                Referent::Question if has_none && claim.words(ClaimKey::Question) == Some(&self.from) => {
                    claim.id().and_then(id)
                }
                Referent::Claim => {
                    let name = claim.source().zip(claim.id()).map(|(source, id)| format!("{source}#{id}"));
                    let new = self.to.rsplit('#').next().unwrap_or_default();
                    if name.as_ref() == Some(&self.from) { id(new) } else { None }
                }
                _ => None,
            };
            if change.is_some() {
                made.extend(splices(file.text(), claim, &[(RowKey::Claim(ClaimKey::Id), change)]));
            }
        }
        made
    }

    /// The lock, where it speaks of it.
    fn in_lock(&self, lock: &Lock) -> Option<Lock> {
        let (of_claim, of_source) = (
            |name: &String| self.referred(Referent::Claim, name),
            |name: &String| self.referred(Referent::Source, name),
        );
        let is_touched = lock.entries.keys().any(|name| of_claim(name).is_some())
            || lock.texts.keys().any(|name| of_source(name).is_some());
        let entries = lock.entries.iter();
        let entries =
            entries.map(|(name, entry)| (of_claim(name).unwrap_or_else(|| name.clone()), entry.clone()));
        let texts = lock.texts.iter();
        let texts = texts.map(|(name, text)| (of_source(name).unwrap_or_else(|| name.clone()), text.clone()));
        is_touched.then(|| Lock { entries: entries.collect(), texts: texts.collect() })
    }

    /// The baseline knows findings by their claims and questions: those that stay where they are get their new fingerprints.
    fn in_baseline(
        &self,
        (before, after): (&Audit, &Audit),
        today: Day,
        renamed: &mut Renamed,
    ) -> Result<(), Error> {
        let baseline = before.dossier.files.0.iter().find(|file| file.path == BASELINE);
        let Some(file) = baseline.filter(|_| !renamed.files.is_empty()) else { return Ok(()) };
        let (before, after) = (before.judged(today)?, after.judged(today)?);
        let is_of_file =
            |finding: &&crate::judge::Finding| !crate::judge::rules::is_of_baseline(finding.rule);
        let old: Vec<_> = before.findings().iter().filter(is_of_file).collect();
        let new: Vec<_> = after.findings().iter().filter(is_of_file).collect();
        if old.len() != new.len() {
            return Ok(());
        }
        let mut text = file.text.clone();
        let mut places = 0;
        for (old, new) in old.into_iter().zip(new).filter(|(old, new)| old.rule.name == new.rule.name) {
            let (old, new) = (old.fingerprint(), new.fingerprint());
            if old != new && text.contains(&old) {
                text = text.replace(&old, &new);
                places += 1;
            }
        }
        if places > 0 {
            renamed.places.insert(BASELINE.to_owned(), places);
            renamed.files.insert(BASELINE.to_owned(), text);
        }
        Ok(())
    }
}

/// What a key or a value means by the keys that lead to it.
enum Meaning {
    /// The id of something that is defined there.
    Id(Referent),
    /// The id of something that is defined elsewhere.
    Refers(Referent),
    /// What a claim answers.
    Value,
}

fn meaning(table: &'static FormatTable, path: &[&str]) -> Option<Meaning> {
    let (first, rest) = path.split_first()?;
    let key = table.keys.iter().find(|key| key.name == *first)?;
    match key.form {
        KeyForm::Id(of) | KeyForm::Ids(of) | KeyForm::IdOrIds(of) | KeyForm::Partitions(of) => {
            Some(Meaning::Refers(of))
        }
        KeyForm::Value => Some(Meaning::Value),
        KeyForm::Table(table) | KeyForm::Tables(table) => meaning(table, rest),
        KeyForm::ById(table) => match rest {
            [_] => Referent::named(key.name).map(Meaning::Id),
            [_, rest @ ..] => meaning(table, rest),
            [] => None,
        },
        _ => None,
    }
}

/// Whether a word within a value names a claim, to which a figure is relative.
fn is_of_claim(word: &Word<'_>) -> bool {
    let relative = [ValueKey::HigherThan, ValueKey::LowerThan];
    word.path.last().is_some_and(|key| relative.iter().any(|of| of.word() == *key))
}

/// What the ids within a value of a question's type may name.
fn in_value(kind: Option<&Kind>) -> Vec<Referent> {
    match kind {
        Some(Kind::Place { .. }) => vec![Referent::Place],
        Some(Kind::Agent { .. }) => vec![Referent::Agent],
        Some(Kind::Set) => vec![Referent::Agent, Referent::Place],
        _ => Vec::new(),
    }
}

/// Where the values of claims stand in a file, with the types of their questions.
fn values(dossier: &Dossier, file: FileId) -> Vec<(std::ops::Range<usize>, &Kind)> {
    let claims = dossier.claims.iter().filter(|(_, claim)| claim.value_spot.file == file);
    claims.map(|(_, claim)| (claim.value_spot.range(), &dossier.questions[claim.question].kind)).collect()
}

fn names(dossier: &Dossier, of: Referent) -> Vec<&str> {
    match of {
        Referent::Source => dossier.sources.names().collect(),
        Referent::Agent => dossier.agents.names().collect(),
        Referent::Place => dossier.places.names().collect(),
        Referent::Event => dossier.events.names().collect(),
        Referent::Question => dossier.questions.names().collect(),
        Referent::Group => dossier.groups.names().collect(),
        Referent::Claim => dossier.claims.names().collect(),
    }
}
