//! Which names contain which, and which share ground: the order behind places, agents and set items.
//!
//! Places follow `within` and `border-of`, agents `part-of`; a word stands for itself alone. See semantics.md,
//! section 1, Places and Agents.

use std::collections::BTreeSet;

use crate::vocabulary::vocabulary;

/// A name in a [`Kin`]: an agent, a place or a plain word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Node(pub(crate) u32);

/// What kind of thing a node is, as far as sharing depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Agent,
    /// A place and its kind; places of one such kind exclude each other.
    Place(PlaceKind),
    Word,
}

vocabulary! {
    /// The kinds of place, widest first.
    pub(crate) enum PlaceKind {
        Region = "region",
        Country = "country",
        Adm1 = "adm1",
        Adm2 = "adm2",
        Settlement = "settlement",
        Site = "site",
        BorderZone = "border-zone",
    }
}

/// A node as it is declared: what contains it, and for a border zone what it touches.
#[derive(Clone, Debug)]
pub(crate) struct Declared {
    pub(crate) family: Family,
    pub(crate) parents: Vec<Node>,
    pub(crate) border_of: Vec<Node>,
}

/// Containment and disjointness of all nodes of a dossier, closed.
#[derive(Debug, Default)]
pub(crate) struct Kin {
    nodes: Vec<Closed>,
}

#[derive(Debug)]
struct Closed {
    family: Family,
    /// What contains the node, itself included, in order.
    above: Vec<Node>,
    /// What the node contains, itself included, in order.
    below: Vec<Node>,
    border_of: Vec<Node>,
}

impl Kin {
    /// Closes what was declared; node `n` is the `n`-th declaration. Rings are closed over, not refused: every
    /// node of a ring contains every other.
    pub(crate) fn new(declared: &[Declared]) -> Self {
        let mut above: Vec<BTreeSet<Node>> =
            (0..declared.len()).map(|index| climb(declared, Node(index as u32))).collect();
        // A border zone lies within whatever contains all that it touches, and wholly in none of those.
        for index in 0..declared.len() {
            let touched = &declared[index].border_of;
            let mut common = touched.iter().map(|node| above[node.0 as usize].clone());
            let Some(first) = common.next() else { continue };
            let containing = common.fold(first, |all, one| all.intersection(&one).copied().collect());
            let mine = &mut above[index];
            mine.extend(containing);
            mine.retain(|node| !touched.contains(node));
            mine.insert(Node(index as u32));
            let mine = mine.clone();
            for (other, set) in above.iter_mut().enumerate() {
                if other != index && set.contains(&Node(index as u32)) {
                    set.extend(mine.iter().copied());
                }
            }
        }
        let mut below: Vec<Vec<Node>> = vec![Vec::new(); declared.len()];
        for (index, set) in above.iter().enumerate() {
            for node in set {
                below[node.0 as usize].push(Node(index as u32));
            }
        }
        let nodes = declared
            .iter()
            .zip(above)
            .zip(below)
            .map(|((node, above), below)| Closed {
                family: node.family,
                above: above.into_iter().collect(),
                below,
                border_of: node.border_of.clone(),
            })
            .collect();
        Kin { nodes }
    }

    fn of(&self, node: Node) -> &Closed {
        &self.nodes[node.0 as usize]
    }

    /// Whether `inner` is `outer` or lies within it.
    pub(crate) fn within(&self, inner: Node, outer: Node) -> bool {
        inner == outer || self.of(inner).above.binary_search(&outer).is_ok()
    }

    /// Whether `inner` is one of `outer` or lies within one.
    pub(crate) fn within_any(&self, inner: Node, outer: &[Node]) -> bool {
        outer.iter().any(|node| self.within(inner, *node))
    }

    /// What contains the node, the node itself left out.
    pub(crate) fn containers(&self, node: Node) -> impl Iterator<Item = Node> {
        self.of(node).above.iter().copied().filter(move |above| *above != node)
    }

    /// What lies within the node, the node itself included.
    pub(crate) fn contents(&self, node: Node) -> &[Node] {
        &self.of(node).below
    }

