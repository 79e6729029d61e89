//! What was found of questions, and of which claims.

use super::column::table_row;
use super::whole::Tables;
use crate::judge::Finding;
use crate::view::report::rules::DisputeRule;

table_row! {
    /// What a rule says.
    FindingRow as "findings" sorted by 3 {
        question: &'a str,
        rule: &'a str,
        fingerprint: String,
        level: &'a str,
        dispute: bool,
        message: String,
        explained: Option<&'a str>,
    }
}

table_row! {
    /// A claim that a finding is about.
    FindingClaim as "finding_claims" sorted by 4 {
        question: &'a str,
        rule: &'a str,
        fingerprint: &'a str,
        claim: &'a str,
    }
}

pub(super) fn findings<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(FindingRow<'_>)) {
    for (question, fingerprint, finding) in told(tables) {
        give(FindingRow {
            question,
            rule: finding.rule.name,
            fingerprint,
            level: finding.level.name(),
            dispute: DisputeRule::of(finding).is_some(),
            message: tables.exchange.gate().phrase(&finding.message),
            explained: finding.explained.as_deref(),
        });
    }
}

pub(super) fn claims<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(FindingClaim<'_>)) {
    for (question, fingerprint, finding) in told(tables) {
        let mut claims: Vec<&str> = finding.claims.iter().map(String::as_str).collect();
        claims.sort_unstable();
        claims.dedup();
        let (rule, fingerprint) = (finding.rule.name, fingerprint.as_str());
        for claim in claims {
            give(FindingClaim { question, rule, fingerprint, claim });
        }
    }
}

/// What was found of a question that is told, and names no claim of a restricted source.
fn told<'a>(tables: &Tables<'a>) -> Vec<(&'a str, String, &'a Finding)> {
    let dossier = tables.exchange.dossier();
    let here: Vec<&str> = tables.questions().map(|id| dossier.questions.name(id)).collect();
    let is_public =
        |name: &String| dossier.claims.find(name).is_none_or(|id| tables.exchange.gate().shows_claim(id));
    let mut told: Vec<(&str, String, &Finding)> = Vec::new();
    for finding in tables.findings {
        let question = finding.question.as_deref().and_then(|it| here.binary_search(&it).ok());
        let Some(question) = question.filter(|_| finding.claims.iter().all(is_public)) else { continue };
        told.push((here[question], finding.fingerprint(), finding));
    }
    told.sort_by(|a, b| (a.0, a.2.rule.name, &a.1).cmp(&(b.0, b.2.rule.name, &b.1)));
    told
}
