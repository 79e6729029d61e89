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
        let indent = line.indent();
        let under = indent + UNDER;
        match line.wrapped(self.beside(indent), self.beside(under)) {
            lines if lines.is_empty() => out.push('\n'),
            lines => self.lay(out, &" ".repeat(indent), under, &lines),
        }
    }

    /// A paragraph, each of its lines `indent` columns in; any white space between words is one space.
    pub(crate) fn paragraph(self, out: &mut String, indent: usize, text: impl Into<Line>) {
        let room = self.beside(indent);
        self.lay(out, &" ".repeat(indent), indent, &text.into().flowing().wrapped(room, room));
    }

    /// A paragraph that begins behind a label, and goes on below its own beginning; where the label leaves too little
    /// room, it stands below it.
    pub(crate) fn labelled(self, out: &mut String, label: &Line, text: impl Into<Line>) {
        let (text, taken) = (text.into().flowing(), label.columns());
        if text.is_empty() {
            return self.line(out, label.clone());
        }
        if taken + LEAST > self.width {
            self.line(out, label.clone());
            return self.paragraph(out, label.indent() + UNDER, text);
        }
        let room = self.beside(taken);
        self.lay(out, &label.painted(self.paint), taken, &text.wrapped(room, room));
    }

    /// The columns that are left beside a lead of so many.
    pub(super) fn beside(self, lead: usize) -> usize {
        self.width.saturating_sub(lead).max(LEAST)
    }

    /// Lines, the first behind a lead, the others so many columns in.
    fn lay(self, out: &mut String, lead: &str, under: usize, lines: &[Line]) {
        for (index, line) in lines.iter().enumerate() {
            match index {
                0 => out.push_str(lead),
                _ => out.extend(std::iter::repeat_n(' ', under)),
            }
            line.show(out, self.paint);
            out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(width: usize, show: impl Fn(Screen, &mut String)) -> String {
        let mut out = String::new();
        show(Screen { paint: Paint::Off, width }, &mut out);
        out
    }

    #[test]
    fn a_line_keeps_its_spaces_and_goes_on_further_in() {
        let line = |width| {
            shown(width, |screen, out| screen.line(out, "  fire/killed  How many were killed there?"))
        };
        assert_eq!(line(80), "  fire/killed  How many were killed there?\n");
        assert_eq!(line(30), "  fire/killed  How many were\n    killed there?\n");
        assert_eq!(shown(30, |screen, out| screen.line(out, "")), "\n");
    }

    #[test]
    fn a_label_stands_beside_its_text_or_above_it() {
        let label = Line::new("  12 misreport  ");
        let text = "they have two origins, the one and the other";
        let labelled = |width| shown(width, |screen, out| screen.labelled(out, &label, text));
        assert_eq!(
            labelled(40),
            "  12 misreport  they have two origins,\n                the one and the other\n"
        );
        assert_eq!(labelled(35), "  12 misreport\n    they have two origins, the one\n    and the other\n");
    }
}
