//! From the bytes of a saved file to its words: what kind it is, what characters it holds, what they say.

use std::borrow::Cow;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::decode::{Decoded, ToldBy, decode};
use super::kind::FileKind;
use super::wordless::Wordless;
use super::words::Words;
use super::zipped::Zipped;
use super::{docx, markdown, signatures, subtitles, unpack, warc, wordless};

/// What is known of a file besides its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hint<'a> {
    /// The ending of its name in small letters; that of a compressed file stands before `.gz`.
    ending: String,
    /// The address of the page that it should hold.
    url: Option<&'a str>,
}

impl<'a> Hint<'a> {
    /// What a path and an address tell.
    pub(crate) fn new(path: &Path, url: Option<&'a str>) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        Hint { ending: ending.to_owned(), url }
    }

    pub(super) fn ending(&self) -> &str {
        &self.ending
    }

    pub(super) fn url(&self) -> Option<&'a str> {
        self.url
    }
}

/// What a saved file says, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Capture<'b> {
    pub(crate) words: Words<'b>,
    pub(crate) read_as: ReadAs,
    /// What is wrong with its characters.
    pub(crate) damage: Option<String>,
    /// Why it yields no words of its source, though it is at hand.
    pub(crate) wordless: Option<Wordless>,
}

impl Capture<'_> {
    /// Whether the words are the bytes of the file.
    pub(crate) fn is_its_words(&self) -> bool {
        let read = &self.read_as;
        let is_whole = read.extractor.is_none() && read.within.is_none() && self.damage.is_none();
        is_whole && read.encoding == "UTF-8"
    }
}

/// How a file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReadAs {
    pub(crate) kind: FileKind,
    /// What it was packed in.
    pub(crate) within: Option<FileKind>,
    /// Of its characters, by the name that browsers give it.
    pub(crate) encoding: &'static str,
    pub(crate) told_by: ToldBy,
    /// What took the words, with its version; `None` where the file is its words.
    pub(crate) extractor: Option<&'static str>,
    /// The record of the page in an archive of many.
    pub(crate) record: Option<Record>,
}

/// The record of a page in a web archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// The address that it is of.
    pub(crate) url: Option<String>,
    /// SHA-256 of what the server sent, unpacked.
    pub(crate) sha256: String,
}

/// A file that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    pub(crate) kind: FileKind,
    /// Why, where files of its kind are read else.
    pub(crate) why: Option<String>,
}

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.why {
            Some(why) => write!(f, "{}: {why}", self.kind),
            None => write!(f, "{}", self.kind),
        }
    }
}

/// The SHA-256 of bytes, in hexadecimal, as `sha256sum` prints it.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    crate::text::hex(&Sha256::digest(bytes))
}

/// What a file says. Memory is bounded by its size and by how much is unpacked.
///
/// # Errors
/// It is of a kind that is not read, or cannot be unpacked within bounds.
pub(crate) fn read<'b>(bytes: &'b [u8], hint: &Hint<'_>) -> Result<Capture<'b>, Unread> {
    match signatures::kind(bytes) {
        None => characters(bytes, None, hint),
        Some(FileKind::Gzip) => gzipped(bytes, hint),
        Some(FileKind::Warc) => record(bytes, hint),
        Some(FileKind::Zip) => zipped(bytes, hint),
        Some(kind) => Err(Unread { kind, why: None }),
    }
}

/// What is packed in something, and kept for as long as is asked.
fn within(
    packed: FileKind,
    bytes: &[u8],
    charset: Option<&str>,
    hint: &Hint<'_>,
) -> Result<Capture<'static>, Unread> {
    if let Some(kind) = signatures::kind(bytes) {
        return Err(Unread {
            kind: packed,
            why: Some(format!("it holds a file of kind {kind}, which is not read there")),
        });
    }
    let Capture { words, mut read_as, damage, wordless } = characters(bytes, charset, hint)?;
    read_as.within = Some(packed);
    Ok(Capture { words: words.kept(), read_as, damage, wordless })
}

