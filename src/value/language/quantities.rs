//! Quantities without hedges: numbers in digits and in words, words that stand for one, parts.

use super::english::{denominator, dozens, plural_of, scale_name, times_of};
use super::forms::{Alone, Meaning};
use super::hedges::{Found, Kind};
use super::numbers::{Counted, CountedAs, Numbers};
use super::within::{FormedText, Points, Slash};
use super::written::UNREAD;
use crate::value::number::Make;
use crate::value::tables::name_of;

impl FormedText<'_, '_> {
    /// A number, or words that stand for one.
    pub(super) fn simple(&self, at: usize) -> Option<Found> {
        // A day is none, whatever stands before it, nor what only looks like a number.
        if self.date(at).is_some() || self.means(at, &Meaning::Nothing) {
            return None;
        }
        let phrase = || {
            let english = self.first(at, |meaning| match meaning {
                Meaning::Quantity(english) => Some(english.clone()),
                _ => None,
            })?;
            Some(Found::new(english, Kind::Said, at + 1))
        };
        let part = || {
            let (english, end) = self.part(at)?;
            // Of a number of them, which is not said in this way in English.
            let many = self.numbers.at(self.numbers.behind_of(end)).filter(|many| many.scale.is_some());
            Some(match many {
                Some(many) => Found::new(UNREAD, Kind::Said, many.end),
                None => Found::new(english, Kind::Said, end),
            })
        };
        self.half(at)
            .or_else(part)
            .or_else(phrase)
            .or_else(|| self.vague(at))
            .or_else(|| self.in_digits(at))
            .or_else(|| self.in_words(at))
            .or_else(|| self.plural(at))
    }

    fn half(&self, at: usize) -> Option<Found> {
        let is_half = self.means(at, &Meaning::Half);
        if !is_half && !self.means(at, &Meaning::OneAndAHalf) {
            return None;
        }
        let next = self.numbers.behind_of(self.numbers.behind_hyphen(at + 1));
        let scale = self.numbers.scale(next).filter(|scale| scale.behind || scale.alone)?;
        let (factor, end) = self.numbers.factor(scale, next + 1);
        let english = match (is_half, factor) {
            (true, 12) => format!("half {}", dozens(12)?),
            (true, 10 | 100) => (factor / 2).to_string(),
            (true, _) => format!("half a {}", scale_name(factor)?),
            (false, ..1000) => return None,
            (false, _) => format!("one and a half {}", scale_name(factor)?),
        };
        Some(Found::new(english, Kind::Number, end))
    }

    /// Words that stand for a number, with the scale word that they multiply.
    fn vague(&self, at: usize) -> Option<Found> {
        let english = self.first(at, |meaning| match meaning {
            Meaning::Alone(english) => Some(*english),
            _ => None,
        })?;
        let alone = Found::new(english.to_owned(), Kind::Said, at + 1);
        let next = self.numbers.behind_of(at + 1);
        let Some(scale) = self.numbers.scale(next).filter(|scale| scale.behind || scale.plural) else {
            return Some(alone);
        };
        let (factor, end) = self.numbers.factor(scale, next + 1);
        let english = times_of(factor).map_or(UNREAD.to_owned(), |times| format!("{english} {times}"));
        Some(Found { english, end, ..alone })
    }

    /// `thousands`, `tens of thousands`.
    fn plural(&self, at: usize) -> Option<Found> {
        let scale = self.numbers.scale(at).filter(|scale| scale.plural)?;
        let (factor, end) = self.numbers.factor(scale, at + 1);
        Some(Found::new(plural_of(factor)?.to_owned(), Kind::Said, end))
    }

    fn in_digits(&self, at: usize) -> Option<Found> {
        let (digits, end) = self.digits(at)?;
        let plain = Found::new(digits.clone(), Kind::Number, end);
        if let Some(found) = self.and_a_half(&digits, end) {
            return Some(found);
        }
        let next = self.numbers.behind_any_hyphen(end);
        let Some(scale) = self.numbers.scale(next).filter(|scale| scale.behind) else { return Some(plain) };
        let (factor, end) = self.numbers.factor(scale, next + 1);
        let end = self.behind_stop(end);
        if let Some(found) = self.and_a_half_behind(&digits, factor, end) {
            return Some(found);
        }
        let whole = digits.replace(',', "").parse().ok();
        let more = |whole: i128| self.more_behind(whole.checked_mul(factor)?, factor, end);
        if let Some(found) = whole.and_then(more) {
            return Some(found);
        }
        if factor >= 1000 {
            return Some(Found::new(format!("{digits} {}", scale_name(factor)?), Kind::Number, end));
        }
        let Ok(number) = digits.parse::<i128>() else { return Some(plain) };
        let english = number.checked_mul(factor).and_then(|number| match factor {
            12 => dozens(number),
            10 => Some(format!("about {number}")),
            _ => Some(number.to_string()),
        });
        let kind = if factor == 10 { Kind::About } else { Kind::Number };
        // More than is counted so is not read.
        Some(Found::new(english.unwrap_or_else(|| UNREAD.to_owned()), kind, end))
    }

