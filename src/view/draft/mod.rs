//! The view of drafts that are held against the record, version 1: what was looked at, how each statement stands, what is amiss.

pub(crate) mod annotated;
mod runs;

use serde::Serialize;

use super::check::Checked;
pub use super::counts::{DraftCounts, UnheldSentence};
use super::withheld::{Gate, Reader};
use crate::draft::{Binding, LinkedSentence, Statement, StatementKind};
use crate::judge::Finding;
use crate::judge::draft::{DraftCase, Found, Standing, standings};
use crate::model::Level;
use crate::model::table::{ClaimId, QuestionId};
use crate::spot::{Attribution, Speaker, SpotKind};
use crate::text::{FileId, Lines, Spot};
use crate::value::shape::Side;
use crate::vocabulary::vocabulary;

/// What was found in drafts. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Drafted<'a> {
    /// `gainsay/draft/1`.
    schema: &'static str,
    /// What was looked at, in all drafts.
    pub counts: DraftCounts,
    /// Each thing that a draft says, in the order of the drafts and their words.
    pub statements: Vec<DraftStatement>,
    /// What is amiss, in the same order.
    pub findings: Vec<DraftFinding>,
    /// Sentences that lead to a source and have no figure, date, name or quotation that could be held against it: not checked.
    pub unheld: Vec<UnheldSentence>,
    /// The exit code: 0 clean, 1 a finding fails, 2 there was nothing to check.
    pub exit: u8,
    /// The same findings as those of a check, for the formats that both have.
    #[serde(skip)]
    pub(crate) checked: Checked<'a>,
}

const SCHEMA: &str = "gainsay/draft/1";

vocabulary! {
    /// By what a statement is held against a question.
    pub enum BoundBy {
        /// A mark of the draft names it.
        Mark = "mark",
        /// Its words and its neighbours speak for it.
        Proposal = "proposal",
        /// Nothing tells which.
        Nothing = "nothing",
    }
}

vocabulary! {
    /// How a statement stands.
    pub enum DraftStanding {
        /// Claims of the record carry it.
        Carried = "carried",
        /// Something is amiss.
        Amiss = "amiss",
        /// It was not held against anything.
        Unchecked = "unchecked",
    }
}

/// One thing that a draft says.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DraftStatement {
    /// The draft.
    pub draft: String,
    /// Where it stands in it, from 1; of a DOCX in its words.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// `figure`, `date`, `place`, `agent`; null of words whose value is not read.
    pub kind: Option<SpotKind>,
    /// The words that say it.
    pub words: String,
    /// How they are read; null where they are not.
    pub reading: Option<String>,
    /// The sentence that they stand in.
    pub sentence: String,
    /// By what its question is known.
    pub bound_by: BoundBy,
    /// The question that it is held against; null where nothing tells.
    pub question: Option<String>,
    /// What else may be meant, the likeliest first.
    pub others: Vec<String>,
    /// Whom the draft gives it to: ids of agents and sources, in order.
    pub given_to: Vec<String>,
    /// How it stands.
    pub standing: DraftStanding,
    /// The full names of the claims that carry it.
    pub carried_by: Vec<String>,
}

/// One thing that is amiss in a draft.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DraftFinding {
    /// The rule's name.
    pub rule: &'static str,
    /// How grave it is, by the dossier's levels.
    pub level: Level,
    /// What is the matter, without a full stop.
    pub message: String,
    /// The draft.
    pub file: String,
    /// Where it stands in it, from 1; of a DOCX in its words.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// Where it ends.
    pub end_line: usize,
    /// In characters, from 1.
    pub end_column: usize,
    /// The words that it is about.
    pub words: String,
    /// The sentence that they stand in.
    pub sentence: String,
    /// The question that it is about; null where it is about none.
    pub question: Option<String>,
    /// The claims of the record that it is held against, the nearest first.
    pub record: Vec<OnRecord>,
    /// What more there is to know.
    pub notes: Vec<String>,
    /// A wording that the record carries; null where there is none.
    pub wording: Option<String>,
    /// What to do; null where a wording says so.
    pub help: Option<String>,
    /// Sixteen hexadecimal digits that name it as long as its rule, its question and its sentence stay the same.
    pub fingerprint: String,
}

