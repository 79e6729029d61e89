//! Words of texts that may be a name which is recorded in other scripts alone: suggested as aliases, and never taken for known.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::spellings::{Ready, Spelling, of_agents, of_places};
use crate::capture::Words;
use crate::model::Dossier;
use crate::model::table::SourceId;
use crate::text::scripts::{Alphabet, Likeness, Skeleton, Strength, WhyAlike, Written, joined, likeness};
use crate::text::{LineWalk, fold_text, share_script, text_words};
use crate::value::language::known;
use crate::value::shape::Node;

/// Looks in texts for names in scripts that they are not recorded in.
pub(crate) struct AliasSeeker<'d> {
    dossier: &'d Dossier,
    /// The names of agents and of places, in the order of their nodes.
    ready: Vec<Ready<'d>>,
    /// In which alphabets each node has names, in order.
    written: Vec<(Node, Alphabet)>,
    /// The alphabets in which some name is not recorded.
    lacking: Vec<Alphabet>,
    /// By skeleton: which of the names have it, in order.
    by_skeleton: HashMap<Skeleton, Vec<usize>>,
    /// What a skeleton of a name begins with.
    beginnings: HashSet<Skeleton>,
    /// The names as they are recorded, folded.
    recorded: HashSet<String>,
}

/// Words of a text that may be a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SoughtAlias<'d> {
    /// The recorded name that they resemble.
    pub(crate) name: Spelling<'d>,
    pub(crate) because: WhyAlike,
    /// The words, without what is written onto the front of the first.
    pub(crate) spelling: String,
    /// The BCP 47 tag of the text, where most of it is in their script.
    pub(crate) language: Option<&'d str>,
    /// Line and column, from 1.
    pub(crate) line_column: (usize, usize),
}

/// What was found in a text.
#[derive(Debug, Default)]
pub(crate) struct SoughtText<'d> {
    /// How many of its words are in a script in which some name is not recorded.
    pub(crate) words: usize,
    /// In the order of the text.
    pub(crate) found: Vec<SoughtAlias<'d>>,
}

/// A name by its number, and how like it some words are.
type Likened = (usize, Likeness);

/// What some words are.
enum Meant {
    /// A name that is recorded, or that of two: they are left alone, and so is what stands within them.
    Known,
    /// A name that may be recorded.
    Names(Vec<Likened>),
}

/// Words of a text that stand together in one script.
struct Stretch<'t> {
    alphabet: Alphabet,
    words: Vec<Range<usize>>,
    text: &'t str,
    /// What may be written onto the front of a word.
    prefixes: &'static [String],
}

/// So much there has to be to agree, in tenths of a consonant: a text has many words, and a short one is like some name by chance.
const LEAST: u32 = 30;

/// Of what is less than this, in the same tenths, so much may differ, in thousandths; of a longer name all that is strong.
const DIFFERS: [(u32, u32); 2] = [(45, 30), (80, 80)];

/// Of a word so many letters are left where a prefix is taken off.
const LEFT: usize = 3;

/// No name has more words.
const MOST_WORDS: usize = 8;

impl<'d> AliasSeeker<'d> {
    pub(crate) fn new(dossier: &'d Dossier) -> Self {
        let mut ready = of_agents(dossier);
        ready.extend(of_places(dossier));
        let recorded = ready.iter().map(|one| folded(one.spelling.name)).collect();
        let mut written: Vec<(Node, Alphabet)> =
            ready.iter().map(|one| (one.spelling.node, one.written.alphabet())).collect();
        written.sort_unstable();
        written.dedup();
        ready.retain(|one| is_proper(dossier, one));
        let (mut by_skeleton, mut beginnings) = (HashMap::<Skeleton, Vec<usize>>::new(), HashSet::new());
        for (at, one) in ready.iter().enumerate() {
            for skeleton in one.written.whole_skeletons() {
                beginnings.extend((0..=skeleton.len()).map(|end| skeleton[..end].to_vec()));
                by_skeleton.entry(skeleton).or_default().push(at);
            }
        }
        let lacks = |alphabet: &Alphabet| {
            ready.iter().any(|one| written.binary_search(&(one.spelling.node, *alphabet)).is_err())
        };
        let lacking = Alphabet::ALL.into_iter().filter(lacks).collect();
        AliasSeeker { dossier, ready, written, lacking, by_skeleton, beginnings, recorded }
    }

