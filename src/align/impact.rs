//! What falls if a source, or all that goes through an agent, is retracted. Pure arithmetic of origins; nothing is judged.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::alignment::Alignment;
use super::independence;
use super::independence::{Origins, Ties};
use super::moment::When;
use super::origin::Speaker;
use super::steps::Steps;
use super::withdrawn::{goes_back_to, says_again};
use crate::model::claim::Scope;
use crate::model::table::{AgentId, ClaimId, Id, QuestionId, SourceId};
use crate::value::shape::Shape;
use crate::vocabulary::vocabulary;

/// What is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    Source(SourceId),
    Agent(AgentId),
}

vocabulary! {
    /// Why a claim falls.
    pub enum Because {
        /// It stands in the source, or in one that the agent published.
        StandsThere = "stands in it",
        /// The agent says it.
        Said = "is said by it",
        /// It came through the agent.
        PassedOn = "comes through it",
        /// All that it rests on falls.
        RestsOnThose = "rests on what falls",
        /// It says again what falls, of one origin, and had it from there.
        Repeats = "repeats what falls",
    }
}

/// So many pairs of claims of one origin are looked at, of which one may say the other again.
const MOST_HELD: usize = 1_000_000;

/// The claims that fall, each with why.
pub(crate) struct Fallen {
    pub(crate) claims: BTreeMap<ClaimId, Because>,
    /// Whether more may, which were not looked at.
    pub(crate) is_cut: bool,
}

/// The claims that fall with what is taken out.
pub(crate) fn fallen(alignment: &Alignment, taken: Taken) -> Fallen {
    fallen_within(alignment, taken, MOST_HELD)
}

/// As [`fallen`], where so many pairs are looked at.
fn fallen_within(alignment: &Alignment, taken: Taken, room: usize) -> Fallen {
    let (resting, mut left) = resting(alignment);
    let mut fallen = taken_out(alignment, taken);
    let mut alike = Alike::new(alignment, &fallen, room);
    let mut fresh: Vec<ClaimId> = fallen.keys().copied().collect();
    while !fresh.is_empty() {
        let mut open = fresh.clone();
        while let Some(next) = open.pop() {
            for id in resting.get(&next).into_iter().flatten() {
                left[id.index()] -= 1;
                if left[id.index()] == 0 && !fallen.contains_key(id) {
                    fallen.insert(*id, Because::RestsOnThose);
                    open.push(*id);
                    fresh.push(*id);
                }
            }
        }
        // What only says again what falls is told so where it does not rest on it.
        let mut repeating = Vec::new();
        for of in fresh {
            for id in alike.repeating(of) {
                if let Entry::Vacant(vacant) = fallen.entry(id) {
                    vacant.insert(Because::Repeats);
                    repeating.push(id);
                }
            }
        }
        fresh = repeating;
    }
    Fallen { claims: fallen, is_cut: alike.steps.is_short() }
}

/// What rests on each claim, and on how many each rests: it falls with the last of them.
fn resting(alignment: &Alignment) -> (HashMap<ClaimId, Vec<ClaimId>>, Vec<usize>) {
    let claims = &alignment.dossier.claims;
    let mut resting: HashMap<ClaimId, Vec<ClaimId>> = HashMap::new();
    let mut left: Vec<usize> = vec![0; claims.len()];
    for id in claims.ids() {
        let origin = &alignment.origins[id.index()];
        let mut on: Vec<ClaimId> = origin.leads.iter().chain(&origin.tied).copied().collect();
        on.sort_unstable();
        on.dedup();
        left[id.index()] = on.len();
        on.into_iter().for_each(|lead| resting.entry(lead).or_default().push(id));
    }
    (resting, left)
}

/// The claims of each origin on a question that have not fallen yet, by whether they say again what falls.
struct Alike<'a> {
    alignment: &'a Alignment<'a>,
    claims: HashMap<(QuestionId, Speaker), Vec<ClaimId>>,
    /// What was said in an origin's own voice, and asked for: it is the same whichever claim says it.
    asked: HashSet<Said<'a>>,
    /// One for each pair that is looked at.
    steps: Steps,
}

/// What an origin says of a question, of what and when.
type Said<'a> = (QuestionId, Speaker, Option<&'a Shape>, &'a Scope, &'a When);

impl<'a> Alike<'a> {
    fn new(alignment: &'a Alignment<'a>, fallen: &BTreeMap<ClaimId, Because>, room: usize) -> Self {
        let mut alike =
            Alike { alignment, claims: HashMap::new(), asked: HashSet::new(), steps: Steps::new(room) };
        for id in alignment.dossier.claims.ids().filter(|id| !fallen.contains_key(id)) {
            alike.claims.entry(alike.whose(id)).or_default().push(id);
        }
        alike
    }

    fn whose(&self, id: ClaimId) -> (QuestionId, Speaker) {
        (self.alignment.dossier.claims[id].question, self.alignment.origins[id.index()].speaker)
    }

