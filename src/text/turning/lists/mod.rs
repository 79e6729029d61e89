//! The lists, a file a language.

mod arabic;
mod english;
mod french;
mod german;
mod hebrew;
mod italian;
mod persian;
mod russian;
mod spanish;
mod ukrainian;

use super::language::Language;

/// Every language, in the order of its tag.
pub(super) static ALL: [&Language; 10] = [
    &arabic::ARABIC,
    &german::GERMAN,
    &english::ENGLISH,
    &spanish::SPANISH,
    &persian::PERSIAN,
    &french::FRENCH,
    &hebrew::HEBREW,
    &italian::ITALIAN,
    &russian::RUSSIAN,
    &ukrainian::UKRAINIAN,
];

#[cfg(test)]
mod tests {
    use super::super::language::{Row, Side};
    use super::super::phrase::spelled_out;
    use super::super::ready::listed;
    use super::super::turn::{turned_before, turned_behind, turned_within};
    use super::*;

    /// A phrase as it may stand in a text.
    fn bare(phrase: &str) -> String {
        phrase.replace('*', "").replace(" ..", "").replace("' ", "'")
    }

    /// The sentence of a row with a phrase in its place, and where the quoted words stand in it.
    fn sentence(row: &Row, phrase: &str) -> (String, std::ops::Range<usize>) {
        let phrase = bare(phrase);
        let said = row.tried.replace("{}", &phrase).replace("' [", "'[").replace("' ", "'");
        let (open, close) = (said.find('[').expect("it quotes"), said.find(']').expect("it quotes"));
        (said.replace(['[', ']'], ""), open..close - 1)
    }

    /// What is wrong with a phrase of a row: `None` where it turns the row's sentence around as the row says.
    fn fault(language: &Language, row: &Row, phrase: &str) -> Option<String> {
        let (said, quoted) = sentence(row, phrase);
        let listed = listed(Some(language.tag), &said);
        let (head, tail) = (&said[..quoted.start], &said[quoted.end..]);
        let is_before = row.tried.find("{}") < row.tried.find('[');
        let (side, turned) = match is_before {
            true => (head, turned_before(head, &listed)),
            false => (tail, turned_behind(tail, &listed)),
        };
        let Some(turned) = turned else { return Some(format!("`{phrase}` turns nothing: {said}")) };
        let (bare, words) = (bare(phrase), &side[turned.at.clone()]);
        let told = words.replace('’', "'").replace(' ', "");
        let fits = told.contains(&bare.replace(' ', "")) && turned.turn == row.turn;
        let behind = matches!(row.side, Side::Behind | Side::Next);
        let within = turned_within(side, &listed).is_some() && behind != is_before;
        (!fits || !within).then(|| format!("`{phrase}` is told as {} `{words}`: {said}", turned.turn))
    }

    #[test]
    fn each_phrase_of_each_row_turns_its_sentence_around() {
        let mut faults = Vec::new();
        for language in ALL {
            for row in language.rows {
                let phrases = spelled_out(row.phrases);
                faults.extend(phrases.iter().filter_map(|phrase| fault(language, row, phrase)));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn what_is_harmless_turns_nothing() {
        for language in ALL {
            for phrase in spelled_out(language.harmless).iter().map(|phrase| bare(phrase)) {
                let listed = listed(Some(language.tag), &phrase);
                assert_eq!(turned_before(&phrase, &listed), None, "{phrase}");
                assert_eq!(turned_within(&phrase, &listed), None, "{phrase}");
            }
        }
    }

    #[test]
    fn the_page_on_quotes_names_every_language() {
        let page =
            std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/quotes.md"));
        let page = page.expect("the page is there");
        let named: Vec<&str> =
            page.lines().filter_map(|line| line.split('`').nth(1).filter(|tag| tag.len() == 2)).collect();
        assert_eq!(named, ALL.map(|language| language.tag));
    }

    #[test]
    fn languages_are_listed_in_the_order_of_their_tags() {
        assert!(ALL.iter().map(|language| language.tag).is_sorted());
    }
}
