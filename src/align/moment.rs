//! The moment that a figure holds for, and how two of them stand. See semantics.md, section 3.

use std::sync::Arc;

use crate::model::Dossier;
use crate::model::claim::{AsOf, Claim};
use crate::model::source::SourceKind;
use crate::model::table::SourceId;
use crate::value::shape::DAY;

/// A claim's as-of: its own, or else its source's date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct When {
    pub(crate) as_of: Arc<AsOf>,
    /// Whether it is the source's date that stands in.
    pub(crate) assumed: bool,
}

/// How the first of two as-of stands to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Earlier,
    Later,
    /// One and the same moment.
    Equal,
    /// They share a moment, but are not known to be one.
    Unsettled,
}

impl Order {
    /// How the second stands to the first.
    pub(crate) fn reversed(self) -> Self {
        match self {
            Order::Earlier => Order::Later,
            Order::Later => Order::Earlier,
            other => other,
        }
    }
}

/// The claim's own as-of, else the date its source was published or, where that is unknown, updated. A time of that date
/// without an offset stands in the source's zone, else in that of the claim's event.
pub(crate) fn of(dossier: &Dossier, claim: &Claim) -> When {
    if let Some(as_of) = &claim.as_of {
        return When { as_of: Arc::clone(as_of), assumed: false };
    }
    let source = &dossier.sources[claim.source];
    let Some(date) = source.published.as_ref().or(source.updated.as_ref()) else {
        return When { as_of: Arc::new(AsOf::unknown()), assumed: true };
    };
    // Where the source's zone was taken there is nothing left to place in that of the event.
    let of_event = dossier.events[dossier.questions[claim.question].event].zone.as_ref();
    let as_of = of_event.map_or_else(|| Arc::clone(date), |zone| Arc::new(date.in_zone(zone)));
    When { as_of, assumed: true }
}

/// Compares the as-of of two claims, each with the source that it stands in.
///
/// A day is no moment: two figures of one day may be an hour apart, but not where they stand in one source, which is of one
/// moment if it is no live page.
pub(super) fn order(dossier: &Dossier, a: (&When, SourceId), b: (&When, SourceId)) -> Order {
    match order_of_dates(&a.0.as_of, &b.0.as_of) {
        Order::Unsettled if a.1 == b.1 && is_of_one_moment(dossier, a.1) && is_one_run(a.0, b.0) => {
            Order::Equal
        }
        order => order,
    }
}

/// Compares two dates by themselves; they are equal where both are one and the same minute.
pub(crate) fn order_of_dates(a: &AsOf, b: &AsOf) -> Order {
    if a.ends_before(b) {
        Order::Earlier
    } else if b.ends_before(a) {
        Order::Later
    } else if a.length() == Some(1) && a.is_same_run(b) {
        Order::Equal
    } else {
        Order::Unsettled
    }
}

/// Whether the as-of of some claims can be compared as they are: all have an offset, or none has.
pub(super) fn are_on_one_line<'a>(mut all: impl Iterator<Item = &'a AsOf>) -> bool {
    let first = all.next();
    all.all(|as_of| first.is_some_and(|first| first.clock.is_on_one_line(as_of.clock)))
}

/// Whether what stands in a source, one capture of it, is of one moment: no live page is.
fn is_of_one_moment(dossier: &Dossier, source: SourceId) -> bool {
    dossier.sources[source].kind != Some(SourceKind::Live)
}

