//! The forms of a language by their first word, each with all that it may mean.

use std::collections::HashMap;

use super::clean::Clean;
use crate::value::calendar::Calendar;
use crate::value::calendar::day::Weekday;
use crate::value::number::{Make, Unit, tokens};
use crate::value::quantity::{Quantifiers, QuantityReader, words_before};
use crate::value::tables::{Leap, RangeKind, Table, forms as each_form};

/// What a form may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Number(NumberForm),
    Scale(ScaleForm),
    Part {
        of: i128,
        stands: Alone,
    },
    And,
    Of,
    Half,
    OneAndAHalf,
    AndAHalf,
    Not,
    /// What makes something else of the numbers beside it.
    Breaks,
    Inverted,
    Change,
    By,
    /// English words that stand before a number.
    Before(&'static str),
    /// The same, where they stand behind it here.
    After(&'static str),
    /// `-odd`.
    Odd,
    /// English words that stand for a number.
    Alone(&'static str),
    Open(RangeKind),
    Join(RangeKind),
    /// English words that say a quantity.
    Quantity(String),
    /// Other English words.
    Phrase(String),
    /// What looks like a number and is none.
    Nothing,
    Month(NamedMonth),
    Weekday(Weekday),
    Day(i8),
    Joint,
    Year,
    Ordinal,
}

/// A month of our calendar, or of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NamedMonth {
    pub(super) number: u8,
    pub(super) calendar: Option<Calendar>,
    pub(super) leap: Option<Leap>,
}

/// A number word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberForm {
    pub(super) is: i128,
    pub(super) is_article: bool,
    pub(super) is_about: bool,
    /// The greatest number that may follow it.
    pub(super) takes: i128,
}

/// A word that multiplies, and where it may stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ScaleForm {
    pub(super) is: i128,
    pub(super) behind: bool,
    pub(super) alone: bool,
    pub(super) behind_hedge: bool,
    pub(super) plural: bool,
}

/// Whether a part of all there is may stand without a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alone {
    Yes,
    No,
}

/// All forms of a language.
#[derive(Debug, Default)]
pub(super) struct AllForms {
    /// By the first word, the longest first.
    by_first: HashMap<String, Vec<Form>>,
    /// How many bytes the longest first word has.
    longest: usize,
}

/// One or more words, with what they may mean.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) words: Vec<String>,
    pub(super) meanings: Vec<Meaning>,
}

impl AllForms {
    /// The forms that a file lists.
    ///
    /// # Errors
    /// A row, a month or a weekday that is none, forms that are read in English alone.
    pub(super) fn of(table: &Table, clean: &Clean) -> Result<Self, String> {
        let mut forms = Taker { forms: AllForms::default(), clean };
        for number in &table.numbers {
            let own = match number.is {
                20..=90 if number.is % 10 == 0 => 9,
                100..=900 if number.is % 100 == 0 => 99,
                _ => 0,
            };
            let takes = number.takes.unwrap_or(own);
            let (is_article, is_about) = (number.article, number.about);
            let meaning = NumberForm { is: number.is, is_article, is_about, takes };
            forms.take(&number.forms, &Meaning::Number(meaning));
        }
        for scale in &table.scales {
            let is = scale.is;
            only_english("behind-digits", &scale.behind_digits)?;
            only_english("glued-to-digits", &scale.glued_to_digits)?;
            let of = ScaleForm { is, ..ScaleForm::default() };
            forms.take(&scale.forms, &Meaning::Scale(ScaleForm { behind: true, ..of }));
            forms.take(&scale.alone, &Meaning::Scale(ScaleForm { alone: true, ..of }));
            forms.take(&scale.behind_hedge, &Meaning::Scale(ScaleForm { behind_hedge: true, ..of }));
            forms.take(&scale.plural, &Meaning::Scale(ScaleForm { plural: true, ..of }));
        }
        for part in &table.parts {
            forms.take(&part.forms, &Meaning::Part { of: part.of, stands: Alone::No });
            forms.take(&part.alone, &Meaning::Part { of: part.of, stands: Alone::Yes });
        }
        for row in &table.rows {
            let unknown = || format!("`{}` is no row with such words", row.row);
            only_english("before-plural", &row.before_plural)?;
            let [before, alone] = words_before(&row.row).ok_or_else(unknown)?;
            forms.take(&row.before, &Meaning::Before(before));
            let after = if row.row == "n-odd" { Meaning::Odd } else { Meaning::After(before) };
            forms.take(&row.after, &after);
            forms.take(&row.alone, &Meaning::Alone(alone));
            let words = [(&row.before, before), (&row.alone, alone)];
            if words.iter().any(|(forms, english)| !forms.is_empty() && english.is_empty()) {
                return Err(unknown());
            }
        }
        for range in &table.ranges {
            forms.take(&range.open, &Meaning::Open(range.kind));
            forms.take(&range.join, &Meaning::Join(range.kind));
        }
        let quantifiers = Quantifiers::default();
        let percent = Unit::new("%");
        let readers =
            [QuantityReader::counts(&quantifiers), QuantityReader::amounts(Some(&percent), &quantifiers)];
        for phrase in &table.phrases {
            let means = phrase.means.clone();
            let meaning = match readers.iter().any(|reader| reader.read(&means).is_ok()) {
                true => Meaning::Quantity(means),
                false => Meaning::Phrase(means),
            };
            forms.take(&phrase.forms, &meaning);
        }
        let dual = NumberForm { is: 2, is_article: false, is_about: false, takes: -1 };
        table.duals.iter().for_each(|dual_forms| forms.take(&dual_forms.forms, &Meaning::Number(dual)));
        table.not_numbers.iter().for_each(|none| forms.take(&none.forms, &Meaning::Nothing));
        for month in &table.months {
            let is = u8::try_from(month.is).ok().filter(|is| (1..=13).contains(is));
            let is = is.ok_or_else(|| format!("there is no month {}", month.is))?;
            let calendar = month.calendar.as_deref().filter(|name| *name != "gregorian");
            let unknown = |name: &str| format!("`{name}` is no calendar");
            let calendar =
                calendar.map(|name| Calendar::named(name).ok_or_else(|| unknown(name))).transpose()?;
            let month_named = NamedMonth { number: is, calendar, leap: month.leap };
            forms.take(&month.forms, &Meaning::Month(month_named));
        }
        for day in &table.weekdays {
            let is = usize::try_from(day.is).ok().and_then(|is| Weekday::ALL.get(is.checked_sub(1)?));
            let is = is.ok_or_else(|| format!("there is no weekday {}", day.is))?;
            forms.take(&day.forms, &Meaning::Weekday(*is));
        }
        table.days.iter().for_each(|day| forms.take(&day.forms, &Meaning::Day(day.is)));
        forms.small_words(table);
        let AllForms { mut by_first, .. } = forms.forms;
        let longest = by_first.keys().map(String::len).max().unwrap_or(0);
        by_first.values_mut().for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.words.len())));
        Ok(AllForms { by_first, longest })
    }

    /// The forms that begin with a word, the longest first.
    pub(super) fn starting(&self, word: &str) -> &[Form] {
        self.by_first.get(word).map_or(&[], Vec::as_slice)
    }

    /// How many bytes a word has at most with which a form begins.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// What a word may mean by itself.
    pub(super) fn meanings(&self, word: &str) -> &[Meaning] {
        let forms = self.starting(word).iter();
        forms.filter(|form| form.words.len() == 1).map(|form| &*form.meanings).next().unwrap_or(&[])
    }
}

