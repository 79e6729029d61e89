//! Finding `# gainsay: allow RULE reason` comments, and the tables that they speak of.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::model::accepted::Allow;
use crate::text::{FileId, Files, Spot};

/// What a comment for gainsay begins with, after the `#`.
const ADDRESS: &str = "gainsay:";

/// The comments of all files whose texts are held, in the order of their places.
pub(super) fn take(files: &Files) -> Vec<Allow> {
    let mut found = Vec::new();
    for (index, file) in files.0.iter().enumerate() {
        found.extend(of_text(FileId(index as u32), &file.text));
    }
    found
}

/// The comments of a text.
pub(super) fn of_text(file: FileId, text: &str) -> Vec<Allow> {
    // Few files have any: the lexer runs where the words stand at all.
    match memchr::memmem::find(text.as_bytes(), ADDRESS.as_bytes()) {
        Some(_) => in_text(file, text),
        None => Vec::new(),
    }
}

/// A table header: where its line begins, and its brackets and path.
struct Header<'t> {
    start: usize,
    name: &'t str,
}

/// A comment for gainsay, and whether it has its line to itself.
struct Comment {
    at: Range<usize>,
    line: Line,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Own,
    Shared,
}

fn in_text(file: FileId, text: &str) -> Vec<Allow> {
    let (headers, comments, lines) = scan(text);
    let tables = tables(&headers, text.len());
    let below = below_comments(&lines);
    comments
        .into_iter()
        .filter_map(|comment| {
            let words = text[comment.at.clone()].trim_start_matches('#').trim().strip_prefix(ADDRESS)?.trim();
            let (rule, reason) = read(words);
            let covers = covered(&comment, &tables, &lines, &below, text.len());
            Some(Allow { spot: Spot::new(file, &comment.at), rule, reason, covers: Spot::new(file, &covers) })
        })
        .collect()
}

/// The rule and the reason of `allow RULE reason`; no rule where it is anything else.
fn read(words: &str) -> (String, String) {
    let Some(rest) =
        words.strip_prefix("allow").filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    else {
        return (String::new(), words.to_owned());
    };
    let rest = rest.trim();
    let (rule, reason) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let reason = reason.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—'));
    (rule.trim_end_matches(':').to_owned(), reason.to_owned())
}

/// What follows a line of comment: whether the next line is a comment, a header, or something else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    Comment,
    Header,
    Else,
}

/// The headers and the comments of a text, and each line's start with what it opens with.
fn scan(text: &str) -> (Vec<Header<'_>>, Vec<Comment>, Vec<(usize, Opens)>) {
    let (mut headers, mut comments, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    let (mut depth, mut line_start, mut opened, mut in_header) = (0_usize, 0, None, None);
    for token in Source::new(text).lex() {
        let (start, end) = (token.span().start(), token.span().end());
        match token.kind() {
            TokenKind::Newline | TokenKind::Eof => {
                if let Some(from) = in_header.take() {
                    let line = text[from..start].split('#').next().unwrap_or("").trim();
                    headers.push(Header { start: from, name: line });
                    depth = 0;
                }
                lines.push((line_start, opened.take().unwrap_or(Opens::Else)));
                line_start = end;
            }
            TokenKind::Whitespace => {}
            TokenKind::Comment => {
                let line = if opened.is_none() { Line::Own } else { Line::Shared };
                opened.get_or_insert(Opens::Comment);
                comments.push(Comment { at: start..end, line });
            }
            kind => {
                if opened.is_none() {
                    let is_header = kind == TokenKind::LeftSquareBracket && depth == 0;
                    in_header = is_header.then_some(start);
                    opened = Some(if is_header { Opens::Header } else { Opens::Else });
                }
                match kind {
                    TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => depth += 1,
                    TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                        depth = depth.saturating_sub(1)
                    }
                    _ => {}
                }
            }
        }
    }
    (headers, comments, lines)
}

