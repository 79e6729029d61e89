//! Reading a draft: its statements with whom they are given to and what they are held against.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::clauses::{Parts, Reached, overlap};
use super::marks::{Named, hangs_on, named};
use super::misspelt::misspelt;
use super::proposed::{About, Asked, Proposer, answers, events_of};
use super::statement::{
    Binding, Draft, LinkedSentence, Misspelt, Quotation, Statement, StatementKind, Target,
};
use crate::capture::Manuscript;
use crate::model::Dossier;
use crate::model::table::{EventId, QuestionId, SourceId};
use crate::spot::{Attribution, Mention, SpotKind, Spotted, Spotter, attribution};
use crate::value::types::Type;

/// What is counted of the record itself and is no answer to a question: how many articles say so.
const APPARATUS: &str = "source sources article articles account accounts claim claims origin origins independent report reports outlet \
    outlets answer answers question questions newspaper newspapers paragraph paragraphs page pages footnote footnotes";

/// What takes words back: what a clause with it says is not what its speaker says.
const DENYING: &str =
    "denied denies deny denying rejected rejects dismissed dismisses disputed disputes refuted refutes";

/// What a draft says, read as a source of a dossier that knows it.
pub(crate) fn read(dossier: &Dossier, source: SourceId, path: &str, manuscript: &Manuscript<'_>) -> Draft {
    let spotter = Spotter::new(dossier, &[]);
    let (spotted, mentions) = spotter.every(source, &manuscript.words);
    let words = spotted.text;
    let mut parts = Parts::new(dossier, &words);
    let misspelt = misspelt(dossier, &parts, &mentions);
    let named_so = |it: &Misspelt| Mention { at: it.at.clone(), nodes: vec![it.node] };
    parts.beside.language = dossier.language_of(source).map(str::to_owned);
    parts.beside.misspelt = misspelt.iter().map(named_so).collect();
    let (marks, unknown) = named(dossier, &parts, &manuscript.marks);
    let reader = Reader {
        dossier,
        spotter: &spotter,
        parts: &parts,
        marks: &marks,
        mentions: &mentions,
        contexts: vec![OnceCell::new(); parts.paragraphs.len()],
    };
    let statements = reader.statements(source, spotted.found);
    let quotations = reader.quotations();
    let of_statements = statements.iter().map(|it| &it.sentence);
    let held = of_statements.chain(quotations.iter().map(|it| &it.sentence));
    let linked =
        reader.linked(&held.chain(misspelt.iter().map(|it| &it.sentence)).map(|it| it.start).collect());
    Draft { path: path.to_owned(), source, statements, quotations, misspelt, unknown, linked, words }
}

struct Reader<'r> {
    dossier: &'r Dossier,
    spotter: &'r Spotter<'r>,
    parts: &'r Parts<'r>,
    marks: &'r [Named],
    mentions: &'r [Mention],
    /// By paragraph.
    contexts: Vec<OnceCell<Arc<str>>>,
}

