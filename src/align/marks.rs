//! What the relations of a class of claims depend on, in small numbers, for [`sweep`](super::sweep).

use std::collections::HashMap;

use super::alignment::Alignment;
use super::kinship::kinship;
use super::origin::Speaker;
use super::scope::counts_a_list;
use crate::model::claim::{AsOf, Scope, Stance};
use crate::model::table::{AgentId, ClaimId, Id, QuestionId, SourceId};
use crate::value::shape::Shape;

/// The lowest and the highest number of a set; open ends as far out as there is.
type Hull = (i128, i128);

/// What the relations of a class depend on, in small numbers.
pub(super) struct Mark {
    pub(super) stratum: usize,
    /// Classes of one stratum with one set.
    pub(super) cell: usize,
    /// Two of different colours are never of one origin, nor one's origin part of the other's.
    pub(super) colour: usize,
    /// Two of one colour and group are alike to any third but for their sources.
    pub(super) group: usize,
    pub(super) family: SourceId,
    /// The family, where the question has moments: two figures of one source are of one moment, of two sources not.
    pub(super) told_in: Option<SourceId>,
    pub(super) hard: Hull,
    pub(super) soft: Hull,
}

pub(super) fn marks(alignment: &Alignment, question: QuestionId, classes: &[Vec<ClaimId>]) -> Vec<Mark> {
    let dossier = alignment.dossier;
    let moves = dossier.questions[question].moves();
    let kinship = kinship(alignment);
    // One origin is one of these: a speaker, where it is not established within one source and ring.
    type Whose = (Speaker, Option<(SourceId, Option<u32>)>);
    type Stratum<'a> = (&'a Scope, Option<Whose>, Option<(&'a AsOf, bool)>, [bool; 4]);
    let mut strata: HashMap<Stratum, usize> = HashMap::new();
    let mut cells: HashMap<(usize, Option<&Shape>), usize> = HashMap::new();
    type Colour = (Option<usize>, Option<Whose>);
    type Group = (Speaker, Option<SourceId>, Option<u32>, Option<Option<AgentId>>);
    let mut colours: HashMap<Colour, usize> = HashMap::new();
    let mut groups: HashMap<Group, usize> = HashMap::new();
    let mark = |class: &Vec<ClaimId>| {
        let id = class[0];
        let claim = &dossier.claims[id];
        let basics = &alignment.basics[id.index()];
        let origin = &alignment.origins[id.index()];
        let family = alignment.sources.family[claim.source.index()];
        let timed = moves || basics.scope.period.is_some();
        let when = timed.then_some((&*basics.when.as_of, basics.when.assumed));
        let is_zero = claim.shape().is_some_and(Shape::is_zero);
        let says = [claim.denies(), claim.stance() == Stance::Denies, is_zero, alignment.is_projected(id)];
        let whose = (origin.speaker, (!origin.established).then_some((origin.home, origin.ring)));
        let list = counts_a_list(&basics.scope).then_some(whose);
        let (of, next) = ((&*basics.scope, list, when, says), strata.len());
        let stratum = *strata.entry(of).or_insert(next);
        let next = cells.len();
        let cell = *cells.entry((stratum, claim.shape())).or_insert(next);
        let colour = match (moves, origin.speaker) {
            // Where time changes the answer, origins of which one is part of the other count as one.
            (true, Speaker::Agent(agent)) => (Some(kinship[agent.index()]), None),
            _ => (None, Some(whose)),
        };
        let next = colours.len();
        let colour = *colours.entry(colour).or_insert(next);
        let speaks = claim.said_by.is_empty().then(|| dossier.sources[claim.source].publisher);
        let next = groups.len();
        let home = (!origin.established).then_some(origin.home);
        let group = *groups.entry((origin.speaker, home, origin.ring, speaks)).or_insert(next);
        let hull = |side: fn(&crate::value::shape::Bounds) -> &crate::value::shape::Runs| {
            let set = claim.shape().and_then(Shape::numbers).map(side);
            let low = set.and_then(|set| set.least()).unwrap_or(i128::MIN + 1);
            (low, set.and_then(|set| set.greatest()).unwrap_or(i128::MAX))
        };
        let told_in = moves.then_some(family);
        let (hard, soft) = (hull(|it| &it.hard), hull(|it| &it.soft));
        Mark { stratum, cell, colour, group, family, told_in, hard, soft }
    };
    classes.iter().map(mark).collect()
}
