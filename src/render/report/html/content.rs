//! What the page shows, section by section, ready for its template.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::article::{Article, MOST_SHARED, anchor};
use super::grid::{Grid, grids};
use super::piece::{Piece, pieces};
use super::words::{Badge, Explained, dispute, legend};
use crate::render::report::terminal::{SECTIONS, held};
use crate::render::report::told;
use crate::render::term::layout::counted;
use crate::view::asked::AskedView;
use crate::view::fragment;
use crate::view::report::{DisputeView, ReportView, SourceView};

/// At most so many questions in dispute are shown in full.
const MOST_DISPUTED: usize = 120;
/// So many of them stand in the summary at once.
const FIRST_ENTRIES: usize = 12;
const MOST_SOURCES: usize = 500;
const MOST_WARNINGS: usize = 200;

/// All that the template names.
#[derive(Serialize)]
pub(super) struct Content {
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
    sources: Vec<SourceRow>,
    sources_left_out: usize,
    warnings: Vec<Warning>,
    warnings_left_out: usize,
}

/// A question in dispute, in the summary.
#[derive(Serialize)]
struct Entry {
    anchor: String,
    ask: String,
    event: String,
    badges: Vec<Badge>,
    explained: bool,
    sides: Vec<EntrySide>,
    more: usize,
}

#[derive(Serialize)]
struct EntrySide {
    says: String,
    behind: String,
}

#[derive(Serialize)]
struct SourceRow {
    id: String,
    title: String,
    url: Option<String>,
    archive_url: Option<String>,
    publisher: String,
    published: String,
    author: String,
    claims: usize,
    restricted: bool,
    note: Option<String>,
}

#[derive(Serialize)]
struct Warning {
    rule: &'static str,
    message: Vec<Piece>,
}

impl Content {
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
        Content {
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
            sources: view.sources.iter().take(MOST_SOURCES).map(SourceRow::new).collect(),
            sources_left_out: view.sources.len().saturating_sub(MOST_SOURCES),
            warnings: view
                .warnings
                .iter()
                .take(MOST_WARNINGS)
                .map(|warning| Warning { rule: warning.rule, message: pieces(&warning.message) })
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

/// The badge of a dispute.
pub(super) fn badge(of: &DisputeView) -> Badge {
    dispute(of.rule, of.class, if of.explained.is_some() { Explained::Yes } else { Explained::No })
}

impl Entry {
    fn new(disputes: &[&DisputeView]) -> Self {
        let first = disputes[0];
        let mut sides: Vec<EntrySide> = Vec::new();
        let mut more = 0;
        for side in disputes.iter().flat_map(|dispute| &dispute.sides) {
            let says = &side.claims[0].plain;
            if sides.iter().any(|other| other.says == *says) {
                continue;
            }
            if sides.len() == 4 {
                more += 1;
                continue;
            }
            let all = disputes
                .iter()
                .flat_map(|dispute| &dispute.sides)
                .filter(|other| other.claims[0].plain == *says);
            let sources = told::source_count(all.flat_map(|side| &side.claims));
            sides.push(EntrySide { says: says.clone(), behind: counted(sources, "source") });
        }
        let mut badges: Vec<Badge> = Vec::new();
        for badge in disputes.iter().map(|dispute| badge(dispute)) {
            if !badges.iter().any(|other| (other.word, other.class) == (badge.word, badge.class)) {
                badges.push(badge);
            }
        }
        Entry {
            anchor: anchor(&first.question),
            ask: first.ask.clone(),
            event: first.event.clone(),
            badges,
            explained: disputes.iter().all(|dispute| dispute.explained.is_some()),
            sides,
            more,
        }
    }
}

impl SourceRow {
    fn new(source: &SourceView) -> Self {
        SourceRow {
            id: source.id.clone(),
            title: source.title.clone(),
            url: source.url.as_deref().and_then(fragment::address),
            archive_url: source.archive_url.as_deref().and_then(fragment::address),
            publisher: source.publisher.clone().unwrap_or_else(|| "unknown".to_owned()),
            published: source.published.clone(),
            author: source.author.join(", "),
            claims: source.claims,
            restricted: source.restricted,
            note: source.note.clone(),
        }
    }
}
