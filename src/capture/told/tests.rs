//! What files say of themselves, as those who make pages and save them write it.

use std::path::Path;

use super::*;

fn told(name: &str, text: &str) -> FileTold {
    self_told(text.as_bytes(), &Hint::new(Path::new(name), None)).expect("it is read")
}

/// What is said of one thing, in order: the words, and where.
fn of(told: &FileTold, about: About) -> Vec<(&str, &str)> {
    let of = told.told.iter().filter(|told| told.about == about);
    of.map(|told| (told.words.as_str(), told.place.as_str())).collect()
}

const PAGE: &str = r#"<!DOCTYPE html>
<!-- saved from url=(0034)https://www.herald.example/a/bridge -->
<html lang="en-GB"><head>
<title>Bridge  closed
 | The Herald</title>
<meta property="og:title" content="Bridge closed after storm">
<meta property="og:site_name" content="The Herald">
<meta property="og:type" content="article">
<meta property="article:published_time" content="2024-03-02T08:15:00+00:00">
<meta property="article:author" content="https://www.herald.example/by/ann">
<meta name="Author" content="Ann Lee">
<meta property="og:locale" content="en_GB">
<link rel="canonical" href="https://www.herald.example/a/bridge?x=1&amp;y=2">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
 {"@type": "WebPage", "name": "A page", "datePublished": "1999-01-01"},
 {"@type": ["NewsArticle"], "headline": "Bridge &amp; road closed", "datePublished": "2024-03-02T08:10:00Z",
  "dateModified": "2024-03-03", "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ray"}, "https://x.example"],
  "publisher": {"@id": "https://www.herald.example/#org"}, "mainEntityOfPage": {"@id": "https://www.herald.example/a/bridge"}},
 {"@type": "Organization", "@id": "https://www.herald.example/#org", "name": "Herald Media"}]}
</script></head>
<body><svg><title>Logo</title></svg><time datetime="2024-03-02">2 March</time><p>The bridge closed.</p></body></html>"#;

#[test]
fn a_page_says_what_it_is_best_first() {
    let told = told("page.html", PAGE);
    assert!(!told.is_of_another);
    assert_eq!(
        of(&told, About::Title),
        [
            ("Bridge & road closed", "JSON-LD headline"),
            ("Bridge closed after storm", "meta og:title"),
            ("Bridge closed | The Herald", "the element title"),
        ]
    );
    assert_eq!(
        of(&told, About::Author),
        [("Ann Lee", "JSON-LD author"), ("Bo Ray", "JSON-LD author"), ("Ann Lee", "meta author")]
    );
    assert_eq!(
        of(&told, About::Publisher),
        [("Herald Media", "JSON-LD publisher"), ("The Herald", "meta og:site_name")]
    );
    assert_eq!(
        of(&told, About::Published),
        [
            ("2024-03-02T08:10:00Z", "JSON-LD datePublished"),
            ("2024-03-02T08:15:00+00:00", "meta article:published_time"),
            ("2024-03-02", "the first element time"),
        ]
    );
    assert_eq!(of(&told, About::Updated), [("2024-03-03", "JSON-LD dateModified")]);
    assert_eq!(of(&told, About::Kind), [("NewsArticle", "JSON-LD @type"), ("article", "meta og:type")]);
    assert_eq!(of(&told, About::Language), [("en-GB", "meta og:locale"), ("en-GB", "the element html")]);
    assert_eq!(
        of(&told, About::Url),
        [
            ("https://www.herald.example/a/bridge", "JSON-LD mainEntityOfPage"),
            ("https://www.herald.example/a/bridge?x=1&y=2", "link canonical"),
            ("https://www.herald.example/a/bridge", "the comment of the browser that saved it"),
        ]
    );
}

#[test]
fn who_saves_pages_says_from_where_and_when() {
    let page = "<!DOCTYPE html> <html lang=de><!--\n Page saved with SingleFile \n url: https://blatt.example/a \n \
                saved date: Mon Jan 29 2024 10:05:00 GMT+0100 (CET)\n--><head><title>Brand</title>";
    let told = told("page.html", page);
    assert_eq!(of(&told, About::Url), [("https://blatt.example/a", "the comment of SingleFile")]);
    assert_eq!(
        of(&told, About::Accessed),
        [("Mon Jan 29 2024 10:05:00 GMT+0100 (CET)", "the comment of SingleFile")]
    );
    assert_eq!(of(&told, About::Language), [("de", "the element html")]);
}

#[test]
fn a_web_archive_says_where_and_when_it_was_had() {
    let page =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>Mill burns</title></head>";
    let record = format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/mill\r\nWARC-Date: 2024-03-02T09:00:00Z\r\n\
         Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{page}\r\n\r\n",
        page.len()
    );
    for bytes in [record.clone().into_bytes(), crate::capture::gzip(record.as_bytes())] {
        let told = self_told(&bytes, &Hint::new(Path::new("a.warc"), None)).expect("it is read");
        assert_eq!(of(&told, About::Title), [("Mill burns", "the element title")]);
        assert_eq!(of(&told, About::Url), [("https://herald.example/mill", "the record of the web archive")]);
        assert_eq!(of(&told, About::Accessed), [("2024-03-02T09:00:00Z", "WARC-Date")]);
    }
}