    /// The names in the article of a source's text that are recorded in other scripts alone.
    // Growth: with the words of the text, and of each with how many names have the skeleton of what begins there.
    pub(crate) fn seek(&self, source: SourceId, words: &Words<'_>) -> SoughtText<'d> {
        let text = words.article();
        let language = self.dossier.language_of(source);
        let prefixes = known(language).map_or(&[][..], |known| known.prefixes());
        let mut sought = SoughtText::default();
        let mut walk = LineWalk::new(&words.text);
        let mut readings = HashMap::new();
        for stretch in
            stretches(text, prefixes).iter().filter(|stretch| self.lacking.contains(&stretch.alphabet))
        {
            sought.words += stretch.words.len();
            for (at, names) in self.in_stretch(stretch, &mut readings) {
                let spelling = text[at.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
                let line_column = walk.place(words.of_article(&at).start);
                let language = language.filter(|_| share_script(&spelling, text));
                sought.found.extend(names.into_iter().map(|(name, likeness)| SoughtAlias {
                    name: self.ready[name].spelling,
                    because: likeness.because,
                    spelling: spelling.clone(),
                    language,
                    line_column,
                }));
            }
        }
        sought
    }

    fn is_written(&self, node: Node, alphabet: Alphabet) -> bool {
        self.written.binary_search(&(node, alphabet)).is_ok()
    }

    /// Where names stand: of those that begin at one word the longest, and none within another.
    fn in_stretch<'t>(
        &self,
        stretch: &Stretch<'t>,
        readings: &mut HashMap<&'t str, Vec<Skeleton>>,
    ) -> Vec<(Range<usize>, Vec<Likened>)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < stretch.words.len() {
            let Some((end, run, meant)) = self.longest(stretch, at, readings) else {
                at += 1;
                continue;
            };
            if let Meant::Names(names) = meant {
                found.push((run, names));
            }
            at = end;
        }
        found
    }

    /// The longest name that begins with a word: behind which word it ends, where it stands, and what it is.
    fn longest<'t>(
        &self,
        stretch: &Stretch<'t>,
        from: usize,
        readings: &mut HashMap<&'t str, Vec<Skeleton>>,
    ) -> Option<(usize, Range<usize>, Meant)> {
        let mut longest: Option<(usize, Range<usize>, Meant)> = None;
        for start in stretch.starts(from) {
            let mut skeletons = vec![Skeleton::new()];
            for (nth, word) in stretch.words.iter().enumerate().skip(from).take(MOST_WORDS) {
                let own = if nth == from { start..word.end } else { word.clone() };
                let word = &stretch.text[own.clone()];
                let of_word = readings.entry(word).or_insert_with(|| skeletons_of(word));
                skeletons = joined(&skeletons, of_word);
                skeletons.retain(|skeleton| self.beginnings.contains(skeleton));
                // What is written by vowels alone neither begins a name nor ends one.
                let is_vowels = of_word.iter().all(Vec::is_empty);
                if skeletons.is_empty() || is_vowels && nth == from {
                    break;
                }
                let run = start..own.end;
                let meant = if is_vowels { None } else { self.meant(stretch, &run, &skeletons) };
                let Some(meant) = meant else { continue };
                let is_better = longest.as_ref().is_none_or(|(end, _, other)| {
                    nth + 1 > *end || nth + 1 == *end && meant.differs() < other.differs()
                });
                if is_better {
                    longest = Some((nth + 1, run, meant));
                }
            }
        }
        longest
    }

    /// What some words are, by the names that have one of some skeletons.
    fn meant(&self, stretch: &Stretch<'_>, run: &Range<usize>, skeletons: &[Skeleton]) -> Option<Meant> {
        let words = &stretch.text[run.clone()];
        if self.recorded.contains(&folded(words)) {
            return Some(Meant::Known);
        }
        if !is_capital(stretch.alphabet, words) {
            return None;
        }
        let met = skeletons.iter().filter_map(|skeleton| self.by_skeleton.get(skeleton)).flatten();
        let met = met.filter(|name| self.ready[**name].written.alphabet() != stretch.alphabet);
        let mut met: Vec<usize> = met.copied().collect();
        met.sort_unstable();
        met.dedup();
        if met.is_empty() {
            return None;
        }
        let written = Written::new(words)?;
        let strong = |name: usize| {
            likeness(&self.ready[name].written, &written)
                .filter(|likeness| likeness.strength == Strength::Strong)
                .map(|likeness| (name, likeness))
        };
        let mut strong: Vec<Likened> = met.into_iter().filter_map(strong).collect();
        strong.sort_by_key(|(name, likeness)| (self.ready[*name].spelling.node, likeness.differs));
        strong.dedup_by_key(|(name, _)| self.ready[*name].spelling.node);
        if !strong.iter().any(|(_, likeness)| is_sure(likeness)) {
            return None;
        }
        let is_agent = |name: usize| self.dossier.agent_of(self.ready[name].spelling.node).is_some();
        let is_alone =
            |name: usize| strong.iter().filter(|(other, _)| is_agent(*other) == is_agent(name)).count() == 1;
        let names = strong.iter().filter(|(name, likeness)| {
            let node = self.ready[*name].spelling.node;
            is_sure(likeness)
                && is_alone(*name)
                && !self.is_written(node, stretch.alphabet)
                && !self.is_confusable(node, &written)
        });
        let names: Vec<Likened> = names.copied().collect();
        Some(if names.is_empty() { Meant::Known } else { Meant::Names(names) })
    }

    /// Whether what is recorded as confusable with a node is as like to some words.
    fn is_confusable(&self, node: Node, words: &Written) -> bool {
        self.dossier.confusable_with(node).into_iter().any(|other| {
            let from = self.ready.partition_point(|one| one.spelling.node < other);
            let names = self.ready[from..].iter().take_while(|one| one.spelling.node == other);
            names
                .filter_map(|one| likeness(&one.written, words))
                .any(|likeness| likeness.strength != Strength::Weak)
        })
    }
}

