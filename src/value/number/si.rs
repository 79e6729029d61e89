//! Units with the prefixes of the SI, by symbol and by name: `MW`, `kWh`, `kilometres`, `tonnes`.

use super::ratio::Ratio;
use super::tokens::{Make, Token};
use super::units::Dimension;

/// A unit that takes prefixes.
struct Base {
    dimension: Dimension,
    symbol: &'static str,
    /// In the singular.
    names: &'static [&'static str],
    /// What power of ten of its dimension's own unit it is.
    power: i32,
    prefixes: Prefixes,
}

/// Which prefixes a unit takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefixes {
    All,
    /// From kilo up: nobody says millitonnes.
    Large,
}

/// Symbol, name, power of ten.
const PREFIXES: [(&str, &str, i32); 12] = [
    ("n", "nano", -9),
    ("µ", "micro", -6),
    ("μ", "micro", -6),
    ("m", "milli", -3),
    ("c", "centi", -2),
    ("d", "deci", -1),
    ("h", "hecto", 2),
    ("k", "kilo", 3),
    ("M", "mega", 6),
    ("G", "giga", 9),
    ("T", "tera", 12),
    ("P", "peta", 15),
];

const BASES: [Base; 14] = [
    base(Dimension::Length, "m", &["metre", "meter"]),
    base(Dimension::Mass, "g", &["gram", "gramme"]),
    Base { power: 6, prefixes: Prefixes::Large, ..base(Dimension::Mass, "t", &["tonne"]) },
    base(Dimension::Si("W"), "W", &["watt"]),
    base(Dimension::Si("Wh"), "Wh", &[]),
    base(Dimension::Si("J"), "J", &["joule"]),
    base(Dimension::Si("V"), "V", &["volt"]),
    base(Dimension::Si("A"), "A", &["ampere", "amp"]),
    base(Dimension::Si("Hz"), "Hz", &["hertz"]),
    base(Dimension::Si("Pa"), "Pa", &["pascal"]),
    base(Dimension::Si("N"), "N", &["newton"]),
    base(Dimension::Si("l"), "l", &["litre", "liter"]),
    base(Dimension::Si("Bq"), "Bq", &["becquerel"]),
    base(Dimension::Si("Sv"), "Sv", &["sievert"]),
];

const fn base(dimension: Dimension, symbol: &'static str, names: &'static [&'static str]) -> Base {
    Base { dimension, symbol, names, power: 0, prefixes: Prefixes::All }
}

/// The units that a token names, each with what it is of its dimension's own unit and where it ends; symbols keep their
/// case, but for the `k`, which nothing else begins with.
pub(super) fn prefixed(tokens: &[Token], at: usize) -> impl Iterator<Item = (Dimension, Ratio, usize)> {
    let token = tokens.get(at).filter(|token| token.make == Make::Word);
    let hours = token.and_then(|_| behind_hours(tokens, at + 1));
    BASES.iter().filter_map(move |base| {
        let token = token?;
        let by_symbol = by_symbol(base, token.written).or_else(|| by_kilo(base, token));
        let found =
            by_symbol.or_else(|| by_name(base, &token.text)).map(|power| (base.dimension, power, at + 1));
        let (dimension, power, end) = match (found, hours) {
            // "megawatt-hours".
            (Some((Dimension::Si("W"), power, _)), Some(end)) => (Dimension::Si("Wh"), power, end),
            (found, _) => found?,
        };
        Some((dimension, of_ten(power + base.power), end))
    })
}

fn by_symbol(base: &Base, written: &str) -> Option<i32> {
    let prefix = match written.strip_suffix(base.symbol) {
        Some(prefix) => prefix,
        None if base.symbol == "l" => written.strip_suffix('L')?,
        None => return None,
    };
    power(base, |(symbol, _, _)| *symbol == prefix, prefix)
}

fn by_kilo(base: &Base, token: &Token) -> Option<i32> {
    let rest = token.text.strip_prefix('k')?;
    base.symbol.eq_ignore_ascii_case(rest).then_some(3)
}

fn by_name(base: &Base, name: &str) -> Option<i32> {
    let singular = name.strip_suffix('s').unwrap_or(name);
    let stem = |name: &str| base.names.iter().find_map(|base| name.strip_suffix(base).map(str::to_owned));
    let prefix = stem(name).or_else(|| stem(singular))?;
    power(base, |(_, name, _)| *name == prefix, &prefix)
}

fn power(base: &Base, is_meant: impl Fn(&(&str, &str, i32)) -> bool, prefix: &str) -> Option<i32> {
    if prefix.is_empty() {
        return Some(0);
    }
    let (_, _, power) = PREFIXES.iter().find(|prefix| is_meant(prefix))?;
    (base.prefixes == Prefixes::All || *power >= 3).then_some(*power)
}

/// The token behind `-hours` or `hours`.
fn behind_hours(tokens: &[Token], at: usize) -> Option<usize> {
    let at = if tokens.get(at)?.is_dash() { at + 1 } else { at };
    matches!(&*tokens.get(at)?.text, "hour" | "hours").then_some(at + 1)
}

fn of_ten(power: i32) -> Ratio {
    let factor = 10_i128.pow(power.unsigned_abs());
    if power < 0 { Ratio::new(1, factor) } else { Ratio::new(factor, 1) }
}
