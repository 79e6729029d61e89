//! docs/views.md: every view, key by key, from the doc comments of its types; and the list of views that schemas follow.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

use serde_json::{Map, Value};

use super::schemas::{kinds, resolved, schema_of, words};
use crate::view;
use crate::view::mcp::Paged;

/// Every view: its file in docs/schemas/, what its `schema` key says, and its JSON Schema.
pub(super) fn all() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("check", "gainsay/check/1", schema_of::<view::check::Checked<'static>>()),
        ("draft", "gainsay/draft/1", schema_of::<view::draft::Drafted<'static>>()),
        ("table", "gainsay/table/1", schema_of::<view::table::ProvenanceTable>()),
        ("table-blind", "gainsay/table/1", schema_of::<view::blind::BlindTable>()),
        ("table-silence", "gainsay/silence/1", schema_of::<view::silence::SilenceMatrix>()),
        ("compare", "gainsay/compare/1", schema_of::<view::compare::Comparison>()),
        ("trace", "gainsay/trace/1", schema_of::<view::trace::Trace>()),
        ("impact", "gainsay/impact/1", schema_of::<view::impact::Impact>()),
        ("timeline", "gainsay/timeline/1", schema_of::<view::timeline::Timeline>()),
        ("reuse", "gainsay/reuse/1", schema_of::<view::reuse::SharedTexts>()),
        ("spot", "gainsay/spot/1", schema_of::<view::spot::SpottedTexts>()),
        ("coverage", "gainsay/coverage/1", schema_of::<view::coverage::Coverage>()),
        ("names", "gainsay/names/1", schema_of::<view::names::SuggestedNames>()),
        ("desk", "gainsay/desk/1", schema_of::<view::desk::Desk>()),
        ("diff", "gainsay/diff/1", schema_of::<view::diff::SourcesDiff>()),
        ("diff-captures", "gainsay/diff-captures/1", schema_of::<view::captures::CapturesDiff>()),
        ("diff-text", "gainsay/diff-text/1", schema_of::<view::diff::TextDiff>()),
        ("diff-since", "gainsay/diff-since/1", schema_of::<view::since::RecordChange>()),
        ("report", "gainsay/report/1", schema_of::<view::report::Report>()),
        ("site", "gainsay/site/1", schema_of::<view::site::SiteIndex>()),
        ("question", "gainsay/question/1", schema_of::<view::site::SiteQuestion>()),
        ("export", "gainsay/export/1", schema_of::<view::export::Told>()),
        ("explain", "gainsay/explain/1", schema_of::<view::explain::Explanation>()),
        ("read", "gainsay/read/1", schema_of::<view::read::Readings>()),
        ("add", "gainsay/add/1", schema_of::<view::added::Added>()),
        ("corpus", "gainsay/corpus/1", schema_of::<view::accuracy::Accuracy>()),
        ("agree", "gainsay/agree/1", schema_of::<view::agreement::Agreement>()),
        ("review", "gainsay/review/1", schema_of::<view::review::Unreviewed>()),
        ("assess", "gainsay/assess/1", schema_of::<view::assessed::FilledAssessment>()),
        ("rename", "gainsay/rename/1", schema_of::<view::renamed::RenamedId>()),
        ("source-add", "gainsay/source-add/1", schema_of::<view::drafted::DraftedSource>()),
        ("source-recapture", "gainsay/source-recapture/1", schema_of::<view::recaptured::RecapturedSource>()),
        ("init", "gainsay/init/1", schema_of::<view::started::StartedDossier>()),
        ("lock", "gainsay/lock/1", schema_of::<view::locked::LockedQuotes>()),
        ("pin", "gainsay/pin/1", schema_of::<view::pin::Pin>()),
        ("text", "gainsay/text/1", schema_of::<view::text::TextAsRead>()),
        ("find", "gainsay/find/1", schema_of::<view::find::FoundQuote>()),
        ("mcp-who-says", "gainsay/mcp-who-says/1", schema_of::<Paged<view::mcp::who_says::WhoSays>>()),
        ("mcp-disputes", "gainsay/mcp-disputes/1", schema_of::<Paged<view::mcp::disputes::InDispute>>()),
        (
            "mcp-hold-quote",
            "gainsay/mcp-hold-quote/1",
            schema_of::<Paged<view::mcp::hold_quote::HeldQuote>>(),
        ),
        (
            "mcp-read-value",
            "gainsay/mcp-read-value/1",
            schema_of::<Paged<view::mcp::read_value::ReadValue>>(),
        ),
        (
            "mcp-check-text",
            "gainsay/mcp-check-text/1",
            schema_of::<Paged<view::mcp::check_text::Checkable>>(),
        ),
        ("mcp-spot", "gainsay/mcp-spot/1", schema_of::<Paged<view::mcp::spot::Spottable>>()),
        (
            "mcp-propose-claim",
            "gainsay/mcp-propose-claim/1",
            schema_of::<Paged<view::mcp::propose_claim::ProposedClaim>>(),
        ),
    ]
}

