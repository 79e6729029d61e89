//! A text as its words are read, for the terminal.

use crate::render::term::{Line, Screen, Style};
use crate::text::counted;
use crate::view::text::TextAsRead;
use crate::view::vocabularies::PagePart;

/// What took the words, then the words, each line with its number and, where it changes, the part of the page.
pub(crate) fn render(out: &mut String, view: &TextAsRead, screen: Screen) {
    let read = &view.read_as;
    let within = read.within.map(|packed| format!(" in {packed}")).unwrap_or_default();
    let encoding = read.encoding.zip(read.encoding_by).map(|(name, by)| format!(", {name} (by {by})"));
    let head = format!("{}{within}{}", read.kind, encoding.unwrap_or_default());
    screen.line(out, Line::styled(Style::Heading, &view.of).and(format!("  {head}")));
    if let Some(extractor) = read.extractor {
        screen.paragraph(out, 2, format!("words taken by {extractor}"));
    }
    if let Some(record) = &read.record {
        let url = record.url.as_deref().unwrap_or("an address that it does not say");
        screen.paragraph(out, 2, format!("the record of {url}, SHA-256 {}", record.sha256));
    }
    screen.paragraph(out, 2, format!("SHA-256 of its bytes {}", view.sha256));
    screen.paragraph(out, 2, format!("SHA-256 of its words {}", view.words_sha256));
    for wrong in view.damage.as_deref().into_iter().chain(view.wordless) {
        screen.paragraph(out, 2, Line::styled(Style::Bad, wrong));
    }
    screen.paragraph(out, 2, counted(view.lines.len(), "line"));
    out.push('\n');
    let width = view.lines.len().to_string().len();
    let mut before = None;
    for line in &view.lines {
        if line.place.is_some() && line.place != before {
            before = line.place;
            if before != Some(PagePart::Text) {
                screen.line(out, Line::styled(Style::Dim, format!("{:width$}  [{}]", "", name(before))));
            }
        }
        let time = line.time.as_ref().map(|time| format!("{time}  ")).unwrap_or_default();
        let label = Line::styled(Style::Dim, format!("{:>width$}  {time}", line.line));
        match line.words.trim().is_empty() {
            true => screen.line(out, Line::styled(Style::Dim, format!("{:>width$}", line.line))),
            false => screen.labelled(out, &label, line.words.as_str()),
        }
    }
}

fn name(part: Option<PagePart>) -> &'static str {
    part.map_or("", PagePart::name)
}
