//! Positions from their origins inwards: the ways of their claims, put together where they begin alike.

use super::hop::{Whom, ends, marks, whom};
use super::said::Said;
use crate::render::term::Tree;
use crate::text::counted;
use crate::view::name::ClaimName;
use crate::view::position::HeldPosition;
use crate::view::trace::{Chain, Hop, Trace};

/// A way of more hops than this is cut.
const MOST_HOPS: usize = 64;

/// So many ways are put together at once; the rest are counted.
const MOST_WAYS: usize = 120;

/// The origins behind a position side by side, each with its way to the sources.
pub(super) fn origins(view: &Trace, position: &HeldPosition) -> Vec<Tree> {
    let mut trees = Vec::new();
    for group in &position.groups {
        let mut roots = grown(group.iter().filter_map(|claim| view.chain(claim)));
        match roots.len() {
            0 | 1 => trees.append(&mut roots),
            _ => trees.push(Tree::new("counted as one").branches(roots)),
        }
    }
    trees
}

/// The ways of some claims from their origins, put together where they begin alike.
pub(super) fn grown<'a>(mut chains: impl Iterator<Item = &'a Chain>) -> Vec<Tree> {
    let mut roots: Vec<Grown> = Vec::new();
    for chain in chains.by_ref().take(MOST_WAYS) {
        grow(&mut roots, inwards(chain));
    }
    let more = Some(chains.count()).filter(|more| *more > 0);
    let more = more.map(|more| Tree::new(format!("… {}", counted(more, "more claim"))));
    roots.into_iter().map(Grown::tree).chain(more).collect()
}

/// What tells one stop on a way from others.
#[derive(PartialEq, Eq)]
enum Stop<'a> {
    Claim(&'a ClaimName),
    Whom(Whom<'a>),
    /// Stops on the way of a claim that are not shown.
    LeftOut(&'a ClaimName),
    Ring,
}

/// A tree as it is put together from ways that begin alike.
struct Grown<'a> {
    stop: Stop<'a>,
    node: Tree,
    branches: Vec<Grown<'a>>,
}

impl Grown<'_> {
    fn tree(self) -> Tree {
        // Ways are cut at so many hops, so this does not run deep.
        self.node.branches(self.branches.into_iter().map(Grown::tree).collect())
    }
}

fn grow<'a>(roots: &mut Vec<Grown<'a>>, way: Vec<(Stop<'a>, Tree)>) {
    let mut level = roots;
    for (stop, node) in way {
        let index = level.iter().position(|known| known.stop == stop).unwrap_or_else(|| {
            level.push(Grown { stop, node, branches: Vec::new() });
            level.len() - 1
        });
        level = &mut level[index].branches;
    }
}

/// The way from the origin of a claim to its source: each stop with its node.
fn inwards(chain: &Chain) -> Vec<(Stop<'_>, Tree)> {
    let mut stops: Vec<(Stop, Tree)> = Vec::new();
    let mut text = Said::from(chain);
    let (mut claim, mut hops);
    let mut in_own_voice;
    loop {
        (claim, hops) = (text.claim, text.hops);
        stops.push((Stop::Claim(claim), text_node(text)));
        in_own_voice = hops.len() == 2;
        let (said, left_out) = ends(hops.len());
        for (index, hop) in hops.iter().enumerate().skip(2) {
            if !left_out.contains(&index) {
                stops.push((Stop::Whom(whom(claim, hop)), agent_node(hop)));
            } else if index == left_out.start {
                stops.push((Stop::LeftOut(claim), Tree::new(said.clone())));
            }
        }
        let onward = chain.onward.iter().find(|stage| stage.from == *claim);
        let Some(next) = onward.map(Said::from) else { break };
        if stops.len() > MOST_HOPS {
            break;
        }
        // The publisher of the next source is shown with it.
        if stops.last().is_some_and(|(known, _)| *known == Stop::Whom(whom(next.claim, &next.hops[1]))) {
            stops.pop();
        }
        text = next;
    }
    let root = match chain.ring {
        true => Some((Stop::Ring, Tree::new("a ring of citations: nobody said it first"))),
        false if in_own_voice && hops[1].id == chain.origin => {
            let marks: Vec<String> = [vec!["its own voice".to_owned()], marks(&hops[1])].concat();
            let node = Tree::new(format!("{} ({})", hops[1].name, marks.join("; ")));
            Some((Stop::Whom(whom(claim, &hops[1])), node))
        }
        false if hops.last().is_some_and(|hop| hop.id == chain.origin) => None,
        false => Some((Stop::Whom(Whom::Known(&chain.origin)), Tree::new(conclusion_root(chain)))),
    };
    stops.extend(root);
    stops.reverse();
    stops
}

fn conclusion_root(chain: &Chain) -> String {
    let party = if chain.party { " (party to the event)" } else { "" };
    format!("{}{party}", chain.origin_name)
}

fn agent_node(hop: &Hop) -> Tree {
    let marks = marks(hop);
    match marks.is_empty() {
        true => Tree::new(hop.name.clone()),
        false => Tree::new(format!("{} ({})", hop.name, marks.join("; "))),
    }
}

fn text_node(said: Said<'_>) -> Tree {
    let mut remarks = vec![said.hops[1].name.clone()];
    remarks.extend(marks(&said.hops[0]));
    let text = format!("{} ({}; {})", said.words, said.claim, remarks.join("; "));
    Tree::new(text).below(said.quote)
}
