//! What is left of a value when it is denied.

use super::kind::Kind;
use super::raw::Raw;
use super::refusal::Refusal;
use crate::value::quantity::Denied;
use crate::value::shape::{Bounds, Figure, Names, Runs, Shape, Times};
use crate::value::unreadable::Unreadable;

/// What is left when a value is ruled out: hard is all outside its soft set, soft all outside its hard set
/// (or as hard, where that is nothing); of a figure, what its words say that a denial leaves.
pub(super) fn deny(kind: &Kind, shape: &Shape, denied: Denied, raw: &Raw) -> Result<Shape, Refusal> {
    let nothing = || Refusal::unreadable("ruling this out leaves nothing", raw);
    match shape {
        Shape::Figure(Figure { bounds, .. }) => {
            let domain = Runs::from(0);
            let outside = |set: &Runs| set.complement().intersection(&domain);
            let (hard, soft) = match denied {
                Denied::OutsideSoft => (outside(&bounds.soft), outside(&bounds.hard)),
                Denied::OutsideHard => (outside(&bounds.hard), outside(&bounds.hard)),
                Denied::Below(least) => (Runs::between(0, least - 1), Runs::between(0, least - 1)),
            };
            if hard.is_empty() {
                return Err(nothing());
            }
            let soft = if soft.is_empty() { hard.clone() } else { soft };
            Ok(Shape::Figure(Figure::of(Bounds { hard, soft })))
        }
        Shape::Times(times) => {
            let bounds = &times.bounds;
            let (hard, soft) = (bounds.soft.complement(), bounds.hard.complement());
            if hard.is_empty() {
                return Err(nothing());
            }
            let soft = if soft.is_empty() { hard.clone() } else { soft };
            Ok(Shape::Times(Times { bounds: Bounds { hard, soft }, ..times.clone() }))
        }
        Shape::Names(Names::OneOf(list)) => Ok(Shape::Names(Names::NoneOf(list.clone()))),
        Shape::Names(Names::NoneOf(list)) => Ok(Shape::Names(Names::OneOf(list.clone()))),
        Shape::Names(Names::Among(list)) => Ok(Shape::Names(Names::NotAmong(list.clone()))),
        Shape::Names(Names::NotAmong(list)) => Ok(Shape::Names(Names::Among(list.clone()))),
        Shape::Names(Names::Nobody) => Ok(Shape::Names(Names::Somebody)),
        Shape::Names(Names::Somebody) => Ok(Shape::Names(Names::Nobody)),
        Shape::Options(chosen) => {
            // That none of the options holds is one more state of a choice.
            let states = match kind {
                Kind::Choice { options } => Runs::between(0, options.none()),
                _ => Runs::between(0, 1),
            };
            let left = chosen.complement().intersection(&states);
            if left.is_empty() { Err(nothing()) } else { Ok(Shape::Options(left)) }
        }
        Shape::Names(Names::Near(_) | Names::Anywhere(_)) | Shape::Items(_) | Shape::Words(_) => {
            let message = match shape {
                Shape::Names(_) => "a `near` cannot be denied".to_owned(),
                _ => format!("a value of type {} cannot be denied", kind.name()),
            };
            let why = Unreadable::new(message).help("say what the source does affirm, or what it leaves out");
            Err(Refusal::Unreadable(why, raw.at.clone()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::quantity::{Certainty, Quantifiers};
    use crate::value::types::context::Nobody;
    use crate::value::types::{Context, Form};

    /// What is left of words when they are denied, hard and soft.
    fn denied(kind: &Kind, words: &str, certainty: Certainty) -> Option<[String; 2]> {
        let quantifiers = Quantifiers::default();
        let context =
            Context { quantifiers: &quantifiers, names: &Nobody, zone: None, certainty, other: None };
        let raw = Raw { form: Form::Text(words.to_owned()), at: 0..words.len() };
        let shape = kind.read_denied(&raw, &context).ok()?.shape;
        let bounds = shape.numbers()?;
        Some([kind.shown(&bounds.hard), kind.shown(&bounds.soft)])
    }

    #[test]
    fn a_denied_figure_leaves_what_its_words_do_not_say() {
        let amount = |unit: &str| Kind::Amount { unit: Some(unit.to_owned()) };
        let (usd, share, count) = (amount("USD"), amount("%"), Kind::Count);
        for (kind, words, hard, soft) in [
            (&count, "34", "0 to 33, 35 or more", "0 to 33, 35 or more"),
            (&count, "11,300", "0 to 11,249, 11,350 or more", "0 to 11,249, 11,350 or more"),
            (&count, "2 million", "0 to 1,799,999, 2,200,000 or more", "0 to 1,799,999, 2,200,000 or more"),
            (&count, "about 40", "0 to 35, 45 or more", "0 to 31, 49 or more"),
            (&count, "at least 34", "0 to 33", "0 to 33"),
            (&count, "more than 34", "0 to 34", "0 to 34"),
            (&count, "34 or more", "0 to 33", "0 to 33"),
            (&count, "surpassed 130", "0 to 130", "0 to 130"),
            (&count, "reached 130", "0 to 129", "0 to 129"),
            (&count, "has hit 34", "0 to 33", "0 to 33"),
            (&count, "at least several hundred", "0 to 299", "0 to 299"),
            (&count, "more than 20 to 30", "0 to 19", "0 to 19"),
            (&count, "just over 200", "0 to 200, 221 or more", "0 to 200, 241 or more"),
            (&count, "no more than 12", "13 or more", "13 or more"),
            (&count, "dozens", "0 to 23, 100 or more", "0 to 12"),
            (&usd, "at least $5", "less than 5", "less than 5"),
            (&usd, "more than $5", "0 to 5", "0 to 5"),
            (&usd, "reached $1,200", "less than 1,200", "less than 1,200"),
            (&usd, "$8.5", "less than 8.45, 8.55 or more", "less than 8.45, 8.55 or more"),
            (&share, "20%", "less than 19.5, 20.5 or more", "less than 19.5, 20.5 or more"),
            (&share, "at least 90%", "less than 90", "less than 90"),
            (&share, "half", "less than 47.5, more than 52.5", "less than 45, more than 55"),
        ] {
            let left = denied(kind, words, Certainty::Stated).unwrap_or_else(|| panic!("{words}"));
            assert_eq!(left, [hard, soft], "{words}");
        }
        assert_eq!(denied(&count, "at least 0", Certainty::Stated), None);
        let estimate = denied(&count, "80", Certainty::Estimated).unwrap();
        assert_eq!(estimate, ["0 to 71, 89 or more", "0 to 39, 161 or more"]);
        assert_eq!(denied(&count, "reached 80", Certainty::Estimated).unwrap()[0], "0 to 79");
    }
}
