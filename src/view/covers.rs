//! What a claim says and covers, for people: names for ids, days for EDTF.

use crate::judge::Court;
use crate::model::Dossier;
use crate::model::claim::{Claim, Stated};
use crate::model::table::{ClaimId, Id};
use crate::value::calendar::shown_days;
use crate::value::language::known;
use crate::value::shape::{Shape, Side};
use crate::value::types::{Kind, Wording};

/// The stated dimensions of a claim's scope: `of whom`, `where`, `when`, `as counted`.
pub(crate) fn covers(court: &Court, id: ClaimId) -> Vec<String> {
    let dossier = court.dossier();
    let scope = &court.alignment.basics[id.index()].scope;
    let mut said = Vec::new();
    match &scope.population {
        Some(Stated::Is(group)) => said.push(format!("of {}", dossier.groups[*group].name)),
        Some(Stated::Unknown) => said.push("of whom is not known".to_owned()),
        None => {}
    }
    match &scope.place {
        Some(Stated::Is(place)) => said.push(format!("in {}", dossier.places[*place].name)),
        Some(Stated::Unknown) => said.push("where is not known".to_owned()),
        None => {}
    }
    match &scope.period {
        Some(Stated::Is(period)) => said.push(days(period.first, period.last)),
        Some(Stated::Unknown) => said.push("in what time is not known".to_owned()),
        None => {}
    }
    match &scope.basis {
        Some(Stated::Is(basis)) => said.push(format!("as {}", basis.name())),
        Some(Stated::Unknown) => said.push("how it was counted is not known".to_owned()),
        None => {}
    }
    said
}

/// What a claim says: days for EDTF, else as [`Dossier::said`] has it.
pub(crate) fn plain(dossier: &Dossier, id: ClaimId) -> String {
    let claim = &dossier.claims[id];
    let kind = &dossier.questions[claim.question].kind;
    if let (Kind::Choice { .. }, Some(Shape::Options(states))) = (kind, claim.shape()) {
        return kind.chosen(states, Wording::Spoken);
    }
    let both = claim.shape().and_then(|shape| sides(kind, shape));
    match both {
        Some([hard, soft]) if !claim.denies() && !kind.is_measure() => {
            if hard == soft {
                hard
            } else {
                format!("{hard}, usually {soft}")
            }
        }
        _ => dossier.said(claim),
    }
}

/// What a claim's words allow, where the words alone do not show it.
pub(crate) fn reading(dossier: &Dossier, id: ClaimId) -> Option<String> {
    let claim = &dossier.claims[id];
    let question = &dossier.questions[claim.question];
    let shape = claim.shape()?;
    let bounds = shape.numbers()?;
    let [hard, soft] = sides(&question.kind, shape)?;
    let plain = |text: &str| text.replace([',', ' '], "").to_lowercase();
    let obvious =
        bounds.hard == bounds.soft && (plain(&hard) == plain(claim.words()) || !question.kind.is_measure());
    let spelled = bounds.hard == bounds.soft
        && bounds.hard.runs().len() == 1
        && bounds.hard.least() == bounds.hard.greatest();
    if obvious || spelled && claim.words().chars().all(char::is_alphabetic) && !is_foreign(dossier, claim) {
        return None;
    }
    Some(if hard == soft { hard } else { format!("{hard}, usually {soft}") })
}

/// How a value is read that is recorded in the words of another language.
pub(crate) fn foreign_reading(dossier: &Dossier, id: ClaimId) -> Option<String> {
    is_foreign(dossier, &dossier.claims[id]).then(|| reading(dossier, id))?
}

/// Whether the words of a value are those of a language that has to be put into English.
fn is_foreign(dossier: &Dossier, claim: &Claim) -> bool {
    known(dossier.language_of(claim.source)).is_some_and(|language| language.has_words(claim.words()))
}

/// Both sets of a value as people write them.
fn sides(kind: &Kind, shape: &Shape) -> Option<[String; 2]> {
    Some([kind.spelled(shape, Side::Hard)?, kind.spelled(shape, Side::Soft)?])
}

fn days(first: Option<i128>, last: Option<i128>) -> String {
    let shown = shown_days(first, last);
    match (first, last) {
        (Some(_), Some(_)) if first != last => format!("from {shown}"),
        (Some(_), Some(_)) => format!("on {shown}"),
        _ => shown,
    }
}
