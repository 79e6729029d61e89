//! Chains of attribution as a graph, for Mermaid and for Graphviz.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::whom::{Whom, whom};
use crate::render::position::standing_behind;
use crate::view::name::{ClaimName, Who};
use crate::view::trace::{Chain, Hop, Role, Trace};

/// Who stands behind what: an arrow points from whoever says so to where it comes from.
#[derive(Debug, Default)]
pub(crate) struct Graph<'a> {
    nodes: Vec<Node>,
    claims: BTreeMap<&'a ClaimName, usize>,
    speakers: BTreeMap<Whom<'a>, usize>,
    edges: BTreeSet<(usize, usize)>,
    /// Positions: their title and their claims.
    clusters: Vec<(String, Vec<usize>)>,
}

#[derive(Debug)]
struct Node {
    /// Lines.
    label: Vec<String>,
    /// Whether it is a claim; else an agent, or the publisher of a source.
    is_claim: bool,
    /// Whether it is no origin that could be established, or its own text is not held.
    is_faint: bool,
    is_party: bool,
}

impl<'a> Graph<'a> {
    pub(crate) fn new(view: &'a Trace) -> Self {
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

    fn chain(&mut self, chain: &'a Chain) {
        let mut last = self.way(&chain.claim, &chain.words, chain.quote.as_deref(), &chain.hops);
        for stage in &chain.onward {
            let to = self.claim(&stage.claim, &stage.words, stage.quote.as_deref());
            let from = self.claims.get(&stage.from).copied().unwrap_or(last);
            self.edge(from, to);
            last = self.way(&stage.claim, &stage.words, stage.quote.as_deref(), &stage.hops);
        }
    }

    fn way(&mut self, claim: &'a ClaimName, words: &str, quote: Option<&str>, hops: &'a [Hop]) -> usize {
        let mut from = self.claim(claim, words, quote);
        for hop in &hops[1..] {
            let to = self.agent(claim, hop);
            self.edge(from, to);
            from = to;
        }
        from
    }

    fn claim(&mut self, claim: &'a ClaimName, words: &str, quote: Option<&str>) -> usize {
        let quote = quote.map(|quote| format!("“{quote}”"));
        let label = [Some(words.to_owned()), quote, Some(claim.to_string())].into_iter().flatten().collect();
        let next = self.nodes.len();
        let index = *self.claims.entry(claim).or_insert(next);
        if index == next {
            self.nodes.push(Node { label, is_claim: true, is_faint: false, is_party: false });
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
            self.nodes.push(Node { label, is_claim: false, is_faint, is_party: hop.party });
        }
        index
    }

    fn edge(&mut self, from: usize, to: usize) {
        self.edges.insert((from, to));
    }

    /// As a Mermaid flowchart.
    pub(crate) fn mermaid(&self) -> String {
        let mut out = "flowchart LR\n".to_owned();
        let line = |index: usize| {
            let node = &self.nodes[index];
            let label: Vec<String> = node.label.iter().map(|line| mermaid_text(line)).collect();
            let label = label.join("<br/>");
            let shape = if node.is_claim { format!("[\"{label}\"]") } else { format!("([\"{label}\"])") };
            let class = match (node.is_faint, node.is_party) {
                (true, true) => ":::faintParty",
                (true, false) => ":::faint",
                (false, true) => ":::party",
                (false, false) => "",
            };
            format!("n{index}{shape}{class}\n")
        };
        let mut placed = vec![false; self.nodes.len()];
        for (number, (title, members)) in self.clusters.iter().enumerate() {
            let _ = writeln!(out, "  subgraph p{number}[\"{}\"]", mermaid_text(title));
            for index in members {
                placed[*index] = true;
                let _ = write!(out, "    {}", line(*index));
            }
            out.push_str("  end\n");
        }
        for index in (0..self.nodes.len()).filter(|index| !placed[*index]) {
            let _ = write!(out, "  {}", line(index));
        }
        for (from, to) in &self.edges {
            let _ = writeln!(out, "  n{from} --> n{to}");
        }
        out.push_str("  classDef faint stroke-dasharray: 4\n  classDef party stroke-width: 3px\n");
        out.push_str("  classDef faintParty stroke-dasharray: 4, stroke-width: 3px\n");
        out
    }

    /// In the language of Graphviz.
    pub(crate) fn dot(&self, name: &str) -> String {
        let mut out = format!("digraph \"{}\" {{\n  rankdir=LR\n  node [shape=ellipse]\n", dot_text(name));
        let line = |index: usize| {
            let node = &self.nodes[index];
            let label: Vec<String> = node.label.iter().map(|line| dot_text(line)).collect();
            let mut line = format!("n{index} [label=\"{}\"", label.join("\\n"));
            if node.is_claim {
                line.push_str(", shape=box");
            }
            if node.is_faint {
                line.push_str(", style=dashed");
            }
            if node.is_party {
                line.push_str(", penwidth=3");
            }
            line.push_str("]\n");
            line
        };
        let mut placed = vec![false; self.nodes.len()];
        for (number, (title, members)) in self.clusters.iter().enumerate() {
            let _ = writeln!(out, "  subgraph cluster_{number} {{\n    label=\"{}\"", dot_text(title));
            for index in members {
                placed[*index] = true;
                let _ = write!(out, "    {}", line(*index));
            }
            out.push_str("  }\n");
        }
        for index in (0..self.nodes.len()).filter(|index| !placed[*index]) {
            let _ = write!(out, "  {}", line(index));
        }
        for (from, to) in &self.edges {
            let _ = writeln!(out, "  n{from} -> n{to}");
        }
        out.push_str("}\n");
        out
    }
}

/// Text within a quoted label: what Mermaid reads as markup is written as its entity codes.
fn mermaid_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '#' | '<' | '>' | '&' | '`' | '\\' | '*' | '_' | '%' | ';' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            c if c.is_control() || c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Text within a double-quoted string.
fn dot_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_cannot_break_out_of_their_quotes() {
        assert_eq!(mermaid_text("a \"b\" #c <i>\n%%"), "a #34;b#34; #35;c #60;i#62; #37;#37;");
        assert_eq!(dot_text("a \"b\"\\n\n"), "a \\\"b\\\"\\\\n ");
    }

    #[test]
    fn agents_without_a_name_are_one_only_within_a_source() {
        let hop = |named| Hop {
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
        assert!(graph.mermaid().contains("n0([\"an aide<br/>not named\"]):::faint\n"));
        assert!(graph.dot("q").contains("n0 [label=\"an aide\\nnot named\", style=dashed]\n"));
    }
}
