//! The rule `unknown-rule`.

use crate::judge::rule::rule;
use crate::judge::{Court, Finding, rules};
use crate::text::nearest;

rule! {
    /// A rule in gainsay.toml that gainsay does not have.
    ///
    /// A level for a rule that does not exist looks like a precaution and is none. The nearest rule is named.
    ///
    /// ## Fires on
    ///
    /// ```toml gainsay.toml
    /// [dossier]
    /// title = "A fire"
    ///
    /// [rules]
    /// single-orign = "deny"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml gainsay.toml
    /// [dossier]
    /// title = "A fire"
    ///
    /// [rules]
    /// single-origin = "deny"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the name; `gainsay explain` lists all rules.
    "unknown-rule", Deny, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    for (name, (_, spot)) in &court.dossier().levels {
        if rules::find(name).is_some() {
            continue;
        }
        let mut finding = Finding::new(&RULE, format!("no rule is called `{name}`"));
        finding.key.clone_from(name);
        let label = match nearest(name, rules::ALL.iter().map(|rule| rule.name)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`gainsay explain` lists all rules".to_owned(),
        };
        found.push(finding.mark(*spot, label));
    }
}
