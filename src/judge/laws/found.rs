//! All that follows from a random case, told by the numbers of its claims rather than by names.

use std::collections::BTreeSet;

use proptest::test_runner::TestCaseResult;

use super::random::Case;
use super::written::Names;
use crate::align::Alignment;
use crate::align::disputes::disputes;
use crate::align::independence::Ties;
use crate::align::looked::{Evidence, Looked};
use crate::align::positions::positions;
use crate::align::relation::{Kind, Which, relate};
use crate::load;
use crate::model::Dossier;
use crate::model::table::{ClaimId, QuestionId};

/// A case that was loaded and aligned.
pub(crate) struct Aligned<'d> {
    pub(crate) alignment: Alignment<'d>,
    pub(crate) question: QuestionId,
    /// By the number of the claim in the case.
    pub(crate) claims: Vec<ClaimId>,
}

/// The dossier of a case; every file must be without fault.
pub(crate) fn loaded(case: &Case, names: &Names, order: &[usize], spread: usize) -> Dossier {
    let files = case.files(names, order, spread);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let dossier = load::from_texts(&files);
    assert_eq!(
        dossier.problems.iter().map(|problem| &problem.message).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    dossier
}

/// An alignment whose texts are not held.
pub(crate) fn aligned(dossier: &Dossier) -> Alignment<'_> {
    let evidence = vec![Evidence::Missing; dossier.claims.len()];
    Alignment::new(dossier, Looked { evidence, ..Looked::nothing(dossier) })
}

/// Does something with a case as it stands.
pub(crate) fn in_order(case: &Case, then: impl FnOnce(&Aligned) -> TestCaseResult) -> TestCaseResult {
    let order: Vec<usize> = (0..case.claims.len()).collect();
    under(case, &Names(false), &order, then)
}

fn under<T>(case: &Case, names: &Names, order: &[usize], then: impl FnOnce(&Aligned) -> T) -> T {
    let dossier = loaded(case, names, order, 1);
    let find = |index| dossier.claims.find(&names.claim(case, index)).expect("every claim was taken");
    let claims: Vec<ClaimId> = (0..case.claims.len()).map(find).collect();
    let question = dossier.claims[claims[0]].question;
    then(&Aligned { alignment: aligned(&dossier), question, claims })
}

/// A position by the numbers of its claims: all, those that support it, those against it, its groups of origins, and
/// their counts.
type Standing = ([Vec<usize>; 3], BTreeSet<Vec<usize>>, usize, usize);

/// What a case comes to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pairs: Vec<(Kind, u8, Option<Which>)>,
    withdrawn: Vec<bool>,
    disputes: BTreeSet<(Kind, Vec<usize>)>,
    positions: BTreeSet<Standing>,
}

pub(super) fn found(case: &Case, names: &Names, order: &[usize]) -> Found {
    under(case, names, order, |aligned| {
        let Aligned { alignment, question, claims } = aligned;
        let number =
            |id: &ClaimId| claims.iter().position(|claim| claim == id).expect("every claim has a number");
        let numbers = |ids: &[ClaimId]| {
            let mut all: Vec<usize> = ids.iter().map(number).collect();
            all.sort_unstable();
            all
        };
        let pairs = claims.iter().enumerate().flat_map(|(at, a)| claims[at..].iter().map(move |b| (*a, *b)));
        let told = |(a, b)| {
            let relation = relate(alignment, a, b);
            (relation.kind, relation.row.number, relation.direction)
        };
        let ties = Ties::new(alignment);
        let position = |position: &crate::align::positions::Position| {
            let origins = &position.origins;
            let groups = origins.groups.iter().map(|group| numbers(&group.claims)).collect();
            let claims = [&position.claims, &position.supporting, &position.against].map(|ids| numbers(ids));
            (claims, groups, origins.independent, origins.not_established)
        };
        Found {
            pairs: pairs.map(told).collect(),
            withdrawn: claims.iter().map(|id| alignment.is_withdrawn(*id)).collect(),
            disputes: disputes(alignment, *question)
                .0
                .iter()
                .map(|it| (it.kind, numbers(&it.claims)))
                .collect(),
            positions: positions(alignment, &ties, *question).listed.iter().map(position).collect(),
        }
    })
}
