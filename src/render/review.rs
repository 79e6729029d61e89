//! Claims that wait to be reviewed, for the terminal.

use crate::render::term::{Line, Screen, Style};
use crate::text::counted;
use crate::view::review::Unreviewed;

/// Each with what it says and why it was not taken.
pub(crate) fn render(out: &mut String, view: &Unreviewed, screen: Screen) {
    for it in &view.claims {
        let head = Line::styled(Style::Heading, &it.claim);
        screen.line(out, head.and(format!("  {}:{}", it.file, it.line)));
        let said = |what: &Option<String>| what.clone().unwrap_or_else(|| "nothing".to_owned());
        screen.paragraph(out, 4, format!("{}: {}", said(&it.question), said(&it.value)));
        if let Some(quote) = &it.quote {
            screen.paragraph(out, 4, format!("“{quote}”"));
        }
        for reason in &it.reasons {
            screen.paragraph(out, 4, Line::new("").run(Style::Warn, reason));
        }
    }
    match view.claims.len() {
        0 => screen.line(out, "nothing waits to be reviewed"),
        waiting => {
            let waits = if waiting == 1 { "waits" } else { "wait" };
            screen.line(
                out,
                format!(
                    "{} {waits}: `gainsay review CLAIM --sign NAME` takes one over",
                    counted(waiting, "claim")
                ),
            );
        }
    }
}
