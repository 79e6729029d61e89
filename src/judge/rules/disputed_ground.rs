//! The rule `disputed-ground`.

use std::collections::BTreeMap;

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::told;
use crate::judge::phrase::Phrase;
use crate::model::Dossier;
use crate::model::claim::Stated;
use crate::model::table::{ClaimId, Id, PlaceId, QuestionId};
use crate::value::shape::{Names, Node, Shape};

/// At most so many claims on either side are marked in one finding.
const MOST_MARKS: usize = 4;

rule! {
    /// Ground that others dispute, said to be one side's.
    ///
    /// A place with `disputed-between` lies in one of these, and whoever says in which takes a side. Where some claims on a question name
    /// such ground, or what lies on it, and others one of those who dispute it, or what lies in one, they may mean one place and
    /// differ in whose it is. It is told once for each question and ground, also where the places are those of a scope: whether a
    /// figure for the one side counts the ground is a side taken too. A record that puts the ground, or what lies on it, `within` one side
    /// takes that side itself.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [place.ridge]
    /// name = "the Ridge"
    /// kind = "region"
    /// disputed-between = ["arvo", "belmar"]
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/country"
    /// value = "ridge"
    /// quote = "on the Ridge"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/country"
    /// value = "belmar"
    /// quote = "in Belmar"
    /// ```
    ///
    /// ```toml sources/example.toml
    /// [place.ridge]
    /// name = "the Ridge"
    /// kind = "region"
    /// within = ["arvo"]
    /// disputed-between = ["arvo", "belmar"]
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [place.ridge]
    /// name = "the Ridge"
    /// kind = "region"
    /// disputed-between = ["arvo", "belmar"]
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/country"
    /// value = "ridge"
    /// quote = "on the Ridge"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/country"
    /// value = "ridge"
    /// quote = "at the Ridge"
    /// ```
    ///
    /// ## What to do
    ///
    /// Print the ground by its own name, and in the words of whoever says so whose it is. Ask a source that names one side which place it means.
    /// Take a `within` that decides the dispute out of the record, or `disputed-between` where there is none.
    "disputed-ground", Warn, Record, find
}

/// The claims of a question that name disputed ground, and those that name one of the sides.
#[derive(Default)]
struct Sides {
    on_it: Vec<ClaimId>,
    /// Each with the side.
    of_one: Vec<(ClaimId, Node)>,
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    if dossier.places.iter().all(|(_, place)| place.disputed_between.is_empty()) {
        return;
    }
    for place in dossier.places.ids() {
        found.extend(recorded(court, place));
    }
    for question in dossier.questions.ids() {
        for (ground, sides) in sides(court, question) {
            found.push(taken(court, question, ground, &sides));
        }
    }
}

/// By disputed ground that claims on the question name: who does, and who names a side. Ground of which nobody does is left out.
fn sides(court: &Court, question: QuestionId) -> BTreeMap<Node, Sides> {
    let kin = &court.dossier().kin;
    let claims = court.alignment.claims.on(question).iter().copied();
    let named: Vec<(ClaimId, Vec<Node>)> =
        claims.filter(|id| court.alignment.stands(*id)).map(|id| (id, places(court, id))).collect();
    let grounds = named.iter().flat_map(|(_, nodes)| nodes).flat_map(|node| kin.disputed_grounds(*node));
    let mut found: BTreeMap<Node, Sides> = grounds.map(|ground| (*ground, Sides::default())).collect();
    for (ground, sides) in &mut found {
        let side = |node: &Node| {
            kin.disputed_between(*ground).iter().copied().find(|claimant| kin.within(*node, *claimant))
        };
        for (id, nodes) in &named {
            if nodes.iter().any(|node| kin.within(*node, *ground)) {
                sides.on_it.push(*id);
            } else if let Some(side) = nodes.iter().find_map(side) {
                sides.of_one.push((*id, side));
            }
        }
    }
    found.retain(|_, sides| !sides.of_one.is_empty());
    found
}

