//! The parts of a draft that stand for themselves: clauses of its sentences, quotations, titles of sources.

use std::ops::Range;

use crate::model::Dossier;
use crate::spot::{Beside, quoted, stands};
use crate::text::{paragraphs, sentences};

/// Words in quotation marks are held against the record from so many on.
const LEAST_WORDS: usize = 2;

/// A title is looked for from so many words on: a shorter one may be anybody's words.
const LEAST_OF_TITLE: usize = 3;

/// A draft cut into its parts. Places are bytes of its words.
pub(super) struct Parts<'t> {
    pub(super) text: &'t str,
    pub(super) paragraphs: Vec<Paragraph>,
    /// What stands in quotation marks, in order.
    quoted: Vec<Range<usize>>,
    /// Of that what is held against the record: no titles, and no single words.
    pub(super) quotations: Vec<Range<usize>>,
    /// Titles of sources and, once they are known, names that are misspelt.
    pub(super) beside: Beside,
}

/// A paragraph with its sentences.
pub(super) struct Paragraph {
    pub(super) at: Range<usize>,
    pub(super) sentences: Vec<Range<usize>>,
}

impl<'t> Parts<'t> {
    pub(super) fn new(dossier: &Dossier, text: &'t str) -> Self {
        let mut titles = Vec::new();
        for (id, source) in dossier.sources.iter() {
            if source.title.split_whitespace().count() >= LEAST_OF_TITLE {
                let within = source.title.replace('“', "‘").replace('”', "’");
                titles.extend(stands(text, &source.title).into_iter().map(|at| (at, id)));
                if within != source.title {
                    titles.extend(stands(text, &within).into_iter().map(|at| (at, id)));
                }
            }
        }
        titles.sort_by_key(|(at, id)| (at.start, *id));
        let all: Vec<Range<usize>> = paragraphs(text);
        let mut quotations = Vec::new();
        for paragraph in &all {
            let own = quoted(&text[paragraph.clone()]);
            quotations.extend(own.into_iter().map(|at| paragraph.start + at.start..paragraph.start + at.end));
        }
        let is_title = |at: &Range<usize>| titles.iter().any(|(title, _)| overlap(title, at));
        let quoted = quotations.clone();
        quotations.retain(|at| !is_title(at) && text[at.clone()].split_whitespace().count() >= LEAST_WORDS);
        let cut = |at: Range<usize>| Paragraph { sentences: sentences(text, at.clone()), at };
        Parts {
            text,
            paragraphs: all.into_iter().map(cut).collect(),
            quoted,
            quotations,
            beside: Beside { titles, misspelt: Vec::new(), language: None },
        }
    }

    /// Whether words are the title of a source, and nothing else.
    pub(super) fn is_title(&self, at: &Range<usize>) -> bool {
        let covers = |title: &Range<usize>| {
            let around = [at.start..title.start.max(at.start), title.end.min(at.end)..at.end];
            overlap(title, at)
                && !around.iter().any(|rest| self.text[rest.clone()].contains(char::is_alphanumeric))
        };
        self.beside.titles.iter().any(|(title, _)| covers(title))
    }

    /// The paragraph that a place stands in.
    pub(super) fn paragraph(&self, at: usize) -> Option<&Paragraph> {
        let number = self.paragraphs.partition_point(|paragraph| paragraph.at.end <= at);
        self.paragraphs.get(number).filter(|it| it.at.start <= at)
    }

    /// The sentence that a place stands in, the white space before it its own.
    pub(super) fn sentence(&self, at: usize) -> Option<Range<usize>> {
        let paragraph = self.paragraph(at)?;
        let number = paragraph.sentences.partition_point(|sentence| sentence.end <= at);
        paragraph.sentences.get(number).or(paragraph.sentences.last()).cloned()
    }

    /// The part of a sentence between semicolons that a place stands in; those within quotations and titles part nothing.
    pub(super) fn clause(&self, sentence: &Range<usize>, at: usize) -> Range<usize> {
        let own = &self.text[sentence.clone()];
        let inner = quoted(own);
        let parts = own.match_indices("; ").map(|(part, _)| part);
        let parts: Vec<usize> = parts
            .filter(|part| !inner.iter().any(|it| it.contains(part)))
            .map(|part| sentence.start + part)
            .filter(|part| !self.beside.titles.iter().any(|(title, _)| title.contains(part)))
            .collect();
        let start = parts.iter().rev().find(|part| **part < at).map_or(sentence.start, |part| part + 2);
        let end = parts.iter().find(|part| **part >= at).map_or(sentence.end, |part| *part);
        start..end.max(start)
    }

