//! Which statements that take something back count: those of whoever may take it back, and none that lead round.
//!
//! See semantics.md, section 4, below the table.

use std::collections::{BTreeSet, HashMap, VecDeque};

use super::alignment::Alignment;
use super::origin::{Speaker, is_one};
use super::round::Round;
use super::statements::{Change, Statement, Statements};
use crate::model::Dossier;
use crate::model::claim::Claim;
use crate::model::table::{ClaimId, Id, SourceId};

/// What claims and sources state of each other.
pub(super) fn statements(alignment: &Alignment) -> Statements {
    let dossier = alignment.dossier;
    let all: Vec<Statement<ClaimId>> = stated_by_claims(dossier).collect();
    let all_of_sources: Vec<Statement<SourceId>> = stated_by_sources(dossier).collect();
    let named = named_by_the_desk(dossier);
    let (mut counted, of_others): (Vec<_>, Vec<_>) =
        all.iter().copied().partition(|it| counts(alignment, &named, it));
    let (mut sources, of_other_sources): (Vec<_>, Vec<_>) =
        all_of_sources.iter().copied().partition(|it| source_counts(dossier, it));
    let round = Round::new(alignment, &counted, &sources);
    let rings = round.rings(&counted, &sources);
    counted.retain(|it| !round.is_of_claims(it));
    sources.retain(|it| !round.is_of_sources(it));
    let mut idle_rings = match of_others.is_empty() && of_other_sources.is_empty() {
        true => Vec::new(),
        false => Round::new(alignment, &all, &all_of_sources).rings(&all, &all_of_sources),
    };
    idle_rings.retain(|ring| !rings.contains(ring));
    let pairs = |of: Change| {
        let of = sources.iter().filter(move |it| it.change == of);
        of.map(|it| (it.from, it.to)).collect::<BTreeSet<(SourceId, SourceId)>>()
    };
    let retracted = pairs(Change::Retracts).into_iter().map(|(from, to)| (to, from));
    let mut cut = BTreeSet::new();
    Statements {
        corrected_by: chains(&counted, &[Change::Corrects, Change::Retracts], &mut cut),
        superseded_by: chains(&counted, &[Change::Supersedes], &mut cut),
        cut: Vec::from_iter(cut),
        cut_captures: round.cut,
        sources_corrected: pairs(Change::Corrects),
        sources_retracted: retracted.collect(),
        of_others,
        of_other_sources,
        rings,
        idle_rings,
    }
}

fn stated_by_claims(dossier: &Dossier) -> impl Iterator<Item = Statement<ClaimId>> + '_ {
    let lists = |claim: &Claim| {
        [
            (Change::Corrects, claim.links.corrects.clone()),
            (Change::Retracts, claim.links.retracts.clone()),
            (Change::Supersedes, claim.links.supersedes.clone()),
        ]
    };
    dossier.claims.iter().flat_map(move |(from, claim)| {
        lists(claim)
            .into_iter()
            .flat_map(move |(change, list)| list.into_iter().map(move |to| Statement { from, to, change }))
    })
}

fn stated_by_sources(dossier: &Dossier) -> impl Iterator<Item = Statement<SourceId>> + '_ {
    dossier.sources.iter().flat_map(|(from, source)| {
        let lists = [(Change::Corrects, &source.corrects), (Change::Retracts, &source.retracts)];
        lists
            .into_iter()
            .flat_map(move |(change, list)| list.iter().map(move |to| Statement { from, to: *to, change }))
    })
}

/// By claim: the assessments of its question that name it.
fn named_by_the_desk(dossier: &Dossier) -> HashMap<ClaimId, BTreeSet<usize>> {
    let mut named: HashMap<ClaimId, BTreeSet<usize>> = HashMap::new();
    for (index, it) in dossier.assessments.iter().enumerate() {
        let of_question = |id: &&ClaimId| dossier.claims[**id].question == it.question;
        for id in it.claims.iter().chain(&it.preferred).filter(of_question) {
            named.entry(*id).or_default().insert(index);
        }
    }
    named
}