    /// A number that may be taken in two ways, or is a word for `no` before digits: where it ends.
    pub(super) fn doubtful(&self, at: usize) -> Option<usize> {
        let is_other_word = self.numbers.number(at).is_some_and(|number| number.is_article && number.is != 1);
        if is_other_word && let Some((_, end)) = self.digits(at + 1) {
            return Some(end);
        }
        let piece = self.pieces().get(at).filter(|piece| piece.make == Make::Digits)?;
        let has_one_point = self.text[piece.at.clone()].matches('.').count() == 1;
        let (_, end) = self.digits(at).filter(|_| has_one_point && self.points == Points::Doubtful)?;
        let scale = self.numbers.scale(end).filter(|scale| scale.behind && scale.is >= 1000)?;
        Some(self.behind_stop(self.numbers.factor(scale, end + 1).1))
    }

    /// Digits that go on behind their scale word with less: `3 thousand 500`, `2 million 300 thousand`.
    fn more_behind(&self, whole: i128, factor: i128, end: usize) -> Option<Found> {
        let begin = self.numbers.behind_and(end, self.numbers.order.and_groups)?;
        let (more, end) = self.digits(begin).filter(|_| factor >= 1000)?;
        let more: i128 = more.replace(',', "").parse().ok()?;
        let (scale, end) = match self.numbers.scale(end).filter(|scale| scale.behind && scale.is >= 1000) {
            Some(scale) => self.numbers.factor(scale, end + 1),
            None => (1, end),
        };
        let less = more.checked_mul(if scale > factor { 1 } else { scale }).filter(|less| *less < factor)?;
        let total = whole.checked_add(less)?;
        let english = match scale {
            _ if scale > factor => {
                let total = whole.checked_add(more)?;
                format!("{total} {}", scale_name(scale)?)
            }
            1 => total.to_string(),
            _ => format!("{} {}", total / scale, scale_name(scale)?),
        };
        Some(Found::new(english, Kind::Number, self.behind_stop(end)))
    }

    /// Digits with the groups of three behind them.
    fn digits(&self, at: usize) -> Option<(String, usize)> {
        let is_digits = |at: usize| self.pieces().get(at).filter(|piece| piece.make == Make::Digits);
        let first = is_digits(at)?;
        if let Some(decimal) = self.slash_decimal(at) {
            return Some(decimal);
        }
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let mut digits = first.text.clone();
        let mut end = at + 1;
        if first.text.len() <= 3 && all_digits(&first.text) && !first.text.starts_with('0') {
            while let Some(next) = is_digits(end).filter(|next| {
                let whole = next.text.split('.').next().unwrap_or("");
                !next.glued && whole.len() == 3 && all_digits(whole)
            }) {
                digits = format!("{digits},{}", next.text);
                end += 1;
            }
        }
        // What parts no thousands parts decimals.
        let is_decimal =
            digits.split_once(',').is_some_and(|(_, rest)| (1..=2).contains(&rest.len()) && all_digits(rest));
        Some((if is_decimal { digits.replace(',', ".") } else { digits }, end))
    }

    /// `2/5` before a scale word, where a slash stands before decimals.
    fn slash_decimal(&self, at: usize) -> Option<(String, usize)> {
        let [whole, slash, decimals, scale] = self.pieces().get(at..at + 4)? else { return None };
        let is_one = slash.text == "/" && slash.glued && decimals.glued && decimals.make == Make::Digits;
        let is_thousands = |meaning: &Meaning| matches!(meaning, Meaning::Scale(it) if it.is >= 1000);
        let is_scaled = scale.meanings.iter().any(is_thousands);
        let is_decimal =
            is_one && is_scaled && self.slash == Slash::BeforeDecimals && decimals.text.len() <= 2;
        is_decimal.then(|| (format!("{}.{}", whole.text, decimals.text), at + 3))
    }

    fn in_words(&self, at: usize) -> Option<Found> {
        self.counted(at, self.numbers)
    }