/// The bytes of each table, from its header to the next; `[claim.scope]` belongs to the `[[claim]]` before it.
fn tables(headers: &[Header], end: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut list: Option<&str> = None;
    for header in headers {
        let inner = header.name.trim_matches(['[', ']', ' ', '\t']);
        let belongs =
            list.is_some_and(|list| inner.strip_prefix(list).is_some_and(|rest| rest.starts_with('.')));
        if belongs {
            continue;
        }
        list = header.name.starts_with("[[").then_some(inner);
        if let Some(last) = found.last_mut() {
            last.end = header.start;
        }
        found.push(header.start..end);
    }
    found
}

/// What a comment speaks of: the table that begins right below its line, else the one that it stands in, else
/// what stands before the first table. `tables` and `lines` are in order, `below` is of [`below_comments`].
fn covered(
    comment: &Comment,
    tables: &[Range<usize>],
    lines: &[(usize, Opens)],
    below: &[usize],
    end: usize,
) -> Range<usize> {
    if comment.line == Line::Own {
        let next = lines.partition_point(|(start, _)| *start <= comment.at.start);
        let next = below.get(next).copied().and_then(|line| lines.get(line));
        if let Some((start, Opens::Header)) = next
            && let Some(table) = tables.get(tables.partition_point(|table| table.start < *start))
            && lines[..lines.partition_point(|(line, _)| *line <= table.start)]
                .last()
                .is_some_and(|(line, _)| line == start)
        {
            return table.clone();
        }
    }
    // Tables follow on each other without a gap.
    let behind = tables.partition_point(|table| table.start <= comment.at.start);
    let around = behind.checked_sub(1).map(|index| tables[index].clone());
    around.unwrap_or(0..tables.first().map_or(end, |first| first.start))
}

/// By line: the first from it on that opens with no comment.
fn below_comments(lines: &[(usize, Opens)]) -> Vec<usize> {
    let mut below = vec![lines.len(); lines.len()];
    let mut next = lines.len();
    for (line, (_, opens)) in lines.iter().enumerate().rev() {
        if *opens != Opens::Comment {
            next = line;
        }
        below[line] = next;
    }
    below
}

#[cfg(test)]
mod tests {
    use super::{FileId, in_text};

    const TEXT: &str = r#"source = "herald" # gainsay: allow unread-source the file is new

# gainsay: allow tension: counted on two days
# and another line of the same remark
[[claim]]
question = "fire/killed" # gainsay: allow as-of-assumed
value = [
  "[[claim]]", # gainsay: allow in-a-list - yes
]
note = """
# gainsay: allow nothing in a string
[[claim]]
"""
[claim.scope]
# gainsay: allow scoped here

# gainsay: alow typo

[[claim]]
question = "fire/hurt"
"#;

    #[test]
    fn a_comment_covers_the_table_below_it_or_the_one_around_it() {
        let found = in_text(FileId(0), TEXT);
        let first = TEXT.find("[[claim]]\nquestion = \"fire/killed\"").unwrap();
        let second = TEXT.find("[[claim]]\nquestion = \"fire/hurt\"").unwrap();
        let told: Vec<(&str, &str, usize, usize)> = found
            .iter()
            .map(|it| {
                (it.rule.as_str(), it.reason.as_str(), it.covers.start as usize, it.covers.end as usize)
            })
            .collect();
        assert_eq!(
            told,
            [
                ("unread-source", "the file is new", 0, first),
                ("tension", "counted on two days", first, second),
                ("as-of-assumed", "", first, second),
                ("in-a-list", "yes", first, second),
                ("scoped", "here", first, second),
                ("", "alow typo", first, second),
            ]
        );
    }

    #[test]
    fn broken_files_and_other_comments_do_no_harm() {
        assert!(in_text(FileId(0), "# see gainsay: allow x y\n[a").is_empty());
        for text in [
            "# gainsay: allow",
            "# gainsay: allow a b\n[[",
            "x = \"\n# gainsay: allow a b",
            "]]}# gainsay: allow a b",
        ] {
            for allow in in_text(FileId(0), text) {
                assert!(allow.covers.end as usize <= text.len());
            }
        }
    }
}
