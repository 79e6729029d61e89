//! What drafts of each kind say and what hangs on them, worked out by hand.

mod docx;
mod hostile;

use std::ops::Range;

use super::*;

fn read<'b>(bytes: &'b [u8], name: &str) -> Manuscript<'b> {
    let draft = Manuscript::read(bytes, name).unwrap_or_else(|why| panic!("{name}: {why}"));
    draft.words.are_sound();
    draft
}

/// Each mark: its kind, the words that it is about or those behind which it hangs, what it says.
fn marks(draft: &Manuscript<'_>) -> Vec<(MarkKind, String, String)> {
    let article = draft.words.article();
    let about = |at: &Range<usize>| match at.is_empty() {
        true => format!("{}|", article[..at.start].rsplit(char::is_whitespace).next().unwrap_or_default()),
        false => article[at.clone()].to_owned(),
    };
    draft.marks.iter().map(|mark| (mark.kind, about(&mark.at), mark.note.clone())).collect()
}

fn mark(kind: MarkKind, about: &str, note: &str) -> (MarkKind, String, String) {
    (kind, about.to_owned(), note.to_owned())
}

/// What stands in the file where the nth of some words of the article are.
fn place<'d>(draft: &'d Manuscript<'_>, words: &str, nth: usize) -> (usize, &'d str) {
    let (at, _) = draft.words.article().match_indices(words).nth(nth).expect("it is there");
    let place = draft.place(&(at..at + words.len()));
    (place.start, &draft.file[place])
}

#[test]
fn references_links_and_attributes_of_markdown_are_marks() {
    use MarkKind::*;
    for (text, words, expected) in [
        (
            "It killed 34 people.[^herald#killed] More[^a b] [^1]",
            "It killed 34 people. More[^a b] [^1]",
            vec![mark(Footnote, "people.|", "herald#killed")],
        ),
        (
            "It killed 34[^1] people.\n\n[^1]: See herald#killed, page 3.",
            "It killed 34 people.\n\nSee herald#killed, page 3.",
            vec![mark(Footnote, "34|", "See herald#killed, page 3.")],
        ),
        (
            "It killed 34[^n] people.\n\n[^n]: `herald#killed`\n\nIt rained.",
            "It killed 34 people.\n\nIt rained.",
            vec![mark(Footnote, "34|", "herald#killed")],
        ),
        (
            "Dead: 34[^mill/killed].\n\n[^mill/killed]: By the mayor.",
            "Dead: 34.\n\nBy the mayor.",
            vec![mark(Footnote, "34|", "mill/killed"), mark(Footnote, "34|", "By the mayor.")],
        ),
        (
            "It killed [34](gainsay:mill/killed) and hurt [*about* 12](https://a.org/x?a=1&b=é).",
            "It killed 34 and hurt about 12.",
            vec![mark(Link, "34", "gainsay:mill/killed"), mark(Link, "about 12", "https://a.org/x?a=1&b=é")],
        ),
        (
            "Killed: <span data-claim='herald#killed'>3**4**</span> men.",
            "Killed: 34 men.",
            vec![mark(Attribute, "34", "herald#killed")],
        ),
        (
            "34[^1]\n\n[^1]: [The Herald](https://a.org/x), page 3.",
            "34\n\nThe Herald, page 3.",
            vec![
                mark(Footnote, "34|", "The Herald, page 3. https://a.org/x"),
                mark(Link, "The Herald", "https://a.org/x"),
            ],
        ),
        ("`[^a#b]` and \\[^a#b]\n\n    [^a#b]", "[^a#b] and [^a#b]\n\n[^a#b]", vec![]),
        (
            "| a | b |\n|---|---|\n| 1[^a#b] | [34](x/y) killed |",
            "a\tb\n1\t34 killed",
            vec![mark(Footnote, "1|", "a#b"), mark(Link, "34", "x/y")],
        ),
        ("![of [34](b) men[^a#b]](c) held", "held", vec![]),
        (
            "did <del>[34](a/b)[^a#b]</del> ~~[12](c/d)~~ [fire](e/f)",
            "did fire",
            vec![mark(Link, "fire", "e/f")],
        ),
    ] {
        let draft = read(text.as_bytes(), "a.md");
        assert_eq!((draft.words.article(), draft.kind), (words, ManuscriptKind::Markdown), "{text}");
        assert_eq!(marks(&draft), expected, "{text}");
        assert_eq!(draft.file, text);
    }
}