/// Whether a claim may take another back: it is its publisher's, whoever says it is its origin or its publisher, or the desk
/// names both. What a source says in its own voice is its publisher's, whatever it derives from: who passes a thing on
/// takes nothing back for whom they have it from. Nor does a speaker without a name.
fn counts(
    alignment: &Alignment,
    named: &HashMap<ClaimId, BTreeSet<usize>>,
    stated: &Statement<ClaimId>,
) -> bool {
    let Statement { from, to, .. } = *stated;
    let dossier = alignment.dossier;
    let (source, other) = (dossier.claims[from].source, dossier.claims[to].source);
    let publisher = dossier.sources[other].publisher;
    let (origin, of) = (&alignment.origins[from.index()], &alignment.origins[to.index()]);
    let passes_on = dossier.claims[from].said_by.is_empty() && !origin.leads.is_empty();
    let is_speaker = || {
        let is_publisher = publisher.is_some_and(|agent| origin.speaker == Speaker::Agent(agent));
        is_publisher || origin.established && is_one(origin, of)
    };
    alignment.is_of_one_publisher(source, other)
        || !passes_on && is_speaker()
        || named.get(&from).zip(named.get(&to)).is_some_and(|(a, b)| !a.is_disjoint(b))
}

/// Whether a source may take another back: one of its own publisher's may.
fn source_counts(dossier: &Dossier, stated: &Statement<SourceId>) -> bool {
    let publisher = |id: SourceId| dossier.sources[id].publisher;
    publisher(stated.from).is_some() && publisher(stated.from) == publisher(stated.to)
}

/// What a claim takes back is followed through so many others: those that it names itself, and the nearest behind them. Where
/// there are more, that is told.
pub(crate) const MOST_TAKEN_BACK: usize = 100;

/// For each claim that states such a change: what is reached through such statements. What is not reached is `cut`.
fn chains(
    counted: &[Statement<ClaimId>],
    changes: &[Change],
    cut: &mut BTreeSet<ClaimId>,
) -> HashMap<ClaimId, BTreeSet<ClaimId>> {
    let mut links: HashMap<ClaimId, Vec<ClaimId>> = HashMap::new();
    for it in counted.iter().filter(|it| changes.contains(&it.change)) {
        links.entry(it.from).or_default().push(it.to);
    }
    let mut reached = |start: ClaimId| {
        let mut found: BTreeSet<ClaimId> = links[&start].iter().copied().collect();
        let mut open: VecDeque<ClaimId> = found.iter().copied().collect();
        while let Some(next) = open.pop_front() {
            for id in links.get(&next).into_iter().flatten().copied() {
                if found.len() >= MOST_TAKEN_BACK && !found.contains(&id) {
                    cut.insert(start);
                    return found;
                }
                if found.insert(id) {
                    open.push_back(id);
                }
            }
        }
        found
    };
    links.keys().map(|start| (*start, reached(*start))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    #[test]
    fn a_hundred_claims_are_taken_back_through_chains_and_more_are_told() {
        // Each corrects the next; the last but two corrects the last as well, which is found already when the next comes to it.
        for (others, is_cut) in [(2, false), (MOST_TAKEN_BACK, false), (MOST_TAKEN_BACK + 1, true)] {
            let claim = |n: usize| {
                let named = match others - n {
                    0 => String::new(),
                    2 => format!("\"s#c{}\", \"s#c{}\"", n + 1, n + 2),
                    _ => format!("\"s#c{}\"", n + 1),
                };
                format!(
                    "[[claim]]\nid = \"c{n}\"\nsource = \"s\"\nquestion = \"e/q\"\nvalue = {n}\nquote = \"x\"\n\
                     corrects = [{named}]\n"
                )
            };
            let source = "[source.s]\ntitle = \"T\"\npublisher = \"p\"\n[agent.p]\nname = \"P\"\n";
            let asked = "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n";
            let claims = asked.to_owned() + &(0..=others).map(claim).collect::<String>();
            let dossier = from_texts(&[("sources/s.toml", source), ("claims/c.toml", &claims)]);
            let alignment = Alignment::without_texts(&dossier);
            let first = dossier.claims.find("s#c0").expect("it is there");
            let found = &alignment.statements;
            assert_eq!(found.corrected_by(first).len(), others.min(MOST_TAKEN_BACK));
            assert_eq!(found.cut.contains(&first), is_cut, "{others}");
        }
    }
}
