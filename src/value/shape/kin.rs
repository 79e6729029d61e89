//! Which names contain which: the order behind places, agents and set items.
//!
//! Places follow `within`, `border-of` and `disputed-between`, agents `part-of`; a word stands for itself alone. Which of
//! them share ground is told by `ground.rs`. See semantics.md, section 1, Places and Agents.

use std::collections::BTreeSet;

use super::node::Node;
use super::zoned::{Ground, Zoned};
use crate::value::rings::strongly_connected;
use crate::vocabulary::vocabulary;

/// A node is known to lie within so many others; where there are more, it is cut, and that is told.
pub(crate) const MOST_ABOVE: usize = 64;

/// What contains what on a ring is gone over so often at most. Each ring is told as one; no answer rests on it.
const MOST_PASSES: usize = 64;

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

/// A node as it is declared.
#[derive(Clone, Debug)]
pub(crate) struct Declared {
    pub(crate) family: Family,
    /// What contains it.
    pub(crate) parents: Vec<Node>,
    /// For a border zone: what it touches.
    pub(crate) border_of: Vec<Node>,
    /// For disputed ground: those of which one has it.
    pub(crate) disputed_between: Vec<Node>,
}

/// Containment and disjointness of all nodes of a dossier, closed.
#[derive(Debug, Default)]
pub(crate) struct Kin {
    nodes: Vec<Closed>,
    /// The nodes that lie within more than are followed.
    cut: Vec<Node>,
    pub(super) zoned: Zoned,
    /// By node; see [`Kin::is_alone`].
    alone: Vec<bool>,
}

#[derive(Debug)]
pub(super) struct Closed {
    pub(super) family: Family,
    /// What contains the node, itself included, in order.
    pub(super) above: Vec<Node>,
    /// What the node contains, itself included, in order.
    pub(super) below: Vec<Node>,
    pub(super) border_of: Vec<Node>,
    pub(super) disputed_between: Vec<Node>,
    /// The disputed ground that it lies on, itself included.
    pub(super) on_disputed: Vec<Node>,
    pub(super) dividing: Dividing,
}

/// The places of such kinds as exclude each other that a node lies in, itself included.
#[derive(Debug)]
pub(super) struct Dividing {
    /// In order.
    pub(super) nodes: Vec<Node>,
    /// Whether those of one kind all lie in each other.
    pub(super) nested: bool,
}

impl Closed {
    fn ground(&self) -> Ground<'_> {
        let Closed { above, border_of, disputed_between, .. } = self;
        Ground { above, border_of, disputed_between }
    }
}

impl PlaceKind {
    /// Whether places of this kind exclude each other.
    pub(super) fn divides(self) -> bool {
        !matches!(self, PlaceKind::Region | PlaceKind::BorderZone)
    }
}

impl Dividing {
    /// Of what contains a node, itself included.
    fn new(declared: &[Declared], all: &[BTreeSet<Node>], above: &BTreeSet<Node>) -> Self {
        let kind = |node: Node| match declared[node.0 as usize].family {
            Family::Place(kind) if kind.divides() => Some(kind),
            _ => None,
        };
        let nodes: Vec<Node> = above.iter().copied().filter(|node| kind(*node).is_some()).collect();
        // Those that lie in each other stand in one line: each in the next that lies in fewer.
        let lies_in = |node: Node| &all[node.0 as usize];
        let mut line = nodes.clone();
        line.sort_by_key(|node| (kind(*node), std::cmp::Reverse(lies_in(*node).len())));
        let is_nested = |pair: &[Node]| kind(pair[0]) != kind(pair[1]) || lies_in(pair[0]).contains(&pair[1]);
        Dividing { nested: line.windows(2).all(is_nested), nodes }
    }
}

impl Declared {
    /// A node of a family that lies in nothing and touches nothing.
    pub(crate) fn alone(family: Family) -> Self {
        Declared { family, parents: Vec::new(), border_of: Vec::new(), disputed_between: Vec::new() }
    }
}

impl Kin {
    /// Closes what was declared; node `n` is the `n`-th declaration. Rings are closed over, not refused: every
    /// node of a ring contains every other. What lies within more than [`MOST_ABOVE`] others is cut there.
    pub(crate) fn new(declared: &[Declared]) -> Self {
        let (above, cut) = climb_all(declared);
        let mut below: Vec<Vec<Node>> = vec![Vec::new(); declared.len()];
        for (index, set) in above.iter().enumerate() {
            for node in set {
                below[node.0 as usize].push(Node(index as u32));
            }
        }
        let dividing: Vec<Dividing> = above.iter().map(|of| Dividing::new(declared, &above, of)).collect();
        let nodes: Vec<Closed> = declared
            .iter()
            .zip(dividing)
            .zip(above)
            .zip(below)
            .map(|(((node, dividing), above), below)| {
                let is_disputed = |node: &Node| !declared[node.0 as usize].disputed_between.is_empty();
                let above: Vec<Node> = above.into_iter().collect();
                Closed {
                    family: node.family,
                    on_disputed: above.iter().copied().filter(is_disputed).collect(),
                    dividing,
                    above,
                    below,
                    border_of: node.border_of.clone(),
                    disputed_between: node.disputed_between.clone(),
                }
            })
            .collect();
        let zoned = Zoned::new(&nodes.iter().map(Closed::ground).collect::<Vec<_>>());
        let alone = |node: &Closed| {
            !matches!(node.family, Family::Place(_)) && node.above.len() == 1 && node.below.len() == 1
        };
        let alone = nodes.iter().map(alone).collect();
        Kin { nodes, cut, zoned, alone }
    }

