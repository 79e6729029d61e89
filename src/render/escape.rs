//! Text that a format takes as text, whatever a source wrote.

use crate::text::{one_line, percent_encoded, steers};

/// No line breaks here, and nothing is drawn: what is divided by it is no mention, address or number of an issue.
const APART: char = '\u{200B}';

/// Words of others on one line of Markdown: text and nothing else, by CommonMark and by what GitHub adds to it.
pub(crate) fn markdown(text: &str) -> String {
    let line = tidy(text);
    let mut out = String::with_capacity(line.len() + 8);
    inline(&mut out, &line, Begins::Line);
    out
}

/// What gainsay says of others' words, on one line of Markdown: what stands between backticks is code, all else is text.
pub(crate) fn markdown_message(text: &str) -> String {
    let line = tidy(text);
    let mut out = String::with_capacity(line.len() + 8);
    let mut rest = line.as_str();
    let mut begins = Begins::Line;
    while let Some((before, content, after)) = next_code(rest) {
        inline(&mut out, before, begins);
        out.push_str(&code(content));
        begins = Begins::Within;
        rest = after;
    }
    inline(&mut out, rest, begins);
    out
}

/// Code in Markdown, between more backticks than stand together within it.
pub(crate) fn code(text: &str) -> String {
    let line = one_line(text);
    let longest = line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let gap = match line.is_empty() || line.starts_with(['`', ' ']) || line.ends_with(['`', ' ']) {
        true => " ",
        false => "",
    };
    format!("{fence}{gap}{line}{gap}{fence}")
}

/// The same in a cell of a table, where a bar ends the cell even in code. One behind a backslash cannot be written in code
/// at all, and is text.
pub(crate) fn code_cell(text: &str) -> String {
    match text.contains('|') && text.contains('\\') {
        true => markdown(text),
        false => code(text).replace('|', "\\|"),
    }
}

/// The target of a link in Markdown, to stand between `<` and `>`.
pub(crate) fn markdown_target(url: &str) -> String {
    let is_kept = |c: char| !steers(c) && !c.is_whitespace() && !matches!(c, '<' | '>' | '\\' | '|' | '`');
    percent_encoded(url, |_, c| is_kept(c)).replace('&', "&amp;")
}

/// JSON in which what would steer a terminal or hide in a text is written as JSON escapes it. Outside its strings JSON has
/// nothing of the kind. So is what a runner of GitHub would obey.
pub(super) fn json(text: String) -> String {
    let text = if text.contains("##[") { text.replace("##[", "#\\u0023[") } else { text };
    if !text.chars().any(steers) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut units = [0; 2];
    for c in text.chars() {
        match steers(c) {
            true => {
                c.encode_utf16(&mut units).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
            }
            false => out.push(c),
        }
    }
    out
}

/// Turtle in which what would steer a terminal or hide in a text is written as Turtle escapes it in its strings, and what a runner of
/// GitHub would obey. Outside its strings it has nothing of the kind.
pub(super) fn turtle(text: String) -> String {
    let text = if text.contains("##[") { text.replace("##[", "#\\u0023[") } else { text };
    if !text.chars().any(steers) {
        return text;
    }
    text.chars().fold(String::with_capacity(text.len() + 16), |mut out, c| {
        match (steers(c), u32::from(c)) {
            (false, _) => out.push(c),
            (true, point @ ..=0xFFFF) => out.push_str(&format!("\\u{point:04X}")),
            (true, point) => out.push_str(&format!("\\U{point:08X}")),
        }
        out
    })
}

/// On one line, one space for each stretch of white space, none at the ends.
fn tidy(text: &str) -> String {
    one_line(text).split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What stands before the next code, the code, and what stands behind it: a run of backticks, and the next as long.
fn next_code(text: &str) -> Option<(&str, &str, &str)> {
    let run = |from: usize| {
        let start = from + text.get(from..)?.find('`')?;
        let length = text[start..].len() - text[start..].trim_start_matches('`').len();
        Some((start, length))
    };
    let mut from = 0;
    loop {
        let (start, length) = run(from)?;
        let mut at = start + length;
        while let Some((end, other)) = run(at) {
            if other == length {
                return Some((&text[..start], &text[start + length..end], &text[end + other..]));
            }
            at = end + other;
        }
        from = start + length;
    }
}

/// Where a piece of text begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Begins {
    /// It may be the first of its line or block.
    Line,
    Within,
}

