//! Claims that leave the record, as rows: those of restricted sources stay.

use super::cell;
use super::exported::ExportedRow;
use super::row::RowKey;
use crate::audit::Judged;
use crate::load::each_written;
use crate::load::keys::ClaimKey;
use crate::value::types::{Form, Raw};
use crate::view::export::Told;
use crate::view::withheld::{Gate, Reader};

/// Gives each claim of a public source as a row, in the order in which they stand in their files. Returns how many claims of
/// restricted sources stay.
pub(crate) fn each_row(judged: &Judged<'_>, take: &mut dyn FnMut(ExportedRow)) -> usize {
    let dossier = &judged.audit().dossier;
    let court = judged.court();
    let gate = Gate::new(dossier, Reader::Anyone);
    let mut stay = 0;
    each_written(dossier, &mut |id, claim| match gate.shows_claim(id) {
        true => take(ExportedRow { claim, told: Told::new(&court, id) }),
        false => stay += 1,
    });
    stay
}

/// The columns of a table of claims, and the lines of it.
pub(crate) struct Csv {
    columns: Vec<RowKey>,
}

impl Csv {
    pub(crate) fn new() -> Self {
        Csv { columns: RowKey::all().collect() }
    }

    /// The names of the columns.
    pub(crate) fn head(&self) -> String {
        let told = Told::COLUMNS.iter().map(|name| (*name).to_owned());
        line(self.columns.iter().map(|key| key.name()).chain(told))
    }

    /// A row. Of each column what the claim holds there, and behind them what is told of it.
    pub(crate) fn line(&self, row: &ExportedRow) -> String {
        let written = self.columns.iter().map(|column| {
            let raw = row.held(*column);
            raw.map(|raw| cell::write(*column, raw)).unwrap_or_default()
        });
        let told = row.told.cells();
        line(written.chain(told.iter().map(|told| match told.is_empty() {
            true => String::new(),
            false => cell::words(told),
        })))
    }
}

impl ExportedRow {
    /// What the claim holds in a column.
    fn held(&self, column: RowKey) -> Option<&Raw> {
        let under = |of: ClaimKey| self.claim.keys.iter().find(|(key, _)| *key == of).map(|(_, raw)| raw);
        match column {
            RowKey::Claim(key) => under(key),
            RowKey::Scope(within) => match &under(ClaimKey::Scope)?.form {
                Form::Table(entries) => {
                    entries.iter().find(|(key, _)| key.name == within.name()).map(|(_, raw)| raw)
                }
                _ => None,
            },
        }
    }
}

/// A line of CSV, with its end.
fn line(cells: impl Iterator<Item = String>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.write_record(cells.collect::<Vec<_>>());
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).expect("cells are UTF-8")
}
