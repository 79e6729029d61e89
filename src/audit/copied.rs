//! Passages that texts share: the words of every text compared, and what is found looked at once more.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::align::looked::quoted;
use crate::align::origin::Sources;
use crate::align::reuse::{Links, Reuse, Side, look};
use crate::error::{Error, ErrorKind};
use crate::load::{Archive, Held, any_text, each_text, overheard, text_files};
use crate::model::Dossier;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::text::reuse::{Shared, WordHash, WordHashes, shared, words};
use crate::view::reuse;
use crate::view::reuse::SharedTexts;

/// The passages that the texts of sources share, given the words of each and what links it to others, but for those whose link is
/// declared.
pub(super) fn sought<T: AsRef<[WordHash]>>(taken: &[T], links: &[Links]) -> Vec<Shared> {
    shared(taken, |a, b| links[a].are_declared(&links[b]))
}

/// What links each source to others.
pub(super) fn links(dossier: &Dossier, sources: &Sources) -> Vec<Links> {
    dossier.sources.ids().map(|id| Links::of(dossier, sources, id)).collect()
}

/// What comes of the passages that texts of sources share: these are read once more, and of a share of a dossier what others say in
/// them.
///
/// # Errors
/// The files of the dossier can no longer be read.
pub(super) fn between_sources(
    dossier: &Dossier,
    (archive, root): (&Archive, &Path),
    found: Vec<Shared>,
) -> Result<Reuse, Error> {
    let all: Vec<SourceId> = dossier.sources.ids().collect();
    if found.is_empty() {
        return Ok(Reuse::default());
    }
    let asked = asked(&found);
    let with_passage: Vec<SourceId> = asked.keys().map(|index| all[*index]).collect();
    let claims: BTreeMap<SourceId, Vec<ClaimId>> =
        quoted(dossier).into_iter().filter(|(source, _)| asked.contains_key(&source.index())).collect();
    let passed_over = overheard(dossier, root, &with_passage.iter().copied().collect())?;
    let sides: Vec<Vec<Side>> = each_text(dossier, archive, &with_passage, |source, held| match held {
        Held::Text(text) => {
            let claims = claims.get(&source).map_or(&[][..], Vec::as_slice);
            let others = passed_over.get(&source).map_or(&[][..], Vec::as_slice);
            look(dossier, source, (claims, others), text.capture.words.article(), &asked[&source.index()])
        }
        _ => Vec::new(),
    });
    let joined = joined(&found, asked.keys().copied().zip(sides), Side::is_notice);
    let mut reuse = Reuse::new(dossier, joined);
    reuse.shared = found;
    Ok(reuse)
}

/// By text with a passage: its passages, in the order in which they were found.
fn asked(found: &[Shared]) -> BTreeMap<usize, Vec<Range<usize>>> {
    let mut asked: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
    for passage in found {
        asked.entry(passage.a).or_default().push(passage.a_words.clone());
        asked.entry(passage.b).or_default().push(passage.b_words.clone());
    }
    asked
}

/// Each passage with its two sides, which come by text, in the order in which they were asked for; none that is a house notice.
fn joined<T>(
    found: &[Shared],
    sides: impl Iterator<Item = (usize, Vec<T>)>,
    is_notice: impl Fn(&T) -> bool,
) -> Vec<(Shared, T, T)> {
    let mut sides: BTreeMap<usize, std::vec::IntoIter<T>> =
        sides.map(|(text, sides)| (text, sides.into_iter())).collect();
    let mut next = |text: usize| sides.get_mut(&text).and_then(Iterator::next);
    let both = |passage: &Shared| {
        let (a, b) = (next(passage.a), next(passage.b));
        a.zip(b).filter(|(a, b)| !is_notice(a) && !is_notice(b)).map(|(a, b)| (passage.clone(), a, b))
    };
    found.iter().filter_map(both).collect()
}

/// The passages that text files share; of a folder, the texts below it. With what was not opened there, and why.
///
/// # Errors
/// Fewer than two texts, or one that cannot be read.
pub(crate) fn between_files(given: &[PathBuf]) -> Result<(SharedTexts, Vec<String>), Error> {
    let (mut paths, mut refused) = (Vec::new(), Vec::new());
    for path in given {
        let (files, not_read) = text_files(path)?;
        paths.extend(files);
        refused.extend(not_read);
    }
    if paths.len() < 2 {
        return Err(Error::new(ErrorKind::Refused, "one text alone shares nothing")
            .hint("name two files or more, or a folder of texts"));
    }
    let read = |path: &PathBuf| any_text(path, |capture| words(capture.words.article()));
    let taken: Vec<WordHashes> = paths.par_iter().map(read).collect::<Result<_, Error>>()?;
    let found = shared(&taken, |_, _| false);
    drop(taken);
    let asked: Vec<(usize, Vec<Range<usize>>)> = asked(&found).into_iter().collect();
    let sides: Vec<(usize, Vec<reuse::SeenPassage>)> = asked
        .par_iter()
        .map(|(index, passages)| {
            let path = &paths[*index];
            let name = path.display().to_string();
            let seen = any_text(path, |capture| reuse::look(&name, capture.words.article(), passages))?;
            Ok((*index, seen))
        })
        .collect::<Result<_, Error>>()?;
    let shared = joined(&found, sides.into_iter(), reuse::SeenPassage::is_notice);
    Ok((SharedTexts::of_files(paths.len(), shared), refused))
}
