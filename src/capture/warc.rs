//! WARC files: the record of the page itself, as the server answered.

use std::io::{BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

use super::unpack::{self, MOST_UNPACKED};

/// At most so many bytes are looked through for the record.
const MOST_READ: u64 = 1 << 30;

/// At most so many records are.
const MOST_RECORDS: usize = 100_000;

/// At most so many bytes are the head of a record or of an answer.
const MOST_HEAD: usize = 1 << 16;

/// The record of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// What it is a record of; `None` where it does not say.
    pub(super) url: Option<String>,
    /// What the server sent, unpacked.
    pub(super) body: Vec<u8>,
    /// The encoding that the server said.
    pub(super) charset: Option<String>,
}

/// The record of the page at `url`, else of the first page that was had.
///
/// # Errors
/// There is no such record, it is more than the bound, or is packed in a way that is not read.
pub(super) fn page(bytes: &[u8], url: Option<&str>) -> Result<Record, String> {
    let is_packed = bytes.starts_with(b"\x1F\x8B");
    match is_packed {
        true => search(BufReader::new(MultiGzDecoder::new(bytes).take(MOST_READ)), url),
        false => search(bytes.take(MOST_READ), url),
    }
}

fn search(mut reader: impl BufRead, url: Option<&str>) -> Result<Record, String> {
    let mut first = None;
    let mut refused = None;
    for _ in 0..MOST_RECORDS {
        let Some(head) = head(&mut reader)? else { break };
        let length = head.value("content-length").and_then(|length| length.parse::<u64>().ok());
        let is_answer = matches!(head.value("warc-type"), Some("response" | "resource" | "conversion"));
        let here = head.value("warc-target-uri").map(|uri| uri.trim_matches(['<', '>']).to_owned());
        let is_asked = url.zip(here.as_deref()).is_some_and(|(asked, here)| is_same_page(asked, here));
        if !is_answer || (first.is_some() && !is_asked) {
            pass(&mut reader, length)?;
            continue;
        }
        let content = content(&mut reader, length)?;
        let answer = match head.value("warc-type") {
            Some("response") => answered(&content),
            _ => Ok(bare(head.value("content-type"), content)),
        };
        match answer {
            Ok(Some((body, charset))) => {
                let record = Record { url: here, body, charset };
                if is_asked || url.is_none() {
                    return Ok(record);
                }
                first.get_or_insert(record);
            }
            Ok(None) => {}
            Err(why) => refused = refused.or(Some(why)),
        }
    }
    first.ok_or_else(|| refused.unwrap_or_else(|| "it holds no record of a page".to_owned()))
}

/// The lines at the head of a record or of an answer, names in small letters.
struct Head(Vec<(String, String)>);

