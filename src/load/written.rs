//! What a dossier holds as it is written: claims key by key, and values of which the TOML is at hand.

use super::claims::{WrittenClaim, written};
use super::files::Part;
use super::keys::{SourceKey, SourcesFileKey};
use super::names::named;
use super::parsed::once;
use super::raw::raw;
use crate::model::Dossier;
use crate::model::table::{ClaimId, SourceId};
use crate::text::FileId;
use crate::value::types::Raw;

/// Gives each claim that takes part as it is written, file by file and in the order in which they stand there. Each file is
/// parsed for it once more, and let go before the next.
pub(crate) fn each_written(dossier: &Dossier, take: &mut dyn FnMut(ClaimId, WrittenClaim)) {
    for (number, file) in dossier.files.0.iter().enumerate() {
        if Part::of(&file.path) != Some(Part::Claims) {
            continue;
        }
        let (claims, _) = once((FileId(number as u32), &file.text), written);
        for (name, spot, claim) in claims {
            // Of two of one name the first counts.
            let id = dossier.claims.find(&name).filter(|id| dossier.claims[*id].spot == spot);
            if let Some(id) = id {
                take(id, claim);
            }
        }
    }
}

/// A source as it is written: every key that stands there, in the order of the format.
pub(crate) fn written_source(dossier: &Dossier, source: SourceId) -> Vec<(SourceKey, Raw)> {
    let spot = dossier.sources[source].spot;
    let file = dossier.files.get(spot.file);
    let (keys, _) = once((spot.file, &file.text), |file| {
        let mut sources = named(file.root(), SourcesFileKey::Source, file.file);
        let table = sources.find(|(id, _)| id.spot == spot).map(|(_, table)| table);
        let keys = table.into_iter().flat_map(|table| {
            SourceKey::ALL.iter().filter_map(move |key| Some((*key, raw(table.get(key.name())?).unplaced())))
        });
        keys.collect::<Vec<_>>()
    });
    keys
}

/// The value that is written as TOML, its places left out, where it is one value and nothing else.
pub(crate) fn toml_value(written: &str) -> Option<Raw> {
    const KEY: &str = "value";
    let text = format!("{KEY} = {written}");
    let (value, wrong) = once((FileId(0), &text), |file| {
        let root = file.root();
        // What goes on behind the value is none of it.
        root.get(KEY).filter(|_| root.entries().count() == 1).map(|value| raw(value).unplaced())
    });
    value.filter(|_| wrong.is_empty())
}
