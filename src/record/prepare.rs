//! From rows to what is to be done: a new claim, a change of one, nothing, or no as an answer.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::amend::Change;
use super::free::free;
use super::named::Named;
use super::recorded::Recorded;
use super::row::{Refusal, Row, RowKey, What};
use super::typed::{same, shown, typed};
use super::written::ClaimTable;
use crate::load::keys::ClaimKey;
use crate::load::{UNREVIEWED, default_id};
use crate::model::Dossier;
use crate::text::nearest;
use crate::value::types::{Form, Kind, Raw};
use crate::vocabulary::Vocabulary;

/// What a row comes to.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Create(NewClaim),
    Update(ChangedClaim),
    /// The claim of this name says so already.
    Unchanged(String),
    Refuse(Refusal),
}

impl Step {
    /// The full name of the claim that it writes or finds.
    pub(crate) fn claim(&self) -> Option<String> {
        match self {
            Step::Create(new) => Some(format!("{}#{}", new.source, new.id)),
            Step::Update(ChangedClaim { name, .. }) | Step::Unchanged(name) => Some(name.clone()),
            Step::Refuse(_) => None,
        }
    }

    /// What it writes.
    fn values(&self) -> Vec<(RowKey, &Raw)> {
        match self {
            Step::Create(new) => new.given.iter().map(|(key, raw)| (*key, raw)).collect(),
            Step::Update(changed) => {
                changed.changes.iter().filter_map(|(key, to)| Some((*key, to.as_ref()?))).collect()
            }
            Step::Unchanged(_) | Step::Refuse(_) => Vec::new(),
        }
    }

    /// Whether it says something of other claims.
    pub(crate) fn has_links(&self) -> bool {
        self.values().iter().any(|(key, _)| key.refers_to_claims())
    }

    /// Whether it refers to one of some claims: by a link, or as that by which a figure is given.
    pub(crate) fn names_any(&self, claims: &BTreeSet<String>) -> bool {
        let is_one = |words: &str| words.contains('#') && claims.contains(words);
        !claims.is_empty() && self.values().iter().any(|(_, raw)| holds(raw, &is_one))
    }
}

/// Whether a value is words of a kind, or holds some.
pub(super) fn holds(raw: &Raw, is_one: &dyn Fn(&str) -> bool) -> bool {
    match &raw.form {
        Form::Text(words) => is_one(words),
        Form::List(items) => items.iter().any(|item| holds(item, is_one)),
        Form::Table(entries) => entries.iter().any(|(_, item)| holds(item, is_one)),
        _ => false,
    }
}

/// A claim that is not recorded yet.
#[derive(Clone, Debug)]
pub(crate) struct NewClaim {
    pub(crate) source: String,
    pub(crate) id: String,
    /// All of it, `source` left out.
    pub(crate) given: Vec<(RowKey, Raw)>,
}

/// A claim that is recorded otherwise.
#[derive(Clone, Debug)]
pub(crate) struct ChangedClaim {
    pub(crate) name: String,
    /// The file, and the how manieth of its claims.
    pub(crate) place: (usize, usize),
    pub(crate) changes: Vec<Change>,
    /// Of each change, what is written now, as a cell has it.
    pub(crate) from: Vec<String>,
}

/// What is to be done with rows, by what is recorded.
pub(crate) struct Preparing<'r> {
    dossier: &'r Dossier,
    named: Named<'r>,
    recorded: &'r Recorded,
    tables: &'r [Vec<ClaimTable<'r>>],
}

/// What the rows above have said of the claims of one source.
#[derive(Default)]
struct Above {
    /// The ids that new claims have taken.
    taken: BTreeSet<String>,
    /// The names that rows have spoken of, with their places.
    spoken: BTreeMap<String, String>,
}

