//! What the sentences of the rows have in common: two claims' words, readings, scopes, moments and origins.

use crate::align::kind::{Kind, Which};
use crate::align::moment::Order;
use crate::align::moment::are_on_one_line;
use crate::align::origin::Speaker;
use crate::align::pair::Pair;
use crate::align::rows::row::Match;
use crate::align::scope::Extent;
use crate::model::question::{Dimension, OverTime};
use crate::model::table::{ClaimId, Id};
use crate::value::calendar;
use crate::value::shape::{Clock, DAY, Names, Shape, Side, Times};

/// So many of the names of an answer are said in one reason: what names thousands is said in full by its own claim alone.
const MOST_NAMED: usize = 100;

impl Pair<'_> {
    /// The claim that a direction names first: the refining, the part, the later, the correcting one.
    pub(super) fn directed(&self, found: Match) -> (ClaimId, ClaimId) {
        match found.direction {
            Some(Which::B) => (self.b, self.a),
            _ => (self.a, self.b),
        }
    }

    /// What a claim says, in backticks.
    pub(super) fn words(&self, id: ClaimId) -> String {
        let dossier = self.alignment.dossier;
        let said = self.beginning(id).unwrap_or_else(|| dossier.said(&dossier.claims[id]));
        format!("`{said}`")
    }

    /// The first names of an answer that has very many.
    fn beginning(&self, id: ClaimId) -> Option<String> {
        let dossier = self.alignment.dossier;
        let claim = &dossier.claims[id];
        let first = claim.shape()?.beginning(MOST_NAMED)?;
        Some(format!("{} …", dossier.readable(&dossier.questions[claim.question], &first)))
    }

    /// The words with the reading, where the reading says more.
    pub(super) fn full(&self, id: ClaimId) -> String {
        let dossier = self.alignment.dossier;
        if let Some(first) = self.beginning(id) {
            return format!("`{first}`");
        }
        let (hard, said) = (self.hard(id), dossier.said(&dossier.claims[id]));
        if hard.eq_ignore_ascii_case(&said) { format!("`{said}`") } else { format!("`{said}` ({hard})") }
    }

    /// All that a claim's words allow.
    pub(super) fn hard(&self, id: ClaimId) -> String {
        let dossier = self.alignment.dossier;
        dossier.claims[id].shape().map(|shape| dossier.readable(self.question, shape)).unwrap_or_default()
    }

    /// How a claim is usually read, where that is not what it says.
    pub(super) fn usual(&self, id: ClaimId) -> Option<String> {
        if let Some(said) = self.disputed(id) {
            return Some(said);
        }
        let (words, soft) = (self.words(id), self.soft(id));
        (words != format!("`{soft}`")).then(|| format!("{words} is usually {soft}"))
    }

    /// That a claim names disputed ground, where both name places.
    fn disputed(&self, id: ClaimId) -> Option<String> {
        let Some((Shape::Names(Names::OneOf(_)), Shape::Names(Names::OneOf(_)))) = self.says else {
            return None;
        };
        let dossier = self.alignment.dossier;
        let Some(Shape::Names(names)) = dossier.claims[id].shape() else { return None };
        let ground = names.listed().iter().flat_map(|node| dossier.kin.disputed_grounds(*node)).next()?;
        let sides = dossier.kin.disputed_between(*ground).iter();
        let sides =
            sides.map(|side| format!("`{}`", dossier.node_title(*side))).collect::<Vec<_>>().join(" and ");
        Some(format!(
            "{} lies on ground disputed between {sides}, and is usually taken to be of none of them",
            self.words(id)
        ))
    }

    fn soft(&self, id: ClaimId) -> String {
        let dossier = self.alignment.dossier;
        match dossier.claims[id].shape() {
            Some(Shape::Times(times)) => match self.clock_beside(times) {
                Some(clock) => {
                    let soft = calendar::shown(&times.beside(clock, Side::Soft), clock);
                    format!("{soft}, by the clock of the other")
                }
                None => calendar::shown(&times.bounds.soft, times.clock),
            },
            Some(Shape::Names(Names::Near(node))) => format!("outside {}", dossier.node_title(*node)),
            Some(shape) => (self.beginning(id))
                .or_else(|| self.question.kind.spelled(shape, Side::Soft))
                .unwrap_or_else(|| dossier.readable(self.question, shape)),
            None => String::new(),
        }
    }

    /// The clock that one of the two says, beside the other that says none.
    fn clock_beside(&self, times: &Times) -> Option<Clock> {
        let (x, y) = self.says.filter(|_| times.clock == Clock::Unsaid)?;
        let said = |shape: &Shape| match shape {
            Shape::Times(other) if other.clock != Clock::Unsaid => Some(other.clock),
            _ => None,
        };
        said(x).or_else(|| said(y))
    }

    /// The id of a claim's source.
    pub(super) fn source(&self, id: ClaimId) -> &str {
        let dossier = self.alignment.dossier;
        dossier.sources.name(dossier.claims[id].source)
    }

    pub(super) fn when(&self, id: ClaimId) -> String {
        let when = &self.alignment.basics[id.index()].when;
        let assumed = if when.assumed { " (its source's date)" } else { "" };
        format!("as of {}{assumed}", when.as_of.told())
    }

    /// Who the first claim goes back to.
    pub(super) fn speaker(&self) -> String {
        let dossier = self.alignment.dossier;
        match self.alignment.origins[self.a.index()].speaker {
            Speaker::Agent(agent) => dossier.agents[agent].name.clone(),
            Speaker::Source(source) => format!("`{}`", dossier.sources.name(source)),
        }
    }

    /// That time settles nothing between the two.
    pub(super) fn fixed(&self) -> String {
        match self.question.over_time {
            OverTime::Fixed => "the question is fixed: the world is one".to_owned(),
            _ => "both hold for when the answer had settled".to_owned(),
        }
    }

    /// The dimensions of scope that are unknown.
    pub(super) fn unknown_dimensions(&self) -> String {
        let names: Vec<&str> = self.scope.unknown().map(Dimension::name).collect();
        names.join(" and ")
    }

    /// Which of the two rounds to the other.
    pub(super) fn rounded(&self) -> Option<String> {
        let (one, other) = self.directed(Match::of(Kind::Refines, self.rounder()?));
        Some(format!("{} rounds to {}", self.words(one), self.words(other)))
    }

    /// That both have nothing in common.
    pub(super) fn nothing_in_common(&self) -> String {
        format!("{} and {} have nothing in common", self.full(self.a), self.full(self.b))
    }

    /// What the sets of one side share, where they do.
    pub(super) fn common(&self, side: Side) -> Option<String> {
        let (x, y) = self.says.filter(|_| !self.is_apart(side))?;
        let name = if side == Side::Hard { "hard" } else { "soft" };
        let shared = match (x, y) {
            (Shape::Times(x), Shape::Times(y)) => {
                let (both, clock) = x.common(y, side);
                Some(calendar::shown(&both, clock))
            }
            _ => x
                .numbers()
                .zip(y.numbers())
                .map(|(x, y)| self.question.kind.shown(&x.on(side).intersection(y.on(side)))),
        };
        Some(match shared {
            Some(shared) => format!("the {name} sets share {shared}"),
            None => format!("the {name} sets share something"),
        })
    }

    /// The dimensions of scope that are not equal, with what each claim states.
    pub(super) fn dimensions(&self) -> String {
        let stated = |id: ClaimId, dimension: Dimension| {
            let words = self.alignment.stated(id, dimension);
            words.map_or("not stated".to_owned(), |words| format!("`{words}`"))
        };
        let differing = Dimension::ALL.iter().copied().zip(self.scope.each);
        let told = differing.filter(|(_, extent)| *extent != Extent::Equal).map(|(dimension, _)| {
            format!("{dimension} {} against {}", stated(self.a, dimension), stated(self.b, dimension))
        });
        told.collect::<Vec<_>>().join(", ")
    }

    /// How the scopes stand, with the dimensions that make it so.
    pub(super) fn scopes(&self) -> String {
        let named = |extent: Extent| {
            let each = Dimension::ALL.iter().copied().zip(self.scope.each);
            let of = each.filter(|(_, one)| *one == extent).map(|(dimension, _)| dimension.name());
            of.collect::<Vec<_>>().join(" and ")
        };
        match self.scope.together {
            Extent::Equal => "scope is equal".to_owned(),
            Extent::Unknown => {
                format!("scope is not known to differ ({} is unknown)", named(Extent::Unknown))
            }
            Extent::Narrower => format!("the first's scope is narrower ({})", named(Extent::Narrower)),
            Extent::Wider => format!("the first's scope is wider ({})", named(Extent::Wider)),
            Extent::Overlapping => "scope is overlapping".to_owned(),
            Extent::Disjoint => "scope is disjoint".to_owned(),
        }
    }

    /// That the origins are two, and which.
    pub(super) fn origins(&self) -> String {
        let dossier = self.alignment.dossier;
        let [x, y] = [self.a, self.b].map(|id| &self.alignment.origins[id.index()]);
        let name = |speaker: Speaker| match speaker {
            Speaker::Agent(agent) => dossier.agents[agent].name.clone(),
            Speaker::Source(source) => format!("whoever published `{}`", dossier.sources.name(source)),
        };
        if x.speaker != y.speaker {
            return format!("they have two origins, {} and {}", name(x.speaker), name(y.speaker));
        }
        format!("{} is no established origin, and they stand in two sources", name(x.speaker))
    }
}

