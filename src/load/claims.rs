//! Taking `source`, `[[claim]]` and `[[assessment]]`, and reading every value by its question's type.

use rayon::prelude::*;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::model::Dossier;
use crate::model::claim::{Answer, Assessment, Claim, Denial, Modality, Quote, Says, Stance};
use crate::model::problem::{Problem, ProblemKind};
use crate::model::table::{ClaimId, Id, QuestionId, SourceId};
use crate::text::spot::Spot;
use crate::value::kind::{Context, Kind, Lookup, Reading, Refusal};
use crate::value::raw::{Form, Raw};
use crate::value::shape::kin::Node;
use crate::value::types::Named;

use super::assessments::assessment;
use super::entry::{At, Entry};
use super::files::Part;
use super::names::check_slug;
use super::sources::{read_moment, suggest_years};
use super::{Ids, Parsed, list_of_tables, questions, table};

/// The full names of a file's claims, as far as they can be told before anything is read.
pub(super) fn full_names(file: &Parsed) -> Vec<At<String>> {
    claim_tables(file)
        .filter_map(|(table, spot)| {
            let source = text_of(table, "source").or_else(|| text_of(&file.root, "source"))?;
            Some(At { value: format!("{source}#{}", local_id(table)?), spot })
        })
        .collect()
}

/// The strings in a file's values that may be words of a set; ids among them do no harm.
pub(super) fn set_words(file: &Parsed) -> Vec<At<String>> {
    let mut found = Vec::new();
    let spot = Spot::new(file.file, &(0..0));
    let mut take = |value: &Spanned<DeValue<'_>>| {
        if let DeValue::Array(items) = value.get_ref() {
            for item in items.iter().filter_map(|item| item.get_ref().as_str()) {
                found.push(At { value: item.to_owned(), spot });
            }
        }
    };
    for (table, _) in claim_tables(file) {
        match table.get("value") {
            Some(value) => match value.get_ref() {
                DeValue::Table(inner) => inner.iter().for_each(|(_, value)| take(value)),
                _ => take(value),
            },
            None => continue,
        }
    }
    found
}

fn claim_tables<'t>(file: &'t Parsed<'t>) -> impl Iterator<Item = (&'t DeTable<'t>, Spot)> {
    list_of_tables(&file.root, "claim").iter().filter_map(|item| match item.get_ref() {
        DeValue::Table(table) => Some((table, Spot::new(file.file, &item.span()))),
        _ => None,
    })
}

fn text_of<'t>(table: &'t DeTable<'t>, key: &str) -> Option<&'t str> {
    table.get(key).and_then(|value| value.get_ref().as_str())
}

/// The claim's id: its own, else the question's part after the slash.
fn local_id<'t>(table: &'t DeTable<'t>) -> Option<&'t str> {
    text_of(table, "id").or_else(|| text_of(table, "question")?.split('/').next_back())
}

struct Taken {
    claims: Vec<(String, Claim)>,
    assessments: Vec<Assessment>,
    problems: Vec<Problem>,
    left_out: usize,
}

pub(super) fn take<'t>(
    parsed: &'t [Parsed<'t>],
    ids: &Ids,
    dossier: &mut Dossier,
    problems: &mut Vec<Problem>,
) {
    let taken: Vec<Taken> = {
        let dossier = &*dossier;
        let files: Vec<&Parsed> = parsed.iter().filter(|file| file.part == Part::Claims).collect();
        files.par_iter().map(|file| take_file(file, ids, dossier)).collect()
    };
    let mut claims = Vec::new();
    let mut assessments = Vec::new();
    for file in taken {
        claims.extend(file.claims);
        assessments.extend(file.assessments);
        problems.extend(file.problems);
        dossier.left_out += file.left_out;
    }
    dossier.claims = table(claims);
    relink(dossier, &mut assessments, ids);
    assessments.sort_by_key(|assessment| (assessment.question, assessment.spot));
    dossier.assessments = assessments;
}