    /// The words of a sentence without those of others: quotations and titles, and what leads to a quotation, are left out.
    pub(super) fn own_words(&self, sentence: &Range<usize>) -> String {
        let mut own = String::new();
        let mut from = sentence.start;
        while from < sentence.end {
            let clause = self.clause(sentence, from);
            let is_lead = self.is_lead(&clause, &(clause.start..clause.start));
            if !is_lead {
                let mut at = clause.start;
                let others = self.quoted.iter().chain(self.beside.titles.iter().map(|(title, _)| title));
                let mut others: Vec<&Range<usize>> = others.filter(|it| overlap(it, &clause)).collect();
                others.sort_by_key(|it| it.start);
                for other in others {
                    own.push_str(self.text.get(at..other.start).unwrap_or_default());
                    at = at.max(other.end);
                }
                own.push_str(self.text.get(at..clause.end).unwrap_or_default());
                own.push(' ');
            }
            from = clause.end.max(from) + "; ".len();
        }
        own
    }

    /// Whether words lead to a quotation of their clause, as the day of a source does: `The Herald, 1 March 2024: “...”`.
    pub(super) fn is_lead(&self, clause: &Range<usize>, at: &Range<usize>) -> bool {
        let is_title = |it: &Range<usize>| self.beside.titles.iter().any(|(title, _)| overlap(title, it));
        let all = self.quoted.iter().filter(|it| !is_title(it));
        let next = all.into_iter().find(|it| it.start >= at.end && it.start < clause.end);
        next.is_some_and(|quote| {
            let between = &self.text[at.end..quote.start];
            between.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ':' && c != ')').ends_with(':')
        })
    }

    /// Whether words are another's: in quotation marks, or a source's title.
    pub(super) fn is_anothers(&self, at: &Range<usize>) -> bool {
        self.quoted.iter().any(|it| overlap(it, at))
            || self.beside.titles.iter().any(|(it, _)| overlap(it, at))
    }
}

pub(super) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Which of many ranges may overlap another, found without going over all of them.
pub(super) struct Reached {
    /// The ranges by where they begin, each as its number among those that were given.
    numbers: Vec<usize>,
    starts: Vec<usize>,
    /// How far those up to each reach.
    furthest: Vec<usize>,
}

impl Reached {
    pub(super) fn new<'r>(ranges: impl IntoIterator<Item = &'r Range<usize>>) -> Self {
        let mut all: Vec<(usize, &Range<usize>)> = ranges.into_iter().enumerate().collect();
        all.sort_by_key(|(_, at)| at.start);
        let mut far = 0;
        let furthest = all.iter().map(|(_, at)| {
            far = far.max(at.end);
            far
        });
        let furthest = furthest.collect();
        Reached {
            furthest,
            starts: all.iter().map(|(_, at)| at.start).collect(),
            numbers: all.into_iter().map(|(number, _)| number).collect(),
        }
    }

    /// The numbers of those that overlap a range, and of some that do not, in the order in which they were given.
    pub(super) fn near(&self, at: &Range<usize>) -> Vec<usize> {
        let from = self.furthest.partition_point(|end| *end <= at.start);
        let to = self.starts.partition_point(|start| *start < at.end).max(from);
        let mut near = self.numbers[from..to].to_vec();
        near.sort_unstable();
        near
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_overlap_are_near_and_what_is_far_is_not_asked() {
        let ranges: Vec<Range<usize>> = (0..12).flat_map(|a| (a..12).map(move |b| a..b)).collect();
        let mixed: Vec<Range<usize>> =
            (0..ranges.len()).map(|at| ranges[at * 7 % ranges.len()].clone()).collect();
        let reached = Reached::new(&mixed);
        for at in &ranges {
            let near = reached.near(at);
            assert!(near.is_sorted());
            let all: Vec<usize> = (0..mixed.len()).filter(|it| overlap(&mixed[*it], at)).collect();
            let kept: Vec<usize> = near.into_iter().filter(|it| overlap(&mixed[*it], at)).collect();
            assert_eq!(kept, all, "{at:?}");
        }
        let apart: Vec<Range<usize>> = (0..1000).map(|at| at * 10..at * 10 + 8).collect();
        assert_eq!(Reached::new(&apart).near(&(4005..4012)), [400, 401]);
        assert!(Reached::new(&[]).near(&(0..9)).is_empty());
    }
}
