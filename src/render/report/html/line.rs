//! Counts, amounts and days on a line: what a claim's words allow as a thin bar, how readers take them as a thick one.

use askama::Template;
use askama::filters::HtmlSafe;

use super::scale::{Bar, Scale, Tick, cut, point};
use crate::value::kind::Kind;
use crate::value::reading::Bounds;
use crate::view::asked::{AskedClaim, AskedView};

const ROW: f64 = 36.0;
const MOST_ROWS: usize = 24;
const LABEL: usize = 50;

/// A number line or a time line.
#[derive(Debug, Template)]
#[template(path = "line.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Line {
    anchor: String,
    ask: String,
    is_time: bool,
    height: String,
    axis: String,
    rows: Vec<Row>,
    ticks: Vec<Tick>,
    /// Whether steps along the line multiply rather than add.
    logarithmic: bool,
    /// What cannot be drawn any more.
    left_out: usize,
    /// All of it in words, for who cannot see it.
    told: String,
}

impl HtmlSafe for Line {}

/// Claims of one reading.
#[derive(Debug)]
struct Row {
    label: String,
    /// The label uncut.
    full: String,
    label_y: String,
    y: String,
    hard: Vec<Bar>,
    soft: Vec<Bar>,
}

/// A reading, the words that were read, and the source that has them.
type Said<'a> = (&'a str, &'a str, &'a Bounds);

/// What is drawn as one row: a reading with all its words and sources.
struct Group<'a> {
    words: Vec<&'a str>,
    sources: Vec<&'a str>,
    bounds: &'a Bounds,
}

impl Group<'_> {
    /// `“dozens”, “24 to 99”: herald, courier`.
    fn label(&self) -> String {
        let words: Vec<String> = self.words.iter().map(|words| format!("“{words}”")).collect();
        format!("{}: {}", words.join(", "), self.sources.join(", "))
    }
}

impl Line {
    /// The line of some claims; `None` where nothing on it has an end.
    pub(super) fn new(asked: &AskedView, claims: &[AskedClaim], anchor: &str) -> Option<Self> {
        let is_time = matches!(asked.written, Kind::Date);
        let readings = claims.iter().map(|claim| &claim.said).filter_map(|said| {
            let words = if is_time { &said.plain } else { &said.words };
            Some((words.as_str(), said.source.as_str(), said.bounds.as_ref()?))
        });
        let drawn = line(&asked.written, &readings.collect::<Vec<_>>())?;
        Some(Line { anchor: anchor.to_owned(), ask: asked.ask.clone(), is_time, ..drawn })
    }
}

fn line(kind: &Kind, readings: &[Said]) -> Option<Line> {
    let mut rows: Vec<Group> = Vec::new();
    for (words, source, bounds) in readings {
        let index = rows.iter().position(|group| group.bounds == *bounds).unwrap_or_else(|| {
            rows.push(Group { words: Vec::new(), sources: Vec::new(), bounds });
            rows.len() - 1
        });
        let group = &mut rows[index];
        for (list, item) in [(&mut group.words, words), (&mut group.sources, source)] {
            if !list.contains(item) {
                list.push(item);
            }
        }
    }
    rows.sort_by_key(|group| (group.bounds.soft.least(), group.bounds.soft.greatest()));
    let left_out = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    let scale = Scale::new(kind, rows.iter().map(|group| group.bounds))?;
    let told: Vec<String> =
        rows.iter().map(|group| format!("{}: {}", group.label(), in_words(kind, group.bounds))).collect();
    let axis = rows.len() as f64 * ROW + 8.0;
    let drawn = rows.iter().enumerate().map(|(index, group)| {
        let (top, bounds) = (index as f64 * ROW, group.bounds);
        Row {
            label: cut(&group.label(), LABEL),
            full: group.label(),
            label_y: point(top + 13.0),
            y: point(top + 25.0),
            hard: bounds.hard.runs().iter().map(|run| scale.bar(*run)).collect(),
            soft: bounds.soft.runs().iter().map(|run| scale.bar(*run)).collect(),
        }
    });
    Some(Line {
        anchor: String::new(),
        ask: String::new(),
        is_time: false,
        height: point(axis + 24.0),
        axis: point(axis),
        rows: drawn.collect(),
        ticks: scale.ticks(),
        logarithmic: scale.logarithmic,
        left_out,
        told: told.join(". "),
    })
}

fn in_words(kind: &Kind, bounds: &Bounds) -> String {
    let (hard, soft) = (kind.shown(&bounds.hard), kind.shown(&bounds.soft));
    if hard == soft { hard } else { format!("{hard}, usually {soft}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::report::html::scale::WIDTH;
    use crate::value::shape::runs::Runs;

    fn bounds(hard: Runs, soft: Runs) -> Bounds {
        Bounds { hard, soft }
    }

    fn number(text: &str) -> f64 {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_open_runs_to_the_edge_and_what_is_less_stands_left() {
        let (three, many) = (Bounds::exactly(Runs::one(3)), bounds(Runs::from(13), Runs::between(24, 99)));
        let line = line(
            &Kind::Count,
            &[("dozens", "herald", &many), ("three", "courier", &three), ("three", "herald", &three)],
        )
        .unwrap();
        assert_eq!(
            line.rows.iter().map(|row| row.label.as_str()).collect::<Vec<_>>(),
            ["“three”: courier, herald", "“dozens”: herald"]
        );
        let (low, high) = (&line.rows[0].hard[0], &line.rows[1].hard[0]);
        assert!(number(&low.to) < number(&high.from));
        assert!(high.open_high && !high.open_low && !low.open_high);
        assert_eq!(number(&high.to), WIDTH - 2.0);
        let soft = &line.rows[1].soft[0];
        assert!(number(&soft.from) > number(&high.from) && number(&soft.to) < number(&high.to));
        assert!(line.told.contains("“dozens”: herald: 13 or more, usually 24 to 99"), "{}", line.told);
    }

    #[test]
    fn far_numbers_share_a_line_by_powers_of_ten() {
        let readings = [Bounds::exactly(Runs::one(3)), Bounds::exactly(Runs::one(2_000_000))];
        let labelled: Vec<_> = readings.iter().map(|it| ("said", "herald", it)).collect();
        let line = line(&Kind::Count, &labelled).unwrap();
        assert!(line.logarithmic);
        assert!(number(&line.rows[0].hard[0].to) + 100.0 < number(&line.rows[1].hard[0].from));
    }

    #[test]
    fn nothing_is_drawn_of_what_has_no_end() {
        let any = bounds(Runs::everything(), Runs::everything());
        assert!(line(&Kind::Count, &[("some", "herald", &any)]).is_none());
    }

    #[test]
    fn every_line_has_ticks_within_it() {
        for (low, high) in [(0, 0), (3, 3), (7, 9), (0, 1000), (190, 210), (5, 1_000_000_000)] {
            let reading = Bounds::exactly(Runs::between(low, high));
            for kind in [Kind::Count, Kind::Date] {
                let line = line(&kind, &[("said", "herald", &reading)]).unwrap();
                assert!((1..=7).contains(&line.ticks.len()), "{kind:?} {low} {high}: {:?}", line.ticks);
                assert!(line.ticks.iter().all(|tick| (0.0..=WIDTH).contains(&number(&tick.x))));
            }
        }
    }
}
