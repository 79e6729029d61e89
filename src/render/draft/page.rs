//! What the page shows: what was held against the record, what was not, and each draft with its notes.

use askama::Template;

use super::passage::Passage;
use crate::render::check::drafted;
use crate::render::policy::policy_without_script;
use crate::render::report::html;
use crate::render::report::html::badge::Badge;
use crate::render::report::html::piece::Message;
use crate::text::counted;
use crate::view::draft::DraftCounts;
use crate::view::draft::annotated::{Annotated, AnnotatedDraft, NoteState};

/// How the page looks, beyond what it has of the report.
const STYLE: &str = include_str!("page.css");

/// The whole page.
#[derive(Template)]
#[template(path = "page.html", config = "src/render/draft/askama.toml")]
pub(super) struct Page<'v> {
    policy: String,
    style: String,
    dossier: &'v str,
    heading: String,
    held: String,
    /// How many notes there are of each kind, the gravest first.
    tallies: Vec<Tally>,
    rules: Vec<Rule<'v>>,
    unheld: Vec<Message>,
    drafts: Vec<Draft<'v>>,
}

/// So many notes.
struct Tally {
    badge: Badge,
    notes: usize,
}

/// What a rule found.
struct Rule<'v> {
    badge: Badge,
    name: &'static str,
    notes: &'v [usize],
}

/// One draft.
struct Draft<'v> {
    path: &'v str,
    tallies: Vec<Tally>,
    keeps_lines: bool,
    passages: Vec<Passage<'v>>,
}

impl<'v> Page<'v> {
    pub(super) fn new(view: &'v Annotated) -> Self {
        let style = format!("{}{STYLE}", html::STYLE);
        Page {
            policy: policy_without_script(&style),
            style,
            dossier: &view.title,
            heading: match view.drafts.as_slice() {
                [one] => format!("{} against the record", one.path),
                several => format!("{} against the record", counted(several.len(), "draft")),
            },
            held: drafted(&view.counts),
            tallies: tallies(|state| view.tally(state)),
            rules: view
                .rules
                .iter()
                .map(|it| Rule { badge: Badge::of_note(it.state), name: it.rule, notes: &it.notes })
                .collect(),
            unheld: unheld(&view.counts),
            drafts: view.drafts.iter().map(Draft::new).collect(),
        }
    }
}

impl<'v> Draft<'v> {
    fn new(draft: &'v AnnotatedDraft) -> Self {
        Draft {
            path: &draft.path,
            tallies: tallies(|state| draft.tally(state)),
            keeps_lines: draft.keeps_lines,
            passages: draft.paragraphs.iter().map(Passage::new).collect(),
        }
    }
}

/// How many notes there are of each kind that there is.
fn tallies(count: impl Fn(NoteState) -> usize) -> Vec<Tally> {
    let each =
        NoteState::ALL.iter().map(|state| Tally { badge: Badge::of_note(*state), notes: count(*state) });
    each.filter(|tally| tally.notes > 0).collect()
}

/// What was not held against the record, and why.
fn unheld(counts: &DraftCounts) -> Vec<Message> {
    let mut told = Vec::new();
    if counts.open > 0 {
        told.push(format!("{} of which nothing tells what they answer", counted(counts.open, "statement")));
    }
    if counts.unread > 0 {
        told.push(format!(
            "{} that marks bind and of which no value is read: who says so was looked at, and nothing else",
            counted(counts.unread, "statement")
        ));
    }
    if counts.unheld > 0 {
        told.push(format!(
            "{} that lead to a source and have no figure, date, name or quotation to hold against it",
            counted(counts.unheld, "sentence")
        ));
    }
    if counts.quotations > 0 && counts.texts_missing > 0 {
        let others = match counts.texts {
            0 => String::new(),
            texts => format!(" and in {}", counted(texts, "text")),
        };
        told.push(format!(
            "{} not held here: quotations were looked for in the quotes on record{others}; `--archive DIR` names a folder of texts",
            counted(counts.texts_missing, "text"),
        ));
    }
    told.iter().map(|why| Message::new(why)).collect()
}
