//! Taking the aliases of an agent or a place, each a text or a table.

use crate::load::entry::{Entry, TextOrTable};
use crate::load::key::TableKey;
use crate::load::keys::AliasKey;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::source::Alias;

/// The aliases in their order; of one whose language is no tag the name stays.
pub(super) fn aliases<K: TableKey>(entry: &mut Entry<K>, key: K) -> Vec<Alias> {
    let mut taken = Vec::new();
    for (item, spot) in entry.texts_or_tables(key) {
        let alias = match item {
            TextOrTable::Text(name) => Some(Alias { name, language: None }),
            TextOrTable::Table(table) => {
                let mut inner: Entry<AliasKey> = entry.inner(table, key.word(), spot);
                let name = inner.required(AliasKey::Name);
                let language = language(&mut inner);
                inner.finish();
                name.map(|name| Alias { name: name.value, language })
            }
        };
        taken.extend(alias);
    }
    taken
}

fn language(entry: &mut Entry<AliasKey>) -> Option<String> {
    let tag = entry.text(AliasKey::Language)?;
    if is_tag(&tag.value) {
        return Some(tag.value);
    }
    let message = format!("`{}` is no language tag", tag.value);
    let problem = Problem::new(ProblemKind::MalformedEntry, tag.spot, message);
    entry.problems().push(problem.label("expected a BCP 47 tag: `ar`, `fa`, `zh-Hant`"));
    None
}

/// Whether a tag has the form of BCP 47 (RFC 5646, section 2.1): letters first, then letters and digits, at most eight between hyphens.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_first = |part: &str| {
        part.chars().all(|c| c.is_ascii_alphabetic()) && (part == "x" || (2..=8).contains(&part.len()))
    };
    let is_later =
        |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric()) && (1..=8).contains(&part.len());
    parts.next().is_some_and(is_first) && parts.all(is_later)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    #[test]
    fn a_tag_is_letters_then_letters_and_digits_between_hyphens() {
        for tag in ["ar", "fa", "zh-Hant", "sr-Latn-RS", "es-419", "x-desk", "AR"] {
            assert!(is_tag(tag), "{tag}");
        }
        for tag in
            ["", "a", "ar_SY", "in Arabic", "ar-", "-ar", "419", "abcdefghi", "العربية", "ar-abcdefghi"]
        {
            assert!(!is_tag(tag), "{tag}");
        }
    }

    #[test]
    fn an_alias_with_a_language_is_a_name_as_any_other() {
        let dossier = from_texts(&[(
            "sources/a.toml",
            "[agent.a]\nname = \"A\"\naliases = [\"B\", { name = \"ا\", language = \"ar\" }]\n\
             [place.p]\nname = \"P\"\nkind = \"site\"\naliases = [{ name = \"Q\" }, { name = \"R\", language = \"in R\" }]\n",
        )]);
        let agent = dossier.agents.iter().next().unwrap().1;
        let place = dossier.places.iter().next().unwrap().1;
        assert_eq!(agent.names().collect::<Vec<_>>(), ["A", "B", "ا"]);
        let languages = |aliases: &[Alias]| aliases.iter().map(|it| it.language.clone()).collect::<Vec<_>>();
        assert_eq!(languages(&agent.aliases), [None, Some("ar".to_owned())]);
        assert_eq!(place.names().collect::<Vec<_>>(), ["P", "Q", "R"]);
        assert_eq!(languages(&place.aliases), [None, None]);
        let told: Vec<&str> = dossier.problems.iter().map(|it| it.message.as_str()).collect();
        assert!(told.contains(&"`in R` is no language tag"), "{told:?}");
    }
}
