//! Readings for the terminal.

use std::fmt::Write;

use crate::text::one_line;
use crate::view::read::{Readings, WordsRead};

/// Readings for people, a line each, and what they were read by below.
pub(crate) fn render(out: &mut String, view: &Readings) {
    for reading in &view.readings {
        match reading {
            WordsRead::Read { text, english, shown: [hard, soft], by, .. } => {
                let usually = if hard == soft { String::new() } else { format!("; usually {soft}") };
                let _ = writeln!(out, "{}", one_line(&format!("{text}: {hard}{usually}")));
                if let Some(english) = english {
                    let _ = writeln!(out, "  in English: {}", one_line(english));
                }
                if let Some(by) = by {
                    let _ = writeln!(out, "  by {}", one_line(by));
                }
            }
            WordsRead::Refused { text, error, help } => {
                let _ = writeln!(out, "{}", one_line(&format!("{text}: not read: {error}")));
                if let Some(help) = help {
                    let _ = writeln!(out, "  {}", one_line(help));
                }
            }
        }
    }
}
