//! Dossier to [`Alignment`], step by step.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::alignment::Alignment;
use super::claims::{Basics, Claims};
use super::counted;
use super::looked::Looked;
use super::moment;
use super::origin::Sources;
use super::origins::origins;
use super::scope;
use super::statements::Statements;
use super::withdrawn;
use super::withdrawn::Withdrawn;
use crate::model::Dossier;
use crate::model::rare::Rare;
use crate::model::table::{ClaimId, Id};

impl<'d> Alignment<'d> {
    /// Aligns a dossier; `looked` tells how its quotes stand.
    pub(crate) fn new(dossier: &'d Dossier, looked: Looked) -> Self {
        let claims = Claims::new(dossier);
        let sources = Sources::new(dossier);
        let ids: Vec<ClaimId> = dossier.claims.ids().collect();
        let basics: Vec<Basics> = ids
            .par_iter()
            .map(|id| {
                let claim = &dossier.claims[*id];
                let scope = scope::filled(&claim.scope, &dossier.questions[claim.question]);
                Basics { scope: Rare::new(scope), when: moment::of(dossier, claim) }
            })
            .collect();
        let origins = origins(dossier, &claims, &sources, &basics);
        let mut alignment = Alignment {
            dossier,
            claims,
            sources,
            basics,
            origins,
            evidence: looked.evidence,
            texts: looked.texts,
            refused: looked.refused,
            read: looked.read,
            reuse: looked.reuse,
            recaptured: looked.recaptured,
            may_change: Vec::new(),
            statements: Statements::default(),
            withdrawn: BTreeMap::new(),
            withdrawn_in_part: Vec::new(),
        };
        alignment.may_change = withdrawn::may_change(&alignment);
        alignment.statements = counted::statements(&alignment);
        let Withdrawn { claims, in_part } = withdrawn::withdrawn(&alignment);
        alignment.withdrawn = claims;
        alignment.withdrawn_in_part = in_part;
        for id in alignment.withdrawn.keys() {
            alignment.may_change[id.index()] = true;
        }
        alignment
    }
}

impl<'d> Alignment<'d> {
    /// Aligns a dossier none of whose texts was looked at.
    pub(crate) fn without_texts(dossier: &'d Dossier) -> Self {
        Self::new(dossier, Looked::nothing(dossier))
    }
}
