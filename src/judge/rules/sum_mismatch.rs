//! The rule `sum-mismatch`.

use crate::align::across::Across;
use crate::align::relation::Class;
use crate::align::sums::Mismatch;
use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::family::{Opening, Telling};
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::told;
use crate::model::table::ClaimId;

rule! {
    /// Parts that cannot add up to the whole that they are said to make.
    ///
    /// An account of a question that is the `sum-of` others: what one source says of it and of its parts, in its own voice or by one
    /// origin, with one scope and one as-of. Where all parts are given, their hard readings, added end by end, share nothing with
    /// the whole's; where some are missing, those that are given are more than the whole. One finding an account; accounts of
    /// different sources are never mixed, unless one speaker's claims of one stated day are spread over them.
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
    /// Check the figures, and whether each means what its question asks: a part that counts what another counts too makes the sum too
    /// large. A second way to divide the whole is a second list in `sum-of`.
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
        let Across::SumMismatch(Mismatch { wholes, parts, sum, whole, missing }) = law else { continue };
        let total = &dossier.claims[wholes[0]];
        let question = &dossier.questions[total.question];
        let name = dossier.questions.name(total.question);
        let words = |claims: &[ClaimId]| {
            let each = claims.iter().map(|id| format!("`{}`", dossier.claims[*id].words()));
            each.collect::<Vec<_>>().join(" and ")
        };
        let (sum, allowed) = (question.kind.shown(sum), question.kind.shown(whole));
        let message = match missing.is_empty() {
            true => format!(
                "the parts of `{name}` do not add up: {} make {sum}, not {}",
                words(parts),
                words(wholes)
            ),
            false => format!(
                "parts of `{name}` exceed it: {} make {sum}, more than {}",
                words(parts),
                words(wholes)
            ),
        };
        let mut finding = Finding::new(&RULE, message).question(name);
        for id in wholes {
            let mark = told(court.dossier(), *id).and(", of the whole");
            finding = finding.claim(dossier.claims.name(*id)).mark(dossier.claims[*id].value_spot, mark);
        }
        for part in parts {
            finding = finding
                .claim(dossier.claims.name(*part))
                .mark(dossier.claims[*part].value_spot, told(court.dossier(), *part));
        }
        if !missing.is_empty() {
            let names: Vec<String> =
                missing.iter().map(|part| format!("`{}`", dossier.questions.name(*part))).collect();
            let given = format!(
                "without {}, which is not given, they make more than the {allowed} of the whole",
                names.join(" and ")
            );
            finding = finding.note(given);
        }
        let mut all = parts.clone();
        all.extend(wholes);
        finding.explained =
            assessment::explaining(court, total.question, &all).map(|it| it.rationale.clone());
        found.push(finding);
    }
}
