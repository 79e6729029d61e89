//! Plain data: a dossier as it was recorded, with every name resolved.

pub(crate) mod accepted;
pub(crate) mod as_of;
pub(crate) mod called;
pub(crate) mod claim;
pub(crate) mod islands;
pub(crate) mod joined;
pub(crate) mod lock;
pub(crate) mod names;
pub(crate) mod part;
pub(crate) mod problem;
pub(crate) mod question;
pub(crate) mod rare;
pub(crate) mod shard;
pub(crate) mod source;
pub(crate) mod table;
pub(crate) mod when;

use std::collections::BTreeMap;

use crate::text::{Files, Spot};
use crate::value::calendar;
use crate::value::quantity::Quantifiers;
use crate::value::shape::{Items, Kin, Names, Node, Shape, Side, Times};
use crate::value::types::{Kind, NONE, Wording};
use crate::vocabulary::vocabulary;
use accepted::{Allow, Baseline};
use claim::{Assessment, Claim, Stance};
use lock::Lock;
use problem::{LeftOut, Problem};
use question::{Event, Group, Question};
use shard::Share;
use source::{Agent, Place, Source};
use table::{AgentId, ClaimId, EventId, GroupId, Id, PlaceId, QuestionId, SourceId, Table};

vocabulary! {
    /// How grave a finding is. `Deny` fails the check.
    pub enum Level {
        /// It is passed over.
        Allow = "allow",
        /// It is shown and fails nothing.
        Warn = "warn",
        /// It is shown and fails the check.
        Deny = "deny",
    }
}

/// A date in words: `about` and `perhaps` where it is approximate or uncertain.
fn dated(times: &Times) -> String {
    let (soft, bounds) = (calendar::shown(&times.bounds.soft, times.clock), &times.bounds);
    match (bounds.hard == bounds.soft, bounds.hard.least(), bounds.hard.greatest()) {
        (true, _, _) => soft,
        (false, None, None) => format!("perhaps {soft}"),
        _ => format!("about {soft}"),
    }
}

/// All that was recorded, and all that was wrong with it.
#[derive(Debug, Default)]
pub(crate) struct Dossier {
    pub(crate) title: String,
    pub(crate) language: Option<String>,
    /// Rule levels of the manifest, with where they stand.
    pub(crate) levels: BTreeMap<String, (Level, Spot)>,
    /// What the baseline lists, where there is one.
    pub(crate) baseline: Option<Baseline>,
    /// The `gainsay: allow` comments, in the order of their places.
    pub(crate) allows: Vec<Allow>,
    pub(crate) quantifiers: Quantifiers,
    pub(crate) files: Files,
    pub(crate) sources: Table<SourceId, Source>,
    pub(crate) agents: Table<AgentId, Agent>,
    pub(crate) places: Table<PlaceId, Place>,
    pub(crate) events: Table<EventId, Event>,
    /// Named `EVENT/QUESTION`.
    pub(crate) questions: Table<QuestionId, Question>,
    pub(crate) groups: Table<GroupId, Group>,
    /// Named `SOURCE#ID`.
    pub(crate) claims: Table<ClaimId, Claim>,
    pub(crate) assessments: Vec<Assessment>,
    pub(crate) lock: Lock,
    /// Which questions the claims and assessments are on that were read.
    pub(crate) share: Share,
    pub(crate) kin: Kin,
    /// The plain words of sets: node numbers above those of agents and places.
    pub(crate) words: Vec<String>,
    pub(crate) problems: Vec<Problem>,
    /// The claims that were written but take no part, because a problem stands in the way.
    pub(crate) left_out: Vec<LeftOut>,
    /// Claims that wait for somebody to review them; they take no part.
    pub(crate) unreviewed: usize,
}

impl Dossier {
    /// The language of a source's text, as a BCP 47 tag: its own, else the dossier's.
    pub(crate) fn language_of(&self, source: SourceId) -> Option<&str> {
        self.sources[source].language.as_deref().or(self.language.as_deref())
    }

    /// The node of an agent. Nodes number agents first, then places, then the words of sets.
    pub(crate) fn agent_node(&self, agent: AgentId) -> Node {
        Node(agent.0)
    }

    /// The agent of a node, where it is one.
    pub(crate) fn agent_of(&self, node: Node) -> Option<AgentId> {
        (node.0 < self.agents.len() as u32).then_some(AgentId(node.0))
    }

    /// The place of a node that is one.
    pub(crate) fn place_of(&self, node: Node) -> PlaceId {
        PlaceId::from_index(node.0 as usize - self.agents.len())
    }

    /// Those that an agent or a place may be confused with, by what the desk says.
    pub(crate) fn confusable_with(&self, node: Node) -> Vec<Node> {
        match self.agent_of(node) {
            Some(agent) => {
                self.agents[agent].confusable_with.iter().map(|other| self.agent_node(*other)).collect()
            }
            None => {
                let others = self.places[self.place_of(node)].confusable_with.iter();
                others.map(|other| self.place_node(*other)).collect()
            }
        }
    }

