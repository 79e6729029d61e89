//! What documents say, and what hangs on their words.

use super::*;
use crate::capture::docx::BODY;
use crate::capture::zipped::stored;

/// A part of a document with some words in it.
fn part(words: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>{words}</w:body></w:document>"
    )
}

/// A document of a body, comments, footnotes and the targets of its links.
fn document(body: &str, comments: &str, footnotes: &str, links: &str) -> Vec<u8> {
    let [body, comments, footnotes] = [body, comments, footnotes].map(part);
    let links = format!("<Relationships>{links}</Relationships>");
    stored(&[
        (BODY, body.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
        ("word/footnotes.xml", footnotes.as_bytes()),
        ("word/_rels/document.xml.rels", links.as_bytes()),
        ("word/_rels/footnotes.xml.rels", links.as_bytes()),
    ])
}

fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn note(kind: &str, id: u32, words: &str) -> String {
    format!("<w:{kind} w:id=\"{id}\">{}</w:{kind}>", p(&r(words)))
}

fn from(id: u32) -> String {
    format!("<w:commentRangeStart w:id=\"{id}\"/>")
}

fn to(id: u32) -> String {
    format!("<w:commentRangeEnd w:id=\"{id}\"/>")
}

fn at(id: u32) -> String {
    format!("<w:r><w:commentReference w:id=\"{id}\"/></w:r>")
}

/// The words of a body with comments that are called by their numbers, and what each is about.
fn commented(body: &str) -> (String, Vec<(String, String)>) {
    let comments: String = (0..4).map(|id| note("comment", id, &format!("c{id}"))).collect();
    let bytes = document(body, &comments, "", "");
    let draft = read(&bytes, "a.docx");
    let marks = marks(&draft).into_iter().map(|(kind, about, said)| {
        assert_eq!(kind, MarkKind::Comment);
        (said, about)
    });
    (draft.words.article().to_owned(), marks.collect())
}

#[test]
fn comments_are_about_the_words_of_their_ranges() {
    let two = |body: String, words: &str, expected: &[(&str, &str)]| {
        let (said, found) = commented(&body);
        assert_eq!(said, words, "{body}");
        let found: Vec<(&str, &str)> = found.iter().map(|(said, at)| (said.as_str(), at.as_str())).collect();
        assert_eq!(found, expected, "{body}");
    };
    let killed = r("It killed ");
    two(
        p(&[killed.clone(), from(0), r("34"), r(" people"), to(0), at(0), r(".")].concat()),
        "It killed 34 people.",
        &[("c0", "34 people")],
    );
    // Within a word, and over what was taken back and what was put in.
    two(
        p(&[
            r("3"),
            from(0),
            "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>".into(),
            "<w:ins>".into(),
            r("4"),
            "</w:ins>".into(),
            to(0),
            r(" men"),
        ]
        .concat()),
        "34 men",
        &[("c0", "4")],
    );
    // Over paragraphs and between them, over cells, overlapping.
    two(
        [
            from(0),
            p(&r("One")),
            p(&[r("Two "), from(1), r("men")].concat()),
            to(0),
            p(&[r("Three"), to(1), r(" men")].concat()),
        ]
        .concat(),
        "One\n\nTwo men\n\nThree men",
        &[("c0", "One\n\nTwo men"), ("c1", "men\n\nThree")],
    );
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p(&r(words)));
    two(
        [
            "<w:tbl><w:tr>".into(),
            from(0),
            cell("1"),
            cell("34"),
            to(0),
            "</w:tr><w:tr>".into(),
            cell("5"),
            "</w:tr></w:tbl>".into(),
        ]
        .concat(),
        "1\n\n34\n\n5",
        &[("c0", "1\n\n34")],
    );
    // Without a range, and about nothing that is left.
    two(p(&[killed.clone(), r("34"), at(2), r(" men")].concat()), "It killed 34 men", &[("c2", "34|")]);
    two(
        p(&[
            r("killed "),
            from(0),
            "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>".into(),
            to(0),
            r("34"),
        ]
        .concat()),
        "killed 34",
        &[("c0", "killed|")],
    );
}

