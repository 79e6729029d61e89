//! The rule `circular-attribution`.

use std::collections::{BTreeMap, HashSet};

use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::told;
use crate::model::table::{ClaimId, Id, SourceId};

rule! {
    /// Sources that cite each other in a ring, so that nobody said it first.
    ///
    /// One outlet has it from another, which has it from the first. Such claims have no origin that is established, and count as one,
    /// however many repeat them; docs/semantics.md, section 3, says how the way is followed. Claims that lead into the ring are named
    /// with it. `derived-from` is said of a whole source, so two that each cite the other on different matters may stand in a
    /// ring by the record alone: hence a warning.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed, the Courier reports"
    /// said-by = "courier"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed, according to the Herald"
    /// said-by = "herald"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed, the Courier reports"
    /// said-by = "courier"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed, the mayor said"
    /// said-by = "mayor"
    /// ```
    ///
    /// ## What to do
    ///
    /// The dates tell who had it first: look there for where it came from. Where one of the two cites the other on something else
    /// only, say so with `said-by` on the claim. Until somebody outside the ring says it, nobody does.
    "circular-attribution", Warn, Origin, find
}

/// So many of a ring are named, and marked.
const MOST_TOLD: usize = 8;

fn find(court: &Court, found: &mut Vec<Finding>) {
    let (dossier, alignment) = (court.dossier(), court.alignment);
    let mut rings: BTreeMap<u32, Vec<ClaimId>> = BTreeMap::new();
    for (id, _) in dossier.claims.iter() {
        if let Some(ring) = alignment.origins[id.index()].ring {
            rings.entry(ring).or_default().push(id);
        }
    }
    for mut claims in rings.into_values() {
        // Nobody knows the order of those without a date; they come last.
        let published = |id: &ClaimId| dossier.sources[dossier.claims[*id].source].published.as_ref();
        claims.sort_by_key(|id| (published(id).is_none(), published(id).and_then(|date| date.first), *id));
        let question = dossier.claims[claims[0]].question;
        let name = dossier.questions.name(question);
        let mut seen = HashSet::new();
        let sources: Vec<SourceId> = claims
            .iter()
            .map(|id| dossier.claims[*id].source)
            .filter(|source| seen.insert(*source))
            .collect();
        let named = sources.iter().take(MOST_TOLD);
        let mut named: Vec<String> =
            named.map(|source| format!("`{}`", dossier.sources.name(*source))).collect();
        if sources.len() > MOST_TOLD {
            named.push(format!("and {} more", sources.len() - MOST_TOLD));
        }
        let said = dossier.said(&dossier.claims[claims[0]]);
        let message =
            format!("nobody said `{said}` on `{name}` first: {} have it from each other", named.join(", "));
        let mut finding = Finding::new(&RULE, message).question(name);
        for id in &claims {
            finding = finding.claim(dossier.claims.name(*id));
            if finding.marks.len() < MOST_TOLD {
                let date = published(id)
                    .map_or("date unknown".to_owned(), |date| format!("published {}", date.words));
                finding = finding.mark(
                    dossier.claims[*id].value_spot,
                    told(court.dossier(), *id).and(format!(", {date}")),
                );
            }
        }
        finding.explained = assessment::explaining(court, question, &claims).map(|it| it.rationale.clone());
        found.push(finding);
    }
}
