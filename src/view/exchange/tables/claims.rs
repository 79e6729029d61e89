//! The claims, a row each.

use super::asked::{AnswerForm, Asked, fixed};
use super::column::{Fixed, table_row};
use super::whole::Tables;
use crate::align::looked::Evidence;
use crate::align::origin::{Origin, Speaker, named};
use crate::align::outgrown::outgrown;
use crate::capture::sha256;
use crate::model::claim::{Claim, Modality, Stated};
use crate::model::question::{Dimension, Question};
use crate::model::source::SourceKind;
use crate::model::table::{AgentId, ClaimId, Id, QuestionId};
use crate::value::shape::{Clock, Shape, Side};
use crate::value::types::{Kind, folded};
use crate::view::quote_stands::QuoteStands;

table_row! {
    /// What one public source says on one question.
    ClaimRow as "claims" sorted by 2 {
        question: &'a str,
        number: i64,
        claim: &'a str,
        source: &'a str,
        family: &'a str,
        publisher: Option<&'a str>,
        own_voice: bool,
        said_by: Option<String>,
        stance: &'a str,
        modality: &'a str,
        silent: bool,
        denies: bool,
        projected: bool,
        withdrawn: bool,
        outgrown: bool,
        calls_wrong: Option<&'a str>,
        standing: &'a str,
        words: Option<&'a str>,
        folded: Option<String>,
        allows: Option<String>,
        answer: Option<i64>,
        form: Option<&'a str>,
        hard_low: Option<Fixed>,
        hard_high: Option<Fixed>,
        soft_low: Option<Fixed>,
        soft_high: Option<Fixed>,
        is_zero: bool,
        bare: Option<Fixed>,
        bare_place: Option<Fixed>,
        scope: i64,
        population: Option<String>,
        place: Option<String>,
        period: Option<String>,
        basis: Option<String>,
        has_period: Option<bool>,
        period_first: Option<i64>,
        period_last: Option<i64>,
        as_of: String,
        as_of_assumed: bool,
        as_of_first: Option<i64>,
        as_of_last: Option<i64>,
        as_of_zoned: bool,
        as_of_day: Option<i64>,
        settled: bool,
        steady: bool,
        origin: Option<String>,
        origin_agent: Option<&'a str>,
        origin_established: bool,
        tie: Option<&'a str>,
        credibility: Option<i64>,
        quote: Option<&'a str>,
        translation: Option<&'a str>,
        locator: Option<&'a str>,
        quote_sha256: Option<String>,
        text_sha256: Option<&'a str>,
        outcome: &'a str,
        quote_line: Option<i64>,
        quote_column: Option<i64>,
        language: Option<&'a str>,
        note: Option<&'a str>,
    }
}

/// What an answer allows, as numbers.
#[derive(Default)]
struct Ends {
    hard: [Option<Fixed>; 2],
    soft: [Option<Fixed>; 2],
    bare: Option<Fixed>,
    bare_place: Option<Fixed>,
}

pub(super) fn claims<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(ClaimRow<'_>)) {
    for question in tables.questions() {
        let asked = Asked::new(tables, question);
        let alignment = tables.exchange.court.alignment;
        let on = alignment.claims.on(question);
        let standing: Vec<ClaimId> = on.iter().copied().filter(|id| alignment.stands(*id)).collect();
        let (outgrown, _) = outgrown(alignment, &standing);
        for (number, id) in tables.claims_on(question) {
            give(row(tables, &asked, (question, number, id), outgrown.contains(&id)));
        }
    }
}

