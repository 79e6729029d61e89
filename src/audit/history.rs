//! What became of the published record, from revision to revision.

use std::collections::BTreeSet;

use super::day::Day;
use super::open::Audit;
use super::published::published;
use crate::align::Alignment;
use crate::error::Error;
use crate::judge;
use crate::judge::{Court, Weighed};
use crate::load;
use crate::load::{Log, from_texts};
use crate::model::Dossier;
use crate::progress::Stage;
use crate::view::since;
use crate::view::since::{RecordChange, RecordSide};
use crate::view::site::history::{History, Moment};
use crate::view::withheld::Reader;

/// What stands in place of reasons that are no longer in the record: what they name may since be kept back.
const THEN: &str = "The reasons of that time are not told.";

/// One revision of the record, judged without its texts: what a text says is no part of the record.
struct Told<'d> {
    alignment: Alignment<'d>,
    weighed: Weighed,
}

impl Audit {
    /// What became of each question in so many revisions, and since then. Of each is seen what was for everybody then and is now. None
    /// where there is no git repository.
    ///
    /// # Errors
    /// A revision that git cannot give.
    pub(crate) fn history(&self, most: usize, today: Day) -> Result<History, Error> {
        let Some(Log { commits, is_whole }) = load::commits(&self.root, most)? else {
            return Ok(History::none());
        };
        let mut history = History { is_whole, revisions: commits.len(), ..History::none() };
        self.progress.begin(Stage::Revisions, commits.len());
        let reasons: BTreeSet<&str> =
            self.dossier.assessments.iter().map(|it| it.rationale.as_str()).collect();
        let seen = |dossier: Dossier| {
            let is_public = |then: &Dossier, id| {
                let now = self.dossier.sources.find(then.sources.name(id));
                now.is_some() && !then.sources[id].is_restricted()
            };
            let mut dossier = published(dossier, is_public).0;
            let gone = dossier.assessments.iter_mut().filter(|it| !reasons.contains(it.rationale.as_str()));
            gone.for_each(|it| it.rationale = THEN.to_owned());
            dossier
        };
        let mut later: Option<Dossier> = None;
        let mut moment = Moment { commit: None, day: None };
        for commit in &commits {
            self.progress.step();
            let past = seen(load::at_revision(&self.root, &commit.name)?.dossier);
            let after = later.as_ref().unwrap_or(&self.dossier);
            history.before(&moment, changed(&past, after, today));
            moment = Moment { commit: Some(commit.name.clone()), day: Some(commit.day.clone()) };
            later = Some(past);
        }
        if let Some(first) = later.filter(|_| is_whole) {
            history.before(&moment, changed(&from_texts(&[]), &first, today));
        }
        Ok(history)
    }
}

/// What became of it from one dossier to the next.
fn changed(before: &Dossier, after: &Dossier, today: Day) -> RecordChange {
    let (before, after) = (Told::new(before), Told::new(after));
    let courts = (before.court(today), after.court(today));
    let found = (judge::judge(&courts.0), judge::judge(&courts.1));
    let before = RecordSide { court: &courts.0, findings: &found.0 };
    let after = RecordSide { court: &courts.1, findings: &found.1 };
    since::record(before, after, "", "", Reader::Anyone)
}

impl<'d> Told<'d> {
    fn new(dossier: &'d Dossier) -> Self {
        let alignment = Alignment::without_texts(dossier);
        let weighed = Weighed::new(&alignment);
        Told { alignment, weighed }
    }

    fn court(&self, today: Day) -> Court<'_> {
        Court::of(&self.alignment, &self.weighed, today.0)
    }
}
