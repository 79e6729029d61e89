//! What the readers of English, and those who put other languages into English, ask its table for.

use std::sync::LazyLock;

use super::files::{number_of, table};
use super::table::{Scale, Table, first_form, forms};
use super::words::Words;

/// The table of the language that all others are put into.
pub(crate) fn english() -> &'static Table {
    static ENGLISH: LazyLock<&Table> = LazyLock::new(|| match number_of("en") {
        Some(number) => table(number),
        None => unreachable!("the tests read the English table"),
    });
    *ENGLISH
}

/// What a word alone says as a number: `three`, `twenty`; articles apart.
pub(crate) fn number_words() -> &'static Words<i128> {
    static NUMBERS: LazyLock<Words<i128>> = LazyLock::new(|| {
        let numbers = english().numbers.iter().filter(|number| !number.article);
        numbers.flat_map(|number| forms(&number.forms).map(|form| (form, number.is))).collect()
    });
    &NUMBERS
}

/// The word for a number; `None` where it takes several.
pub(crate) fn name_of(number: i128) -> Option<&'static str> {
    let mut numbers = english().numbers.iter().filter(|number| !number.article);
    numbers.find(|known| known.is == number).map(|known| first_form(&known.forms))
}

/// The scale that multiplies by so many.
pub(crate) fn scale(is: i128) -> Option<&'static Scale> {
    english().scales.iter().find(|scale| scale.is == is)
}

/// The scales each of which is a thousand times the one before: thousand, million.
pub(crate) fn thousands() -> impl Iterator<Item = &'static Scale> {
    let powers = std::iter::successors(Some(1000_i128), |power| power.checked_mul(1000));
    powers.map_while(scale)
}
