//! Ids and the tables they index: every name is a small number, given in the order of the names.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};
use std::sync::Arc;

use super::names::Names;

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
    names: Arc<Names>,
    rows: Vec<T>,
    id: PhantomData<I>,
}

impl<I: Id, T> Table<I, T> {
    /// A table of rows with distinct names; of two rows with one name the first is kept.
    pub(crate) fn new(mut rows: Vec<(String, T)>) -> Self {
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        rows.dedup_by(|later, first| later.0 == first.0);
        let names = Names::new(rows.iter().map(|(name, _)| name.as_str()));
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        Table { names: Arc::new(names), rows, id: PhantomData }
    }

    /// A table of rows whose names are known by their numbers; a name without a row is left out. Beside it, the id of each
    /// number.
    pub(crate) fn numbered(
        names: &Arc<Names>,
        rows: impl Iterator<Item = (usize, T)>,
    ) -> (Self, Vec<Option<I>>) {
        let mut placed: Vec<Option<T>> = Vec::new();
        placed.resize_with(names.len(), || None);
        for (number, row) in rows {
            placed[number] = Some(row);
        }
        let mut kept = 0..;
        let ids: Vec<Option<I>> =
            placed.iter().map(|row| row.as_ref().and_then(|_| kept.next()).map(I::from_index)).collect();
        #[allow(
            clippy::filter_map_identity,
            reason = "in the memory of the rows as they were placed, which `flatten` copies"
        )]
        let rows: Vec<T> = placed.into_iter().filter_map(|row| row).collect();
        let names = if rows.len() == names.len() { Arc::clone(names) } else { with_ids(names, &ids) };
        (Table { names, rows, id: PhantomData }, ids)
    }

    pub(crate) fn find(&self, name: &str) -> Option<I> {
        self.names.find(name).map(I::from_index)
    }

    pub(crate) fn name(&self, id: I) -> &str {
        &self.names[id.index()]
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter()
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Keeps some rows and gives them their new ids: for each old id its new one, where it is kept.
    pub(crate) fn retain(&mut self, keep: impl Fn(I, &T) -> bool) -> Vec<Option<I>> {
        let mut kept = 0..;
        let new: Vec<Option<I>> = self
            .iter()
            .map(|(id, row)| keep(id, row).then(|| kept.next()).flatten().map(I::from_index))
            .collect();
        let mut is_kept = new.iter().map(Option::is_some);
        self.rows.retain(|_| is_kept.next().unwrap_or_default());
        self.names = with_ids(&self.names, &new);
        new
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = I> + use<I, T> {
        (0..self.rows.len()).map(I::from_index)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (I, &T)> {
        self.rows.iter().enumerate().map(|(index, row)| (I::from_index(index), row))
    }
}

/// The names of those that have an id.
fn with_ids<I>(names: &Names, ids: &[Option<I>]) -> Arc<Names> {
    let kept: Vec<&str> =
        names.iter().zip(ids).filter(|(_, id)| id.is_some()).map(|(name, _)| name).collect();
    Arc::new(Names::new(kept.into_iter()))
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Table { names: Arc::default(), rows: Vec::new(), id: PhantomData }
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
