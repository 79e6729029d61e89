//! The sources as the compiler sees them: which file is which module, and which are there for tests alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::rust::{self, Token};

/// A text file of the repository.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// Below the repository, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// A source file.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) path: String,
    /// The path of its module: `["value", "shape"]`; empty for lib.rs and main.rs.
    pub(crate) module: Vec<String>,
    /// Its code without what is there for tests alone; nothing where all of it is.
    pub(crate) code: Vec<Token>,
}

impl Source {
    /// Its room: a folder of `src/`, or a file beside them.
    pub(crate) fn room(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap_or(&self.path);
        below.split('/').next().unwrap_or(below).trim_end_matches(".rs")
    }
}

/// All sources and where each module is.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) sources: Vec<Source>,
    modules: BTreeMap<Vec<String>, usize>,
}

impl Tree {
    /// The sources of this repository.
    pub(crate) fn own() -> &'static Tree {
        static OWN: OnceLock<Tree> = OnceLock::new();
        OWN.get_or_init(|| {
            let files = files(&["src"]).into_iter().filter(|file| file.path.ends_with(".rs"));
            Tree::of(files.map(|file| (file.path, file.text)).collect())
        })
    }

    /// The tree of files, by the modules that they declare from lib.rs and main.rs down.
    pub(crate) fn of(mut files: Vec<(String, String)>) -> Tree {
        files.sort();
        let tokens: Vec<Vec<Token>> = files.iter().map(|(_, text)| rust::tokens(text)).collect();
        let place = |path: &str| files.iter().position(|(known, _)| known == path);
        let mut modules = BTreeMap::new();
        let mut tests = vec![true; files.len()];
        let mut seen = vec![false; files.len()];
        let mut open: Vec<(usize, Vec<String>, bool)> = ["src/lib.rs", "src/main.rs"]
            .into_iter()
            .filter_map(place)
            .map(|file| (file, Vec::new(), false))
            .collect();
        let mut module_of = vec![Vec::new(); files.len()];
        while let Some((file, module, is_for_tests)) = open.pop() {
            seen[file] = true;
            tests[file] = is_for_tests;
            module_of[file].clone_from(&module);
            // main.rs is a crate of its own, and nothing is below it.
            if files[file].0 != "src/main.rs" {
                modules.insert(module.clone(), file);
            }
            let shipped = declared(&rust::without_tests(&tokens[file]));
            for name in declared(&tokens[file]) {
                let below = below(&files[file].0);
                let found = [format!("{below}/{name}.rs"), format!("{below}/{name}/mod.rs")];
                let found = found.iter().find_map(|path| place(path));
                let child = found.unwrap_or_else(|| panic!("no file for `mod {name}` of {}", files[file].0));
                let only_tests = is_for_tests || !shipped.contains(&name);
                open.push((child, [module.clone(), vec![name]].concat(), only_tests));
            }
        }
        let lost: Vec<&String> =
            files.iter().zip(&seen).filter(|(_, seen)| !**seen).map(|(f, _)| &f.0).collect();
        assert!(lost.is_empty(), "no module is made of {lost:?}");
        let sources = files.into_iter().enumerate().map(|(at, (path, _))| Source {
            path,
            module: module_of[at].clone(),
            code: if tests[at] { Vec::new() } else { rust::without_tests(&tokens[at]) },
        });
        Tree { sources: sources.collect(), modules }
    }

    /// The file of the module in which a path ends: its segments are followed as long as they name modules.
    pub(crate) fn reached(&self, path: &[String]) -> Option<usize> {
        let known = (0..=path.len()).take_while(|length| self.is_module(&path[..*length])).last()?;
        self.modules.get(&path[..known]).copied()
    }

    pub(crate) fn is_module(&self, path: &[String]) -> bool {
        self.modules.contains_key(path)
    }
}

/// The modules that a file declares to be files.
fn declared(tokens: &[Token]) -> Vec<String> {
    let is_file = |three: &&[Token]| three[0].is("mod") && three[1].is_word() && three[2].is(";");
    tokens.windows(3).filter(is_file).map(|three| three[1].text.clone()).collect()
}

/// The folder of the modules below a file.
fn below(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    match name {
        "lib.rs" | "main.rs" | "mod.rs" => folder.to_owned(),
        _ => path.trim_end_matches(".rs").to_owned(),
    }
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below some folders of the repository, in the order of their paths.
pub(crate) fn files(folders: &[&str]) -> Vec<File> {
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

/// A file of the repository as text.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}
