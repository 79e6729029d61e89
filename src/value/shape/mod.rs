//! The few closed shapes that every value is read into, and what it means for two of them to share or to contain.
//!
//! Rules and relations ask only these questions; none of them looks at a question's type.

mod bounds;
mod figure;
mod ground;
#[cfg(test)]
mod ground_tests;
mod items;
mod kin;
mod names;
mod node;
mod runs;
mod times;
mod zoned;

pub(crate) use bounds::{Bounds, Side};
pub(crate) use figure::{Bare, Figure};
pub(crate) use items::Items;
pub(crate) use kin::{Declared, Family, Kin, MOST_ABOVE, PlaceKind};
pub(crate) use names::Names;
pub(crate) use node::Node;
pub(crate) use runs::{Run, Runs};
pub(crate) use times::{Clock, DAY, Times, anywhere, at_offset};
pub(crate) use zoned::{MOST_ZONED, MOST_ZONES};

/// A value in a form that can be compared: a hard set (all that its words allow) and a soft one (how readers
/// usually take them). Which shape a question's claims have follows from its type; claims of one question all have
/// one shape.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// Counts and amounts.
    Figure(Figure),
    /// Dates.
    Times(Times),
    /// Places and agents.
    Names(Names),
    /// Which of a closed list of states remain: of a choice one option and none of its parts, or none at all; yes and no. By number.
    Options(Runs),
    /// Sets of items.
    Items(Items),
    /// Free words, folded; never contradictory by themselves.
    Words(String),
}

impl Shape {
    /// Whether some state of the world satisfies both, on the given side.
    pub(crate) fn shares(&self, other: &Shape, side: Side, kin: &Kin) -> bool {
        match (self, other) {
            (Shape::Figure(Figure { bounds: a, .. }), Shape::Figure(Figure { bounds: b, .. })) => {
                a.shares(b, side)
            }
            (Shape::Times(a), Shape::Times(b)) => a.shares(b, side),
            (Shape::Names(a), Shape::Names(b)) => a.shares(b, side, kin),
            (Shape::Options(a), Shape::Options(b)) => a.shares(b),
            (Shape::Items(a), Shape::Items(b)) => Items::all_share(&[a, b], kin),
            (Shape::Words(a), Shape::Words(b)) => a == b,
            _ => true,
        }
    }

    /// Whether all that satisfies `self` satisfies `other`, hard and soft alike.
    pub(crate) fn within(&self, other: &Shape, kin: &Kin) -> bool {
        match (self, other) {
            (Shape::Figure(a), Shape::Figure(b)) => a.bounds.within(&b.bounds),
            (Shape::Times(a), Shape::Times(b)) => a.within(b),
            (Shape::Names(a), Shape::Names(b)) => a.within(b, kin),
            (Shape::Options(a), Shape::Options(b)) => a.within(b),
            (Shape::Items(a), Shape::Items(b)) => a.within(b, kin),
            (Shape::Words(a), Shape::Words(b)) => a == b,
            _ => false,
        }
    }

    /// Whether both have the same sets.
    pub(crate) fn same(&self, other: &Shape, kin: &Kin) -> bool {
        match (self, other) {
            (Shape::Names(_), Shape::Names(_)) | (Shape::Items(_), Shape::Items(_)) => {
                self == other || self.within(other, kin) && other.within(self, kin)
            }
            (Shape::Figure(a), Shape::Figure(b)) => a.bounds == b.bounds,
            (Shape::Times(a), Shape::Times(b)) => a.same(b),
            _ => self == other,
        }
    }

    /// Whether the value can support a position rather than merely allow it, by its own form: its soft set is
    /// bounded; for names, it names.
    pub(crate) fn is_firm(&self) -> bool {
        match self {
            Shape::Figure(_) | Shape::Times(_) => {
                self.numbers().is_some_and(|bounds| bounds.soft.is_bounded())
            }
            Shape::Names(names) => matches!(names, Names::OneOf(_) | Names::Among(_) | Names::Nobody),
            Shape::Items(items) => !matches!(items, Items::Without(_)),
            Shape::Options(_) | Shape::Words(_) => true,
        }
    }

    /// Whether the value allows nothing but zero.
    pub(crate) fn is_zero(&self) -> bool {
        matches!(self, Shape::Figure(figure) if figure.bounds.hard == Runs::one(0))
    }

    /// The two sets of a count, an amount or a date; a date's are minutes that its clock tells.
    pub(crate) fn numbers(&self) -> Option<&Bounds> {
        match self {
            Shape::Figure(figure) => Some(&figure.bounds),
            Shape::Times(times) => Some(&times.bounds),
            _ => None,
        }
    }

    /// What its words allow, of all that are sets of numbers or of numbered states.
    pub(crate) fn hard(&self) -> Option<&Runs> {
        match self {
            Shape::Options(states) => Some(states),
            _ => self.numbers().map(|bounds| &bounds.hard),
        }
    }

    /// How many places, agents or items it speaks of; of other values, one.
    pub(crate) fn said(&self) -> usize {
        match self {
            Shape::Names(names) => names.listed().len(),
            Shape::Items(items) => items.listed().len(),
            _ => 1,
        }
    }

