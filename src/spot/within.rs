//! What of some words of a text could be recorded: what [`Spotter::look`] finds there, and the words themselves.

use std::collections::BTreeSet;
use std::ops::Range;

use super::found::Spotted;
use super::look::{Spotter, Standing};
use super::questions::SpotKind;
use crate::capture::Words;
use crate::model::table::SourceId;
use crate::text::{paragraphs, sentence_around, sentences};
use crate::value::shape::Node;

impl Spotter<'_> {
    /// What touches some words of the article of a source's text, in the order of kinds, and last the words themselves as a quotation.
    /// A name counts wherever it stands; lines are not counted.
    pub(crate) fn within(&self, source: SourceId, words: &Words<'_>, at: &Range<usize>) -> Vec<Spotted> {
        let looked = self.at_hand(source, words);
        let text = looked.text;
        let touches = |other: &Range<usize>| other.start < at.end && at.start < other.end;
        let mut found = Vec::new();
        let numbered = paragraphs(text);
        for (nth, paragraph) in numbered.iter().enumerate().filter(|(_, paragraph)| touches(paragraph)) {
            for sentence in sentences(text, paragraph.clone()).into_iter().filter(touches) {
                let paragraph = paragraph.clone();
                let standing = Standing { at: 0..0, sentence, paragraph, number: nth + 1 };
                self.in_sentence(&looked, &standing, &mut found);
            }
        }
        let mut named: BTreeSet<Node> = BTreeSet::new();
        for mention in looked.mentions.iter().filter(|mention| touches(&mention.at)) {
            let new = mention.nodes.iter().filter(|node| named.insert(**node));
            found.extend(new.filter_map(|node| self.name(&looked, &numbered, *node, mention)));
        }
        found.retain(|spotted| touches(&spotted.at));
        found.sort_by_key(|spotted| (spotted.kind, spotted.at.start, spotted.node));
        let sentence = sentence_around(text, at);
        let standing = Standing { at: at.clone(), sentence, paragraph: 0..0, number: 0 };
        let whole = self.spotted(&looked, &standing, SpotKind::Quotation, at.clone());
        found.push(self.asked(&looked, whole, &text[at.clone()]));
        found
    }
}
