//! How the action comes by its program: what it takes from a release, and what has it compile.

use std::path::{Path, PathBuf};
use std::process::Output;

use tempfile::TempDir;

use crate::tree::read;
use crate::workflows::{bash, program, script};

const TAKING: &str = "Take the archive of the release";
const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";
const NAME: &str = "gainsay-1.2.3-x86_64-unknown-linux-musl";

/// A machine of GitHub with the action of version 1.2.3 on it, programs of ours in place of those that would ask others, and what
/// they were asked.
struct Runner {
    folder: TempDir,
}

impl Runner {
    /// A machine that is served a release as it is made.
    fn new() -> Runner {
        let runner = Runner { folder: tempfile::tempdir().expect("a folder of our own") };
        for folder in ["action", "temp", "release"] {
            std::fs::create_dir(runner.at(folder)).expect("it can be made");
        }
        let manifest = "[package]\nversion = \"1.2.3\"\n[dependencies]\nx = { version = \"9\" }\n";
        std::fs::write(runner.at("action/Cargo.toml"), manifest).expect("it can be written");
        let asked = runner.at("asked");
        let noted = |name: &str| format!("echo {name} \"$@\" >> '{}'\n", asked.display());
        // The last argument is the address, and --output names the file.
        let curl = "while [ $# -gt 1 ]; do [ \"$1\" = --output ] && to=$2; shift; done\ncp \"$RELEASE/${1##*/}\" \"$to\" || exit 22";
        runner.program("curl", &(noted("curl") + curl));
        runner.program("gh", &(noted("gh") + "exit \"$ATTESTED\""));
        let cargo = "echo \"$PWD $RUSTUP_TOOLCHAIN ${GH_TOKEN:-no token}\" >> \"$ASKED\"\nmkdir -p \"$RUNNER_TEMP/gainsay/bin\"\n\
                     printf '#!/bin/sh\\necho compiled\\n' > \"$RUNNER_TEMP/gainsay/bin/gainsay\"\nchmod +x \"$RUNNER_TEMP/gainsay/bin/gainsay\"";
        runner.program("cargo", &(noted("cargo") + cargo));
        runner.release(NAME);
        runner
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn program(&self, name: &str, script: &str) {
        program(&self.at("programs").join(name), script);
    }

    /// Lays an archive by to be served, with the sums of all.
    fn release(&self, name: &str) {
        program(&self.at("release").join(name).join("gainsay"), "echo downloaded");
        let pack = format!(
            "cd release && tar -czf {name}.tar.gz {name} && rm -r {name}\n{SUM} gainsay-* > SHA256SUMS"
        );
        let output = bash(&pack).current_dir(self.folder.path()).output().expect("bash runs");
        assert!(output.status.success(), "{output:?}");
    }

    /// Runs the step that takes an archive, on Linux, as it is used by a tag, with some of that otherwise.
    fn takes(&self, environment: &[(&str, &str)]) -> Output {
        let plain = [("BUILD", "auto"), ("REF", "v1.2.3"), ("RUNNER_OS", "Linux"), ("RUNNER_ARCH", "X64")];
        let mut all: Vec<(&str, &str)> = plain.to_vec();
        all.extend([("REPOSITORY", "o/gainsay"), ("GH_TOKEN", "t"), ("ATTESTED", "0")]);
        all.extend(environment);
        self.run(TAKING, &all)
    }

    /// Runs the step that compiles where nothing was taken.
    fn installs(&self) -> String {
        let output = self.run("Install gainsay", &[("RUSTUP_TOOLCHAIN", "stable")]);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).expect("it is text")
    }

    fn run(&self, step: &str, environment: &[(&str, &str)]) -> Output {
        let path = std::env::var("PATH").expect("there is a path");
        let mut bash = bash(&script("action.yml", step));
        bash.current_dir(self.at("action")).env("PATH", format!("{}:{path}", self.at("programs").display()));
        bash.env("RUNNER_TEMP", self.at("temp")).env("GITHUB_ACTION_PATH", self.at("action"));
        bash.env("RELEASE", self.at("release")).env("ASKED", self.at("asked"));
        bash.env("GITHUB_SERVER_URL", "https://github.com").env_remove("GH_TOKEN");
        bash.envs(environment.iter().copied()).output().expect("bash runs")
    }

