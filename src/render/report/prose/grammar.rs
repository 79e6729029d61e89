//! What sentences need of English: how many a name stands for, and which form a verb then has.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::render::report::told::joined;
use crate::text::shortened;
use crate::view::report::statement::{Modality, Statement, Type};

/// So much of a title is told where there is little room.
const MOST_OF_TITLE: usize = 23;

/// Who says something, as a sentence names them together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Subject {
    /// The names, in order.
    pub(super) names: Vec<String>,
    /// The texts that say so themselves, whose publishers are not known: each by its source, with its title.
    pub(super) unknown: Vec<(String, String)>,
    /// The same names, and the sources of the same texts, to be looked up: very many may give one answer.
    known: (BTreeSet<String>, BTreeSet<String>),
}

/// How a sentence names one text whose publisher is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// `an article of an unknown publisher`: no other is named in the sentence.
    Plain,
    /// By its title, which tells it from others.
    Titled,
    /// By its title and its id: another has the same title.
    TitledAlike,
}

/// What somebody does with an answer: a verb for one and for many, and the answer as it stands behind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Saying {
    pub(super) verb: [&'static str; 2],
    pub(super) answer: String,
}

impl Subject {
    /// Whoever a claim is by.
    pub(super) fn of(claim: &Statement) -> Self {
        let mut subject = Subject::default();
        subject.add(claim);
        subject
    }

    /// Adds whoever a claim is by, once.
    pub(super) fn add(&mut self, claim: &Statement) {
        if claim.own_voice && claim.publisher.is_none() {
            if self.known.1.insert(claim.source.clone()) {
                self.unknown.push((claim.source.clone(), claim.title.clone()));
            }
            return;
        }
        let name = speaker(claim);
        if self.known.0.insert(name.clone()) {
            self.names.push(name);
        }
    }

    /// `Hamas, the Gaza Health Ministry and two articles of unknown publishers`; past `most` names the rest are counted.
    pub(super) fn told(&self, most: usize, naming: Naming) -> String {
        let mut parts: Vec<String> = self.names.iter().take(most).cloned().collect();
        if let more @ 1.. = self.names.len().saturating_sub(most) {
            parts.push(format!("{more} others"));
        }
        parts.extend(self.texts(naming, titled, |count| match count {
            1 => "an article of an unknown publisher".to_owned(),
            many => format!("{} articles of unknown publishers", number(many)),
        }));
        joined(&parts)
    }

    /// The texts among it: the only one by its title where that tells it from others, else how many they are.
    fn texts(
        &self,
        naming: Naming,
        titled: impl Fn(&str) -> String,
        counted: impl Fn(usize) -> String,
    ) -> Option<String> {
        match (self.unknown.as_slice(), naming) {
            ([], _) => None,
            ([(_, title)], Naming::Titled) => Some(titled(title)),
            ([(source, title)], Naming::TitledAlike) => Some(format!("{} ({source})", titled(title))),
            (all, _) => Some(counted(all.len())),
        }
    }

    /// `Hamas, Gaza Health Ministry, 2 articles`, for where there is little room: no article before a name, and of a title its beginning.
    pub(super) fn briefly(&self, most: usize, naming: Naming) -> String {
        let bare = |name: &String| name.strip_prefix("the ").unwrap_or(name).to_owned();
        let mut parts: Vec<String> = self.names.iter().take(most).map(bare).collect();
        if let more @ 1.. = self.names.len().saturating_sub(most) {
            parts.push(format!("{more} more"));
        }
        let beginning = |title: &str| titled(&shortened(title, MOST_OF_TITLE));
        parts.extend(self.texts(naming, beginning, |count| match count {
            1 => "an article".to_owned(),
            many => format!("{many} articles"),
        }));
        parts.join(", ")
    }

    /// Whether a verb takes the form for many.
    pub(super) fn is_many(&self) -> bool {
        match (self.names.as_slice(), self.unknown.as_slice()) {
            ([one], []) => is_many(one),
            ([], [_]) => false,
            _ => true,
        }
    }

    /// How many it names.
    pub(super) fn count(&self) -> usize {
        self.names.len() + self.unknown.len()
    }
}

