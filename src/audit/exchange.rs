//! The public part of a dossier, as it is handed to other programs, with what stands around its quotes.

use std::collections::{BTreeMap, BTreeSet};

use super::judged::Judged;
use super::published::hold_back;
use super::text::at_hand;
use crate::align::looked::{Evidence, needle, quoted};
use crate::capture::QuoteFinder;
use crate::error::Error;
use crate::load::{ArchivedText, each_text};
use crate::model::table::{ClaimId, Id, SourceId};
use crate::text::{Outcome, OutcomeKind};
use crate::view::exchange::Surroundings;
use crate::view::withheld::{Gate, Reader};

/// So many characters of the text are given on either side of a quote.
const AROUND: usize = 32;

impl Judged<'_> {
    /// Holds what the desk says of public claims to name no restricted source, before it is handed on.
    ///
    /// # Errors
    /// It names one: which, and where.
    pub(crate) fn hold_back(&self) -> Result<(), Error> {
        hold_back(&self.audit.dossier)
    }

    /// What stands before and behind each public quote that is held as one passage of a text at hand, where it is not recorded.
    pub(crate) fn surroundings(&self) -> BTreeMap<ClaimId, Surroundings> {
        let dossier = &self.audit.dossier;
        let gate = Gate::new(dossier, Reader::Anyone);
        let is_asked = |id: &ClaimId| {
            let context = dossier.claims[*id].quote.as_ref().map(|quote| &quote.context);
            let is_open = context.is_some_and(|it| it.prefix.is_none() || it.suffix.is_none());
            is_open && is_one_passage(&self.alignment.evidence[id.index()])
        };
        let shared = self.shared_with_restricted(gate);
        let public = quoted(dossier).into_iter();
        let public = public.filter(|(source, _)| gate.shows(*source) && !shared.contains(source));
        let asked: BTreeMap<SourceId, Vec<ClaimId>> = public
            .map(|(source, claims)| (source, claims.into_iter().filter(is_asked).collect::<Vec<_>>()))
            .filter(|(_, claims)| !claims.is_empty())
            .collect();
        let sources: Vec<SourceId> = asked.keys().copied().collect();
        let found = each_text(dossier, &self.archive, &sources, |source, held| {
            at_hand(held).map(|text| self.around(source, &asked[&source], text)).unwrap_or_default()
        });
        found.into_iter().flatten().collect()
    }

    /// The sources whose texts share a passage with that of a restricted source: what stands around a quote may be its words.
    fn shared_with_restricted(&self, gate: Gate) -> BTreeSet<SourceId> {
        let reuse = &self.alignment.reuse;
        let pairs = reuse.passages.iter().map(|it| vec![it.a.source, it.b.source]);
        let all = pairs.chain(reuse.widespread.iter().map(|it| it.sources.clone()));
        all.filter(|sources| sources.iter().any(|id| !gate.shows(*id))).flatten().collect()
    }

    /// The same of some claims of a source, in its text.
    fn around(
        &self,
        source: SourceId,
        claims: &[ClaimId],
        text: ArchivedText<'_>,
    ) -> Vec<(ClaimId, Surroundings)> {
        let dossier = &self.audit.dossier;
        let finder = QuoteFinder::new(&text.capture.words);
        let language = dossier.language_of(source);
        let each = claims.iter().filter_map(|id| {
            let found = finder.find(needle(dossier.claims[*id].quote.as_ref()?, language));
            let at = found.at.filter(|_| matches!(found.outcome, Outcome::Exact(_) | Outcome::Folded(_)))?;
            let (before, behind) = (found.text.get(..at.start)?, found.text.get(at.end..)?);
            let first = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
            let around = Surroundings {
                before: before[first..].to_owned(),
                behind: behind.chars().take(AROUND).collect(),
            };
            Some((*id, around))
        });
        each.collect()
    }
}

/// Whether a quote was seen in its text, all of it in one place.
fn is_one_passage(evidence: &Evidence) -> bool {
    let Evidence::Seen(seen) = evidence else { return false };
    matches!(seen.outcome.kind(), OutcomeKind::Exact | OutcomeKind::Folded)
}
