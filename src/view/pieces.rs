//! What a check came to, piece by piece, so that after a change all that the change does not bear on can be told again.
//!
//! A piece is what is told of one file; the pieces of an island (`load/islands.rs`) hang on each other and on the commons, and on
//! nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::check::Counts;
use super::tally::Tally;
use crate::model::islands::COMMONS;
use crate::text::reuse::{Shared, Spread};

/// What a check came to, piece by piece.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pieces {
    /// In the order in which files are read, which is that in which they are told of.
    pub(crate) files: Vec<Piece>,
    /// The commons, then the islands.
    pub(crate) islands: Vec<Sums>,
    /// By the id of each source and each event: its island.
    pub(crate) names: BTreeMap<String, u32>,
    /// The passages that texts share.
    pub(crate) shared: Vec<SharedPassage>,
}

/// What is told of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Piece {
    /// Below the dossier's folder, with `/`.
    pub(crate) path: String,
    pub(crate) island: u32,
    /// So many bytes are told of it.
    pub(crate) bytes: usize,
}

/// The numbers of an island.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sums {
    pub(crate) counts: Counts,
    pub(crate) tally: Tally,
    /// How much is wrong with its files.
    pub(crate) problems: usize,
}

/// A passage that the texts of two sources share: which of their words, how many they have in common, how many edits lie between
/// them, and whether it stands in very many texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SharedPassage {
    pub(crate) sources: [String; 2],
    pub(crate) words: [Range<usize>; 2],
    pub(crate) common: usize,
    pub(crate) changed: usize,
    pub(crate) is_widespread: bool,
}

impl SharedPassage {
    /// One of which each text is that of a source.
    pub(crate) fn of<'n>(it: &Shared, name: impl Fn(usize) -> &'n str) -> Self {
        SharedPassage {
            sources: [name(it.a), name(it.b)].map(str::to_owned),
            words: [it.a_words.clone(), it.b_words.clone()],
            common: it.common,
            changed: it.changed,
            is_widespread: it.spread == Spread::Many,
        }
    }

    /// The sources that are tied to each other by some passages.
    pub(crate) fn ties(passages: &[Self]) -> Vec<(&str, &str)> {
        passages.iter().map(|it| (it.sources[0].as_str(), it.sources[1].as_str())).collect()
    }
}

/// Where the bytes of a piece are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// Among those that were told before.
    Before(Range<usize>),
    /// Among those that were told of what was judged anew.
    Anew(Range<usize>),
}

/// What batches of islands came to (`audit/batches.rs`), put together.
#[derive(Debug)]
pub(crate) struct Joined {
    pub(crate) pieces: Pieces,
    /// By file: the batch in which it is told of, and where its bytes are there.
    pub(crate) told: Vec<(usize, Range<usize>)>,
}

impl Pieces {
    /// Puts batches together, each given with the numbers of its files, of which the paths are `order`, and the commons in each; `None`
    /// where they do not fit: what is told of the commons in one differs from what is told in the first, or a file is in no batch. Islands
    /// are numbered through; names and passages that texts share are not among it.
    pub(crate) fn joined(
        batches: Vec<(&[usize], Pieces)>,
        order: &[String],
        is_same: impl Fn((usize, Range<usize>), (usize, Range<usize>)) -> bool,
    ) -> Option<Joined> {
        let mut placed: Vec<Option<(u32, usize, Range<usize>)>> = vec![None; order.len()];
        let mut joined = Pieces::default();
        for (batch, (numbers, of_batch)) in batches.into_iter().enumerate() {
            let before = joined.islands.len().max(1) as u32;
            let number = |island: u32| island.checked_sub(1).map_or(COMMONS, |island| before + island);
            if numbers.len() != of_batch.files.len() {
                return None;
            }
            let mut start = 0;
            for (at, piece) in numbers.iter().zip(of_batch.files) {
                let bytes = start..start + piece.bytes;
                start = bytes.end;
                match &placed[*at] {
                    _ if order[*at] != piece.path => return None,
                    None => placed[*at] = Some((number(piece.island), batch, bytes)),
                    Some((COMMONS, first, told)) if piece.island == COMMONS => {
                        if !is_same((*first, told.clone()), (batch, bytes)) {
                            return None;
                        }
                    }
                    Some(_) => return None,
                }
            }
            let mut islands = of_batch.islands.into_iter();
            let commons = islands.next()?;
            match joined.islands.first() {
                None => joined.islands.push(commons),
                Some(first) if *first == commons => {}
                Some(_) => return None,
            }
            joined.islands.extend(islands);
        }
        let mut told = Vec::with_capacity(order.len());
        for (path, placed) in order.iter().zip(placed) {
            let (island, batch, bytes) = placed?;
            joined.files.push(Piece { path: path.clone(), island, bytes: bytes.len() });
            told.push((batch, bytes));
        }
        Some(Joined { pieces: joined, told })
    }

