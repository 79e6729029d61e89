//! The units of which two coders agree or not: passages that at least one of the two recorded or waived.

use std::cmp::Reverse;
use std::ops::Range;

use super::coded::Coded;
use crate::model::table::SourceId;

/// A passage, with what each of the two made of it, by its number among theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) coded: [Option<usize>; 2],
    /// Of which of the two it is known that they looked at it, by something of theirs in the same words.
    pub(super) looked: [Looked; 2],
}

/// Whether a coder has seen a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looked {
    Yes,
    /// Nothing of theirs stands in its words.
    Untold,
}

/// Two rows of two coders whose words overlap.
struct Meeting {
    a: usize,
    b: usize,
    is_like: bool,
    overlap: usize,
}

/// The units of two coders, in the order of the texts. Of rows whose words overlap those of one category are one unit before others are,
/// and those that share more words before those that share fewer; each row is in one unit.
pub(super) fn units(a: &[Coded], b: &[Coded]) -> Vec<Unit> {
    let meetings = meetings(a, b);
    let mut met = [vec![Looked::Untold; a.len()], vec![Looked::Untold; b.len()]];
    let mut partner: [Vec<Option<usize>>; 2] = [vec![None; a.len()], vec![None; b.len()]];
    for it in &meetings {
        met[0][it.a] = Looked::Yes;
        met[1][it.b] = Looked::Yes;
        if partner[0][it.a].is_none() && partner[1][it.b].is_none() {
            partner[0][it.a] = Some(it.b);
            partner[1][it.b] = Some(it.a);
        }
    }
    let first =
        (0..a.len()).map(|at| Unit { coded: [Some(at), partner[0][at]], looked: [Looked::Yes, met[0][at]] });
    let alone = (0..b.len()).filter(|at| partner[1][*at].is_none());
    let second = alone.map(|at| Unit { coded: [None, Some(at)], looked: [met[1][at], Looked::Yes] });
    let mut units: Vec<Unit> = first.chain(second).collect();
    let place = |unit: &Unit| {
        let coded = match unit.coded {
            [Some(at), _] => &a[at],
            [None, at] => &b[at.unwrap_or_default()],
        };
        (coded.source, whole(coded).start)
    };
    units.sort_by_key(place);
    units
}

/// The rows of two coders whose words overlap, those first that are to be one unit.
// Growth: with the rows, and for each with those of the other that begin before it ends: few, but for quotes of whole texts.
fn meetings(a: &[Coded], b: &[Coded]) -> Vec<Meeting> {
    let mut order: Vec<usize> = (0..b.len()).collect();
    let place = |at: &usize| (b[*at].source, whole(&b[*at]).start);
    order.sort_by_key(place);
    // The words of one may reach over many others that begin behind it.
    let longest = b.iter().map(|coded| whole(coded).len()).max().unwrap_or_default();
    let mut found = Vec::new();
    for (at, one) in a.iter().enumerate() {
        let words = whole(one);
        let from: (SourceId, usize) = (one.source, words.start.saturating_sub(longest));
        let first = order.partition_point(|other| place(other) < from);
        let near = order[first..].iter().take_while(|other| place(other) < (one.source, words.end));
        found.extend(near.filter_map(|other| {
            let overlap = one.overlap(&b[*other]);
            let is_like = one.is_like(&b[*other]);
            (overlap > 0).then_some(Meeting { a: at, b: *other, is_like, overlap })
        }));
    }
    found.sort_by_key(|it| (!it.is_like, Reverse(it.overlap), it.a, it.b));
    found
}

/// From the first byte of a row's words to the last.
fn whole(coded: &Coded) -> Range<usize> {
    let start = coded.places.iter().map(|place| place.start).min().unwrap_or_default();
    let end = coded.places.iter().map(|place| place.end).max().unwrap_or_default();
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::table::{ClaimId, Id, QuestionId};
    use crate::record::agree::coded::AsWhat;
    use crate::record::answer::CardKind;

    /// What somebody made of some words: the number of a question, or a waiver.
    fn coded(question: Option<usize>, places: &[(usize, usize)]) -> Coded {
        let as_what = match question {
            Some(question) => AsWhat::Answer(QuestionId::from_index(question), ClaimId::from_index(0)),
            None => AsWhat::Waived(CardKind::Words),
        };
        Coded {
            row: 0,
            source: SourceId::from_index(0),
            places: places.iter().map(|(start, end)| *start..*end).collect(),
            as_what,
        }
    }

    /// The pairs of units, and the rows of each that are alone with whether the other looked there.
    fn told(a: &[Coded], b: &[Coded]) -> Vec<String> {
        let number = |at: Option<usize>| at.map_or("-".to_owned(), |at| at.to_string());
        let each = units(a, b).into_iter().map(|unit| {
            let seen = unit.looked.iter().all(|it| *it == Looked::Yes);
            format!(
                "{} {}{}",
                number(unit.coded[0]),
                number(unit.coded[1]),
                if seen { "" } else { " unseen" }
            )
        });
        each.collect()
    }

    #[test]
    fn rows_are_one_unit_where_their_words_overlap() {
        let a = [coded(Some(1), &[(0, 10)]), coded(Some(1), &[(20, 30)]), coded(None, &[(50, 60)])];
        let b = [coded(None, &[(58, 70)]), coded(Some(1), &[(8, 12)]), coded(Some(1), &[(30, 40)])];
        assert_eq!(told(&a, &b), ["0 1", "1 - unseen", "- 2 unseen", "2 0"]);
    }

    #[test]
    fn the_same_question_is_matched_before_more_words() {
        let a = [coded(Some(1), &[(0, 20)]), coded(Some(2), &[(0, 20)])];
        let b = [coded(Some(2), &[(0, 4)]), coded(Some(3), &[(0, 20)])];
        assert_eq!(told(&a, &b), ["0 1", "1 0"]);
        // Of two on one question that which shares more words.
        let b = [coded(Some(1), &[(0, 4)]), coded(Some(1), &[(2, 20)])];
        assert_eq!(told(&a, &b), ["0 1", "1 0"]);
    }

    #[test]
    fn who_answered_the_same_words_has_seen_what_else_is_answered_there() {
        let a = [coded(Some(1), &[(0, 20)]), coded(Some(2), &[(0, 20)])];
        assert_eq!(told(&a, &[coded(Some(1), &[(0, 20)])]), ["0 0", "1 -"]);
        assert_eq!(told(&[coded(Some(1), &[(0, 20)])], &a), ["0 0", "- 1"]);
    }

    #[test]
    fn what_is_left_out_between_two_pieces_is_no_overlap() {
        let a = [coded(Some(1), &[(0, 5), (40, 50)])];
        let b = [coded(Some(1), &[(10, 20)]), coded(Some(1), &[(45, 46)])];
        assert_eq!(told(&a, &b), ["0 1", "- 0 unseen"]);
    }

    #[test]
    fn a_quote_of_a_whole_text_meets_what_begins_far_behind_it() {
        let many: Vec<Coded> = (0..50).map(|at| coded(Some(at), &[(at * 10, at * 10 + 5)])).collect();
        let whole = [coded(Some(44), &[(0, 500)])];
        assert_eq!(told(&whole, &many).iter().filter(|it| *it == "0 44").count(), 1);
        assert_eq!(told(&many, &whole).iter().filter(|it| *it == "44 0").count(), 1);
    }
}
