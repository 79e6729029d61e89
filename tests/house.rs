//! The rules of the house, held on the sources themselves: docs/architecture.md says why each is there.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the house, from left to right: each may import what stands left of it, and itself.
const ROOMS: [(&str, &[&str]); 12] = [
    ("text", &[]),
    ("value", &["text"]),
    ("model", &["text", "value"]),
    ("load", &["text", "value", "model", "error"]),
    ("align", &["text", "value", "model"]),
    ("judge", &["text", "value", "model", "align"]),
    ("view", &["text", "value", "model", "load", "align", "judge", "render"]),
    ("render", &["text", "value", "model", "align", "judge", "view"]),
    ("audit", &["text", "value", "model", "load", "align", "judge", "view", "error"]),
    ("cli", &["text", "value", "model", "load", "align", "judge", "view", "render", "audit", "error"]),
    ("pages", &["text", "value", "model", "load", "align", "judge", "view", "render", "audit", "cli"]),
    ("error", &[]),
];

/// No file is longer, its tests included.
const MOST_LINES: usize = 420;

/// Files that are longer still, and how long they may be: this list only gets shorter.
const TOO_LONG: [(&str, usize); 1] = [("src/align/relation.rs", 440)];

/// What reaches for a network, by the name of its crate.
const NETWORK: [&str; 10] =
    ["reqwest", "ureq", "hyper", "curl", "tokio", "async-std", "rustls", "native-tls", "openssl", "socket2"];

struct File {
    /// Below the repository, with `/`.
    path: String,
    text: String,
}

impl File {
    /// The room of a source file, by its folder or its name.
    fn room(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap_or(&self.path);
        below.split('/').next().unwrap_or(below).trim_end_matches(".rs")
    }

    /// Lines of code with their numbers: no comments, and nothing that is there for tests alone.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_module = |at: &usize| {
            let line = self.text[at + "\n#[cfg(test)]\n".len()..].lines().next().unwrap_or_default();
            line.contains("mod ") && line.ends_with('{')
        };
        let tests = self.text.match_indices("\n#[cfg(test)]\n").map(|(at, _)| at).find(is_module);
        let tests = tests.unwrap_or(self.text.len());
        let text = if self.is_for_tests() { "" } else { &self.text[..tests] };
        text.lines()
            .enumerate()
            .map(|(at, line)| (at + 1, line))
            .filter(|(_, line)| !line.trim().starts_with("//"))
    }

    /// Whether the file as a whole is a `#[cfg(test)] mod`.
    fn is_for_tests(&self) -> bool {
        self.path == "src/judge/sketch.rs"
            || self.path.starts_with("src/judge/laws/")
            || self.path.starts_with("src/pages/")
            || self.path.ends_with("/tests.rs")
            || self.path.ends_with("_tests.rs")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below some folders of the repository, in the order of their paths.
fn files(folders: &[&str]) -> Vec<File> {
    let mut open: Vec<PathBuf> =
        folders.iter().map(|folder| root().join(folder)).filter(|path| path.exists()).collect();
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let below = path.strip_prefix(root()).unwrap();
            let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            found.push(File { path: parts.join("/"), text });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn sources() -> Vec<File> {
    files(&["src"]).into_iter().filter(|file| file.path.ends_with(".rs")).collect()
}

/// Every line of code, outside some rooms, that holds one of these words.
fn lines_with(words: &[&str], allowed: &dyn Fn(&File) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for file in sources().iter().filter(|file| !allowed(file)) {
        for (number, line) in file.code() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    found
}

#[track_caller]
fn none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

/// The rooms that a line of code names: `crate::model::...`, and `crate::{model, text}`.
fn rooms_named(line: &str) -> Vec<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut named = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = &line[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let mut depth = 0;
                let inside = list.split_inclusive([',', '{', '}']);
                for part in inside {
                    if depth == 0 {
                        named.push(part.trim().split(|c| !is_name(c)).next().unwrap_or_default());
                    }
                    depth += i32::from(part.ends_with('{')) - i32::from(part.ends_with('}'));
                }
            }
            None => named.push(rest.split(|c| !is_name(c)).next().unwrap_or_default()),
        }
    }
    named.retain(|name| !name.is_empty());
    named
}

