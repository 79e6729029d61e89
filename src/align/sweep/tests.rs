//! Tests of [`super`]: how many pairs are related, and which stand for the others.

use super::*;
use crate::align::looked::Looked;
use crate::load::said_by_each;

#[test]
fn pairs_are_related_as_long_as_there_is_room() {
    let dossier = said_by_each("type = \"count\"", &["value = 1", "value = 2", "value = 3", "value = 4"]);
    let alignment = Alignment::new(&dossier, Looked::nothing(&dossier));
    let question = dossier.questions.find("e/q").expect("it is there");
    let classes: Vec<Vec<ClaimId>> = dossier.claims.ids().map(|id| vec![id]).collect();
    let related = |room: usize| {
        let mut pairs = BTreeSet::new();
        let mut asked = 0;
        let reach = sweep_within(&alignment, question, &classes, &[false; 4], room, &mut |a, b| {
            asked += 1;
            pairs.insert((a.min(b), a.max(b)));
            Some(Kind::Contradiction)
        });
        (asked, pairs.len(), reach)
    };
    let (asked, pairs, reach) = related(usize::MAX);
    assert_eq!((pairs, reach), (6, Reach::All), "each of four differs from each");
    assert_eq!(related(asked), (asked, 6, Reach::All));
    assert_eq!(related(asked - 1).2, Reach::Part);
    assert_eq!(related(0), (0, 0, Reach::Part));
}

#[test]
fn what_stands_for_others_is_kept_until_each_two_find_a_partner() {
    // Two classes have each a colour and a source that are none for them: two colours and two sources together.
    let of = |kept: &[(usize, u32)], of: (usize, u32)| {
        let told_in = |(colour, source): (usize, u32)| (colour, (source > 0).then_some(SourceId(source)));
        let kept: Vec<Kept> = kept.iter().copied().map(told_in).collect();
        is_needed(&kept, told_in(of))
    };
    for (kept, one, expected) in [
        (&[][..], (1, 0), true),
        // Where sources do not count: three colours, each once.
        (&[(1, 0)], (1, 0), false),
        (&[(1, 0)], (2, 0), true),
        (&[(1, 0), (2, 0)], (3, 0), true),
        (&[(1, 0), (2, 0)], (2, 0), false),
        (&[(1, 0), (2, 0), (3, 0)], (4, 0), false),
        // Where they do: what neither two colours nor two sources leave out all of.
        (&[(1, 1)], (1, 1), false),
        (&[(1, 1)], (1, 2), true),
        (&[(1, 1)], (2, 1), true),
        (&[(1, 1), (1, 2)], (1, 3), true),
        (&[(1, 1), (1, 2), (1, 3)], (1, 4), false),
        (&[(1, 1), (1, 2), (1, 3)], (2, 4), true),
        (&[(1, 1), (2, 1), (3, 1)], (4, 2), true),
        (&[(1, 1), (2, 1), (3, 1)], (4, 1), false),
        (&[(1, 1), (2, 2), (3, 3)], (4, 4), true),
        (&[(1, 1), (2, 2), (3, 3), (4, 4)], (5, 5), true),
        (&[(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)], (6, 6), false),
        (&[(1, 1), (2, 2), (3, 3), (4, 4)], (1, 5), true),
        (&[(1, 1), (1, 2), (1, 3), (2, 4), (3, 5), (4, 6)], (1, 7), false),
    ] {
        assert_eq!(of(kept, one), expected, "{kept:?} {one:?}");
    }
}
