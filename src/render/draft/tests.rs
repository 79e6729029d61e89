//! Tests of the page without a browser: what it says, what it never says, and that nothing in a draft can break it.

use super::page;
use crate::audit::{Audit, Day, DraftFile, Levels};
use crate::load::from_texts;
use crate::render::policy::hash;
use crate::render::report::html::tests::{are_closed, attributes, known_ids, name, tags};
use crate::render::report::tests::{CLAIMS, QUESTIONS, SOURCES};
use crate::view::withheld::Reader;

/// A draft in which everything is that a note may be on, and in which everything tries to break out.
const HOSTILE: &str = "# `</h3><script>alert(5)</script>` fire\n\n\
    The fire <b onclick=alert(6)>was</b> in [Arvo](gainsay:fire/country). \
    [Nine](gainsay:fire/injured) were injured. \"</q><img src=x onerror=alert(7)> it was\" she wrote. \
    Nobody counted 77 &lt;script&gt;alert(8)&lt;/script&gt; houses.[^courier#nothing] ##[group]x {{ x }}\n\n\
    ::error::x \u{202e}43\n";

/// The page of some drafts, by their paths.
fn page_of(drafts: &[(&str, &str)], reader: Reader) -> String {
    page_by("draft-quote = \"warn\"", drafts, reader)
}

/// The same by some levels of rules.
fn page_by(rules: &str, drafts: &[(&str, &str)], reader: Reader) -> String {
    let manifest = format!("[dossier]\ntitle = \"The <fire>\"\n[rules]\n{rules}\n");
    let dossier = from_texts(&[
        ("gainsay.toml", manifest.as_str()),
        ("claims/questions.toml", QUESTIONS),
        ("sources/sources.toml", SOURCES),
        ("claims/claims.toml", CLAIMS),
    ]);
    let audit = Audit::of(std::path::Path::new("."), dossier).shown_to(reader);
    let drafts: Vec<DraftFile> = drafts
        .iter()
        .map(|(path, text)| DraftFile { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() })
        .collect();
    let drafting = audit.drafting(&drafts, ("2024-03-05", "en"), &Levels::default()).unwrap();
    drafting.judged(Day::new(2024, 3, 5).unwrap()).unwrap().shown(|_, annotated| page(&annotated()))
}

fn hostile() -> String {
    page_of(&[("a<b>.md", HOSTILE)], Reader::Anyone)
}

#[test]
fn every_tag_is_closed_and_every_link_has_its_goal() {
    for page in [hostile(), page_of(&[("a.md", HOSTILE), ("b.md", HOSTILE)], Reader::Anyone)] {
        are_closed(&page);
        let known = known_ids(&page);
        let of = |what: &str| known.iter().filter(|id| id.starts_with(what)).count();
        assert!(of("note-") > 3, "{known:?}");
        assert_eq!(of("note-"), of("words-"), "each note is led to, and leads back");
        let notes = attributes(&page, "href").into_iter().filter(|href| href.starts_with("#words-")).count();
        assert_eq!(notes, of("note-"));
    }
}

#[test]
fn nothing_of_a_draft_becomes_markup() {
    let page = hostile();
    for tag in tags(&page) {
        let is_ours = matches!(
            name(tag),
            "!doctype"
                | "html"
                | "head"
                | "meta"
                | "title"
                | "link"
                | "style"
                | "body"
                | "a"
                | "header"
                | "h1"
                | "h2"
                | "h3"
                | "main"
                | "section"
                | "p"
                | "span"
                | "code"
                | "ul"
                | "ol"
                | "li"
                | "details"
                | "summary"
                | "div"
                | "sup"
                | "q"
                | "bdi"
                | "strong"
                | "footer"
        );
        assert!(is_ours && !tag.contains(" on") && !tag.contains(" style="), "<{tag}>");
        assert!(!tag.contains("//"), "<{tag}> leads out of the page");
    }
    assert!(page.contains("&#60;script&#62;alert(5)"), "the heading is shown as it is written");
    assert!(page.contains("{{ x }}") && page.contains("a&#60;b&#62;.md"));
    assert!(!page.contains("##[group]") && !page.contains("\n::error"), "no runner hears a command");
}

