//! Whether a translation says what its quote does, as far as figures and negations tell.

use super::phrase::Phrase;
use super::stated::keeps_figures;
use crate::model::Dossier;
use crate::model::claim::Claim;
use crate::text::{turned_around, without_notes};

/// What a claim's translation does not say as its quote does, each for the mark at the quote. Empty where nothing is known to differ.
pub(super) fn differences(dossier: &Dossier, claim: &Claim) -> Vec<Phrase> {
    let (Some(quote), Some(translation)) = (&claim.quote, &claim.beside.translation) else {
        return Vec::new();
    };
    let (own, theirs) = (dossier.language_of(claim.source), dossier.language.as_deref());
    let quote = without_notes(&quote.words);
    let mut differences = Vec::new();
    if !keeps_figures(dossier, (&quote, own), translation) {
        differences.push(Phrase::from("a figure that stands here does not stand in its translation"));
    }
    let (here, there) = (turned_around(&quote, own), turned_around(translation, theirs));
    if let (Some(here), Some(there)) = (here, there)
        && here.is_empty() != there.is_empty()
    {
        let words = |words: &str| Phrase::from("`").theirs(&[claim.source], words).and("`");
        differences.push(match there.is_empty() {
            true => words(&here).and(" stands here, and nothing in its translation negates or denies"),
            false => words(&there).and(" stands in its translation, and nothing here negates or denies"),
        });
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    /// How many differences there are between a quote in a language and its translation.
    fn differ(language: &str, quote: &str, translation: &str) -> usize {
        let source = format!(
            "[source.a]\ntitle = \"A\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\nlanguage = \"{language}\"\n"
        );
        let claims = format!(
            "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"Q?\"\ntype = \"text\"\n\
             [[claim]]\nsource = \"a\"\nquestion = \"e/q\"\nvalue = \"x\"\nquote = \"{quote}\"\ntranslation = \"{translation}\"\n"
        );
        let dossier = from_texts(&[
            ("gainsay.toml", "[dossier]\ntitle = \"D\"\nlanguage = \"en\"\n"),
            ("sources/a.toml", &source),
            ("claims/a.toml", &claims),
        ]);
        let claim = dossier.claims.iter().next().expect("there is one").1;
        differences(&dossier, claim).len()
    }

    #[test]
    fn figures_and_negations_are_the_same_in_a_translation() {
        for (language, quote, translation) in [
            ("de", "34 Tote", "34 dead"),
            ("de", "34 Tote", "thirty-four dead"),
            ("de", "mehr als 34 Tote", "more than 34 dead"),
            ("de", "1,5 Millionen", "1.5 million"),
            ("ar", "لم يقتل ٣٤ شخصا", "did not kill 34 people"),
            ("fr", "n'a pas bombardé", "has not bombed"),
            ("fr", "l'armée a nié l'attaque", "the army denied the attack"),
            ("fr", "trente-quatre personnes", "34 people"),
            ("tr", "kimse ölmedi", "nobody died"),
            ("fr", "Il n’y a que 34 morts", "There are only 34 dead"),
            ("fr", "On ne peut nier l’attaque", "The attack cannot be denied"),
            ("de", "am 28.01.2024", "on 28 January 2024"),
        ] {
            assert_eq!(differ(language, quote, translation), 0, "{quote}: {translation}");
        }
    }

    #[test]
    fn what_differs_is_told() {
        for (language, quote, translation, count) in [
            ("de", "34 Tote", "43 dead", 1),
            ("ar", "قتل ٣٤ شخصا", "killed 340 people", 1),
            ("fr", "n'a pas bombardé", "has bombed", 1),
            ("de", "die Armee traf 34 Dörfer", "the army hit no 43 villages", 2),
        ] {
            assert_eq!(differ(language, quote, translation), count, "{quote}: {translation}");
        }
    }
}
