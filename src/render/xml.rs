//! XML 1.0 as it is written: elements below each other, two spaces a level, every character escaped that has to be.

use crate::text::{push_shown, steers};

/// The content of an element, or of the document, while it is written.
#[derive(Debug)]
pub(super) struct Xml<'o> {
    out: &'o mut String,
    depth: usize,
}

impl<'o> Xml<'o> {
    /// Writes the declaration; exactly one element has to follow.
    pub(super) fn document(out: &'o mut String) -> Self {
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        Xml { out, depth: 0 }
    }

    /// An element that holds elements.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        content: impl FnOnce(&mut Xml<'_>),
    ) {
        self.open(name, attributes);
        self.out.push_str(">\n");
        content(&mut Xml { out: self.out, depth: self.depth + 1 });
        self.indent();
        self.close(name);
    }

    /// An element that holds text.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.out.push('>');
        escape(self.out, text, Within::Text);
        self.close(name);
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.out.push_str("/>\n");
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            escape(self.out, value, Within::Attribute);
            self.out.push('"');
        }
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    fn indent(&mut self) {
        self.out.extend(std::iter::repeat_n("  ", self.depth));
    }
}

/// What characters stand in, for what has to be escaped there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Text,
    Attribute,
}

fn escape(out: &mut String, text: &str, within: Within) {
    let mut before = None;
    for c in text.chars() {
        let is_twice = before.replace(c) == Some(c);
        match c {
            // A runner of GitHub would obey `::` and `##[`.
            ':' if is_twice => out.push_str("&#58;"),
            '#' if is_twice => out.push_str("&#35;"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            // `]]>` may not stand in text (section 2.4).
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // A reader makes a line feed of it (section 2.11).
            '\r' => out.push_str("&#13;"),
            // A reader makes a space of each (section 3.3.3).
            '\n' if within == Within::Attribute => out.push_str("&#10;"),
            '\t' if within == Within::Attribute => out.push_str("&#9;"),
            c if is_allowed(c) => push_shown(out, c),
            _ if steers(c) => push_shown(out, c),
            _ => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
}

/// Whether a character can be written at all (section 2.2): most control characters cannot, not even escaped.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(value: &str) -> String {
        let mut out = String::new();
        Xml::document(&mut out).element("all", &[("a", "1"), ("b", value)], |all| {
            all.empty("none", &[]);
            all.text("some", &[("c", value)], value);
        });
        out
    }

    #[test]
    fn elements_stand_below_each_other() {
        assert_eq!(
            written("x"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<all a=\"1\" b=\"x\">\n  <none/>\n  \
             <some c=\"x\">x</some>\n</all>\n"
        );
    }

    #[test]
    fn what_means_something_in_xml_is_escaped() {
        let text = written("<a> & \"b\" 'c' ]]>");
        assert!(text.contains(">&lt;a&gt; &amp; &quot;b&quot; &apos;c&apos; ]]&gt;</some>"), "{text}");
    }

    #[test]
    fn a_line_break_outlives_an_attribute() {
        let text = written("a\r\n\tb");
        assert!(text.contains("<some c=\"a&#13;&#10;&#9;b\">a&#13;\n\tb</some>"), "{text}");
    }

    #[test]
    fn what_xml_cannot_write_is_replaced() {
        let text = written("a\0b\u{1B}c\u{FFFE}d\u{7F}e");
        assert!(text.contains(">a\\u{0}b\\u{1b}c\u{FFFD}d\\u{7f}e</some>"), "{text}");
    }

    proptest! {
        /// Another's parser gives every character back that XML can write and that does not steer.
        #[test]
        fn what_is_written_is_read_again(
            value in proptest::collection::vec(prop_oneof![any::<char>(), proptest::sample::select(ODD)], 0..12)
        ) {
            let value: String = value.into_iter().collect();
            let text = written(&value);
            let document = roxmltree::Document::parse(&text).expect("it is well-formed");
            let some = document.descendants().find(|node| node.has_tag_name("some")).expect("it is there");
            let mut expected = String::new();
            value.chars().for_each(|c| match c {
                '\r' => expected.push(c),
                '\u{FFFE}' | '\u{FFFF}' => expected.push(char::REPLACEMENT_CHARACTER),
                c => push_shown(&mut expected, c),
            });
            prop_assert_eq!(some.attribute("c"), Some(expected.as_str()));
            prop_assert_eq!(some.text().unwrap_or_default(), expected.as_str());
        }
    }

    /// The characters that something is done about, and their neighbours.
    const ODD: &[char] = &[
        '\0',
        '\u{8}',
        '\t',
        '\n',
        '\u{B}',
        '\r',
        '\u{1F}',
        ' ',
        '"',
        '&',
        '\'',
        '<',
        '>',
        ']',
        '\u{7F}',
        '\u{85}',
        '\u{2028}',
        '\u{D7FF}',
        '\u{E000}',
        '\u{FFFD}',
        '\u{FFFE}',
        '\u{FFFF}',
        '\u{10000}',
    ];
}
