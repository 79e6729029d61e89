//! A check in pieces: what of it can be told again after a few files of claims have changed, and the rest of it judged anew.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use super::judged::Judged;
use super::open::Audit;
use crate::align::looked::TextState;
use crate::error::Error;
use crate::judge::rules;
use crate::load::gate::{Folder, Most, Recorder};
use crate::load::{CLAIMS, Extent, Islands, Tied, UNREVIEWED, is_slug};
use crate::model::islands::COMMONS;
use crate::model::names::name_key;
use crate::model::problem::ProblemKind;
use crate::model::table::Id;
use crate::progress::Progress;
use crate::text::reuse::{Shared, Spread};
use crate::text::{File, FileId};
use crate::view::check::{Checked, Counts};
use crate::view::pieces::{Piece, Pieces, SharedPassage, Sums};
use crate::view::tally::Tally;

/// So much may be wrong with a dossier whose check falls into pieces: beyond it is told what is wrong by how much there is.
const MOST_PROBLEMS: usize = 50;

/// What has to be judged anew.
#[derive(Debug)]
pub(crate) struct Touched {
    /// All files of the dossier, in the order in which they are read.
    pub(crate) order: Vec<String>,
    /// The islands of what changed, as it was and as it is.
    pub(crate) islands: BTreeSet<u32>,
    /// The files of these islands and of the commons, in that order.
    files: Vec<String>,
    /// The files that changed, as they were read to see what they are tied to.
    changed: Vec<File>,
}

impl Touched {
    /// What some changes touch, given the files that there are, in the order in which they are read; `None` where that is told by the whole
    /// alone: where anything but files of claims has changed, or what bears on all.
    pub(crate) fn new(root: &Path, pieces: &Pieces, changed: &[String], order: Vec<String>) -> Option<Self> {
        let folder = Folder::of_dossier(root).ok()?;
        let there: BTreeSet<&str> = order.iter().map(String::as_str).collect();
        let was: BTreeSet<&str> = pieces.files.iter().map(|piece| piece.path.as_str()).collect();
        let changed: BTreeSet<&str> =
            changed.iter().map(String::as_str).chain(there.symmetric_difference(&was).copied()).collect();
        let is_claims = |path: &&str| {
            path.starts_with(CLAIMS)
                && !path.starts_with(UNREVIEWED)
                && (was.contains(path) || there.contains(path))
        };
        if !changed.iter().all(is_claims) {
            return None;
        }
        let of: HashMap<&str, u32> = pieces.files.iter().map(|it| (it.path.as_str(), it.island)).collect();
        let mut islands: BTreeSet<u32> = changed.iter().filter_map(|path| of.get(path)).copied().collect();
        let named: HashMap<u64, u32> =
            pieces.names.iter().map(|(name, island)| (name_key(name), *island)).collect();
        let mut read = Vec::new();
        for path in changed.iter().filter(|path| there.contains(**path)) {
            let bytes = folder.read(Path::new(path), Most::Record).ok()?;
            let file = File { path: (*path).to_owned(), text: String::from_utf8(bytes).ok()? };
            let tied = Tied::of(&file);
            islands.extend(tied.defines.iter().filter_map(|name| pieces.names.get(name)));
            islands.extend(tied.names.iter().filter_map(|key| named.get(key)));
            if tied.is_common || !tied.defines.iter().all(|name| is_slug(name)) {
                return None;
            }
            read.push(file);
        }
        if islands.contains(&COMMONS) {
            return None;
        }
        let is_touched = |path: &&String| {
            let island = of.get(path.as_str()).copied();
            changed.contains(path.as_str()) || island.is_some_and(|it| it == COMMONS || islands.contains(&it))
        };
        let files = order.iter().filter(is_touched).cloned().collect();
        Some(Touched { order, islands, files, changed: read })
    }
}

impl Audit {
    /// The part of the dossier that has to be judged anew.
    ///
    /// # Errors
    /// As of [`Audit::open`].
    pub(crate) fn touched(
        root: &Path,
        (touched, pieces): (&Touched, &Pieces),
        recorder: &Recorder,
        progress: &Arc<Progress>,
    ) -> Result<Self, Error> {
        Ok(Audit::part(root, Extent::Files(&touched.files), recorder, progress)?.sharing(&pieces.shared))
    }

    /// With what its texts share, where both are of sources that it knows.
    pub(super) fn sharing(self, passages: &[SharedPassage]) -> Self {
        let source = |name: &String| self.dossier.sources.find(name).map(|id| id.index());
        let shared = |passage: &SharedPassage| {
            let SharedPassage { sources: [a, b], words: [a_words, b_words], .. } = passage;
            Some(Shared {
                a: source(a)?,
                b: source(b)?,
                a_words: a_words.clone(),
                b_words: b_words.clone(),
                common: passage.common,
                changed: passage.changed,
                spread: if passage.is_widespread { Spread::Many } else { Spread::Few },
            })
        };
        let shared = passages.iter().filter_map(shared).collect();
        Audit { shared: Some(shared), ..self }
    }

