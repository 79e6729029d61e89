//! The attribution tree of a question: from each origin, through whoever passed it on, to the sources that carry it.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;

use super::scale::{cut, point};
use super::way::{StopKey, WayPart, WayStop, way};
use crate::text::counted;
use crate::view::report::asked::AskedQuestion;

const ROW: f64 = 22.0;
const INDENT: f64 = 16.0;
const MOST_CHAINS: usize = 80;

/// A tree drawn as indented rows, origins first.
#[derive(Debug, Template)]
#[template(path = "tree.html", config = "src/render/report/html/askama.toml")]
pub(super) struct TreeDrawing {
    anchor: String,
    height: String,
    rows: Vec<TreeRow>,
    left_out: usize,
    /// All of it in words, for who cannot see it.
    told: String,
}

impl HtmlSafe for TreeDrawing {}

/// A stop as it is drawn.
#[derive(Debug)]
struct TreeRow {
    label: String,
    full: String,
    part: WayPart,
    x: String,
    text_x: String,
    y: String,
    text_y: String,
    /// The line from the stop above it, where there is one: its x and where it starts.
    from: Option<(String, String)>,
}

struct TreeNode {
    label: String,
    part: WayPart,
    claims: usize,
    below: Vec<usize>,
}

impl TreeDrawing {
    /// The tree of a question's chains; `None` where nobody says anything.
    pub(super) fn new(asked: &AskedQuestion, anchor: &str) -> Option<Self> {
        let mut nodes: Vec<TreeNode> = Vec::new();
        let mut known: BTreeMap<(Option<usize>, StopKey), usize> = BTreeMap::new();
        let mut roots: Vec<usize> = Vec::new();
        for (chain, claim) in asked.chains.iter().zip(&asked.claims).take(MOST_CHAINS) {
            let mut above = None;
            for WayStop { key, label, part } in way(asked, chain, &claim.said) {
                let index = *known.entry((above, key)).or_insert_with(|| {
                    nodes.push(TreeNode { label, part, claims: 0, below: Vec::new() });
                    let index = nodes.len() - 1;
                    match above {
                        None => roots.push(index),
                        Some(above) => {
                            let above: usize = above;
                            nodes[above].below.push(index);
                        }
                    }
                    index
                });
                above = Some(index);
            }
            if let Some(leaf) = above {
                nodes[leaf].claims += 1;
            }
        }
        let mut drawing = Drawing { nodes: &nodes, rows: Vec::new(), told: Vec::new() };
        roots.iter().for_each(|root| drawing.add(*root, 0, None));
        (!drawing.rows.is_empty()).then(|| TreeDrawing {
            anchor: anchor.to_owned(),
            height: point(drawing.rows.len() as f64 * ROW + 6.0),
            told: drawing.told.join("; "),
            rows: drawing.rows,
            left_out: asked.chains.len().saturating_sub(MOST_CHAINS),
        })
    }
}

struct Drawing<'a> {
    nodes: &'a [TreeNode],
    rows: Vec<TreeRow>,
    told: Vec<String>,
}

impl Drawing<'_> {
    fn add(&mut self, index: usize, depth: usize, above: Option<usize>) {
        let node = &self.nodes[index];
        let label = match node.claims {
            0 | 1 => node.label.clone(),
            more => format!("{} ({})", node.label, counted(more, "claim")),
        };
        // A way longer than the drawing is wide goes on straight down.
        let x = 8.0 + depth.min(8) as f64 * INDENT;
        let y = self.rows.len() as f64 * ROW + 13.0;
        let row = self.rows.len();
        let from = above.map(|above| {
            (point(8.0 + (depth.clamp(1, 8) - 1) as f64 * INDENT), point(above as f64 * ROW + 18.0))
        });
        let room = 52 - depth.min(8) * 3;
        self.told.push(format!("{}{label}", "then ".repeat(usize::from(depth > 0))));
        self.rows.push(TreeRow {
            label: cut(&label, room),
            full: label,
            part: node.part,
            x: point(x),
            text_x: point(x + 9.0),
            y: point(y),
            text_y: point(y + 4.0),
            from,
        });
        for below in &node.below {
            self.add(*below, depth + 1, Some(row));
        }
    }
}
