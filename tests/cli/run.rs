//! Running the program: where, on which files, and what came back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// Standard output as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|why| panic!("no JSON ({why}): {self:#?}"))
    }

    /// The findings of a rule in the JSON of a check.
    pub(crate) fn findings(&self, rule: &str) -> Vec<Value> {
        let all = self.json()["findings"].as_array().expect("a check has findings").clone();
        all.into_iter().filter(|finding| finding["rule"] == rule).collect()
    }

    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        self
    }

    /// Whether both outputs together say all of these.
    #[track_caller]
    pub(crate) fn says(self, words: &[&str]) -> Self {
        for word in words {
            let said = self.out.contains(word) || self.err.contains(word);
            assert!(said, "`{word}` is not said in\n{}\n{}", self.out, self.err);
        }
        self
    }
}

/// The program with nothing of our environment but what it takes to start it.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.env_clear().env("NO_COLOR", "1").env("COLUMNS", "100").stdin(Stdio::null());
    for kept in ["PATH", "SYSTEMROOT"] {
        if let Some(value) = std::env::var_os(kept) {
            command.env(kept, value);
        }
    }
    command
}

/// Runs the program in a folder.
pub(crate) fn gainsay_in(folder: &Path, arguments: &[&str]) -> Run {
    gainsay_with(&[], folder, arguments)
}

/// Runs the program in a folder, with something in its environment.
pub(crate) fn gainsay_with(environment: &[(&str, &str)], folder: &Path, arguments: &[&str]) -> Run {
    let mut program = program();
    program.envs(environment.iter().copied()).current_dir(folder).args(arguments);
    let output = program.output().expect("the program starts");
    Run {
        code: output.status.code().expect("the program was not killed"),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("errors are UTF-8"),
    }
}

/// The repository, which is a dossier itself.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A dossier of our own, gone when it is dropped.
pub(crate) struct Dossier {
    folder: TempDir,
}

impl Dossier {
    /// A folder with some files; where there are none, an empty folder.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let dossier = Dossier { folder: tempfile::tempdir().expect("a folder of our own") };
        for (path, text) in files {
            dossier.write(path, text);
        }
        dossier
    }

    /// A copy of the repository's dossier.
    pub(crate) fn of_the_repository() -> Self {
        let dossier = Dossier::new(&[]);
        let mut open = ["gainsay.toml", "claims", "sources"].map(|part| repository().join(part)).to_vec();
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            } else {
                let below = path.strip_prefix(repository()).unwrap();
                dossier.write_bytes(&below.to_string_lossy(), &fs::read(&path).unwrap());
            }
        }
        dossier
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        self.write_bytes(path, text.as_bytes());
    }

    pub(crate) fn write_bytes(&self, path: &str, bytes: &[u8]) {
        let full = self.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, bytes).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    /// Commits all files as they stand.
    pub(crate) fn commit(&self) {
        let desk =
            ["-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"];
        for arguments in
            [&["init", "--quiet"][..], &["add", "--all"], &["commit", "--quiet", "--message", "all"]]
        {
            let mut git = Command::new("git");
            let status = git.current_dir(self.path()).args(desk).args(arguments).status().expect("git runs");
            assert!(status.success(), "git {arguments:?}");
        }
    }

    /// Runs the program in the dossier's folder.
    pub(crate) fn gainsay(&self, arguments: &[&str]) -> Run {
        gainsay_in(self.path(), arguments)
    }
}

/// The names of all commands, as the help lists them.
pub(crate) fn command_names() -> Vec<String> {
    let help = Dossier::new(&[]).gainsay(&["--help"]).exits(0).out;
    let commands = help.split("Commands:").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap();
    let names: Vec<String> = commands
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect();
    assert!(names.len() >= 19, "{names:?}");
    names
}

/// A small dossier without a fault, on which tests build: two papers, a question, a claim each.
pub(crate) const SMALL: [(&str, &str); 3] = [
    ("gainsay.toml", "[dossier]\ntitle = \"A fire\"\n"),
    (
        "sources/sources.toml",
        r#"[source]
herald = { title = "Fire", publisher = "herald", published = "2024-03-01" }
courier = { title = "Blaze", publisher = "courier", published = "2024-03-01" }

[agent]
herald = { name = "The Herald", kind = "outlet" }
courier = { name = "The Courier", kind = "outlet" }
mayor = { name = "the mayor", kind = "person" }
"#,
    ),
    (
        "claims/claims.toml",
        r#"[event.fire]
title = "The fire"

[event.fire.question.killed]
ask = "How many were killed?"
type = "count"

[[claim]]
source = "herald"
question = "fire/killed"
value = 3
quote = "3 were killed"
said-by = "mayor"

[[claim]]
source = "courier"
question = "fire/killed"
value = "three"
quote = "three were killed"
"#,
    ),
];

/// The small dossier with one file more, or in place of one of its own.
pub(crate) fn small_with(path: &str, text: &str) -> Dossier {
    let dossier = Dossier::new(&SMALL);
    dossier.write(path, text);
    dossier
}