fn inline(out: &mut String, text: &str, begins: Begins) {
    let mut before = None;
    let number = match begins {
        Begins::Line => text.bytes().take_while(u8::is_ascii_digit).count(),
        Begins::Within => 0,
    };
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next();
        let is_special = match c {
            // Before a letter it is one, so that `\u{202e}` stays as it is.
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
            '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '^' => true,
            // An entity; alone it is none.
            '&' => next.is_some_and(|next| next == '#' || next.is_ascii_alphabetic()),
            // A formula, on GitHub; before a figure and behind a space it neither begins nor ends one.
            '$' => !(next.is_some_and(|next| next.is_ascii_digit()) && before == Some(' ')),
            ':' => rest.starts_with("//") || (at == 0 && begins == Begins::Line),
            '.' => ends_with(&text[..at], "www") || (number > 0 && at == number),
            ')' => number > 0 && at == number,
            '+' | '-' | '=' => at == 0 && begins == Begins::Line,
            _ => false,
        };
        match c {
            // Read as text even where raw HTML is looked for without reading Markdown.
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if is_special => out.extend(['\\', c]),
            c => out.push(c),
        }
        let is_name = match c {
            '@' => true,
            '#' => next.is_some_and(|next| next.is_ascii_digit()),
            // GH-1, another way to write #1.
            '-' => is_issue(&text[..at]) && next.is_some_and(|next| next.is_ascii_digit()),
            // :smile:
            ':' => is_picture(rest),
            _ => false,
        };
        if is_name {
            out.push(APART);
        }
        before = Some(c);
    }
}

