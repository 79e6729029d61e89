//! Numbers in the words of a language, by the order in which it puts their parts.

use super::forms::{Meaning, NumberForm, ScaleForm};
use super::pieces::Piece;
use crate::value::number::Make;
use crate::value::tables::{And, Order};

/// A number and the piece behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) number: i128,
    /// The scale word from thousand up that it ends in, by what it multiplies by.
    pub(super) scale: Option<i128>,
    pub(super) kind: CountedAs,
    pub(super) end: usize,
}

/// What kind of words a number is said in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CountedAs {
    Plain,
    /// A word that is an article too.
    Article,
    /// A rounded collective.
    About,
    Dozens,
}

/// The pieces of a text as numbers are looked for in them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers<'p, 'l> {
    pub(super) pieces: &'p [Piece<'l>],
    pub(super) order: &'l Order,
    /// The piece that stands right behind a hedge.
    pub(super) hedged: Option<usize>,
}

const THOUSAND: i128 = 1_000;

/// The largest scale that is known.
const GREATEST: i128 = 1_000_000_000_000;

impl Numbers<'_, '_> {
    /// The number in words that begins at a piece.
    pub(super) fn at(&self, at: usize) -> Option<Counted> {
        if let Some(number) = self.number(at).filter(|number| number.is_about) {
            let about = Counted { number: number.is, scale: None, kind: CountedAs::About, end: at + 1 };
            let next = self.behind_of(at + 1);
            let scale =
                self.scale(next).filter(|scale| (scale.behind || scale.plural) && scale.is >= THOUSAND);
            return Some(match scale.and_then(|scale| self.scaled(number.is, scale, next + 1)) {
                Some(scaled) => Counted { kind: CountedAs::About, ..scaled },
                None => about,
            });
        }
        let mut total: Option<Counted> = None;
        let mut limit = i128::MAX;
        let mut from = at;
        while let Some(group) = self.group(from) {
            let number = group.number;
            if number >= limit {
                // `mil quinientos millones`: the scale word is of all of it.
                total = total.and_then(|total| self.of_millions(self.and_hundreds(total, from)?)).or(total);
                break;
            }
            let before = total.map_or(0, |total| total.number);
            let kind =
                if before > 0 && group.kind == CountedAs::Article { CountedAs::Plain } else { group.kind };
            total = Some(Counted { number: before + number, kind, ..group });
            let Some(scale) = group.scale else { break };
            limit = limit.min(scale);
            let Some(next) = self.behind_and(self.behind_hyphen(group.end), self.order.and_groups) else {
                break;
            };
            from = next;
        }
        total.map(|total| self.of_millions(total).unwrap_or(total))
    }

    /// Thousands with the number below a thousand that stands behind them.
    fn and_hundreds(&self, total: Counted, from: usize) -> Option<Counted> {
        let (hundreds, end) = self.below_thousand(from).filter(|_| total.scale == Some(THOUSAND))?;
        Some(Counted { number: total.number + hundreds, scale: None, end, ..total })
    }

    /// Thousands before a larger scale word are so many of it: `tres mil quinientos millones`.
    fn of_millions(&self, total: Counted) -> Option<Counted> {
        let next = self.behind_hyphen(total.end);
        let scale = self.scale(next).filter(|scale| scale.behind && scale.is > THOUSAND);
        match scale {
            Some(scale) if (THOUSAND..1_000 * THOUSAND).contains(&total.number) => {
                self.scaled(total.number, scale, next + 1)
            }
            _ => None,
        }
    }

    /// One group, with the scale word behind it: `three hundred thousand`, `two dozen`, `a million`, `sixty-one`.
    fn group(&self, at: usize) -> Option<Counted> {
        let plain = |number, end| Counted { number, scale: None, kind: CountedAs::Plain, end };
        if let Some(whole) = self.number(at).filter(|number| number.is >= THOUSAND) {
            let scale = [GREATEST, 1_000_000_000, 1_000_000, THOUSAND]
                .into_iter()
                .find(|scale| whole.is % scale == 0);
            return Some(Counted { scale, ..plain(whole.is, at + 1) });
        }
        let scale_alone =
            |at: usize| self.scale(at).filter(|scale| self.is_one(at, scale) && scale.is != 100);
        let Some((number, end)) = self.below_thousand(at) else {
            let scale = scale_alone(at)?;
            return self.scaled(1, scale, at + 1);
        };
        let next = self.behind_hyphen(end);
        match self.scale(next).filter(|scale| scale.behind && scale.is != 100) {
            Some(scale) if scale.is >= THOUSAND || number < 100 => self.scaled(number, scale, next + 1),
            _ => {
                let is_article = end == at + 1 && self.number(at).is_some_and(|number| number.is_article);
                let kind = if is_article { CountedAs::Article } else { CountedAs::Plain };
                Some(Counted { kind, ..plain(number, end) })
            }
        }
    }

    /// A number times a scale word, and times a larger one right behind it: `mille milliards`.
    pub(super) fn scaled(&self, number: i128, scale: ScaleForm, end: usize) -> Option<Counted> {
        let (factor, end) = self.factor(scale, end);
        let number = number.checked_mul(factor)?;
        let (scale, kind) = match factor {
            10 => (None, CountedAs::About),
            12 => (None, CountedAs::Dozens),
            THOUSAND.. => (Some(factor), CountedAs::Plain),
            _ => (None, CountedAs::Plain),
        };
        (factor <= GREATEST).then_some(Counted { number, scale, kind, end })
    }

