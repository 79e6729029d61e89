//! The pages of docs/ that are written from the program itself, and the tests that fail when they are stale.
//!
//! `GAINSAY_BLESS=1 cargo test` writes them anew.

mod accuracy;
mod keys;
mod languages;
mod schemas;
#[cfg(test)]
pub(crate) mod semantics;
mod views;

use std::path::Path;

use clap::{Command, CommandFactory};

use crate::cli::Cli;
use crate::judge::rules;

/// Fails where the page is not what would be written, unless it was asked to write it.
#[track_caller]
fn hold(path: &str, text: &str) {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("GAINSAY_BLESS").is_some() {
        std::fs::write(&full, text).expect("docs/ can be written");
    }
    let written = std::fs::read_to_string(&full).unwrap_or_default().replace("\r\n", "\n");
    let differing = written.lines().zip(text.lines()).find(|(old, new)| old != new);
    assert!(
        written == text,
        "{path} is stale ({differing:?}): write it anew with `GAINSAY_BLESS=1 cargo test`"
    );
}

#[test]
fn the_page_of_rules_is_fresh() {
    let mut page = String::from(
        "<!-- written from src/judge/rules by a test: see docs/contributing.md -->\n\n\
         # The rules\n\n\
         What `gainsay check` looks for. `deny` fails the check, `warn` is told, `allow` is silent until gainsay.toml asks for\n\
         it; `[rules]` there sets the level of each by its name. `gainsay explain RULE` prints a rule's page.\n\n\
         The examples stand on a small dossier: papers `herald`, `courier` and `gazette`, speakers `mayor` and `fire-brigade`,\n\
         countries `arvo` and `belmar`, a `mill` in the first, and an event `fire` with the questions `killed` (count), `toll`\n\
         (count that grows) and `country` (place). Tests run every one of them.\n\n\
         | rule | level | what it flags |\n|---|---|---|\n",
    );
    for rule in rules::ALL {
        let level = format!("{:?}", rule.level).to_lowercase();
        page.push_str(&format!(
            "| [{0}](#{0}) | {level} | {1} |\n",
            rule.name,
            rule.summary().replace('|', "\\|")
        ));
    }
    for rule in rules::ALL {
        let level = format!("{:?}", rule.level).to_lowercase();
        page.push_str(&format!("\n## {}\n\nLevel: {level}.\n\n", rule.name));
        for line in rule.page.lines() {
            let line = line.strip_prefix(' ').unwrap_or(line).trim_end();
            page.push_str(if line.starts_with("## ") { "#" } else { "" });
            page.push_str(line);
            page.push('\n');
        }
    }
    hold("docs/rules.md", &page);
}

#[test]
fn the_page_on_accuracy_is_fresh() {
    hold("docs/accuracy.md", &accuracy::page());
}

#[test]
fn the_page_of_keys_is_fresh() {
    hold("docs/keys.md", &keys::page());
}

#[test]
fn the_page_of_languages_is_fresh() {
    hold("docs/languages.md", &languages::page());
}

#[test]
fn the_page_of_commands_is_fresh() {
    let mut program = Cli::command().term_width(100);
    program.build();
    let mut page = String::from(
        "<!-- written from src/cli by a test: see docs/contributing.md -->\n\n\
         # The commands\n\n\
         As `gainsay --help` and `gainsay COMMAND --help` print them.\n\n## gainsay\n\n",
    );
    page.push_str(&help(&mut program));
    for command in program.get_subcommands_mut() {
        page.push_str(&format!("\n## gainsay {}\n\n", command.get_name()));
        page.push_str(&help(command));
        let name = command.get_name().to_owned();
        for inner in command.get_subcommands_mut() {
            page.push_str(&format!("\n### gainsay {name} {}\n\n", inner.get_name()));
            page.push_str(&help(inner));
        }
    }
    hold("docs/cli.md", &page);
}

/// A command's long help in a fence, the same in every environment.
fn help(command: &mut Command) -> String {
    let mut command = command.clone().mut_args(|argument| argument.hide_env_values(true)).term_width(100);
    let text = command.render_long_help().to_string();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    format!("```text\n{}\n```\n", lines.join("\n").trim_end())
}
