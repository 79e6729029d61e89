//! The words of a DOCX: its body and its footnotes, written as a page and read as one.

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use super::html;
use super::words::Words;
use super::zipped::Zipped;

/// What takes the words, with its version.
pub(super) const EXTRACTOR: &str = "gainsay-docx 2, gainsay-page 1";

/// The part that every DOCX has.
pub(super) const BODY: &str = "word/document.xml";

/// The parts that hold its notes.
pub(super) const NOTES: [&str; 2] = ["word/footnotes.xml", "word/endnotes.xml"];

/// The words of a document.
///
/// # Errors
/// A part that cannot be read: why.
pub(super) fn read(zip: &Zipped<'_>) -> Result<Words<'static>, String> {
    let mut page = as_page(&zip.part(BODY)?, &mut NoMargin)?;
    for notes in NOTES.into_iter().filter(|part| zip.has(part)) {
        push_notes(&mut page, &as_page(&zip.part(notes)?, &mut NoMargin)?);
    }
    html::rendered(&page)
}

/// Adds the notes of a document behind its body.
pub(super) fn push_notes(page: &mut String, notes: &str) {
    page.push_str("<div class=footnotes>");
    page.push_str(notes);
    page.push_str("</div>");
}

/// What is looked at in a part besides its words.
pub(super) trait Margin {
    /// An element begins, or stands without words of its own; what was taken back is not seen.
    fn begins(&mut self, _page: &mut String, _start: &BytesStart<'_>, _is_seen: Seen) {}

    /// An element ends.
    fn ends(&mut self, _page: &mut String, _name: &str) -> Result<(), String> {
        Ok(())
    }

    /// What is written into the tag of a link.
    fn link(&mut self, _start: &BytesStart<'_>) -> String {
        String::new()
    }

    /// The part declares what it is made of, which no document does by itself.
    ///
    /// # Errors
    /// It is refused for that.
    fn declares(&mut self) -> Result<(), String> {
        Ok(())
    }
}

/// Nothing but the words.
struct NoMargin;

impl Margin for NoMargin {}

/// Whether what stands in a part is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    Yes,
    No,
}

/// A part of a document as a page is written.
///
/// # Errors
/// It is broken, or refused for what is in its margin.
pub(super) fn as_page(xml: &[u8], margin: &mut impl Margin) -> Result<String, String> {
    let xml = String::from_utf8_lossy(xml);
    let mut reader = Reader::from_str(&xml);
    let mut writer = Writer::default();
    loop {
        match reader.read_event().map_err(|why| format!("it is broken: {why}"))? {
            Event::Eof => return Ok(writer.page),
            Event::Start(start) => {
                let is_seen = writer.sees();
                margin.begins(&mut writer.page, &start, is_seen);
                let link = if name(&start) == "hyperlink" { margin.link(&start) } else { String::new() };
                writer.start(&start, &link);
            }
            Event::Empty(start) => {
                let is_seen = writer.sees();
                margin.begins(&mut writer.page, &start, is_seen);
                if is_seen == Seen::Yes {
                    writer.element(&start);
                }
            }
            Event::End(end) => {
                let name = end.local_name();
                margin.ends(&mut writer.page, name.into_inner())?;
                writer.end(name.into_inner());
            }
            Event::DocType(_) => margin.declares()?,
            Event::Text(text) if writer.text => writer.say(&text.xml10_content()),
            Event::CData(text) if writer.text => writer.say(&text.xml10_content()),
            Event::GeneralRef(reference) if writer.text => {
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => character.to_string(),
                    _ => quick_xml::escape::resolve_predefined_entity(&reference)
                        .unwrap_or_default()
                        .to_owned(),
                };
                writer.say(&character);
            }
            _ => {}
        }
    }
}

/// What is written so far, and where in a part the reader is.
#[derive(Default)]
struct Writer {
    page: String,
    /// In an element that holds words.
    text: bool,
    /// How many elements deep in what is not shown.
    unseen: usize,
    heading: bool,
    run: Run,
    /// How many elements deep in what a formula raises.
    power: usize,
}

/// How the words of a run are set.
#[derive(Default)]
struct Run {
    struck: bool,
    vanished: bool,
    raised: bool,
}

const BLOCK: &str = "<div>";