impl<'r> Preparing<'r> {
    pub(crate) fn new(
        dossier: &'r Dossier,
        recorded: &'r Recorded,
        tables: &'r [Vec<ClaimTable<'r>>],
    ) -> Self {
        Preparing { dossier, named: Named::new(dossier), recorded, tables }
    }

    /// What rows come to, in their order. Those of one source hang on each other, and on no others.
    pub(crate) fn steps(&self, rows: &[Row]) -> Vec<Step> {
        let mut of_source: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            of_source.entry(row.words(ClaimKey::Source)).or_default().push(at);
        }
        let each = of_source.into_par_iter().flat_map_iter(|(_, of_one)| {
            let mut above = Above::default();
            of_one
                .into_iter()
                .map(move |at| (at, self.fit(&rows[at], &mut above).unwrap_or_else(Step::Refuse)))
        });
        let mut steps: Vec<Option<Step>> = rows.iter().map(|_| None).collect();
        for (at, step) in each.collect::<Vec<_>>() {
            steps[at] = Some(step);
        }
        steps.into_iter().flatten().collect()
    }

    fn fit(&self, row: &Row, above: &mut Above) -> Result<Step, Refusal> {
        let Some(source) = row.words(ClaimKey::Source) else {
            let refusal = row.refusal(ClaimKey::Source, "it names no source");
            return Err(refusal.help("give a `source` in every row, or name one for all: `--set source=ID`"));
        };
        if self.dossier.sources.find(source).is_none() {
            let near = nearest(source, self.dossier.sources.names());
            return Err(unknown(row, ClaimKey::Source, "source", source, near));
        }
        let id = row.words(ClaimKey::Id);
        let known = match (id, row.words(ClaimKey::Question)) {
            (Some(id), _) => self.recorded.place(source, id),
            (None, Some(question)) => self.same(row, source, question),
            (None, None) => None,
        };
        let known = known.map(|place| (place, self.tables[place.0][place.1]));
        let asked = row.words(ClaimKey::Question).or(known.and_then(|(_, it)| it.words(ClaimKey::Question)));
        let open = row.short.as_ref().and_then(|short| short.open.clone());
        let Some(question) = asked else {
            let refusal = row.refusal(ClaimKey::Question, "it answers no question");
            return Err(open.unwrap_or_else(|| refusal.help("name one: EVENT/QUESTION")));
        };
        let Some(found) = self.dossier.questions.find(question) else {
            let near = nearest(question, self.dossier.questions.names());
            return Err(unknown(row, ClaimKey::Question, "question", question, near));
        };
        let given = given(row, &self.dossier.questions[found].kind, &self.named);
        let step = match known {
            Some((place, written)) => self.change(source, place, written, own(row, given)),
            None => {
                open.map_or(Ok(()), Err)?;
                self.create(source, question, (id, given), above)
            }
        };
        if let (None, Step::Update(changed)) = (id, &step) {
            is_meant(row, changed)?;
        }
        once(row, &step, above)?;
        Ok(step)
    }

    /// The claim of a source on a question that has the words of a row; of several the one that says all that it says.
    fn same(&self, row: &Row, source: &str, question: &str) -> Option<(usize, usize)> {
        let words = row.words(ClaimKey::Quote)?;
        let kind = self.dossier.questions.find(question).map(|id| &self.dossier.questions[id].kind)?;
        let says =
            |place: &&(usize, usize)| self.tables[place.0][place.1].words(ClaimKey::Quote) == Some(words);
        let like: Vec<&(usize, usize)> = self.recorded.on(source, question).iter().filter(says).collect();
        let given = own(row, given(row, kind, &self.named));
        let alike = |place: &&&(usize, usize)| changes(self.tables[place.0][place.1], &given).0.is_empty();
        like.iter().find(alike).or(like.first()).map(|place| **place)
    }

    fn change(
        &self,
        source: &str,
        place: (usize, usize),
        written: ClaimTable<'_>,
        given: Vec<(RowKey, Option<Raw>)>,
    ) -> Step {
        let name = format!("{source}#{}", written.id().unwrap_or_default());
        let (changes, from) = changes(written, &given);
        // What waits to be reviewed is changed by whoever reviews it.
        let waits = self.recorded.files[place.0].path.starts_with(UNREVIEWED);
        match changes.is_empty() || waits {
            true => Step::Unchanged(name),
            false => Step::Update(ChangedClaim { name, place, changes, from }),
        }
    }

    fn create(
        &self,
        source: &str,
        question: &str,
        (id, given): (Option<&str>, Vec<(RowKey, Option<Raw>)>),
        above: &mut Above,
    ) -> Step {
        let mut given: Vec<(RowKey, Raw)> =
            given.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
        let default = default_id(question);
        let is_taken = |id: &str| self.recorded.place(source, id).is_some() || above.taken.contains(id);
        let id = match id {
            Some(id) => id.to_owned(),
            None => free(default, "", is_taken),
        };
        given.retain(|(key, _)| *key != RowKey::Claim(ClaimKey::Id));
        if id != default {
            given.push((RowKey::Claim(ClaimKey::Id), Raw::of_words(&id)));
        }
        above.taken.insert(id.clone());
        Step::Create(NewClaim { source: source.to_owned(), id, given })
    }
}

