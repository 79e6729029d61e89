//! A large dossier that is judged batch by batch: of each batch of its islands (`load/survey.rs`) with the commons, what comes of it is what
//! comes of it in the whole, so that the claims of no other are held meanwhile. What texts share has to be known first.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::copied;
use super::levels::Levels;
use super::look::all_words;
use super::open::Audit;
use crate::align::origin::Sources;
use crate::align::reuse::Links;
use crate::error::Error;
use crate::load;
use crate::load::gate::Recorder;
use crate::load::{Batch, BatchSize, Extent, Islands, Survey, is_slug};
use crate::progress::{Progress, Stage};
use crate::text::reuse::WordHash;
use crate::view::pieces::{Joined, Pieces, SharedPassage};

/// What is made of a batch is held by each thread, and is some thirty times as much.
pub(crate) const BATCH: BatchSize = BatchSize { bytes: 1 << 19, commons: 8, parts: 2 };

/// The sources of so many batches are held together.
const SOURCES_OF: usize = 4;

/// A dossier of fewer bytes than so many batches hold is judged as a whole.
const LEAST: usize = 4;

/// The batches of a dossier.
pub(crate) struct Batches<'a> {
    root: PathBuf,
    levels: &'a Levels,
    recorder: &'a Recorder,
    progress: &'a Progress,
    survey: Survey,
    passages: Vec<SharedPassage>,
    batches: Vec<Batch>,
}

impl<'a> Batches<'a> {
    /// Those of the dossier at `root`, of so many bytes each; `None` where it is not so large that this is worth it, or does not fall
    /// apart.
    ///
    /// # Errors
    /// As of [`Audit::open`] and [`Audit::with_levels`].
    pub(crate) fn of(
        root: &Path,
        levels: &'a Levels,
        (recorder, progress): (&'a Recorder, &'a Arc<Progress>),
        size: BatchSize,
    ) -> Result<Option<Self>, Error> {
        let Some(paths) = load::paths(root, recorder)? else { return Ok(None) };
        let is_large = load::size(root, &paths)? >= (size.bytes * LEAST) as u64;
        if !is_large || part(root, &load::of_manifest(&paths), levels)?.is_none() {
            return Ok(None);
        }
        progress.begin(Stage::Files, 0);
        let Some(survey) = Survey::of(root, paths)? else { return Ok(None) };
        let Some(batches) = survey.batches(size) else { return Ok(None) };
        // What is no id may be named in words.
        if !survey.islands.of_names.keys().all(|name| is_slug(name)) {
            return Ok(None);
        }
        progress.begin(Stage::Texts, 0);
        let Some(passages) = passages(root, levels, (&survey, &batches), progress)? else { return Ok(None) };
        let survey = survey.joined(&SharedPassage::ties(&passages));
        let Some(batches) = survey.batches(size) else { return Ok(None) };
        Ok(Some(Batches { root: root.to_owned(), levels, recorder, progress, survey, passages, batches }))
    }

    /// Puts together what the batches came to; see [`Pieces::joined`].
    pub(crate) fn joined(
        self,
        pieces: Vec<Pieces>,
        is_same: impl Fn((usize, Range<usize>), (usize, Range<usize>)) -> bool,
    ) -> Option<Joined> {
        let Survey { paths, islands, .. } = self.survey;
        let pieces = self.batches.iter().map(|batch| batch.files.as_slice()).zip(pieces).collect();
        let joined = Pieces::joined(pieces, &paths, is_same)?;
        let pieces = Pieces { names: islands.of_names, shared: self.passages, ..joined.pieces };
        Some(Joined { pieces, ..joined })
    }

    /// What `look` makes of each batch and its islands, several at a time; `None` where it makes nothing of one, or one cannot be read as it
    /// was seen.
    pub(crate) fn each<T: Send>(&self, look: impl Fn(Audit, &Islands) -> Option<T> + Sync) -> Option<Vec<T>> {
        self.progress.begin(Stage::Judging, self.batches.len());
        several(&self.batches, |batch| {
            let one = self.audit(batch).and_then(|audit| look(audit, &self.survey.islands_of(batch)))?;
            self.progress.step();
            Some(one)
        })
    }

