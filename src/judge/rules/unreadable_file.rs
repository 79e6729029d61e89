//! The rule `unreadable-file`.

use crate::judge::finder::rule;
use crate::judge::unopened::tell;
use crate::model::problem::ProblemKind;

rule! {
    /// A file that is no regular file, is too large or cannot be read.
    ///
    /// A folder, a FIFO, a socket or a device where a file is meant is never opened. Of TOML at most 16 MB are read, of the file of a text 64 MB.
    /// A link to what is read already is not followed a second time. Where many sources name one text, or texts are packed that unpack to much
    /// more, at most 128 MB are read of what is not the first reading of a file.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet"
    /// ```
    ///
    /// ```text sources/leaflet/page.txt and
    /// The mayor said that 34 people were killed at the old mill.
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "leaflet.txt"
    /// ```
    ///
    /// ```text sources/leaflet.txt and
    /// The mayor said that 34 people were killed at the old mill. Nobody knew the cause.
    /// ```
    ///
    /// ## What to do
    ///
    /// Keep a regular file there. Split what is too large, or keep the part of it that is needed.
    "unreadable-file", Deny, Form, |court, found| tell(court, found, &RULE, ProblemKind::UnreadableFile)
}
