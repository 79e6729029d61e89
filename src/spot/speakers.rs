//! Who may have said what stands in a sentence: the agents that it names, those beside a verb of speaking first.

use std::ops::Range;

use super::mentions::NameIndex;
use crate::model::Dossier;
use crate::model::table::AgentId;
use crate::text::{Glyph, glyph};
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

/// The agents that a sentence names, beside what it has in quotation marks: the nearest to a verb of speaking first.
/// Without such a verb it gives its words to nobody.
pub(crate) fn speakers(dossier: &Dossier, names: &NameIndex, sentence: &str) -> Vec<AgentId> {
    let tokens = tokens(sentence);
    let quoted = quoted(sentence);
    let is_outside = |at: usize| !quoted.iter().any(|inner| inner.contains(&at));
    let speaks =
        |token: &&Token| token.make == Make::Word && is_outside(token.at.start) && reports(&token.text);
    let verbs: Vec<usize> = tokens.iter().filter(speaks).map(|token| token.at.start).collect();
    let mut found: Vec<(usize, AgentId)> = Vec::new();
    for mention in names.mentions(sentence).into_iter().filter(|mention| is_outside(mention.at.start)) {
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

/// How far a verb stands from a name, in bytes.
fn away(name: &Range<usize>, verb: usize) -> usize {
    if verb < name.start { name.start - verb } else { verb.saturating_sub(name.end) }
}

/// What stands between double quotation marks in a text, the marks left out; up to the end where one is not closed.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, mark) in text.char_indices().filter(|(_, c)| glyph(*c) == Glyph::DoubleQuote) {
        let behind = at + mark.len_utf8();
        match open {
            None => open = Some(behind),
            Some(start) if matches!(mark, '“' | '«' | '„') && start < at => open = Some(behind),
            Some(start) => {
                found.push(start..at);
                open = None;
            }
        }
    }
    found.extend(open.map(|start| start..text.len()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    fn named(sentence: &str) -> Vec<String> {
        let dossier = from_texts(&[
            ("gainsay.toml", "[dossier]\ntitle = \"D\"\n"),
            (
                "sources/a.toml",
                "[agent.mayor]\nname = \"Ada Orlov\"\nkind = \"person\"\n[agent.navy]\nname = \"the Navy\"\n",
            ),
        ]);
        let names = NameIndex::new(&dossier);
        let speakers = speakers(&dossier, &names, sentence);
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
    fn words_in_quotation_marks_are_found() {
        let text = "He said: “one” and \"two\". “Three";
        let words: Vec<&str> = quoted(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(words, ["one", "two", "Three"]);
    }
}
