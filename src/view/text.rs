//! The view of a text as its words are read, version 1.

use serde::Serialize;

use super::find::said;
use super::how_read::HowRead;
use crate::capture::{Capture, PagePart, sha256};

/// The words of a saved file, as quotes are looked for in them. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TextAsRead {
    /// Always `gainsay/text/1`.
    schema: &'static str,
    /// The source's id, or the file as it was given.
    pub of: String,
    /// How the file was read.
    pub read_as: HowRead,
    /// SHA-256 of the bytes of the file.
    pub sha256: String,
    /// SHA-256 of the words, lines joined by `\n`, as the lock has it.
    pub words_sha256: String,
    /// What is wrong with its characters; null where nothing is.
    pub damage: Option<String>,
    /// Why it yields no words of its source; null where it yields them.
    pub wordless: Option<&'static str>,
    /// Its lines, in order, as locators count them.
    pub lines: Vec<TextLine>,
}

/// A line of a text.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TextLine {
    /// From 1.
    pub line: usize,
    /// Where in the page it begins; null of an empty line.
    #[serde(rename = "where")]
    pub place: Option<PagePart>,
    /// When its words were said, of subtitles and transcripts: `00:01:05.0-00:01:09.5`; null else.
    pub time: Option<String>,
    /// Its words.
    pub words: String,
}

impl TextAsRead {
    /// What a capture says, given the SHA-256 of its bytes.
    pub(crate) fn new(of: &str, capture: &Capture<'_>, hash: &str) -> Self {
        let words = &capture.words;
        let mut at = 0;
        let mut lines = Vec::new();
        for (number, line) in words.text.split('\n').enumerate() {
            let here = at..at + line.len();
            at = here.end + 1;
            if here.end == words.text.len() && line.is_empty() && number > 0 {
                break;
            }
            let is_empty = line.trim().is_empty();
            lines.push(TextLine {
                line: number + 1,
                place: (!is_empty).then(|| words.place(here.start)),
                time: if is_empty { None } else { words.said(&here).map(said) },
                words: line.trim_end_matches('\r').to_owned(),
            });
        }
        TextAsRead {
            schema: "gainsay/text/1",
            of: of.to_owned(),
            read_as: HowRead::new(&capture.read_as),
            sha256: hash.to_owned(),
            words_sha256: sha256(words.text.as_bytes()),
            damage: capture.damage.clone(),
            wordless: capture.wordless.map(|why| why.name()),
            lines,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::{Hint, read};

    fn lines(text: &str) -> Vec<(usize, Option<PagePart>, Option<String>, String)> {
        let capture = read(text.as_bytes(), &Hint::default()).expect("it is a text");
        let view = TextAsRead::new("a.txt", &capture, "");
        view.lines.into_iter().map(|line| (line.line, line.place, line.time, line.words)).collect()
    }

    #[test]
    fn lines_are_counted_as_locators_count_them() {
        let text = Some(PagePart::Text);
        let expected = [
            (1, text, None, "One".to_owned()),
            (2, None, None, String::new()),
            (3, text, None, "two".to_owned()),
        ];
        assert_eq!(lines("One\n\ntwo\n"), expected);
        let at = |time: &str| Some(time.to_owned());
        let said = [
            (1, text, at("00:00:10.0-00:00:12.5"), "One".to_owned()),
            (2, text, at("00:00:12.5"), "two".to_owned()),
        ];
        assert_eq!(lines("[0:10] One\n[0:12.5] two\n"), said);
    }
}
