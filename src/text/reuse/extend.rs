//! How far two texts go on alike from a place that they share, over changed words.

use super::words::WordHash;

/// How far two texts go on alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reach {
    /// How many words of each text.
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) common: usize,
    pub(super) changed: usize,
}

/// At most so many words of either text are passed over at once.
const GAP: usize = 6;
/// So many words in a row must agree behind a gap.
const AGAIN: usize = 3;
/// What a changed word costs against a common one, and how far below its best a way may fall.
const COST: i64 = 5;
const FALL: i64 = 22;
/// So far behind its best a way is given up, however little it has fallen: or each place of a long text would lead to its end.
const FAR: usize = 1000;

/// How far two texts go on alike, word by word, over changed words: as far as the common words outweigh them best.
pub(super) fn extend<'w>(
    a: &mut (impl Iterator<Item = &'w WordHash> + Clone),
    b: &mut (impl Iterator<Item = &'w WordHash> + Clone),
) -> Reach {
    let (mut now, mut best) = (Reach::default(), Reach::default());
    let (mut score, mut best_score) = (0i64, 0i64);
    loop {
        let (mut next_a, mut next_b) = (a.clone(), b.clone());
        match (next_a.next(), next_b.next()) {
            (Some(x), Some(y)) if x == y => {
                (*a, *b) = (next_a, next_b);
                now = Reach { a: now.a + 1, b: now.b + 1, common: now.common + 1, ..now };
                score += 1;
                if score > best_score {
                    (best, best_score) = (now, score);
                }
            }
            (Some(_), Some(_)) => {
                let Some((over_a, over_b)) = resume(a, b) else { return best };
                let (kept, changed) = edits(a.clone().take(over_a), b.clone().take(over_b));
                score += kept as i64 - COST * changed as i64;
                if score < best_score - FALL || now.a - best.a > FAR {
                    return best;
                }
                (over_a > 0).then(|| a.nth(over_a - 1));
                (over_b > 0).then(|| b.nth(over_b - 1));
                now = Reach {
                    a: now.a + over_a,
                    b: now.b + over_b,
                    common: now.common + kept,
                    changed: now.changed + changed,
                };
            }
            _ => return best,
        }
    }
}

/// How many words two short runs have in common, in order, and the fewest edits that make one the other.
fn edits<'w>(
    a: impl Iterator<Item = &'w WordHash>,
    b: impl Iterator<Item = &'w WordHash> + Clone,
) -> (usize, usize) {
    // By word of `b`: the edits so far, and the words in common; of ways with as few edits the one that keeps most.
    let mut row: [(usize, usize); GAP + 1] = std::array::from_fn(|index| (index, 0));
    for (done, x) in a.enumerate() {
        let mut before = row[0];
        row[0] = (done + 1, 0);
        for (index, y) in b.clone().enumerate() {
            let (edits, kept) = before;
            let straight = if x == y { (edits, kept + 1) } else { (edits + 1, kept) };
            let aside = [row[index], row[index + 1]].map(|(edits, kept)| (edits + 1, kept));
            before = row[index + 1];
            let better = |a: (usize, usize), b: (usize, usize)| if (b.0, a.1) < (a.0, b.1) { b } else { a };
            row[index + 1] = aside.into_iter().fold(straight, better);
        }
    }
    let (edits, kept) = row[b.count()];
    (kept, edits)
}

/// The fewest words to pass over in each text for them to agree again.
fn resume<'w>(
    a: &(impl Iterator<Item = &'w WordHash> + Clone),
    b: &(impl Iterator<Item = &'w WordHash> + Clone),
) -> Option<(usize, usize)> {
    // The words ahead are looked at many times: a copy is cheaper than walking there.
    const AHEAD: usize = GAP + AGAIN;
    let ahead = |words: &mut dyn Iterator<Item = &'w WordHash>| {
        let mut copy = [None; AHEAD];
        copy.iter_mut().zip(words).for_each(|(place, word)| *place = Some(*word));
        copy
    };
    let (x, y) = (ahead(&mut a.clone()), ahead(&mut b.clone()));
    let agrees = |over_a: usize, over_b: usize| {
        (0..AGAIN).all(|n| x[over_a + n].is_some() && x[over_a + n] == y[over_b + n])
    };
    (1..=GAP).find_map(|most| {
        let uneven = (0..most).flat_map(move |fewer| [(most, fewer), (fewer, most)]);
        std::iter::once((most, most)).chain(uneven).find(|(over_a, over_b)| agrees(*over_a, *over_b))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_the_fewest_and_keep_the_most() {
        let counted = |a: &[WordHash], b: &[WordHash]| edits(a.iter(), b.iter());
        assert_eq!(counted(&[1], &[2]), (0, 1));
        assert_eq!(counted(&[1, 2, 3], &[9, 2, 8]), (1, 2));
        assert_eq!(counted(&[1, 2], &[]), (0, 2));
        assert_eq!(counted(&[], &[1, 2, 3]), (0, 3));
        assert_eq!(counted(&[1, 2, 3, 4], &[2, 3, 4, 5, 6]), (3, 3));
    }
}