impl Meant {
    fn differs(&self) -> u32 {
        match self {
            Meant::Known => 0,
            Meant::Names(names) => names.iter().map(|(_, likeness)| likeness.differs).min().unwrap_or(0),
        }
    }
}

impl Stretch<'_> {
    /// Where a name may begin in a word: at its beginning, and behind each prefix, the shortest first. A letter that is doubled there is a
    /// prefix before anything else.
    fn starts(&self, at: usize) -> Vec<usize> {
        let word = &self.text[self.words[at].clone()];
        let mut starts = vec![self.words[at].start];
        for prefix in self.prefixes {
            let own: String = word.chars().take(prefix.chars().count()).collect();
            let rest = &word[own.len()..];
            let is_left = rest.chars().filter(|c| c.is_alphabetic()).count() >= LEFT;
            if folded(&own) != *prefix || !is_left {
                continue;
            }
            let is_doubled = own.chars().next_back() == rest.chars().next();
            let place = if is_doubled { 0 } else { starts.len() };
            starts.insert(place, self.words[at].start + own.len());
        }
        starts
    }
}

/// Whether a likeness is beyond chance.
fn is_sure(likeness: &Likeness) -> bool {
    let most = DIFFERS.iter().find(|(size, _)| likeness.size < *size);
    likeness.strength == Strength::Strong
        && likeness.because != WhyAlike::MostAgrees
        && likeness.size >= LEAST
        && most.is_none_or(|(_, differs)| likeness.differs <= *differs)
}

/// Whether a name is one's own: of an agent that has one, and with a capital where its letters have them, which a description has not.
fn is_proper(dossier: &Dossier, one: &Ready<'_>) -> bool {
    let agent = dossier.agent_of(one.spelling.node);
    agent.is_none_or(|agent| dossier.agents[agent].named)
        && (!one.written.alphabet().has_capitals() || one.spelling.name.contains(char::is_uppercase))
}

/// Whether the first and the last of some words have a capital, where their letters have them.
fn is_capital(alphabet: Alphabet, words: &str) -> bool {
    let mut ends = words.split_whitespace();
    let (first, last) = (ends.next(), ends.next_back());
    !alphabet.has_capitals() || first.into_iter().chain(last).all(|word| word.contains(char::is_uppercase))
}

/// The readings of the skeleton of a word; of none that is known, that of nothing.
fn skeletons_of(word: &str) -> Vec<Skeleton> {
    Written::new(word).map_or_else(|| vec![Skeleton::new()], |word| word.whole_skeletons())
}

fn folded(name: &str) -> String {
    fold_text(name).to_lowercase()
}

/// The words of a text in its order, those together that are of one script and have nothing but white space between them.
fn stretches<'t>(text: &'t str, prefixes: &'static [String]) -> Vec<Stretch<'t>> {
    let mut stretches: Vec<Stretch<'t>> = Vec::new();
    let mut reached = None;
    for mut at in text_words(text) {
        let Some(alphabet) = Alphabet::of(&text[at.clone()]) else {
            reached = None;
            continue;
        };
        let goes_on = reached.is_some_and(|end| text[end..at.start].matches('\n').count() < 2);
        reached = Some(at.end);
        if alphabet == Alphabet::Latin {
            let bare = ["'s", "’s"].iter().find_map(|own| text[at.clone()].strip_suffix(own));
            at.end = bare.map_or(at.end, |bare| at.start + bare.len());
        }
        match stretches.last_mut().filter(|stretch| goes_on && stretch.alphabet == alphabet) {
            Some(stretch) => stretch.words.push(at),
            None => stretches.push(Stretch { alphabet, words: vec![at], text, prefixes }),
        }
    }
    stretches
}
