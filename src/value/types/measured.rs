//! Reading a count or an amount as written: a number, words, bounds, a sum, or a figure relative to another.

use super::raw::{Form, Key, Raw, ValueKey};
use super::refusal::Refusal;
use super::relative;
use super::relative::Change;
use crate::value::number::grouped;
use crate::value::quantity::{Certainty, Denied, Quantity, QuantityReader, Sets, cut_at_a_hundred};
use crate::value::shape::{Bounds, Figure, Runs};
use crate::value::unreadable::Unreadable;

/// A count or an amount as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measured {
    pub(super) figure: Figure,
    /// What a denial of it leaves.
    pub(super) denied: Denied,
    pub(super) made: Made,
}

/// What a count or an amount is made of, where the source does not say it as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Made {
    /// It does.
    Whole,
    /// Of pieces that are added.
    Sum(Vec<Addend>),
    /// Of another claim's figure and what it differs by.
    Relative(Change),
}

/// A piece of a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Addend {
    /// `a` or `an`: one.
    Article,
    /// A figure of its own.
    Said(Bounds),
}

/// The numbers that bound a value, in those of its measure.
#[derive(Clone, Copy, Debug, Default)]
struct BoundsWritten {
    min: Option<i128>,
    max: Option<i128>,
    best: Option<i128>,
}

/// A count or an amount; `other` is what the claim allows that it is relative to.
///
/// # Errors
/// A form that says no number, words that are not read, and bounds that allow nothing.
pub(super) fn figure(raw: &Raw, reader: QuantityReader, other: Option<&Bounds>) -> Result<Measured, Refusal> {
    match &raw.form {
        Form::Integer(text) | Form::Decimal(text) => {
            reader.written(text).map(Measured::said).map_err(|why| Refusal::of(why, raw))
        }
        Form::Text(words) => reader.read(words).map(Measured::said).map_err(|why| Refusal::of(why, raw)),
        Form::Table(_) if raw.under(ValueKey::Sum).is_some() => {
            sum(raw, raw.under(ValueKey::Sum).unwrap_or(raw), reader)
        }
        Form::Table(entries) if raw.relative().is_some() => {
            let (bounds, change) = relative::figure(raw, entries, reader, other)?;
            Ok(Measured { made: Made::Relative(change), ..Measured::of(bounds) })
        }
        Form::Table(entries) => read_table(raw, entries, reader),
        _ => {
            let message = format!("{} does not say a number", raw.described());
            let help =
                "expected a number, the source's words in quotes, or bounds such as `{ min = 24, max = 99 }`";
            Err(Refusal::Unreadable(Unreadable::new(message).help(help), raw.at.clone()))
        }
    }
}

impl Measured {
    fn said(quantity: Quantity) -> Self {
        let figure = Figure { bounds: quantity.bounds, bare: quantity.bare };
        Measured { figure, denied: quantity.denied, made: Made::Whole }
    }

    fn of(bounds: Bounds) -> Self {
        Measured { figure: Figure::of(bounds), denied: Denied::OutsideSoft, made: Made::Whole }
    }
}

fn read_table(raw: &Raw, entries: &[(Key, Raw)], reader: QuantityReader) -> Result<Measured, Refusal> {
    let (mut ends, mut words) = (BoundsWritten::default(), None);
    for (key, value) in entries {
        match (ValueKey::named(&key.name), &value.form) {
            (Some(ValueKey::Min), _) => ends.min = Some(number(value, reader)?),
            (Some(ValueKey::Max), _) => ends.max = Some(number(value, reader)?),
            (Some(ValueKey::Best), _) => ends.best = Some(number(value, reader)?),
            (Some(ValueKey::Words), Form::Text(text)) => words = Some(text.as_str()),
            _ => {
                let message = format!("`{}` is no bound of a value", key.name);
                let help =
                    "expected `min`, `max`, `best` or `words`; else `sum`, `higher-than` or `lower-than`";
                return Err(Refusal::Unreadable(Unreadable::new(message).help(help), key.at.clone()));
            }
        }
    }
    bounded(ends, words, reader).map_err(|why| Refusal::of(why, raw))
}

