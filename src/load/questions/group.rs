//! Taking `[group.ID]`.

use crate::load::at::At;
use crate::load::entry::Entry;
use crate::load::ids::Ids;
use crate::load::keys::GroupKey;
use crate::load::rings;
use crate::load::tree::Table;
use crate::model::Dossier;
use crate::model::problem::Problem;
use crate::model::question::Group;

/// Who is counted.
pub(super) fn take<'t>(id: &At<String>, table: Table<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> Group {
    let mut entry = Entry::new(table, format!("group.{}", id.value), id.spot, problems);
    let read = Group {
        spot: id.spot,
        name: entry.required(GroupKey::Name).map(|name| name.value).unwrap_or_else(|| id.value.clone()),
        part_of: entry.ids(GroupKey::PartOf, ids),
        disjoint_from: entry.ids(GroupKey::DisjointFrom, ids),
    };
    entry.text(GroupKey::Note);
    entry.finish();
    read
}

/// Reports each group that is part of itself.
pub(super) fn report_rings(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let groups = &dossier.groups;
    rings::report(
        "group",
        groups,
        GroupKey::PartOf,
        |group| group.part_of.clone(),
        |group| group.spot,
        problems,
    );
}
