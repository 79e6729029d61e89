//! To whom a clause gives its words: whoever stands before its verb of speaking, behind `according to`, or before the colon that
//! leads to a quotation.

use std::ops::Range;

use super::mentions::{Mention, NameIndex};
use super::quoted::quoted;
use super::speakers::{LEADING, Saying, reports};
use super::told::told;
use crate::model::Dossier;
use crate::model::table::{AgentId, SourceId};
use crate::value::language::known;
use crate::value::number::{Make, Token, tokens};

/// To whom words are given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Attribution {
    /// To nobody: they are the text's own.
    #[default]
    Own,
    /// To somebody who is not named: `officials said`. The bytes of the clause that say so.
    Vague(Range<usize>),
    /// To whom the dossier knows, in the order of the text.
    Known(Vec<Speaker>),
    /// To somebody whom the dossier does not know, or to an article that is not named.
    Another(Range<usize>),
}

/// Somebody to whom words are given: an agent, a source by its title, or an agent as a source has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    pub(crate) agent: Option<AgentId>,
    pub(crate) source: Option<SourceId>,
}

/// What is known of a text, beside the names that stand in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beside {
    /// Where the titles of sources stand, in order.
    pub(crate) titles: Vec<(Range<usize>, SourceId)>,
    /// Where names stand that are misspelt, and whose.
    pub(crate) misspelt: Vec<Mention>,
    /// The BCP 47 tag of what it is in, where that is known.
    pub(crate) language: Option<String>,
}

/// Words for speakers who are not named.
const VAGUE: &str = "officials sources source witnesses analysts observers experts media reports reportedly allegedly insiders \
    commentators critics activists outlets people many some";

/// Adverbs that give words to nobody in particular, without a verb.
const HEARSAY: [&str; 2] = ["reportedly", "allegedly"];

/// Words for texts that speak.
const TEXTS: &str = "article articles report text texts paper newspaper statement account study";

/// Words that stand for whoever spoke before.
const PRONOUNS: [&str; 4] = ["he", "she", "they", "it"];

/// Verbs that give an answer to a speaker and are no other verbs of speaking.
const ANSWERING: &str = "describes described puts cites cited";

/// To whom the words at some bytes of a text are given, within a clause of it.
pub(crate) fn attribution(
    dossier: &Dossier,
    names: &NameIndex,
    beside: &Beside,
    (text, clause): (&str, &Range<usize>),
    at: &Range<usize>,
) -> Attribution {
    let own = &text[clause.clone()];
    let mut saying = Saying::new(names, own);
    let titles = &beside.titles;
    let is_title = |place: usize| titles.iter().any(|(it, _)| it.contains(&(clause.start + place)));
    saying.named.retain(|mention| !is_title(mention.at.start));
    let misspelt = beside.misspelt.iter().filter(|it| clause.start <= it.at.start && it.at.end <= clause.end);
    saying.named.extend(misspelt.map(|mention| {
        let at = mention.at.start - clause.start..mention.at.end - clause.start;
        Mention { at, nodes: mention.nodes.clone() }
    }));
    saying.named.sort_by_key(|mention| mention.at.start);
    let moved = |it: &Range<usize>| clause.start + it.start..clause.start + it.end;
    let titled = |region: &Range<usize>| {
        let within = moved(region);
        let inside =
            titles.iter().filter(move |(title, _)| within.start <= title.start && title.end <= within.end);
        inside.map(|(_, source)| *source).collect::<Vec<_>>()
    };
    if let Some(lead) = lead_of(own, at.start.saturating_sub(clause.start), is_title) {
        let (agents, source) = (led(dossier, &saying, &lead), titled(&lead).first().copied());
        let speakers: Vec<Speaker> = match (agents.is_empty(), source) {
            (true, None) => Vec::new(),
            (true, source) => vec![Speaker { agent: None, source }],
            (false, source) => {
                agents.into_iter().map(|agent| Speaker { agent: Some(agent), source }).collect()
            }
        };
        if !speakers.is_empty() {
            return Attribution::Known(speakers);
        }
    }
    if let Some(language) = known(beside.language.as_deref()) {
        let agent = told(dossier, names, language, (own, at.start.saturating_sub(clause.start)));
        let speaker = agent.map(|id| vec![Speaker { agent: Some(id), source: None }]);
        return speaker.map_or(Attribution::Own, Attribution::Known);
    }
    let ends_title = |place: usize| titles.iter().any(|(it, _)| it.end == clause.start + place);
    let subject = Subject { dossier, saying: &saying, own, ends_title: &ends_title };
    let mut other = Attribution::Own;
    for verb in subject.verbs_of(at.start - clause.start..at.end - clause.start) {
        let region = subject.region(verb);
        let agents = subject.agents(&region, verb).into_iter();
        let agents = agents.map(|agent| Speaker { agent: Some(agent), source: None });
        let sources = titled(&region).into_iter().map(|source| Speaker { agent: None, source: Some(source) });
        let speakers: Vec<Speaker> = agents.chain(sources).collect();
        if !speakers.is_empty() {
            return Attribution::Known(speakers);
        }
        if other == Attribution::Own {
            other = subject.unnamed(&region, verb, moved);
        }
    }
    let hearsay = |token: &&Token| HEARSAY.contains(&&*token.text);
    match saying.tokens.iter().find(hearsay) {
        Some(word) if other == Attribution::Own => Attribution::Vague(moved(&word.at)),
        _ => other,
    }
}

