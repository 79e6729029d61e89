//! Unpacking within fixed memory: what would grow beyond a bound is refused.

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

/// At most so many bytes of one text are unpacked.
pub(super) const MOST_UNPACKED: usize = 64 << 20;

/// All that a reader gives.
///
/// # Errors
/// Why it cannot be had: it is broken, or more than the bound.
pub(super) fn all_of(reader: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let bound = u64::try_from(MOST_UNPACKED).unwrap_or(u64::MAX);
    reader.take(bound + 1).read_to_end(&mut bytes).map_err(|why| format!("it cannot be unpacked: {why}"))?;
    if bytes.len() > MOST_UNPACKED {
        return Err(format!("it unpacks to more than {} MiB, and is refused", MOST_UNPACKED >> 20));
    }
    Ok(bytes)
}

/// What was packed with gzip, its members one behind the other.
///
/// # Errors
/// It is broken, or more than the bound.
pub(super) fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    all_of(MultiGzDecoder::new(bytes))
}

/// What HTTP calls `deflate`: with the head of zlib or, as some servers sent it, without.
///
/// # Errors
/// It is broken, or more than the bound.
pub(super) fn deflated(bytes: &[u8]) -> Result<Vec<u8>, String> {
    all_of(ZlibDecoder::new(bytes)).or_else(|_| inflate(bytes))
}

/// What was packed as the parts of a ZIP are.
///
/// # Errors
/// It is broken, or more than the bound.
pub(super) fn inflate(bytes: &[u8]) -> Result<Vec<u8>, String> {
    all_of(DeflateDecoder::new(bytes))
}

#[cfg(any(test, fuzzing))]
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).expect("memory takes it");
    packed.finish().expect("memory takes it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_joined_and_a_bomb_is_refused() {
        assert_eq!(gunzip(&[gzip(b"34 "), gzip(b"trucks")].concat()).as_deref(), Ok(&b"34 trucks"[..]));
        let bomb = gzip(&vec![0; MOST_UNPACKED + 1]);
        assert!(bomb.len() < 1 << 20);
        assert!(gunzip(&bomb).is_err_and(|why| why.contains("more than 64 MiB")));
        assert!(gunzip(&gzip(b"34 trucks")[..12]).is_err_and(|why| why.contains("cannot be unpacked")));
    }
}