impl Reader<'_> {
    fn statements(&self, source: SourceId, found: Vec<Spotted>) -> Vec<Statement> {
        let kept = found.into_iter().filter(|it| self.is_stated(it));
        let proposer = Proposer::new(self.dossier, self.spotter, source);
        let mut statements: Vec<(Spotted, Statement)> = kept
            .map(|spotted| {
                let statement = self.statement(&spotted);
                (spotted, statement)
            })
            .collect();
        self.bind(&mut statements);
        self.propose(&proposer, &mut statements);
        for (spotted, statement) in &mut statements {
            statement.is_known = proposer.knows(spotted);
        }
        let mut statements: Vec<Statement> = statements.into_iter().map(|(_, it)| it).collect();
        statements.extend(self.unread(&statements));
        // A name that answers nothing is no statement.
        statements.retain(|it| {
            let is_name = matches!(it.kind, StatementKind::Spotted(SpotKind::Place | SpotKind::Agent));
            !is_name || it.question().is_some()
        });
        statements.sort_by_key(|it| (it.at.start, it.at.end));
        statements
    }

    /// Whether a passage is said by the draft, and is no count of sources.
    fn is_stated(&self, spotted: &Spotted) -> bool {
        let is_apparatus = spotted.kind == SpotKind::Figure
            && spotted.noun.as_ref().is_some_and(|noun| {
                let small = noun.to_lowercase();
                small.split_whitespace().any(|word| APPARATUS.split_whitespace().any(|it| it == word))
            });
        let sentence = &self.parts.text[spotted.sentence.clone()];
        let is_asked = sentence.ends_with('?');
        !is_apparatus
            && !is_asked
            && !self.parts.is_anothers(&spotted.at)
            && !self.is_in_passing(spotted)
            && !self.is_the_desks(sentence)
            && !self.dossier.events.iter().any(|(_, event)| event.title == sentence)
    }

    /// Whether a passage belongs to words around it that say something else: the day of a source before its words, what is usually
    /// meant by a date, a number that is denied something, the number in a name.
    fn is_in_passing(&self, spotted: &Spotted) -> bool {
        let text = self.parts.text;
        let clause = self.parts.clause(&spotted.sentence, spotted.at.start);
        let before = text[clause.start.min(spotted.at.start)..spotted.at.start].trim_end();
        let behind = text[spotted.at.end..clause.end.max(spotted.at.end)].trim_start();
        let is_named = || {
            let within = |it: &&Mention| it.at.start <= spotted.at.start && spotted.at.end <= it.at.end;
            self.mentions.iter().any(|it| within(&it))
        };
        match spotted.kind {
            SpotKind::Date => self.parts.is_lead(&clause, &spotted.at) || before.ends_with("usually"),
            SpotKind::Figure => before.ends_with("usually") || behind.starts_with("not ") || is_named(),
            _ => false,
        }
    }

    /// Whether a sentence, or what a colon in it leads to, is one of the desk's own, which it stands for elsewhere.
    fn is_the_desks(&self, sentence: &str) -> bool {
        let mut rationales = self.dossier.assessments.iter().map(|it| &it.rationale);
        let behind = sentence.split_once(": ").map_or(sentence, |(_, behind)| behind);
        let holds = |words: &str| words.split_whitespace().count() > 3;
        rationales.any(|it| [sentence, behind].iter().any(|words| holds(words) && it.contains(words)))
    }

    fn statement(&self, spotted: &Spotted) -> Statement {
        let clause = self.parts.clause(&spotted.sentence, spotted.at.start);
        let given = self.given(&clause, &spotted.at);
        let denies = |word: &str| DENYING.split_whitespace().any(|it| it == word);
        let is_denied = self.parts.text[clause].split(|c: char| !c.is_alphanumeric()).any(denies);
        Statement {
            kind: StatementKind::Spotted(spotted.kind),
            at: spotted.at.clone(),
            quote: spotted.quote.clone(),
            sentence: spotted.sentence.clone(),
            value: spotted.value.clone().filter(|_| !is_denied),
            assumed: spotted.assumed,
            noun: spotted.noun.clone(),
            context: self.context(spotted.at.start),
            is_known: true,
            attribution: given,
            sources: BTreeSet::new(),
            binding: Binding::Open(Vec::new()),
            claims: Vec::new(),
        }
    }

    /// To whom words of a clause are given.
    fn given(&self, clause: &Range<usize>, at: &Range<usize>) -> Attribution {
        let start = at.start.max(clause.start);
        let own = start..at.end.min(clause.end).max(start);
        let names = self.spotter.name_index();
        attribution(self.dossier, names, &self.parts.beside, (self.parts.text, clause), &own)
    }

    /// Binds what marks hang on: of all that a mark reaches, for each question that it names, what fits it and stands nearest.
    fn bind(&self, statements: &mut [(Spotted, Statement)]) {
        let places = Reached::new(statements.iter().map(|(_, it)| &it.at));
        for mark in self.marks {
            let mut near = places.near(&mark.reach);
            near.retain(|number| hangs_on(mark, &statements[*number].1.at));
            for question in &mark.questions {
                let kind = self.dossier.questions[*question].kind.of();
                let all = near.iter().map(|number| (*number, &statements[*number].1));
                let reached = all.filter(|(_, it)| is_open(it) && fits(it, kind));
                // A figure that a claim of the mark says is meant before one that stands nearer.
                let says = |it: &Statement| self.is_said(it, mark, *question);
                let meant = reached.max_by_key(|(_, it)| (says(it), it.at.end)).map(|(number, _)| number);
                if let Some(number) = meant {
                    statements[number].1.binding = Binding::Bound(mark.target(self.dossier, Some(*question)));
                }
            }
            for number in near {
                statements[number].1.sources.extend(&mark.sources);
            }
        }
    }

    /// Whether a claim that a mark names has the words of a statement for its own.
    fn is_said(&self, statement: &Statement, mark: &Named, question: QuestionId) -> bool {
        let value = statement.value.as_deref().unwrap_or_default().to_lowercase();
        let claims = mark.claims.iter().filter_map(|name| self.dossier.claims.find(name));
        let mut own = claims.map(|id| &self.dossier.claims[id]).filter(|claim| claim.question == question);
        own.any(|claim| claim.words().to_lowercase() == value)
    }

    /// Proposes what is not bound, twice: what a paragraph is found to be about the first time speaks for its other statements.
    fn propose(&self, proposer: &Proposer<'_>, statements: &mut [(Spotted, Statement)]) {
        let mut heading: BTreeSet<EventId> = BTreeSet::new();
        let mut whole: BTreeSet<EventId> = BTreeSet::new();
        for paragraph in &self.parts.paragraphs {
            let titled = proposer.titled(&self.parts.text[paragraph.at.clone()]);
            if !titled.is_empty() {
                heading = titled.iter().copied().collect();
            }
            let mut about = proposer.about(self.parts, paragraph);
            if about.near.is_empty() {
                about.near.clone_from(&heading);
            }
            let from = statements.partition_point(|(_, it)| it.at.start < paragraph.at.start);
            let to = statements.partition_point(|(_, it)| it.at.start < paragraph.at.end);
            let own = &mut statements[from..to];
            let bound = events_of(self.dossier, own.iter().map(|(_, it)| it.question()));
            about.near.extend(bound);
            self.propose_each(proposer, own, &about);
            let found = events_of(self.dossier, own.iter().map(|(_, it)| it.question()));
            about.near.extend(if found.is_empty() { whole.clone() } else { found });
            self.propose_each(proposer, own, &about);
            let found = events_of(self.dossier, own.iter().map(|(_, it)| it.question()));
            if !found.is_empty() {
                whole = found;
            }
        }
    }

    fn propose_each(&self, proposer: &Proposer<'_>, statements: &mut [(Spotted, Statement)], about: &About) {
        for (spotted, it) in statements.iter_mut().filter(|(_, it)| !matches!(it.binding, Binding::Bound(_)))
        {
            let clause = self.parts.clause(&it.sentence, it.at.start);
            let asked = Asked { parts: self.parts, spotted, clause: &clause };
            it.binding = proposer.propose(asked, about);
        }
    }

    /// What marks bind of which no value is read: held to who says so.
    fn unread(&self, statements: &[Statement]) -> Vec<Statement> {
        let mut found = Vec::new();
        let places = Reached::new(statements.iter().map(|it| &it.at));
        for mark in self.marks {
            let near = places.near(&mark.reach);
            for question in &mark.questions {
                let target = mark.target(self.dossier, Some(*question));
                let is_bound = |it: &Statement| {
                    matches!(&it.binding, Binding::Bound(other) if other.question == Some(*question))
                        && hangs_on(mark, &it.at)
                };
                if near.iter().any(|number| is_bound(&statements[*number])) {
                    continue;
                }
                let Some(sentence) = self.parts.sentence(mark.reach.start) else { continue };
                let at = self.trimmed(&mark.reach);
                let clause = self.parts.clause(&sentence, at.start);
                let given = self.given(&clause, &at);
                found.push(Statement {
                    kind: StatementKind::Unread,
                    quote: at.clone(),
                    context: self.context(at.start),
                    at,
                    sentence,
                    value: None,
                    assumed: None,
                    noun: None,
                    is_known: true,
                    attribution: given,
                    sources: mark.sources.clone(),
                    binding: Binding::Bound(target),
                    claims: Vec::new(),
                });
            }
        }
        found
    }

    /// What the paragraph of a place says itself; words of others are blank in it.
    fn context(&self, at: usize) -> Arc<str> {
        let Some(paragraph) = self.parts.paragraph(at) else { return Arc::from("") };
        let number = self.parts.paragraphs.partition_point(|it| it.at.end <= at);
        let said = self.contexts[number].get_or_init(|| {
            let own = paragraph.sentences.iter().map(|sentence| {
                let words = &self.parts.text[sentence.clone()];
                match words.ends_with('?') || self.is_the_desks(words) {
                    true => String::new(),
                    false => self.parts.own_words(sentence),
                }
            });
            Arc::from(own.collect::<Vec<_>>().join(" "))
        });
        Arc::clone(said)
    }

    /// The sentences with marks of sources that are not among those of which something is held, by where they begin. The title of a
    /// source says nothing, and neither does a question.
    fn linked(&self, held: &BTreeSet<usize>) -> Vec<LinkedSentence> {
        let mut linked: BTreeMap<usize, LinkedSentence> = BTreeMap::new();
        for mark in self.marks.iter().filter(|mark| !mark.sources.is_empty()) {
            let Some(at) = self.parts.sentence(self.trimmed(&mark.reach).start) else { continue };
            let words = &self.parts.text[at.clone()];
            let is_said = !words.ends_with('?') && !self.parts.is_title(&at) && !self.is_the_desks(words);
            if is_said && !held.contains(&at.start) {
                let sentence = LinkedSentence { at: at.clone(), sources: BTreeSet::new() };
                linked.entry(at.start).or_insert(sentence).sources.extend(&mark.sources);
            }
        }
        linked.into_values().collect()
    }

    fn trimmed(&self, at: &Range<usize>) -> Range<usize> {
        let own = &self.parts.text[at.clone()];
        let start = at.start + (own.len() - own.trim_start().len());
        start..start + own.trim().len()
    }

    fn quotations(&self) -> Vec<Quotation> {
        let all = self.parts.quotations.iter();
        let reaches = Reached::new(self.marks.iter().map(|mark| &mark.reach));
        let quotation = |at: &Range<usize>| {
            let sentence = self.parts.sentence(at.start)?;
            let clause = self.parts.clause(&sentence, at.start);
            let given = self.given(&clause, at);
            let near = reaches.near(at).into_iter().map(|number| &self.marks[number]);
            let marks = near.filter(|mark| overlap(&mark.reach, at));
            let targets = marks.map(|mark| mark.target(self.dossier, None));
            let target = targets.fold(Target::default(), |mut all, one| {
                all.claims.extend(one.claims);
                all.sources.extend(one.sources);
                all
            });
            Some(Quotation { at: at.clone(), sentence, attribution: given, target })
        };
        let is_the_desks = |it: &Quotation| self.is_the_desks(&self.parts.text[it.sentence.clone()]);
        all.filter_map(quotation).filter(|it| !is_the_desks(it)).collect()
    }
}

fn is_open(statement: &Statement) -> bool {
    matches!(statement.binding, Binding::Open(_))
}

/// Whether what is said is of a question's type.
fn fits(statement: &Statement, asked: Type) -> bool {
    matches!(statement.kind, StatementKind::Spotted(kind) if answers(kind, asked))
}
