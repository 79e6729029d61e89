//! The view of one finding explained, version 1: what each side says, how it is read, and the rows it went through.

use std::fmt::Write;

use serde::Serialize;

use crate::align::origin::named;
use crate::align::relation::{Which, relate};
use crate::align::rows::ROWS;
use crate::align::rows::reason::{reason, stated};
use crate::align::rows::why::unmatched;
use crate::judge::settles::settles;
use crate::judge::{Court, Finding};
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id};
use crate::render::term::layout::{Paint, wrapped};
use crate::text::counted::counted;

/// One finding, explained. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct ExplainView {
    schema: &'static str,
    rule: &'static str,
    fingerprint: String,
    message: String,
    question: Option<String>,
    ask: Option<String>,
    /// `FILE:LINE:COLUMN` and what is said of it.
    places: Vec<PlaceView>,
    notes: Vec<String>,
    help: Option<String>,
    pairs: Vec<PairView>,
    /// How many pairs more join its claims.
    more: usize,
    settles: Vec<String>,
    explained: Option<String>,
}

#[derive(Serialize)]
struct PlaceView {
    at: String,
    says: String,
}

/// Two claims and the row that they came to.
#[derive(Serialize)]
struct PairView {
    a: SideView,
    b: SideView,
    relation: &'static str,
    row: u8,
    class: &'static str,
    direction: Option<&'static str>,
    when: &'static str,
    reason: String,
    /// The rows above, each with why it did not match.
    unmatched: Vec<UnmatchedView>,
}

#[derive(Serialize)]
struct SideView {
    claim: String,
    at: String,
    words: String,
    quote: Option<String>,
    hard: Option<String>,
    soft: Option<String>,
    scope: Vec<String>,
    as_of: String,
    as_of_assumed: bool,
    origin: String,
    established: bool,
}

#[derive(Serialize)]
struct UnmatchedView {
    row: u8,
    relation: &'static str,
    why: String,
}

/// At most so many pairs are shown, the first of each relation and words.
const MOST_PAIRS: usize = 3;

impl ExplainView {
    pub(crate) fn new(court: &Court, finding: &Finding) -> Self {
        let dossier = court.dossier();
        let question = finding.question.as_deref().and_then(|name| dossier.questions.find(name));
        let claims: Vec<ClaimId> =
            finding.claims.iter().filter_map(|name| dossier.claims.find(name)).collect();
        let one_question =
            |(a, b): &&(ClaimId, ClaimId)| dossier.claims[*a].question == dossier.claims[*b].question;
        let mut shown: Vec<(u8, [String; 2])> = Vec::new();
        let mut pairs = Vec::new();
        for (a, b) in finding.pairs.iter().filter(one_question) {
            let row = relate(court.alignment, *a, *b).row;
            let mut said = [*a, *b].map(|id| dossier.said(&dossier.claims[id]));
            said.sort();
            if pairs.len() < MOST_PAIRS && !shown.contains(&(row, said.clone())) {
                shown.push((row, said));
                pairs.push(PairView::new(court, *a, *b));
            }
        }
        let place = |mark: &crate::judge::finding::Mark| PlaceView {
            at: at(court, mark.spot),
            says: mark.label.clone(),
        };
        ExplainView {
            schema: "gainsay/explain/1",
            rule: finding.rule.name,
            fingerprint: finding.fingerprint(),
            message: finding.message.clone(),
            question: finding.question.clone(),
            ask: question.map(|id| dossier.questions[id].ask.clone()),
            places: finding.marks.iter().map(place).collect(),
            notes: finding.notes.clone(),
            help: finding.help.clone(),
            more: finding.pairs.len() - pairs.len(),
            settles: match question {
                Some(id) if !finding.pairs.is_empty() => settles(court, id, &claims, finding.rule.name),
                _ => Vec::new(),
            },
            pairs,
            explained: finding.explained.clone(),
        }
    }
}

fn at(court: &Court, spot: crate::text::spot::Spot) -> String {
    let files = &court.dossier().files;
    let (line, column) = files.line_column(spot);
    format!("{}:{line}:{column}", files.get(spot.file).path)
}

impl PairView {
    fn new(court: &Court, a: ClaimId, b: ClaimId) -> Self {
        let alignment = court.alignment;
        let relation = relate(alignment, a, b);
        let name = |row: u8| {
            let kinds = ROWS[usize::from(row) - 1].kinds;
            kinds.first().map_or("", |kind| kind.name())
        };
        let above = unmatched(alignment, a, b, &relation).into_iter();
        PairView {
            a: SideView::new(court, a),
            b: SideView::new(court, b),
            relation: relation.kind.name(),
            row: relation.row,
            class: relation.class().name(),
            direction: relation.direction.map(Which::name),
            when: ROWS[usize::from(relation.row) - 1].when,
            reason: reason(alignment, a, b, &relation),
            unmatched: above.map(|(row, why)| UnmatchedView { row, relation: name(row), why }).collect(),
        }
    }
}

