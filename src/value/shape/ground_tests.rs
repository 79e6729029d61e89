//! That places share ground as they are declared to, and disputed ground with those who dispute it.

use proptest::prelude::*;

use super::bounds::Side;
use super::kin::{Declared, Family, Kin, PlaceKind};
use super::node::Node;
use super::zoned::{MOST_ZONED, MOST_ZONES};

fn place(kind: PlaceKind, within: &[u32], border_of: &[u32]) -> Declared {
    let nodes = |ids: &[u32]| ids.iter().map(|id| Node(*id)).collect();
    Declared { parents: nodes(within), border_of: nodes(border_of), ..Declared::alone(Family::Place(kind)) }
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
    assert!(kin.within(Node(4), Node(0)) && kin.within(Node(6), Node(0)), "what contains both contains it");
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

proptest! {
    #[test]
    fn whatever_is_declared_sharing_is_symmetric_and_what_contains_shares(
        declared in prop::collection::vec((0..7usize, any::<[u8; 3]>()), 2..8)
    ) {
        let count = declared.len() as u32;
        let nodes = |bits: u8| (0..count).filter(|at| bits & 1 << at != 0).map(Node).collect::<Vec<_>>();
        let of = |(kind, [within, border, disputed]): &(usize, [u8; 3])| Declared {
            parents: nodes(*within & *border & *disputed),
            border_of: if *kind == 6 { nodes(*border) } else { Vec::new() },
            disputed_between: if disputed % 3 == 0 { nodes(*disputed) } else { Vec::new() },
            ..Declared::alone(Family::Place(PlaceKind::ALL[*kind]))
        };
        let kin = Kin::new(&declared.iter().map(of).collect::<Vec<_>>());
        for (a, b) in (0..count).flat_map(|a| (0..count).map(move |b| (a, b))) {
            let (stands, contains) = (stand(&kin, a, b), kin.within(Node(a), Node(b)));
            prop_assert!(!contains || stands == "shared", "{a} lies within {b}: {stands}");
        }
    }
}

#[test]
fn zones_of_zones_do_not_hang() {
    use PlaceKind::*;
    // Towers of zones within zones, each of which touches two of the tower below.
    let towers = |levels: u32| {
        let mut all = vec![place(Country, &[], &[]), place(Country, &[], &[])];
        for (level, side) in (0..levels).flat_map(|level| [(level, 0), (level, 1)]) {
            let below = 2 + (2 * level + side) * 4 - if level > 0 { 8 } else { 0 };
            let touched = if level > 0 { [below + 2, below + 3] } else { [side, side] };
            let first = all.len() as u32;
            for at in 0..4 {
                let within: &[u32] = if at > 0 { &[first + at - 1] } else { &[] };
                all.push(place(BorderZone, within, &touched));
            }
        }
        let (kin, last) = (Kin::new(&all), all.len() as u32 - 1);
        stand(&kin, last, last - 4)
    };
    assert_eq!(towers(2), "apart", "at the bottom they touch two countries");
    assert_eq!(towers(3), "shared", "that leads through twelve zones");
    assert_eq!(towers(40), "shared");
}

#[test]
fn zones_that_lead_too_far_are_left_out_and_told() {
    use PlaceKind::*;
    // Each zone touches the next, the last a country.
    let row = |zones: u32| {
        let mut all: Vec<Declared> = (1..=zones).map(|next| place(BorderZone, &[], &[next])).collect();
        all.extend([place(Country, &[], &[]), place(Country, &[], &[])]);
        Kin::new(&all)
    };
    let most = MOST_ZONES as u32;
    let (kin, other) = (row(most), most + 1);
    assert_eq!((kin.cut_zones(), stand(&kin, 0, other)), (&[][..], "apart"), "the last touches another");
    let (kin, other) = (row(most + 1), most + 2);
    assert_eq!((kin.cut_zones(), stand(&kin, 0, other)), (&[Node(0)][..], "shared"));
    assert_eq!(stand(&kin, 1, other), "apart");
    let kin = row(most + 3);
    assert_eq!(kin.cut_zones(), [Node(0), Node(1), Node(2)], "what leads to what is cut is cut");
    // One zone that touches so many countries, beside another.
    let wide = |touched: u32| {
        let mut all = vec![place(BorderZone, &[], &(1..=touched).collect::<Vec<_>>())];
        all.extend((0..=touched).map(|_| place(Country, &[], &[])));
        Kin::new(&all)
    };
    let most = MOST_ZONED as u32;
    assert_eq!((wide(most).cut_zones(), stand(&wide(most), 0, most + 1)), (&[][..], "apart"));
    assert_eq!((wide(most + 1).cut_zones(), stand(&wide(most + 1), 0, most + 2)), (&[Node(0)][..], "shared"));
    let ring =
        Kin::new(&[place(BorderZone, &[], &[1]), place(BorderZone, &[], &[0]), place(Country, &[], &[])]);
    assert_eq!((ring.cut_zones(), stand(&ring, 0, 2)), (&[Node(0), Node(1)][..], "shared"));
}

#[test]
fn rings_do_not_hang() {
    let kin = Kin::new(&[place(PlaceKind::Site, &[1], &[]), place(PlaceKind::Site, &[0], &[])]);
    assert!(kin.within(Node(0), Node(1)) && kin.within(Node(1), Node(0)));
}

#[test]
fn a_zone_shares_with_what_it_touches_wherever_it_lies() {
    use PlaceKind::*;
    let kin = Kin::new(&[
        place(Country, &[], &[]),
        place(Country, &[], &[]),
        place(BorderZone, &[0], &[0, 1]),
        place(Country, &[], &[]),
        place(Settlement, &[0], &[]),
        place(BorderZone, &[], &[4]),
        place(BorderZone, &[0], &[1]),
    ]);
    assert_eq!(stand(&kin, 2, 0), "shared");
    assert_eq!(stand(&kin, 2, 1), "shared", "it lies in the one and touches the other");
    assert_eq!(stand(&kin, 2, 3), "apart");
    assert_eq!(stand(&kin, 5, 0), "shared", "what it touches lies in the country");
    assert_eq!(stand(&kin, 5, 1), "apart");
    assert_eq!(stand(&kin, 6, 1), "shared", "it lies in the one and touches the other alone");
    assert_eq!(stand(&kin, 6, 3), "apart");
    assert!(!kin.within(Node(2), Node(0)), "it lies wholly in none of those that it touches");
    // It lies in a province of the one country: that divides it from the other, if it did not touch it.
    let kin = Kin::new(&[
        place(Country, &[], &[]),
        place(Country, &[], &[]),
        place(Adm1, &[0], &[]),
        place(BorderZone, &[2], &[0, 1]),
        place(Country, &[], &[]),
    ]);
    assert_eq!(stand(&kin, 3, 0), "shared");
    assert_eq!(stand(&kin, 3, 1), "shared");
    assert_eq!(stand(&kin, 3, 4), "apart");
}
