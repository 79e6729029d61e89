//! The sets of dates that hold together where some say an offset and some say none.
//!
//! Those without share as written; and all together share with these taken at any offset, each by itself.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::bound::Bound;
use super::cliques::cliques;
use super::maximal::candidates;
use crate::value::shape::{Clock, Runs, Side, Times, at_offset};

/// Sets of members, by index and in order, that hold together, among them every maximal one; as far as there is room.
pub(super) fn holding_together(members: &[&Times], bound: &Bound) -> Vec<Vec<usize>> {
    let hard: Vec<&Runs> = members.iter().map(|times| &times.bounds.hard).collect();
    let (unsaid, said): (Vec<usize>, Vec<usize>) =
        (0..members.len()).partition(|index| members[*index].clock == Clock::Unsaid);
    if unsaid.is_empty() || said.is_empty() {
        return candidates(&hard, bound);
    }
    let offsets = offsets(members);
    let anywhere: Vec<Cow<Runs>> = members.iter().map(|times| at_offsets(times, &offsets)).collect();
    let of = |indices: &[usize], sets: &[&Runs]| {
        let chosen: Vec<&Runs> = indices.iter().map(|index| sets[*index]).collect();
        let named = |set: Vec<usize>| set.into_iter().map(|at| indices[at]).collect::<Vec<usize>>();
        candidates(&chosen, bound).into_iter().map(named).collect::<Vec<_>>()
    };
    let widened: Vec<&Runs> = anywhere.iter().map(Cow::as_ref).collect();
    let mut found: BTreeSet<Vec<usize>> = of(&said, &hard).into_iter().collect();
    for as_written in of(&unsaid, &hard) {
        let mut all: Vec<usize> = as_written.iter().chain(&said).copied().collect();
        all.sort_unstable();
        let holds_one = |set: &Vec<usize>| set.iter().any(|index| as_written.binary_search(index).is_ok());
        found.extend(of(&all, &widened).into_iter().filter(holds_one));
        if bound.is_reached() || !bound.spend(all.len()) {
            break;
        }
    }
    // Read strictly, or beside a clock of before there were zones, one without an offset stands at each of the others'
    // by turns, and may share with none of them.
    if unsaid.iter().all(|index| is_one_to_all(members[*index], &offsets)) {
        return found.into_iter().collect();
    }
    let share = |a: usize, b: usize| members[a].shares(members[b], Side::Hard);
    found.into_iter().flat_map(|set| cliques(&set, &share, bound)).collect()
}

/// For each member, whether its soft set shares something with what all the members' hard sets share.
pub(super) fn supporting(members: &[&Times]) -> Vec<bool> {
    let offsets = offsets(members);
    let mut written = Runs::everything();
    let mut everywhere = Runs::everything();
    for times in members {
        everywhere = everywhere.intersection(&at_offsets(times, &offsets));
        if times.clock == Clock::Unsaid {
            written = written.intersection(&times.bounds.hard);
        }
    }
    let supports = |times: &&Times| {
        let soft = &times.bounds.soft;
        match times.clock {
            Clock::Ahead(_) => soft.shares(&everywhere),
            Clock::Unsaid => {
                soft.shares(&written)
                    && (offsets.is_empty()
                        || offsets.iter().any(|ahead| at_offset(soft, *ahead).shares(&everywhere)))
            }
        }
    };
    members.iter().map(supports).collect()
}

/// The offsets that are said.
fn offsets(members: &[&Times]) -> BTreeSet<i16> {
    let ahead = |times: &&Times| if let Clock::Ahead(ahead) = times.clock { Some(ahead) } else { None };
    members.iter().filter_map(ahead).collect()
}

/// The hard set of a date beside others of these offsets, in UTC; as it is where there are none.
fn at_offsets<'t>(times: &'t Times, offsets: &BTreeSet<i16>) -> Cow<'t, Runs> {
    match times.clock {
        Clock::Unsaid if !offsets.is_empty() => {
            let beside = |ahead: &i16| times.beside(Clock::Ahead(*ahead), Side::Hard);
            Cow::Owned(offsets.iter().fold(Runs::default(), |all, ahead| all.union(&beside(ahead))))
        }
        _ => Cow::Borrowed(&times.bounds.hard),
    }
}

