//! The unit of an amount: its own signs and words, and those of the currencies that it is not.

use super::tokens::{Token, begins, tokens};

/// A question's unit.
#[derive(Clone, Debug)]
pub(crate) struct Unit<'u> {
    /// As the question has it.
    pub(crate) written: &'u str,
    names: UnitNames,
}

#[derive(Clone, Debug)]
enum UnitNames {
    /// One that the table knows.
    Known(&'static [&'static str]),
    /// The unit's own words, as [`tokens`] gives them.
    Own(Vec<String>),
}

/// Units with several names, by their ISO 4217 code where they are currencies. Names are in lower case, and their
/// tokens are parted by spaces. A name that several units share is each one's own.
const KNOWN: [(&str, &[&str]); 24] = [
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
    ("%", &["%", "percent", "per cent", "pct"]),
];

/// How many tokens the longest name of a known unit has.
pub(crate) const LONGEST_UNIT: usize = 5;

impl<'u> Unit<'u> {
    pub(crate) fn new(written: &'u str) -> Self {
        let own: Vec<String> = tokens(written).into_iter().map(|token| token.text.into_owned()).collect();
        let name = own.join(" ");
        let by_code = KNOWN.iter().find(|(code, _)| *code == name);
        let known = by_code.or_else(|| KNOWN.iter().find(|(_, names)| names.contains(&name.as_str())));
        let names = known.map_or(UnitNames::Own(own), |(_, names)| UnitNames::Known(names));
        Unit { written, names }
    }

    /// The token behind the unit, where one of its names stands at `at`.
    pub(crate) fn end(&self, tokens: &[Token], at: usize) -> Option<usize> {
        match &self.names {
            UnitNames::Known(names) => longest(names, tokens, at),
            UnitNames::Own(own) => {
                let (last, first) = own.split_last()?;
                let end = begins(tokens, at, first.iter().map(String::as_str))?;
                is_one_noun(&tokens.get(end)?.text, last).then_some(end + 1)
            }
        }
    }

    /// The unit, where it is a single word, and so could be a letter that otherwise scales a number.
    pub(crate) fn letter(&self) -> Option<&str> {
        match &self.names {
            UnitNames::Own(own) if own.len() == 1 => own.first().map(String::as_str),
            _ => None,
        }
    }
}

/// The token behind the longest name of any known unit at `at`.
pub(crate) fn currency(tokens: &[Token], at: usize) -> Option<usize> {
    KNOWN.iter().filter_map(|(_, names)| longest(names, tokens, at)).max()
}

fn longest(names: &[&str], tokens: &[Token], at: usize) -> Option<usize> {
    names.iter().filter_map(|name| begins(tokens, at, name.split(' '))).max()
}

/// Whether two words are one noun, in the singular or the plural.
fn is_one_noun(one: &str, other: &str) -> bool {
    let plural = |one: &str, other: &str| {
        other.strip_prefix(one).is_some_and(|ending| matches!(ending, "s" | "es"))
            || (one, other) == ("foot", "feet")
    };
    one == other || plural(one, other) || plural(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(unit: &str, text: &str) -> bool {
        let tokens = tokens(text);
        Unit::new(unit).end(&tokens, 0) == Some(tokens.len())
    }

    #[test]
    fn a_currency_has_its_sign_its_code_and_its_words() {
        for text in ["$", "US$", "US $", "USD", "dollars", "U.S. dollars", "US dollar"] {
            assert!(whole("USD", text), "{text}");
            assert!(whole("dollars", text), "{text}");
        }
        for text in ["€", "EUR", "Canadian dollars", "C$"] {
            assert!(!whole("USD", text), "{text}");
            assert!(currency(&tokens(text), 0).is_some(), "{text}");
        }
        assert!(whole("CAD", "C$") && whole("CAD", "$") && whole("£", "pounds"));
    }

    #[test]
    fn other_units_are_their_own_word_in_either_number() {
        assert!(whole("tonnes", "tonne") && whole("tonne", "Tonnes") && whole("feet", "foot"));
        assert!(whole("square kilometres", "square kilometre") && whole("km", "KM"));
        assert!(!whole("km", "miles") && !whole("km", "k") && !whole("", "km"));
        assert_eq!(Unit::new("m").letter(), Some("m"));
        assert_eq!(Unit::new("USD").letter(), None);
    }

    #[test]
    fn codes_are_not_taken_for_other_units_names() {
        for (code, names) in KNOWN {
            assert!(whole(code, code), "{code}");
            let lengths = names.iter().map(|name| (name.split(' ').count(), tokens(name).len()));
            assert!(
                lengths.into_iter().all(|(parts, tokens)| parts == tokens && tokens <= LONGEST_UNIT),
                "{code}"
            );
        }
    }
}
