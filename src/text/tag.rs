//! Tags of languages, as BCP 47 writes them.

/// Whether a tag is of a language, by its first part: `pt-BR` is of `pt`.
pub(crate) fn is_of(tag: &str, language: &str) -> bool {
    tag.split(['-', '_']).next().is_some_and(|first| first.eq_ignore_ascii_case(language))
}

#[cfg(test)]
mod tests {
    use super::is_of;

    #[test]
    fn a_tag_is_of_the_language_of_its_first_part() {
        for tag in ["pt", "PT", "pt-BR", "pt_BR"] {
            assert!(is_of(tag, "pt"), "{tag}");
        }
        for tag in ["", "p", "ptx", "br-pt"] {
            assert!(!is_of(tag, "pt"), "{tag}");
        }
    }
}
