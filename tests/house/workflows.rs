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
        assert!(!file.text.contains("write"), "{} asks for more than to read", file.path);
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

/// What `gainsay` is asked by the last step of the action for some `deny`, an argument a line.
#[cfg(unix)]
fn asked(deny: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let action = read("action.yml");
    let script = action.rsplit_once("      run: |\n").expect("the last step is a script").1;
    let script: String = script.lines().map(|line| format!("{}\n", line.trim_start())).collect();
    let folder = tempfile::tempdir().expect("a folder of our own");
    let program = folder.path().join("gainsay/bin/gainsay");
    std::fs::create_dir_all(program.parent().expect("it has a folder")).expect("it can be made");
    std::fs::write(&program, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n").expect("it can be written");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("it can be run");
    let mut bash = std::process::Command::new("bash");
    bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script]);
    bash.env("RUNNER_TEMP", folder.path()).env("DOSSIER", ".").env("DENY", deny);
    let output = bash.output().expect("bash runs");
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
