//! Which places share ground, and which agents may be one.

use std::collections::HashMap;

use super::bounds::Side;
use super::kin::{Family, Kin, Node, PlaceKind};

/// Zones are followed through zones so many times.
pub(super) const DEEPEST: usize = 8;

/// Whether two places are disjoint, as found on the way through zones that are defined by zones, by how deep that was.
type Known = HashMap<(Node, Node, usize), bool>;

impl Kin {
    /// Whether something may be both: for places, perhaps; for agents, where one contains the other or some
    /// agent is part of both. Containment goes before all else. Readers do not take disputed ground to be of either side.
    pub(crate) fn shares(&self, a: Node, b: Node, side: Side) -> bool {
        if self.within(a, b) || self.within(b, a) {
            return true;
        }
        match (self.of(a).family, self.of(b).family) {
            (Family::Place(_), Family::Place(_)) if side == Side::Soft && self.in_dispute(a, b) => false,
            (Family::Place(_), Family::Place(_)) => !self.disjoint(a, b, 0, &mut Known::new()),
            (Family::Agent, Family::Agent) => {
                let (small, large) =
                    if self.of(a).below.len() <= self.of(b).below.len() { (a, b) } else { (b, a) };
                self.of(small).below.iter().any(|node| self.of(large).below.binary_search(node).is_ok())
            }
            _ => false,
        }
    }

    /// Whether two places share no ground: something that the one lies in and something that the other lies in are
    /// disjoint, and neither contains or borders the other or may be its ground. `depth` counts zones defined by zones.
    fn disjoint(&self, a: Node, b: Node, depth: usize, known: &mut Known) -> bool {
        if let Some(found) = known.get(&(a, b, depth)) {
            return *found;
        }
        let apart = |x: &Node| self.of(b).above.iter().any(|y| self.set_apart(*x, *y, depth, known));
        let found = !self.within(a, b)
            && !self.within(b, a)
            && !self.touches(a, b)
            && !self.touches(b, a)
            && !self.is_claimed(a, b)
            && self.of(a).above.iter().any(apart);
        // Few dossiers have zones of zones: what is asked once need not be kept.
        if depth > 0 {
            known.insert((a, b, depth), found);
        }
        found
    }

    /// Whether two places are disjoint by what they are themselves: divided by two of one kind, or a border zone
    /// apart from all that it touches.
    fn set_apart(&self, a: Node, b: Node, depth: usize, known: &mut Known) -> bool {
        let touch = self.touches(a, b) || self.touches(b, a);
        if self.within(a, b) || self.within(b, a) || touch || self.is_claimed(a, b) {
            return false;
        }
        let alone = |here: Node, there: Node| {
            self.of(here).above.iter().copied().filter(move |node| !self.within(there, *node))
        };
        let divided = alone(a, b).any(|x| alone(b, a).any(|y| self.of_one_kind(x, y)));
        divided || self.zone_apart(a, b, depth, known) || self.zone_apart(b, a, depth, known)
    }

    /// Whether `zone` touches `place` or something within it, by its own declaration.
    fn touches(&self, zone: Node, place: Node) -> bool {
        self.of(zone).border_of.iter().any(|touched| self.within(*touched, place))
    }

    fn of_one_kind(&self, a: Node, b: Node) -> bool {
        match (self.of(a).family, self.of(b).family) {
            (Family::Place(x), Family::Place(y)) => {
                x == y
                    && !matches!(x, PlaceKind::Region | PlaceKind::BorderZone)
                    && !self.within(a, b)
                    && !self.within(b, a)
                    && !self.is_claimed(a, b)
            }
            _ => false,
        }
    }

    /// Whether `zone` is a border zone or disputed ground, and all that it touches, or all who dispute it, are disjoint
    /// from `place`.
    fn zone_apart(&self, zone: Node, place: Node, depth: usize, known: &mut Known) -> bool {
        let mut apart = |from: &[Node]| {
            !from.is_empty() && from.iter().all(|one| self.disjoint(*one, place, depth + 1, known))
        };
        depth < DEEPEST && (apart(&self.of(zone).border_of) || apart(&self.of(zone).disputed_between))
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
