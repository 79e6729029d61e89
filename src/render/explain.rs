//! A finding explained, for people.

use super::term::{Line, Screen, Style};
use super::words::quoted;
use crate::text::counted;
use crate::view::explain::{Explanation, PairExplained, SideExplained};

/// What is the matter, both sides of each pair with the rows that they went through, and what would settle it.
pub(crate) fn render(out: &mut String, view: &Explanation, screen: Screen) {
    screen.paragraph(out, 0, format!("{} [{} {}]", view.message, view.rule, view.fingerprint));
    if let (Some(question), Some(ask)) = (&view.question, &view.ask) {
        screen.line(out, format!("asked: {ask} ({question})"));
    }
    if view.pairs.is_empty() {
        out.push('\n');
        for place in &view.places {
            screen.paragraph(out, 2, format!("{}  {}", place.at, place.says));
        }
        for note in &view.notes {
            screen.paragraph(out, 2, format!("note: {note}"));
        }
    }
    view.pairs.iter().for_each(|pair| explained(out, pair, screen));
    out.push('\n');
    if view.more > 0 && !view.pairs.is_empty() {
        let question = view.question.as_deref().unwrap_or_default();
        screen.line(out, format!("and {} more: `gainsay compare {question}`", counted(view.more, "pair")));
    }
    if !view.settles.is_empty() {
        screen.paragraph(out, 0, format!("what would settle it: {}", view.settles.join("; ")));
    }
    if let Some(rationale) = &view.explained {
        screen.paragraph(out, 0, format!("the desk: {rationale}"));
    }
    if let Some(help) = &view.help {
        screen.paragraph(out, 0, format!("help: {help}"));
    }
    screen.line(out, format!("the rule: `gainsay explain {}`", view.rule));
}

fn explained(out: &mut String, pair: &PairExplained, screen: Screen) {
    out.push('\n');
    side(out, &pair.a, screen);
    side(out, &pair.b, screen);
    let row = format!("row {}, {} ({})", pair.row, pair.relation, pair.class);
    screen.line(out, Line::new("  ").run(Style::Heading, row));
    screen.paragraph(out, 4, format!("when {}", pair.when));
    screen.paragraph(out, 4, format!("here: {}", pair.reason));
    if !pair.unmatched.is_empty() {
        screen.line(out, "  no row above it matches:");
    }
    for row in &pair.unmatched {
        let head = format!("{:>2} {:<19}", row.row, row.relation);
        screen.labelled(out, &Line::new("    ").run(Style::Dim, head).and(" "), row.why.as_str());
    }
}

fn side(out: &mut String, side: &SideExplained, screen: Screen) {
    let head = Line::new("  ").run(Style::Heading, &side.claim).and("  ");
    screen.line(out, head.run(Style::Dim, &side.at));
    if let Some(quote) = &side.quote {
        screen.paragraph(out, 4, quoted(quote, side.translation.as_deref()));
    }
    if side.withheld {
        screen.paragraph(out, 4, "quote withheld: access to its source is restricted");
    }
    let reading = match (&side.hard, &side.soft) {
        (Some(hard), Some(soft)) if hard == soft => format!("{}: hard and soft {hard}", side.words),
        (Some(hard), Some(soft)) => format!("{}: hard {hard}, soft {soft}", side.words),
        _ => side.words.clone(),
    };
    screen.paragraph(out, 4, format!("read as  {reading}"));
    let scope = if side.scope.is_empty() { "nothing stated".to_owned() } else { side.scope.join(", ") };
    screen.paragraph(out, 4, format!("scope    {scope}"));
    let assumed = if side.as_of_assumed { " (its source's date)" } else { "" };
    screen.paragraph(out, 4, format!("as of    {}{assumed}", side.as_of));
    let established = if side.established { "" } else { " (not established)" };
    screen.paragraph(out, 4, format!("origin   {}{established}", side.origin));
}
