//! Claims that leave the record as rows: each as it is written, none of a restricted source, none that a spreadsheet runs.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::run::{SMALL, gainsay_in, repository, small_with};
use crate::vault::{SECRET, Vault};

/// A value of TOML as a row has it: what is no date is the same in JSON, and a date is a string.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect())
        }
    }
}

/// Every claim of the repository by its full name, as its file has it, with its id and its source.
fn written() -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    for entry in walkdir::WalkDir::new(repository().join("claims")) {
        let entry = entry.unwrap();
        if !entry.file_type().is_file() {
            continue;
        }
        let file: toml::Table = std::fs::read_to_string(entry.path()).unwrap().parse().unwrap();
        for claim in file.get("claim").and_then(toml::Value::as_array).into_iter().flatten() {
            let Value::Object(mut claim) = as_json(claim) else { panic!("a claim is a table") };
            claim.entry("source").or_insert_with(|| as_json(&file["source"]));
            let question = claim["question"].as_str().unwrap();
            let id = question.rsplit('/').next().unwrap().to_owned();
            claim.entry("id").or_insert(json!(id));
            let name = format!("{}#{}", claim["source"].as_str().unwrap(), claim["id"].as_str().unwrap());
            assert!(all.insert(name, Value::Object(claim)).is_none());
        }
    }
    all
}

fn name(row: &Map<String, Value>) -> String {
    format!("{}#{}", row["source"].as_str().unwrap(), row["id"].as_str().unwrap())
}

#[test]
fn each_row_is_its_claim_as_it_is_written() {
    let run = gainsay_in(&repository(), &["export", "jsonl"]).exits(0);
    let mut rows = BTreeMap::new();
    for line in run.out.lines() {
        let Value::Object(mut row) = serde_json::from_str(line).unwrap() else { panic!("{line}") };
        let told = row.remove("told").expect("it is told how it is read");
        assert_eq!(told["schema"], "gainsay/export/1");
        rows.insert(name(&row), Value::Object(row));
    }
    let written = written();
    assert_eq!(written.len(), 421);
    assert_eq!(rows, written);
}

#[test]
fn what_is_exported_is_added_back_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    for form in ["csv", "jsonl"] {
        let rows = folder.path().join("rows");
        std::fs::write(&rows, gainsay_in(&repository(), &["export", form]).exits(0).out).unwrap();
        let added = gainsay_in(&repository(), &["add", "--from", rows.to_str().unwrap()]).exits(0);
        added.says(&["create 0, update 0, unchanged 421, refused 0", "nothing to write"]);
    }
}

#[test]
fn what_is_told_of_a_claim_is_what_is_compared() {
    let run = gainsay_in(&repository(), &["export", "jsonl"]).exits(0);
    let compared = gainsay_in(&repository(), &["compare", "--format", "json"]).exits(0).json();
    let mut claims = BTreeMap::new();
    for question in compared["questions"].as_array().unwrap() {
        for claim in question["claims"].as_array().unwrap() {
            claims.insert(claim["claim"].as_str().unwrap().to_owned(), claim.clone());
        }
    }
    for line in run.out.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let (told, claim) = (&row["told"], &claims[&name(row.as_object().unwrap())]);
        for (ours, theirs) in [("reading", "reading"), ("origin", "origin"), ("as-of", "as_of")] {
            assert_eq!(told[ours], claim[theirs], "{line}");
        }
        // No text is held here, and the lock has seen every quote.
        assert_eq!(told["outcome"], "attested", "{line}");
    }
    assert_eq!(run.out.lines().count(), claims.len());
}

