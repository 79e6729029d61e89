//! The rule `circular-containment`.

use crate::judge::disputed::problems;
use crate::judge::finder::rule;
use crate::model::problem::ProblemKind;

rule! {
    /// Something that contains itself, by `within`, `part-of` or `sum-of`, or that is a border or a later capture of itself.
    ///
    /// What touches a place (`border-of`) or is disputed by it is told by that place, so that it cannot lie within, touch or claim
    /// what tells of it. Of a long ring the first twenty are named, the others counted.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [place.north-wing]
    /// name = "North wing"
    /// kind = "site"
    /// within = ["east-wing"]
    ///
    /// [place.east-wing]
    /// name = "East wing"
    /// kind = "site"
    /// within = ["north-wing"]
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [place.north-wing]
    /// name = "North wing"
    /// kind = "site"
    /// within = ["arvo"]
    /// ```
    ///
    /// ## What to do
    ///
    /// Remove the link that is wrong. Two names of one thing are one entry with `aliases`.
    "circular-containment", Deny, Form, |court, found| problems(court, found, &RULE, ProblemKind::CircularContainment)
}
