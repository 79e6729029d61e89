//! Chains of attribution as a graph: what is a node, what an arrow, and what stands together.

use std::collections::{BTreeMap, BTreeSet};

use super::hop::{Whom, whom};
use super::said::Said;
use crate::render::position::standing_behind;
use crate::view::name::{ClaimName, Who};
use crate::view::trace::{Chain, Hop, Role, Trace};

/// Who stands behind what: an arrow points from whoever says so to where it comes from.
#[derive(Debug, Default)]
pub(super) struct Graph<'a> {
    pub(super) nodes: Vec<GraphNode>,
    claims: BTreeMap<&'a ClaimName, usize>,
    speakers: BTreeMap<Whom<'a>, usize>,
    /// From a node to another.
    pub(super) edges: BTreeSet<(usize, usize)>,
    /// Positions: their title and their claims.
    pub(super) clusters: Vec<(String, Vec<usize>)>,
}

#[derive(Debug)]
pub(super) struct GraphNode {
    /// Lines.
    pub(super) label: Vec<String>,
    /// Whether it is a claim; else an agent, or the publisher of a source.
    pub(super) is_claim: bool,
    /// Whether it is no origin that could be established, or its own text is not held.
    pub(super) is_faint: bool,
    /// Whether it has a stake in the event.
    pub(super) is_party: bool,
}

impl<'a> Graph<'a> {
    pub(super) fn new(view: &'a Trace) -> Self {
        let mut graph = Graph::default();
        for chain in &view.chains {
            graph.chain(chain);
        }
        let mut placed = vec![false; graph.nodes.len()];
        for position in &view.positions {
            let members = position.claims.iter().filter_map(|claim| graph.claims.get(claim).copied());
            // A node stands in one cluster; a claim of several positions stands in the first.
            let members: Vec<usize> =
                members.filter(|node| !std::mem::replace(&mut placed[*node], true)).collect();
            if !members.is_empty() {
                graph.clusters.push((format!("{}: {}", position.label, standing_behind(position)), members));
            }
        }
        graph
    }

    /// The nodes that stand in no cluster.
    pub(super) fn loose(&self) -> impl Iterator<Item = usize> {
        let mut placed = vec![false; self.nodes.len()];
        self.clusters.iter().flat_map(|(_, members)| members).for_each(|index| placed[*index] = true);
        (0..self.nodes.len()).filter(move |index| !placed[*index])
    }

    fn chain(&mut self, chain: &'a Chain) {
        let mut last = self.way(&chain.into());
        for stage in &chain.onward {
            let said = stage.into();
            let to = self.claim(&said);
            let from = self.claims.get(&stage.from).copied().unwrap_or(last);
            self.edge(from, to);
            last = self.way(&said);
        }
    }

    fn way(&mut self, said: &Said<'a>) -> usize {
        let mut from = self.claim(said);
        for hop in &said.hops[1..] {
            let to = self.agent(said.claim, hop);
            self.edge(from, to);
            from = to;
        }
        from
    }

    fn claim(&mut self, said: &Said<'a>) -> usize {
        let lines = [Some(said.words.clone()), said.quote.clone(), Some(said.claim.to_string())];
        let label = lines.into_iter().flatten().collect();
        let next = self.nodes.len();
        let index = *self.claims.entry(said.claim).or_insert(next);
        if index == next {
            self.nodes.push(GraphNode { label, is_claim: true, is_faint: false, is_party: false });
        }
        index
    }

    fn agent(&mut self, claim: &'a ClaimName, hop: &'a Hop) -> usize {
        let mut label = vec![hop.name.clone()];
        if !hop.named && hop.id != Who::Unknown {
            label.push("not named".to_owned());
        }
        if hop.party {
            label.push("party to the event".to_owned());
        }
        let is_unheld = hop.held.is_empty() && hop.named && hop.role != Role::Publisher;
        if is_unheld {
            label.push("its own text is not in the dossier".to_owned());
        }
        let next = self.nodes.len();
        let index = *self.speakers.entry(whom(claim, hop)).or_insert(next);
        if index == next {
            let is_faint = !hop.named || is_unheld;
            self.nodes.push(GraphNode { label, is_claim: false, is_faint, is_party: hop.party });
        }
        index
    }

    fn edge(&mut self, from: usize, to: usize) {
        self.edges.insert((from, to));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agents_without_a_name_are_one_only_within_a_source() {
        let hop = |named| Hop {
            held_more: None,
            role: Role::Speaker,
            id: Who::Agent("aide".to_owned()),
            name: "an aide".to_owned(),
            held: Vec::new(),
            named,
            party: false,
            derived_from: Vec::new(),
        };
        let claims = [("herald", "a"), ("herald", "b"), ("courier", "a")];
        let claims = claims.map(|(source, own)| ClaimName::of(source, own));
        let (unnamed, named) = (hop(false), hop(true));
        let mut graph = Graph::default();
        let nodes = claims.each_ref().map(|claim| graph.agent(claim, &unnamed));
        assert!(nodes[0] == nodes[1] && nodes[0] != nodes[2]);
        assert_eq!(graph.agent(&claims[0], &named), graph.agent(&claims[2], &named));
        assert_eq!(graph.nodes[0].label, ["an aide", "not named"]);
        assert!(graph.nodes[0].is_faint);
    }
}