    pub(crate) fn place_node(&self, place: PlaceId) -> Node {
        Node(self.agents.len() as u32 + place.0)
    }

    /// Where a node is defined; a plain word is nowhere.
    pub(crate) fn node_spot(&self, node: Node) -> Option<Spot> {
        let (agents, places) = (self.agents.len(), self.places.len());
        match node.0 as usize {
            index if index < agents => Some(self.agents[AgentId::from_index(index)].spot),
            index if index < agents + places => Some(self.places[PlaceId::from_index(index - agents)].spot),
            _ => None,
        }
    }

    /// The id or word of a node.
    pub(crate) fn node_name(&self, node: Node) -> &str {
        let (agents, places) = (self.agents.len(), self.places.len());
        match node.0 as usize {
            index if index < agents => self.agents.name(AgentId::from_index(index)),
            index if index < agents + places => self.places.name(PlaceId::from_index(index - agents)),
            index => &self.words[index - agents - places],
        }
    }

    /// The name of a node as people write it.
    pub(crate) fn node_title(&self, node: Node) -> &str {
        let (agents, places) = (self.agents.len(), self.places.len());
        match node.0 as usize {
            index if index < agents => &self.agents[AgentId::from_index(index)].name,
            index if index < agents + places => &self.places[PlaceId::from_index(index - agents)].name,
            index => &self.words[index - agents - places],
        }
    }

    /// The claims on each question, in the order of their names.
    pub(crate) fn claims_by_question(&self) -> Vec<Vec<ClaimId>> {
        let mut by_question = vec![Vec::new(); self.questions.len()];
        for (id, claim) in self.claims.iter() {
            by_question[claim.question.index()].push(id);
        }
        by_question
    }

    /// What a claim says, in the source's own words, with its stance; ids of places and agents as their names.
    pub(crate) fn said(&self, claim: &Claim) -> String {
        match (claim.stance(), claim.shape()) {
            (Stance::Unknown, _) => "not known".to_owned(),
            (Stance::Declines, _) => "declines to say".to_owned(),
            (stance, Some(shape)) => {
                let question = &self.questions[claim.question];
                match shape {
                    Shape::Names(_) | Shape::Items(_) | Shape::Options(_) => self.readable(question, shape),
                    Shape::Times(times) if stance != Stance::Denies => dated(times),
                    _ if stance == Stance::Denies => format!("denies {}", claim.words()),
                    _ => claim.words().to_owned(),
                }
            }
            (_, None) => String::new(),
        }
    }

    /// A value in canonical words: ids, options and numbers as the format writes them.
    pub(crate) fn canonical(&self, question: &Question, shape: &Shape) -> String {
        self.say(question, shape, Wording::Ids)
    }

    /// A value in words for people: names instead of ids.
    pub(crate) fn readable(&self, question: &Question, shape: &Shape) -> String {
        self.say(question, shape, Wording::Names)
    }

    fn say(&self, question: &Question, shape: &Shape, wording: Wording) -> String {
        let name = |node: Node| match wording {
            Wording::Ids => self.node_name(node),
            Wording::Names | Wording::Spoken => self.node_title(node),
        };
        let (nobody, somebody) = match (wording, &question.kind) {
            (Wording::Names | Wording::Spoken, Kind::Place { .. }) => ("nowhere", "somewhere"),
            (Wording::Names | Wording::Spoken, _) => ("nobody", "somebody"),
            (Wording::Ids, _) => (NONE, "not none"),
        };
        let list = |nodes: &[Node], joint: &str| {
            nodes.iter().map(|node| name(*node)).collect::<Vec<_>>().join(joint)
        };
        match shape {
            Shape::Figure(_) | Shape::Times(_) => {
                question.kind.spelled(shape, Side::Hard).unwrap_or_default()
            }
            Shape::Names(Names::OneOf(nodes)) => list(nodes, " or "),
            Shape::Names(Names::NoneOf(nodes)) => format!("not {}", list(nodes, " or ")),
            Shape::Names(Names::Near(node) | Names::Anywhere(node)) => format!("near {}", name(*node)),
            Shape::Names(Names::Among(nodes)) => list(nodes, ", "),
            Shape::Names(Names::NotAmong(nodes)) => format!("not {}", list(nodes, ", not ")),
            Shape::Items(Items::AtLeast(nodes)) => list(nodes, ", "),
            Shape::Items(Items::Exactly(nodes)) if nodes.is_empty() => "none at all".to_owned(),
            Shape::Items(Items::Exactly(nodes)) => format!("exactly {}", list(nodes, ", ")),
            Shape::Items(Items::Without(nodes)) => format!("without {}", list(nodes, ", ")),
            Shape::Names(Names::Nobody) => nobody.to_owned(),
            Shape::Names(Names::Somebody) => somebody.to_owned(),
            Shape::Options(chosen) => question.kind.chosen(chosen, wording),
            Shape::Words(words) => words.clone(),
        }
    }
}
