//! Words and places in files; knows nothing of claims.

mod counted;
mod cut;
mod deceptive;
mod elide;
mod find;
mod fold;
mod glyph;
mod grammar;
mod line_column;
mod naming;
mod near;
mod nearest;
mod numbered;
mod occurrences;
mod paragraph;
pub(crate) mod reuse;
mod sentence;
mod severed;
mod shown;
mod sketch;
mod spot;
mod turning;
mod walls;
mod word_diff;
mod words;

pub(crate) use counted::counted;
pub(crate) use cut::{Cut, CutKind, cut};
pub(crate) use deceptive::{Deceit, Worded, deceits, look};
pub(crate) use elide::{verbatim, without_notes};
pub(crate) use find::counts_lines;
pub(crate) use fold::fold_text;
pub(crate) use glyph::{Glyph, glyph, is_unspaced, makes_range};
pub(crate) use grammar::is_number;
pub(crate) use line_column::{line_column, read_text};
pub(crate) use naming::{Naming, share_script};
pub(crate) use nearest::nearest;
pub(crate) use paragraph::with_paragraph_before;
pub(crate) use sentence::{Long, is_long, sentence_around};
pub(crate) use shown::{one_line, push_shown, shown, steers};
pub(crate) use sketch::Sketch;
pub(crate) use spot::{File, FileId, Files, Lines, Spot};
pub(crate) use turning::{has_list, turned_around};
pub(crate) use walls::{Wall, Walls};
pub(crate) use word_diff::{Change, word_diff};

pub use find::{Absence, Difference, DifferenceKind, Haystack, Near, Needle, Outcome, OutcomeKind, find};
