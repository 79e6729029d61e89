//! How the scopes of two claims compare, dimension by dimension and together. See semantics.md, section 2.

use std::collections::{BTreeSet, VecDeque};

use crate::model::Dossier;
use crate::model::claim::{AsOf, Basis, Period, Scope, Stated};
use crate::model::question::{Dimension, Question};
use crate::model::table::{GroupId, Id, PlaceId};
use crate::value::shape::{MOST_ABOVE, Side};

/// How one scope, or one dimension of it, stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Extent {
    Equal,
    /// The first lies within the second.
    Narrower,
    Wider,
    Overlapping,
    Disjoint,
    /// Stated on one side alone, or stated to be unknown.
    Unknown,
}

/// Whether two claims go back to one origin: one's list of names is not another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speakers {
    One,
    Two,
    /// Their origins are being found, which asks whether they cover the same.
    BeingFound,
}

/// A comparison of two scopes: together, and dimension by dimension in the order of [`Dimension::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Compared {
    pub(crate) together: Extent,
    pub(crate) each: [Extent; 4],
}

/// Who is counted among whom.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    /// What contains each group, itself included.
    above: Vec<BTreeSet<GroupId>>,
    /// What contains each group, itself included, and is declared to be disjoint from something.
    parted: Vec<Vec<GroupId>>,
    apart: BTreeSet<(GroupId, GroupId)>,
    /// Those that are counted among more groups than are followed, in order.
    pub(crate) cut: Vec<GroupId>,
}

impl Compared {
    /// The dimensions that are unknown.
    pub(crate) fn unknown(&self) -> impl Iterator<Item = Dimension> + '_ {
        Dimension::ALL
            .iter()
            .copied()
            .zip(self.each)
            .filter(|(_, extent)| *extent == Extent::Unknown)
            .map(|(d, _)| d)
    }

    /// Whether the one is taken to lie within the other though a dimension is unknown in which it may not.
    pub(crate) fn is_assumed(&self) -> bool {
        matches!(self.together, Extent::Narrower | Extent::Wider) && self.each.contains(&Extent::Unknown)
    }
}

impl Groups {
    pub(crate) fn new(dossier: &Dossier) -> Self {
        let groups = &dossier.groups;
        let mut cut = Vec::new();
        let mut climb = |start: GroupId| {
            let mut found = BTreeSet::from([start]);
            let mut open = VecDeque::from([start]);
            while let Some(id) = open.pop_front() {
                for parent in &groups[id].part_of {
                    if found.len() > MOST_ABOVE && !found.contains(parent) {
                        cut.push(start);
                        return found;
                    }
                    if found.insert(*parent) {
                        open.push_back(*parent);
                    }
                }
            }
            found
        };
        let apart = groups.iter().flat_map(|(id, group)| {
            group.disjoint_from.iter().flat_map(move |other| [(id, *other), (*other, id)])
        });
        let apart: BTreeSet<(GroupId, GroupId)> = apart.collect();
        let is_parted: BTreeSet<GroupId> = apart.iter().map(|(group, _)| *group).collect();
        let above: Vec<BTreeSet<GroupId>> = groups.ids().map(&mut climb).collect();
        let parted = above.iter().map(|above| above.intersection(&is_parted).copied().collect()).collect();
        Groups { above, parted, apart, cut }
    }

    /// What counts a group, itself included, in order.
    pub(super) fn above(&self, group: GroupId) -> impl Iterator<Item = GroupId> {
        self.above[group.index()].iter().copied()
    }

    /// Whether all that `inner` counts are counted among `outer`.
    pub(super) fn within(&self, inner: GroupId, outer: GroupId) -> bool {
        self.above[inner.index()].contains(&outer)
    }

    fn compare(&self, a: GroupId, b: GroupId) -> Extent {
        let (of_a, of_b) = (&self.parted[a.index()], &self.parted[b.index()]);
        if self.within(a, b) && self.within(b, a) {
            Extent::Equal
        } else if self.within(a, b) {
            Extent::Narrower
        } else if self.within(b, a) {
            Extent::Wider
        } else if of_a.iter().any(|x| of_b.iter().any(|y| self.apart.contains(&(*x, *y)))) {
            Extent::Disjoint
        } else {
            Extent::Overlapping
        }
    }
}

/// A claim's scope with what its question says of dimensions that it leaves out.
pub(crate) fn filled(claim: &Scope, question: &Question) -> Scope {
    let of = &question.scope;
    Scope {
        population: claim.population.clone().or_else(|| of.population.clone()),
        place: claim.place.clone().or_else(|| of.place.clone()),
        period: claim.period.clone().or_else(|| of.period.clone()),
        basis: claim.basis.clone().or_else(|| of.basis.clone()),
    }
}

