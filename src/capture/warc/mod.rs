//! Web archives: the record of the page itself, as the server answered.

mod address;
mod answer;
mod records;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use address::Address;
use answer::Answer;
use records::{Head, MOST_HEAD, Records};

/// At most so many records are looked at.
const MOST_RECORDS: usize = 100_000;

/// At most so many bytes of addresses are kept while an archive is looked through.
const MOST_ADDRESSES: usize = 64 << 20;

/// At most so often a page may have moved.
const MOST_MOVES: usize = 5;

/// The record of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// What it is a record of; `None` where it does not say.
    pub(super) url: Option<String>,
    /// When it was had.
    pub(super) date: Option<String>,
    /// What the server sent, unpacked.
    pub(super) body: Vec<u8>,
    /// The encoding that the server said.
    pub(super) charset: Option<String>,
    /// How the names of files of its content type end.
    pub(super) ending: &'static str,
    /// What is missing of it.
    pub(super) damage: Option<String>,
    pub(super) given: Given,
}

/// Whether the server gave the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    Yes,
    /// It refused it, or sent its reader to where it is not.
    No,
}

/// Gives the bytes of one of the WARC files that make an archive.
pub(super) type Load<'l, 'b> = &'l dyn Fn(usize) -> Result<Cow<'b, [u8]>, String>;

/// The record of the page at `url`, wherever it moved to; where none is asked for, of the first page that was had.
///
/// # Errors
/// There is no such record, it is more than the bound, or is packed in a way that is not read.
pub(super) fn page(count: usize, load: Load<'_, '_>, url: Option<&str>) -> Result<Record, String> {
    let mut catalog = Catalog::default();
    for file in 0..count {
        let read = load(file).and_then(|bytes| catalog.add(file, &bytes));
        if let Err(why) = read {
            catalog.broken.get_or_insert(why);
        }
    }
    let (entry, given) = match url {
        Some(url) => catalog.asked(url)?,
        None => catalog.first()?,
    };
    let mut record = read(&load(entry.file)?, entry.number)?;
    record.given = given;
    Ok(record)
}

/// One record, and what it says of its page.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    file: usize,
    /// Among the records of the file.
    number: usize,
    address: Option<Address>,
    says: Says,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Says {
    Page,
    Text,
    /// Something without words, by its content type.
    Other(String),
    Moved(Address),
    Refused,
    /// It is as it is in another record: that of an address, if it says of which.
    AsBefore(Option<Address>),
}

/// What the records of an archive say.
#[derive(Debug, Default)]
struct Catalog {
    entries: Vec<Entry>,
    /// Bytes of their addresses.
    size: usize,
    /// Why records may be missing.
    broken: Option<String>,
}

impl Catalog {
    fn add(&mut self, file: usize, bytes: &[u8]) -> Result<(), String> {
        let mut records = Records::new(bytes);
        for number in 0..MOST_RECORDS {
            let Some(head) = records.next()? else { return Ok(()) };
            let url = head.url();
            self.size += url.as_ref().map_or(0, String::len);
            if self.size > MOST_ADDRESSES {
                return Err("its addresses are more than can be looked through".to_owned());
            }
            let says = says(&head, url.as_deref(), &mut records)?;
            let address = url.as_deref().and_then(Address::new);
            if let Some(says) = says.filter(|_| address.is_some() || url.is_none()) {
                // The end of the record is there, or the record is not.
                records.pass()?;
                self.entries.push(Entry { file, number, address, says });
            }
        }
        Err(format!("its first {MOST_RECORDS} records are looked through"))
    }

    /// The record of an address, or of where it moved to.
    fn asked(&self, url: &str) -> Result<(&Entry, Given), String> {
        let none = || self.broken.clone().unwrap_or_else(|| format!("it has no record of `{url}`"));
        let mut address = Address::new(url).ok_or_else(none)?;
        let mut moved: Option<&Entry> = None;
        for _ in 0..=MOST_MOVES {
            let find = |is: &dyn Fn(&Says) -> bool| {
                self.entries.iter().find(|entry| entry.address.as_ref() == Some(&address) && is(&entry.says))
            };
            if let Some(page) = find(&|says| matches!(says, Says::Page | Says::Text)) {
                return Ok((page, Given::Yes));
            }
            let elsewhere = |says: &Says| match says {
                Says::Moved(to) | Says::AsBefore(Some(to)) => *to != address,
                _ => false,
            };
            let next = find(&elsewhere);
            if let Some(Entry { says: Says::Moved(to) | Says::AsBefore(Some(to)), .. }) = next {
                moved = moved.or(next);
                address = to.clone();
                continue;
            }
            if let Some(refused) = find(&|says| matches!(says, Says::Refused | Says::Moved(_))) {
                return Ok((refused, Given::No));
            }
            return match find(&|_| true).map(|entry| &entry.says) {
                Some(Says::Other(kind)) => {
                    Err(format!("its record of `{url}` is `{kind}`, which is not read there"))
                }
                Some(_) => Err(as_before(&format!("its record of `{url}` says"))),
                None => match (moved, &self.broken) {
                    (Some(Entry { says: Says::AsBefore(_), .. }), _) => {
                        Err(as_before(&format!("its record of `{url}` says")))
                    }
                    (Some(moved), None) => Ok((moved, Given::No)),
                    _ => Err(none()),
                },
            };
        }
        moved.map(|moved| (moved, Given::No)).ok_or_else(none)
    }

