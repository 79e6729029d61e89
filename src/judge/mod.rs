//! Alignment to findings: rules, levels, and the desk's assessments applied. Pure; it cannot fail.

pub(crate) mod accepted;
pub(crate) mod assessment;
pub(crate) mod disputed;
pub(crate) mod finding;
#[cfg(test)]
pub(crate) mod laws;
pub(crate) mod phrase;
pub(crate) mod quoted;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod settles;
#[cfg(test)]
mod sketch;
pub(crate) mod standing;
pub(crate) mod stated;

use std::borrow::Cow;

use rayon::prelude::*;

use crate::align::Alignment;
use crate::align::across::{Across, across};
use crate::align::disputes::{Dispute, disputes};
use crate::align::independence::Ties;
use crate::align::positions::{Position, positions};
use crate::model::table::{Id, QuestionId};
use crate::model::{Dossier, Level};
pub(crate) use finding::{By, Finding};

/// What the rules ask of an alignment, worked out once.
#[derive(Debug)]
pub(crate) struct Weighed {
    /// By question.
    disputes: Vec<Vec<Dispute>>,
    /// By question.
    positions: Vec<Vec<Position>>,
    across: Vec<Across>,
}

/// An alignment with what the rules ask of it.
pub(crate) struct Court<'a> {
    pub(crate) alignment: &'a Alignment<'a>,
    /// By question.
    pub(crate) disputes: Cow<'a, [Vec<Dispute>]>,
    /// By question.
    pub(crate) positions: Cow<'a, [Vec<Position>]>,
    pub(crate) across: Cow<'a, [Across]>,
    /// The day of the check, as a day number: what is overdue is overdue by it.
    pub(crate) today: i128,
}

impl Weighed {
    pub(crate) fn new(alignment: &Alignment) -> Self {
        let ties = Ties::new(alignment);
        let questions: Vec<QuestionId> = alignment.dossier.questions.ids().collect();
        let (disputes, positions) = questions
            .par_iter()
            .map(|question| (disputes(alignment, *question), positions(alignment, &ties, *question)))
            .unzip();
        Weighed { disputes, positions, across: across(alignment) }
    }
}

impl<'a> Court<'a> {
    /// Weighs an alignment and keeps what comes of it.
    #[cfg(test)]
    pub(crate) fn new(alignment: &'a Alignment<'a>, today: i128) -> Self {
        let Weighed { disputes, positions, across } = Weighed::new(alignment);
        Court {
            alignment,
            disputes: Cow::Owned(disputes),
            positions: Cow::Owned(positions),
            across: Cow::Owned(across),
            today,
        }
    }

    /// On an alignment that was weighed before.
    pub(crate) fn of(alignment: &'a Alignment<'a>, weighed: &'a Weighed, today: i128) -> Self {
        Court {
            alignment,
            disputes: Cow::Borrowed(&weighed.disputes),
            positions: Cow::Borrowed(&weighed.positions),
            across: Cow::Borrowed(&weighed.across),
            today,
        }
    }

    pub(crate) fn dossier(&self) -> &'a Dossier {
        self.alignment.dossier
    }

    pub(crate) fn disputes_on(&self, question: QuestionId) -> &[Dispute] {
        &self.disputes[question.index()]
    }

    pub(crate) fn positions_on(&self, question: QuestionId) -> &[Position] {
        &self.positions[question.index()]
    }

    /// The positions on a question that some claim supports; of items that the same claims list, the first.
    pub(crate) fn supported_on(&self, question: QuestionId) -> impl Iterator<Item = &Position> {
        let all = self.positions_on(question);
        let is_told = move |(at, position): &(usize, &Position)| {
            let before = at.checked_sub(1).map(|before| &all[before]);
            before.is_none_or(|it| it.claims != position.claims || it.supporting != position.supporting)
        };
        let told = all.iter().enumerate().filter(is_told).map(|(_, position)| position);
        told.filter(|position| !position.supporting.is_empty())
    }
}

