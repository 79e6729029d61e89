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
    /// disjoint, and neither contains or borders the other or may be its ground.
    fn disjoint(&self, a: Node, b: Node) -> bool {
        let is_free = !self.within(a, b)
            && !self.within(b, a)
            && !self.touches(a, b)
            && !self.touches(b, a)
            && !self.is_claimed(a, b);
        // What zones are defined by is asked again and again, most of all where they are defined by zones.
        is_free && (self.divided(a, b) || self.zoned.known((a, b), || self.zones_apart(a, b)))
    }

    /// Whether two places lie in two of one kind, of which neither touches the other.
    fn divided(&self, a: Node, b: Node) -> bool {
        let (x, y) = (&self.of(a).dividing, &self.of(b).dividing);
        let apart = |x: &Node, y: &Node| self.of_one_kind(*x, *y) && !self.touch(*x, *y);
        // What holds both lies in or around all of its kind that hold one of them, where these lie in each other: what is
        // left lies apart.
        let alone = |here: &Dividing, there: &Dividing| -> Vec<Node> {
            let both_nested = here.nested && there.nested;
            let is_left = |node: &Node| !both_nested || there.nodes.binary_search(node).is_err();
            here.nodes.iter().copied().filter(is_left).collect()
        };
        let (x, y) = (alone(x, y), alone(y, x));
        x.iter().any(|x| y.iter().any(|y| apart(x, y)))
    }

    /// Whether a zone or disputed ground that one of two places lies in is apart from what the other lies in.
    fn zones_apart(&self, a: Node, b: Node) -> bool {
        let apart = |a: Node, b: Node| {
            self.zoned.of(a).iter().any(|zone| {
                let is_free = |place: &&Node| {
                    let nested = self.within(*zone, **place) || self.within(**place, *zone);
                    !nested && !self.touch(*zone, **place) && !self.is_claimed(*zone, **place)
                };
                self.of(b).above.iter().filter(is_free).any(|place| self.zone_apart(*zone, *place))
            })
        };
        apart(a, b) || apart(b, a)
    }

    /// Whether one of two places touches the other.
    fn touch(&self, a: Node, b: Node) -> bool {
        self.touches(a, b) || self.touches(b, a)
    }

    /// Whether `zone` touches `place` or something within it, by its own declaration.
    fn touches(&self, zone: Node, place: Node) -> bool {
        self.of(zone).border_of.iter().any(|touched| self.within(*touched, place))
    }

    fn of_one_kind(&self, a: Node, b: Node) -> bool {
        match (self.of(a).family, self.of(b).family) {
            (Family::Place(x), Family::Place(y)) => {
                x == y && x.divides() && !self.within(a, b) && !self.within(b, a) && !self.is_claimed(a, b)
            }
            _ => false,
        }
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