/// A claim of the record.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OnRecord {
    /// Its full name.
    pub claim: String,
    /// Its source.
    pub source: String,
    /// What it says, in words.
    pub said: String,
    /// How that is read; null of what has no numbers.
    pub reading: Option<String>,
    /// Its quote; null where it has none, or where it is withheld.
    pub quote: Option<String>,
    /// Its quote in the language of the dossier; null where that was not recorded, or is withheld.
    pub translation: Option<String>,
}

impl<'a> Drafted<'a> {
    /// What was found in some drafts of one record, at least one.
    pub(crate) fn new(cases: &'a [DraftCase<'_>], found: &'a [Found<'a>], reader: Reader) -> Self {
        let counts = counted(cases);
        let fails = found.iter().any(|it| it.finding.fails());
        let is_empty = counts.statements + counts.quotations + found.len() == 0;
        let exit = if is_empty { 2 } else { u8::from(fails) };
        let dossier = cases[0].dossier();
        let gate = Gate::new(dossier, reader);
        let lines = Lines::new(&dossier.files);
        let own: Vec<FileId> = cases.iter().map(|case| case.file).collect();
        let findings: Vec<&Finding> = found.iter().map(|it| &it.finding).collect();
        let unheld = cases.iter().flat_map(|case| {
            case.draft.linked.iter().map(|linked| UnheldSentence::new(case, linked, &lines))
        });
        let unheld: Vec<UnheldSentence> = unheld.collect();
        let looked_at = (counts.clone(), unheld.clone());
        let checked = Checked::of_drafts(gate, &findings, &own, (looked_at, exit));
        let shown = found.iter().map(|it| DraftFinding::new(&cases[it.draft], it, gate, &lines));
        let statements = cases.iter().flat_map(|case| {
            let each = case.draft.statements.iter().zip(standings(case));
            each.map(|(statement, standing)| DraftStatement::new(case, statement, standing, &lines))
        });
        Drafted {
            schema: SCHEMA,
            counts,
            statements: statements.collect(),
            findings: shown.collect(),
            unheld,
            exit,
            checked,
        }
    }
}

