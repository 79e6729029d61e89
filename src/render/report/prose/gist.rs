//! A question in dispute in the fewest words that still name who gives which answer: for screens that hold no sentence of each.

use super::grammar;
use super::grammar::{Naming, Subject, figure};
use super::sentence::Heard;
use crate::view::report::account::{self, Account, accounts, foremost};
use crate::view::report::asked::AskedQuestion;
use crate::view::report::disagreement::Disagreement;
use crate::view::report::statement::Statement;
use crate::view::vocabularies::OverTime;

/// At most so many answers or accounts are given, and so many speakers of one answer named.
const MOST: usize = 8;
const MOST_NAMED: usize = 4;

/// Who gives which answer.
pub(in crate::render) struct Gist {
    pub(in crate::render) parts: Vec<GistPart>,
    /// How many more answers, or speakers, there are.
    pub(in crate::render) more: usize,
}

/// An answer and who gives it; of what changes over time a speaker and what it says.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render) struct GistPart {
    /// Who speaks, where that stands first.
    pub(in crate::render) of: String,
    /// What is said.
    pub(in crate::render) answer: String,
    /// Who says it, where that stands behind.
    pub(in crate::render) by: String,
}

impl Gist {
    pub(in crate::render) fn new(asked: &AskedQuestion, disputes: &[&Disagreement]) -> Self {
        let heard = match Heard::new(asked, disputes) {
            Ok(heard) => heard,
            Err(why) => {
                let part = GistPart { of: why, answer: String::new(), by: String::new() };
                return Gist { parts: vec![part], more: 0 };
            }
        };
        let (mut parts, more) = match asked.over_time {
            OverTime::Fixed => by_answer(&heard),
            OverTime::Grows | OverTime::Varies => by_account(&heard, asked.over_time),
        };
        for (own, claims) in heard.given() {
            let of: Vec<String> =
                claims.iter().map(|claim| Subject::of(claim).briefly(MOST_NAMED, heard.naming)).collect();
            let by = format!("{}, as told by {}", of.join(", "), Subject::of(own).briefly(1, Naming::Titled));
            parts.push(GistPart { of: String::new(), answer: answer(claims[0]), by });
        }
        Gist { parts, more }
    }
}

/// `Jordan: IranWire, Joe Biden, 2 articles`, the answer of most speakers first.
fn by_answer(heard: &Heard<'_>) -> (Vec<GistPart>, usize) {
    let answers = grammar::by_answer(&heard.told, answer);
    let more = answers.len().saturating_sub(MOST);
    let part = |(answer, subject): (String, Subject)| GistPart {
        of: String::new(),
        answer,
        by: subject.briefly(MOST_NAMED, heard.naming),
    };
    (answers.into_iter().take(MOST).map(part).collect(), more)
}

/// `the Gaza Health Ministry: at least 500, later 471`.
fn by_account(heard: &Heard<'_>, over_time: OverTime) -> (Vec<GistPart>, usize) {
    let all = accounts(heard.told.iter().copied(), over_time);
    let told = foremost(&all, MOST);
    let more = all.len() - told.len();
    let part = |account: &Account<'_>| {
        let moment = |sayings: &[account::Saying<'_>]| {
            sayings.iter().map(|saying| answer(saying.claims[0])).collect::<Vec<_>>().join(", ")
        };
        let moments: Vec<String> = account.moments.iter().map(|it| moment(&it.sayings)).collect();
        GistPart {
            of: Subject::of(account.first).briefly(MOST_NAMED, heard.naming),
            answer: moments.join(", later "),
            by: String::new(),
        }
    };
    (told.into_iter().map(part).collect(), more)
}

/// `100 to 300 (estimated)`.
fn answer(claim: &Statement) -> String {
    format!("{}{}", figure(claim, &claim.plain), claim.aside())
}
