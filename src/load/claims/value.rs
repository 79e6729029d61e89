//! Reading what a claim answers, by its question's type.

use crate::load::dates::suggest_years;
use crate::load::entry::Entry;
use crate::load::ids::Ids;
use crate::load::keys::ClaimKey;
use crate::load::names::with_article;
use crate::model::Dossier;
use crate::model::claim::{Answer, Denial, Says, Stance};
use crate::model::problem::{Problem, ProblemKind};
use crate::value::calendar::Zone;
use crate::value::shape::Node;
use crate::value::types::{Context, Form, Kind, Lookup, Named, Raw, Refusal, ValueKey};

/// What values of claims may refer to.
pub(super) struct Values<'a> {
    pub(super) ids: &'a Ids,
    pub(super) dossier: &'a Dossier,
    /// Where a time without an offset stands.
    pub(super) zone: Option<&'a Zone>,
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

impl Values<'_> {
    /// What a claim answers to `question`, which is of this kind; `None` where that cannot be read.
    pub(super) fn answer(
        &self,
        kind: &Kind,
        question: &str,
        stance: Stance,
        value: Option<&Raw>,
        entry: &mut Entry<ClaimKey>,
    ) -> Option<Answer> {
        match (stance.silence(), value) {
            (Some(silence), value) => {
                if let Some(value) = value {
                    report_stray(value, entry);
                }
                Some(Answer::Silent(silence))
            }
            (None, None) => match kind.denied_outright().filter(|_| stance == Stance::Denies) {
                Some(shape) => Some(Answer::Says(Says {
                    words: String::new(),
                    shape,
                    stated: None,
                    denial: Some(Denial::Stance),
                })),
                None => {
                    report_missing(question, entry);
                    None
                }
            },
            (None, Some(value)) => self.read(kind, stance, value, entry).map(Answer::Says),
        }
    }

    fn read(&self, kind: &Kind, stance: Stance, value: &Raw, entry: &mut Entry<ClaimKey>) -> Option<Says> {
        if let (Kind::Date, Form::Text(words)) = (kind, &value.form) {
            suggest_years(words, entry.at(&value.at), entry.problems());
        }
        let denial = match stance {
            Stance::Denies => Some(Denial::Stance),
            _ => value.under(ValueKey::Not).map(|_| Denial::Value),
        };
        let context = Context { quantifiers: &self.dossier.quantifiers, names: self, zone: self.zone };
        let read = match stance {
            Stance::Denies => kind.read_denied(value, &context),
            _ => kind.read(value, &context),
        };
        match read {
            Ok(reading) => {
                Some(Says { words: value.words(), shape: reading.shape, stated: reading.stated, denial })
            }
            Err(refusal) => {
                self.report_refused(refusal, value, kind, entry);
                None
            }
        }
    }

    fn report_refused(&self, refusal: Refusal, value: &Raw, kind: &Kind, entry: &mut Entry<ClaimKey>) {
        let words = value.words();
        match refusal {
            Refusal::Unreadable(why, at) => {
                let said = format!("the value `{words}` cannot be read as {}", with_article(kind.name()));
                let problem = Problem::new(ProblemKind::UnreadableValue, entry.at(&at), said);
                let mut problem = problem.label(why.message);
                problem.help = why.help;
                entry.problems().push(problem);
            }
            Refusal::OutOfOrder(why, at) => {
                let spot = entry.at(&at);
                let said = format!("the value `{words}` allows nothing");
                let unread = Problem::new(ProblemKind::UnreadableValue, spot, said);
                let message = format!("the bounds of `{words}` are in the wrong order");
                let order = Problem::new(ProblemKind::BoundOrder, spot, message);
                entry.problems().push(unread.label(why.message.clone()));
                entry.problems().push(order.label(why.message));
            }
            Refusal::Unknown { what, id, at } => {
                let known = match what {
                    Named::Agent => &self.ids.agents,
                    Named::Place => &self.ids.places,
                };
                let problem = known.unknown(&id, entry.at(&at));
                entry.problems().push(problem);
            }
        }
    }
}

/// A value on a claim that says nothing.
fn report_stray(value: &Raw, entry: &mut Entry<ClaimKey>) {
    let at = entry.at(&value.at);
    let problem = Problem::new(ProblemKind::UnreadableValue, at, "a value on a claim that says nothing");
    let label = "a source that does not know or declines gives no value";
    entry.problems().push(problem.label(label).help("leave `value` out, or leave `stance` out"));
}

fn report_missing(question: &str, entry: &mut Entry<ClaimKey>) {
    let problem = Problem::new(ProblemKind::UnreadableValue, entry.spot(), "this claim has no value");
    let label = format!("`value` is missing here: what does the source say of `{question}`?");
    let help =
        "where the source does not know, write `stance = \"unknown\"`; where it declines, \"declines\"";
    entry.problems().push(problem.label(label).help(help));
}
