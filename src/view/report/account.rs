//! Who says what on a question, for whoever has a minute: by speaker, then by moment, then by value.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::statement::{Modality, Statement};
use crate::model::question::OverTime;
use crate::view::name::{ClaimName, Who};

/// What one speaker says, wherever it stands.
pub(crate) struct Account<'a> {
    /// The first claim: who speaks is the same in all.
    pub(crate) first: &'a Statement,
    /// What is said, the earliest first: in one moment where the answer does not change over time.
    pub(crate) moments: Vec<Moment<'a>>,
}

/// What a speaker says as of one day.
pub(crate) struct Moment<'a> {
    /// The claims, those of one value together, in the order in which they come.
    pub(crate) sayings: Vec<Saying<'a>>,
}

/// Claims of one value.
pub(crate) struct Saying<'a> {
    /// All of them; there is at least one.
    pub(crate) claims: Vec<&'a Statement>,
}

/// The accounts of some claims, those in most sources first; a claim that is given twice is told once.
pub(crate) fn accounts<'a>(
    claims: impl IntoIterator<Item = &'a Statement>,
    over_time: OverTime,
) -> Vec<Account<'a>> {
    let mut seen: BTreeSet<&ClaimName> = BTreeSet::new();
    let mut by_speaker: BTreeMap<&Who, Vec<&Statement>> = BTreeMap::new();
    for claim in claims.into_iter().filter(|claim| seen.insert(&claim.claim)) {
        by_speaker.entry(&claim.who).or_default().push(claim);
    }
    let mut accounts: Vec<Account> = by_speaker.into_values().map(|all| account(all, over_time)).collect();
    accounts.sort_by_key(|account| (Reverse(account.sources().len()), &account.first.who));
    accounts
}

fn account(mut claims: Vec<&Statement>, over_time: OverTime) -> Account<'_> {
    let first = claims[0];
    let moment = |claim: &Statement| if over_time == OverTime::Fixed { None } else { claim.since };
    claims.sort_by_key(|claim| moment(claim));
    let moments = claims.chunk_by(|a, b| moment(a) == moment(b));
    Account { first, moments: moments.map(|claims| Moment { sayings: sayings(claims) }).collect() }
}

fn sayings<'a>(claims: &[&'a Statement]) -> Vec<Saying<'a>> {
    let mut sayings: Vec<Saying> = Vec::new();
    let mut places: BTreeMap<(&str, Modality), usize> = BTreeMap::new();
    for claim in claims {
        let place = *places.entry((&claim.plain, claim.modality)).or_insert(sayings.len());
        match sayings.get_mut(place) {
            Some(saying) => saying.claims.push(claim),
            None => sayings.push(Saying { claims: vec![claim] }),
        }
    }
    sayings
}

impl<'a> Account<'a> {
    /// All its claims.
    pub(crate) fn claims(&self) -> impl Iterator<Item = &'a Statement> {
        self.moments
            .iter()
            .flat_map(|moment| &moment.sayings)
            .flat_map(|saying| saying.claims.iter().copied())
    }

    /// The ids of the sources that it stands in, each once.
    pub(crate) fn sources(&self) -> BTreeSet<&'a str> {
        self.claims().map(|claim| claim.source.as_str()).collect()
    }
}