/// The words before a quotation from the last clause on, where a colon leads to it, or to another that it is joined to.
fn lead_of(clause: &str, quote: usize, is_title: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let all = quoted(clause);
    let mut first = quote;
    for other in all.iter().rev().filter(|it| it.end < quote) {
        let between = clause.get(other.end..first)?.trim_matches(|c: char| !c.is_alphanumeric());
        if !matches!(between, "" | "and") {
            break;
        }
        first = other.start;
    }
    let before =
        clause.get(..first)?.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ':' && c != ']');
    let lead = before.strip_suffix(':')?;
    let inner = quoted(lead);
    let is_outside = |at: &usize| !inner.iter().any(|it| it.contains(at)) && !is_title(*at);
    let start = lead.match_indices(": ").map(|(at, _)| at + 2).filter(is_outside).last().unwrap_or(0);
    Some(start..lead.len())
}

/// Whom a lead names: behind `of` the speaker, else whoever stands first.
fn led(dossier: &Dossier, saying: &Saying<'_>, lead: &Range<usize>) -> Vec<AgentId> {
    let within: Vec<&Mention> =
        saying.named.iter().filter(|it| lead.start <= it.at.start && it.at.end <= lead.end).collect();
    let is_of = |mention: &&&Mention| saying.before(mention.at.start).is_some_and(|word| word.text == "of");
    let named = within.iter().find(is_of).or(within.first());
    named.map(|mention| mention.agents(dossier).collect()).unwrap_or_default()
}

/// The clause with whoever may be the subject of its verbs of speaking.
struct Subject<'s> {
    dossier: &'s Dossier,
    saying: &'s Saying<'s>,
    own: &'s str,
    /// Whether a title of a source ends at a byte of the clause.
    ends_title: &'s dyn Fn(usize) -> bool,
}

