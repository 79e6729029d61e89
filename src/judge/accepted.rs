//! What the dossier accepts, applied to what was found: comments that allow, and the baseline.

use std::collections::BTreeMap;

use super::allowed::Allowed;
use super::court::Court;
use super::finding::{By, Finding};
use super::rules;
use super::rules::{allow_without_reason, stale_baseline, unknown_rule, unused_allow};
use crate::model::accepted::{Allow, Known};
use crate::model::{Dossier, Level};
use crate::text::nearest;

/// Marks what is allowed and what is known, and finds allowances and known findings that are no longer needed.
pub(super) fn apply(court: &Court, found: &mut Vec<Finding>) {
    let mut more = Vec::new();
    levels(court, &mut more);
    keep(court, &mut more);
    found.append(&mut more);
    allow(court, found, &mut more);
    // A comment that does nothing is as much a finding as others are: the baseline may hold it.
    keep(court, &mut more);
    found.append(&mut more);
    know(court, found, &mut more);
    keep(court, &mut more);
    found.append(&mut more);
}

/// Finds the levels in the manifest that are given to no rule.
fn levels(court: &Court, more: &mut Vec<Finding>) {
    for (name, (_, spot)) in &court.dossier().levels {
        if rules::find(name).is_none() {
            let mut finding = Finding::new(&unknown_rule::RULE, format!("no rule is called `{name}`"));
            finding.key.clone_from(name);
            more.push(finding.mark(*spot, meant(name)));
        }
    }
}

/// Which rule an unknown name may mean.
fn meant(name: &str) -> String {
    match nearest(name, rules::ALL.iter().map(|rule| rule.name)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`gainsay explain` lists all rules".to_owned(),
    }
}

/// Gives findings their levels, and drops those that are allowed.
fn keep(court: &Court, found: &mut Vec<Finding>) {
    for finding in found.iter_mut() {
        finding.level = finding.rule.level_in(court.dossier());
    }
    found.retain(|finding| finding.level != Level::Allow);
}

fn allow(court: &Court, found: &mut [Finding], more: &mut Vec<Finding>) {
    let allowed = Allowed::new(court, found);
    for allow in &court.dossier().allows {
        if rules::find(&allow.rule).is_none() {
            more.push(unknown(allow));
            continue;
        }
        if !allowed.concerns_any(allow) {
            let finding =
                Finding::new(&unused_allow::RULE, format!("nothing here is a finding of `{}`", allow.rule));
            let finding = finding.mark(allow.spot, "this comment allows nothing").help("take it out");
            more.push(keyed(finding, court, &allowed, allow));
        } else if allow.reason.is_empty() {
            let message = format!("`{}` is allowed without a reason", allow.rule);
            let finding = Finding::new(&allow_without_reason::RULE, message).mark(allow.spot, "why?");
            let help = format!(
                "say why after the rule: `# gainsay: allow {} REASON`; until then it allows nothing",
                allow.rule
            );
            more.push(keyed(finding.help(help), court, &allowed, allow));
        }
    }
    for (finding, reason) in found.iter_mut().zip(allowed.reasons) {
        // An assessment says more than a comment, and names its claims: where there is one, it stays.
        if let (Some(reason), None) = (reason, &finding.explained) {
            finding.explained = Some(reason.to_owned());
            finding.by = By::Comment;
        }
    }
}

fn unknown(allow: &Allow) -> Finding {
    let finding = match allow.rule.as_str() {
        "" => Finding::new(&unused_allow::RULE, "a comment for gainsay cannot be read")
            .mark(allow.spot, "expected `# gainsay: allow RULE REASON`"),
        rule => Finding::new(&unused_allow::RULE, format!("no rule is called `{rule}`"))
            .mark(allow.spot, meant(rule)),
    };
    let mut finding = finding;
    finding.key = format!("{}\n{}", allow.rule, allow.reason);
    finding
}

/// Two comments of one kind are told apart by the claim they stand at, else by their file.
fn keyed(mut finding: Finding, court: &Court, allowed: &Allowed, allow: &Allow) -> Finding {
    let dossier = court.dossier();
    finding.key = match allowed.beside(allow) {
        Some(id) => {
            finding.claims.push(dossier.claims.name(id).to_owned());
            allow.rule.clone()
        }
        None => format!("{}\n{}", dossier.files.get(allow.spot.file).path, allow.rule),
    };
    finding
}

/// Marks the findings that the baseline lists, one for each of its entries, and asks to take out the others.
fn know(court: &Court, found: &mut [Finding], more: &mut Vec<Finding>) {
    let Some(baseline) = &court.dossier().baseline else { return };
    let mut listed: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in &baseline.entries {
        *listed.entry(&entry.fingerprint).or_default() += 1;
    }
    for finding in found.iter_mut().filter(|finding| finding.explained.is_none()) {
        if let Some(left) = listed.get_mut(finding.fingerprint().as_str()).filter(|left| **left > 0) {
            *left -= 1;
            finding.by = By::Baseline;
        }
    }
    let (_, gone) = standing(court.dossier(), found);
    for entry in gone {
        let message =
            format!("the baseline lists a finding of `{}` that is gone: {}", entry.rule, entry.message);
        let mut finding = Finding::new(&stale_baseline::RULE, message).mark(entry.spot, "no longer found");
        finding.question.clone_from(&entry.question);
        finding.key.clone_from(&entry.fingerprint);
        more.push(finding.help("take it out, or let `gainsay check --write-baseline` do so"));
    }
}