/// Whether a date without an offset stands for the same minutes beside each of these offsets.
fn is_one_to_all(times: &Times, offsets: &BTreeSet<i16>) -> bool {
    let mut beside = offsets.iter().map(|ahead| times.beside(Clock::Ahead(*ahead), Side::Hard));
    let first = beside.next();
    beside.all(|set| Some(set) == first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::align::positions::maximal::keep_maximal;
    use crate::value::calendar::date;
    use crate::value::shape::Bounds;

    fn read(words: &[&str]) -> Vec<Times> {
        words.iter().map(|words| date::read(words, None).expect("it is EDTF")).collect()
    }

    fn maximal(dates: &[Times]) -> Vec<Vec<usize>> {
        keep_maximal(holding_together(&dates.iter().collect::<Vec<_>>(), &Bound::new(dates.len())))
    }

    #[test]
    fn a_time_without_an_offset_holds_with_any_one_of_others() {
        // One night; an hour that some clock shows then; the day after, which is none of that night anywhere.
        let dates =
            read(&["2011-05-01T20:00Z", "2011-05-02T01:00", "2011-05-02T01:00+05:00", "2011-05-03T12:00"]);
        assert_eq!(maximal(&dates), [vec![0, 1, 2], vec![3]]);
        // Two without share as written or not at all, whatever stands beside them.
        let dates = read(&["2011-05-01T20:00Z", "2011-05-02T01:00", "2011-05-02T02:00"]);
        assert_eq!(maximal(&dates), [vec![0, 1], vec![0, 2]]);
    }

    #[test]
    fn a_date_supports_where_it_is_read_as_the_others_allow() {
        let dates = read(&["2011-05-01T20:00Z", "2011-05-01", "2011-05-02", "2011-05-02T01:00+05:00"]);
        let supports =
            |chosen: &[usize]| supporting(&chosen.iter().map(|at| &dates[*at]).collect::<Vec<_>>());
        assert_eq!(supports(&[0, 1]), [true, true]);
        assert_eq!(supports(&[0, 2]), [true, false], "it is the first of May where the offset is said");
        assert_eq!(supports(&[0, 2, 3]), [true, true, true], "and the second in Karachi");
    }

    /// Short runs of minutes, some told by clocks.
    fn dates() -> impl Strategy<Value = Vec<Times>> {
        let clock = prop_oneof![Just(Clock::Unsaid), (-2..3_i16).prop_map(|hour| Clock::Ahead(hour * 300))];
        let date = (0..60_i128, 0..4_i128, clock).prop_map(|(at, more, clock)| {
            let (low, high) = (at * 60, (at + more) * 60);
            Times::new(Bounds::exactly(Runs::between(low, high)), clock)
        });
        prop::collection::vec(date, 1..7)
    }

    /// Whether dates hold together, by going through the minutes.
    fn hold(dates: &[&Times]) -> bool {
        let is_unsaid = |times: &Times| times.clock == Clock::Unsaid;
        let one = |hold: &dyn Fn(&Times, i128) -> bool| {
            (-1000..5000).any(|minute| dates.iter().all(|times| hold(times, minute)))
        };
        let holds = |times: &Times, minute: i128| times.bounds.hard.holds(minute);
        let as_written = one(&|times, minute| !is_unsaid(times) || holds(times, minute));
        let anywhere = one(&|times, minute| match is_unsaid(times) {
            true => times.bounds.hard.shares(&Runs::between(minute - 720, minute + 840)),
            false => holds(times, minute),
        });
        as_written && (dates.iter().all(|times| is_unsaid(times)) || anywhere)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn the_maximal_sets_are_those_counted_out(dates in dates()) {
            let all: Vec<Vec<usize>> = (1..1_usize << dates.len())
                .map(|bits| (0..dates.len()).filter(|at| bits >> at & 1 == 1).collect::<Vec<_>>())
                .filter(|set| hold(&set.iter().map(|at| &dates[*at]).collect::<Vec<_>>()))
                .collect();
            prop_assert_eq!(maximal(&dates), keep_maximal(all));
        }
    }
}
