//! The rule `part-exceeds-whole`.

use crate::align::across::Across;
use crate::align::relation::Kind;
use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::disputed::{tell, told};
use crate::judge::family::{Opening, Telling};
use crate::judge::finder::rule;
use crate::judge::finding::Finding;

rule! {
    /// A part that is larger than its whole.
    ///
    /// Within one question: a claim whose scope lies within another's gives the larger figure. Between questions: a figure exceeds
    /// that of the question it is `part-of`. Row 7 of docs/semantics.md, for counts, and for amounts with `additive = true`.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 9
    /// quote = "9 workers were killed"
    /// scope = { population = "workers" }
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 5
    /// quote = "5 people were killed"
    /// scope = { population = "people" }
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 workers were killed"
    /// scope = { population = "workers" }
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 5
    /// quote = "5 people were killed"
    /// scope = { population = "people" }
    /// ```
    ///
    /// ## What to do
    ///
    /// Check both scopes. Where one source counts otherwise than the other (wounded among the killed), the questions differ.
    "part-exceeds-whole", Deny, Relation(Kind::PartExceedsWhole, &TELLING), find
}

static TELLING: Telling = Telling {
    rank: 5,
    means: "a part is larger than its whole",
    opening: Opening::OfFigures,
    counted: ("part", " larger than the whole"),
    settled_by: None,
};

fn find(court: &Court, found: &mut Vec<Finding>) {
    tell(court, found, &RULE, "a part exceeds its whole");
    let dossier = court.dossier();
    for law in court.across.iter() {
        let Across::PartExceedsWhole { part, whole } = law else { continue };
        let (a, b) = (&dossier.claims[*part], &dossier.claims[*whole]);
        let (inner, outer) = (dossier.questions.name(a.question), dossier.questions.name(b.question));
        let message = format!(
            "`{inner}` exceeds `{outer}`, of which it is a part: `{}` against `{}`",
            a.words(),
            b.words()
        );
        let mut finding = Finding::new(&RULE, message)
            .question(inner)
            .claim(dossier.claims.name(*part))
            .claim(dossier.claims.name(*whole))
            .mark(a.value_spot, told(court, *part))
            .mark(b.value_spot, told(court, *whole).and(", of the whole"));
        let explained =
            [a.question, b.question].map(|id| assessment::explaining(court, id, &[*part, *whole]));
        finding.explained = explained.into_iter().flatten().next().map(|it| it.rationale.clone());
        finding.pairs = vec![(*part, *whole)];
        found.push(finding);
    }
}
