//! What a claim says, in a form that can be compared.
//!
//! One file per type only *reads*; comparison is written once, on the few closed shapes of [`shape`].

pub(crate) mod calendar;
pub(crate) mod figures;
pub(crate) mod language;
pub(crate) mod number;
pub(crate) mod quantity;
pub(crate) mod rings;
pub(crate) mod shape;
pub(crate) mod tables;
pub(crate) mod types;
mod unreadable;

pub(crate) use unreadable::Unreadable;
