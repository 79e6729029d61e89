//! The words of a source in text for people: in quotation marks, with what they say in the language of the dossier.

/// `“…”`, and behind it ` (translated: “…”)` where that is recorded.
pub(super) fn quoted(words: &str, translation: Option<&str>) -> String {
    match translation {
        Some(translation) => format!("“{words}” ({})", translated(translation)),
        None => format!("“{words}”"),
    }
}

/// `translated: “…”`.
pub(super) fn translated(translation: &str) -> String {
    format!("translated: “{translation}”")
}