/// Compares two filled scopes; each as-of closes an open end of its own period.
pub(crate) fn compare(
    dossier: &Dossier,
    groups: &Groups,
    a: (&Scope, &AsOf),
    b: (&Scope, &AsOf),
    speakers: Speakers,
) -> Compared {
    let ((a, a_of), (b, b_of)) = (a, b);
    let places = |x: &PlaceId, y: &PlaceId| {
        let (x, y) = (dossier.place_node(*x), dossier.place_node(*y));
        match (dossier.kin.within(x, y), dossier.kin.within(y, x)) {
            (true, true) => Extent::Equal,
            (true, false) => Extent::Narrower,
            (false, true) => Extent::Wider,
            (false, false) if dossier.kin.shares(x, y, Side::Hard) => Extent::Overlapping,
            (false, false) => Extent::Disjoint,
        }
    };
    let each = [
        dimension(&a.population, &b.population, |x, y| groups.compare(*x, *y)),
        dimension(&a.place, &b.place, places),
        dimension(&a.period, &b.period, |x, y| periods((x, a_of), (y, b_of))),
        dimension(&a.basis, &b.basis, |x, y| bases(*x, *y, speakers)),
    ];
    Compared { together: together(each), each }
}

/// Whether two filled scopes are of places or of groups of which neither lies in the other, so that they are disjoint or
/// overlapping, whichever it is: what [`compare`] finds too, at ten times the time.
pub(crate) fn are_elsewhere(dossier: &Dossier, groups: &Groups, a: &Scope, b: &Scope) -> bool {
    fn both<T>(a: &Option<Stated<T>>, b: &Option<Stated<T>>, apart: impl Fn(&T, &T) -> bool) -> bool {
        matches!((a, b), (Some(Stated::Is(a)), Some(Stated::Is(b))) if apart(a, b))
    }
    let places = |x: &PlaceId, y: &PlaceId| {
        let (x, y) = (dossier.place_node(*x), dossier.place_node(*y));
        !dossier.kin.within(x, y) && !dossier.kin.within(y, x)
    };
    let others = |x: &GroupId, y: &GroupId| !groups.within(*x, *y) && !groups.within(*y, *x);
    both(&a.place, &b.place, places) || both(&a.population, &b.population, others)
}

fn dimension<T>(a: &Option<Stated<T>>, b: &Option<Stated<T>>, compare: impl Fn(&T, &T) -> Extent) -> Extent {
    match (a, b) {
        (None, None) => Extent::Equal,
        (Some(Stated::Is(a)), Some(Stated::Is(b))) => compare(a, b),
        _ => Extent::Unknown,
    }
}

/// Whether the figure counts the names of somebody's list, which is not another's.
pub(crate) fn counts_a_list(scope: &Scope) -> bool {
    matches!(scope.basis, Some(Stated::Is(Basis::Documented | Basis::Identified)))
}

/// Any disjoint: disjoint; else any overlapping, or narrower and wider mixed: overlapping; else any narrower or wider:
/// that, assumed where another is unknown; else any unknown: unknown; else equal.
fn together(each: [Extent; 4]) -> Extent {
    let any = |extent| each.contains(&extent);
    if any(Extent::Disjoint) {
        Extent::Disjoint
    } else if any(Extent::Overlapping) || any(Extent::Narrower) && any(Extent::Wider) {
        Extent::Overlapping
    } else if any(Extent::Narrower) {
        Extent::Narrower
    } else if any(Extent::Wider) {
        Extent::Wider
    } else if any(Extent::Unknown) {
        Extent::Unknown
    } else {
        Extent::Equal
    }
}

/// An open end, against a closed one, is closed at the claim's as-of (its last day); two open ends are equal.
fn periods(a: (&Period, &AsOf), b: (&Period, &AsOf)) -> Extent {
    let ((a, a_of), (b, b_of)) = (a, b);
    let closed = |as_of: &AsOf| as_of.days.greatest();
    let (a_last, b_last) = match (a.last, b.last) {
        (None, Some(last)) => (closed(a_of), Some(last)),
        (Some(last), None) => (Some(last), closed(b_of)),
        both => both,
    };
    let low = |end: Option<i128>| end.unwrap_or(i128::MIN);
    let high = |end: Option<i128>| end.unwrap_or(i128::MAX);
    let (a0, b0) = (low(a.first), low(b.first));
    // An open end closed before its own start leaves the first day.
    let (a1, b1) = (high(a_last).max(a0), high(b_last).max(b0));
    if (a0, a1) == (b0, b1) {
        Extent::Equal
    } else if a1 < b0 || b1 < a0 {
        Extent::Disjoint
    } else if b0 <= a0 && a1 <= b1 {
        Extent::Narrower
    } else if a0 <= b0 && b1 <= a1 {
        Extent::Wider
    } else {
        Extent::Overlapping
    }
}

