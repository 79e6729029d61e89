//! The words of Markdown, without its marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::pen::{Gap, Pen};
use super::words::{PagePart, Words};
use crate::text::Wall;

/// What takes the words, with its version.
pub(super) const EXTRACTOR: &str = "pulldown-cmark 0.13";

/// Reads Markdown.
pub(super) fn read(text: &str) -> Words<'static> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut pen = Pen::new();
    let mut place = PagePart::Text;
    let mut struck = 0_usize;
    for event in Parser::new_ext(text.trim_start_matches('\u{FEFF}'), options) {
        match event {
            Event::Start(tag) => {
                apart(&tag.to_end(), &mut pen);
                match tag {
                    Tag::Strikethrough => {
                        pen.strike();
                        struck += 1;
                    }
                    Tag::Heading { .. } => place = PagePart::Heading,
                    Tag::FootnoteDefinition(_) => place = PagePart::Footnote,
                    _ => {}
                }
            }
            Event::End(end) => {
                apart(&end, &mut pen);
                match end {
                    TagEnd::Strikethrough => struck = struck.saturating_sub(1),
                    TagEnd::Heading(_) | TagEnd::FootnoteDefinition => place = PagePart::Text,
                    _ => {}
                }
            }
            _ if struck > 0 => {}
            Event::Text(words) => pen.lines(&words, place),
            Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                pen.words(&words, place)
            }
            Event::SoftBreak | Event::HardBreak => pen.gap(Gap::Line),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => pen.break_passage(),
            Event::Rule => pen.gap(Gap::Block),
            _ => {}
        }
    }
    let (words, _) = pen.done();
    words.layered(&[])
}

fn apart(end: &TagEnd, pen: &mut Pen) {
    match end {
        TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead => pen.wall(Wall::Item),
        TagEnd::Heading(_) => pen.wall(Wall::Break),
        _ => {}
    }
    pen.gap(gap(end));
}

fn gap(end: &TagEnd) -> Gap {
    match end {
        TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead => Gap::Line,
        TagEnd::TableCell => Gap::Cell,
        TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::Link
        | TagEnd::Image => Gap::None,
        _ => Gap::Block,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_and_blocks_stand_apart() {
        for (text, words) in [
            (
                "# Flood\n\nIt killed **34** [people](https://a.org) in\n*one* night.[^1]\n\n[^1]: Says the mayor.",
                "Flood\n\nIt killed 34 people in\none night.\n\nSays the mayor.",
            ),
            ("killed ~~12~~ 34 men", "killed 34 men"),
            ("- The north\n- 34 dead", "The north\n34 dead"),
            ("| a | b |\n|---|---|\n| 1 | 34 killed |", "a\tb\n1\t34 killed"),
            ("> He said \\*no\\* &amp; left `now`", "He said *no* & left now"),
            ("```\nset 34\nmen\n```", "set 34\nmen"),
            ("It <b>held</b><br>34", "It held\n34"),
        ] {
            assert_eq!(read(text).text, words, "{text}");
        }
        assert!(read("killed ~~12~~ 34 men").is_struck(&(0..10)));
    }
}
