//! An alignment with what the rules ask of it, worked out once.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::stated::{Unquoted, unquoted};
use crate::align::Alignment;
use crate::align::across::{Across, across};
use crate::align::disputes::{Dispute, disputes};
use crate::align::independence::Ties;
use crate::align::positions::{Listing, Position, Positions, positions};
use crate::align::room::Reach;
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, Id, QuestionId};
use crate::spot::SpottedText;

/// What the rules ask of an alignment, worked out once.
#[derive(Debug)]
pub(crate) struct Weighed {
    /// By question, and whether all was looked at.
    disputes: Vec<(Vec<Dispute>, Reach)>,
    /// By question.
    positions: Vec<Positions>,
    across: Vec<Across>,
    named: Named,
    unquoted: Arc<OnceLock<Vec<Unquoted>>>,
}

/// What is asked of each claim or agent by itself, so that all laws and sources are gone through once.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// The claims that break a law between questions.
    breaking: BTreeSet<ClaimId>,
    /// The agents that publish a source.
    publishing: BTreeSet<AgentId>,
}

/// Who looks at the texts for what could be recorded, once, and where a rule asks for it.
pub(crate) trait Spots: Sync {
    /// What stands in the text of each source, in order.
    fn spotted(&self) -> &[SpottedText];

    /// The same of those sources alone that waive some of it.
    fn waiving(&self) -> &[SpottedText];
}

/// An alignment with what the rules ask of it.
pub(crate) struct Court<'a> {
    pub(crate) alignment: &'a Alignment<'a>,
    /// By question, and whether all was looked at.
    disputes: Cow<'a, [(Vec<Dispute>, Reach)]>,
    /// By question.
    pub(crate) positions: Cow<'a, [Positions]>,
    pub(crate) across: Cow<'a, [Across]>,
    named: Cow<'a, Named>,
    /// Worked out where somebody asks.
    unquoted: Arc<OnceLock<Vec<Unquoted>>>,
    /// `None` where nobody looks.
    spots: Option<&'a dyn Spots>,
    /// The day of the check, as a day number: what is overdue is overdue by it.
    pub(crate) today: i128,
}

impl Weighed {
    pub(crate) fn new(alignment: &Alignment) -> Self {
        let ties = Ties::new(alignment);
        let questions: Vec<QuestionId> = alignment.dossier.questions.ids().collect();
        let (disputes, positions) = questions
            .par_iter()
            .map(|question| (disputes(alignment, *question), positions(alignment, &ties, *question)))
            .unzip();
        let across = across(alignment);
        let named = Named {
            breaking: across.iter().flat_map(Across::claims).collect(),
            publishing: alignment.dossier.sources.iter().filter_map(|(_, source)| source.publisher).collect(),
        };
        Weighed { disputes, positions, across, named, unquoted: Arc::default() }
    }
}

impl<'a> Court<'a> {
    /// Weighs an alignment and keeps what comes of it.
    #[cfg(test)]
    pub(crate) fn new(alignment: &'a Alignment<'a>, today: i128) -> Self {
        let Weighed { disputes, positions, across, named, unquoted } = Weighed::new(alignment);
        Court {
            alignment,
            disputes: Cow::Owned(disputes),
            positions: Cow::Owned(positions),
            across: Cow::Owned(across),
            named: Cow::Owned(named),
            unquoted,
            spots: None,
            today,
        }
    }

    /// On an alignment that was weighed before.
    pub(crate) fn of(alignment: &'a Alignment<'a>, weighed: &'a Weighed, today: i128) -> Self {
        Court {
            alignment,
            disputes: Cow::Borrowed(&weighed.disputes),
            positions: Cow::Borrowed(&weighed.positions),
            across: Cow::Borrowed(&weighed.across),
            named: Cow::Borrowed(&weighed.named),
            unquoted: Arc::clone(&weighed.unquoted),
            spots: None,
            today,
        }
    }

    /// With who looks at the texts for what could be recorded.
    pub(crate) fn spotting(self, spots: &'a dyn Spots) -> Self {
        Court { spots: Some(spots), ..self }
    }

    /// What stands in the text of each source that could be recorded; nothing where nobody looks.
    pub(crate) fn spotted(&self) -> &'a [SpottedText] {
        self.spots.map_or(&[], |spots| spots.spotted())
    }

    /// What stands in the texts of sources that waive some of it.
    pub(crate) fn waiving(&self) -> &'a [SpottedText] {
        self.spots.map_or(&[], |spots| spots.waiving())
    }

    /// The claims whose value is held by something else than the words of its quote, or by nothing, in order.
    pub(crate) fn unquoted(&self) -> &[Unquoted] {
        self.unquoted.get_or_init(|| unquoted(self.dossier()))
    }

    pub(crate) fn dossier(&self) -> &'a Dossier {
        self.alignment.dossier
    }

    pub(crate) fn disputes_on(&self, question: QuestionId) -> &[Dispute] {
        &self.disputes[question.index()].0
    }

    /// By question, in order.
    pub(crate) fn disputes(&self) -> impl Iterator<Item = (QuestionId, &[Dispute])> {
        self.dossier().questions.ids().map(|question| (question, self.disputes_on(question)))
    }

    /// Whether not all claims on a question were looked at that may be in dispute.
    pub(crate) fn is_disputed_in_part(&self, question: QuestionId) -> bool {
        self.disputes[question.index()].1 == Reach::Part
    }

    /// Whether not all claims on a question were looked at that a later one of their origin may replace.
    pub(crate) fn is_outgrown_in_part(&self, question: QuestionId) -> bool {
        self.positions[question.index()].outgrown == Reach::Part
    }

    pub(crate) fn positions_on(&self, question: QuestionId) -> &[Position] {
        &self.positions[question.index()].listed
    }

    /// Whether some positions on a question are not worked out.
    pub(crate) fn is_cut(&self, question: QuestionId) -> bool {
        self.positions[question.index()].listing == Listing::Cut
    }

    /// Whether a claim breaks a law between questions.
    pub(crate) fn is_breaking(&self, claim: ClaimId) -> bool {
        self.named.breaking.contains(&claim)
    }

    /// Whether an agent publishes a source of the dossier.
    pub(crate) fn is_publishing(&self, agent: AgentId) -> bool {
        self.named.publishing.contains(&agent)
    }

    /// The positions on a question that some claim supports; of items that the same claims list, the first.
    pub(crate) fn supported_on(&self, question: QuestionId) -> impl Iterator<Item = &Position> {
        let all = self.positions_on(question);
        let is_told = move |(at, position): &(usize, &Position)| {
            let before = at.checked_sub(1).map(|before| &all[before]);
            before.is_none_or(|it| it.claims != position.claims || it.supporting != position.supporting)
        };
        let told = all.iter().enumerate().filter(is_told).map(|(_, position)| position);
        told.filter(|position| !position.supporting.is_empty())
    }

    /// The items that a position is about, by name, where answers hold side by side.
    pub(crate) fn items_of(&self, position: &Position) -> Option<String> {
        let items = position.items.iter().map(|item| format!("`{}`", self.dossier().node_title(*item)));
        (!position.items.is_empty()).then(|| items.collect::<Vec<_>>().join(" and "))
    }
}
