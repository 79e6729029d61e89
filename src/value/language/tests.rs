//! Each example of each language, read as the English words beside it.

use std::sync::LazyLock;

use proptest::prelude::*;
use unicode_normalization::char::is_combining_mark;

use super::clean::Clean;
use super::english::scale_name;
use super::legible::legible;
use crate::value::calendar::day::MONTHS;
use crate::value::calendar::english;
use crate::value::number::Unit;
use crate::value::quantity::{Quantifiers, Quantity, QuantityReader, SaidQuantity, quantities, words_before};
use crate::value::tables::{Example, ReadAs, Table, forms, tables};
use crate::value::types::{amount, count};
use crate::value::unreadable::Unreadable;

static QUANTIFIERS: LazyLock<Quantifiers> = LazyLock::new(Quantifiers::default);

/// What an English text says, as far as an example can tell it from another: all of it, or the one quantity in it.
fn said(read_as: ReadAs, text: &str) -> Result<String, Unreadable> {
    let told = |quantity: Quantity| format!("{:?}", quantity.bounds);
    let only = |reader: QuantityReader| {
        reader.read(text).map(told).or_else(|why| match &mut *quantities(text, reader) {
            [SaidQuantity { quantity, .. }] => Ok(told(quantity.clone())),
            _ => Err(why),
        })
    };
    match read_as {
        ReadAs::Count => only(count::reader(&QUANTIFIERS)),
        ReadAs::Share => only(amount::reader(Some(&Unit::new("%")), &QUANTIFIERS)),
        ReadAs::Date => {
            let dates: Vec<_> = english::dates(text).into_iter().map(|date| date.said).collect();
            match dates.is_empty() {
                true => Err(Unreadable::new("no date")),
                false => Ok(format!("{dates:?}")),
            }
        }
    }
}

/// What is wrong with an example; `None` where it is read, or left unread, as it says.
fn fault(table: &Table, example: &Example) -> Option<String> {
    let tag = table.language.as_str();
    let legible = legible(&example.words, Some(tag)).text;
    let own = said(example.read_as, &legible);
    match (&example.reads, &example.unread) {
        (Some(english), None) => {
            let expected = match said(example.read_as, english) {
                Ok(expected) => expected,
                Err(why) => return Some(format!("{tag}: `{english}` is not English of the table: {why:?}")),
            };
            (own.as_ref().ok() != Some(&expected)).then(|| {
                let kind = if own.is_ok() { "WRONG" } else { "unread" };
                format!("{tag}: {kind} `{}` is not read as `{english}` but as `{legible}`", example.words)
            })
        }
        (None, Some(why)) => {
            own.is_ok().then(|| format!("{tag}: WRONG `{}` is read ({why}) as `{legible}`", example.words))
        }
        _ => Some(format!("{tag}: `{}` says neither how it is read nor why not", example.words)),
    }
}

fn faults(table: &Table) -> Vec<String> {
    table.examples.iter().filter_map(|example| fault(table, example)).collect()
}