/// All findings of all rules that are not allowed, in the order of their places.
pub(crate) fn judge(court: &Court) -> Vec<Finding> {
    let dossier = court.dossier();
    let mut found: Vec<Finding> = rules::ALL
        .par_iter()
        .filter(|rule| level(dossier, rule.name, rule.level) != Level::Allow)
        .flat_map_iter(|rule| {
            let mut found = Vec::new();
            (rule.find)(court, &mut found);
            found
        })
        .collect();
    for finding in &mut found {
        finding.level = level(dossier, finding.rule.name, finding.rule.level);
        finding.claims.sort();
        finding.claims.dedup();
    }
    accepted::apply(court, &mut found);
    found.sort_by(|a, b| {
        let place = |finding: &Finding| finding.marks.first().map(|mark| mark.spot);
        (place(a), a.rule.name, &a.message).cmp(&(place(b), b.rule.name, &b.message))
    });
    found
}

/// The level of a rule in this dossier.
pub(crate) fn level(dossier: &Dossier, name: &str, default: Level) -> Level {
    dossier.levels.get(name).map_or(default, |(level, _)| *level)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Court, Finding, judge};
    use crate::align::Alignment;
    use crate::align::looked::Looked;
    use crate::load::from_texts;
    use crate::model::Dossier;
    use crate::model::problem::{Problem, ProblemKind};
    use crate::text::{FileId, Spot};

    const MANIFEST: (&str, &str) = ("gainsay.toml", "[dossier]\ntitle = \"A fire\"\n");
    const QUESTIONS: (&str, &str) = (
        "claims/questions.toml",
        "[event.fire]\ntitle = \"A fire\"\n[event.fire.question.country]\nask = \"Where?\"\ntype = \"place\"\n",
    );
    const SOURCES: (&str, &str) = (
        "sources/s.toml",
        "[source.herald]\ntitle = \"H\"\npublisher = \"h\"\npublished = \"2024-03-01\"\n\
         [source.courier]\ntitle = \"C\"\npublisher = \"c\"\npublished = \"2024-03-01\"\n\
         [agent.h]\nname = \"H\"\n[agent.c]\nname = \"C\"\n\
         [place.arvo]\nname = \"Arvo\"\nkind = \"country\"\n[place.belmar]\nname = \"Belmar\"\nkind = \"country\"\n",
    );
    const CLAIMS: &str = "[[claim]]\nsource = \"herald\"\nquestion = \"fire/country\"\nvalue = \"arvo\"\nquote = \"in Arvo\"\n\
         [[claim]]\nsource = \"courier\"\nquestion = \"fire/country\"\nvalue = \"belmar\"\nquote = \"in Belmar\"\n";

    /// Two sources that contradict each other.
    pub(crate) const DISPUTED: &[(&str, &str)] = &[MANIFEST, QUESTIONS, SOURCES, ("claims/a.toml", CLAIMS)];

    /// The same, explained by the desk.
    pub(crate) const EXPLAINED: &[(&str, &str)] = &[
        MANIFEST,
        QUESTIONS,
        SOURCES,
        ("claims/a.toml", CLAIMS),
        (
            "claims/b.toml",
            "[[assessment]]\nquestion = \"fire/country\"\nstatus = \"contested\"\nrationale = \"They quote two officials.\"\n\
             claims = [\"herald#country\", \"courier#country\"]\n",
        ),
    ];

    /// Nothing but a file that is no TOML.
    pub(crate) const BROKEN: &[(&str, &str)] = &[MANIFEST, ("claims/a.toml", "[[claim\n")];

    /// The alignment of a dossier whose texts are not held.
    pub(crate) fn aligned(dossier: &Dossier) -> Alignment<'_> {
        Alignment::new(dossier, Looked::nothing(dossier))
    }

    /// All findings of a dossier on a day.
    pub(crate) fn judged(files: &[(&str, &str)], today: i128) -> Vec<Finding> {
        let dossier = from_texts(files);
        let alignment = aligned(&dossier);
        judge(&Court::new(&alignment, today))
    }

    #[test]
    fn each_kind_of_problem_is_told_by_the_rule_of_its_name_and_by_no_other() {
        let mut dossier = from_texts(DISPUTED);
        for kind in ProblemKind::ALL {
            dossier.problems = vec![Problem::new(*kind, Spot::new(FileId(0), &(0..1)), "what is wrong")];
            let alignment = aligned(&dossier);
            let found = judge(&Court::new(&alignment, 20_000));
            let rules = found.iter().filter(|finding| finding.message == "what is wrong".into());
            assert_eq!(rules.map(|finding| finding.rule.name).collect::<Vec<_>>(), [kind.name()]);
        }
    }
}