    /// Whether something may be both: for places, perhaps; for agents, where one contains the other or some
    /// agent is part of both.
    pub(crate) fn shares(&self, a: Node, b: Node) -> bool {
        if self.within(a, b) || self.within(b, a) {
            return true;
        }
        match (self.of(a).family, self.of(b).family) {
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
    /// disjoint, and neither contains or borders the other. `depth` counts border zones defined by border zones.
    fn disjoint(&self, a: Node, b: Node, depth: usize) -> bool {
        let apart = |x: &Node| self.of(b).above.iter().any(|y| self.set_apart(*x, *y, depth));
        !self.within(a, b)
            && !self.within(b, a)
            && !self.touches(a, b)
            && !self.touches(b, a)
            && self.of(a).above.iter().any(apart)
    }

    /// Whether two places are disjoint by what they are themselves: divided by two of one kind, or a border zone
    /// apart from all that it touches.
    fn set_apart(&self, a: Node, b: Node, depth: usize) -> bool {
        if self.within(a, b) || self.within(b, a) || self.touches(a, b) || self.touches(b, a) {
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
            }
            _ => false,
        }
    }

    /// Whether `zone` is a border zone of which everything that it touches is disjoint from `place`.
    fn zone_apart(&self, zone: Node, place: Node, depth: usize) -> bool {
        let touched = &self.of(zone).border_of;
        depth < 8 && !touched.is_empty() && touched.iter().all(|one| self.disjoint(*one, place, depth + 1))
    }
}

/// Everything above a node by `parents`, the node itself included.
fn climb(declared: &[Declared], node: Node) -> BTreeSet<Node> {
    let mut found = BTreeSet::from([node]);
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        for parent in &declared[node.0 as usize].parents {
            if found.insert(*parent) {
                open.push(*parent);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(kind: PlaceKind, within: &[u32], border_of: &[u32]) -> Declared {
        let nodes = |ids: &[u32]| ids.iter().map(|id| Node(*id)).collect();
        Declared { family: Family::Place(kind), parents: nodes(within), border_of: nodes(border_of) }
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
        assert!(!kin.shares(JORDAN, SYRIA));
        assert!(!kin.shares(JORDAN, HOMS));
        assert!(kin.within(HOMS, EAST));
        assert!(kin.shares(HOMS, SYRIA));
    }

    #[test]
    fn a_border_zone_shares_with_what_it_touches_and_with_nothing_else() {
        let kin = levant();
        assert!(kin.shares(BORDER, JORDAN) && kin.shares(BORDER, SYRIA));
        assert!(!kin.within(BORDER, JORDAN));
        assert!(kin.within(BORDER, EAST), "what contains both contains their border");
        assert!(!kin.shares(BORDER, IRAQ));
        assert!(kin.shares(OUTPOST, JORDAN) && kin.shares(OUTPOST, SYRIA));
        assert!(!kin.shares(OUTPOST, IRAQ), "disjointness passes down");
        assert!(kin.shares(BORDER, HOMS), "a town in Syria may lie on the border");
    }

    #[test]
    fn regions_never_exclude() {
        let kin = levant();
        assert!(kin.shares(EAST, WEST));
        assert!(kin.shares(JORDAN, WEST));
    }

    #[test]
    fn agents_share_where_some_agent_is_part_of_both() {
        let agent = |part_of: &[u32]| Declared {
            family: Family::Agent,
            parents: part_of.iter().map(|id| Node(*id)).collect(),
            border_of: Vec::new(),
        };
        let kin = Kin::new(&[agent(&[]), agent(&[]), agent(&[0, 1]), agent(&[]), agent(&[0])]);
        assert!(kin.shares(Node(0), Node(1)), "agent 2 is part of both");
        assert!(!kin.shares(Node(0), Node(3)));
        assert!(!kin.shares(Node(2), Node(4)), "two parts of one whole are two agents");
        assert!(kin.shares(Node(4), Node(0)));
    }

    #[test]
    fn rings_do_not_hang() {
        let kin = Kin::new(&[place(PlaceKind::Site, &[1], &[]), place(PlaceKind::Site, &[0], &[])]);
        assert!(kin.within(Node(0), Node(1)) && kin.within(Node(1), Node(0)));
    }
}