#[test]
fn the_rooms_that_a_line_names_are_found() {
    assert_eq!(rooms_named("use crate::model::Dossier;"), ["model"]);
    assert_eq!(
        rooms_named("use crate::{align::{self, scope}, model, text::fold};"),
        ["align", "model", "text"]
    );
    assert_eq!(rooms_named("fn f(a: crate::text::A, b: $crate::judge::B)"), ["text", "judge"]);
    assert_eq!(rooms_named("pub(crate) fn f()"), Vec::<&str>::new());
}

#[test]
fn imports_point_left() {
    let mut faults = Vec::new();
    for file in sources() {
        let Some((room, may)) = ROOMS.iter().find(|(room, _)| *room == file.room()) else {
            assert!(
                ["lib", "main"].contains(&file.room()),
                "`{}` stands in no room that is known",
                file.path
            );
            continue;
        };
        for (number, line) in file.code() {
            for named in rooms_named(line) {
                let is_room = ROOMS.iter().any(|(room, _)| *room == named);
                if is_room && named != *room && !may.contains(&named) {
                    faults.push(format!("{}:{number}: `{room}` uses `{named}`", file.path));
                }
            }
            // As many steps up as the file lies deep lead out of the room.
            let depth = file.path.matches('/').count() - usize::from(file.path.ends_with("/mod.rs"));
            if line.contains(&"super::".repeat(depth)) {
                faults.push(format!("{}:{number}: leaves its room by `super`", file.path));
            }
        }
    }
    none(&faults, "imports point left only: text < value < model < load, align < judge < report < cli");
}

#[test]
fn files_are_short() {
    let mut faults = Vec::new();
    for file in sources().iter().chain(&files(&["tests"])).filter(|file| file.path.ends_with(".rs")) {
        let lines = file.text.lines().count();
        let most = match TOO_LONG.iter().find(|(path, _)| *path == file.path) {
            Some((_, most)) => {
                assert!(lines > MOST_LINES, "`{}` is short enough now: take it off the list", file.path);
                *most
            }
            None => MOST_LINES,
        };
        if lines > most {
            faults.push(format!("{} has {lines} lines", file.path));
        }
    }
    none(&faults, &format!("a file has at most {MOST_LINES} lines"));
}

#[test]
fn files_say_what_they_are() {
    let rust = sources().into_iter().chain(files(&["tests"])).filter(|file| file.path.ends_with(".rs"));
    let silent: Vec<String> = rust
        .filter(|file| file.text.lines().next().and_then(|line| line.strip_prefix("//! ")).is_none())
        .map(|file| file.path)
        .collect();
    none(&silent, "each file opens with a `//!` sentence");
}

#[test]
fn only_the_terminal_prints() {
    let printed = lines_with(&["println!", "print!", "dbg!"], &|file| file.path == "src/cli/output.rs");
    none(&printed, "what is printed goes through cli/output.rs");
    let written = lines_with(&["io::stdout", "io::stderr"], &|file| file.room() == "cli");
    none(&written, "only cli writes to standard output and error");
}

#[test]
fn only_load_reads_files_and_only_the_terminal_writes_them() {
    let touched = lines_with(&["std::fs", "fs::", "File::", "WalkDir"], &|file| {
        ["load", "cli"].contains(&file.room()) || file.path == "src/text/spot.rs"
    });
    none(&touched, "only load reads files, and only cli writes them");
    let walked = lines_with(&["WalkDir", "read_dir"], &|file| file.room() == "load");
    none(&walked, "only load walks folders");
    let written =
        lines_with(&["fs::write", "fs::remove", "fs::rename", "create_dir", "File::create"], &|file| {
            file.room() == "cli"
        });
    none(&written, "only cli writes files");
}

#[test]
fn only_the_terminal_asks_for_the_time_and_the_environment() {
    // What git is started with is scrubbed, and for that it has to be known.
    let may = |file: &File| file.room() == "cli" || file.path == "src/load/git.rs";
    let asked = lines_with(&["SystemTime", "Instant", "std::env", "env::var", "stdin()"], &may);
    none(&asked, "only cli asks for the time, the environment and standard input");
}

#[test]
fn what_is_pure_cannot_fail() {
    // An `Error` means that we could not run; a reading may well be refused.
    let may = |file: &File| ["load", "audit", "cli", "error", "lib", "main"].contains(&file.room());
    none(
        &lines_with(&["crate::error", "panic!", "todo!", "unimplemented!"], &may),
        "text to report never fail to run",
    );
}