impl Head {
    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// The head of the next record; `None` where there is none.
fn head(reader: &mut impl BufRead) -> Result<Option<Head>, String> {
    let mut lines = Vec::new();
    let mut begun = false;
    let mut read = 0;
    loop {
        let mut line = Vec::new();
        let bound = u64::try_from(MOST_HEAD).unwrap_or(u64::MAX);
        let count =
            reader.take(bound).read_until(b'\n', &mut line).map_err(|why| format!("it is broken: {why}"))?;
        read += count;
        if count == 0 {
            return Ok(None);
        }
        if read > MOST_HEAD {
            return Err("it is broken: the head of a record does not end".to_owned());
        }
        let line = String::from_utf8_lossy(&line);
        match line.trim() {
            "" if begun => return Ok(Some(Head(lines))),
            "" => {}
            first if !begun && first.starts_with("WARC/") => begun = true,
            _ if !begun => return Err("it is broken: a record does not begin where it should".to_owned()),
            line => lines.extend(header(line)),
        }
    }
}

fn header(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    Some((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
}

/// The content of a record; where it does not say its length, all that is left.
fn content(reader: &mut impl BufRead, length: Option<u64>) -> Result<Vec<u8>, String> {
    match length {
        Some(length) if length > MOST_UNPACKED as u64 => {
            pass(reader, Some(length))?;
            Err(format!("the record is more than {} MiB, and is refused", MOST_UNPACKED >> 20))
        }
        Some(length) => unpack::all_of(reader.take(length)),
        None => unpack::all_of(reader),
    }
}

fn pass(reader: &mut impl BufRead, length: Option<u64>) -> Result<(), String> {
    let passed = std::io::copy(&mut reader.take(length.unwrap_or(u64::MAX)), &mut std::io::sink());
    passed.map(drop).map_err(|why| format!("it is broken: {why}"))
}

type Page = (Vec<u8>, Option<String>);

/// The page in what a server answered; `None` of another answer than a page.
fn answered(content: &[u8]) -> Result<Option<Page>, String> {
    let (end, gap) = [(&b"\r\n\r\n"[..], 4), (b"\n\n", 2)]
        .iter()
        .filter_map(|(mark, gap)| Some((memchr::memmem::find(content, mark)?, *gap)))
        .min()
        .unwrap_or((content.len(), 0));
    let lines = String::from_utf8_lossy(&content[..end]);
    let mut lines = lines.lines();
    let status = lines.next().unwrap_or("").split_whitespace().nth(1).unwrap_or("").to_owned();
    let head = Head(lines.filter_map(header).collect());
    let kind = head.value("content-type");
    if !status.starts_with('2') || !is_text(kind) {
        return Ok(None);
    }
    let mut body = content[end + gap..].to_vec();
    if head.value("transfer-encoding").is_some_and(|encoding| encoding.eq_ignore_ascii_case("chunked")) {
        body = dechunked(&body).unwrap_or(body);
    }
    let packed = head.value("content-encoding").unwrap_or("").to_ascii_lowercase();
    body = match packed.as_str() {
        // Many tools unpack what they record and leave the line.
        "gzip" | "x-gzip" if body.starts_with(b"\x1F\x8B") => unpack::gunzip(&body)?,
        "deflate" => unpack::deflated(&body).unwrap_or(body),
        "br" | "zstd" if std::str::from_utf8(&body).is_err() => {
            return Err(format!("its page is packed as `{packed}`, which is not read"));
        }
        _ => body,
    };
    Ok(Some((body, charset(kind))))
}

/// A record that is the page itself.
fn bare(kind: Option<&str>, content: Vec<u8>) -> Option<Page> {
    is_text(kind).then(|| (content, charset(kind)))
}

/// Whether a content type is that of something with words; one that is not said may be.
fn is_text(kind: Option<&str>) -> bool {
    let kind = kind.unwrap_or("text/html").to_ascii_lowercase();
    ["text/html", "application/xhtml", "text/plain", "text/vtt", "text/markdown", "application/x-subrip"]
        .iter()
        .any(|known| kind.trim_start().starts_with(known))
}

fn charset(kind: Option<&str>) -> Option<String> {
    let kind = kind?.to_ascii_lowercase();
    let (_, said) = kind.split_once("charset=")?;
    Some(said.split(';').next()?.trim().trim_matches('"').to_owned())
}

/// What was sent in chunks, in one; `None` where it was not.
fn dechunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(body.len());
    loop {
        let end = memchr::memchr(b'\n', body)?;
        let size = std::str::from_utf8(&body[..end]).ok()?.trim().split(';').next()?;
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        body = &body[end + 1..];
        whole.extend_from_slice(body.get(..size)?);
        body = body[size..].strip_prefix(b"\r\n").or_else(|| body[size..].strip_prefix(b"\n"))?;
    }
}

/// Whether two addresses are of one page: the scheme, `www.`, a fragment and a slash at the end aside.
fn is_same_page(a: &str, b: &str) -> bool {
    fn bare(url: &str) -> &str {
        let url = url.split('#').next().unwrap_or(url);
        let url = url.split_once("://").map_or(url, |(_, rest)| rest);
        url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/')
    }
    bare(a) == bare(b)
}

#[cfg(test)]
pub(super) fn record(kind: &str, url: &str, content: &str) -> String {
    format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{content}\r\n\r\n",
        content.len()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answer(words: &str) -> String {
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{words}")
    }

    fn body(warc: &[u8], url: Option<&str>) -> Result<String, String> {
        page(warc, url).map(|record| String::from_utf8(record.body).expect("tests are UTF-8"))
    }

    #[test]
    fn the_page_that_was_asked_for_is_read_else_the_first() {
        let warc = [
            record("warcinfo", "", "software: x"),
            record("request", "https://a.org/one", "GET / HTTP/1.1"),
            record(
                "response",
                "https://a.org/gone",
                "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\nmoved",
            ),
            record(
                "response",
                "https://a.org/x.png",
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG",
            ),
            record("response", "https://a.org/one", &answer("first")),
            record("response", "https://www.a.org/two/", &answer("second")),
        ]
        .concat();
        let warc = warc.as_bytes();
        assert_eq!(body(warc, None).as_deref(), Ok("first"));
        assert_eq!(body(warc, Some("http://a.org/two#top")).as_deref(), Ok("second"));
        assert_eq!(body(warc, Some("http://a.org/three")).as_deref(), Ok("first"));
        assert_eq!(body(&unpack::gzip(warc), None).as_deref(), Ok("first"));
        assert_eq!(page(warc, None).expect("it is there").charset.as_deref(), Some("utf-8"));
    }

    #[test]
    fn chunks_are_joined_and_what_was_packed_is_unpacked() {
        let chunked =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n34 \r\n6\r\ntrucks\r\n0\r\n\r\n";
        assert_eq!(body(record("response", "u", chunked).as_bytes(), None).as_deref(), Ok("34 trucks"));
        let head =
            b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
        assert_eq!(
            body(&[&head[..], &unpack::gzip(b"34 trucks")].concat(), None).as_deref(),
            Ok("34 trucks")
        );
    }

    #[test]
    fn what_has_no_page_is_refused() {
        assert!(
            body(record("request", "u", "GET").as_bytes(), None)
                .is_err_and(|why| why.contains("no record of a page"))
        );
        assert!(body(b"WARC/1.0\r\nWARC-Type: response", None).is_err());
        let brotli =
            b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\xFF\xFE";
        assert!(body(brotli, None).is_err_and(|why| why.contains("`br`")));
    }

    proptest! {
        #[test]
        fn broken_files_are_refused_and_nothing_panics(at in 0..400_usize, byte: u8) {
            let mut warc = record("response", "https://a.org/", &answer("34 trucks")).into_bytes();
            let length = warc.len();
            warc[at % length] = byte;
            let _ = page(&warc, None);
        }
    }
}
