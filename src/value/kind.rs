//! The nine types of question, and reading a written value by its question's type.

use crate::vocabulary::vocabulary;
use std::ops::Range;

use super::calendar;
use super::number::Measure;
use super::quantity::Quantifiers;
use super::raw::{Form, Raw};
use super::shape::{Bounds, Names, Node, Runs, Shape};
use super::types::{agent, amount, choice, count, date, place, set, text, yes_no};
use super::unreadable::Unreadable;

/// The type of a question, with what reading its values needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Count,
    Amount { unit: Option<String> },
    Date,
    Place { many: bool },
    Agent { many: bool },
    Choice { options: Vec<String> },
    Set,
    YesNo,
    Text,
}

/// What a reading may ask of the rest of the dossier.
pub(crate) struct Context<'a> {
    pub(crate) quantifiers: &'a Quantifiers,
    pub(crate) names: &'a dyn Lookup,
}

/// A value as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) shape: Shape,
    /// What the words say by themselves, where they are denied.
    pub(crate) stated: Option<Shape>,
}

/// Finds the node of an id.
pub(crate) trait Lookup {
    fn agent(&self, id: &str) -> Option<Node>;
    fn place(&self, id: &str) -> Option<Node>;
    /// A plain word of a set.
    fn word(&self, word: &str) -> Option<Node>;
}

/// Why a value gives no shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Unreadable(Unreadable, Range<usize>),
    /// The lower bound stands above the upper one.
    OutOfOrder(Unreadable, Range<usize>),
    /// An id that the dossier does not define.
    Unknown {
        what: &'static str,
        id: String,
        at: Range<usize>,
    },
}

/// Which of its words' sets a numeric denial excludes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Floor {
    /// "At least n", "more than n": denied, it is all below.
    Yes,
    No,
}

impl Refusal {
    pub(crate) fn unreadable(message: impl Into<String>, raw: &Raw) -> Self {
        Refusal::Unreadable(Unreadable::new(message), raw.at.clone())
    }

    pub(crate) fn of(unreadable: Unreadable, raw: &Raw) -> Self {
        let at = raw.at.clone();
        if unreadable.out_of_order {
            Refusal::OutOfOrder(unreadable, at)
        } else {
            Refusal::Unreadable(unreadable, at)
        }
    }
}

vocabulary! {
    /// The types of question.
    pub(crate) enum Type {
        Count = "count",
        Amount = "amount",
        Date = "date",
        Place = "place",
        Agent = "agent",
        Choice = "choice",
        Set = "set",
        YesNo = "yes-no",
        Text = "text",
    }
}