    /// The nodes whose zones lead on to more places than are followed, or back to them, in order.
    pub(crate) fn cut_zones(&self) -> &[Node] {
        self.zoned.cut()
    }

    /// The nodes that lie within more others than are followed, in order.
    pub(crate) fn cut(&self) -> &[Node] {
        &self.cut
    }

    /// Whether a node is no place, lies in nothing and contains nothing: it is itself alone.
    pub(super) fn is_alone(&self, node: Node) -> bool {
        self.alone[node.0 as usize]
    }

    pub(super) fn of(&self, node: Node) -> &Closed {
        &self.nodes[node.0 as usize]
    }

    /// Whether `inner` is `outer` or lies within it.
    pub(crate) fn within(&self, inner: Node, outer: Node) -> bool {
        inner == outer || !self.is_alone(inner) && self.of(inner).above.binary_search(&outer).is_ok()
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
}

/// What contains each node, itself included, and the nodes for which that is cut. A border zone lies within whatever
/// contains all that it touches, and wholly in none of those; and disputed ground within whatever contains all who dispute it.
///
/// One pass, in which what is led to comes first; what lies on a ring is gone over until nothing is added.
fn climb_all(declared: &[Declared]) -> (Vec<BTreeSet<Node>>, Vec<Node>) {
    let leads = |node: &Declared| -> Vec<usize> {
        let all = node.parents.iter().chain(&node.border_of).chain(&node.disputed_between);
        all.map(|node| node.0 as usize).collect()
    };
    let links: Vec<Vec<usize>> = declared.iter().map(leads).collect();
    let (order, rings) = strongly_connected(&links);
    let mut above: Vec<BTreeSet<Node>> =
        (0..declared.len()).map(|index| BTreeSet::from([Node(index as u32)])).collect();
    let mut is_cut = vec![false; declared.len()];
    let alike = |a: &usize, b: &usize| rings[*a].is_some() && rings[*a] == rings[*b];
    for members in order.chunk_by(alike) {
        let passes = if members.len() == 1 { 1 } else { members.len().clamp(4, MOST_PASSES) };
        for _ in 0..passes {
            let mut grown = false;
            // Of a ring those come first in the order that lead to those behind them.
            for node in members.iter().rev() {
                grown |= climb(declared, *node, &mut above, &mut is_cut);
            }
            if !grown {
                break;
            }
        }
    }
    for (zone, node) in declared.iter().enumerate() {
        above[zone].retain(|it| it.0 as usize == zone || !node.border_of.contains(it));
    }
    let cut = (0..declared.len()).filter(|node| is_cut[*node]).map(|node| Node(node as u32)).collect();
    (above, cut)
}

/// Adds to what contains a node what contains those that it leads to; whether anything was added.
fn climb(declared: &[Declared], index: usize, above: &mut [BTreeSet<Node>], is_cut: &mut [bool]) -> bool {
    let node = &declared[index];
    let mut containing: BTreeSet<Node> =
        containing_all(&node.border_of, above).filter(|it| !node.border_of.contains(it)).collect();
    containing.extend(containing_all(&node.disputed_between, above));
    for parent in &node.parents {
        containing.insert(*parent);
        containing.extend(&above[parent.0 as usize]);
        is_cut[index] |= is_cut[parent.0 as usize];
    }
    let set = &mut above[index];
    let before = set.len();
    for node in containing {
        if set.len() <= MOST_ABOVE {
            set.insert(node);
        } else if !set.contains(&node) {
            is_cut[index] = true;
        }
    }
    set.len() > before
}

/// What contains each of some nodes; nothing where there are none.
fn containing_all(nodes: &[Node], above: &[BTreeSet<Node>]) -> impl Iterator<Item = Node> + use<> {
    let mut sets = nodes.iter().map(|node| &above[node.0 as usize]);
    let first = sets.next().cloned().unwrap_or_default();
    sets.fold(first, |all, one| all.intersection(one).copied().collect()).into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many nodes of which each lies within the next, the last within those given.
    fn chain(length: u32, last: &[u32]) -> Kin {
        let parents = |n: u32| {
            if n + 1 < length { vec![Node(n + 1)] } else { last.iter().copied().map(Node).collect() }
        };
        let declared = |n: u32| Declared { parents: parents(n), ..Declared::alone(Family::Word) };
        Kin::new(&(0..length).map(declared).collect::<Vec<_>>())
    }

    #[test]
    fn what_lies_deeper_than_the_limit_is_cut_and_told() {
        let most = MOST_ABOVE as u32;
        assert!(chain(most + 1, &[]).cut().is_empty());
        assert!(chain(most + 1, &[]).within(Node(0), Node(most)));
        assert_eq!(chain(most + 2, &[]).cut(), [Node(0)]);
        assert_eq!(chain(100_000, &[]).cut().len(), 100_000 - MOST_ABOVE - 1);
    }

    #[test]
    fn each_of_a_ring_contains_each_other() {
        for length in [2, 3, 40] {
            let ring = chain(length, &[0]);
            let all = |n: u32| (0..length).all(|other| ring.within(Node(n), Node(other)));
            assert!((0..length).all(all), "{length}");
        }
        assert_eq!(chain(10_000, &[0]).cut().len(), 10_000);
    }
}
