//! Reading what a claim answers, by its question's type.

use crate::load::at::At;
use crate::load::dates::suggest_years;
use crate::load::entry::Entry;
use crate::load::ids::Ids;
use crate::load::keys::ClaimKey;
use crate::load::names::with_article;
use crate::model::Dossier;
use crate::model::claim::{Answer, Denial, Relative, Says, Stance};
use crate::model::problem::{Problem, ProblemKind};
use crate::model::table::ClaimId;
use crate::text::{FileId, Spot};
use crate::value::calendar::Zone;
use crate::value::quantity::Certainty;
use crate::value::shape::{Bounds, Node};
use crate::value::types::{Context, Form, Kind, Lookup, Made, Named, Raw, Reading, Refusal, ValueKey, Way};

/// What values of claims may refer to.
pub(super) struct Values<'a> {
    pub(super) ids: &'a Ids,
    pub(super) dossier: &'a Dossier,
    /// Where a time without an offset stands.
    pub(super) zone: Option<&'a Zone>,
    /// What the source is in, by its BCP 47 tag.
    pub(super) language: Option<&'a str>,
}

impl Lookup for Values<'_> {
    fn agent(&self, id: &str) -> Option<Node> {
        self.dossier.agents.find(id).map(|id| self.dossier.agent_node(id))
    }

    fn place(&self, id: &str) -> Option<Node> {
        self.dossier.places.find(id).map(|id| self.dossier.place_node(id))
    }

    fn word(&self, word: &str) -> Option<Node> {
        let first = (self.dossier.agents.len() + self.dossier.places.len()) as u32;
        self.ids.word(word).map(|number| Node(first + number))
    }
}

/// What a claim answers, or what has to be known before that can be read.
pub(super) enum Answered {
    Read(Answer),
    /// It is relative to another claim.
    Relative(Box<Pending>),
}

/// A value that is read after the claim that it is relative to.
pub(super) struct Pending {
    pub(super) value: Raw,
    pub(super) way: Way,
    pub(super) other: ClaimId,
    pub(super) stance: Stance,
    pub(super) certainty: Certainty,
    /// Where the name of the other stands.
    pub(super) other_spot: Spot,
}

/// How a value is to be read, beside the value.
pub(super) struct Asking<'a> {
    pub(super) kind: &'a Kind,
    /// The question's full name.
    pub(super) question: &'a str,
    pub(super) stance: Stance,
    pub(super) certainty: Certainty,
}