    /// What it says with the first few of the places, agents or items that it speaks of, where these are more.
    pub(crate) fn beginning(&self, most: usize) -> Option<Shape> {
        let mut shape = (self.said() > most).then(|| self.clone())?;
        match &mut shape {
            Shape::Names(
                Names::OneOf(list) | Names::NoneOf(list) | Names::Among(list) | Names::NotAmong(list),
            )
            | Shape::Items(Items::AtLeast(list) | Items::Exactly(list) | Items::Without(list)) => {
                list.truncate(most);
            }
            _ => {}
        }
        Some(shape)
    }

    /// What is said of a set.
    pub(crate) fn items(&self) -> Option<&Items> {
        if let Shape::Items(items) = self { Some(items) } else { None }
    }

    /// Whether this number rounds to the other: see [`Figure::rounds_to`].
    pub(crate) fn rounds_to(&self, other: &Shape) -> bool {
        match (self, other) {
            (Shape::Figure(a), Shape::Figure(b)) => a.rounds_to(b),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_compared_each_by_what_it_says() {
        let kin = Kin::new(&[Declared::alone(Family::Word), Declared::alone(Family::Word)]);
        let figure = |low, high| Shape::Figure(Figure::of(Bounds::exactly(Runs::between(low, high))));
        let time = |at, clock| Shape::Times(Times::new(Bounds::exactly(Runs::one(at)), clock));
        let words = |words: &str| Shape::Words(words.to_owned());
        let items = |item: u32| Shape::Items(Items::Exactly(vec![Node(item)]));
        let one = |node: u32| Shape::Names(Names::OneOf(vec![Node(node)]));
        // Each with another that it lies within, and that it shares with, but that is not the same.
        for (small, large) in [
            (figure(2, 3), figure(1, 4)),
            (Shape::Options(Runs::one(1)), Shape::Options(Runs::between(1, 2))),
            (items(0), Shape::Items(Items::AtLeast(vec![Node(0)]))),
            (one(0), Shape::Names(Names::OneOf(vec![Node(0), Node(1)]))),
        ] {
            assert!(small.within(&large, &kin) && !large.within(&small, &kin), "{small:?}");
            assert!(small.shares(&large, Side::Hard, &kin), "{small:?}");
            assert!(!small.same(&large, &kin) && small.same(&small, &kin), "{small:?}");
        }
        // Each with another that it shares nothing with.
        for (one, other) in [
            (figure(1, 2), figure(3, 4)),
            (time(0, Clock::Unsaid), time(1, Clock::Unsaid)),
            (words("one"), words("other")),
            (items(0), items(1)),
            (Shape::Options(Runs::one(1)), Shape::Options(Runs::one(2))),
            (one(0), one(1)),
        ] {
            assert!(!one.within(&other, &kin) && one.within(&one, &kin), "{one:?}");
            assert!(!one.shares(&other, Side::Hard, &kin) && one.shares(&one, Side::Hard, &kin), "{one:?}");
            assert!(!one.same(&other, &kin), "{one:?}");
        }
        assert!(
            time(60, Clock::Ahead(60)).same(&time(60, Clock::Ahead(0)), &kin),
            "one minute, told by two clocks"
        );
        let bare = |at, bare| Shape::Figure(Figure { bounds: Bounds::exactly(at), bare: Some(bare) });
        let (fine, coarse) = (Bare { number: 34, place: 1 }, Bare { number: 30, place: 10 });
        let (thirty, fine) = (bare(Runs::between(25, 34), coarse), bare(Runs::one(34), fine));
        assert!(thirty.same(&figure(25, 34), &kin), "said in another way");
        assert!(fine.rounds_to(&thirty) && !thirty.rounds_to(&fine));
        assert!(!fine.rounds_to(&words("one")));
        let twice = Shape::Names(Names::OneOf(vec![Node(0), Node(0)]));
        assert!(twice.same(&one(0), &kin), "written in another way");
        assert!(!figure(1, 2).within(&words("one"), &kin));
    }

    #[test]
    fn what_bounds_or_names_an_answer_is_firm() {
        for (shape, is_firm) in [
            (Shape::Figure(Figure::of(Bounds::exactly(Runs::between(1, 2)))), true),
            (Shape::Figure(Figure::of(Bounds::exactly(Runs::from(1)))), false),
            (Shape::Items(Items::AtLeast(vec![Node(0)])), true),
            (Shape::Items(Items::Exactly(vec![])), true),
            (Shape::Items(Items::Without(vec![Node(0)])), false),
            (Shape::Names(Names::OneOf(vec![Node(0)])), true),
            (Shape::Names(Names::NoneOf(vec![Node(0)])), false),
            (Shape::Names(Names::Somebody), false),
            (Shape::Names(Names::Nobody), true),
        ] {
            assert_eq!(shape.is_firm(), is_firm, "{shape:?}");
        }
        let zero = |high| Shape::Figure(Figure::of(Bounds::exactly(Runs::between(0, high))));
        assert!(zero(0).is_zero() && !zero(1).is_zero());
        assert_eq!(Shape::Items(Items::Exactly(vec![])).items(), Some(&Items::Exactly(vec![])));
    }
}
