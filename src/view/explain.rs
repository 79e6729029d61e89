//! The view of one finding explained, version 1: what each side says, how it is read, and the rows it went through.

use serde::Serialize;

use super::withheld::{Gate, Reader};
use crate::align::origin::named;
pub(crate) use crate::align::relation::{Class, Kind, Which};
use crate::align::relation::{reason, relate, unmatched};
use crate::align::rows::Row;
use crate::judge::finding::Mark;
use crate::judge::settles::settles;
use crate::judge::{Court, Finding};
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id};
use crate::text::Spot;
use crate::value::shape::{Shape, Side};

/// One finding, explained. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Explanation {
    /// `gainsay/explain/1`.
    schema: &'static str,
    /// The rule's name.
    pub rule: &'static str,
    /// Sixteen hexadecimal digits that name the finding.
    pub fingerprint: String,
    /// What is the matter, without a full stop.
    pub message: String,
    /// The question that it is about; null where it is about none.
    pub question: Option<String>,
    /// What the question asks.
    pub ask: Option<String>,
    /// Where it stands, the main place first.
    pub places: Vec<Pointed>,
    /// What more there is to know, in sentences of its own.
    pub notes: Vec<String>,
    /// What to do; null where the rule's page says it all.
    pub help: Option<String>,
    /// The first pairs of claims that do not fit together, one of each relation and words.
    pub pairs: Vec<PairExplained>,
    /// How many pairs more join its claims.
    pub more: usize,
    /// What would settle it.
    pub settles: Vec<String>,
    /// The rationale of the assessment that explains it; null where it is open.
    pub explained: Option<String>,
}

/// A place in a file and what is said of it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Pointed {
    /// `FILE:LINE:COLUMN`, from 1.
    pub at: String,
    /// What is said of it; may be empty.
    pub says: String,
}

/// Two claims and the row that they came to.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PairExplained {
    /// The one claim.
    pub a: SideExplained,
    /// The other claim.
    pub b: SideExplained,
    /// How they relate.
    pub relation: Kind,
    /// The number of the row that matched, from 1.
    pub row: u8,
    /// What the relation means for the question.
    pub class: Class,
    /// Which of the two is the part, the later, the narrower or the like; null where the relation has no direction.
    pub direction: Option<Which>,
    /// When the row matches.
    pub when: &'static str,
    /// Why it matches here.
    pub reason: String,
    /// The rows above, each with why it did not match.
    pub unmatched: Vec<RowPassed>,
}

/// One of two claims, as it was read.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SideExplained {
    /// Its full name, `SOURCE#ID`.
    pub claim: String,
    /// Where it is recorded: `FILE:LINE:COLUMN`, from 1.
    pub at: String,
    /// What it says.
    pub words: String,
    /// The words of its source; null where it has none, or where they are withheld.
    pub quote: Option<String>,
    /// These words in the language of the dossier; null where that was not recorded, or is withheld.
    pub translation: Option<String>,
    /// What its words allow; null where it is silent.
    pub hard: Option<String>,
    /// How readers take its words; null where it is silent.
    pub soft: Option<String>,
    /// Each dimension of scope that is stated, with what it covers.
    pub scope: Vec<String>,
    /// The date that it holds for.
    pub as_of: String,
    /// Whether that is its source's date, for want of one of its own.
    pub as_of_assumed: bool,
    /// Who said it first, as far as the record tells.
    pub origin: String,
    /// Whether that origin is established.
    pub established: bool,
    /// Whether it has a quote that is withheld: access to its source is restricted.
    pub withheld: bool,
}

/// A row that did not match.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RowPassed {
    /// Its number, from 1.
    pub row: u8,
    /// The first of the relations that it gives.
    pub relation: Kind,
    /// Why it did not match.
    pub why: String,
}

/// At most so many pairs are shown, the first of each relation and words.
const MOST_PAIRS: usize = 3;