fn row<'a>(
    tables: &Tables<'a>,
    asked: &Asked<'a>,
    (on, number, id): (QuestionId, i64, ClaimId),
    outgrown: bool,
) -> ClaimRow<'a> {
    let exchange = tables.exchange;
    let (dossier, alignment) = (exchange.dossier(), exchange.court.alignment);
    let (claim, question): (&Claim, &Question) = (&dossier.claims[id], &dossier.questions[on]);
    let source = &dossier.sources[claim.source];
    let basics = &alignment.basics[id.index()];
    let as_of = &basics.when.as_of;
    let origin = exchange.public.origin(alignment, id).map(|_| &alignment.origins[id.index()]);
    let agent = origin.and_then(|it| agent(it.speaker));
    let shape = claim.shape();
    let is_withheld = exchange.withholds_figure(id);
    let answer = shape.and_then(|shape| asked.answer(shape));
    let shown = shape.filter(|_| !is_withheld);
    let Ends { hard, soft, bare, bare_place } =
        shown.map(|it| Ends::of(&question.kind, it)).unwrap_or_default();
    let words = shown.map(|_| claim.words());
    let period = match &basics.scope.period {
        Some(Stated::Is(period)) => Some(period),
        _ => None,
    };
    let speakers: Vec<&str> = claim.said_by.iter().map(|id| dossier.agents.name(*id)).collect();
    let quote = exchange.gate().quote(id);
    let evidence = &alignment.evidence[id.index()];
    let place = match evidence {
        Evidence::Seen(seen) => seen.place,
        _ => None,
    };
    let stated = |dimension| alignment.stated(id, dimension);
    ClaimRow {
        question: dossier.questions.name(on),
        number,
        claim: dossier.claims.name(id),
        source: dossier.sources.name(claim.source),
        family: tables.family(claim.source),
        publisher: source.publisher.map(|id| dossier.agents.name(id)),
        own_voice: claim.said_by.is_empty(),
        said_by: (!speakers.is_empty()).then(|| speakers.join(" ")),
        stance: claim.stance().name(),
        modality: claim.modality.name(),
        silent: shape.is_none(),
        denies: claim.denies(),
        projected: claim.modality == Modality::Projected,
        withdrawn: alignment.is_withdrawn(id),
        outgrown,
        calls_wrong: claim
            .calls_wrong()
            .filter(|id| exchange.gate().shows_claim(*id))
            .map(|id| dossier.claims.name(id)),
        standing: exchange.standing(id).name(),
        words,
        folded: words.map(folded),
        allows: shown.and_then(|shape| question.kind.spelled(shape, Side::Hard)),
        answer: answer.map(|(number, _)| number),
        form: answer.map(|(_, form)| AnswerForm::name(form)),
        hard_low: hard[0],
        hard_high: hard[1],
        soft_low: soft[0],
        soft_high: soft[1],
        is_zero: shape.is_some_and(Shape::is_zero),
        bare,
        bare_place,
        scope: asked.scope(&basics.scope).unwrap_or_default(),
        population: stated(Dimension::Population),
        place: stated(Dimension::Place),
        period: stated(Dimension::Period),
        basis: stated(Dimension::Basis),
        has_period: basics.scope.period.as_ref().map(|stated| matches!(stated, Stated::Is(_))),
        period_first: period.and_then(|it| whole(it.first)),
        period_last: period.and_then(|it| whole(it.last)),
        as_of: as_of.told(),
        as_of_assumed: basics.when.assumed,
        as_of_first: whole(as_of.first),
        as_of_last: whole(as_of.last),
        as_of_zoned: as_of.clock != Clock::Unsaid,
        as_of_day: whole(as_of.days.greatest()),
        settled: question.settles.is_some_and(|day| as_of.lies_from(day)),
        steady: source.kind != Some(SourceKind::Live),
        origin: origin.map(|origin| one(tables, asked, origin)),
        origin_agent: agent.map(|id| dossier.agents.name(id)),
        origin_established: origin.is_some_and(|it| it.established),
        tie: agent.map(|id| tables.tie(id)),
        credibility: claim.credibility.map(i64::from),
        quote: quote.map(|quote| quote.words.as_str()),
        translation: claim.beside.translation.as_deref(),
        locator: quote.and_then(|quote| quote.context.locator.as_deref()),
        quote_sha256: quote.map(|quote| sha256(quote.words.as_bytes())),
        text_sha256: source.sha256.as_ref().map(|(hash, _)| hash.as_str()),
        outcome: QuoteStands::of(evidence).map_or("missing", QuoteStands::name),
        quote_line: place.map(|(line, _)| line as i64),
        quote_column: place.map(|(_, column)| column as i64),
        language: dossier.language_of(claim.source),
        note: claim.beside.note.as_deref(),
    }
}

fn agent(speaker: Speaker) -> Option<AgentId> {
    match speaker {
        Speaker::Agent(id) => Some(id),
        Speaker::Source(_) => None,
    }
}

/// Days and minutes as a column of whole numbers has them; what is beyond any is open.
fn whole(at: Option<i128>) -> Option<i64> {
    at.and_then(|at| i64::try_from(at).ok())
}

/// What is equal for claims of one origin.
fn one(tables: &Tables<'_>, asked: &Asked<'_>, origin: &Origin) -> String {
    let mut key = named(tables.exchange.dossier(), origin.speaker);
    if let Some(claim) = origin.ring.and_then(|ring| asked.ring(ring)) {
        key.push_str(&format!(" on the ring of {claim}"));
    }
    if !origin.established {
        key.push_str(&format!(" in source:{}", tables.family(origin.home)));
    }
    key
}

impl Ends {
    fn of(kind: &Kind, shape: &Shape) -> Self {
        let Some(bounds) = shape.numbers() else { return Ends::default() };
        let number = |number: Option<i128>| number.map(|number| fixed(kind, number));
        let bare = match shape {
            Shape::Figure(figure) => figure.bare,
            _ => None,
        };
        Ends {
            hard: [number(bounds.hard.least()), number(bounds.hard.greatest())],
            soft: [number(bounds.soft.least()), number(bounds.soft.greatest())],
            bare: number(bare.map(|it| it.number)),
            bare_place: number(bare.map(|it| it.place)),
        }
    }
}
