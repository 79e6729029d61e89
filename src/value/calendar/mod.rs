//! Days, dates and times: as EDTF writes them, and as prose speaks of them.

mod advice;
mod another;
pub(crate) mod date;
pub(crate) mod day;
mod edtf;
pub(crate) mod english;
mod old_style;
mod shown;
mod zone;

pub(crate) use advice::as_edtf;
pub(crate) use another::{Calendar, Days, MonthNumber};
pub(crate) use shown::{hands, offset, pairs, short_days, shown, shown_days, shown_end};
pub(crate) use zone::Zone;