/// What to state, so that it can be told whether two claims conflict that leave it open.
pub(crate) fn missing(pair: &Pair) -> String {
    match pair.scope.unknown().next() {
        Some(_) => format!("state the {} of both", pair.unknown_dimensions()),
        None => missing_moment(pair).to_owned(),
    }
}

/// What to state of the moments of two claims, so that it can be told which is the later.
fn missing_moment(pair: &Pair) -> &'static str {
    let as_of = |id: ClaimId| &*pair.alignment.basics[id.index()].when.as_of;
    let days = |id: ClaimId| &as_of(id).days;
    let is_day = |id: ClaimId| days(id).is_bounded() && days(id).least() == days(id).greatest();
    let has_hour = |id: ClaimId| as_of(id).length().is_some_and(|minutes| minutes < DAY);
    let one_line = are_on_one_line([pair.a, pair.b].into_iter().map(as_of));
    match [pair.a, pair.b] {
        both if !one_line && both.iter().all(|id| has_hour(*id)) => {
            "state the offset of each in its `as-of`, or the `time-zone` of its source"
        }
        both if both.iter().any(|id| !days(*id).is_bounded()) => "state the `as-of` of each",
        both if both.iter().all(|id| is_day(*id)) => {
            "state the hour of each in its `as-of`, or in the question since when the answer `settles`"
        }
        _ => "state the day of each in its `as-of`, or in the question since when the answer `settles`",
    }
}

/// How the first of two moments stands to the second.
pub(super) fn named(order: Order) -> &'static str {
    match order {
        Order::Earlier => "earlier",
        Order::Later => "later",
        Order::Equal => "equal",
        Order::Unsettled => "not settled",
    }
}
