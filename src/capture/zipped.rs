//! The parts of a ZIP file, named and unpacked one at a time: as much of the format as documents and WACZ files use.

use super::unpack;

/// At most so many parts are named.
const MOST_PARTS: usize = 20_000;

/// A ZIP file, its directory read.
pub(super) struct Zipped<'b> {
    bytes: &'b [u8],
    parts: Vec<Entry>,
}

struct Entry {
    name: String,
    method: u16,
    packed: usize,
    header: usize,
}

/// The directory ends with this and at most so many bytes of a comment.
const END: &[u8] = b"PK\x05\x06";
const FURTHEST: usize = 22 + 0xFFFF;

impl<'b> Zipped<'b> {
    /// Reads the directory; `None` where there is none that can be read.
    pub(super) fn new(bytes: &'b [u8]) -> Option<Self> {
        let from = bytes.len().saturating_sub(FURTHEST);
        let end = from + memchr::memmem::rfind(&bytes[from..], END)?;
        let count = usize::from(short(bytes, end + 10)?).min(MOST_PARTS);
        let mut at = long(bytes, end + 16)?;
        let mut parts = Vec::new();
        for _ in 0..count {
            if bytes.get(at..at + 4)? != b"PK\x01\x02" {
                break;
            }
            let lengths = [28, 30, 32].map(|offset| short(bytes, at + offset).map_or(0, usize::from));
            let name = bytes.get(at + 46..at + 46 + lengths[0])?;
            parts.push(Entry {
                name: String::from_utf8_lossy(name).into_owned(),
                method: short(bytes, at + 10)?,
                packed: long(bytes, at + 20)?,
                header: long(bytes, at + 42)?,
            });
            at += 46 + lengths.iter().sum::<usize>();
        }
        Some(Zipped { bytes, parts })
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.name.as_str())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names().any(|part| part == name)
    }

    /// A part, unpacked.
    ///
    /// # Errors
    /// It is not there, is broken, or is more than the bound.
    pub(super) fn part(&self, name: &str) -> Result<Vec<u8>, String> {
        let part = self.parts.iter().find(|part| part.name == name);
        let part = part.ok_or_else(|| format!("it has no part `{name}`"))?;
        let broken = || format!("its part `{name}` is broken");
        let head = |offset| short(self.bytes, part.header + offset).map(usize::from);
        let from =
            head(26).zip(head(28)).map(|(name, extra)| part.header + 30 + name + extra).ok_or_else(broken)?;
        let packed =
            from.checked_add(part.packed).and_then(|to| self.bytes.get(from..to)).ok_or_else(broken)?;
        match part.method {
            0 => unpack::all_of(packed),
            8 => unpack::inflate(packed),
            _ => Err(format!("its part `{name}` is packed in a way that is not read")),
        }
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
}

/// A ZIP file of some parts, each stored as it is.
#[cfg(any(test, fuzzing))]
pub(crate) fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    let size = |bytes: &[u8]| u32::try_from(bytes.len()).expect("tests are small").to_le_bytes();
    let length = |name: &str| u16::try_from(name.len()).expect("tests are small").to_le_bytes();
    for (name, content) in parts {
        let header = size(&bytes);
        bytes.extend(
            [b"PK\x03\x04".as_slice(), &[0; 14], &size(content), &size(content), &length(name), &[0; 2]]
                .concat(),
        );
        bytes.extend([name.as_bytes(), content].concat());
        directory.extend(
            [b"PK\x01\x02".as_slice(), &[0; 16], &size(content), &size(content), &length(name)].concat(),
        );
        directory.extend([&[0; 12][..], &header, name.as_bytes()].concat());
    }
    let count = u16::try_from(parts.len()).expect("tests are small").to_le_bytes();
    let at = size(&bytes);
    bytes.extend([&directory[..], END, &[0; 4], &count, &count, &size(&directory), &at, &[0; 2]].concat());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parts_are_named_and_read() {
        let bytes = stored(&[("a.txt", b"34 trucks"), ("b/c.txt", b"")]);
        let zip = Zipped::new(&bytes).expect("it has a directory");
        assert_eq!(zip.names().collect::<Vec<_>>(), ["a.txt", "b/c.txt"]);
        assert_eq!(zip.part("a.txt").as_deref(), Ok(&b"34 trucks"[..]));
        assert!(zip.part("d.txt").is_err_and(|why| why.contains("no part `d.txt`")));
        assert!(Zipped::new(b"PK\x03\x04 and no more").is_none());
    }

    proptest! {
        #[test]
        fn broken_files_are_refused_and_nothing_panics(at in 0..200_usize, byte: u8) {
            let mut bytes = stored(&[("a.txt", b"34 trucks")]);
            let length = bytes.len();
            bytes[at % length] = byte;
            if let Some(zip) = Zipped::new(&bytes) {
                let _ = zip.part("a.txt");
            }
        }
    }
}
