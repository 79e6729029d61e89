//! The rule `withdrawn-by-another`.

use crate::align::statements::Statement;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::told;

rule! {
    /// A claim or a source that says it takes back what is not its own.
    ///
    /// Only whoever said a thing takes it back: a claim of its origin, one whose origin or publisher is the publisher of its source,
    /// or a later capture of its source; and for a whole source another of its publisher's. What anybody else states is shown and
    /// changes nothing, or one outlet could silence another. What a source says in its own voice is its publisher's, whatever it
    /// derives from; a speaker without a name takes back what stands in sources of the same publisher; and a capture of a page that
    /// another publishes takes back nothing. See docs/semantics.md, below the table of relations.
    ///
    /// ## Fires on
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
    /// value = 5
    /// quote = "5 were killed, not 3 as the Herald wrote"
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
    /// quote = "the mayor corrected the dead to 5"
    /// said-by = "mayor"
    /// corrects = ["herald#killed"]
    /// ```
    ///
    /// ## What to do
    ///
    /// Where one source only says that another is wrong, write `disputes`. Where the desk has found that the other did take it back,
    /// name both claims in an `[[assessment]]` of the question.
    "withdrawn-by-another", Deny, Origin, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let (dossier, statements) = (court.dossier(), &court.alignment.statements);
    for Statement { from, to, change } in &statements.of_others {
        let (by, of) = (dossier.claims.name(*from), dossier.claims.name(*to));
        let question = dossier.questions.name(dossier.claims[*to].question);
        let message = format!("`{by}` {change} `{of}`, which is not its own: nothing is taken back");
        found.push(
            Finding::new(&RULE, message)
                .question(question)
                .claim(by)
                .claim(of)
                .mark(dossier.claims[*from].spot, told(court.dossier(), *from))
                .mark(dossier.claims[*to].spot, told(court.dossier(), *to))
                .help("write `disputes` where one source says that another is wrong"),
        );
    }
    for (from, source) in dossier.sources.iter() {
        let Some(to) = source.capture_of.filter(|to| !court.alignment.is_of_one_publisher(from, *to)) else {
            continue;
        };
        let (by, of) = (dossier.sources.name(from), dossier.sources.name(to));
        let message = format!(
            "source `{by}` is a capture of `{of}`, which is of another publisher: nothing is taken back"
        );
        found.push(
            Finding::new(&RULE, message)
                .mark(source.spot, format!("`{by}` says so"))
                .mark(dossier.sources[to].spot, format!("of `{of}`"))
                .help("a later capture of a page has its publisher; write `derived-from` where another passes it on"),
        );
    }
    for Statement { from, to, change } in &statements.of_other_sources {
        let (by, of) = (dossier.sources.name(*from), dossier.sources.name(*to));
        let message =
            format!("source `{by}` {change} `{of}`, which is of another publisher: nothing is taken back");
        found.push(
            Finding::new(&RULE, message)
                .mark(dossier.sources[*from].spot, format!("`{by}` says so"))
                .mark(dossier.sources[*to].spot, format!("of `{of}`"))
                .help("write `disputes` in the claims that say the other is wrong"),
        );
    }
}
