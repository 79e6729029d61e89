//! The attribution tree of a question: from each origin, through whoever passed it on, to the sources that carry it.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;

use super::scale::{cut, point};
use crate::render::term::layout::counted;
use crate::view::asked::AskedView;
use crate::view::name::{ClaimName, Who};
use crate::view::trace::{Chain, Hop};
use crate::vocabulary::vocabulary;

const ROW: f64 = 22.0;
const INDENT: f64 = 16.0;
const MOST_CHAINS: usize = 80;

/// A tree drawn as indented rows, origins first.
#[derive(Debug, Template)]
#[template(path = "tree.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Tree {
    anchor: String,
    /// Whether it is shown at once.
    is_open: bool,
    height: String,
    rows: Vec<Stop>,
    left_out: usize,
    /// All of it in words, for who cannot see it.
    told: String,
}

impl HtmlSafe for Tree {}

vocabulary! {
    /// What somebody does on the way, as the style sheet names it.
    enum Role {
        /// Said it first.
        Origin = "origin",
        /// Said it first, as far as is known, but the origin is not established.
        Unnamed = "unnamed",
        /// Passed it on.
        Way = "way",
        /// Carries it.
        Source = "source",
    }
}

/// One stop on the way.
#[derive(Debug)]
struct Stop {
    label: String,
    full: String,
    role: Role,
    x: String,
    text_x: String,
    y: String,
    text_y: String,
    /// The line from the stop above it, where there is one: its x and where it starts.
    from: Option<(String, String)>,
}

struct Node {
    label: String,
    role: Role,
    claims: usize,
    below: Vec<usize>,
}

impl Tree {
    /// The tree of a question's chains; `None` where nobody says anything.
    pub(super) fn new(asked: &AskedView, anchor: &str, is_open: bool) -> Option<Self> {
        let mut nodes: Vec<Node> = Vec::new();
        let mut known: BTreeMap<(Option<usize>, String), usize> = BTreeMap::new();
        let mut roots: Vec<usize> = Vec::new();
        for (chain, claim) in asked.chains.iter().zip(&asked.claims).take(MOST_CHAINS) {
            let mut above = None;
            for (key, label, role) in way(asked, chain, &claim.said.plain) {
                let index = *known.entry((above, key)).or_insert_with(|| {
                    nodes.push(Node { label, role, claims: 0, below: Vec::new() });
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
        (!drawing.rows.is_empty()).then(|| Tree {
            anchor: anchor.to_owned(),
            is_open,
            height: point(drawing.rows.len() as f64 * ROW + 6.0),
            told: drawing.told.join("; "),
            rows: drawing.rows,
            left_out: asked.chains.len().saturating_sub(MOST_CHAINS),
        })
    }
}

/// The stops of a chain from its origin to its source: what tells each apart, its label, its role.
fn way(asked: &AskedView, chain: &Chain, plain: &str) -> Vec<(String, String, Role)> {
    let source = &chain.hops[0];
    let id = source.held.first().map_or("", String::as_str);
    // An unknown publisher passes nothing on by name: the source itself is where the way begins.
    let mut hops: Vec<&Hop> = chain.hops[1..].iter().rev().filter(|hop| hop.id != Who::Unknown).collect();
    hops.dedup_by(|a, b| a.id == b.id);
    let mut stops = Vec::new();
    let begins = hops.first().is_some_and(|hop| hop.id == chain.origin) || chain.origin == source.id;
    if !begins {
        let name = asked.chains.iter().flat_map(|chain| &chain.hops).find(|hop| hop.id == chain.origin);
        let name = name.map_or_else(|| chain.origin.id().to_owned(), |hop| hop.name.clone());
        let through: Vec<&str> = chain.leads.iter().take(2).map(ClaimName::as_str).collect();
        let label = match through.is_empty() {
            true => name,
            false => format!("{name} (found through {})", through.join(", ")),
        };
        stops.push((chain.origin.to_string(), label, origin_role(chain)));
    }
    for hop in &hops {
        let role = if stops.is_empty() { origin_role(chain) } else { Role::Way };
        // Two who are not named are never one origin.
        let key = if hop.named { hop.id.to_string() } else { format!("{} in {id}", hop.id) };
        stops.push((key, format!("{}{}", hop.name, remark(hop)), role));
    }
    let role = if stops.is_empty() { origin_role(chain) } else { Role::Source };
    let ring = if chain.ring { ", in a ring of citations" } else { "" };
    stops.push((format!("{} {plain}", source.id), format!("{id}: “{plain}”{ring}"), role));
    stops
}

fn origin_role(chain: &Chain) -> Role {
    if chain.established { Role::Origin } else { Role::Unnamed }
}

fn remark(hop: &Hop) -> String {
    let mut said = Vec::new();
    if !hop.named {
        said.push("not named");
    }
    if hop.party {
        said.push("party to the event");
    }
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

struct Drawing<'a> {
    nodes: &'a [Node],
    rows: Vec<Stop>,
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
        self.rows.push(Stop {
            label: cut(&label, room),
            full: label,
            role: node.role,
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
