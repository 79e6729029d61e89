//! From files to a dossier: the two passes in their order.

use std::cell::OnceCell;
use std::hash::RandomState;
use std::path::Path;

use rayon::prelude::*;
use toml_spanner::Arena;

use super::files::{self, Extent, MANIFEST, Part, manifest_text};
use super::gate::{Folder, Recorder};
use super::gather::{Found, Gathering, found, gather};
use super::ids::Ids;
use super::key::Referent;
use super::keys::ClaimsFileKey;
use super::kinship::kinship;
use super::names::is_slug;
use super::parsed::{Document, arenas, each};
use super::share::{Ties, share, take_names};
use super::store::{Store, Texts};
use super::{allows, baseline, claims, lock, manifest, questions, sources};
use crate::error::{Error, ErrorKind};
use crate::model::Dossier;
use crate::model::accepted::Allow;
use crate::model::called::Called;
use crate::model::problem::Problem;
use crate::model::shard::Shard;
use crate::progress::{Progress, Stage};
use crate::text::{File, FileId, Files, nearest};

/// Reads the dossier at `root`; what is met there is written down by the recorder, and how far it has come is told.
///
/// # Errors
/// A folder without a manifest, or a file that cannot be read. All else that is wrong is among its problems.
pub(crate) fn dossier(root: &Path, recorder: &Recorder, progress: &Progress) -> Result<Dossier, Error> {
    part_of(root, Extent::Share(Shard::WHOLE), recorder, progress)
}

/// As [`dossier`], with so much of it. Of a share of the questions all is known but the claims and assessments on others; of some
/// files nothing is known beside what they say.
///
/// # Errors
/// As there.
pub(crate) fn part_of(
    root: &Path,
    extent: Extent<'_>,
    recorder: &Recorder,
    progress: &Progress,
) -> Result<Dossier, Error> {
    if !Folder::of_dossier(root).is_ok_and(|folder| folder.has(MANIFEST)) {
        let message = format!("`{}` is no dossier: it has no `{MANIFEST}`", root.display());
        let error = Error::new(ErrorKind::NoDossier, message).at(root);
        return Err(error.hint("start one there with `gainsay init DIR`"));
    }
    let mut problems = Vec::new();
    let (files, parts, store) = files::read(root, extent, (recorder, progress), &mut problems)?;
    let dossier = take((files, store.as_ref()), &parts, extent.shard(), problems, progress);
    store.map_or(Ok(()), |store| store.unchanged())?;
    Ok(dossier)
}

/// The manifest of the dossier at `root` alone: its title, rule levels and quantifiers.
///
/// # Errors
/// A folder without a manifest, or one that cannot be read.
pub(crate) fn only_manifest(root: &Path) -> Result<Dossier, Error> {
    let file = File { path: MANIFEST.to_owned(), text: manifest_text(root)? };
    Ok(take((Files(vec![file]), None), &[Part::Manifest], Shard::WHOLE, Vec::new(), &Progress::default()))
}

/// A dossier of texts that are at hand, each with its path below the root; what is no part of a dossier is passed over.
pub(crate) fn from_texts(files: &[(&str, &str)]) -> Dossier {
    share_from_texts(files, Shard::WHOLE)
}

/// As [`from_texts`], with the claims and assessments of one share of the questions.
pub(crate) fn share_from_texts(files: &[(&str, &str)], shard: Shard) -> Dossier {
    let mut known: Vec<(Part, &str, &str)> =
        files.iter().filter_map(|(path, text)| Some((Part::of(path)?, *path, *text))).collect();
    // As on disk: the manifest, then the others in the order of their paths.
    known.sort_by_key(|(part, path, _)| (*part != Part::Manifest, *part != Part::Baseline, *path));
    let parts: Vec<Part> = known.iter().map(|(part, ..)| *part).collect();
    let texts =
        known.iter().map(|(_, path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() });
    take((Files(texts.collect()), None), &parts, shard, Vec::new(), &Progress::default())
}

