//! A law of batches: what is told of a dossier that is judged batch by batch is what is told of the whole.

use std::fs;
use std::sync::Arc;

use proptest::prelude::*;
use tempfile::TempDir;

use super::batches::Batches;
use super::day::Day;
use super::island_laws::{Many, many, said};
use super::judged::Judged;
use super::levels::Levels;
use super::open::Audit;
use crate::judge::laws::tries;
use crate::load::BatchSize;
use crate::load::gate::Recorder;
use crate::progress::Progress;
use crate::view::pieces::Pieces;

/// A passage that texts of sources of several cases have in common.
const SHARED: &str = "The minister who came the next day said to all of them that nobody in the whole of the valley had known how \
                      fast the water of the river and the fires of the woods would come, and that it would not be forgotten.";

/// The dossier on the disk.
fn written(many: &Many, has_texts: bool) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    for (at, (path, text)) in many.files().0.iter().enumerate() {
        // The first source of a file has a text, with something of its own and what every other one shares.
        let named = text.find("[source.").and_then(|start| Some(start + text[start..].find('\n')?));
        match named.filter(|_| has_texts && path.starts_with("sources/")) {
            Some(line) => {
                let (before, behind) = text.split_at(line + 1);
                write(path, &format!("{before}text = \"{at}.txt\"\n{behind}"));
                let shared = if at % 2 == 0 { SHARED } else { "" };
                write(&format!("sources/{at}.txt"), &format!("In the {at}th place nobody came. {shared}"));
            }
            None => write(path, text),
        }
    }
    folder
}

/// What is told of each finding, one below the other, and how many bytes of each.
fn told(judged: &Judged<'_>) -> (String, Vec<usize>) {
    let dossier = &judged.audit().dossier;
    let (mut text, mut bytes) = (String::new(), Vec::new());
    for finding in judged.findings() {
        let said = said(dossier, finding);
        bytes.push(said.len());
        text.push_str(&said);
    }
    (text, bytes)
}

proptest! {
    #![proptest_config(tries(60))]

    #[test]
    fn what_is_judged_batch_by_batch_is_told_as_of_the_whole(many in many(), has_texts in any::<bool>()) {
        let folder = written(&many, has_texts);
        let (levels, today) = (Levels::default(), Day::since_epoch(0));
        let audit = Audit::open(folder.path()).unwrap();
        let judged = audit.judged(today).unwrap();
        let whole = told(&judged);
        let pieces = judged.pieces(&judged.check(), &whole.1);
        let size = BatchSize { bytes: 1, commons: 0, parts: 1 };
        let (recorder, progress) = (Recorder::default(), Arc::new(Progress::default()));
        let batches = Batches::of(folder.path(), &levels, (&recorder, &progress), size).unwrap();
        // Texts that share a passage make one island of their sources.
        let is_apart = !has_texts && pieces.as_ref().is_some_and(|it| it.islands.len() > 3);
        prop_assert!(batches.is_some() || !is_apart);
        let Some(batches) = batches else { return Ok(()) };
        let one = |audit: Audit, islands: &_| {
            let judged = audit.judged(today).ok()?;
            let (text, bytes) = told(&judged);
            Some((judged.pieces_of(&judged.check(), &bytes, islands)?, text))
        };
        let Some(each) = batches.each(one) else {
            prop_assert_eq!(pieces, None, "what falls apart falls into batches");
            return Ok(());
        };
        let (each, texts): (Vec<Pieces>, Vec<String>) = each.into_iter().unzip();
        prop_assert!(each.len() > 1);
        let joined = batches.joined(each, |a, b| texts[a.0][a.1] == texts[b.0][b.1]).expect("they fit");
        let text: String = joined.told.into_iter().map(|(batch, at)| &texts[batch][at]).collect();
        prop_assert_eq!(text, whole.0);
        prop_assert_eq!(Some(joined.pieces), pieces);
    }
}
