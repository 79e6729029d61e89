//! All that a text says, each name wherever it stands: for whoever holds the text itself to the record.

use super::found::{Spotted, SpottedText};
use super::look::{Spotter, Standing};
use super::mentions::{Mention, NameIndex};
use super::questions::{Passage, Signs, SpotKind};
use crate::capture::Words;
use crate::model::table::{EventId, QuestionId, SourceId};
use crate::text::{paragraphs, sentences};

/// So many questions are weighed for words of a draft, of which some are ruled out afterwards.
const MOST_ASKED: usize = 12;

impl Spotter<'_> {
    /// The figures, dates and names of the article of a source's text, in order, and where names stand.
    pub(crate) fn every(&self, source: SourceId, words: &Words<'_>) -> (SpottedText, Vec<Mention>) {
        let looked = self.at_hand(source, words);
        let text = looked.text;
        let mut found: Vec<Spotted> = Vec::new();
        let numbered = paragraphs(text);
        for (number, paragraph) in numbered.iter().enumerate() {
            for sentence in sentences(text, paragraph.clone()) {
                let standing =
                    Standing { at: 0..0, sentence, paragraph: paragraph.clone(), number: number + 1 };
                self.in_sentence(&looked, &standing, &mut found);
            }
        }
        for mention in &looked.mentions {
            let each =
                mention.nodes.iter().filter_map(|node| self.mentioned(text, &numbered, *node, mention));
            found.extend(each.map(|(_, spotted)| spotted));
        }
        found.sort_by_key(|spotted| (spotted.at.start, spotted.kind, spotted.node));
        let mentions = looked.mentions;
        (SpottedText { found, ..self.unread(source, words) }, mentions)
    }

    /// The questions that words may answer, the likeliest first, with what speaks for each, where some events are spoken of.
    pub(crate) fn ask(
        &self,
        source: SourceId,
        spotted: &Spotted,
        (words, sentence): (&str, &str),
        near: &[EventId],
    ) -> Vec<(Signs, QuestionId)> {
        let unit = match spotted.kind {
            SpotKind::Figure => spotted.unit.as_deref(),
            _ => None,
        };
        let says = spotted.says.as_ref().map(|(_, shape)| shape);
        let (kind, source) = (spotted.kind, Some(source));
        let passage = Passage { kind, source, words, sentence, unit, name: None, says, near };
        self.questions.ranked(&passage, MOST_ASKED)
    }

    /// Where names stand.
    pub(crate) fn name_index(&self) -> &NameIndex {
        &self.names
    }
}
