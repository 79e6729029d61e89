//! What a saved file says of itself: its title, who wrote and published it, when, in which language, where it stood and when it
//! was saved. Each with the place that says so; nobody holds it to be true.

mod archiver;
mod data;
mod page;
mod said;
mod saved;
mod table;

use super::kind::FileKind;
use super::read::{Hint, Unread};
pub(crate) use said::{About, SelfTold};
use said::{FIRST_LINE, Told};

/// All that a file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FileTold {
    /// What is best to go by first.
    pub(crate) told: Vec<SelfTold>,
    /// Whether it says so of another file, and is no text itself.
    pub(crate) is_of_another: bool,
}

/// What a file says of itself.
///
/// # Errors
/// It is of a kind that is not read.
pub(crate) fn self_told(bytes: &[u8], hint: &Hint<'_>) -> Result<FileTold, Unread> {
    let saved = saved::saved(bytes, hint)?;
    let mut told = Told::default();
    let mut is_of_another = true;
    match saved.kind {
        FileKind::Html if archiver::is_report(&saved.text) => archiver::report(&saved.text, &mut told)?,
        FileKind::Html => {
            is_of_another = false;
            page::page(&saved.text, &mut told)?;
        }
        _ if archiver::is_record(&saved.text) => archiver::record(&saved.text, &mut told),
        _ if table::is_table(&saved.text) => table::table(&saved.text, hint.url(), &mut told),
        _ => {
            is_of_another = false;
            let first = saved.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
            // The first line of a text may be anything; one that is long is no title.
            if first.chars().count() <= LONGEST_LINE {
                told.say(About::Title, first.trim_start_matches(['#', '\u{FEFF}']), FIRST_LINE);
            }
        }
    }
    if let Some(url) = &saved.url {
        told.say(About::Url, url, "the record of the web archive");
    }
    if let Some(date) = &saved.date {
        told.say(About::Accessed, date, "WARC-Date");
    }
    Ok(FileTold { told: told.0, is_of_another })
}

/// A title has no more characters than this.
const LONGEST_LINE: usize = 200;

#[cfg(test)]
mod tests;
