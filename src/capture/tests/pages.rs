//! What HTML pages say, worked out by hand from the pages.

use super::*;

const LONG: &str = "Aid groups said that they had tents and blankets for several hundred families, and that more \
    would come by air as soon as the weather over the mountains allows the helicopters to fly.";

/// The words below the title of a page with this in its body.
fn words(body: &str) -> String {
    let page = format!("<!DOCTYPE html><title>T</title><body>{body}");
    capture(page.as_bytes()).words.text.trim_start_matches("T\n\n").to_owned()
}

#[test]
fn blocks_cells_and_breaks_stand_apart_and_inline_elements_do_not() {
    for (body, said) in [
        ("<p>Ward 1<br>34 killed</p>", "Ward 1\n34 killed"),
        ("<p>a<br><br>b</p>", "a\n\nb"),
        ("<table><tr><td>1</td><td>34 killed</td></tr><tr><td>2</td></tr></table>", "1\t34 killed\n2"),
        ("<ul><li>The north<li>34 dead</ul>", "The north\n34 dead"),
        ("<div>a</div><div>b</div>c", "a\n\nb\n\nc"),
        ("<p>1<p>34", "1\n\n34"),
        ("<p>In <b>3</b>4 <i>towns</i>\n  of\tit</p>", "In 34 towns of it"),
        ("<p>super<wbr>cali &amp; né</p>", "supercali & né"),
        ("<pre>a  b\n c</pre>", "a b\nc"),
        ("1<img src=x>34<button>Go</button>7", "1 34 Go 7"),
        ("<select><option>1</select>34", "34"),
        ("<dl><dt>a<dd>b</dl>", "a\nb"),
    ] {
        assert_eq!(words(body), said, "{body}");
    }
}

#[test]
fn words_read_on_over_headings_and_breaks_and_not_over_items_and_numbers() {
    let held = |body: &str, quote: &str| {
        let page = format!("<!DOCTYPE html><title>T</title><body><p>{LONG}</p>{body}<p>{LONG}</p>");
        found(&capture(page.as_bytes()), quote).0
    };
    for (body, quote, outcome) in [
        ("<ul><li>He blamed rebels<li>34 died</ul>", "blamed rebels 34 died", "near"),
        ("<ul><li>He blamed rebels:<li>34 died</ul>", "blamed rebels: 34 died", "folded"),
        ("<table><tr><td>Homs<td>12<tr><td>Hama<td>34</table>", "Homs 12", "folded"),
        ("<table><tr><td>Homs<td>12<tr><td>Hama<td>34</table>", "12 Hama", "near"),
        ("<table><tr><td>Ward 1<td>234 killed</table>", "1 234 killed", "near"),
        ("<h2>What he said</h2><p>Nothing at all came</p>", "he said Nothing at all", "folded"),
        ("<h2>What he said</h2><p>Nothing at all came</p>", "he said ... at all", "near"),
        ("<p>He blamed rebels<br>In all 34 died</p>", "blamed rebels ... 34 died", "near"),
        ("<p>He blamed rebels<br>and said 34 died</p>", "blamed rebels ... 34 died", "elided"),
        ("<p>He blamed rebels and <b>said</b> 34 died</p>", "blamed rebels ... 34 died", "elided"),
    ] {
        assert_eq!(held(body, quote), outcome, "{body}");
    }
}

#[test]
fn what_is_struck_hidden_or_read_aloud_is_left_out() {
    for (body, said) in [
        ("killed <del>12</del> <ins>34</ins>", "killed 34"),
        ("killed <s>12</s><strike>13</strike> 34", "killed 34"),
        ("<ruby>虐待<rp>(</rp><rt>ぎゃくたい</rt><rp>)</rp></ruby>を", "虐待を"),
        ("a<span hidden>b</span><span style='color:red;display: none'>c</span>d", "ad"),
        ("a<span class='x sr-only'>b</span>d", "ad"),
        ("killed <span aria-hidden=true>34</span>", "killed 34"),
        ("a<script>b</script><style>c</style><noscript>d</noscript><template>e</template>f", "a f"),
        ("<!-- no -->yes<dialog>cookies</dialog>", "yes"),
        ("a<svg><title>icon</title><text>34</text></svg>b", "a\n\n34\n\nb"),
    ] {
        assert_eq!(words(body), said, "{body}");
    }
}

