//! All rules, one file each, in the order of their names.

pub(super) mod allow_without_reason;
mod altered_text;
mod ambiguous_date;
mod anachronism;
mod as_of_assumed;
mod bound_order;
mod circular_attribution;
mod circular_containment;
mod claim_without_source;
mod contradiction;
mod credibility_unsupported;
mod damaged_text;
mod denial;
mod duplicate_id;
mod long_quote;
mod loose_bound;
mod malformed_entry;
mod malformed_file;
mod misreport;
mod part_exceeds_whole;
mod party_only;
mod primary_missing;
mod quote_altered;
mod quote_ambiguous;
mod quote_cut;
mod quote_missing;
mod quote_not_found;
mod quote_unlocked;
mod revised_down;
mod scope_unstated;
mod self_contradiction;
mod series_break;
mod silent_edit;
mod single_origin;
mod single_source;
mod source_incomplete;
mod stale_assessment;
pub(super) mod stale_baseline;
mod sum_mismatch;
mod tension;
mod text_not_held;
mod unattributed;
mod undeclared_reuse;
mod undetermined;
mod unknown_key;
mod unknown_reference;
mod unknown_rule;
mod unread_source;
mod unreadable_value;
pub(super) mod unused_allow;
mod value_not_in_quote;

use super::rule::Rule;

/// Every rule there is.
pub(crate) static ALL: &[&Rule] = &[
    &allow_without_reason::RULE,
    &altered_text::RULE,
    &ambiguous_date::RULE,
    &anachronism::RULE,
    &as_of_assumed::RULE,
    &bound_order::RULE,
    &circular_attribution::RULE,
    &circular_containment::RULE,
    &claim_without_source::RULE,
    &contradiction::RULE,
    &credibility_unsupported::RULE,
    &damaged_text::RULE,
    &denial::RULE,
    &duplicate_id::RULE,
    &long_quote::RULE,
    &loose_bound::RULE,
    &malformed_entry::RULE,
    &malformed_file::RULE,
    &misreport::RULE,
    &part_exceeds_whole::RULE,
    &party_only::RULE,
    &primary_missing::RULE,
    &quote_altered::RULE,
    &quote_ambiguous::RULE,
    &quote_cut::RULE,
    &quote_missing::RULE,
    &quote_not_found::RULE,
    &quote_unlocked::RULE,
    &revised_down::RULE,
    &scope_unstated::RULE,
    &self_contradiction::RULE,
    &series_break::RULE,
    &silent_edit::RULE,
    &single_origin::RULE,
    &single_source::RULE,
    &source_incomplete::RULE,
    &stale_assessment::RULE,
    &stale_baseline::RULE,
    &sum_mismatch::RULE,
    &tension::RULE,
    &text_not_held::RULE,
    &unattributed::RULE,
    &undeclared_reuse::RULE,
    &undetermined::RULE,
    &unknown_key::RULE,
    &unknown_reference::RULE,
    &unknown_rule::RULE,
    &unread_source::RULE,
    &unreadable_value::RULE,
    &unused_allow::RULE,
    &value_not_in_quote::RULE,
];

/// The rule of a name.
pub(crate) fn find(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}

/// Whether a rule is about the baseline itself, which never lists what it finds.
pub(crate) fn is_of_baseline(rule: &Rule) -> bool {
    std::ptr::eq(rule, &stale_baseline::RULE)
}
