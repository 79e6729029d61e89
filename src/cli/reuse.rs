//! `gainsay reuse`: passages that texts share.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use super::evidence::Texts;
use super::open::Place;
use super::output::Output;
use crate::align::looked::quoted;
use crate::align::origin::Sources;
use crate::align::reuse::{Reuse, Side, is_declared, look};
use crate::error::Error;
use crate::load::texts::{Archive, Held, any_text, each_text, text_files};
use crate::model::Dossier;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::render::json;
use crate::text::reuse::{Shared, Words, shared, words};
use crate::view::reuse as report;
use crate::view::reuse::{ReuseView, render};

/// Find passages that two texts share almost word for word, though no link between them is declared
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay reuse --archive ~/archive\n  gainsay reuse herald.txt courier.txt\n  gainsay reuse texts/ --format json\n\n\
                        With files or folders no dossier is needed. In a dossier, sources that declare a link (derived-from, \
                        capture-of, one publisher)\nare not compared, and what both attribute to one speaker is no copying."
)]
pub(super) struct Arguments {
    /// Text files, or folders of them; left out: the texts of the dossier
    #[arg(value_name = "FILES")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    texts: Texts,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The passages side by side, with [-what one has-] and {+what the other has+}
    Human,
    /// The versioned view
    Json,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    let view = match arguments.files.is_empty() {
        true => of_dossier(arguments, place)?,
        false => of_files(&arguments.files)?,
    };
    let text = match arguments.format {
        Format::Json => json(&view),
        Format::Human => {
            let mut text = String::new();
            render(&mut text, &view, output.paint, output.width);
            text
        }
    };
    output.print(&text)?;
    Ok(0)
}

fn of_dossier(arguments: &Arguments, place: &Place) -> Result<ReuseView, Error> {
    let root = place.root()?;
    let dossier = place.open()?;
    let archive = Archive::find(&dossier, &root, &arguments.texts.archive)?;
    let all: Vec<SourceId> = dossier.sources.ids().collect();
    let taken: Vec<Option<Words>> = each_text(&dossier, &archive, &all, |_, held| match held {
        Held::Text(text) => Some(words(text.text)),
        _ => None,
    });
    let held = taken.iter().flatten().count();
    if held == 0 {
        let error = Error::said("no text is held here, so there is nothing to compare");
        return Err(error.hint(
            "name the folder of the texts with `--archive DIR`, or files: `gainsay reuse a.txt b.txt`",
        ));
    }
    // A text that is not held has no words, and is like nothing.
    let taken = taken.into_iter().map(Option::unwrap_or_default).collect();
    let reuse = compare(&dossier, &Sources::new(&dossier), &archive, taken);
    Ok(ReuseView::of_dossier(&dossier, &reuse, held))
}

/// What the texts of sources share, given the words of each; those with a passage are read once more.
pub(super) fn compare(dossier: &Dossier, sources: &Sources, archive: &Archive, taken: Vec<Words>) -> Reuse {
    let all: Vec<SourceId> = dossier.sources.ids().collect();
    let found = shared(&taken, |a, b| is_declared(dossier, sources, all[a], all[b]));
    drop(taken);
    if found.is_empty() {
        return Reuse::default();
    }
    let asked = asked(&found);
    let with_passage: Vec<SourceId> = asked.keys().map(|index| all[*index]).collect();
    let claims: BTreeMap<SourceId, Vec<ClaimId>> =
        quoted(dossier).into_iter().filter(|(source, _)| asked.contains_key(&source.index())).collect();
    let sides: Vec<Vec<Side>> = each_text(dossier, archive, &with_passage, |source, held| match held {
        Held::Text(text) => {
            let claims = claims.get(&source).map_or(&[][..], Vec::as_slice);
            look(dossier, source, claims, text.text, &asked[&source.index()])
        }
        _ => Vec::new(),
    });
    Reuse::new(dossier, joined(found, asked.keys().copied().zip(sides)))
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

/// Each passage with its two sides, which come by text, in the order in which they were asked for.
fn joined<T>(found: Vec<Shared>, sides: impl Iterator<Item = (usize, Vec<T>)>) -> Vec<(Shared, T, T)> {
    let mut sides: BTreeMap<usize, std::vec::IntoIter<T>> =
        sides.map(|(text, sides)| (text, sides.into_iter())).collect();
    let mut next = |text: usize| sides.get_mut(&text).and_then(Iterator::next);
    let both = |passage: Shared| {
        let (a, b) = (next(passage.a), next(passage.b));
        a.zip(b).map(|(a, b)| (passage, a, b))
    };
    found.into_iter().filter_map(both).collect()
}

fn of_files(given: &[PathBuf]) -> Result<ReuseView, Error> {
    let mut paths = Vec::new();
    for path in given {
        match path.is_dir() {
            true => paths.extend(text_files(path)?),
            false => paths.push(path.clone()),
        }
    }
    if paths.len() < 2 {
        return Err(
            Error::said("one text alone shares nothing").hint("name two files or more, or a folder of texts")
        );
    }
    let read = |path: &PathBuf| any_text(path).map(|(text, _)| words(&text));
    let taken: Vec<Words> = paths.par_iter().map(read).collect::<Result<_, Error>>()?;
    let found = shared(&taken, |_, _| false);
    drop(taken);
    let asked: Vec<(usize, Vec<Range<usize>>)> = asked(&found).into_iter().collect();
    let sides: Vec<(usize, Vec<report::Seen>)> = asked
        .par_iter()
        .map(|(index, passages)| {
            let path = &paths[*index];
            let (text, _) = any_text(path)?;
            Ok((*index, report::look(&path.display().to_string(), &text, passages)))
        })
        .collect::<Result<_, Error>>()?;
    Ok(ReuseView::of_files(paths.len(), joined(found, sides.into_iter())))
}
