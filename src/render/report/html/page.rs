//! What the page shows, section by section.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;

use super::article::Article;
use super::badge::{Badge, legend};
use super::entry::Entry;
use super::grid::{Grid, grids};
use super::piece::Message;
use super::policy::{SCRIPT, STYLE, policy};
use super::sources::Sources;
use crate::render::report::terminal::{SECTIONS, held};
use crate::render::report::told;
use crate::render::term::layout::counted;
use crate::view::asked::AskedView;
use crate::view::report::{DisputeView, ReportView};

/// At most so many questions in dispute are shown in full.
const MOST_DISPUTED: usize = 120;
/// So many of them stand in the summary at once.
const FIRST_ENTRIES: usize = 12;
/// At most so many questions that are not in dispute are shown in full.
const MOST_SHARED: usize = 100;
const MOST_WARNINGS: usize = 200;

/// The whole page.
#[derive(Template)]
#[template(path = "page.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Page {
    policy: String,
    style: &'static str,
    script: &'static str,
    title: String,
    /// The disputes in one clause; `None` where there are none.
    short: Option<String>,
    disputed: String,
    counts: String,
    entries: Vec<Entry>,
    /// Those that are folded away, so that the first screen holds the gravest.
    more_entries: Vec<Entry>,
    entries_left_out: usize,
    grids: Vec<Grid>,
    rows_left_out: usize,
    legend: Vec<Badge>,
    articles: Vec<Article>,
    articles_left_out: usize,
    shared: Vec<Article>,
    shared_left_out: usize,
    sources: Sources,
    warnings: Vec<Warning>,
    warnings_left_out: usize,
}

struct Warning {
    rule: &'static str,
    message: Message,
}

impl Page {
    pub(super) fn new(view: &ReportView) -> Self {
        let questions = disputed(view);
        let counts = &view.counts;
        let asked: BTreeMap<&str, &AskedView> =
            view.questions.iter().map(|it| (it.question.as_str(), it)).collect();
        let in_dispute: BTreeSet<&str> = questions.iter().map(|(name, _)| *name).collect();
        let others = || view.questions.iter().filter(|it| !in_dispute.contains(it.question.as_str()));
        let shown = questions.iter().take(MOST_DISPUTED);
        let articles = shown.filter_map(|(name, disputes)| Some(Article::new(asked.get(name)?, disputes)));
        let shared = others().take(MOST_SHARED);
        let told: BTreeSet<&str> = questions
            .iter()
            .take(MOST_DISPUTED)
            .map(|(name, _)| *name)
            .chain(shared.map(|it| it.question.as_str()))
            .collect();
        let mut entries: Vec<Entry> =
            questions.iter().take(MOST_DISPUTED).map(|(_, disputes)| Entry::new(disputes)).collect();
        let more_entries = entries.split_off(entries.len().min(FIRST_ENTRIES));
        let (grids, rows_left_out) = grids(view, &told);
        Page {
            policy: policy(),
            style: STYLE,
            script: SCRIPT,
            title: view.title.clone(),
            short: told::in_short(view),
            disputed: counted(questions.len(), "question"),
            counts: format!(
                "{} of {} on {}; two sources or more speak of {} of them. {} quotes stand in their text, seen now or attested by the lock.",
                counted(counts.claims, "claim"),
                counted(counts.sources, "source"),
                counted(counts.questions, "question"),
                view.table.events.iter().map(|event| event.questions.len()).sum::<usize>(),
                held(view),
            ),
            entries,
            more_entries,
            entries_left_out: questions.len().saturating_sub(MOST_DISPUTED),
            grids,
            rows_left_out,
            legend: legend(),
            articles: articles.collect(),
            articles_left_out: questions.len().saturating_sub(MOST_DISPUTED),
            shared: others().take(MOST_SHARED).map(|asked| Article::new(asked, &[])).collect(),
            shared_left_out: others().count().saturating_sub(MOST_SHARED),
            sources: Sources::new(&view.sources),
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

/// The questions in dispute, gravest first, each with its disputes.
fn disputed(view: &ReportView) -> Vec<(&str, Vec<&DisputeView>)> {
    let mut found: Vec<(&str, Vec<&DisputeView>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for dispute in SECTIONS.iter().flat_map(|(class, _)| view.of_class(class)) {
        let place = *places.entry(&dispute.question).or_insert(found.len());
        if place == found.len() {
            found.push((&dispute.question, Vec::new()));
        }
        found[place].1.push(dispute);
    }
    found
}