    /// The numbers of all.
    pub(crate) fn sums(&self) -> Sums {
        let mut all = Sums::default();
        for Sums { counts, tally, problems } in &self.islands {
            all.counts += counts;
            all.tally += *tally;
            all.problems += problems;
        }
        all
    }

    /// By path: its piece, and where its bytes are among those of all.
    fn placed(&self) -> BTreeMap<&str, (&Piece, Range<usize>)> {
        let mut start = 0;
        let placed = |piece| {
            let Piece { path, bytes, .. }: &Piece = piece;
            let at = start..start + bytes;
            start = at.end;
            (path.as_str(), (piece, at))
        };
        self.files.iter().map(placed).collect()
    }

    /// Puts what was judged anew in the place of what was told of those islands before; with it, in the order of `order`, where the bytes
    /// of each file are. `None` where the two do not fit: what is told of the commons differs, or what is judged anew is not what these
    /// islands were.
    pub(crate) fn renewed(
        &self,
        anew: &Pieces,
        islands: &BTreeSet<u32>,
        order: &[String],
        is_same: impl Fn(Range<usize>, Range<usize>) -> bool,
    ) -> Option<(Pieces, Vec<Told>)> {
        let (before, after) = (self.placed(), anew.placed());
        if self.islands.first()? != anew.islands.first()? {
            return None;
        }
        // Islands that stay are numbered first, then the new ones.
        let stay: Vec<u32> =
            (0..self.islands.len() as u32).filter(|island| !islands.contains(island)).collect();
        let number = |island: u32| stay.binary_search(&island).ok().map(|at| at as u32);
        let number_anew = |island: u32| match island {
            0 => 0,
            island => stay.len() as u32 + island - 1,
        };
        let mut files = Vec::with_capacity(order.len());
        let mut told = Vec::with_capacity(order.len());
        for path in order {
            let (was, is) = (before.get(path.as_str()), after.get(path.as_str()));
            let (piece, island, bytes) = match (was, is) {
                (Some((was, at)), Some((is, at_anew))) if was.island == 0 && is.island == 0 => {
                    if !is_same(at.clone(), at_anew.clone()) {
                        return None;
                    }
                    (*was, 0, Told::Before(at.clone()))
                }
                (Some((was, at)), None) => (*was, number(was.island)?, Told::Before(at.clone())),
                (was, Some((is, at))) if is.island != 0 => {
                    if was.is_some_and(|(was, _)| !islands.contains(&was.island)) {
                        return None;
                    }
                    (*is, number_anew(is.island), Told::Anew(at.clone()))
                }
                _ => return None,
            };
            files.push(Piece { island, ..piece.clone() });
            told.push(bytes);
        }
        let kept = self.names.iter().filter_map(|(name, island)| Some((name.clone(), number(*island)?)));
        let mut names: BTreeMap<String, u32> = kept.collect();
        for (name, island) in &anew.names {
            if names.insert(name.clone(), number_anew(*island)).is_some_and(|was| was != number_anew(*island))
            {
                return None;
            }
        }
        let kept = stay.iter().map(|island| &self.islands[*island as usize]);
        let islands = kept.chain(&anew.islands[1..]).cloned().collect();
        Some((Pieces { files, islands, names, shared: self.shared.clone() }, told))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(files: &[(&str, u32, usize)], claims: &[usize], names: &[(&str, u32)]) -> Pieces {
        let sums = |claims: &usize| Sums {
            counts: Counts { claims: *claims, ..Counts::default() },
            tally: Tally { errors: *claims, ..Tally::default() },
            problems: 0,
        };
        let piece = |(path, island, bytes): &(&str, u32, usize)| Piece {
            path: (*path).to_owned(),
            island: *island,
            bytes: *bytes,
        };
        Pieces {
            files: files.iter().map(piece).collect(),
            islands: claims.iter().map(sums).collect(),
            names: names.iter().map(|(name, island)| ((*name).to_owned(), *island)).collect(),
            shared: Vec::new(),
        }
    }

    fn before() -> Pieces {
        pieces(
            &[("m", 0, 5), ("a", 1, 10), ("b", 2, 20), ("c", 1, 30), ("d", 3, 40)],
            &[1, 10, 20, 30],
            &[("a", 1), ("b", 2), ("c", 1), ("d", 3), ("g", 0)],
        )
    }

    fn order(words: &str) -> Vec<String> {
        words.split(' ').map(str::to_owned).collect()
    }

    /// Two islands become one, which falls into two others.
    fn anew() -> Pieces {
        pieces(
            &[("m", 0, 5), ("a", 1, 1), ("b", 1, 2), ("e", 2, 4)],
            &[1, 100, 200],
            &[("a", 1), ("b", 1), ("e", 2), ("g", 0)],
        )
    }

    #[test]
    fn what_was_judged_anew_takes_the_place_of_what_was() {
        let islands = BTreeSet::from([1, 2]);
        let is_same = |before: Range<usize>, anew: Range<usize>| before == (0..5) && anew == (0..5);
        let (all, told) = before().renewed(&anew(), &islands, &order("m a b d e"), is_same).unwrap();
        let expected = pieces(
            &[("m", 0, 5), ("a", 2, 1), ("b", 2, 2), ("d", 1, 40), ("e", 3, 4)],
            &[1, 30, 100, 200],
            &[("a", 2), ("b", 2), ("d", 1), ("e", 3), ("g", 0)],
        );
        assert_eq!(all, expected);
        use Told::{Anew, Before};
        assert_eq!(told, [Before(0..5), Anew(5..6), Anew(6..8), Before(65..105), Anew(8..12)]);
        let sums = all.sums();
        assert_eq!((sums.counts.claims, sums.tally.errors), (331, 331));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let islands = BTreeSet::from([1, 2]);
        let fits = |anew: &Pieces, order_of: &str, is_same: bool| {
            before().renewed(anew, &islands, &order(order_of), |_, _| is_same).is_some()
        };
        assert!(fits(&anew(), "m a b d e", true));
        assert!(!fits(&anew(), "m a b d e", false), "the commons are told of otherwise");
        assert!(!fits(&anew(), "m a b c d e", true), "`c` was of one of these islands, and was not judged");
        assert!(!fits(&anew(), "m a b d e f", true), "`f` is known to neither");
        let mut other = anew();
        other.islands[0].counts.sources += 1;
        assert!(!fits(&other, "m a b d e", true), "the commons have other numbers");
        let mut other = anew();
        other.names.insert("d".to_owned(), 1);
        assert!(!fits(&other, "m a b d e", true), "`d` is of an island that was not judged");
        let mut other = anew();
        other.files.push(Piece { path: "d".to_owned(), island: 1, bytes: 1 });
        assert!(!fits(&other, "m a b d e", true), "`d` is of an island that stays");
        let mut other = anew();
        other.files[1].island = 0;
        assert!(!fits(&other, "m a b d e", true), "`a` is of the commons now");
    }
}