/// A dossier with one question, `e/q`, given by its keys, on which some claims are made, each given by its keys and made in
/// a source of its own, `s0`, `s1` and so on.
#[cfg(test)]
pub(crate) fn said_by_each(question: &str, claims: &[impl AsRef<str>]) -> Dossier {
    let mut said = format!("[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\n{question}\n");
    let mut sources = String::new();
    for (n, claim) in claims.iter().map(AsRef::as_ref).enumerate() {
        sources +=
            &format!("[agent.p{n}]\nname = \"P{n}\"\n[source.s{n}]\ntitle = \"T\"\npublisher = \"p{n}\"\n");
        sources += "published = \"2024-03-01\"\n";
        said += &format!("[[claim]]\nsource = \"s{n}\"\nquestion = \"e/q\"\nquote = \"x\"\n{claim}\n");
    }
    let dossier = from_texts(&[
        ("gainsay.toml", "[dossier]\ntitle = \"D\"\n"),
        ("sources/s.toml", &sources),
        ("claims/c.toml", &said),
    ]);
    assert!(dossier.problems.is_empty(), "{:?}", dossier.problems);
    dossier
}

/// Takes files that were read; see [`part_of`].
fn take(
    (files, store): (Files, Option<&Store>),
    parts: &[Part],
    shard: Shard,
    mut problems: Vec<Problem>,
    progress: &Progress,
) -> Dossier {
    let mut dossier = Dossier::default();
    let not_utf8: Vec<FileId> = problems.iter().map(|problem| problem.spot.file).collect();
    let gathering = if shard.is_whole() { Gathering::All } else { Gathering::Share(RandomState::new()) };
    let texts = Texts { files: &files, store };
    let mut arenas = arenas(&files);
    let reading = (texts, parts, &mut arenas[..]);
    let (documents, mut ids, ties, allows) = first_pass(reading, &not_utf8, &gathering, &mut problems);
    if let Some(file) = parts.iter().position(|part| *part == Part::Lock) {
        dossier.lock = lock::read(FileId(file as u32), &files.0[file].text, &mut problems);
    }
    if let Some(file) = documents.iter().find(|file| file.part == Part::Manifest) {
        file.read(|file| manifest::take(file, &mut dossier, &mut problems));
    }
    if let Some(file) = documents.iter().find(|file| file.part == Part::Baseline) {
        dossier.baseline = Some(file.read(|file| baseline::take(file, &mut problems)));
    }
    dossier.allows = allows::take(&files);
    dossier.allows.extend(allows);
    dossier.allows.sort_by_key(|allow| allow.spot);
    dossier.unreviewed =
        each(&documents, Part::Unreviewed, &mut problems, |file, _| file.list(ClaimsFileKey::Claim).count())
            .into_iter()
            .sum();

    let mut kept = Vec::new();
    sources::take(&documents, &ids, &mut dossier, &mut kept);
    questions::take(&documents, &ids, &mut dossier, &mut kept);
    if let Gathering::Share(hasher) = gathering {
        dossier.share = share(&documents, &dossier, &ties, shard);
        take_names(&documents, &dossier, (ties, &hasher), &mut ids, &mut problems);
    }
    dossier.words = ids.words.clone();
    dossier.kin = kinship(&dossier);
    progress.begin(Stage::Claims, documents.iter().filter(|file| file.part == Part::Claims).count());
    claims::take(&documents, &ids, &mut dossier, progress, &mut kept);
    // What a broken file seems to lack may only be lost in it.
    let broken: Vec<FileId> = documents.iter().filter(|file| file.broken).map(|file| file.file).collect();
    problems.extend(kept.into_iter().filter(|problem| !broken.contains(&problem.spot.file)));
    problems.sort_by(|a, b| (a.spot, a.kind, &a.message).cmp(&(b.spot, b.kind, &b.message)));
    suggest(&ids, &dossier, &mut problems);
    dossier.problems = problems;
    drop(documents);
    dossier.files = files;
    dossier
}

/// For so many ids that are not known the one that may be meant is sought, in the order of their places: each is held
/// against all that there are.
const MOST_SOUGHT: usize = 100;

