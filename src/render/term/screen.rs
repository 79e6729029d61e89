//! Where text for people goes: a terminal of some width, or what stands in for it.

use super::line::Line;
use super::style::Paint;

/// No room is narrower: below twenty columns a text is no longer read but deciphered.
const LEAST: usize = 20;

/// A line that is broken goes on so many columns further in.
const UNDER: usize = 2;

/// A terminal, or what stands in for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    pub(crate) paint: Paint,
    /// Columns.
    pub(crate) width: usize,
}

impl Screen {
    /// One line with its spaces as they are; where it is too wide it goes on below, somewhat further in.
    pub(crate) fn line(self, out: &mut String, line: impl Into<Line>) {
        let line = line.into();
        let text = line.text();
        let indent = " ".repeat(text.len() - text.trim_start_matches(' ').len());
        let under = indent.len() + UNDER;
        match line.wrapped(self.beside(indent.len()), self.beside(under)) {
            lines if lines.is_empty() => out.push('\n'),
            lines => self.lay(out, &indent, under, &lines),
        }
    }

    /// A paragraph, each of its lines `indent` columns in; any white space between words is one space.
    pub(crate) fn paragraph(self, out: &mut String, indent: usize, text: impl Into<Line>) {
        let room = self.beside(indent);
        self.lay(out, &" ".repeat(indent), indent, &text.into().flowing().wrapped(room, room));
    }

    /// A paragraph that begins behind a label, and goes on below its own beginning.
    pub(crate) fn labelled(self, out: &mut String, label: &Line, text: impl Into<Line>) {
        let room = self.beside(label.columns());
        match text.into().flowing().wrapped(room, room) {
            lines if lines.is_empty() => self.line(out, label.clone()),
            lines => self.lay(out, &label.painted(self.paint), label.columns(), &lines),
        }
    }

    /// The columns that are left beside a lead of so many.
    pub(super) fn beside(self, lead: usize) -> usize {
        self.width.saturating_sub(lead).max(LEAST)
    }

    /// Lines, the first behind a lead, the others so many columns in.
    fn lay(self, out: &mut String, lead: &str, under: usize, lines: &[Line]) {
        let mut lead = lead.to_owned();
        for line in lines {
            out.push_str(&lead);
            out.push_str(&line.painted(self.paint));
            out.push('\n');
            lead = " ".repeat(under);
        }
    }
}
