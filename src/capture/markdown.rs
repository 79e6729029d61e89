//! The words of Markdown, without its marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::pen::{Gap, Pen};
use super::raised::{Link, Raiser};
use super::raw_tags::{Does, OpenTag, Piece, pieces, unescaped};
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
    let mut writer = Writer {
        pen: Raiser::new(&mut pen),
        place: PagePart::Text,
        struck: 0,
        links: 0,
        open: Vec::new(),
        block: 0,
        html: String::new(),
    };
    for event in Parser::new_ext(text.trim_start_matches('\u{FEFF}'), options) {
        writer.event(event);
    }
    writer.pen.settle();
    let (words, _) = pen.done();
    words.layered(&[])
}

/// At most so many elements of raw HTML are kept open; those in them are as they are.
const MOST_OPEN: usize = 500;

/// What becomes of the line ends in some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lines {
    Kept,
    Joined,
}

struct Writer<'p> {
    pen: Raiser<'p>,
    place: PagePart,
    struck: usize,
    links: usize,
    /// The elements of raw HTML that are open, and what each does.
    open: Vec<(String, Does)>,
    /// How many of them were open where the block began.
    block: usize,
    /// The raw HTML of a block.
    html: String,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(end) => self.end(&end),
            Event::Text(words) => self.say(&words, Lines::Kept),
            Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.say(&words, Lines::Joined);
            }
            Event::SoftBreak => self.say(" ", Lines::Joined),
            Event::HardBreak if !self.is_unseen() => self.pen.gap(Gap::Line),
            Event::InlineHtml(html) => self.html(&html),
            Event::Html(html) => self.html.push_str(&html),
            Event::Rule => self.pen.gap(Gap::Block),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        set_off(&tag.to_end(), &mut self.pen);
        match tag {
            Tag::Strikethrough => {
                self.pen.strike();
                self.struck += 1;
            }
            Tag::Link { .. } => self.links += 1,
            Tag::Heading { .. } => self.place = PagePart::Heading,
            Tag::FootnoteDefinition(_) => self.place = PagePart::Footnote,
            _ => {}
        }
        if holds_words(&tag.to_end()) {
            self.block = self.open.len();
        }
    }

    fn end(&mut self, end: &TagEnd) {
        match end {
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                self.html(&html);
            }
            _ => {}
        }
        // An element that is opened between words ends with their block.
        if holds_words(end) {
            self.open.truncate(self.block);
        }
        set_off(end, &mut self.pen);
        if matches!(end, TagEnd::Heading(_) | TagEnd::FootnoteDefinition) {
            self.place = PagePart::Text;
        }
    }

    fn is_in(&self, does: Does) -> bool {
        self.open.iter().any(|(_, own)| *own == does)
    }

    fn is_unseen(&self) -> bool {
        self.struck > 0 || self.is_in(Does::Hides) || self.is_in(Does::Strikes)
    }

    fn say(&mut self, words: &str, lines: Lines) {
        if self.is_unseen() {
            return;
        }
        match self.is_in(Does::Raises) {
            true => self.pen.raise(words, if self.links > 0 { Link::Yes } else { Link::No }, self.place),
            false if lines == Lines::Kept => self.pen.lines(words, self.place),
            false => self.pen.words(words, self.place),
        }
    }

    fn html(&mut self, html: &str) {
        for piece in pieces(html) {
            match piece {
                Piece::Words(words) if self.is_in(Does::Keeps) => self.say(&unescaped(words), Lines::Kept),
                Piece::Words(words) => self.say(&unescaped(words), Lines::Joined),
                Piece::Open(tag) => self.open(tag),
                Piece::Close(name) => self.close(&name),
            }
        }
    }

    fn open(&mut self, tag: OpenTag<'_>) {
        if !self.is_unseen() {
            match tag.does {
                Does::Strikes => self.pen.strike(),
                Does::Breaks => self.pen.break_passage(),
                Does::Quotes => self.say("“", Lines::Joined),
                Does::Raises => self.pen.settle(),
                other => self.pen.gap(apart(other)),
            }
        }
        if !tag.is_void() && self.open.len() < MOST_OPEN {
            self.open.push((tag.name, tag.does));
        }
    }

    fn close(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|(own, _)| own == name) else { return };
        let does = self.open[at].1;
        if does == Does::Quotes {
            self.say("”", Lines::Joined);
        }
        self.open.truncate(at);
        if !self.is_unseen() {
            self.pen.settle();
            self.pen.gap(apart(does));
        }
    }
}

/// How far an element of raw HTML stands apart.
fn apart(does: Does) -> Gap {
    match does {
        Does::Parts => Gap::Space,
        Does::Cell => Gap::Cell,
        Does::Blocks | Does::Keeps => Gap::Block,
        _ => Gap::None,
    }
}

/// Whether a block holds words, and blocks only as an item of a list does.
fn holds_words(end: &TagEnd) -> bool {
    matches!(end, TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item)
}

/// As far as a block stands apart, and the wall that it stands behind.
fn set_off(end: &TagEnd, pen: &mut Raiser<'_>) {
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
                "Flood\n\nIt killed 34 people in one night.\n\nSays the mayor.",
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

    #[test]
    fn raw_html_is_read_as_a_page_is() {
        for (text, words) in [
            ("It held<br>and 34\nmen", "It held\nand 34 men"),
            ("The army did <del>not</del> fire now", "The army did fire now"),
            ("did <s>not</s> <STRIKE class=x>never</STRIKE> fire", "did fire"),
            ("did <del>not <b>ever</b></del> fire", "did fire"),
            ("did <del>not\n\nfire", "did\n\nfire"),
            ("<del>\n\nIt fired.\n\n</del>\n\nIt held.", "It held."),
            ("killed 34<sup>1</sup> people, 34 km<sup>2</sup>", "killed 34 people, 34 km²"),
            ("killed 34<sup>[1](#n)</sup> on the 1<sup>st</sup>", "killed 34 on the 1st"),
            ("<span hidden>34 killed by us</span> It held", "It held"),
            ("It <span style='display:none'>never <span>ever</span> </span>held", "It held"),
            ("<div hidden>\n\n34 killed\n\n</div>\n\nIt held", "It held"),
            ("<!-- 34 killed\n\nby us -->\n\nIt <!-- never --> held", "It held"),
            ("<script>\nif (a<b) say('<p>34')\n</script>\n\nIt held", "It held"),
            ("<p>34 &amp; more<br>men</p>\n<p>It held</p>", "34 & more\nmen\n\nIt held"),
            ("<table><tr><td>1</td><td>34 killed</td></tr></table>", "1\t34 killed"),
            ("<q>We held</q> 3 < 4 <ruby>虐待<rt>ぎゃくたい</rt></ruby>", "“We held” 3 < 4 虐待"),
        ] {
            assert_eq!(read(text).text, words, "{text}");
        }
        assert!(read("killed <del>12</del> 34 men").is_struck(&(0..10)));
        assert!(read("- killed <del>12\n- 34 men").text.ends_with("34 men"));
    }

    proptest::proptest! {
        #[test]
        fn any_tags_are_read(tags in proptest::collection::vec(0..TAGS.len(), 0..30)) {
            let text: String = tags.iter().map(|tag| TAGS[*tag]).collect();
            let _ = read(&text);
        }
    }

    const TAGS: [&str; 16] = [
        "<del>",
        "</del>",
        "<sup>",
        "</sup>",
        "<q>",
        "</q>",
        "<div hidden>",
        "</div>",
        "\n\n",
        "- ",
        "34 men",
        "é",
        "[a](b)",
        "~~",
        "<pre>",
        "</pre>",
    ];
}
