//! A new question, agent or place in one line, and the file that it goes into.

use std::collections::BTreeMap;

use super::appended::appended;
use super::toml::string;
use crate::audit::{Audit, Levels};
use crate::error::{Error, ErrorKind};
use crate::load::keys::Referent;
use crate::model::Dossier;
use crate::value::types::Kind;

/// What is defined by a line: its id, and the files with it.
#[derive(Debug)]
pub(crate) struct Defined {
    pub(crate) id: String,
    pub(crate) files: BTreeMap<String, String>,
}

/// The dossier with files in place of its own or beside them, where there are any.
///
/// # Errors
/// As [`Audit::amended`].
pub(crate) fn with(audit: &Audit, files: &BTreeMap<String, String>) -> Result<Option<Audit>, Error> {
    (!files.is_empty()).then(|| audit.amended(files, &Levels::default())).transpose()
}

/// How such a line is written.
pub(crate) fn form(of: Referent) -> &'static str {
    match of {
        Referent::Question => {
            "EVENT/ID TYPE WHAT IS ASKED, such as: fire/injured count How many people were injured?"
        }
        Referent::Place => "ID KIND NAME, such as: port site the port",
        _ => "ID KIND NAME, such as: mayor person Ann Lee",
    }
}

/// Defines a question, an agent or a place.
///
/// # Errors
/// The line lacks something, names an event that there is none of, or could not be read where it goes.
pub(crate) fn define(audit: &Audit, of: Referent, line: &str) -> Result<Defined, Error> {
    let lacks = || {
        let error = Error::new(ErrorKind::Unreadable, format!("`{line}` is no line for a new {}", of.name()));
        error.hint(format!("write {}", form(of)))
    };
    let mut words = line.trim().splitn(3, char::is_whitespace);
    let (Some(id), Some(kind), Some(said)) = (words.next(), words.next(), words.next()) else {
        return Err(lacks());
    };
    let dossier = &audit.dossier;
    let (path, text) = match of {
        Referent::Question => {
            let (event, question) = id.split_once('/').ok_or_else(lacks)?;
            let event_id = dossier.events.find(event).ok_or_else(|| {
                let error = Error::new(ErrorKind::Unknown, format!("no event is called `{event}`"));
                error.hint("write it into a file below claims/ first: [event.ID] with a title")
            })?;
            let path = dossier.files.get(dossier.events[event_id].spot.file).path.clone();
            (
                path,
                format!(
                    "[event.{event}.question.{question}]\nask = {}\n{}",
                    string(said.trim()),
                    type_of(kind)
                ),
            )
        }
        _ => {
            let table = of.name();
            let text = format!("[{table}.{id}]\nname = {}\nkind = {}\n", string(said.trim()), string(kind));
            (home(dossier, of), text)
        }
    };
    let whole = appended(dossier, &path, &text);
    let files = BTreeMap::from([(path, whole)]);
    let after = audit.amended(&files, &Levels::default())?;
    let known = |dossier: &Dossier| match of {
        Referent::Question => dossier.questions.find(id).is_some(),
        Referent::Place => dossier.places.find(id).is_some(),
        _ => dossier.agents.find(id).is_some(),
    };
    if after.dossier.problems.len() > dossier.problems.len() || known(dossier) || !known(&after.dossier) {
        let new = after.dossier.problems.iter();
        let mut new = new.filter(|it| dossier.problems.iter().all(|old| old.message != it.message));
        let why = new.next().map(|it| format!(": {}; {}", it.message, it.label)).unwrap_or_default();
        let error =
            Error::new(ErrorKind::Refused, format!("the {} `{id}` cannot be defined so{why}", of.name()));
        return Err(error.hint(format!("write {}", form(of))));
    }
    Ok(Defined { id: id.to_owned(), files })
}

/// How a dossier knows what a line would define.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Nothing has its id.
    Not,
    /// Just so.
    So,
    /// Something else has its id.
    Otherwise,
}

/// Whether what a line would define is there, and is what the line says.
pub(super) fn known_as(dossier: &Dossier, of: Referent, line: &str) -> Known {
    let mut words = line.trim().splitn(3, char::is_whitespace);
    let id = words.next().unwrap_or_default();
    let (kind, said) = (words.next().unwrap_or_default(), words.next().unwrap_or_default().trim());
    let is_so = match of {
        Referent::Question => dossier.questions.find(id).map(|id| {
            let question = &dossier.questions[id];
            question.ask == said && in_words(&question.kind) == kind
        }),
        Referent::Place => dossier.places.find(id).map(|id| {
            let place = &dossier.places[id];
            place.name == said && place.kind.name() == kind
        }),
        _ => dossier.agents.find(id).map(|id| {
            let agent = &dossier.agents[id];
            agent.name == said && agent.kind.is_some_and(|known| known.name() == kind)
        }),
    };
    match is_so {
        None => Known::Not,
        Some(true) => Known::So,
        Some(false) => Known::Otherwise,
    }
}

/// A type as a line has it: the words of [`type_of`].
fn in_words(kind: &Kind) -> String {
    match kind {
        Kind::Amount { unit: Some(unit) } => format!("{}:{unit}", kind.name()),
        Kind::Choice { options } => {
            format!("{}:{}", kind.name(), options.ids().collect::<Vec<_>>().join("|"))
        }
        kind => kind.name().to_owned(),
    }
}

/// The keys of a type, as `amount:USD` and `choice:drone|rocket` say more.
fn type_of(words: &str) -> String {
    let (kind, more) = words.split_once(':').unwrap_or((words, ""));
    let mut keys = format!("type = {}\n", string(kind));
    match kind {
        "amount" if !more.is_empty() => keys += &format!("unit = {}\n", string(more)),
        "choice" => {
            let options: Vec<String> = more.split('|').map(string).collect();
            keys += &format!("options = [{}]\n", options.join(", "));
        }
        _ => {}
    }
    keys
}

/// Where agents or places stand, most of them.
fn home(dossier: &Dossier, of: Referent) -> String {
    let mut counted: BTreeMap<u32, usize> = BTreeMap::new();
    let spots: Vec<u32> = match of {
        Referent::Place => dossier.places.iter().map(|(_, it)| it.spot.file.0).collect(),
        _ => dossier.agents.iter().map(|(_, it)| it.spot.file.0).collect(),
    };
    spots.into_iter().for_each(|file| *counted.entry(file).or_default() += 1);
    let most = counted.into_iter().max_by_key(|(file, count)| (*count, std::cmp::Reverse(*file)));
    most.map_or_else(
        || format!("sources/{}s.toml", of.name()),
        |(file, _)| dossier.files.get(crate::text::FileId(file)).path.clone(),
    )
}
