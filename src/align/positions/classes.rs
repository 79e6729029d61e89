//! Claims that stand in the same positions, folded into classes.

use std::borrow::Cow;
use std::collections::HashMap;

use super::cliques::cliques;
use crate::align::Alignment;
use crate::align::relation::Pair;
use crate::align::scope::Extent;
use crate::model::claim::Scope;
use crate::model::table::{ClaimId, Id};
use crate::value::shape::kin::Node;
use crate::value::shape::{Names, Shape, Side};

/// Claims with the same shape and scope, which stand in the same positions.
pub(super) struct Classes<'a> {
    pub(super) alignment: &'a Alignment<'a>,
    pub(super) shapes: Vec<Cow<'a, Shape>>,
    pub(super) members: Vec<Vec<ClaimId>>,
    /// Whether all scopes are equal, so that no two classes are kept apart by scope.
    pub(super) one_scope: bool,
}

impl<'a> Classes<'a> {
    pub(super) fn new(alignment: &'a Alignment<'a>, claims: &[ClaimId]) -> Self {
        let mut classes: Vec<(Cow<Shape>, ClaimId, Vec<ClaimId>)> = Vec::new();
        let mut by_shape: HashMap<(Cow<Shape>, &Shape), Vec<usize>> = HashMap::new();
        for id in claims {
            let Some(whole) = alignment.dossier.claims[*id].shape() else { continue };
            for shape in by_item(whole) {
                let same = by_shape.entry((shape.clone(), whole)).or_default();
                let is_text = matches!(*shape, Shape::Words(_));
                let known = same.iter().find(|index| {
                    let basics = |id: ClaimId| &alignment.basics[id.index()];
                    let (x, y) = (basics(*id), basics(classes[**index].1));
                    is_text || x.scope == y.scope && (x.scope.period.is_none() || x.when == y.when)
                });
                match known {
                    Some(index) => classes[*index].2.push(*id),
                    None => {
                        same.push(classes.len());
                        classes.push((shape, *id, vec![*id]));
                    }
                }
            }
        }
        let one_scope = classes.first().is_none_or(|(_, first, _)| {
            classes
                .iter()
                .all(|(_, other, _)| Pair::new(alignment, *first, *other).scope.together == Extent::Equal)
        });
        let mut made = Classes { alignment, shapes: Vec::new(), members: Vec::new(), one_scope };
        for (shape, _, members) in classes {
            made.shapes.push(shape);
            made.members.push(members);
        }
        made
    }

    /// The maximal groups of classes that cover the same, each as its classes scope by scope; `None` where that
    /// cannot be told by scope alone.
    pub(super) fn scopes(&self) -> Option<Vec<Vec<Vec<usize>>>> {
        let mut numbers: HashMap<&Scope, usize> = HashMap::new();
        let mut scopes: Vec<Vec<usize>> = Vec::new();
        for class in 0..self.shapes.len() {
            let scope = &self.alignment.basics[self.members[class][0].index()].scope;
            let number = *numbers.entry(scope).or_insert(scopes.len());
            if number == scopes.len() {
                scopes.push(Vec::new());
            }
            scopes[number].push(class);
        }
        let first = |scope: usize| self.members[scopes[scope][0]][0];
        let extent = |a: usize, b: usize| Pair::new(self.alignment, first(a), first(b)).scope.together;
        let known = |a: usize| {
            let closed = self.alignment.basics[first(a).index()].scope.is_closed();
            closed && (0..=a).all(|b| extent(a, b) != Extent::Unknown)
        };
        if !(0..scopes.len()).all(known) {
            return None;
        }
        let all: Vec<usize> = (0..scopes.len()).collect();
        let groups = cliques(&all, &|a, b| extent(a, b) == Extent::Equal);
        Some(
            groups
                .into_iter()
                .map(|group| group.into_iter().map(|scope| scopes[scope].clone()).collect())
                .collect(),
        )
    }

    /// Whether two classes whose hard sets share something are in none of rows 6 to 10.
    pub(super) fn compatible(&self, a: usize, b: usize) -> bool {
        if self.one_scope || a == b {
            return true;
        }
        let pair = Pair::new(self.alignment, self.members[a][0], self.members[b][0]);
        match pair.scope.together {
            Extent::Equal => true,
            Extent::Unknown => {
                let whole = |class: usize| self.alignment.dossier.claims[self.members[class][0]].shape();
                match (whole(a), whole(b)) {
                    (Some(x), Some(y)) => x.shares(y, Side::Soft, &self.alignment.dossier.kin),
                    _ => false,
                }
            }
            _ => false,
        }
    }
}

/// With `many`, each item by itself, as if it were the answer; every other shape as it is.
fn by_item(shape: &Shape) -> Vec<Cow<'_, Shape>> {
    let each = |list: &[Node], make: fn(Vec<Node>) -> Names| {
        list.iter().map(|node| Cow::Owned(Shape::Names(make(vec![*node])))).collect()
    };
    match shape {
        Shape::Names(Names::Among(list)) => each(list, Names::OneOf),
        Shape::Names(Names::NotAmong(list)) => each(list, Names::NoneOf),
        shape => vec![Cow::Borrowed(shape)],
    }
}
