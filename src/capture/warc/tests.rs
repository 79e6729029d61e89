//! Which record of an archive is that of the page, worked out by hand from small archives.

use super::*;
use crate::capture::unpack;
use proptest::prelude::*;

fn of_kind(status: &str, kind: &str, words: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{words}")
}

fn answer(words: &str) -> String {
    of_kind("200 OK", "text/html", words)
}

fn moved(location: &str) -> String {
    format!("HTTP/1.1 301 Moved\r\nLocation: {location}\r\nContent-Type: text/html\r\n\r\nmoved")
}

fn response(url: &str, content: &str) -> String {
    record("response", url, content)
}

fn had(warc: &[u8], url: Option<&str>) -> Result<Record, String> {
    page(1, &|_| Ok(Cow::Borrowed(warc)), url)
}

/// The words of the page, `-` before those of a refusal.
fn body(warc: &[u8], url: Option<&str>) -> Result<String, String> {
    had(warc, url).map(|record| {
        let mark = if record.given == Given::No { "-" } else { "" };
        format!("{mark}{}", String::from_utf8(record.body).expect("tests are UTF-8"))
    })
}

#[test]
fn only_the_record_of_the_address_counts_where_one_is_asked_for() {
    let warc = [
        record("warcinfo", "", "software: x"),
        record("request", "https://a.org/one", "GET / HTTP/1.1"),
        response("https://ads.org/", &answer("an advertisement")),
        response("https://a.org/x.png", &of_kind("200 OK", "image/png", "PNG")),
        response("https://a.org/one", &answer("first")),
        response("https://www.a.org/two/", &answer("second")),
        response("https://a.org/refused", &of_kind("403 Forbidden", "text/html", "no")),
        response("https://a.org/again", &of_kind("503 Service Unavailable", "text/html", "later")),
        response("https://a.org/again", &answer("at last")),
        record("revisit", "https://a.org/same", &answer("")),
        record("metadata", "https://a.org/meta", "outlinks"),
    ]
    .concat();
    let warc = warc.as_bytes();
    for (url, words) in [
        ("https://a.org/one", Ok("first")),
        ("http://a.org/two#top", Ok("second")),
        ("https://a.org/refused", Ok("-no")),
        ("https://a.org/again", Ok("at last")),
        ("https://a.org/three", Err("it has no record of `https://a.org/three`")),
        ("https://a.org/meta", Err("it has no record of `https://a.org/meta`")),
        (
            "https://a.org/x.png",
            Err("its record of `https://a.org/x.png` is `image/png`, which is not read there"),
        ),
        (
            "https://a.org/same",
            Err(
                "its record of `https://a.org/same` says no more than that the page was as before, in an archive \
                 that is not this one",
            ),
        ),
    ] {
        let words = words.map(str::to_owned).map_err(str::to_owned);
        assert_eq!(body(warc, Some(url)), words, "{url}");
        assert_eq!(body(&unpack::gzip(warc), Some(url)), words, "{url}");
    }
}

#[test]
fn a_page_that_moved_is_followed() {
    let warc = [
        response("https://ads.org/", &answer("an advertisement")),
        response("https://a.org/new", &answer("the page")),
        response("http://a.org/old", &moved("https://www.a.org/old/")),
        response("https://a.org/old", &moved("/older?x=1")),
        response("https://a.org/older?x=1", &moved("new")),
        response("https://a.org/gone", &moved("https://a.org/nowhere")),
        response("https://a.org/round", &moved("/about")),
        response("https://a.org/about", &moved("/round")),
        response("https://a.org/home", &moved("/login")),
        response("https://a.org/login", &of_kind("401 Unauthorized", "text/html", "log in")),
    ]
    .concat();
    for (url, words) in [
        ("https://a.org/old", "the page"),
        ("https://a.org/older?x=1", "the page"),
        ("https://a.org/gone", "-moved"),
        ("https://a.org/round", "-moved"),
        ("https://a.org/home", "-log in"),
    ] {
        assert_eq!(body(warc.as_bytes(), Some(url)).as_deref(), Ok(words), "{url}");
    }
    let chain: String = (0..7)
        .map(|step| response(&format!("https://a.org/{step}"), &moved(&format!("/{}", step + 1))))
        .collect();
    let chain = chain + &response("https://a.org/7", &answer("far"));
    assert_eq!(body(chain.as_bytes(), Some("https://a.org/2")).as_deref(), Ok("far"));
    assert_eq!(body(chain.as_bytes(), Some("https://a.org/1")).as_deref(), Ok("-moved"));
}

#[test]
fn a_record_that_was_as_before_is_read_where_it_stands() {
    let again = |url: &str, of: &str| {
        let content = answer("");
        format!(
            "WARC/1.1\r\nWARC-Type: revisit\r\nWARC-Target-URI: {url}\r\nWARC-Refers-To-Target-URI: {of}\r\nContent-Length: {}\r\n\r\n{content}\r\n\r\n",
            content.len()
        )
    };
    let warc =
        again("https://a.org/a", "https://a.org/b") + &response("https://a.org/b", &answer("the page"));
    assert_eq!(body(warc.as_bytes(), Some("https://a.org/a")).as_deref(), Ok("the page"));
    let warc = again("https://a.org/a", "https://a.org/b") + &response("https://ads.org/b", &answer("ad"));
    assert!(body(warc.as_bytes(), Some("https://a.org/a")).is_err_and(|why| why.contains("as before")));
}

