//! What pages show by their styles, their sheets and their scripts, worked out by hand from the pages.

use super::*;

const LONG: &str = "Aid groups said that they had tents and blankets for several hundred families, and that more \
    would come by air as soon as the weather over the mountains allows the helicopters to fly.";

fn page(head: &str, body: &str) -> Page {
    let page = format!("<!DOCTYPE html><html lang=en><head><title>T</title>{head}</head><body>{body}");
    read(&page).unwrap_or_else(|why| panic!("{why}"))
}

/// The words below the title.
fn words(head: &str, body: &str) -> String {
    page(head, body).words.text.trim_start_matches("T\n\n").to_owned()
}

#[test]
fn what_styles_set_as_boxes_stands_apart() {
    let two =
        |style: &str| words("", &format!("<p><b style='{style}'>1</b><b style='{style}'>34 killed</b></p>"));
    for (style, said) in [
        ("color:red", "134 killed"),
        ("display:block", "1\n\n34 killed"),
        ("display:flex", "1\n\n34 killed"),
        ("display:list-item", "1\n34 killed"),
        ("display:inline-block", "1 34 killed"),
        ("display:inline-grid", "1 34 killed"),
        ("display:table-cell", "1\t34 killed"),
        ("position:absolute", "1\t34 killed"),
        ("float:left", "1\t34 killed"),
        ("padding:0 4px", "1 34 killed"),
        ("margin:4px 0", "134 killed"),
        ("margin-left:-4px", "134 killed"),
    ] {
        assert_eq!(two(style), said, "{style}");
    }
    for (body, said) in [
        ("<div style=display:grid><b>1</b><b>34 killed</b></div>", "1\t34 killed"),
        ("<my-cell>1</my-cell><my-cell>34 killed</my-cell>", "1 34 killed"),
        ("the <my-term>bridge</my-term>s", "the bridges"),
        ("<p><b style='float:left'>T</b>he mayor", "The mayor"),
        ("<p><b style='float:left'>“T</b>he mayor", "“The mayor"),
        ("the <b style='display:inline-block'>mayor</b>, who", "the mayor, who"),
        ("(<b style='display:inline-block'>34</b>)", "(34)"),
        ("1<b style='display:inline-block'>-34</b>", "1 -34"),
        ("<div style='display:inline'>the</div><div style='display:inline'>mayor</div>", "the mayor"),
        ("1<marquee>34 killed</marquee>", "1\n\n34 killed"),
        ("34<sub>1</sub> and CO<sub>2</sub>", "34 1 and CO2"),
        ("<a href=x>1</a><a href=y>34 killed</a>", "134 killed"),
    ] {
        assert_eq!(words("", body), said, "{body}");
    }
}

#[test]
fn what_a_sheet_hides_strikes_or_parts_is_so() {
    let in_sheet = |css: &str| {
        words(&format!("<style>{css}</style>"), "<p>The flood killed <b class=x>34</b><i>12</i> people.")
    };
    for (css, said) in [
        (".x{display:none}", "The flood killed 12 people."),
        ("p > b.x { visibility: hidden }", "The flood killed 12 people."),
        (".x{position:absolute;left:-9999px}", "The flood killed 12 people."),
        (".x{text-decoration:line-through}", "The flood killed 12 people."),
        ("b,i{display:inline-block}", "The flood killed 34 12 people."),
        (".x{display:none} .js .x{display:inline}", "The flood killed 12 people."),
        (".x{display:none} @media (min-width:60em){.x{display:inline}}", "The flood killed 3412 people."),
        ("@media print{.x{display:none}} .x:hover{display:none}", "The flood killed 3412 people."),
        (".x{opacity:0}", "The flood killed 3412 people."),
        ("body{visibility:hidden} @keyframes a{from{visibility:hidden}}", "The flood killed 3412 people."),
    ] {
        assert_eq!(in_sheet(css), said, "{css}");
    }
    let styled = "<style media=print>.x{display:none}</style><style type=text/less>.x{display:none}</style>";
    assert_eq!(words(styled, "<b class=x>34</b>"), "34");
}

#[test]
fn a_page_whose_sheet_hides_its_words_until_a_script_shows_them_is_read() {
    let paragraphs = format!("<p class=late>{LONG}</p>").repeat(4);
    let said = words("<style>.late{visibility:hidden}</style>", &format!("<nav>Menu</nav>{paragraphs}"));
    assert_eq!(said.matches("several hundred families").count(), 4);
}

