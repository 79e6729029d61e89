//! Numbers with their nouns, for sentences.

/// `0 claims`, `1 claim`, `2 claims`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    match (count, noun) {
        (1, _) => format!("1 {noun}"),
        (_, "story") => format!("{count} stories"),
        _ => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_stands_alone_and_all_else_is_many() {
        assert_eq!([0, 1, 2].map(|count| counted(count, "claim")), ["0 claims", "1 claim", "2 claims"]);
        assert_eq!([1, 2].map(|count| counted(count, "story")), ["1 story", "2 stories"]);
    }
}