impl Subject<'_> {
    /// The numbers of the tokens that give words to somebody, in order.
    fn verbs(&self) -> Vec<usize> {
        let inner = quoted(self.own);
        let answers = |token: &Token| {
            ANSWERING.split_whitespace().any(|verb| verb == token.text)
                && !inner.iter().any(|it| it.contains(&token.at.start))
        };
        let tokens = &self.saying.tokens;
        (0..tokens.len()).filter(|at| self.saying.verbs.contains(at) || answers(&tokens[*at])).collect()
    }

    /// Those of them that may give words at some bytes of the clause to somebody: before the words the last first, and behind them those
    /// that are set off.
    fn verbs_of(&self, at: Range<usize>) -> Vec<usize> {
        let (mut before, behind): (Vec<usize>, Vec<usize>) =
            self.verbs().into_iter().partition(|verb| self.saying.tokens[*verb].at.end <= at.start);
        before.reverse();
        let is_set_off = |verb: &usize| {
            let word = &self.saying.tokens[*verb];
            let between = self.own.get(at.end..word.at.start).unwrap_or_default();
            word.text == "according" || between.contains([',', '”', '"', '»'])
        };
        before.extend(behind.into_iter().filter(is_set_off));
        before
    }

    /// The words that the subject of a verb stands in: those before it in its part of the clause, or behind `according to` and
    /// behind a verb that follows upon a comma or a quotation.
    fn region(&self, verb: usize) -> Range<usize> {
        let token = &self.saying.tokens[verb];
        if token.text == "according" || self.is_inverted(verb) {
            let rest = &self.own[token.at.end..];
            let end = rest.find([',', ';', '.', ':']).unwrap_or(rest.len());
            return token.at.end..token.at.end + end;
        }
        // What another verb of speaking has before it is that one's.
        let tokens = &self.saying.tokens[..verb];
        let joins = tokens.iter().rposition(|word| JOINING.contains(&&*word.text));
        let other = self.saying.verbs.iter().copied().filter(|other| *other < verb).max();
        joins.max(other).map_or(0, |at| tokens[at].at.end)..token.at.start
    }

    fn is_inverted(&self, verb: usize) -> bool {
        let before = self.own[..self.saying.tokens[verb].at.start].trim_end();
        let inner = before.trim_end_matches(['”', '"', '»', '’']);
        before.ends_with(['”', '"', '»', '’', ',']) && !(self.ends_title)(inner.len()) && {
            let named = self.saying.named.iter();
            let behind = self.saying.tokens[verb].at.end;
            let next = named.filter(|it| it.at.start >= behind).min_by_key(|it| it.at.start);
            next.is_some_and(|it| {
                let between = self.own[behind..it.at.start].trim();
                between.is_empty() || ARTICLES.contains(&between)
            })
        }
    }

    /// The agents that speak: those in the chunk beside the verb, and those that chunks before it are made of.
    fn agents(&self, region: &Range<usize>, verb: usize) -> Vec<AgentId> {
        let named: Vec<&Mention> = self
            .saying
            .named
            .iter()
            .filter(|it| region.start <= it.at.start && it.at.end <= region.end)
            .collect();
        if region.start > self.saying.tokens[verb].at.start {
            return named.first().map(|it| it.agents(self.dossier).collect()).unwrap_or_default();
        }
        let mut agents: Vec<AgentId> = Vec::new();
        let mut end = region.end;
        loop {
            let start =
                self.own[region.start..end].rfind(',').map_or(region.start, |at| region.start + at + 1);
            let inside: Vec<&&Mention> =
                named.iter().filter(|it| start <= it.at.start && it.at.end <= end).collect();
            let speaking = inside.iter().filter(|it| !self.is_led(it));
            let found: Vec<AgentId> = speaking.flat_map(|it| it.agents(self.dossier)).collect();
            let is_list = agents.is_empty() || self.is_nothing_but(&inside, start..end);
            if !is_list {
                break;
            }
            agents.splice(0..0, found);
            if start == region.start {
                break;
            }
            end = start - 1;
            // `Ryder, the spokesman, said`: what is set off beside a name belongs to it.
            let chunk = self.own[self.own[region.start..end]
                .rfind(',')
                .map_or(region.start, |at| region.start + at + 1)..end]
                .trim();
            if agents.is_empty() && chunk.split_whitespace().count() > 6 {
                break;
            }
        }
        agents.dedup();
        agents
    }

    /// Whether a chunk is names and what joins them.
    fn is_nothing_but(&self, inside: &[&&Mention], chunk: Range<usize>) -> bool {
        let words = tokens(&self.own[chunk.clone()]);
        let is_named = |token: &Token| {
            let at = chunk.start + token.at.start;
            inside.iter().any(|it| it.at.contains(&at))
        };
        !inside.is_empty()
            && words.iter().all(|it| is_named(it) || ARTICLES.contains(&&*it.text) || it.text == "and")
    }

    /// Whether words before a name speak of it: `officials of the Navy`.
    fn is_led(&self, mention: &Mention) -> bool {
        let before = self.saying.before(mention.at.start);
        before.is_some_and(|word| LEADING.contains(&&*word.text) && !matches!(&*word.text, "and" | "or"))
    }

    /// Who speaks, where nobody does whom the dossier knows.
    fn unnamed(
        &self,
        region: &Range<usize>,
        verb: usize,
        moved: impl Fn(&Range<usize>) -> Range<usize>,
    ) -> Attribution {
        let words = &self.saying.tokens;
        let inside: Vec<&Token> =
            words.iter().filter(|it| region.start <= it.at.start && it.at.end <= region.end).collect();
        let whole = moved(&(region.start..self.saying.tokens[verb].at.end.max(region.end)));
        let last = |list: &str| inside.iter().any(|it| list.split_whitespace().any(|word| word == it.text));
        let is_pronoun = inside.last().is_some_and(|it| PRONOUNS.contains(&&*it.text));
        let is_capital = inside
            .iter()
            .any(|it| it.make == Make::Word && it.at.start > 0 && it.written.starts_with(char::is_uppercase));
        if last(TEXTS) || is_pronoun {
            return Attribution::Another(whole);
        }
        if last(VAGUE) {
            return Attribution::Vague(whole);
        }
        // `puts`, `gives` and the like are verbs of much else.
        match is_capital && reports(&self.saying.tokens[verb].text) {
            true => Attribution::Another(whole),
            false => Attribution::Own,
        }
    }
}

