//! Who speaks in a sentence of another language: whoever stands right beside a word of saying, by the lists of its table. There is no
//! grammar in it: where anything else stands beside the name, or two could be meant, nobody is told.

use std::ops::Range;

use super::mentions::{Mention, NameIndex};
use super::quoted::quoted;
use crate::model::Dossier;
use crate::model::table::AgentId;
use crate::text::{Glyph, glyph};
use crate::value::language::{Gives, Known};
use crate::value::number::{Token, tokens};

/// The one agent to whom a sentence in a language gives the words at some byte of it; `None` where any of its words of saying is not
/// known to be that agent's.
pub(super) fn told(
    dossier: &Dossier,
    names: &NameIndex,
    language: &Known,
    (sentence, at): (&str, usize),
) -> Option<AgentId> {
    let said = Sentence::new(dossier, names, language, sentence);
    let mut speaker = None;
    for (form, gives) in said.forms() {
        let found = said.beside(form, gives, at)?;
        if speaker.is_some_and(|known| known != found) {
            return None;
        }
        speaker = Some(found);
    }
    speaker
}

/// The agents that a sentence with a word of saying names, in order: who may have said it, where nobody is told.
pub(super) fn named(dossier: &Dossier, names: &NameIndex, language: &Known, sentence: &str) -> Vec<AgentId> {
    let said = Sentence::new(dossier, names, language, sentence);
    if said.forms().is_empty() {
        return Vec::new();
    }
    let outside = said.named.iter().filter(|it| !said.is_quoted(it.at.start));
    let mut agents: Vec<AgentId> = Vec::new();
    for agent in outside.flat_map(|it| it.agents(dossier)) {
        if !agents.contains(&agent) {
            agents.push(agent);
        }
    }
    agents
}

struct Sentence<'s> {
    dossier: &'s Dossier,
    language: &'s Known,
    sentence: &'s str,
    tokens: Vec<Token<'s>>,
    /// The tokens as the lists have them.
    words: Vec<String>,
    named: Vec<Mention>,
    /// What it has in quotation marks.
    quoted: Vec<Range<usize>>,
}

/// What ends a name, or what somebody says of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behind {
    /// The sentence goes on with what is said.
    Opens,
    /// Nothing of it: what is said may stand before.
    Closes,
    /// A number, which a longer name would not have there.
    Number,
}

impl<'s> Sentence<'s> {
    fn new(dossier: &'s Dossier, names: &NameIndex, language: &'s Known, sentence: &'s str) -> Self {
        let tokens = tokens(sentence);
        let words = language.words(&tokens);
        let (named, quoted) = (names.mentions(sentence), quoted(sentence));
        Sentence { dossier, language, sentence, tokens, words, named, quoted }
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.quoted.iter().any(|inner| inner.contains(&at))
    }

    /// Its words of saying, by their tokens: those of a quotation or a name are none.
    fn forms(&self) -> Vec<(Range<usize>, Gives)> {
        let mut found = Vec::new();
        let mut next = 0;
        while let Some(token) = self.tokens.get(next) {
            let at = token.at.start;
            let is_passed = self.is_quoted(at) || self.named.iter().any(|it| it.at.contains(&at));
            match self.language.gives(&self.words[next..]).filter(|_| !is_passed) {
                Some((length, gives)) => {
                    found.push((next..next + length, gives));
                    next += length;
                }
                None => next += 1,
            }
        }
        found
    }

    /// Whoever stands beside some words of saying, and says what stands at a byte.
    fn beside(&self, form: Range<usize>, gives: Gives, at: usize) -> Option<AgentId> {
        let denied = [form.start.checked_sub(1), Some(form.end)];
        if denied.into_iter().flatten().filter_map(|it| self.words.get(it)).any(|it| self.language.denies(it))
        {
            return None;
        }
        let own = self.tokens[form.start].at.start..self.tokens[form.end - 1].at.end;
        if gives == Gives::AccordingTo {
            let name = self.name_behind(own.end)?;
            return self.behind(name.at.end).and_then(|_| self.only(name));
        }
        let (name, behind) = match self.name_before(own.start) {
            Some(name) => {
                // One word may be a verb of another meaning with what stands behind it.
                self.behind(own.end).filter(|it| *it != Behind::Number || form.len() > 1)?;
                let goes_on = self.sentence[own.end..].contains(char::is_alphanumeric);
                (name, if goes_on { Behind::Opens } else { Behind::Closes })
            }
            None => {
                let name = self.name_behind(own.end).filter(|_| self.begins(own.start))?;
                (name, self.behind(name.at.end).filter(|it| *it != Behind::Number)?)
            }
        };
        // What stands before `he said that` is not said by him.
        let is_said = behind == Behind::Closes || at >= own.end;
        self.only(name).filter(|_| is_said)
    }

