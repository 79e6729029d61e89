//! The rule `outside-file`.

use crate::judge::finder::rule;
use crate::judge::unopened::tell;
use crate::model::problem::ProblemKind;

rule! {
    /// A file of the dossier or the archive that lies elsewhere: by a link, or by a path with `..` or from the root.
    ///
    /// It is never opened, so that a dossier shows nothing of the machine that checks it. A link may lead to another file of the
    /// same folder, but to none that is hidden (as all below `.git` is), and one to a TOML file to a TOML file.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.leaflet]
    /// title = "A leaflet"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "../../leaflet.txt"
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
    /// Keep the file itself where the link stands. Texts that the dossier may not carry go into an archive: `--archive DIR`.
    "outside-file", Deny, Form, |court, found| tell(court, found, &RULE, ProblemKind::OutsideFile)
}
