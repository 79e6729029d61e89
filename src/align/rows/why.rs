//! Why each row of the table that stands above the one that matched did not match, in a sentence each.

use super::ROWS;
use crate::align::Alignment;
use crate::align::moment::Order;
use crate::align::origin::Speaker;
use crate::align::relation::{Pair, Relation, is_monotone};
use crate::align::scope::Extent;
use crate::model::claim::{Modality, Stance};
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id};
use crate::value::shape::{Shape, Side};

/// The rows above the one that matched, in order, each with why it did not. Lower case, no full stop.
pub(crate) fn unmatched(
    alignment: &Alignment,
    a: ClaimId,
    b: ClaimId,
    relation: &Relation,
) -> Vec<(u8, String)> {
    let told = Told::new(alignment, a, b);
    let above = ROWS.iter().map(|row| row.number).take_while(|row| *row < relation.row);
    above.map(|row| (row, told.unless(row).unwrap_or_default())).collect()
}

/// Why a row does not match two claims that no row above it matches; `None` where it does.
#[cfg(test)]
pub(crate) fn unless(alignment: &Alignment, a: ClaimId, b: ClaimId, row: u8) -> Option<String> {
    Told::new(alignment, a, b).unless(row)
}

struct Told<'a> {
    alignment: &'a Alignment<'a>,
    pair: Pair<'a>,
    shapes: Option<(&'a Shape, &'a Shape)>,
}

impl<'a> Told<'a> {
    fn new(alignment: &'a Alignment<'a>, a: ClaimId, b: ClaimId) -> Self {
        let shape = |id: ClaimId| alignment.dossier.claims[id].shape();
        Told { alignment, pair: Pair::new(alignment, a, b), shapes: shape(a).zip(shape(b)) }
    }

    fn unless(&self, row: u8) -> Option<String> {
        let (x, y) = self.shapes?;
        match row {
            1 => Some("neither is silent".to_owned()),
            2 => self.corrects(x, y),
            3 => self.supersedes(x, y),
            4 => self.withdrawn(x, y),
            5 => (!matches!(x, Shape::Words(_)))
                .then(|| format!("the question is of type {}, not text", self.question().kind.name())),
            6 => self.scopes_agree(),
            7..=9 => self.part(row, x, y),
            10 => self.settled(x, y),
            11 | 12 => self.one_agent(row, x, y),
            13 | 14 => self.grown(row, x, y),
            15 | 16 => self.apart(x, y).or_else(|| (row == 15).then(|| self.denies(x, y)).flatten()),
            17 => self.common(x, y, Side::Soft),
            18 if !self.pair.one_origin_or_part() => Some(self.origins()),
            18 => self.pair.one_source().then(|| "both stand in one source".to_owned()),
            19 => (!x.same(y, self.kin())).then(|| "their sets are not the same".to_owned()),
            20 => self.no_refinement(x, y),
            _ => None,
        }
    }

    fn kin(&self) -> &crate::value::shape::kin::Kin {
        &self.alignment.dossier.kin
    }

    fn question(&self) -> &crate::model::question::Question {
        let dossier = self.alignment.dossier;
        &dossier.questions[dossier.claims[self.pair.a].question]
    }

    fn same_sets(&self, x: &Shape, y: &Shape) -> bool {
        x.same(y, self.kin())
    }

    fn corrects(&self, x: &Shape, y: &Shape) -> Option<String> {
        if self.pair.a == self.pair.b {
            return Some("it is one claim".to_owned());
        }
        match self.pair.corrects() {
            None => Some("neither corrects or retracts the other, nor does one's source correct the other's of one origin".to_owned()),
            Some(_) => self.same_sets(x, y).then(|| "one corrects the other, but their sets are the same".to_owned()),
        }
    }

    fn supersedes(&self, x: &Shape, y: &Shape) -> Option<String> {
        if self.pair.a == self.pair.b {
            return Some("it is one claim".to_owned());
        }
        let differ = !self.same_sets(x, y);
        if self.pair.supersedes(differ).is_some() {
            return None;
        }
        let claims = &self.alignment.dossier.claims;
        let (a, b) = (claims[self.pair.a].source, claims[self.pair.b].source);
        Some(match self.alignment.later_capture(a, b) {
            None => {
                "neither supersedes the other, and neither source is a later capture of the other".to_owned()
            }
            Some(_) if !differ => "one stands in a later capture, but their sets are the same".to_owned(),
            Some(_) if self.pair.scope.together != Extent::Equal => {
                format!("one stands in a later capture, but {}", self.scope())
            }
            Some(_) => format!("one stands in a later capture, but {}", self.origins()),
        })
    }

