//! The rule `quote-unlocked`.

use crate::align::looked::{Evidence, Unlocked, attested, quote_hash};
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::Id;

rule! {
    /// A quote that the lock does not attest, or an entry of the lock for a claim that is gone.
    ///
    /// It speaks only where there is a lock: the quote or its source's SHA-256 changed since it was locked, the claim is gone, or it is
    /// new and its text is not at hand; of new ones that were seen `lock-incomplete` tells. With the texts at hand `check` looks again and does not trust the lock; without them the lock is all there is.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ```toml sources/quotes.lock and
    /// version = 1
    ///
    /// [[quote]]
    /// claim = "herald#gone"
    /// quote = "0000000000000000000000000000000000000000000000000000000000000000"
    /// text = "0000000000000000000000000000000000000000000000000000000000000000"
    /// span = [0, 3]
    /// how = "exact"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Whoever holds the texts runs `gainsay lock`.
    "quote-unlocked", Deny, Quote, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    if dossier.lock.is_empty() {
        return;
    }
    let help = "whoever holds the texts runs `gainsay lock`";
    for (id, claim) in dossier.claims.iter() {
        let Some(quote) = &claim.quote else { continue };
        let held = court.alignment.read[claim.source.index()].as_ref();
        let why = match attested(dossier, id, &quote_hash(quote), held) {
            Ok(_) => continue,
            // Only who has not the text needs the entry; that it is to be written is told of all at once.
            Err(Unlocked::NoEntry) if matches!(court.alignment.evidence[id.index()], Evidence::Seen(_)) => {
                continue;
            }
            Err(Unlocked::NoEntry) => "nobody has held this quote against its text",
            Err(Unlocked::QuoteChanged) => "the quote has changed since it was locked",
            Err(Unlocked::TextChanged) => "the SHA-256 of its source has changed since it was locked",
        };
        let name = dossier.claims.name(id);
        let finding = Finding::new(&RULE, format!("the quote of `{name}` is not attested by the lock"));
        let finding = finding.claim(name).question(dossier.questions.name(claim.question));
        found.push(finding.mark(quote.spot, why).help(help));
    }
    for (name, entry) in &dossier.lock.entries {
        if dossier.claims.find(name).is_some_and(|id| dossier.claims[id].quote.is_some()) {
            continue;
        }
        let mut finding = Finding::new(&RULE, format!("the lock attests a quote of `{name}`, which is gone"));
        finding.key.clone_from(name);
        if let Some(spot) = entry.spot {
            finding = finding.mark(spot, "no claim has this name and a quote");
        }
        found.push(finding.help(help));
    }
}
