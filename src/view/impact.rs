//! The view of an impact, version 1: claims, positions and assessments that fall with a source or an agent.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use super::label::label;
use crate::align::impact::{Because, Taken, fallen, left_over};
use crate::align::independence::Ties;
use crate::align::positions::Position;
use crate::judge::Court;
use crate::model::claim::Status;
use crate::model::table::{ClaimId, QuestionId};
use crate::render::term::layout::{Paint, counted, wrapped};

/// What falls. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct ImpactView {
    schema: &'static str,
    pub(crate) of: OfView,
    pub(crate) claims: Vec<FallenView>,
    /// The positions that lose something: the gravest losses first.
    pub(crate) positions: Vec<LossView>,
    pub(crate) assessments: Vec<LeaningView>,
    /// How many claims the dossier has.
    pub(crate) of_claims: usize,
}

/// What is taken out.
#[derive(Serialize)]
pub(crate) struct OfView {
    /// `source` or `agent`.
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    pub(crate) name: String,
}

#[derive(Serialize)]
pub(crate) struct FallenView {
    pub(crate) claim: String,
    pub(crate) question: String,
    pub(crate) words: String,
    pub(crate) because: &'static str,
}

/// A position before and after.
#[derive(Serialize)]
pub(crate) struct LossView {
    pub(crate) question: String,
    pub(crate) says: String,
    /// `gone`, `last-origin` or `weaker`.
    pub(crate) loss: &'static str,
    pub(crate) claims: Vec<String>,
    pub(crate) left: Vec<String>,
    pub(crate) independent: BeforeAfter,
    pub(crate) not_established: BeforeAfter,
}

#[derive(Serialize)]
pub(crate) struct BeforeAfter {
    pub(crate) before: usize,
    pub(crate) after: usize,
}

/// An assessment that leans on what falls.
#[derive(Serialize)]
pub(crate) struct LeaningView {
    pub(crate) question: String,
    status: Status,
    pub(crate) rationale: String,
    /// The claims that fall of those that it explains; of those on its question, where it names none.
    pub(crate) claims: Vec<String>,
    /// The claims that fall of those that it prefers.
    pub(crate) preferred: Vec<String>,
}

/// The losses, gravest first, each with how a reader is told of it.
const LOSSES: [(&str, &str); 3] = [
    ("last-origin", "lose their last independent origin"),
    ("gone", "no longer said by anyone"),
    ("weaker", "have fewer origins left"),
];

impl ImpactView {
    pub(crate) fn new(court: &Court, taken: Taken) -> Self {
        let dossier = court.dossier();
        let fallen = fallen(court.alignment, taken);
        let ties = Ties::new(court.alignment);
        let of = match taken {
            Taken::Source(id) => OfView {
                kind: "source",
                id: dossier.sources.name(id).to_owned(),
                name: dossier.sources[id].title.clone(),
            },
            Taken::Agent(id) => OfView {
                kind: "agent",
                id: dossier.agents.name(id).to_owned(),
                name: dossier.agents[id].name.clone(),
            },
        };
        let mut positions = Vec::new();
        for question in dossier.questions.ids() {
            for position in court.positions_on(question) {
                positions.extend(loss(court, &ties, question, position, &fallen));
            }
        }
        let grave = |loss: &LossView| LOSSES.iter().position(|(name, _)| *name == loss.loss);
        positions.sort_by_key(grave);
        ImpactView {
            schema: "gainsay/impact/1",
            of,
            claims: fallen.iter().map(|(id, because)| FallenView::new(court, *id, *because)).collect(),
            positions,
            assessments: leaning(court, &fallen),
            of_claims: dossier.claims.len(),
        }
    }
}

impl FallenView {
    fn new(court: &Court, id: ClaimId, because: Because) -> Self {
        let dossier = court.dossier();
        let claim = &dossier.claims[id];
        FallenView {
            claim: dossier.claims.name(id).to_owned(),
            question: dossier.questions.name(claim.question).to_owned(),
            words: dossier.said(claim),
            because: because.name(),
        }
    }
}

