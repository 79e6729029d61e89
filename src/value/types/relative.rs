//! Reading a figure that a source gives by another: higher or lower than a claim, by so many, or so many times.

use std::cmp::Ordering;

use super::raw::{Form, Key, Raw, ValueKey, Way};
use super::refusal::Refusal;
use crate::value::number::{End, Ratio, Span, factor, part_alone, tokens};
use crate::value::quantity::{Certainty, QuantityReader, Sets, cut_at_a_hundred};
use crate::value::shape::Bounds;
use crate::value::unreadable::Unreadable;

/// By how much a figure differs from another's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// The source does not say.
    Unsaid,
    /// By so many, or so much.
    By(Bounds),
    /// By a part of it, or so many times.
    Times(Ratio),
}

/// What the words of a relative figure say of it, whatever the other is.
struct Written {
    way: Way,
    change: Difference,
}

enum Difference {
    Unsaid,
    By(Bounds),
    /// The part of the other that it is shifted by.
    Part(Ratio),
    Times(Ratio),
    /// The part of the other that it is.
    TimesPart(Ratio),
}

/// The sets of a relative figure, and by how much it differs, where the other allows these.
///
/// # Errors
/// Keys that say both ways or both changes, words of a change that are not read, and what allows nothing.
pub(super) fn figure(
    raw: &Raw,
    entries: &[(Key, Raw)],
    reader: QuantityReader,
    other: Option<&Bounds>,
) -> Result<(Bounds, Change), Refusal> {
    // A change is as the source states it, however sure it is of the whole.
    let reader = QuantityReader { certainty: Certainty::Stated, ..reader };
    let written = written(raw, entries, reader)?;
    let Some(other) = other else {
        let why = Unreadable::new("what it is compared with is not known here");
        let help = "a figure relative to another claim is read in its dossier, beside that claim";
        return Err(Refusal::of(why.help(help), raw));
    };
    let nothing = || {
        let why = Unreadable::new(format!("`{}` allows nothing", raw.words()));
        Refusal::of(why.help("nothing is left of the other, or no figure lies below it"), raw)
    };
    let too_large = || Refusal::of(reader.measure.too_large(&raw.words()), raw);
    let from = Sets::of(other, reader.measure).ok_or_else(nothing)?;
    let sets = written.sets(from, reader).ok_or_else(too_large)?.ok_or_else(nothing)?;
    let bounds = sets.bounds(reader.measure).ok_or_else(nothing)?;
    // What lies wholly above all there is has been said to be higher.
    let cut = reader.is_cut_at_a_hundred(other).then(|| cut_at_a_hundred(bounds.clone(), reader.measure));
    let mut bounds = cut.flatten().unwrap_or(bounds);
    if reader.quantifiers.is_strict() {
        bounds.soft = bounds.hard.clone();
    }
    let change = match written.change {
        Difference::Unsaid => Change::Unsaid,
        Difference::By(by) => Change::By(by),
        Difference::Part(ratio) | Difference::Times(ratio) | Difference::TimesPart(ratio) => {
            Change::Times(ratio)
        }
    };
    Ok((bounds, change))
}

fn written(raw: &Raw, entries: &[(Key, Raw)], reader: QuantityReader) -> Result<Written, Refusal> {
    let (mut ways, mut change) = (Vec::new(), Difference::Unsaid);
    for (key, value) in entries {
        let named = ValueKey::named(&key.name);
        let is_first = matches!(change, Difference::Unsaid);
        match named {
            Some(ValueKey::HigherThan) => ways.push(Way::Higher),
            Some(ValueKey::LowerThan) => ways.push(Way::Lower),
            Some(ValueKey::By | ValueKey::Times) if !is_first => {
                let why = Unreadable::new("`by` and `times` together say two things");
                return Err(Refusal::of(why.help("write the one that the source says"), raw));
            }
            Some(ValueKey::By) => change = by(value, reader)?,
            Some(ValueKey::Times) => change = times(value, raw)?,
            _ => {
                let why = Unreadable::new(format!("`{}` is nothing that a relative figure has", key.name));
                let help = "expected `higher-than` or `lower-than`, and perhaps `by` or `times`";
                return Err(Refusal::Unreadable(why.help(help), key.at.clone()));
            }
        }
    }
    match ways[..] {
        [way] => Ok(Written { way, change }),
        _ => {
            let why = Unreadable::new("it is said to be both higher and lower");
            Err(Refusal::of(why.help("write `higher-than` or `lower-than`"), raw))
        }
    }
}