impl Explanation {
    /// A finding explained, as far as a reader may see it.
    pub(crate) fn new(court: &Court, finding: &Finding, reader: Reader) -> Self {
        let dossier = court.dossier();
        let gate = Gate::new(dossier, reader);
        let question = finding.question.as_deref().and_then(|name| dossier.questions.find(name));
        let claims: Vec<ClaimId> =
            finding.claims.iter().filter_map(|name| dossier.claims.find(name)).collect();
        let one_question =
            |(a, b): &&(ClaimId, ClaimId)| dossier.claims[*a].question == dossier.claims[*b].question;
        let mut shown: Vec<(u8, [String; 2])> = Vec::new();
        let mut pairs = Vec::new();
        for (a, b) in finding.pairs.iter().filter(one_question) {
            let row = relate(court.alignment, *a, *b).row.number;
            let mut said = [*a, *b].map(|id| dossier.said(&dossier.claims[id]));
            said.sort();
            if pairs.len() < MOST_PAIRS && !shown.contains(&(row, said.clone())) {
                shown.push((row, said));
                pairs.push(PairExplained::new(court, gate, *a, *b));
            }
        }
        let place = |mark: &Mark| Pointed {
            at: at(court, mark.spot),
            says: gate.phrase(&mark.label.phrase(dossier)),
        };
        Explanation {
            schema: "gainsay/explain/1",
            rule: finding.rule.name,
            fingerprint: finding.fingerprint(),
            message: gate.phrase(&finding.message),
            question: finding.question.clone(),
            ask: question.map(|id| dossier.questions[id].ask.clone()),
            places: finding.marks.iter().map(place).collect(),
            notes: finding.notes.iter().map(|note| gate.phrase(note)).collect(),
            help: finding.help.as_ref().map(|help| gate.phrase(help)),
            more: finding.pairs.len() - pairs.len(),
            settles: match question {
                Some(id) if !finding.pairs.is_empty() => {
                    settles(court, id, (&claims, &finding.pairs), finding.rule)
                }
                _ => Vec::new(),
            },
            pairs,
            explained: finding.explained.clone(),
        }
    }
}

fn at(court: &Court, spot: Spot) -> String {
    let files = &court.dossier().files;
    let (line, column) = files.line_column(spot);
    format!("{}:{line}:{column}", files.get(spot.file).path)
}

impl PairExplained {
    fn new(court: &Court, gate: Gate, a: ClaimId, b: ClaimId) -> Self {
        let alignment = court.alignment;
        let relation = relate(alignment, a, b);
        let passed = |(row, why): (&Row, String)| {
            Some(RowPassed { row: row.number, relation: *row.kinds.first()?, why })
        };
        PairExplained {
            a: SideExplained::new(court, gate, a),
            b: SideExplained::new(court, gate, b),
            relation: relation.kind,
            row: relation.row.number,
            class: relation.class(),
            direction: relation.direction,
            when: relation.row.when,
            reason: reason(alignment, a, b, &relation),
            unmatched: unmatched(alignment, a, b, &relation).into_iter().filter_map(passed).collect(),
        }
    }
}

impl SideExplained {
    fn new(court: &Court, gate: Gate, id: ClaimId) -> Self {
        let (dossier, alignment) = (court.dossier(), court.alignment);
        let claim = &dossier.claims[id];
        let kind = &dossier.questions[claim.question].kind;
        let canonical = |shape: &Shape| dossier.canonical(&dossier.questions[claim.question], shape);
        let [hard, soft] = match claim.shape() {
            None => [None, None],
            Some(shape) => [Side::Hard, Side::Soft]
                .map(|side| Some(kind.spelled(shape, side).unwrap_or_else(|| canonical(shape)))),
        };
        let scope = Dimension::ALL.iter().copied().filter_map(|dimension| {
            alignment.stated(id, dimension).map(|words| format!("{} {words}", dimension.name()))
        });
        let when = &alignment.basics[id.index()].when;
        let origin = &alignment.origins[id.index()];
        SideExplained {
            claim: dossier.claims.name(id).to_owned(),
            at: at(court, claim.spot),
            words: dossier.said(claim),
            quote: gate.quote(id).map(|quote| quote.words.clone()),
            translation: gate.translation(id),
            hard,
            soft,
            scope: scope.collect(),
            as_of: when.as_of.told(),
            as_of_assumed: when.assumed,
            origin: named(dossier, origin.speaker),
            established: origin.established,
            withheld: claim.quote.is_some() && !gate.shows_claim(id),
        }
    }
}