/// Reported contains confirmed, and that identified; reported contains documented, which overlaps the other two. Lists of
/// two origins overlap. An estimate is a reading, and covers what is reported.
fn bases(a: Basis, b: Basis, speakers: Speakers) -> Extent {
    use Basis::{Confirmed, Documented, Estimated, Identified, Reported};
    match (a, b) {
        (Reported | Estimated, Reported | Estimated) | (Confirmed, Confirmed) => Extent::Equal,
        (Documented, Documented) | (Identified, Identified) if speakers == Speakers::Two => {
            Extent::Overlapping
        }
        (Documented, Documented) | (Identified, Identified) => Extent::Equal,
        (Documented, Confirmed | Identified) | (Confirmed | Identified, Documented) => Extent::Overlapping,
        (_, Reported | Estimated) | (Identified, Confirmed) => Extent::Narrower,
        (Reported | Estimated, _) | (Confirmed, Identified) => Extent::Wider,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::shape::Runs;

    fn as_of(last_day: i128) -> AsOf {
        AsOf { days: Runs::one(last_day), ..AsOf::unknown() }
    }

    fn period(first: Option<i128>, last: Option<i128>) -> Period {
        Period { words: String::new(), first, last }
    }

    #[test]
    fn an_open_end_closes_at_the_as_of() {
        let (open, closed) = (period(Some(10), None), period(Some(10), Some(50)));
        assert_eq!(periods((&open, &as_of(50)), (&closed, &as_of(99))), Extent::Equal);
        assert_eq!(periods((&open, &as_of(40)), (&closed, &as_of(99))), Extent::Narrower);
        assert_eq!(periods((&closed, &as_of(99)), (&open, &as_of(40))), Extent::Wider);
        assert_eq!(
            periods((&open, &as_of(40)), (&open, &as_of(60))),
            Extent::Equal,
            "two open ends are equal"
        );
        assert_eq!(periods((&open, &as_of(40)), (&period(Some(20), None), &as_of(60))), Extent::Wider);
    }

    #[test]
    fn periods_share_their_first_and_last_days() {
        let of = |first, last| period(Some(first), Some(last));
        for (a, b, expected) in [
            (of(10, 50), of(10, 50), Extent::Equal),
            (of(10, 50), of(51, 60), Extent::Disjoint),
            (of(51, 60), of(10, 50), Extent::Disjoint),
            (of(10, 50), of(50, 60), Extent::Overlapping),
            (of(50, 60), of(10, 50), Extent::Overlapping),
            (of(10, 50), of(10, 60), Extent::Narrower),
            (of(20, 50), of(10, 50), Extent::Narrower),
            (of(10, 60), of(10, 50), Extent::Wider),
            (of(10, 50), of(20, 50), Extent::Wider),
        ] {
            assert_eq!(periods((&a, &as_of(1)), (&b, &as_of(1))), expected, "{a:?} {b:?}");
        }
    }

    #[test]
    fn dimensions_together() {
        use Extent::*;
        assert_eq!(together([Equal, Equal, Equal, Equal]), Equal);
        assert_eq!(together([Narrower, Equal, Equal, Equal]), Narrower);
        assert_eq!(together([Narrower, Wider, Equal, Equal]), Overlapping);
        assert_eq!(together([Narrower, Unknown, Equal, Equal]), Narrower);
        assert_eq!(together([Unknown, Equal, Wider, Equal]), Wider);
        assert_eq!(together([Unknown, Equal, Equal, Equal]), Unknown);
        assert_eq!(together([Narrower, Unknown, Wider, Equal]), Overlapping);
        assert_eq!(together([Overlapping, Unknown, Equal, Equal]), Overlapping);
        assert_eq!(together([Unknown, Disjoint, Overlapping, Equal]), Disjoint);
    }

    #[test]
    fn what_is_narrower_is_assumed_so_where_something_is_unknown() {
        use Extent::*;
        for (each, is_assumed) in [
            ([Narrower, Unknown, Equal, Equal], true),
            ([Unknown, Equal, Equal, Wider], true),
            ([Narrower, Equal, Equal, Equal], false),
            ([Unknown, Equal, Equal, Equal], false),
            ([Unknown, Overlapping, Narrower, Equal], false),
        ] {
            assert_eq!(Compared { together: together(each), each }.is_assumed(), is_assumed, "{each:?}");
        }
    }

    #[test]
    fn bases_nest_or_overlap_and_lists_are_their_makers() {
        use Basis::*;
        use Extent::{Equal, Narrower, Overlapping, Wider};
        use Speakers::{BeingFound, One, Two};
        for (a, b, speakers, expected) in [
            (Confirmed, Reported, Two, Narrower),
            (Identified, Confirmed, Two, Narrower),
            (Identified, Reported, Two, Narrower),
            (Documented, Reported, Two, Narrower),
            (Reported, Documented, One, Wider),
            (Documented, Confirmed, One, Overlapping),
            (Identified, Documented, One, Overlapping),
            (Documented, Documented, Two, Overlapping),
            (Documented, Documented, One, Equal),
            (Documented, Documented, BeingFound, Equal),
            (Identified, Identified, Two, Overlapping),
            (Identified, Identified, One, Equal),
            (Confirmed, Confirmed, Two, Equal),
            (Estimated, Reported, Two, Equal),
            (Estimated, Estimated, Two, Equal),
            (Identified, Estimated, Two, Narrower),
            (Estimated, Confirmed, Two, Wider),
        ] {
            assert_eq!(bases(a, b, speakers), expected, "{a:?}, {b:?}, {speakers:?}");
        }
    }
}
