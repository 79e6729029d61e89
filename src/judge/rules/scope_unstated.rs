//! The rule `scope-unstated`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::question::Dimension;
use crate::model::table::Id;

rule! {
    /// Claims that leave out a dimension of scope that their question needs.
    ///
    /// A question says with `needs` what its figures mean nothing without: who is counted, where, over which period, on what basis.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/questions.toml
    /// [event.fire.question.evacuated]
    /// ask = "How many were evacuated?"
    /// type = "count"
    /// needs = ["population"]
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/evacuated"
    /// value = 30
    /// quote = "30 were evacuated"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/questions.toml
    /// [event.fire.question.evacuated]
    /// ask = "How many were evacuated?"
    /// type = "count"
    /// needs = ["population"]
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/evacuated"
    /// value = 30
    /// quote = "30 workers were evacuated"
    /// scope = { population = "workers" }
    /// ```
    ///
    /// ## What to do
    ///
    /// State the dimension in the claim's `scope`; where the source does not say, write "unknown".
    "scope-unstated", Warn, Record, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, question) in dossier.questions.iter() {
        for need in &question.needs {
            let lacks = |claim: &&crate::model::table::ClaimId| {
                let scope = &court.alignment.basics[claim.index()].scope;
                dossier.claims[**claim].shape().is_some()
                    && match need {
                        Dimension::Population => scope.population.is_none(),
                        Dimension::Place => scope.place.is_none(),
                        Dimension::Period => scope.period.is_none(),
                        Dimension::Basis => scope.basis.is_none(),
                    }
            };
            let lacking: Vec<_> = court.alignment.claims.on(id).iter().filter(lacks).collect();
            let Some(first) = lacking.first() else { continue };
            let name = dossier.questions.name(id);
            let (count, need) = (lacking.len(), need.name());
            let these_many =
                if count == 1 { "a claim does".to_owned() } else { format!("{count} claims do") };
            let mut finding =
                Finding::new(&RULE, format!("{these_many} not state the {need} that `{name}` needs"));
            finding = finding
                .question(name)
                .mark(dossier.claims[**first].spot, format!("which {need} does this cover?"));
            finding.key = need.to_owned();
            for claim in lacking {
                finding = finding.claim(dossier.claims.name(*claim));
            }
            found.push(finding);
        }
    }
}
