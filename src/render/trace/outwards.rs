//! One claim, its quote, and its way outwards to its origin.

use std::collections::BTreeMap;

use super::hop::{ends, marks};
use super::said::Said;
use crate::render::term::{Line, Screen, Style, Tree, draw};
use crate::view::name::ClaimName;
use crate::view::trace::{Chain, Role};

/// The claim, its quote, and its way outwards, nearest first.
pub(super) fn one_claim(out: &mut String, chain: &Chain, screen: Screen) {
    out.push('\n');
    let said = Said::from(chain);
    let head = Line::styled(Style::Heading, &said.words).and("  ");
    screen.line(out, head.run(Style::Dim, chain.claim.as_str()));
    // Stages stand behind those that they are reached from, so from the last back each finds its branches made.
    let mut made: BTreeMap<&ClaimName, Vec<Tree>> = BTreeMap::new();
    for stage in chain.onward.iter().rev() {
        let mut branches = made.remove(&stage.claim).unwrap_or_default();
        branches.reverse();
        let beyond = Said::from(stage);
        let lead = format!("leads on to {} ({}): ", beyond.claim, beyond.words);
        let mut tree = outwards(beyond, branches);
        tree.text = Line::new(lead).join(&tree.text);
        made.entry(&stage.from).or_default().push(tree);
    }
    let mut branches = made.remove(&chain.claim).unwrap_or_default();
    branches.reverse();
    branches.extend(chain.onward_more.map(|more| Tree::new(format!("… {more} more steps or further …"))));
    draw(out, &outwards(said, branches), screen, 2);
    screen.paragraph(out, 2, conclusion(chain));
}

fn conclusion(chain: &Chain) -> String {
    if chain.ring {
        return "no origin: the way leads into a ring of citations".to_owned();
    }
    let mut text = match chain.established {
        true => format!("origin: {}", chain.origin_name),
        false => format!("origin, not established: {}", chain.origin_name),
    };
    if chain.party {
        text.push_str(", party to the event");
    }
    if !chain.tied.is_empty() {
        let tied: Vec<&str> = chain.tied.iter().map(ClaimName::as_str).collect();
        text.push_str(&format!("; counted together with what it rests on: {}", tied.join(", ")));
        if chain.tied_more > 0 {
            text.push_str(&format!(" and {} more", chain.tied_more));
        }
    }
    text
}

/// Hops as a chain of nodes, and the branches at its end.
fn outwards(said: Said<'_>, branches: Vec<Tree>) -> Tree {
    let hops = said.hops;
    let last = hops.len() - 1;
    let mut branches = branches;
    let (shown, left_out) = ends(hops.len());
    for (index, hop) in hops.iter().enumerate().skip(1).rev() {
        if left_out.contains(&index) {
            if index + 1 == left_out.end {
                branches = vec![Tree::new(shown.clone()).branches(branches)];
            }
            continue;
        }
        let role = match hop.role {
            Role::Publisher if last == 1 => "publisher, in its own voice",
            Role::Publisher => "publisher",
            Role::Via => "passes it on",
            Role::Source | Role::Speaker if index == last => "says so",
            Role::Source | Role::Speaker => "reports it",
        };
        let mut remarks = vec![role.to_owned()];
        remarks.extend(marks(hop));
        branches = vec![Tree::new(format!("{} ({})", hop.name, remarks.join("; "))).branches(branches)];
    }
    let mut remarks = vec![format!("source `{}`", hops[0].held.join(", "))];
    remarks.extend(marks(&hops[0]));
    let text = format!("{} ({})", hops[0].name, remarks.join("; "));
    Tree::new(text).below(said.quote).branches(branches)
}
