//! The units that are known by name: currencies, shares, and those of length, area and mass that convert exactly.

use super::ratio::Ratio;

/// What a unit measures. Units of one dimension convert into each other; currencies never do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    /// A currency, by its ISO 4217 code in lower case.
    Money(&'static str),
    /// Hundredths of all there is.
    Share,
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In grams.
    Mass,
    /// In a unit of the SI, by its symbol.
    Si(&'static str),
}

/// A unit that is no multiple of ten of an SI unit.
pub(super) struct KnownUnit {
    pub(super) dimension: Dimension,
    /// What it is of its dimension's own unit, at least and at most.
    pub(super) size: [Ratio; 2],
    /// In lower case, their tokens parted by spaces.
    pub(super) names: &'static [&'static str],
}

/// Currencies by their code, with their names in lower case, the tokens of which are parted by spaces. A name that
/// several currencies share is each one's own.
pub(super) const MONEY: [(&str, &[&str]); 23] = [
    (
        "usd",
        &[
            "usd",
            "$",
            "us $",
            "u . s . $",
            "dollar",
            "dollars",
            "us dollar",
            "us dollars",
            "u . s . dollar",
            "u . s . dollars",
            "american dollars",
        ],
    ),
    ("eur", &["eur", "€", "euro", "euros"]),
    ("gbp", &["gbp", "£", "pound", "pounds", "pounds sterling", "british pounds", "sterling"]),
    ("jpy", &["jpy", "¥", "yen"]),
    ("cny", &["cny", "rmb", "¥", "yuan", "renminbi"]),
    ("inr", &["inr", "₹", "rs", "rupee", "rupees", "indian rupees"]),
    ("rub", &["rub", "₽", "ruble", "rubles", "rouble", "roubles"]),
    ("uah", &["uah", "₴", "hryvnia", "hryvnias"]),
    ("ils", &["ils", "nis", "₪", "shekel", "shekels"]),
    ("try", &["try", "₺", "lira", "liras", "turkish lira"]),
    ("irr", &["irr", "rial", "rials", "iranian rials"]),
    ("iqd", &["iqd", "dinar", "dinars", "iraqi dinars"]),
    ("chf", &["chf", "franc", "francs", "swiss francs"]),
    ("krw", &["krw", "₩", "south korean won"]),
    ("ngn", &["ngn", "₦", "naira"]),
    (
        "cad",
        &["cad", "$", "c $", "ca $", "can $", "dollar", "dollars", "canadian dollar", "canadian dollars"],
    ),
    ("aud", &["aud", "$", "a $", "au $", "dollar", "dollars", "australian dollar", "australian dollars"]),
    ("nzd", &["nzd", "$", "nz $", "dollar", "dollars", "new zealand dollars"]),
    ("hkd", &["hkd", "$", "hk $", "dollar", "dollars", "hong kong dollars"]),
    ("sgd", &["sgd", "$", "s $", "dollar", "dollars", "singapore dollars"]),
    ("brl", &["brl", "r $", "reais"]),
    ("mxn", &["mxn", "$", "mex $", "peso", "pesos", "mexican pesos"]),
    ("zar", &["zar", "rand"]),
];

/// The hundredths of some currencies.
pub(super) const HUNDREDTHS: [(&[&str], &[&str]); 2] = [
    (&["gbp"], &["p", "pence", "penny"]),
    (&["usd", "eur", "cad", "aud", "nzd", "hkd", "sgd", "zar"], &["c", "¢", "cent", "cents"]),
];

/// All others.
pub(super) const KNOWN: [KnownUnit; 9] = [
    known(Dimension::Share, 1, 1, &["%", "percent", "per cent", "pct"]),
    known(Dimension::Length, 1_609_344, 1_000, &["mi", "mile", "miles"]),
    known(Dimension::Length, 3_048, 10_000, &["ft", "foot", "feet"]),
    known(
        Dimension::Area,
        1,
        1,
        &["m 2", "m²", "sq m", "sq . m", "square metre", "square metres", "square meter", "square meters"],
    ),
    known(
        Dimension::Area,
        1_000_000,
        1,
        &[
            "km 2",
            "km²",
            "sq km",
            "sq . km",
            "square km",
            "square kilometre",
            "square kilometres",
            "square kilometer",
            "square kilometers",
        ],
    ),
    known(Dimension::Area, 10_000, 1, &["ha", "hectare", "hectares"]),
    known(Dimension::Area, 40_468_564_224, 10_000_000, &["acre", "acres"]),
    known(
        Dimension::Area,
        2_589_988_110_336,
        1_000_000,
        &[
            "sq mi",
            "sq . mi",
            "sq . mi .",
            "mi 2",
            "mi²",
            "sq mile",
            "sq miles",
            "square mile",
            "square miles",
        ],
    ),
    known(Dimension::Mass, 45_359_237, 100_000, &["lb", "lbs", "pound", "pounds"]),
];

/// What is called a ton is a short one, a metric one or a long one.
pub(super) const TON: KnownUnit = KnownUnit {
    dimension: Dimension::Mass,
    size: [Ratio::new(907_000, 1), Ratio::new(1_017_000, 1)],
    names: &["ton", "tons"],
};

/// A ton that is a tonne.
pub(super) const METRIC_TON: KnownUnit =
    known(Dimension::Mass, 1_000_000, 1, &["metric ton", "metric tons", "metric tonne", "metric tonnes"]);

const fn known(dimension: Dimension, over: i128, under: i128, names: &'static [&'static str]) -> KnownUnit {
    let size = Ratio::new(over, under);
    KnownUnit { dimension, size: [size, size], names }
}
