//! Which places share ground, and which agents may be one.

use super::bounds::Side;
use super::kin::{Family, Kin, Node, PlaceKind};

impl Kin {
    /// Whether something may be both: for places, perhaps; for agents, where one contains the other or some
    /// agent is part of both. Containment goes before all else. Readers do not take disputed ground to be of either side.
    pub(crate) fn shares(&self, a: Node, b: Node, side: Side) -> bool {
        if self.within(a, b) || self.within(b, a) {
            return true;
        }
        match (self.of(a).family, self.of(b).family) {
            (Family::Place(_), Family::Place(_)) if side == Side::Soft && self.in_dispute(a, b) => false,
            (Family::Place(_), Family::Place(_)) => !self.disjoint(a, b, 0),
            (Family::Agent, Family::Agent) => {
                let (small, large) =
                    if self.of(a).below.len() <= self.of(b).below.len() { (a, b) } else { (b, a) };
                self.of(small).below.iter().any(|node| self.of(large).below.binary_search(node).is_ok())
            }
            _ => false,
        }
    }

    /// Whether two places share no ground: something that the one lies in and something that the other lies in are
    /// disjoint, and neither contains or borders the other or may be its ground. `depth` counts border zones defined by border zones.
    fn disjoint(&self, a: Node, b: Node, depth: usize) -> bool {
        let apart = |x: &Node| self.of(b).above.iter().any(|y| self.set_apart(*x, *y, depth));
        !self.within(a, b)
            && !self.within(b, a)
            && !self.touches(a, b)
            && !self.touches(b, a)
            && !self.is_claimed(a, b)
            && self.of(a).above.iter().any(apart)
    }

