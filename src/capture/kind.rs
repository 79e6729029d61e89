//! What kind of file some bytes are: told by how they begin, and by a name only where text could be either.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What kind of file a text was kept in.
    pub enum FileKind {
        /// HTML or XHTML.
        Html = "HTML",
        /// Plain text.
        Text = "text",
        /// Markdown.
        Markdown = "Markdown",
        /// A text with a time code before each of its lines.
        Transcript = "transcript",
        /// SubRip.
        Srt = "SRT",
        /// WebVTT.
        Vtt = "WebVTT",
        /// A document of Word.
        Docx = "DOCX",
        /// A web archive.
        Warc = "WARC",
        /// A web archive in a ZIP.
        Wacz = "WACZ",
        /// Something compressed with gzip.
        Gzip = "gzip",
        /// PDF.
        Pdf = "PDF",
        /// A page as browsers save it into one file.
        Mhtml = "MHTML",
        /// A book.
        Epub = "EPUB",
        /// A workbook of Excel.
        Spreadsheet = "spreadsheet",
        /// Slides of PowerPoint.
        Presentation = "presentation",
        /// OpenDocument.
        OpenDocument = "OpenDocument",
        /// What Word wrote before DOCX, and its kin.
        OldOffice = "old Office document",
        /// Rich text.
        Rtf = "RTF",
        /// A ZIP of anything else.
        Zip = "ZIP",
        /// tar, 7z, RAR, xz, bzip2, zstd and their kin.
        Packed = "packed archive",
        /// What a printer is told.
        PostScript = "PostScript",
        /// What a machine runs.
        Program = "program",
        /// SQLite, Access.
        Database = "database",
        /// The shapes of letters.
        Font = "font",
        /// Bytes of which many are no characters.
        Binary = "binary data",
        /// An image.
        Image = "image",
        /// Audio or video.
        Media = "audio or video",
    }
}

impl FileKind {
    /// The kind of a decoded text, with the ending of its file's name in small letters.
    pub(super) fn of_text(text: &str, ending: &str) -> FileKind {
        let head = text.trim_start_matches('\u{FEFF}').trim_start();
        if head.starts_with("WEBVTT") && !head[6..].starts_with(char::is_alphanumeric) {
            return FileKind::Vtt;
        }
        if is_page(head) {
            return FileKind::Html;
        }
        if is_mhtml(head) {
            return FileKind::Mhtml;
        }
        if begins_with_cue(head) {
            return FileKind::Srt;
        }
        match ending {
            "html" | "htm" | "xhtml" | "xht" | "shtml" => FileKind::Html,
            "md" | "markdown" => FileKind::Markdown,
            _ if super::subtitles::is_transcript(text) => FileKind::Transcript,
            _ => FileKind::Text,
        }
    }
}

/// Elements that no text begins with by chance; the first tag of a page that leaves out what may be left out.
const FIRST_TAGS: [&str; 22] = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "base", "div", "table", "article",
    "section", "main", "header", "nav", "h1", "p", "font", "center", "iframe", "noscript",
];

/// Whether a text begins as a page does: a mark, declarations and comments aside, with its doctype or a first tag.
fn is_page(text: &str) -> bool {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        let skipped = [("<!--", "-->"), ("<?", ">")].iter().find(|(open, _)| rest.starts_with(open)).map(
            |(open, close)| rest[open.len()..].find(close).map(|at| &rest[open.len() + at + close.len()..]),
        );
        match skipped {
            Some(Some(behind)) => rest = behind,
            Some(None) => return false,
            None => break,
        }
    }
    let head: String = rest.chars().take(16).collect::<String>().to_ascii_lowercase();
    if head.starts_with("<!doctype html") {
        return true;
    }
    let Some(name) = head.strip_prefix('<') else { return false };
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    FIRST_TAGS.contains(&&name[..end])
        && name[end..].starts_with(|c: char| c.is_whitespace() || "/>".contains(c))
}

/// Whether a text begins with the headers of a page saved with its parts.
fn is_mhtml(text: &str) -> bool {
    let is_header =
        ["from:", "mime-version:", "content-type:", "subject:", "date:", "snapshot-content-location:"];
    let begins = |name: &&str| text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    if !is_header.iter().any(begins) {
        return false;
    }
    let head: String = text.chars().take(2000).collect::<String>().to_ascii_lowercase();
    head.contains("multipart/related") && head.contains("mime-version:")
}

/// Whether a text begins with a cue of a subtitle file: its number, if it has one, and its times.
fn begins_with_cue(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or("");
    let times =
        if first.bytes().all(|byte| byte.is_ascii_digit()) { lines.next().unwrap_or("") } else { first };
    super::subtitles::cue_times(times).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_by_how_it_begins_and_a_name_helps() {
        for (text, ending, kind) in [
            ("<!DOCTYPE html><html>", "", FileKind::Html),
            ("\u{FEFF}<HTML lang=en>", "txt", FileKind::Html),
            ("<?xml version=\"1.0\"?>\n<!-- saved -->\n<html xmlns=\"x\">", "", FileKind::Html),
            ("<!-- a comment --><head>", "", FileKind::Html),
            ("anything", "html", FileKind::Html),
            ("<b>34</b> were killed", "", FileKind::Text),
            ("<!-- never closed", "", FileKind::Text),
            ("<?xml version=\"1.0\"?><rss>", "", FileKind::Text),
            ("The bridge <held>.", "", FileKind::Text),
            ("# A title", "md", FileKind::Markdown),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\nYes", "", FileKind::Vtt),
            ("1\n00:00:01,000 --> 00:00:03,000\nYes", "", FileKind::Srt),
            (
                "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;",
                "",
                FileKind::Mhtml,
            ),
            ("From: me\nMIME is a format", "", FileKind::Text),
        ] {
            assert_eq!(FileKind::of_text(text, ending), kind, "{text}");
        }
    }
}
