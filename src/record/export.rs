//! Claims that leave the record, as rows: those of restricted sources stay.

use super::cell;
use super::exported::ExportedRow;
use super::handed::Handed;
use super::row::RowKey;
use crate::audit::Judged;
use crate::load::keys::ClaimKey;
use crate::load::{WrittenClaim, each_written};
use crate::render::csv_line;
use crate::value::types::{Form, Raw};
use crate::view::exchange::Public;
use crate::view::export::Told;
use crate::view::withheld::{Gate, Reader};

/// Gives each claim of a public source as a row, in the order in which they stand in their files.
pub(crate) fn each_row(judged: &Judged<'_>, take: &mut dyn FnMut(ExportedRow)) -> Handed {
    let dossier = &judged.audit().dossier;
    let court = judged.court();
    let gate = Gate::new(dossier, Reader::Anyone);
    let public = Public::new(dossier);
    let mut handed = Handed { given: 0, stay: 0, unquoted: 0 };
    each_written(dossier, &mut |id, claim| match gate.shows_claim(id) {
        true => {
            handed.given += 1;
            take(ExportedRow { claim, told: Told::new(&court, &public, id) });
        }
        false => handed.stay += 1,
    });
    handed
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
        csv_line(self.columns.iter().map(|key| key.name()).chain(told))
    }

    /// A row. Of each column what the claim holds there, and behind them what is told of it.
    pub(crate) fn line(&self, row: &ExportedRow) -> String {
        let written = self.columns.iter().map(|column| {
            let raw = held(&row.claim, *column);
            raw.map(|raw| cell::write(*column, raw)).unwrap_or_default()
        });
        let told = row.told.cells();
        csv_line(written.chain(told.iter().map(|told| match told.is_empty() {
            true => String::new(),
            false => cell::words(told),
        })))
    }
}

/// What a claim holds in a column.
pub(super) fn held(claim: &WrittenClaim, column: RowKey) -> Option<&Raw> {
    let under = |of: ClaimKey| claim.keys.iter().find(|(key, _)| *key == of).map(|(_, raw)| raw);
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
