//! What leaves a dossier as tables: which rows, and where each of them is found.

use std::collections::{BTreeMap, HashMap};

use super::column::{Datum, TableForm, TableRow};
use super::{agents, answers, cells, claims, findings, positions, questions, relations, scopes, sources};
use crate::align::independence::Ties;
use crate::judge::Finding;
use crate::model::table::{AgentId, ClaimId, Id, QuestionId, SourceId};
use crate::view::exchange::Exchange;

/// A dossier as tables. Rows are made as they are asked for, so that not all of them are held.
pub(crate) struct Tables<'a> {
    pub(super) exchange: &'a Exchange<'a>,
    pub(super) findings: &'a [Finding],
    ties: Ties,
    /// By what ties agents: the first of them that is public.
    tied: BTreeMap<usize, AgentId>,
    /// By family: the source that it is called by, the first that is public where the family's own is not.
    families: BTreeMap<SourceId, SourceId>,
}

/// One of the tables.
pub(crate) struct Table {
    pub(crate) form: TableForm,
    rows: fn(&Tables<'_>, &mut dyn FnMut(Vec<Datum<'_>>)),
}

/// A table whose rows are those that a function gives.
macro_rules! tables {
    ($($row:ty: $rows:path,)+) => {
        /// All tables.
        pub(crate) const TABLES: &[Table] = &[$(Table {
            form: <$row as TableRow<'static>>::FORM,
            rows: |tables, give| $rows(tables, &mut |row| give(row.data())),
        }),+];
    };
}

tables! {
    claims::ClaimRow<'static>: claims::claims,
    cells::CellRow<'static>: cells::cells,
    answers::AnswersRow<'static>: answers::answers,
    scopes::ScopesRow<'static>: scopes::scopes,
    relations::ClaimRelation<'static>: relations::of_claims,
    relations::SourceRelation<'static>: relations::of_sources,
    agents::AgentPart<'static>: agents::parts,
    positions::PositionRow<'static>: positions::positions,
    findings::FindingRow<'static>: findings::findings,
    findings::FindingClaim<'static>: findings::claims,
    questions::QuestionRow<'static>: questions::questions,
    sources::SourceRow<'static>: sources::sources,
    agents::AgentRow<'static>: agents::agents,
}

impl Table {
    /// Gives the rows, in order, each with what it has in each column.
    pub(crate) fn rows(&self, of: &Tables<'_>, give: &mut dyn FnMut(Vec<Datum<'_>>)) {
        (self.rows)(of, give);
    }
}

impl<'a> Tables<'a> {
    /// Of what is public of a dossier, and of what was found in it.
    pub(crate) fn new(exchange: &'a Exchange<'a>, findings: &'a [Finding]) -> Self {
        let ties = Ties::new(exchange.court.alignment);
        let mut tied = BTreeMap::new();
        for id in &exchange.public.agents {
            tied.entry(ties.number(*id)).or_insert(*id);
        }
        let mut families = BTreeMap::new();
        for id in exchange.dossier().sources.ids().filter(|id| exchange.gate().shows(*id)) {
            let family = exchange.court.alignment.sources.family[id.index()];
            let called = families.entry(family).or_insert(id);
            if id == family {
                *called = id;
            }
        }
        Tables { exchange, findings, ties, tied, families }
    }

    /// The public agents of the share, in the order of their ids.
    pub(super) fn agents(&self) -> impl Iterator<Item = AgentId> {
        let dossier = self.exchange.dossier();
        let agents = self.exchange.public.agents.iter().copied();
        agents.filter(|id| dossier.share.shard.holds(dossier.agents.name(*id)))
    }

    /// The public sources of the share, in the order of their ids.
    pub(super) fn sources(&self) -> impl Iterator<Item = SourceId> {
        let dossier = self.exchange.dossier();
        let sources = dossier.sources.ids().filter(|id| self.exchange.gate().shows(*id));
        sources.filter(|id| dossier.share.shard.holds(dossier.sources.name(*id)))
    }

    /// One agent for all that are tied to a public one.
    pub(super) fn tie(&self, agent: AgentId) -> &'a str {
        let tied = self.tied.get(&self.ties.number(agent)).copied();
        self.exchange.dossier().agents.name(tied.unwrap_or(agent))
    }

    /// One source for all captures of the page of a public one.
    pub(super) fn family(&self, source: SourceId) -> &'a str {
        let family = self.exchange.court.alignment.sources.family[source.index()];
        let called = self.families.get(&family).copied();
        self.exchange.dossier().sources.name(called.unwrap_or(source))
    }

    /// The questions of the share that public claims answer, or that nobody does, in the order of their names.
    pub(super) fn questions(&self) -> impl Iterator<Item = QuestionId> {
        let claims = &self.exchange.court.alignment.claims;
        let is_shown =
            |id: &QuestionId| self.exchange.public.questions.contains(id) || claims.on(*id).is_empty();
        let share = &self.exchange.dossier().share;
        self.exchange.dossier().questions.ids().filter(|id| share.holds(*id)).filter(is_shown)
    }

    /// The public claims on a question in the order of their names, each with its number, from 1.
    pub(super) fn claims_on(&self, question: QuestionId) -> impl Iterator<Item = (i64, ClaimId)> {
        let claims = self.exchange.court.alignment.claims.on(question).iter().copied();
        (1..).zip(claims.filter(|id| self.exchange.gate().shows_claim(*id)))
    }

    /// The number of each public claim on a question.
    pub(super) fn numbers(&self, question: QuestionId) -> HashMap<ClaimId, i64> {
        self.claims_on(question).map(|(number, id)| (id, number)).collect()
    }
}
