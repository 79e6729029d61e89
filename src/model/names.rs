//! Names that differ, in their order: the number of each, and the name of a number.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

/// Names that differ, in their order; each is kept once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    in_order: Vec<Box<str>>,
    numbers: HashTable<u32>,
    /// Keyed anew in each run, so that no names can be chosen that collide.
    hasher: RandomState,
}

impl Names {
    /// Takes names that are in order and differ.
    pub(crate) fn new(in_order: Vec<Box<str>>) -> Self {
        debug_assert!(in_order.is_sorted_by(|a, b| a < b), "names are in order and differ");
        let hasher = RandomState::new();
        let mut numbers = HashTable::with_capacity(in_order.len());
        for (number, name) in in_order.iter().enumerate() {
            let rehash = |number: &u32| hasher.hash_one(&*in_order[*number as usize]);
            numbers.insert_unique(hasher.hash_one(&**name), number as u32, rehash);
        }
        Names { in_order, numbers, hasher }
    }

    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        let found = self.numbers.find(self.hasher.hash_one(name), |number| &self[*number as usize] == name);
        found.map(|number| *number as usize)
    }

    pub(crate) fn get(&self, number: usize) -> Option<&str> {
        self.in_order.get(number).map(|name| &**name)
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.in_order.iter().map(|name| &**name)
    }

    pub(crate) fn len(&self) -> usize {
        self.in_order.len()
    }
}

impl std::ops::Index<usize> for Names {
    type Output = str;
    fn index(&self, number: usize) -> &str {
        &self.in_order[number]
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn each_name_has_its_number_and_each_number_its_name() {
        let names = Names::new(["a", "a#b", "b", "ba"].map(Box::from).to_vec());
        for (number, name) in names.iter().enumerate() {
            assert_eq!((names.find(name), names.get(number)), (Some(number), Some(name)));
        }
        assert_eq!((names.len(), names.find("c"), names.find(""), names.get(4)), (4, None, None, None));
    }
}
