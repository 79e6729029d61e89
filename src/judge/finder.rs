//! A rule with what finds all that it flags.

use super::court::Court;
use super::finding::Finding;
use super::rule::Rule;

pub(super) struct Finder {
    pub(super) rule: &'static Rule,
    pub(super) find: fn(&Court, &mut Vec<Finding>),
}
