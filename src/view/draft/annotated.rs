//! The view of drafts with notes in their margins: their words in paragraphs, cut up where something in them is held against the record.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::runs::runs;
pub(crate) use super::runs::{DraftRun, NoteMark, NoteState};
use super::{BoundBy, DraftCounts, DraftFinding, DraftStanding, DraftStatement, OnRecord, counted};
use crate::capture::{ManuscriptKind, PagePart};
use crate::judge::draft::{DraftCase, Found, SeenQuotation, quoted, standings};
use crate::model::Level;
use crate::model::table::ClaimId;
use crate::text::{Lines, paragraphs};
use crate::view::withheld::{Gate, Reader};

/// Drafts with notes in their margins; notes are numbered from 1 through all of them.
pub(crate) struct Annotated {
    /// The dossier's title.
    pub(crate) title: String,
    /// What was looked at, in all drafts.
    pub(crate) counts: DraftCounts,
    /// The rules that found something, the gravest first.
    pub(crate) rules: Vec<RuleNotes>,
    /// In the order in which they were given.
    pub(crate) drafts: Vec<AnnotatedDraft>,
}

/// What a rule found.
pub(crate) struct RuleNotes {
    pub(crate) rule: &'static str,
    pub(crate) state: NoteState,
    /// The number of a note for each finding.
    pub(crate) notes: Vec<usize>,
}

/// A draft as it is read.
pub(crate) struct AnnotatedDraft {
    /// As it was given.
    pub(crate) path: String,
    /// Whether its lines end where its writer ended them, and not where a line of a text was full.
    pub(crate) keeps_lines: bool,
    pub(crate) paragraphs: Vec<AnnotatedParagraph>,
}

/// A paragraph with the notes on what begins in it.
pub(crate) struct AnnotatedParagraph {
    pub(crate) is_heading: bool,
    pub(crate) runs: Vec<DraftRun>,
    pub(crate) notes: Vec<DraftNote>,
}

/// A note: all that there is to say of the same words.
pub(crate) struct DraftNote {
    pub(crate) mark: NoteMark,
    /// What it is on, on one line.
    pub(crate) words: String,
    /// What is amiss.
    pub(crate) findings: Vec<DraftFinding>,
    /// What the words say.
    pub(crate) statements: Vec<DraftStatement>,
    /// The claims that carry what is not amiss.
    pub(crate) carried: Vec<OnRecord>,
    /// The sources in whose texts a quotation stands.
    pub(crate) held_in: Vec<String>,
    /// Why something of it was not held against the record.
    pub(crate) unheld: BTreeSet<Unheld>,
}

/// Why something was not held against the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unheld {
    /// Nothing tells which question it answers.
    NoQuestion,
    /// No value of it is read.
    NoValue,
    /// No value is read of what a mark binds: who says so was looked at, and nothing else.
    OfWho,
    /// Words in quotation marks that are few and nobody's, or an answer.
    Aside,
    /// Something is amiss, by a rule that is allowed.
    Allowed,
}

/// Where a stretch of a draft begins and ends: of those that begin together the longest comes first.
type Stretch = (usize, Reverse<usize>);

/// What a note is made of.
#[derive(Default)]
struct Parts {
    findings: Vec<DraftFinding>,
    statements: Vec<DraftStatement>,
    carried: BTreeSet<ClaimId>,
    held_in: Vec<String>,
    unheld: BTreeSet<Unheld>,
}

impl Annotated {
    /// What was found in some drafts of one record, at least one.
    pub(crate) fn new(cases: &[DraftCase<'_>], found: &[Found<'_>], reader: Reader) -> Self {
        let gate = Gate::new(cases[0].dossier(), reader);
        let mut number = 0;
        let mut drafts = Vec::with_capacity(cases.len());
        for (at, case) in cases.iter().enumerate() {
            let own = found.iter().filter(|it| it.draft == at);
            let parts = parts(case, own, gate);
            let mut notes = Vec::with_capacity(parts.len());
            for ((start, Reverse(end)), parts) in parts {
                number += 1;
                notes.push((start..end, parts.note(case, &(start..end), number, gate)));
            }
            drafts.push(AnnotatedDraft::new(case, notes));
        }
        Annotated {
            title: gate.dossier().title.clone(),
            counts: counted(cases),
            rules: rules(&drafts),
            drafts,
        }
    }

    /// How many notes there are.
    pub(crate) fn notes(&self) -> usize {
        self.drafts.iter().map(|draft| draft.notes().count()).sum()
    }

    /// How many notes stand so.
    pub(crate) fn tally(&self, state: NoteState) -> usize {
        self.drafts.iter().map(|draft| draft.tally(state)).sum()
    }
}

