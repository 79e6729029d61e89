//! The view of a timeline, version 1: what was said on a question, in the order of the moments that it holds for.

use std::fmt::Write;

use serde::Serialize;

use super::sets::SetsView;
use crate::align::origin::{Speaker, named};
use crate::judge::Court;
use crate::judge::standing::{Standing, standings};
use crate::model::table::{ClaimId, Id, QuestionId};
use crate::render::term::layout;
use crate::render::term::layout::{Paint, counted};
use crate::value::reading::Bounds;
use crate::value::shape::runs::Runs;

/// A question's claims in order. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct TimelineView {
    schema: &'static str,
    pub(crate) question: String,
    pub(crate) ask: String,
    #[serde(rename = "type")]
    kind: &'static str,
    pub(crate) grows: bool,
    pub(crate) moments: Vec<MomentView>,
    #[serde(skip)]
    scale: Option<Scale>,
}

/// A claim at its place in time.
#[derive(Serialize)]
pub(crate) struct MomentView {
    pub(crate) claim: String,
    pub(crate) source: String,
    pub(crate) as_of: String,
    /// Whether the source's date stands in for an as-of.
    pub(crate) assumed: bool,
    pub(crate) published: String,
    pub(crate) words: String,
    pub(crate) reading: Option<SetsView>,
    /// `agent:ID` or `source:ID`.
    origin: String,
    pub(crate) stands: Standing,
    #[serde(skip)]
    who: String,
    #[serde(skip)]
    bounds: Option<Bounds>,
}

/// The numbers that the picture reaches from and to, and how they are written.
struct Scale {
    low: i128,
    high: i128,
    shown: (String, String),
}

impl TimelineView {
    pub(crate) fn new(court: &Court, id: QuestionId) -> Self {
        let dossier = court.dossier();
        let question = &dossier.questions[id];
        let mut claims: Vec<(ClaimId, Standing)> =
            court.alignment.claims.on(id).iter().copied().zip(standings(court, id)).collect();
        let when = |id: ClaimId| &court.alignment.basics[id.index()].when;
        // What has no date comes last.
        claims.sort_by_key(|(id, _)| {
            let as_of = &when(*id).as_of;
            let published = dossier.sources[dossier.claims[*id].source].published.as_ref();
            let first = published.and_then(|date| date.first);
            (as_of.first.is_none(), as_of.first, as_of.last, first.is_none(), first, *id)
        });
        let moments: Vec<MomentView> = claims
            .into_iter()
            .map(|(id, stands)| {
                let claim = &dossier.claims[id];
                let source = &dossier.sources[claim.source];
                let speaker = court.alignment.origins[id.index()].speaker;
                let bounds = claim.shape().and_then(|shape| shape.numbers()).cloned();
                MomentView {
                    claim: dossier.claims.name(id).to_owned(),
                    source: dossier.sources.name(claim.source).to_owned(),
                    as_of: when(id).as_of.words.clone(),
                    assumed: when(id).assumed,
                    published: source
                        .published
                        .as_ref()
                        .map_or("unknown".to_owned(), |date| date.words.clone()),
                    words: dossier.said(claim),
                    reading: bounds.as_ref().map(|bounds| SetsView::new(&question.kind, bounds)),
                    origin: named(dossier, speaker),
                    stands,
                    who: match speaker {
                        Speaker::Agent(agent) => dossier.agents[agent].name.clone(),
                        Speaker::Source(_) => "unknown".to_owned(),
                    },
                    bounds,
                }
            })
            .collect();
        let scale = scale(moments.iter().filter_map(|moment| moment.bounds.as_ref())).map(|(low, high)| {
            let shown = |number| question.kind.shown(&Runs::one(number));
            Scale { low, high, shown: (shown(low), shown(high)) }
        });
        TimelineView {
            schema: "gainsay/timeline/1",
            question: dossier.questions.name(id).to_owned(),
            ask: question.ask.clone(),
            kind: question.kind.name(),
            grows: question.grows,
            moments,
            scale,
        }
    }
}

