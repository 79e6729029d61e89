//! Words of a draft against the record.

use serde::Serialize;

use super::paged::Item;
use super::quoted::{Quoted, WordsOf};
use crate::model::Level;
use crate::spot::SpotKind;
use crate::view::draft::{BoundBy, DraftFinding, DraftStanding, DraftStatement, Drafted, OnRecord};

/// So many claims are named with what they say, and so many without.
const MOST_NAMED: usize = 6;

/// What was looked at, something that is amiss, or a thing that the draft says.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) enum Checkable {
    /// How much there was to hold, ahead of all.
    Draft(CheckedDraft),
    /// Something that is amiss, in the order of the words.
    Finding(Box<CheckedFault>),
    /// A thing that the draft says with which nothing is amiss, behind all findings.
    Statement(Box<CheckedStatement>),
}

/// How much there was to hold.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct CheckedDraft {
    /// Figures, dates and names that answer something, and what marks bind. With none and no quotation nothing was checked.
    statements: usize,
    /// Those that claims of the record carry.
    carried: usize,
    /// Those of which nothing tells what they answer.
    open: usize,
    /// Words in quotation marks.
    quotations: usize,
    /// Findings that follow.
    findings: usize,
    /// Texts in which quotations could not be looked for.
    texts_missing: usize,
    /// Sentences that lead to a source and have no figure, date, name or quotation to hold against it: not checked.
    unheld: usize,
}

/// Something that is amiss.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct CheckedFault {
    /// The rule's name; `gainsay explain RULE` has its page.
    rule: &'static str,
    /// How grave it is, by the dossier's levels.
    level: Level,
    /// What is the matter.
    message: Quoted,
    /// The words of the draft that it is about.
    words: Quoted,
    /// Their sentence.
    sentence: Quoted,
    /// The line that they begin on, from 1.
    line: usize,
    /// The column that they begin at, from 1, in characters.
    column: usize,
    /// The question that it is about; absent where it is about none.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    /// What the record has, the first six claims.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    record: Vec<CheckedClaim>,
    /// What more there is to know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Quoted>,
    /// A wording that the record carries; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    wording: Option<Quoted>,
}

/// A claim that something is held against.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct CheckedClaim {
    /// Its full name.
    claim: String,
    /// What it says.
    said: Quoted,
    /// How that is read; absent of what has no numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<Quoted>,
    /// Its quote; absent where it has none, or where it is withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<Quoted>,
}

/// A thing that the draft says with which nothing is amiss.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct CheckedStatement {
    /// What sort of thing it is; absent of words whose value is not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<SpotKind>,
    /// The words that say it.
    words: Quoted,
    /// The line that they begin on, from 1.
    line: usize,
    /// The column that they begin at, from 1, in characters.
    column: usize,
    /// By what its question is known.
    bound_by: BoundBy,
    /// The question that it is held against; absent where nothing tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    /// How it stands.
    standing: DraftStanding,
    /// The claims that carry it, the first six.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    carried_by: Vec<String>,
}

impl Item for Checkable {
    const SCHEMA: &'static str = "gainsay/mcp-check-text/1";

    fn quoted(&mut self) -> Vec<&mut Quoted> {
        match self {
            Checkable::Draft(_) => Vec::new(),
            Checkable::Statement(it) => vec![&mut it.words],
            Checkable::Finding(it) => {
                let claims = it.record.iter_mut().flat_map(|claim| {
                    let may_be = [&mut claim.reading, &mut claim.quote];
                    std::iter::once(&mut claim.said).chain(may_be.into_iter().flatten())
                });
                let own = [&mut it.message, &mut it.words, &mut it.sentence];
                own.into_iter().chain(claims).chain(&mut it.notes).chain(&mut it.wording).collect()
            }
        }
    }
}

/// What a draft was found to say, and what is amiss with it.
pub(crate) fn checked(view: &Drafted<'_>) -> Vec<Checkable> {
    let counts = &view.counts;
    let mut items = vec![Checkable::Draft(CheckedDraft {
        statements: counts.statements,
        carried: counts.carried,
        open: counts.open,
        quotations: counts.quotations,
        findings: view.findings.len(),
        texts_missing: counts.texts_missing,
        unheld: counts.unheld,
    })];
    items.extend(view.findings.iter().map(|it| Checkable::Finding(Box::new(CheckedFault::new(it)))));
    let sound = view.statements.iter().filter(|it| it.standing != DraftStanding::Amiss);
    items.extend(sound.map(|it| Checkable::Statement(Box::new(CheckedStatement::new(it)))));
    items
}

impl CheckedFault {
    fn new(finding: &DraftFinding) -> Self {
        let ours = |words: &String| WordsOf::Gainsay.says(words.clone());
        let theirs = |words: &String| WordsOf::Client.says(words.clone());
        CheckedFault {
            rule: finding.rule,
            level: finding.level,
            message: ours(&finding.message),
            words: theirs(&finding.words),
            sentence: theirs(&finding.sentence),
            line: finding.line,
            column: finding.column,
            question: finding.question.clone(),
            record: finding.record.iter().take(MOST_NAMED).map(CheckedClaim::new).collect(),
            notes: finding.notes.iter().map(ours).collect(),
            wording: finding.wording.as_ref().or(finding.help.as_ref()).map(ours),
        }
    }
}

impl CheckedClaim {
    fn new(claim: &OnRecord) -> Self {
        let of = WordsOf::Source(claim.source.clone());
        CheckedClaim {
            claim: claim.claim.clone(),
            said: of.says(claim.said.clone()),
            reading: claim.reading.clone().map(|words| WordsOf::Gainsay.says(words)),
            quote: claim.quote.clone().map(|words| of.says(words)),
        }
    }
}

impl CheckedStatement {
    fn new(statement: &DraftStatement) -> Self {
        CheckedStatement {
            kind: statement.kind,
            words: WordsOf::Client.says(statement.words.clone()),
            line: statement.line,
            column: statement.column,
            bound_by: statement.bound_by,
            question: statement.question.clone(),
            standing: statement.standing,
            carried_by: statement.carried_by.iter().take(MOST_NAMED).cloned().collect(),
        }
    }
}
