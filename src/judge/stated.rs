//! Whether a value comes from its own quote. See semantics.md, section 6.

use rayon::prelude::*;

use crate::align::confused::confused;
use crate::align::named::{is_named, known_names};
use crate::model::Dossier;
use crate::model::claim::{Claim, Says};
use crate::model::table::ClaimId;
use crate::text::{Naming, share_script, without_notes};
use crate::value::calendar::english;
use crate::value::figures::{Written, figures};
use crate::value::language::{is_english, known, legible};
use crate::value::number::GRAIN;
use crate::value::quantity::{
    Certainty, QuantityReader, names_one, numbers_said, quantities, states, states_difference, states_factor,
};
use crate::value::shape::{Figure, Names, Node, Shape};
use crate::value::types::{Addend, Change, Kind};

/// By what a claim's value was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stated {
    /// Its quote states it.
    Quote,
    /// The quote's language is not read; its translation states it.
    Translation,
    /// The quote's language is not read, and there is no translation.
    Unread,
}

/// A claim whose value its quote does not state: what states it instead, or why nothing does.
pub(crate) type Unquoted = (ClaimId, Result<Stated, String>);

/// All claims with a quote that does not state the value, in order.
pub(crate) fn unquoted(dossier: &Dossier) -> Vec<Unquoted> {
    let held = |id: ClaimId| {
        let claim = &dossier.claims[id];
        let quote = claim.quote.as_ref()?;
        Some((id, is_stated(dossier, claim, &quote.words))).filter(|(_, held)| *held != Ok(Stated::Quote))
    };
    let ids: Vec<ClaimId> = dossier.claims.ids().collect();
    ids.into_par_iter().filter_map(held).collect()
}

/// What states the claim's value; that of a type other than count, amount, date, place and agent is always stated.
///
/// A note in brackets states nothing. Figures in digits are read in every language, words and dates where a table reads it: where nothing is
/// read that could state the value, it is held against the translation, and without one it is not read; figures that say something
/// else contradict it.
///
/// # Errors
/// Why it is not stated, for the mark at the quote.
fn is_stated(dossier: &Dossier, claim: &Claim, quote: &str) -> Result<Stated, String> {
    let language = dossier.language_of(claim.source);
    let own = without_notes(quote);
    let said = legible(&own, language).text;
    let outcome = is_stated_in(dossier, claim, &own, &said);
    let is_date = matches!(dossier.questions[claim.question].kind, Kind::Date) && claim.says().is_some();
    let is_read = known(language).is_some();
    let why = match outcome {
        _ if is_english(language) => return outcome.map(|()| Stated::Quote),
        Ok(()) if is_read || !is_date => return Ok(Stated::Quote),
        outcome => outcome.err(),
    };
    let contradicted = || match is_read {
        true => says_figures(dossier, claim, &said) || is_date,
        false => is_contradicted(dossier, claim, &said),
    };
    match (&claim.beside.translation, why) {
        // What figures of the quote contradict, a translation without them does not state.
        (Some(translation), Some(why))
            if contradicted() && (is_read || !keeps_figures(dossier, (&own, language), translation)) =>
        {
            Err(why)
        }
        (Some(translation), why) => {
            let own = without_notes(translation);
            let translated = legible(&own, dossier.language.as_deref()).text;
            is_stated_in(dossier, claim, &own, &translated).map_err(|other| match why {
                Some(why) => format!("{why}, nor does its translation state it"),
                None => format!("of its translation: {other}"),
            })?;
            Ok(Stated::Translation)
        }
        (None, Some(why)) if contradicted() || !is_foreign(dossier, claim, quote) => Err(why),
        (None, _) => Ok(Stated::Unread),
    }
}

/// Whether words that were read say any figure of the question's kind.
fn says_figures(dossier: &Dossier, claim: &Claim, said: &str) -> bool {
    let kind = &dossier.questions[claim.question].kind;
    let says = |reader: QuantityReader| !quantities(said, reader).is_empty();
    kind.read_figures(&dossier.quantifiers, Certainty::Stated, says).unwrap_or(false)
}