/// The least and the greatest end of any reading that is an end.
fn scale<'a>(all: impl Iterator<Item = &'a Bounds>) -> Option<(i128, i128)> {
    let ends = all.flat_map(|bounds| [&bounds.hard, &bounds.soft]).flat_map(|runs| runs.runs());
    let (mut low, mut high) = (None, None);
    for end in ends.flat_map(|run| [run.low, run.high]).flatten() {
        low = Some(low.map_or(end, |low: i128| low.min(end)));
        high = Some(high.map_or(end, |high: i128| high.max(end)));
    }
    low.zip(high)
}

/// A table, and where the values are numbers a picture: one bar for each.
pub(crate) fn render(out: &mut String, view: &TimelineView, paint: Paint, width: usize) {
    let grows = if view.grows { " (grows)" } else { "" };
    let _ = writeln!(out, "{}  {}{grows}", paint.bold(&view.question), view.ask);
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
            moment.claim.clone(),
            moment.stands.to_string(),
        ]);
    }
    let _ = writeln!(out, "{table}");
    if let Some(scale) = &view.scale {
        picture(out, view, scale, width);
    }
    let _ = writeln!(out, "{}", counted(view.moments.len(), "claim"));
}

fn picture(out: &mut String, view: &TimelineView, scale: &Scale, width: usize) {
    let drawn: Vec<(&MomentView, &Bounds)> =
        view.moments.iter().filter_map(|moment| Some((moment, moment.bounds.as_ref()?))).collect();
    let widest = |text: fn(&MomentView) -> &str, most: usize| {
        drawn.iter().map(|(moment, _)| text(moment).chars().count().min(most)).max().unwrap_or(0)
    };
    let (dates, words) = (widest(|moment| &moment.as_of, 21), widest(|moment| &moment.words, 30));
    let columns = width.saturating_sub(dates + words + 6).clamp(12, 100);
    let (low, high) = &scale.shown;
    let gap = columns.saturating_sub(low.chars().count() + high.chars().count()).max(1);
    let _ = writeln!(out, "{:dates$}   {low}{}{high}", "", " ".repeat(gap));
    for (moment, bounds) in drawn {
        let date = cut(&moment.as_of, dates);
        let _ =
            writeln!(out, "{date:dates$}  {}  {}", bar(bounds, scale, columns), cut(&moment.words, words));
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
fn bar(bounds: &Bounds, scale: &Scale, columns: usize) -> String {
    let mut cells = vec![' '; columns];
    let (mut before, mut behind) = (' ', ' ');
    for (runs, mark) in [(&bounds.hard, '─'), (&bounds.soft, '█')] {
        for run in runs.runs() {
            let first = run.low.map_or(0, |low| column(low, scale, columns));
            let last = run.high.map_or(columns - 1, |high| column(high, scale, columns));
            cells[first..=last].fill(mark);
            before = if run.low.is_none() { '◄' } else { before };
            behind = if run.high.is_none() { '►' } else { behind };
        }
    }
    format!("{before}{}{behind}", cells.into_iter().collect::<String>())
}

/// The column of a number between the ends of the scale.
fn column(number: i128, scale: &Scale, columns: usize) -> usize {
    let span = scale.high.saturating_sub(scale.low).max(1);
    let from = number.saturating_sub(scale.low).clamp(0, span);
    let last = columns as i128 - 1;
    let column = from.checked_mul(last).map_or_else(|| from / (span / last).max(1), |wide| wide / span);
    column.clamp(0, last) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(low: i128, high: i128) -> Scale {
        Scale { low, high, shown: (String::new(), String::new()) }
    }

    #[test]
    fn bars_show_what_is_meant_within_what_is_allowed() {
        let about = Bounds { hard: Runs::between(0, 8), soft: Runs::between(2, 4) };
        assert_eq!(bar(&about, &scale(0, 9), 10), " ──███────  ");
        let open = Bounds { hard: Runs::from(5), soft: Runs::between(5, 6) };
        assert_eq!(bar(&open, &scale(0, 9), 10), "      ██───►");
        let exact = Bounds { hard: Runs::one(9), soft: Runs::one(9) };
        assert_eq!(bar(&exact, &scale(9, 9), 10), " █          ");
    }

    #[test]
    fn huge_numbers_have_a_column() {
        assert_eq!(column(i128::MAX, &scale(0, i128::MAX), 40), 39);
        assert_eq!(column(i128::MAX / 2, &scale(0, i128::MAX), 41), 20);
        assert_eq!(column(i128::MIN, &scale(i128::MIN, i128::MAX), 40), 0);
    }
}
