//! The rule `bound-order`.

use crate::judge::disputed::problems;
use crate::judge::finder::rule;
use crate::model::problem::ProblemKind;

rule! {
    /// Two bounds of which the lower stands above the upper.
    ///
    /// A value's `min` above its `max`, a range or an interval of dates that runs backwards, a word's soft bounds outside its hard
    /// ones. It says what is wrong with the bounds; where they are a claim's value, `unreadable-value` says what follows, that the
    /// claim takes no part.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = { min = 9, max = 4 }
    /// quote = "between 4 and 9 were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = { min = 4, max = 9 }
    /// quote = "between 4 and 9 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Look at the source again: one of the bounds is a slip, or they are swapped.
    "bound-order", Deny, Form, |court, found| problems(court, found, &RULE, ProblemKind::BoundOrder)
}