fn number(raw: &Raw, reader: QuantityReader) -> Result<i128, Refusal> {
    match &raw.form {
        Form::Integer(text) | Form::Decimal(text) => {
            reader.measure.of_toml(text).map_err(|why| Refusal::of(why, raw))
        }
        _ => Err(Refusal::unreadable(format!("expected a number here, found {}", raw.described()), raw)),
    }
}

/// What a source gives in pieces: their ends, added. `a` and `an` are one there.
fn sum(raw: &Raw, list: &Raw, reader: QuantityReader) -> Result<Measured, Refusal> {
    let reader = QuantityReader { certainty: Certainty::Stated, ..reader };
    let refused = |message: String| {
        let help = "expected the pieces as the source says them, such as `{ sum = [\"seventy\", \"a\"] }`";
        Refusal::Unreadable(Unreadable::new(message).help(help), list.at.clone())
    };
    let Form::List(pieces) = &list.form else {
        return Err(refused(format!("{} is no list of pieces", list.described())));
    };
    let mut total: Option<Sets> = None;
    let (mut cut, mut addends) = (true, Vec::new());
    for piece in pieces {
        let is_article = |words: &str| matches!(words.trim().to_lowercase().as_str(), "a" | "an");
        let read = match &piece.form {
            Form::Text(words) if is_article(words) => reader.read("exactly one"),
            Form::Text(words) => reader.read(words),
            Form::Integer(text) | Form::Decimal(text) => reader.written(text),
            _ => return Err(refused(format!("{} is no piece of a sum", piece.described()))),
        };
        let bounds = read.map_err(|why| Refusal::of(why, piece))?.bounds;
        cut &= reader.is_cut_at_a_hundred(&bounds);
        let sets = Sets::of(&bounds, reader.measure);
        addends.push(match &piece.form {
            Form::Text(words) if is_article(words) => Addend::Article,
            _ => Addend::Said(bounds),
        });
        total = match total {
            Some(total) => sets.and_then(|sets| total.plus(sets)),
            None => sets,
        };
        if total.is_none() {
            return Err(Refusal::of(reader.measure.too_large(&raw.words()), raw));
        }
    }
    let Some(total) = total else { return Err(refused("an empty list has no sum".to_owned())) };
    let nothing = || Refusal::unreadable("these pieces are more than all there is", raw);
    let bounds = total.bounds(reader.measure).ok_or_else(nothing)?;
    let bounds = if cut { cut_at_a_hundred(bounds, reader.measure).ok_or_else(nothing)? } else { bounds };
    Ok(Measured { made: Made::Sum(addends), ..Measured::of(bounds) })
}

