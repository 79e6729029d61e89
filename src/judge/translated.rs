//! Whether a translation says what its quote does, as far as figures, names and negations tell.

use super::phrase::Phrase;
use super::stated::keeps_figures;
use crate::model::Dossier;
use crate::model::claim::Claim;
use crate::spot::NameIndex;
use crate::text::{turned_around, without_notes};
use crate::value::shape::Node;

/// What a claim's translation does not say as its quote does, each for the mark at the quote. Empty where nothing is known to differ.
pub(super) fn differences(dossier: &Dossier, names: &NameIndex, claim: &Claim) -> Vec<Phrase> {
    let (Some(quote), Some(translation)) = (&claim.quote, &claim.beside.translation) else {
        return Vec::new();
    };
    let (own, theirs) = (dossier.language_of(claim.source), dossier.language.as_deref());
    let quote = without_notes(&quote.words);
    let mut differences = Vec::new();
    if !keeps_figures(dossier, (&quote, own), translation) {
        differences.push(Phrase::from("a figure that stands here does not stand in its translation"));
    }
    if let Some(name) = unnamed(dossier, names, &quote, translation) {
        let name = Phrase::from("`")
            .theirs(&[claim.source], name)
            .and("` stands here, and its translation names nothing of the kind");
        differences.push(name);
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

/// The first place or agent that a quote names and its translation does not, nor what contains it or lies within it, by its name there.
fn unnamed<'q>(dossier: &Dossier, names: &NameIndex, quote: &'q str, translation: &str) -> Option<&'q str> {
    let there: Vec<Node> =
        names.mentions(translation).into_iter().flat_map(|mention| mention.nodes).collect();
    let is_kin = |node: Node| {
        let kin = &dossier.kin;
        there.iter().any(|other| kin.within(node, *other) || kin.within(*other, node))
    };
    let here = names.mentions(quote).into_iter();
    here.filter(|mention| !mention.nodes.iter().any(|node| is_kin(*node)))
        .map(|mention| &quote[mention.at])
        .next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    const PLACES: &str = "[place.jordan]\nname = \"Jordan\"\nkind = \"country\"\n\
        aliases = [\"الأردن\", \"اردن\", \"ירדן\", \"Йорданія\", \"Йорданії\", \"Иордания\", \"Иордании\", \"Jordania\", \"Jordanie\", \"Jordanien\"]\n\
        [place.syria]\nname = \"Syria\"\nkind = \"country\"\n\
        aliases = [\"سوريا\", \"سوریه\", \"סוריה\", \"Сирія\", \"Сирії\", \"Сирия\", \"Сирии\", \"Siria\", \"Syrie\", \"Syrien\"]\n";

    /// How many differences there are between a quote in a language and its translation.
    fn differ(language: &str, quote: &str, translation: &str) -> usize {
        let source = format!(
            "[source.a]\ntitle = \"A\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\nlanguage = \"{language}\"\n{PLACES}"
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
        differences(&dossier, &NameIndex::new(&dossier), claim).len()
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

    /// Each quote with a translation, and with one in which a figure, a negation or a name is another.
    #[test]
    fn one_changed_figure_negation_or_name_is_found_in_each_language_and_nothing_else() {
        for (language, quote, right, wrong) in [
            (
                "ar",
                "قتل ٣٤ جنديا في الأردن",
                "34 soldiers were killed in Jordan",
                "43 soldiers were killed in Jordan",
            ),
            ("ar", "قتل ثلاثة جنود", "three soldiers were killed", "eight soldiers were killed"),
            (
                "ar",
                "لم يقتل الجيش المدنيين",
                "the army did not kill the civilians",
                "the army killed the civilians",
            ),
            (
                "ar",
                "وقع الهجوم في الأردن",
                "the attack took place in Jordan",
                "the attack took place in Syria",
            ),
            ("fa", "سه سرباز کشته شدند", "3 soldiers were killed", "13 soldiers were killed"),
            (
                "fa",
                "ارتش این روستا را بمباران نکرد",
                "the army did not bomb this village",
                "the army bombed this village",
            ),
            ("fa", "حمله در سوریه رخ داد", "the attack happened in Syria", "the attack happened in Jordan"),
            ("he", "שלושה חיילים נהרגו", "three soldiers were killed", "thirteen soldiers were killed"),
            (
                "he",
                "הצבא לא הפציץ את הכפר",
                "the army did not bomb the village",
                "the army bombed the village",
            ),
            ("he", "ירדן גינתה את התקיפה", "Jordan condemned the attack", "Syria condemned the attack"),
            (
                "uk",
                "загинули щонайменше двадцять троє людей",
                "at least 23 people died",
                "at least 32 people died",
            ),
            (
                "uk",
                "Армія не бомбила село",
                "The army did not bomb the village",
                "The army bombed the village",
            ),
            ("uk", "удар по Йорданії", "a strike on Jordan", "a strike on Syria"),
            ("ru", "погибли сорок восемь человек", "forty-eight people died", "84 people died"),
            ("ru", "Сирия осудила удар", "Syria condemned the strike", "Jordan condemned the strike"),
            ("es", "murieron treinta y cuatro personas", "34 people died", "44 people died"),
            (
                "es",
                "El Gobierno no confirmó el ataque",
                "The government did not confirm the attack",
                "The government confirmed the attack",
            ),
            ("fr", "deux cent trente blessés en Jordanie", "230 wounded in Jordan", "320 wounded in Jordan"),
            (
                "fr",
                "L’attaque a eu lieu en Jordanie",
                "The attack took place in Jordan",
                "The attack took place in Syria",
            ),
            ("de", "rund zweihundert Tote in Syrien", "about 200 dead in Syria", "about 300 dead in Syria"),
        ] {
            assert_eq!(differ(language, quote, right), 0, "{quote}: {right}");
            assert_eq!(differ(language, quote, wrong), 1, "{quote}: {wrong}");
        }
    }
}