    /// A number in words, as numbers are looked for.
    pub(super) fn counted(&self, at: usize, numbers: Numbers) -> Option<Found> {
        let mut counted = numbers.at(at)?;
        // "Two soldiers two": the number behind a form that says it already.
        let is_dual = |at: usize| self.numbers.number(at).is_some_and(|number| number.takes < 0);
        if is_dual(at) && self.numbers.number(counted.end).is_some_and(|number| number.is == 2) {
            counted.end += 1;
        }
        if counted.kind == CountedAs::Article
            && counted.number == 1
            && let Some(found) = self.in_digits(counted.end)
        {
            return Some(found);
        }
        let kind = match counted.kind {
            CountedAs::Article => Kind::Article,
            CountedAs::About => Kind::About,
            CountedAs::Plain | CountedAs::Dozens => Kind::Number,
        };
        if counted.scale.is_none() && counted.number < 100 {
            let number = counted.number.to_string();
            if let Some(found) = self.and_a_half(&number, counted.end) {
                return Some(found);
            }
        }
        let more = |scale| {
            numbers
                .scale(counted.end)
                .is_none()
                .then(|| self.more_behind(counted.number, scale, counted.end))?
        };
        if let Some(found) = counted.scale.and_then(more) {
            return Some(found);
        }
        if let Some(scale) = counted.scale {
            let number = (counted.number / scale).to_string();
            if let Some(found) = self.and_a_half_behind(&number, scale, counted.end) {
                return Some(found);
            }
        }
        let end = if counted.scale.is_some() { self.behind_stop(counted.end) } else { counted.end };
        Some(Found::new(in_english(&counted)?, kind, end))
    }

    /// `two and a half million`, the half before the scale word.
    fn and_a_half(&self, number: &str, at: usize) -> Option<Found> {
        if !self.means(at, &Meaning::AndAHalf) {
            return None;
        }
        let next = self.numbers.behind_of(at + 1);
        let scale = self.numbers.scale(next).filter(|scale| scale.behind && scale.is >= 1000)?;
        let (factor, end) = self.numbers.factor(scale, next + 1);
        Some(Found::new(half_more(number, factor)?, Kind::Number, end))
    }

    /// The same, the half behind it.
    fn and_a_half_behind(&self, number: &str, factor: i128, at: usize) -> Option<Found> {
        let is_one = self.means(at, &Meaning::AndAHalf) && factor >= 1000;
        let english = half_more(number, factor).filter(|_| is_one)?;
        Some(Found::new(english, Kind::Number, at + 1))
    }

    /// Where it goes on behind the full stop of an abbreviation.
    pub(super) fn behind_stop(&self, at: usize) -> usize {
        let is_short = at.checked_sub(1).is_some_and(|last| self.pieces()[last].letters <= 4);
        let goes_on =
            self.pieces().get(at + 1).is_none_or(|next| matches!(next.make, Make::Word | Make::Digits));
        if is_short && self.is_stop(at) && goes_on { at + 1 } else { at }
    }

    /// Fractions of all there is.
    fn part(&self, at: usize) -> Option<(String, usize)> {
        let parts = |at: usize| {
            self.each(at, |meaning| match meaning {
                Meaning::Part { of, stands } => Some((*of, *stands)),
                _ => None,
            })
        };
        if let Some((of, _)) = parts(at).into_iter().find(|(_, stands)| *stands == Alone::Yes) {
            return Some((one_of(of)?, at + 1));
        }
        let many = self.numbers.at(at)?;
        let (of, _) = parts(many.end).into_iter().next()?;
        let english = match many.number {
            1 => one_of(of)?,
            _ => format!("{} {}s", name_of(many.number)?, denominator(of)?),
        };
        (many.number < of).then_some((english, many.end + 1))
    }
}

/// One of so many parts.
fn one_of(of: i128) -> Option<String> {
    let name = denominator(of)?;
    Some(if of == 2 { name.to_owned() } else { format!("a {name}") })
}

fn in_english(counted: &Counted) -> Option<String> {
    let Counted { number, scale, kind, .. } = *counted;
    Some(match (scale, kind) {
        (Some(scale), CountedAs::About) => format!("about {} {}", number / scale, scale_name(scale)?),
        (Some(scale), _) => format!("{} {}", number / scale, scale_name(scale)?),
        (None, CountedAs::Dozens) => dozens(number)?,
        (None, CountedAs::About) => format!("about {number}"),
        (None, _) => number.to_string(),
    })
}

fn half_more(number: &str, factor: i128) -> Option<String> {
    let in_words = number.parse().ok().filter(|one| (2..10).contains(one)).and_then(name_of);
    Some(format!("{} and a half {}", in_words.unwrap_or(number), scale_name(factor)?))
}