#[test]
fn nothing_uses_the_network() {
    none(&lines_with(&["std::net", "TcpStream", "UdpSocket"], &|_| false), "nothing uses the network");
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for name in NETWORK {
        assert!(!lock.contains(&format!("name = \"{name}\"")), "`{name}` is among the dependencies");
    }
}

#[test]
fn reports_hold_nothing_in_hash_order() {
    let hashed = lines_with(&["HashMap", "HashSet"], &|file| !["view", "render"].contains(&file.room()));
    none(&hashed, "same bytes in, same bytes out: a report uses BTreeMap, BTreeSet or a sorted list");
}

#[test]
fn formats_see_the_view_and_never_the_model() {
    let mut faults = Vec::new();
    for file in sources().iter().filter(|file| file.room() == "render") {
        // A file that declares a view makes it from the model; one that only renders has no need to.
        let declares = file.code().any(|(_, line)| line.contains("struct ") && line.contains("View"));
        let renders = file.code().any(|(_, line)| line.contains("pub(crate) fn render"));
        if declares || !renders {
            continue;
        }
        for (number, line) in file.code() {
            if rooms_named(line).iter().any(|room| ["model", "align"].contains(room)) {
                faults.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    none(&faults, "a format sees the view, never the model");
}

#[test]
fn no_file_knows_a_machine() {
    let here = root().to_string_lossy().into_owned();
    let homes = ["home", "Users", "root", "tmp", "work"].map(|folder| format!("/{folder}/"));
    let mut faults = Vec::new();
    let folders = ["src", "tests", "benches", "docs", "claims", "sources", "reports", ".ci", ".github"];
    let at_top = ["README.md", "CHANGELOG.md", "Cargo.toml", "gainsay.toml", "clippy.toml", "rustfmt.toml"];
    for file in files(&folders).iter().chain(&files(&at_top)) {
        for (at, line) in file.text.lines().enumerate() {
            // A folder of ours is no machine's: what comes before the slash must not be part of a path or an id.
            let of_machine = homes.iter().any(|home| {
                line.match_indices(home.as_str()).any(|(at, _)| {
                    !line[..at]
                        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '$'))
                })
            });
            if of_machine || line.contains(&here) {
                faults.push(format!("{}:{}: {}", file.path, at + 1, line.trim()));
            }
        }
    }
    none(&faults, "no path of a machine stands in a tracked file");
}

#[test]
fn the_action_builds_outside_of_the_workspace() {
    // A workspace holds what a stranger wrote: rustup runs what its rust-toolchain.toml names, and cargo what its
    // .cargo/config.toml does.
    let action = fs::read_to_string(root().join("action.yml")).unwrap();
    let steps: Vec<&str> = action.split("\n    - name: ").skip(1).collect();
    let builds = |step: &&&str| step.contains("cargo ") || step.contains("rustup ");
    let building: Vec<&&str> = steps.iter().filter(builds).collect();
    assert!(!building.is_empty() && steps.len() > building.len());
    for step in building {
        assert!(step.contains("\n      working-directory: ${{ github.action_path }}\n"), "{step}");
        assert!(step.contains("\n        RUSTUP_TOOLCHAIN: stable\n"), "{step}");
    }
}

#[test]
fn every_dependency_says_why() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut section = "";
    let mut before = "";
    let mut faults = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.contains("dependencies") && line.contains(" = ") && !before.starts_with("# ") {
            faults.push(line.to_owned());
        }
        before = line;
    }
    none(&faults, "the line before a dependency in Cargo.toml says why it is there");
}

#[test]
fn every_dependency_is_used() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let dependencies =
        manifest.split("\n[dependencies]\n").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap();
    let sources = sources();
    let unused: Vec<String> = dependencies
        .lines()
        .filter_map(|line| line.split_once(" = ").map(|(name, _)| name.replace('-', "_")))
        .filter(|name| {
            let path = format!("{name}::");
            !sources.iter().any(|file| file.code().any(|(_, line)| line.contains(&path)))
        })
        .collect();
    none(&unused, "a dependency that no line names");
}

#[test]
fn rust_is_the_same_everywhere() {
    // What CI asks for is what the manifest promises.
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(manifest.contains("unsafe_code = \"forbid\""), "no unsafe");
    assert!(manifest.contains("unwrap_used = \"warn\""), "no unwrap outside tests");
    assert!(manifest.contains("rust-version = "), "the resolver skips what is newer");
}
