//! The view of a comparison, version 1: every claim of a question with its reading, every pair with its relation.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;

use super::covers::plain;
use super::label::label;
use super::sets::SetsView;
use crate::align::Alignment;
use crate::align::across::Across;
use crate::align::origin::named;
use crate::align::positions::Position;
use crate::align::relation::{Class, Which, relate};
use crate::align::rows::reason::{reason, stated};
use crate::judge::Court;
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id, QuestionId};
use crate::render::term::layout;
use crate::render::term::layout::{Paint, counted, wrapped};

/// One question or all, compared. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct CompareView {
    schema: &'static str,
    pub(crate) questions: Vec<QuestionView>,
    pub(crate) across: Vec<AcrossView>,
}

#[derive(Serialize)]
pub(crate) struct QuestionView {
    pub(crate) question: String,
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    pub(crate) ask: String,
    pub(crate) claims: Vec<ClaimView>,
    pub(crate) pairs: Vec<PairView>,
    pub(crate) positions: Vec<PositionView>,
}

#[derive(Serialize)]
pub(crate) struct ClaimView {
    pub(crate) claim: String,
    pub(crate) words: String,
    pub(crate) reading: Value,
    scope: ScopeView,
    as_of: AsOfView,
    pub(crate) origin: String,
    /// What the claim says in words for people, its stance included.
    pub(crate) said: String,
    #[serde(skip)]
    pub(crate) shown: String,
}

#[derive(Serialize)]
struct ScopeView {
    population: Option<String>,
    place: Option<String>,
    period: Option<String>,
    basis: Option<String>,
}

#[derive(Serialize)]
struct AsOfView {
    value: String,
    assumed: bool,
}