    /// What others were asked, a line each.
    fn asked(&self) -> Vec<String> {
        let asked = std::fs::read_to_string(self.at("asked")).unwrap_or_default();
        asked.lines().map(str::to_owned).collect()
    }

    fn has_program(&self) -> bool {
        self.at("temp/gainsay/bin/gainsay").exists()
    }
}

/// What prints the SHA-256 of files, on Linux and on macOS.
const SUM: &str = "$(command -v sha256sum > /dev/null && echo sha256sum || echo shasum -a 256)";

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The addresses that were fetched.
fn fetched(asked: &[String]) -> Vec<&str> {
    asked
        .iter()
        .filter(|line| line.starts_with("curl "))
        .filter_map(|line| line.split(' ').next_back())
        .collect()
}

#[test]
fn the_action_takes_the_archive_of_its_release() {
    let attested = "gh attestation verify gainsay-1.2.3-x86_64-unknown-linux-musl.tar.gz --repo o/gainsay \
                    --signer-workflow o/gainsay/.github/workflows/release.yml --deny-self-hosted-runners";
    let commit = format!("--source-digest {COMMIT}");
    for (used_by, built_from) in [("v1.2.3", "--source-ref refs/tags/v1.2.3"), (COMMIT, &commit)] {
        let runner = Runner::new();
        let output = runner.takes(&[("REF", used_by), ("BUILD", "download")]);
        assert!(output.status.success(), "{}", said(&output));
        let release = "https://github.com/o/gainsay/releases/download/v1.2.3";
        let asked = runner.asked();
        assert_eq!(fetched(&asked), [format!("{release}/SHA256SUMS"), format!("{release}/{NAME}.tar.gz")]);
        assert!(asked[..2].iter().all(|line| line.contains(" --proto =https ")), "{asked:?}");
        assert_eq!(asked[2..], [format!("{attested} {built_from}")]);
        assert_eq!(runner.installs(), "downloaded\n");
        assert_eq!(runner.asked().len(), 3, "nothing is compiled");
    }
}

#[test]
fn an_archive_that_is_not_what_its_release_says_is_refused() {
    let archive = format!("{NAME}.tar.gz");
    // printf others | sha256sum
    let found = "01db91d06032cc64162c16f8e35725b0e632beebdde8b2c2459979d04fb1e20c";
    for (file, content, expected) in [
        (archive.as_str(), "others", found),
        ("SHA256SUMS", "0  gainsay-1.2.3-other.tar.gz\n", "SHA256SUMS has none for it"),
        ("SHA256SUMS", "", "SHA256SUMS has none for it"),
    ] {
        for build in ["auto", "download"] {
            let runner = Runner::new();
            std::fs::write(runner.at("release").join(file), content).expect("it can be written");
            let output = runner.takes(&[("BUILD", build)]);
            assert_eq!(output.status.code(), Some(1), "{}", said(&output));
            assert!(said(&output).contains("is not what its release says"), "{}", said(&output));
            assert!(said(&output).contains(expected), "{}", said(&output));
            assert!(!runner.has_program());
            assert_eq!(fetched(&runner.asked()).len(), runner.asked().len(), "nobody is asked to attest it");
        }
    }
}

