//! Lists made ready, and which of them a text is read by.

use std::sync::OnceLock;

use super::language::{Language, Script, Side, Turn};
use super::lists::ALL;
use super::phrase::{Pattern, Phrase, spelled_out};
use super::said::{Said, plain, said};
use crate::text::grammar::is_number;
use crate::text::sketch::{ByWord, Words};
use crate::text::tag::is_of;

/// The lists that a passage is read by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listed(Vec<&'static Ready>);

/// A language made ready: its phrases by their last word.
pub(super) struct Ready {
    pub(super) language: &'static Language,
    pub(super) by_last: ByWord<Vec<Phrase>>,
    /// Those whose last word is not one word.
    pub(super) open: Vec<Phrase>,
    /// Of each of those the first byte of its last word; 0 where that is not told.
    firsts: Vec<u8>,
    /// The words that phrases begin with, as far as they are told.
    pub(super) begins: Words,
    /// What tells a word that a phrase begins with, of all others.
    pub(super) opens: Vec<Pattern>,
    /// The beginnings of words that end phrases, by their first byte.
    pub(super) heads: Vec<Vec<String>>,
    /// Those that end phrases and do not tell how they begin.
    pub(super) tails: Vec<Pattern>,
    pub(super) clauses: Words,
    pub(super) through: Words,
    pub(super) stops: Words,
    pub(super) numbers: Vec<Pattern>,
    pub(super) says: Words,
    pub(super) adverbs: Vec<Pattern>,
    pub(super) participles: Vec<Pattern>,
    pub(super) nobody: Words,
    pub(super) relatives: Words,
}

/// Whether there are lists for the language of a BCP 47 tag.
pub(crate) fn has_list(tag: &str) -> bool {
    of_tag(tag).is_some()
}

/// The lists that a passage is read by: those of its declared language, where it is written in that language's script;
/// else of the languages that its own words are most like. None for a language without.
pub(crate) fn listed(declared: Option<&str>, passage: &str) -> Listed {
    let script = script(passage);
    match declared.map(of_tag) {
        Some(None) => Listed::default(),
        Some(Some(ready)) if script.is_none_or(|script| script == ready.language.script) => {
            Listed(vec![ready])
        }
        _ => script.map(|script| guessed(script, passage)).unwrap_or_default(),
    }
}

impl Listed {
    pub(super) fn each(&self) -> impl Iterator<Item = &'static Ready> + '_ {
        self.0.iter().copied()
    }

    /// Whether there is no list to read by.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What a word is to whoever puts a note in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// An article, a preposition, a pronoun, a conjunction, an auxiliary.
    Small,
    Number,
    /// A word that turns others around.
    Turning,
    /// Any other, which may be a name.
    Other,
}

impl Listed {
    /// All lists that there are, for words of which nothing else is known.
    pub(crate) fn every() -> Self {
        Listed(ready(|_| true).collect())
    }

    /// What a word is in these languages; numbers in digits and English number words are told in each.
    pub(crate) fn part(&self, word: &str) -> Part {
        let known = |is: &dyn Fn(&Ready, &str) -> bool| {
            self.0.iter().any(|ready| is(ready, &plain(word, ready.language.letters)))
        };
        if known(&|ready, word| is_number(word) || ready.numbers.iter().any(|number| number.fits(word))) {
            Part::Number
        } else if known(&Ready::turns) {
            Part::Turning
        } else if known(&|ready, word| ready.through.contains(word) || ready.ends(word)) {
            Part::Small
        } else {
            Part::Other
        }
    }
}

impl std::fmt::Debug for Ready {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.language.tag)
    }
}

fn of_tag(tag: &str) -> Option<&'static Ready> {
    ready(|language| is_of(tag, language.tag)).next()
}

/// The languages that are wanted, in the order of their tags; each is made ready when it is first asked for.
pub(super) fn ready(wanted: impl Fn(&Language) -> bool) -> impl Iterator<Item = &'static Ready> {
    static READY: [OnceLock<Ready>; ALL.len()] = [const { OnceLock::new() }; ALL.len()];
    let all = ALL.iter().zip(&READY).filter(move |(language, _)| wanted(language));
    all.map(|(language, made)| made.get_or_init(|| Ready::new(language)))
}

/// The languages of a script that share most words with a passage; all of them where none does.
fn guessed(script: Script, passage: &str) -> Listed {
    let of_script = ready(|language| language.script == script);
    let likeness = |ready: &&'static Ready| {
        let words = said(passage, ready.language);
        words.iter().filter(|word| ready.knows(&word.plain)).count()
    };
    let all: Vec<(&'static Ready, usize)> = of_script.map(|ready| (ready, likeness(&ready))).collect();
    let most = all.iter().map(|(_, likeness)| *likeness).max().unwrap_or(0);
    Listed(all.into_iter().filter(|(_, likeness)| *likeness == most).map(|(ready, _)| ready).collect())
}

