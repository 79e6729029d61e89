//! A check as SARIF 2.1.0, which code-scanning services read.

use super::sarif_types::{
    ArtifactLocation, Configuration, Driver, Fingerprints, Invocation, Location, MultiformatMessage,
    Notification, PhysicalLocation, Region, ReportingDescriptor, SarifLog, SarifMessage, SarifResult,
    SarifRun, Suppression, Tool,
};
use crate::text::percent_encoded;
use crate::view::check::{Checked, Excuse, Flagged, Level, Pointer, RulePage, Turn};

/// Every finding is a result; what is explained, allowed or known is suppressed, with its reason.
pub(crate) fn render(out: &mut String, view: &Checked) {
    out.push_str(&crate::render::json(&log(view)));
}

fn log<'a>(view: &'a Checked) -> SarifLog<'a> {
    let unread =
        Notification { level: "error", message: said("nothing was checked: no claim could be read") };
    let run = SarifRun {
        tool: Tool {
            driver: Driver {
                name: "gainsay",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: view.rules.iter().map(rule).collect(),
            },
        },
        invocations: [Invocation {
            execution_successful: view.exit != 2,
            exit_code: view.exit,
            tool_execution_notifications: if view.exit == 2 { vec![unread] } else { Vec::new() },
        }],
        // Columns are characters everywhere in gainsay; SARIF's own default would be UTF-16 code units.
        column_kind: "unicodeCodePoints",
        results: view.findings.iter().map(|finding| result(view, finding)).collect(),
    };
    SarifLog { schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }
}

fn rule(rule: &RulePage) -> ReportingDescriptor<'_> {
    ReportingDescriptor {
        id: rule.name(),
        short_description: SarifMessage { text: said(&rule.summary()).text.into_owned().into() },
        help: MultiformatMessage { text: rule.page(), markdown: rule.page() },
        default_configuration: Configuration { level: level(rule.level) },
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Allow => "note",
    }
}

fn result<'a>(view: &'a Checked, finding: &'a Flagged) -> SarifResult<'a> {
    let mut places = finding.marks().iter();
    let locations = match places.next() {
        Some(main) => vec![location(view, main, None)],
        // A finding about the dossier as a whole stands at its manifest: services drop results without a place.
        None => vec![Location {
            id: None,
            physical_location: artifact(view, "gainsay.toml", None),
            message: None,
        }],
    };
    let mut text = finding.message.clone();
    for line in finding
        .notes()
        .map(|note| format!("note: {note}"))
        .chain(finding.help().map(|help| format!("help: {help}")))
    {
        text.push('\n');
        text.push_str(&line);
    }
    SarifResult {
        rule_id: finding.rule,
        rule_index: view.rules.iter().position(|rule| rule.name() == finding.rule).unwrap_or(0),
        level: level(finding.level),
        message: SarifMessage { text: said(&text).text.into_owned().into() },
        locations,
        related_locations: places
            .enumerate()
            .map(|(index, mark)| location(view, mark, Some(index + 1)))
            .collect(),
        partial_fingerprints: Fingerprints { gainsay: &finding.fingerprint },
        baseline_state: finding.change.map(state),
        suppressions: suppression(finding).into_iter().collect(),
    }
}

fn state(change: Turn) -> &'static str {
    match change {
        Turn::New => "new",
        Turn::Changed => "updated",
        Turn::Unchanged => "unchanged",
    }
}

fn suppression<'a>(finding: &'a Flagged) -> Option<Suppression<'a>> {
    let (kind, justification) = match finding.excuse? {
        Excuse::Comment => ("inSource", finding.explained?),
        Excuse::Assessment => ("external", finding.explained?),
        Excuse::Baseline => ("external", "known: listed in gainsay-baseline.toml"),
    };
    Some(Suppression { kind, status: "accepted", justification })
}

fn location<'a>(view: &Checked, mark: &'a Pointer, id: Option<usize>) -> Location<'a> {
    let (end_line, end_column) = mark.end;
    let region = Region { start_line: mark.line, start_column: mark.column, end_line, end_column };
    Location {
        id,
        physical_location: artifact(view, mark.path, Some(region)),
        message: (!mark.label.is_empty()).then(|| said(&mark.label)),
    }
}

