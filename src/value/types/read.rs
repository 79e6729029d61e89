//! Reading a written value by its question's type.

use super::context::Context;
use super::denied::{Floor, deny};
use super::kind::Kind;
use super::raw::{Raw, ValueKey};
use super::refusal::Refusal;
use super::{agent, amount, choice, count, date, place, set, text, yes_no};
use crate::value::shape::{Bounds, Figure, Names, Shape};

/// A value as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) shape: Shape,
    /// What the words say by themselves, where they are denied.
    pub(crate) stated: Option<Shape>,
}

impl Kind {
    /// Reads a value as written, of a claim that affirms it.
    ///
    /// # Errors
    /// What cannot be made out, allows nothing, or names something that the dossier does not define.
    pub(crate) fn read(&self, raw: &Raw, context: &Context) -> Result<Reading, Refusal> {
        let (shape, floor) = self.read_stated(raw.under(ValueKey::Not).unwrap_or(raw), context)?;
        if raw.under(ValueKey::Not).is_none() {
            return Ok(Reading { shape, stated: None });
        }
        Ok(Reading { shape: deny(self, &shape, floor, raw)?, stated: Some(shape) })
    }

    /// Reads a value as written, of a claim that denies it: what is left.
    ///
    /// # Errors
    /// As [`Kind::read`], and where nothing is left.
    pub(crate) fn read_denied(&self, raw: &Raw, context: &Context) -> Result<Reading, Refusal> {
        let (shape, floor) = self.read_stated(raw.under(ValueKey::Not).unwrap_or(raw), context)?;
        let left = deny(self, &shape, floor, raw)?;
        let left = if raw.under(ValueKey::Not).is_some() { deny(self, &left, Floor::No, raw)? } else { left };
        Ok(Reading { shape: left, stated: Some(shape) })
    }

    /// What the words say by themselves, and what a denial of them leaves.
    fn read_stated(&self, raw: &Raw, context: &Context) -> Result<(Shape, Floor), Refusal> {
        let quantifiers = context.quantifiers;
        let names = |many: bool| if many { Names::Among } else { Names::OneOf };
        let (shape, floor) = match self {
            Kind::Count => {
                let (bounds, floor) = count::read(raw, quantifiers)?;
                (Shape::Figure(Figure::of(bounds)), floor)
            }
            Kind::Amount { unit } => {
                let (bounds, floor) = amount::read(raw, unit.as_deref(), quantifiers)?;
                (Shape::Figure(Figure::of(bounds)), floor)
            }
            Kind::Date => (Shape::Times(date::read(raw, context.zone)?), Floor::No),
            Kind::Place { many } => (Shape::Names(place::read(raw, names(*many), context)?), Floor::No),
            Kind::Agent { many } => (Shape::Names(agent::read(raw, names(*many), context)?), Floor::No),
            Kind::Choice { options } => (Shape::Options(choice::read(raw, options)?), Floor::No),
            Kind::Set => (Shape::Items(set::read(raw, context)?), Floor::No),
            Kind::YesNo => (Shape::Options(yes_no::read(raw)?), Floor::No),
            Kind::Text => (Shape::Words(text::read(raw)?), Floor::No),
        };
        Ok((if quantifiers.is_strict() { strict(shape) } else { shape }, floor))
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
