//! Asking on a terminal: enter takes what is proposed, a number another of what is listed, `+` makes a new one.

use std::collections::BTreeMap;

use crate::audit::Audit;
use crate::cli::output::Output;
use crate::error::Error;
use crate::load::keys::{ClaimKey, Referent};
use crate::record::define::{Defined, define, form, with};
use crate::record::proposal::{Proposer, QuotedPassage};
use crate::record::row::Row;

/// What stands for nobody: the source speaks for itself.
const NOBODY: &str = "-";

/// What was asked, and the files with what was defined meanwhile.
pub(super) struct Answers {
    pub(super) row: Row,
    pub(super) files: BTreeMap<String, String>,
}

/// Who asks, and of what.
pub(super) struct Asking<'a> {
    pub(super) output: &'a Output,
    pub(super) audit: &'a Audit,
    pub(super) source: &'a str,
}

/// What one answer came to.
enum Given {
    Words(String),
    /// Something new, in one line.
    New(String),
    Nothing,
}

impl Asking<'_> {
    /// Asks for all that a row does not give yet; `None` where the input ends.
    ///
    /// # Errors
    /// The terminal cannot be read.
    pub(super) fn complete(&self, row: Row, passage: &QuotedPassage) -> Result<Option<Answers>, Error> {
        let mut answers = Answers { row, files: BTreeMap::new() };
        let base = Proposer::new(&self.audit.dossier);
        let question = match answers.row.words(ClaimKey::Question) {
            Some(question) => question.to_owned(),
            None => {
                let proposed = base.questions(self.source, passage);
                let Some(question) = self.of(Referent::Question, "question", &proposed, &mut answers)? else {
                    return Ok(None);
                };
                question
            }
        };
        answers.row.put(ClaimKey::Question, &question);
        let amended = with(self.audit, &answers.files)?;
        let later = amended.as_ref().map(|audit| Proposer::new(&audit.dossier));
        let proposer = later.as_ref().unwrap_or(&base);
        if !answers.row.has(ClaimKey::Value) && !answers.row.has(ClaimKey::Stance) {
            let proposed = proposer.values(&question, passage);
            let value = match proposer.named_by(&question) {
                Some(of) => self.of(of, "value", &proposed, &mut answers)?,
                None => self.words("value", &proposed)?,
            };
            let Some(value) = value else { return Ok(None) };
            if !value.is_empty() {
                answers.row.put(ClaimKey::Value, &value);
            }
        }
        if !answers.row.has(ClaimKey::SaidBy) {
            let mut proposed = proposer.speakers(passage);
            proposed.push(NOBODY.to_owned());
            let Some(speaker) = self.of(Referent::Agent, "said by", &proposed, &mut answers)? else {
                return Ok(None);
            };
            if speaker != NOBODY && !speaker.is_empty() {
                answers.row.put(ClaimKey::SaidBy, &speaker);
            }
        }
        let as_of = proposer.as_of(&question, self.source);
        if let (Some(as_of), false) = (as_of, answers.row.has(ClaimKey::AsOf)) {
            let Some(as_of) = self.words("as of", &[as_of])? else { return Ok(None) };
            answers.row.put(ClaimKey::AsOf, &as_of);
        }
        Ok(Some(answers))
    }

    /// An id, or a new one where the answer defines it; `None` where the input ends.
    fn of(
        &self,
        of: Referent,
        what: &str,
        proposed: &[String],
        answers: &mut Answers,
    ) -> Result<Option<String>, Error> {
        loop {
            match self.one(what, proposed)? {
                None => return Ok(None),
                Some(Given::Nothing) => return Ok(Some(String::new())),
                Some(Given::Words(words)) => return Ok(Some(words)),
                Some(Given::New(line)) => {
                    let line = match line.is_empty() {
                        false => line,
                        true => {
                            self.output.note(&format!("  {}", form(of)));
                            let Some(line) = self.output.ask(&format!("new {}: ", of.name()))? else {
                                return Ok(None);
                            };
                            line
                        }
                    };
                    let amended = with(self.audit, &answers.files)?;
                    match define(amended.as_ref().unwrap_or(self.audit), of, &line) {
                        Ok(Defined { id, files }) => {
                            answers.files.extend(files);
                            return Ok(Some(id));
                        }
                        Err(error) => self.output.complain(&error),
                    }
                }
            }
        }
    }

    /// Words, empty where there are none; `None` where the input ends.
    fn words(&self, what: &str, proposed: &[String]) -> Result<Option<String>, Error> {
        Ok(match self.one(what, proposed)? {
            None => None,
            Some(Given::Words(words)) => Some(words),
            Some(Given::New(line)) => Some(format!("+{line}")),
            Some(Given::Nothing) => Some(String::new()),
        })
    }

    /// One answer; `None` where the input ends.
    fn one(&self, what: &str, proposed: &[String]) -> Result<Option<Given>, Error> {
        let listed: Vec<String> =
            proposed.iter().enumerate().skip(1).map(|(at, it)| format!("  {} {it}", at + 1)).collect();
        let first = proposed.first().map(|first| format!(" [{first}]")).unwrap_or_default();
        let Some(line) = self.output.ask(&format!("{what}{first}{}: ", listed.concat()))? else {
            return Ok(None);
        };
        let line = line.trim();
        if let Some(new) = line.strip_prefix('+') {
            return Ok(Some(Given::New(new.trim().to_owned())));
        }
        // A number that is listed means what is listed there; a value that is a number is typed with a point or sign of its own.
        let listed = line.parse::<usize>().ok().and_then(|at| proposed.get(at.checked_sub(1)?));
        Ok(Some(match (line.is_empty(), proposed.first(), listed) {
            (true, Some(first), _) => Given::Words(first.clone()),
            (true, None, _) => Given::Nothing,
            (false, _, Some(listed)) => Given::Words(listed.clone()),
            (false, ..) => Given::Words(line.to_owned()),
        }))
    }
}
