//! Text that a format takes as text, whatever a source wrote.

/// Text in Markdown; what stands in backticks stays code.
pub(crate) fn markdown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut code = false;
    // A backtick without its partner opens no code, and would leave all that follows as it is.
    let paired = text.matches('`').count().is_multiple_of(2);
    for c in text.chars() {
        match c {
            '`' if paired => code = !code,
            '`' | '*' | '_' | '<' | '>' | '[' | ']' | '#' | '|' | '\\' if !code => safe.push('\\'),
            _ => {}
        }
        safe.push(if c == '\n' { ' ' } else { c });
    }
    safe
}

/// Text in a cell of a table in Markdown.
pub(crate) fn markdown_cell(text: &str) -> String {
    markdown(text).replace("\\|", "|").replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_markdown_is_text_but_in_code() {
        assert_eq!(markdown("*a* [b] <c> `d_e` | f\ng"), "\\*a\\* \\[b\\] \\<c\\> `d_e` \\| f g");
        assert_eq!(markdown("a ` <b>"), "a \\` \\<b\\>", "a backtick alone opens no code");
        assert_eq!(markdown_cell("`a|b` | c"), "`a\\|b` \\| c", "a bar ends a cell even in code");
    }
}
