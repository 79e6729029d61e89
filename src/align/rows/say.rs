//! What the sentences of the rows have in common: two claims' words, readings, scopes, moments and origins.

use crate::align::kind::Which;
use crate::align::moment::Order;
use crate::align::origin::Speaker;
use crate::align::pair::Pair;
use crate::align::rows::row::Match;
use crate::align::scope::Extent;
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id};
use crate::value::shape::{Names, Shape, Side};

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
        format!("`{}`", dossier.said(&dossier.claims[id]))
    }

    /// The words with the reading, where the reading says more.
    pub(super) fn full(&self, id: ClaimId) -> String {
        let dossier = self.alignment.dossier;
        let hard = self.hard(id);
        match hard.eq_ignore_ascii_case(&dossier.said(&dossier.claims[id])) {
            true => self.words(id),
            false => format!("{} ({hard})", self.words(id)),
        }
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
            Some(shape) if shape.numbers().is_some() => {
                shape.numbers().map(|bounds| self.question.kind.shown(&bounds.soft)).unwrap_or_default()
            }
            Some(Shape::Names(Names::Near(node))) => format!("outside {}", dossier.node_title(*node)),
            Some(shape) => dossier.readable(self.question, shape),
            None => String::new(),
        }
    }

    /// The id of a claim's source.
    pub(super) fn source(&self, id: ClaimId) -> &str {
        let dossier = self.alignment.dossier;
        dossier.sources.name(dossier.claims[id].source)
    }

    pub(super) fn when(&self, id: ClaimId) -> String {
        let when = &self.alignment.basics[id.index()].when;
        let assumed = if when.assumed { " (its source's date)" } else { "" };
        format!("as of {}{assumed}", when.as_of.words)
    }

    /// Who the first claim goes back to.
    pub(super) fn speaker(&self) -> String {
        let dossier = self.alignment.dossier;
        match self.alignment.origins[self.a.index()].speaker {
            Speaker::Agent(agent) => dossier.agents[agent].name.clone(),
            Speaker::Source(source) => format!("`{}`", dossier.sources.name(source)),
        }
    }

    /// That both have nothing in common.
    pub(super) fn nothing_in_common(&self) -> String {
        format!("{} and {} have nothing in common", self.full(self.a), self.full(self.b))
    }

    /// What the sets of one side share, where they do.
    pub(super) fn common(&self, side: Side) -> Option<String> {
        let (x, y) = self.says.filter(|_| !self.is_apart(side))?;
        let name = if side == Side::Hard { "hard" } else { "soft" };
        Some(match (x.numbers(), y.numbers()) {
            (Some(x), Some(y)) => {
                let both = match side {
                    Side::Hard => x.hard.intersection(&y.hard),
                    Side::Soft => x.soft.intersection(&y.soft),
                };
                format!("the {name} sets share {}", self.question.kind.shown(&both))
            }
            _ => format!("the {name} sets share something"),
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

/// How the first of two moments stands to the second.
pub(super) fn named(order: Order) -> &'static str {
    match order {
        Order::Earlier => "earlier",
        Order::Later => "later",
        Order::Equal => "equal",
        Order::Unsettled => "not settled",
    }
}
