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

/// The languages of Spain, Portugal and Italy, in which a raised letter behind a number makes it an ordinal.
const OF_ORDINALS: [&str; 7] = ["es", "pt", "it", "ca", "gl", "eu", "ast"];

/// What is raised, given what stands before it and the language of the page.
pub(super) fn raised(node: &NodeRef<'_>, before: &str, language: &str) -> Raised {
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
    let is_note = is_sign || is_bracketed || is_letter_of_note(bare, before, language);
    if is_note { Raised::Note } else { Raised::Words }
}

/// Whether what is raised behind a number is a letter, or a Roman number, that no ordinal, hour or century ends with.
fn is_letter_of_note(words: &str, before: &str, language: &str) -> bool {
    if !before.ends_with(char::is_numeric) {
        return false;
    }
    let is_ordinal = |c: char| "dehmnors".contains(c) || c == 'a' && OF_ORDINALS.contains(&language);
    let mut chars = words.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => c.is_ascii_lowercase() && !is_ordinal(c),
        _ => matches!(words, "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "ix"),
    }
}

/// Whether a link that is not raised is the mark of a note: a sign, a short number or a letter that leads to a place in the page
/// and stands close behind a word, or in brackets.
pub(super) fn is_note_link(node: &NodeRef<'_>, before: &str) -> bool {
    let Some(to) = node.attr("href") else { return false };
    let said =
        |attribute: &str| node.attr(attribute).map(|value| value.to_ascii_lowercase()).unwrap_or_default();
    let (role, class) = (said("role"), said("class"));
    let is_called_so = role == "doc-noteref" || class.contains("footnote") || class.contains("noteref");
    let is_in_page = to.starts_with('#') && to.len() > 1 || is_note_name(&to);
    if !is_in_page && !is_called_so {
        return false;
    }
    let text = node.text();
    let words = text.trim();
    let bracketed = [('[', ']'), ('(', ')')]
        .iter()
        .find_map(|(open, close)| words.strip_prefix(*open)?.strip_suffix(*close));
    let bare = bracketed.unwrap_or(words).trim();
    let is_number = (1..=3).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_sign =
        !bare.is_empty() && bare.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶' | '⁎' | '∗'));
    // In brackets the numbers of notes are what a reader sees, however they are linked.
    let is_listed = before.chars().rev().take(40).find(|c| matches!(c, '[' | ']')) == Some('[');
    let is_close = is_close_to(before) && !is_listed;
    match bracketed {
        Some(_) => words.starts_with('[') && (is_number || is_letter || is_sign) || is_close && is_number,
        None => is_close && (is_number || is_sign || is_letter && is_called_so),
    }
}

/// Whether what a class calls raised, and may mean otherwise, reads as the mark of a note or a power close behind a word.
pub(super) fn is_like_note(node: &NodeRef<'_>, before: &str) -> bool {
    let text = node.text();
    let words = text.trim();
    let is_close = is_close_to(before);
    is_close
        && words.len() <= LONGEST_LINK
        && !words.contains(|c: char| c.is_alphabetic() && !c.is_ascii_lowercase())
        && words.chars().filter(|c| c.is_alphabetic()).count() <= 1
}

/// Whether a mark would hang on what stands before it: a word, a stop or what closes.
fn is_close_to(before: &str) -> bool {
    before.ends_with(|c: char| c.is_alphanumeric() || ".,;:!?)]”’\"'»%".contains(c))
}

/// Whether an address leads to a note of a page.
fn is_note_name(address: &str) -> bool {
    let name = address.rsplit_once('#').map_or("", |(_, name)| name).to_ascii_lowercase();
    let name = name.trim_start_matches('_');
    ["fn", "ftn", "footnote", "cite_note", "cite-note", "endnote", "sdfootnote", "note"]
        .iter()
        .any(|head| name.starts_with(head))
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