#[test]
fn marks_of_notes_stand_apart_and_powers_and_ordinals_do_not() {
    for (body, said) in [
        ("killed 34<sup>1</sup> people", "killed 34 people"),
        ("people<sup>12</sup>.", "people."),
        ("people<sup><a href='#n'>[a]</a></sup> left", "people left"),
        ("people<a href='#n'><sup>2</sup></a> left", "people left"),
        ("people<sup>*</sup> left<sup>[note]</sup>", "people left"),
        ("34 km<sup>2</sup> and 5m<sup>3</sup>", "34 km² and 5m³"),
        ("3 × 10<sup>-6</sup>, 10<sup>12</sup>", "3 × 10⁻⁶, 10¹²"),
        ("the 1<sup>st</sup>, M<sup>me</sup> X", "the 1st, Mme X"),
        ("CO<sub>2</sub>", "CO2"),
        ("<q>we <q>will</q> not go</q>", "“we ‘will’ not go”"),
    ] {
        assert_eq!(words(body), said, "{body}");
    }
}

#[test]
fn a_quote_is_looked_for_in_the_article_then_beside_it_then_in_all_of_the_page() {
    let page = format!(
        "<html><head><title>Flood kills 34 - Post</title></head><body><nav><a href=/>Home of the Post</a></nav>\
         <article><h1>Flood kills 34</h1><div class=byline>By Ann Gray</div><time>29 January 2024</time>\
         <p>{LONG} The dam broke at dawn.</p><figure><img src=x><figcaption>A street in Lahij</figcaption></figure>\
         <p>Nobody had been warned. {LONG}</p><p>{LONG} It was <s>Monday</s> Sunday.</p></article>\
         <aside><a href=/a>Ten dishes for winter</a></aside><footer>All rights reserved by the Post</footer></body></html>"
    );
    let capture = capture(page.as_bytes());
    for (quote, place) in [
        ("The dam broke at dawn", PagePart::Article),
        ("Flood kills 34 - Post", PagePart::Title),
        ("29 January 2024", PagePart::Date),
        ("By Ann Gray", PagePart::Byline),
        ("A street in Lahij", PagePart::Caption),
        ("Ten dishes for winter", PagePart::Page),
        ("All rights reserved by the Post", PagePart::Page),
    ] {
        assert_eq!(found(&capture, quote), ("exact", Some(place)), "{quote}");
    }
    let struck = QuoteFinder::new(&capture.words).find("It was Sunday");
    assert!(struck.outcome.is_held() && struck.over_struck);
    let held = QuoteFinder::new(&capture.words).find("The dam broke at dawn");
    let at = held.outcome.span().expect("it stands there");
    assert_eq!(&capture.words.text[at], "The dam broke at dawn");
}

#[test]
fn a_line_is_one_of_the_page_as_it_is_printed_and_a_paragraph_one_of_the_article() {
    let page = format!(
        "<html><title>T</title><nav><a href=/>Home</a></nav><article><p>The gate is open. {LONG}</p><p>{LONG}</p>\
         <p>The gate is shut. {LONG}</p></article>"
    );
    let capture = capture(page.as_bytes());
    let finder = QuoteFinder::new(&capture.words);
    let line = |locator: &str| {
        finder.find(crate::text::Needle::new("The gate is").with_locator(locator)).line_column
    };
    assert_eq!(
        capture.words.text.lines().nth(4).map(|line| line.starts_with("The gate is open")),
        Some(true)
    );
    assert_eq!((line("line 5"), line("line 9")), (Some((5, 1)), Some((9, 1))));
    assert_eq!((line("paragraph 1"), line("paragraph 3")), (Some((5, 1)), Some((9, 1))));
}

#[test]
fn a_page_that_hides_its_words_until_a_script_shows_them_is_read() {
    let body =
        format!("<div style=display:none><p>{LONG}</p><p>{LONG} {LONG} {LONG}</p></div><p>Loading</p>");
    assert!(words(&body).contains("several hundred families"));
}

