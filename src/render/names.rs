//! Names in different scripts that may be one, for the terminal.

use crate::render::term::{Line, Screen, Style};
use crate::text::counted;
use crate::view::names::{RecordedName, SuggestedNames};

/// Each suggestion with both names, where they stand and why, then what was compared.
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
    let suggested = view.suggested.len();
    let apart = match view.kept_apart {
        0 => String::new(),
        apart => format!("; {} kept apart by `confusable-with`", counted(apart, "pair")),
    };
    let names = counted(view.names, "name");
    screen.paragraph(out, 0, format!("held {names} against each other: {suggested} suggested{apart}"));
    if suggested > 0 {
        screen.paragraph(out, 0, "nothing is known by this: a name that is one belongs to `aliases`");
    }
}

fn told(name: &RecordedName) -> String {
    let language = name.language.as_deref().map(|tag| format!(" ({tag})")).unwrap_or_default();
    let RecordedName { spelling, kind, id, file, line, .. } = name;
    format!("{spelling}{language}: {kind} `{id}`, {file}:{line}")
}
