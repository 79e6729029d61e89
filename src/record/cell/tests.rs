//! Cells say what TOML said, and no spreadsheet runs them.

use proptest::prelude::*;

use super::*;
use crate::load::keys::{ClaimKey, TableKey};
use crate::text::FORMULA;
use crate::value::types::Key;

fn column(name: &str) -> RowKey {
    RowKey::named(name).expect("it is a column")
}

fn raw(toml: &str) -> Raw {
    toml_value(toml).expect("it is a value")
}

#[test]
fn cells_are_written_as_people_would_and_read_back() {
    for (name, toml, cell) in [
        ("value", "3", "3"),
        ("value", "\"3\"", "\"3\""),
        ("value", "8.50", "8.50"),
        ("value", "false", "false"),
        ("value", "\"FALSE\"", "\"FALSE\""),
        ("value", "\"over 150\"", "over 150"),
        ("value", "\"a; b\"", "a; b"),
        ("value", "{ min = 24, max = 99 }", "{ min = 24, max = 99 }"),
        ("value", "[\"drone\", \"rocket\"]", "[\"drone\", \"rocket\"]"),
        ("value", "\"[sic]\"", "[sic]"),
        ("value", "\"[1]\"", "\"[1]\""),
        ("value", "123456789012345678901234567890", "123456789012345678901234567890"),
        ("value", "\"2024-01-28\"", "2024-01-28"),
        ("value", "\"\"", "\"\""),
        ("value", "-5", "'-5"),
        ("quote", "\"3\"", "3"),
        ("quote", "'\"It held\"'", "\"It held\""),
        ("quote", "'\"a\\b\"'", "\"\\\"a\\\\b\\\"\""),
        ("quote", "\"=1+1\"", "'=1+1"),
        ("quote", "\"'=1\"", "''=1"),
        ("quote", "\"'tis\"", "'tis"),
        ("quote", "\"a\\nb\"", "\"a\\nb\""),
        ("quote", "\"##[error]\"", "\"#\\u0023[error]\""),
        ("quote", "\"a\\u202Eb\"", "\"a\\U0000202Eb\""),
        ("prefix", "\"\"", "\"\""),
        ("said-by", "\"mayor\"", "mayor"),
        ("said-by", "[\"mayor\"]", "[\"mayor\"]"),
        ("said-by", "[\"mayor\", \"town\"]", "mayor; town"),
        ("corrects", "[\"a#b\"]", "a#b"),
        ("corrects", "[]", "[]"),
        ("corrects", "[\"a;b\"]", "[\"a;b\"]"),
        ("credibility", "2", "2"),
        ("scope.place", "\"iraq\"", "iraq"),
    ] {
        let column = column(name);
        assert_eq!(write(column, &raw(toml)), cell, "{name} = {toml}");
        assert_eq!(read(column, cell), Some(raw(toml)), "{name}: {cell}");
    }
}

#[test]
fn a_quotation_mark_at_the_end_of_a_line_is_not_taken_for_the_end_of_the_text() {
    let spaced = Raw::of_words(" \" ");
    let cell = on_a_line(column("prefix"), &spaced);
    assert_eq!(cell, r#""\U00000020\"\U00000020""#);
    assert_eq!(read(column("prefix"), &cell), Some(spaced));
}

#[test]
fn what_a_person_types_is_read() {
    for (name, cell, toml) in [
        ("value", "TRUE", "true"),
        ("value", "0x1F", "31"),
        ("value", "007", "\"007\""),
        ("value", "3 people", "\"3 people\""),
        ("said-by", " mayor ;town; ", "[\"mayor\", \"town\"]"),
        ("corrects", "a#b;c#d", "[\"a#b\", \"c#d\"]"),
        ("value", "{ min = 24", "\"{ min = 24\""),
        ("value", "1\nother = 2", "\"1\\nother = 2\""),
    ] {
        assert_eq!(read(column(name), cell), Some(raw(toml)), "{name}: {cell}");
    }
    assert_eq!(read(column("value"), ""), None);
}

#[test]
fn every_key_of_a_claim_has_a_column_and_a_table_one_for_each_of_its_keys() {
    let names: Vec<String> = RowKey::all().map(RowKey::name).collect();
    let plain = ClaimKey::NAMES.iter().filter(|name| **name != "scope");
    assert!(plain.into_iter().all(|name| names.iter().any(|it| it == name)), "{names:?}");
    for within in ["population", "place", "period", "basis"] {
        assert!(names.contains(&format!("scope.{within}")), "{names:?}");
    }
    assert!(!names.contains(&"scope".to_owned()));
    assert_eq!(names.len(), ClaimKey::TABLE.keys.len() + 3);
}

/// Texts of what makes cells hard to write.
fn hard_text() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::string::string_regex("['=+@#\t\r\n\"\\\\;,\\[{ }\\]a1.-]{0,8}").expect("it is a pattern"),
        any::<String>(),
        Just("true".to_owned()),
        proptest::string::string_regex("[-+]?[0-9]{1,4}([.:-][0-9]{1,2})?").expect("it is a pattern"),
    ]
}