/// # Errors
/// A row above speaks of the same claim.
fn once(row: &Row, step: &Step, above: &mut Above) -> Result<(), Refusal> {
    let (Step::Create(_) | Step::Update(_), Some(name)) = (step, step.claim()) else { return Ok(()) };
    match above.spoken.get(&name) {
        Some(place) => {
            let reason = format!("the row at {place} is about `{name}` too");
            Err(row.refusal(ClaimKey::Id, reason).help("keep one of the two, or give them two ids"))
        }
        None => {
            above.spoken.insert(name, row.place());
            Ok(())
        }
    }
}

/// A row that gives no id may say more of a claim with its words, and nothing else than it says: it may be about another, or a guess.
///
/// # Errors
/// It says something else.
fn is_meant(row: &Row, changed: &ChangedClaim) -> Result<(), Refusal> {
    let other = changed.changes.iter().zip(&changed.from).find(|(_, from)| !from.is_empty());
    let Some(((key, _), _)) = other else { return Ok(()) };
    let name = &changed.name;
    let reason = format!("`{name}` has these words, and another `{}`", key.name());
    let refusal =
        Refusal { column: row.get(*key).and_then(|given| given.column), ..row.refusal(ClaimKey::Id, reason) };
    let id = name.rsplit_once('#').map_or("", |(_, id)| id);
    Err(refusal.help(format!("give `id` `{id}` to change it, or an id of its own to a claim beside it")))
}

/// What a row gives under each key but `source`, as TOML, names by their ids; `None` is to be taken away. An empty cell gives nothing.
pub(super) fn given(row: &Row, kind: &Kind, named: &Named<'_>) -> Vec<(RowKey, Option<Raw>)> {
    let given = row.given.iter().filter(|given| given.key != RowKey::Claim(ClaimKey::Source));
    let by_id = |key: RowKey, value: Raw| Some((key, Some(named.by_id(key, value, kind))));
    given
        .filter_map(|given| match &given.what {
            What::Typed(value) => by_id(given.key, value.clone()),
            What::Cell(words) => by_id(given.key, typed(given.key, words, kind)?),
            What::Nothing => Some((given.key, None)),
        })
        .collect()
}

/// What of it a row says itself, and not the words that it quotes.
fn own(row: &Row, mut given: Vec<(RowKey, Option<Raw>)>) -> Vec<(RowKey, Option<Raw>)> {
    given.retain(|(key, _)| !row.is_told(*key));
    given
}

/// What differs from what is written, and what is written there.
fn changes(written: ClaimTable<'_>, given: &[(RowKey, Option<Raw>)]) -> (Vec<Change>, Vec<String>) {
    let (mut changes, mut from) = (Vec::new(), Vec::new());
    for (key, to) in given {
        let now = match (key, written.get(*key)) {
            (RowKey::Claim(ClaimKey::Id), None) => Some(Raw::of_words(written.id().unwrap_or_default())),
            (_, now) => now,
        };
        let is_same = match (&now, to) {
            (Some(now), Some(to)) => same(*key, now, to),
            (now, to) => now.is_none() && to.is_none(),
        };
        if !is_same {
            from.push(now.map(|now| shown(*key, &now)).unwrap_or_default());
            changes.push((*key, to.clone()));
        }
    }
    (changes, from)
}

pub(super) fn unknown(row: &Row, key: ClaimKey, what: &str, name: &str, near: Option<&str>) -> Refusal {
    let refusal = row.refusal(key, format!("no {what} is called `{name}`"));
    match near {
        Some(near) => refusal.help(format!("did you mean `{near}`?")),
        None => refusal.help(format!("record the {what} first, or mend `{}`", key.word())),
    }
}
