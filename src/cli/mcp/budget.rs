//! How much an answer may hold, counted so that no reader of it counts more.

/// What an answer may come to, as a model counts it.
pub(super) const MOST_TOKENS: usize = 4000;

/// What a text weighs, in thirds of a token: each ASCII character a third, each byte of any other character a whole one. A model that splits
/// text into pieces of bytes never needs more than one for a byte; of JSON in Latin letters it needs one for three to four characters.
pub(super) fn weight(text: &str) -> usize {
    let ascii = text.bytes().filter(u8::is_ascii).count();
    ascii + 3 * (text.len() - ascii)
}

/// The most that an answer weighs.
pub(super) const MOST: usize = 3 * MOST_TOKENS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_any_script_are_counted_for_no_less_than_they_take() {
        for (text, thirds) in
            [("", 0), ("abc", 3), ("né", 1 + 6), ("“a”", 9 + 1 + 9), ("ሰላም", 27), ("死亡", 18)]
        {
            assert_eq!(weight(text), thirds, "{text}");
        }
        // All of English may fill an answer of 12,000 bytes, of other scripts a third of that.
        assert_eq!((weight(&"a".repeat(12_000)), weight(&"ሰ".repeat(1333))), (MOST, MOST - 3));
    }
}
