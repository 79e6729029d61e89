//! Reading a written value by its question's type.

use super::context::Context;
use super::denied::deny;
use super::kind::Kind;
use super::measured::Made;
use super::raw::{Raw, ValueKey};
use super::refusal::Refusal;
use super::{agent, amount, choice, count, date, place, set, text, yes_no};
use crate::value::quantity::Denied;
use crate::value::shape::{Bounds, Figure, Names, Shape};

/// A value as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) shape: Shape,
    /// What the words say by themselves, where they are denied.
    pub(crate) stated: Option<Shape>,
    pub(crate) made: Made,
}

/// What words say by themselves.
struct Stated {
    shape: Shape,
    /// What a denial of them leaves.
    denied: Denied,
    made: Made,
}

impl Kind {
    /// Reads a value as written, of a claim that affirms it.
    ///
    /// # Errors
    /// What cannot be made out, allows nothing, or names something that the dossier does not define.
    pub(crate) fn read(&self, raw: &Raw, context: &Context) -> Result<Reading, Refusal> {
        let Stated { shape, denied, made } =
            self.read_stated(raw.under(ValueKey::Not).unwrap_or(raw), context)?;
        if raw.under(ValueKey::Not).is_none() {
            return Ok(Reading { shape, stated: None, made });
        }
        Ok(Reading { shape: deny(self, &shape, denied, raw)?, stated: Some(shape), made })
    }

    /// Reads a value as written, of a claim that denies it: what is left.
    ///
    /// # Errors
    /// As [`Kind::read`], and where nothing is left.
    pub(crate) fn read_denied(&self, raw: &Raw, context: &Context) -> Result<Reading, Refusal> {
        let Stated { shape, denied, made } =
            self.read_stated(raw.under(ValueKey::Not).unwrap_or(raw), context)?;
        let left = deny(self, &shape, denied, raw)?;
        let is_twice = raw.under(ValueKey::Not).is_some();
        let left = if is_twice { deny(self, &left, Denied::OutsideSoft, raw)? } else { left };
        Ok(Reading { shape: left, stated: Some(shape), made })
    }

    /// What the words say by themselves, and what a denial of them leaves.
    fn read_stated(&self, raw: &Raw, context: &Context) -> Result<Stated, Refusal> {
        let names = |many: bool| if many { Names::Among } else { Names::OneOf };
        let (shape, denied, made) = match self {
            Kind::Count | Kind::Amount { .. } => {
                let measured = match self {
                    Kind::Amount { unit } => amount::read(raw, unit.as_deref(), context)?,
                    _ => count::read(raw, context)?,
                };
                (Shape::Figure(measured.figure), measured.denied, measured.made)
            }
            kind => {
                let shape = match kind {
                    Kind::Date => Shape::Times(date::read(raw, context.zone)?),
                    Kind::Place { many } => Shape::Names(place::read(raw, names(*many), context)?),
                    Kind::Agent { many } => Shape::Names(agent::read(raw, names(*many), context)?),
                    Kind::Choice { options } => Shape::Options(choice::read(raw, options)?),
                    Kind::Set => Shape::Items(set::read(raw, context)?),
                    Kind::YesNo => Shape::Options(yes_no::read(raw)?),
                    Kind::Text | Kind::Count | Kind::Amount { .. } => Shape::Words(text::read(raw)?),
                };
                (shape, Denied::OutsideSoft, Made::Whole)
            }
        };
        let shape = if context.quantifiers.is_strict() { strict(shape) } else { shape };
        Ok(Stated { shape, denied, made })
    }
}

/// Read strictly, for every type: the soft set is the hard one.
fn strict(shape: Shape) -> Shape {
    match shape {
        Shape::Figure(figure) => {
            Shape::Figure(Figure { bounds: Bounds::exactly(figure.bounds.hard), ..figure })
        }
        Shape::Times(times) => Shape::Times(times.strict()),
        Shape::Names(Names::Near(node)) => Shape::Names(Names::Anywhere(node)),
        shape => shape,
    }
}