/// The script that most letters of a passage are of, among those that have lists.
fn script(passage: &str) -> Option<Script> {
    if passage.is_ascii() {
        return passage.bytes().any(|byte| byte.is_ascii_alphabetic()).then_some(Script::Latin);
    }
    let mut counts = [(Script::Latin, 0), (Script::Cyrillic, 0), (Script::Arabic, 0), (Script::Hebrew, 0)];
    let mut others = 0;
    for c in passage.chars().filter(|c| c.is_alphabetic()) {
        let of = match c {
            'A'..='Z' | 'a'..='z' | 'À'..='ɏ' | '\u{1E00}'..='\u{1EFF}' => 0,
            '\u{400}'..='\u{52F}' => 1,
            '\u{600}'..='\u{6FF}'
            | '\u{750}'..='\u{77F}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => 2,
            '\u{590}'..='\u{5FF}' | '\u{FB1D}'..='\u{FB4F}' => 3,
            _ => {
                others += 1;
                continue;
            }
        };
        counts[of].1 += 1;
    }
    counts
        .into_iter()
        .filter(|(_, count)| *count > others)
        .max_by_key(|(_, count)| *count)
        .map(|(script, _)| script)
}

impl Ready {
    fn new(language: &'static Language) -> Self {
        let letters = language.letters;
        let words = |words: &str| words.split_whitespace().map(|word| plain(word, letters)).collect();
        let patterns =
            |words: &str| words.split_whitespace().map(|word| Pattern::new(word, letters)).collect();
        let mut ready = Ready {
            language,
            by_last: ByWord::default(),
            open: Vec::new(),
            firsts: Vec::new(),
            begins: Words::default(),
            opens: Vec::new(),
            heads: vec![Vec::new(); 256],
            tails: Vec::new(),
            clauses: words(language.clauses),
            through: words(language.through),
            stops: words(language.stops),
            numbers: patterns(language.numbers),
            says: words(language.says),
            adverbs: patterns(language.adverbs),
            participles: patterns(language.participles),
            nobody: language.nobody.split('|').map(|phrase| plain(phrase, letters)).collect(),
            relatives: words(language.relatives),
        };
        let rows = language.rows.iter().map(|row| (row.phrases, Some((row.turn, row.side))));
        for (phrases, turns) in rows.chain([(language.harmless, None)]) {
            for phrase in spelled_out(phrases) {
                ready.add(&phrase, turns);
            }
        }
        ready
    }

    /// The words of a stretch of text, each with whether a phrase may end with it.
    pub(super) fn words<'t>(&self, text: &'t str) -> Vec<Said<'t>> {
        let mut words = said(text, self.language);
        words.iter_mut().for_each(|word| word.may_end = self.may_end(&word.plain));
        words
    }

    /// Whether it is one of the words that stand in its lists.
    fn knows(&self, word: &str) -> bool {
        self.through.contains(word) || self.ends(word) || self.ending_with(word).is_some()
    }

    /// Whether a word ends what a turning word governs, if nothing governs it itself.
    pub(super) fn ends(&self, word: &str) -> bool {
        self.stops.contains(word) || self.says.contains(word) || self.relatives.contains(word)
    }

    /// Whether a word alone turns anything.
    pub(super) fn turns(&self, word: &str) -> bool {
        let alone = |phrase: &Phrase| phrase.words.is_empty() && phrase.turns.is_some();
        let listed = self.ending_with(word).is_some_and(|phrases| phrases.iter().any(alone));
        listed || self.open_for(word).any(|phrase| phrase.words.len() == 1 && phrase.words[0].fits(word))
    }

    /// The phrases whose last word is that word.
    pub(super) fn ending_with(&self, word: &str) -> Option<&Vec<Phrase>> {
        self.by_last.get(word)
    }

    /// Those phrases whose last word is not one word that may end with a word, as far as its first byte tells.
    pub(super) fn open_for(&self, word: &str) -> impl Iterator<Item = &Phrase> {
        let first = word.bytes().next().unwrap_or_default();
        let firsts = self.firsts.iter().zip(&self.open);
        firsts.filter(move |(begins, _)| **begins == 0 || **begins == first).map(|(_, phrase)| phrase)
    }

    fn add(&mut self, phrase: &str, turns: Option<(Turn, Side)>) {
        let pattern = |word| Pattern::new(word, self.language.letters);
        let mut words: Vec<Pattern> = phrase.split(' ').rev().map(pattern).collect();
        match words.last() {
            Some(Pattern::Word(word) | Pattern::Label(word)) => {
                self.begins.entry(word.clone(), || ());
            }
            Some(other) => self.opens.push(other.clone()),
            None => {}
        }
        match words.first() {
            Some(Pattern::Word(last)) => {
                let last = last.clone();
                words.remove(0);
                self.by_last.entry(last, Vec::new).push(Phrase::new(turns, words, 1));
            }
            Some(last) => {
                match last.head().and_then(|head| Some((head, head.bytes().next()?))) {
                    Some((head, first)) => {
                        self.firsts.push(first);
                        self.heads[usize::from(first)].push(head.to_owned());
                    }
                    None => {
                        self.firsts.push(0);
                        self.tails.push(last.clone());
                    }
                }
                self.open.push(Phrase::new(turns, words, 0));
            }
            None => {}
        }
    }
}