    fn withdrawn(&self, x: &Shape, y: &Shape) -> Option<String> {
        let gone = self.alignment.is_withdrawn(self.pair.a) || self.alignment.is_withdrawn(self.pair.b);
        match gone {
            false => Some("neither has been corrected, retracted or superseded".to_owned()),
            true => {
                self.same_sets(x, y).then(|| "one has been withdrawn, but their sets are the same".to_owned())
            }
        }
    }

    fn is_projected(&self, id: ClaimId) -> bool {
        self.alignment.dossier.claims[id].modality == Modality::Projected
    }

    /// Row 6.
    fn scopes_agree(&self) -> Option<String> {
        let projected = [self.pair.a, self.pair.b].map(|id| self.is_projected(id));
        if projected[0] != projected[1] {
            return None;
        }
        let how = if projected[0] { "both are projections" } else { "neither is a projection" };
        match self.pair.scope.together {
            Extent::Disjoint | Extent::Overlapping => None,
            Extent::Narrower | Extent::Wider if !is_monotone(self.question()) => None,
            Extent::Narrower | Extent::Wider => {
                Some(format!("{}, and here a part never exceeds its whole; {how}", self.scope()))
            }
            Extent::Equal | Extent::Unknown => Some(format!("{}; {how}", self.scope())),
        }
    }