/// Some of the accounts, at most so many, in their order: each answer is there as long as there is room, the least and the
/// greatest of figures and dates before all others; then those in most sources.
pub(crate) fn foremost<'a, 'b>(accounts: &'b [Account<'a>], most: usize) -> Vec<&'b Account<'a>> {
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let least = |account: &Account| account.claims().filter_map(Statement::ends).map(|(low, _)| low).min();
    let greatest =
        |account: &Account| account.claims().filter_map(Statement::ends).map(|(_, high)| high).max();
    let each = || accounts.iter().enumerate();
    let lowest = each().filter_map(|(at, it)| Some((least(it)?, at))).min();
    let highest = each().filter_map(|(at, it)| Some((greatest(it)?, Reverse(at)))).max();
    taken.extend(lowest.map(|(_, at)| at).into_iter().chain(highest.map(|(_, at)| at.0)));
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (at, account) in each() {
        let says_more = account.claims().any(|claim| !told.contains(claim.plain.as_str()));
        if taken.contains(&at) || says_more && taken.len() < most {
            taken.insert(at);
            told.extend(account.claims().map(|claim| claim.plain.as_str()));
        }
    }
    for (at, _) in each() {
        if taken.len() >= most {
            break;
        }
        taken.insert(at);
    }
    taken.into_iter().map(|at| &accounts[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::tests::aligned;
    use crate::judge::{Court, judge};
    use crate::load::from_texts;
    use crate::view::report::Report;

    /// The report on a toll: each claim is a speaker, a value and the day that it holds for.
    fn report(over_time: &str, claims: &[(&str, &str, &str)]) -> Report {
        let mut sources = String::new();
        let mut texts = format!(
            "[event.fire]\ntitle = \"Fire\"\n[event.fire.question.killed]\nask = \"How many?\"\ntype = \"count\"\nover-time = \"{over_time}\"\n"
        );
        for speaker in ["ministry", "mayor", "navy"] {
            sources += &format!("[agent.{speaker}]\nname = \"the {speaker}\"\n");
        }
        for (number, (speaker, value, day)) in claims.iter().enumerate() {
            sources += &format!(
                "[source.s{number}]\ntitle = \"S{number}\"\npublisher = \"unknown\"\npublished = \"2024-03-09\"\n"
            );
            texts += &format!(
                "[[claim]]\nsource = \"s{number}\"\nquestion = \"fire/killed\"\nvalue = \"{value}\"\nquote = \"{value}\"\nsaid-by = \"{speaker}\"\nas-of = \"{day}\"\n"
            );
        }
        let files = [
            ("gainsay.toml", "[dossier]\ntitle = \"D\"\n"),
            ("sources/a.toml", sources.as_str()),
            ("claims/a.toml", texts.as_str()),
        ];
        let dossier = from_texts(&files);
        let alignment = aligned(&dossier);
        let court = Court::new(&alignment, 0);
        Report::new(&court, &judge(&court))
    }

    fn told(report: &Report, most: usize) -> Vec<String> {
        let asked = &report.questions[0];
        let all = accounts(asked.claims.iter().map(|claim| &claim.said), asked.over_time);
        let tell = |account: &&Account| {
            let say = |moment: &Moment| {
                let words = moment.sayings.iter().map(|it| it.claims[0].plain.as_str());
                words.collect::<Vec<_>>().join(", ")
            };
            let moments: Vec<String> = account.moments.iter().map(say).collect();
            format!("{}: {}", account.first.speaker, moments.join("; later "))
        };
        foremost(&all, most).iter().map(tell).collect()
    }

    #[test]
    fn what_one_speaker_says_is_told_in_the_order_of_the_moments_and_each_value_once() {
        let claims = [
            ("ministry", "471", "2024-03-02"),
            ("ministry", "500", "2024-03-01"),
            ("mayor", "40", "2024-03-01"),
            ("ministry", "500", "2024-03-01"),
            ("ministry", "nearly 500", "2024-03-01"),
        ];
        assert_eq!(
            told(&report("grows", &claims), 8),
            ["the ministry: 500, nearly 500; later 471", "the mayor: 40"]
        );
        assert_eq!(
            told(&report("fixed", &claims), 8),
            ["the ministry: 471, 500, nearly 500", "the mayor: 40"],
            "what does not change has one moment"
        );
    }

    #[test]
    fn the_least_and_the_greatest_are_told_before_those_that_more_sources_have() {
        let claims = [
            ("ministry", "500", "2024-03-01"),
            ("ministry", "500", "2024-03-01"),
            ("mayor", "40", "2024-03-01"),
            ("navy", "900", "2024-03-01"),
        ];
        assert_eq!(told(&report("grows", &claims), 2), ["the mayor: 40", "the navy: 900"]);
        assert_eq!(
            told(&report("grows", &claims), 3),
            ["the ministry: 500", "the mayor: 40", "the navy: 900"]
        );
    }
}
