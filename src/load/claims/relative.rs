//! Reading figures that are given by another claim's, when all other claims have been read.

use std::collections::HashMap;

use super::claim::Taken;
use super::value::{Pending, Values, says};
use crate::load::ids::Ids;
use crate::model::Dossier;
use crate::model::claim::{Answer, Claim, Says};
use crate::model::problem::{Problem, ProblemKind};
use crate::model::table::Id;
use crate::value::shape::Bounds;

/// The claims with all their values read; those that cannot be read are reported and left out.
pub(super) fn settle(
    taken: Vec<Taken>,
    ids: &Ids,
    dossier: &Dossier,
    problems: &mut Vec<Problem>,
) -> Vec<(String, Claim)> {
    let by_name: HashMap<&str, &Taken> = match taken.iter().any(|claim| claim.pending.is_some()) {
        true => taken.iter().map(|claim| (claim.name.as_str(), claim)).collect(),
        false => HashMap::new(),
    };
    let read = |claim: &Taken, pending: &Pending| {
        let name = ids.claims.name(pending.other.index()).unwrap_or_default();
        let other = by_name.get(name).copied();
        read(claim, pending, other, &Values { ids, dossier }).map_err(|found| (claim.name.clone(), found))
    };
    let answers: Vec<Option<Result<Says, _>>> =
        taken.iter().map(|claim| claim.pending.as_ref().map(|pending| read(claim, pending))).collect();
    let mut claims = Vec::with_capacity(taken.len());
    for (Taken { name, claim, .. }, answer) in taken.into_iter().zip(answers) {
        match answer {
            None => claims.push((name, claim)),
            Some(Ok(says)) => claims.push((name, Claim { answer: Answer::Says(says), ..claim })),
            Some(Err((name, found))) => {
                let question = dossier.questions.name(claim.question);
                problems.extend(found.into_iter().map(|problem| Problem {
                    claim: Some(name.clone()),
                    question: Some(question.to_owned()),
                    ..problem
                }));
            }
        }
    }
    claims
}

/// What a relative figure says, beside the other.
fn read(
    claim: &Taken,
    pending: &Pending,
    other: Option<&Taken>,
    values: &Values,
) -> Result<Says, Vec<Problem>> {
    let Pending { value, way, stance, certainty, .. } = pending;
    let kind = &values.dossier.questions[claim.claim.question].kind;
    let bounds = allowed(claim, other).map_err(|(label, help)| {
        let message = format!("the value `{}` cannot be read", value.words());
        let problem = Problem::new(ProblemKind::UnreadableValue, pending.other_spot, message);
        vec![problem.label(label).help(help)]
    })?;
    let reading = values.reading(kind, *stance, *certainty, value, Some(bounds));
    let file = claim.claim.spot.file;
    let reading = reading.map_err(|refusal| values.refused(refusal, value, kind, file))?;
    Ok(says(value, *stance, reading, Some((*way, pending.other))))
}

/// What the other claim allows.
///
/// # Errors
/// Why nothing can be compared with it, and what to do.
fn allowed<'t>(claim: &Taken, other: Option<&'t Taken>) -> Result<&'t Bounds, (&'static str, &'static str)> {
    let other = other.ok_or((
        "this claim could not be read itself",
        "mend that claim, or say in figures what is said here",
    ))?;
    if other.claim.question != claim.claim.question {
        let help = "name a claim on the same question, or say in figures what is said here";
        return Err(("this claim answers another question", help));
    }
    if other.pending.is_some() {
        let help = "name the claim that gives the figure itself";
        return Err(("this claim is relative to another itself", help));
    }
    let bounds = other.claim.shape().and_then(|shape| shape.numbers());
    bounds.ok_or(("this claim says nothing", "name a claim that gives a figure"))
}
