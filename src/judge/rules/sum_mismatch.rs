//! The rule `sum-mismatch`.

use crate::align::across::Across;
use crate::align::relation::Class;
use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::disputed::told;
use crate::judge::family::{Opening, Telling};
use crate::judge::finder::rule;
use crate::judge::finding::Finding;

rule! {
    /// Parts that cannot add up to the whole that they are said to make.
    ///
    /// A question that is the `sum-of` others, answered by one source or one origin, with one scope and one as-of: the parts' hard
    /// readings, added end by end, share nothing with the whole's.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/questions.toml
    /// [event.fire.question.hurt]
    /// ask = "How many were hurt?"
    /// type = "count"
    ///
    /// [event.fire.question.casualties]
    /// ask = "How many were killed or hurt?"
    /// type = "count"
    /// sum-of = ["fire/killed", "fire/hurt"]
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// source = "herald"
    ///
    /// [[claim]]
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 killed"
    ///
    /// [[claim]]
    /// question = "fire/hurt"
    /// value = 5
    /// quote = "5 hurt"
    ///
    /// [[claim]]
    /// question = "fire/casualties"
    /// value = 10
    /// quote = "10 casualties"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/questions.toml
    /// [event.fire.question.hurt]
    /// ask = "How many were hurt?"
    /// type = "count"
    ///
    /// [event.fire.question.casualties]
    /// ask = "How many were killed or hurt?"
    /// type = "count"
    /// sum-of = ["fire/killed", "fire/hurt"]
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// source = "herald"
    ///
    /// [[claim]]
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 killed"
    ///
    /// [[claim]]
    /// question = "fire/hurt"
    /// value = 5
    /// quote = "5 hurt"
    ///
    /// [[claim]]
    /// question = "fire/casualties"
    /// value = "about 10"
    /// quote = "about 10 casualties"
    /// ```
    ///
    /// ## What to do
    ///
    /// Check the figures, and whether the parts are all there are: a sum with a part left out is no sum.
    "sum-mismatch", Deny, Law(Class::Conflict, &TELLING), find
}

static TELLING: Telling = Telling {
    rank: 6,
    means: "the parts do not add up to the whole",
    opening: Opening::OfFigures,
    counted: ("sum", " off"),
    settled_by: None,
};

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for law in court.across.iter() {
        let Across::SumMismatch { whole, parts, sum } = law else { continue };
        let total = &dossier.claims[*whole];
        let question = &dossier.questions[total.question];
        let name = dossier.questions.name(total.question);
        let added: Vec<String> =
            parts.iter().map(|id| format!("`{}`", dossier.claims[*id].words())).collect();
        let shown = question.kind.shown(sum);
        let message = format!(
            "the parts of `{name}` do not add up: {} make {shown}, not `{}`",
            added.join(" and "),
            total.words()
        );
        let mut finding = Finding::new(&RULE, message)
            .question(name)
            .claim(dossier.claims.name(*whole))
            .mark(total.value_spot, told(court, *whole).and(", of the whole"));
        for part in parts {
            finding = finding
                .claim(dossier.claims.name(*part))
                .mark(dossier.claims[*part].value_spot, told(court, *part));
        }
        let mut all = parts.clone();
        all.push(*whole);
        finding.explained =
            assessment::explaining(court, total.question, &all).map(|it| it.rationale.clone());
        found.push(finding);
    }
}