#[derive(Serialize)]
pub(crate) struct PairView {
    pub(crate) a: String,
    pub(crate) b: String,
    pub(crate) relation: &'static str,
    pub(crate) row: u8,
    pub(crate) class: &'static str,
    direction: Option<&'static str>,
    assumed: Vec<&'static str>,
    pub(crate) reason: String,
    /// What one of the two says of the other by itself: "disputes", "supersedes", ...
    stated: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct PositionView {
    pub(crate) claims: Vec<String>,
    pub(crate) supporting: Vec<String>,
    pub(crate) sources: Vec<String>,
    pub(crate) origins: Vec<Vec<String>>,
    pub(crate) independent: usize,
    pub(crate) not_established: usize,
    /// With `many`, the ids that it is about.
    pub(crate) items: Vec<String>,
    /// With `many`, the claims that rule one of these out.
    pub(crate) against: Vec<String>,
    #[serde(skip)]
    pub(crate) label: String,
    /// The claims that stand behind each of `origins`.
    #[serde(skip)]
    pub(crate) groups: Vec<Vec<String>>,
    /// The label with days for EDTF.
    #[serde(skip)]
    pub(crate) plain: String,
}

#[derive(Serialize)]
pub(crate) struct AcrossView {
    relation: &'static str,
    claims: Vec<String>,
    questions: Vec<String>,
    reason: String,
}

impl CompareView {
    /// One question, or all that have claims.
    pub(crate) fn new(court: &Court, only: Option<QuestionId>) -> Self {
        let dossier = court.dossier();
        let asked = dossier.questions.ids().filter(|id| match only {
            Some(only) => *id == only,
            None => !court.alignment.claims.on(*id).is_empty(),
        });
        let questions = asked.map(|id| QuestionView::new(court, id)).collect();
        let concerned = court.across.iter().filter(|law| {
            only.is_none_or(|only| law.claims().iter().any(|id| dossier.claims[*id].question == only))
        });
        CompareView {
            schema: "gainsay/compare/1",
            questions,
            across: concerned.map(|law| AcrossView::new(court.alignment, law)).collect(),
        }
    }
}

impl QuestionView {
    fn new(court: &Court, id: QuestionId) -> Self {
        let alignment = court.alignment;
        let question = &court.dossier().questions[id];
        let claims = alignment.claims.on(id);
        let mut pairs = Vec::with_capacity(claims.len() * claims.len().saturating_sub(1) / 2);
        for (index, a) in claims.iter().enumerate() {
            pairs.extend(claims[index + 1..].iter().map(|b| PairView::new(alignment, *a, *b)));
        }
        QuestionView {
            question: court.dossier().questions.name(id).to_owned(),
            kind: question.kind.name(),
            ask: question.ask.clone(),
            claims: claims.iter().map(|id| ClaimView::new(alignment, *id)).collect(),
            pairs,
            positions: court
                .positions_on(id)
                .iter()
                .map(|position| PositionView::new(alignment, position))
                .collect(),
        }
    }
}

impl ClaimView {
    pub(crate) fn new(alignment: &Alignment, id: ClaimId) -> Self {
        let dossier = alignment.dossier;
        let claim = &dossier.claims[id];
        let question = &dossier.questions[claim.question];
        let when = &alignment.basics[id.index()].when;
        let reading = match claim.shape() {
            None => Value::Null,
            Some(shape) => match shape.numbers() {
                Some(bounds) => {
                    serde_json::to_value(SetsView::new(&question.kind, bounds)).unwrap_or(Value::Null)
                }
                None => Value::String(dossier.canonical(question, shape)),
            },
        };
        let shown = claim.shape().map(|shape| dossier.readable(question, shape)).unwrap_or_default();
        let stated = |dimension| stated(alignment, id, dimension);
        ClaimView {
            claim: dossier.claims.name(id).to_owned(),
            words: claim.words().to_owned(),
            said: dossier.said(claim),
            reading,
            scope: ScopeView {
                population: stated(Dimension::Population),
                place: stated(Dimension::Place),
                period: stated(Dimension::Period),
                basis: stated(Dimension::Basis),
            },
            as_of: AsOfView { value: when.as_of.words.clone(), assumed: when.assumed },
            origin: named(dossier, alignment.origins[id.index()].speaker),
            shown,
        }
    }
}

impl PairView {
    fn new(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Self {
        let relation = relate(alignment, a, b);
        let name = |id: ClaimId| alignment.dossier.claims.name(id).to_owned();
        PairView {
            a: name(a),
            b: name(b),
            relation: relation.kind.name(),
            row: relation.row,
            class: relation.class().name(),
            direction: relation.direction.map(Which::name),
            assumed: relation.assumed().into_iter().map(Dimension::name).collect(),
            reason: reason(alignment, a, b, &relation),
            stated: links(alignment, a, b),
        }
    }
}

/// What either claim states of the other.
fn links(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Vec<String> {
    let claims = &alignment.dossier.claims;
    let mut found = Vec::new();
    for (from, to) in [(a, b), (b, a)] {
        let claim = &claims[from];
        let all = [
            ("corrects", &claim.corrects),
            ("retracts", &claim.retracts),
            ("supersedes", &claim.supersedes),
            ("disputes", &claim.disputes),
        ];
        for (what, list) in all {
            if list.contains(&to) {
                found.push(format!("{} {what} {}", claims.name(from), claims.name(to)));
            }
        }
    }
    found
}

impl PositionView {
    pub(crate) fn new(alignment: &Alignment, position: &Position) -> Self {
        let dossier = alignment.dossier;
        let names = |ids: &[ClaimId]| ids.iter().map(|id| dossier.claims.name(*id).to_owned()).collect();
        let groups = position.origins.groups.iter();
        PositionView {
            claims: names(&position.claims),
            supporting: names(&position.supporting),
            sources: position.sources.iter().map(|id| dossier.sources.name(*id).to_owned()).collect(),
            origins: groups
                .map(|group| group.origins.iter().map(|of| named(dossier, *of)).collect())
                .collect(),
            independent: position.origins.independent,
            not_established: position.origins.not_established,
            items: position.items.iter().map(|item| dossier.node_name(*item).to_owned()).collect(),
            against: names(&position.against),
            label: label(dossier, position, &|id| dossier.said(&dossier.claims[id])),
            plain: label(dossier, position, &|id| plain(dossier, id)),
            groups: position.origins.groups.iter().map(|group| names(&group.claims)).collect(),
        }
    }
}

impl AcrossView {
    fn new(alignment: &Alignment, law: &Across) -> Self {
        let dossier = alignment.dossier;
        let claims = law.claims();
        let question = |id: &ClaimId| dossier.questions.name(dossier.claims[*id].question).to_owned();
        let words = |id: &ClaimId| dossier.claims[*id].words().to_owned();
        let (relation, reason) = match law {
            Across::PartExceedsWhole { part, whole } => (
                "part-exceeds-whole",
                format!(
                    "`{}` on `{}` is more than `{}` on `{}`, of which it is a part",
                    words(part),
                    question(part),
                    words(whole),
                    question(whole)
                ),
            ),
            Across::SumMismatch { whole, sum, .. } => {
                let kind = &dossier.questions[dossier.claims[*whole].question].kind;
                (
                    "sum-mismatch",
                    format!("the parts make {}, the whole is given as `{}`", kind.shown(sum), words(whole)),
                )
            }
        };
        AcrossView {
            relation,
            questions: claims.iter().map(question).collect(),
            claims: claims.iter().map(|id| dossier.claims.name(*id).to_owned()).collect(),
            reason,
        }
    }
}

/// The comparison for people: per question its claims, its positions, its pairs.
pub(crate) fn render(out: &mut String, view: &CompareView, paint: Paint, width: usize) {
    for question in &view.questions {
        let _ = writeln!(out, "{}  {}", paint.bold(&question.question), question.ask);
        let mut claims = layout::ruled_table(width);
        claims.set_header(["", "claim", "says", "origin", "as of"]);
        for (index, claim) in question.claims.iter().enumerate() {
            let assumed = if claim.as_of.assumed { "\n(its source's date)" } else { "" };
            claims.add_row([
                (index + 1).to_string(),
                two_lines(&claim.claim),
                says(claim),
                claim.origin.replace(':', ":\n"),
                format!("{}{assumed}", claim.as_of.value),
            ]);
        }
        let _ = writeln!(out, "{claims}");
        for position in &question.positions {
            let text = format!("behind {}: {}", position.label, standing_behind(position));
            out.push_str(&wrapped(&text, width, "  "));
        }
        if question.pairs.is_empty() {
            let _ = writeln!(out, "  one claim: nothing to compare");
        }
        for pairs in alike(question) {
            let first = pairs[0];
            let relation = format!("{} (row {})", first.relation, first.row);
            let relation = match first.class {
                "conflict" => paint.red(&relation),
                "tension" | "open" => paint.yellow(&relation),
                _ => relation,
            };
            let numbers: Vec<String> = pairs.iter().map(|pair| numbers(question, pair)).collect();
            let _ = writeln!(out, "\n  {relation}: {}", numbers.join(", "));
            out.push_str(&wrapped(&first.reason, width, "    "));
        }
        for pair in question.pairs.iter().filter(|pair| !pair.stated.is_empty()) {
            out.push_str(&wrapped(&format!("stated: {}", pair.stated.join("; ")), width, "  "));
        }
        out.push('\n');
    }
    for law in &view.across {
        out.push_str(&wrapped(&format!("{}: {}", law.relation, law.reason), width, ""));
    }
    let conflicts = view.questions.iter().flat_map(|question| &question.pairs);
    let conflicts = conflicts.filter(|pair| pair.class == Class::Conflict.name()).count();
    let pairs = view.questions.iter().map(|question| question.pairs.len()).sum();
    let _ = writeln!(
        out,
        "{} on {}, {} in conflict",
        counted(pairs, "pair"),
        counted(view.questions.len(), "question"),
        conflicts
    );
}

/// What a claim says, and how that is read where it says more.
fn says(claim: &ClaimView) -> String {
    match claim.shown.is_empty() || claim.shown.eq_ignore_ascii_case(&claim.said) {
        true => claim.said.clone(),
        false => format!("{}\n[{}]", claim.said, claim.shown),
    }
}

/// The pairs of a question, those together that are related in one way for one reason, gravest first.
fn alike(question: &QuestionView) -> Vec<Vec<&PairView>> {
    let mut all: Vec<Vec<&PairView>> = Vec::new();
    for pair in &question.pairs {
        let same = |group: &&mut Vec<&PairView>| group[0].row == pair.row && group[0].reason == pair.reason;
        match all.iter_mut().find(same) {
            Some(group) => group.push(pair),
            None => all.push(vec![pair]),
        }
    }
    const ORDER: [&str; 4] = ["conflict", "tension", "open", "change"];
    all.sort_by_key(|group| ORDER.iter().position(|class| *class == group[0].class).unwrap_or(ORDER.len()));
    all
}

/// The numbers of a pair's claims in their table.
fn numbers(question: &QuestionView, pair: &PairView) -> String {
    let number = |name: &str| {
        question.claims.iter().position(|claim| claim.claim == name).map_or(0, |index| index + 1)
    };
    format!("{}–{}", number(&pair.a), number(&pair.b))
}

/// A claim's full name on two lines, so that a narrow column breaks it where it reads best.
fn two_lines(name: &str) -> String {
    name.replacen('#', "\n#", 1)
}

/// `4 sources, 2 independent origins`: the sources of the claims that support it.
pub(crate) fn standing_behind(position: &PositionView) -> String {
    let mut sources: Vec<&str> =
        position.supporting.iter().filter_map(|name| name.split('#').next()).collect();
    sources.sort_unstable();
    sources.dedup();
    let mut said = counted(sources.len(), "source");
    match (position.independent, position.not_established) {
        (0, 0) if position.claims.is_empty() => {}
        (0, 0) => said.push_str(", none of which supports it by itself"),
        (0, more) => said.push_str(&format!(", no established origin ({more} not established)")),
        (count, 0) => said.push_str(&format!(", {}", counted(count, "independent origin"))),
        (count, more) => {
            said.push_str(&format!(", {} and {more} not established", counted(count, "independent origin")))
        }
    }
    let allowing = position.claims.len() - position.supporting.len();
    if allowing > 0 && !position.supporting.is_empty() {
        said.push_str(&format!("; {} compatible with it without supporting it", are(allowing)));
    }
    if !position.against.is_empty() {
        said.push_str(&format!("; {} against it", are(position.against.len())));
    }
    said
}

fn are(claims: usize) -> String {
    let verb = if claims == 1 { "is" } else { "are" };
    format!("{} {verb}", counted(claims, "claim"))
}
