//! Reading a written value by its question's type.

use super::context::Context;
use super::denied::deny;
use super::kind::Kind;
use super::measured::Made;
use super::raw::{Raw, ValueKey};
use super::refusal::Refusal;
use super::{agent, amount, choice, count, date, place, set, text, yes_no};
use crate::value::quantity::Denied;
use crate::value::shape::{Names, Shape};

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

/// Read strictly, for every type: the soft set is the hard one. A figure's is already, by its words.
fn strict(shape: Shape) -> Shape {
    match shape {
        Shape::Times(times) => Shape::Times(times.strict()),
        Shape::Names(Names::Near(node)) => Shape::Names(Names::Anywhere(node)),
        shape => shape,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::quantity::{Certainty, Preset, Quantifiers};
    use crate::value::shape::{Bounds, Items, Node, Runs};
    use crate::value::types::context::Lookup;
    use crate::value::types::measured::Addend;
    use crate::value::types::raw::{Form, Key};

    /// Finds every word, and every id that has a letter.
    struct Anybody;

    impl Lookup for Anybody {
        fn agent(&self, _: &str) -> Option<Node> {
            None
        }

        fn place(&self, id: &str) -> Option<Node> {
            Some(Node(0)).filter(|_| id.contains(char::is_alphabetic))
        }

        fn word(&self, _: &str) -> Option<Node> {
            Some(Node(1))
        }
    }

    fn raw(form: Form) -> Raw {
        Raw { form, at: 0..1 }
    }

    fn text(words: &str) -> Raw {
        raw(Form::Text(words.to_owned()))
    }

    fn number(digits: &str) -> Raw {
        raw(Form::Integer(digits.to_owned()))
    }

    fn list(items: Vec<Raw>) -> Raw {
        raw(Form::List(items))
    }

    fn table<const N: usize>(entries: [(ValueKey, Raw); N]) -> Raw {
        let key = |key: ValueKey| Key { name: key.name().to_owned(), at: 0..1 };
        raw(Form::Table(entries.into_iter().map(|(name, value)| (key(name), value)).collect()))
    }

    /// Of a claim that is an estimate, beside one that says a hundred.
    fn read(kind: &Kind, value: &Raw, preset: Preset) -> Result<Reading, Refusal> {
        let (quantifiers, other) = (Quantifiers::new(preset), Bounds::exactly(Runs::one(100)));
        let (certainty, other) = (Certainty::Estimated, Some(&other));
        let context = Context { quantifiers: &quantifiers, names: &Anybody, zone: None, certainty, other };
        kind.read(value, &context)
    }

    /// Both sets, hard and soft, as people write them.
    fn sets(kind: &Kind, value: &Raw, preset: Preset) -> Option<[String; 2]> {
        let shape = read(kind, value, preset).ok()?.shape;
        let bounds = shape.numbers()?;
        Some([kind.shown(&bounds.hard), kind.shown(&bounds.soft)])
    }

    #[test]
    fn every_form_is_read_as_it_is_written() {
        use ValueKey::{Best, By, HigherThan, Max, Min, Not, Sum, Words};
        let (count, date, share) = (Kind::Count, Kind::Date, Kind::Amount { unit: Some("%".to_owned()) });
        for (kind, value, [hard, soft]) in [
            (&date, raw(Form::Date("2024-01-28".to_owned())), ["28 January 2024"; 2]),
            (
                &date,
                table([(Not, text("2024-01-28~"))]),
                [
                    "until 27 January 2024 or from 29 January 2024",
                    "until 26 January 2024 or from 30 January 2024",
                ],
            ),
            (
                &count,
                table([(Min, number("24")), (Max, number("99")), (Best, number("50"))]),
                ["24 to 99", "50"],
            ),
            (&count, table([(Sum, list(vec![number("70"), text("a")]))]), ["71"; 2]),
            // A difference is as the source states it, however sure it is of the whole.
            (&count, table([(HigherThan, text("x#y")), (By, text("80"))]), ["180"; 2]),
            // "At least" is a floor for who denies it, with a best figure too, but not beside other bounds.
            (
                &count,
                table([(Not, table([(Words, text("at least 34")), (Best, number("40"))]))]),
                ["0 to 33"; 2],
            ),
            (
                &count,
                table([(Not, table([(Words, text("at least 34")), (Min, number("30"))]))]),
                ["0 to 33, 69 or more", "0 to 29"],
            ),
            (
                &count,
                table([(Not, table([(Words, text("at least 34")), (Max, number("90"))]))]),
                ["0 to 33, 69 or more", "0 to 33, 91 or more"],
            ),
            // A share is none of more than all there is, unless it is said at all there is to be more.
            (&share, table([(Min, number("50"))]), ["50 to 100"; 2]),
            (&share, table([(Max, number("80"))]), ["0 to 80"; 2]),
            (&share, table([(Min, number("100"))]), ["100 or more"; 2]),
            (&share, table([(Min, number("50")), (Max, number("120"))]), ["50 to 120"; 2]),
            (&share, table([(Sum, list(vec![text("60%"), text("40%")]))]), ["99 to 100", "100"]),
        ] {
            assert_eq!(sets(kind, &value, Preset::News), Some([hard, soft].map(str::to_owned)), "{value:?}");
        }
    }

    #[test]
    fn read_strictly_soft_is_hard_whatever_is_written() {
        use ValueKey::{Best, By, HigherThan, Min, Sum};
        let about = text("about 40");
        for (kind, value, expected) in [
            // An estimate is from half of it to twice it; what others are made of is read as stated.
            (Kind::Count, about.clone(), "20 to 80"),
            (Kind::Count, table([(Sum, list(vec![about.clone(), text("a")]))]), "33 to 49"),
            (Kind::Count, table([(HigherThan, text("x#y")), (By, about)]), "132 to 148"),
            (Kind::Count, table([(Min, number("30")), (Best, number("40"))]), "30 or more"),
            (Kind::Date, text("2024-01-28~"), "27 January 2024 to 29 January 2024"),
        ] {
            let strict = sets(&kind, &value, Preset::Strict);
            assert_eq!(strict, Some([expected, expected].map(str::to_owned)), "{value:?}");
        }
    }

    #[test]
    fn what_says_nothing_is_refused() {
        let (place, many) = (Kind::Place { many: false }, Kind::Place { many: true });
        for (kind, value) in [
            (&place, list(vec![])),
            (&many, list(vec![])),
            (&place, list(vec![text("amman"), text("none")])),
            (&Kind::Set, list(vec![])),
            (&Kind::Set, table([(ValueKey::Without, list(vec![]))])),
            (&Kind::Set, list(vec![text("rice"), text("none")])),
            (&Kind::Set, list(vec![text(" ")])),
            (&Kind::Set, table([(ValueKey::Exactly, list(vec![text("")]))])),
            (&Kind::Text, text("")),
            (&Kind::Text, text(" \n")),
        ] {
            assert!(read(kind, &value, Preset::News).is_err(), "{value:?}");
        }
        let nothing = read(&Kind::Set, &table([(ValueKey::Exactly, list(vec![]))]), Preset::News);
        assert_eq!(nothing.map(|read| read.shape), Ok(Shape::Items(Items::Exactly(vec![]))));
    }

    #[test]
    fn a_sum_keeps_its_pieces_and_which_of_them_are_articles() {
        let value = table([(ValueKey::Sum, list(vec![text("seventy"), text("An"), number("3")]))]);
        let said = |number: i128| Addend::Said(Bounds::exactly(Runs::one(number)));
        let made = read(&Kind::Count, &value, Preset::News).unwrap().made;
        assert_eq!(made, Made::Sum(vec![said(70), Addend::Article, said(3)]));
    }
}
