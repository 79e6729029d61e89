//! Where places and agents stand in a text, by their names and aliases.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::Dossier;
use crate::model::table::AgentId;
use crate::value::number::{Make, Token, tokens};
use crate::value::shape::Node;

/// A name that stands in a text, and whom or what it may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Bytes of the text.
    pub(crate) at: Range<usize>,
    /// In the order of the dossier; more than one where they share the name.
    pub(crate) nodes: Vec<Node>,
}

/// The names and aliases of a dossier's places and agents, by the word that each begins with.
#[derive(Debug, Default)]
pub(crate) struct NameIndex {
    by_first: BTreeMap<String, Vec<Name>>,
}

/// A name by its words.
#[derive(Debug)]
struct Name {
    /// In small letters, its signs among them.
    words: Vec<String>,
    /// How its first word is written.
    written: String,
    nodes: Vec<Node>,
}

/// Of a short name in capitals, such as `US`, the case counts.
const SHORT: usize = 3;

impl NameIndex {
    pub(crate) fn new(dossier: &Dossier) -> Self {
        let mut index = NameIndex::default();
        for (id, agent) in dossier.agents.iter() {
            let node = dossier.agent_node(id);
            agent.names().for_each(|name| index.add(node, name));
            let is_person = agent.is_person() && agent.named;
            // People are named in full once, and by their last name after that.
            let last = agent.name.rsplit(' ').next().filter(|last| is_person && last.chars().count() > SHORT);
            if let Some(last) = last {
                index.add(node, last);
            }
        }
        for (id, place) in dossier.places.iter() {
            place.names().for_each(|name| index.add(dossier.place_node(id), name));
        }
        index
    }

    fn add(&mut self, node: Node, name: &str) {
        let tokens = words(name);
        let is_article = |token: &Token| matches!(&*token.text, "the" | "a" | "an");
        let from = usize::from(tokens.len() > 1 && is_article(&tokens[0]));
        let Some(first) = tokens.get(from).filter(|_| name.chars().any(char::is_alphanumeric)) else {
            return;
        };
        let words: Vec<String> = tokens[from..].iter().map(|token| token.text.to_string()).collect();
        let written = first.written.replace('.', "");
        let names = self.by_first.entry(words[0].clone()).or_default();
        match names.iter_mut().find(|name| name.words == words && name.written == written) {
            Some(name) if name.nodes.contains(&node) => {}
            Some(name) => name.nodes.push(node),
            None => names.push(Name { words, written, nodes: vec![node] }),
        }
    }

    /// The names in a text, in order: of those that begin at one word the longest, and none within another.
    pub(crate) fn mentions(&self, text: &str) -> Vec<Mention> {
        self.among(&words(text))
    }

    fn among(&self, tokens: &[Token]) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let Some((end, nodes)) = self.longest(tokens, at) else {
                at += 1;
                continue;
            };
            let last = &tokens[end - 1];
            let own = last.text.strip_suffix("'s").map_or(0, |_| genitive(last.written));
            found.push(Mention { at: tokens[at].at.start..last.at.end - own, nodes });
            at = end;
        }
        found
    }

    fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, Vec<Node>)> {
        let first = &tokens[at];
        let bare = first.text.strip_suffix("'s").unwrap_or(&first.text);
        let named = [&*first.text, bare].into_iter().filter_map(|word| self.by_first.get(word)).flatten();
        let mut longest: Option<(usize, Vec<Node>)> = None;
        for name in named.filter(|name| name.stands(tokens, at)) {
            let end = at + name.words.len();
            match &mut longest {
                Some((reached, _)) if *reached > end => {}
                Some((reached, nodes)) if *reached == end => nodes.extend(&name.nodes),
                _ => longest = Some((end, name.nodes.clone())),
            }
        }
        let (end, mut nodes) = longest?;
        nodes.sort_unstable();
        nodes.dedup();
        Some((end, nodes))
    }
}

/// The tokens of a text, with capitals that full stops part as one: `U.S.` is `US`.
fn words(text: &str) -> Vec<Token<'_>> {
    let mut joined: Vec<Token> = Vec::new();
    let mut tokens = tokens(text).into_iter().peekable();
    let is_letter = |token: &Token| {
        token.make == Make::Word
            && token.written.chars().count() == 1
            && token.written.chars().all(char::is_uppercase)
    };
    // Whether the last token is capitals of which each had its stop.
    let mut is_open = false;
    while let Some(token) = tokens.next() {
        let stop = is_letter(&token) && tokens.peek().is_some_and(|next| next.glued && next.text == ".");
        if !stop {
            is_open = false;
            joined.push(token);
            continue;
        }
        let end = tokens.next().map_or(token.at.end, |stop| stop.at.end);
        match joined.last_mut().filter(|_| is_open && token.glued) {
            Some(last) => {
                last.at.end = end;
                last.written = &text[last.at.clone()];
                last.text = format!("{}{}", last.text, token.text).into();
            }
            None => {
                joined.push(Token { written: &text[token.at.start..end], at: token.at.start..end, ..token })
            }
        }
        is_open = true;
    }
    joined
}