    /// The one agent of a name.
    fn only(&self, name: &Mention) -> Option<AgentId> {
        let mut agents = name.agents(self.dossier);
        agents.next().filter(|_| agents.next().is_none())
    }

    /// The name that begins right behind a byte, or behind an article there.
    fn name_behind(&self, at: usize) -> Option<&Mention> {
        let name = self.named.iter().find(|it| it.at.start >= at)?;
        let between = self.sentence[at..name.at.start].trim();
        (between.is_empty() || self.is_article(between)).then_some(name)
    }

    /// The name that ends right before a byte, and with which its clause begins: one that others are joined to is told of nobody.
    fn name_before(&self, at: usize) -> Option<&Mention> {
        let name = self.named.iter().rfind(|it| it.at.end <= at)?;
        let is_next = self.sentence[name.at.end..at].trim().is_empty();
        let before = self.sentence[..name.at.start].trim_end();
        let start = match before.rsplit(char::is_whitespace).next() {
            Some(last) if self.is_article(last) => before.len() - last.len(),
            _ => name.at.start,
        };
        let list = |other: &&Mention| self.sentence[other.at.end..start].trim() == ",";
        let is_joined = self.named.iter().filter(|other| other.at.end <= start).any(|it| list(&it));
        (is_next && self.begins(start) && !is_joined).then_some(name)
    }

    fn is_article(&self, word: &str) -> bool {
        self.language.is_article(&word.to_lowercase())
    }

    /// Whether a clause begins at a byte.
    fn begins(&self, at: usize) -> bool {
        self.sentence[..at].trim_end().chars().next_back().is_none_or(divides)
    }

    /// What stands behind a name or a verb, where it goes no further.
    fn behind(&self, at: usize) -> Option<Behind> {
        let rest = self.sentence[at..].trim_start();
        let Some(sign) = rest.chars().next() else { return Some(Behind::Closes) };
        let next = |rest: &str| rest.split(char::is_whitespace).next().unwrap_or_default().to_lowercase();
        if divides(sign) {
            let said = rest[sign.len_utf8()..].trim_start();
            let start = self.sentence.len() - said.len();
            let is_list = matches!(sign, ',' | '،') && self.name_behind(start).is_some();
            let goes_on = sign == ':' || self.language.opens(&next(said));
            return (!is_list).then_some(if goes_on { Behind::Opens } else { Behind::Closes });
        }
        if rest.len() == self.sentence.len() - at {
            return None;
        }
        let word = next(rest);
        let own: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
        let is_number =
            || !self.language.legible(rest).starts_with(&own) || word.starts_with(char::is_numeric);
        match self.language.opens(&word) {
            true => Some(Behind::Opens),
            false => is_number().then_some(Behind::Number),
        }
    }
}

/// Whether a sign parts clauses.
fn divides(sign: char) -> bool {
    matches!(sign, ',' | '.' | ';' | ':' | '!' | '?' | '…' | '—' | '–' | '،' | '؛' | '؟')
        || glyph(sign) == Glyph::DoubleQuote
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;
    use crate::value::language::known;

    #[test]
    fn whoever_stands_beside_a_word_of_saying_is_told_and_nobody_else() {
        let dossier = from_texts(&[(
            "sources/a.toml",
            "[agent.ministry]\nname = \"the ministry\"\naliases = [\"وزارة الصحة\", \"وزارت بهداشت\", \"משרד הבריאות\", \"МОЗ\", \
             \"Минздрав\", \"Минздрава\", \"Ministerio de Salud\", \"ministère de la Santé\", \"Gesundheitsministerium\"]\n\
             [agent.army]\nname = \"the army\"\naliases = [\"الجيش\", \"ارتش\", \"הצבא\", \"армія\", \"армия\", \"ejército\", \
             \"armée\", \"l'armée\", \"Armee\"]\n\
             [agent.orlova]\nname = \"Ada Orlova\"\nkind = \"person\"\naliases = [\"أورلوفا\", \"اورلووا\", \"אורלובה\", \
             \"Орлова\", \"Орлової\", \"Орловой\"]\n",
        )]);
        let names = NameIndex::new(&dossier);
        let mut count = 0;
        for line in include_str!("told.tsv").lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [language, expected, sentence] = columns[..] else { panic!("three columns: {line}") };
            let at = sentence.find("34").or(sentence.find("۳۴")).expect("a figure stands there");
            let language = known(Some(language)).expect("it has a table");
            let found = told(&dossier, &names, language, (sentence, at));
            let told = found.map_or("-", |id| dossier.agents.name(id));
            assert_eq!(told, expected, "{sentence}");
            let may_be = named(&dossier, &names, language, sentence);
            assert!(found.is_none_or(|id| may_be.contains(&id)), "{sentence}");
            count += 1;
        }
        assert!(count >= 64, "eight sentences of each language");
    }
}
