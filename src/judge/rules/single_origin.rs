//! The rule `single-origin`.

use crate::align::origin::Speaker;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;

rule! {
    /// Several sources that all go back to one origin.
    ///
    /// Twelve articles that carry one agency's line are one source. It speaks where two or more sources support a position and no
    /// more than one independent origin stands behind them; docs/semantics.md, section 5, says what falls together. Where one source
    /// stands alone, `single-source` says so.
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
    /// quote = "three killed, the fire brigade said"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ## What to do
    ///
    /// Look for someone who knows it otherwise than from that origin, and count the sources as one until then.
    "single-origin", Warn, Origin, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for question in dossier.questions.ids() {
        for position in court.supported_on(question) {
            let origins = &position.origins;
            let mut sources: Vec<_> =
                position.supporting.iter().map(|id| dossier.claims[*id].source).collect();
            sources.sort_unstable();
            sources.dedup();
            if sources.len() < 2 || origins.independent > 1 || origins.groups.len() > 1 {
                continue;
            }
            let name = dossier.questions.name(question);
            let mut said: Vec<String> = Vec::new();
            for id in &position.supporting {
                let words = format!("`{}`", dossier.said(&dossier.claims[*id]));
                if !said.contains(&words) && said.len() < 4 {
                    said.push(words);
                }
            }
            let said = court.items_of(position).unwrap_or_else(|| said.join(" or "));
            let speakers =
                origins.groups.iter().flat_map(|group| &group.origins).map(|speaker| match speaker {
                    Speaker::Agent(id) => dossier.agents[*id].name.clone(),
                    Speaker::Source(id) => format!("`{}`", dossier.sources.name(*id)),
                });
            let speakers = speakers.collect::<Vec<_>>().join(", ");
            let message = format!(
                "{} sources say {said} on `{name}`, and all go back to one origin: {speakers}",
                sources.len()
            );
            let mut finding = Finding::new(&RULE, message).question(name);
            for id in &position.supporting {
                let claim = &dossier.claims[*id];
                finding = finding.claim(dossier.claims.name(*id));
                if finding.marks.len() < 4 {
                    finding = finding
                        .mark(claim.value_spot, format!("in `{}`", dossier.sources.name(claim.source)));
                }
            }
            found.push(finding);
        }
    }
}
