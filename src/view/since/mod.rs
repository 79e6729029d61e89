//! The view of what a change does to the record, version 1: claims, disputes, positions, quotes, sources.

mod claims;
mod disputes;
mod keys;
mod left_out;
mod positions;
mod record;
mod side;
mod sources;
#[cfg(test)]
mod tests;

pub(super) use keys::is_of_the_desk;
pub use record::{
    ClaimChange, DisputeChange, DisputeChanges, Gone, KeyChange, LeftOutChanges, ListChange, Obstacle,
    PositionChange, QuestionChanges, QuoteChange, QuoteTurn, RecordChange, SourceChange,
};
pub(crate) use side::RecordSide;

use super::withheld::Reader;
use side::Both;

/// What a change does from one side to the other, as far as a reader may see it. `since`: the revision as it was asked
/// for, `commit`: what it stands for.
pub(crate) fn record(
    before: RecordSide,
    after: RecordSide,
    since: &str,
    commit: &str,
    reader: Reader,
) -> RecordChange {
    let both = Both { before, after, reader };
    let (old, new) = (&both.earlier().questions, &both.later().questions);
    let positions = positions::changes(before.court, after.court);
    RecordChange {
        schema: "gainsay/diff-since/1",
        since: since.to_owned(),
        commit: commit.to_owned(),
        claims: claims::claims(both),
        disputes: disputes::disputes(both),
        quotes: claims::quotes(both),
        sources: sources::changes(both, &positions),
        questions: QuestionChanges {
            added: new.names().filter(|name| old.find(name).is_none()).map(str::to_owned).collect(),
            removed: old.names().filter(|name| new.find(name).is_none()).map(str::to_owned).collect(),
        },
        positions,
        left_out: left_out::changes(both),
    }
}