/// Each answer of some claims with all who give it, that of most first.
pub(super) fn by_answer<T: Clone + Ord>(
    claims: &[&Statement],
    answer: impl Fn(&Statement) -> T,
) -> Vec<(T, Subject)> {
    let mut answers: Vec<(T, Subject)> = Vec::new();
    let mut known: BTreeMap<T, usize> = BTreeMap::new();
    for claim in claims {
        let said = answer(claim);
        let at = *known.entry(said.clone()).or_insert(answers.len());
        match answers.get_mut(at) {
            Some((_, subject)) => subject.add(claim),
            None => answers.push((said, Subject::of(claim))),
        }
    }
    answers.sort_by_key(|(_, subject)| Reverse(subject.count()));
    answers
}

impl Saying {
    /// What a claim says of its question.
    pub(super) fn new(claim: &Statement) -> Saying {
        let quoted = matches!(claim.kind, Type::Choice | Type::Text | Type::Set);
        let answer = |words: &str| match quoted {
            true => format!("“{words}”"),
            false => figure(claim, words),
        };
        if let Some(words) = &claim.denies {
            return Saying { verb: ["denies", "deny"], answer: answer(words) };
        }
        if let Some(words) = claim.plain.strip_prefix("not ").filter(|_| !claim.kind_is_measured()) {
            return Saying { verb: ["rules out", "rule out"], answer: answer(words) };
        }
        let verb = match (claim.modality, claim.kind) {
            (Modality::Estimated, _) => ["estimates", "estimate"],
            (Modality::Alleged, _) => ["alleges", "allege"],
            (Modality::Projected, _) => ["projects", "project"],
            (Modality::Stated, Type::YesNo) => ["answers", "answer"],
            (Modality::Stated, _) => ["says", "say"],
        };
        let said = answer(&claim.plain);
        Saying {
            verb,
            answer: match &claim.foreign {
                Some(reading) => format!("{said} ({reading})"),
                None => said,
            },
        }
    }
}

/// An answer as it is printed: figures by threes, and as they stand within a sentence.
pub(super) fn figure(claim: &Statement, words: &str) -> String {
    match claim.kind_is_measured() {
        true if claim.kind == Type::Date => within(words),
        true => grouped(&within(words)),
        false => words.to_owned(),
    }
}

/// Whoever speaks, with what tells that it has no name; in its own voice the publisher.
pub(super) fn speaker(claim: &Statement) -> String {
    match (claim.own_voice, &claim.publisher) {
        (true, Some(publisher)) => bracketed(publisher),
        (true, None) => titled(&claim.title),
        (false, _) if claim.named => bracketed(&claim.speaker),
        (false, _) => format!("{} (not named)", bracketed(&claim.speaker)),
    }
}

/// A name that can stand in a list: `Basem Naim (a Hamas official)` for `Basem Naim, a Hamas official`.
pub(super) fn bracketed(name: &str) -> String {
    match name.split_once(", ") {
        // Brackets within brackets are none: `the Fund (F. H. Kennedy, editor)`.
        Some((head, rest)) if !head.is_empty() && !rest.is_empty() => {
            format!("{head} ({})", rest.replace(" (", ", ").replace(['(', ')'], ""))
        }
        _ => name.to_owned(),
    }
}

/// A figure as it stands within a sentence, whatever stood at the front of its own.
fn within(words: &str) -> String {
    let mut chars = words.chars();
    let rest = chars.clone().nth(1).is_some_and(char::is_lowercase);
    match chars.next() {
        Some(first) if rest => first.to_lowercase().chain(chars).collect(),
        _ => words.to_owned(),
    }
}

/// Figures as they are printed, by threes: `101,895` for `101895`. What has a sign of its own between its digits stays.
fn grouped(words: &str) -> String {
    let figure = |word: &str| {
        let is_bare =
            word.len() > 3 && !word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit());
        let mut out = String::new();
        for (at, digit) in word.chars().enumerate() {
            if is_bare && at > 0 && (word.len() - at).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        out
    };
    words.split(' ').map(figure).collect::<Vec<_>>().join(" ")
}