#[test]
fn marks_of_notes_that_are_not_raised_by_name_are_left_out() {
    for (body, said) in [
        ("killed 34<a href='#cite_note-1'>[1]</a> people", "killed 34 people"),
        ("killed 34 <a href='#n1'>[1]</a> people", "killed 34 people"),
        ("killed 34.<a href='#fn1'>2</a> He", "killed 34. He"),
        ("killed 34<a role=doc-noteref href='#f'>1</a> people", "killed 34 people"),
        ("killed <a href='#n1'>34</a> people", "killed 34 people"),
        ("killed 34<a href='/a'>1</a> people", "killed 341 people"),
        ("studies [<a href='#r28'>28</a>,<a href='#r54'>54</a>].", "studies [28,54]."),
        ("in 20<a href='#y'>1991</a>", "in 201991"),
        ("killed 34<sup>a</sup> people", "killed 34 people"),
        ("killed 34<sup>ii</sup> people", "killed 34 people"),
        ("the 34<sup>e</sup> and 5<sup>o</sup>", "the 34e and 5o"),
        ("killed 3<sup>1</sup>4 men", "killed 3 4 men"),
        ("killed 34<b style='vertical-align:super'>1</b> people", "killed 34 people"),
        ("killed 34<b class=superscript>1</b> people", "killed 34 people"),
        ("34 km<b class=superscript>2</b>", "34 km²"),
        ("killed <b class=reference>34</b> people", "killed 34 people"),
        ("said(<b class=reference>Smith</b>)", "said(Smith)"),
    ] {
        assert_eq!(words("", body), said, "{body}");
    }
    let spanish = read("<!DOCTYPE html><html lang=es-MX><p>La 34<sup>a</sup> brigada")
        .unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(spanish.words.text, "La 34a brigada");
}

#[test]
fn what_is_said_to_those_who_run_no_scripts_takes_no_part_of_the_page_along() {
    for body in [
        "<p>34 killed</p><noscript><div><p>no</noscript><p>12 hurt</p>",
        "<p>34 killed<noscript><img src=x></noscript></p><p>12 hurt</p>",
        "<p>34 killed</p><noscript><!-- no</noscript><p>12 hurt</p>",
        "<p>34 killed</p><noscript><p>12 hurt</p>",
    ] {
        assert_eq!(
            words("<noscript><p>no</p><style>p{display:none}</style></noscript>", body),
            "34 killed\n\n12 hurt"
        );
    }
    let kept = words("", &format!("<div id=root></div><noscript><p>{}</p></noscript>", LONG.repeat(4)));
    assert_eq!(kept.matches("several hundred families").count(), 4);
}

#[test]
fn an_article_that_the_page_holds_for_machines_alone_is_its_article() {
    let data = format!(
        "<script type=application/ld+json>{{\"articleBody\": \"{LONG}\\n{LONG} 34 died.\"}}</script>"
    );
    let shell = page(&data, "<p>Menu</p><div id=root></div>");
    assert_eq!(shell.words.article(), format!("{LONG}\n\n{LONG} 34 died."));
    assert!(shell.words.text.starts_with("T\n\nMenu\n\nAid groups") && shell.wordless.is_none());
    let shown = page(&data, &format!("<p>{LONG}</p><p>{LONG} 34 died.</p>"));
    assert_eq!(shown.words.text.matches("34 died").count(), 1);
}

#[test]
fn large_sheets_take_time_by_their_length() {
    let rules: String = (0..50_000).map(|n| format!(".a{n} .x, .x{{display:block}}")).collect();
    let body = "<b class=x>34</b>".repeat(20_000);
    assert!(words(&format!("<style>{rules}</style>"), &body).starts_with("34\n\n34"));
}

proptest::proptest! {
    #[test]
    fn any_sheet_and_any_noscript_are_read(pieces in proptest::collection::vec(0..PIECES.len(), 0..30)) {
        let css: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
        let _ = words(&format!("<style>{css}</style>"), &format!("<b style=\"{css}\">34</b>{css}"));
        let _ = without_noscript(&css, NoScript::CutOut);
    }
}

const PIECES: [&str; 24] = [
    "{",
    "}",
    ";",
    ":",
    "(",
    ")",
    "'",
    "\"",
    "\\",
    "/*",
    "*/",
    "@media ",
    "@",
    "print",
    ".x",
    "#",
    ">",
    "display:none",
    "<noscript",
    "</noscript>",
    "<a b=",
    "<!--",
    "é",
    "\n",
];