    /// A batch, as far as it can be read as it was seen.
    fn audit(&self, batch: &Batch) -> Option<Audit> {
        let files = self.survey.paths_of(batch);
        let audit = Audit::part(&self.root, Extent::Files(&files), self.recorder, &Arc::default()).ok()?;
        if !self.survey.is_as_seen(batch, &audit.dossier.files) {
            return None;
        }
        audit.sharing(&self.passages).with_levels(self.levels).ok()
    }
}

/// What `make` makes of each thing, in their order; `None` where it makes nothing of one. Each thread takes the next when it has done with one,
/// so that there are never more at once than threads.
fn several<T: Sync, U: Send>(things: &[T], make: impl Fn(&T) -> Option<U> + Sync) -> Option<Vec<U>> {
    let (next, made) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(at) else { return };
            let Some(one) = make(thing) else {
                // Nobody needs the others.
                next.store(things.len(), Ordering::Relaxed);
                return;
            };
            made.lock().unwrap_or_else(PoisonError::into_inner).insert(at, one);
        }
    };
    rayon::scope(|scope| (0..rayon::current_num_threads()).for_each(|_| scope.spawn(|_| work())));
    let made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    (made.len() == things.len()).then(|| made.into_values().collect())
}

/// Some files of a dossier; `None` where what is asked hangs on all.
///
/// # Errors
/// As of [`Audit::open`] and [`Audit::with_levels`].
fn part(root: &Path, files: &[String], levels: &Levels) -> Result<Option<Audit>, Error> {
    let audit = Audit::part(root, Extent::Files(files), &Recorder::default(), &Arc::default())?;
    Ok(Some(audit.with_levels(levels)?).filter(Audit::may_fall_apart))
}

/// The passages that texts share; `None` where one is not read to its end, or what is asked hangs on all. Of the sources of a few batches
/// at a time all is held, of the others what links them and the words of their texts.
///
/// # Errors
/// As of [`part`].
fn passages(
    root: &Path,
    levels: &Levels,
    (survey, batches): (&Survey, &[Batch]),
    progress: &Progress,
) -> Result<Option<Vec<SharedPassage>>, Error> {
    let spent = Mutex::default();
    // Of a few batches the words of all texts in one block, since each block has room at its end that nothing is in; and of each source
    // its name, where its words stand there, and what links it.
    let read = |some: &[Batch]| {
        let Some(audit) = part(root, &survey.of_sources(some), levels)? else { return Ok(None) };
        let dossier = &audit.dossier;
        let Some(words) = all_words(dossier, &audit.archive()?, &spent, progress) else { return Ok(None) };
        let mut end = 0;
        let places = words.iter().map(|words| {
            let at = end..end + words.len();
            end = at.end;
            at
        });
        let links = copied::links(dossier, &Sources::new(dossier));
        let names = dossier.sources.ids().map(|id| dossier.sources.name(id).to_owned());
        let named: Vec<(String, Range<usize>, Links)> =
            names.zip(places).zip(links).map(|((name, at), links)| (name, at, links)).collect();
        Ok(Some((words.concat().into_boxed_slice(), named)))
    };
    let some: Vec<&[Batch]> = batches.chunks(SOURCES_OF).collect();
    let Some(read) = several(&some, |some| read(some).transpose()) else { return Ok(None) };
    let read: Vec<_> = read.into_iter().collect::<Result<_, Error>>()?;
    let mut held: Vec<Box<[WordHash]>> = Vec::with_capacity(read.len());
    // In the order of their names, as those of the whole.
    let mut all: BTreeMap<String, ((usize, Range<usize>), Links)> = BTreeMap::new();
    for (words, named) in read {
        all.extend(named.into_iter().map(|(name, at, links)| (name, ((held.len(), at), links))));
        held.push(words);
    }
    let (names, (places, links)): (Vec<String>, (Vec<_>, Vec<Links>)) = all.into_iter().unzip();
    let words: Vec<&[WordHash]> = places.into_iter().map(|(of, at)| &held[of][at]).collect();
    let found = copied::sought(&words, &links);
    Ok(Some(found.iter().map(|it| SharedPassage::of(it, |source| &names[source])).collect()))
}