#[test]
fn the_first_line_of_a_text_may_be_its_title() {
    assert_eq!(
        of(&told("a.txt", "\n  Mill burns \n\nIt burnt."), About::Title),
        [("Mill burns", "the first line")]
    );
    assert_eq!(of(&told("a.md", "# Mill burns\n"), About::Title), [("Mill burns", "the first line")]);
    assert_eq!(of(&told("a.txt", &"mill ".repeat(100)), About::Title), []);
    assert_eq!(told("a.txt", "").told, []);
}

#[test]
fn what_auto_archiver_writes_is_read_in_each_of_its_forms() {
    let json = r#"{"status": "wacz: success", "metadata": {"_processed_at": "2024-03-02 09:00:00.123+00:00",
        "url": "https://herald.example/mill", "title": "Mill burns", "timestamp": "2024-03-01T20:00:00+00:00"},
        "media": [{"filename": "/x/shot.png", "urls": [], "properties": {"hash": "SHA-256:00"}},
        {"filename": "/x/mill.wacz", "urls": ["./local", "https://archive.example/mill.wacz"], "properties": {"hash": "SHA-256:ab"}},
        {"filename": "/x/report.html", "urls": ["https://archive.example/r"], "properties": {"id": "_final_media"}}]}"#;
    let csv = "status,metadata,media\r\nno archiver,\"{'url': 'https://other.example/'}\",[]\r\n\
               success,\"{'_processed_at': datetime.datetime(2024, 3, 2, 9, 0, 0, 123, tzinfo=datetime.timezone.utc), \
               'url': 'https://herald.example/mill', 'title': \"\"Mill's \\u00e9nd\"\"}\",[]\r\n";
    let html = "<!DOCTYPE html><html lang=en><head><title>https://herald.example/mill</title></head><body>\
                <table class=metadata><tr><th>key</th><th>value</th></tr><tr><td>url</td><td><span>https://herald.example/mill</span></td></tr>\
                <tr><td>title</td><td>Mill burns</td></tr><tr><td>_processed_at</td><td>2024-03-02 09:00:00+00:00</td></tr></table>\
                <p>Made with <a href=\"https://github.com/bellingcat/auto-archiver\">bellingcat/auto-archiver</a></p></body></html>";
    for (name, text, title) in [
        ("metadata.json", json, "Mill burns"),
        ("db.csv", csv, "Mill's énd"),
        ("report.html", html, "Mill burns"),
    ] {
        let told = told(name, text);
        assert!(told.is_of_another, "{name}");
        assert_eq!(of(&told, About::Title)[0].0, title, "{name}");
        assert_eq!(of(&told, About::Url)[0].0, "https://herald.example/mill", "{name}");
        assert!(of(&told, About::Accessed)[0].0.starts_with("2024-03-02"), "{name}");
    }
    let told = told("metadata.json", json);
    assert_eq!(of(&told, About::Sha256), [("ab", "auto-archiver media mill.wacz")]);
    assert_eq!(
        of(&told, About::ArchiveUrl),
        [("https://archive.example/mill.wacz", "auto-archiver media mill.wacz")]
    );
    let hint = Hint::new(Path::new("db.csv"), Some("https://other.example/"));
    let other = self_told(csv.as_bytes(), &hint).expect("it is read");
    assert_eq!(of(&other, About::Url), [("https://other.example/", "auto-archiver CSV url")]);
}

#[test]
fn what_is_broken_says_what_it_can_and_ends_no_run() {
    for text in [
        "<html><script type=application/ld+json>{\"@type\": \"NewsArticle\", \"headline\": </script><title>x</title>",
        "<html><!-- saved from url=(",
        "<html><!-- Page saved with SingleFile url:",
        "status,metadata,media\n\"{'url': 'x\\",
        "status,metadata,media\nx,\"{'url': '\\u12\"",
        "{\"metadata\": {\"title\": 3}, \"media\": [3, {\"filename\": 4}]}",
        "<html><meta><meta name=x><meta content=y><time><link rel=canonical>",
    ] {
        for name in ["a.html", "a.txt"] {
            let _ = self_told(text.as_bytes(), &Hint::new(Path::new(name), None));
        }
    }
    assert!(self_told(b"%PDF-1.7", &Hint::default()).is_err_and(|unread| unread.kind == FileKind::Pdf));
    let deep = "<div>".repeat(100_000);
    assert!(self_told(format!("<html>{deep}").as_bytes(), &Hint::default()).is_err());
}
