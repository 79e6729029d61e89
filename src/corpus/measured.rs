//! A corpus measured: every set asked, counted, and held against what is recorded of it.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::case::{Case, Fault};
use super::outcomes::{OUTCOMES, changed, of, recorded, written};
use super::set::Set;
use super::{draft, name, quote, reading, relation, spotted};
use crate::error::{Error, ErrorKind};
use crate::load::CorpusFolder;
use crate::view::accuracy::{Accuracy, CaseKind, MeasuredSet, Tried};

/// What a corpus comes to.
pub(crate) struct Measured {
    pub(crate) view: Accuracy,
    /// The file of outcomes as it would be.
    pub(crate) outcomes: String,
}

/// Measures the corpus in a folder. The record, which drafts are held against, is asked for where a set has any.
///
/// # Errors
/// A set, a case or a label that is none; cases that are not those that a set tells of; a corpus without cases.
pub(crate) fn measured(
    folder: &Path,
    record: impl Fn() -> Result<PathBuf, Error>,
) -> Result<Measured, Error> {
    let folder = CorpusFolder::open(folder)?;
    let files = folder.tables().into_iter().filter(|name| name != OUTCOMES);
    let sets: Vec<Set> = files.map(|file| Set::read(&folder, &file)).collect::<Result<_, _>>()?;
    if sets.iter().all(|set| set.cases.is_empty()) {
        let message = format!("nothing was checked: no set in `{}` has a case", folder.shown);
        let error = Error::new(ErrorKind::NothingToCheck, message);
        return Err(error.hint("a set is a TOML file with `[set]` that names the file of its cases"));
    }
    let recorded = recorded(&folder)?;
    let measured = sets.into_iter().map(|set| {
        let tried = tried(&folder, &set, &record)?;
        let doubtful = set.cases.iter().filter(|case| case.is_doubtful()).count();
        Ok(MeasuredSet::new(set.told, &tried, doubtful))
    });
    let measured: Vec<MeasuredSet> = measured.collect::<Result<_, Error>>()?;
    let now = of(&measured);
    Ok(Measured { outcomes: written(&now), view: Accuracy::new(measured, changed(&recorded, &now)) })
}

/// Asks every case of a set whose label is not in doubt, side by side.
fn tried(
    folder: &CorpusFolder,
    set: &Set,
    record: &impl Fn() -> Result<PathBuf, Error>,
) -> Result<Vec<Tried>, Error> {
    let or = |why: Result<Fault, Error>| why.map_or_else(|error| error, |fault| set.no_case(&fault));
    if set.told.kind == CaseKind::Draft {
        return draft::tried(set, &record()?).map_err(or);
    }
    let one = |case: &Case| match set.told.kind {
        CaseKind::Reading => reading::tried(set, case).map_err(Ok),
        CaseKind::Relation => relation::tried(folder, set, case),
        CaseKind::Quote => quote::tried(case).map_err(Ok),
        CaseKind::Spotted => spotted::tried(case).map_err(Ok),
        CaseKind::Name => name::tried(case).map_err(Ok),
        CaseKind::Draft => Ok(Vec::new()),
    };
    let asked: Vec<&Case> = set.cases.iter().filter(|case| !case.is_doubtful()).collect();
    // In their order, so that it is the first fault that is told.
    let all: Vec<Result<Vec<Tried>, Result<Fault, Error>>> = asked.into_par_iter().map(one).collect();
    let all: Vec<Vec<Tried>> = all.into_iter().collect::<Result<_, _>>().map_err(or)?;
    Ok(all.into_iter().flatten().collect())
}