/// Whether the figures in digits of a quote are other than an exact value, with any word for thousands behind them.
fn is_contradicted(dossier: &Dossier, claim: &Claim, quote: &str) -> bool {
    let one = match &dossier.questions[claim.question].kind {
        Kind::Count => 1,
        Kind::Amount { .. } => GRAIN,
        _ => return false,
    };
    let own = claim.says().filter(|says| says.relative.is_none() && says.sum.is_empty());
    let shape = own.map(|says| says.stated.as_deref().unwrap_or(&says.shape));
    let Some(Shape::Figure(Figure { bounds, .. })) = shape else { return false };
    let Some(value) = bounds.hard.least().filter(|least| bounds.hard.greatest() == Some(*least)) else {
        return false;
    };
    let value = Written::new(value, one);
    let said = figures(quote);
    !said.is_empty() && !said.iter().any(|figure| figure.may_be(&value))
}

/// Whether the value may stand in a quote in a way that is not read: a place or an agent, where none of its names is of the
/// quote's script.
fn is_foreign(dossier: &Dossier, claim: &Claim, quote: &str) -> bool {
    let Some(Shape::Names(list)) = claim.says().map(|says| says.stated.as_deref().unwrap_or(&says.shape))
    else {
        return true;
    };
    let is_legible = |node: &Node| known_names(dossier, *node).any(|name| share_script(name, quote));
    !list.listed().iter().any(is_legible)
}

/// Whether the value stands in a quote: a figure or a date in its words as they are read, a name in its own.
fn is_stated_in(dossier: &Dossier, claim: &Claim, own: &str, quote: &str) -> Result<(), String> {
    let Some(says) = claim.says() else { return Ok(()) };
    let certainty = dossier.questions[claim.question].certainty(claim.modality, &claim.scope);
    let kind = &dossier.questions[claim.question].kind;
    match (kind, says.stated.as_deref().unwrap_or(&says.shape)) {
        (Kind::Count | Kind::Amount { .. }, Shape::Figure(figure)) => {
            let what = if *kind == Kind::Count { "number" } else { "amount" };
            let stands = |reader: QuantityReader| figure_stands(says, figure, what, reader, quote);
            kind.read_figures(&dossier.quantifiers, certainty, stands).unwrap_or(Ok(()))
        }
        (Kind::Date, Shape::Times(times)) => match english::excludes(quote, times) {
            true => Err("a date in this quote excludes the value".to_owned()),
            false => Ok(()),
        },
        (_, Shape::Names(names)) => are_named(dossier, names, own),
        _ => Ok(()),
    }
}

/// Whether a figure stands in the quote; what it is made of stands there where it is no figure of its own.
fn figure_stands(
    says: &Says,
    figure: &Figure,
    what: &str,
    reader: QuantityReader,
    quote: &str,
) -> Result<(), String> {
    let stated = QuantityReader { certainty: Certainty::Stated, ..reader };
    let missing = match &says.relative {
        Some(relative) => match &relative.change {
            Change::Unsaid => None,
            Change::By(by) => (!states_difference(quote, by, stated))
                .then(|| format!("no {what} in this quote reads as `by` does")),
            Change::Times(times) => (!states_factor(quote, *times))
                .then(|| "nothing in this quote says so many times, or such a part".to_owned()),
        },
        None if !says.sum.is_empty() => {
            let piece = says.sum.iter().position(|piece| match piece {
                Addend::Article => !names_one(quote),
                Addend::Said(bounds) => !states(quote, bounds, stated),
            });
            piece.map(|at| format!("no {what} in this quote reads as piece {} of the sum does", at + 1))
        }
        None => (!states(quote, &figure.bounds, reader))
            .then(|| format!("no {what} in this quote reads as the value does")),
    };
    missing.map_or(Ok(()), Err)
}

/// The tag of a language that nobody tells, whose figures in digits alone are read.
const UNDETERMINED: &str = "und";

