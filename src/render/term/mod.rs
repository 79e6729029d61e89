//! What all output for a terminal shares: text of styled runs, broken by its columns and painted last.

mod columns;
mod line;
mod screen;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod tree;

pub(crate) use line::Line;
pub(crate) use screen::Screen;
pub(crate) use style::{Paint, Style};
pub(crate) use table::{Cell, ruled_table, table};
pub(crate) use tree::{Tree, draw};
