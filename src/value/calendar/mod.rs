//! Days, dates and times: as EDTF writes them, and as prose speaks of them.

pub(crate) mod day;
pub(crate) mod edtf;
pub(crate) mod english;