/// Whether `word` negates in any language with a list, in any case and with any apostrophe.
pub(crate) fn is_negation(word: &str) -> bool {
    // What negates alone is a small part of each list: asked of all languages, the rest need not be made ready.
    static NEGATIONS: OnceLock<Vec<(&Language, Vec<Pattern>)>> = OnceLock::new();
    let negations = NEGATIONS.get_or_init(|| ALL.iter().map(|it| (*it, negations(it))).collect());
    negations.iter().any(|(language, words)| {
        let word = plain(word, language.letters);
        words.iter().any(|negation| negation.fits(&word))
    })
}

/// The words of a language that negate alone.
fn negations(language: &Language) -> Vec<Pattern> {
    let rows = language.rows.iter().filter(|row| matches!(row.turn, Turn::Negation));
    let alone = rows.flat_map(|row| row.phrases.split('|')).filter(|phrase| !phrase.contains(' '));
    alone.flat_map(spelled_out).map(|word| Pattern::new(&word, language.letters)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(declared: Option<&str>, passage: &str) -> Vec<&'static str> {
        listed(declared, passage).each().map(|ready| ready.language.tag).collect()
    }

    #[test]
    fn a_declared_language_is_read_where_the_script_is_its_own() {
        assert_eq!(tags(Some("de-AT"), "Es gab keine Toten."), ["de"]);
        assert_eq!(tags(Some("en"), "הצבא לא הפציץ את הכפר"), ["he"]);
        assert_eq!(tags(Some("tr"), "Ordu köyü bombalamadı"), [""; 0]);
        assert!(has_list("FR") && has_list("pt-BR") == has_list("pt") && !has_list("tr"));
    }

    #[test]
    fn a_language_that_is_not_declared_is_told_by_its_small_words() {
        for (tag, passage) in [
            ("en", "The minister said that he had not taken money from the firm."),
            ("de", "Der Minister sagte, dass er kein Geld von der Firma hat."),
            ("fr", "L'armée n'a jamais bombardé le village."),
            ("es", "El ejército no ha bombardeado la aldea."),
            ("it", "L'esercito non ha bombardato il villaggio."),
            ("ru", "Министр сказал, что он не брал денег у фирмы."),
            ("uk", "Міністр сказав, що він не брав грошей у фірми."),
            ("ar", "إن الجيش لم يقتل 12 شخصا في القرية"),
            ("fa", "ارتش این روستا را بمباران نکرد"),
            ("he", "הצבא לא הפציץ את הכפר"),
        ] {
            assert_eq!(tags(None, passage), [tag], "{passage}");
        }
    }

    #[test]
    fn no_list_is_read_of_scripts_that_have_none() {
        assert_eq!(tags(None, "他们说有三人死亡"), [""; 0]);
        assert_eq!(tags(None, "34"), [""; 0]);
    }

    #[test]
    fn negations_in_any_case_shape_and_language() {
        for word in ["not", "No", "didn't", "DIDN’T", "cannot", "keine", "jamais", "не", "לא", "لم"] {
            assert!(is_negation(word), "{word}");
        }
        for word in ["knot", "note", "denied", "noon", ""] {
            assert!(!is_negation(word), "{word}");
        }
    }

    #[test]
    fn every_phrase_ends_with_a_word_that_may_end_one_and_other_words_may_not() {
        for ready in ready(|_| true) {
            let whole = ready.by_last.each().map(|(word, _)| vec![word.clone()]);
            let open = ready.open.iter().map(|phrase| match &phrase.words[0] {
                Pattern::Word(word) | Pattern::Label(word) => vec![word.clone()],
                Pattern::Begins(head) => vec![head.clone(), format!("{head}xyz")],
                Pattern::Ends(tail) => vec![tail.clone(), format!("xyz{tail}")],
                Pattern::Any => Vec::new(),
            });
            for word in whole.chain(open).flatten() {
                assert!(ready.may_end(&word), "{word} in {}", ready.language.tag);
                for joined in ready.language.joined {
                    assert!(ready.may_end(&format!("{joined}{word}")), "{joined}{word}");
                }
            }
        }
        let english = of_tag("en").unwrap();
        let may_end = english.words("The army denied; hadn't killed people");
        let may_end: Vec<bool> = may_end.into_iter().map(|word| word.may_end).collect();
        assert_eq!(may_end, [false, false, true, true, false, false]);
    }
}
