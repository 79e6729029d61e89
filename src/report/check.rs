//! The view of a check, version 1: counts, findings, exit.

use serde::Serialize;

use crate::align::evidence::Evidence;
pub(crate) use crate::judge::finding::CODE_DIGITS;
use crate::judge::{Court, Finding};
use crate::model::Level;
use crate::text::outcome::Outcome;
use crate::text::spot::{Lines, Spot};

/// What a check found. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct CheckView<'a> {
    schema: &'static str,
    pub(crate) counts: Counts,
    pub(crate) findings: Vec<FindingView<'a>>,
    pub(crate) exit: u8,
    #[serde(skip)]
    pub(crate) title: &'a str,
}

/// What was looked at.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Counts {
    pub(crate) sources: usize,
    pub(crate) claims: usize,
    pub(crate) questions: usize,
    pub(crate) events: usize,
    pub(crate) quotes: Quotes,
    /// Claims that take no part because a problem stands in the way.
    pub(crate) left_out: usize,
}

/// How the quotes stand.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Quotes {
    pub(crate) exact: usize,
    pub(crate) folded: usize,
    pub(crate) elided: usize,
    pub(crate) ambiguous: usize,
    pub(crate) near: usize,
    pub(crate) absent: usize,
    pub(crate) unchecked: usize,
    /// Those of the unchecked that the lock attests.
    pub(crate) attested: usize,
}

/// One finding.
#[derive(Serialize)]
pub(crate) struct FindingView<'a> {
    pub(crate) rule: &'static str,
    pub(crate) level: &'static str,
    pub(crate) message: &'a str,
    pub(crate) claims: &'a [String],
    pub(crate) question: Option<&'a str>,
    pub(crate) file: Option<&'a str>,
    pub(crate) line: Option<usize>,
    pub(crate) column: Option<usize>,
    pub(crate) explained: Option<&'a str>,
    pub(crate) fingerprint: String,
    /// The rule and enough of the fingerprint to ask for the finding.
    #[serde(skip)]
    pub(crate) code: String,
    #[serde(skip)]
    pub(crate) marks: Vec<MarkView<'a>>,
    #[serde(skip)]
    pub(crate) notes: &'a [String],
    #[serde(skip)]
    pub(crate) help: Option<&'a str>,
}

/// A place in a file and what is said of it.
pub(crate) struct MarkView<'a> {
    pub(crate) path: &'a str,
    pub(crate) text: &'a str,
    pub(crate) spot: Spot,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) label: &'a str,
}

impl<'a> CheckView<'a> {
    pub(crate) fn new(court: &Court<'a>, findings: &'a [Finding]) -> Self {
        let dossier = court.dossier();
        let lines = Lines::new(&dossier.files);
        let fails = findings.iter().any(Finding::fails);
        let exit = if dossier.claims.len() == 0 { 2 } else { u8::from(fails) };
        CheckView {
            schema: "gainsay/check/1",
            counts: Counts::new(court),
            findings: findings.iter().map(|finding| FindingView::new(&lines, finding)).collect(),
            exit,
            title: &dossier.title,
        }
    }

    /// How many findings are at a level: those that count, and those that are explained.
    pub(crate) fn tally(&self, level: &str) -> usize {
        self.findings.iter().filter(|finding| finding.level == level && finding.explained.is_none()).count()
    }

    pub(crate) fn explained(&self) -> usize {
        self.findings.iter().filter(|finding| finding.explained.is_some()).count()
    }
}

impl Counts {
    pub(crate) fn new(court: &Court) -> Self {
        let dossier = court.dossier();
        let mut quotes = Quotes::default();
        for evidence in &court.alignment.evidence {
            match evidence {
                Evidence::Missing => {}
                Evidence::Unchecked => quotes.unchecked += 1,
                Evidence::Attested(_) => {
                    quotes.unchecked += 1;
                    quotes.attested += 1;
                }
                Evidence::Seen(seen) => {
                    *match &seen.outcome {
                        Outcome::Exact(_) => &mut quotes.exact,
                        Outcome::Folded(_) => &mut quotes.folded,
                        Outcome::Elided(_) => &mut quotes.elided,
                        Outcome::Ambiguous(_) => &mut quotes.ambiguous,
                        Outcome::Near(_) => &mut quotes.near,
                        Outcome::Absent(_) => &mut quotes.absent,
                    } += 1;
                }
            }
        }
        Counts {
            sources: dossier.sources.len(),
            claims: dossier.claims.len(),
            questions: dossier.questions.len(),
            events: dossier.events.len(),
            quotes,
            left_out: dossier.left_out,
        }
    }
}

impl<'a> FindingView<'a> {
    fn new(lines: &Lines<'a>, finding: &'a Finding) -> Self {
        let marks: Vec<MarkView> = finding
            .marks
            .iter()
            .map(|mark| {
                let file = lines.files().get(mark.spot.file);
                let (line, column) = lines.line_column(mark.spot);
                MarkView { path: &file.path, text: &file.text, spot: mark.spot, line, column, label: &mark.label }
            })
            .collect();
        FindingView {
            rule: finding.rule.name,
            level: match finding.level {
                Level::Allow => "allow",
                Level::Warn => "warn",
                Level::Deny => "deny",
            },
            message: &finding.message,
            claims: &finding.claims,
            question: finding.question.as_deref(),
            file: marks.first().map(|mark| mark.path),
            line: marks.first().map(|mark| mark.line),
            column: marks.first().map(|mark| mark.column),
            explained: finding.explained.as_deref(),
            code: finding.code(),
            fingerprint: finding.fingerprint(),
            marks,
            notes: &finding.notes,
            help: finding.help.as_deref(),
        }
    }
}
