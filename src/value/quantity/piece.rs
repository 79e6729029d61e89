//! What stands at one place of a text and says a quantity: read by itself, as the end of a range, or under a bound.

use std::cmp::Ordering;
use std::ops::Range;

use super::formula::{Formula, IsShare};
use super::found::{Denied, Quantity, ReadBy};
use super::reader::{Certainty, QuantityReader};
use super::row::QuantifierRow;
use super::said_number::SaidNumber;
use super::sets::{Sets, bounds};
use super::table::row_of;
use crate::value::number::{End, Measure, Numeral, Ratio, SaidIn};
use crate::value::shape::{Bare, Bounds, Runs};

/// A number with the tokens that say it, its unit included.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub(super) numeral: Numeral,
    /// `None` where it stands without a unit.
    pub(super) unit: Option<SaidIn>,
    pub(super) at: Range<usize>,
}

/// Something that says a quantity and is no range: a number with what stands around it, or words without one.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) what: What,
    pub(super) at: Range<usize>,
}

#[derive(Clone, Debug)]
pub(super) enum What {
    /// A number, and the row of the words around it; none around a bare one.
    Number(Figure, Option<&'static QuantifierRow>),
    /// Words without a number, times a scale word behind them.
    Words(Sets, ReadBy, i128),
}

/// A quantity by its ends, and all that is asked of it when it stands in another.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) sets: Sets,
    pub(super) by: ReadBy,
    pub(super) times: i128,
    pub(super) bare: Option<Bare>,
    pub(super) leaves: Leaves,
    pub(super) at: Range<usize>,
    most: Most,
}

/// What a denial leaves, as far as it is known before the sets are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaves {
    OutsideSoft,
    OutsideHard,
    BelowLeast,
    Below(i128),
}

/// The greatest number said, in the numbers of the measure, and whether words put the value above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Most {
    number: i128,
    above: Above,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Above {
    Said,
    Unsaid,
}

/// Where something stands that says a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Alone,
    /// As an end of a range, where a bare number is the number as said.
    InRange,
    /// Under a bound such as `as many as`, which is taken as stated, estimate or not.
    UnderBound,
}

/// A number that the dossier has in digits.
pub(super) fn figure_of(digits: i128, exponent: i32) -> Figure {
    Figure { numeral: Numeral::written(digits, exponent), unit: None, at: 0..0 }
}