#[test]
fn without_an_address_the_first_page_that_was_given_is_read() {
    let robots = response("https://a.org/robots.txt", &of_kind("200 OK", "text/plain", "User-agent: *"));
    let refused = response("https://a.org/", &of_kind("404 Not Found", "text/html", "no such page"));
    let thumbnail = record("resource", "urn:text:https://a.org/one", "a text");
    let info = record("warcinfo", "", "software: x");
    let revisit = record("revisit", "https://a.org/", &answer(""));
    let first = response("https://a.org/one", &answer("first"));
    for (records, words) in [
        ([&info, &refused, &robots, &first], Ok("first")),
        ([&info, &thumbnail, &refused, &robots], Ok("User-agent: *")),
        ([&info, &info, &thumbnail, &refused], Ok("-no such page")),
        ([&info, &info, &info, &info], Err("it holds no record of a page")),
        (
            [&info, &info, &info, &revisit],
            Err(
                "its records say no more than that the page was as before, in an archive that is not this one",
            ),
        ),
    ] {
        let warc: String = records.into_iter().map(String::as_str).collect();
        assert_eq!(body(warc.as_bytes(), None), words.map(str::to_owned).map_err(str::to_owned), "{warc}");
    }
}

#[test]
fn an_archive_of_many_files_is_one() {
    let files = [
        response("https://ads.org/", &answer("ad")) + &response("https://a.org/a", &moved("/b")),
        response("https://a.org/b", &answer("the page")),
    ];
    let load = |file: usize| Ok(Cow::Borrowed(files[file].as_bytes()));
    let record = page(2, &load, Some("https://a.org/a")).expect("it is there");
    assert_eq!((record.body.as_slice(), record.url.as_deref()), (&b"the page"[..], Some("https://a.org/b")));
    assert_eq!((record.charset.as_deref(), record.ending), (Some("utf-8"), "html"));
}

#[test]
fn chunks_are_joined_and_what_was_packed_is_unpacked() {
    let chunked = |chunks: &str| {
        let answer = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}");
        had(response("https://a.org", &answer).as_bytes(), None)
            .map(|record| (String::from_utf8(record.body).expect("tests are UTF-8"), record.damage.is_some()))
    };
    assert_eq!(chunked("3\r\n34 \r\n6\r\ntrucks\r\n0\r\n\r\n"), Ok(("34 trucks".to_owned(), false)));
    assert_eq!(chunked("3\r\n34 \r\n6\r\ntru"), Ok(("34 ".to_owned(), true)));
    assert_eq!(chunked("34 trucks"), Ok(("34 trucks".to_owned(), false)));
    let packed = |packing: &str, content: &[u8]| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: {packing}\r\n\r\n");
        let length = head.len() + content.len();
        let record = format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n{head}");
        body(&[record.as_bytes(), content].concat(), None)
    };
    assert_eq!(packed("gzip", &unpack::gzip(b"34 trucks")).as_deref(), Ok("34 trucks"));
    assert_eq!(packed("gzip", b"34 trucks").as_deref(), Ok("34 trucks"));
    assert!(packed("br", b"\xFF\xFE").is_err_and(|why| why.contains("`br`")));
}

#[test]
fn a_length_that_is_not_so_is_told() {
    let page = response("https://a.org/a", &answer("34 trucks"));
    let length = answer("34 trucks").len();
    let said = |words: &str| page.replace(&format!("Content-Length: {length}"), words);
    for (warc, why) in [
        (said("Content-Length: -1"), "a record is said to have `-1` bytes"),
        (
            said("Content-Length: 99999999999999999999999"),
            "a record is said to have `99999999999999999999999`",
        ),
        (said("Content-Length: 99999999999"), "a record is said to have 99999999999 bytes, and 72 are there"),
        ("WARC/1.0\r\nWARC-Type: response".to_owned(), "no record of a page"),
    ] {
        let had = body(warc.as_bytes(), None);
        assert!(had.as_ref().is_err_and(|told| told.contains(why)), "{why}: {had:?}");
    }
    let damage = |warc: &str| had(warc.as_bytes(), Some("https://a.org/a")).expect("it is there").damage;
    assert_eq!(damage(&page), None);
    assert_eq!(damage(&said("Content-Length: 60")).as_deref(), Some("its record does not end where it says"));
    let cut = said(&format!("WARC-Truncated: length\r\nContent-Length: {length}"));
    assert_eq!(damage(&cut).as_deref(), Some("its record was cut off when it was made (length)"));
    let short = response("https://a.org/a", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n34 trucks");
    assert_eq!(damage(&short).as_deref(), Some("the server said that it has 900 bytes, and 9 are there"));
    // One that does not say it ends where the next begins.
    let unsaid = said("X: y") + &response("https://ads.org/", &answer("an advertisement"));
    assert_eq!(body(unsaid.as_bytes(), Some("https://a.org/a")).as_deref(), Ok("34 trucks\r\n\r\n"));
    assert_eq!(body(unsaid.as_bytes(), Some("https://ads.org")).as_deref(), Ok("an advertisement"));
    // What stands before the break is read.
    let whole = page.clone() + &said("Content-Length: 99999999999");
    assert_eq!(body(whole.as_bytes(), Some("https://a.org/a")).as_deref(), Ok("34 trucks"));
}

proptest! {
    #[test]
    fn broken_files_are_refused_and_nothing_panics(at in 0..400_usize, byte: u8, asked in 0..2) {
        let mut warc = (response("https://a.org/", &moved("/a")) + &response("https://a.org/a", &answer("34 trucks"))).into_bytes();
        let length = warc.len();
        warc[at % length] = byte;
        let _ = had(&warc, (asked == 1).then_some("https://a.org"));
    }
}