    /// The first page, else the first text that may be one.
    fn first(&self) -> Result<(&Entry, Given), String> {
        let find = |is: &dyn Fn(&Says) -> bool| self.entries.iter().find(|entry| is(&entry.says));
        if let Some(page) = find(&|says| *says == Says::Page).or_else(|| find(&|says| *says == Says::Text)) {
            return Ok((page, Given::Yes));
        }
        if let Some(refused) = find(&|says| matches!(says, Says::Refused | Says::Moved(_))) {
            return Ok((refused, Given::No));
        }
        if let Some(why) = &self.broken {
            return Err(why.clone());
        }
        Err(match find(&|says| matches!(says, Says::AsBefore(_))) {
            Some(_) => as_before("its records say"),
            None => "it holds no record of a page".to_owned(),
        })
    }
}

fn as_before(who: &str) -> String {
    format!("{who} no more than that the page was as before, in an archive that is not this one")
}

/// What a record says of its page; `None` of one that is of no page.
fn says(head: &Head, url: Option<&str>, records: &mut Records<'_>) -> Result<Option<Says>, String> {
    let base = url.unwrap_or("");
    let answered = |content: &[u8]| {
        let (head, status, _) = answer::head(content)?;
        Some(Answer::new(&head, status))
    };
    let answer = match head.value("warc-type") {
        Some("response") => answered(&records.begin(MOST_HEAD)?),
        Some("resource" | "conversion") => Some(Answer::of_kind(head.value("content-type"))),
        Some("revisit") => {
            // What moved or was refused before says so again; a page is not there.
            Some(match answered(&records.begin(MOST_HEAD)?) {
                Some(answer @ (Answer::Moved(_) | Answer::Refused)) => answer,
                _ => Answer::AsBefore,
            })
        }
        _ => None,
    };
    Ok(answer.map(|answer| match answer {
        Answer::Page => Says::Page,
        Answer::Text => Says::Text,
        Answer::Other(kind) => Says::Other(kind),
        Answer::Moved(location) => Address::behind(base, &location).map_or(Says::Refused, Says::Moved),
        Answer::Refused => Says::Refused,
        Answer::AsBefore => {
            let of = head.value("warc-refers-to-target-uri").map(|uri| uri.trim_matches(['<', '>']));
            Says::AsBefore(of.and_then(Address::new))
        }
    }))
}

/// The record of a number, read to its end.
fn read(bytes: &[u8], number: usize) -> Result<Record, String> {
    let mut records = Records::new(bytes);
    let gone = || "it holds no record of a page".to_owned();
    for _ in 0..number {
        records.next()?.ok_or_else(gone)?;
    }
    let head = records.next()?.ok_or_else(gone)?;
    let content = records.content()?;
    let cut =
        head.value("warc-truncated").map(|why| format!("its record was cut off when it was made ({why})"));
    // What stands behind a record shows whether it is as long as it says.
    let cut =
        cut.or_else(|| records.next().err().map(|_| "its record does not end where it says".to_owned()));
    let url = head.url();
    let date = head.value("warc-date").map(str::to_owned);
    let given = Given::Yes;
    let is_answer = matches!(head.value("warc-type"), Some("response" | "revisit"));
    let Some((own, status, at)) = answer::head(&content).filter(|_| is_answer) else {
        let kind = head.value("content-type");
        let (charset, ending) = (answer::charset(kind), answer::ending(kind));
        return Ok(Record { url, date, body: content, charset, ending, damage: cut, given });
    };
    let (body, damage) = answer::body(&own, content.get(at..).unwrap_or(&[]))?;
    let part = (status == 206).then(|| "the server sent a part of it".to_owned());
    let kind = own.value("content-type");
    let (charset, ending) = (answer::charset(kind), answer::ending(kind));
    Ok(Record { url, date, body, charset, ending, damage: cut.or(damage).or(part), given })
}

#[cfg(test)]
pub(super) fn record(kind: &str, url: &str, content: &str) -> String {
    format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{content}\r\n\r\n",
        content.len()
    )
}