/// What was looked at in drafts.
pub(super) fn counted(cases: &[DraftCase<'_>]) -> DraftCounts {
    let mut counts = DraftCounts { drafts: cases.len(), ..DraftCounts::default() };
    for case in cases {
        for (statement, standing) in case.draft.statements.iter().zip(standings(case)) {
            counts.statements += 1;
            *match &statement.binding {
                Binding::Bound(_) => &mut counts.bound,
                Binding::Proposed { .. } => &mut counts.proposed,
                Binding::Open(_) => &mut counts.open,
            } += 1;
            counts.unread += usize::from(statement.kind == StatementKind::Unread);
            counts.carried += usize::from(DraftStanding::of(statement, standing) == DraftStanding::Carried);
        }
        counts.quotations += case.draft.quotations.len();
        counts.unheld += case.draft.linked.len();
    }
    if let Some(seen) = cases.iter().find_map(|case| case.seen.first()) {
        (counts.texts, counts.texts_missing) = (seen.looked, seen.missing);
    }
    counts
}

impl DraftStanding {
    fn of(statement: &Statement, standing: &Standing) -> Self {
        match (&standing.fault, statement.kind) {
            (Some(_), _) => DraftStanding::Amiss,
            (None, StatementKind::Unread) => DraftStanding::Unchecked,
            (None, _) if standing.carried.is_empty() => DraftStanding::Unchecked,
            (None, _) => DraftStanding::Carried,
        }
    }
}

impl DraftStatement {
    fn new(case: &DraftCase<'_>, statement: &Statement, standing: &Standing, lines: &Lines<'_>) -> Self {
        let dossier = case.dossier();
        let question = |id: &QuestionId| dossier.questions.name(*id).to_owned();
        let (bound_by, others) = match &statement.binding {
            Binding::Bound(_) => (BoundBy::Mark, &[][..]),
            Binding::Proposed { others, .. } => (BoundBy::Proposal, &others[..]),
            Binding::Open(others) => (BoundBy::Nothing, &others[..]),
        };
        let (line, column) = lines.line_column(case.spot(&statement.at));
        let given_to = match &statement.attribution {
            Attribution::Known(speakers) => {
                let agent = |it: &Speaker| it.agent.map(|id| dossier.agents.name(id).to_owned());
                let source = |it: &Speaker| it.source.map(|id| dossier.sources.name(id).to_owned());
                speakers.iter().flat_map(|it| [agent(it), source(it)]).flatten().collect()
            }
            _ => Vec::new(),
        };
        let own = statement.claims.first().and_then(|(name, _)| dossier.claims.find(name));
        DraftStatement {
            draft: case.draft.path.clone(),
            line,
            column,
            kind: match statement.kind {
                StatementKind::Spotted(kind) => Some(kind),
                StatementKind::Unread => None,
            },
            words: case.words(&statement.at),
            reading: own.and_then(|id| reading(case, id)),
            sentence: case.words(&statement.sentence),
            bound_by,
            question: statement.question().as_ref().map(question),
            others: others.iter().map(question).collect(),
            given_to,
            standing: DraftStanding::of(statement, standing),
            carried_by: standing.carried.iter().map(|id| dossier.claims.name(*id).to_owned()).collect(),
        }
    }
}

impl UnheldSentence {
    fn new(case: &DraftCase<'_>, linked: &LinkedSentence, lines: &Lines<'_>) -> Self {
        let (line, column) = lines.line_column(case.spot(&linked.at));
        let names = linked.sources.iter().map(|id| case.dossier().sources.name(*id).to_owned());
        UnheldSentence {
            draft: case.draft.path.clone(),
            line,
            column,
            sentence: case.words(&linked.at),
            sources: names.collect(),
        }
    }
}

impl DraftFinding {
    fn new(case: &DraftCase<'_>, found: &Found<'_>, gate: Gate<'_>, lines: &Lines<'_>) -> Self {
        let (fault, finding) = (found.fault, &found.finding);
        let spot = case.spot(&fault.at);
        let (line, column) = lines.line_column(spot);
        let (end_line, end_column) = lines.line_column(Spot { start: spot.end, ..spot });
        DraftFinding {
            rule: fault.rule.name,
            level: finding.level,
            message: gate.phrase(&fault.message),
            file: case.draft.path.clone(),
            line,
            column,
            end_line,
            end_column,
            words: case.words(&fault.at),
            sentence: case.words(&fault.sentence),
            question: finding.question.clone(),
            record: fault.claims.iter().map(|id| OnRecord::new(case, *id, gate)).collect(),
            notes: fault.notes.iter().map(|note| gate.phrase(note)).collect(),
            wording: fault.wording.as_ref().map(|wording| gate.phrase(wording)),
            help: fault.help.as_ref().map(|help| gate.phrase(help)),
            fingerprint: finding.fingerprint(),
        }
    }
}

impl OnRecord {
    fn new(case: &DraftCase<'_>, id: ClaimId, gate: Gate<'_>) -> Self {
        let dossier = case.dossier();
        let claim = &dossier.claims[id];
        OnRecord {
            claim: dossier.claims.name(id).to_owned(),
            source: dossier.sources.name(claim.source).to_owned(),
            said: dossier.said(claim),
            reading: reading(case, id),
            quote: gate.quote(id).map(|quote| quote.words.clone()),
            translation: gate.translation(id),
        }
    }
}

/// How a claim is read, in words: what its answer allows, and how readers usually take it.
fn reading(case: &DraftCase<'_>, id: ClaimId) -> Option<String> {
    let dossier = case.dossier();
    let claim = &dossier.claims[id];
    let (shape, kind) = (claim.shape()?, &dossier.questions[claim.question].kind);
    let (hard, soft) = (kind.spelled(shape, Side::Hard)?, kind.spelled(shape, Side::Soft)?);
    Some(if hard == soft { hard } else { format!("{hard}, usually {soft}") })
}
