//! One statement of a draft before the record.

use super::case::DraftCase;
use super::fault::{Fault, Standing};
use super::grade::{Grade, grade, later};
use super::on_question::OnQuestion;
use super::scope::{left_out, stated_days};
use super::speakers::{is_by, named, speaker};
use super::wording::answers;
use crate::align::relation::{Kind, relate};
use crate::draft::{Binding, HARMS, Statement, StatementKind};
use crate::judge::rules::{
    DRAFT_CONTRADICTS, DRAFT_SCOPE, DRAFT_SHARPENED, DRAFT_STALE, DRAFT_UNSUPPORTED, DRAFT_WITHDRAWN,
};
use crate::model::table::{ClaimId, Id, QuestionId};
use crate::spot::{Speaker, SpotKind, stems};

/// How a statement stands.
pub(super) fn judge(case: &DraftCase<'_>, statement: &Statement) -> Standing {
    let Some(question) = statement.question() else {
        return Standing { carried: Vec::new(), fault: open(case, statement) };
    };
    let on = OnQuestion { case, statement, question };
    if statement.kind == StatementKind::Unread {
        let carried = on.meant();
        return Standing { fault: on.of_who(&carried).or_else(|| on.taken_back(&carried)), carried };
    }
    let own = statement.claims.iter();
    let own: Vec<(ClaimId, Option<Speaker>)> =
        own.filter_map(|(name, speaker)| Some((case.dossier().claims.find(name)?, *speaker))).collect();
    let mut carried = Vec::new();
    for (claim, speaker) in own {
        let (by, fault) = on.held(claim, speaker);
        if fault.is_some() {
            return Standing { carried: Vec::new(), fault };
        }
        carried.extend(by);
    }
    carried.sort_unstable();
    carried.dedup();
    Standing { carried, fault: None }
}

/// A figure or a date that answers no question of the record, so far as can be told.
fn open(case: &DraftCase<'_>, statement: &Statement) -> Option<Fault> {
    let dossier = case.dossier();
    let is_figure = statement.kind == StatementKind::Spotted(SpotKind::Figure);
    if !is_figure && statement.is_known {
        return None;
    }
    let Binding::Open(candidates) = &statement.binding else { return None };
    let noun = statement.noun.as_ref().map_or(String::new(), |noun| format!(" {noun}"));
    let words = format!("{}{noun}", case.words(&statement.at));
    let fault = Fault::new(
        DRAFT_UNSUPPORTED,
        (&statement.at, &statement.sentence),
        format!("nothing on record is known to say `{words}`"),
    )
    .label("answers no question that can be told");
    let asked: Vec<String> =
        candidates.iter().map(|id| format!("`{}`", dossier.questions.name(*id))).collect();
    Some(match asked.is_empty() {
        true => fault.help("record who says so, or leave it out"),
        false => fault.help(format!(
            "it may answer {}: name the one that is meant, `[^SOURCE#CLAIM]` or a link to `gainsay:{}`",
            asked.join(" or "),
            dossier.questions.name(candidates[0])
        )),
    })
}

