//! What a server answered: the page, that it moved, or that it is not given.

use super::records::Head;
use crate::capture::unpack;

/// What an answer is, by its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// A page of HTML, or of a kind that is not said.
    Page,
    /// A text of another kind.
    Text,
    /// Something without words, by its content type.
    Other(String),
    /// It moved: the address as the answer says it.
    Moved(String),
    /// It is not given.
    Refused,
    /// It is as it was before.
    AsBefore,
}

/// The head of an answer, and how many bytes of the content it takes; `None` of what is no answer of HTTP.
pub(super) fn head(content: &[u8]) -> Option<(Head, u16, usize)> {
    if !content.starts_with(b"HTTP/") {
        return None;
    }
    let (end, gap) = [(&b"\r\n\r\n"[..], 4), (b"\n\n", 2)]
        .iter()
        .filter_map(|(mark, gap)| Some((memchr::memmem::find(content, mark)?, *gap)))
        .min()
        .unwrap_or((content.len(), 0));
    let lines = String::from_utf8_lossy(&content[..end]);
    let mut lines = lines.lines();
    let status = lines.next().unwrap_or("").split_whitespace().nth(1).and_then(|status| status.parse().ok());
    Some((Head::new(lines), status.unwrap_or(0), end + gap))
}

impl Answer {
    /// What the answer with such a head is.
    pub(super) fn new(head: &Head, status: u16) -> Self {
        match status {
            200..=299 => Answer::of_kind(head.value("content-type")),
            301 | 302 | 303 | 307 | 308 => match head.value("location") {
                Some(location) => Answer::Moved(location.to_owned()),
                None => Answer::Refused,
            },
            304 => Answer::AsBefore,
            _ => Answer::Refused,
        }
    }

    /// What has such a content type; one that is not said may be that of a page.
    pub(super) fn of_kind(kind: Option<&str>) -> Self {
        let kind = essence(kind);
        match kind.as_str() {
            "" | "text/html" | "application/xhtml+xml" => Answer::Page,
            "text/plain" | "text/vtt" | "text/markdown" | "application/x-subrip" => Answer::Text,
            _ => Answer::Other(kind),
        }
    }
}

/// How the names of files of a content type end.
pub(super) fn ending(kind: Option<&str>) -> &'static str {
    match essence(kind).as_str() {
        "text/html" | "application/xhtml+xml" => "html",
        "text/markdown" => "md",
        _ => "",
    }
}

/// A content type without what is said of it.
fn essence(kind: Option<&str>) -> String {
    kind.unwrap_or("").split(';').next().unwrap_or("").trim().to_ascii_lowercase()
}

/// The encoding that a content type says.
pub(super) fn charset(kind: Option<&str>) -> Option<String> {
    let kind = kind?.to_ascii_lowercase();
    let (_, said) = kind.split_once("charset=")?;
    Some(said.split(';').next()?.trim().trim_matches(['"', '\'']).to_owned())
}

/// What a server sent, unpacked, and what is wrong with it.
///
/// # Errors
/// It is packed in a way that is not read, or is more than the bound.
pub(super) fn body(head: &Head, sent: &[u8]) -> Result<(Vec<u8>, Option<String>), String> {
    let mut damage = None;
    let chunked =
        head.value("transfer-encoding").is_some_and(|encoding| encoding.eq_ignore_ascii_case("chunked"));
    let body = match chunked.then(|| dechunked(sent)).flatten() {
        Some((whole, missing)) => {
            damage = missing;
            whole
        }
        None => sent.to_vec(),
    };
    let packed = head.value("content-encoding").unwrap_or("").to_ascii_lowercase();
    // Many tools unpack what they record, and leave the lines that say how it was packed and how long it was.
    let said =
        head.value("content-length").filter(|_| !chunked && matches!(packed.as_str(), "" | "identity"));
    if let Some(said) = said.filter(|said| said.parse::<usize>().is_ok_and(|said| said > body.len())) {
        damage = Some(format!("the server said that it has {said} bytes, and {} are there", body.len()));
    }
    let body = match packed.as_str() {
        "gzip" | "x-gzip" if body.starts_with(b"\x1F\x8B") => unpack::gunzip(&body)?,
        "deflate" => unpack::deflated(&body).unwrap_or(body),
        "br" | "zstd" if std::str::from_utf8(&body).is_err() => {
            return Err(format!("its page is packed as `{packed}`, which is not read"));
        }
        _ => body,
    };
    Ok((body, damage))
}

/// What was sent in chunks, in one, and what is wrong with it; `None` where it was not.
fn dechunked(mut sent: &[u8]) -> Option<(Vec<u8>, Option<String>)> {
    let mut whole = Vec::with_capacity(sent.len());
    loop {
        match chunk(sent) {
            Some((&[], _)) => return Some((whole, None)),
            Some((words, rest)) => {
                whole.extend_from_slice(words);
                sent = rest;
            }
            None if whole.is_empty() => return None,
            None => return Some((whole, Some("a part of what the server sent is not there".to_owned()))),
        }
    }
}

/// The first chunk, and what stands behind it.
fn chunk(sent: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr::memchr(b'\n', sent)?;
    let size = std::str::from_utf8(&sent[..end]).ok()?.split(';').next()?.trim();
    let size = usize::from_str_radix(size, 16).ok()?;
    let (words, rest) = sent[end + 1..].split_at_checked(size)?;
    let ends = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"));
    // The last chunk is empty, and may be all that there is of it.
    ends.or((size == 0).then_some(rest)).map(|rest| (words, rest))
}
