//! The places and agents that a text names.

use std::collections::BTreeMap;
use std::ops::Range;

use super::at_hand::TextAtHand;
use super::found::Spotted;
use super::look::{Spotter, Standing};
use super::mentions::Mention;
use super::questions::SpotKind;
use crate::model::claim::Stated;
use crate::model::table::{ClaimId, Id};
use crate::text::{paragraphs, sentence_around};
use crate::value::shape::{Names, Node, Shape};
use crate::value::types::Kind;

impl Spotter<'_> {
    /// The places and agents that are named, each where it is named first.
    pub(super) fn named(&self, looked: &TextAtHand<'_>, found: &mut Vec<Spotted>) {
        let mut first: BTreeMap<Node, (&Mention, usize)> = BTreeMap::new();
        for mention in &looked.mentions {
            for node in &mention.nodes {
                first.entry(*node).or_insert((mention, 0)).1 += 1;
            }
        }
        let numbered = paragraphs(looked.text);
        for (node, (mention, mentions)) in first {
            let spotted = self.name(looked, &numbered, node, mention);
            found.extend(spotted.map(|spotted| Spotted { mentions, ..spotted }));
        }
    }

    /// What is named by a mention; `None` where it stands in none of the paragraphs.
    pub(super) fn name(
        &self,
        looked: &TextAtHand<'_>,
        numbered: &[Range<usize>],
        node: Node,
        mention: &Mention,
    ) -> Option<Spotted> {
        let (standing, named) = self.mentioned(looked.text, numbered, node, mention)?;
        let quote = self.quote(looked, &standing, mention.at.clone(), mention.at.end);
        let spotted = self.spotted(looked, &standing, named.kind, quote);
        let spotted = Spotted { speakers: spotted.speakers, quote: spotted.quote, ..named };
        let own = &self.claims[looked.source.index()];
        let by: Vec<ClaimId> = own.iter().copied().filter(|id| self.names(*id, node)).collect();
        let state = looked.state(by, &mention.at);
        let words = &looked.text[spotted.quote.clone()];
        Some(self.asked(looked, Spotted { state, ..spotted }, words))
    }

    /// The same by itself, without the words that carry it and without what the record has of it.
    pub(super) fn mentioned(
        &self,
        text: &str,
        numbered: &[Range<usize>],
        node: Node,
        mention: &Mention,
    ) -> Option<(Standing, Spotted)> {
        let number = numbered.partition_point(|paragraph| paragraph.end <= mention.at.start);
        let paragraph = numbered.get(number).cloned()?;
        let sentence = sentence_around(text, &mention.at);
        let standing = Standing { at: mention.at.clone(), sentence, paragraph, number: number + 1 };
        let (kind, own) = match self.dossier.agent_of(node) {
            Some(_) => (SpotKind::Agent, Kind::Agent { many: false }),
            None => (SpotKind::Place, Kind::Place { many: false }),
        };
        let spotted = Spotted {
            reading: self.dossier.node_title(node).to_owned(),
            value: Some(self.dossier.node_name(node).to_owned()),
            node: Some(node),
            says: Some((own, Shape::Names(Names::OneOf(vec![node])))),
            ..standing.plain(kind, mention.at.clone())
        };
        Some((standing, spotted))
    }

    /// Whether a claim names a place or an agent: in its answer, for its scope, or as somebody who speaks.
    fn names(&self, claim: ClaimId, node: Node) -> bool {
        let dossier = self.dossier;
        let claim = &dossier.claims[claim];
        let in_answer = match claim.says().map(|says| says.stated.as_deref().unwrap_or(&says.shape)) {
            Some(Shape::Names(names)) => names.listed().contains(&node),
            Some(Shape::Items(items)) => items.listed().contains(&node),
            _ => false,
        };
        let agent = dossier.agent_of(node);
        let speaks =
            agent.is_some_and(|agent| claim.said_by.contains(&agent) || claim.beside.via.contains(&agent));
        let place = match &claim.scope.place {
            Some(Stated::Is(place)) => Some(dossier.place_node(*place)),
            _ => None,
        };
        in_answer || speaks || place == Some(node)
    }
}
