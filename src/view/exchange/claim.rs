//! A claim with all that travels with it.

use super::desk::Conclusion;
use super::whole::{Exchange, Named};
pub(crate) use crate::judge::standing::Standing;
use crate::model::claim::{Claim, Context};
pub(crate) use crate::model::claim::{Modality, Stance};
use crate::model::table::{ClaimId, Id, SourceId};
use crate::value::shape::Side;
use crate::view::covers::covers;

use crate::view::name::{ClaimName, QuestionName, Who};
use crate::view::quote_stands::QuoteStands;
use crate::view::read_claim::{HoldsAt, ReadClaim, StatedScope};
use crate::view::withheld::WITHHELD;

/// What one public source says on one question.
pub(crate) struct ExchangedClaim {
    pub(crate) name: ClaimName,
    pub(crate) question: QuestionName,
    /// What is asked, in words.
    pub(crate) ask: String,
    /// The title of the event that it is about.
    pub(crate) event: String,
    /// The value in the source's words; empty where it says nothing.
    pub(crate) words: String,
    /// What it says in words for people, its stance included.
    pub(crate) said: String,
    /// All that the words allow, in words; empty where they are no figure and no date.
    pub(crate) allows: String,
    pub(crate) stance: Stance,
    pub(crate) modality: Modality,
    pub(crate) quote: Option<ExchangedQuote>,
    pub(crate) translation: Option<String>,
    pub(crate) note: Option<String>,
    /// Who said it, nearest first; empty: the source in its own voice.
    pub(crate) speakers: Vec<Named>,
    pub(crate) via: Vec<Named>,
    /// Who said it first; `None` where only a restricted source tells.
    pub(crate) origin: Option<Who>,
    /// The name of whoever that is.
    pub(crate) origin_name: String,
    /// What the value covers, as the format writes it.
    pub(crate) scope: StatedScope,
    /// The same for people.
    pub(crate) covers: Vec<String>,
    pub(crate) as_of: HoldsAt,
    pub(crate) credibility: Option<u8>,
    pub(crate) links: Links,
    /// How it stands among the other claims on its question.
    pub(crate) stands: Standing,
    /// The desk's conclusions that name it.
    pub(crate) conclusions: Vec<Conclusion>,
    /// The language of its source, as a BCP 47 tag.
    pub(crate) language: Option<String>,
    pub(super) stands_in: SourceId,
}

/// The words that carry a claim, with what stands around them.
pub(crate) struct ExchangedQuote {
    pub(crate) words: String,
    pub(crate) prefix: Option<String>,
    pub(crate) suffix: Option<String>,
    pub(crate) locator: Option<String>,
    /// How it stands in its text.
    pub(crate) outcome: QuoteStands,
}

/// What a claim says of other public claims.
pub(crate) struct Links {
    pub(crate) corrects: Vec<ClaimName>,
    pub(crate) retracts: Vec<ClaimName>,
    pub(crate) supersedes: Vec<ClaimName>,
    pub(crate) disputes: Vec<ClaimName>,
}

impl Exchange<'_> {
    /// The claims of public sources, in the order of their names.
    pub(crate) fn claims(&self) -> impl Iterator<Item = ExchangedClaim> {
        self.dossier().claims.ids().filter_map(|id| self.claim(id))
    }

    /// Whether the figure of a public claim is given by one of a restricted source, so that it tells what that says.
    pub(super) fn withholds_figure(&self, id: ClaimId) -> bool {
        let other = self.dossier().claims[id].rests_on();
        other.is_some_and(|other| !self.gate().shows_claim(other))
    }

    /// A claim; `None` of a restricted source.
    pub(crate) fn claim(&self, id: ClaimId) -> Option<ExchangedClaim> {
        self.gate().shows_claim(id).then(|| ExchangedClaim::new(self, id))
    }
}

impl ExchangedClaim {
    /// Of a public source.
    pub(super) fn new(of: &Exchange, id: ClaimId) -> Self {
        let dossier = of.dossier();
        let alignment = of.court.alignment;
        let claim = &dossier.claims[id];
        let question = &dossier.questions[claim.question];
        let ReadClaim { claim: name, words, scope, as_of, said, .. } = ReadClaim::new(alignment, id);
        let allows = claim.shape().and_then(|shape| question.kind.spelled(shape, Side::Hard));
        let is_withheld = of.withholds_figure(id);
        let shown = |words: String| if is_withheld { WITHHELD.to_owned() } else { words };
        let origin = of.public.origin(alignment, id);
        let origin_name = match &origin {
            Some(Who::Agent(id)) => dossier.agents.find(id).map(|id| dossier.agents[id].name.clone()),
            Some(Who::Source(id)) => dossier.sources.find(id).map(|id| dossier.sources[id].title.clone()),
            Some(Who::Unknown) | None => None,
        };
        ExchangedClaim {
            name,
            question: QuestionName::new(dossier, claim.question),
            ask: question.ask.clone(),
            event: dossier.events[question.event].title.clone(),
            words: shown(words),
            said: shown(said),
            allows: if is_withheld { String::new() } else { allows.unwrap_or_default() },
            stance: claim.stance(),
            modality: claim.modality,
            quote: ExchangedQuote::new(of, id),
            translation: claim.beside.translation.clone(),
            note: claim.beside.note.clone(),
            speakers: of.agents_of(&claim.said_by),
            via: of.agents_of(&claim.beside.via),
            origin,
            origin_name: origin_name.unwrap_or_default(),
            scope,
            covers: covers(of.court, id),
            as_of,
            credibility: claim.credibility,
            links: Links::new(of, claim),
            stands: of.standing(id),
            conclusions: of.conclusions_on(id),
            language: dossier.language_of(claim.source).map(str::to_owned),
            stands_in: claim.source,
        }
    }
}

impl ExchangedQuote {
    fn new(of: &Exchange, id: ClaimId) -> Option<Self> {
        let quote = of.gate().quote(id)?;
        let outcome = QuoteStands::of(&of.court.alignment.evidence[id.index()])?;
        let Context { prefix, suffix, locator } = (*quote.context).clone();
        let around = of.surroundings.get(&id).cloned();
        let (before, behind) = around.map(|it| (it.before, it.behind)).unzip();
        let some = |words: Option<String>| words.filter(|words| !words.is_empty());
        Some(ExchangedQuote {
            words: quote.words.clone(),
            prefix: prefix.or(some(before)),
            suffix: suffix.or(some(behind)),
            locator,
            outcome,
        })
    }
}

impl Links {
    fn new(of: &Exchange, claim: &Claim) -> Self {
        let public = |ids: &[ClaimId]| {
            let shown = ids.iter().filter(|id| of.gate().shows_claim(**id));
            ClaimName::all(of.dossier(), shown)
        };
        let links = &claim.links;
        Links {
            corrects: public(&links.corrects),
            retracts: public(&links.retracts),
            supersedes: public(&links.supersedes),
            disputes: public(&links.disputes),
        }
    }
}
