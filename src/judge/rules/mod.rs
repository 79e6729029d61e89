//! All rules, one file each, in the order of their names.

pub(super) mod allow_without_reason;
mod altered_text;
mod ambiguous_date;
mod anachronism;
mod as_of_assumed;
mod assessment_without_claims;
mod bound_order;
mod circular_attribution;
mod circular_containment;
mod circular_supersession;
mod claim_without_source;
mod contradiction;
mod credibility_unsupported;
mod damaged_text;
mod deceptive_text;
mod denial;
mod disputed_ground;
mod draft_contradicts;
mod draft_flat;
mod draft_name;
mod draft_quote;
mod draft_scope;
mod draft_sharpened;
mod draft_stale;
mod draft_unnamed;
mod draft_unsupported;
mod draft_withdrawn;
mod duplicate_id;
mod language_not_listed;
mod limit_reached;
mod lock_incomplete;
mod long_quote;
mod loose_bound;
mod malformed_entry;
mod malformed_file;
mod misreport;
mod outside_file;
mod part_exceeds_whole;
mod party_only;
mod primary_missing;
mod quote_altered;
mod quote_ambiguous;
mod quote_cut;
mod quote_misplaced;
mod quote_missing;
mod quote_not_found;
mod quote_over_struck;
mod quote_unlocked;
mod revised_down;
mod scope_unstated;
mod self_contradiction;
mod series_break;
mod silent_edit;
mod single_origin;
mod single_source;
mod source_incomplete;
mod speaker_not_found;
mod stale_assessment;
pub(super) mod stale_baseline;
mod sum_mismatch;
mod tension;
mod text_not_held;
mod translation_differs;
mod unattributed;
mod undeclared_reuse;
mod undetermined;
mod unknown_key;
mod unknown_reference;
pub(super) mod unknown_rule;
mod unread_source;
mod unreadable_file;
mod unreadable_value;
mod unrecorded_figure;
pub(super) mod unused_allow;
mod unused_waiver;
mod value_not_in_quote;
mod withdrawn_by_another;
mod withdrawn_repeated;
mod wordless_text;
mod words_reread;

use super::finder::Finder;
use super::rule::Rule;
use crate::model::{Dossier, Level};

/// Lists the rules once: for whoever shows them, and with what finds what they flag.
macro_rules! rules {
    ($($file:ident,)+) => {
        /// Every rule there is.
        pub(crate) static ALL: &[&Rule] = &[$(&$file::RULE),+];

        /// What finds all that they flag.
        pub(super) static FINDERS: &[&Finder] = &[$(&$file::FINDER),+];
    };
}

rules![
    allow_without_reason,
    altered_text,
    ambiguous_date,
    anachronism,
    as_of_assumed,
    assessment_without_claims,
    bound_order,
    circular_attribution,
    circular_containment,
    circular_supersession,
    claim_without_source,
    contradiction,
    credibility_unsupported,
    damaged_text,
    deceptive_text,
    denial,
    disputed_ground,
    draft_contradicts,
    draft_flat,
    draft_name,
    draft_quote,
    draft_scope,
    draft_sharpened,
    draft_stale,
    draft_unnamed,
    draft_unsupported,
    draft_withdrawn,
    duplicate_id,
    language_not_listed,
    limit_reached,
    lock_incomplete,
    long_quote,
    loose_bound,
    malformed_entry,
    malformed_file,
    misreport,
    outside_file,
    part_exceeds_whole,
    party_only,
    primary_missing,
    quote_altered,
    quote_ambiguous,
    quote_cut,
    quote_misplaced,
    quote_missing,
    quote_not_found,
    quote_over_struck,
    quote_unlocked,
    revised_down,
    scope_unstated,
    self_contradiction,
    series_break,
    silent_edit,
    single_origin,
    single_source,
    source_incomplete,
    speaker_not_found,
    stale_assessment,
    stale_baseline,
    sum_mismatch,
    tension,
    text_not_held,
    translation_differs,
    unattributed,
    undeclared_reuse,
    undetermined,
    unknown_key,
    unknown_reference,
    unknown_rule,
    unread_source,
    unreadable_file,
    unreadable_value,
    unrecorded_figure,
    unused_allow,
    unused_waiver,
    value_not_in_quote,
    withdrawn_by_another,
    withdrawn_repeated,
    wordless_text,
    words_reread,
];

/// The rule of a name.
pub(crate) fn find(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}

/// Whether a rule is about the baseline itself, which never lists what it finds.
pub(crate) fn is_of_baseline(rule: &Rule) -> bool {
    std::ptr::eq(rule, &stale_baseline::RULE)
}

/// Whether a rule of this name tells of limits, once for all that exceed them.
pub(crate) fn is_of_limits(name: &str) -> bool {
    limit_reached::RULE.name == name
}

/// Whether a rule is judged that asks which of all questions a text may answer.
pub(crate) fn asks_all(dossier: &Dossier) -> bool {
    unrecorded_figure::RULE.level_in(dossier) != Level::Allow
}

/// The rules that hold a claim to its evidence: its quote stands in the text, its value in the quote, its speaker near it.
pub(crate) const OF_EVIDENCE: [&Rule; 7] = [
    &quote_altered::RULE,
    &quote_ambiguous::RULE,
    &quote_misplaced::RULE,
    &quote_missing::RULE,
    &quote_not_found::RULE,
    &speaker_not_found::RULE,
    &value_not_in_quote::RULE,
];

pub(crate) const DRAFT_CONTRADICTS: &Rule = &draft_contradicts::RULE;
pub(crate) const DRAFT_FLAT: &Rule = &draft_flat::RULE;
pub(crate) const DRAFT_NAME: &Rule = &draft_name::RULE;
pub(crate) const DRAFT_QUOTE: &Rule = &draft_quote::RULE;
pub(crate) const DRAFT_SCOPE: &Rule = &draft_scope::RULE;
pub(crate) const DRAFT_SHARPENED: &Rule = &draft_sharpened::RULE;
pub(crate) const DRAFT_STALE: &Rule = &draft_stale::RULE;
pub(crate) const DRAFT_UNNAMED: &Rule = &draft_unnamed::RULE;
pub(crate) const DRAFT_UNSUPPORTED: &Rule = &draft_unsupported::RULE;
pub(crate) const DRAFT_WITHDRAWN: &Rule = &draft_withdrawn::RULE;