/// Whether both have the same run: of at most a day where it is stated, however coarse where both are assumed.
fn is_one_run(x: &When, y: &When) -> bool {
    let is_short = x.as_of.length().is_some_and(|minutes| minutes <= DAY);
    x.as_of.is_same_run(&y.as_of) && (is_short || x.assumed && y.assumed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;
    use crate::value::calendar::date;
    use crate::value::shape::Runs;

    fn as_of(words: &str) -> AsOf {
        let times = date::read(words, None).expect("it is EDTF");
        AsOf::new(words.to_owned(), &times, Runs::everything())
    }

    #[test]
    fn dates_differ_are_one_minute_or_are_unsettled() {
        use Order::{Earlier, Equal, Later, Unsettled};
        for (a, b, order) in [
            ("2024-03-01", "2024-03-02", Earlier),
            ("2024-03", "2024-02-29", Later),
            // A day is no moment.
            ("2024-03-01", "2024-03-01", Unsettled),
            ("2024-03-01", "2024-03-01T12:00", Unsettled),
            ("2024-03-01T09:00", "2024-03-01T21:00", Earlier),
            ("2024-03-01T09:00", "2024-03-01T09:00", Equal),
            ("2024-03-01T09", "2024-03-01T09", Unsettled),
            ("2024-03-01T11:45+03:00", "2024-03-01T08:45Z", Equal),
            ("2024-03-01T20:00Z", "2024-03-02T00:59+05:00", Later),
            // One of them may stand anywhere, and a day is twenty-four hours somewhere.
            ("2024-03-01T09:00", "2024-03-01T09:00Z", Unsettled),
            ("2024-03-01T09:00", "2024-03-01T21:00Z", Unsettled),
            ("2024-03-01T09:00", "2024-03-01T21:01Z", Earlier),
            ("2024-03-01", "2024-03-02T12:00Z", Earlier),
            ("2024-03-01", "2024-03-02T11:59Z", Unsettled),
        ] {
            assert_eq!(order_of_dates(&as_of(a), &as_of(b)), order, "{a} {b}");
            assert_eq!(order_of_dates(&as_of(b), &as_of(a)), order.reversed(), "{b} {a}");
        }
        assert_eq!(order_of_dates(&AsOf::unknown(), &as_of("2024-03-01")), Unsettled);
    }

    const SOURCES: &str = r#"
        [source]
        herald = { title = "H", publisher = "unknown", published = "2024-03-01" }
        yearbook = { title = "Y", publisher = "unknown", published = "2024" }
        live = { title = "L", publisher = "unknown", published = "2024-03-01", kind = "live" }
        karachi = { title = "K", publisher = "unknown", published = "2024-03-01T05:00", time-zone = "Asia/Karachi" }
        offset = { title = "O", publisher = "unknown", published = "2024-03-01T05:00Z" }
        nowhere = { title = "N", publisher = "unknown", published = "2024-03-01T05:00" }
        again = { title = "A", publisher = "unknown", published = "2024-03-01", capture-of = "herald" }
    "#;

    /// A dossier with two claims on a running toll, each by its source and its as-of, in an event of a zone.
    fn dossier(claims: [(&str, Option<&str>); 2]) -> Dossier {
        let claim = |id: &str, (source, as_of): (&str, Option<&str>)| {
            let as_of = as_of.map(|as_of| format!("as-of = \"{as_of}\"\n")).unwrap_or_default();
            format!(
                "[[claim]]\nid = \"{id}\"\nsource = \"{source}\"\nquestion = \"fire/toll\"\nvalue = 3\n{as_of}"
            )
        };
        let [a, b] = claims;
        let file = format!(
            "[event.fire]\ntitle = \"F\"\ntime-zone = \"America/New_York\"\n[event.fire.question.toll]\nask = \"?\"\n\
             type = \"count\"\ngrows = true\n{}{}",
            claim("a", a),
            claim("b", b)
        );
        from_texts(&[("sources/a.toml", SOURCES), ("claims/a.toml", &file)])
    }

    #[test]
    fn claims_of_one_source_are_of_one_moment_unless_it_is_live() {
        use Order::{Equal, Unsettled};
        let day = Some("2024-03-01");
        for (a, b, order) in [
            (("herald", day), ("herald", day), Equal),
            (("herald", None), ("herald", None), Equal),
            (("herald", None), ("herald", day), Equal),
            (("yearbook", None), ("yearbook", None), Equal),
            (("herald", Some("2024-03")), ("herald", Some("2024-03")), Unsettled),
            (("yearbook", None), ("yearbook", Some("2024")), Unsettled),
            (("live", day), ("live", day), Unsettled),
            (("live", Some("2024-03-01T09:00")), ("live", Some("2024-03-01T09:00")), Equal),
            (("herald", day), ("again", day), Unsettled),
            (("herald", day), ("live", day), Unsettled),
            // The zone of the source goes before that of the event: 05:00 in Karachi is midnight of UTC.
            (("karachi", None), ("herald", Some("2024-03-01T00:00Z")), Equal),
            (("nowhere", None), ("herald", Some("2024-03-01T10:00Z")), Equal),
            (("offset", None), ("herald", Some("2024-03-01T05:00Z")), Equal),
            (("herald", Some("2024-03-01T05:00")), ("herald", Some("2024-03-01T10:00Z")), Equal),
        ] {
            let dossier = dossier([a, b]);
            let claims: Vec<&Claim> = dossier.claims.iter().map(|(_, claim)| claim).collect();
            let [x, y] = [0, 1].map(|at| (of(&dossier, claims[at]), claims[at].source));
            assert_eq!(self::order(&dossier, (&x.0, x.1), (&y.0, y.1)), order, "{a:?} {b:?}");
        }
    }
}