/// Says of ids that are not known which may be meant.
fn suggest(ids: &Ids, dossier: &Dossier, problems: &mut [Problem]) {
    let mut sought = 0;
    let (agents, places) = (OnceCell::new(), OnceCell::new());
    for problem in problems {
        let Some((of, name)) = problem.wanted.take() else { continue };
        sought += 1;
        if sought > MOST_SOUGHT {
            problem
                .label
                .push_str(&format!("; what may be meant is sought for the first {MOST_SOUGHT} alone"));
            continue;
        }
        let Some(of) = Referent::named(of) else { continue };
        let called = match of {
            Referent::Agent => {
                let called = agents.get_or_init(|| Called::agents(dossier));
                Meant::new(&name, called, |id| dossier.agents.name(id))
            }
            Referent::Place => {
                let called = places.get_or_init(|| Called::places(dossier));
                Meant::new(&name, called, |id| dossier.places.name(id))
            }
            _ => Meant::Nothing,
        };
        match (called, ids.known(of).meant(&name)) {
            (Meant::By(all), _) if all.len() > 1 => {
                problem.label = format!("several are called so: `{}`", all.join("`, `"));
            }
            // What looks like an id is one with a slip of the keys; all else is a name.
            (Meant::Near(_) | Meant::Nothing, Some(near)) if is_slug(&name) => {
                problem.label = did_you_mean(near)
            }
            (Meant::By(all) | Meant::Near(all), _) => problem.label = did_you_mean(&all.join("`, `")),
            (Meant::Nothing, Some(near)) => problem.label = did_you_mean(near),
            (Meant::Nothing, None) => {}
        }
    }
}

fn did_you_mean(ids: &str) -> String {
    format!("did you mean `{ids}`?")
}

/// What may be meant by a name: the ids of all that are called so.
enum Meant<'d> {
    By(Vec<&'d str>),
    /// Of all that are called most like it.
    Near(Vec<&'d str>),
    Nothing,
}

impl<'d> Meant<'d> {
    fn new<I: Copy + PartialEq>(name: &str, called: &Called<I>, id: impl Fn(I) -> &'d str) -> Self {
        let ids = |of: &str| -> Vec<&'d str> { called.by(of).iter().map(|it| id(*it)).collect() };
        match nearest(&name.to_lowercase(), called.names()) {
            _ if !called.by(name).is_empty() => Meant::By(ids(name)),
            Some(near) => Meant::Near(ids(near)),
            None => Meant::Nothing,
        }
    }
}

/// Reads all files but the lock and what was not read for the first time, side by side: the files in their order, the ids of
/// all of them, what their claims name, and the comments of those that are not held. Trees are kept in the arenas.
fn first_pass<'t>(
    (texts, parts, arenas): (Texts<'t>, &[Part], &'t mut [Option<Arena>]),
    not_utf8: &[FileId],
    gathering: &Gathering,
    problems: &mut Vec<Problem>,
) -> (Vec<Document<'t>>, Ids, Ties, Vec<Allow>) {
    let read = arenas.par_iter_mut().zip(parts).enumerate();
    let read = read.filter(|(_, (_, part))| !matches!(part, Part::Lock | Part::Unread));
    let read: Vec<(Document, Found, Vec<Problem>)> = read
        .map(|(index, (arena, part))| {
            let file = FileId(index as u32);
            Document::first((file, *part, texts), arena.as_ref(), |parsed, text| {
                let mut found = found(*part, parsed, gathering);
                if texts.is_stored(file) {
                    found.allows = allows::of_text(file, text);
                }
                found
            })
        })
        .collect();
    let (mut documents, mut all) = (Vec::with_capacity(read.len()), Vec::with_capacity(read.len()));
    let mut allows = Vec::new();
    for (mut document, mut found, wrong) in read {
        allows.append(&mut found.allows);
        if not_utf8.contains(&document.file) {
            document.breaks();
        }
        document.asks = found.asks();
        problems.extend(wrong);
        documents.push(document);
        all.push(found);
    }
    let (ids, ties) = gather(all, problems);
    (documents, ids, ties, allows)
}
