//! A name as an alias, as TOML, to be pasted into `aliases`.

use super::quoted;

/// The name alone, and with its language where it has one.
pub(crate) fn alias(name: &str, language: Option<&str>) -> String {
    match language {
        Some(language) => format!("{{ name = {}, language = {} }}", quoted(name), quoted(language)),
        None => quoted(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_toml_that_has_the_very_name() {
        for (name, language) in
            [("حزب الله", Some("ar")), ("Kata'ib \"H\"", None), ("a\u{202e}b\n", Some("x\\"))]
        {
            let text = format!("aliases = [{}]", alias(name, language));
            assert!(!text.contains('\u{202e}'), "{text}");
            let read: toml::Table = text.parse().expect("what is written is TOML");
            let first = &read["aliases"].as_array().expect("it is a list")[0];
            let told = first.get("name").unwrap_or(first).as_str();
            assert_eq!((told, first.get("language").and_then(toml::Value::as_str)), (Some(name), language));
        }
    }
}