/// Whether each figure of a quote in a language stands in its translation, in digits or in words: in digits, and in words too where
/// its words are read. A one may be an article in either.
pub(super) fn keeps_figures(
    dossier: &Dossier,
    (quote, language): (&str, Option<&str>),
    translation: &str,
) -> bool {
    let translated = without_notes(translation);
    let said = numbers(dossier, &legible(&translated, dossier.language.as_deref()).text);
    let is_said = |figure: &Written| said.iter().any(|number| figure.may_be(number) || number.may_be(figure));
    let one = Written::new(1, 1);
    let may_be_article = |figure: &Written| known(language).is_some() && *figure == one;
    let keeps = |own: &str| figures(own).iter().all(|figure| may_be_article(figure) || is_said(figure));
    let own = legible(quote, language).text;
    if keeps(&own) {
        return true;
    }
    // The days of another calendar may stand in a translation as they are.
    let mut undated = own.to_string();
    for date in english::dates(&own) {
        undated.replace_range(date.at.clone(), &" ".repeat(date.at.len()));
    }
    known(language).is_some() && keeps(&undated) && keeps(&legible(quote, Some(UNDETERMINED)).text)
}

/// The numbers of a translation, in digits and in words, as ends of what its expressions allow.
fn numbers(dossier: &Dossier, text: &str) -> Vec<Written> {
    let counts = numbers_said(text, QuantityReader::counts(&dossier.quantifiers));
    let words = counts.into_iter().flat_map(|said| {
        let ends = [said.least(), said.greatest()];
        ends.into_iter().flatten().flat_map(|end| [end - 1, end, end + 1]).map(|end| Written::new(end, 1))
    });
    figures(text).into_iter().chain(words).collect()
}

