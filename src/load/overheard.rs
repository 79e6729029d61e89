//! The words of claims that were passed over, where somebody asks what stands in a passage of their text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::claims::{each_named, is_elsewhere, quote, said_by};
use super::entry::Entry;
use super::files::Part;
use super::gate::{Folder, Most};
use super::parsed::{Parsed, once};
use crate::error::Error;
use crate::model::Dossier;
use crate::model::shard::Overheard;
use crate::model::table::SourceId;
use crate::text::{File, FileId};

/// By source, of some: the claims in it on questions of other shares that quote it. The files are read for it once more.
///
/// # Errors
/// A file of the dossier can no longer be read.
pub(crate) fn overheard(
    dossier: &Dossier,
    root: &Path,
    of: &BTreeSet<SourceId>,
) -> Result<BTreeMap<SourceId, Vec<Overheard>>, Error> {
    let mut all: BTreeMap<SourceId, Vec<Overheard>> = BTreeMap::new();
    if dossier.share.passed_over == 0 || of.is_empty() {
        return Ok(all);
    }
    let folder = Folder::of_dossier(root)?;
    let of_file = |(number, file): (usize, &File)| {
        if Part::of(&file.path) != Some(Part::Claims) {
            return Ok(Vec::new());
        }
        let path = Path::new(&file.path);
        let read = match file.text.is_empty() {
            true => folder.read(path, Most::Record).map_err(|why| Error::io("read", path, why.into_io()))?,
            false => file.text.clone().into_bytes(),
        };
        let text = String::from_utf8_lossy(&read);
        Ok(once((FileId(number as u32), &text), |parsed| in_file(dossier, parsed, of)).0)
    };
    let found: Vec<Vec<(SourceId, Overheard)>> =
        dossier.files.0.par_iter().enumerate().map(of_file).collect::<Result<_, Error>>()?;
    for (source, heard) in found.into_iter().flatten() {
        all.entry(source).or_default().push(heard);
    }
    Ok(all)
}

fn in_file(dossier: &Dossier, file: &Parsed<'_>, of: &BTreeSet<SourceId>) -> Vec<(SourceId, Overheard)> {
    let named = each_named(file).filter(|(_, table)| !file.broken && is_elsewhere(dossier, *table));
    let heard = named.filter_map(|(name, table)| {
        let source = dossier.sources.find(name.value.split_once('#')?.0).filter(|id| of.contains(id))?;
        let said_by = said_by(table).map(|id| dossier.agents.find(id));
        let said_by = said_by.collect::<Option<Vec<_>>>()?;
        let mut problems = Vec::new();
        let quote = quote(&mut Entry::new(table, name.value, name.spot, &mut problems))?;
        Some((source, Overheard { quote, said_by }))
    });
    heard.collect()
}