    /// How the scopes stand, with the dimensions that make it so.
    fn scope(&self) -> String {
        let scope = self.pair.scope;
        let named = |extent: Extent| {
            let each = Dimension::ALL.iter().copied().zip(scope.each).filter(|(_, one)| *one == extent);
            each.map(|(dimension, _)| dimension.name()).collect::<Vec<_>>().join(" and ")
        };
        match scope.together {
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

    /// Rows 7 to 9.
    fn part(&self, row: u8, x: &Shape, y: &Shape) -> Option<String> {
        let (part, whole, order) = match self.pair.scope.together {
            Extent::Narrower => (x, y, self.pair.order()),
            Extent::Wider => (y, x, crate::align::relation::reversed(self.pair.order())),
            _ => return Some(format!("{}: neither is a part of the other", self.scope())),
        };
        if row == 9 {
            return None;
        }
        if !crate::align::relation::exceeds(part, whole) {
            return Some("the part's least is not above the whole's greatest".to_owned());
        }
        let earlier = !self.question().grows || matches!(order, Order::Equal | Order::Earlier);
        (row == 7 && !earlier)
            .then(|| format!("the question grows, and the part's as-of is {}", named(order)))
    }

    /// Row 10.
    fn settled(&self, x: &Shape, y: &Shape) -> Option<String> {
        let unknown = self.pair.scope.together == Extent::Unknown;
        if unknown && self.common(x, y, Side::Soft).is_none() {
            return None;
        }
        let scope = match unknown {
            true => "scope is unknown, but the soft sets share something".to_owned(),
            false => self.scope(),
        };
        let time = if !self.question().grows {
            "the question does not grow".to_owned()
        } else if let Some(common) = self.common(x, y, Side::Hard) {
            common
        } else {
            let assumed = |id: ClaimId| self.alignment.basics[id.index()].when.assumed;
            match self.pair.order() {
                Order::Unsettled => return None,
                order @ (Order::Earlier | Order::Later) => {
                    format!("as-of is settled: the first's is {}", named(order))
                }
                Order::Equal if !assumed(self.pair.a) && !assumed(self.pair.b) => {
                    "as-of is equal and stated".to_owned()
                }
                Order::Equal if self.pair.one_source() => "as-of is equal, in one source".to_owned(),
                Order::Equal if !self.pair.one_origin() => format!("as-of is equal, and {}", self.origins()),
                Order::Equal => return None,
            }
        };
        Some(format!("{scope}; {time}"))
    }

    /// Rows 11 and 12.
    fn one_agent(&self, row: u8, x: &Shape, y: &Shape) -> Option<String> {
        if let Some(common) = self.apart(x, y) {
            return Some(common);
        }
        let agents = [self.pair.a, self.pair.b].map(|id| self.alignment.origins[id.index()].speaker);
        if !self.pair.one_origin() {
            return Some(self.origins());
        }
        if !matches!(agents[0], Speaker::Agent(_)) {
            return Some("the publisher is unknown, so that no agent is the origin of both".to_owned());
        }
        if self.question().grows && self.pair.order() != Order::Equal {
            return Some(format!(
                "the question grows, and the first's as-of is {}",
                named(self.pair.order())
            ));
        }
        let own = self.pair.one_source() || self.pair.one_publisher_speaks();
        (row == 11 && !own)
            .then(|| "they stand in two sources, and not both in the publisher's own voice".to_owned())
    }

    /// Rows 13 and 14.
    fn grown(&self, row: u8, x: &Shape, y: &Shape) -> Option<String> {
        if !self.question().grows {
            return Some("the question does not grow".to_owned());
        }
        let (earlier, early, late) = match self.pair.order() {
            Order::Later => (self.pair.b, y, x),
            Order::Earlier => (self.pair.a, x, y),
            order => return Some(format!("as-of is {}, so that neither is the later", named(order))),
        };
        let one = self.pair.one_origin_or_part();
        let apart = self.common(x, y, Side::Hard).is_none();
        if row == 14 {
            return match (one, apart) {
                (false, _) => Some(self.origins()),
                (true, false) => self.common(x, y, Side::Hard),
                (true, true) => None,
            };
        }
        let (Some(low), Some(high)) = (early.numbers(), late.numbers()) else {
            return Some("no numbers grow here".to_owned());
        };
        if apart {
            let (least, greatest) = (low.hard.least(), high.hard.greatest());
            if matches!((least, greatest), (Some(least), Some(greatest)) if least >= greatest) {
                return Some("the later is below the earlier, so that growth does not explain it".to_owned());
            }
        } else if let Some(common) = self.common(x, y, Side::Soft) {
            return Some(common);
        } else if !matches!((low.soft.greatest(), high.soft.least()), (Some(greatest), Some(least)) if greatest < least)
        {
            return Some("the later is usually read as no more than the earlier".to_owned());
        }
        let nothing = self.alignment.dossier.claims[earlier].stance() == Stance::Denies || early.is_zero();
        (!one && nothing).then(|| "two origins, of which the earlier says that there was nothing".to_owned())
    }

    /// Why hard sets are not apart.
    fn apart(&self, x: &Shape, y: &Shape) -> Option<String> {
        self.common(x, y, Side::Hard)
    }

    /// What the sets of one side share, where they do.
    fn common(&self, x: &Shape, y: &Shape, side: Side) -> Option<String> {
        if !x.shares(y, side, self.kin()) {
            return None;
        }
        let name = if side == Side::Hard { "hard" } else { "soft" };
        Some(match (x.numbers(), y.numbers()) {
            (Some(x), Some(y)) => {
                let both = if side == Side::Hard {
                    x.hard.intersection(&y.hard)
                } else {
                    x.soft.intersection(&y.soft)
                };
                format!("the {name} sets share {}", self.question().kind.shown(&both))
            }
            _ => format!("the {name} sets share something"),
        })
    }

    fn denies(&self, x: &Shape, y: &Shape) -> Option<String> {
        let denies =
            |id: ClaimId, shape: &Shape| self.alignment.dossier.claims[id].denies() || shape.is_zero();
        let any = denies(self.pair.a, x) || denies(self.pair.b, y);
        (!any).then(|| "neither denies, rules a value out, or says that there was nothing".to_owned())
    }

    fn no_refinement(&self, x: &Shape, y: &Shape) -> Option<String> {
        let one_way = x.within(y, self.kin()) != y.within(x, self.kin());
        (!one_way).then(|| "neither lies within the other, hard in hard and soft in soft".to_owned())
    }

    /// That the origins are two, and which.
    fn origins(&self) -> String {
        let dossier = self.alignment.dossier;
        let [x, y] = [self.pair.a, self.pair.b].map(|id| &self.alignment.origins[id.index()]);
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

fn named(order: Order) -> &'static str {
    match order {
        Order::Earlier => "earlier",
        Order::Later => "later",
        Order::Equal => "equal",
        Order::Unsettled => "not settled",
    }
}
