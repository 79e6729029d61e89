//! What holds of every count and amount: units, sums and relative figures against reckoning with plain fractions.

use proptest::prelude::*;

use super::context::Nobody;
use super::count;
use super::raw::{Form, Key, Raw, ValueKey};
use super::{Context, Kind};
use crate::value::number::{GRAIN, Measure};
use crate::value::quantity::{Certainty, Quantifiers};
use crate::value::shape::{Bounds, Run, Runs};

fn raw(form: Form) -> Raw {
    Raw { form, at: 0..1 }
}

fn text(words: &str) -> Raw {
    raw(Form::Text(words.to_owned()))
}

fn table<const N: usize>(entries: [(ValueKey, Raw); N]) -> Raw {
    let key = |key: ValueKey| Key { name: key.name().to_owned(), at: 0..1 };
    raw(Form::Table(entries.into_iter().map(|(name, value)| (key(name), value)).collect()))
}

fn read(kind: &Kind, value: &Raw, other: Option<&Bounds>) -> Option<Bounds> {
    let quantifiers = Quantifiers::default();
    let context = Context {
        quantifiers: &quantifiers,
        names: &Nobody,
        zone: None,
        certainty: Certainty::Stated,
        other,
    };
    kind.read(value, &context).ok()?.shape.numbers().cloned()
}

fn amount(unit: &str, words: &str) -> Option<Bounds> {
    read(&Kind::Amount { unit: Some(unit.to_owned()) }, &text(words), None)
}

/// A number as people write it, and what may stand before it.
fn phrase() -> impl Strategy<Value = (String, String)> {
    let before = prop::sample::select(vec![
        "",
        "about ",
        "nearly ",
        "more than ",
        "at least ",
        "up to ",
        "under ",
        "topped ",
    ]);
    let digits = prop_oneof![
        (1..5000_i128).prop_map(|n| n.to_string()),
        (1..500_i128).prop_map(|n| format!("{n}00")),
        (1..99_i128, 0..99_i128).prop_map(|(n, d)| format!("{n}.{d}"))
    ];
    (before.prop_map(str::to_owned), digits)
}

/// The sets of a bare number that its own row reads as exact, in the unit that it was said in.
fn rounded(words: &str, bounds: &Bounds) -> Option<Bounds> {
    let n = words.parse::<i128>().ok()?;
    if bounds.hard != Runs::one(n * GRAIN) {
        return Some(Bounds::exactly(bounds.hard.clone()));
    }
    let mut place = 1;
    while n % (place * 10) == 0 {
        place *= 10;
    }
    let half = (place * GRAIN / 2).min(n * GRAIN / 10);
    Some(Bounds::exactly(Runs::between(n * GRAIN - half, n * GRAIN + half - 1)))
}

/// A set with each end times a fraction, to the nearest ten grains; an end that is left out stays so.
fn times(set: &Runs, over: i128, under: i128) -> Runs {
    let end = |end: i128| {
        let beside = match end.rem_euclid(10) {
            1 => 1,
            9 => -1,
            _ => 0,
        };
        let (whole, ten) = ((end - beside) * over, 10 * under);
        (2 * whole + ten).div_euclid(2 * ten) * 10 + beside
    };
    Runs::of(set.runs().iter().map(|run| Run::new(run.low.map(end), run.high.map(end))))
}

proptest! {
    #[test]
    fn to_read_in_another_unit_is_to_read_and_then_to_convert((before, digits) in phrase()) {
        for (said, unit, name, over, under) in
            [("mi", "km", "miles", 1_609_344, 1_000_000), ("kg", "lb", "kg", 100_000_000, 45_359_237), ("p", "GBP", "pence", 1, 100)]
        {
            let words = format!("{before}{digits} {name}");
            let there = amount(said, &words).unwrap();
            let there = if before.is_empty() { rounded(&digits, &there).unwrap_or_else(|| Bounds::exactly(there.hard.clone())) } else { there };
            let here = amount(unit, &words).unwrap();
            prop_assert_eq!(here.hard, times(&there.hard, over, under), "{} in {}", &words, unit);
            prop_assert_eq!(here.soft, times(&there.soft, over, under), "{} in {}", &words, unit);
        }
    }

    #[test]
    fn a_sum_adds_the_ends_of_its_pieces(pieces in prop::collection::vec(phrase(), 1..5)) {
        for kind in [Kind::Count, Kind::Amount { unit: None }] {
            let words: Vec<String> = pieces.iter().map(|(before, digits)| format!("{before}{digits}")).collect();
            let read_all: Option<Vec<Bounds>> = words.iter().map(|words| read(&kind, &text(words), None)).collect();
            let list = raw(Form::List(words.iter().map(|words| text(words)).collect()));
            let sum = read(&kind, &table([(ValueKey::Sum, list)]), None);
            prop_assert_eq!(sum.is_some(), read_all.is_some());
            let (Some(sum), Some(all)) = (sum, read_all) else { continue };
            let measure = kind.measure();
            let add = |side: fn(&Bounds) -> &Runs| all.iter().fold(Runs::one(0), |total, piece| measure.sum(&total, side(piece)));
            prop_assert_eq!(sum.hard, add(|piece| &piece.hard));
            prop_assert_eq!(sum.soft, add(|piece| &piece.soft));
        }
    }

    #[test]
    fn a_relative_count_is_reckoned_with_fractions(low in 0..3000_i128, wide in 0..500_i128, over in 1..9_i128, by in 0..90_i128) {
        let other = Bounds { hard: Runs::between(low, low + wide), soft: Runs::one(low + wide / 2) };
        let relative = |way: ValueKey, key: ValueKey, value: &str| {
            read(&Kind::Count, &table([(way, text("a#b")), (key, text(value))]), Some(&other))
        };
        let name = ["third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"][over as usize % 8];
        let of = over % 8 + 3;
        let ceil = |n: i128, under: i128| (n + under - 1) / under;
        let more = relative(ValueKey::HigherThan, ValueKey::By, &format!("a {name}")).unwrap();
        prop_assert_eq!(more.hard, Runs::between(low * (10 * of + 9) / (10 * of), ceil((low + wide) * (10 * of + 11), 10 * of)));
        let part = relative(ValueKey::LowerThan, ValueKey::Times, &format!("a {name}")).unwrap();
        prop_assert_eq!(part.hard, Runs::between(low * 9 / (10 * of), ceil((low + wide) * 11, 10 * of)));
        let less = relative(ValueKey::LowerThan, ValueKey::By, &by.to_string());
        let left = Runs::between((low - by).max(0), low + wide - by);
        prop_assert_eq!(less.map(|less| less.hard), Some(left).filter(|left| !left.is_empty()));
        let many = relative(ValueKey::HigherThan, ValueKey::Times, &format!("{} times", over + 1)).unwrap();
        prop_assert_eq!(many.hard, Runs::between(low * (over + 1), (low + wide) * (over + 1)));
        prop_assert!(many.soft.within(&Runs::from(0)) && count::reader(&Quantifiers::default()).measure == Measure::Count);
    }
}
