//! All rules, one file each, in the order of their names.

pub(super) mod allow_without_reason;
mod ambiguous_date;
mod as_of_assumed;
mod bound_order;
mod circular_containment;
mod claim_without_source;
mod contradiction;
mod denial;
mod duplicate_id;
mod malformed_entry;
mod malformed_file;
mod misreport;
mod part_exceeds_whole;
mod quote_missing;
mod revised_down;
mod scope_unstated;
mod self_contradiction;
mod single_origin;
mod single_source;
mod source_incomplete;
mod stale_assessment;
pub(super) mod stale_baseline;
mod sum_mismatch;
mod tension;
mod undetermined;
mod unknown_key;
mod unknown_reference;
mod unknown_rule;
mod unread_source;
mod unreadable_value;
pub(super) mod unused_allow;

use super::rule::Rule;

/// Every rule there is.
pub(crate) static ALL: &[&Rule] = &[
    &allow_without_reason::RULE,
    &ambiguous_date::RULE,
    &as_of_assumed::RULE,
    &bound_order::RULE,
    &circular_containment::RULE,
    &claim_without_source::RULE,
    &contradiction::RULE,
    &denial::RULE,
    &duplicate_id::RULE,
    &malformed_entry::RULE,
    &malformed_file::RULE,
    &misreport::RULE,
    &part_exceeds_whole::RULE,
    &quote_missing::RULE,
    &revised_down::RULE,
    &scope_unstated::RULE,
    &self_contradiction::RULE,
    &single_origin::RULE,
    &single_source::RULE,
    &source_incomplete::RULE,
    &stale_assessment::RULE,
    &stale_baseline::RULE,
    &sum_mismatch::RULE,
    &tension::RULE,
    &undetermined::RULE,
    &unknown_key::RULE,
    &unknown_reference::RULE,
    &unknown_rule::RULE,
    &unread_source::RULE,
    &unreadable_value::RULE,
    &unused_allow::RULE,
];

/// The rule of a name.
pub(crate) fn find(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}

/// The rule that speaks of the baseline itself.
pub(crate) const STALE_BASELINE: &str = stale_baseline::RULE.name;