#[test]
fn what_was_saved_in_place_of_a_page_has_no_words() {
    for (page, wordless) in [
        (
            "<title>Just a moment</title><noscript>Enable JavaScript and cookies to continue</noscript>",
            Some(Wordless::Challenge),
        ),
        ("<title>Post</title><h1>Checking your browser before accessing</h1>", Some(Wordless::Challenge)),
        ("<title>News</title><div id=root></div><script src=a.js></script>", Some(Wordless::Shell)),
        ("<title>News</title><p>Loading…</p><script>go()</script>", Some(Wordless::Shell)),
        ("<html><title>404 Not Found</title><h1>404 Not Found</h1>nginx", Some(Wordless::Answer)),
        ("<html>", Some(Wordless::Empty)),
        ("<html><title>News</title>", Some(Wordless::Untold)),
        ("<p>34 killed</p><script>go()</script>", None),
        ("<p>He said that it took just a moment.</p>".repeat(20).as_str(), None),
    ] {
        assert_eq!(capture(page.as_bytes()).wordless, wordless, "{page}");
    }
}

#[test]
fn walls_and_missing_pages_of_many_languages_have_no_words_and_short_stories_about_them_do() {
    let google = "<title>Before you continue to YouTube</title><h1>Before you continue to YouTube</h1>\
        <p>We use cookies and data to</p><ul><li>Deliver and maintain Google services<li>Track outages and protect against spam, \
        fraud, and abuse</ul><p>If you choose to “Accept all,” we will also use cookies and data to</p><ul><li>Develop and \
        improve new services</ul><p>Select “More options” to see additional information, including details about managing your \
        privacy settings.</p><button>Reject all</button><button>Accept all</button>";
    let banner =
        "<div>We value your privacy. We and our partners store data.</div><button>Accept all</button>";
    let form = "<form><input type=\"password\"><button>Log in</button></form><p>Forgot your password?</p>";
    let story = "<p>The mayor said that 34 people were killed in the flood.</p>";
    for (page, wordless) in [
        (google.to_owned(), Some(Wordless::Consent)),
        (format!("<title>Post</title>{banner}"), Some(Wordless::Consent)),
        (format!("<title>Post</title>{banner}{story}"), None),
        ("<title>Post</title><p>Google was fined: its page asks “Before you continue”, and has no button to reject.</p>".to_owned(), None),
        ("<title>Einen Moment</title><p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p>".to_owned(), Some(Wordless::Challenge)),
        ("<title>Un instant</title><p>Vérifiez que vous êtes humain.</p>".to_owned(), Some(Wordless::Challenge)),
        ("<title>Un momento</title><p>Verifique que es un ser humano.</p>".to_owned(), Some(Wordless::Challenge)),
        ("<title>Проверка</title><p>Подтвердите, что вы не робот.</p>".to_owned(), Some(Wordless::Challenge)),
        ("<title>Post</title><p>Confirm you’re human</p>".to_owned(), Some(Wordless::Challenge)),
        (format!("<title>Log in - Post</title>{form}"), Some(Wordless::Login)),
        (format!("<title>Post</title>{form}"), Some(Wordless::Login)),
        (format!("<title>Flood</title>{form}{story}"), None),
        (format!("<title>Flood kills 34</title><p>Subscribe to read on.</p>{form}"), None),
        ("<title>Flood kills 34</title><p>Subscribe to read on.</p>".to_owned(), None),
        ("<title>Page not found | Post</title><p>Search our site, or go to the home page of the Post.</p>".to_owned(), Some(Wordless::Answer)),
        ("<title>Post</title><h1>Seite nicht gefunden</h1>".to_owned(), Some(Wordless::Answer)),
        ("<title>Страница не найдена</title><p>Главная</p>".to_owned(), Some(Wordless::Answer)),
        ("<title>Post</title><h1>ページが見つかりません</h1>".to_owned(), Some(Wordless::Answer)),
        (format!("<title>What “page not found” means for archives</title>{}", story.repeat(5)), None),
    ] {
        assert_eq!(capture(page.as_bytes()).wordless, wordless, "{page}");
    }
}

