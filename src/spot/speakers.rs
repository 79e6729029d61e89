//! Who may have said what stands in a sentence: the agents that it names, those beside a verb of speaking first.

use std::ops::Range;

use super::mentions::{Mention, NameIndex};
use super::quoted::quoted;
use super::told::{named, told};
use crate::model::Dossier;
use crate::model::table::AgentId;
use crate::value::language::known;
use crate::value::number::{Make, Token, tokens};

/// Verbs that give words to a speaker.
const SPEAKING: &str = "said says say saying told tells added adds announced announces declared declares stated states claimed \
    claims insisted insists argued argues warned warns confirmed confirms reported reports wrote writes estimated estimates \
    acknowledged acknowledges noted notes replied replies denied denies asserted asserts boasted boasts vowed vows suggested \
    suggests detailed details explained explains according spokesman spokeswoman spokesperson quoted";

/// Whether a word in small letters gives words to a speaker.
pub(crate) fn reports(word: &str) -> bool {
    SPEAKING.split_whitespace().any(|verb| verb == word)
}

/// A sentence with its verbs of speaking and whom it names, beside what it has in quotation marks.
pub(super) struct Saying<'s> {
    sentence: &'s str,
    pub(super) tokens: Vec<Token<'s>>,
    /// The numbers of their tokens.
    pub(super) verbs: Vec<usize>,
    pub(super) named: Vec<Mention>,
}

impl<'s> Saying<'s> {
    pub(super) fn new(names: &NameIndex, sentence: &'s str) -> Self {
        let tokens = tokens(sentence);
        let quoted = quoted(sentence);
        let mut named = names.mentions(sentence);
        let is_outside = |at: usize| !quoted.iter().any(|inner| inner.contains(&at));
        // A verb within a name, as in `United States`, is none.
        let is_name = |at: usize| named.iter().any(|mention| mention.at.contains(&at));
        let speaks = |token: &Token| {
            token.make == Make::Word
                && is_outside(token.at.start)
                && reports(&token.text)
                && !is_name(token.at.start)
        };
        let verbs = (0..tokens.len()).filter(|at| speaks(&tokens[*at])).collect();
        named.retain(|mention| is_outside(mention.at.start));
        Saying { sentence, tokens, verbs, named }
    }

    /// The token before a byte, articles left out.
    pub(super) fn before(&self, at: usize) -> Option<&Token<'s>> {
        let before = self.tokens.partition_point(|token| token.at.start < at);
        self.tokens[..before].iter().rev().find(|token| !ARTICLES.contains(&&*token.text))
    }

    /// Whether a name stands right beside a verb of speaking as the one who speaks: `Orlov said`, `according to the Navy`, and
    /// behind words that end in a comma or a quotation mark `said Orlov`.
    fn speaks(&self, name: &Range<usize>) -> bool {
        let is_led = self.before(name.start).is_some_and(|word| LEADING.contains(&&*word.text));
        let behind = |verb: &usize| {
            let between = self.sentence.get(name.end..self.tokens[*verb].at.start);
            let is_told_of = PASSIVE.contains(&&*self.tokens[*verb].text);
            !is_led && !is_told_of && between.is_some_and(|between| between.chars().all(char::is_whitespace))
        };
        let before = |verb: &usize| {
            let word = &self.tokens[*verb];
            let Some(between) = self.sentence.get(word.at.end..name.start) else { return false };
            let between: Vec<&str> =
                between.split_whitespace().filter(|word| !ARTICLES.contains(word)).collect();
            let ends = self.sentence[..word.at.start].trim_end().ends_with([',', '”', '"', '»', '’']);
            match (&*word.text, between.as_slice()) {
                ("according", ["to"]) => true,
                ("told" | "according", _) => false,
                (verb, []) => ends && !PASSIVE.contains(&verb),
                _ => false,
            }
        };
        self.verbs.iter().any(|verb| behind(verb) || before(verb))
    }
}

/// Words before a name that speak of it and do not let it speak: `officials of the Navy said`.
pub(super) const LEADING: [&str; 16] = [
    "of", "for", "to", "from", "by", "with", "in", "on", "at", "about", "against", "near", "than", "as",
    "and", "or",
];

const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// Words that give somebody else's words to a speaker.
const PASSIVE: [&str; 2] = ["quoted", "according"];

/// A sentence with the byte of the words in it that somebody may have said, and the BCP 47 tag of what it is in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SaidIn<'s> {
    pub(crate) sentence: &'s str,
    pub(crate) at: usize,
    pub(crate) language: Option<&'s str>,
}

