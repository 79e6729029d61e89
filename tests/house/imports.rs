//! Which file imports which: by `use` and by paths in the code, each followed to the file of the module that it names.
//!
//! What a face re-exports is imported from the face: `use crate::judge::Finding` imports `judge/mod.rs`, and that imports
//! `judge/finding.rs`. A declaration (`mod finding;`) is no import, and what is there for tests alone does not count.

use std::sync::OnceLock;

use crate::rust::{Token, closing};
use crate::tree::Tree;

/// One file names something of another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Import {
    /// Places in the tree's sources.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The line in `from`.
    pub(crate) line: usize,
}

/// All imports of this repository, in order.
pub(crate) fn own() -> &'static [Import] {
    static OWN: OnceLock<Vec<Import>> = OnceLock::new();
    OWN.get_or_init(|| of(Tree::own()))
}

/// All imports of a tree, in order; none of a file by itself.
pub(crate) fn of(tree: &Tree) -> Vec<Import> {
    let mut found = Vec::new();
    for (from, source) in tree.sources.iter().enumerate() {
        if source.path == "src/main.rs" {
            continue;
        }
        let mut reader = Reader { tree, tokens: &source.code, named: Vec::new() };
        reader.read(0, source.code.len(), &source.module);
        let named = reader.named.into_iter().filter_map(|(path, line)| Some((tree.reached(&path)?, line)));
        found.extend(named.filter(|(to, _)| *to != from).map(|(to, line)| Import { from, to, line }));
    }
    found.sort();
    found.dedup();
    found
}

struct Reader<'t> {
    tree: &'t Tree,
    tokens: &'t [Token],
    /// Paths from the root of the crate, with the line that each stands on.
    named: Vec<(Vec<String>, usize)>,
}