/// Whether a name stands for several: `Palestinian authorities`, and not `Hamas` or `Pledge Times`.
fn is_many(name: &str) -> bool {
    let head = name.split([',', '(']).next().unwrap_or(name);
    let head = head.split(" of ").next().unwrap_or(head).trim();
    let last = head.rsplit(' ').next().unwrap_or(head);
    let ends = |end: &str| last.ends_with(end);
    last.starts_with(char::is_lowercase) && ends("s") && !ends("ss") && !ends("us") && !ends("is")
}

/// A small number in words.
fn number(count: usize) -> String {
    const WORDS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let word = count.checked_sub(2).and_then(|at| WORDS.get(at));
    word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A title in quotation marks, or in the brackets that the desk gave it.
pub(super) fn titled(title: &str) -> String {
    match title.starts_with('[') {
        true => title.to_owned(),
        false => format!("“{}”", title.replace('“', "‘").replace('”', "’")),
    }
}

/// A text without the marks of code.
pub(super) fn bare(text: &str) -> String {
    text.replace('`', "")
}

/// A sentence with a mark at its end.
pub(super) fn ended(text: &str, mark: char) -> String {
    match text.trim_end().ends_with(['.', '?', '!']) {
        true => text.trim_end().to_owned(),
        false => format!("{}{mark}", text.trim_end()),
    }
}

/// A sentence with a capital at its front.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_several_where_its_noun_does() {
        for (name, many) in [
            ("Palestinian authorities", true),
            ("US forces", true),
            ("residents of the town", true),
            ("two witnesses, a mother and her son", true),
            ("the Gaza Health Ministry", false),
            ("Hamas", false),
            ("Pledge Times", false),
            ("the press", false),
            ("the census", false),
            ("the head of the authorities", false),
        ] {
            assert_eq!(is_many(name), many, "{name}");
        }
    }

    #[test]
    fn figures_are_printed_by_threes() {
        for (words, printed) in [
            ("101895", "101,895"),
            ("2000 to 27000", "2,000 to 27,000"),
            ("999", "999"),
            ("1000000", "1,000,000"),
            ("1,234 or so", "1,234 or so"),
            ("4.5678", "4.5678"),
            ("007500", "007500"),
            ("$5000", "$5000"),
        ] {
            assert_eq!(grouped(words), printed);
        }
    }

    #[test]
    fn those_who_say_the_same_are_named_together() {
        let subject = |names: &[&str], unknown: usize| Subject {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            unknown: (0..unknown).map(|at| (format!("s{at}"), format!("Title {at}"))).collect(),
            ..Subject::default()
        };
        for (subject, told, many) in [
            (subject(&["Hamas"], 0), "Hamas", false),
            (subject(&["Hamas", "AFP"], 0), "Hamas and AFP", true),
            (subject(&[], 1), "an article of an unknown publisher", false),
            (subject(&[], 3), "three articles of unknown publishers", true),
            (subject(&["Hamas"], 2), "Hamas and two articles of unknown publishers", true),
            (subject(&["a", "b", "c", "d"], 0), "a, b and 2 others", true),
        ] {
            assert_eq!((subject.told(2, Naming::Plain).as_str(), subject.is_many()), (told, many));
        }
        assert_eq!(
            subject(&["the mayor", "AFP", "b"], 2).briefly(2, Naming::Plain),
            "mayor, AFP, 1 more, 2 articles"
        );
        let long = Subject {
            unknown: vec![("s1".to_owned(), "A title of very many letters".to_owned())],
            ..subject(&[], 0)
        };
        assert_eq!(long.briefly(2, Naming::TitledAlike), "“A title of very many le…” (s1)");
        assert_eq!(subject(&["AFP"], 1).told(2, Naming::Titled), "AFP and “Title 0”");
        assert_eq!(subject(&[], 2).told(2, Naming::Titled), "two articles of unknown publishers");
        assert_eq!(bracketed("Basem Naim, a Hamas official"), "Basem Naim (a Hamas official)");
        assert_eq!(bracketed("the Fund, F. H. Kennedy (editor)"), "the Fund (F. H. Kennedy, editor)");
    }
}
