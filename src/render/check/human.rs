//! A check as compiler-style diagnostics, then a summary of what was checked.

use std::borrow::Cow;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};

use super::excuse;
use super::one_by_one::OneByOne;
use super::summary::summary;
use crate::render::term::{Line, Paint, Screen};
use crate::text::{one_line, push_shown, steers};
use crate::view::check::{Checked, Excuse, Flagged, Level, Pointer};

/// So many columns at least are left to a diagnostic, and to what is noted in it.
const LEAST: usize = 40;

/// So many columns stand before a note.
const MARGIN: usize = 20;

/// How it tells findings one by one.
pub(crate) const ONE_BY_ONE: OneByOne = OneByOne { told, end };

/// Every finding with its places, then the summary.
pub(crate) fn render(out: &mut String, view: &Checked, screen: Screen) {
    view.told().for_each(|finding| told(out, view, finding, screen));
    end(out, &summary(view), screen);
}

/// One finding with its places.
fn told(out: &mut String, view: &Checked, finding: &Flagged, screen: Screen) {
    let renderer = if screen.paint.is_on() { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(screen.width.max(LEAST));
    out.push_str(&renderer.render(&groups(view, finding, screen.width)));
    out.push_str("\n\n");
}

/// The lines below the findings.
fn end(out: &mut String, lines: &[String], screen: Screen) {
    lines.iter().for_each(|line| screen.line(out, line.as_str()));
}

/// Marks of one file that stand further from each other than so many lines are shown apart.
const FAR: usize = 400;

fn groups<'a>(view: &'a Checked, finding: &'a Flagged<'_>, width: usize) -> Vec<Group<'a>> {
    let level = match (finding.excuse, finding.level) {
        (Some(Excuse::Assessment | Excuse::Comment), _) => Title::INFO.with_name("explained"),
        (Some(Excuse::Baseline), _) => Title::INFO.with_name("known"),
        (None, Level::Deny) => Title::ERROR,
        (None, Level::Warn | Level::Allow) => Title::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(one_line(&finding.message)).id(finding.rule));
    for path in paths(finding) {
        for marks in near(finding.marks().iter().filter(|mark| mark.path == path).collect()) {
            let (cut, snippet) = snippet(view, finding, &marks);
            group = cut.into_iter().fold(group, Group::element).element(snippet);
        }
    }
    for note in finding.notes() {
        group = group.element(Title::NOTE.message(folded(&note, width)));
    }
    if let Some(rationale) = finding.explained {
        group = group.element(Title::NOTE.with_name(excuse(finding)).message(folded(rationale, width)));
    }
    if finding.claims.len() > 1 && finding.question.is_some() {
        let command = format!("gainsay explain {}", finding.code());
        group = group.element(Title::HELP.with_name("why").message(command));
    }
    if let Some(help) = finding.help() {
        group = group.element(Title::HELP.message(folded(&help, width)));
    }
    vec![group]
}

/// A note in lines that fit beside the margin of a diagnostic.
fn folded(note: &str, width: usize) -> String {
    let screen = Screen { paint: Paint::Off, width: width.saturating_sub(MARGIN).max(LEAST) };
    let mut text = String::new();
    screen.paragraph(&mut text, 0, Line::new(note));
    text.trim_end().to_owned()
}

fn paths<'a>(finding: &'a Flagged<'_>) -> Vec<&'a str> {
    let mut paths: Vec<&str> = Vec::new();
    for mark in finding.marks() {
        if !paths.contains(&mark.path) {
            paths.push(mark.path);
        }
    }
    paths
}

/// No line that people write has so many bytes.
const WIDE: usize = 256;

/// So many bytes of a line are shown on each side of a mark: a line may be as long as its file.
const BESIDE: usize = 1024;

/// Marks of one file, those apart that stand more than [`FAR`] lines from the next, or on lines so long that they stand as far
/// apart by their bytes; those with the first mark first.
/// What lies between the marks of a snippet is read for each finding, which a long file of many findings cannot bear.
fn near<'a>(mut marks: Vec<&'a Pointer<'a>>) -> Vec<Vec<&'a Pointer<'a>>> {
    let first = marks[0];
    let mut places: Vec<(usize, usize)> =
        marks.iter().map(|mark| (mark.line, mark.spot.start as usize)).collect();
    places.sort_unstable();
    // The last place of each run of places that stand near each other.
    let is_far = |pair: &&[(usize, usize)]| {
        let (lines, bytes) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        lines > FAR || bytes > FAR * WIDE || lines == 0 && bytes > BESIDE
    };
    let ends: Vec<(usize, usize)> = places.windows(2).filter(is_far).map(|pair| pair[0]).collect();
    let run = |mark: &Pointer| ends.partition_point(|end| *end < (mark.line, mark.spot.start as usize));
    let of_first = run(first);
    marks.sort_by_key(|mark| (run(mark) != of_first, run(mark)));
    marks.chunk_by(|a, b| run(a) == run(b)).map(<[_]>::to_vec).collect()
}