    /// The claims that say again what a claim says and had it from there, each asked for once.
    // Growth: up to `MOST_HELD` pairs.
    fn repeating(&mut self, of: ClaimId) -> Vec<ClaimId> {
        let alignment = self.alignment;
        let whose = self.whose(of);
        let Some(claims) = self.claims.get_mut(&whose) else { return Vec::new() };
        let claim = &alignment.dossier.claims[of];
        let publisher = alignment.dossier.sources[claim.source].publisher;
        if self.steps.is_short() {
            return Vec::new();
        }
        if publisher.is_some_and(|agent| whose.1 == Speaker::Agent(agent)) {
            let basics = &alignment.basics[of.index()];
            if !self.asked.insert((whose.0, whose.1, claim.shape(), &basics.scope, &basics.when)) {
                return Vec::new();
            }
        }
        let steps = &self.steps;
        let is_again = |id: &mut ClaimId| {
            steps.take(1) && says_again(alignment, *id, of) && goes_back_to(alignment, *id, of)
        };
        claims.extract_if(.., is_again).collect()
    }
}

/// The claims that stand in what is taken out, or came through it.
fn taken_out(alignment: &Alignment, taken: Taken) -> BTreeMap<ClaimId, Because> {
    let dossier = alignment.dossier;
    let mut fallen: BTreeMap<ClaimId, Because> = BTreeMap::new();
    for (id, claim) in dossier.claims.iter() {
        let because = match taken {
            Taken::Source(source) => (claim.source == source).then_some(Because::StandsThere),
            Taken::Agent(agent) if dossier.sources[claim.source].publisher == Some(agent) => {
                Some(Because::StandsThere)
            }
            Taken::Agent(agent) if claim.said_by.last() == Some(&agent) => Some(Because::Said),
            Taken::Agent(agent) if claim.said_by.contains(&agent) || claim.beside.via.contains(&agent) => {
                Some(Because::PassedOn)
            }
            Taken::Agent(_) => None,
        };
        fallen.extend(because.map(|because| (id, because)));
    }
    fallen
}

