//! What a door of clippy.toml lets through as a whole: inside the room, this much is held too.

use crate::all_needed;
use crate::none;
use crate::rust::{Token, closing, stands_at};
use crate::tree::{Source, Tree};

/// A way out of the program, and the one place that takes it.
struct Door {
    rule: &'static str,
    /// The room that may take it, or the file.
    place: &'static str,
    /// Rows of tokens.
    ways: &'static [&'static [&'static str]],
}

const DOORS: [Door; 5] = [
    Door {
        rule: "only cli/writer.rs writes files",
        // Its parts among it.
        place: "src/cli/writer",
        ways: &[
            &["fs", "::", "write"],
            &["fs", "::", "copy"],
            &["fs", "::", "rename"],
            &["fs", "::", "remove_file"],
            &["fs", "::", "remove_dir"],
            &["fs", "::", "remove_dir_all"],
            &["fs", "::", "create_dir"],
            &["fs", "::", "create_dir_all"],
            &["fs", "::", "hard_link"],
            &["fs", "::", "set_permissions"],
            &["File", "::", "create"],
            &["OpenOptions"],
        ],
    },
    Door {
        rule: "only load/gate/ opens files",
        place: "src/load/gate/",
        ways: &[
            &["fs", "::", "read"],
            &["fs", "::", "read_to_string"],
            &["File", "::", "open"],
            &["openat2"],
        ],
    },
    Door {
        rule: "only load/gate/ walks folders",
        place: "src/load/gate/",
        ways: &[&["WalkDir"], &["read_dir"]],
    },
    Door {
        rule: "only load/git.rs starts a program",
        place: "src/load/git",
        ways: &[&["process", "::", "Command"]],
    },
    Door {
        rule: "only cli asks for the time, the environment and standard input",
        place: "src/cli/",
        ways: &[&["SystemTime"], &["Instant"], &["env", "::"], &["io", "::", "stdin"]],
    },
];

/// What is asked elsewhere, and no file's bytes.
const ASKS: &[(&str, &str)] = &[
    // What git is started with is scrubbed, and for that it has to be known.
    ("src/load/git/command.rs", "env ::"),
    // A folder is held against other runs and synced, and what killed runs left there is taken away.
    ("src/cli/writer/ground.rs", "File :: open"),
    ("src/cli/writer/temporary.rs", "File :: open"),
    ("src/cli/writer/temporary.rs", "read_dir"),
    ("src/cli/writer/at_once.rs", "read_dir"),
];

#[test]
fn each_way_out_has_one_place() {
    let mut faults = Vec::new();
    let mut met = Vec::new();
    for door in DOORS {
        for source in Tree::own().sources.iter().filter(|source| !source.path.starts_with(door.place)) {
            for (way, line) in taken(source, &door) {
                match ASKS.iter().find(|known| **known == (source.path.as_str(), way.as_str())) {
                    Some(known) => met.push(known),
                    None => faults.push(format!("{}:{line}: {way}: {}", source.path, door.rule)),
                }
            }
        }
    }
    none(&faults, "a way out is taken elsewhere");
    all_needed(ASKS.iter().map(|known| (format!("{known:?}"), met.contains(&known))));
}

/// The ways that a file takes, with their lines.
fn taken(source: &Source, door: &Door) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for way in door.ways {
        let places = (0..source.code.len()).filter(|at| stands_at(&source.code, *at, way));
        found.extend(places.map(|at| (way.join(" "), source.code[at].line)));
    }
    found
}

/// Shared functions that take a bool, as (file, function): this list only gets shorter.
const BOOLS: &[(&str, &str)] = &[
    // It asks one thing of its caller that has no name yet.
    ("src/cli/exit.rs", "unless"),
];

#[test]
fn shared_functions_take_no_bool() {
    let mut faults = Vec::new();
    let mut met = Vec::new();
    for source in &Tree::own().sources {
        for name in with_bool(&source.code) {
            match BOOLS.iter().find(|known| **known == (source.path.as_str(), name.text.as_str())) {
                Some(known) => met.push(known),
                None => faults.push(format!("{}:{}: `{}`", source.path, name.line, name.text)),
            }
        }
    }
    none(&faults, "a bool says at no call what it means: two ways have two names");
    all_needed(BOOLS.iter().map(|known| (format!("{known:?}"), met.contains(&known))));
}

/// The names of functions that more than their file sees and that have a parameter of type `bool`.
fn with_bool(code: &[Token]) -> Vec<&Token> {
    let mut found = Vec::new();
    for at in (0..code.len()).filter(|at| code[*at].is("pub")) {
        let scope = if stands_at(code, at + 1, &["("]) { closing(code, at + 1) + 1 } else { at + 1 };
        let words = ["const", "async", "unsafe"];
        let name =
            (scope..code.len()).find(|at| !words.iter().any(|word| code[*at].is(word))).unwrap_or(scope);
        if !stands_at(code, name, &["fn"]) || name + 2 >= code.len() {
            continue;
        }
        let Some(open) = (name..code.len()).find(|at| code[*at].is("(")) else { continue };
        let parameters = &code[open..closing(code, open)];
        let is_bool = |three: &[Token]| three[0].is(":") && three[1].is("bool") && three[2].is(",");
        let last = parameters.len() > 2
            && parameters[parameters.len() - 2].is(":")
            && parameters[parameters.len() - 1].is("bool");
        if last || parameters.windows(3).any(is_bool) {
            found.push(&code[name + 1]);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust::tokens;

    #[test]
    fn a_bool_is_seen_among_parameters_alone() {
        let names = |text: &str| {
            let code = tokens(text);
            with_bool(&code).into_iter().map(|name| name.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names("pub(crate) fn a(b: bool) {} pub fn c(d: E, f: bool, g: H) {}"), ["a", "c"]);
        assert_eq!(names("pub(super) const fn a<T>(self, b: bool) -> C {}"), ["a"]);
        assert_eq!(names("fn a(b: bool) {} pub fn c() -> bool { let d: bool = e; }"), Vec::<String>::new());
        assert_eq!(
            names("pub struct A { b: bool } pub fn c(d: impl Fn(E) -> bool, f: &[bool]) {}"),
            Vec::<String>::new()
        );
    }
}