/// Claims that take no part have no row: references to them are dropped, the others renumbered.
fn relink(dossier: &mut Dossier, assessments: &mut [Assessment], ids: &Ids) {
    let renumbered: Vec<Option<ClaimId>> =
        ids.claims.in_order().iter().map(|name| dossier.claims.find(name)).collect();
    let relink = |list: &mut Vec<ClaimId>| {
        *list = list.iter().filter_map(|id| renumbered[id.index()]).collect();
    };
    for id in dossier.claims.ids() {
        let claim = &mut dossier.claims[id];
        for list in [&mut claim.corrects, &mut claim.retracts, &mut claim.supersedes, &mut claim.disputes] {
            relink(list);
        }
    }
    for assessment in assessments {
        relink(&mut assessment.claims);
        relink(&mut assessment.preferred);
    }
}

fn take_file<'t>(file: &'t Parsed<'t>, ids: &Ids, dossier: &Dossier) -> Taken {
    let mut taken = Taken { claims: Vec::new(), assessments: Vec::new(), problems: Vec::new(), left_out: 0 };
    let problems = &mut taken.problems;
    let start = Spot::new(file.file, &(0..0));
    let mut root = Entry::new(&file.root, "the file", start, problems);
    root.get("event");
    root.get("group");
    let default = root.text("source").map(|name| {
        let found = ids.sources.resolve::<SourceId>(&name, root.problems());
        (name, found)
    });
    let claims = root.tables("claim");
    let assessments = root.tables("assessment");
    root.finish();
    for (table, spot) in claims {
        if file.broken {
            taken.left_out += 1;
            continue;
        }
        let reader = Reader { ids, dossier, default: default.as_ref() };
        match reader.claim(table, spot, problems) {
            Some((name, claim)) if ids.claims.is_first(&name, spot) => taken.claims.push((name, claim)),
            _ => taken.left_out += 1,
        }
    }
    for (table, spot) in assessments {
        if let Some(assessment) = assessment(table, spot, ids, dossier, problems) {
            taken.assessments.push(assessment);
        }
    }
    taken
}

struct Reader<'a> {
    ids: &'a Ids,
    dossier: &'a Dossier,
    /// The file's own `source`, and what it resolves to.
    default: Option<&'a (At<String>, Option<SourceId>)>,
}

impl Lookup for Reader<'_> {
    fn agent(&self, id: &str) -> Option<Node> {
        self.dossier.agents.find(id).map(|id| self.dossier.agent_node(id))
    }

    fn place(&self, id: &str) -> Option<Node> {
        self.dossier.places.find(id).map(|id| self.dossier.place_node(id))
    }

    fn word(&self, word: &str) -> Option<Node> {
        let first = (self.dossier.agents.len() + self.dossier.places.len()) as u32;
        self.ids.words.find(word).map(|number| Node(first + number))
    }
}