#[test]
fn a_page_is_read_from_a_web_archive_and_from_what_a_server_packed() {
    let page = format!("<html><title>T</title><p>In all <b>34</b> people were killed. {LONG}</p>");
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
    let warc = warc::record("response", "https://a.org/", &answer).into_bytes();
    let wacz =
        zipped::stored(&[("pages/pages.jsonl", b"{}"), ("archive/data.warc.gz", &unpack::gzip(&warc))]);
    for (bytes, within) in [
        (page.clone().into_bytes(), None),
        (unpack::gzip(page.as_bytes()), Some(FileKind::Gzip)),
        (warc.clone(), Some(FileKind::Warc)),
        (unpack::gzip(&warc), Some(FileKind::Warc)),
        (wacz, Some(FileKind::Wacz)),
    ] {
        let capture = capture(&bytes);
        assert_eq!((capture.read_as.kind, capture.read_as.within), (FileKind::Html, within));
        assert_eq!(found(&capture, "34 people were killed").0, "exact", "{within:?}");
        assert_eq!(found(&capture, "35 people were killed").0, "near", "{within:?}");
        let is_record = matches!(within, Some(FileKind::Warc | FileKind::Wacz));
        let hash = capture.read_as.record.map(|record| record.sha256);
        assert_eq!(hash, is_record.then(|| sha256(page.as_bytes())));
    }
}

#[test]
fn an_archive_that_holds_a_refusal_or_other_pages_alone_is_no_text_of_its_source() {
    let answer = |status: &str, words: &str| {
        format!("HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n<b>{words}</b>")
    };
    let warc = warc::record("response", "https://ads.org/", &answer("200 OK", "34 killed"))
        + &warc::record("response", "https://ex.org/a", &answer("403 Forbidden", "Sorry"));
    let listed = |url: &str| {
        let pages = format!("{{\"format\": \"json-pages-1.0\"}}\n{{\"url\": \"{url}\"}}\n");
        zipped::stored(&[("pages/pages.jsonl", pages.as_bytes()), ("archive/a.warc", warc.as_bytes())])
    };
    let read = |bytes: &[u8], url: Option<&str>| {
        let capture =
            read(bytes, &Hint::new(std::path::Path::new("a"), url)).map_err(|why| why.to_string())?;
        Ok((capture.words.text.into_owned(), capture.wordless))
    };
    let bytes = warc.as_bytes();
    let none = |kind: &str| Err(format!("{kind}: it has no record of `https://ex.org/b`"));
    assert_eq!(read(bytes, Some("https://ex.org/a")), Ok(("Sorry".to_owned(), Some(Wordless::Answer))));
    assert_eq!(read(bytes, Some("https://ex.org/b")), none("WARC"));
    assert_eq!(read(bytes, None), Ok(("34 killed".to_owned(), None)));
    assert_eq!(read(&listed("https://ex.org/a"), None), read(bytes, Some("https://ex.org/a")));
    assert_eq!(read(&listed("https://ex.org/b"), None), none("WACZ"));
    assert_eq!(read(&listed("https://ads.org"), Some("https://ex.org/b")), none("WACZ"));
    assert_eq!(read(&listed("https://ads.org"), None), read(bytes, None));
}

#[test]
fn a_page_nested_beyond_reason_is_refused_and_a_deep_one_is_read() {
    let nested = |depth: usize| format!("<html>{}34 killed", "<div>".repeat(depth));
    assert_eq!(found(&capture(nested(3_000).as_bytes()), "34 killed").0, "exact");
    assert!(read(nested(100_000).as_bytes(), &Hint::default()).is_err());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, ..Default::default() })]
    #[test]
    fn any_page_is_read(tags in proptest::collection::vec(0..TAGS.len(), 0..40)) {
        let page: String = tags.iter().map(|tag| TAGS[*tag]).collect();
        let capture = read(page.as_bytes(), &Hint::new(std::path::Path::new("a.html"), None)).expect("it is read");
        let finder = QuoteFinder::new(&capture.words);
        for quote in ["34 men", "a ... b", "x"] {
            if let Some(at) = finder.find(quote).outcome.span() {
                proptest::prop_assert!(capture.words.text.get(at).is_some());
            }
        }
    }
}

const TAGS: [&str; 24] = [
    "<p>",
    "</p>",
    "<td>",
    "<table>",
    "</table>",
    "<del>",
    "</del>",
    "34 men",
    " a ",
    "b",
    "<sup>",
    "</sup>",
    "<br>",
    "<q>",
    "</q>",
    "<h1>",
    "x y",
    "<figcaption>",
    "<div hidden>",
    "</div>",
    "<svg>",
    "<pre>\n",
    "&nbsp;",
    "ж",
];
