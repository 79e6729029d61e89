//! The words of a capture: one text in the order in which they are read, with a map of where each stands.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::Walls;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where in a page some words stand.
    pub enum PagePart {
        /// In the article of a page.
        Article = "article",
        /// In the title of the page, which browsers show in the tab.
        Title = "title",
        /// In a heading.
        Heading = "heading",
        /// In the line that says who wrote it.
        Byline = "by-line",
        /// In the line that says when it was published.
        Date = "date",
        /// In the caption of a picture or a table.
        Caption = "caption",
        /// In a footnote of a document.
        Footnote = "footnote",
        /// Elsewhere in what the page shows.
        Page = "page",
        /// In a text that has no such parts.
        Text = "text",
    }
}

impl PagePart {
    /// The places besides the article, in the order in which a quote is looked for in them.
    pub(super) const BESIDE: [PagePart; 6] = [
        PagePart::Title,
        PagePart::Heading,
        PagePart::Byline,
        PagePart::Date,
        PagePart::Caption,
        PagePart::Footnote,
    ];
}

/// Words that stand together in one place: a block of a page, or a stretch of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Bytes of the text.
    pub(super) at: Range<usize>,
    pub(super) place: PagePart,
    /// The block that they stand in; blocks are numbered in order.
    pub(super) block: usize,
}

/// When the words from some byte on were said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    /// The first byte of the words.
    pub(crate) at: usize,
    /// Milliseconds from the beginning.
    pub(crate) from: u64,
    /// Milliseconds; `None` where only the beginning is known.
    pub(crate) to: Option<u64>,
}

/// What a capture says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words<'b> {
    /// All that a reader sees, in order.
    pub(crate) text: Cow<'b, str>,
    /// In order, apart from each other; none of a text without parts.
    pub(super) parts: Vec<Stretch>,
    /// Stretches of the text in which a quote is looked for before all of it.
    pub(super) layers: Vec<Layer>,
    /// Where struck words were left out, in order: before the word that begins at or behind the byte.
    pub(super) struck: Vec<usize>,
    /// What keeps its parts apart.
    pub(super) walls: Walls,
    /// In order; of subtitles and transcripts alone.
    pub(crate) cues: Vec<Cue>,
}

/// Some of the words, as one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layer {
    pub(super) place: PagePart,
    pub(super) text: String,
    /// Where the pieces of its text begin, in it and in all of the words; in order.
    pub(super) pieces: Vec<(usize, usize)>,
    pub(super) walls: Walls,
}

impl<'b> Words<'b> {
    /// A text as it stands.
    pub(crate) fn plain(text: impl Into<Cow<'b, str>>) -> Self {
        Words { text: text.into(), ..Words::default() }
    }