fn loss(
    court: &Court,
    ties: &Ties,
    question: QuestionId,
    position: &Position,
    fallen: &BTreeMap<ClaimId, Because>,
) -> Option<LossView> {
    let dossier = court.dossier();
    // Where nobody supports a position, those that allow it are all that it has.
    let behind = if position.supporting.is_empty() { &position.claims } else { &position.supporting };
    if !behind.iter().any(|id| fallen.contains_key(id)) {
        return None;
    }
    let (before, after) = (&position.origins, left_over(court.alignment, ties, behind, fallen));
    let names = |holds: &dyn Fn(&ClaimId) -> bool| {
        let chosen = behind.iter().filter(|id| holds(id));
        chosen.map(|id| dossier.claims.name(*id).to_owned()).collect()
    };
    let loss = if after.groups.is_empty() {
        "gone"
    } else if before.independent > 0 && after.independent == 0 {
        "last-origin"
    } else if (after.independent, after.groups.len()) < (before.independent, before.groups.len()) {
        "weaker"
    } else {
        return None;
    };
    Some(LossView {
        question: dossier.questions.name(question).to_owned(),
        says: label(dossier, position, &|id| dossier.said(&dossier.claims[id])),
        loss,
        claims: names(&|id| fallen.contains_key(id)),
        left: names(&|id| !fallen.contains_key(id)),
        independent: BeforeAfter { before: before.independent, after: after.independent },
        not_established: BeforeAfter { before: before.not_established, after: after.not_established },
    })
}

/// The assessments that name a claim which falls; or name none, and are of a question where one does.
fn leaning(court: &Court, fallen: &BTreeMap<ClaimId, Because>) -> Vec<LeaningView> {
    let dossier = court.dossier();
    let named = |ids: &[ClaimId]| -> Vec<String> {
        ids.iter()
            .filter(|id| fallen.contains_key(id))
            .map(|id| dossier.claims.name(*id).to_owned())
            .collect()
    };
    let view = |assessment: &crate::model::claim::Assessment| {
        let all = court.alignment.claims.on(assessment.question);
        LeaningView {
            question: dossier.questions.name(assessment.question).to_owned(),
            status: assessment.status,
            rationale: assessment.rationale.clone(),
            claims: named(if assessment.claims.is_empty() { all } else { &assessment.claims }),
            preferred: named(&assessment.preferred),
        }
    };
    let views = dossier.assessments.iter().map(view);
    views.filter(|view| !view.claims.is_empty() || !view.preferred.is_empty()).collect()
}

/// The impact for people.
pub(crate) fn render(out: &mut String, view: &ImpactView, paint: Paint, width: usize) {
    let of = &view.of;
    let _ = writeln!(out, "{} {}  {}", of.kind, paint.bold(&format!("`{}`", of.id)), of.name);
    if view.claims.is_empty() {
        let _ = writeln!(out, "nothing falls: no claim stands in it or goes through it");
        return;
    }
    let _ = writeln!(
        out,
        "\n{}",
        paint.bold(&format!("{} of {} fall", view.claims.len(), counted(view.of_claims, "claim")))
    );
    for (loss, title) in LOSSES {
        let of: Vec<&LossView> = view.positions.iter().filter(|position| position.loss == loss).collect();
        if of.is_empty() {
            continue;
        }
        let title = format!("{} {title}", counted(of.len(), "position"));
        let title = if of.len() == 1 {
            title.replace(" lose their", " loses its").replace(" have ", " has ")
        } else {
            title
        };
        let _ = writeln!(out, "\n{}", paint.bold(&title));
        for position in of {
            let independent = &position.independent;
            let origins = match loss {
                "gone" => String::new(),
                _ => format!(
                    ": {} of {} left",
                    independent.after,
                    counted(independent.before, "independent origin")
                ),
            };
            out.push_str(&wrapped(
                &format!("{}  {}{origins}", position.question, position.says),
                width,
                "  ",
            ));
        }
    }
    if !view.assessments.is_empty() {
        let noun = if view.assessments.len() == 1 { "leans" } else { "lean" };
        let title = format!("{} {noun} on it", counted(view.assessments.len(), "assessment"));
        let _ = writeln!(out, "\n{}", paint.bold(&title));
    }
    for assessment in &view.assessments {
        let prefers = match assessment.preferred.is_empty() {
            true => String::new(),
            false => format!("; it prefers {}", assessment.preferred.join(", ")),
        };
        let text =
            format!("{} ({}): {}{prefers}", assessment.question, assessment.status, assessment.rationale);
        out.push_str(&wrapped(&text, width, "  "));
    }
    let _ = writeln!(out, "\n{}", paint.bold("the claims that fall"));
    let mut by_reason: BTreeMap<&str, Vec<&FallenView>> = BTreeMap::new();
    for claim in &view.claims {
        by_reason.entry(claim.because).or_default().push(claim);
    }
    for (because, claims) in by_reason {
        let _ = writeln!(out, "  {because}:");
        for claim in claims {
            out.push_str(&wrapped(
                &format!("{}  {} ({})", claim.question, claim.words, claim.claim),
                width,
                "    ",
            ));
        }
    }
}
