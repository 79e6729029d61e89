//! The rule `primary-missing`.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::align::origin::Speaker;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::{AgentId, ClaimId, EventId, Id, QuestionId, SourceId};

rule! {
    /// Several sources that rest on a statement which the dossier does not hold.
    ///
    /// Two sources or more give an answer to one speaker, and no source by that speaker, or by whoever the speaker is part of or has as
    /// a part, says anything of the event. One finding for each speaker and event. Speakers without a name are left
    /// alone: nobody could find their statement.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "the mayor said 3 were killed"
    /// said-by = "mayor"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = "three"
    /// quote = "three killed, the mayor said"
    /// said-by = "mayor"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [source.town-hall]
    /// title = "Statement on the fire"
    /// publisher = "mayor"
    /// published = "2024-03-01"
    /// kind = "official-statement"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "the mayor said 3 were killed"
    /// said-by = "mayor"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = "three"
    /// quote = "three killed, the mayor said"
    /// said-by = "mayor"
    ///
    /// [[claim]]
    /// source = "town-hall"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 people were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Find the statement itself, record it as a source (`level = "primary"`), and read what it says: what was cut or rounded on the
    /// way shows there.
    "primary-missing", Warn, Origin, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let (dossier, alignment) = (court.dossier(), court.alignment);
    let mut by_speaker: BTreeMap<(AgentId, EventId), BTreeMap<QuestionId, Vec<ClaimId>>> = BTreeMap::new();
    let mut speaking: HashSet<(SourceId, EventId)> = HashSet::new();
    for (id, claim) in dossier.claims.iter() {
        let event = dossier.questions[claim.question].event;
        speaking.insert((claim.source, event));
        let (Speaker::Agent(agent), true) = (alignment.origins[id.index()].speaker, alignment.stands(id))
        else {
            continue;
        };
        if dossier.agents[agent].named
            && alignment.origins[id.index()].ring.is_none()
            && claim.said_by.last() == Some(&agent)
        {
            by_speaker.entry((agent, event)).or_default().entry(claim.question).or_default().push(id);
        }
    }
    for ((agent, event), questions) in by_speaker {
        let family = |id: &ClaimId| alignment.sources.family[dossier.claims[*id].source.index()];
        let families = |claims: &[ClaimId]| claims.iter().map(family).collect::<BTreeSet<SourceId>>().len();
        let resting: Vec<(QuestionId, Vec<ClaimId>)> =
            questions.into_iter().filter(|(_, claims)| families(claims) > 1).collect();
        let is_held = |agent: AgentId| {
            alignment.sources.published_by(agent).iter().any(|source| speaking.contains(&(*source, event)))
        };
        if resting.is_empty() || kin(court, agent).into_iter().any(is_held) {
            continue;
        }
        let claims: Vec<ClaimId> = resting.iter().flat_map(|(_, claims)| claims).copied().collect();
        let (who, count) = (&dossier.agents[agent].name, families(&claims));
        let name = dossier.events.name(event);
        let message = format!(
            "{count} sources rest on what {who} said of `{name}`, and the dossier does not hold that statement"
        );
        let mut finding = Finding::new(&RULE, message);
        finding.key = format!("{}\n{name}", dossier.agents.name(agent));
        if let [(question, _)] = resting.as_slice() {
            finding = finding.question(dossier.questions.name(*question));
        } else {
            let names: Vec<String> =
                resting.iter().map(|(id, _)| format!("`{}`", dossier.questions.name(*id))).collect();
            finding = finding.note(format!("it is what they say on {}", names.join(", ")));
        }
        let carriers: BTreeSet<&str> = claims
            .iter()
            .flat_map(|id| &dossier.claims[*id].beside.via)
            .map(|via| dossier.agents[*via].name.as_str())
            .collect();
        if !carriers.is_empty() {
            let carriers = carriers.into_iter().collect::<Vec<_>>().join(", ");
            finding = finding.note(format!("it reached them through {carriers}"));
        }
        for id in &claims {
            let claim = &dossier.claims[*id];
            finding = finding.claim(dossier.claims.name(*id));
            if finding.marks.len() < 4 {
                let label = format!("`{}`, in `{}`", dossier.said(claim), dossier.sources.name(claim.source));
                finding = finding.mark(claim.value_spot, label);
            }
        }
        found.push(finding);
    }
}

/// An agent, what it is part of, and what is part of it, one step either way.
fn kin(court: &Court, agent: AgentId) -> Vec<AgentId> {
    let agents = &court.dossier().agents;
    let parts = agents.iter().filter(|(_, other)| other.part_of.contains(&agent)).map(|(id, _)| id);
    [agent].into_iter().chain(agents[agent].part_of.iter().copied()).chain(parts).collect()
}
