//! Chains of attribution as a Mermaid flowchart.

use std::fmt::Write;

use super::graph::{Graph, GraphNode};
use crate::text::steers;
use crate::view::trace::Trace;

/// The flowchart of a trace.
pub(crate) fn render(out: &mut String, view: &Trace) {
    draw(out, &Graph::new(view));
}

fn draw(out: &mut String, graph: &Graph) {
    out.push_str("flowchart LR\n");
    for (number, (title, members)) in graph.clusters.iter().enumerate() {
        let _ = writeln!(out, "  subgraph p{number}[\"{}\"]", escaped(title));
        for index in members {
            let _ = writeln!(out, "    n{index}{}", shape(&graph.nodes[*index]));
        }
        out.push_str("  end\n");
    }
    for index in graph.loose() {
        let _ = writeln!(out, "  n{index}{}", shape(&graph.nodes[index]));
    }
    for (from, to) in &graph.edges {
        let _ = writeln!(out, "  n{from} --> n{to}");
    }
    out.push_str("  classDef faint stroke-dasharray: 4\n  classDef party stroke-width: 3px\n");
    out.push_str("  classDef faintParty stroke-dasharray: 4, stroke-width: 3px\n");
}

fn shape(node: &GraphNode) -> String {
    let label: Vec<String> = node.label.iter().map(|line| escaped(line)).collect();
    let label = label.join("<br/>");
    let shape = if node.is_claim { format!("[\"{label}\"]") } else { format!("([\"{label}\"])") };
    let class = match (node.is_faint, node.is_party) {
        (true, true) => ":::faintParty",
        (true, false) => ":::faint",
        (false, true) => ":::party",
        (false, false) => "",
    };
    format!("{shape}{class}")
}

/// Text within a quoted label: what Mermaid reads as markup is written as its entity codes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '#' | '<' | '>' | '&' | '`' | '\\' | '*' | '_' | '%' | ';' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            '\n' | '\r' | '\t' => out.push(' '),
            // A backslash by its code, as above.
            c if steers(c) => {
                let _ = write!(out, "#92;{}", &c.escape_unicode().to_string()[1..]);
            }
            c if c.is_whitespace() => out.push(' '),
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
        assert_eq!(escaped("a \"b\" #c <i>\n%%"), "a #34;b#34; #35;c #60;i#62; #37;#37;");
    }

    #[test]
    fn who_is_faint_and_who_is_a_party_have_classes_of_their_own() {
        let node = |is_faint, is_party| {
            let label = vec!["an aide".to_owned(), "not named".to_owned()];
            shape(&GraphNode { label, is_claim: false, is_faint, is_party })
        };
        assert_eq!(node(true, false), "([\"an aide<br/>not named\"]):::faint");
        assert_eq!(node(true, true), "([\"an aide<br/>not named\"]):::faintParty");
        assert_eq!(node(false, false), "([\"an aide<br/>not named\"])");
    }
}
