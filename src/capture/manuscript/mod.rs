//! A draft as it is read: its words, what its writer hung on them, and where they stand in its file.

mod docx;
mod draft;
mod markdown;
mod marks;
#[cfg(test)]
mod tests;

use std::path::Path;

pub(crate) use self::draft::{Manuscript, ManuscriptKind, Mark, MarkKind};
use self::marks::Marks;
use super::decode::decode;
use super::html;
use super::kind::FileKind;
use super::read::{Hint, bounded, kind_of_zip};
use super::runs::Runs;
use super::signatures;
use super::words::Words;
use super::zipped::Zipped;

/// The name that stands for standard input, whose text is Markdown.
const STANDARD_INPUT: &str = "-";

impl Manuscript<'_> {
    /// Reads a draft, by its bytes and the name of its file. Memory is bounded by its size and by how much is unpacked.
    ///
    /// # Errors
    /// Why it is not read, for people: it is of another kind, is broken, or is more than the bounds.
    pub(crate) fn read<'b>(bytes: &'b [u8], name: &str) -> Result<Manuscript<'b>, String> {
        match signatures::kind(bytes) {
            None => characters(bytes, name),
            Some(FileKind::Zip) => zipped(bytes),
            Some(kind) => Err(of_another_kind(kind)),
        }
    }
}

fn of_another_kind(kind: FileKind) -> String {
    format!("it is {kind}, and a draft is Markdown, HTML, DOCX or plain text")
}

fn zipped(bytes: &[u8]) -> Result<Manuscript<'static>, String> {
    let Some(zip) = Zipped::new(bytes) else {
        return Err("it is a ZIP whose directory cannot be read".to_owned());
    };
    match kind_of_zip(&zip) {
        FileKind::Docx => docx::read(&zip).map_err(|why| format!("{}: {why}", FileKind::Docx)),
        FileKind::Zip if zip.names().any(|name| name.starts_with("word/")) => {
            Err(format!("{}: it has no part `{}`", FileKind::Docx, super::docx::BODY))
        }
        kind => Err(of_another_kind(kind)),
    }
}

fn characters<'b>(bytes: &'b [u8], name: &str) -> Result<Manuscript<'b>, String> {
    bounded(bytes, FileKind::Text).map_err(|unread| unread.to_string())?;
    let text = decode(bytes, None).text;
    let name = if name == STANDARD_INPUT { "-.md" } else { name };
    let kind = FileKind::of_text(&text, Hint::new(Path::new(name), None).ending());
    let broken = |why| format!("{kind}: {why}");
    match kind {
        FileKind::Html => page(text.into_owned()).map_err(broken),
        FileKind::Markdown => markdown::read(text.into_owned()).map_err(broken),
        FileKind::Text | FileKind::Transcript => Ok(Manuscript {
            marks: Vec::new(),
            kind: ManuscriptKind::Text,
            file: text.clone().into_owned(),
            places: Runs::shifted(text.len(), 0),
            words: Words::plain(text),
        }),
        kind => Err(of_another_kind(kind)),
    }
}

/// A draft that is a page.
fn page(file: String) -> Result<Manuscript<'static>, String> {
    let html::Drafted { words, hung, written } = html::drafted(&file)?;
    let mut marks = Marks::default();
    for hanging in hung {
        marks.hang(hanging)?;
    }
    Ok(Manuscript { words, marks: marks.in_order(), kind: ManuscriptKind::Html, places: written, file })
}