/// A count or an amount from its bounds, the source's words and a best figure. `min` and `max` replace the words' hard
/// bounds; `best` makes the soft set that one number.
///
/// # Errors
/// Words that are not read, bounds out of order or below zero, a best figure outside them, and no bound at all.
fn bounded(ends: BoundsWritten, words: Option<&str>, reader: QuantityReader) -> Result<Measured, Unreadable> {
    let said = words.map(|words| reader.read(words)).transpose()?;
    let (BoundsWritten { min, max, best }, measure) = (ends, reader.measure);
    if min.is_none() && max.is_none() && said.is_none() {
        return Err(Unreadable::new("there are no bounds").help("expected `words`, `min` or `max`"));
    }
    let shown = |number: i128| grouped(&measure.plain(number));
    if let Some(below) = [min, max, best].into_iter().flatten().find(|number| *number < 0) {
        return Err(measure.negative(&shown(below)));
    }
    if let Some(said) = said.as_ref().filter(|_| min.is_none() && max.is_none() && best.is_none()) {
        return Ok(Measured::said(said.clone()));
    }
    let words = said.as_ref().map_or_else(|| reader.anything(min, max), |said| said.bounds.clone());
    let low = min.or_else(|| words.hard.least()).unwrap_or(0);
    let high = max.or_else(|| words.hard.greatest());
    if let Some(high) = high.filter(|high| *high < low) {
        let (low, high) = (shown(low), shown(high));
        return Err(Unreadable::out_of_order(format!(
            "the lower bound `{low}` stands above the upper one, `{high}`"
        )));
    }
    let hard = match high {
        Some(high) => Runs::between(low, high),
        None => Runs::from(low),
    };
    let soft = match best {
        Some(best) if Runs::one(best).within(&hard) => Runs::one(best),
        Some(best) => {
            let message =
                format!("the best figure, `{}`, stands outside `{}`", shown(best), measure.shown(&hard));
            return Err(Unreadable::new(message));
        }
        None => Some(words.soft.intersection(&hard))
            .filter(|soft| !soft.is_empty())
            .unwrap_or_else(|| hard.clone()),
    };
    let soft = if reader.quantifiers.is_strict() { hard.clone() } else { soft };
    // A best figure leaves a floor where it is, and no rounded number rounded.
    let denied = match said.map(|said| said.denied) {
        Some(denied @ Denied::Below(_)) if min.is_none() && max.is_none() => denied,
        _ => Denied::OutsideSoft,
    };
    Ok(Measured { denied, ..Measured::of(Bounds { hard, soft }) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::{GRAIN, Measure, Unit};
    use crate::value::quantity::{Preset, Quantifiers};
    use crate::value::types::{amount, count};

    const MAX: i128 = i128::MAX;

    fn set([low, high]: [i128; 2]) -> Runs {
        if high == MAX { Runs::from(low) } else { Runs::between(low, high) }
    }

    #[test]
    fn bounds_replace_the_words_and_best_is_soft() {
        let quantifiers = Quantifiers::default();
        let bounded = |min, max, words, best| {
            bounded(BoundsWritten { min, max, best }, words, count::reader(&quantifiers))
                .map(|read| read.figure.bounds)
        };
        let nearly = Some("nearly 200");
        let table = [
            ((Some(24), Some(99), None, None), Some(([24, 99], [24, 99]))),
            ((Some(24), None, None, None), Some(([24, MAX], [24, MAX]))),
            ((None, Some(99), None, Some(50)), Some(([0, 99], [50, 50]))),
            ((None, None, nearly, Some(198)), Some(([160, 200], [198, 198]))),
            ((Some(190), None, nearly, None), Some(([190, 200], [190, 199]))),
            ((None, Some(170), nearly, None), Some(([160, 170], [160, 170]))),
            ((Some(250), Some(300), nearly, None), Some(([250, 300], [250, 300]))),
            ((Some(250), None, nearly, None), None),
            ((Some(99), Some(24), None, None), None),
            ((None, None, nearly, Some(250)), None),
            ((Some(-1), None, None, None), None),
            ((None, None, None, Some(5)), None),
            ((Some(0), Some(0), None, None), Some(([0, 0], [0, 0]))),
            ((Some(0), None, None, Some(0)), Some(([0, MAX], [0, 0]))),
            ((Some(24), Some(24), None, Some(24)), Some(([24, 24], [24, 24]))),
            ((None, None, Some("lots"), None), None),
        ];
        for ((min, max, words, best), expected) in table {
            let expected = expected.map(|(hard, soft)| Bounds { hard: set(hard), soft: set(soft) });
            assert_eq!(bounded(min, max, words, best).ok(), expected, "{min:?} {max:?} {words:?} {best:?}");
        }
        assert!(bounded(Some(99), Some(24), None, None).unwrap_err().out_of_order);
        let strict = Quantifiers::new(Preset::Strict);
        let best = BoundsWritten { best: Some(198), ..BoundsWritten::default() };
        let best = super::bounded(best, nearly, count::reader(&strict)).unwrap().figure.bounds;
        assert_eq!(best, Bounds::exactly(Runs::between(160, 200)));
    }

    #[test]
    fn bounds_are_in_grains() {
        let quantifiers = Quantifiers::default();
        let min = Measure::Amount.of_toml("8.5").unwrap();
        let ends = BoundsWritten { min: Some(min), max: None, best: Some(9 * GRAIN) };
        let unit = Unit::new("km");
        let read = bounded(ends, Some("about 10 km"), amount::reader(Some(&unit), &quantifiers));
        let read = read.unwrap().figure.bounds;
        assert_eq!(read.hard, Runs::between(min, 12 * GRAIN));
        assert_eq!(read.soft, Runs::one(9 * GRAIN));
    }
}