/// One of several is named where it is one of these; each is where it is at least these; of nobody nothing need stand.
fn are_named(dossier: &Dossier, names: &Names, quote: &str) -> Result<(), String> {
    let words = Naming::new(quote);
    let named = |node: &Node| is_named(dossier, *node, &words) && confused(dossier, *node, quote).is_none();
    let missing = match names {
        Names::Among(list) => list.iter().find(|node| !named(node)),
        list if list.listed().iter().any(named) => None,
        list => list.listed().first(),
    };
    match missing {
        None => Ok(()),
        Some(node) => {
            let own = dossier.node_title(*node);
            Err(match confused(dossier, *node, quote) {
                Some(other) => format!(
                    "this names {}, which may be confused with {own}, and not {own}",
                    dossier.node_title(other)
                ),
                None => format!("neither {own} nor an alias of it stands here"),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    const SOURCES: &str = "[agent.ministry]\nname = \"the ministry\"\naliases = [\"Defence Ministry\"]\n\
        [place.jordan]\nname = \"Jordan\"\nkind = \"country\"\n\
        [place.chad]\nname = \"Chad\"\nkind = \"country\"\naliases = [\"تشاد\"]\n";

    /// What states the value of a claim on a question of some type, whose quote is in some language.
    fn stated(
        kind: &str,
        value: &str,
        language: &str,
        quote: &str,
        translation: &str,
    ) -> Result<Stated, String> {
        let translation = match translation {
            "" => String::new(),
            words => format!("translation = \"{words}\"\n"),
        };
        let source = format!(
            "[source.a]\ntitle = \"A\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\nlanguage = \"{language}\"\n{SOURCES}"
        );
        let claims = format!(
            "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"Q?\"\ntype = \"{kind}\"\n\
             [[claim]]\nsource = \"a\"\nquestion = \"e/q\"\nvalue = {value}\nquote = \"{quote}\"\n{translation}"
        );
        let dossier = from_texts(&[
            ("gainsay.toml", "[dossier]\ntitle = \"D\"\nlanguage = \"en\"\n"),
            ("sources/a.toml", &source),
            ("claims/a.toml", &claims),
        ]);
        assert_eq!(dossier.problems.len(), 0, "{:?}", dossier.problems);
        let claim = dossier.claims.iter().next().expect("there is one").1;
        is_stated(&dossier, claim, quote)
    }

    #[test]
    fn a_note_in_brackets_states_nothing() {
        for quote in ["It killed people [34] in the camp", "[34] people died", "they [thirty-four] died"] {
            assert!(stated("count", "34", "en", quote, "").is_err(), "{quote}");
        }
        assert_eq!(stated("count", "34", "en", "34 people [soldiers] died", ""), Ok(Stated::Quote));
        assert!(stated("place", "\"jordan\"", "en", "in [Jordan] they fled", "").is_err());
    }

    #[test]
    fn figures_are_read_in_every_language() {
        for (language, value, quote) in [
            ("ar", "34", "قتل ٣٤ شخصا"),
            ("fa", "34", "۳۴ نفر"),
            ("de", "12000", "12.000 Tote"),
            ("fr", "1234", "1 234 morts"),
            ("de", "34", "vierunddreißig Tote"),
            ("tr", "34", "yaklaşık 34 kişi"),
            ("ar", "\"at least 34\"", "٣٤ قتيلا على الأقل"),
            ("uk", "\"щонайменше троє\"", "щонайменше троє загинули"),
        ] {
            assert_eq!(stated("count", value, language, quote, ""), Ok(Stated::Quote), "{quote}");
        }
        assert!(stated("count", "12000", "en", "12.000 dead", "").is_err());
        for (language, value, quote) in
            [("de", "34", "rund 34 Tote"), ("ar", "34", "٣٤ قتيلا على الأقل"), ("uk", "3", "щонайменше троє")]
        {
            assert!(
                stated("count", value, language, quote, "").is_err(),
                "{quote}: the hedge is a part of it"
            );
        }
    }

    #[test]
    fn what_is_not_read_is_held_against_the_translation() {
        let turkish = "Otuz dört kişi";
        assert_eq!(stated("count", "34", "tr", turkish, "Thirty-four people"), Ok(Stated::Translation));
        assert!(stated("count", "34", "tr", turkish, "Forty-three people").is_err());
        assert_eq!(stated("count", "34", "tr", turkish, ""), Ok(Stated::Unread));
        assert_eq!(stated("count", "1500000", "tr", "1,5 milyon kişi", ""), Ok(Stated::Unread));
        // A language that is read is held against its own words.
        let french = "Trente-quatre personnes";
        assert_eq!(stated("count", "34", "fr", french, "Forty-three people"), Ok(Stated::Quote));
        assert!(stated("count", "43", "fr", french, "Forty-three people").is_err());
        assert_eq!(stated("count", "\"over 34\"", "fr", "plus de 34 personnes", ""), Ok(Stated::Quote));
        assert_eq!(stated("count", "\"1.5 million\"", "de", "1,5 Millionen Menschen", ""), Ok(Stated::Quote));
        // What its table does not know is not read.
        assert_eq!(stated("count", "60", "de", "ein Schock Eier", ""), Ok(Stated::Unread));
        assert!(stated("count", "43", "de", "34 Tote", "").is_err(), "figures contradict it");
        assert!(
            stated("count", "43", "de", "34 Tote", "43 dead").is_err(),
            "they do whatever the translation says"
        );
        let both = stated("count", "43", "de", "34, dann dreiundvierzig Tote", "34, then forty-three dead");
        assert_eq!(both, Ok(Stated::Quote));
        assert!(
            stated("count", "34", "de", "viele Tote", "many [34] dead").is_err(),
            "a note states nothing"
        );
        assert_eq!(stated("date", "\"2024-01-28\"", "tr", "3 Mart 2024", ""), Ok(Stated::Unread));
        assert!(stated("date", "\"2024-01-28\"", "tr", "3 Mart 2024", "on 3 March 2024").is_err());
        let dated = stated("date", "\"2024-03-03\"", "tr", "3 Mart 2024", "on 3 March 2024");
        assert_eq!(dated, Ok(Stated::Translation));
        assert!(stated("date", "\"2024-01-28\"", "de", "am 3. März 2024", "").is_err());
        assert_eq!(stated("date", "\"2024-03-03\"", "de", "am 3. März 2024", ""), Ok(Stated::Quote));
    }

    #[test]
    fn names_are_read_in_the_scripts_that_they_are_recorded_in() {
        assert_eq!(stated("place", "\"jordan\"", "ar", "في الأردن", ""), Ok(Stated::Unread));
        assert_eq!(stated("place", "\"jordan\"", "ar", "في الأردن", "in Jordan"), Ok(Stated::Translation));
        assert_eq!(stated("place", "\"chad\"", "ar", "في تشاد", ""), Ok(Stated::Quote));
        assert!(stated("place", "\"chad\"", "ar", "في الأردن", "").is_err());
        assert!(stated("place", "\"jordan\"", "de", "in Syrien", "").is_err());
    }
}
