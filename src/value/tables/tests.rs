//! The English table holds what its readers ask it for.

use std::collections::HashSet;

use super::{english, forms, name_of, number_words, scale, thousands};

#[test]
fn each_english_word_stands_once() {
    let table = english();
    let lists = table.numbers.iter().map(|it| &it.forms);
    let lists =
        lists.chain(table.scales.iter().flat_map(|it| [&it.forms, &it.behind_digits, &it.glued_to_digits]));
    let lists = lists.chain(table.parts.iter().map(|it| &it.forms));
    let lists = lists.chain(table.months.iter().map(|it| &it.forms));
    let lists = lists.chain(table.weekdays.iter().chain(&table.days).map(|it| &it.forms));
    let rows = || table.rows.iter();
    let alone = table.scales.iter().map(|it| &it.plural).chain(rows().map(|row| &row.alone));
    let alone = alone.flat_map(|list| forms(list)).filter(|form| !["lakhs", "crores"].contains(form));
    let words: Vec<&str> = lists.flat_map(|list| forms(list)).chain(alone).collect();
    let sets = [
        words,
        rows().flat_map(|row| forms(&row.before)).collect(),
        rows().flat_map(|row| forms(&row.after)).collect(),
    ];
    for words in sets {
        let mut met = HashSet::new();
        words.iter().for_each(|word| assert!(met.insert(word.to_lowercase()), "{word} stands twice"));
        assert!(words.iter().all(|word| word.is_ascii() && !word.contains("  ")));
    }
}

#[test]
fn what_is_asked_for_as_one_word_is_one() {
    let table = english();
    for word in [&table.order.and, &table.words.of, &table.words.by, &table.date.joints] {
        assert!(!word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
    }
    for range in &table.ranges {
        assert!(range.join.bytes().all(|byte| byte.is_ascii_lowercase()), "{}", range.join);
    }
}

#[test]
fn nothing_is_left_out_that_is_counted_through() {
    let table = english();
    let months: Vec<i128> = table.months.iter().map(|month| month.is).collect();
    assert_eq!(months, (1..=12).collect::<Vec<_>>());
    assert_eq!(table.weekdays.iter().map(|day| day.is).collect::<Vec<_>>(), (1..=7).collect::<Vec<_>>());
    assert_eq!(table.days.iter().map(|day| day.is).collect::<Vec<_>>(), [-1, 0, 1]);
    for number in (0..20).chain((2..10).map(|tens| 10 * tens)) {
        assert_eq!(name_of(number).and_then(|name| number_words().get(name)), Some(&number));
    }
    assert_eq!(name_of(21), None);
    assert_eq!(
        thousands().map(|scale| scale.is).collect::<Vec<_>>(),
        [3, 6, 9, 12].map(|power| 10_i128.pow(power))
    );
    for factor in [10, 12, 20, 100] {
        assert!(scale(factor).is_some_and(|scale| !scale.plural.is_empty()), "{factor}");
    }
    assert_eq!(table.parts.iter().map(|part| part.of).collect::<Vec<_>>(), (2..=10).collect::<Vec<_>>());
}