impl Reader<'_> {
    /// The claim with its full name; `None` where it cannot take part.
    fn claim<'t>(
        &self,
        table: &'t DeTable<'t>,
        spot: Spot,
        problems: &mut Vec<Problem>,
    ) -> Option<(String, Claim)> {
        let (ids, dossier) = (self.ids, self.dossier);
        let shown = local_id(table).map_or("claim".to_owned(), |id| format!("claim {id}"));
        let before = problems.len();
        let mut entry = Entry::new(table, shown, spot, problems);
        let (source_name, source) = self.source(&mut entry);
        if let Some(id) = entry.text("id") {
            check_slug(&id.value, id.spot, entry.problems());
        }
        let id = local_id(table);
        let full = id.map(|id| format!("{}#{id}", source_name.unwrap_or_default()));
        let question = entry.required("question");
        let question_id = question.as_ref().and_then(|name| {
            let found = ids.questions.resolve::<QuestionId>(name, entry.problems())?;
            dossier.questions.find(ids.questions.name(found.index())?)
        });
        let stance = entry.one_of("stance").unwrap_or(Stance::Affirms);
        let modality = entry.one_of("modality").unwrap_or(Modality::Stated);
        let value = entry.raw("value");
        let value_spot = value.as_ref().map_or(spot, |value| entry.at(&value.at));
        let quote = quote(&mut entry);
        let said_by = entry.text_or_texts("said-by");
        let via = entry.text_or_texts("via");
        let measure = question_id.is_none_or(|id| dossier.questions[id].kind.is_measure());
        let scope = questions::scope(&mut entry, ids, measure);
        let as_of = match entry.date("as-of") {
            Some(date) if date.value.words == "unknown" => Some(crate::model::claim::AsOf {
                words: date.value.words,
                first: None,
                last: None,
                days: crate::value::shape::runs::Runs::everything(),
            }),
            Some(date) => read_moment(&mut entry, "as-of", date),
            None => None,
        };
        let claim_refs = |entry: &mut Entry, key| {
            let names = entry.texts(key);
            ids.claims.resolve_all(&names, entry.problems())
        };
        let corrects = claim_refs(&mut entry, "corrects");
        let retracts = claim_refs(&mut entry, "retracts");
        let supersedes = claim_refs(&mut entry, "supersedes");
        let disputes = claim_refs(&mut entry, "disputes");
        let credibility = entry.integer("credibility", 1..=6).map(|number| number as u8);
        let translation = entry.text("translation").map(|text| text.value);
        let note = entry.text("note").map(|text| text.value);
        let speakers = ids.agents.resolve_all(&said_by, entry.problems());
        // Without its speaker the claim would be taken for one in the source's own voice.
        let is_attributed = speakers.len() == said_by.len();
        let via = ids.agents.resolve_all(&via, entry.problems());
        let read = question_id.map(|id| {
            let kind = &dossier.questions[id].kind;
            self.value(
                kind,
                value.as_ref(),
                stance,
                question.as_ref().map_or("", |q| &q.value),
                spot,
                &mut entry,
            )
        });
        entry.finish();
        for problem in &mut problems[before..] {
            problem.claim = full.clone();
            problem.question = question.as_ref().map(|name| name.value.clone());
        }
        let (reading, words) = read??;
        let full = full?;
        let answer = match (stance.silence(), reading) {
            (Some(silence), _) => Answer::Silent(silence),
            (None, reading) => {
                let reading = reading?;
                let denial = match stance {
                    Stance::Denies => Some(Denial::Stance),
                    _ => value.as_ref().is_some_and(is_not).then_some(Denial::Value),
                };
                Answer::Says(Says { words, shape: reading.shape, stated: reading.stated, denial })
            }
        };
        let claim = Claim {
            spot,
            source: source.filter(|_| is_attributed)?,
            question: question_id?,
            answer,
            value_spot,
            quote,
            said_by: speakers,
            via,
            modality,
            scope,
            as_of,
            credibility,
            corrects,
            retracts,
            supersedes,
            disputes,
            translation,
            note,
        };
        Some((full, claim))
    }

    /// The name of the claim's source, and the source.
    fn source(&self, entry: &mut Entry) -> (Option<String>, Option<SourceId>) {
        let spot = entry.spot();
        match entry.text("source") {
            Some(name) => {
                let found = self.ids.sources.resolve(&name, entry.problems());
                (Some(name.value), found)
            }
            None => match self.default {
                Some((name, found)) => (Some(name.value.clone()), *found),
                None => {
                    let problem =
                        Problem::new(ProblemKind::ClaimWithoutSource, spot, "this claim has no source");
                    let help = "name one with `source = \"ID\"` at the top of the file, or in the claim";
                    entry.problems().push(problem.label("nobody says this").help(help));
                    (None, None)
                }
            },
        }
    }

    /// The claim's shape (`None` inside where it is silent) and its words; `None` where the value cannot be read.
    fn value(
        &self,
        kind: &Kind,
        value: Option<&Raw>,
        stance: Stance,
        question: &str,
        spot: Spot,
        entry: &mut Entry,
    ) -> Option<(Option<Reading>, String)> {
        match value {
            Some(value) if stance.silence().is_some() => {
                let at = entry.at(&value.at);
                let problem =
                    Problem::new(ProblemKind::UnreadableValue, at, "a value on a claim that says nothing");
                let label = "a source that does not know or declines gives no value";
                entry.problems().push(problem.label(label).help("leave `value` out, or leave `stance` out"));
                Some((None, String::new()))
            }
            None if stance.silence().is_some() => Some((None, String::new())),
            None => match kind.denied_outright().filter(|_| stance == Stance::Denies) {
                Some(shape) => Some((Some(Reading { shape, stated: None }), String::new())),
                None => {
                    let problem = Problem::new(ProblemKind::UnreadableValue, spot, "this claim has no value");
                    let label = format!("`value` is missing here: what does the source say of `{question}`?");
                    let help = "where the source does not know, write `stance = \"unknown\"`; where it declines, \"declines\"";
                    entry.problems().push(problem.label(label).help(help));
                    None
                }
            },
            Some(value) => {
                if let (Kind::Date, Form::Text(words)) = (kind, &value.form) {
                    let at = entry.at(&value.at);
                    suggest_years(entry, words, at);
                }
                let context = Context { quantifiers: &self.dossier.quantifiers, names: self };
                let read = match stance {
                    Stance::Denies => kind.read_denied(value, &context),
                    _ => kind.read(value, &context),
                };
                match read {
                    Ok(reading) => Some((Some(reading), value.words())),
                    Err(refusal) => {
                        self.refuse(refusal, value, kind, entry);
                        None
                    }
                }
            }
        }
    }

    fn refuse(&self, refusal: Refusal, value: &Raw, kind: &Kind, entry: &mut Entry) {
        let said = format!("the value `{}` cannot be read as {}", value.words(), with_article(kind.name()));
        match refusal {
            Refusal::Unreadable(why, at) => {
                let mut problem =
                    Problem::new(ProblemKind::UnreadableValue, entry.at(&at), said).label(why.message);
                problem.help = why.help;
                entry.problems().push(problem);
            }
            Refusal::OutOfOrder(why, at) => {
                let spot = entry.at(&at);
                let said = format!("the value `{}` allows nothing", value.words());
                entry
                    .problems()
                    .push(Problem::new(ProblemKind::UnreadableValue, spot, said).label(why.message.clone()));
                let message = format!("the bounds of `{}` are in the wrong order", value.words());
                entry
                    .problems()
                    .push(Problem::new(ProblemKind::BoundOrder, spot, message).label(why.message));
            }
            Refusal::Unknown { what, id, at } => {
                let known = match what {
                    Named::Agent => &self.ids.agents,
                    Named::Place => &self.ids.places,
                };
                let problem = known.unknown(&id, entry.at(&at));
                entry.problems().push(problem);
            }
        }
    }
}

fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {name}")
}

/// Whether the value is written as a denial of another.
fn is_not(value: &Raw) -> bool {
    matches!(&value.form, Form::Table(entries) if entries.len() == 1 && entries[0].0.name == "not")
}

fn quote(entry: &mut Entry) -> Option<Quote> {
    let quote = entry.text("quote");
    let (prefix, suffix) = (entry.text("prefix"), entry.text("suffix"));
    let locator = entry.text("locator");
    let words = |text: Option<At<String>>| text.map(|text| text.value).filter(|text| !text.is_empty());
    quote.map(|quote| Quote {
        words: quote.value,
        spot: quote.spot,
        prefix: words(prefix),
        suffix: words(suffix),
        locator: words(locator),
    })
}
