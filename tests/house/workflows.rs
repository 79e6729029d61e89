//! What runs on machines of others: by which commit, with which rights, on whose Rust.

use crate::none;
use crate::tree::{File, files, read};

fn workflows() -> Vec<File> {
    let found = files(&[".github/workflows"]);
    assert!(!found.is_empty(), "there is a workflow");
    found
}

/// The steps of a workflow or an action, each with the lines that belong to it.
fn steps(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in text.lines() {
        let is_step = ["- uses:", "- run:", "- name:"].iter().any(|head| line.trim_start().starts_with(head));
        match found.last_mut() {
            Some(step) if !is_step => step.extend([line, "\n"]),
            _ if is_step => found.push(format!("{line}\n")),
            _ => {}
        }
    }
    found
}

#[test]
fn actions_of_others_are_pinned_to_a_commit() {
    let mut faults = Vec::new();
    for file in workflows().into_iter().chain(files(&["action.yml"])) {
        for line in file.text.lines().filter(|line| line.contains("uses:")) {
            if !is_pinned(line) {
                faults.push(format!("{}: {}", file.path, line.trim()));
            }
        }
    }
    none(&faults, "a tag can be moved: `uses: OWNER/NAME@COMMIT # TAG`");
}

/// Whether a line names an action by all 40 digits of a commit, and says its tag.
fn is_pinned(line: &str) -> bool {
    let Some((_, rest)) = line.split_once('@') else { return false };
    let Some((commit, tag)) = rest.split_once(" # ") else { return false };
    commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit()) && tag.starts_with('v')
}

#[test]
fn a_pin_is_a_whole_commit_and_says_its_tag() {
    let commit = "0123456789abcdef0123456789abcdef01234567";
    assert!(is_pinned(&format!("- uses: a/b@{commit} # v1.2.3")));
    assert!(!is_pinned(&format!("- uses: a/b@{commit}")));
    assert!(!is_pinned("- uses: a/b@v4 # v4"));
    assert!(!is_pinned("- uses: a/b@0123456 # v4"));
}

#[test]
fn workflows_have_few_rights() {
    for file in workflows() {
        assert!(file.text.contains("\npermissions:\n  contents: read\n"), "{}", file.path);
        let reading = file.text.split("\n  draft:\n").next().expect("there is a first part");
        assert!(!reading.contains("write"), "{} asks for more than to read", file.path);
        assert!(!file.text.contains("pull_request_target"), "{} gives its rights to strangers", file.path);
        let jobs = file.text.matches("runs-on:").count();
        assert_eq!(file.text.matches("timeout-minutes:").count(), jobs, "each job of {} ends", file.path);
        for step in steps(&file.text).iter().filter(|step| step.contains("actions/checkout@")) {
            assert!(step.contains("persist-credentials: false"), "{}: {step}", file.path);
        }
    }
}

#[test]
fn the_minimum_that_is_declared_is_tried() {
    // The workflow takes the version out of the manifest, by this very form.
    let version = read("Cargo.toml")
        .lines()
        .find_map(|line| {
            line.strip_prefix("rust-version = \"").and_then(|rest| rest.strip_suffix('"')).map(str::to_owned)
        })
        .expect("the manifest declares a minimum");
    assert!(version.chars().all(|c| c.is_ascii_digit() || c == '.'), "{version}");
    assert!(read(".github/workflows/ci.yml").contains("s/^rust-version = \"\\([0-9.]*\\)\"$/\\1/p"));
}

#[test]
fn the_action_builds_outside_of_the_workspace() {
    // A workspace holds what a stranger wrote: rustup runs what its rust-toolchain.toml names, and cargo what its
    // .cargo/config.toml does.
    let steps = steps(&read("action.yml"));
    let building: Vec<&String> =
        steps.iter().filter(|step| step.contains("cargo ") || step.contains("rustup ")).collect();
    assert!(!building.is_empty() && steps.len() > building.len());
    for step in building {
        assert!(step.contains("\n      working-directory: ${{ github.action_path }}\n"), "{step}");
        assert!(step.contains("\n        RUSTUP_TOOLCHAIN: stable\n"), "{step}");
    }
}

/// The script of a step of a workflow or an action.
#[cfg(unix)]
pub(crate) fn script(path: &str, name: &str) -> String {
    let text = read(path);
    let step = text.split("- name: ").find(|step| step.starts_with(&format!("{name}\n"))).expect("the step");
    let (head, lines) = step.split_once("run: |\n").expect("the step is a script");
    let indent = head.len() - head.rfind('\n').expect("it stands on a line of its own");
    let is_of_it = |line: &&str| line.trim().is_empty() || line.len() - line.trim_start().len() >= indent;
    lines.lines().take_while(is_of_it).fold(String::new(), |all, line| all + line.trim_start() + "\n")
}

/// `bash` with a script, as GitHub runs it.
#[cfg(unix)]
pub(crate) fn bash(script: &str) -> std::process::Command {
    let mut bash = std::process::Command::new("bash");
    bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
    bash
}

/// Writes a program that `sh` runs.
#[cfg(unix)]
pub(crate) fn program(path: &std::path::Path, script: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
    std::fs::write(path, format!("#!/bin/sh\n{script}\n")).expect("it can be written");
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).expect("it can be run");
}

