//! What all output for people shares: colour or none, wrapped paragraphs, tables.

use anstyle::{AnsiColor, Style};
use comfy_table::{ContentArrangement, Table};

pub(crate) use crate::text::counted::counted;

/// Whether to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    On,
    Off,
}

impl Paint {
    pub(crate) fn is_on(self) -> bool {
        self == Paint::On
    }

    pub(crate) fn bold(self, text: &str) -> String {
        self.with(Style::new().bold(), text)
    }

    pub(crate) fn dim(self, text: &str) -> String {
        self.with(Style::new().dimmed(), text)
    }

    pub(crate) fn red(self, text: &str) -> String {
        self.with(AnsiColor::Red.on_default().bold(), text)
    }

    pub(crate) fn yellow(self, text: &str) -> String {
        self.with(AnsiColor::Yellow.on_default().bold(), text)
    }

    pub(crate) fn green(self, text: &str) -> String {
        self.with(AnsiColor::Green.on_default(), text)
    }

    fn with(self, style: Style, text: &str) -> String {
        match self {
            Paint::On => format!("{style}{text}{style:#}"),
            Paint::Off => text.to_owned(),
        }
    }
}

/// A table that fits `width` columns and wraps rather than cuts.
pub(crate) fn table(width: usize) -> Table {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::UTF8_FULL_CONDENSED);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(width.min(u16::MAX.into()) as u16);
    table
}

/// A table whose rows have several lines each, and a rule between them.
pub(crate) fn ruled_table(width: usize) -> Table {
    let mut table = table(width);
    table.load_style(comfy_table::presets::UTF8_FULL);
    table
}

/// A paragraph wrapped to `width` columns, every line after `indent`.
pub(crate) fn wrapped(text: &str, width: usize, indent: &str) -> String {
    let room = width.saturating_sub(indent.chars().count()).max(20);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.iter().map(|line| format!("{indent}{line}\n")).collect()
}
