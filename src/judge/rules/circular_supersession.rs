//! The rule `circular-supersession`.

use crate::judge::court::Court;
use crate::judge::disputed::told;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;

rule! {
    /// Claims or sources that take each other back all round, so that none does.
    ///
    /// `corrects`, `retracts` and `supersedes` together lead from a claim back to itself, or `corrects` and `retracts` from a source.
    /// Of what leads round nothing counts: otherwise all of it would fall, and nothing be left of what was said.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed, the mayor said"
    /// said-by = "mayor"
    /// supersedes = ["courier#killed"]
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 5
    /// quote = "the mayor put the dead at 5"
    /// said-by = "mayor"
    /// corrects = ["herald#killed"]
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed, the mayor said"
    /// said-by = "mayor"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 5
    /// quote = "the mayor put the dead at 5"
    /// said-by = "mayor"
    /// corrects = ["herald#killed"]
    /// ```
    ///
    /// ## What to do
    ///
    /// Find out which came last, and take the key out of the other.
    "circular-supersession", Warn, Origin, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let (dossier, statements) = (court.dossier(), &court.alignment.statements);
    let listed = |names: Vec<&str>| names.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ");
    for ring in &statements.rings {
        let names: Vec<&str> = ring.iter().map(|id| dossier.claims.name(*id)).collect();
        let message = format!("claims take each other back all round, so that none does: {}", listed(names));
        let question = dossier.questions.name(dossier.claims[ring[0]].question);
        let mut finding = Finding::new(&RULE, message).question(question);
        for id in ring {
            finding =
                finding.claim(dossier.claims.name(*id)).mark(dossier.claims[*id].spot, told(court, *id));
        }
        found.push(finding);
    }
    for ring in &statements.source_rings {
        let names: Vec<&str> = ring.iter().map(|id| dossier.sources.name(*id)).collect();
        let message = format!("sources take each other back all round, so that none does: {}", listed(names));
        let mut finding = Finding::new(&RULE, message);
        for id in ring {
            finding = finding.mark(dossier.sources[*id].spot, format!("`{}`", dossier.sources.name(*id)));
        }
        found.push(finding);
    }
}
