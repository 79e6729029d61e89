//! The page of a question, and what of it stands elsewhere.

use std::collections::BTreeMap;

use askama::Template;

use super::embed::{embed, iframe, oembed};
use super::frame::{About, FROM_QUESTION, Frame};
use super::list::Item;
use super::svg::{badge, badge_says};
use crate::render::json_line;
use crate::render::report::html::Leads;
use crate::render::report::html::article::Article;
use crate::render::report::html::sources::SourceTable;
use crate::render::report::prose;
use crate::view::report::disagreement::Disagreement;
use crate::view::since::{ClaimChange, DisputeChange};
use crate::view::site::{QuestionState, QuestionTurn, SiteQuestion, address};

/// At most so many revisions, and so many changes of each, are shown.
const MOST_TURNS: usize = 60;
const MOST_CHANGES: usize = 40;

#[derive(Template)]
#[template(path = "question.html", config = "src/render/site/askama.toml")]
struct Page<'a> {
    frame: Frame<'a>,
    article: Article,
    event_page: String,
    state: QuestionState,
    sentence: Option<String>,
    kept_back: usize,
    resting: usize,
    is_silent: bool,
    speakers: Vec<Item>,
    sources: SourceTable,
    turns: Vec<TurnShown>,
    history_cut: bool,
    oembed: String,
    badge_says: String,
    iframe: String,
}

/// By the id of a source: what it is called for short.
type Labels<'a> = BTreeMap<&'a str, &'a str>;

struct TurnShown {
    when: String,
    commit: Option<String>,
    changes: Vec<String>,
    more: usize,
}

/// The files of a question, each with its path.
pub(super) fn files(site: About<'_>, event: &str, view: &SiteQuestion) -> [(String, String); 5] {
    let folder = address::folder(&view.asked.question);
    let page = page(site, event, view).render().expect("a string can always be written to");
    let embedded = embed(site, view);
    [
        (format!("{folder}index.html"), page),
        (format!("{folder}question.json"), json_line(view)),
        (format!("{folder}oembed.json"), json_line(&oembed(site, view, &embedded))),
        (format!("{folder}embed.html"), embedded),
        (format!("{folder}badge.svg"), badge(view)),
    ]
}

fn page<'a>(site: About<'a>, event: &str, view: &SiteQuestion) -> Page<'a> {
    let asked = &view.asked;
    let folder = address::folder(&asked.question);
    let disputes: Vec<&Disagreement> = view.disputes.iter().collect();
    let sentence = (!disputes.is_empty()).then(|| prose::sentence(asked, &disputes));
    let speaker = |(id, name): &(String, String)| Item::new(FROM_QUESTION, &address::speaker(id), name);
    let labels: Labels = view.sources.iter().map(|it| (it.id.as_str(), it.label.as_str())).collect();
    Page {
        frame: Frame::new(site, FROM_QUESTION, &asked.ask).says(sentence.clone()),
        article: Article::new(asked, &disputes),
        event_page: format!("{FROM_QUESTION}{}", address::event(event)),
        state: view.state,
        sentence,
        kept_back: view.kept_back,
        resting: view.resting_on_kept_back.len(),
        is_silent: asked.claims.is_empty(),
        speakers: view.speakers.iter().map(speaker).collect(),
        sources: SourceTable::new(&view.sources, Leads::Site(FROM_QUESTION)),
        turns: view.history.iter().take(MOST_TURNS).map(|turn| TurnShown::new(turn, &labels)).collect(),
        history_cut: view.history_cut || view.history.len() > MOST_TURNS,
        oembed: site.address(&format!("{folder}oembed.json"), "oembed.json"),
        badge_says: badge_says(view),
        iframe: iframe(site, view),
    }
}

impl TurnShown {
    fn new(turn: &QuestionTurn, labels: &Labels<'_>) -> Self {
        let claims: [(&str, &[ClaimChange]); 3] =
            [("came", &turn.added), ("was changed", &turn.changed), ("went", &turn.removed)];
        let disputes: [(&str, &[DisputeChange]); 4] = [
            ("opened", &turn.opened),
            ("closed", &turn.closed),
            ("explained by the desk", &turn.explained),
            ("no longer explained", &turn.reopened),
        ];
        let claims =
            claims.iter().flat_map(|(what, list)| list.iter().map(move |it| of_claim(what, it, labels)));
        let disputes =
            disputes.iter().flat_map(|(what, list)| list.iter().map(move |it| of_dispute(what, it)));
        let mut changes: Vec<String> = claims.chain(disputes).collect();
        let more = changes.len().saturating_sub(MOST_CHANGES);
        changes.truncate(MOST_CHANGES);
        TurnShown {
            when: turn.day.clone().unwrap_or_else(|| "Not committed yet".to_owned()),
            commit: turn.commit.as_ref().map(|commit| commit.chars().take(10).collect()),
            changes,
            more,
        }
    }
}

/// `Herald, 3 Mar 2024: “34” was changed (value, quote)`.
fn of_claim(what: &str, change: &ClaimChange, labels: &Labels<'_>) -> String {
    let keys: Vec<&str> = change.keys.iter().map(|key| key.key).collect();
    let keys = if keys.is_empty() { String::new() } else { format!(" ({})", keys.join(", ")) };
    let source = change.claim.split('#').next().unwrap_or_default();
    let label = labels.get(source).copied().unwrap_or(source);
    format!("{label}: “{}” {what}{keys}", change.says)
}

/// `contradiction opened: herald says ...`.
fn of_dispute(what: &str, change: &DisputeChange) -> String {
    format!("{} {what}: {}", change.rule, change.message.replace('`', ""))
}
