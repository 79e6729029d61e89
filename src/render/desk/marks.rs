//! A text cut up where something in it begins or ends: what was spotted, what is to be quoted of it, what is quoted.

use std::collections::BTreeSet;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::text::steers;
use crate::view::desk::{DeskCard, DeskParagraph, DeskSource};
use crate::view::spot::InRecord;

/// So many of one sort are named where they stand one over the other.
const MOST_NAMED: usize = 12;

/// A paragraph in its pieces.
#[derive(Template)]
#[template(path = "paragraph.html", config = "src/render/desk/askama.toml")]
pub(super) struct Paragraph {
    at: usize,
    pieces: Vec<Piece>,
}

/// Words that stand in the same passages, one and all.
struct Piece {
    words: Words,
    /// How the passage stands that waits the most; empty of words that nobody spotted.
    state: &'static str,
    /// The numbers of the cards that say it, that would quote it, and of the claims that do.
    said: String,
    quoted: String,
    recorded: String,
}

/// Words as they are shown.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% for run in runs %}{% match run %}{% when Run::Shown with (text) %}{{ text }}{% when Run::Hidden with (code) %}<span class="hid" data-c="{{ code }}">U+{{ format!("{code:04X}") }}</span>{% endmatch %}{% endfor %}"#
)]
struct Words {
    runs: Vec<Run>,
}

/// Characters that are shown, or one that steers or is not seen, which is written as its number.
enum Run {
    Shown(String),
    Hidden(u32),
}

impl HtmlSafe for Paragraph {}
impl HtmlSafe for Words {}

/// What may begin and end within a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Said(usize),
    Quoted(usize),
    Recorded(usize),
}

/// Whether a mark begins or ends; what ends at a place ends before others begin there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    Ends,
    Begins,
}

/// The paragraphs of a source; its cards and claims are numbered from `first_card` and `first_claim` on.
pub(super) fn paragraphs(
    source: &DeskSource,
    (first_card, first_claim): (usize, usize),
) -> impl Iterator<Item = Paragraph> {
    let mut edges: Vec<(usize, Edge, Mark)> = Vec::new();
    let mut mark = |[start, end]: [usize; 2], mark: Mark| {
        if start < end {
            edges.extend([(start, Edge::Begins, mark), (end, Edge::Ends, mark)]);
        }
    };
    for (number, card) in source.cards.iter().enumerate() {
        mark(card.at, Mark::Said(number));
        mark(card.quoted, Mark::Quoted(number));
    }
    for (number, claim) in source.claims.iter().enumerate() {
        claim.at.iter().for_each(|at| mark(*at, Mark::Recorded(number)));
    }
    edges.sort_unstable();
    let mut edges = edges.into_iter().peekable();
    let mut over: BTreeSet<Mark> = BTreeSet::new();
    source.paragraphs.iter().map(move |paragraph| {
        let end = paragraph.at + paragraph.text.len();
        let (mut from, mut pieces) = (paragraph.at, Vec::new());
        while let Some((at, edge, mark)) = edges.next_if(|(at, ..)| *at < end) {
            if at > from {
                pieces.push(piece(source, paragraph, (from, at), &over, (first_card, first_claim)));
                from = at;
            }
            match edge {
                Edge::Begins => over.insert(mark),
                Edge::Ends => over.remove(&mark),
            };
        }
        pieces.push(piece(source, paragraph, (from, end), &over, (first_card, first_claim)));
        Paragraph { at: paragraph.at, pieces }
    })
}

fn piece(
    source: &DeskSource,
    paragraph: &DeskParagraph,
    (from, to): (usize, usize),
    over: &BTreeSet<Mark>,
    (first_card, first_claim): (usize, usize),
) -> Piece {
    let said = over.iter().filter_map(|mark| if let Mark::Said(card) = mark { Some(*card) } else { None });
    let quoted =
        over.iter().filter_map(|mark| if let Mark::Quoted(card) = mark { Some(*card) } else { None });
    let recorded =
        over.iter().filter_map(|mark| if let Mark::Recorded(claim) = mark { Some(*claim) } else { None });
    let state = said.clone().map(|card| state(&source.cards[card])).min_by_key(|state| urgency(state));
    Piece {
        words: Words { runs: runs(&paragraph.text[from - paragraph.at..to - paragraph.at]) },
        state: state.unwrap_or_default(),
        said: numbers(said, first_card),
        quoted: numbers(quoted, first_card),
        recorded: numbers(recorded, first_claim),
    }
}

/// The states of cards, that which waits the most first.
const STATES: [&str; 4] = ["open", "waived", "recorded", "beside"];

/// How a card stands, as the style of the page calls it.
pub(super) fn state(card: &DeskCard) -> &'static str {
    match card.passage.state {
        InRecord::Open if card.waits => "open",
        InRecord::Open => "beside",
        InRecord::Waived => "waived",
        InRecord::Recorded => "recorded",
    }
}

fn urgency(state: &str) -> usize {
    STATES.iter().position(|it| *it == state).unwrap_or(STATES.len())
}

fn numbers(of: impl Iterator<Item = usize>, first: usize) -> String {
    of.take(MOST_NAMED).map(|number| (first + number).to_string()).collect::<Vec<_>>().join(" ")
}

fn runs(words: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for c in words.chars() {
        match (steers(c), runs.last_mut()) {
            (true, _) => runs.push(Run::Hidden(u32::from(c))),
            (false, Some(Run::Shown(run))) => run.push(c),
            (false, _) => runs.push(Run::Shown(c.to_string())),
        }
    }
    runs
}
