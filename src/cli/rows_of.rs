//! The rows of a file that is named, in the form and under the names that are asked for.

use std::path::Path;

use crate::audit::Audit;
use crate::error::{Error, ErrorKind};
use crate::load::gate::{all_of, named};
use crate::record::columns::Columns;
use crate::record::forms::{RowForm, RowsRead, rows};
use crate::record::short::written_out;
use crate::view::withheld::Reader;

/// How rows are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct AskedRows<'a> {
    /// The form; `None`: as it is seen.
    pub(super) form: Option<RowForm>,
    /// The file that says which column holds which key.
    pub(super) map: Option<&'a Path>,
    /// What every row has that does not say it itself, KEY=VALUE.
    pub(super) set: &'a [String],
    /// The event of questions that are written without one.
    pub(super) event: Option<&'a str>,
    /// Who is told why a row is refused.
    pub(super) reader: Reader,
}

impl AskedRows<'_> {
    /// The rows of a file, or with `-` of standard input, what they say in short written out.
    ///
    /// # Errors
    /// It cannot be read, is not UTF-8, or has columns that no key is known for; no such event.
    pub(super) fn rows(self, from: &Path, audit: &Audit) -> Result<RowsRead, Error> {
        let bytes = bytes_of(from)?;
        let map = self.map.map(|path| utf8(named(path)?, path)).transpose()?;
        let columns = Columns::new(map.as_deref(), self.set)?;
        let read = rows(&audit.dossier, &utf8(bytes, from)?, self.form, &columns)?;
        written_out(audit, read, self.event, self.reader)
    }
}

/// The bytes of a file that is named, or with `-` of standard input.
///
/// # Errors
/// It cannot be read.
pub(super) fn bytes_of(from: &Path) -> Result<Vec<u8>, Error> {
    if from == Path::new("-") { all_of(std::io::stdin().lock()) } else { named(from) }
}

fn utf8(bytes: Vec<u8>, path: &Path) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|why| {
        let line = 1 + memchr::memchr_iter(b'\n', &why.as_bytes()[..why.utf8_error().valid_up_to()]).count();
        let message = format!("`{}` is not UTF-8: line {line}", path.display());
        Error::new(ErrorKind::Unreadable, message)
            .at(path)
            .hint("save it as UTF-8: in a spreadsheet, `CSV UTF-8`")
    })
}