#[test]
fn a_table_has_a_column_for_each_key_and_a_line_for_each_claim() {
    let run = gainsay_in(&repository(), &["export", "csv"]).exits(0);
    let mut table = csv::Reader::from_reader(run.out.as_bytes());
    let names: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(names[..4], ["id", "source", "question", "value"]);
    assert_eq!(names[names.len() - 4..], ["told.reading", "told.origin", "told.as-of", "told.outcome"]);
    let rows: Vec<BTreeMap<String, String>> = table.deserialize().map(Result::unwrap).collect();
    let written = written();
    assert_eq!(rows.len(), written.len());
    for row in &rows {
        let claim = &written[&format!("{}#{}", row["source"], row["id"])];
        for key in ["quote", "question", "stance", "modality", "locator"] {
            assert_eq!(row[key], claim.get(key).and_then(Value::as_str).unwrap_or_default(), "{row:?}");
        }
        let scope = claim.get("scope").and_then(|scope| scope.get("period"));
        assert_eq!(row["scope.period"], scope.and_then(Value::as_str).unwrap_or_default());
        if let Some(Value::Array(speakers)) = claim.get("said-by") {
            let speakers: Vec<&str> = speakers.iter().filter_map(Value::as_str).collect();
            assert_eq!(row["said-by"], speakers.join("; "));
        }
    }
    let read = |id: &str| rows.iter().find(|row| row["id"] == id).map(|row| row["told.reading"].clone());
    assert_eq!(read("backs-groups").as_deref(), Some("yes"));
}

#[test]
fn a_formula_in_a_quote_is_text_in_a_table_and_stays_as_it_is_in_json() {
    let claim = "[[claim]]\nid = \"sum\"\nsource = \"courier\"\nquestion = \"fire/killed\"\nvalue = 3\n\
                 quote = \"=1+1, 'cmd'\"\nnote = \"@SUM(A1)\\u202E\"\n";
    let dossier = small_with("claims/more.toml", claim);
    let table = dossier.gainsay(&["export", "csv"]).exits(0).out;
    assert!(table.contains(",\"'=1+1, 'cmd'\","), "{table}");
    assert!(table.contains(",\"\"\"@SUM(A1)\\U0000202E\"\"\","), "{table}");
    let rows = dossier.gainsay(&["export", "jsonl"]).exits(0).out;
    let row: Value = rows
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .find(|row: &Value| row["id"] == "sum")
        .unwrap();
    assert_eq!((&row["quote"], &row["note"]), (&json!("=1+1, 'cmd'"), &json!("@SUM(A1)\u{202e}")));
}

#[test]
fn claims_of_restricted_sources_stay_and_are_counted() {
    let dossier = Vault::Held.dossier();
    let all = dossier.gainsay(&["compare", "--format", "json"]).json();
    let of_vault = |name: &Value| name["claim"].as_str().unwrap().starts_with("vault");
    let questions = all["questions"].as_array().unwrap();
    let claims: Vec<&Value> = questions.iter().flat_map(|it| it["claims"].as_array().unwrap()).collect();
    assert!(claims.iter().any(|claim| of_vault(claim)));
    for format in ["csv", "jsonl"] {
        let run = dossier.gainsay(&["export", format, "--archive", "archive"]).exits(0);
        assert!(!run.out.to_lowercase().contains(SECRET) && !run.out.contains("\"vault\""), "{}", run.out);
        run.says(&["of restricted sources left out"]);
    }
}

#[test]
fn a_file_is_written_whole_with_a_mark_where_it_is_asked_for() {
    let dossier = small_with("claims/claims.toml", SMALL[2].1);
    let printed = dossier.gainsay(&["export", "csv"]).exits(0).out;
    dossier.gainsay(&["export", "csv", "-o", "out.csv"]).exits(0).says(&["wrote out.csv: 2 claims"]);
    assert_eq!(dossier.read("out.csv"), printed);
    dossier.gainsay(&["export", "csv", "--bom", "-o", "out.csv"]).exits(0);
    assert_eq!(dossier.read("out.csv"), format!("\u{feff}{printed}"));
    assert_eq!(dossier.gainsay(&["export", "csv", "--bom"]).exits(0).out, format!("\u{feff}{printed}"));
    dossier.gainsay(&["export", "jsonl", "--bom"]).exits(2).says(&["`--bom` is for `csv`"]);
    dossier.gainsay(&["export", "csv", "-o", "nowhere/out.csv"]).exits(2).says(&["nowhere"]);
    dossier.gainsay(&["export", "csv", "-o", ".."]).exits(2).says(&["names no file"]);
}