#[test]
fn the_policy_knows_the_style_and_lets_no_script_run() {
    let page = hostile();
    let style = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
    let policies = attributes(&page, "content").into_iter().filter(|it| it.starts_with("default-src"));
    let policy = policies.collect::<String>().replace("&#39;", "'");
    assert!(policy.starts_with("default-src 'none'; style-src"), "{policy}");
    assert!(policy.contains(&format!("'sha256-{}'", hash(style))), "{policy}");
    assert!(!policy.contains("script-src") && !style.contains("url(") && !style.contains("@import"));
}

#[test]
fn a_heading_is_one_and_stands_in_no_other_paragraph() {
    let page = page_of(&[("a.md", "# The fire\n\nIt was in Arvo.\n\nThe end.\n")], Reader::Anyone);
    assert!(page.contains("<h3 dir=\"auto\">The fire</h3>"), "{page}");
    assert!(page.contains("<p dir=\"auto\">The end.</p>"), "{page}");
    let plain = page_of(&[("a.txt", "The fire\n\nIt was in Arvo.\n")], Reader::Anyone);
    assert!(plain.contains("<p dir=\"auto\">The fire</p>") && !plain.contains("<h3"), "{plain}");
}

#[test]
fn a_note_says_in_words_what_is_amiss_and_what_carries() {
    let draft = "The fire was in [Arvo](gainsay:fire/country).\n";
    let page = page_of(&[("a.md", draft)], Reader::Anyone);
    for told in [
        ">Arvo<sup>1</sup><span class=\"unseen\"> (warning)</span></a>",
        "<code>draft-flat</code> <code>Arvo</code> is stated as a fact, and is in dispute.",
        "<strong>The record carries:</strong>",
        "<code>herald#country</code> <q dir=\"auto\">in Arvo</q>",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
}

#[test]
fn a_quotation_that_is_on_record_is_carried_by_the_claims_that_quote_it() {
    let draft = "Of the fire a US official said that “nine were hurt” there.\n";
    let page = page_of(&[("a.md", draft)], Reader::Anyone);
    let note = "nine were hurt<sup>1</sup><span class=\"unseen\"> (carried)</span></a>”";
    assert!(page.contains(note), "{page}");
    assert!(page.contains("<summary>1 claim on record</summary>"), "{page}");
    assert!(page.contains("<code>courier#injured</code> <q dir=\"auto\">nine were hurt</q>"), "{page}");
}

#[test]
fn what_a_rule_that_is_allowed_would_say_is_not_carried() {
    let draft = "The fire was in [Arvo](gainsay:fire/country).\n";
    let page = page_by("draft-flat = \"allow\"", &[("a.md", draft)], Reader::Anyone);
    assert!(page.contains(">Arvo<sup>1</sup><span class=\"unseen\"> (not checked)</span></a>"), "{page}");
    assert!(page.contains("something is amiss with it, by a rule that the dossier allows"), "{page}");
    assert!(!page.contains("draft-flat"), "{page}");
}

#[test]
fn words_of_restricted_sources_are_withheld() {
    let draft = "Of the injured, [two](gainsay:fire/injured) were hurt in an internal report.\n";
    let shown = page_of(&[("a.md", draft)], Reader::Desk);
    assert!(shown.contains("two secret words were hurt"), "{shown}");
    let withheld = page_of(&[("a.md", draft)], Reader::Anyone);
    assert!(!withheld.to_lowercase().contains("secret"), "{withheld}");
    assert!(withheld.contains("no quote shown"), "the claim itself stays: {withheld}");
}

#[test]
fn a_draft_that_says_nothing_is_a_page_all_the_same() {
    let page = page_of(&[("a.md", "Nothing to see.\n"), ("b.md", "")], Reader::Anyone);
    are_closed(&page);
    assert!(page.contains("Nothing here could be held against the record."), "{page}");
    assert!(page.contains("Nothing to see.") && page.contains("2 drafts against the record"));
}