#[test]
fn no_view_is_forgotten() {
    let mut declared: BTreeSet<String> = BTreeSet::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                std::fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()),
            );
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a source file is text");
        let names = text.split("\"gainsay/").skip(1).filter_map(|rest| rest.split_once('"'));
        declared.extend(names.map(|(name, _)| format!("gainsay/{name}")));
    }
    let listed: BTreeSet<String> = all().into_iter().map(|(_, schema, _)| schema.to_owned()).collect();
    assert_eq!(declared, listed);
}

#[test]
fn the_page_of_views_is_fresh() {
    let mut page = String::from(
        "<!-- written from src/view by a test: see docs/contributing.md -->\n\n\
         # The views\n\n\
         What `--format json` prints, key by key. Every view is one object, and `schema` is its first key. Later versions add\n\
         keys and remove none; docs/schemas/ holds the JSON Schema of each. A key that may be null is always there. An object\n\
         that stands in several views is told where it comes first.\n",
    );
    let mut objects = Objects::default();
    for (name, _, schema) in all() {
        page.push_str(&format!("\n## {name}\n\n{}\n\n", about(&schema)));
        page.push_str(&format!("[schemas/{name}.json](schemas/{name}.json)\n\n{}", table(&schema, &schema)));
        objects.tell(&mut page, &schema);
    }
    super::hold("docs/views.md", &page);
}

/// The objects that were told, by name.
#[derive(Default)]
struct Objects(BTreeMap<String, Value>);

impl Objects {
    /// Tells of each kind of object within a view that was not told before, in the order in which a reader meets them.
    fn tell(&mut self, page: &mut String, root: &Value) {
        let mut open: VecDeque<&str> = references(root).into();
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        while let Some(reference) = open.pop_front() {
            if !seen.insert(reference) {
                continue;
            }
            let schema = resolved(root, reference);
            open.extend(references(schema));
            if schema.get("properties").is_none() {
                continue;
            }
            let name = plain(reference).to_owned();
            if let Some(told) = self.0.insert(name.clone(), schema.clone()) {
                assert_eq!(told, *schema, "`{name}` is one thing in all views");
                continue;
            }
            page.push_str(&format!("\n### {name}\n\n{}\n\n{}", about(schema), table(root, schema)));
        }
    }
}

/// What a doc comment says, on one line.
fn about(schema: &Value) -> String {
    let text = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A row for each key.
fn table(root: &Value, schema: &Value) -> String {
    let mut text = String::from("| key | holds | what it is |\n|---|---|---|\n");
    for (key, value) in properties(schema) {
        let said = about(value).replace('|', "\\|");
        assert!(!said.is_empty(), "`{key}` of `{}` says what it is", about(schema));
        text.push_str(&format!("| `{key}` | {} | {said} |\n", holds(root, value)));
    }
    text
}

/// The keys of an object in the order in which they are written: those that are always there, then the others.
fn properties(schema: &Value) -> Vec<(&str, &Value)> {
    let all = schema.get("properties").and_then(Value::as_object);
    let order: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let place = |key: &str| order.iter().position(|other| *other == key).unwrap_or(usize::MAX);
    let mut all: Vec<(&str, &Value)> =
        all.into_iter().flatten().map(|(key, value)| (key.as_str(), value)).collect();
    all.sort_by_key(|(key, _)| place(key));
    all
}

/// What may stand at a key, in words.
fn holds(root: &Value, schema: &Value) -> String {
    let Some(schema) = schema.as_object() else { return "anything".to_owned() };
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let named = resolved(root, reference);
        return match named.get("properties") {
            Some(_) => format!("[{0}](#{1})", plain(reference), plain(reference).to_lowercase()),
            None => holds(root, named),
        };
    }
    let choices = ["anyOf", "oneOf"].into_iter().filter_map(|key| schema.get(key)?.as_array()).flatten();
    let mut all: Vec<String> = choices.map(|choice| holds(root, choice)).collect();
    let words = words(schema);
    if !words.is_empty() {
        all.push(words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "));
    }
    for kind in kinds(schema) {
        all.push(match kind {
            "array" => format!("list of {}", items(root, schema)),
            "string" if !words.is_empty() => continue,
            kind => kind.to_owned(),
        });
    }
    all.join(" or ")
}

fn items(root: &Value, schema: &Map<String, Value>) -> String {
    match (schema.get("items"), schema.get("prefixItems").and_then(Value::as_array)) {
        (_, Some(each)) => {
            format!("[{}]", each.iter().map(|item| holds(root, item)).collect::<Vec<_>>().join(", "))
        }
        (Some(item), None) => holds(root, item),
        (None, None) => "anything".to_owned(),
    }
}

/// The types that a schema refers to, in the order in which their keys are written.
fn references(schema: &Value) -> Vec<&str> {
    match schema {
        Value::Object(map) => {
            let own = map.get("$ref").and_then(Value::as_str);
            let keys = properties(schema).into_iter().flat_map(|(_, value)| references(value));
            let choices = ["items", "prefixItems", "anyOf", "oneOf", "allOf"]
                .into_iter()
                .filter_map(|key| map.get(key));
            own.into_iter().chain(keys).chain(choices.flat_map(references)).collect()
        }
        Value::Array(all) => all.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

/// The name of a type.
fn plain(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or(reference)
}