#[test]
fn links_attributes_and_notes_of_pages_are_marks() {
    use MarkKind::*;
    for (body, words, expected) in [
        (
            "<p>It killed <b data-claim=' herald#killed '>34 people</b> and <a href='https://a.org/'>12</a>.",
            "It killed 34 people and 12.",
            vec![mark(Attribute, "34 people", "herald#killed"), mark(Link, "12", "https://a.org/")],
        ),
        (
            "<p>It killed 34<sup><a href='#n1' id=r1>1</a></sup> people.<ol><li id=n1>Says herald#killed. <a href='#r1'>↩</a></ol>",
            "It killed 34 people.\n\nSays herald#killed. ↩",
            vec![mark(Footnote, "34|", "Says herald#killed. ↩")],
        ),
        (
            "<p>It killed 34<a href='#_ftn1' name='_ftnref1'>[1]</a>.<p><a href='#_ftnref1' name='_ftn1'>[1]</a> herald#killed",
            "It killed 34.",
            vec![mark(Footnote, "34|", "[1] herald#killed")],
        ),
        (
            "<p>34<a href='#f'>note</a>.<div class=footnotes><p id=f>By <a href='gainsay:a/b'>the mayor</a></div>",
            "34note.\n\nBy the mayor",
            vec![
                mark(Footnote, "34note|", "By the mayor gainsay:a/b"),
                mark(Link, "the mayor", "gainsay:a/b"),
            ],
        ),
        ("<a href='#s'>2</a> <p>34 <h2 id=s>Dead</h2>", "2\n\n34\n\nDead", vec![]),
        (
            "<p>34<sup><a href='https://a.org/x'>[2]</a></sup> men",
            "34 men",
            vec![mark(Link, "34|", "https://a.org/x")],
        ),
        ("<p hidden data-claim=a#b>34</p><del><a href=x>12</a></del>It held", "It held", vec![]),
        (
            "<table><tr data-claim=a#b><td>1<td>34 killed</table>",
            "1\t34 killed",
            vec![mark(Attribute, "1\t34 killed", "a#b")],
        ),
    ] {
        let page = format!("<!doctype html><body>{body}");
        let draft = read(page.as_bytes(), "a.html");
        assert_eq!((draft.words.article(), draft.kind), (words, ManuscriptKind::Html), "{body}");
        assert_eq!(marks(&draft), expected, "{body}");
        assert_eq!(draft.file, page);
    }
}

#[test]
fn words_of_markdown_are_known_by_where_they_are_written() {
    let text = "---\ntitle: 34\n---\n\n# 34 men\n\n*34* men, **3**4 [34](https://34.org \"34\") &amp; `34`[^34]\n<!-- 34 -->\n\
                | 34 | x |\n|----|---|\n| 34 | AT&T \\*34 |\n\n[^34]: 34 &eacute;t&#233;\n";
    let draft = read(text.as_bytes(), "a.md");
    assert_eq!(draft.words.article(), "34 men\n\n34 men, 34 34 & 34\n\n34\tx\n34\tAT&T *34\n\n34 été");
    let found: Vec<usize> = (0..9).map(|nth| place(&draft, "34", nth).0).collect();
    let written = ["34 men\n", "34* ", "3**4 [", "34](", "34`[", "34 | x", "34 | AT", "34 |\n\n", "34 &e"];
    assert_eq!(found, written.map(|words| text.find(words).expect("it is there")));
    assert_eq!(place(&draft, "34", 2).1, "3**4");
    assert_eq!([place(&draft, "&", 0).1, place(&draft, "&", 1).1], ["&amp;", "&"]);
    assert_eq!([place(&draft, "34 été", 0).1, place(&draft, "é", 1).1], ["34 &eacute;t&#233;", "&#233;"]);
}

#[test]
fn code_is_known_by_where_it_is_written() {
    let text = "`` a ` 34 ``, `é\n34` and `12`\n\n```\n34\tmen\n```\n\n    12 é\n";
    let draft = read(text.as_bytes(), "a.md");
    assert_eq!(draft.words.article(), "a ` 34, é 34 and 12\n\n34 men\n\n12 é");
    let found: Vec<usize> = (0..3).map(|nth| place(&draft, "34", nth).0).collect();
    let written = ["34 ``", "34` and", "34\tmen"];
    assert_eq!(found, written.map(|words| text.find(words).expect("it is there")));
    assert_eq!(
        [place(&draft, "é", 0).1, place(&draft, "é", 1).1, place(&draft, "12", 1).1],
        ["é", "é", "12"]
    );
}

#[test]
fn words_of_pages_are_known_by_where_they_are_written() {
    let page = "\u{FEFF}<!doctype html><title>34</title><script>'34'</script><noscript>34</noscript><style>a{}</style>\
                <p title=34 hidden>34 killed<p data-x='34 > 3'>34&nbsp;men <del>34</del>3<i>4</i> <q>34</q>\
                <table>34<tr><td>34<td>km<sup>2</sup></table>";
    let draft = read(page.as_bytes(), "a.html");
    assert_eq!(draft.words.article(), "34\n\n34\u{A0}men 34 “34”\n\n34\n\n34\tkm²");
    let found: Vec<usize> = (0..6).map(|nth| place(&draft, "34", nth).0).collect();
    let written = ["34</title", "34&nbsp;", "3<i>4", "34</q>", "34<tr>", "34<td>"];
    assert_eq!(found, written.map(|words| page.find(words).expect("it is there")));
    assert_eq!(place(&draft, "34\u{A0}men", 0).1, "34&nbsp;men");
    // A mark that browsers draw stands behind the word before it.
    assert_eq!(place(&draft, "“34", 0).1, "</i> <q>34");
}

#[test]
fn each_character_of_long_drafts_is_that_of_the_file() {
    for (file, name) in [
        (include_str!("../../../README.md"), "README.md"),
        (include_str!("../../../docs/quotes.md"), "quotes.md"),
        (include_str!("../../../reports/report.html"), "report.html"),
    ] {
        let draft = read(file.as_bytes(), name);
        let mut before = 0;
        for (at, c) in draft.words.article().char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let place = draft.place(&(at..at + c.len_utf8()));
            assert!(place.start >= before, "{name}: {at} stands at {place:?}, behind {before}");
            assert_eq!(draft.file[place.clone()].chars().next(), Some(c), "{name}: {at} at {place:?}");
            before = place.end;
        }
    }
}
