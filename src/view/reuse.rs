//! The view of text reuse, version 1: passages that two texts share, side by side.

use std::fmt::Write;
use std::ops::Range;

use serde::Serialize;

use crate::align::relation::Which;
use crate::align::reuse::{Reuse, Side};
use crate::model::Dossier;
use crate::render::term::layout;
use crate::render::term::layout::{Paint, counted, wrapped};
use crate::text::folded_words::quotations;
use crate::text::line_column::line_column;
use crate::text::reuse::{Shared, spans};
use crate::text::word_diff::{Change, word_diff};

/// What texts share. Its JSON is frozen: later versions add keys and remove none. It gives places and no texts, which may
/// not be anyone's to pass on.
#[derive(Serialize)]
pub(crate) struct ReuseView {
    schema: &'static str,
    /// How many texts were compared.
    pub(crate) texts: usize,
    pub(crate) passages: Vec<PassageView>,
}

#[derive(Serialize)]
pub(crate) struct PassageView {
    pub(crate) a: SideView,
    pub(crate) b: SideView,
    /// Words in common.
    pub(crate) words: usize,
    /// Edits between the two.
    pub(crate) changed: usize,
    /// `a`, `b`, or null where the dates do not tell.
    pub(crate) earlier: Option<&'static str>,
    /// Whether all of it stands between quotation marks in both: it may be a third's words.
    pub(crate) quotation: bool,
}

#[derive(Serialize)]
pub(crate) struct SideView {
    /// A source's id, or a file.
    pub(crate) text: String,
    /// Bytes, from the first to the one after the last.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) line: usize,
    pub(crate) column: usize,
    /// The claims whose quotes lie within it.
    pub(crate) claims: Vec<String>,
    #[serde(skip)]
    words: String,
    #[serde(skip)]
    date: Option<String>,
}

impl ReuseView {
    pub(crate) fn of_dossier(dossier: &Dossier, reuse: &Reuse, texts: usize) -> Self {
        let side = |side: &Side| SideView {
            text: dossier.sources.name(side.source).to_owned(),
            start: side.at.start,
            end: side.at.end,
            line: side.place.0,
            column: side.place.1,
            claims: side.claims.iter().map(|id| dossier.claims.name(*id).to_owned()).collect(),
            words: side.text.clone(),
            date: dossier.sources[side.source].published.as_ref().map(|date| date.words.clone()),
        };
        let passages = reuse.passages.iter().map(|passage| PassageView {
            a: side(&passage.a),
            b: side(&passage.b),
            words: passage.common,
            changed: passage.changed,
            earlier: passage.earlier.map(Which::name),
            quotation: passage.a.is_quotation() && passage.b.is_quotation(),
        });
        ReuseView { schema: "gainsay/reuse/1", texts, passages: passages.collect() }
    }

    /// Of texts that are no sources: each passage with its two sides.
    pub(crate) fn of_files(texts: usize, found: Vec<(Shared, Seen, Seen)>) -> Self {
        let passages = found.into_iter().map(|(shared, a, b)| PassageView {
            quotation: a.is_quotation && b.is_quotation,
            a: a.side,
            b: b.side,
            words: shared.common,
            changed: shared.changed,
            earlier: None,
        });
        ReuseView { schema: "gainsay/reuse/1", texts, passages: passages.collect() }
    }
}

/// A passage as it stands in a text that is no source.
pub(crate) struct Seen {
    side: SideView,
    is_quotation: bool,
}

/// Looks at passages of a text, given as runs of its folded words.
pub(crate) fn look(name: &str, text: &str, passages: &[Range<usize>]) -> Vec<Seen> {
    let (spans, quoted) = (spans(text), quotations(text));
    let look = |words: &Range<usize>| {
        // A file that changed between two readings may have lost its words.
        let start = spans.get(words.start).map_or(text.len(), |word| word.start);
        let end = spans.get(words.end.saturating_sub(1)).map_or(text.len(), |word| word.end);
        let (line, column) = line_column(text, start);
        let side = SideView {
            text: name.to_owned(),
            start,
            end,
            line,
            column,
            claims: Vec::new(),
            words: text[start..end].to_owned(),
            date: None,
        };
        Seen { side, is_quotation: quoted.iter().any(|it| it.start <= start && end <= it.end) }
    };
    passages.iter().map(look).collect()
}

/// The passages for people: the two texts in two columns, and what differs marked in each.
pub(crate) fn render(out: &mut String, view: &ReuseView, paint: Paint, width: usize) {
    for passage in &view.passages {
        let (a, b) = (&passage.a, &passage.b);
        let title = format!("{} and {}", a.text, b.text);
        let changed = counted(passage.changed, "change");
        let _ =
            writeln!(out, "{}  {} in common, {changed}", paint.bold(&title), counted(passage.words, "word"));
        let mut remarks = Vec::new();
        match passage.earlier {
            Some("a") => remarks.push(format!("{} was published first", a.text)),
            Some(_) => remarks.push(format!("{} was published first", b.text)),
            None if a.date.is_some() || b.date.is_some() => {
                remarks.push("the dates do not tell which was first".to_owned())
            }
            None => {}
        }
        if passage.quotation {
            remarks.push("a quotation in both".to_owned());
        }
        for side in [a, b].into_iter().filter(|side| !side.claims.is_empty()) {
            remarks.push(format!("holds the quotes of {}", side.claims.join(", ")));
        }
        remarks.iter().for_each(|remark| out.push_str(&wrapped(remark, width, "  ")));
        let (left, right) = marked(&a.words, &b.words);
        let head = |side: &SideView| {
            let date = side.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
            format!("{}:{}:{}{date}", side.text, side.line, side.column)
        };
        let mut table = layout::table(width);
        table.set_header([head(a), head(b)]);
        table.add_row([left, right]);
        let _ = writeln!(out, "{table}\n");
    }
    let found = counted(view.passages.len(), "shared passage");
    let _ = writeln!(out, "compared {}: {found}", counted(view.texts, "text"));
}

/// Two passages with what only one of them has marked in it.
fn marked(a: &str, b: &str) -> (String, String) {
    let (mut left, mut right) = (String::new(), String::new());
    for change in word_diff(a, b) {
        let (text, open, close) = match change {
            Change::Equal(text) => (text, "", ""),
            Change::Delete(text) => (text, "[-", "-]"),
            Change::Insert(text) => (text, "{+", "+}"),
        };
        let words = format!("{open}{}{close} ", text.split_whitespace().collect::<Vec<_>>().join(" "));
        if !matches!(change, Change::Insert(_)) {
            left.push_str(&words);
        }
        if !matches!(change, Change::Delete(_)) {
            right.push_str(&words);
        }
    }
    (left, right)
}
