//! Names in different scripts that may be one, for the terminal.

use crate::render::term::{Line, Screen, Style};
use crate::render::toml::alias::alias;
use crate::text::counted;
use crate::view::aliases::SuggestedAlias;
use crate::view::names::{RecordedName, SuggestedNames};

/// Of the texts that a spelling stands in so many are named; the rest are counted.
const MOST_PLACES: usize = 3;

/// Each suggestion with both names, where they stand and why, and with the alias that it would be, then what was looked at.
pub(crate) fn render(out: &mut String, view: &SuggestedNames, screen: Screen) {
    for link in &view.suggested {
        let head = Line::new(format!("suggested, {}: ", link.strength));
        let head = head.run(Style::Heading, &link.one.spelling).and(" and ");
        screen.line(out, head.run(Style::Heading, &link.other.spelling));
        for name in [&link.one, &link.other] {
            screen.paragraph(out, 2, told(name));
        }
        screen.paragraph(out, 2, format!("why: {}", link.because.told()));
    }
    view.aliases.iter().for_each(|alias| in_texts(out, alias, screen));
    let suggested = view.suggested.len();
    let apart = match view.kept_apart {
        0 => String::new(),
        apart => format!("; {} kept apart by `confusable-with`", counted(apart, "pair")),
    };
    let names = counted(view.names, "name");
    screen.paragraph(out, 0, format!("held {names} against each other: {suggested} suggested{apart}"));
    let spellings = view.aliases.len();
    let beside = [
        (view.left_out, "left out behind three of their name"),
        (view.withheld, "withheld: access is restricted"),
    ];
    let beside = beside.into_iter().filter(|(count, _)| *count > 0);
    let beside: String = beside.map(|(count, why)| format!("; {count} {why}")).collect();
    let unread = if view.unread > 0 {
        format!("; {} without one", counted(view.unread, "source"))
    } else {
        String::new()
    };
    let texts = counted(view.texts, "text");
    screen.paragraph(
        out,
        0,
        format!("looked at {texts} for names in other scripts: {spellings} suggested{beside}{unread}"),
    );
    if suggested + spellings > 0 {
        screen.paragraph(out, 0, "nothing is known by this: a name that is one belongs to `aliases`");
    }
}

/// A spelling that stands in texts, where it does, and the alias.
fn in_texts(out: &mut String, it: &SuggestedAlias, screen: Screen) {
    let head = Line::new(format!("suggested, {}: ", it.strength)).run(Style::Heading, &it.spelling);
    screen.line(out, head.and(" in texts for ").run(Style::Heading, &it.of.spelling));
    screen.paragraph(out, 2, told(&it.of));
    let places: Vec<String> = it
        .places
        .iter()
        .take(MOST_PLACES)
        .map(|place| format!("{}:{}:{}", place.source, place.line, place.column))
        .collect();
    let more = match it.places.len().saturating_sub(MOST_PLACES) {
        0 => String::new(),
        more => format!(" and {}", counted(more, "text")),
    };
    screen.paragraph(
        out,
        2,
        format!(
            "stands {} in {}: {}{more}",
            counted(it.times, "time"),
            counted(it.places.len(), "text"),
            places.join(", ")
        ),
    );
    screen.paragraph(out, 2, format!("why: {}", it.because.told()));
    screen.line(out, Line::new(format!("  {}", alias(&it.spelling, it.language.as_deref()))));
}

fn told(name: &RecordedName) -> String {
    let language = name.language.as_deref().map(|tag| format!(" ({tag})")).unwrap_or_default();
    let RecordedName { spelling, kind, id, file, line, .. } = name;
    format!("{spelling}{language}: {kind} `{id}`, {file}:{line}")
}