fn gzipped(bytes: &[u8], hint: &Hint<'_>) -> Result<Capture<'static>, Unread> {
    use std::io::Read;
    let mut head = Vec::new();
    let begins = flate2::read::MultiGzDecoder::new(bytes).take(5).read_to_end(&mut head);
    if begins.is_ok() && head == b"WARC/" {
        return record(bytes, hint);
    }
    let unpacked = unpack::gunzip(bytes).map_err(|why| Unread { kind: FileKind::Gzip, why: Some(why) })?;
    within(FileKind::Gzip, &unpacked, None, hint)
}

fn record(bytes: &[u8], hint: &Hint<'_>) -> Result<Capture<'static>, Unread> {
    recorded(FileKind::Warc, 1, &|_| Ok(Cow::Borrowed(bytes)), hint.url)
}

/// What the record of a page says, in an archive of so many WARC files.
fn recorded(
    archive: FileKind,
    count: usize,
    load: warc::Load<'_, '_>,
    url: Option<&str>,
) -> Result<Capture<'static>, Unread> {
    let unread = |why| Unread { kind: archive, why: Some(why) };
    let page = warc::page(count, load, url).map_err(unread)?;
    let hint = Hint { ending: page.ending.to_owned(), url: None };
    let read = within(archive, &page.body, page.charset.as_deref(), &hint);
    let mut capture = match page.given {
        warc::Given::Yes => read?,
        // What a server sends in place of a page may be of any kind.
        warc::Given::No => {
            let mut capture = read.or_else(|_| within(archive, b"", None, &Hint::default()))?;
            capture.wordless = Some(Wordless::Answer);
            capture
        }
    };
    capture.damage = page.damage.or(capture.damage);
    capture.read_as.record = Some(Record { url: page.url, sha256: sha256(&page.body) });
    Ok(capture)
}

/// A document, a web archive, or a ZIP of whatever else.
fn zipped(bytes: &[u8], hint: &Hint<'_>) -> Result<Capture<'static>, Unread> {
    let Some(zip) = Zipped::new(bytes) else { return Err(Unread { kind: FileKind::Zip, why: None }) };
    let kind = kind_of_zip(&zip);
    if kind == FileKind::Docx {
        let words = docx::read(&zip).map_err(|why| Unread { kind: FileKind::Docx, why: Some(why) })?;
        bounded(words.text.as_bytes(), FileKind::Docx)?;
        let read_as = ReadAs {
            kind: FileKind::Docx,
            within: None,
            encoding: "UTF-8",
            told_by: ToldBy::Nothing,
            extractor: Some(docx::EXTRACTOR),
            record: None,
        };
        return Ok(Capture { wordless: wordless::of_text(&words.text), words, read_as, damage: None });
    }
    if kind == FileKind::Wacz {
        let (archives, listed) = listed_page(&zip);
        let url = hint.url.or(listed.as_deref());
        return recorded(
            FileKind::Wacz,
            archives.len(),
            &|file| zip.part(archives[file]).map(Cow::Owned),
            url,
        );
    }
    Err(Unread { kind, why: None })
}

/// What a ZIP is by its parts.
pub(super) fn kind_of_zip(zip: &Zipped<'_>) -> FileKind {
    let of_type = |head: &str| zip.part("mimetype").is_ok_and(|kind| kind.starts_with(head.as_bytes()));
    let has = |head: &str| zip.names().any(|name| name.starts_with(head));
    match () {
        () if zip.has(docx::BODY) => FileKind::Docx,
        () if zip.names().any(is_archive) => FileKind::Wacz,
        () if of_type("application/epub") => FileKind::Epub,
        () if of_type("application/vnd.oasis.opendocument") => FileKind::OpenDocument,
        () if has("xl/") => FileKind::Spreadsheet,
        () if has("ppt/") => FileKind::Presentation,
        () => FileKind::Zip,
    }
}

/// Whether a part of a ZIP is a web archive.
fn is_archive(name: &str) -> bool {
    name.starts_with("archive/") && name.contains(".warc")
}

/// The archives that a WACZ holds, none of any other ZIP, and the address of the page that it lists first: where its source
/// has no address, that is the page's own.
pub(super) fn listed_page<'z>(zip: &'z Zipped<'_>) -> (Vec<&'z str>, Option<String>) {
    let archives: Vec<&str> = zip.names().filter(|name| is_archive(name)).collect();
    if archives.is_empty() {
        return (archives, None);
    }
    let listed = zip.part("pages/pages.jsonl").ok().and_then(|pages| {
        let pages = String::from_utf8_lossy(&pages).into_owned();
        let page = |line: &str| {
            serde_json::from_str::<serde_json::Value>(line).ok()?.get("url")?.as_str().map(str::to_owned)
        };
        pages.lines().find_map(page)
    });
    (archives, listed)
}

/// So many bytes of characters are read of one text: words are looked at from many sides, and each costs memory.
const MOST_CHARACTERS: usize = 16 << 20;

/// # Errors
/// More characters than are read.
pub(super) fn bounded(characters: &[u8], kind: FileKind) -> Result<(), Unread> {
    let why = || format!("it holds more than {} MB of characters", MOST_CHARACTERS >> 20);
    if characters.len() > MOST_CHARACTERS { Err(Unread { kind, why: Some(why()) }) } else { Ok(()) }
}

/// What some characters say.
fn characters<'b>(bytes: &'b [u8], charset: Option<&str>, hint: &Hint<'_>) -> Result<Capture<'b>, Unread> {
    bounded(bytes, FileKind::Text)?;
    let Decoded { text, encoding, told_by, damage } = decode(bytes, charset);
    let kind = FileKind::of_text(&text, &hint.ending);
    let read_as = |extractor| ReadAs { kind, within: None, encoding, told_by, extractor, record: None };
    let (words, extractor) = match kind {
        FileKind::Html => return page(&text, damage, &read_as),
        FileKind::Mhtml => return Err(Unread { kind, why: None }),
        FileKind::Markdown => {
            let words = markdown::read(&text).map_err(|why| Unread { kind, why: Some(why) })?;
            (words, Some(markdown::EXTRACTOR))
        }
        FileKind::Srt | FileKind::Vtt => (subtitles::subtitles(&text), Some(subtitles::EXTRACTOR)),
        FileKind::Transcript => (subtitles::transcript(&text), Some(subtitles::EXTRACTOR)),
        _ => (Words::plain(text), None),
    };
    let damage = damage.or_else(|| lost(&words.text));
    Ok(Capture { wordless: wordless::of_text(&words.text), read_as: read_as(extractor), words, damage })
}

/// What of a text is no character of its source.
fn lost(words: &str) -> Option<String> {
    let bytes = words.as_bytes();
    if memchr::memchr(0, bytes).is_some() {
        return Some("it holds NUL bytes".to_owned());
    }
    let is_lost = memchr::memmem::find(bytes, "\u{FFFD}".as_bytes()).is_some();
    is_lost.then(|| "characters of it were lost when it was saved, and replaced by U+FFFD".to_owned())
}

type Reads<'r> = &'r dyn Fn(Option<&'static str>) -> ReadAs;

fn page<'b>(text: &str, damage: Option<String>, read_as: Reads<'_>) -> Result<Capture<'b>, Unread> {
    let page = super::html::read(text).map_err(|why| Unread { kind: FileKind::Html, why: Some(why) })?;
    let damage = damage.or_else(|| lost(&page.words.text));
    Ok(Capture {
        words: page.words,
        read_as: read_as(Some(super::html::EXTRACTOR)),
        damage,
        wordless: page.wordless,
    })
}
