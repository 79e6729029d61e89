//! Two captures of one page for people: what became of each claim, then what changed in the words.

use super::changed::texts;
use super::term::{Line, Screen, Style};
use super::words::quoted;
use crate::text::counted;
use crate::view::captures::{Became, CapturesDiff, Recaptures};
use crate::view::unrecorded::Unrecorded;

pub(crate) fn render(out: &mut String, view: &CapturesDiff, screen: Screen) {
    let says =
        if view.says_updated { "says that it was updated" } else { "does not say that it was updated" };
    let head = Line::styled(Style::Heading, &view.old).and(" and its later capture ");
    screen.line(out, head.run(Style::Heading, &view.new).and(format!(", which {says}")));
    out.push('\n');
    view.claims.iter().for_each(|claim| fate(out, view, claim, screen));
    view.unrecorded.iter().for_each(|change| unrecorded(out, change, screen));
    out.push('\n');
    match &view.text {
        Some(text) => texts(out, text, screen),
        None if view.withheld => {
            screen.line(out, "the words of both are withheld: access to one of them is restricted");
        }
        None => screen
            .line(out, "the text of one of the two is not held here: name its folder with `--archive DIR`"),
    }
    let all = Became::ALL.iter().map(|fate| {
        let count = view.claims.iter().filter(|claim| claim.fate == *fate).count();
        format!("{count} {fate}")
    });
    let all = all.collect::<Vec<_>>().join(", ");
    out.push('\n');
    screen.line(out, format!("{}: {all}", counted(view.claims.len(), "claim")));
}

/// A figure that changed, with the words beside it.
fn unrecorded(out: &mut String, change: &Unrecorded, screen: Screen) {
    let head = Line::styled(Style::Warn, "changed, and recorded nowhere");
    screen.line(out, head.and(format!(": line {}", change.line)));
    let said = |words: &str| {
        let mut words = vec![&*change.before, words, &change.after];
        words.retain(|words| !words.is_empty());
        words.join(" ")
    };
    screen.paragraph(out, 2, format!("then: “{}”", said(&change.old)));
    screen.paragraph(out, 2, format!("now:  “{}”", said(&change.new)));
}

fn fate(out: &mut String, view: &CapturesDiff, claim: &Recaptures, screen: Screen) {
    let style = match claim.fate {
        Became::Changed | Became::Gone => Style::Bad,
        Became::Moved | Became::Unchecked => Style::Warn,
        Became::Still => Style::Good,
    };
    let head = Line::styled(style, claim.fate.name()).and(": ").run(Style::Heading, &claim.words);
    screen.line(out, head.and(" ").run(Style::Dim, claim.claim.own()));
    if view.withheld || !matches!(claim.fate, Became::Changed | Became::Gone) {
        return;
    }
    screen.paragraph(out, 2, format!("then: {}", quoted(&claim.quote, claim.translation.as_deref())));
    if let (Became::Changed, Some(now)) = (claim.fate, &claim.now) {
        screen.paragraph(out, 2, format!("now:  “{now}”"));
        screen.paragraph(out, 2, claim.differs.join("; "));
    }
}