/// How many bytes the `'s` at the end of a word takes.
fn genitive(written: &str) -> usize {
    written.char_indices().rev().nth(1).map_or(0, |(at, _)| written.len() - at)
}

impl Name {
    /// Whether the name stands at a token: whole words, and capitals where the name has them.
    fn stands(&self, tokens: &[Token], at: usize) -> bool {
        let Some(here) = tokens.get(at..at + self.words.len()) else { return false };
        let last = self.words.len() - 1;
        let is_word = |(nth, (token, word)): (usize, (&Token, &String))| {
            token.text == word.as_str() || nth == last && token.text.strip_suffix("'s") == Some(word)
        };
        let written = here[0].written;
        let is_short = self.written.chars().count() <= SHORT && self.written.chars().all(char::is_uppercase);
        let is_cased = match self.written.chars().next().is_some_and(char::is_uppercase) {
            true if is_short => written.replace('.', "").starts_with(&*self.written),
            true => written.starts_with(char::is_uppercase),
            false => true,
        };
        let goes_on = tokens
            .get(at + self.words.len())
            .is_some_and(|next| next.glued && next.make == Make::Word && here[last].make == Make::Digits);
        is_cased && !goes_on && here.iter().zip(&self.words).enumerate().all(is_word)
    }
}

impl Mention {
    /// The agents that it may name.
    pub(crate) fn agents<'d>(&'d self, dossier: &'d Dossier) -> impl Iterator<Item = AgentId> + 'd {
        self.nodes.iter().filter_map(|node| dossier.agent_of(*node))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;
    use proptest::prelude::*;

    fn dossier() -> Dossier {
        from_texts(&[
            ("gainsay.toml", "[dossier]\ntitle = \"D\"\n"),
            (
                "sources/a.toml",
                "[agent.us]\nname = \"United States\"\naliases = [\"US\", \"Kettle\"]\n\
                 [agent.orlov]\nname = \"Ada Orlov\"\nkind = \"person\"\n\
                 [agent.witness]\nname = \"a witness\"\nnamed = false\nkind = \"person\"\n\
                 [place.kettle]\nname = \"Kettle\"\nkind = \"settlement\"\naliases = [\"Kettle Hill 22\"]\n",
            ),
        ])
    }

    fn found(text: &str) -> Vec<(String, Vec<String>)> {
        let dossier = dossier();
        let named = |mention: Mention| {
            let names = mention.nodes.iter().map(|node| dossier.node_name(*node).to_owned()).collect();
            (text[mention.at].to_owned(), names)
        };
        NameIndex::new(&dossier).mentions(text).into_iter().map(named).collect()
    }

    fn pair(words: &str, names: &[&str]) -> (String, Vec<String>) {
        (words.to_owned(), names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn names_stand_as_whole_words_and_the_longest_counts() {
        assert_eq!(
            found("Orlov’s men left Kettle Hill 22."),
            [pair("Orlov", &["orlov"]), pair("Kettle Hill 22", &["kettle"])]
        );
        assert_eq!(
            found("It told us of Kettle, US-led, USA, Kettles"),
            [pair("Kettle", &["us", "kettle"]), pair("US", &["us"])]
        );
        assert_eq!(found("the U.S. fleet and U.S.A."), [pair("U.S.", &["us"])]);
        assert_eq!(found("A witness said"), [pair("witness", &["witness"])]);
        assert_eq!(found("the kettle boiled"), []);
    }

    proptest! {
        #[test]
        fn mentions_stand_in_order_and_none_in_another(text in "(Kettle|Hill|22|US|’s|Orlov|[ .-]){0,12}|.{0,40}") {
            let mut reached = 0;
            for mention in NameIndex::new(&dossier()).mentions(&text) {
                prop_assert!(mention.at.start >= reached && mention.at.end > mention.at.start);
                prop_assert!(text.get(mention.at.clone()).is_some());
                reached = mention.at.end;
            }
        }
    }
}