impl QuantityReader<'_> {
    /// A number n, in the unit it was said in, with what stands around it. `None` where it gets too large.
    pub(super) fn number(
        self,
        figure: &Figure,
        n: i128,
        row: Option<&'static QuantifierRow>,
        standing: Standing,
    ) -> Option<Piece> {
        let measure = self.measure;
        // What no decimal says is reckoned with as so many parts, and rounded once, at the end.
        let (whole, part) = figure.numeral.in_parts();
        let said = match whole.value(measure, "") {
            Ok(whole) => SaidNumber::new(whole, &figure.numeral, part, measure),
            Err(_) => SaidNumber::new(n, &figure.numeral, Ratio::ONE, measure),
        };
        let bare = said.bare(self.is_share());
        let other = match figure.unit {
            Some(SaidIn::Other(size)) => Some(size),
            _ => None,
        };
        let size = match other {
            Some([low, high]) => Some([low.times(said.part)?, high.times(said.part)?]),
            None => Some([said.part; 2]).filter(|_| said.part != Ratio::ONE),
        };
        let is_reached = row.is_some_and(|row| row.formula == Formula::Reach);
        let is_bare = row.is_none() || is_reached;
        let is_single = is_bare || row.is_some_and(|row| row.formula == Formula::About);
        let formula = match row {
            _ if is_single && standing == Standing::Alone && self.certainty == Certainty::Estimated => {
                Formula::Estimated
            }
            Some(row) if !is_bare => row.formula,
            _ if standing == Standing::InRange => Formula::Exactly,
            _ if other.is_some() => Formula::OtherUnit,
            _ => bare,
        };
        let read_by = row.filter(|_| formula != Formula::Estimated).unwrap_or_else(|| row_of(formula));
        let sets = match formula {
            Formula::OtherUnit => said.in_another_unit(bare),
            formula => said.read(formula, self.quantifiers.widths.of(read_by))?,
        };
        let (sets, number, place) = match size {
            Some(size) => {
                let in_units = |number: i128| size[0].of(number, measure.kept());
                let place = in_units(said.shown(bare))?.max(1);
                (sets.stretched([size, size], measure)?, in_units(said.n)?, place)
            }
            None => (sets, n, said.shown(bare)),
        };
        // How many tonnes a ton is cannot be told, so that none is a number of tonnes.
        let is_one_number = size.is_none_or(|[low, high]| low == high) && bare != Formula::ShareInWords;
        let says_it = is_bare && standing == Standing::Alone && formula != Formula::Estimated;
        Some(Piece {
            sets,
            by: ReadBy::Row(read_by),
            times: 1,
            bare: Some(Bare { number, place }).filter(|_| says_it && is_one_number),
            leaves: match formula {
                _ if is_reached => Leaves::Below(number),
                Formula::AtLeast | Formula::MoreThan | Formula::Surpass => Leaves::BelowLeast,
                Formula::Rounded
                | Formula::Scaled
                | Formula::Decimal
                | Formula::Share
                | Formula::OtherUnit => Leaves::OutsideHard,
                _ => Leaves::OutsideSoft,
            },
            at: figure.at.clone(),
            most: Most { number: n, above: above(formula) },
        })
    }

    /// Words without a number. `None` where what they say gets too large.
    pub(super) fn words(self, by: ReadBy, times: i128, sets: Sets, at: Range<usize>) -> Piece {
        // "Dozens" stay below a hundred, "hundreds" do not.
        let most = sets.soft.high.unwrap_or(sets.hard.low).at / (self.measure.parts() / self.measure.one());
        let (bare, leaves) = (None, Leaves::OutsideSoft);
        Piece { sets, by, times, bare, leaves, at, most: Most { number: most, above: Above::Unsaid } }
    }

    /// From one to the other; `None` where the other lies lower.
    pub(super) fn range(self, first: &Piece, second: &Piece, at: Range<usize>) -> Option<Piece> {
        let sets = first.sets.to(second.sets)?;
        let (by, most) = (ReadBy::Row(row_of(Formula::Range)), first.most.or(second.most));
        Some(Piece { sets, by, times: 1, bare: None, leaves: Leaves::OutsideSoft, at, most })
    }

    /// What stands under a bound, such as `at least`, and is no single number.
    pub(super) fn bounded(self, bound: Formula, inner: &Piece, at: Range<usize>) -> Option<Piece> {
        let (formula, sets, leaves) = match bound {
            Formula::AtLeast | Formula::MoreThan | Formula::Surpass => {
                (Formula::Upwards, inner.sets.upwards(), Leaves::BelowLeast)
            }
            Formula::UpTo | Formula::AtMost | Formula::FewerThan => {
                let first = match (bound, self.measure) {
                    (Formula::UpTo, Measure::Count) => self.measure.parts(),
                    _ => 0,
                };
                (Formula::Downwards, inner.sets.downwards(End::closed(first)), Leaves::OutsideSoft)
            }
            _ => return None,
        };
        let most = inner.most.or(Most { above: above(bound), ..inner.most });
        Some(Piece { sets, by: ReadBy::Row(row_of(formula)), times: 1, bare: None, leaves, at, most })
    }

    /// What bounds alone say where the source's words are left out: anything from zero up.
    pub(crate) fn anything(self, min: Option<i128>, max: Option<i128>) -> Bounds {
        let all = Bounds::exactly(Runs::from(0));
        let hundred = 100 * self.measure.one();
        // `min = 100` is at least all there is.
        let is_below = min.is_none_or(|min| min < hundred) && max.is_none_or(|max| max <= hundred);
        match self.is_share() {
            IsShare::Yes if is_below => cut_at_a_hundred(all.clone(), self.measure).unwrap_or(all),
            _ => all,
        }
    }

    /// Whether a figure that is made of one that allows these is a share of no more than all there is.
    pub(crate) fn is_cut_at_a_hundred(self, of: &Bounds) -> bool {
        let all = Runs::between(0, 100 * self.measure.one());
        self.is_share() == IsShare::Yes && of.hard.within(&all)
    }

    /// The piece as it is kept; `None` where it allows nothing.
    pub(super) fn quantity(self, piece: Piece) -> Option<Quantity> {
        let measure = self.measure;
        let mut read = piece.sets.bounds(measure)?;
        if self.is_share() == IsShare::Yes && piece.most.is_under_a_hundred(measure) {
            read = cut_at_a_hundred(read, measure)?;
        }
        if self.quantifiers.is_strict() {
            read.soft = read.hard.clone();
        }
        let denied = match piece.leaves {
            Leaves::OutsideSoft => Denied::OutsideSoft,
            Leaves::OutsideHard => Denied::OutsideHard,
            Leaves::BelowLeast => Denied::Below(read.hard.least()?),
            Leaves::Below(number) => Denied::Below(number),
        };
        let Piece { by, times, bare, at, .. } = piece;
        Some(Quantity { bounds: read, by, times, bare, denied, end: at.end })
    }
}

impl Piece {
    pub(super) fn standing_at(self, at: Range<usize>) -> Piece {
        Piece { at, ..self }
    }
}

impl Most {
    fn or(self, other: Most) -> Most {
        match (self.number.cmp(&other.number), self.above) {
            (Ordering::Greater, _) | (Ordering::Equal, Above::Said) => self,
            _ => other,
        }
    }

    /// Whether a share of which nothing more is said lies at or below a hundred.
    fn is_under_a_hundred(self, measure: Measure) -> bool {
        match self.number.cmp(&(100 * measure.one())) {
            Ordering::Less => true,
            Ordering::Equal => self.above == Above::Unsaid,
            Ordering::Greater => false,
        }
    }
}

/// A share that is none of more than all there is; `None` where nothing is left of it.
pub(crate) fn cut_at_a_hundred(read: Bounds, measure: Measure) -> Option<Bounds> {
    let all = Runs::between(0, 100 * measure.one());
    bounds(read.hard.intersection(&all), read.soft.intersection(&all))
}

fn above(formula: Formula) -> Above {
    match formula {
        Formula::AtLeast | Formula::MoreThan | Formula::Surpass | Formula::JustOver => Above::Said,
        _ => Above::Unsaid,
    }
}
