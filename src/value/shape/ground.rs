//! Which places share ground, and which agents may be one.

use super::bounds::Side;
use super::kin::{Dividing, Family, Kin};
use super::node::Node;

impl Kin {
    /// Whether something may be both: for places, perhaps; for agents, where one contains the other or some
    /// agent is part of both. Containment goes before all else. Readers do not take disputed ground to be of either side.
    pub(crate) fn shares(&self, a: Node, b: Node, side: Side) -> bool {
        if self.within(a, b) || self.within(b, a) {
            return true;
        }
        if self.is_alone(a) || self.is_alone(b) {
            return false;
        }
        match (self.of(a).family, self.of(b).family) {
            (Family::Place(_), Family::Place(_)) if side == Side::Soft && self.in_dispute(a, b) => false,
            (Family::Place(_), Family::Place(_)) => !self.disjoint(a, b),
            (Family::Agent, Family::Agent) => {
                let (small, large) =
                    if self.of(a).below.len() <= self.of(b).below.len() { (a, b) } else { (b, a) };
                self.of(small).below.iter().any(|node| self.of(large).below.binary_search(node).is_ok())
            }
            _ => false,
        }
    }

    /// Whether two places share no ground: something that the one lies in and something that the other lies in are
    /// disjoint, and nothing keeps the two from being so.
    fn disjoint(&self, a: Node, b: Node) -> bool {
        // What zones are defined by is asked again and again, most of all where they are defined by zones.
        self.may_be_apart(a, b) && (self.divided(a, b) || self.zoned.known((a, b), || self.zones_apart(a, b)))
    }

    /// Whether neither of two places contains or borders the other, or may be its ground.
    fn may_be_apart(&self, a: Node, b: Node) -> bool {
        !self.within(a, b)
            && !self.within(b, a)
            && !self.touches(a, b)
            && !self.touches(b, a)
            && !self.is_claimed(a, b)
    }

    /// Whether two places lie in two of one kind that may be apart.
    fn divided(&self, a: Node, b: Node) -> bool {
        let (of_a, of_b) = (&self.of(a).dividing, &self.of(b).dividing);
        // Where those of one kind lie in each other on both sides, one that holds both lies in or around all the others.
        let both_nested = of_a.nested && of_b.nested;
        let is_left =
            |node: &Node, other: &Dividing| !both_nested || other.nodes.binary_search(node).is_err();
        let apart = |x: Node, y: Node| self.of(x).family == self.of(y).family && self.may_be_apart(x, y);
        let mut left = of_a.nodes.iter().filter(|x| is_left(x, of_b));
        left.any(|x| of_b.nodes.iter().filter(|y| is_left(y, of_a)).any(|y| apart(*x, *y)))
    }

    /// Whether a zone or disputed ground that one of two places lies in is apart from what the other lies in.
    fn zones_apart(&self, a: Node, b: Node) -> bool {
        let apart = |a: Node, b: Node| {
            self.zoned.of(a).iter().any(|zone| {
                let mut free = self.of(b).above.iter().filter(|place| self.may_be_apart(*zone, **place));
                free.any(|place| self.zone_apart(*zone, *place))
            })
        };
        apart(a, b) || apart(b, a)
    }

    /// Whether `zone` touches `place` or something within it, by its own declaration.
    fn touches(&self, zone: Node, place: Node) -> bool {
        self.of(zone).border_of.iter().any(|touched| self.within(*touched, place))
    }

    /// Whether `zone` is a border zone or disputed ground, and all that it touches, or all who dispute it, are disjoint
    /// from `place`.
    fn zone_apart(&self, zone: Node, place: Node) -> bool {
        let apart = |from: &[Node]| !from.is_empty() && from.iter().all(|one| self.disjoint(*one, place));
        apart(&self.of(zone).border_of) || apart(&self.of(zone).disputed_between)
    }

    /// Whether one of two places may be the other's ground whatever their kinds: disputed ground that of a claimant, what
    /// contains one or lies in one; what lies on it that of a claimant and what contains one.
    fn is_claimed(&self, a: Node, b: Node) -> bool {
        let may_be = |a: Node, b: Node| {
            self.of(a).on_disputed.iter().any(|ground| {
                let claims =
                    |claimant: &Node| self.within(*claimant, b) || a == *ground && self.within(b, *claimant);
                self.of(*ground).disputed_between.iter().any(claims)
            })
        };
        may_be(a, b) || may_be(b, a)
    }

    /// Whether one of two places lies on disputed ground, and the other in a place that disputes it, of which the first is
    /// no part by what is declared besides.
    fn in_dispute(&self, a: Node, b: Node) -> bool {
        let is_side = |a: Node, b: Node| {
            let grounds = self.of(a).on_disputed.iter().filter(|ground| !self.within(b, **ground));
            grounds
                .flat_map(|ground| self.disputed_between(*ground))
                .any(|side| self.within(b, *side) && !self.within(a, *side))
        };
        is_side(a, b) || is_side(b, a)
    }

    /// The disputed ground that a place is or lies on.
    pub(crate) fn disputed_grounds(&self, place: Node) -> &[Node] {
        &self.of(place).on_disputed
    }

    /// Those who dispute a ground.
    pub(crate) fn disputed_between(&self, ground: Node) -> &[Node] {
        &self.of(ground).disputed_between
    }
}
