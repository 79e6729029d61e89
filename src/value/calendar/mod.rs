//! Days, dates and times: as EDTF writes them, and as prose speaks of them.

pub(crate) mod date;
pub(crate) mod day;
mod edtf;
pub(crate) mod english;
mod moment;
mod shown;

pub(crate) use moment::{moments, moments_toml};
pub(crate) use shown::{pairs, shown};
