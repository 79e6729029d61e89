//! The file of an answer that is kept: a line of JSON, then what was printed, then how it falls into pieces, then the SHA-256 of it all.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::capture::sha256;
use crate::load::gate::Met;

/// The version of this form. It is part of what an entry is asked for by, so that one of another form is never met.
pub(super) const FORM: u32 = 2;

/// So many bytes an entry has with its list.
pub(super) const MOST: u64 = 128 << 20;

/// What a run came to: what it printed on standard output, what it said on standard error, and its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Answer<'e> {
    pub(super) out: &'e [u8],
    pub(super) err: &'e [u8],
    pub(super) exit: u8,
}

/// An answer, and what was met on the way to it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry<'e> {
    pub(super) answer: Answer<'e>,
    pub(super) met: Met,
    /// JSON of the pieces that the answer falls into; empty where it does not. It is read where something has changed.
    pub(super) pieces: Cow<'e, [u8]>,
}

#[derive(Serialize, Deserialize)]
struct Head<M> {
    key: String,
    out: usize,
    err: usize,
    exit: u8,
    met: M,
    pieces: usize,
}

/// The digits of a SHA-256.
const SUM: usize = 64;

impl<'e> Entry<'e> {
    /// The bytes of its file; `None` where they are too many.
    pub(super) fn written(&self, key: &str) -> Option<Vec<u8>> {
        let Answer { out, err, exit } = self.answer;
        let (key, pieces) = (key.to_owned(), self.pieces.len());
        let head = Head { key, out: out.len(), err: err.len(), exit, met: &self.met, pieces };
        let mut bytes = serde_json::to_vec(&head).ok()?;
        bytes.push(b'\n');
        bytes.extend_from_slice(out);
        bytes.extend_from_slice(err);
        bytes.extend_from_slice(&self.pieces);
        let sum = sha256(&bytes);
        bytes.extend_from_slice(sum.as_bytes());
        (bytes.len() as u64 <= MOST).then_some(bytes)
    }

    /// The entry that a file holds; `None` where it is not whole, or is that of another key.
    pub(super) fn read(bytes: &'e [u8], key: &str) -> Option<Self> {
        let (bytes, sum) = bytes.split_at_checked(bytes.len().checked_sub(SUM)?)?;
        if sha256(bytes).as_bytes() != sum {
            return None;
        }
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (head, body) = (&bytes[..end], &bytes[end + 1..]);
        let Head { key: own, out, err, exit, met, pieces } =
            serde_json::from_slice::<Head<Met>>(head).ok()?;
        let all = out.checked_add(err).and_then(|both| both.checked_add(pieces));
        let (out, behind) = (own == key && all == Some(body.len())).then(|| body.split_at(out))?;
        let (err, pieces) = behind.split_at(err);
        Some(Entry { answer: Answer { out, err, exit }, met, pieces: Cow::Borrowed(pieces) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: Answer<'static> = Answer { out: b"a\nb\n\xFF", err: b"note\n", exit: 1 };

    fn written() -> Vec<u8> {
        let pieces = Cow::Borrowed(&b"{}"[..]);
        Entry { answer: ANSWER, met: Met::default(), pieces }.written("key").unwrap()
    }

    #[test]
    fn what_is_written_is_read_and_for_its_own_key_alone() {
        let bytes = written();
        let read = Entry::read(&bytes, "key").unwrap();
        assert_eq!((read.answer, &*read.pieces), (ANSWER, &b"{}"[..]));
        assert_eq!(Entry::read(&bytes, "other"), None);
    }

    #[test]
    fn an_entry_that_is_cut_or_garbled_anywhere_is_none() {
        let bytes = written();
        for at in 0..bytes.len() {
            assert_eq!(Entry::read(&bytes[..at], "key"), None, "cut at {at}");
            let mut garbled = bytes.clone();
            garbled[at] ^= 1;
            assert_eq!(Entry::read(&garbled, "key"), None, "garbled at {at}");
        }
        assert_eq!(Entry::read(&[&bytes[..], b"x"].concat(), "key"), None, "with a byte more");
    }

    #[test]
    fn a_whole_file_of_another_shape_is_none() {
        let summed = |text: &str| [text, &sha256(text.as_bytes())].concat();
        for text in ["", "\n", "{}\n", "no line", "{\"key\":\"key\",\"out\":9,\"err\":0,\"exit\":0}\nx"] {
            assert_eq!(Entry::read(summed(text).as_bytes(), "key"), None, "{text}");
        }
        let text =
            String::from_utf8(written().split_off(0)[..].iter().copied().filter(u8::is_ascii).collect());
        let text = text.unwrap();
        let head = text.lines().next().unwrap();
        let long = head.replace("\"out\":5", "\"out\":18446744073709551615");
        assert_ne!(long, head);
        assert_eq!(Entry::read(summed(&format!("{long}\nxx")).as_bytes(), "key"), None, "more than there is");
    }
}
