//! What a saved file says: its bytes told by kind, decoded, and read into words with a map of where they stand.

mod decode;
mod docx;
mod finder;
mod html;
mod kind;
mod manuscript;
mod markdown;
mod pen;
mod read;
mod runs;
mod signatures;
mod subtitles;
#[cfg(test)]
mod tests;
mod told;
mod unpack;
mod warc;
mod wordless;
mod words;
mod zipped;

pub(crate) use finder::{Found, QuoteFinder};
pub(crate) use manuscript::{Manuscript, ManuscriptKind, Mark, MarkKind};
pub(crate) use read::{Capture, Hint, ReadAs, Unread, read, sha256};
pub(crate) use subtitles::span_of_time;
pub(crate) use told::{About, SelfTold, self_told};
#[cfg(any(test, fuzzing))]
pub(crate) use unpack::gzip;
pub(crate) use wordless::Wordless;
pub(crate) use words::Words;
#[cfg(any(test, fuzzing))]
pub(crate) use zipped::stored;

pub use decode::ToldBy;
pub use kind::FileKind;
pub use words::PagePart;