impl Writer {
    fn sees(&self) -> Seen {
        if self.unseen == 0 { Seen::Yes } else { Seen::No }
    }

    fn start(&mut self, start: &BytesStart<'_>, link: &str) {
        let name = name(start);
        if self.unseen > 0 || is_unseen(name) {
            if name == "del" {
                self.page.push_str("<del></del>");
            }
            self.unseen += 1;
            return;
        }
        match name {
            "t" => self.text = true,
            "p" => {
                self.heading = false;
                self.page.push_str(BLOCK);
            }
            "r" => self.run = Run::default(),
            "sup" => self.power += 1,
            "hyperlink" => {
                let leads_within =
                    start.attributes().flatten().any(|it| it.key.local_name().into_inner() == "anchor");
                self.page.push_str(if leads_within { "<a href='#note'" } else { "<a href=x" });
                self.page.push_str(link);
                self.page.push('>');
            }
            "tbl" => self.page.push_str("<table>"),
            "tr" => self.page.push_str("<tr>"),
            "tc" => self.page.push_str("<td>"),
            _ => self.element(start),
        }
    }

    /// An element without words of its own.
    fn element(&mut self, start: &BytesStart<'_>) {
        let value = || {
            let mut attributes = start.attributes().flatten();
            let value = attributes.find(|attribute| attribute.key.local_name().into_inner() == "val")?;
            Some(value.value.into_owned())
        };
        let is_on = || value().is_none_or(|value| !matches!(value.as_ref(), "0" | "false" | "off"));
        let style = || value().unwrap_or_default().to_lowercase();
        match name(start) {
            "tab" | "ptab" => self.page.push(' '),
            "br" | "cr" if !self.run.vanished => self.page.push_str("<br>"),
            "strike" | "dstrike" => self.run.struck |= is_on(),
            "vanish" => self.run.vanished = is_on(),
            "vertAlign" => self.run.raised |= value().is_some_and(|value| value == "superscript"),
            // Half points above the line.
            "position" => {
                self.run.raised |=
                    value().and_then(|value| value.parse::<i32>().ok()).is_some_and(|up| up > 0);
            }
            "rStyle" => {
                let is_raised = ["footnotereference", "endnotereference", "superscript"];
                self.run.raised |= is_raised.contains(&style().as_str());
            }
            "pStyle" => {
                let style = style();
                self.heading = style.starts_with("heading") || style == "title";
                if self.heading && self.page.ends_with(BLOCK) {
                    self.page.truncate(self.page.len() - BLOCK.len());
                    self.page.push_str("<h2>");
                }
            }
            "noBreakHyphen" => self.say("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.unseen > 0 {
            self.unseen -= 1;
            return;
        }
        match name {
            "t" => self.text = false,
            "sup" => self.power = self.power.saturating_sub(1),
            "hyperlink" => self.page.push_str("</a>"),
            "p" => self.page.push_str(if self.heading { "</h2>" } else { "</div>" }),
            "tc" => self.page.push_str("</td>"),
            "tr" => self.page.push_str("</tr>"),
            "tbl" => self.page.push_str("</table>"),
            _ => {}
        }
    }

    fn say(&mut self, words: &str) {
        match self.run {
            Run { struck: true, .. } => self.put("<del>", words, "</del>"),
            Run { vanished: true, .. } => {}
            Run { raised: true, .. } => self.put("<sup>", words, "</sup>"),
            _ if self.power > 0 => self.put("<sup>", words, "</sup>"),
            _ => self.put("", words, ""),
        }
    }

    /// Words in an element, which is the last one where that was the same.
    fn put(&mut self, open: &str, words: &str, close: &str) {
        match self.page.strip_suffix(close).filter(|_| !close.is_empty()) {
            Some(head) => self.page.truncate(head.len()),
            None => self.page.push_str(open),
        }
        self.page.push_str(&escape(words));
        self.page.push_str(close);
    }
}

pub(super) fn name<'s>(start: &'s BytesStart<'_>) -> &'s str {
    start.local_name().into_inner()
}

/// What was taken back, moved away, is how a word is read aloud or how it was set before, or is there for old programs alone.
fn is_unseen(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "delInstrText" | "rt")
        || name.ends_with("Change")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::words::PagePart;
    use crate::capture::zipped::stored;