/// The entries of the baseline that stand, and those that are gone. What was not looked for may still be there: an
/// entry of a rule at allow stands.
pub(crate) fn standing<'d>(dossier: &'d Dossier, found: &[Finding]) -> (Vec<&'d Known>, Vec<&'d Known>) {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for finding in found.iter().filter(|finding| finding.is_known()) {
        *known.entry(finding.fingerprint()).or_default() += 1;
    }
    let entries = dossier.baseline.iter().flat_map(|baseline| &baseline.entries);
    entries.partition(|entry| {
        let is_unjudged = rules::find(&entry.rule).is_some_and(|rule| rule.level_in(dossier) == Level::Allow);
        let left = known.get_mut(&entry.fingerprint).filter(|left| **left > 0);
        is_unjudged || left.map(|left| *left -= 1).is_some()
    })
}

#[cfg(test)]
mod tests {
    use crate::judge::tests::{DISPUTED, judged};
    use crate::model::Level;

    fn with(claims: &str, more: &[(&str, &str)]) -> Vec<(&'static str, Level, bool, Option<String>)> {
        let mut files: Vec<(&str, &str)> = DISPUTED.to_vec();
        files.retain(|(path, _)| *path != "claims/a.toml");
        files.push(("claims/a.toml", claims));
        files.extend(more);
        let of = |rule: &str| {
            ["contradiction", "unused-allow", "allow-without-reason", "stale-baseline"].contains(&rule)
        };
        let found = judged(&files, 20_000).into_iter().filter(|finding| of(finding.rule.name));
        found.map(|it| (it.rule.name, it.level, it.is_known(), it.explained)).collect()
    }

    fn claims(comment: &str) -> String {
        let text = DISPUTED.iter().find(|(path, _)| *path == "claims/a.toml").unwrap().1;
        format!("{comment}\n{text}")
    }

    #[test]
    fn a_comment_with_a_reason_explains_and_one_without_does_not() {
        let found = with(&claims("# gainsay: allow contradiction the border is in dispute"), &[]);
        assert_eq!(
            found,
            [("contradiction", Level::Deny, false, Some("the border is in dispute".to_owned()))]
        );
        let found = with(&claims("# gainsay: allow contradiction"), &[]);
        assert_eq!(
            found,
            [("allow-without-reason", Level::Warn, false, None), ("contradiction", Level::Deny, false, None)]
        );
    }

    #[test]
    fn a_comment_that_allows_nothing_is_a_finding() {
        for comment in
            ["# gainsay: allow tension no", "# gainsay: allow contradicton no", "# gainsay: deny tension"]
        {
            let found = with(&claims(comment), &[]);
            assert_eq!(found[0], ("unused-allow", Level::Warn, false, None), "{comment}");
            assert_eq!(found[1], ("contradiction", Level::Deny, false, None), "{comment}");
        }
    }

    #[test]
    fn a_known_finding_does_not_fail_and_one_that_is_gone_is_asked_out() {
        let finding =
            judged(DISPUTED, 20_000).into_iter().find(|it| it.rule.name == "contradiction").unwrap();
        assert!(finding.fails());
        let entry = |fingerprint: &str| {
            format!("[[known]]\nfingerprint = \"{fingerprint}\"\nrule = \"contradiction\"\nmessage = \"m\"\n")
        };
        let known = entry(&finding.fingerprint());
        let found = with(&claims(""), &[("gainsay-baseline.toml", &known)]);
        assert_eq!(found, [("contradiction", Level::Deny, true, None)]);
        // Listed once too often: the second entry is for nothing.
        let found = with(&claims(""), &[("gainsay-baseline.toml", &format!("{known}{known}"))]);
        assert_eq!(found.iter().map(|it| it.0).collect::<Vec<_>>(), ["stale-baseline", "contradiction"]);
        let found = with(&claims(""), &[("gainsay-baseline.toml", &entry("0123456789abcdef"))]);
        assert_eq!(
            found,
            [("stale-baseline", Level::Warn, false, None), ("contradiction", Level::Deny, false, None)]
        );
    }

    #[test]
    fn an_entry_of_a_rule_that_is_not_judged_by_is_not_called_gone() {
        let entry = "[[known]]\nfingerprint = \"0123456789abcdef\"\nrule = \"tension\"\nmessage = \"m\"\n";
        let manifest = ("gainsay.toml", "[dossier]\ntitle = \"A\"\n[rules]\ntension = \"allow\"\n");
        let mut files: Vec<(&str, &str)> =
            DISPUTED.iter().copied().filter(|(path, _)| *path != "gainsay.toml").collect();
        files.extend([manifest, ("gainsay-baseline.toml", entry)]);
        assert!(judged(&files, 20_000).iter().all(|it| it.rule.name != "stale-baseline"));
    }

    #[test]
    fn the_pages_of_these_rules_say_what_they_do() {
        for name in ["unused-allow", "allow-without-reason", "stale-baseline"] {
            let rule = crate::judge::rules::find(name).unwrap();
            for (heading, expected) in [("Fires on", 1), ("Silent on", 0)] {
                let examples = rule.examples(heading);
                assert!(!examples.is_empty(), "{name}: {heading}");
                for example in examples {
                    let mut files = DISPUTED.to_vec();
                    files.retain(|(path, _)| *path != "claims/a.toml");
                    files.extend(example.iter().map(|(path, text)| (path.as_str(), text.as_str())));
                    let found = judged(&files, 20_000).iter().filter(|it| it.rule.name == name).count();
                    assert_eq!(found, expected, "{name}: {heading}");
                }
            }
        }
    }
}