    /// The words, kept beyond the bytes that they were read from.
    pub(super) fn kept(self) -> Words<'static> {
        let Words { text, parts, layers, struck, walls, cues } = self;
        Words { text: Cow::Owned(text.into_owned()), parts, layers, struck, walls, cues }
    }

    /// The words with the layers that their parts make: the article, then what stands beside it.
    pub(super) fn layered(mut self, article: &[bool]) -> Self {
        let is_article = |part: &&Stretch| article.get(part.block).copied().unwrap_or(false);
        let mut layers = vec![self.layer(PagePart::Article, is_article)];
        layers.extend(PagePart::BESIDE.map(|place| self.layer(place, |part| part.place == place)));
        self.layers = layers.into_iter().filter(|layer| !layer.pieces.is_empty()).collect();
        for part in &mut self.parts {
            if part.place == PagePart::Page && article.get(part.block).copied().unwrap_or(false) {
                part.place = PagePart::Article;
            }
        }
        self
    }

    /// The parts that a layer takes, each apart from the next as they are in the text.
    fn layer(&self, place: PagePart, takes: impl Fn(&&Stretch) -> bool) -> Layer {
        let mut layer = Layer { place, text: String::new(), pieces: Vec::new(), walls: Walls::default() };
        let mut before: Option<usize> = None;
        for (number, part) in self.parts.iter().enumerate().filter(|(_, part)| takes(part)) {
            let from = match before {
                Some(last) if last + 1 == number => self.parts[last].at.end,
                Some(_) => {
                    layer.text.push_str("\n\n");
                    part.at.start
                }
                None => part.at.start,
            };
            let own = layer.text.len();
            layer
                .walls
                .0
                .extend(self.walls.from(from..part.at.end).map(|(at, wall)| (own + at - from, wall)));
            layer.pieces.push((own, from));
            layer.text.push_str(&self.text[from..part.at.end]);
            before = Some(number);
        }
        layer
    }

    /// The article of a page, all of the words where there is none.
    pub(crate) fn article(&self) -> &str {
        let article = self.layers.iter().find(|layer| layer.place == PagePart::Article);
        article.map_or(&self.text, |layer| layer.text.as_str())
    }

    /// The bytes of all the words between which a stretch of the article stands.
    pub(crate) fn of_article(&self, at: &Range<usize>) -> Range<usize> {
        let article = self.layers.iter().find(|layer| layer.place == PagePart::Article);
        article.map_or(at.clone(), |layer| layer.whole(at))
    }

    /// The bytes of the article at which a stretch of all the words stands; `None` where it does not begin and end in it.
    pub(crate) fn in_article(&self, at: &Range<usize>) -> Option<Range<usize>> {
        match self.layers.iter().find(|layer| layer.place == PagePart::Article) {
            Some(layer) => layer.own(at),
            None => Some(at.clone()),
        }
    }

    /// Where the words at a byte stand.
    pub(crate) fn place(&self, at: usize) -> PagePart {
        let behind = self.parts.partition_point(|part| part.at.end <= at);
        match self.parts.get(behind) {
            Some(part) => part.place,
            None if self.parts.is_empty() => PagePart::Text,
            None => PagePart::Page,
        }
    }

    /// Whether struck words were left out between two bytes.
    pub(super) fn is_struck(&self, at: &Range<usize>) -> bool {
        let first = self.struck.partition_point(|struck| *struck <= at.start);
        self.struck.get(first).is_some_and(|struck| *struck < at.end)
    }

    /// When the words between two bytes were said, in milliseconds.
    pub(crate) fn said(&self, at: &Range<usize>) -> Option<(u64, Option<u64>)> {
        let first = self.cues.partition_point(|cue| cue.at <= at.start).checked_sub(1)?;
        let last = self.cues.partition_point(|cue| cue.at < at.end).checked_sub(1)?;
        Some((self.cues[first].from, self.cues[last.max(first)].to))
    }
}

#[cfg(any(test, fuzzing))]
impl Words<'_> {
    /// Holds the map to be one of these words.
    pub(crate) fn are_sound(&self) {
        let is_place = |at: &usize| self.text.is_char_boundary(*at);
        let ends: Vec<usize> = self.parts.iter().flat_map(|part| [part.at.start, part.at.end]).collect();
        assert!(ends.is_sorted() && ends.iter().all(is_place), "parts of {:?}: {:?}", self.text, self.parts);
        let walls: Vec<usize> = self.walls.0.iter().map(|(at, _)| *at).collect();
        assert!(walls.is_sorted() && walls.iter().all(is_place), "walls of {:?}: {walls:?}", self.text);
        assert!(self.struck.is_sorted(), "struck in {:?}: {:?}", self.text, self.struck);
        let cues: Vec<usize> = self.cues.iter().map(|cue| cue.at).collect();
        assert!(cues.is_sorted() && cues.iter().all(is_place), "cues of {:?}: {:?}", self.text, self.cues);
        for layer in &self.layers {
            let ends = layer.pieces.iter().skip(1).map(|(own, _)| *own).chain([layer.text.len()]);
            for ((own, whole), end) in layer.pieces.iter().zip(ends) {
                let piece = layer.text[*own..end].trim_end_matches('\n');
                assert!(self.text[*whole..].starts_with(piece), "{piece:?} at {whole} of {:?}", self.text);
            }
        }
    }
}