impl Values<'_> {
    /// What a claim answers to its question; `None` where that cannot be read.
    pub(super) fn answer(
        &self,
        asking: &Asking,
        value: Option<&Raw>,
        entry: &mut Entry<ClaimKey>,
    ) -> Option<Answered> {
        match (asking.stance.silence(), value) {
            (Some(silence), value) => {
                if let Some(value) = value {
                    report_stray(value, entry);
                }
                Some(Answered::Read(Answer::Silent(silence)))
            }
            (None, None) => {
                report_missing(asking, entry);
                None
            }
            (None, Some(value)) => match value.relative().filter(|_| asking.kind.is_measure()) {
                Some((way, other)) => self.relative(asking, value, way, other, entry),
                None => self.read(asking, value, entry).map(Answered::Read),
            },
        }
    }

    fn read(&self, asking: &Asking, value: &Raw, entry: &mut Entry<ClaimKey>) -> Option<Answer> {
        if let (Kind::Date, Form::Text(words)) = (asking.kind, &value.form) {
            suggest_years(words, entry.at(&value.at), entry.problems());
        }
        match self.reading(asking.kind, asking.stance, asking.certainty, value, None) {
            Ok(reading) => Some(Answer::Says(Box::new(says(value, asking.stance, reading, None)))),
            Err(refusal) => {
                let file = entry.spot().file;
                entry.problems().extend(self.refused(refusal, value, asking.kind, file));
                None
            }
        }
    }

    /// A relative figure: the other's name is looked up now, and its figure when all claims are there.
    fn relative(
        &self,
        asking: &Asking,
        value: &Raw,
        way: Way,
        other: &Raw,
        entry: &mut Entry<ClaimKey>,
    ) -> Option<Answered> {
        let other_spot = entry.at(&other.at);
        let Form::Text(name) = &other.form else {
            let message = format!("{} is no name of a claim", other.described());
            let problem = Problem::new(ProblemKind::UnreadableValue, other_spot, message);
            let problem = problem.label("expected the other claim's name, as `\"SOURCE#CLAIM\"`");
            entry.problems().push(problem);
            return None;
        };
        let name = At { value: name.clone(), spot: other_spot };
        let other = self.ids.claims.resolve(&name, entry.problems())?;
        let (value, stance, certainty) = (value.clone(), asking.stance, asking.certainty);
        Some(Answered::Relative(Box::new(Pending { value, way, other, stance, certainty, other_spot })))
    }

    /// Reads a value of a kind, beside what the claim allows that it is relative to. What is not read as English may be a figure in
    /// the words of its source.
    pub(super) fn reading(
        &self,
        kind: &Kind,
        stance: Stance,
        certainty: Certainty,
        value: &Raw,
        other: Option<&Bounds>,
    ) -> Result<Reading, Refusal> {
        let (quantifiers, zone) = (&self.dossier.quantifiers, self.zone);
        let context = Context { quantifiers, names: self, zone, certainty, other };
        let read = |value: &Raw| match stance {
            Stance::Denies => kind.read_denied(value, &context),
            _ => kind.read(value, &context),
        };
        let own = || value.legible(self.language).filter(|_| kind.is_measure());
        read(value).or_else(|refusal| own().and_then(|own| read(&own).ok()).ok_or(refusal))
    }

    /// Why a value of a kind is refused, which stands in a file.
    pub(super) fn refused(&self, refusal: Refusal, value: &Raw, kind: &Kind, file: FileId) -> Vec<Problem> {
        let words = value.words();
        match refusal {
            Refusal::Unreadable(why, at) => {
                let said = format!("the value `{words}` cannot be read as {}", with_article(kind.name()));
                let problem = Problem::new(ProblemKind::UnreadableValue, Spot::new(file, &at), said);
                vec![Problem { help: why.help, ..problem.label(why.message) }]
            }
            Refusal::OutOfOrder(why, at) => {
                let spot = Spot::new(file, &at);
                let said = format!("the value `{words}` allows nothing");
                let unread = Problem::new(ProblemKind::UnreadableValue, spot, said);
                let message = format!("the bounds of `{words}` are in the wrong order");
                let order = Problem::new(ProblemKind::BoundOrder, spot, message);
                vec![unread.label(why.message.clone()), order.label(why.message)]
            }
            Refusal::Unknown { what, id, at } => {
                let known = match what {
                    Named::Agent => &self.ids.agents,
                    Named::Place => &self.ids.places,
                };
                vec![known.unknown(&id, Spot::new(file, &at))]
            }
        }
    }
}

/// What a claim says by a value that was read.
pub(super) fn says(value: &Raw, stance: Stance, reading: Reading, relative: Option<(Way, ClaimId)>) -> Says {
    let denial = match stance {
        Stance::Denies => Some(Denial::Stance),
        _ => value.under(ValueKey::Not).map(|_| Denial::Value),
    };
    let Reading { shape, stated, made } = reading;
    let (sum, relative) = match (made, relative) {
        (Made::Sum(pieces), _) => (pieces, None),
        (Made::Relative(change), Some((way, other))) => {
            (Vec::new(), Some(Relative { other: Some(other), way, change }))
        }
        _ => (Vec::new(), None),
    };
    Says {
        words: value.words(),
        shape,
        stated: stated.map(Box::new),
        denial,
        sum,
        relative: relative.map(Box::new),
    }
}

/// A value on a claim that says nothing.
fn report_stray(value: &Raw, entry: &mut Entry<ClaimKey>) {
    let at = entry.at(&value.at);
    let problem = Problem::new(ProblemKind::UnreadableValue, at, "a value on a claim that says nothing");
    let label = "a source that does not know or declines gives no value";
    entry.problems().push(problem.label(label).help("leave `value` out, or leave `stance` out"));
}

fn report_missing(asking: &Asking, entry: &mut Entry<ClaimKey>) {
    let Asking { kind, question, stance, .. } = *asking;
    let problem = Problem::new(ProblemKind::UnreadableValue, entry.spot(), "this claim has no value");
    let (label, help) = match stance {
        Stance::Denies if kind.is_measure() => (
            "which figure is denied?".to_owned(),
            "write it as `value`; `0` where the source says that there was none",
        ),
        Stance::Denies => (
            format!("`value` is missing here: what does the source deny of `{question}`?"),
            "write what the source denies as `value`",
        ),
        _ => (
            format!("`value` is missing here: what does the source say of `{question}`?"),
            "where the source does not know, write `stance = \"unknown\"`; where it declines, \"declines\"",
        ),
    };
    entry.problems().push(problem.label(label).help(help));
}
