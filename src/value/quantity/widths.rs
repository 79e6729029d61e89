//! How wide the rows are read whose ends are a share of the number said: stipulated, and for the dossier to set.

use std::collections::BTreeMap;

use super::formula::Formula;
use super::row::QuantifierRow;
use super::table::ROWS;
use crate::value::unreadable::Unreadable;

/// How far a row reaches from the number said, in per cent of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Width {
    /// In the hard set; nothing for rows that are open there, or bounded by something else.
    pub(crate) hard: i128,
    /// In the soft set.
    pub(crate) soft: i128,
}

/// The widths that a dossier sets in place of the table's, by the names of rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Widths(BTreeMap<&'static str, Width>);

impl Formula {
    /// The table's own width, for the rows that have one.
    pub(super) fn width(self) -> Option<Width> {
        let (hard, soft) = match self {
            Formula::JustOver | Formula::Nearly | Formula::About => (20, 10),
            Formula::ShareInWords => (10, 5),
            Formula::MoreThan | Formula::Surpass | Formula::FewerThan | Formula::Estimated => (0, 10),
            _ => return None,
        };
        Some(Width { hard, soft })
    }
}

impl Widths {
    /// How wide a row is read here; nothing for rows without a width.
    pub(super) fn of(&self, row: &QuantifierRow) -> Width {
        let own = || row.formula.width().unwrap_or(Width { hard: 0, soft: 0 });
        self.0.get(row.name).copied().unwrap_or_else(own)
    }

    /// The width that the dossier sets for a row, where it sets one.
    pub(super) fn set_for(&self, row: &QuantifierRow) -> Option<Width> {
        self.0.get(row.name).copied()
    }

    /// Reads a row this wide from now on. Of a row that is open, or bounded otherwise, only `soft` is set.
    ///
    /// # Errors
    /// A row that the table does not have or that has no such width, soft wider than hard, or more than the number itself.
    pub(super) fn set(
        &mut self,
        row: &str,
        hard: Option<i128>,
        soft: Option<i128>,
    ) -> Result<(), Unreadable> {
        let found = ROWS.iter().find(|known| known.name == row);
        let Some((row, own)) = found.and_then(|row| Some((row, row.formula.width()?))) else {
            let wide: Vec<String> = ROWS
                .iter()
                .filter(|row| row.formula.width().is_some())
                .map(|row| format!("`{}`", row.name))
                .collect();
            let why = Unreadable::new(format!("`{row}` is no row of the table that has a width"));
            return Err(why.help(format!("expected one of {}", wide.join(", "))));
        };
        if hard.is_some() && own.hard == 0 {
            let why = Unreadable::new(format!("the hard set of `{}` has no width", row.name));
            return Err(why.help("only `soft` is a share of the number there"));
        }
        let width = Width { hard: hard.unwrap_or(own.hard), soft: soft.unwrap_or(own.soft) };
        if own.hard > 0 && width.soft > width.hard {
            let why = Unreadable::out_of_order("the soft width is greater than the hard one");
            return Err(why.help("what readers usually take lies within what the words allow"));
        }
        self.0.insert(row.name, width);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::value::number::Measure;
    use crate::value::quantity::Quantifiers;
    use crate::value::shape::Runs;
    use crate::value::types::count;

    #[test]
    fn a_dossier_says_how_wide_a_row_is() {
        let mut quantifiers = Quantifiers::default();
        quantifiers.widen("about", Some(30), Some(25)).unwrap();
        quantifiers.widen("more-than", None, Some(50)).unwrap();
        // u of 1,000 is 1,000, so that only the share bounds it.
        let read = |words: &str| count::explain(words, &quantifiers).unwrap().bounds;
        let about = read("about 1,000");
        assert_eq!((about.hard, about.soft), (Runs::between(700, 1300), Runs::between(750, 1250)));
        assert_eq!(read("over 1,000").soft, Runs::between(1001, 2000), "g is 1,000");
        assert_eq!(read("over 120").soft, Runs::between(121, 180));
        assert_eq!(read("nearly 1,000").hard, Runs::between(800, 1000));
        let explained =
            count::explain("about 40", &quantifiers).unwrap().explained(Measure::Count, &quantifiers);
        assert!(explained.ends_with("; in this dossier hard by 30% of the number and soft by 25%"));
        assert!(quantifiers.widen("about", Some(20), Some(20)).is_ok());
    }

    #[test]
    fn what_is_no_width_is_refused() {
        let mut quantifiers = Quantifiers::default();
        for (row, hard, soft) in [
            ("abuot", Some(30), None),
            ("at-least", None, Some(10)),
            ("more-than", Some(30), None),
            ("about", Some(5), None),
        ] {
            assert!(quantifiers.widen(row, hard, soft).is_err(), "{row}");
        }
    }
}