impl Layer {
    /// The bytes of all the words between which a stretch of the layer stands.
    pub(super) fn whole(&self, at: &Range<usize>) -> Range<usize> {
        let place = |byte: usize| {
            let behind = self.pieces.partition_point(|(own, _)| *own <= byte);
            let (own, whole) = self.pieces[behind.saturating_sub(1)];
            whole + (byte - own)
        };
        // The last byte is that of a piece; the one behind it may be of a gap.
        place(at.start)..place(at.end.saturating_sub(1).max(at.start)) + usize::from(at.end > at.start)
    }

    /// The bytes of the layer at which a stretch of all the words stands; `None` where it does not begin and end in it.
    fn own(&self, at: &Range<usize>) -> Option<Range<usize>> {
        let place = |byte: usize| {
            let behind = self.pieces.partition_point(|(_, whole)| *whole <= byte);
            let (own, whole) = *self.pieces.get(behind.checked_sub(1)?)?;
            let end = self.pieces.get(behind).map_or(self.text.len(), |(next, _)| *next);
            Some(own + (byte - whole)).filter(|byte| *byte < end)
        };
        Some(place(at.start)?..place(at.end.checked_sub(1)?)? + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Words<'static> {
        let part = |at, place, block| Stretch { at, place, block };
        let parts = vec![
            part(0..3, PagePart::Page, 0),
            part(5..9, PagePart::Page, 1),
            part(11..14, PagePart::Caption, 2),
            part(16..20, PagePart::Page, 3),
        ];
        Words { parts, struck: vec![7], ..Words::plain("nav\n\nGate\n\ncap\n\nopen") }
            .layered(&[false, true, false, true])
    }

    #[test]
    fn an_article_is_read_without_what_stands_between_its_blocks() {
        let page = page();
        assert_eq!(page.article(), "Gate\n\nopen");
        assert_eq!(page.layers[0].whole(&(0..4)), 5..9);
        assert_eq!(page.layers[0].whole(&(0..10)), 5..20);
        assert_eq!(page.layers[0].whole(&(6..8)), 16..18);
        assert_eq!((page.of_article(&(6..8)), Words::plain("text").of_article(&(1..2))), (16..18, 1..2));
        assert_eq!((page.in_article(&(16..18)), page.in_article(&(5..20))), (Some(6..8), Some(0..10)));
        assert_eq!([0..3, 11..14, 5..13, 5..5].map(|at| page.in_article(&at)), [None, None, None, None]);
        assert_eq!(Words::plain("text").in_article(&(1..2)), Some(1..2));
    }

    #[test]
    fn each_byte_stands_somewhere() {
        let page = page();
        let places: Vec<PagePart> = [0, 5, 12, 19].map(|at| page.place(at)).to_vec();
        assert_eq!(places, [PagePart::Page, PagePart::Article, PagePart::Caption, PagePart::Article]);
        assert_eq!(Words::plain("x").place(0), PagePart::Text);
    }

    #[test]
    fn what_was_struck_is_known_between_words_alone() {
        let page = page();
        assert_eq!([5..9, 7..9, 5..7].map(|at| page.is_struck(&at)), [true, false, false]);
    }

    #[test]
    fn words_over_cues_were_said_from_the_first_to_the_last() {
        let cue = |at, from, to| Cue { at, from, to: Some(to) };
        let words = Words {
            cues: vec![cue(0, 1000, 3000), cue(5, 3000, 5000), cue(10, 6000, 9000)],
            ..Words::plain("aaaa\nbbbb\ncccc")
        };
        assert_eq!(words.said(&(0..14)), Some((1000, Some(9000))));
        assert_eq!(words.said(&(6..8)), Some((3000, Some(5000))));
        assert_eq!(Words::plain("x").said(&(0..1)), None);
    }
}
