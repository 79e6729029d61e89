//! Names that differ, in their order: the number of each, and the name of a number.

use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

use hashbrown::HashTable;

/// What a name is known by for as long as the program runs, where very many are held. Two of one key, one pair in 10^19, count as one
/// name; none can be chosen that are.
pub(crate) fn name_key(name: &str) -> u64 {
    static HASHER: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    HASHER.hash_one(name)
}

/// Names that differ, in their order; each is kept once, behind the one before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    text: String,
    /// Where each ends in the text.
    ends: Vec<usize>,
    numbers: HashTable<u32>,
    /// Keyed anew in each run, so that no names can be chosen that collide.
    hasher: RandomState,
}

impl Names {
    /// Takes names that are in order and differ.
    pub(crate) fn new<'n>(in_order: impl ExactSizeIterator<Item = &'n str>) -> Self {
        let mut names = Names {
            ends: Vec::with_capacity(in_order.len()),
            numbers: HashTable::with_capacity(in_order.len()),
            ..Names::default()
        };
        for name in in_order {
            debug_assert!(
                names.len() == 0 || &names[names.len() - 1] < name,
                "names are in order and differ"
            );
            names.text.push_str(name);
            names.ends.push(names.text.len());
            let (of, hash) = (names.len() - 1, names.hasher.hash_one(name));
            // There is room for all of them, so that none is hashed again.
            names.numbers.insert_unique(hash, of as u32, |_| hash);
        }
        names
    }

    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        let found = self.numbers.find(self.hasher.hash_one(name), |number| &self[*number as usize] == name);
        found.map(|number| *number as usize)
    }

    pub(crate) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        Some(&self.text[self.start(number)..end])
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        (0..self.len()).map(|number| &self[number])
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where a name begins in the text.
    fn start(&self, number: usize) -> usize {
        number.checked_sub(1).map_or(0, |before| self.ends[before])
    }
}

impl std::ops::Index<usize> for Names {
    type Output = str;
    fn index(&self, number: usize) -> &str {
        &self.text[self.start(number)..self.ends[number]]
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn each_name_has_its_number_and_each_number_its_name() {
        let names = Names::new(["a", "a#b", "b", "ba"].into_iter());
        for (number, name) in names.iter().enumerate() {
            assert_eq!((names.find(name), names.get(number)), (Some(number), Some(name)));
        }
        assert_eq!((names.len(), names.find("c"), names.find(""), names.get(4)), (4, None, None, None));
    }
}