/// The places that a claim names, in its value or its scope; what it rules out and what it is near are none.
fn places(court: &Court, id: ClaimId) -> Vec<Node> {
    let dossier = court.dossier();
    let mut nodes = match dossier.claims[id].shape() {
        Some(Shape::Names(Names::OneOf(list) | Names::Among(list))) => list.clone(),
        _ => Vec::new(),
    };
    if let Some(Stated::Is(place)) = court.alignment.basics[id.index()].scope.place {
        nodes.push(dossier.place_node(place));
    }
    nodes
}

fn taken(court: &Court, question: QuestionId, ground: Node, sides: &Sides) -> Finding {
    let dossier = court.dossier();
    let name = dossier.questions.name(question);
    let title = dossier.node_title(ground);
    let message =
        format!("claims on `{name}` name `{title}` and who disputes it: {}", between(dossier, ground));
    let mut finding = Finding::new(&RULE, message).question(name);
    finding.key = dossier.node_name(ground).to_owned();
    for (id, side) in &sides.of_one {
        finding = finding.claim(dossier.claims.name(*id));
        if finding.marks.len() < MOST_MARKS {
            finding = finding.mark(dossier.claims[*id].value_spot, placed(court, *id, "in", *side));
        }
    }
    for (at, id) in sides.on_it.iter().enumerate() {
        finding = finding.claim(dossier.claims.name(*id));
        if at < MOST_MARKS {
            finding = finding.mark(dossier.claims[*id].value_spot, placed(court, *id, "on", ground));
        }
    }
    finding
        .note(format!("whoever says whose `{title}` is takes a side"))
        .help("print the ground by its own name, and whose it is in the words of whoever says so")
}

/// What a claim says, and of which side or ground that is, where it does not name that itself.
fn placed(court: &Court, id: ClaimId, how: &str, place: Node) -> Phrase {
    let dossier = court.dossier();
    let (said, title) = (told(court.dossier(), id), dossier.node_title(place));
    if dossier.said(&dossier.claims[id]) == title { said } else { said.and(format!(", {how} `{title}`")) }
}

/// A place that the record itself puts within one of those who dispute the ground that it lies on, or that disputes ground
/// within which the record puts it.
fn recorded(court: &Court, id: PlaceId) -> Option<Finding> {
    let dossier = court.dossier();
    let (kin, node) = (&dossier.kin, dossier.place_node(id));
    let disputes = |ground: Node, claimant: Node| kin.disputed_between(ground).contains(&claimant);
    let sided = |parent: Node| {
        kin.disputed_grounds(node).iter().find_map(|ground| {
            // What lies within one side by way of the ground is told of the ground.
            let by_itself = node == *ground || !kin.within(parent, *ground);
            let claimant = kin.disputed_between(*ground).iter().find(|one| kin.within(parent, **one));
            Some((*ground, *claimant.filter(|_| by_itself)?))
        })
    };
    let parents = || dossier.places[id].within.iter().map(|parent| dossier.place_node(*parent));
    let own = kin.disputed_grounds(node).iter().find(|ground| disputes(**ground, node));
    let (ground, claimant) = parents().find_map(sided).or_else(|| Some((*own?, node)))?;
    let (inner, outer) = if claimant == node { (claimant, ground) } else { (node, claimant) };
    let message = format!(
        "`{}` is recorded within `{}`, and `{}` is disputed between {}",
        dossier.node_title(inner),
        dossier.node_title(outer),
        dossier.node_title(ground),
        between(dossier, ground)
    );
    let mut finding = Finding::new(&RULE, message).mark(dossier.places[id].spot, "this record takes a side");
    finding.key = format!("within {}", dossier.places.name(id));
    let help = "take the `within` out, or `disputed-between` where nobody disputes it; what is recorded goes before the dispute";
    Some(finding.help(help))
}

/// Those who dispute a ground, by name.
fn between(dossier: &Dossier, ground: Node) -> String {
    let sides = dossier.kin.disputed_between(ground).iter();
    sides.map(|side| format!("`{}`", dossier.node_title(*side))).collect::<Vec<_>>().join(" and ")
}
