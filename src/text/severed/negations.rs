//! Where a passage would cut a negation off the word that it is a part of: `able` in `unable`, `did` in `didn't`.

use crate::text::glyph::is_single_mark;

/// What negates the word that it begins, in English, German, French, Spanish, Italian, Portuguese, Russian and Ukrainian.
const PREFIXES: [&str; 18] = [
    "un", "in", "im", "il", "ir", "dis", "non", "mis", "nicht", "miss", "des", "dés", "mé", "mal", "не",
    "без", "бес", "ні",
];

/// Where the word begins whose head is cut off, where that negates; `None` where it does not.
pub(super) fn begin(head: &str) -> Option<usize> {
    let start = head.trim_end_matches(char::is_alphabetic).len();
    let cut_off = &head[start..];
    let is_whole = !head[..start].ends_with(|c: char| c.is_numeric() || is_single_mark(c));
    let small = || cut_off.to_lowercase();
    (is_whole && (1..=10).contains(&cut_off.len()) && PREFIXES.contains(&small().as_str())).then_some(start)
}

/// How many bytes of `tail` negate the word that `passage` ends in; `None` where none do.
pub(super) fn end(passage: &str, tail: &str) -> Option<usize> {
    let ends_here = |len: usize| !tail[len..].starts_with(char::is_alphanumeric);
    let contracted = |tail: &str| {
        let rest = tail.strip_prefix(is_single_mark)?;
        let mark = tail.len() - rest.len();
        rest.starts_with(['t', 'T']).then_some(mark + 1)
    };
    let len = match tail.strip_prefix(['n', 'N']) {
        Some(rest) if passage.ends_with(char::is_alphabetic) => match contracted(rest) {
            Some(len) => Some(1 + len),
            None => {
                let is_cannot = passage.to_ascii_lowercase().ends_with("can")
                    && rest.to_ascii_lowercase().starts_with("ot");
                is_cannot.then_some("not".len())
            }
        },
        None if passage.ends_with(['n', 'N']) => contracted(tail),
        _ => None,
    };
    len.filter(|len| ends_here(*len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negation_that_begins_a_word_is_a_part_of_it() {
        for (head, word) in [
            ("They were un", Some("un")),
            ("an Il", Some("Il")),
            ("это не", Some("не")),
            ("a sk", None),
            ("they ran in", Some("in")),
            ("the 3un", None),
            ("they were ", None),
            ("", None),
        ] {
            assert_eq!(begin(head).map(|at| &head[at..]), word, "{head}");
        }
    }

    #[test]
    fn a_negation_that_ends_a_word_is_a_part_of_it() {
        for (passage, tail, negation) in [
            ("The army did", "n't fire", Some("n't")),
            ("The army could", "n’t.", Some("n’t")),
            ("The army didn", "'t fire", Some("'t")),
            ("They can", "not fire", Some("not")),
            ("They can", "notify us", None),
            ("The k", "not", None),
            ("The army", "'s fire", None),
            ("the men", "'two", None),
            ("did", " not", None),
        ] {
            assert_eq!(end(passage, tail).map(|len| &tail[..len]), negation, "{passage}|{tail}");
        }
    }
}
