//! Which question is called by a name that may be cut short.

use std::collections::BTreeMap;

use crate::model::Dossier;
use crate::model::table::{EventId, QuestionId};
use crate::text::nearest;

/// So many questions are named of those that a name may stand for.
const MOST_NAMED: usize = 12;

/// What parts the name of an event from that of its question.
const BETWEEN: char = '/';

/// The questions of a dossier by what rows call them; each name is looked for once.
pub(super) struct Called<'d> {
    dossier: &'d Dossier,
    /// The event of names that give none.
    event: Option<EventId>,
    known: BTreeMap<String, Result<QuestionId, Uncalled>>,
}

/// Why a name stands for no question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Uncalled {
    pub(super) reason: String,
    pub(super) help: Option<String>,
}

/// How far a name is that of something, from most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is all of it.
    Whole,
    Begins,
    /// A part of it behind a hyphen begins so.
    Within,
}

impl Fit {
    fn of(short: &str, name: &str) -> Option<Fit> {
        let part = |(at, _): (usize, &str)| name[at + 1..].starts_with(short);
        match () {
            () if short.is_empty() => None,
            () if name == short => Some(Fit::Whole),
            () if name.starts_with(short) => Some(Fit::Begins),
            () if name.match_indices('-').any(part) => Some(Fit::Within),
            () => None,
        }
    }
}

impl<'d> Called<'d> {
    pub(super) fn new(dossier: &'d Dossier, event: Option<EventId>) -> Self {
        Called { dossier, event, known: BTreeMap::new() }
    }

