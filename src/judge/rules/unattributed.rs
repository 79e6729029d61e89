//! The rule `unattributed`.

use std::collections::BTreeSet;

use crate::align::origin::titled;
use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::claim::Claim;
use crate::model::source::{Distance, SourceKind};
use crate::model::table::{ClaimId, Id, QuestionId};

rule! {
    /// A figure that nobody named stands behind.
    ///
    /// It looks at positions on counts and amounts. One is flagged where every claim that supports it is given to a speaker without a name
    /// (`named = false`); and, where a claim of it is in dispute with others, also where none says who it comes from.
    ///
    /// An article that gives a figure in its own voice is the rule rather than the exception, so such a figure is flagged only where
    /// the sources do not agree: then it matters who counted. A source that is itself the record (an official statement, a
    /// briefing, a communiqué, a dataset, a court, a witness, or any source of `level = "primary"`) counts as its own speaker.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [agent.official]
    /// name = "an official"
    /// named = false
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed, an official said"
    /// said-by = "official"
    /// ```
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 4
    /// quote = "4 were killed, the fire brigade said"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Ask where the figure comes from. Where the text says so, record it (`said-by`); where it does not, use a figure that somebody
    /// answers for, or say in print that nobody does.
    "unattributed", Warn, Origin, find
}

/// The kinds of source that speak for themselves.
const RECORDS: [SourceKind; 6] = [
    SourceKind::OfficialStatement,
    SourceKind::Briefing,
    SourceKind::Communique,
    SourceKind::Dataset,
    SourceKind::Court,
    SourceKind::Witness,
];

// Growth: with the claims of the positions.
fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (index, positions) in court.positions.iter().enumerate() {
        let question = QuestionId::from_index(index);
        let row = &dossier.questions[question];
        if !row.kind.is_measure() {
            continue;
        }
        let disputes = court.disputes_on(question).iter();
        let disputed: BTreeSet<ClaimId> = disputes.flat_map(|it| it.claims.iter().copied()).collect();
        for position in positions.listed.iter().filter(|position| !position.supporting.is_empty()) {
            let claims = &position.supporting;
            let all = |holds: &dyn Fn(ClaimId) -> bool| claims.iter().all(|id| holds(*id));
            let is_contested = claims.iter().any(|id| disputed.contains(id));
            let message = if all(&|id| is_unnamed(court, id)) {
                let mut names: Vec<String> = claims
                    .iter()
                    .map(|id| titled(dossier, court.alignment.origins[id.index()].speaker))
                    .collect();
                names.sort();
                names.dedup();
                format!("rests on nobody with a name: {}", names.join(", "))
            } else if is_contested && all(&|id| is_unnamed(court, id) || is_own_voice(court, id)) {
                "is contested, and no source says where it comes from".to_owned()
            } else {
                continue;
            };
            let name = dossier.questions.name(question);
            let said = dossier.said(&dossier.claims[claims[0]]);
            let mut finding = Finding::new(&RULE, format!("`{said}` on `{name}` {message}")).question(name);
            for id in claims {
                let claim = &dossier.claims[*id];
                finding = finding.claim(dossier.claims.name(*id));
                if finding.marks.len() < 4 {
                    finding = finding.mark(claim.value_spot, label(court, claim));
                }
            }
            finding.explained =
                assessment::explaining(court, question, claims).map(|it| it.rationale.clone());
            found.push(finding);
        }
    }
}

fn is_unnamed(court: &Court, id: ClaimId) -> bool {
    let dossier = court.dossier();
    let speakers = &dossier.claims[id].said_by;
    speakers.last().is_some_and(|agent| !dossier.agents[*agent].named)
        && !court.alignment.origins[id.index()].established
}

/// Whether the source says it in its own voice, is no record itself, and rests on no other that says who said it.
fn is_own_voice(court: &Court, id: ClaimId) -> bool {
    let dossier = court.dossier();
    let claim = &dossier.claims[id];
    let source = &dossier.sources[claim.source];
    let is_record =
        source.level == Some(Distance::Primary) || source.kind.is_some_and(|kind| RECORDS.contains(&kind));
    let leads = &court.alignment.origins[id.index()].leads;
    claim.said_by.is_empty()
        && !is_record
        && leads.iter().all(|lead| dossier.claims[*lead].said_by.is_empty())
}

fn label(court: &Court, claim: &Claim) -> String {
    let dossier = court.dossier();
    let source = dossier.sources.name(claim.source);
    match claim.said_by.last() {
        Some(agent) => format!("`{source}` gives it to {}", dossier.agents[*agent].name),
        None => format!("`{source}` says so in its own voice"),
    }
}