/// The origins of those of some claims that do not fall.
pub(crate) fn left_over(
    alignment: &Alignment,
    ties: &Ties,
    claims: &[ClaimId],
    fallen: &BTreeMap<ClaimId, Because>,
) -> Origins {
    let standing: Vec<ClaimId> = claims.iter().copied().filter(|id| !fallen.contains_key(id)).collect();
    independence::count(alignment, ties, &standing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::looked::Looked;
    use crate::load::from_texts;

    const DOSSIER: [(&str, &str); 2] = [
        (
            "sources/a.toml",
            r#"
            [source]
            wire = { title = "W", publisher = "agency", published = "2024-03-01" }
            radio = { title = "R", publisher = "station", published = "2024-03-01" }
            herald = { title = "H", publisher = "herald", published = "2024-03-02", derived-from = [{ source = "wire" }, { source = "radio" }] }
            courier = { title = "C", publisher = "courier", published = "2024-03-02", derived-from = [{ source = "wire" }] }
            gazette = { title = "G", publisher = "gazette", published = "2024-03-03", derived-from = [{ source = "courier" }] }
            [agent]
            agency = { name = "Agency" }
            station = { name = "Station" }
            herald = { name = "Herald" }
            courier = { name = "Courier" }
            gazette = { name = "Gazette" }
            mayor = { name = "Mayor" }
            "#,
        ),
        (
            "claims/a.toml",
            r#"
            [event.fire]
            title = "Fire"
            [event.fire.question.killed]
            ask = "How many?"
            type = "count"
            [[claim]]
            source = "wire"
            question = "fire/killed"
            value = 3
            said-by = "mayor"
            [[claim]]
            source = "radio"
            question = "fire/killed"
            value = 3
            [[claim]]
            source = "herald"
            question = "fire/killed"
            value = 3
            [[claim]]
            source = "courier"
            question = "fire/killed"
            value = 3
            [[claim]]
            source = "gazette"
            question = "fire/killed"
            value = 3
            "#,
        ),
    ];

    fn names(taken: impl Fn(&crate::model::Dossier) -> Taken) -> Vec<(String, Because)> {
        let dossier = from_texts(&DOSSIER);
        let alignment = Alignment::new(&dossier, Looked::nothing(&dossier));
        let fallen = fallen(&alignment, taken(&dossier)).claims;
        fallen
            .into_iter()
            .map(|(id, because)| (dossier.sources.name(dossier.claims[id].source).to_owned(), because))
            .collect()
    }

    #[test]
    fn what_rests_on_one_source_alone_falls_with_it_through_chains() {
        let fallen = names(|dossier| Taken::Source(dossier.sources.find("wire").expect("it is there")));
        let expected = [
            ("courier", Because::RestsOnThose),
            ("gazette", Because::RestsOnThose),
            ("wire", Because::StandsThere),
        ];
        assert_eq!(
            fallen,
            expected.map(|(name, because)| (name.to_owned(), because)),
            "the herald has the radio still"
        );
    }

    #[test]
    fn a_speaker_without_a_name_is_carried_on_and_falls_with_the_story() {
        let claims = "[event.fire]\ntitle = \"F\"\n[event.fire.question.cause]\nask = \"?\"\ntype = \"agent\"\n\
             [[claim]]\nsource = \"wire\"\nquestion = \"fire/cause\"\nvalue = \"mayor\"\nsaid-by = \"official\"\n\
             [[claim]]\nsource = \"courier\"\nquestion = \"fire/cause\"\nvalue = \"mayor\"\nsaid-by = \"official\"\n\
             [[claim]]\nsource = \"radio\"\nquestion = \"fire/cause\"\nvalue = \"mayor\"\nsaid-by = \"official\"\nvia = [\"agency\"]\n\
             [[claim]]\nsource = \"gazette\"\nquestion = \"fire/cause\"\nvalue = \"mayor\"\nsaid-by = \"mayor\"\n";
        let official = "[agent.official]\nname = \"an official\"\nnamed = false\n";
        let files = [DOSSIER[0], ("sources/b.toml", official), ("claims/a.toml", claims)];
        let dossier = from_texts(&files);
        let alignment = Alignment::new(&dossier, Looked::nothing(&dossier));
        let taken = Taken::Source(dossier.sources.find("wire").expect("it is there"));
        let fallen = fallen(&alignment, taken);
        let names: Vec<&str> =
            fallen.claims.keys().map(|id| dossier.sources.name(dossier.claims[*id].source)).collect();
        assert_eq!(names, ["courier", "radio", "wire"], "the gazette has it from the mayor");
    }

    #[test]
    fn what_repeats_in_one_voice_falls_as_far_as_it_is_looked_at() {
        let source = |id: &str| {
            format!("[source.{id}]\ntitle = \"T\"\npublisher = \"agency\"\npublished = \"2024-03-01\"\n")
        };
        let claim =
            |id: &str| format!("[[claim]]\nsource = \"{id}\"\nquestion = \"fire/killed\"\nvalue = 3\n");
        let ids = ["first", "later", "third"];
        let sources = ids.map(source).concat() + "[agent.agency]\nname = \"Agency\"\n";
        let asked =
            "[event.fire]\ntitle = \"F\"\n[event.fire.question.killed]\nask = \"?\"\ntype = \"count\"\n";
        let claims = asked.to_owned() + &ids.map(claim).concat();
        let dossier = from_texts(&[("sources/a.toml", &sources), ("claims/a.toml", &claims)]);
        let alignment = Alignment::new(&dossier, Looked::nothing(&dossier));
        let taken = Taken::Source(dossier.sources.find("first").expect("it is there"));
        // Two pairs: what the others say is what was asked for of the first.
        for (room, told, is_cut) in [(1, &ids[..2], true), (2, &ids[..], false)] {
            let fallen = fallen_within(&alignment, taken, room);
            let names = fallen.claims.keys().map(|id| dossier.sources.name(dossier.claims[*id].source));
            assert_eq!((names.collect::<Vec<_>>(), fallen.is_cut), (told.to_vec(), is_cut), "{room}");
            assert_eq!(fallen.claims.values().last(), Some(&Because::Repeats));
        }
    }

    #[test]
    fn an_agent_falls_with_what_it_says() {
        let fallen = names(|dossier| Taken::Agent(dossier.agents.find("mayor").expect("it is there")));
        assert_eq!(fallen.len(), 3);
        assert_eq!(fallen[2], ("wire".to_owned(), Because::Said));
    }

    #[test]
    fn an_agent_falls_with_what_it_published_said_or_passed_on() {
        let claims = "[event.fire]\ntitle = \"F\"\n[event.fire.question.cause]\nask = \"?\"\ntype = \"count\"\n\
             [[claim]]\nsource = \"wire\"\nquestion = \"fire/cause\"\nvalue = 3\n\
             [[claim]]\nsource = \"radio\"\nquestion = \"fire/cause\"\nvalue = 3\nsaid-by = [\"agency\", \"mayor\"]\n\
             [[claim]]\nsource = \"herald\"\nquestion = \"fire/cause\"\nvalue = 3\nsaid-by = \"gazette\"\nvia = [\"agency\"]\n\
             [[claim]]\nsource = \"courier\"\nquestion = \"fire/cause\"\nvalue = 3\nsaid-by = \"agency\"\n\
             [[claim]]\nsource = \"gazette\"\nquestion = \"fire/cause\"\nvalue = 4\nsaid-by = \"station\"\n";
        let dossier = from_texts(&[DOSSIER[0], ("claims/a.toml", claims)]);
        let alignment = Alignment::new(&dossier, Looked::nothing(&dossier));
        let fallen =
            fallen(&alignment, Taken::Agent(dossier.agents.find("agency").expect("it is there"))).claims;
        let told: Vec<(&str, Because)> = fallen
            .into_iter()
            .map(|(id, because)| (dossier.sources.name(dossier.claims[id].source), because))
            .collect();
        let expected = [
            ("courier", Because::Said),
            ("herald", Because::PassedOn),
            ("radio", Because::PassedOn),
            ("wire", Because::StandsThere),
        ];
        assert_eq!(told, expected);
    }
}
