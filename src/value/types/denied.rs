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
        Shape::Times(Times { bounds }) => {
            let (hard, soft) = (bounds.soft.complement(), bounds.hard.complement());
            if hard.is_empty() {
                return Err(nothing());
            }
            let soft = if soft.is_empty() { hard.clone() } else { soft };
            Ok(Shape::Times(Times { bounds: Bounds { hard, soft } }))
        }
        Shape::Names(Names::OneOf(list)) => Ok(Shape::Names(Names::NoneOf(list.clone()))),
        Shape::Names(Names::NoneOf(list)) => Ok(Shape::Names(Names::OneOf(list.clone()))),
        Shape::Names(Names::Among(list)) => Ok(Shape::Names(Names::NotAmong(list.clone()))),
        Shape::Names(Names::NotAmong(list)) => Ok(Shape::Names(Names::Among(list.clone()))),
        Shape::Options(chosen) => {
            let count = match kind {
                Kind::Choice { options } => options.len() as u32,
                _ => 2,
            };
            let left: Vec<u32> = (0..count).filter(|option| !chosen.contains(option)).collect();
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