    /// Whether two places are disjoint by what they are themselves: divided by two of one kind, or a border zone
    /// apart from all that it touches.
    fn set_apart(&self, a: Node, b: Node, depth: usize) -> bool {
        let touch = self.touches(a, b) || self.touches(b, a);
        if self.within(a, b) || self.within(b, a) || touch || self.is_claimed(a, b) {
            return false;
        }
        let alone = |here: Node, there: Node| {
            self.of(here).above.iter().copied().filter(move |node| !self.within(there, *node))
        };
        let divided = alone(a, b).any(|x| alone(b, a).any(|y| self.of_one_kind(x, y)));
        divided || self.zone_apart(a, b, depth) || self.zone_apart(b, a, depth)
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
    fn zone_apart(&self, zone: Node, place: Node, depth: usize) -> bool {
        let apart =
            |from: &[Node]| !from.is_empty() && from.iter().all(|one| self.disjoint(*one, place, depth + 1));
        depth < 8 && (apart(&self.of(zone).border_of) || apart(&self.of(zone).disputed_between))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::shape::Declared;

    fn place(kind: PlaceKind, within: &[u32], border_of: &[u32]) -> Declared {
        let nodes = |ids: &[u32]| ids.iter().map(|id| Node(*id)).collect();
        Declared {
            parents: nodes(within),
            border_of: nodes(border_of),
            ..Declared::alone(Family::Place(kind))
        }
    }

    fn disputed(kind: PlaceKind, within: &[u32], between: &[u32]) -> Declared {
        let between = between.iter().map(|id| Node(*id)).collect();
        Declared { disputed_between: between, ..place(kind, within, &[]) }
    }

    const EAST: Node = Node(0);
    const JORDAN: Node = Node(1);
    const SYRIA: Node = Node(2);
    const IRAQ: Node = Node(3);
    const BORDER: Node = Node(4);
    const OUTPOST: Node = Node(5);
    const HOMS: Node = Node(6);
    const WEST: Node = Node(7);

    fn levant() -> Kin {
        use PlaceKind::*;
        Kin::new(&[
            place(Region, &[], &[]),
            place(Country, &[0], &[]),
            place(Country, &[0], &[]),
            place(Country, &[0], &[]),
            place(BorderZone, &[], &[1, 2]),
            place(Site, &[4], &[]),
            place(Settlement, &[2], &[]),
            place(Region, &[], &[]),
        ])
    }

    #[test]
    fn countries_exclude_each_other_and_pass_it_down() {
        let kin = levant();
        assert!(!kin.shares(JORDAN, SYRIA, Side::Hard));
        assert!(!kin.shares(JORDAN, HOMS, Side::Hard));
        assert!(kin.within(HOMS, EAST));
        assert!(kin.shares(HOMS, SYRIA, Side::Hard));
    }

    #[test]
    fn a_border_zone_shares_with_what_it_touches_and_with_nothing_else() {
        let kin = levant();
        assert!(kin.shares(BORDER, JORDAN, Side::Hard) && kin.shares(BORDER, SYRIA, Side::Hard));
        assert!(!kin.within(BORDER, JORDAN));
        assert!(kin.within(BORDER, EAST), "what contains both contains their border");
        assert!(!kin.shares(BORDER, IRAQ, Side::Hard));
        assert!(kin.shares(OUTPOST, JORDAN, Side::Hard) && kin.shares(OUTPOST, SYRIA, Side::Hard));
        assert!(!kin.shares(OUTPOST, IRAQ, Side::Hard), "disjointness passes down");
        assert!(kin.shares(BORDER, HOMS, Side::Hard), "a town in Syria may lie on the border");
    }

    #[test]
    fn regions_never_exclude() {
        let kin = levant();
        assert!(kin.shares(EAST, WEST, Side::Hard));
        assert!(kin.shares(JORDAN, WEST, Side::Hard));
    }

    #[test]
    fn agents_share_where_some_agent_is_part_of_both() {
        let agent = |part_of: &[u32]| Declared {
            parents: part_of.iter().map(|id| Node(*id)).collect(),
            ..Declared::alone(Family::Agent)
        };
        let kin = Kin::new(&[agent(&[]), agent(&[]), agent(&[0, 1]), agent(&[]), agent(&[0])]);
        assert!(kin.shares(Node(0), Node(1), Side::Hard), "agent 2 is part of both");
        assert!(!kin.shares(Node(0), Node(3), Side::Hard));
        assert!(!kin.shares(Node(2), Node(4), Side::Hard), "two parts of one whole are two agents");
        assert!(kin.shares(Node(4), Node(0), Side::Hard));
    }

    /// How two places stand: apart, in tension, or neither.
    fn stand(kin: &Kin, a: u32, b: u32) -> &'static str {
        let (a, b) = (Node(a), Node(b));
        for side in [Side::Hard, Side::Soft] {
            assert_eq!(kin.shares(a, b, side), kin.shares(b, a, side), "{a:?}, {b:?}");
        }
        match (kin.shares(a, b, Side::Hard), kin.shares(a, b, Side::Soft)) {
            (false, false) => "apart",
            (true, false) => "tension",
            (true, true) => "shared",
            (false, true) => panic!("{a:?}, {b:?}: soft lies within hard"),
        }
    }

    #[test]
    fn disputed_ground_is_in_tension_with_who_disputes_it_and_apart_from_the_rest() {
        use PlaceKind::*;
        let kin = Kin::new(&[
            place(Region, &[], &[]),             // 0 the continent
            place(Country, &[0], &[]),           // 1 a claimant
            place(Country, &[0], &[]),           // 2 a claimant
            place(Country, &[0], &[]),           // 3 another country
            disputed(Adm1, &[], &[1, 2]),        // 4 the ground
            place(Settlement, &[4], &[]),        // 5 on it
            place(Site, &[5], &[]),              // 6 in that
            place(Adm1, &[1], &[]),              // 7 of the first
            place(Settlement, &[7], &[]),        // 8 in that
            place(Settlement, &[3], &[]),        // 9 of the other country
            place(Region, &[1], &[]),            // 10 of the first
            place(Region, &[], &[]),             // 11 anywhere
            place(Adm1, &[3], &[]),              // 12 of the other country
            place(Region, &[], &[]),             // 13 what contains the first alone
            disputed(Settlement, &[4], &[1, 2]), // 14 disputed by itself, on the ground
        ]);
        assert!(
            kin.within(Node(4), Node(0)) && kin.within(Node(6), Node(0)),
            "what contains both contains it"
        );
        assert!(!kin.within(Node(4), Node(1)));
        for (a, b, expected) in [
            (4, 1, "tension"),
            (4, 2, "tension"),
            (4, 7, "tension"), // one kind, and yet of a claimant
            (4, 8, "tension"),
            (4, 10, "tension"),
            (5, 1, "tension"),
            (6, 2, "tension"),
            (5, 7, "tension"),
            (6, 7, "tension"),
            (6, 8, "apart"), // it lies in a settlement too
            (5, 8, "apart"), // two settlements
            (4, 3, "apart"),
            (4, 9, "apart"),
            (6, 3, "apart"), // passes down
            (4, 12, "apart"),
            (4, 0, "shared"),
            (4, 11, "shared"),
            (4, 13, "shared"),
            (4, 5, "shared"),
            (5, 14, "apart"),
            (14, 4, "shared"),
            (14, 1, "tension"),
        ] {
            assert_eq!(stand(&kin, a, b), expected, "{a} and {b}");
        }
    }

    #[test]
    fn what_is_declared_to_contain_disputed_ground_goes_before_the_dispute() {
        use PlaceKind::*;
        let kin = Kin::new(&[
            place(Country, &[], &[]),
            place(Country, &[], &[]),
            disputed(Region, &[0], &[0, 1]),
            place(Settlement, &[2], &[]),
            place(Site, &[0], &[]),
        ]);
        assert_eq!(stand(&kin, 2, 0), "shared");
        assert_eq!(stand(&kin, 3, 0), "shared");
        assert_eq!(stand(&kin, 3, 4), "shared");
        assert_eq!(stand(&kin, 2, 1), "tension");
        assert_eq!(stand(&kin, 3, 1), "tension");
    }

    #[test]
    fn disputed_ground_may_touch_other_disputed_ground_and_zones() {
        use PlaceKind::*;
        let kin = Kin::new(&[
            place(Country, &[], &[]),
            place(Country, &[], &[]),
            place(Country, &[], &[]),
            disputed(Region, &[], &[0, 1]),
            disputed(Region, &[], &[1, 2]),
            place(BorderZone, &[], &[0, 1]),
            place(BorderZone, &[], &[3, 2]),
        ]);
        assert_eq!(stand(&kin, 3, 4), "shared", "both may be of the second");
        assert_eq!(stand(&kin, 3, 2), "apart");
        assert_eq!(stand(&kin, 3, 5), "shared");
        assert_eq!(stand(&kin, 6, 3), "shared");
    }

    #[test]
    fn rings_do_not_hang() {
        let kin = Kin::new(&[place(PlaceKind::Site, &[1], &[]), place(PlaceKind::Site, &[0], &[])]);
        assert!(kin.within(Node(0), Node(1)) && kin.within(Node(1), Node(0)));
    }
}
