//! A timeline for the terminal: a table, and where the values are numbers a picture.

use std::fmt::Write;

use crate::render::term::layout;
use crate::render::term::layout::{Paint, counted};
use crate::view::sets::{Interval, TwoSets};
use crate::view::timeline::{DatedClaim, Span, Timeline};

/// A table, and where the values are numbers a picture: one bar for each.
pub(crate) fn render(out: &mut String, view: &Timeline, paint: Paint, width: usize) {
    let grows = if view.grows { " (grows)" } else { "" };
    let _ = writeln!(out, "{}  {}{grows}", paint.bold(view.question.as_str()), view.ask);
    if view.moments.is_empty() {
        let _ = writeln!(out, "no source speaks of it");
        return;
    }
    let mut table = layout::table(width);
    table.set_header(["as of", "published", "says", "origin", "claim", "stands"]);
    for moment in &view.moments {
        let assumed = if moment.assumed { " (assumed)" } else { "" };
        table.add_row([
            format!("{}{assumed}", moment.as_of),
            moment.published.clone(),
            moment.words.clone(),
            moment.who.clone(),
            moment.claim.to_string(),
            moment.stands.to_string(),
        ]);
    }
    let _ = writeln!(out, "{table}");
    if let Some(scale) = &view.scale {
        picture(out, view, scale, width);
    }
    let _ = writeln!(out, "{}", counted(view.moments.len(), "claim"));
}

fn picture(out: &mut String, view: &Timeline, scale: &Span, width: usize) {
    let drawn: Vec<(&DatedClaim, &TwoSets)> =
        view.moments.iter().filter_map(|moment| Some((moment, moment.reading.as_ref()?))).collect();
    let widest = |text: fn(&DatedClaim) -> &str, most: usize| {
        drawn.iter().map(|(moment, _)| text(moment).chars().count().min(most)).max().unwrap_or(0)
    };
    let (dates, words) = (widest(|moment| &moment.as_of, 21), widest(|moment| &moment.words, 30));
    let columns = width.saturating_sub(dates + words + 6).clamp(12, 100);
    let (low, high) = &scale.shown;
    let gap = columns.saturating_sub(low.chars().count() + high.chars().count()).max(1);
    let _ = writeln!(out, "{:dates$}   {low}{}{high}", "", " ".repeat(gap));
    for (moment, sets) in drawn {
        let date = cut(&moment.as_of, dates);
        let _ = writeln!(out, "{date:dates$}  {}  {}", bar(sets, scale, columns), cut(&moment.words, words));
    }
    let _ = writeln!(out, "█ usually meant   ─ allowed by the words   ◄ ► open\n");
}

fn cut(text: &str, most: usize) -> String {
    match text.chars().count() > most {
        true => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
        false => text.to_owned(),
    }
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
    use crate::value::kind::Kind;
    use crate::value::shape::{Bounds, Runs};

    fn counts(hard: Runs, soft: Runs) -> TwoSets {
        TwoSets::new(&Kind::Count, &Bounds { hard, soft })
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
    fn huge_numbers_have_a_column() {
        assert_eq!(column(i128::MAX, &scale(0, i128::MAX), 40), 39);
        assert_eq!(column(i128::MAX / 2, &scale(0, i128::MAX), 41), 20);
        assert_eq!(column(i128::MIN, &scale(i128::MIN, i128::MAX), 40), 0);
    }
}