#[test]
fn what_cannot_be_shown_to_be_its_own_is_compiled_or_refused() {
    let unused = "by neither the tag v1.2.3 nor a commit";
    let unattested = format!("nothing shows that {NAME}.tar.gz was built from v1.2.3");
    // What is otherwise though a release is there, what is said, and how many questions were asked.
    for (key, value, why, questions) in [
        ("REF", "main", unused, 0),
        ("REF", "", unused, 0),
        ("REF", "v1.2", unused, 0),
        ("REF", "0123456789ABCDEF0123456789abcdef01234567", unused, 0),
        ("RUNNER_ARCH", "RISCV", "no archive for Linux on RISCV", 0),
        ("RUNNER_OS", "Windows", "x86_64-pc-windows-msvc.zip cannot be had", 2),
        ("RELEASE", "nowhere", "SHA256SUMS cannot be had", 1),
        ("ATTESTED", "1", &unattested, 3),
    ] {
        for (build, code, head) in
            [("auto", 0, "gainsay is compiled: "), ("download", 1, "no archive is taken: ")]
        {
            let runner = Runner::new();
            let output = runner.takes(&[(key, value), ("BUILD", build)]);
            assert_eq!(output.status.code(), Some(code), "{}", said(&output));
            assert!(said(&output).contains(head) && said(&output).contains(why), "{}", said(&output));
            assert!(!runner.has_program(), "{key}={value}");
            assert_eq!(runner.asked().len(), questions, "{key}={value}");
            if code == 0 {
                assert_eq!(runner.installs(), "compiled\n");
            }
        }
    }
}

#[test]
fn the_action_compiles_where_it_is_told_to_and_takes_no_other_word() {
    let runner = Runner::new();
    let output = runner.takes(&[("BUILD", "source")]);
    assert!(output.status.success() && runner.asked().is_empty(), "{output:?}");
    let action = runner.at("action").canonicalize().expect("it is there");
    assert_eq!(runner.installs(), "compiled\n");
    let root = runner.at("temp/gainsay");
    let path = runner.at("action");
    let line = format!("cargo install --quiet --locked --path {} --root {}", path.display(), root.display());
    let where_and_by = format!("{} stable no token", action.display());
    let asked = runner.asked();
    assert_eq!(asked[0], line);
    assert_eq!(
        canonical(&asked[1]),
        where_and_by,
        "outside of the workspace, by stable Rust, and without the token"
    );

    for build in ["", "Source", "$(id)", "auto\nsource"] {
        let output = runner.takes(&[("BUILD", build)]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("is auto, download or source"), "{}", said(&output));
    }
}

/// A line that begins with a folder, which may be named through a link.
fn canonical(line: &str) -> String {
    let (folder, rest) = line.split_once(' ').expect("more follows");
    format!("{} {rest}", Path::new(folder).canonicalize().expect("it is there").display())
}

#[test]
fn what_another_version_left_is_not_taken() {
    for build in ["auto", "source"] {
        let runner = Runner::new();
        program(&runner.at("temp/gainsay/bin/gainsay"), "echo another");
        let output = runner.takes(&[("BUILD", build), ("REF", "main")]);
        assert!(output.status.success(), "{}", said(&output));
        assert_eq!(runner.installs(), "compiled\n");
    }
}

#[test]
fn each_machine_of_github_takes_its_own_archive() {
    for (system, processor, target) in [
        ("Linux", "X64", "x86_64-unknown-linux-musl"),
        ("Linux", "ARM64", "aarch64-unknown-linux-musl"),
        ("macOS", "X64", "x86_64-apple-darwin"),
        ("macOS", "ARM64", "aarch64-apple-darwin"),
    ] {
        let runner = Runner::new();
        runner.release(&format!("gainsay-1.2.3-{target}"));
        let output = runner.takes(&[("RUNNER_OS", system), ("RUNNER_ARCH", processor)]);
        assert!(output.status.success(), "{}", said(&output));
        assert!(fetched(&runner.asked())[1].ends_with(&format!("/gainsay-1.2.3-{target}.tar.gz")));
        assert_eq!(runner.installs(), "downloaded\n");
    }
}

#[test]
fn the_token_is_in_the_step_that_compiles_nothing() {
    let action = read("action.yml");
    let steps: Vec<&str> = action.split("- name: ").filter(|step| step.contains("github.token")).collect();
    assert_eq!(steps.len(), 1);
    assert!(steps[0].starts_with(TAKING) && !steps[0].contains("cargo "));
}