impl Kind {
    /// The names of the nine types, as format.md gives them.
    /// Its type, without what belongs to one question.
    pub(crate) fn of(&self) -> Type {
        match self {
            Kind::Count => Type::Count,
            Kind::Amount { .. } => Type::Amount,
            Kind::Date => Type::Date,
            Kind::Place { .. } => Type::Place,
            Kind::Agent { .. } => Type::Agent,
            Kind::Choice { .. } => Type::Choice,
            Kind::Set => Type::Set,
            Kind::YesNo => Type::YesNo,
            Kind::Text => Type::Text,
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        self.of().name()
    }

    /// Whether values are measured: counts and amounts, which alone can grow, add up or have a basis.
    pub(crate) fn is_measure(&self) -> bool {
        matches!(self, Kind::Count | Kind::Amount { .. })
    }

    /// A set of this type's numbers, as people write it.
    pub(crate) fn shown(&self, set: &Runs) -> String {
        match self {
            Kind::Date => calendar::shown(set),
            Kind::Amount { .. } => Measure::Amount.shown(set),
            _ => Measure::Count.shown(set),
        }
    }

    /// Reads a value as written. With `denied` the claim denies it: the reading is what is left.
    ///
    /// # Errors
    /// What cannot be made out, allows nothing, or names something that the dossier does not define.
    pub(crate) fn read(&self, raw: &Raw, denied: bool, context: &Context) -> Result<Reading, Refusal> {
        let (inner, negated) = match &raw.form {
            Form::Table(entries) if entries.len() == 1 && entries[0].0.name == "not" => (&entries[0].1, true),
            _ => (raw, false),
        };
        let (shape, floor) = self.read_plain(inner, context)?;
        let shape = if context.quantifiers.is_strict() { strict(shape) } else { shape };
        if !negated && !denied {
            return Ok(Reading { shape, stated: None });
        }
        let once = self.deny(&shape, floor, raw)?;
        let read = if negated && denied { self.deny(&once, Floor::No, raw)? } else { once };
        Ok(Reading { shape: read, stated: Some(shape) })
    }

    /// What a denial without a value says: for counts and amounts, zero.
    pub(crate) fn denied_outright(&self) -> Option<Shape> {
        self.is_measure().then(|| Shape::Numbers(Bounds::exactly(Runs::one(0))))
    }

    fn read_plain(&self, raw: &Raw, context: &Context) -> Result<(Shape, Floor), Refusal> {
        let shape = match self {
            Kind::Count | Kind::Amount { .. } => return self.read_measure(raw, context),
            Kind::Date => Shape::Numbers(date::read(raw)?),
            Kind::Place { many } => Shape::Names(place::read(raw, *many, context)?),
            Kind::Agent { many } => Shape::Names(agent::read(raw, *many, context)?),
            Kind::Choice { options } => Shape::Options(choice::read(raw, options)?),
            Kind::Set => Shape::Items(set::read(raw, context)?),
            Kind::YesNo => Shape::Options(yes_no::read(raw)?),
            Kind::Text => Shape::Words(text::read(raw)?),
        };
        Ok((shape, Floor::No))
    }

    fn read_measure(&self, raw: &Raw, context: &Context) -> Result<(Shape, Floor), Refusal> {
        let unit = match self {
            Kind::Amount { unit } => Some(unit.as_deref()),
            _ => None,
        };
        let quantifiers = context.quantifiers;
        let number = |raw: &Raw| match &raw.form {
            Form::Integer(text) | Form::Decimal(text) => match unit {
                Some(_) => amount::of_number(text),
                None => count::of_number(text),
            }
            .map_err(|why| Refusal::of(why, raw)),
            _ => Err(Refusal::unreadable(format!("expected a number here, found {}", raw.described()), raw)),
        };
        let (bounds, floor) = match &raw.form {
            Form::Text(words) => {
                let read = match unit {
                    Some(unit) => amount::read(words, unit, quantifiers),
                    None => count::read(words, quantifiers),
                };
                let floor = quantifiers.is_floor(words);
                (read.map_err(|why| Refusal::of(why, raw))?, if floor { Floor::Yes } else { Floor::No })
            }
            Form::Integer(_) | Form::Decimal(_) => (Bounds::exactly(Runs::one(number(raw)?)), Floor::No),
            Form::Table(entries) => {
                let mut ends = [None, None, None];
                let mut words = None;
                for (key, value) in entries {
                    match (key.name.as_str(), &value.form) {
                        ("min", _) => ends[0] = Some(number(value)?),
                        ("max", _) => ends[1] = Some(number(value)?),
                        ("best", _) => ends[2] = Some(number(value)?),
                        ("words", Form::Text(text)) => words = Some(text.as_str()),
                        _ => {
                            let message = format!("`{}` is no bound of a value", key.name);
                            let why =
                                Unreadable::new(message).help("expected `min`, `max`, `best` or `words`");
                            return Err(Refusal::Unreadable(why, key.at.clone()));
                        }
                    }
                }
                let [min, max, best] = ends;
                let read = match unit {
                    Some(unit) => amount::bounded(min, max, words, best, unit, quantifiers),
                    None => count::bounded(min, max, words, best, quantifiers),
                };
                let floor =
                    min.is_none() && max.is_none() && words.is_some_and(|words| quantifiers.is_floor(words));
                (read.map_err(|why| Refusal::of(why, raw))?, if floor { Floor::Yes } else { Floor::No })
            }
            _ => {
                let message = format!("{} does not say a number", raw.described());
                let help = "expected a number, the source's words in quotes, or bounds such as `{ min = 24, max = 99 }`";
                return Err(Refusal::Unreadable(Unreadable::new(message).help(help), raw.at.clone()));
            }
        };
        Ok((Shape::Numbers(bounds), floor))
    }

    /// What is left when a value is ruled out: hard is all outside its soft set, soft all outside its hard set
    /// (or as hard, where that is nothing).
    fn deny(&self, shape: &Shape, floor: Floor, raw: &Raw) -> Result<Shape, Refusal> {
        let nothing = || Refusal::unreadable("ruling this out leaves nothing", raw);
        match shape {
            Shape::Numbers(bounds) => {
                let domain = if self.is_measure() { Runs::from(0) } else { Runs::everything() };
                let outside = |set: &Runs| set.complement().intersection(&domain);
                let (hard, soft) = match (floor, bounds.hard.least()) {
                    // Of an amount there is no next lower number: denied, "at least n" ends at n.
                    (Floor::Yes, Some(least)) if matches!(self, Kind::Amount { .. }) => {
                        (Runs::between(0, least), Runs::between(0, least))
                    }
                    (Floor::Yes, _) => (outside(&bounds.hard), outside(&bounds.hard)),
                    (Floor::No, _) => (outside(&bounds.soft), outside(&bounds.hard)),
                };
                if hard.is_empty() {
                    return Err(nothing());
                }
                let soft = if soft.is_empty() { hard.clone() } else { soft };
                Ok(Shape::Numbers(Bounds { hard, soft }))
            }
            Shape::Names(Names::OneOf(list)) => Ok(Shape::Names(Names::NoneOf(list.clone()))),
            Shape::Names(Names::NoneOf(list)) => Ok(Shape::Names(Names::OneOf(list.clone()))),
            Shape::Names(Names::Among(list)) => Ok(Shape::Names(Names::NotAmong(list.clone()))),
            Shape::Names(Names::NotAmong(list)) => Ok(Shape::Names(Names::Among(list.clone()))),
            Shape::Options(chosen) => {
                let count = match self {
                    Kind::Choice { options } => options.len() as u32,
                    _ => 2,
                };
                let left: Vec<u32> = (0..count).filter(|option| !chosen.contains(option)).collect();
                if left.is_empty() { Err(nothing()) } else { Ok(Shape::Options(left)) }
            }
            Shape::Names(Names::Near(_) | Names::Anywhere(_)) | Shape::Items(_) | Shape::Words(_) => {
                let message = match shape {
                    Shape::Names(_) => "a `near` cannot be denied".to_owned(),
                    _ => format!("a value of type {} cannot be denied", self.name()),
                };
                let why =
                    Unreadable::new(message).help("say what the source does affirm, or what it leaves out");
                Err(Refusal::Unreadable(why, raw.at.clone()))
            }
        }
    }
}

/// Read strictly, for every type: the soft set is the hard one.
fn strict(shape: Shape) -> Shape {
    match shape {
        Shape::Numbers(bounds) => Shape::Numbers(Bounds::exactly(bounds.hard)),
        Shape::Names(Names::Near(node)) => Shape::Names(Names::Anywhere(node)),
        shape => shape,
    }
}