    /// The full name of the question that a name stands for.
    ///
    /// # Errors
    /// There is none, or there are several: which.
    pub(super) fn question(&mut self, name: &str) -> Result<&'d str, Uncalled> {
        let known = match self.known.get(name) {
            Some(known) => known.clone(),
            None => {
                let found = self.find(name);
                self.known.insert(name.to_owned(), found.clone());
                found
            }
        };
        known.map(|id| self.dossier.questions.name(id))
    }

    fn find(&self, name: &str) -> Result<QuestionId, Uncalled> {
        let questions = &self.dossier.questions;
        if let Some(whole) = questions.find(name) {
            return Ok(whole);
        }
        let short = name.to_lowercase();
        let (event, own) = match (short.split_once(BETWEEN), self.event) {
            (Some((event, own)), _) => (event.to_owned(), own),
            (None, Some(event)) => (self.dossier.events.name(event).to_owned(), short.as_str()),
            (None, None) => {
                let reason = format!("`{name}` names no event");
                let help = "write EVENT/QUESTION, or name one event for all rows: `--event EVENT`";
                return Err(Uncalled { reason, help: Some(help.to_owned()) });
            }
        };
        let fitting = self.fitting(&event, own);
        let best = fitting.iter().map(|(fit, _)| *fit).min();
        let found: Vec<QuestionId> =
            fitting.iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, question)| *question).collect();
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(self.none(name, &event, own)),
            several => {
                let named = several.iter().take(MOST_NAMED).map(|id| format!("`{}`", questions.name(*id)));
                let more = match several.len().saturating_sub(MOST_NAMED) {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                let reason = format!("`{name}` may be {} questions", several.len());
                let help = format!("write more of the name: {}{more}", named.collect::<Vec<_>>().join(", "));
                Err(Uncalled { reason, help: Some(help) })
            }
        }
    }

    /// The questions that two parts of a name fit, and how far: the event's first.
    fn fitting(&self, event: &str, own: &str) -> Vec<((Fit, Fit), QuestionId)> {
        let is_whole = self.dossier.events.find(event).is_some();
        let questions = self.dossier.questions.ids().filter_map(|id| {
            let (of, name) = self.dossier.questions.name(id).split_once(BETWEEN)?;
            let fit = Fit::of(event, of).filter(|fit| *fit == Fit::Whole || !is_whole)?;
            Some(((fit, Fit::of(own, name)?), id))
        });
        questions.collect()
    }

    /// That there is none, with the nearest: of an event that is known among its own.
    fn none(&self, name: &str, event: &str, own: &str) -> Uncalled {
        let names = self.dossier.questions.names();
        let near = match self.dossier.events.find(event) {
            Some(_) => nearest(own, names.filter_map(|it| it.strip_prefix(event)?.strip_prefix(BETWEEN))),
            None => nearest(name, names),
        };
        let reason = match name.contains(BETWEEN) {
            true => format!("no question is called `{name}`"),
            false => format!("no question of `{event}` is called `{name}`"),
        };
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`gainsay table` lists all questions, each as EVENT/QUESTION".to_owned(),
        };
        Uncalled { reason, help: Some(help) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    fn dossier() -> Dossier {
        let question = |name: &str| {
            let [event, own] = name.split('/').collect::<Vec<_>>()[..] else { panic!("{name}") };
            format!("[event.{event}.question.{own}]\nask = \"Which?\"\ntype = \"text\"\n")
        };
        let questions = [
            "fire/killed",
            "fire/us-killed",
            "fire/us-response",
            "fire/date",
            "fire/date-claimed",
            "fire/claimed-on",
            "fire-drill/killed",
            "fire-drill/length",
            "islamic-state/attacks",
            "islamic-resistance/groups",
            "islamic-resistance/members",
            "islamic-resistance/members-abroad",
        ];
        let events: String = ["fire", "fire-drill", "islamic-state", "islamic-resistance"]
            .map(|event| format!("[event.{event}]\ntitle = \"E\"\n"))
            .concat();
        let toml = events + &questions.map(question).concat();
        from_texts(&[("gainsay.toml", "[dossier]\ntitle = \"D\"\n"), ("claims/a.toml", &toml)])
    }

    /// What a name stands for where the event `fire` is that of all, or why for nothing.
    fn called(name: &str) -> Result<String, String> {
        let dossier = dossier();
        let event = dossier.events.find("fire");
        let mut called = Called::new(&dossier, event);
        let told = |why: Uncalled| format!("{}: {}", why.reason, why.help.unwrap_or_default());
        called.question(name).map(str::to_owned).map_err(told)
    }

    #[track_caller]
    fn is(name: &str, question: &str) {
        assert_eq!(called(name).as_deref(), Ok(question), "{name}");
    }

    #[track_caller]
    fn is_refused(name: &str, words: &[&str]) {
        let why = called(name).expect_err(name);
        for word in words {
            assert!(why.contains(word), "{name}: `{word}` is not said in {why}");
        }
    }

    #[test]
    fn a_name_is_cut_short_where_one_question_begins_so() {
        is("k", "fire/killed");
        is("kill", "fire/killed");
        is("us-k", "fire/us-killed");
        is("US-R", "fire/us-response");
    }

    #[test]
    fn a_part_behind_a_hyphen_will_do_where_no_name_begins_so() {
        is("resp", "fire/us-response");
        is("on", "fire/claimed-on");
        is_refused("esponse", &["no question of `fire` is called `esponse`"]);
    }

    #[test]
    fn a_whole_name_is_that_question_whatever_else_begins_so() {
        is("date", "fire/date");
        is("killed", "fire/killed");
        is("fire-drill/killed", "fire-drill/killed");
        is("isl/members", "islamic-resistance/members");
    }

    #[test]
    fn what_may_be_several_is_refused_with_all_of_them() {
        is_refused("us", &["may be 2 questions", "`fire/us-killed`", "`fire/us-response`"]);
        is_refused("dat", &["`fire/date`", "`fire/date-claimed`"]);
        is_refused("isl/mem", &["`islamic-resistance/members`", "`islamic-resistance/members-abroad`"]);
    }

    #[test]
    fn an_event_is_cut_short_too_and_one_that_is_whole_is_no_other() {
        is("isl/gro", "islamic-resistance/groups");
        is("isl/att", "islamic-state/attacks");
        is("drill/kill", "fire-drill/killed");
        is("fire/kill", "fire/killed");
        is_refused("fire/len", &["no question is called `fire/len`"]);
    }

    #[test]
    fn what_is_none_is_refused_with_the_nearest() {
        is_refused("kiled", &["no question of `fire` is called `kiled`", "did you mean `killed`?"]);
        is_refused("", &["no question"]);
        is_refused("islamic/", &["no question is called `islamic/`"]);
        let dossier = dossier();
        let why = Called::new(&dossier, None).question("kill").unwrap_err();
        assert!(
            why.reason.contains("names no event") && why.help.unwrap().contains("--event"),
            "{}",
            why.reason
        );
    }
}
