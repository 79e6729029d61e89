//! The literate cases of tests/cases: dossiers in prose, with the findings that they must come to.

use std::fs;
use std::path::PathBuf;

use crate::readme::blocks;
use crate::run::{Dossier, repository};

fn folder() -> PathBuf {
    repository().join("tests/cases")
}

/// A finding as a case writes it: the rule, its claims in order, and whether it is explained.
fn told(finding: &serde_json::Value) -> String {
    let claims = finding["claims"].as_array().expect("a finding lists its claims").iter();
    let names =
        claims.map(|claim| format!(" {}", claim.as_str().expect("claims are named"))).collect::<String>();
    let explained = if finding["explained"].is_null() { "" } else { " (explained)" };
    format!("{}{names}{explained}", finding["rule"].as_str().expect("a finding names its rule"))
}

/// Runs one case; says what is wrong with it.
fn wrong(title: &str, text: &str) -> Option<String> {
    let dossier = Dossier::new(&[]);
    for entry in fs::read_dir(folder().join("base")).expect("cases stand on a base") {
        let path = entry.expect("the base can be read").path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("the base is text");
        let below = if name == "gainsay.toml" { name } else { name.replacen('-', "/", 1) };
        dossier.write(&below, &text);
    }
    let mut expected: Option<Vec<String>> = None;
    let mut only: Vec<String> = Vec::new();
    for (info, block) in blocks(text) {
        match info.split_once(' ') {
            Some((_, path)) => dossier.write(path, &block),
            None if info == "findings" => {
                let (heads, lines): (Vec<&str>, Vec<&str>) =
                    block.lines().partition(|line| line.starts_with("only "));
                only.extend(heads.iter().flat_map(|line| line.split_whitespace().skip(1)).map(str::to_owned));
                expected = Some(lines.into_iter().map(str::to_owned).collect());
            }
            None => return Some(format!("{title}: a block says neither its path nor `findings`")),
        }
    }
    let Some(mut expected) = expected else { return Some(format!("{title}: no block `findings`")) };
    let run = dossier.gainsay(&["check", "--format", "json"]);
    let json = run.json();
    let findings = json["findings"].as_array().expect("a check has findings");
    let asked =
        |finding: &&serde_json::Value| only.is_empty() || only.iter().any(|rule| finding["rule"] == **rule);
    let mut found: Vec<String> = findings.iter().filter(asked).map(told).collect();
    expected.sort();
    found.sort();
    let is_denied =
        findings.iter().any(|finding| finding["level"] == "deny" && finding["explained"].is_null());
    let exits = if json["counts"]["claims"] == 0 { 2 } else { i32::from(is_denied) };
    if found != expected {
        return Some(format!("{title}\n  expected {expected:#?}\n  found {found:#?}"));
    }
    (run.code != exits).then(|| format!("{title}: exits {} and not {exits}", run.code))
}

#[test]
fn every_case_comes_to_the_findings_that_it_expects() {
    let (mut count, mut faults) = (0, Vec::new());
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "md")) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let page = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
        for case in page.split("\n## ").skip(1) {
            let title = case.lines().next().unwrap_or_default();
            faults.extend(wrong(&format!("{name}: {title}"), case));
            count += 1;
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    assert!(count >= 15, "{count} cases were found");
}
