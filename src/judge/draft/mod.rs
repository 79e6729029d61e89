//! A draft held against the record: for each thing that it says at most one fault.

mod case;
mod fault;
mod grade;
mod marks;
mod on_question;
mod quotations;
mod scope;
mod speakers;
mod statements;
mod told;
mod who;
mod wording;

pub(crate) use case::{DraftCase, SeenQuotation};
pub(crate) use fault::{Fault, Standing};

use super::finding::Finding;
use super::rules::DRAFT_SCOPE;
use crate::model::Level;

/// How each statement of a draft stands, in order.
pub(crate) fn standings<'c>(case: &'c DraftCase<'_>) -> &'c [Standing] {
    case.standings
        .get_or_init(|| case.draft.statements.iter().map(|it| statements::judge(case, it)).collect())
}

/// How each quotation of a draft stands, in order.
pub(crate) fn quoted<'c>(case: &'c DraftCase<'_>) -> &'c [Standing] {
    case.quoted.get_or_init(|| quotations::judge(case))
}

/// All that is amiss in a draft, in the order of its words.
fn faults<'c>(case: &'c DraftCase<'_>) -> &'c [Fault] {
    case.judged.get_or_init(|| {
        let of_statements = standings(case).iter().filter_map(|it| it.fault.clone());
        let mut faults: Vec<Fault> = of_statements.collect();
        faults.extend(quoted(case).iter().filter_map(|it| it.fault.clone()));
        faults.extend(marks::judge(case));
        faults.sort_by_key(|fault| (fault.at.start, fault.at.end));
        // What a sentence leaves out of what it answers is left out once.
        let of_scope = |it: &Fault| it.rule.name == DRAFT_SCOPE.name;
        faults.dedup_by(|b, a| {
            of_scope(a) && of_scope(b) && (a.question, &a.sentence) == (b.question, &b.sentence)
        });
        faults
    })
}

/// A fault with the finding that tells of it.
pub(crate) struct Found<'c> {
    /// The number of the draft.
    pub(crate) draft: usize,
    pub(crate) fault: &'c Fault,
    pub(crate) finding: Finding,
}

/// What is amiss in drafts by the rules that are not allowed, in the order of the drafts and their words.
pub(crate) fn judge_drafts<'c>(cases: &'c [DraftCase<'_>]) -> Vec<Found<'c>> {
    let each = |(draft, case): (usize, &'c DraftCase<'_>)| {
        faults(case).iter().filter_map(move |fault| {
            let level = fault.rule.level_in(case.dossier());
            let finding = Finding { level, ..told::finding(case, fault) };
            (level != Level::Allow).then_some(Found { draft, fault, finding })
        })
    };
    cases.iter().enumerate().flat_map(each).collect()
}