    fn words(body: &str, notes: &str) -> Words<'static> {
        let part = |words: &str| {
            format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"x\"><w:body>{words}</w:body></w:document>")
        };
        let (body, notes) = (part(body), part(notes));
        let bytes = stored(&[(BODY, body.as_bytes()), ("word/footnotes.xml", notes.as_bytes())]);
        read(&Zipped::new(&bytes).expect("it has a directory")).expect("it is a document")
    }

    fn p(words: &str) -> String {
        format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
    }

    #[test]
    fn paragraphs_runs_and_footnotes_are_read() {
        let body = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Flood &amp; rain</w:t></w:r></w:p>\
                    <w:p><w:r><w:t xml:space=\"preserve\">It killed 3</w:t></w:r><w:r><w:t>4</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>\
                    <w:r><w:t xml:space=\"preserve\"> people.</w:t></w:r></w:p>";
        let words = words(body, &p("Says the mayor."));
        assert_eq!(words.text, "Flood & rain\n\nIt killed 34 people.\n\nSays the mayor.");
        let places =
            ["Flood", "killed", "mayor"].map(|word| words.place(words.text.find(word).expect("it is there")));
        assert_eq!(places, [PagePart::Heading, PagePart::Text, PagePart::Footnote]);
    }

    #[test]
    fn what_was_taken_back_is_left_out_and_cells_stand_apart() {
        let body = "<w:p><w:r><w:t xml:space=\"preserve\">killed </w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del>\
                    <w:ins><w:r><w:t>34</w:t></w:r></w:ins><w:r><w:rPr><w:strike/></w:rPr><w:t>5</w:t></w:r><w:r><w:t xml:space=\"preserve\"> men</w:t></w:r></w:p>";
        let table =
            format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("1"), p("34 killed"));
        let words = words(&format!("{body}{table}"), "");
        assert_eq!(words.text, "killed 34 men\n\n1\n\n34 killed");
        assert!(words.is_struck(&(0..13)) && !words.is_struck(&(10..13)));
    }

    #[test]
    fn note_marks_readings_and_hidden_words_are_left_out_and_powers_are_not() {
        let run = |set: &str, words: &str| {
            format!("<w:r><w:rPr>{set}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
        };
        let up = "<w:vertAlign w:val=\"superscript\"/>";
        for (runs, said) in [
            (run("", "killed 34") + &run(up, "1") + &run("", " people"), "killed 34 people"),
            (run("", "killed 34") + &run(up, "1") + &run(up, ",2") + &run("", " people"), "killed 34 people"),
            (run("", "34 km") + &run(up, "2") + &run("", ", 10") + &run(up, "-") + &run(up, "6"), "34 km², 10⁻⁶"),
            (run("", "the 1") + &run(up, "st") + &run("", " day"), "the 1st day"),
            (run("", "CO") + &run("<w:vertAlign w:val=\"subscript\"/>", "2"), "CO2"),
            (run("", "killed 34") + &run("<w:position w:val=\"8\"/>", "1"), "killed 34"),
            (run("", "killed 34") + &run("<w:rStyle w:val=\"FootnoteReference\"/>", "a1*"), "killed 34a1*"),
            (run("", "killed 34") + "<w:hyperlink w:anchor=\"n\">" + &run(up, "a") + "</w:hyperlink>", "killed 34"),
            ("<w:hyperlink>".to_owned() + &run("", "M") + &run(up, "me") + "</w:hyperlink>", "Mme"),
            (run("", "killed ") + &run("<w:vanish/>", "never ") + &run("<w:vanish w:val=\"0\"/>", "34"), "killed 34"),
            (run("<w:dstrike/>", "12 ") + &run("<w:strike w:val=\"false\"/>", "34"), "34"),
            (run("<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>", "34 killed"), "34 killed"),
            (
                "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>ぎゃくたい</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>虐待</w:t>\
                 </w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>を</w:t></w:r>".to_owned(),
                "虐待を",
            ),
            ("<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath>".to_owned(), "10⁶"),
        ] {
            assert_eq!(words(&format!("<w:p>{runs}</w:p>"), "").text, said, "{runs}");
        }
    }

    #[test]
    fn a_broken_document_is_refused() {
        let bytes = stored(&[(BODY, b"<w:p><w:t>x</w:p>")]);
        assert!(read(&Zipped::new(&bytes).expect("it has a directory")).is_err());
    }
}
