//! Findings and tables to text. Pure: the versioned views, then one file per format.

#![warn(clippy::disallowed_types, reason = "nothing is shown in hash order")]

pub(crate) mod accuracy;
pub(crate) mod added;
pub(crate) mod agreement;
pub(crate) mod assessed;
pub(crate) mod blind;
pub(crate) mod captures;
pub(crate) mod changed;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod coverage;
pub(crate) mod desk;
pub(crate) mod diff;
pub(crate) mod draft;
pub(crate) mod drafted;
mod escape;
pub(crate) mod exchange;
pub(crate) mod explain;
pub(crate) mod find;
pub(crate) mod impact;
pub(crate) mod locked;
pub(crate) mod names;
mod passage;
mod policy;
pub(crate) mod position;
pub(crate) mod read;
pub(crate) mod recaptured;
pub(crate) mod renamed;
pub(crate) mod report;
pub(crate) mod reuse;
pub(crate) mod review;
pub(crate) mod silence;
pub(crate) mod since;
pub(crate) mod site;
mod source;
pub(crate) mod spot;
pub(crate) mod spot_rows;
pub(crate) mod started;
pub(crate) mod table;
pub(crate) mod term;
pub(crate) mod text;
pub(crate) mod timeline;
pub(crate) mod toml;
pub(crate) mod trace;
mod unheard;
mod words;
mod xml;

pub(crate) use unheard::unheard;

/// A view as JSON, indented, with a line break at the end.
pub(crate) fn json<T: serde::Serialize>(view: &T) -> String {
    let mut text = String::new();
    json_to(view, &mut |lines| text.push_str(lines));
    text
}

/// A view as JSON, indented, with a line break at the end, given some lines at a time.
pub(crate) fn json_to<T: serde::Serialize>(view: &T, give: &mut dyn FnMut(&str)) {
    let mut lines = Lines { held: Vec::with_capacity(2 * ENOUGH), give };
    serde_json::to_writer_pretty(&mut lines, view).expect("views have string keys and no floats");
    lines.held.push(b'\n');
    lines.give_all();
}

/// So many bytes are held before they are given.
const ENOUGH: usize = 1 << 16;

/// Whole lines of JSON, escaped before they are given: no string goes on behind a line break.
struct Lines<'g> {
    held: Vec<u8>,
    give: &'g mut dyn FnMut(&str),
}

impl Lines<'_> {
    /// Gives all whole lines that are held.
    fn give_all(&mut self) {
        let end = memchr::memrchr(b'\n', &self.held).map_or(0, |last| last + 1);
        let text = std::str::from_utf8(&self.held[..end])
            .expect("JSON is UTF-8, and a line break is a whole character");
        (self.give)(&escape::json(text.to_owned()));
        self.held.drain(..end);
    }
}

impl std::io::Write for Lines<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= ENOUGH && bytes.contains(&b'\n') {
            self.give_all();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A view as JSON on one line, without a line break at the end.
pub(crate) fn json_line<T: serde::Serialize>(view: &T) -> String {
    escape::json(serde_json::to_string(view).expect("views have string keys and no floats"))
}

/// Cells as a line of CSV, with its end.
pub(crate) fn csv_line(cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.write_record(cells);
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).expect("cells are UTF-8")
}

/// A view as JSON on one line, as a script within a page may be given it: no tag can begin in it.
fn json_in_page<T: serde::Serialize>(view: &T) -> String {
    json_line(view).replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_that_is_given_some_lines_at_a_time_is_the_same_as_at_once() {
        let words = |n: usize| format!("{n} ##[group] \u{202e}\u{1b}[2J é{}", "–".repeat(n % 40));
        for many in [0, 1, 3, 5000] {
            let view: Vec<Vec<String>> = vec![(0..many).map(words).collect(), vec!["#".repeat(3 * ENOUGH)]];
            let mut given = Vec::new();
            json_to(&view, &mut |lines| given.push(lines.to_owned()));
            let whole = escape::json(serde_json::to_string_pretty(&view).unwrap()) + "\n";
            assert_eq!(given.concat(), whole, "{many}");
            assert!(given.iter().all(|lines| lines.is_empty() || lines.ends_with('\n')));
            assert!(many < 5000 || given.len() > 3, "it is not given at once");
        }
    }
}
