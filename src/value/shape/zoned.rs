//! Which zones places lie in, as far as it can be told of them what they are apart from: a zone by what it touches, disputed
//! ground by who disputes it, each of which may lie in zones of its own.

use std::collections::{BTreeSet, HashMap};
use std::sync::RwLock;

use super::node::Node;
use crate::value::rings::strongly_connected;

/// From a place to its zones, to what these touch and on to the zones of that, so many zones are followed, and so many places
/// that they touch or that dispute them. Where there are more, or the way leads back to the place, the zones of the place and of all
/// that leads to it are left out, which is told: it shares ground with whatever nothing else divides it from.
pub(crate) const MOST_ZONES: usize = 8;
pub(crate) const MOST_ZONED: usize = 64;

/// So many pairs are kept; then they are begun anew.
const MOST_KEPT: usize = 1 << 19;

/// The zones of all places, and what was found of pairs of them.
#[derive(Debug, Default)]
pub(super) struct Zoned {
    /// Of each node the zones that it lies in, itself included; `None` where they lead too far.
    of: Vec<Option<Vec<Node>>>,
    /// The nodes whose zones lead too far, in order.
    cut: Vec<Node>,
    /// What was found of pairs, each in the order of its nodes.
    kept: RwLock<HashMap<(Node, Node), bool>>,
}

/// A node as far as zones depend on it.
pub(super) struct Ground<'k> {
    /// What contains it, itself included.
    pub(super) above: &'k [Node],
    pub(super) border_of: &'k [Node],
    pub(super) disputed_between: &'k [Node],
}

impl Zoned {
    pub(super) fn new(nodes: &[Ground<'_>]) -> Self {
        let closed = |node: &Node| &nodes[node.0 as usize];
        let is_zone =
            |node: &Node| !closed(node).border_of.is_empty() || !closed(node).disputed_between.is_empty();
        let of: Vec<Vec<Node>> =
            nodes.iter().map(|node| node.above.iter().copied().filter(is_zone).collect()).collect();
        let led_to = |zone: &Node| closed(zone).border_of.iter().chain(closed(zone).disputed_between);
        let leads: Vec<Vec<usize>> = of
            .iter()
            .map(|zones| {
                let mut led: BTreeSet<Node> = BTreeSet::new();
                for node in zones.iter().flat_map(led_to) {
                    led.insert(*node);
                    // It will be cut.
                    if led.len() > MOST_ZONED {
                        break;
                    }
                }
                led.into_iter().map(|node| node.0 as usize).collect()
            })
            .collect();
        let (order, rings) = strongly_connected(&leads);
        let mut cut: Vec<Node> = Vec::new();
        // The zones on the way of each; `None` where they lead too far.
        let mut followed: Vec<Option<BTreeSet<Node>>> = vec![Some(BTreeSet::new()); nodes.len()];
        for node in order {
            let mut zones: Option<BTreeSet<Node>> = Some(of[node].iter().copied().collect());
            for led in &leads[node] {
                zones = zones.zip(followed[*led].as_ref()).map(|(mut zones, more)| {
                    zones.extend(more);
                    zones
                });
            }
            let leads_back = rings[node].is_some() || leads[node].contains(&node);
            let is_few = |zones: &BTreeSet<Node>| zones.len() <= MOST_ZONES;
            followed[node] = zones.filter(is_few).filter(|_| !leads_back && leads[node].len() <= MOST_ZONED);
            cut.extend(followed[node].is_none().then_some(Node(node as u32)));
        }
        cut.sort_unstable();
        let mut of: Vec<Option<Vec<Node>>> = of.into_iter().map(Some).collect();
        cut.iter().for_each(|node| of[node.0 as usize] = None);
        Zoned { of, cut, kept: RwLock::default() }
    }

    /// The zones that a node lies in, itself included.
    pub(super) fn of(&self, node: Node) -> &[Node] {
        self.of[node.0 as usize].as_deref().unwrap_or_default()
    }

    pub(super) fn cut(&self) -> &[Node] {
        &self.cut
    }

    /// What zones make so of two places, whichever comes first: nothing where neither lies in one, or those of one lead too far.
    /// What `find` asks of what these zones lead to and of what contains the places leads less far, so that it comes to an end.
    pub(super) fn known(&self, (a, b): (Node, Node), find: impl FnOnce() -> bool) -> bool {
        let zones = |node: Node| self.of[node.0 as usize].as_ref();
        let (Some(of_a), Some(of_b)) = (zones(a), zones(b)) else { return false };
        if of_a.is_empty() && of_b.is_empty() {
            return false;
        }
        let pair = (a.min(b), a.max(b));
        let found = self.kept.read().ok().and_then(|kept| kept.get(&pair).copied());
        found.unwrap_or_else(|| {
            let found = find();
            if let Ok(mut kept) = self.kept.write() {
                if kept.len() == MOST_KEPT {
                    kept.clear();
                }
                kept.insert(pair, found);
            }
            found
        })
    }
}
