//! What is asked.

use super::column::table_row;
use super::whole::Tables;
use crate::value::types::Kind;

table_row! {
    /// One thing asked about an event.
    QuestionRow as "questions" sorted by 1 {
        question: &'a str,
        event: &'a str,
        event_title: &'a str,
        ask: &'a str,
        r#type: &'a str,
        unit: Option<&'a str>,
        over_time: &'a str,
        settles: Option<i64>,
        additive: bool,
        many: bool,
        part_of: Option<&'a str>,
        positions_cut: bool,
    }
}

pub(super) fn questions<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(QuestionRow<'_>)) {
    let dossier = tables.exchange.dossier();
    for id in tables.questions() {
        let question = &dossier.questions[id];
        give(QuestionRow {
            question: dossier.questions.name(id),
            event: dossier.events.name(question.event),
            event_title: &dossier.events[question.event].title,
            ask: &question.ask,
            r#type: question.kind.name(),
            unit: match &question.kind {
                Kind::Amount { unit } => unit.as_deref(),
                _ => None,
            },
            over_time: question.over_time.name(),
            settles: question.settles.and_then(|day| i64::try_from(day).ok()),
            additive: question.additive,
            many: matches!(question.kind, Kind::Place { many: true } | Kind::Agent { many: true }),
            part_of: question.part_of.map(|id| dossier.questions.name(id)),
            positions_cut: tables.exchange.court.is_cut(id),
        });
    }
}