struct Taker<'a> {
    forms: AllForms,
    clean: &'a Clean,
}

impl Taker<'_> {
    fn small_words(&mut self, table: &Table) {
        let words = &table.words;
        let lists = [
            (&table.order.and, Meaning::And),
            (&words.of, Meaning::Of),
            (&words.half, Meaning::Half),
            (&words.one_and_a_half, Meaning::OneAndAHalf),
            (&words.and_a_half, Meaning::AndAHalf),
            (&words.not, Meaning::Not),
            (&words.breaks, Meaning::Breaks),
            (&words.inverted, Meaning::Inverted),
            (&words.change, Meaning::Change),
            (&words.by, Meaning::By),
            (&table.date.joints, Meaning::Joint),
            (&table.date.year, Meaning::Year),
            (&table.date.ordinals, Meaning::Ordinal),
        ];
        lists.iter().for_each(|(forms, meaning)| self.take(forms, meaning));
    }

    /// Takes a list of forms.
    fn take(&mut self, list: &str, meaning: &Meaning) {
        for form in each_form(list) {
            let clean = self.clean.of(form);
            let words = tokens(&clean.text).into_iter().filter(|token| token.make != Make::Hyphen);
            let mut words: Vec<String> = words.map(|token| token.text.into_owned()).collect();
            if words.len() > 1 && words.last().is_some_and(|last| last == "'") {
                words.pop();
                words.last_mut().into_iter().for_each(|last| last.push('\''));
            }
            let Some(first) = words.first().cloned() else { continue };
            let all = self.forms.by_first.entry(first).or_default();
            match all.iter_mut().find(|known| known.words == words) {
                Some(known) => add(&mut known.meanings, meaning),
                None => all.push(Form { words, meanings: vec![meaning.clone()] }),
            }
        }
    }
}

/// # Errors
/// A list of forms that is read in English alone.
fn only_english(key: &str, list: &str) -> Result<(), String> {
    if list.is_empty() { Ok(()) } else { Err(format!("`{key}` is read in English alone")) }
}

/// Adds a meaning to those that a form has; a scale may stand in several places.
fn add(meanings: &mut Vec<Meaning>, meaning: &Meaning) {
    if let Meaning::Scale(new) = meaning {
        let known = meanings.iter_mut().find_map(|known| match known {
            Meaning::Scale(known) if known.is == new.is => Some(known),
            _ => None,
        });
        if let Some(known) = known {
            known.behind |= new.behind;
            known.alone |= new.alone;
            known.behind_hedge |= new.behind_hedge;
            known.plural |= new.plural;
            return;
        }
    }
    if !meanings.contains(meaning) {
        meanings.push(meaning.clone());
    }
}
