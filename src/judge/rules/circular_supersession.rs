//! The rule `circular-supersession`.

use crate::align::statements::Ring;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::label::told as told_of;

rule! {
    /// Claims or sources that take each other back all round, so that none does.
    ///
    /// `corrects`, `retracts` and `supersedes` of claims, and `corrects`, `retracts` and `capture-of` of sources, together lead from a
    /// claim or a source back to itself: with a source falls what its claims state. Of what leads round nothing that is stated
    /// counts: otherwise all of it would fall, and nothing be left of what was said. A ring is told too where some of it is not
    /// theirs to take back, which does not count in any case (`withdrawn-by-another`).
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

/// Of one ring so many claims and sources are named; the rest are counted.
const MOST_NAMED: usize = 20;

fn find(court: &Court, found: &mut Vec<Finding>) {
    let statements = &court.alignment.statements;
    found.extend(statements.rings.iter().map(|ring| finding(court, ring, "so that none does")));
    let idle = "and not all of it is theirs to take back";
    found.extend(statements.idle_rings.iter().map(|ring| finding(court, ring, idle)));
}

/// What is told of one ring: what takes each other back, and with what end.
fn finding(court: &Court, ring: &Ring, end: &str) -> Finding {
    let dossier = court.dossier();
    let what = match (ring.claims.is_empty(), ring.sources.is_empty()) {
        (_, true) => "claims",
        (true, false) => "sources",
        (false, false) => "claims and sources",
    };
    let claims = ring.claims.iter().map(|id| dossier.claims.name(*id));
    let sources = ring.sources.iter().map(|id| dossier.sources.name(*id));
    let named: Vec<String> = claims.chain(sources).map(|name| format!("`{name}`")).collect();
    let told = if named.len() == MOST_NAMED + 1 { named.len() } else { named.len().min(MOST_NAMED) };
    let more = match named.len() - told {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let listed = named[..told].join(", ");
    let mut finding =
        Finding::new(&RULE, format!("{what} take each other back all round, {end}: {listed}{more}"));
    if let Some(first) = ring.claims.first() {
        finding = finding.question(dossier.questions.name(dossier.claims[*first].question));
    }
    for id in &ring.claims {
        finding = finding.claim(dossier.claims.name(*id));
    }
    for id in ring.claims.iter().take(told) {
        finding = finding.mark(dossier.claims[*id].spot, told_of(dossier, *id));
    }
    for id in ring.sources.iter().take(told.saturating_sub(ring.claims.len())) {
        finding = finding.mark(dossier.sources[*id].spot, format!("`{}`", dossier.sources.name(*id)));
    }
    finding
}
