//! Bytes as text.

/// Bytes in hexadecimal, as `sha256sum` prints them.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    let mut written = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        written.push(digit(byte >> 4));
        written.push(digit(byte & 15));
    }
    written
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn each_byte_has_two_digits() {
        assert_eq!(hex(&[0, 9, 0x1f, 0xff]), "00091fff");
        assert_eq!(hex(&[]), "");
    }
}