/// Whether a text ends with some letters, large or small.
fn ends_with(text: &str, letters: &str) -> bool {
    let end = text.len().checked_sub(letters.len()).and_then(|start| text.get(start..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(letters))
}

/// Whether a text ends with the `GH` before the number of an issue, a word of its own.
fn is_issue(text: &str) -> bool {
    ends_with(text, "gh") && !text[..text.len() - 2].ends_with(char::is_alphanumeric)
}

/// Whether what stands behind a colon may be the name of a picture, which another colon ends. Figures alone are a time.
fn is_picture(rest: &str) -> bool {
    let name = rest.split_once(':').map_or("", |(name, _)| name);
    let is_named =
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-'));
    is_named && name.bytes().any(|byte| !byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// What a reader of all that GitHub adds makes of a text: the words, and every event that is more than words.
    fn read(markdown: &str) -> (String, Vec<String>) {
        let (mut words, mut other) = (String::new(), Vec::new());
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::Start(Tag::Paragraph) | Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                other_event => other.push(format!("{other_event:?}")),
            }
        }
        (words, other)
    }

    /// The same by another's reading, as GitHub is set up: what is more than paragraphs of words.
    fn more_than_words(markdown: &str) -> Vec<String> {
        let mut options = comrak::Options::default();
        let with = &mut options.extension;
        (with.table, with.autolink, with.strikethrough, with.tasklist) = (true, true, true, true);
        (with.footnotes, with.alerts, with.math_dollars, with.math_code) = (true, true, true, true);
        let arena = comrak::Arena::new();
        let nodes = comrak::parse_document(&arena, markdown, &options).descendants();
        let kinds = nodes.map(|node| node.data().value.xml_node_name().to_owned());
        kinds
            .filter(|kind| !["document", "paragraph", "text", "softbreak"].contains(&kind.as_str()))
            .collect()
    }

    const PAYLOADS: [&str; 42] = [
        "` ![x](https://evil.example/i.png) <img src=https://evil.example/j.gif> @octocat ```",
        "`<b>x</b>",
        "`a` <b> `c",
        "``a` <b>",
        "\\` <b>` \\",
        "\\",
        "\\\\` `",
        "<script>alert(1)</script>",
        "<!-- x",
        "<https://evil.example>",
        "https://evil.example and www.evil.example WWW.evil.example",
        "a@evil.example @octocat mailto:a@evil.example",
        "&lt;b&gt; &#60; &copy; a & b",
        "*a* **b** _c_ __d__ ~e~ ~~f~~",
        "[a](b) ![a](b) [a]: b [^1] [[w]]",
        "# a",
        "## a ##",
        "+ a",
        "- a",
        "- [ ] a",
        "1. a",
        "12) a",
        "> a",
        "> [!NOTE] a",
        "---",
        "===",
        "***",
        "```",
        "~~~",
        "    code",
        "a\nb\n\n# c",
        "a\r\r# c\r\r<script>",
        "| a | b |",
        "a \\| b",
        "$x$ and $$y$$ $1 a$ $5",
        "$100 million and $200 (“$3”)",
        ": a",
        "{#id .class}",
        "+++",
        "#1 GH-1",
        "a  ",
        "^a^ :smile: H~2~O",
    ];

    #[test]
    fn words_of_others_are_text_and_nothing_else() {
        for payload in PAYLOADS {
            let (words, other) = read(&markdown(payload));
            assert!(other.is_empty(), "{payload:?} as {:?}: {other:?}", markdown(payload));
            let more = more_than_words(&markdown(payload));
            assert!(more.is_empty(), "{payload:?} as {:?}: {more:?}", markdown(payload));
            assert_eq!(words.replace(APART, ""), tidy(payload), "{:?}", markdown(payload));
            let table = |cell: &str| format!("| a | b |\n|---|---|\n| {cell} | x |\n");
            assert_eq!(
                more_than_words(&table(&markdown(payload))),
                more_than_words(&table("x")),
                "{payload:?}"
            );
            for around in ["- X", "**X**", "a “X” b", "## X", "- a: X; X, *x*", "> **The desk**: X"] {
                let (_, plain) = read(&around.replace('X', "x"));
                let (_, other) = read(&around.replace('X', &markdown(payload)));
                if !around.starts_with("**") && !around.contains("## ") {
                    assert_eq!(other, plain, "{payload:?} in {around}");
                }
            }
        }
    }

    #[test]
    fn a_cell_holds_whatever_stands_in_it() {
        for payload in PAYLOADS {
            let table = |cell: &str| format!("| a | b |\n|---|---|\n| {cell} | x |\n");
            let (_, plain) = read(&table("y"));
            let (words, other) = read(&table(&markdown(payload)));
            assert_eq!(other, plain, "{payload:?}");
            assert!(words.ends_with('x') && words.replace(APART, "").contains(&tidy(payload)), "{words:?}");
            let code = table(&code_cell(payload));
            let cells = Parser::new_ext(&code, Options::all())
                .filter(|event| matches!(event, Event::Start(Tag::TableCell)))
                .count();
            assert_eq!(cells, 4, "{code}");
            assert!(!read(&code).1.iter().any(|it| it.contains("Html") || it.contains("Link")), "{code}");
        }
    }

    #[test]
    fn what_gainsay_says_keeps_its_code_and_lets_no_other_out() {
        assert_eq!(markdown_message("*a* [b] <c> `d_e` | f\ng"), "\\*a\\* \\[b\\] &lt;c&gt; `d_e` \\| f g");
        assert_eq!(markdown_message("a ` <b>"), "a \\` &lt;b&gt;", "a backtick alone opens no code");
        for payload in PAYLOADS {
            for around in ["X", "`a`: “X” on `b`", "`X` is `b`", "a X `b` X"] {
                let (_, other) = read(&markdown_message(&around.replace('X', payload)));
                assert!(other.iter().all(|it| it.starts_with("Code(")), "{payload:?} in {around}: {other:?}");
            }
            let (_, other) = read(&code(payload));
            assert_eq!(other.len(), 1, "{payload:?}: {other:?}");
        }
    }

    #[test]
    fn honest_words_are_written_as_they_are() {
        for text in [
            "Mill & Sons, 12.5 a.m.",
            "at 5:30:15, a:b",
            "high-1",
            "it was $100 million to 200",
            "it was (3) - no, 4",
            "a: b; c",
            "3 - 4",
        ] {
            assert_eq!(markdown(text), text);
        }
        for (text, apart) in [("GH-1", "GH-X1"), ("gh-1", "gh-X1"), (":smile:", ":Xsmile:")] {
            assert_eq!(markdown(text).trim_start_matches('\\'), apart.replace('X', "\u{200B}"));
        }
        assert_eq!(code_cell("a|b"), "`a\\|b`", "a bar ends a cell even in code");
    }

    #[test]
    fn a_target_holds_its_whole_address() {
        assert_eq!(
            markdown_target("https://a.example/?b=1&c=<\\`|>"),
            "https://a.example/?b=1&amp;c=%3C%5C%60%7C%3E"
        );
        assert_eq!(markdown_target("https://a.example/\u{202e}"), "https://a.example/%E2%80%AE");
    }

    #[test]
    fn turtle_says_the_same_without_a_raw_character() {
        let text = "<urn:a> <urn:b> \"##[a]\u{1b}[2J\u{9b}\u{202e}é\u{e0041}\"@en .\n".to_owned();
        let safe = turtle(text.clone());
        let shown = "<urn:a> <urn:b> \"#\\u0023[a]\\u001B[2J\\u009B\\u202Eé\\U000E0041\"@en .\n";
        assert_eq!(safe, shown);
        let read = |text: &str| {
            let parsed = oxttl::TurtleParser::new().for_slice(text.as_bytes());
            parsed.map(|it| it.expect("it is Turtle").object.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(read(&safe), read(&text));
    }

    #[test]
    fn json_says_the_same_without_a_raw_character() {
        assert_eq!(json("\"##[a]\"".to_owned()), "\"#\\u0023[a]\"");
        let payload = "a\u{9b}2J\u{202e}\u{2028}\u{e0041}\u{7f}\u{feff}é";
        let written = json(serde_json::to_string(payload).unwrap());
        assert_eq!(written, "\"a\\u009b2J\\u202e\\u2028\\udb40\\udc41\\u007f\\ufeffé\"");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), payload);
    }
}
