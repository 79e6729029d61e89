//! Taking the claims and assessments of the files below claims/, file by file, side by side.

mod claim;
mod elsewhere;
mod named;
mod relative;
mod tally;
mod value;

use std::collections::BTreeSet;

use super::assessments::assessment;
use super::entry::Entry;
use super::files::Part;
use super::ids::Ids;
use super::keys::ClaimsFileKey;
use super::parsed::{Document, Parsed, each};
use crate::model::Dossier;
use crate::model::claim::{Assessment, Links};
use crate::model::problem::{LeftOut, Problem};
use crate::model::table::{AgentId, ClaimId, Id, Table};
use crate::progress::Progress;
pub(super) use claim::quote;
use claim::{FileSource, Reader, Taken};
use elsewhere::speakers;
pub(super) use elsewhere::{is_elsewhere, question};
use named::left_out;
pub(crate) use named::{WrittenClaim, default_id};
pub(super) use named::{
    each_named, full_names, full_names_with_answers, ids, question_of, said_by, set_words, value_of, written,
};
use tally::Tally;

/// What a file gives.
#[derive(Default)]
struct OfFile {
    claims: Vec<Taken>,
    assessments: Vec<Assessment>,
    /// The claims of the file that take no part.
    left_out: Vec<LeftOut>,
    /// How many are on questions that are not in the share.
    passed_over: usize,
    /// Whom those of them name that stand in public sources.
    speakers: BTreeSet<AgentId>,
}

/// Takes claims and assessments into the dossier, whose sources and questions are there already.
pub(super) fn take(
    documents: &[Document<'_>],
    ids: &Ids,
    dossier: &mut Dossier,
    progress: &Progress,
    problems: &mut Vec<Problem>,
) {
    let taken = {
        let dossier = &*dossier;
        each(documents, Part::Claims, problems, |file, problems| {
            let taken = take_file(file, ids, dossier, problems);
            progress.step();
            taken
        })
    };
    let mut claims = Vec::new();
    let mut assessments = Vec::new();
    for file in taken {
        claims.push(file.claims);
        assessments.extend(file.assessments);
        dossier.left_out.extend(file.left_out);
        dossier.share.passed_over += file.passed_over;
        dossier.share.speakers.extend(file.speakers);
    }
    let unread = relative::settle(&mut claims, ids, dossier, problems);
    dossier.left_out.extend(unread);
    dossier.left_out.sort_by_key(|claim| claim.spot);
    let rows = claims.into_iter().flatten().map(|taken| (taken.number, taken.claim));
    let (claims, numbers) = Table::numbered(ids.claims.names(), rows);
    dossier.claims = claims;
    relink(dossier, &mut assessments, &numbers);
    assessments.iter_mut().for_each(|assessment| {
        assessment.claims.sort_unstable();
        assessment.claims.dedup();
    });
    assessments.sort_by_key(|assessment| (assessment.question, assessment.spot));
    dossier.assessments = assessments;
}

/// Claims that take no part have no row: references to them are dropped, the others renumbered.
fn relink(dossier: &mut Dossier, assessments: &mut [Assessment], renumbered: &[Option<ClaimId>]) {
    if renumbered.iter().all(Option::is_some) {
        return;
    }
    let relink = |list: &mut Vec<ClaimId>| {
        *list = list.iter().filter_map(|id| renumbered[id.index()]).collect();
    };
    for id in dossier.claims.ids() {
        let claim = &mut dossier.claims[id];
        for list in claim.links.said_mut().into_iter().flat_map(Links::each_mut) {
            relink(list);
        }
        if let Some(relative) = claim.answer.relative_mut() {
            relative.other = relative.other.and_then(|other| renumbered[other.index()]);
        }
    }
    for assessment in assessments {
        relink(&mut assessment.claims);
        relink(&mut assessment.preferred);
    }
}

fn take_file<'t>(file: &'t Parsed<'t>, ids: &Ids, dossier: &Dossier, problems: &mut Vec<Problem>) -> OfFile {
    let mut taken = OfFile::default();
    let mut root = Entry::new(file.root(), "the file", file.start(), problems);
    let default = root.text(ClaimsFileKey::Source).map(|name| {
        let found = ids.sources.resolve(&name, root.problems());
        FileSource { name: name.value, found }
    });
    let claims = root.tables(ClaimsFileKey::Claim);
    let mut assessments = root.tables(ClaimsFileKey::Assessment);
    root.finish();
    let reader = Reader { ids, dossier, default: default.as_ref() };
    let (elsewhere, claims): (Vec<_>, Vec<_>) =
        claims.into_iter().partition(|(table, _)| is_elsewhere(dossier, *table));
    assessments.retain(|(table, _)| !is_elsewhere(dossier, *table));
    taken.passed_over = elsewhere.len();
    let default_source = reader.default.and_then(|source| source.found);
    taken.speakers = elsewhere
        .iter()
        .filter(|_| !file.broken)
        .flat_map(|(table, _)| speakers(dossier, *table, default_source))
        .collect();
    let mut tally = Tally::default();
    taken.claims.reserve_exact(claims.len());
    for (table, spot) in claims {
        let left_out = || left_out(table, spot, reader.default.map(|source| source.name.as_str()));
        if file.broken {
            taken.left_out.push(left_out());
            continue;
        }
        let before = problems.len();
        match reader.claim(table, spot, problems) {
            Some(claim) => taken.claims.push(claim),
            None => taken.left_out.push(left_out()),
        }
        tally.count(problems, before);
    }
    tally.finish(problems);
    for (table, spot) in assessments {
        taken.assessments.extend(assessment(table, spot, ids, dossier, problems));
    }
    taken
}
