//! The rule `ambiguous-date`.

use crate::judge::disputed::problems;
use crate::judge::finder::rule;
use crate::model::problem::ProblemKind;

rule! {
    /// A date that EDTF reads as a season but that looks like two years.
    ///
    /// `2023-24` is winter 2023 in EDTF. Whoever writes it most often means 2023/2024.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed in the 2023-24 season"
    /// scope = { period = "2023-24" }
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed in the 2023-24 season"
    /// scope = { period = "2023/2024" }
    /// ```
    ///
    /// ## What to do
    ///
    /// Write `2023/2024` for the years. Where the season is meant, allow the rule in gainsay.toml.
    "ambiguous-date", Warn, Form, |court, found| problems(court, found, &RULE, ProblemKind::AmbiguousDate)
}