/// Words behind which another part of a sentence begins.
const JOINING: [&str; 6] = ["while", "whereas", "but", "although", "though", "when"];

const ARTICLES: [&str; 4] = ["the", "a", "an", "The"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    fn dossier() -> Dossier {
        from_texts(&[(
            "sources/a.toml",
            "[agent.mayor]\nname = \"Ada Orlov\"\nkind = \"person\"\n[agent.navy]\nname = \"the Navy\"\n\
             [agent.herald]\nname = \"The Herald\"\n[source.flood]\ntitle = \"A river rises\"\npublisher = \"unknown\"\n",
        )])
    }

    /// To whom the words from the first `34`, or from the first quotation mark on, are given: ids, or what stands for them.
    fn given(sentence: &str) -> String {
        let dossier = dossier();
        let names = NameIndex::new(&dossier);
        let flood = dossier.sources.find("flood").unwrap();
        let titles: Vec<(Range<usize>, SourceId)> = sentence
            .match_indices("A river rises")
            .map(|(at, title)| (at..at + title.len(), flood))
            .collect();
        let quote = quoted(sentence).into_iter().rfind(|it| !titles.iter().any(|(title, _)| title == it));
        let at = sentence.find("34").map(|at| at..at + 2).or(quote).unwrap();
        let beside = Beside { titles, misspelt: Vec::new(), language: None };
        match attribution(&dossier, &names, &beside, (sentence, &(0..sentence.len())), &at) {
            Attribution::Own => "own".to_owned(),
            Attribution::Vague(at) => format!("vague: {}", sentence[at].trim()),
            Attribution::Another(at) => format!("another: {}", sentence[at].trim()),
            Attribution::Known(speakers) => {
                let named = speakers.into_iter().map(|Speaker { agent, source }| {
                    let agent = agent.map(|id| dossier.agents.name(id));
                    let source = source.map(|id| dossier.sources.name(id));
                    agent.into_iter().chain(source).collect::<Vec<_>>().join("@")
                });
                named.collect::<Vec<_>>().join(" ")
            }
        }
    }

    #[test]
    fn words_are_given_to_whoever_is_the_subject_of_a_verb_of_speaking() {
        for (sentence, to) in [
            ("34 men fled.", "own"),
            ("The Navy lost 34 men.", "own"),
            ("The Navy said 34 men fled.", "navy"),
            ("34 men fled, Ada Orlov said.", "mayor"),
            ("34 men fled, said Orlov.", "mayor"),
            ("34 men fled, according to the Navy.", "navy"),
            ("Ada Orlov, the mayor of the town, said 34 men fled.", "mayor"),
            ("The Herald, Ada Orlov and the Navy say 34.", "herald mayor navy"),
            ("The Herald and two articles of unknown publishers say 34.", "herald"),
            ("Two articles of unknown publishers say 34.", "another: Two articles of unknown publishers say"),
            ("Officials said 34 men fled.", "vague: Officials said"),
            ("34 men reportedly fled.", "vague: reportedly"),
            ("Pavel Brod said 34 men fled.", "another: Pavel Brod said"),
            ("He said 34 men fled.", "another: He said"),
            ("Officials of the Navy said 34 men fled.", "vague: Officials of the Navy said"),
            ("“A river rises” says 34.", "flood"),
            ("The Herald and “A river rises” say the Navy lost 34.", "herald flood"),
            ("While the Herald said nothing, the Navy said 34.", "navy"),
            ("The Navy said 34 men fled, while the Herald says 12.", "navy"),
            ("34 men fled and Orlov said nothing.", "own"),
        ] {
            assert_eq!(given(sentence), to, "{sentence}");
        }
    }

    #[test]
    fn a_quotation_is_given_to_whom_its_lead_names() {
        for (sentence, to) in [
            ("The Herald, 28 January 2024: “they fled at dawn”", "herald"),
            ("“A river rises”, 3 Feb 2024, of Ada Orlov: “they fled at dawn”", "mayor@flood"),
            ("The Herald: “they fled at dawn” and “they came back”", "herald"),
            ("In their words: The Herald, of the Navy, through Ada Orlov: “they fled”", "navy"),
            ("They fled: “it was dawn”", "own"),
        ] {
            assert_eq!(given(sentence), to, "{sentence}");
        }
    }
}