/// `"106"`, `"about 100"`, `"a third"`.
fn by(raw: &Raw, reader: QuantityReader) -> Result<Difference, Refusal> {
    let read = match &raw.form {
        Form::Text(words) => match part_alone(&tokens(words)) {
            Some(part) => return Ok(Difference::Part(part)),
            None => reader.read(words),
        },
        Form::Integer(text) | Form::Decimal(text) => reader.written(text),
        _ => Err(Unreadable::new(format!("{} is no difference", raw.described()))
            .help("expected words such as `\"106\"` or `\"a third\"`")),
    };
    Ok(Difference::By(read.map_err(|why| Refusal::of(why, raw))?.bounds))
}

/// `"twice"`, `"three times"`, `"half"`.
fn times(raw: &Raw, whole: &Raw) -> Result<Difference, Refusal> {
    let help = "expected `double`, `twice`, `triple`, `three times` or a fraction such as `half`";
    let read = match &raw.form {
        Form::Text(text) | Form::Integer(text) | Form::Decimal(text) => {
            let tokens = tokens(text);
            factor(&tokens).map(|ratio| (ratio, part_alone(&tokens).is_some()))
        }
        _ => None,
    };
    let Some((ratio, is_part)) = read else {
        let why = Unreadable::new(format!("`{}` does not say how many times", raw.words())).help(help);
        return Err(Refusal::of(why, raw));
    };
    let (way, expected, made) = match whole.relative() {
        Some((Way::Lower, _)) => (Way::Lower, Ordering::Less, ["lower", "below"]),
        _ => (Way::Higher, Ordering::Greater, ["higher", "above"]),
    };
    if ratio.to_one() != expected {
        let why = Unreadable::new(format!("`{}` makes nothing {}", raw.words(), made[0]));
        let help = format!("with `{way}`, `times` is {} one", made[1]);
        return Err(Refusal::of(why.help(help), raw));
    }
    Ok(if is_part { Difference::TimesPart(ratio) } else { Difference::Times(ratio) })
}

/// A fraction in words as it is read: hard a tenth of it to each side, soft a twentieth.
fn loosely(part: Ratio) -> Option<[[Ratio; 2]; 2]> {
    let times = |over: i128, under: i128| part.times(Ratio::new(over, under));
    Some([[times(9, 10)?, times(11, 10)?], [times(19, 20)?, times(21, 20)?]])
}

impl Written {
    /// The sets, from those of the other. `None` outside where they get too large, inside where nothing is left.
    fn sets(&self, other: Sets, reader: QuantityReader) -> Option<Option<Sets>> {
        let measure = reader.measure;
        let sets = match (&self.change, self.way) {
            (Difference::Unsaid, Way::Higher) => {
                let above = |end: End| Span { low: End::open(end.at), high: None };
                let hard = above(other.hard.low);
                Sets { hard, soft: other.soft.high.map_or(hard, above) }
            }
            (Difference::Unsaid, Way::Lower) => {
                let below =
                    |end: Option<End>| Span { low: End::closed(0), high: end.map(|end| End::open(end.at)) };
                Sets { hard: below(other.hard.high), soft: below(Some(other.soft.low)) }
            }
            (Difference::By(by), way) => {
                let by = Sets::of(by, measure)?;
                match way {
                    Way::Higher => other.plus(by)?,
                    Way::Lower => other.minus(by),
                }
            }
            (Difference::Part(part), way) => {
                let shifted = |[low, high]: [Ratio; 2]| match way {
                    Way::Higher => Some([low.plus(Ratio::ONE)?, high.plus(Ratio::ONE)?]),
                    Way::Lower => Some([high.less_than_one(), low.less_than_one()]),
                };
                let [hard, soft] = loosely(*part)?;
                other.stretched([shifted(hard)?, shifted(soft)?], measure)?
            }
            (Difference::TimesPart(part), _) => other.stretched(loosely(*part)?, measure)?,
            (Difference::Times(ratio), _) => other.stretched([[*ratio; 2]; 2], measure)?,
        };
        Some(Some(sets))
    }
}
