//! Markdown as GitHub reads it: nothing but text comes of what strangers wrote.

use std::collections::BTreeMap;

use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, Options, parse_document};

use crate::payloads::PAYLOADS;
use crate::run::Dossier;
use crate::strangers::Strangers;

/// What GitHub adds to CommonMark.
fn options() -> Options<'static> {
    let mut options = Options::default();
    let with = &mut options.extension;
    (with.table, with.autolink, with.strikethrough, with.tasklist) = (true, true, true, true);
    (with.footnotes, with.alerts, with.math_dollars, with.math_code) = (true, true, true, true);
    options
}

/// How often each kind of what is more than words stands in a page, and the text of its parts.
#[derive(Debug, Default, PartialEq)]
struct Read {
    kinds: BTreeMap<String, usize>,
    texts: Vec<String>,
}

fn read(markdown: &str) -> Read {
    let arena = Arena::new();
    let mut read = Read::default();
    for node in parse_document(&arena, markdown, &options()).descendants() {
        let kind = match &node.data().value {
            // How many warnings there are, of how many sentences, hangs on the words.
            NodeValue::Text(_) | NodeValue::Code(_) | NodeValue::Item(_) | NodeValue::Paragraph => continue,
            NodeValue::SoftBreak | NodeValue::List(_) => continue,
            NodeValue::Link(link) => format!("link to {}", link.url),
            NodeValue::Image(link) => format!("image of {}", link.url),
            NodeValue::HtmlInline(html) => format!("html {html}"),
            NodeValue::HtmlBlock(html) => format!("html {}", html.literal),
            NodeValue::Heading(heading) => format!("heading of level {}", heading.level),
            other => other.xml_node_name().to_owned(),
        };
        *read.kinds.entry(kind).or_default() += 1;
    }
    for node in parse_document(&arena, markdown, &options()).descendants() {
        let text: String = node.children().map(words).collect();
        if !text.trim().is_empty() {
            read.texts.push(text);
        }
    }
    read
}

/// The words of a piece of text; what is code or more divides them.
fn words(node: Node<'_>) -> String {
    match &node.data().value {
        NodeValue::Text(text) => text.to_string(),
        _ => " ".to_owned(),
    }
}

/// What GitHub makes of words that it has read: names, numbers of issues, pictures.
fn notified(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next();
        let is_name = match c {
            '@' => next.is_some_and(|c| c.is_ascii_alphanumeric()),
            '#' => next.is_some_and(|c| c.is_ascii_digit()),
            '-' => lower[..at].ends_with("gh") && next.is_some_and(|c| c.is_ascii_digit()),
            ':' => rest.split_once(':').is_some_and(|(name, _)| ["smile", "tada"].contains(&name)),
            _ => false,
        };
        if is_name {
            return Some(&text[at..]);
        }
    }
    None
}

const MORE: [&str; 4] = [
    "[a]: https://evil.example\n\n[a] [^1] <https://evil.example> :tada:",
    "https://evil.example/@octocat mailto:a@evil.example xmpp:a@evil.example ftp://evil.example",
    "|---|\n| a | b |\n\n```math\nx\n``` $`y`$ ~~~",
    "> [!CAUTION]\n> a\n\n1) b\n---\n# c #\n===",
];

#[test]
fn markdown_has_the_structure_that_we_give_it_and_no_other() {
    const COMMANDS: [&[&str]; 3] = [
        &["report", "--format", "markdown"],
        &["report", "--format", "prose"],
        &["diff", "--since", "HEAD", "--format", "markdown"],
    ];
    let of = |words: &str| {
        let dossier: Dossier = Strangers::texts("plain words").dossier();
        dossier.commit();
        Strangers::texts(words).write(&dossier);
        // Links lead where the desk says that a source stands.
        let sources =
            dossier.read("sources/more.toml").replacen("\"url\" = ", "\"url\" = \"https://a.example/\" #", 1);
        dossier.write("sources/more.toml", &sources);
        COMMANDS.map(|command| read(&dossier.gainsay(command).exits(0).out))
    };
    let plain = of("other words");
    assert!(
        plain[0].kinds.contains_key("link to https://a.example/") && plain[0].kinds["table_cell"] > 9,
        "{plain:?}"
    );
    for payload in PAYLOADS.iter().chain(&MORE) {
        for ((read, plain), command) in of(payload).iter().zip(&plain).zip(COMMANDS) {
            assert_eq!(read.kinds, plain.kinds, "{payload:?} {command:?}");
            let notified: Vec<&str> = read.texts.iter().filter_map(|text| notified(text)).collect();
            assert!(notified.is_empty(), "{payload:?} {command:?}: {notified:?}");
        }
    }
}

#[test]
fn what_breaks_out_would_be_seen() {
    for (markdown, kind) in [
        ("![x](https://evil.example/i.png)", "image of https://evil.example/i.png"),
        ("see www.evil.example", "link to http://www.evil.example"),
        ("a <b>", "html <b>"),
        ("~~a~~", "strikethrough"),
        ("# a", "heading of level 1"),
        ("$`y`$", "math"),
    ] {
        assert!(read(markdown).kinds.contains_key(kind), "{markdown}: {:?}", read(markdown));
    }
    for text in ["hi @octocat", "see #1", "GH-1", "o/r#2", ":tada:"] {
        assert!(read(text).texts.iter().any(|text| notified(text).is_some()), "{text}");
    }
    assert!(read("`@octocat #1`").texts.iter().all(|text| notified(text).is_none()));
}
