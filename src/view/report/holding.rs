//! The positions that hold some of a question's claims, found by the claims.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::positions::Position;
use crate::model::table::ClaimId;

/// A dispute lists positions as long as they hold so many claims together: its question lists all of them.
pub(super) const MOST_HELD: usize = 500;

/// The positions of a question, by the claims that they hold.
pub(in crate::view) struct Holding<'a> {
    positions: &'a [Position],
    /// By claim: the places of the positions that hold it, in order.
    by_claim: BTreeMap<ClaimId, Vec<usize>>,
}

impl<'a> Holding<'a> {
    pub(in crate::view) fn new(positions: &'a [Position]) -> Self {
        let mut by_claim: BTreeMap<ClaimId, Vec<usize>> = BTreeMap::new();
        // Growth: with the claims that the positions hold together, which are bounded.
        for (place, position) in positions.iter().enumerate() {
            position.claims.iter().for_each(|id| by_claim.entry(*id).or_default().push(place));
        }
        Holding { positions, by_claim }
    }

    /// The positions that hold one of some claims, in order, as long as they hold no more than `most` claims together; and
    /// how many more there are.
    pub(super) fn of(&self, claims: &[ClaimId], most: usize) -> (Vec<&'a Position>, usize) {
        let places = claims.iter().filter_map(|id| self.by_claim.get(id)).flatten();
        let all: BTreeSet<usize> = places.copied().collect();
        let mut room = most;
        let listed = all.iter().map(|place| &self.positions[*place]).take_while(|position| {
            let left = room.checked_sub(position.claims.len());
            room = left.unwrap_or(0);
            left.is_some()
        });
        let listed: Vec<&Position> = listed.collect();
        let left_out = all.len() - listed.len();
        (listed, left_out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::independence::Origins;
    use crate::model::table::Id;

    fn position(claims: &[usize]) -> Position {
        let claims: Vec<ClaimId> = claims.iter().map(|id| ClaimId::from_index(*id)).collect();
        Position {
            supporting: claims.clone(),
            claims,
            sources: Vec::new(),
            items: Vec::new(),
            against: Vec::new(),
            origins: Origins::default(),
        }
    }

    #[test]
    fn positions_are_listed_as_long_as_there_is_room_for_their_claims() {
        let positions = [position(&[0, 1]), position(&[2]), position(&[1, 3, 4]), position(&[0, 5])];
        let holding = Holding::new(&positions);
        // Of the claims 0 and 3 three positions hold one, of two, three and two claims.
        for (most, places, left_out) in
            [(7, vec![0, 2, 3], 0), (6, vec![0, 2], 1), (5, vec![0, 2], 1), (4, vec![0], 2), (1, vec![], 3)]
        {
            let (listed, more) = holding.of(&[0, 3].map(ClaimId::from_index), most);
            let expected: Vec<&Position> = places.iter().map(|place: &usize| &positions[*place]).collect();
            assert_eq!((listed, more), (expected, left_out), "{most}");
        }
    }
}
