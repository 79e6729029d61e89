//! What docs/security.md promises is held by tests that are there.

use crate::none;
use crate::tree::{files, read};

/// What the page promises, a list item each, by its section; what it does not is left out.
fn promises(page: &str) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    let (mut section, mut is_open) = ("", false);
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            (section, is_open) = (heading, false);
        } else if let Some(item) = line.strip_prefix("- ") {
            found.push((section, item.to_owned()));
            is_open = true;
        } else if let (Some((_, item)), true, true) = (found.last_mut(), is_open, line.starts_with("  ")) {
            item.push(' ');
            item.push_str(line.trim_start());
        } else {
            is_open = false;
        }
    }
    found.retain(|(section, _)| *section != "What is not promised");
    found
}

/// The names of tests in a text: words in backticks of several parts, all in small letters.
fn tests(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let is_name = |word: &&str| {
        word.contains('_') && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    quoted.filter(is_name).collect()
}

#[test]
fn each_promise_names_tests_and_each_of_them_is_there() {
    let page = read("docs/security.md");
    let code = files(&["src", "tests"]);
    // A test of a harness of our own is named by a string, behind what makes a trial of it.
    let written = |name: &str| {
        [format!("fn {name}("), format!("trial(\"{name}\""), format!("trial(\n            \"{name}\"")]
    };
    let is_there = |name: &str| code.iter().any(|file| written(name).iter().any(|it| file.text.contains(it)));
    let mut faults = Vec::new();
    let promises = promises(&page);
    assert!(promises.len() > 30, "{}", promises.len());
    for (section, promise) in &promises {
        // Its name stands behind the sentence, in brackets.
        let named =
            promise.rsplit_once(" (").filter(|_| promise.ends_with(')')).map_or("", |(_, named)| named);
        if tests(named).is_empty() {
            faults.push(format!("{section}: no test is named behind `{promise}`"));
        }
    }
    for name in tests(&page).into_iter().filter(|name| !is_there(name)) {
        faults.push(format!("`{name}` is no test"));
    }
    for path in page
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.starts_with("src/") || word.starts_with("tests/"))
    {
        if !code.iter().any(|file| file.path.starts_with(path)) {
            faults.push(format!("`{path}` is no file"));
        }
    }
    none(&faults, "docs/security.md promises what a test holds");
}

#[test]
fn promises_are_read_with_their_tests() {
    let page = "- out (`a_b_c`)\n## One\n\n- that it is so,\n  and so. (`x.rs`: `it_is_so`,\n  `and_so`)\ntext\n  more\n- none\n## What is not promised\n- x\n";
    let found = promises(page);
    assert_eq!(found.len(), 3);
    assert_eq!(found[1], ("One", "that it is so, and so. (`x.rs`: `it_is_so`, `and_so`)".to_owned()));
    assert_eq!(tests(&found[1].1), ["it_is_so", "and_so"]);
    assert!(tests(&found[2].1).is_empty());
}
