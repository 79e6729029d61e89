//! What is set above the line: marks of notes, which are no part of a word, and powers and ordinals, which are.

use dom_query::NodeRef;

/// What stands in a `sup`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// The mark of a note.
    Note,
    /// A power, in the characters that are written so.
    Power(String),
    /// Letters of the word that they stand behind, or a word of their own.
    Words,
}

/// A link of more characters is no mark but words that are set small.
const LONGEST_LINK: usize = 10;

/// Symbols of units that are squared and cubed.
const UNITS: [&str; 14] = ["m", "cm", "mm", "dm", "km", "hm", "ft", "in", "yd", "mi", "м", "км", "см", "мм"];

/// What a `sup` is, given what stands before it.
pub(super) fn raised(node: &NodeRef<'_>, before: &str) -> Raised {
    let text = node.text();
    let words = text.trim();
    if is_linked(node) && words.chars().count() <= LONGEST_LINK {
        return Raised::Note;
    }
    let bare = words.trim_matches(['[', ']', '(', ')', ',', ' ', '\u{A0}', '\u{200A}', '\u{2009}']);
    if bare.is_empty() {
        return Raised::Note;
    }
    let is_number = bare.chars().all(|c| c.is_numeric() || matches!(c, ',' | '-' | '–' | ' ' | '−' | '+'));
    if is_number {
        return match power(bare).filter(|_| is_base(before, bare)) {
            Some(power) => Raised::Power(power),
            None => Raised::Note,
        };
    }
    let is_sign = bare.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶' | '#' | '⁎' | '∗'));
    let is_bracketed = words.starts_with('[') && words.ends_with(']');
    if is_sign || is_bracketed { Raised::Note } else { Raised::Words }
}

/// Whether it is a link, holds one, or stands in one.
fn is_linked(node: &NodeRef<'_>) -> bool {
    let is_link = |node: &NodeRef<'_>| node.has_name("a") && node.has_attr("href");
    node.descendants_it().any(|inner| is_link(&inner))
        || node.parent().is_some_and(|outer| is_link(&outer) && is_note(node, &outer))
}

/// Whether a link holds nothing but the mark.
fn is_note(node: &NodeRef<'_>, link: &NodeRef<'_>) -> bool {
    link.text().trim() == node.text().trim()
}

/// Whether what stands before a raised number is raised to it: a unit, or ten.
fn is_base(before: &str, power: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let unit = word.trim_start_matches(|c: char| c.is_numeric());
    if UNITS.contains(&unit) {
        return matches!(power, "2" | "3" | "-1" | "−1" | "-2" | "−2" | "-3" | "−3");
    }
    let head = &before[..before.len() - word.len()];
    word == "10" && (power != "1" || head.trim_end().ends_with(['×', 'x', '·', '⋅']))
}

fn power(number: &str) -> Option<String> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raise = |c: char| match c {
        '-' | '−' | '–' => Some('⁻'),
        '+' => Some('⁺'),
        _ => c.to_digit(10).map(|digit| DIGITS[digit as usize]),
    };
    number.chars().map(raise).collect()
}