#[test]
fn what_is_unbalanced_ends_with_its_paragraph() {
    let of = |body: String| commented(&body).1;
    let pair = |said: &str, about: &str| vec![(said.to_owned(), about.to_owned())];
    assert_eq!(
        of([p(&[r("It "), from(0), r("held 34")].concat()), p(&r("men"))].concat()),
        pair("c0", "held 34")
    );
    assert_eq!(of([p(&[r("It held"), from(0)].concat()), p(&r("men"))].concat()), pair("c0", "held|"));
    assert_eq!(of([from(0), p(&r("It held")), p(&r("men"))].concat()), pair("c0", "It held"));
    assert_eq!(of(p(&[r("It "), to(0), r("held "), from(0), r("34")].concat())), pair("c0", "34"));
    assert_eq!(of(p(&[r("It"), to(0), r(" held")].concat())), pair("c0", "It|"));
    // A comment that nobody wrote, and one that nothing in the text is about.
    assert_eq!(of(p(&[from(9), r("It"), to(9)].concat())), []);
    assert_eq!(of(p(&r("It held"))), []);
}

#[test]
fn notes_hang_on_their_references_and_are_words_but_for_names() {
    let footnotes = [
        note("footnote", 1, "Says herald#killed, page 3."),
        note("footnote", 2, "herald#killed"),
        format!(
            "<w:footnote w:id=\"3\"><w:p><w:hyperlink r:id=\"a\">{}</w:hyperlink></w:p></w:footnote>",
            r("The Herald")
        ),
    ]
    .concat();
    let reference = |id: u32| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let link = "<Relationship Id=\"a\" TargetMode=\"External\" Target=\"https://a.org/?x=1&amp;y=2\"/>";
    let deleted = format!("<w:del>{}</w:del>", reference(1));
    let body =
        p(&[r("It killed 34"), reference(2), r(" men"), reference(1), r("."), reference(3), deleted]
            .concat());
    let bytes = document(&body, "", &footnotes, link);
    let draft = read(&bytes, "a.docx");
    assert_eq!(draft.words.article(), "It killed 34 men.\n\nSays herald#killed, page 3.\n\nThe Herald");
    use MarkKind::*;
    assert_eq!(
        marks(&draft),
        [
            mark(Footnote, "34|", "herald#killed"),
            mark(Footnote, "men|", "Says herald#killed, page 3."),
            mark(Footnote, "men.|", "The Herald https://a.org/?x=1&y=2"),
            mark(Link, "The Herald", "https://a.org/?x=1&y=2"),
        ]
    );
    // Places are shown in the words as they are printed, in which the name stands.
    assert_eq!(draft.file, "It killed 34 men.\n\nSays herald#killed, page 3.\n\nherald#killed\n\nThe Herald");
    assert_eq!(place(&draft, "The Herald", 0), (63, "The Herald"));
    let capture = crate::capture::read(&bytes, &Hint::default()).expect("it is read");
    assert_eq!(draft.file, capture.words.text);
}

#[test]
fn links_of_documents_lead_out_of_them() {
    let links = "<Relationship Id=\"a\" TargetMode=\"External\" Target=\"gainsay:mill/killed\"/>\
                 <Relationship Id=\"b\" Target=\"media/34.png\"/>";
    let link = |id: &str, words: &str| format!("<w:hyperlink r:id=\"{id}\">{}</w:hyperlink>", r(words));
    let body = p(&[
        r("It killed "),
        link("a", "34"),
        r(" men, "),
        link("b", "12"),
        format!("<w:hyperlink w:anchor=\"x\">{}</w:hyperlink>", r(" women")),
        "<w:del>".into(),
        link("a", "99"),
        "</w:del>".into(),
    ]
    .concat());
    let bytes = document(&body, "", "", links);
    let draft = read(&bytes, "a.docx");
    assert_eq!(draft.words.article(), "It killed 34 men, 12 women");
    assert_eq!(marks(&draft), [mark(MarkKind::Link, "34", "gainsay:mill/killed")]);
}