    /// Whether nothing that is asked hangs on the whole dossier, as far as its sources and its manifest tell.
    pub(super) fn may_fall_apart(&self) -> bool {
        let dossier = &self.dossier;
        let is_whole = dossier.share.shard.is_whole() && self.as_of.is_none();
        // What the baseline lists is gone where nothing finds it; what a source waives is asked of all questions.
        let is_plain =
            dossier.baseline.is_none() && dossier.sources.iter().all(|(_, it)| it.waive.is_empty());
        is_whole && is_plain && !rules::asks_all(dossier)
    }

    /// Whether the files that changed were read as they were seen to be tied.
    pub(crate) fn is_as_touched(&self, touched: &Touched) -> bool {
        let read =
            |file: &File| self.dossier.files.0.iter().any(|it| it.path == file.path && it.text == file.text);
        touched.changed.iter().all(read)
    }
}

impl Judged<'_> {
    /// What a check came to, piece by piece, given of each finding how many bytes are told of it; `None` where it does not fall into
    /// pieces, since some of it hangs on all.
    pub(crate) fn pieces(&self, view: &Checked<'_>, told: &[usize]) -> Option<Pieces> {
        if !self.falls_apart(view) {
            return None;
        }
        let name = |source: usize| self.audit.dossier.sources.name(Id::from_index(source));
        let shared = &self.alignment().reuse.shared;
        let shared: Vec<SharedPassage> = shared.iter().map(|it| SharedPassage::of(it, name)).collect();
        let islands = Islands::of(&self.audit.dossier.files, &SharedPassage::ties(&shared));
        // What is no id may be named in words.
        if !islands.of_names.keys().all(|name| is_slug(name)) {
            return None;
        }
        let pieces = self.by_island(view, told, &islands)?;
        Some(Pieces { names: islands.of_names, shared, ..pieces })
    }

    /// As [`Judged::pieces`], given the islands; without names, and without the passages that texts share.
    pub(crate) fn pieces_of(&self, view: &Checked<'_>, told: &[usize], islands: &Islands) -> Option<Pieces> {
        self.falls_apart(view).then(|| self.by_island(view, told, islands))?
    }

    fn by_island(&self, view: &Checked<'_>, told: &[usize], islands: &Islands) -> Option<Pieces> {
        let dossier = &self.audit.dossier;
        let part = |file: FileId| islands.of_file(file) as usize;
        let counts = Counts::parted(&self.court(), islands.count, part);
        let mut all: Vec<Sums> =
            counts.into_iter().map(|counts| Sums { counts, ..Sums::default() }).collect();
        dossier.problems.iter().for_each(|it| all[part(it.spot.file)].problems += 1);
        let mut bytes = vec![0; dossier.files.0.len()];
        for (finding, told) in view.findings.iter().zip(told) {
            let main = finding.files().next()?;
            let island = part(main);
            let is_of_it = |file: FileId| part(file) == island || part(file) == COMMONS as usize;
            if !finding.files().all(is_of_it) {
                return None;
            }
            all[island].tally.count(finding);
            bytes[main.0 as usize] += told;
        }
        let files = dossier.files.0.iter().zip(&islands.of_files).zip(bytes);
        let piece = |((file, island), bytes): ((&File, &u32), usize)| Piece {
            path: file.path.clone(),
            island: *island,
            bytes,
        };
        Some(Pieces { files: files.map(piece).collect(), islands: all, ..Pieces::default() })
    }

    /// Whether nothing that was found hangs on the whole dossier.
    fn falls_apart(&self, view: &Checked<'_>) -> bool {
        let (dossier, alignment) = (&self.audit.dossier, self.alignment());
        let is_refused = |text: &TextState| matches!(text, TextState::Refused(..));
        let is_open = alignment.refused.is_empty() && !alignment.texts.iter().any(is_refused);
        let is_local = |kind: ProblemKind| match kind {
            // What may be meant is sought among all that is known; what is lost in a broken file may be anything.
            ProblemKind::UnknownReference
            | ProblemKind::MalformedFile
            | ProblemKind::OutsideFile
            | ProblemKind::UnreadableFile => false,
            ProblemKind::MalformedEntry
            | ProblemKind::UnknownKey
            | ProblemKind::DuplicateId
            | ProblemKind::ClaimWithoutSource
            | ProblemKind::UnreadableValue
            | ProblemKind::BoundOrder
            | ProblemKind::CircularContainment
            | ProblemKind::AmbiguousDate => true,
        };
        let are_local =
            dossier.problems.len() <= MOST_PROBLEMS && dossier.problems.iter().all(|it| is_local(it.kind));
        // Limits are told once for all that exceed them.
        let is_bounded = !view.findings.iter().any(|finding| rules::is_of_limits(finding.rule));
        self.audit.may_fall_apart() && view.since.is_none() && is_open && are_local && is_bounded
    }
}

/// The numbers of the whole, of which what was judged anew is a part; `None` where it is not what a whole run would tell.
pub(crate) fn whole(pieces: &Pieces) -> Option<(Counts, Tally)> {
    let Sums { counts, tally, problems } = pieces.sums();
    (counts.claims > 0 && problems <= MOST_PROBLEMS).then_some((counts, tally))
}