/// What each rule found, the gravest first.
fn rules(drafts: &[AnnotatedDraft]) -> Vec<RuleNotes> {
    let mut found: BTreeMap<(NoteState, &'static str), Vec<usize>> = BTreeMap::new();
    for note in drafts.iter().flat_map(AnnotatedDraft::notes) {
        for finding in &note.findings {
            found.entry((NoteState::of(finding.level), finding.rule)).or_default().push(note.mark.number);
        }
    }
    found.into_iter().map(|((state, rule), notes)| RuleNotes { rule, state, notes }).collect()
}

/// What there is to say of each stretch of a draft.
fn parts<'f, 'c: 'f>(
    case: &DraftCase<'_>,
    found: impl Iterator<Item = &'f Found<'c>>,
    gate: Gate<'_>,
) -> BTreeMap<Stretch, Parts> {
    let lines = Lines::new(&case.dossier().files);
    let mut parts: BTreeMap<Stretch, Parts> = BTreeMap::new();
    let ends = |at: &Range<usize>| (at.start, Reverse(at.end));
    for it in found {
        let own = parts.entry(ends(&it.fault.at)).or_default();
        own.findings.push(DraftFinding::new(case, it, gate, &lines));
    }
    for (statement, standing) in case.draft.statements.iter().zip(standings(case)) {
        let own = parts.entry(ends(&statement.at)).or_default();
        let shown = DraftStatement::new(case, statement, standing, &lines);
        if shown.standing != DraftStanding::Amiss {
            own.carried.extend(&standing.carried);
        }
        own.unheld.extend(match (shown.standing, shown.bound_by, shown.kind) {
            (DraftStanding::Carried, ..) => None,
            (DraftStanding::Amiss, ..) => own.findings.is_empty().then_some(Unheld::Allowed),
            (DraftStanding::Unchecked, BoundBy::Nothing, _) => Some(Unheld::NoQuestion),
            (DraftStanding::Unchecked, _, Some(_)) => Some(Unheld::NoValue),
            (DraftStanding::Unchecked, _, None) => Some(Unheld::OfWho),
        });
        own.statements.push(shown);
    }
    for ((quotation, seen), standing) in case.draft.quotations.iter().zip(&case.seen).zip(quoted(case)) {
        let own = parts.entry(ends(&quotation.at)).or_default();
        match (own.findings.is_empty(), standing.fault.is_some()) {
            (true, true) => own.unheld.extend([Unheld::Allowed]),
            (true, false) => own.quote(case, seen, &standing.carried),
            (false, _) => {}
        }
    }
    parts
}

impl Parts {
    /// Takes where a quotation stands that is not amiss.
    fn quote(&mut self, case: &DraftCase<'_>, seen: &SeenQuotation, claims: &[ClaimId]) {
        if claims.is_empty() && seen.held.is_empty() {
            self.unheld.insert(Unheld::Aside);
        }
        self.carried.extend(claims);
        let sources = &case.dossier().sources;
        self.held_in = seen.held.iter().map(|id| sources.name(*id).to_owned()).collect();
    }

    fn note(self, case: &DraftCase<'_>, at: &Range<usize>, number: usize, gate: Gate<'_>) -> DraftNote {
        let amiss = self.findings.iter().map(|finding| NoteState::of(finding.level)).min();
        let state = amiss.unwrap_or(match self.unheld.is_empty() {
            true => NoteState::Carried,
            false => NoteState::Unchecked,
        });
        DraftNote {
            mark: NoteMark { state, number },
            words: case.words(at),
            findings: self.findings,
            statements: self.statements,
            carried: self.carried.into_iter().map(|id| OnRecord::new(case, id, gate)).collect(),
            held_in: self.held_in,
            unheld: self.unheld,
        }
    }
}

impl NoteState {
    fn of(level: Level) -> Self {
        match level {
            Level::Deny => NoteState::Error,
            Level::Warn | Level::Allow => NoteState::Warning,
        }
    }
}

impl AnnotatedDraft {
    fn new(case: &DraftCase<'_>, notes: Vec<(Range<usize>, DraftNote)>) -> Self {
        let text = &case.draft.words;
        let all = paragraphs(text);
        let mut notes = notes.into_iter().peekable();
        let mut open: Vec<(Range<usize>, NoteMark)> = Vec::new();
        let mut shown = Vec::with_capacity(all.len());
        for (number, at) in all.iter().enumerate() {
            // What stands between paragraphs belongs to the one before.
            let end = all.get(number + 1).map_or(usize::MAX, |next| next.start);
            let own: Vec<(Range<usize>, DraftNote)> =
                std::iter::from_fn(|| notes.next_if(|(at, _)| at.start < end)).collect();
            open.extend(own.iter().map(|(at, note)| (at.clone(), note.mark)));
            let first = case.manuscript.words.of_article(at).start;
            shown.push(AnnotatedParagraph {
                is_heading: case.manuscript.words.place(first) == PagePart::Heading,
                runs: runs(text, at, end, &open),
                notes: own.into_iter().map(|(_, note)| note).collect(),
            });
            open.retain(|(at, _)| at.end > end);
        }
        AnnotatedDraft {
            path: case.draft.path.clone(),
            keeps_lines: case.manuscript.kind != ManuscriptKind::Text,
            paragraphs: shown,
        }
    }

    /// All notes, in order.
    pub(crate) fn notes(&self) -> impl Iterator<Item = &DraftNote> {
        self.paragraphs.iter().flat_map(|it| &it.notes)
    }

    /// How many notes stand so.
    pub(crate) fn tally(&self, state: NoteState) -> usize {
        self.notes().filter(|note| note.mark.state == state).count()
    }
}
