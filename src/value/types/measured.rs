//! Reading a count or an amount as written: a number, words, or bounds.

use super::denied::Floor;
use super::raw::{Form, Key, Raw, ValueKey};
use super::refusal::Refusal;
use crate::value::number::grouped;
use crate::value::quantity::QuantityReader;
use crate::value::shape::{Bounds, Runs};
use crate::value::unreadable::Unreadable;

/// The numbers that bound a value, in those of its measure.
#[derive(Clone, Copy, Debug, Default)]
struct BoundsWritten {
    min: Option<i128>,
    max: Option<i128>,
    best: Option<i128>,
}

/// The sets of a count or an amount, and what a denial of it leaves.
///
/// # Errors
/// A form that says no number, words that are not read, and bounds that allow nothing.
pub(super) fn read(raw: &Raw, reader: QuantityReader) -> Result<(Bounds, Floor), Refusal> {
    match &raw.form {
        Form::Integer(_) | Form::Decimal(_) => {
            Ok((Bounds::exactly(Runs::one(number(raw, reader)?)), Floor::No))
        }
        Form::Text(words) => {
            let read = reader.read(words).map_err(|why| Refusal::of(why, raw))?;
            Ok((read.bounds, floor(words, reader)))
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

fn read_table(raw: &Raw, entries: &[(Key, Raw)], reader: QuantityReader) -> Result<(Bounds, Floor), Refusal> {
    let (mut ends, mut words) = (BoundsWritten::default(), None);
    for (key, value) in entries {
        match (ValueKey::named(&key.name), &value.form) {
            (Some(ValueKey::Min), _) => ends.min = Some(number(value, reader)?),
            (Some(ValueKey::Max), _) => ends.max = Some(number(value, reader)?),
            (Some(ValueKey::Best), _) => ends.best = Some(number(value, reader)?),
            (Some(ValueKey::Words), Form::Text(text)) => words = Some(text.as_str()),
            _ => {
                let message = format!("`{}` is no bound of a value", key.name);
                let why = Unreadable::new(message).help("expected `min`, `max`, `best` or `words`");
                return Err(Refusal::Unreadable(why, key.at.clone()));
            }
        }
    }
    let bounds = bounded(ends, words, reader).map_err(|why| Refusal::of(why, raw))?;
    let floor = match words.filter(|_| ends.min.is_none() && ends.max.is_none()) {
        Some(words) => floor(words, reader),
        None => Floor::No,
    };
    Ok((bounds, floor))
}

fn number(raw: &Raw, reader: QuantityReader) -> Result<i128, Refusal> {
    match &raw.form {
        Form::Integer(text) | Form::Decimal(text) => {
            reader.measure.of_toml(text).map_err(|why| Refusal::of(why, raw))
        }
        _ => Err(Refusal::unreadable(format!("expected a number here, found {}", raw.described()), raw)),
    }
}

fn floor(words: &str, reader: QuantityReader) -> Floor {
    if reader.quantifiers.is_floor(words) { Floor::Yes } else { Floor::No }
}

/// A count or an amount from its bounds, the source's words and a best figure. `min` and `max` replace the words' hard
/// bounds; `best` makes the soft set that one number.
///
/// # Errors
/// Words that are not read, bounds out of order or below zero, a best figure outside them, and no bound at all.
fn bounded(ends: BoundsWritten, words: Option<&str>, reader: QuantityReader) -> Result<Bounds, Unreadable> {
    let words = words.map(|words| reader.read(words)).transpose()?.map(|quantity| quantity.bounds);
    let (BoundsWritten { min, max, best }, measure) = (ends, reader.measure);
    if min.is_none() && max.is_none() && words.is_none() {
        return Err(Unreadable::new("there are no bounds").help("expected `words`, `min` or `max`"));
    }
    let shown = |number: i128| grouped(&measure.plain(number));
    if let Some(below) = [min, max, best].into_iter().flatten().find(|number| *number < 0) {
        return Err(measure.negative(&shown(below)));
    }
    let words = words.unwrap_or_else(|| Bounds::exactly(Runs::from(0)));
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
    Ok(Bounds { hard, soft })
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
            ((None, None, Some("lots"), None), None),
        ];
        for ((min, max, words, best), expected) in table {
            let expected = expected.map(|(hard, soft)| Bounds { hard: set(hard), soft: set(soft) });
            assert_eq!(bounded(min, max, words, best).ok(), expected, "{min:?} {max:?} {words:?} {best:?}");
        }
        assert!(bounded(Some(99), Some(24), None, None).unwrap_err().out_of_order);
        let strict = Quantifiers::new(Preset::Strict);
        let best = BoundsWritten { best: Some(198), ..BoundsWritten::default() };
        let best = super::bounded(best, nearly, count::reader(&strict)).unwrap();
        assert_eq!(best, Bounds::exactly(Runs::between(160, 200)));
    }

    #[test]
    fn bounds_are_in_grains() {
        let quantifiers = Quantifiers::default();
        let min = Measure::Amount.of_toml("8.5").unwrap();
        let ends = BoundsWritten { min: Some(min), max: None, best: Some(9 * GRAIN) };
        let unit = Unit::new("km");
        let read = bounded(ends, Some("about 10 km"), amount::reader(Some(&unit), &quantifiers)).unwrap();
        assert_eq!(read.hard, Runs::between(min, 12 * GRAIN));
        assert_eq!(read.soft, Runs::one(9 * GRAIN));
    }
}
