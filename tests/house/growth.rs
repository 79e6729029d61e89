//! A loop over claims within another says how its run grows: a dossier may have as many claims on one question as it likes.

use crate::none;
use crate::rust::{Token, closing, tokens, without_tests};
use crate::tree::files;

/// Names of what a question has many of: its claims, and whatever they are sorted into.
const MANY: [&str; 22] = [
    "answers",
    "by_question",
    "cells",
    "claims",
    "classes",
    "concerned",
    "disputes",
    "family",
    "groups",
    "leads",
    "listed",
    "loose",
    "members",
    "others",
    "page",
    "pairs",
    "positions",
    "regular",
    "sides",
    "statements",
    "strata",
    "taken",
];

/// What calls a closure for each of many.
const EACH: [&str; 15] = [
    "all",
    "any",
    "filter",
    "filter_map",
    "find",
    "find_map",
    "flat_map",
    "for_each",
    "map",
    "max_by_key",
    "min_by_key",
    "partition",
    "position",
    "retain",
    "take_while",
];

/// What a comment says where such loops stand: near linear in what, or up to which limit.
const SAYS: &str = "// Growth: ";

/// A loop over what a question has many of.
struct Loop {
    /// The token that it begins with, and those of its body.
    at: usize,
    body: std::ops::Range<usize>,
}

#[test]
fn loops_over_claims_within_loops_over_claims_say_their_growth() {
    let of_question = ["src/align/", "src/judge/", "src/view/"];
    let of_tests = ["/tests.rs", "_laws.rs", "/laws/"];
    let mut faults = Vec::new();
    for file in files(&["src"]) {
        let is_of = of_question.iter().any(|room| file.path.starts_with(room));
        if is_of && !of_tests.iter().any(|part| file.path.contains(part)) {
            faults.extend(silent(&file.text).into_iter().map(|line| format!("{}:{line}", file.path)));
        }
    }
    none(
        &faults,
        "a function that loops over claims within a loop over claims says `// Growth: ` with what, or up to which limit",
    );
}

/// The lines on which loops over claims begin that have another within, in functions that do not say how they grow.
fn silent(text: &str) -> Vec<usize> {
    let code = without_tests(&tokens(text));
    let lines: Vec<&str> = text.lines().collect();
    let loops = loops(&code);
    let has_within = |outer: &&Loop| loops.iter().any(|inner| outer.body.contains(&inner.at));
    let is_silent = |outer: &&Loop| {
        let is_named = |at: &usize| code[*at].is("fn") && code[at + 1].is_word();
        let function = (0..outer.at).rev().find(is_named).unwrap_or(0);
        let comments = lines[..code[function].line - 1].iter().rev();
        let before = comments.take_while(|line| line.trim_start().starts_with(['/', '#'])).count();
        let end = code.get(outer.body.end).map_or(lines.len(), |token| token.line);
        !lines[code[function].line - 1 - before..end].iter().any(|line| line.contains(SAYS))
    };
    let mut found: Vec<usize> =
        loops.iter().filter(has_within).filter(is_silent).map(|it| code[it.at].line).collect();
    found.dedup();
    found
}

fn loops(code: &[Token]) -> Vec<Loop> {
    let is_many = |tokens: &[Token]| tokens.iter().any(|token| MANY.iter().any(|name| token.is(name)));
    let mut found = Vec::new();
    for (at, token) in code.iter().enumerate() {
        if token.is("for") {
            // `impl X for Y` and `for<'a>` have no `in` before their brace.
            let Some(over) = reach(code, at + 1, |token| token.is("in")) else { continue };
            let Some(open) = reach(code, over + 1, |token| token.is("{")) else { continue };
            if is_many(&code[over..open]) {
                found.push(Loop { at, body: open..closing(code, open) });
            }
        }
        let calls = at > 0 && code[at - 1].is(".") && EACH.iter().any(|name| token.is(name));
        let has_closure = code.get(at + 2).is_some_and(|token| token.is("|") || token.is("move"));
        if calls && has_closure && code[at + 1].is("(") && is_many(receiver(&code[..at - 1])) {
            found.push(Loop { at, body: at + 1..closing(code, at + 1) });
        }
    }
    found
}

/// The next token on this level that is asked for, before a `;` or a block that is none of it.
fn reach(code: &[Token], from: usize, asked: impl Fn(&Token) -> bool) -> Option<usize> {
    let mut at = from;
    while let Some(token) = code.get(at) {
        if asked(token) {
            return Some(at);
        }
        if token.is(";") || token.is("{") || token.is("}") {
            return None;
        }
        at = if token.is("(") || token.is("[") { closing(code, at) + 1 } else { at + 1 };
    }
    None
}

/// The tokens at the end that a method is called on.
fn receiver(code: &[Token]) -> &[Token] {
    let mut depth = 0;
    for (at, token) in code.iter().enumerate().rev() {
        match token.text.as_str() {
            ")" | "]" | "}" if !token.is_text() => depth += 1,
            "(" | "[" | "{" if !token.is_text() => {
                if depth == 0 {
                    return &code[at + 1..];
                }
                depth -= 1;
            }
            ";" | "=" | "|" | "," | "return" | "=>" | "!" | "if" | "&" | "<" | ">" | "in" if depth == 0 => {
                return &code[at + 1..];
            }
            _ => {}
        }
    }
    code
}

#[test]
fn a_loop_within_a_loop_is_found_and_one_that_says_so_is_not() {
    let nested = "fn a(claims: &[u8]) {\n    for a in claims {\n        for b in &claims[1..] {}\n    }\n}\n";
    assert_eq!(silent(nested), [2]);
    assert_eq!(silent(&format!("/// It is.\n// Growth: up to 20 claims.\n{nested}")), [0; 0]);
    assert_eq!(silent(&nested.replace("for b", "// Growth: with their square.\n        for b")), [0; 0]);
    // What another function says is not said here.
    assert_eq!(silent(&format!("// Growth: none.\nfn b() {{}}\n\n{nested}")), [5]);
    // Nor is the type of a function one.
    let typed = nested.replace("    for a", "    let x: fn(u8) -> u8 = y;\n    for a");
    assert_eq!(silent(&typed), [3]);
    assert_eq!(silent(&format!("// Growth: none.\n{typed}")), [0; 0]);
    let closures = "fn a() {\n    let x = it.claims.iter().map(|a| others.iter().any(|b| a == b));\n}\n";
    assert_eq!(silent(closures), [2]);
    for single in [
        "fn a() {\n    for a in claims {\n        for b in 0..3 {}\n    }\n    for a in claims {}\n}\n",
        "fn a() {\n    claims.iter().filter(|a| a.is()).map(|a| a.len());\n}\n",
        "impl Each for Claims {\n    fn a(claims: u8) {\n        claims.iter().any(|it| it.is())\n    }\n}\n",
        "#[cfg(test)]\nmod tests {\n    fn a() {\n        for a in claims { for b in claims {} }\n    }\n}\n",
    ] {
        assert_eq!(silent(single), [0; 0], "{single}");
    }
}
