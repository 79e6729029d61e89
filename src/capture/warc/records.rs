//! The records of a WARC file, one behind the other.

use std::io::{BufRead, BufReader, Read, Take};

use flate2::bufread::MultiGzDecoder;

use crate::capture::unpack::{self, MOST_UNPACKED};

/// At most so many bytes of an archive are looked through.
const MOST_READ: u64 = 1 << 30;

/// At most so many bytes are the head of a record or of an answer.
pub(super) const MOST_HEAD: usize = 1 << 16;

/// The lines at the head of a record or of an answer, names in small letters.
pub(super) struct Head(Vec<(String, String)>);

impl Head {
    pub(super) fn new<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        Head(lines.filter_map(header).collect())
    }

    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// What a record is of; `None` where it does not say.
    pub(super) fn url(&self) -> Option<String> {
        self.value("warc-target-uri").map(|uri| uri.trim_matches(['<', '>']).to_owned())
    }
}

fn header(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    Some((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
}

/// The records of an archive. Each head is read, then its content or what of it is asked for.
pub(super) struct Records<'b> {
    reader: Take<Box<dyn BufRead + 'b>>,
    /// How much of the last record is not read.
    left: u64,
    /// How much the last record says that it is.
    length: u64,
    /// The content of a record that does not say how long it is.
    unsaid: Option<Vec<u8>>,
    /// The line behind it.
    ahead: Vec<u8>,
}

impl<'b> Records<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        let reader: Box<dyn BufRead + 'b> = match bytes.starts_with(b"\x1F\x8B") {
            true => Box::new(BufReader::new(MultiGzDecoder::new(bytes))),
            false => Box::new(bytes),
        };
        Records { reader: reader.take(MOST_READ), left: 0, length: 0, unsaid: None, ahead: Vec::new() }
    }

    /// The head of the next record; `None` where there is none.
    ///
    /// # Errors
    /// What is left of the record before is not there, the head is none, or what it says of the length is none.
    pub(super) fn next(&mut self) -> Result<Option<Head>, String> {
        self.pass()?;
        let Some(head) = self.head()? else { return Ok(None) };
        let Some(said) = head.value("content-length") else {
            (self.left, self.length) = (0, 0);
            self.unsaid = Some(self.up_to_the_next()?);
            return Ok(Some(head));
        };
        let length =
            said.parse().map_err(|_| format!("it is broken: a record is said to have `{said}` bytes"))?;
        (self.left, self.length) = (length, length);
        Ok(Some(head))
    }

    /// Passes over what is left of the record.
    ///
    /// # Errors
    /// It is not there.
    pub(super) fn pass(&mut self) -> Result<(), String> {
        self.unsaid = None;
        let asked = self.left;
        let passed =
            std::io::copy(&mut (&mut self.reader).take(asked), &mut std::io::sink()).map_err(broken)?;
        self.read(passed, asked)
    }

    /// At most so many bytes of the content of the record.
    ///
    /// # Errors
    /// It is not there.
    pub(super) fn begin(&mut self, most: usize) -> Result<Vec<u8>, String> {
        if let Some(content) = &self.unsaid {
            return Ok(content[..content.len().min(most)].to_vec());
        }
        let asked = self.left.min(u64::try_from(most).unwrap_or(u64::MAX));
        let mut content = Vec::new();
        let read = (&mut self.reader).take(asked).read_to_end(&mut content).map_err(broken)?;
        self.read(u64::try_from(read).unwrap_or(u64::MAX), asked)?;
        Ok(content)
    }

    /// The content of the record.
    ///
    /// # Errors
    /// It is not there, or is more than the bound.
    pub(super) fn content(&mut self) -> Result<Vec<u8>, String> {
        if let Some(content) = self.unsaid.take() {
            return Ok(content);
        }
        let asked = self.left;
        let content = unpack::all_of((&mut self.reader).take(asked))?;
        self.read(u64::try_from(content.len()).unwrap_or(u64::MAX), asked)?;
        Ok(content)
    }

    /// What stands before the line that begins the next record.
    fn up_to_the_next(&mut self) -> Result<Vec<u8>, String> {
        let mut content = Vec::new();
        loop {
            let from = content.len();
            let bound = u64::try_from(MOST_UNPACKED - from + 1).unwrap_or(u64::MAX);
            let count = (&mut self.reader).take(bound).read_until(b'\n', &mut content).map_err(broken)?;
            if content.len() > MOST_UNPACKED {
                return Err("it is broken: a record does not say how long it is, and does not end".to_owned());
            }
            if count == 0 || content[from..].starts_with(b"WARC/1.") {
                self.ahead = content.split_off(from);
                return Ok(content);
            }
        }
    }

    fn read(&mut self, read: u64, asked: u64) -> Result<(), String> {
        self.left -= read.min(self.left);
        let length = self.length;
        match read < asked {
            true if self.reader.limit() == 0 => {
                Err("no more than its first GiB is looked through".to_owned())
            }
            true => {
                let there = length - self.left;
                Err(format!("it is broken: a record is said to have {length} bytes, and {there} are there"))
            }
            false => Ok(()),
        }
    }

    fn head(&mut self) -> Result<Option<Head>, String> {
        let mut lines = Vec::new();
        let mut begun = false;
        let mut read = 0;
        loop {
            let mut line = std::mem::take(&mut self.ahead);
            let bound = u64::try_from(MOST_HEAD).unwrap_or(u64::MAX);
            let count = match line.len() {
                0 => (&mut self.reader).take(bound).read_until(b'\n', &mut line).map_err(broken)?,
                ahead => ahead,
            };
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
}

fn broken(why: std::io::Error) -> String {
    format!("it is broken: {why}")
}
