//! Who answers a question, and what: each question with its claims and its positions.

use serde::Serialize;

use super::paged::Item;
use super::quoted::{Quoted, WordsOf};
use super::spoken::SpokenClaim;
use crate::judge::Court;
use crate::judge::standing::{Standing, standings};
use crate::model::table::QuestionId;
use crate::value::types::Type;
use crate::view::name::{ClaimName, QuestionName, Who};
use crate::view::position::{HeldPosition, is_none_left_out};
use crate::view::report::{AskedClaim, Disagreement, DisputeRule};
use crate::view::withheld::Gate;

/// So many claims of a position are named, and so many groups of origins, and so many in each.
const MOST_NAMED: usize = 24;

/// A part of what is said on a question.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) enum WhoSays {
    /// A question, ahead of what is said on it.
    Question(AnsweredQuestion),
    /// A claim on it.
    Claim(Box<AnsweringClaim>),
    /// Claims on it that can hold at once, and who stands behind them.
    Position(StoodBehind),
}

/// A question, and how much is said on it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct AnsweredQuestion {
    /// The question, as `EVENT/QUESTION`.
    question: QuestionName,
    /// What is asked.
    ask: Quoted,
    /// The title of the event that it is about.
    event: Quoted,
    /// The type that its values are read by.
    #[serde(rename = "type")]
    kind: Type,
    /// How many claims answer it.
    claims: usize,
    /// How many positions there are.
    positions: usize,
    /// Whether there are more, which are not worked out.
    positions_cut: bool,
    /// The rules that tell of a dispute on it, gravest first; `disputes` shows them.
    disputes: Vec<DisputeRule>,
}

/// A claim with how it stands among the others on its question.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct AnsweringClaim {
    /// The question, as `EVENT/QUESTION`.
    question: QuestionName,
    /// What is said.
    #[serde(flatten)]
    said: SpokenClaim,
    /// How it stands among the other claims on the question.
    stands: Standing,
    /// Who said it first.
    origin: Who,
    /// False where the origin has no name, or is not known.
    established: bool,
}

/// Claims that can hold at once, and who stands behind them.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct StoodBehind {
    /// The question, as `EVENT/QUESTION`.
    question: QuestionName,
    /// What its claims have in common.
    says: Quoted,
    /// The claims that support it, the first of them.
    supporting: Vec<ClaimName>,
    /// How many more support it; absent where none does.
    #[serde(skip_serializing_if = "is_none_left_out")]
    supporting_left_out: usize,
    /// The origins behind those, in groups that count as one; the first of them.
    origins: Vec<Vec<Who>>,
    /// How many of the groups hold an origin that is established.
    independent: usize,
    /// How many hold none.
    not_established: usize,
}

impl Item for WhoSays {
    const SCHEMA: &'static str = "gainsay/mcp-who-says/1";

    fn quoted(&mut self) -> Vec<&mut Quoted> {
        match self {
            WhoSays::Question(it) => vec![&mut it.ask, &mut it.event],
            WhoSays::Claim(it) => it.said.quoted(),
            WhoSays::Position(it) => vec![&mut it.says],
        }
    }
}

/// What is said on some questions, in their order, of which these disputes are told.
pub(crate) fn who_says(
    court: &Court,
    gate: Gate,
    disputes: &[Disagreement],
    questions: &[QuestionId],
) -> Vec<WhoSays> {
    questions.iter().flat_map(|id| on(court, gate, disputes, *id)).collect()
}

fn on(court: &Court, gate: Gate, disputes: &[Disagreement], id: QuestionId) -> Vec<WhoSays> {
    let dossier = court.dossier();
    let question = &dossier.questions[id];
    let name = QuestionName::new(dossier, id);
    let claims = court.alignment.claims.on(id);
    let positions = HeldPosition::on(court, id);
    let mut told: Vec<DisputeRule> =
        disputes.iter().filter(|dispute| dispute.question == name).map(|dispute| dispute.rule).collect();
    told.dedup();
    let mut items = vec![WhoSays::Question(AnsweredQuestion {
        question: name.clone(),
        ask: WordsOf::Desk.says(&question.ask),
        event: WordsOf::Desk.says(&dossier.events[question.event].title),
        kind: question.kind.of(),
        claims: claims.len(),
        positions: positions.len(),
        positions_cut: court.is_cut(id),
        disputes: told,
    })];
    items.extend(claims.iter().zip(standings(court, id)).map(|(claim, stands)| {
        let AskedClaim { said, stands, origin, established } = AskedClaim::new(court, gate, *claim, stands);
        let said = SpokenClaim::new(&said);
        let question = name.clone();
        WhoSays::Claim(Box::new(AnsweringClaim { question, said, stands, origin, established }))
    }));
    items.extend(positions.iter().map(|position| WhoSays::Position(StoodBehind::new(&name, position))));
    items
}

impl StoodBehind {
    fn new(question: &QuestionName, position: &HeldPosition) -> Self {
        let groups = position.origins.iter().take(MOST_NAMED);
        StoodBehind {
            question: question.clone(),
            says: WordsOf::Gainsay.says(&position.name),
            supporting: position.supporting.iter().take(MOST_NAMED).cloned().collect(),
            supporting_left_out: position.supporting.len().saturating_sub(MOST_NAMED),
            origins: groups.map(|group| group.iter().take(MOST_NAMED).cloned().collect()).collect(),
            independent: position.independent,
            not_established: position.not_established,
        }
    }
}
