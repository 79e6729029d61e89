//! What the page shows, section by section.

use std::collections::BTreeSet;

use askama::Template;

use super::article::Article;
use super::entry::{Events, MOST_CARDS, SummaryEntry};
use super::grid::{Grid, grids};
use super::leads::Leads;
use super::legend::Legend;
use super::piece::Message;
use super::sources::SourceTable;
use crate::render::policy::policy;
use crate::render::report::told;
use crate::text::counted;
use crate::view::report::asked::AskedQuestion;
use crate::view::report::disagreement::Disagreement;
use crate::view::report::{AloneAnswer, Report};

/// How the page looks.
pub(in crate::render) const STYLE: &str = include_str!("page.css");
/// What only adds a filter, and opens what a link leads to.
const SCRIPT: &str = include_str!("page.js");

/// At most so many questions in dispute are shown in full.
const MOST_DISPUTED: usize = 120;
/// So many of them stand in the summary at once.
const FIRST_ENTRIES: usize = 24;
/// At most so many questions that are not in dispute are shown in full.
const MOST_SHARED: usize = 100;
const MOST_WARNINGS: usize = 200;
/// At most so many answers that one source alone gives are shown.
const MOST_ALONE: usize = 600;

/// The whole page.
#[derive(Template)]
#[template(path = "page.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Page<'v> {
    policy: String,
    style: &'static str,
    script: &'static str,
    title: String,
    /// The disputes in one clause; `None` where there are none.
    short: Option<String>,
    disputed: String,
    counts: String,
    entries: Vec<SummaryEntry>,
    /// Those that are folded away, so that the first screen holds the gravest.
    more_entries: Vec<SummaryEntry>,
    entries_left_out: usize,
    grids: Vec<Grid>,
    rows_left_out: usize,
    legend: Legend,
    articles: Vec<Article>,
    /// Whether each is folded away, so that a reader of very many finds the one that is looked for.
    folded: bool,
    articles_left_out: usize,
    shared: Vec<Article>,
    shared_left_out: usize,
    /// What one source alone says, by event.
    alone: Vec<Alone<'v>>,
    alone_left_out: usize,
    sources: SourceTable,
    warnings: Vec<Warning>,
    warnings_left_out: usize,
}

/// Answers of one event.
struct Alone<'v> {
    event: &'v str,
    answers: &'v [AloneAnswer],
}

struct Warning {
    rule: &'static str,
    message: Message,
}

impl<'v> Page<'v> {
    pub(super) fn new(view: &'v Report) -> Self {
        let questions = view.disputed();
        let others: Vec<&AskedQuestion> = view.shared().collect();
        let shown = &questions[..questions.len().min(MOST_DISPUTED)];
        let shared = &others[..others.len().min(MOST_SHARED)];
        let told = shown
            .iter()
            .map(|(asked, _)| &asked.question)
            .chain(shared.iter().map(|it| &it.question))
            .collect();
        let all: BTreeSet<&str> = questions.iter().map(|(asked, _)| asked.event.as_str()).collect();
        let events = if all.len() > 1 { Events::Several } else { Events::One };
        let mut entries: Vec<SummaryEntry> =
            shown.iter().map(|(asked, disputes)| entry(asked, disputes, (events, questions.len()))).collect();
        let more_entries = entries.split_off(entries.len().min(FIRST_ENTRIES));
        let (grids, rows_left_out) = grids(view, &told);
        Page {
            policy: policy(STYLE, SCRIPT),
            style: STYLE,
            script: SCRIPT,
            title: view.title.clone(),
            short: told::in_short(view),
            disputed: counted(questions.len(), "question"),
            counts: format!(
                "{}; two sources or more speak of {} of them. {}.",
                told::looked_at(view),
                view.table.events.iter().map(|event| event.questions.len()).sum::<usize>(),
                told::held(view),
            ),
            entries,
            more_entries,
            entries_left_out: questions.len().saturating_sub(MOST_DISPUTED),
            grids,
            rows_left_out,
            legend: Legend::new(view),
            articles: shown.iter().map(|(asked, disputes)| Article::new(asked, disputes)).collect(),
            folded: questions.len() > MOST_CARDS,
            articles_left_out: questions.len().saturating_sub(MOST_DISPUTED),
            shared: shared.iter().map(|asked| Article::new(asked, &[])).collect(),
            shared_left_out: others.len().saturating_sub(MOST_SHARED),
            alone: alone(&view.alone[..view.alone.len().min(MOST_ALONE)]),
            alone_left_out: view.alone.len().saturating_sub(MOST_ALONE),
            sources: SourceTable::new(&view.sources, Leads::Within),
            warnings: view
                .warnings
                .iter()
                .take(MOST_WARNINGS)
                .map(|warning| Warning { rule: warning.rule, message: Message::new(&warning.message) })
                .collect(),
            warnings_left_out: view.warnings.len().saturating_sub(MOST_WARNINGS),
        }
    }
}

/// One of so many questions in dispute.
fn entry(asked: &AskedQuestion, disputes: &[&Disagreement], (events, all): (Events, usize)) -> SummaryEntry {
    SummaryEntry::new(asked, disputes, events, Leads::Within).of(all, asked, disputes)
}

/// Answers by the event that they are about, in the order in which they come.
fn alone(answers: &[AloneAnswer]) -> Vec<Alone<'_>> {
    let events = answers.chunk_by(|a, b| a.event == b.event);
    events.map(|answers| Alone { event: &answers[0].event, answers }).collect()
}
