//! Tests of the page without a browser: what it holds, what it never holds, and that nothing in a dossier can break it.

use std::collections::BTreeSet;

use super::page::STYLE;
use crate::render::policy::hash;
use crate::render::report::tests::{QUESTIONS, SOURCES, claim, formats, hostile};

/// The tags of a page in order, without their brackets; comments, style and script are passed over.
pub(in crate::render) fn tags(page: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with("!--") {
            rest = &rest[rest.find("-->").expect("a comment ends")..];
            continue;
        }
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[..end];
        found.push(tag);
        rest = &rest[end + 1..];
        for raw in ["style", "script"] {
            if tag == raw {
                rest = &rest[rest.find(&format!("</{raw}>")).expect("raw text ends")..];
            }
        }
    }
    found
}

pub(in crate::render) fn name(tag: &str) -> &str {
    tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or("")
}

pub(in crate::render) fn attributes<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    let all = tags(page).into_iter().flat_map(|tag| tag.split(&opening).skip(1).collect::<Vec<_>>());
    all.map(|rest| rest.split('"').next().unwrap_or("")).collect()
}

/// Holds every tag of a page to be closed in order.
pub(in crate::render) fn are_closed(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in tags(page) {
        let void = matches!(name(tag), "!doctype" | "meta" | "link") || tag.ends_with('/');
        match tag.starts_with('/') {
            true => assert_eq!(open.pop(), Some(name(tag)), "<{tag}> closes what is not open"),
            false if !void => open.push(name(tag)),
            false => {}
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
}

/// The ids of a page, each of which it gives once; every link within it has its goal, and every label.
pub(in crate::render) fn known_ids(page: &str) -> BTreeSet<&str> {
    let ids = attributes(page, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id is given twice: {ids:?}");
    for target in attributes(page, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(known.contains(target), "#{target} leads nowhere");
    }
    for list in attributes(page, "aria-labelledby") {
        assert!(list.split(' ').all(|id| known.contains(id)), "{list} names nothing");
    }
    known
}

#[test]
fn every_tag_is_closed_in_order() {
    are_closed(&hostile().html);
}

#[test]
fn nothing_of_a_dossier_becomes_markup() {
    let page = hostile().html;
    for hostile in ["<script>alert", "<img", "<i>people", "<b>fire", "</title><script"] {
        assert!(!page.contains(hostile), "{hostile}");
    }
    assert!(page.contains("&#60;script&#62;alert(1)"), "the question is shown as it is written");
    assert_eq!(
        tags(&page).iter().filter(|tag| name(tag) == "script").count(),
        2,
        "one script, opened and closed"
    );
    assert!(!page.contains(" onerror=\"") && !page.contains(" style=\""));
}

#[test]
fn ids_are_given_once_and_every_link_within_the_page_has_its_goal() {
    let page = hostile().html;
    let known = known_ids(&page);
    for section in ["summary", "table", "disputes", "shared", "sources", "reading"] {
        assert!(known.contains(section), "{section}");
    }
}

#[test]
fn the_page_points_outside_only_by_links_to_sources() {
    let page = hostile().html;
    for tag in tags(&page) {
        let outside = tag.contains("http:") || tag.contains("https:") || tag.contains("//");
        if outside {
            let of_the_source = tag.contains("herald.example");
            assert!(of_the_source && matches!(name(tag), "a" | "blockquote"), "<{tag}>");
        }
        assert!(
            !matches!(name(tag), "img" | "iframe" | "object" | "embed" | "video" | "audio" | "base" | "form"),
            "<{tag}>"
        );
    }
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    assert!(!page.contains("javascript:"), "an address that is none of the web is no link");
}

#[test]
fn a_quote_links_to_its_place_in_the_source() {
    let page = hostile().html;
    let link = "https://herald.example/fire?a=1&#38;b=&#34;2&#34;#:~:text=before-,at%20least%2012%2C%20well%2Dknown%20";
    assert!(page.contains(link), "{:?}", attributes(&page, "href"));
}

#[test]
fn every_table_has_a_caption_and_headers_with_a_scope() {
    let page = hostile().html;
    let tables: Vec<&str> =
        page.split("<table").skip(1).map(|rest| rest.split("</table>").next().unwrap_or("")).collect();
    assert!(tables.len() >= 4, "grid, positions and sources");
    for table in tables {
        assert!(table.contains("<caption") && table.contains("<thead"), "{table}");
        let header_cells: Vec<&str> =
            tags(table).into_iter().filter(|tag| name(tag) == "th" && !tag.starts_with('/')).collect();
        assert!(
            header_cells.len() > 1 && header_cells.iter().all(|tag| tag.contains("scope=\"")),
            "{header_cells:?}"
        );
    }
}

#[test]
fn drawings_say_in_words_what_they_show() {
    let page = hostile().html;
    let all = page.split("<svg").skip(1).map(|rest| rest.split("</svg>").next().unwrap_or(""));
    // Beside the words of an account its drawing says nothing more.
    let (hidden, drawings): (Vec<&str>, Vec<&str>) = all.partition(|it| it.contains("aria-hidden=\"true\""));
    assert!(!hidden.is_empty() && hidden.iter().all(|it| it.contains("class=\"soft\"")), "{hidden:?}");
    assert_eq!(
        drawings.len(),
        5,
        "a number line, a time line, and an attribution tree for each of three questions"
    );
    for drawing in &drawings {
        assert!(
            drawing.contains("role=\"img\"") && drawing.contains("<title") && drawing.contains("<desc"),
            "{drawing}"
        );
    }
    assert!(page.contains("12 or more, usually 12 to 24"), "the reading of `at least 12` in words");
    assert!(
        page.contains("North")
            && page.contains("here: Courier, 2 Mar 2024")
            && page.contains("here: The Herald &#60;img"),
        "places in their tree"
    );
}

#[test]
fn a_long_dispute_is_cut_and_says_so() {
    let mut claims = String::new();
    for index in 0..90 {
        let number = 1000 + index * 50;
        claims += &format!(
            "[[claim]]\nid = \"c{index}\"\nsource = \"herald\"\nquestion = \"fire/injured\"\nvalue = {number}\nquote = \"{number}\"\nsaid-by = \"a{}\"\n",
            index % 3
        );
    }
    claims += "[[claim]]\nsource = \"courier\"\nquestion = \"fire/injured\"\nvalue = 9\nquote = \"nine\"\n";
    let agents =
        (0..3).map(|index| format!("[agent.a{index}]\nname = \"Speaker {index}\"\n")).collect::<String>();
    let all = formats(&[
        ("claims/questions.toml", QUESTIONS),
        ("sources/sources.toml", &format!("{SOURCES}{agents}")),
        ("claims/claims.toml", &claims),
    ]);
    assert!(all.html.contains("more pairs of the kind are not shown"));
    assert!(all.html.contains("more readings are not drawn"));
    assert!(all.html.len() < 600_000, "{}", all.html.len());
}

#[test]
fn the_policy_names_the_parts_by_their_hashes() {
    // Of the empty text, as `printf '' | openssl dgst -sha256 -binary | base64` gives it.
    assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    let page = hostile().html.replace("&#39;", "'");
    assert!(page.contains("default-src 'none'"), "{}", &page[..900]);
    assert!(page.contains(&format!("style-src 'sha256-{}'", hash(STYLE))));
}

/// The page of a dossier that asks so many questions, of which the first are in dispute.
fn page_of(questions: usize, disputed: usize, sources: usize) -> String {
    let mut asked = "[event.fire]\ntitle = \"Fire\"\n".to_owned();
    let mut claims = String::new();
    for question in 0..questions {
        asked +=
            &format!("[event.fire.question.q{question}]\nask = \"Number {question}?\"\ntype = \"count\"\n");
        for source in 0..2 {
            let value = if question < disputed { source } else { 7 };
            claims += &claim(&format!("s{source}"), &format!("q{question}"), value);
        }
    }
    let last = format!("q{}", questions - 1);
    claims += &(2..sources).map(|index| claim(&format!("s{index}"), &last, 7)).collect::<String>();
    let sources: String = (0..sources)
        .map(|index| {
            format!("[source.s{index}]\ntitle = \"S\"\npublisher = \"unknown\"\npublished = \"2024\"\n")
        })
        .collect();
    let files = [
        ("claims/questions.toml", asked.as_str()),
        ("sources/sources.toml", &sources),
        ("claims/claims.toml", &claims),
    ];
    formats(&files).html
}

#[test]
fn what_a_large_dossier_has_beyond_the_page_is_counted() {
    let page = page_of(230, 130, 70);
    for told in [
        "96 more questions on which they differ",
        "10 more are not shown on this page",
        "10 more questions in dispute are not shown on this page",
        "10 more sources are not shown",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert_eq!(page.matches("<details id=\"q-fire--").count(), 120 + 100);
}

#[test]
fn a_few_disputes_have_cards_and_of_many_each_is_told_in_a_sentence() {
    for (disputed, cards, sentences) in [(12, 12, 0), (13, 0, 13)] {
        let page = page_of(14, disputed, 2);
        let counted =
            ["<ul class=\"accounts\">", "class=\"is-brief ", "<article"].map(|it| page.matches(it).count());
        assert_eq!(counted, [cards, sentences, cards], "{disputed}");
        let sentence = page.matches("“S” (s0) says 0; “S” (s1) says 1.").count();
        assert_eq!(sentence, sentences, "{disputed}");
        let gist = "<strong><bdi>0</bdi></strong>: “S” (s0); <strong><bdi>1</bdi></strong>: “S” (s1)</p>";
        assert_eq!(page.matches(gist).count(), disputed, "on a narrow screen each has it");
    }
}

/// The badges of a part of a page: their class, symbol and word.
fn badges(part: &str) -> BTreeSet<&str> {
    let badge = |rest: &'_ str| rest.match_indices("</span>").nth(1).map_or(rest.len(), |(at, _)| at);
    part.split("<span class=\"badge ").skip(1).map(|rest| &rest[..badge(rest)]).collect()
}

#[test]
fn every_badge_stands_in_the_legend() {
    let page = hostile().html;
    let (before, rest) = page.split_once("<details class=\"legend\"").unwrap();
    let (legend, behind) = rest.split_once("</details>").unwrap();
    let (known, shown) = (badges(legend), badges(before).union(&badges(behind)).copied().collect());
    let contradiction = "b-bad\"><span class=\"symbol\" aria-hidden=\"true\">✕</span>&nbsp;contradiction";
    assert!(BTreeSet::contains(&shown, contradiction), "a dispute has a badge: {shown:?}");
    assert!(shown.is_subset(&known), "{:?} are not explained", shown.difference(&known));
}
