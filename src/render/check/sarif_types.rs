//! As much of SARIF 2.1.0 as gainsay says. Section numbers are those of the OASIS standard.

use serde::Serialize;

/// A log of one run (§3.13).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifLog<'a> {
    #[serde(rename = "$schema")]
    pub(super) schema: &'static str,
    pub(super) version: &'static str,
    pub(super) runs: [SarifRun<'a>; 1],
}

/// A run of one tool (§3.14).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifRun<'a> {
    pub(super) tool: Tool<'a>,
    pub(super) invocations: [Invocation; 1],
    /// How columns are counted (§3.14.17).
    pub(super) column_kind: &'static str,
    pub(super) results: Vec<SarifResult<'a>>,
}

/// A tool and its driver (§3.18).
#[derive(Serialize)]
pub(super) struct Tool<'a> {
    pub(super) driver: Driver<'a>,
}

/// The program, with the rules it judged by (§3.19).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Driver<'a> {
    pub(super) name: &'static str,
    pub(super) semantic_version: &'static str,
    pub(super) rules: Vec<ReportingDescriptor<'a>>,
}

/// A rule (§3.49).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ReportingDescriptor<'a> {
    pub(super) id: &'a str,
    pub(super) short_description: SarifMessage<'a>,
    pub(super) help: MultiformatMessage<'a>,
    pub(super) default_configuration: Configuration,
}

/// The level of a rule (§3.50).
#[derive(Serialize)]
pub(super) struct Configuration {
    pub(super) level: &'static str,
}

/// How the run ended (§3.20).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invocation {
    pub(super) execution_successful: bool,
    pub(super) exit_code: u8,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) tool_execution_notifications: Vec<Notification>,
}

/// What went wrong with the run itself (§3.58).
#[derive(Serialize)]
pub(super) struct Notification {
    pub(super) level: &'static str,
    pub(super) message: SarifMessage<'static>,
}

/// One finding: a *result* (§3.27).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifResult<'a> {
    pub(super) rule_id: &'a str,
    /// Where the rule stands in the driver's list (§3.27.6).
    pub(super) rule_index: usize,
    pub(super) level: &'static str,
    pub(super) message: SarifMessage<'a>,
    pub(super) locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_locations: Vec<Location<'a>>,
    pub(super) partial_fingerprints: Fingerprints<'a>,
    /// What became of it since another run (§3.27.24): here, since the revision that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) baseline_state: Option<&'static str>,
    /// Empty: not suppressed (§3.27.23).
    pub(super) suppressions: Vec<Suppression<'a>>,
}

/// What names a finding from run to run (§3.27.17).
#[derive(Serialize)]
pub(super) struct Fingerprints<'a> {
    #[serde(rename = "gainsay/v1")]
    pub(super) gainsay: &'a str,
}

/// Why a finding does not count (§3.35).
#[derive(Serialize)]
pub(super) struct Suppression<'a> {
    /// `inSource`: in a file of the dossier beside it; `external`: elsewhere (§3.35.2).
    pub(super) kind: &'static str,
    pub(super) status: &'static str,
    pub(super) justification: &'a str,
}

/// A message (§3.11).
#[derive(Serialize)]
pub(super) struct SarifMessage<'a> {
    pub(super) text: std::borrow::Cow<'a, str>,
}

/// A message for people in two forms: a *multiformatMessageString* (§3.12).
#[derive(Serialize)]
pub(super) struct MultiformatMessage<'a> {
    pub(super) text: &'a str,
    pub(super) markdown: &'a str,
}

/// A place, and what is said of it (§3.28).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Location<'a> {
    /// Numbers the related locations of one finding (§3.28.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<usize>,
    pub(super) physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<SarifMessage<'a>>,
}

/// A file and a region of it (§3.29).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PhysicalLocation {
    pub(super) artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<Region>,
}

/// A file, relative to a base (§3.4).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactLocation {
    pub(super) uri: String,
    pub(super) uri_base_id: &'static str,
}

/// Lines and columns from 1; the end column is the one after the last character (§3.30).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region {
    pub(super) start_line: usize,
    pub(super) start_column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}
