//! A rule with what finds all that it flags.

use super::court::Court;
use super::finding::Finding;
use super::rule::Rule;

pub(super) struct Finder {
    pub(super) rule: &'static Rule,
    pub(super) find: fn(&Court, &mut Vec<Finding>),
}

/// Declares a file's rule and how what it flags is found; the doc comment is its page.
macro_rules! rule {
    ($(#[doc = $line:literal])* $name:literal, $level:ident, $family:ident $(($($of:expr),+))?, $find:expr) => {
        $(#[doc = $line])*
        pub(crate) static RULE: $crate::judge::rule::Rule = $crate::judge::rule::Rule {
            name: $name,
            level: $crate::model::Level::$level,
            family: $crate::judge::family::Family::$family $(($($of),+))?,
            page: concat!($($line, "\n"),*),
        };

        pub(super) static FINDER: $crate::judge::finder::Finder =
            $crate::judge::finder::Finder { rule: &RULE, find: $find };
    };
}
pub(crate) use rule;