fn artifact(view: &Checked, path: &str, region: Option<Region>) -> PhysicalLocation {
    let uri = relative_uri(&view.path(path));
    PhysicalLocation { artifact_location: ArtifactLocation { uri, uri_base_id: "%SRCROOT%" }, region }
}

/// A path with `/` as a relative reference (RFC 3986, section 4.2).
fn relative_uri(path: &str) -> String {
    percent_encoded(path, |_, c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~' | '/'))
}

/// Words as a message, in which viewers make links of `[words](target)` (§3.11.6): nothing is drawn between the two.
fn said(text: &str) -> SarifMessage<'_> {
    let text = match text.contains("](") {
        true => text.replace("](", "]\u{200B}(").into(),
        false => text.into(),
    };
    SarifMessage { text }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::relative_uri;
    use crate::judge::tests::{BROKEN, DISPUTED, EXPLAINED};
    use crate::view::check::tests::viewed;

    fn log(files: &[(&str, &str)]) -> Value {
        let text = viewed(files, |view| {
            view.base = "desk/".to_owned();
            let mut out = String::new();
            super::render(&mut out, view);
            out
        });
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn no_words_are_a_link() {
        assert_eq!(
            super::said("[a](https://evil.example) [b] (c)").text,
            "[a]\u{200B}(https://evil.example) [b] (c)"
        );
    }

    #[test]
    fn paths_become_relative_references() {
        assert_eq!(relative_uri("claims/a b/ü%#?.toml"), "claims/a%20b/%C3%BC%25%23%3F.toml");
    }

    /// What services rely on: each result names its rule by id and index, a level, a file below the base with a region
    /// that begins before it ends, a fingerprint, and a list of suppressions.
    #[test]
    fn every_result_can_be_shown_and_followed() {
        for files in [DISPUTED, EXPLAINED, BROKEN] {
            let log = log(files);
            assert_eq!(log["version"], "2.1.0");
            let run = &log["runs"][0];
            assert_eq!(run["columnKind"], "unicodeCodePoints");
            let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
            let results = run["results"].as_array().unwrap();
            assert!(!results.is_empty());
            for result in results {
                let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
                assert_eq!(rule["id"], result["ruleId"]);
                assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
                assert_eq!(result["partialFingerprints"]["gainsay/v1"].as_str().unwrap().len(), 16);
                assert!(result["suppressions"].is_array());
                let related = result["relatedLocations"].as_array().cloned().unwrap_or_default();
                for place in result["locations"].as_array().unwrap().iter().chain(&related) {
                    let place = &place["physicalLocation"];
                    assert!(place["artifactLocation"]["uri"].as_str().unwrap().starts_with("desk/"));
                    assert_eq!(place["artifactLocation"]["uriBaseId"], "%SRCROOT%");
                    let region = &place["region"];
                    let at = |line: &str, column: &str| {
                        (region[line].as_u64().unwrap(), region[column].as_u64().unwrap())
                    };
                    assert!(at("startLine", "startColumn") <= at("endLine", "endColumn"), "{region}");
                }
            }
        }
    }

    #[test]
    fn an_explained_finding_is_suppressed_with_its_rationale_and_an_open_one_is_not() {
        let suppressions = |files| {
            let log = log(files);
            let results = log["runs"][0]["results"].as_array().unwrap().clone();
            let found = results.into_iter().find(|result| result["ruleId"] == "contradiction").unwrap();
            found["suppressions"].clone()
        };
        assert_eq!(suppressions(DISPUTED), serde_json::json!([]));
        let expected = serde_json::json!([{ "kind": "external", "status": "accepted", "justification": "They quote two officials." }]);
        assert_eq!(suppressions(EXPLAINED), expected);
    }

    #[test]
    fn other_claims_of_a_conflict_are_related_places() {
        let log = log(DISPUTED);
        let results = log["runs"][0]["results"].as_array().unwrap();
        let found = results.iter().find(|result| result["ruleId"] == "contradiction").unwrap();
        let related = found["relatedLocations"].as_array().unwrap();
        assert_eq!(related.len(), 1);
        assert_eq!(related[0]["id"], 1);
        assert!(related[0]["message"]["text"].as_str().unwrap().contains("Arvo"));
    }
}