/// Runs the script of a step as GitHub does, in a folder, with a `gainsay` that says what it is asked, an argument a line.
#[cfg(unix)]
fn run(name: &str, folder: &std::path::Path, environment: &[(&str, &str)]) -> std::process::Output {
    let runner = tempfile::tempdir().expect("a folder of our own");
    program(&runner.path().join("gainsay/bin/gainsay"), "printf '%s\\n' \"$@\"");
    let mut bash = bash(&script("action.yml", name));
    bash.current_dir(folder);
    bash.env("RUNNER_TEMP", runner.path()).env("DOSSIER", ".").env("SINCE", "");
    bash.envs(environment.iter().copied());
    bash.output().expect("bash runs")
}

/// What `gainsay` is asked by the check of the action for some `deny`, an argument a line.
#[cfg(unix)]
fn asked(deny: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder of our own");
    let output = run("Check", folder.path(), &[("DENY", deny)]);
    assert!(output.status.success(), "{deny:?}: {output:?}");
    String::from_utf8(output.stdout).expect("it is text")
}

#[cfg(unix)]
#[test]
fn the_action_denies_by_every_line() {
    for (deny, expected) in [
        ("", &[][..]),
        ("warnings", &["--deny=warnings"]),
        ("a b", &["--deny=a", "--deny=b"]),
        ("a\nb\n\n  c\r\n", &["--deny=a", "--deny=b", "--deny=c"]),
        ("a\n$(id)\n*", &["--deny=a", "--deny=$(id)", "--deny=*"]),
    ] {
        let said = asked(deny);
        let denied: Vec<&str> = said.lines().filter(|line| line.starts_with("--deny")).collect();
        assert_eq!(denied, expected, "{deny:?}");
    }
}

#[cfg(unix)]
#[test]
fn the_action_marks_what_a_pull_request_brings() {
    let action = read("action.yml");
    let base = "SINCE: ${{ inputs.since || (github.base_ref && format('origin/{0}...', github.base_ref)) }}";
    assert_eq!(action.matches(base).count(), 3, "each of the three steps holds the dossier against the same");
    for (since, expected) in [
        ("", &[][..]),
        ("origin/main...", &["--since=origin/main..."]),
        ("origin/a b;$(id)...", &["--since=origin/a b;$(id)..."]),
        ("--output=x", &["--since=--output=x"]),
    ] {
        let folder = tempfile::tempdir().expect("a folder of our own");
        let check = run("Check", folder.path(), &[("DENY", "warnings"), ("SINCE", since)]);
        let sarif = run("SARIF", folder.path(), &[("SARIF", "new.sarif"), ("SINCE", since)]);
        assert!(check.status.success() && sarif.status.success(), "{check:?} {sarif:?}");
        let written = std::fs::read(folder.path().join("new.sarif")).expect("it is there");
        for said in [check.stdout, written] {
            let said = String::from_utf8(said).expect("it is text");
            let asked: Vec<&str> = said.lines().filter(|line| line.starts_with("--since")).collect();
            assert_eq!(asked, expected, "{said}");
        }
    }
}

#[cfg(unix)]
#[test]
fn the_action_writes_through_no_link() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().expect("a folder of our own");
    let precious = outside.path().join("precious");
    let kept = || {
        std::fs::write(&precious, "as it was").expect("it can be written");
        let folder = tempfile::tempdir().expect("a folder of our own");
        symlink(&precious, folder.path().join("link.sarif")).expect("a link can be laid");
        symlink(outside.path(), folder.path().join("out")).expect("a link can be laid");
        std::fs::create_dir(folder.path().join("in")).expect("a folder can be made");
        folder
    };
    for (sarif, written) in
        [("new.sarif", true), ("link.sarif", true), ("in/new.sarif", true), ("out/precious", false)]
    {
        let folder = kept();
        let output = run("SARIF", folder.path(), &[("SARIF", sarif)]);
        assert_eq!(output.status.success(), written, "{sarif}: {output:?}");
        assert_eq!(std::fs::read_to_string(&precious).expect("it is there"), "as it was", "{sarif}");
        if written {
            let path = folder.path().join(sarif);
            assert!(path.symlink_metadata().expect("it is there").is_file(), "{sarif}");
            assert!(
                std::fs::read_to_string(path).expect("it is text").contains("--format\nsarif"),
                "{sarif}"
            );
        }
    }
}

#[test]
fn the_action_interpolates_nothing_into_a_script() {
    let action = read("action.yml");
    for (number, line) in action.lines().enumerate().filter(|(_, line)| line.contains("${{")) {
        let inputs = ["DOSSIER: ", "SINCE: ", "SARIF: ", "DENY: ", "BUILD: "];
        let of_github = ["REF: ", "REPOSITORY: ", "GH_TOKEN: ", "working-directory: "];
        let is_value = inputs.iter().chain(&of_github).any(|key| line.trim_start().starts_with(key));
        assert!(is_value, "line {}: {line}", number + 1);
    }
    for written in ["GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "eval ", "github.event"] {
        assert!(!action.contains(written), "{written}");
    }
}
