//! The rule `withdrawn-repeated`.

use crate::align::withdrawal::Withdrawal;
use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::told;
use crate::model::table::{ClaimId, Id};

rule! {
    /// A source that stands still carries what its origin took back.
    ///
    /// The claim says again, of one origin and scope, what has been corrected, retracted or superseded, in the same words or
    /// others ("around 40" for 40); it holds no position. A speaker without a name falls with the story too, where the source
    /// derives from the one that took it back, or had it from there (`via`). Row 4 of docs/semantics.md.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 40
    /// quote = "40 were killed, the mayor said"
    /// said-by = "mayor"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 4
    /// quote = "the mayor said that 4 were killed, not 40"
    /// said-by = "mayor"
    /// corrects = ["herald#killed"]
    ///
    /// [[claim]]
    /// source = "gazette"
    /// question = "fire/killed"
    /// value = "about 40"
    /// quote = "about 40 were killed, said the mayor"
    /// said-by = "mayor"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 40
    /// quote = "40 were killed, the mayor said"
    /// said-by = "mayor"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 4
    /// quote = "the mayor said that 4 were killed, not 40"
    /// said-by = "mayor"
    /// corrects = ["herald#killed"]
    ///
    /// [[claim]]
    /// source = "gazette"
    /// question = "fire/killed"
    /// value = "at least 3"
    /// quote = "at least 3 were killed, said the mayor"
    /// said-by = "mayor"
    /// ```
    ///
    /// ## What to do
    ///
    /// Do not print the figure from this source. Where the source has been corrected since, record its later capture; where it says
    /// so after it was taken back and means it, state its `as-of`.
    "withdrawn-repeated", Warn, Origin, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let (dossier, alignment) = (court.dossier(), court.alignment);
    for (id, withdrawal) in &alignment.withdrawn {
        let Some(first) = withdrawal.repeats.first() else { continue };
        let claim = &dossier.claims[*id];
        let (source, name) = (dossier.sources.name(claim.source), dossier.questions.name(claim.question));
        let said = dossier.said(claim);
        let message = format!(
            "`{source}` still carries `{said}` on `{name}`, which {}",
            by_whom(court, alignment.withdrawn.get(first))
        );
        let mut finding = Finding::new(&RULE, message)
            .question(name)
            .claim(dossier.claims.name(*id))
            .mark(claim.value_spot, told(court.dossier(), *id));
        for of in &withdrawal.repeats {
            let mark = told(court.dossier(), *of).and(", which was taken back");
            finding = finding.claim(dossier.claims.name(*of)).mark(dossier.claims[*of].value_spot, mark);
        }
        let all: Vec<ClaimId> = withdrawal.repeats.iter().copied().chain([*id]).collect();
        finding.explained =
            assessment::explaining(court, claim.question, &all).map(|it| it.rationale.clone());
        found.push(finding);
    }
}

/// Who took something back, and since when.
fn by_whom(court: &Court, withdrawal: Option<&Withdrawal>) -> String {
    let dossier = court.dossier();
    let Some(withdrawal) = withdrawal else { return "was taken back".to_owned() };
    if let Some(by) = withdrawal.by.first() {
        let when = &court.alignment.basics[by.index()].when.as_of.words;
        return format!("`{}` took back as of {when}", dossier.claims.name(*by));
    }
    let Some(by) = withdrawal.by_source.first() else { return "was taken back".to_owned() };
    let published = dossier.sources[*by].published.as_ref();
    let when = published.map_or("on a day that is not known".to_owned(), |date| format!("on {}", date.words));
    format!("`{}` took back {when}", dossier.sources.name(*by))
}
