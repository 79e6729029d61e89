//! A share with the interval in which the true one likely lies.

use serde::Serialize;

use super::agreement::Coefficient;

/// How many of how many, and the interval that 95 of 100 such samples have the true share in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Share {
    /// How many.
    pub right: usize,
    /// Of how many.
    pub of: usize,
    /// The one by the other; null of none.
    pub share: Option<Coefficient>,
    /// The least of Wilson's interval at 95 %; null of none.
    pub low: Option<Coefficient>,
    /// The greatest of it; null of none.
    pub high: Option<Coefficient>,
}

/// The normal deviate that 2.5 % lie beyond.
const Z: f64 = 1.959_963_984_540_054;

impl Share {
    pub(crate) fn new(right: usize, of: usize) -> Self {
        let bounds = wilson(right, of);
        let end = |at: fn((f64, f64)) -> f64| bounds.map(|bounds| Coefficient(at(bounds)));
        Share {
            right,
            of,
            share: (of > 0).then(|| Coefficient(right as f64 / of as f64)),
            low: end(|(low, _)| low),
            high: end(|(_, high)| high),
        }
    }

    /// In per cent with one place, as `97.1 (96.2–97.8)`; what stands for nothing where there is none.
    pub(crate) fn told(&self) -> String {
        // All of it needs no place behind the point.
        let percent = |of: Coefficient| Coefficient(100.0 * of.0).told(if of.0 > 0.9995 { 0 } else { 1 });
        match (self.share, self.low, self.high) {
            (Some(share), Some(low), Some(high)) => {
                format!("{} ({}–{})", percent(share), percent(low), percent(high))
            }
            _ => "–".to_owned(),
        }
    }
}

/// The score interval of E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, JASA 22 (1927),
/// without a correction for continuity; `None` of an empty sample.
fn wilson(right: usize, of: usize) -> Option<(f64, f64)> {
    if of == 0 {
        return None;
    }
    let (n, z2) = (of as f64, Z * Z);
    let p = right as f64 / n;
    let middle = p + z2 / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let whole = 1.0 + z2 / n;
    Some((((middle - half) / whole).max(0.0), ((middle + half) / whole).min(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As R. G. Newcombe gives them, Statistics in Medicine 17 (1998), table I, method 3.
    #[test]
    fn the_interval_is_the_one_that_is_published() {
        for (right, of, low, high) in [
            (81, 263, "0.2553", "0.3662"),
            (15, 148, "0.0624", "0.1605"),
            (0, 20, "0.0000", "0.1611"),
            (1, 29, "0.0061", "0.1718"),
        ] {
            let share = Share::new(right, of);
            let told = [share.low, share.high].map(|end| end.unwrap().told(4));
            assert_eq!(told, [low, high], "{right} of {of}");
        }
    }

    #[test]
    fn the_interval_is_the_same_from_either_side_and_none_of_nothing() {
        let (some, others) = (wilson(3, 40).unwrap(), wilson(37, 40).unwrap());
        assert!((some.0 - (1.0 - others.1)).abs() < 1e-12 && (some.1 - (1.0 - others.0)).abs() < 1e-12);
        assert_eq!(wilson(20, 20).unwrap().1, 1.0);
        let none = Share::new(0, 0);
        assert_eq!((none.share, none.low, none.told()), (None, None, "–".to_owned()));
    }

    #[test]
    fn a_share_is_told_in_per_cent() {
        assert_eq!(Share::new(81, 263).told(), "30.8 (25.5–36.6)");
        assert_eq!(Share::new(20, 20).told(), "100 (83.9–100)");
    }
}
