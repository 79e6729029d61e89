//! What the README and the docs show is what the program does.

use std::path::Path;

use crate::run::{Dossier, gainsay_in, repository};

/// The fenced blocks of a page: what stands behind the fence, and the lines between.
pub(crate) fn blocks(page: &str) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    let mut is_open = false;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(info) => {
                is_open = !is_open;
                if is_open {
                    found.push((info, String::new()));
                }
            }
            None if is_open => {
                let (_, text) = found.last_mut().expect("a block is open");
                text.push_str(line);
                text.push('\n');
            }
            None => {}
        }
    }
    found
}

fn readme() -> String {
    std::fs::read_to_string(repository().join("README.md")).expect("there is a README").replace("\r\n", "\n")
}

/// The words of a command line, where double quotes hold words together.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(index, part)| if index % 2 == 1 { vec![part] } else { part.split_whitespace().collect() })
        .collect()
}

#[test]
fn what_the_readme_prints_is_printed() {
    let page = readme();
    let consoles: Vec<String> =
        blocks(&page).into_iter().filter(|(info, _)| *info == "console").map(|(_, it)| it).collect();
    assert!(consoles.len() >= 2, "the README shows what the output looks like");
    for console in consoles {
        let (command, shown) = console.split_once('\n').expect("a command and what it prints");
        let arguments =
            words(command.strip_prefix("$ cargo run --release -- ").expect("a command that can be pasted"));
        let run = gainsay_in(&repository(), &arguments).exits(0);
        let mut printed = run.out.lines();
        let mut is_left_out = false;
        for line in shown.lines() {
            if line == "…" {
                is_left_out = true;
                continue;
            }
            let found = if is_left_out { printed.find(|it| *it == line) } else { printed.next() };
            assert_eq!(found, Some(line), "of `{command}`");
            is_left_out = false;
        }
        assert!(is_left_out || printed.next().is_none(), "`{command}` prints more: end with …");
    }
}

#[test]
fn what_the_readme_records_is_clean() {
    let page = readme();
    let dossier = Dossier::new(&[("gainsay.toml", "[dossier]\ntitle = \"The mill fire\"\n")]);
    let mut count = 0;
    for (info, text) in blocks(&page) {
        if let Some(path) = info.strip_prefix("toml ") {
            dossier.write(path, &text);
            count += 1;
        }
    }
    assert!(count >= 2, "the README shows how a claim is recorded");
    dossier.gainsay(&["check"]).exits(0).says(&["checked 1 claim of 1 source", "found 0 errors"]);
}

#[test]
fn the_page_of_the_format_is_a_dossier_of_that_format() {
    let page =
        std::fs::read_to_string(repository().join("docs/format.md")).expect("there is a page of the format");
    let dossier = Dossier::new(&[]);
    for (info, text) in blocks(&page.replace("\r\n", "\n")) {
        dossier.write(info.strip_prefix("toml ").expect("each block names its file"), &text);
    }
    let run = dossier.gainsay(&["check", "--format", "json"]).exits(0);
    assert_eq!(run.json()["counts"]["left_out"], 0);
    let findings = run.json()["findings"].as_array().expect("a check has findings").clone();
    let denied = findings.iter().filter(|finding| finding["level"] == "deny");
    let said: Vec<String> =
        denied.map(|finding| format!("{} {}", finding["rule"], finding["message"])).collect();
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("\"contradiction\""), "the explained conflict of the example: {said:?}");
}

#[test]
fn the_readme_names_the_exit_codes_and_the_test_command() {
    let page = readme();
    for said in ["| 0 |", "| 1 |", "| 2 |", "cargo test", "cargo run --release -- report"] {
        assert!(page.contains(said), "`{said}`");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let pages =
        ["README.md", "CHANGELOG.md", "docs/architecture.md", "docs/contributing.md", "docs/format.md"];
    for path in pages.into_iter().chain(["docs/rules.md", "docs/cli.md", "docs/record.md", "docs/views.md"]) {
        let page =
            std::fs::read_to_string(repository().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"));
        let folder = repository().join(path).parent().map(Path::to_owned).unwrap_or_default();
        for link in page.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            if !file.is_empty() && !file.contains("://") {
                assert!(folder.join(file).exists(), "{path} links to `{link}`");
            }
        }
    }
}

#[test]
fn ci_runs_one_script() {
    let workflow =
        std::fs::read_to_string(repository().join(".github/workflows/ci.yml")).expect("there is a workflow");
    assert!(workflow.contains("run: .ci/run"));
    let script = std::fs::read_to_string(repository().join(".ci/run")).expect("there is a script");
    for step in [
        "set -eu",
        "cargo fmt --check",
        "clippy --locked --all-targets -- -D warnings",
        "cargo test",
        "-- check",
    ] {
        assert!(script.contains(step), "`{step}`");
    }
}