    /// What a scale word multiplies by with those behind it, and where they end.
    pub(super) fn factor(&self, scale: ScaleForm, end: usize) -> (i128, usize) {
        let mut reached = (scale.is, end);
        let mut last = scale.is;
        while let Some(next) = self
            .scale(self.behind_of(reached.1))
            .filter(|next| (next.behind || next.plural) && next.is >= THOUSAND)
        {
            if next.is <= last {
                break;
            }
            reached = (reached.0.saturating_mul(next.is), self.behind_of(reached.1) + 1);
            last = next.is;
        }
        reached
    }

    /// A number from 0 to 999, or up to 9,900 where it is said in hundreds.
    fn below_thousand(&self, at: usize) -> Option<(i128, usize)> {
        let (hundreds, end, takes) = match self.number(at) {
            Some(number) if (100..THOUSAND).contains(&number.is) => (number.is, at + 1, number.takes),
            _ => match self.scale(at).filter(|scale| scale.is == 100 && self.is_one(at, scale)) {
                Some(_) => (100, at + 1, 99),
                None => {
                    let (small, end) = self.below_hundred(at)?;
                    let next = self.behind_hyphen(end);
                    match self.scale(next).filter(|scale| scale.is == 100 && scale.behind) {
                        Some(_)
                            if (2..=9).contains(&small) || (11..=99).contains(&small) && small % 10 != 0 =>
                        {
                            (small * 100, next + 1, 99)
                        }
                        Some(_) if small == 1 => (100, next + 1, 99),
                        _ => return Some((small, end)),
                    }
                }
            },
        };
        let rest = self.behind_and(self.behind_hyphen(end), self.order.and_rest);
        let rest = rest.and_then(|rest| self.below_hundred(rest));
        Some(match rest {
            Some((number, end)) if (1..=takes).contains(&number) => (hundreds + number, end),
            _ => (hundreds, end),
        })
    }

    fn below_hundred(&self, at: usize) -> Option<(i128, usize)> {
        let first = self.number(at).filter(|number| number.is < 100 && !number.is_about)?;
        let is_ten = |number: &NumberForm| number.takes > 0;
        if self.order.units_first {
            let ten = |at: usize| self.number(at).filter(|number| is_ten(number) && number.is < 100);
            let and = self.behind_and(self.behind_hyphen(at + 1), self.order.and_units);
            let ten = and.map(|at| self.behind_hyphen(at)).and_then(|at| Some((ten(at)?.is, at + 1)));
            return Some(match ten {
                Some((ten, end)) if (1..=9).contains(&first.is) && first.takes == 0 => (first.is + ten, end),
                _ => (first.is, at + 1),
            });
        }
        if !is_ten(&first) {
            return Some((first.is, at + 1));
        }
        let unit = |at: usize| {
            let unit =
                self.number(at).filter(|unit| (1..=first.takes).contains(&unit.is) && !is_ten(unit))?;
            Some((first.is + unit.is, at + 1))
        };
        let unit = self
            .behind_and(self.behind_hyphen(at + 1), self.order.and_units)
            .and_then(|at| unit(self.behind_hyphen(at)));
        Some(unit.unwrap_or((first.is, at + 1)))
    }

    /// Whether a scale word without a number says one of it.
    fn is_one(&self, at: usize, scale: &ScaleForm) -> bool {
        scale.alone || scale.behind_hedge && self.hedged == Some(at)
    }

    /// Where the next part of a number begins; `None` where an `and` is missing.
    pub(super) fn behind_and(&self, at: usize, and: And) -> Option<usize> {
        let is_and = self.pieces.get(at).is_some_and(|piece| piece.meanings.contains(&Meaning::And));
        match and {
            And::No => Some(at),
            _ if is_and => Some(at + 1),
            And::May => Some(at),
            And::Must => None,
        }
    }

    /// The piece behind a hyphen that may join the parts of a number.
    pub(super) fn behind_hyphen(&self, at: usize) -> usize {
        if self.order.hyphens { self.behind_any_hyphen(at) } else { at }
    }

    /// The piece behind a hyphen that joins what stands on both sides of it: `20-Millionen-Euro-Paket`.
    pub(super) fn behind_any_hyphen(&self, at: usize) -> usize {
        let glued = |at: usize| self.pieces.get(at).is_some_and(|piece| piece.glued);
        let joins = glued(at) && glued(at + 1) && self.pieces[at].make == Make::Hyphen;
        if joins { at + 1 } else { at }
    }

    /// The piece behind an `of`.
    pub(super) fn behind_of(&self, at: usize) -> usize {
        let is_of = self.pieces.get(at).is_some_and(|piece| piece.meanings.contains(&Meaning::Of));
        if is_of { at + 1 } else { at }
    }

    pub(super) fn scale(&self, at: usize) -> Option<ScaleForm> {
        self.pieces.get(at)?.meanings.iter().find_map(|meaning| match meaning {
            Meaning::Scale(scale) => Some(*scale),
            _ => None,
        })
    }

    pub(super) fn number(&self, at: usize) -> Option<NumberForm> {
        self.pieces.get(at)?.meanings.iter().find_map(|meaning| match meaning {
            Meaning::Number(number) => Some(*number),
            _ => None,
        })
    }
}