impl Reader<'_> {
    /// Reads the tokens of a module between two places.
    fn read(&mut self, mut at: usize, end: usize, module: &[String]) {
        while at < end {
            let token = &self.tokens[at];
            let next = self.tokens.get(at + 1);
            let opens = self.tokens.get(at + 2).is_some_and(|token| token.is("{"));
            if token.is("mod") && opens && next.is_some_and(Token::is_word) {
                let close = closing(self.tokens, at + 2);
                let inner = [module, &[self.tokens[at + 1].text.clone()]].concat();
                self.read(at + 3, close, &inner);
                at = close + 1;
            } else if token.is("use") && !next.is_some_and(|next| next.is("<")) {
                at = self.uses(at + 1, module, &[]) + 1;
            } else if token.is_word() && self.begins_a_path(at) {
                at = self.path(at, module);
            } else {
                if token.is("!") && next.is_some_and(|next| next.is("{")) {
                    self.given(at + 1, module);
                }
                at += 1;
            }
        }
    }

    /// The modules whose bare names a macro is given, in the braces that open at a place: `commands! { Check = check }`.
    fn given(&mut self, open: usize, module: &[String]) {
        for at in open..closing(self.tokens, open) {
            let is_alone = |at: usize| !["::", "."].iter().any(|mark| self.tokens[at].is(mark));
            // Alone these are a value and parts of other things.
            let is_name = !["self", "super", "crate"].iter().any(|word| self.tokens[at].is(word));
            if self.tokens[at].is_word() && is_name && is_alone(at - 1) && is_alone(at + 1) {
                self.name(&[self.tokens[at].text.clone()], self.tokens[at].line, module);
            }
        }
    }

    /// Whether a path of two segments or more begins here; `pub(in ...)` says who may see, and imports nothing.
    fn begins_a_path(&self, at: usize) -> bool {
        let before = |steps: usize, text: &str| at >= steps && self.tokens[at - steps].is(text);
        let after =
            |steps: usize, text: &str| self.tokens.get(at + steps).is_some_and(|token| token.is(text));
        let is_continued = self.tokens.get(at + 2).is_some_and(Token::is_word);
        after(1, "::") && is_continued && !before(1, "::") && !(before(1, "in") && before(2, "("))
    }

    /// The path in the code that begins at a place; where it ends.
    fn path(&mut self, at: usize, module: &[String]) -> usize {
        let mut segments = vec![self.tokens[at].text.clone()];
        let mut end = at + 1;
        while end + 1 < self.tokens.len() && self.tokens[end].is("::") && self.tokens[end + 1].is_word() {
            segments.push(self.tokens[end + 1].text.clone());
            end += 2;
        }
        self.name(&segments, self.tokens[at].line, module);
        end
    }

    /// The tree of a `use` from a place on, below a prefix; the place of what ends it: `;`, `,` or `}`.
    fn uses(&mut self, mut at: usize, module: &[String], prefix: &[String]) -> usize {
        let mut segments = prefix.to_vec();
        let mut line = self.tokens.get(at).map_or(0, |token| token.line);
        let mut is_leaf = false;
        while let Some(token) = self.tokens.get(at) {
            match token.text.as_str() {
                ";" | "," | "}" => break,
                "{" => {
                    while !self.tokens[at].is("}") {
                        at = self.uses(at + 1, module, &segments);
                    }
                }
                "as" => at += 1,
                "self" if !segments.is_empty() => is_leaf = true,
                "*" => is_leaf = true,
                "::" => is_leaf = false,
                _ => {
                    (line, is_leaf) = (token.line, true);
                    segments.push(token.text.clone());
                }
            }
            at += 1;
        }
        if is_leaf && !segments.is_empty() {
            self.name(&segments, line, module);
        }
        at
    }

    /// Takes note of a path, if it leads into the crate.
    fn name(&mut self, segments: &[String], line: usize, module: &[String]) {
        let mut base = module.to_vec();
        let mut rest = segments;
        match rest[0].as_str() {
            "crate" => {
                base.clear();
                rest = &rest[1..];
            }
            "self" => rest = &rest[1..],
            "super" => {}
            child => {
                base.push(child.to_owned());
                if !self.tree.is_module(&base) {
                    return;
                }
                base.pop();
            }
        }
        while rest.first().is_some_and(|segment| segment == "super") {
            base.pop();
            rest = &rest[1..];
        }
        base.extend_from_slice(rest);
        self.named.push((base, line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who imports whom in a tree of a few files, as `from > to`, without `src/` and `.rs`.
    fn imports(files: &[(&str, &str)]) -> Vec<String> {
        let files = files.iter().map(|(path, text)| (format!("src/{path}.rs"), (*text).to_owned()));
        let tree = Tree::of(files.collect());
        let name = |at: usize| tree.sources[at].path["src/".len()..].trim_end_matches(".rs").to_owned();
        of(&tree).iter().map(|import| format!("{} > {}", name(import.from), name(import.to))).collect()
    }

    /// A crate of two rooms, `a` with a face and a child, and the text of the file `b`.
    fn of_b(text: &str) -> Vec<String> {
        let files =
            [("lib", "mod a; mod b;"), ("a/mod", "mod c; mod d;"), ("a/c", ""), ("a/d", ""), ("b", text)];
        imports(&files).into_iter().filter_map(|line| line.strip_prefix("b > ").map(str::to_owned)).collect()
    }

    #[test]
    fn a_use_names_the_module_in_which_its_path_ends() {
        assert_eq!(of_b("use crate::a::c::X;"), ["a/c"]);
        assert_eq!(of_b("use crate::a::c;"), ["a/c"]);
        assert_eq!(of_b("use crate::a::X;"), ["a/mod"]);
        assert_eq!(of_b("use super::a::c::X as Y;"), ["a/c"]);
        assert_eq!(of_b("use crate::a::c::*;"), ["a/c"]);
        assert_eq!(of_b("use crate::X;"), ["lib"]);
        assert_eq!(of_b("use super::*;"), ["lib"]);
        assert_eq!(of_b("use std::fmt; use toml::de; use self::X;"), Vec::<String>::new());
    }

    #[test]
    fn every_branch_of_a_use_counts() {
        assert_eq!(of_b("use crate::a::{c::X, d::{Y, Z}};"), ["a/c", "a/d"]);
        assert_eq!(of_b("use crate::{a::{self, c}, X};"), ["a/c", "a/mod", "lib"]);
        assert_eq!(of_b("use crate::a::{c::{self, X as Y}, W,};"), ["a/c", "a/mod"]);
        assert_eq!(of_b("use {crate::a::c, crate::a::d::X};"), ["a/c", "a/d"]);
    }

    #[test]
    fn a_path_in_the_code_is_an_import() {
        assert_eq!(of_b("fn f() -> crate::a::c::X { g::<crate::a::d::Y>() }"), ["a/c", "a/d"]);
        assert_eq!(of_b("macro_rules! m { () => { $crate::a::c::X } }"), ["a/c"]);
        assert_eq!(of_b("fn f() { println!(\"{}\", super::a::c::X) }"), ["a/c"]);
        assert_eq!(of_b("fn f() { use crate::a::d; }"), ["a/d"]);
        assert_eq!(of_b("fn f(a: impl Sized + use<'_>) {}"), Vec::<String>::new());
    }

    #[test]
    fn what_names_nothing_is_no_import() {
        assert_eq!(of_b("// crate::a::c\nconst A: &str = \"crate::a::c\";"), Vec::<String>::new());
        assert_eq!(of_b("pub(in crate::a::c) fn f() {} pub(crate) mod e {}"), Vec::<String>::new());
        assert_eq!(
            of_b("#[cfg(test)] mod tests { use crate::a::c; } #[cfg(test)] use crate::a::d;"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_macro_that_is_given_a_module_imports_it() {
        let files = [
            ("lib", "mod a;"),
            ("a/mod", "mod c; mod d; list! { C = c, self, e.d }"),
            ("a/c", ""),
            ("a/d", ""),
        ];
        assert_eq!(imports(&files), ["a/mod > a/c"]);
    }

    #[test]
    fn a_module_within_a_file_is_that_file() {
        assert_eq!(of_b("mod e { use super::X; use super::super::a::c; } use e::Y;"), ["a/c"]);
    }

    #[test]
    fn a_face_imports_what_it_shows_and_its_child_by_its_name() {
        let files = [("lib", "pub mod a;"), ("a/mod", "mod c; mod d; pub use c::X; fn f() { d::g() }")];
        let below = [("a/c", "use super::d::Y;"), ("a/d", "use super::X; use crate::a::Z;")];
        let found = imports(&[&files[..], &below[..]].concat());
        assert_eq!(found, ["a/c > a/d", "a/d > a/mod", "a/mod > a/c", "a/mod > a/d"]);
    }

    #[test]
    fn a_file_that_only_tests_declare_imports_nothing() {
        let files =
            [("lib", "mod a; #[cfg(test)] mod t;"), ("a", ""), ("t", "use crate::a::X; mod u;"), ("t/u", "")];
        assert_eq!(imports(&files), Vec::<String>::new());
    }
}
