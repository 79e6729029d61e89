//! Two sources for people, claim by claim.

use super::changed::{against, marked};
use super::term::{Line, Screen, Style};
use super::words::translated;
use crate::text::counted;
use crate::view::diff::{Class, SourcesDiff};

/// What both answer, with the words in which their quotes differ, and what only one of them does.
pub(crate) fn render(out: &mut String, view: &SourcesDiff, screen: Screen) {
    against(out, &view.a, &view.b, screen);
    for both in &view.both {
        let style = match both.class {
            Class::Conflict => Style::Bad,
            Class::Tension | Class::Open => Style::Warn,
            _ => Style::Plain,
        };
        let head = Line::styled(Style::Heading, both.question.as_str()).and(format!("  {}  ", both.ask));
        screen.line(out, head.run(style, both.relation.name()));
        screen.line(out, format!("  a: {}", both.a.said));
        screen.line(out, format!("  b: {}", both.b.said));
        screen.paragraph(out, 2, format!("why: {}", both.reason));
        screen.paragraph(
            out,
            2,
            marked(&both.words).iter().fold(Line::default(), |all, it| all.and(" ").join(it)),
        );
        for (name, translation) in [("a", &both.translation_a), ("b", &both.translation_b)] {
            if let Some(translation) = translation {
                screen.paragraph(out, 2, format!("{name} {}", translated(translation)));
            }
        }
        if both.withheld {
            screen.paragraph(out, 2, "quotes withheld: access to a source is restricted");
        }
        out.push('\n');
    }
    for (name, only) in [(&view.a, &view.only_a), (&view.b, &view.only_b)] {
        if only.is_empty() {
            continue;
        }
        let head = Line::new("only in ").run(Style::Heading, name);
        screen.line(out, head.and(format!(": {}", counted(only.len(), "claim"))));
        for claim in only {
            screen.paragraph(out, 2, format!("{}: {}", claim.claim.own(), claim.said));
        }
        out.push('\n');
    }
    let both = counted(view.both.len(), "pair");
    let (a, b) = (counted(view.only_a.len(), "claim"), counted(view.only_b.len(), "claim"));
    let only = format!("{a} only in {}, {b} only in {}", view.a, view.b);
    screen.line(out, format!("{both} on questions that both answer; {only}"));
}