#[test]
fn each_example_is_read_as_its_english() {
    let faults: Vec<String> = tables().flat_map(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_form_of_numbers_scales_rows_and_months_is_read_as_its_row() {
    let mut faults = Vec::new();
    for table in tables() {
        let mut hold = |read_as: ReadAs, words: String, english: String| {
            let own = legible(&words, Some(&table.language)).text;
            let expected = said(read_as, &english);
            if expected.is_err() || said(read_as, &own).ok() != expected.ok() {
                faults
                    .push(format!("{}: `{words}` is not read as `{english}` but as `{own}`", table.language));
            }
        };
        for number in table.numbers.iter().filter(|number| !number.article) {
            let about = if number.about { "about " } else { "" };
            forms(&number.forms)
                .for_each(|form| hold(ReadAs::Count, form.to_owned(), format!("{about}{}", number.is)));
        }
        for scale in &table.scales {
            let Some(name) = scale_name(scale.is) else { continue };
            forms(&scale.forms)
                .for_each(|form| hold(ReadAs::Count, format!("3 {form}"), format!("3 {name}")));
            forms(&scale.behind_digits)
                .chain(forms(&scale.glued_to_digits))
                .for_each(|form| hold(ReadAs::Count, format!("3{form}"), format!("3 {name}")));
        }
        for row in &table.rows {
            let [before, alone] = words_before(&row.row).expect("each row is one of the table");
            for form in forms(&row.before) {
                // What is elided is written onto the word behind it.
                let (words, number) = match form.ends_with('\'') {
                    true => (format!("{form}onze"), 11),
                    false => (format!("{form} 34"), 34),
                };
                hold(ReadAs::Count, words, format!("{before} {number}"));
            }
            forms(&row.alone).for_each(|form| hold(ReadAs::Count, form.to_owned(), alone.to_owned()));
        }
        for month in table.months.iter().filter(|month| month.calendar.is_none()) {
            let english = format!("3 {} 2024", MONTHS[month.is as usize - 1]);
            forms(&month.forms)
                .for_each(|form| hold(ReadAs::Date, format!("3 {form} 2024"), english.clone()));
        }
    }
    assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults.join("\n"));
}

/// Whether a form stands among words, both made plain: as words of its own, behind a prefix, or within a word where numbers are
/// written together.
fn stands(table: &Table, form: &str, words: &str) -> bool {
    words.match_indices(form).any(|(at, _)| {
        let (before, behind) = (&words[..at], &words[at + form.len()..]);
        let last = before.rsplit(' ').next().unwrap_or_default();
        let is_prefix = table.writing.prefixes.split('|').any(|prefix| prefix == last);
        let begins = last.is_empty() || is_prefix || last.ends_with('\'');
        let ends = behind.is_empty() || behind.starts_with([' ', '\'']) || form.ends_with('\'');
        table.writing.joined || begins && ends
    })
}

/// Words as forms are looked for in them: clean, in lower case, without signs.
fn plain(clean: &Clean, words: &str) -> String {
    let clean = clean.of(words).text.to_lowercase();
    let letters = |c: char| if c.is_alphanumeric() || is_combining_mark(c) || c == '\'' { c } else { ' ' };
    clean.chars().map(letters).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_row_of_each_table_has_an_example() {
    let mut without = Vec::new();
    for table in tables() {
        let clean = Clean::new(&table.writing).expect("each file is read");
        let examples: Vec<String> = table.examples.iter().map(|it| plain(&clean, &it.words)).collect();
        let has_example = |form: &str| {
            let form = plain(&clean, form);
            examples.iter().any(|words| stands(table, &form, words))
        };
        let mut hold = |row: String, lists: &[&str]| {
            for list in lists.iter().filter(|list| forms(list).next().is_some()) {
                if !forms(list).any(has_example) {
                    without.push(format!("{}: {row}: {list}", table.language));
                }
            }
        };
        table.numbers.iter().for_each(|it| hold(format!("number {}", it.is), &[&it.forms]));
        for it in &table.scales {
            hold(format!("scale {}", it.is), &[&it.forms, &it.alone, &it.behind_hedge, &it.plural]);
        }
        table.parts.iter().for_each(|it| hold(format!("part {}", it.of), &[&it.forms, &it.alone]));
        table.rows.iter().for_each(|it| hold(format!("row {}", it.row), &[&it.before, &it.after, &it.alone]));
        table.ranges.iter().for_each(|it| hold(format!("range {:?}", it.kind), &[&it.open, &it.join]));
        table.phrases.iter().for_each(|it| hold(format!("phrase {}", it.means), &[&it.forms]));
        table.duals.iter().for_each(|it| hold("dual".to_owned(), &[&it.forms]));
        table.not_numbers.iter().for_each(|it| hold("not a number".to_owned(), &[&it.forms]));
        table.months.iter().for_each(|it| hold(format!("month {}", it.is), &[&it.forms]));
        table.weekdays.iter().for_each(|it| hold(format!("weekday {}", it.is), &[&it.forms]));
        table.days.iter().for_each(|it| hold(format!("day {}", it.is), &[&it.forms]));
        let words = &table.words;
        let small = [&words.half, &words.one_and_a_half, &words.and_a_half, &words.not, &words.breaks];
        small.iter().for_each(|list| hold("words".to_owned(), &[list]));
        [&words.inverted, &words.change, &words.by].iter().for_each(|list| hold("words".to_owned(), &[list]));
    }
    assert!(without.is_empty(), "{} of them:\n{}", without.len(), without.join("\n"));
}

#[test]
fn numbers_beyond_all_counting_and_words_without_an_end_are_left_unread() {
    let digits = "9".repeat(38);
    for (tag, words) in [
        ("uk", format!("{digits} десятків")),
        ("fr", format!("{digits} centaines")),
        ("de", format!("{digits} Dutzend")),
        ("ru", format!("{digits} миллионов")),
        ("en", format!("{digits} million")),
        ("en", "twenty".repeat(20_000)),
        ("en", "and ".repeat(20_000)),
        ("de", "und".repeat(20_000)),
        ("de", "zwanzig".repeat(20_000)),
        ("fa", "بیست".repeat(20_000)),
        ("ar", "و".repeat(20_000)),
    ] {
        let read = said(ReadAs::Count, &legible(&words, Some(tag)).text);
        assert!(read.is_err(), "{tag}: {read:?}");
    }
}

/// Texts of forms, numbers and signs, as a hostile page may string them together.
fn texts() -> impl Strategy<Value = (&'static str, String)> {
    let all: Vec<&'static Table> = tables().collect();
    ((0..all.len()), "[0-9.,/ –-]{0,6}|.{0,8}", proptest::collection::vec(any::<(usize, u8)>(), 0..12))
        .prop_map(move |(number, other, picked)| {
            let table = all[number];
            let rows = table.rows.iter();
            let lists = rows.flat_map(|row| [&row.before, &row.after, &row.alone, &row.before_plural]);
            let lists = lists.chain(table.numbers.iter().map(|it| &it.forms));
            let lists = lists.chain(
                table.scales.iter().flat_map(|it| [&it.forms, &it.alone, &it.plural, &it.behind_digits]),
            );
            let lists = lists.chain(table.ranges.iter().flat_map(|it| [&it.open, &it.join]));
            let lists = lists.chain(table.months.iter().map(|it| &it.forms));
            let words: Vec<&str> =
                lists.flat_map(|list| forms(list)).chain(["2024", "1.234,5", "28", &other]).collect();
            let joints = [" ", " ", " ", "-", "", ", ", ". ", "/"];
            let text = picked.iter().map(|(word, joint)| {
                format!("{}{}", words[word % words.len()], joints[usize::from(*joint) % joints.len()])
            });
            (table.language.as_str(), text.collect())
        })
}

proptest! {
    #[test]
    fn each_word_of_the_table_stands_for_words_of_the_text((tag, text) in texts()) {
        let legible = legible(&text, Some(tag));
        let mut last = 0;
        for (at, word) in legible.text.split_whitespace().map(|word| (word.as_ptr() as usize - legible.text.as_ptr() as usize, word)) {
            let original = legible.original(at..at + word.len());
            prop_assert!(text.get(original.clone()).is_some(), "{text}: {word} at {original:?}");
            prop_assert!(original.start >= last, "{text}: {word} stands before what is before it");
            last = original.start;
        }
        let _ = said(ReadAs::Count, &legible.text);
    }
}
