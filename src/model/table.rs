//! Ids and the tables they index: every name is a small number, given in the order of the names.

use std::collections::HashMap;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A small number that stands for a row of a [`Table`].
pub(crate) trait Id: Copy + Ord {
    fn from_index(index: usize) -> Self;
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) struct $name(pub(crate) u32);

        impl Id for $name {
            fn from_index(index: usize) -> Self {
                $name(index as u32)
            }
            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    SourceId
    AgentId
    PlaceId
    EventId
    QuestionId
    GroupId
    ClaimId
}

/// Rows with names, in the order of the names, so that ids sort as names do whatever the order of files.
#[derive(Clone, Debug)]
pub(crate) struct Table<I, T> {
    names: Vec<String>,
    rows: Vec<T>,
    by_name: HashMap<String, u32>,
    id: PhantomData<I>,
}

impl<I: Id, T> Table<I, T> {
    /// A table of rows with distinct names; of two rows with one name the first is kept.
    pub(crate) fn new(mut rows: Vec<(String, T)>) -> Self {
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        rows.dedup_by(|later, first| later.0 == first.0);
        let by_name =
            rows.iter().enumerate().map(|(index, (name, _))| (name.clone(), index as u32)).collect();
        let (names, rows) = rows.into_iter().unzip();
        Table { names, rows, by_name, id: PhantomData }
    }

    pub(crate) fn find(&self, name: &str) -> Option<I> {
        self.by_name.get(name).map(|index| I::from_index(*index as usize))
    }

    pub(crate) fn name(&self, id: I) -> &str {
        &self.names[id.index()]
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Keeps some rows and gives them their new ids: for each old id its new one, where it is kept.
    pub(crate) fn retain(&mut self, keep: impl Fn(I, &T) -> bool) -> Vec<Option<I>> {
        let (names, rows) = (std::mem::take(&mut self.names), std::mem::take(&mut self.rows));
        let mut new = Vec::with_capacity(rows.len());
        for (index, (name, row)) in names.into_iter().zip(rows).enumerate() {
            let kept = keep(I::from_index(index), &row);
            new.push(kept.then(|| I::from_index(self.rows.len())));
            if kept {
                self.names.push(name);
                self.rows.push(row);
            }
        }
        self.by_name =
            self.names.iter().enumerate().map(|(index, name)| (name.clone(), index as u32)).collect();
        new
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = I> + use<I, T> {
        (0..self.rows.len()).map(I::from_index)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (I, &T)> {
        self.rows.iter().enumerate().map(|(index, row)| (I::from_index(index), row))
    }
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Table { names: Vec::new(), rows: Vec::new(), by_name: HashMap::new(), id: PhantomData }
    }
}

impl<I: Id, T> Index<I> for Table<I, T> {
    type Output = T;
    fn index(&self, id: I) -> &T {
        &self.rows[id.index()]
    }
}

impl<I: Id, T> IndexMut<I> for Table<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.rows[id.index()]
    }
}
