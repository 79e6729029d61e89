//! A note in the margin: what is amiss, what carries the words, or why they were not held against the record.

use std::collections::BTreeSet;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::render::report::html::badge::Badge;
use crate::render::report::html::piece::{Message, Translation};
use crate::text::counted;
use crate::view::draft::annotated::{DraftNote, Unheld};
use crate::view::draft::{BoundBy, DraftFinding, DraftStanding, DraftStatement, OnRecord};

/// So many claims are shown before the others are folded.
const FIRST_CLAIMS: usize = 3;

/// A note.
#[derive(Template)]
#[template(path = "note.html", config = "src/render/draft/askama.toml")]
pub(super) struct Note<'v> {
    number: usize,
    badge: Badge,
    words: &'v str,
    findings: Vec<Finding<'v>>,
    said: Vec<Said<'v>>,
    /// Why something of it was not held against the record, each a sentence without its stop.
    unheld: Vec<&'static str>,
    held_in: &'v [String],
    carried: Vec<Claim<'v>>,
    /// How many claims carry it, and by what they are known to.
    carriers: String,
}

/// What is amiss.
struct Finding<'v> {
    rule: &'static str,
    message: Message,
    wording: Option<Message>,
    help: Option<Message>,
    notes: Vec<Message>,
    first: Vec<Claim<'v>>,
    more: Vec<Claim<'v>>,
}

/// A claim of the record.
struct Claim<'v> {
    name: &'v str,
    said: &'v str,
    /// How that is read, where its words do not say so themselves.
    reading: Option<&'v str>,
    quote: Option<&'v str>,
    translation: Option<Translation>,
}

/// What the words say, and what that is held against.
struct Said<'v> {
    reading: Option<&'v str>,
    given_to: &'v [String],
    by: &'static str,
    question: Option<&'v str>,
    others: &'v [String],
}

impl HtmlSafe for Note<'_> {}

impl<'v> Note<'v> {
    pub(super) fn new(note: &'v DraftNote) -> Self {
        Note {
            number: note.mark.number,
            badge: Badge::of_note(note.mark.state),
            words: &note.words,
            findings: note.findings.iter().map(Finding::new).collect(),
            said: note.statements.iter().map(Said::new).collect(),
            unheld: note.unheld.iter().map(|why| told(*why)).collect(),
            held_in: &note.held_in,
            carried: note.carried.iter().map(Claim::new).collect(),
            carriers: carriers(note),
        }
    }
}

impl<'v> Finding<'v> {
    fn new(finding: &'v DraftFinding) -> Self {
        let (first, more) = finding.record.split_at(finding.record.len().min(FIRST_CLAIMS));
        let message = |words: &Option<String>| words.as_deref().map(Message::new);
        Finding {
            rule: finding.rule,
            message: Message::new(&finding.message),
            wording: message(&finding.wording),
            help: message(&finding.help).filter(|_| finding.wording.is_none()),
            notes: finding.notes.iter().map(|note| Message::new(note)).collect(),
            first: first.iter().map(Claim::new).collect(),
            more: more.iter().map(Claim::new).collect(),
        }
    }
}

impl<'v> Claim<'v> {
    fn new(claim: &'v OnRecord) -> Self {
        Claim {
            name: &claim.claim,
            said: &claim.said,
            reading: claim.reading.as_deref().filter(|reading| *reading != claim.said),
            quote: claim.quote.as_deref(),
            translation: Translation::of(claim.translation.as_deref()),
        }
    }
}

impl<'v> Said<'v> {
    fn new(statement: &'v DraftStatement) -> Self {
        // What is amiss says itself what it is held against.
        let is_told = statement.standing == DraftStanding::Amiss;
        Said {
            reading: statement.reading.as_deref().filter(|reading| *reading != statement.words),
            given_to: &statement.given_to,
            by: bound(statement.bound_by),
            question: statement.question.as_deref().filter(|_| !is_told),
            others: if is_told { &[] } else { &statement.others },
        }
    }

    fn is_worth_telling(&self) -> bool {
        let says = self.reading.or(self.question).is_some();
        says || !self.given_to.is_empty() || !self.others.is_empty()
    }
}

/// By what the question of a statement is known.
fn bound(by: BoundBy) -> &'static str {
    match by {
        BoundBy::Mark => "by a mark",
        BoundBy::Proposal => "by a proposal",
        BoundBy::Nothing => "by nothing",
    }
}

/// `2 claims on record, by a proposal`.
fn carriers(note: &DraftNote) -> String {
    let told = note.statements.iter().filter(|it| it.question.is_some());
    let ways: BTreeSet<&str> = told.map(|it| bound(it.bound_by)).collect();
    let ways: String = ways.iter().map(|way| format!(", {way}")).collect();
    format!("{} on record{ways}", counted(note.carried.len(), "claim"))
}

/// Why something was not held against the record.
fn told(why: Unheld) -> &'static str {
    match why {
        Unheld::NoQuestion => "nothing tells which question it answers",
        Unheld::NoValue => "no value of it is read",
        Unheld::OfWho => "no value of it is read: who says so was looked at, and nothing else",
        Unheld::Aside => {
            "no quote on record has these words; they are too few, or an answer in marks, to be looked into"
        }
        Unheld::Allowed => "something is amiss with it, by a rule that the dossier allows",
    }
}