/// The agents that a sentence names, beside what it has in quotation marks: the nearest to a verb of speaking first.
/// Without such a verb it gives its words to nobody. In a language that has a table, the one who is told by its lists.
pub(crate) fn speakers(dossier: &Dossier, names: &NameIndex, said: SaidIn) -> Vec<AgentId> {
    if let Some(language) = known(said.language) {
        return told(dossier, names, language, (said.sentence, said.at)).into_iter().collect();
    }
    let sentence = said.sentence;
    let saying = Saying::new(names, sentence);
    let verbs: Vec<usize> = saying.verbs.iter().map(|verb| saying.tokens[*verb].at.start).collect();
    let mut found: Vec<(usize, AgentId)> = Vec::new();
    for mention in &saying.named {
        let Some(away) = verbs.iter().map(|verb| away(&mention.at, *verb)).min() else { break };
        found.extend(mention.agents(dossier).map(|agent| (away, agent)));
    }
    found.sort_by_key(|(away, _)| *away);
    let mut speakers: Vec<AgentId> = Vec::new();
    for (_, agent) in found {
        if !speakers.contains(&agent) {
            speakers.push(agent);
        }
    }
    speakers
}

/// Who may have said what a sentence gives to somebody, where [`speaker_beside`] tells nobody.
pub(crate) fn named_beside(dossier: &Dossier, names: &NameIndex, said: SaidIn) -> Vec<AgentId> {
    match known(said.language) {
        Some(language) => named(dossier, names, language, said.sentence),
        None => speakers(dossier, names, said),
    }
}

/// The one agent whose name stands right beside a verb of speaking, as the one who speaks; `None` where none does, or several.
pub(crate) fn speaker_beside(dossier: &Dossier, names: &NameIndex, said: SaidIn) -> Option<AgentId> {
    if let Some(language) = known(said.language) {
        return told(dossier, names, language, (said.sentence, said.at));
    }
    let sentence = said.sentence;
    let saying = Saying::new(names, sentence);
    let beside = saying.named.iter().filter(|mention| saying.speaks(&mention.at));
    let mut speakers = beside.flat_map(|mention| mention.agents(dossier));
    let first = speakers.next()?;
    speakers.all(|other| other == first).then_some(first)
}

/// How far a verb stands from a name, in bytes.
fn away(name: &Range<usize>, verb: usize) -> usize {
    if verb < name.start { name.start - verb } else { verb.saturating_sub(name.end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    fn dossier() -> Dossier {
        from_texts(&[
            ("gainsay.toml", "[dossier]\ntitle = \"D\"\n"),
            (
                "sources/a.toml",
                "[agent.mayor]\nname = \"Ada Orlov\"\nkind = \"person\"\n[agent.navy]\nname = \"the Navy\"\n\
                 [agent.us]\nname = \"United States\"\n",
            ),
        ])
    }

    fn named(sentence: &str) -> Vec<String> {
        let dossier = dossier();
        let names = NameIndex::new(&dossier);
        let speakers = speakers(&dossier, &names, SaidIn { sentence, at: 0, language: None });
        speakers.into_iter().map(|id| dossier.agents.name(id).to_owned()).collect()
    }

    #[test]
    fn whoever_stands_beside_a_verb_of_speaking_may_have_said_it() {
        assert_eq!(named("The Navy lost 34 men, Ada Orlov said."), ["mayor", "navy"]);
        assert_eq!(named("According to the Navy, Orlov fled."), ["navy", "mayor"]);
        assert_eq!(named("“The Navy said no,” Orlov said."), ["mayor"]);
        assert_eq!(named("The Navy lost 34 men."), Vec::<String>::new());
    }

    #[test]
    fn a_speaker_stands_right_beside_the_verb_and_is_the_one_who_speaks() {
        let dossier = dossier();
        let names = NameIndex::new(&dossier);
        let beside = |sentence| {
            let said = SaidIn { sentence, at: 0, language: None };
            speaker_beside(&dossier, &names, said).map(|id| dossier.agents.name(id))
        };
        for (sentence, speaker) in [
            ("Orlov said 34 men fled.", Some("mayor")),
            ("34 men fled, according to the Navy.", Some("navy")),
            ("“34 men fled,” said Ada Orlov.", Some("mayor")),
            ("Orlov said that the United States fled, Ada Orlov added.", Some("mayor")),
            ("Officials said Orlov had fled.", None),
            ("A spokesman told Orlov that 34 men fled.", None),
            ("Officials of the Navy said 34 men fled.", None),
            ("Orlov, who lost 34 men, said so.", None),
            ("Orlov and the Navy said so.", None),
            ("Orlov said 34 men fled, and 12 did according to the Navy.", None),
            ("The United States lost 34 men.", None),
            ("The official who spoke to Orlov said 34 men fled.", None),
        ] {
            assert_eq!(beside(sentence), speaker, "{sentence}");
        }
    }
}
