//! Closed vocabularies are enums: what lies between the files and the output compares no word of ours.

use crate::all_needed;
use crate::none;
use crate::rust::{Token, closing, tokens};
use crate::tree::{Tree, files};

/// The rooms in which nothing is told apart by its name.
const WORDLESS: [&str; 4] = ["align", "judge", "view", "render"];

/// Words that are not ours: the schemes of addresses.
const FOREIGN: [&str; 2] = ["http", "https"];

/// Files that still compare words, and how many times: this list only gets shorter.
const COMPARES: &[(&str, usize)] = &[];

#[test]
fn no_word_of_ours_is_compared() {
    let mut faults = Vec::new();
    let mut met = Vec::new();
    for source in Tree::own().sources.iter().filter(|source| WORDLESS.contains(&source.room())) {
        let found = compared(&source.code);
        let known = COMPARES.iter().find(|(path, _)| *path == source.path);
        if let Some((path, times)) = known {
            met.push((format!("{path}: {times}, not {}", found.len()), found.len() == *times));
        }
        if known.is_none_or(|(_, times)| found.len() > *times) {
            faults.extend(found.iter().map(|word| format!("{}:{}: {:?}", source.path, word.line, word.text)));
        }
    }
    none(&faults, "align, judge, view and render compare values, not words");
    let gone = COMPARES.iter().filter(|(path, _)| !met.iter().any(|(known, _)| known.starts_with(path)));
    all_needed(met.iter().cloned().chain(gone.map(|(path, _)| ((*path).to_owned(), false))));
}

/// Templates that still compare words, and how many times: this list only gets shorter.
const TEMPLATES: &[(&str, usize)] = &[];

#[test]
fn no_template_compares_a_word_of_ours() {
    let mut faults = Vec::new();
    let templates = files(&["src"]).into_iter().filter(|file| file.path.ends_with(".html"));
    for file in templates {
        let found = compared_in_template(&file.text);
        let known = TEMPLATES.iter().find(|(path, _)| *path == file.path).map_or(0, |(_, times)| *times);
        if found.len() != known {
            faults.push(format!("{} compares with {found:?}", file.path));
        }
    }
    none(&faults, "a template is given what it shows");
}

/// The strings with which the tags of a template compare: as in code, and behind `when`.
fn compared_in_template(text: &str) -> Vec<String> {
    let tags = text.split("{%").skip(1).filter_map(|rest| rest.split("%}").next());
    let mut found = Vec::new();
    for tag in tags {
        let code = tokens(tag);
        let is_arm = code.first().is_some_and(|token| token.is("when"));
        let arm = code.iter().filter(|token| is_arm && token.is_text());
        found.extend(compared(&code).into_iter().chain(arm).map(|token| token.text.clone()));
    }
    found
}

