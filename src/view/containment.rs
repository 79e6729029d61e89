//! The places that a question's claims name, under what contains them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::name::ClaimName;
use crate::judge::Court;
use crate::model::table::{ClaimId, Id, PlaceId};
use crate::value::shape::{Names, Node, Shape};

/// A place in a tree of containment, with the claims that name it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NamedPlace {
    /// The place's id.
    pub place: String,
    /// Its name as people write it.
    pub name: String,
    /// How many places of the tree contain it, one within the other.
    pub depth: usize,
    /// What else contains it, beside the place that it stands under.
    pub also_within: Vec<String>,
    /// For a border zone: what it touches.
    pub touches: Vec<String>,
    /// For disputed ground: those of which one has it.
    pub disputed_between: Vec<String>,
    /// The claims that say it was here.
    pub said: Vec<ClaimName>,
    /// The claims that say it was near here.
    pub near: Vec<ClaimName>,
    /// The claims that say it was not here.
    pub not: Vec<ClaimName>,
}

/// The places of the claims as a tree, each place before what lies within it. Empty where no claim names a place.
pub(crate) fn places(court: &Court, claims: &[ClaimId]) -> Vec<NamedPlace> {
    let dossier = court.dossier();
    let kin = &dossier.kin;
    let first = dossier.agents.len() as u32;
    let is_place = |node: &Node| (first..first + dossier.places.len() as u32).contains(&node.0);
    let named = |id: &ClaimId| match dossier.claims[*id].shape() {
        Some(Shape::Names(names)) => names.listed().iter().copied().filter(|node| is_place(node)).collect(),
        _ => Vec::new(),
    };
    let mut nodes: BTreeSet<Node> = claims.iter().flat_map(named).collect();
    let above: Vec<Node> = nodes.iter().flat_map(|node| kin.containers(*node).collect::<Vec<_>>()).collect();
    nodes.extend(above.into_iter().filter(is_place));
    let nodes: Vec<Node> = nodes.into_iter().collect();
    let parents: Vec<Vec<Node>> = nodes.iter().map(|node| nearest(court, *node)).collect();
    let mut within: BTreeMap<Node, Vec<usize>> = BTreeMap::new();
    for (index, above) in parents.iter().enumerate() {
        above.first().into_iter().for_each(|node| within.entry(*node).or_default().push(index));
    }
    // Growth: with the places that the claims name.
    let mut naming: BTreeMap<Node, Naming> = BTreeMap::new();
    for id in claims {
        let Some(Shape::Names(names)) = dossier.claims[*id].shape() else { continue };
        // A claim may name a place more than once.
        for node in names.listed().iter().collect::<BTreeSet<_>>() {
            let of = naming.entry(*node).or_default();
            match names {
                Names::OneOf(_) | Names::Among(_) => of.said.push(*id),
                Names::Near(_) => of.near.push(*id),
                Names::NoneOf(_) | Names::NotAmong(_) => of.not.push(*id),
                _ => {}
            }
        }
    }
    let tree = Tree { court, nodes: &nodes, parents: &parents, naming: &naming };
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let tops = (0..nodes.len()).filter(|index| parents[*index].is_empty());
    // What is left behind these lies on a ring of containment, which has no top.
    for top in tops.chain(0..nodes.len()) {
        let mut open = vec![(top, 0)];
        while let Some((index, depth)) = open.pop() {
            if seen.insert(index) {
                found.push(tree.view(index, depth));
                let inner = within.get(&nodes[index]).into_iter().flatten().rev();
                open.extend(inner.map(|inner| (*inner, depth + 1)));
            }
        }
    }
    found
}

/// The innermost of what contains a node.
fn nearest(court: &Court, node: Node) -> Vec<Node> {
    let kin = &court.dossier().kin;
    let above: Vec<Node> = kin.containers(node).collect();
    above
        .iter()
        .copied()
        .filter(|near| !above.iter().any(|other| other != near && kin.within(*other, *near)))
        .collect()
}

/// The claims that name a place, by what they say of it.
#[derive(Default)]
struct Naming {
    said: Vec<ClaimId>,
    near: Vec<ClaimId>,
    not: Vec<ClaimId>,
}

struct Tree<'a> {
    court: &'a Court<'a>,
    nodes: &'a [Node],
    /// By node: the innermost of what contains it.
    parents: &'a [Vec<Node>],
    naming: &'a BTreeMap<Node, Naming>,
}

impl Tree<'_> {
    fn view(&self, index: usize, depth: usize) -> NamedPlace {
        let dossier = self.court.dossier();
        let node = self.nodes[index];
        let place = PlaceId::from_index(node.0 as usize - dossier.agents.len());
        let claims = |of: fn(&Naming) -> &Vec<ClaimId>| {
            ClaimName::all(dossier, self.naming.get(&node).map(of).into_iter().flatten())
        };
        let names = |places: &[PlaceId]| places.iter().map(|id| dossier.places[*id].name.clone()).collect();
        let others = self.parents[index].iter().skip(1);
        NamedPlace {
            place: dossier.places.name(place).to_owned(),
            name: dossier.places[place].name.clone(),
            depth,
            also_within: others.map(|node| dossier.node_title(*node).to_owned()).collect(),
            touches: names(&dossier.places[place].border_of),
            disputed_between: names(&dossier.places[place].disputed_between),
            said: claims(|naming| &naming.said),
            near: claims(|naming| &naming.near),
            not: claims(|naming| &naming.not),
        }
    }
}
