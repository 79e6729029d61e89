//! Text for people as runs, each of one style; where it breaks is decided by its columns alone, and paint comes last.

use textwrap::wrap_algorithms::wrap_first_fit;

use super::columns::{columns, words};
use super::style::{Paint, Style};
use crate::text::steers;

/// A piece of text that means one thing throughout; it begins where the one before it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct StyledRun {
    style: Style,
    /// In bytes of the whole text.
    end: usize,
}

/// A text of runs, which may take several lines on a terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    text: String,
    runs: Vec<StyledRun>,
}

impl Line {
    pub(crate) fn new(text: impl AsRef<str>) -> Self {
        Line::default().and(text)
    }

    /// A text of one style.
    pub(crate) fn styled(style: Style, text: impl AsRef<str>) -> Self {
        Line::default().run(style, text)
    }

    /// With a plain run behind it.
    pub(crate) fn and(self, text: impl AsRef<str>) -> Self {
        self.run(Style::Plain, text)
    }

    /// With a run behind it. Line breaks and tabs are spaces, and what would steer the terminal is shown as its escape.
    pub(crate) fn run(mut self, style: Style, text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        let mut from = 0;
        let plain = text.bytes().take_while(|byte| matches!(byte, b' '..=b'~')).count();
        for (at, c) in text[plain..].char_indices().map(|(at, c)| (plain + at, c)) {
            let is_space = matches!(c, '\n' | '\r' | '\t');
            if is_space || steers(c) {
                self.push(style, &text[from..at]);
                match is_space {
                    true => self.push(style, " "),
                    false => self.push(style, &c.escape_unicode().to_string()),
                }
                from = at + c.len_utf8();
            }
        }
        self.push(style, &text[from..]);
        self
    }

    /// With the runs of another behind it.
    pub(crate) fn join(mut self, other: &Line) -> Self {
        other.pieces().for_each(|(style, text)| self.push(style, text));
        self
    }

    /// With spaces behind it, so that it takes so many columns at least.
    pub(crate) fn padded(self, to: usize) -> Self {
        let missing = to.saturating_sub(self.columns());
        self.and(" ".repeat(missing))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The columns that it takes where it is not broken.
    pub(crate) fn columns(&self) -> usize {
        columns(&self.text)
    }

    /// The columns that stand empty at its beginning.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// The words without their styles.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The runs, each with its text.
    fn pieces(&self) -> impl Iterator<Item = (Style, &str)> {
        let starts = std::iter::once(0).chain(self.runs.iter().map(|run| run.end));
        starts.zip(&self.runs).map(|(start, run)| (run.style, &self.text[start..run.end]))
    }

    /// Adds it to a text as a terminal shows it.
    pub(super) fn show(&self, out: &mut String, paint: Paint) {
        self.pieces().for_each(|(style, text)| paint.add(out, style, text));
    }

    pub(crate) fn painted(&self, paint: Paint) -> String {
        let mut painted = String::new();
        self.show(&mut painted, paint);
        painted
    }

    /// The same with one space for each stretch of white space between words, and none at the ends.
    pub(super) fn flowing(&self) -> Line {
        let mut flowing =
            Line { text: String::with_capacity(self.text.len()), runs: Vec::with_capacity(self.runs.len()) };
        let mut gap = None;
        for (style, text) in self.pieces() {
            let mut rest = text;
            while !rest.is_empty() {
                let words = rest.trim_start();
                if words.len() < rest.len() {
                    gap = gap.or((!flowing.is_empty()).then_some(style));
                }
                let (word, behind) = words.split_at(words.find(char::is_whitespace).unwrap_or(words.len()));
                if !word.is_empty() {
                    gap.take().into_iter().for_each(|style| flowing.push(style, " "));
                }
                flowing.push(style, word);
                rest = behind;
            }
        }
        flowing
    }

    /// As lines of at most `first` columns, then of `rest`; a word that is wider has a line for itself. White space at
    /// the ends of lines is left out.
    pub(super) fn wrapped(&self, first: usize, rest: usize) -> Vec<Line> {
        let words = words(&self.text, first.min(rest));
        let lines = wrap_first_fit(&words, &[first as f64, rest as f64]);
        let ends = lines.iter().filter_map(|words| words.first().zip(words.last()));
        ends.map(|(first, last)| self.part(first.start, last.end)).collect()
    }

    /// The runs from a byte to another.
    fn part(&self, start: usize, end: usize) -> Line {
        let mut part = Line::default();
        let mut at = start;
        let first = self.runs.partition_point(|run| run.end <= start);
        for run in &self.runs[first..] {
            if at >= end {
                break;
            }
            part.push(run.style, &self.text[at..run.end.min(end)]);
            at = run.end;
        }
        part
    }

    fn push(&mut self, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        let end = self.text.len();
        match self.runs.last_mut() {
            Some(run) if run.style == style => run.end = end,
            _ => self.runs.push(StyledRun { style, end }),
        }
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Line::new(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Line::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(line: &Line, width: usize) -> Vec<String> {
        line.wrapped(width, width).iter().map(|line| line.text().to_owned()).collect()
    }

    #[test]
    fn styles_stay_with_their_words_over_a_break() {
        let line = Line::new("it was ").run(Style::Gone, "in the north").and(" then");
        let lines = line.wrapped(10, 10);
        let expected = [
            Line::new("it was ").run(Style::Gone, "in"),
            Line::styled(Style::Gone, "the north"),
            Line::new("then"),
        ];
        assert_eq!(lines, expected);
        assert_eq!(lines[1].painted(Paint::On), "\u{1b}[1m\u{1b}[31mthe north\u{1b}[0m");
    }

    #[test]
    fn a_word_of_two_runs_is_not_broken_between_them() {
        let line = Line::new("a b").run(Style::Bad, "cd").and("e f");
        assert_eq!(broken(&line, 4), ["a", "bcde", "f"]);
    }

    #[test]
    fn white_space_flows_over_runs() {
        let line = Line::new("  a \n").run(Style::Bad, " b\t").and("c ");
        assert_eq!(line.flowing(), Line::new("a ").run(Style::Bad, "b ").and("c"), "a space keeps its style");
        assert_eq!(Line::new(" ").flowing(), Line::default());
    }

    #[test]
    fn what_would_steer_the_terminal_is_shown() {
        let line = Line::new("a\u{1b}[31mb\u{7}\u{9b}2J\u{7f}");
        assert_eq!(line.painted(Paint::On), "a\\u{1b}[31mb\\u{7}\\u{9b}2J\\u{7f}");
    }

    #[test]
    fn padding_counts_columns() {
        assert_eq!(Line::new("三").padded(4).text(), "三  ");
        assert_eq!(Line::new("three").padded(4).text(), "three");
    }
}