/// The strings with which code compares: beside `==` and `!=`, in a pattern, and in a list that is asked for a word.
fn compared(code: &[Token]) -> Vec<&Token> {
    let is_at =
        |at: usize, words: &[&str]| code.get(at).is_some_and(|token| words.iter().any(|word| token.is(word)));
    let mut found = Vec::new();
    for (at, token) in code.iter().enumerate() {
        let equal = ["==", "!="];
        if token.is_text() && (is_at(at + 1, &equal) || at > 0 && is_at(at - 1, &equal)) {
            found.push(at);
        }
        if token.is("=>") || (token.is("=") && is_let(code, at)) {
            found.extend(pattern(code, at));
        }
        if token.is("matches") && is_at(at + 1, &["!"]) {
            let close = closing(code, at + 2);
            let comma = top_level(code, at + 3, close).find(|at| code[*at].is(",")).unwrap_or(close);
            let end = top_level(code, comma, close).find(|at| code[*at].is("if")).unwrap_or(close);
            found.extend((comma..end).filter(|at| code[*at].is_text()));
        }
        if token.is("[") {
            let close = closing(code, at);
            if is_at(close + 1, &["."]) && is_at(close + 2, &["contains"]) {
                found.extend((at..close).filter(|at| code[*at].is_text()));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    let is_ours = |word: &&Token| !word.text.is_empty() && !FOREIGN.contains(&word.text.as_str());
    found.into_iter().map(|at| &code[at]).filter(is_ours).collect()
}

/// The places between two that lie in no bracket.
fn top_level(code: &[Token], from: usize, to: usize) -> impl Iterator<Item = usize> {
    let step = move |at: &usize| {
        let opens = ["(", "[", "{"].iter().any(|open| code[*at].is(open));
        Some(if opens { closing(code, *at) + 1 } else { *at + 1 }).filter(|at| *at < to)
    };
    std::iter::successors((from < to).then_some(from), step)
}

/// Where the pattern that ends before `=>` or `=` begins: behind the arm, the brace or the `let` before it.
fn pattern_start(code: &[Token], end: usize) -> usize {
    let mut depth = 0;
    for at in (0..end).rev() {
        let token = &code[at];
        if [")", "]", "}"].iter().any(|close| token.is(close)) {
            // A body in braces may end the arm before.
            if depth == 0 && token.is("}") {
                return at + 1;
            }
            depth += 1;
        } else if ["(", "[", "{"].iter().any(|open| token.is(open)) {
            if depth == 0 {
                return at + 1;
            }
            depth -= 1;
        } else if depth == 0 && [",", ";", "let"].iter().any(|stop| token.is(stop)) {
            return at + 1;
        }
    }
    0
}

fn is_let(code: &[Token], at: usize) -> bool {
    let start = pattern_start(code, at);
    start > 0 && code[start - 1].is("let")
}

/// The strings of the pattern that ends at a place; those of its guard are none.
fn pattern(code: &[Token], end: usize) -> impl Iterator<Item = usize> {
    let start = pattern_start(code, end);
    let guard = top_level(code, start, end).find(|at| code[*at].is("if")).unwrap_or(end);
    (start..guard).filter(|at| code[*at].is_text())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        compared(&tokens(text)).into_iter().map(|token| token.text.clone()).collect()
    }

    #[test]
    fn every_way_to_compare_is_seen() {
        assert_eq!(words("if a == \"b\" && \"c\" != d {}"), ["b", "c"]);
        assert_eq!(
            words("match a { \"b\" | \"c\" => 1, Some(\"d\") if e => { 2 } (\"f\", _) => 3 }"),
            ["b", "c", "d", "f"]
        );
        assert_eq!(words("matches!(f(\"a\"), \"b\" | \"c\")"), ["b", "c"]);
        assert_eq!(words("if let Some(\"a\") = b(\"c\") {}"), ["a"]);
        assert_eq!(words("[\"a\", \"b\"].contains(&c)"), ["a", "b"]);
    }

    #[test]
    fn every_way_to_compare_in_a_template_is_seen() {
        let found = |text| compared_in_template(text);
        assert_eq!(found("{% if a == \"b\" %}\"c\" == {{ d }}{% else if \"e\" != f %}"), ["b", "e"]);
        assert_eq!(found("{% match a %}{% when \"b\" %}{% when Some(\"c\") -%}{% when D %}"), ["b", "c"]);
        assert_eq!(found("{% if let Some(\"a\") = b %}{{ c|join(\"d\") }}{% for e in f(\"g\") %}"), ["a"]);
    }

    #[test]
    fn what_is_written_is_not_compared() {
        assert_eq!(
            words("match a { B => \"c\", D => f(\"e\"), G => { \"h\" } I { j } => \"k\" }"),
            Vec::<String>::new()
        );
        assert_eq!(words("let a = \"b\"; let c: &[&str] = &[\"d\"]; e = \"f\";"), Vec::<String>::new());
        assert_eq!(words("a == \"\" || b == \"http\" || b.contains(\"c\")"), Vec::<String>::new());
        assert_eq!(words("match a { B if c(\"d\") => 1, _ => 2 }"), Vec::<String>::new());
    }
}
