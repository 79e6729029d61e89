//! The rule `value-not-in-quote`.

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;

rule! {
    /// A value that its own quote does not state.
    ///
    /// For counts and amounts some number expression in the quote must be read as the value is, or lie within it; for places and agents a
    /// name or alias of it, or of something within it, must stand in the quote; a date in the quote must not exclude the value. "3" is not
    /// found in "3,000", and "lowered by 100 to 253" is no range. Of a sum each piece must stand there, of a figure given by another claim's what it
    /// differs by. Nothing is taken from a `[note]` of the recorder's.
    ///
    /// A name that stands only within a longer name of another, of which `confusable-with` says that the two may be confused, is the other's:
    /// the finding then names both.
    ///
    /// Digits are read in every script, their separators by the source's `language`: `44.218` is 44,218 in German. Words are read in
    /// English and in the languages of docs/languages.md. Where nothing in the quote is read that could state the value, it is held against
    /// `translation`, and without one it is *unchecked*: `check` counts such values, and this rule does not speak of them.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "some 3,000 were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = "some 3,000"
    /// quote = "some 3,000 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Quote the words that carry the value, or correct the value. A name that the source writes otherwise belongs to the `aliases` of the
    /// place or agent; demonyms ("Jordanian") are aliases too.
    "value-not-in-quote", Deny, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    found.extend(court.unquoted().iter().filter_map(|(id, held)| {
        let why = held.as_ref().err()?;
        let claim = &dossier.claims[*id];
        let name = dossier.claims.name(*id);
        let finding = Finding::new(
            &RULE,
            format!("the value `{}` of `{name}` does not stand in its quote", claim.words()),
        );
        let finding = finding.claim(name).question(dossier.questions.name(claim.question));
        Some(finding.mark(claim.quote.as_ref()?.spot, why.clone()).mark(claim.value_spot, "the value"))
    }));
}
