//! What a claim says, in a form that can be compared.
//!
//! One file per type only *reads*; comparison is written once, on the few closed shapes of [`shape`].

pub(crate) mod agent;
pub(crate) mod amount;
pub(crate) mod choice;
pub(crate) mod count;
pub(crate) mod date;
pub(crate) mod date_context;
pub(crate) mod date_phrases;
pub(crate) mod date_said;
pub(crate) mod date_words;
pub(crate) mod dates_in_prose;
pub(crate) mod day;
pub(crate) mod edtf;
pub(crate) mod edtf_bounds;
pub(crate) mod edtf_date;
pub(crate) mod edtf_parse;
pub(crate) mod formula;
pub(crate) mod kin;
pub(crate) mod kind;
pub(crate) mod names;
pub(crate) mod number;
pub(crate) mod number_words;
pub(crate) mod numbers_in_prose;
pub(crate) mod numeral;
pub(crate) mod place;
pub(crate) mod quantifier;
pub(crate) mod quantifier_table;
pub(crate) mod quantity;
pub(crate) mod quantity_refusal;
pub(crate) mod raw;
pub(crate) mod reading;
pub(crate) mod runs;
pub(crate) mod set;
pub(crate) mod shape;
pub(crate) mod text;
pub(crate) mod tokens;
pub(crate) mod unit;
pub(crate) mod yes_no;
