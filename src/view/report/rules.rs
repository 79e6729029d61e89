//! The rules that tell of disputes: the one place where a finding's rule becomes one of them.

use crate::judge::Finding;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// The rules that tell of disputes, gravest first.
    pub(crate) enum DisputeRule {
        Contradiction = "contradiction",
        Denial = "denial",
        SelfContradiction = "self-contradiction",
        Misreport = "misreport",
        PartExceedsWhole = "part-exceeds-whole",
        SumMismatch = "sum-mismatch",
        RevisedDown = "revised-down",
        Tension = "tension",
        Undetermined = "undetermined",
        LooseBound = "loose-bound",
    }
}

impl DisputeRule {
    /// The rule of a finding, where it tells of a dispute.
    pub(crate) fn of(finding: &Finding) -> Option<Self> {
        DisputeRule::named(finding.rule.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::rules;

    #[test]
    fn every_rule_of_a_dispute_is_a_rule() {
        for rule in DisputeRule::ALL {
            assert!(rules::ALL.iter().any(|other| other.name == rule.name()), "{rule}");
        }
    }
}
