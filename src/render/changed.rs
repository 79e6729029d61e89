//! Two texts for people, with `[-what went-]` and `{+what came+}`.

use std::borrow::Cow;

use super::term::{Line, Screen, Style};
use crate::text::counted;
use crate::view::diff::{ChangedWords, TextDiff, WordChange};

/// Of a long run that is in both texts, so many words are shown beside a change.
const NEAR: usize = 12;

/// Two texts: what changed, with a few words around it.
pub(crate) fn texts(out: &mut String, view: &TextDiff, screen: Screen) {
    against(out, &view.a, &view.b, screen);
    if !view.is_changed() {
        screen.line(out, "the same words: 0 runs out, 0 runs in");
        return;
    }
    let last = view.changes.len() - 1;
    let shortened = view.changes.iter().enumerate().map(|(index, ChangedWords { change, text })| {
        let is_in_both = *change == WordChange::Equal;
        (
            *change,
            if is_in_both { context(text, index > 0, index < last) } else { Cow::Borrowed(text.as_str()) },
        )
    });
    for paragraph in paragraphs(shortened).into_iter().filter(|it| !it.text().trim().is_empty()) {
        screen.paragraph(out, 2, paragraph);
        out.push('\n');
    }
    let count = |kind| view.changes.iter().filter(|change| change.change == kind).count();
    let (gone, come) = (count(WordChange::Delete), count(WordChange::Insert));
    screen.line(out, format!("{} out, {} in", counted(gone, "run"), counted(come, "run")));
}

/// What is held against what.
pub(super) fn against(out: &mut String, a: &str, b: &str, screen: Screen) {
    screen.line(out, Line::styled(Style::Heading, a).and(" against ").run(Style::Heading, b));
    out.push('\n');
}

/// The words of a long run that stand beside a change; what lies between is left out, a line each.
#[expect(clippy::fn_params_excessive_bools, reason = "the same is asked of each of two sides")]
fn context(text: &str, after: bool, before: bool) -> Cow<'_, str> {
    if text.split_whitespace().nth(2 * NEAR + 4).is_none() {
        return Cow::Borrowed(text);
    }
    let joined = |words: Vec<&str>| words.join(" ");
    let head = if after { joined(text.split_whitespace().take(NEAR).collect()) } else { String::new() };
    let mut last: Vec<&str> = text.split_whitespace().rev().take(NEAR).collect();
    last.reverse();
    let tail = if before { joined(last) } else { String::new() };
    Cow::Owned(match (after, before) {
        (true, true) => format!("{head} …\n… {tail} "),
        (true, false) => format!("{head} …"),
        _ => format!("… {tail} "),
    })
}

/// The paragraphs of a diff: words that went as `[-these-]` and words that came as `{+these+}`, which colour alone
/// would not show.
pub(super) fn marked(changes: &[ChangedWords]) -> Vec<Line> {
    paragraphs(changes.iter().map(|it| (it.change, Cow::Borrowed(it.text.as_str()))))
}

fn paragraphs<'t>(changes: impl Iterator<Item = (WordChange, Cow<'t, str>)>) -> Vec<Line> {
    let mut paragraphs = Vec::new();
    let mut last = Line::default();
    let mut add = |style: Style, text: &str| {
        for (index, piece) in text.split('\n').enumerate() {
            if index > 0 {
                paragraphs.push(std::mem::take(&mut last));
            }
            last = std::mem::take(&mut last).run(style, piece);
        }
    };
    for (change, text) in changes {
        let words = text.trim_end();
        let space = &text[words.len()..];
        let (style, before, behind) = match change {
            WordChange::Equal => (Style::Plain, "", ""),
            WordChange::Delete => (Style::Gone, "[-", "-]"),
            WordChange::Insert => (Style::Come, "{+", "+}"),
        };
        for part in [before, words, behind] {
            add(style, part);
        }
        let is_tight = space.is_empty() && change != WordChange::Equal;
        add(Style::Plain, if is_tight { " " } else { space });
    }
    paragraphs.push(last);
    paragraphs
}
