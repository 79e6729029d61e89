//! A timeline for the terminal: a table, and where the values are numbers a picture.

use std::fmt::Write;

use crate::render::term::{Line, Screen, Style, table};
use crate::text::counted;
use crate::view::sets::{Interval, TwoSets};
use crate::view::timeline::{DatedClaim, Span, Timeline};
use crate::view::vocabularies::OverTime;

/// At most so many columns of the picture are given to dates, and to the words of values.
const MOST_DATE: usize = 22;
const MOST_WORDS: usize = 30;

/// The table, and where the values are numbers the picture: one bar for each.
pub(crate) fn render(out: &mut String, view: &Timeline, screen: Screen) {
    let over_time = match view.over_time {
        OverTime::Fixed => String::new(),
        moving => format!(" ({moving})"),
    };
    let head = Line::styled(Style::Heading, view.question.as_str());
    screen.line(out, head.and(format!("  {}{over_time}", view.ask)));
    if view.moments.is_empty() {
        screen.line(out, "no source speaks of it");
        return;
    }
    let mut table = table(screen.width);
    table.set_header(["as of", "published", "says", "origin", "claim", "stands"]);
    for moment in &view.moments {
        let assumed = if moment.assumed { " (assumed)" } else { "" };
        table.add_row([
            format!("{}{assumed}", moment.as_of),
            moment.published.clone(),
            match &moment.foreign {
                Some(reading) => format!("{}\n[{reading}]", moment.words),
                None => moment.words.clone(),
            },
            moment.who.clone(),
            moment.claim.to_string(),
            moment.stands.to_string(),
        ]);
    }
    let _ = writeln!(out, "{table}");
    if let Some(scale) = &view.scale {
        picture(out, view, scale, screen);
    }
    screen.line(out, counted(view.moments.len(), "claim"));
}

fn picture(out: &mut String, view: &Timeline, scale: &Span, screen: Screen) {
    let drawn: Vec<(&DatedClaim, &TwoSets)> =
        view.moments.iter().filter_map(|moment| Some((moment, moment.reading.as_ref()?))).collect();
    let widest = |text: fn(&DatedClaim) -> &str, most: usize| {
        drawn.iter().map(|(moment, _)| Line::new(text(moment)).columns().min(most)).max().unwrap_or(0)
    };
    let dates = widest(|moment| &moment.as_of, MOST_DATE);
    let words = widest(|moment| &moment.words, MOST_WORDS);
    let columns = screen.width.saturating_sub(dates + words + 6).clamp(12, 100);
    let (low, high) = &scale.shown;
    let taken = Line::new(low).columns() + Line::new(high).columns();
    let gap = " ".repeat(columns.saturating_sub(taken).max(1));
    let _ = writeln!(out, "{}   {low}{gap}{high}", " ".repeat(dates));
    for (moment, sets) in drawn {
        let line = cut(&moment.as_of, dates).padded(dates).and(format!("  {}  ", bar(sets, scale, columns)));
        let _ = writeln!(out, "{}", line.join(&cut(&moment.words, words)).text());
    }
    screen.line(out, "█ usually meant   ─ allowed by the words   ◄ ► open");
    out.push('\n');
}

/// A text of at most so many columns; one that is wider ends in `…`.
fn cut(text: &str, most: usize) -> Line {
    let whole = Line::new(text);
    if whole.columns() <= most {
        return whole;
    }
    let mut kept = Line::default();
    for c in text.chars() {
        let longer = kept.clone().and(c.encode_utf8(&mut [0; 4]));
        if longer.columns() >= most {
            break;
        }
        kept = longer;
    }
    kept.and("…")
}

/// One value as a bar of `columns`, with a place at either side for an open end.
fn bar(sets: &TwoSets, scale: &Span, columns: usize) -> String {
    let mut cells = vec![' '; columns];
    let (mut before, mut behind) = (' ', ' ');
    for (set, mark) in [(&sets.hard, '─'), (&sets.soft, '█')] {
        for Interval(low, high) in set {
            let first = low.as_ref().map_or(0, |low| column(low.at, scale, columns));
            let last = high.as_ref().map_or(columns - 1, |high| column(high.at, scale, columns));
            cells[first..=last].fill(mark);
            before = if low.is_none() { '◄' } else { before };
            behind = if high.is_none() { '►' } else { behind };
        }
    }
    format!("{before}{}{behind}", cells.into_iter().collect::<String>())
}

/// The column of a number between the ends of the scale.
fn column(number: i128, scale: &Span, columns: usize) -> usize {
    let span = scale.high.saturating_sub(scale.low).max(1);
    let from = number.saturating_sub(scale.low).clamp(0, span);
    let last = columns as i128 - 1;
    let column = from.checked_mul(last).map_or_else(|| from / (span / last).max(1), |wide| wide / span);
    column.clamp(0, last) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::shape::{Bounds, Figure, Runs, Shape};
    use crate::value::types::Kind;

    fn counts(hard: Runs, soft: Runs) -> TwoSets {
        let figure = Shape::Figure(Figure::of(Bounds { hard, soft }));
        TwoSets::of(&Kind::Count, &figure).expect("it is a count")
    }

    fn scale(low: i128, high: i128) -> Span {
        Span { low, high, shown: (String::new(), String::new()) }
    }

    #[test]
    fn bars_show_what_is_meant_within_what_is_allowed() {
        let about = counts(Runs::between(0, 8), Runs::between(2, 4));
        assert_eq!(bar(&about, &scale(0, 9), 10), " ──███────  ");
        let open = counts(Runs::from(5), Runs::between(5, 6));
        assert_eq!(bar(&open, &scale(0, 9), 10), "      ██───►");
        let exact = counts(Runs::one(9), Runs::one(9));
        assert_eq!(bar(&exact, &scale(9, 9), 10), " █          ");
    }

    #[test]
    fn a_text_is_cut_by_its_columns() {
        assert_eq!(cut("three", 5).text(), "three");
        assert_eq!(cut("threes", 5).text(), "thre…");
        assert_eq!(cut("三人が死亡", 6).text(), "三人…", "five of six columns: the next would take seven");
    }

    #[test]
    fn huge_numbers_have_a_column() {
        assert_eq!(column(i128::MAX, &scale(0, i128::MAX), 40), 39);
        assert_eq!(column(i128::MAX / 2, &scale(0, i128::MAX), 41), 20);
        assert_eq!(column(i128::MIN, &scale(i128::MIN, i128::MAX), 40), 0);
    }
}
