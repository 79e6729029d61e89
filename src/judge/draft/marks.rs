//! Marks that name nothing, and names that are misspelt.

use super::case::DraftCase;
use super::fault::Fault;
use crate::judge::rules::{DRAFT_NAME, DRAFT_UNSUPPORTED};

pub(super) fn judge(case: &DraftCase<'_>) -> Vec<Fault> {
    let draft = case.draft;
    let unknown = draft.unknown.iter().map(|mark| {
        let message = format!("a mark names `{}`, which is not on record", mark.name);
        let fault = Fault::new(DRAFT_UNSUPPORTED, (&mark.at, &mark.sentence), message).label("marked here");
        match &mark.nearest {
            Some(nearest) => fault.help(format!("did you mean `{nearest}`?")),
            None => fault,
        }
    });
    let misspelt = draft.misspelt.iter().map(|name| {
        let words = case.words(&name.at);
        let message = format!("`{words}` is nobody's name on record; the nearest is `{}`", name.nearest);
        Fault::new(DRAFT_NAME, (&name.at, &name.sentence), message)
            .label("spelt so by nobody")
            .help(format!("write `{}`, or add this spelling to the aliases of whom it names", name.nearest))
    });
    unknown.chain(misspelt).collect()
}
