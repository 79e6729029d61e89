//! Which names contain which: the order behind places, agents and set items.
//!
//! Places follow `within`, `border-of` and `disputed-between`, agents `part-of`; a word stands for itself alone. Which of
//! them share ground is told by `ground.rs`. See semantics.md, section 1, Places and Agents.

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
}

impl Declared {
    /// A node of a family that lies in nothing and touches nothing.
    pub(crate) fn alone(family: Family) -> Self {
        Declared { family, parents: Vec::new(), border_of: Vec::new(), disputed_between: Vec::new() }
    }
}

impl Kin {
    /// Closes what was declared; node `n` is the `n`-th declaration. Rings are closed over, not refused: every
    /// node of a ring contains every other.
    pub(crate) fn new(declared: &[Declared]) -> Self {
        let mut above: Vec<BTreeSet<Node>> =
            (0..declared.len()).map(|index| climb(declared, Node(index as u32))).collect();
        within_what_contains_all(declared, &mut above);
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
            .map(|((node, above), below)| {
                let is_disputed = |node: &Node| !declared[node.0 as usize].disputed_between.is_empty();
                let above: Vec<Node> = above.into_iter().collect();
                Closed {
                    family: node.family,
                    on_disputed: above.iter().copied().filter(is_disputed).collect(),
                    above,
                    below,
                    border_of: node.border_of.clone(),
                    disputed_between: node.disputed_between.clone(),
                }
            })
            .collect();
        Kin { nodes }
    }

    pub(super) fn of(&self, node: Node) -> &Closed {
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
}

/// Adds that a border zone lies within whatever contains all that it touches, and wholly in none of those; and disputed
/// ground within whatever contains all who dispute it.
fn within_what_contains_all(declared: &[Declared], above: &mut [BTreeSet<Node>]) {
    let zones = || declared.iter().enumerate().map(|(index, node)| (Node(index as u32), node));
    loop {
        let mut grown = false;
        for (zone, node) in zones() {
            let touching = containing_all(&node.border_of, above).filter(|it| !node.border_of.contains(it));
            let disputed = containing_all(&node.disputed_between, above);
            let containing: Vec<Node> = touching.chain(disputed).collect();
            for set in above.iter_mut().filter(|set| set.contains(&zone)) {
                let before = set.len();
                set.extend(&containing);
                grown |= set.len() > before;
            }
        }
        // What contains a zone may contain all that another touches.
        if !grown {
            break;
        }
    }
    for (zone, node) in zones() {
        above[zone.0 as usize].retain(|it| *it == zone || !node.border_of.contains(it));
    }
}

/// What contains each of some nodes; nothing where there are none.
fn containing_all(nodes: &[Node], above: &[BTreeSet<Node>]) -> impl Iterator<Item = Node> + use<> {
    let mut sets = nodes.iter().map(|node| above[node.0 as usize].clone());
    let first = sets.next().unwrap_or_default();
    sets.fold(first, |all, one| all.intersection(&one).copied().collect()).into_iter()
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
