//! The characters of a saved file before its words are taken: a page with its marks.

use std::borrow::Cow;

use crate::capture::decode::decode;
use crate::capture::kind::FileKind;
use crate::capture::read::{Hint, Unread, listed_page};
use crate::capture::zipped::Zipped;
use crate::capture::{signatures, unpack, warc};

/// A saved file as characters.
pub(super) struct Saved {
    pub(super) kind: FileKind,
    pub(super) text: String,
    /// The address that a web archive has it under.
    pub(super) url: Option<String>,
    /// When a web archive had it.
    pub(super) date: Option<String>,
}

/// # Errors
/// It is of a kind that is not read, or cannot be unpacked within bounds.
pub(super) fn saved(bytes: &[u8], hint: &Hint<'_>) -> Result<Saved, Unread> {
    match signatures::kind(bytes) {
        None => characters(bytes, None, hint.ending()),
        Some(FileKind::Gzip) => {
            let unpacked = unpack::gunzip(bytes).map_err(|why| unread(FileKind::Gzip, why))?;
            match unpacked.starts_with(b"WARC/") {
                true => recorded(FileKind::Warc, 1, &|_| Ok(Cow::Borrowed(bytes)), hint.url()),
                false => characters(&unpacked, None, hint.ending()),
            }
        }
        Some(FileKind::Warc) => recorded(FileKind::Warc, 1, &|_| Ok(Cow::Borrowed(bytes)), hint.url()),
        Some(FileKind::Zip) => {
            let Some(zip) = Zipped::new(bytes) else { return Err(Unread { kind: FileKind::Zip, why: None }) };
            let (archives, listed) = listed_page(&zip);
            if archives.is_empty() {
                return Err(unread(FileKind::Zip, "nothing in it says what it is".to_owned()));
            }
            let url = hint.url().or(listed.as_deref());
            let load = |file: usize| zip.part(archives[file]).map(Cow::Owned);
            recorded(FileKind::Wacz, archives.len(), &load, url)
        }
        Some(kind) => Err(Unread { kind, why: None }),
    }
}

fn recorded(
    archive: FileKind,
    count: usize,
    load: warc::Load<'_, '_>,
    url: Option<&str>,
) -> Result<Saved, Unread> {
    let page = warc::page(count, load, url).map_err(|why| unread(archive, why))?;
    let saved = characters(&page.body, page.charset.as_deref(), page.ending)?;
    Ok(Saved { url: page.url, date: page.date, ..saved })
}

fn characters(bytes: &[u8], charset: Option<&str>, ending: &str) -> Result<Saved, Unread> {
    let text = decode(bytes, charset).text.into_owned();
    let kind = FileKind::of_text(&text, ending);
    match kind {
        FileKind::Mhtml => Err(Unread { kind, why: None }),
        _ => Ok(Saved { kind, text, url: None, date: None }),
    }
}

fn unread(kind: FileKind, why: String) -> Unread {
    Unread { kind, why: Some(why) }
}