impl OnQuestion<'_> {
    /// The claims that carry what one claim of the draft says, or what is amiss with it.
    fn held(&self, own: ClaimId, given: Option<Speaker>) -> (Vec<ClaimId>, Option<Fault>) {
        let case = self.case;
        let meant = self.meant();
        let by: Vec<ClaimId> = meant.iter().copied().filter(|id| is_by(case.dossier(), *id, given)).collect();
        let graded = |claims: &[ClaimId]| -> Vec<(Grade, ClaimId)> {
            let mut graded: Vec<(Grade, ClaimId)> =
                claims.iter().map(|id| (grade(case, own, *id), *id)).collect();
            graded.sort_unstable();
            graded
        };
        let of = |graded: &[(Grade, ClaimId)], wanted: &dyn Fn(Grade) -> bool| -> Vec<ClaimId> {
            graded.iter().filter(|(grade, _)| wanted(*grade)).map(|(_, id)| *id).collect()
        };
        let (all, graded) = (graded(&meant), graded(&by));
        let carrying = of(&graded, &Grade::carries);
        if !carrying.is_empty() {
            let fault = self.taken_back(&carrying);
            let fault = fault.or_else(|| self.outside(&carrying)).or_else(|| self.of_who(&carrying));
            return (carrying, fault);
        }
        let others = of(&all, &Grade::carries);
        if !others.is_empty() {
            // When something happened is told along with what somebody says.
            let is_date = self.statement.kind == StatementKind::Spotted(SpotKind::Date);
            let contradicts = graded.iter().any(|(grade, _)| *grade == Grade::Conflict);
            return match is_date && !contradicts {
                true => (others, None),
                false => (Vec::new(), Some(self.anothers(own, given, &others))),
            };
        }
        let wider = of(&graded, &|it| it == Grade::Sharper);
        if !wider.is_empty() {
            return (Vec::new(), Some(self.sharpened(own, &wider)));
        }
        let against = of(&graded, &|it| it == Grade::Conflict);
        let open = of(&graded, &|it| matches!(it, Grade::Beside | Grade::Open));
        if !against.is_empty() && open.is_empty() {
            return (Vec::new(), Some(self.contradicts(own, &against, given)));
        }
        let elsewhere = of(&graded, &|it| it == Grade::OtherScope);
        if open.is_empty() && !elsewhere.is_empty() {
            return (Vec::new(), Some(self.of_another_scope(own, &elsewhere)));
        }
        (Vec::new(), Some(self.unsupported(own, given, &all.iter().map(|(_, id)| *id).collect::<Vec<_>>())))
    }

    /// What carries it has all been taken back, or replaced by who said it.
    fn taken_back(&self, carrying: &[ClaimId]) -> Option<Fault> {
        let (case, dossier) = (self.case, self.case.dossier());
        let withdrawn = |id: &ClaimId| case.with.is_withdrawn(*id);
        let replaced = |id: &ClaimId| later(case, *id).filter(|_| !self.is_dated(*id));
        if carrying.is_empty() || !carrying.iter().all(|id| withdrawn(id) || replaced(id).is_some()) {
            return None;
        }
        let words = self.words();
        let is_taken_back = carrying.iter().all(withdrawn);
        let replacing = carrying.iter().find_map(|id| Some((*id, replaced(id)?)));
        if let Some((old, new)) = replacing.filter(|_| !is_taken_back) {
            let since = &case.with.basics[new.index()].when.as_of.words;
            let said = dossier.said(&dossier.claims[new]);
            let message =
                format!("`{words}` is out of date: {} says `{said}` since {since}", speaker(dossier, new));
            let fault = self.fault(DRAFT_STALE, message).label("an earlier figure").against([old, new]);
            return Some(fault.wording(answers(case, &[new])));
        }
        let first = carrying[0];
        let message = format!("`{words}` was taken back by who said it");
        let by: Vec<ClaimId> = case.with.withdrawn.get(&first).map(|it| it.by.clone()).unwrap_or_default();
        let fault = self.fault(DRAFT_WITHDRAWN, message).label("no longer stands");
        let fault = fault.against(carrying.iter().copied().chain(by.iter().copied()));
        Some(fault.wording(answers(case, &by)))
    }

    /// Whether the sentence says as of when the figure of a claim is.
    fn is_dated(&self, claim: ClaimId) -> bool {
        let when = &self.case.with.basics[claim.index()].when.as_of.days;
        stated_days(&self.case.draft.words[self.statement.sentence.clone()])
            .iter()
            .any(|days| days.within(when))
    }

    /// The answer is of something that the draft does not say.
    fn outside(&self, carrying: &[ClaimId]) -> Option<Fault> {
        let left = left_out(self.case, self.statement, carrying);
        let first = left.first()?;
        let told: Vec<String> =
            left.iter().map(|it| format!("{} `{}`", it.dimension.name(), it.stated)).collect();
        let told = told.join(" and ");
        let message = match first.is_another {
            true => format!("`{}` is said of another period: on record it is of {told}", self.words()),
            false => format!("`{}` is said without what it covers: on record it is of {told}", self.words()),
        };
        let fault =
            self.fault(DRAFT_SCOPE, message).label("of what is not said").against(carrying.iter().copied());
        Some(fault.help(format!("say that it is of {told}")))
    }

    /// What is said is on record, of others than it is given to.
    fn anothers(&self, own: ClaimId, given: Option<Speaker>, others: &[ClaimId]) -> Fault {
        let (case, dossier) = (self.case, self.case.dossier());
        let theirs: Vec<ClaimId> =
            self.on_record().into_iter().filter(|id| is_by(dossier, *id, given)).collect();
        let against: Vec<ClaimId> =
            theirs.iter().copied().filter(|id| grade(case, own, *id) == Grade::Conflict).collect();
        let words = self.words();
        let who = given.map_or_else(|| "anybody".to_owned(), |speaker| named(dossier, speaker));
        if let Some(first) = against.first() {
            let said = dossier.said(&dossier.claims[*first]);
            let message = format!("{who} is not on record with `{words}`, but with `{said}`");
            return self
                .fault(DRAFT_CONTRADICTS, message)
                .label("given to who says otherwise")
                .note(self.why(own, *first))
                .against(against.iter().chain(others).copied())
                .wording(answers(case, &against.iter().chain(others).copied().collect::<Vec<_>>()));
        }
        let message = format!("nothing on record has {who} say `{words}`");
        let fault = self.fault(DRAFT_UNSUPPORTED, message).label("said by others on record");
        fault.against(others.iter().copied()).wording(answers(case, others))
    }

    fn sharpened(&self, own: ClaimId, wider: &[ClaimId]) -> Fault {
        let dossier = self.case.dossier();
        let said = dossier.said(&dossier.claims[wider[0]]);
        let message = format!(
            "`{}` says more than the record: {} says `{said}`",
            self.words(),
            speaker(dossier, wider[0])
        );
        let fault = self.fault(DRAFT_SHARPENED, message).label("sharper than what is on record");
        let fault = fault.note(self.why(own, wider[0])).against(wider.iter().copied());
        fault.wording(answers(self.case, wider))
    }

    fn contradicts(&self, own: ClaimId, against: &[ClaimId], given: Option<Speaker>) -> Fault {
        let (case, dossier) = (self.case, self.case.dossier());
        let is_bound = matches!(self.statement.binding, Binding::Bound(_));
        if let Some(fault) = self.of_other_harm(own).filter(|_| !is_bound) {
            return fault;
        }
        let words = self.words();
        let message = match given {
            Some(speaker) => {
                let said = dossier.said(&dossier.claims[against[0]]);
                format!("{} is not on record with `{words}`, but with `{said}`", named(dossier, speaker))
            }
            _ if self.is_bound_to_claims() => format!("`{words}` contradicts the claim that it is bound to"),
            _ => format!("`{words}` contradicts every answer on record"),
        };
        self.fault(DRAFT_CONTRADICTS, message)
            .label("cannot hold together with any")
            .note(self.why(own, against[0]))
            .against(against.iter().copied())
            .wording(answers(case, against))
    }

    /// A figure that the record has for another harm: `killed` where it says `wounded`.
    fn of_other_harm(&self, own: ClaimId) -> Option<Fault> {
        let (case, dossier) = (self.case, self.case.dossier());
        let harm_of = |question: QuestionId| {
            let ask = stems(&dossier.questions[question].ask);
            HARMS.into_iter().find(|harm| ask.iter().any(|stem| stem == harm))
        };
        let here = harm_of(self.question)?;
        let event = dossier.questions[self.question].event;
        let said = dossier.claims[own].shape()?;
        let siblings = dossier.questions.iter().filter(|(id, it)| it.event == event && *id != self.question);
        let mut claims =
            siblings.flat_map(|(id, _)| case.with.claims.on(id).iter().map(move |claim| (id, *claim)));
        let (there, claim) = claims.find_map(|(id, claim)| {
            let harm = harm_of(id).filter(|harm| *harm != here)?;
            let row = &dossier.claims[claim];
            let is_same = case.is_of_record(claim) && row.shape()?.within(said, &dossier.kin);
            is_same.then_some((harm, claim))
        })?;
        let message = format!(
            "`{}` says `{here}` where the record says `{there}`: {} says `{}`",
            case.words(&self.statement.quote),
            speaker(dossier, claim),
            dossier.said(&dossier.claims[claim])
        );
        let fault = self.fault(DRAFT_SHARPENED, message).label("another harm than on record");
        Some(fault.against([claim]).wording(answers(case, &[claim])))
    }

    fn of_another_scope(&self, own: ClaimId, elsewhere: &[ClaimId]) -> Fault {
        let message = format!("`{}` is on record of something else alone", self.words());
        let fault = self.fault(DRAFT_SCOPE, message).label("of what is not said");
        let fault = fault.note(self.why(own, elsewhere[0])).against(elsewhere.iter().copied());
        fault.wording(answers(self.case, elsewhere))
    }

    fn unsupported(&self, own: ClaimId, given: Option<Speaker>, all: &[ClaimId]) -> Fault {
        let (case, dossier) = (self.case, self.case.dossier());
        let words = self.words();
        let message = match (all.is_empty(), given) {
            (true, _) if !self.statement.sources.is_empty() => {
                let sources =
                    self.statement.sources.iter().map(|id| format!("`{}`", dossier.sources.name(*id)));
                format!("nothing on record of {} says `{words}`", sources.collect::<Vec<_>>().join(" and "))
            }
            (true, _) => format!("nobody on record answers what `{words}` does"),
            (false, Some(speaker)) => {
                format!("nothing on record has {} say `{words}`", named(dossier, speaker))
            }
            (false, _) => format!("nothing on record says `{words}`"),
        };
        let fault = self.fault(DRAFT_UNSUPPORTED, message).label("nothing on record carries this");
        let fault = match all.first() {
            Some(first) if relate(case.with, own, *first).kind != Kind::Silent => {
                fault.note(self.why(own, *first))
            }
            _ => fault,
        };
        fault.against(all.iter().copied()).wording(answers(case, all))
    }
}
