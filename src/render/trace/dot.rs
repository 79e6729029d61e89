//! Chains of attribution in the language of Graphviz.

use std::fmt::Write;

use super::graph::{Graph, GraphNode};
use crate::text::steers;
use crate::view::trace::Trace;

/// The graph of a trace, named after its question.
pub(crate) fn render(out: &mut String, view: &Trace) {
    draw(out, view.question.as_str(), &Graph::new(view));
}

fn draw(out: &mut String, name: &str, graph: &Graph) {
    let _ = writeln!(out, "digraph \"{}\" {{\n  rankdir=LR\n  node [shape=ellipse]", escaped(name));
    for (number, (title, members)) in graph.clusters.iter().enumerate() {
        let _ = writeln!(out, "  subgraph cluster_{number} {{\n    label=\"{}\"", escaped(title));
        for index in members {
            let _ = writeln!(out, "    n{index} [{}]", attributes(&graph.nodes[*index]));
        }
        out.push_str("  }\n");
    }
    for index in graph.loose() {
        let _ = writeln!(out, "  n{index} [{}]", attributes(&graph.nodes[index]));
    }
    for (from, to) in &graph.edges {
        let _ = writeln!(out, "  n{from} -> n{to}");
    }
    out.push_str("}\n");
}

fn attributes(node: &GraphNode) -> String {
    let label: Vec<String> = node.label.iter().map(|line| escaped(line)).collect();
    let mut all = format!("label=\"{}\"", label.join("\\n"));
    if node.is_claim {
        all.push_str(", shape=box");
    }
    if node.is_faint {
        all.push_str(", style=dashed");
    }
    if node.is_party {
        all.push_str(", penwidth=3");
    }
    all
}

/// Text within a double-quoted string.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' | '\r' | '\t' => out.push(' '),
            // A backslash would be read as one of dot's own.
            c if steers(c) => out.extend(['\\'].into_iter().chain(c.escape_unicode())),
            c if c.is_whitespace() => out.push(' '),
            // A runner of GitHub would obey `##[`.
            '#' if out.ends_with('#') => out.push_str("&#35;"),
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
        assert_eq!(escaped("a \"b\"\\n\n"), "a \\\"b\\\"\\\\n ");
        assert_eq!(escaped("##[error]"), "#&#35;[error]");
    }

    #[test]
    fn who_has_no_name_is_dashed_and_a_party_stands_out() {
        let label = vec!["an aide".to_owned(), "not named".to_owned()];
        let node = GraphNode { label, is_claim: false, is_faint: true, is_party: true };
        assert_eq!(attributes(&node), "label=\"an aide\\nnot named\", style=dashed, penwidth=3");
    }
}