impl SideView {
    fn new(court: &Court, id: ClaimId) -> Self {
        let (dossier, alignment) = (court.dossier(), court.alignment);
        let claim = &dossier.claims[id];
        let kind = &dossier.questions[claim.question].kind;
        let canonical = |shape| dossier.canonical(&dossier.questions[claim.question], shape);
        let [hard, soft] = match claim.shape() {
            None => [None, None],
            Some(shape) => match shape.numbers() {
                Some(bounds) => [Some(kind.shown(&bounds.hard)), Some(kind.shown(&bounds.soft))],
                None => [Some(canonical(shape)), Some(canonical(shape))],
            },
        };
        let scope = Dimension::ALL.iter().copied().filter_map(|dimension| {
            stated(alignment, id, dimension).map(|words| format!("{} {words}", dimension.name()))
        });
        let when = &alignment.basics[id.index()].when;
        let origin = &alignment.origins[id.index()];
        SideView {
            claim: dossier.claims.name(id).to_owned(),
            at: at(court, claim.spot),
            words: dossier.said(claim),
            quote: claim.quote.as_ref().map(|quote| quote.words.clone()),
            hard,
            soft,
            scope: scope.collect(),
            as_of: when.as_of.words.clone(),
            as_of_assumed: when.assumed,
            origin: named(dossier, origin.speaker),
            established: origin.established,
        }
    }
}

/// The explanation for people.
pub(crate) fn render(out: &mut String, view: &ExplainView, paint: Paint, width: usize) {
    out.push_str(&wrapped(&format!("{} [{} {}]", view.message, view.rule, view.fingerprint), width, ""));
    if let (Some(question), Some(ask)) = (&view.question, &view.ask) {
        let _ = writeln!(out, "asked: {ask} ({question})");
    }
    if view.pairs.is_empty() {
        out.push('\n');
        for place in &view.places {
            out.push_str(&wrapped(format!("{}  {}", place.at, place.says).trim_end(), width, "  "));
        }
        for note in &view.notes {
            out.push_str(&wrapped(&format!("note: {note}"), width, "  "));
        }
    }
    for pair in &view.pairs {
        out.push('\n');
        side(out, &pair.a, paint, width);
        side(out, &pair.b, paint, width);
        let _ = writeln!(
            out,
            "  {}",
            paint.bold(&format!("row {}, {} ({})", pair.row, pair.relation, pair.class))
        );
        out.push_str(&wrapped(&format!("when {}", pair.when), width, "    "));
        out.push_str(&wrapped(&format!("here: {}", pair.reason), width, "    "));
        if !pair.unmatched.is_empty() {
            let _ = writeln!(out, "  no row above it matches:");
        }
        for row in &pair.unmatched {
            let head = format!("{:>2} {:<19}", row.row, row.relation);
            let text = wrapped(&row.why, width, &" ".repeat(head.len() + 5));
            let _ = write!(out, "    {} {}", paint.dim(&head), text.trim_start());
        }
    }
    out.push('\n');
    if view.more > 0 && !view.pairs.is_empty() {
        let question = view.question.as_deref().unwrap_or_default();
        let _ = writeln!(out, "and {} more: `gainsay compare {question}`", counted(view.more, "pair"));
    }
    if !view.settles.is_empty() {
        out.push_str(&wrapped(&format!("what would settle it: {}", view.settles.join("; ")), width, ""));
    }
    if let Some(rationale) = &view.explained {
        out.push_str(&wrapped(&format!("the desk: {rationale}"), width, ""));
    }
    if let Some(help) = &view.help {
        out.push_str(&wrapped(&format!("help: {help}"), width, ""));
    }
    let _ = writeln!(out, "the rule: `gainsay explain {}`", view.rule);
}

fn side(out: &mut String, side: &SideView, paint: Paint, width: usize) {
    let _ = writeln!(out, "  {}  {}", paint.bold(&side.claim), paint.dim(&side.at));
    if let Some(quote) = &side.quote {
        out.push_str(&wrapped(&format!("“{quote}”"), width, "    "));
    }
    let reading = match (&side.hard, &side.soft) {
        (Some(hard), Some(soft)) if hard == soft => format!("{}: hard and soft {hard}", side.words),
        (Some(hard), Some(soft)) => format!("{}: hard {hard}, soft {soft}", side.words),
        _ => side.words.clone(),
    };
    out.push_str(&wrapped(&format!("read as  {reading}"), width, "    "));
    let scope = if side.scope.is_empty() { "nothing stated".to_owned() } else { side.scope.join(", ") };
    out.push_str(&wrapped(&format!("scope    {scope}"), width, "    "));
    let assumed = if side.as_of_assumed { " (its source's date)" } else { "" };
    out.push_str(&wrapped(&format!("as of    {}{assumed}", side.as_of), width, "    "));
    let established = if side.established { "" } else { " (not established)" };
    out.push_str(&wrapped(&format!("origin   {}{established}", side.origin), width, "    "));
}
