//! The rule `part-exceeds-whole`.

use crate::align::across::{Across, Exceeding};
use crate::align::relation::Kind;
use crate::judge::assessment;
use crate::judge::court::Court;
use crate::judge::disputed::tell;
use crate::judge::family::{Opening, Telling};
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::told;

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
        let Across::PartExceedsWhole(Exceeding { parts, wholes, pairs }) = law else { continue };
        let (part, whole) = (parts[0], wholes[0]);
        let (a, b) = (&dossier.claims[part], &dossier.claims[whole]);
        let (inner, outer) = (dossier.questions.name(a.question), dossier.questions.name(b.question));
        let more = match pairs - 1 {
            0 => String::new(),
            more => format!(", and {more} more such pairs"),
        };
        let message = format!(
            "`{inner}` exceeds `{outer}`, of which it is a part: `{}` against `{}`{more}",
            a.words(),
            b.words()
        );
        let mut finding = Finding::new(&RULE, message)
            .question(inner)
            .mark(a.value_spot, told(court.dossier(), part))
            .mark(b.value_spot, told(court.dossier(), whole).and(", of the whole"));
        let claims = law.claims();
        finding.claims = claims.iter().map(|id| dossier.claims.name(*id).to_owned()).collect();
        let explained = [a.question, b.question].map(|id| assessment::explaining(court, id, &claims));
        finding.explained = explained.into_iter().flatten().next().map(|it| it.rationale.clone());
        finding.pairs = vec![(part, whole)];
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::judge::tests::judged;

    /// The messages about parts of so many claims that exceed as many on the whole.
    fn told(parts: usize, wholes: usize) -> Vec<String> {
        let mut claims = "source = \"s\"\n[event.e]\ntitle = \"E\"\n[event.e.question]\nw = { ask = \"?\", type = \"count\" }\nq = { ask = \"?\", type = \"count\", part-of = \"e/w\" }\n".to_owned();
        for n in 0..parts {
            let _ = writeln!(
                claims,
                "[[claim]]\nid = \"q{n:02}\"\nquestion = \"e/q\"\nvalue = {}\nquote = \"x\"",
                100 + n
            );
        }
        for n in 0..wholes {
            let _ = writeln!(
                claims,
                "[[claim]]\nid = \"w{n:02}\"\nquestion = \"e/w\"\nvalue = {}\nquote = \"x\"",
                10 + n
            );
        }
        let source = "[source.s]\ntitle = \"S\"\npublisher = \"p\"\npublished = \"2024-01-01\"\n[agent.p]\nname = \"P\"\n";
        let files = [
            ("gainsay.toml", "[dossier]\ntitle = \"t\"\n"),
            ("sources/s.toml", source),
            ("claims/c.toml", &claims),
        ];
        let found = judged(&files, 20_000).into_iter().filter(|it| it.rule.name == "part-exceeds-whole");
        found.map(|it| it.message.whole()).collect()
    }

    #[test]
    fn few_pairs_are_told_one_by_one_and_many_by_the_strongest() {
        assert_eq!(told(4, 4).len(), 16);
        // 104 is the most that is said of the part, 10 the least of the whole; there are 5 times 4 pairs.
        let said = "`e/q` exceeds `e/w`, of which it is a part: `104` against `10`, and 19 more such pairs";
        assert_eq!(told(5, 4), [said]);
    }
}
