//! A draft before the court.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use super::fault::{Fault, Standing};
use crate::align::Alignment;
use crate::capture::Manuscript;
use crate::draft::Draft;
use crate::judge::court::Court;
use crate::model::Dossier;
use crate::model::table::{ClaimId, SourceId};
use crate::text::{FileId, Spot};

/// A draft before the court.
pub(crate) struct DraftCase<'a> {
    pub(crate) draft: &'a Draft,
    /// The record with the draft as one more source: by it is told how what the draft says is related to claims.
    pub(crate) with: &'a Alignment<'a>,
    /// The record by itself: by it is told what is in dispute.
    pub(crate) record: Court<'a>,
    /// The sources that drafts of this run are.
    pub(crate) drafts: BTreeSet<SourceId>,
    /// By quotation: where it was seen in the texts.
    pub(crate) seen: Vec<SeenQuotation>,
    pub(crate) manuscript: &'a Manuscript<'a>,
    /// The file of the draft among those of `with`.
    pub(crate) file: FileId,
    pub(crate) judged: OnceLock<Vec<Fault>>,
    pub(crate) standings: OnceLock<Vec<Standing>>,
    pub(crate) quoted: OnceLock<Vec<Standing>>,
}

/// What was seen of a quotation in the texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct SeenQuotation {
    /// The sources in whose texts it stands, in order.
    pub(crate) held: Vec<SourceId>,
    /// What it leaves off that turns it around, in each text that it stands in.
    pub(crate) cut: Option<String>,
    /// The passage that resembles it most, and whose it is.
    pub(crate) near: Option<(SourceId, String)>,
    /// How many texts were looked at, and how many are not here.
    pub(crate) looked: usize,
    pub(crate) missing: usize,
}

impl<'a> DraftCase<'a> {
    pub(crate) fn dossier(&self) -> &'a Dossier {
        self.with.dossier
    }

    /// Whether a claim is the record's, and no draft's.
    pub(crate) fn is_of_record(&self, claim: ClaimId) -> bool {
        !self.drafts.contains(&self.dossier().claims[claim].source)
    }

    /// Where words of the draft stand in its file.
    pub(crate) fn spot(&self, at: &Range<usize>) -> Spot {
        let at = self.manuscript.place(at);
        Spot { file: self.file, start: at.start as u32, end: at.end as u32 }
    }

    /// Words of the draft on one line.
    pub(crate) fn words(&self, at: &Range<usize>) -> String {
        self.draft.words[at.clone()].split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