/// The lines of one file that are marked, from the first to the last; those between are folded. Where the first begins long
/// before its mark, the place of the mark stands apart, since it cannot be counted from what is shown.
fn snippet<'a>(
    view: &'a Checked,
    finding: &'a Flagged<'_>,
    marks: &[&'a Pointer<'a>],
) -> (Option<Origin<'a>>, Snippet<'a, Annotation<'a>>) {
    let text = view.text(marks[0]);
    let first = marks.iter().map(|mark| mark.spot.start as usize).min().unwrap_or(0).min(text.len());
    let last = marks.iter().map(|mark| stop(text, mark)).max().unwrap_or(0);
    let begin = text.floor_char_boundary(first.saturating_sub(BESIDE));
    let (start, is_cut) = match text[begin..first].rfind('\n') {
        Some(at) => (begin + at + 1, None),
        None => (begin, (begin > 0).then_some(&marks[0])),
    };
    let until = text.ceil_char_boundary((last + BESIDE).min(text.len()));
    let end = text[last..until].find('\n').map_or(until, |at| last + at);
    let line = marks.iter().map(|mark| mark.line).min().unwrap_or(1);
    let source = Source::new(&text[start..end]);
    let path = one_line(marks[0].path);
    let mut snippet = Snippet::source(source.text.clone()).line_start(line).fold(true);
    let origin = is_cut.map(|mark| Origin::path(path.clone()).line(mark.line).char_column(mark.column));
    if origin.is_none() {
        snippet = snippet.path(path);
    }
    for mark in marks {
        let is_main = std::ptr::eq(*mark, &finding.marks()[0]);
        let kind = if is_main { AnnotationKind::Primary } else { AnnotationKind::Context };
        let range = mark.spot.range();
        let stop = stop(text, mark);
        let annotation =
            kind.span(source.place(range.start.min(text.len()) - start)..source.place(stop - start));
        snippet = snippet.annotation(if mark.label.is_empty() {
            annotation
        } else {
            annotation.label(one_line(&mark.label))
        });
    }
    (origin, snippet)
}

/// The end of what is marked: of its first line, and of that no more than is shown beside it.
fn stop(text: &str, mark: &Pointer) -> usize {
    let range = mark.spot.range();
    let start = range.start.min(text.len());
    let stop = first_line(text, start, range.end.min(text.len()));
    text.floor_char_boundary(stop.min(start + BESIDE))
}

/// The lines of a file as they are shown, with where the bytes of the file stand in them.
struct Source<'a> {
    text: Cow<'a, str>,
    /// Where the text got longer than the file: the byte of the file behind it, and how much longer it is from there on.
    grown: Vec<(usize, usize)>,
}

impl<'a> Source<'a> {
    fn new(raw: &'a str) -> Self {
        // A carriage return before a line feed ends the line with it.
        let steers = |at: usize, c: char| steers(c) && !raw[at..].starts_with("\r\n");
        if !raw.char_indices().any(|(at, c)| steers(at, c)) {
            return Source { text: raw.into(), grown: Vec::new() };
        }
        let (mut text, mut grown) = (String::with_capacity(raw.len() + 16), Vec::new());
        for (at, c) in raw.char_indices() {
            match steers(at, c) {
                true => {
                    push_shown(&mut text, c);
                    let behind = at + c.len_utf8();
                    grown.push((behind, text.len() - behind));
                }
                false => text.push(c),
            }
        }
        Source { text: text.into(), grown }
    }

    fn place(&self, byte: usize) -> usize {
        let before = self.grown.partition_point(|(from, _)| *from <= byte);
        byte + before.checked_sub(1).map_or(0, |last| self.grown[last].1)
    }
}

/// The end of a span cut at its first line, so that a mark points at a place and does not frame a page.
fn first_line(text: &str, start: usize, end: usize) -> usize {
    text[start..end].find('\n').map_or(end, |at| start + at)
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn marks_stand_below_their_words_behind_an_escape() {
        let raw = "a\u{1b}b\u{202e}c\r\nd";
        let source = Source::new(raw);
        assert_eq!(source.text, "a\\u{1b}b\\u{202e}c\r\nd");
        for letter in ["a", "b", "c", "d"] {
            let place = source.place(raw.find(letter).unwrap());
            assert!(source.text[place..].starts_with(letter), "{letter}");
        }
        assert_eq!(Source::new("a\r\nb").text, "a\r\nb");
    }
}