fn any_raw() -> impl Strategy<Value = Raw> {
    let digits = || proptest::string::string_regex("0|-?[1-9][0-9]{0,25}").expect("it is a pattern");
    let leaf = prop_oneof![
        4 => hard_text().prop_map(Form::Text),
        1 => digits().prop_map(Form::Integer),
        1 => digits().prop_map(|digits| Form::Decimal(digits + ".50")),
        1 => any::<bool>().prop_map(Form::Truth),
    ];
    leaf.prop_map(Raw::from).prop_recursive(2, 8, 3, |inner| {
        let list = proptest::collection::vec(inner.clone(), 0..3).prop_map(Form::List);
        let table = proptest::collection::btree_map(hard_text(), inner, 0..3).prop_map(|entries| {
            let entry = |(name, raw)| (Key { name, at: 0..0 }, raw);
            Form::Table(entries.into_iter().map(entry).collect())
        });
        prop_oneof![list, table].prop_map(Raw::from)
    })
}

proptest! {
    #[test]
    fn an_apostrophe_comes_off_exactly_where_one_was_put(cell in hard_text()) {
        let shown = inert(&cell);
        prop_assert_eq!(active(&shown), cell.as_str());
    }

    #[test]
    fn no_cell_begins_as_a_formula(value in any_raw()) {
        for column in RowKey::all() {
            let cell = write(column, &value);
            prop_assert!(!cell.starts_with(FORMULA), "{}: {cell:?}", column.name());
            prop_assert!(!cell.chars().any(|c| steers(c) || c == '\n'), "{}: {cell:?}", column.name());
            prop_assert!(!cell.contains("##["), "{}: {cell:?}", column.name());
        }
    }

    #[test]
    fn what_stands_on_a_line_is_read_back_though_its_ends_are_taken_away(
        value in any_raw(),
        space in proptest::string::string_regex("[ \u{a0}]{0,2}").expect("it is a pattern"),
    ) {
        let value = match value.form {
            Form::Text(words) => Raw::of_words(&format!("{space}{words}{space}")),
            form => Raw::from(form),
        };
        for column in RowKey::all() {
            let cell = on_a_line(column, &value);
            prop_assert!(!cell.chars().any(|c| steers(c) || c == '\n'), "{}: {cell:?}", column.name());
            prop_assert_eq!(read(column, cell.trim()), read(column, &write(column, &value)), "{}: {:?}", column.name(), cell);
        }
    }

    #[test]
    fn any_value_is_read_back_as_it_was_written(value in any_raw()) {
        let column = column("value");
        prop_assert_eq!(read(column, &write(column, &value)), Some(value));
    }

    #[test]
    fn any_words_are_read_back_as_they_were_written(words in hard_text()) {
        for name in ["quote", "source", "as-of", "said-by"] {
            let column = column(name);
            let value = Raw::from(Form::Text(words.clone()));
            prop_assert_eq!(read(column, &write(column, &value)), Some(value), "{}", name);
        }
    }

    #[test]
    fn any_list_is_read_back_as_it_was_written(words in proptest::collection::vec(hard_text(), 0..4)) {
        for name in ["corrects", "via"] {
            let column = column(name);
            let value = Raw::from(Form::List(words.iter().cloned().map(|it| Raw::from(Form::Text(it))).collect()));
            prop_assert_eq!(read(column, &write(column, &value)), Some(value), "{}", name);
        }
    }
}
