//! The words of a DOCX: its body and its footnotes.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::pen::{Gap, Pen};
use super::raised::{Link, Raiser};
use super::words::{PagePart, Words};
use super::zipped::Zipped;
use crate::text::Wall;

/// What takes the words, with its version.
pub(super) const EXTRACTOR: &str = "gainsay-docx 1";

/// The part that every DOCX has.
pub(super) const BODY: &str = "word/document.xml";

/// The words of a document.
///
/// # Errors
/// A part that cannot be read: why.
pub(super) fn read(zip: &Zipped<'_>) -> Result<Words<'static>, String> {
    let mut pen = Pen::new();
    write(&zip.part(BODY)?, PagePart::Text, &mut pen)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"].into_iter().filter(|part| zip.has(part)) {
        pen.gap(Gap::Block);
        write(&zip.part(notes)?, PagePart::Footnote, &mut pen)?;
    }
    let (words, _) = pen.done();
    Ok(words.layered(&[]))
}

/// Where in a part the reader is.
#[derive(Default)]
struct Inside {
    /// In an element that holds words.
    text: bool,
    /// How many elements deep in what is not shown.
    unseen: usize,
    heading: bool,
    /// How the words of a run are set.
    struck: bool,
    vanished: bool,
    raised: bool,
    /// How many elements deep in what a formula raises.
    power: usize,
    links: usize,
}

impl Inside {
    /// A run begins, set as its paragraph is.
    fn run(&mut self) {
        (self.struck, self.vanished, self.raised) = (false, false, false);
    }
}

fn write(xml: &[u8], place: PagePart, pen: &mut Pen) -> Result<(), String> {
    let xml = String::from_utf8_lossy(xml);
    let pen = &mut Raiser::new(pen);
    let mut reader = Reader::from_str(&xml);
    let mut inside = Inside::default();
    loop {
        let here = if inside.heading && place == PagePart::Text { PagePart::Heading } else { place };
        match reader.read_event().map_err(|why| format!("it is broken: {why}"))? {
            Event::Eof => {
                pen.settle();
                return Ok(());
            }
            Event::Start(start) => {
                if inside.unseen > 0 || is_unseen(name(&start)) {
                    pen_strike(name(&start), pen);
                    inside.unseen += 1;
                } else {
                    open(&start, &mut inside, here, pen);
                }
            }
            Event::Empty(start) if inside.unseen == 0 => empty(&start, &mut inside, here, pen),
            Event::End(end) => {
                if inside.unseen > 0 {
                    inside.unseen -= 1;
                } else {
                    close(end.local_name().into_inner(), &mut inside, pen);
                }
            }
            Event::Text(text) if inside.text => say(&text.xml10_content(), &mut inside, here, pen),
            Event::CData(text) if inside.text => say(&text.xml10_content(), &mut inside, here, pen),
            Event::GeneralRef(reference) if inside.text => {
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => character.to_string(),
                    _ => quick_xml::escape::resolve_predefined_entity(&reference)
                        .unwrap_or_default()
                        .to_owned(),
                };
                say(&character, &mut inside, here, pen);
            }
            _ => {}
        }
    }
}

fn name<'s>(start: &'s BytesStart<'_>) -> &'s str {
    start.local_name().into_inner()
}

/// What was taken back, moved away, is how a word is read aloud or how it was set before, or is there for old programs alone.
fn is_unseen(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "delInstrText" | "rt")
        || name.ends_with("Change")
}

fn pen_strike(name: &str, pen: &mut Raiser<'_>) {
    if name == "del" {
        pen.strike();
    }
}

fn say(words: &str, inside: &mut Inside, place: PagePart, pen: &mut Raiser<'_>) {
    let link = if inside.links > 0 { Link::Yes } else { Link::No };
    match inside {
        Inside { struck: true, .. } => pen.strike(),
        Inside { vanished: true, .. } => {}
        Inside { raised: true, .. } => pen.raise(words, link, place),
        Inside { power: 1.., .. } => pen.raise(words, Link::No, place),
        // A link that begins on the line is no mark.
        _ => {
            inside.links = 0;
            pen.words(words, place);
        }
    }
}

fn open(start: &BytesStart<'_>, inside: &mut Inside, place: PagePart, pen: &mut Raiser<'_>) {
    match name(start) {
        "t" => inside.text = true,
        "p" => inside.heading = false,
        "r" => inside.run(),
        "sup" => inside.power += 1,
        "hyperlink" => inside.links += 1,
        "tbl" => pen.gap(Gap::Block),
        _ => empty(start, inside, place, pen),
    }
}

fn empty(start: &BytesStart<'_>, inside: &mut Inside, place: PagePart, pen: &mut Raiser<'_>) {
    let value = || {
        let mut attributes = start.attributes().flatten();
        let value = attributes.find(|attribute| attribute.key.local_name().into_inner() == "val")?;
        Some(value.value.into_owned())
    };
    let is_on = || value().is_none_or(|value| !matches!(value.as_ref(), "0" | "false" | "off"));
    match name(start) {
        "tab" | "ptab" => pen.gap(Gap::Space),
        "br" | "cr" if !inside.vanished => pen.break_line(),
        "strike" | "dstrike" => inside.struck |= is_on(),
        "vanish" => inside.vanished = is_on(),
        "vertAlign" => inside.raised |= value().is_some_and(|value| value == "superscript"),
        // Half points above the line.
        "position" => {
            inside.raised |= value().and_then(|value| value.parse::<i32>().ok()).is_some_and(|up| up > 0);
        }
        "rStyle" => {
            let style = value().unwrap_or_default().to_lowercase();
            inside.raised |=
                ["footnotereference", "endnotereference", "superscript"].contains(&style.as_str());
        }
        "pStyle" => {
            let style = value().unwrap_or_default().to_lowercase();
            inside.heading = style.starts_with("heading") || style == "title";
            if inside.heading {
                pen.wall(Wall::Break);
            }
        }
        "noBreakHyphen" => say("-", inside, place, pen),
        _ => {}
    }
}

fn close(name: &str, inside: &mut Inside, pen: &mut Raiser<'_>) {
    match name {
        "t" => inside.text = false,
        "sup" => inside.power = inside.power.saturating_sub(1),
        "hyperlink" => inside.links = inside.links.saturating_sub(1),
        "p" => {
            if inside.heading {
                pen.wall(Wall::Break);
            }
            pen.gap(Gap::Block);
        }
        "tc" => pen.gap(Gap::Cell),
        "tr" => {
            pen.wall(Wall::Item);
            pen.gap(Gap::Line);
        }
        "tbl" => pen.gap(Gap::Block),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
