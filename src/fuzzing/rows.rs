//! Rows of a file: whatever they hold, each is taken or refused, and what is taken is read again as it was given.

use std::sync::OnceLock;

use crate::audit::{Audit, Day};
use crate::load::from_texts;
use crate::record::answers::taken;
use crate::record::columns::Columns;
use crate::record::forms::{Incoming, RowForm, rows as read_rows};
use crate::record::plan::{HeldTo, OnRefusal, Plan, Taking};
use crate::record::review::Queue;
use crate::record::short::written_out;
use crate::render;
use crate::render::term::{Paint, Screen};
use crate::view::added::RowFate;
use crate::view::withheld::Reader;

const SOURCES: &str = r#"
[agent.herald]
name = "The Herald"
[source.herald]
title = "H"
publisher = "herald"
published = "2024-03-01"
"#;

const CLAIMS: &str = r#"
source = "herald"
[event.fire]
title = "The fire"
[event.fire.question.killed]
ask = "How many were killed?"
type = "count"
[event.fire.question.place]
ask = "Where was it?"
type = "text"
[[claim]]
question = "fire/killed"
value = 3 # as printed
quote = "3 were killed"
"#;

fn audit() -> &'static Audit {
    static AUDIT: OnceLock<Audit> = OnceLock::new();
    AUDIT.get_or_init(|| {
        let files = [
            ("gainsay.toml", "[dossier]\ntitle = \"A\"\n"),
            ("sources/a.toml", SOURCES),
            ("claims/a.toml", CLAIMS),
        ];
        Audit::of(std::path::Path::new("."), from_texts(&files))
    })
}

/// Takes the rows of a text, in the form that it is seen to have and in each of the others.
pub fn rows(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let columns = Columns::new(None, &["source=herald".to_owned()]).unwrap();
    let forms = std::iter::once(None).chain(RowForm::ALL.iter().copied().map(Some));
    for form in forms {
        let Ok(read) = read_rows(&audit().dossier, &text, form, &columns) else { continue };
        let (given, unread) = (read.rows.len(), read.refused.len());
        let read = written_out(audit(), read, Some("fire"), Reader::Anyone).unwrap();
        let today = Day::new(2024, 3, 2).unwrap();
        let (held_to, reader) = (HeldTo::Levels, Reader::Anyone);
        let taking = Taking { on_refusal: OnRefusal::Keep, held_to, remark: None, today, reader };
        let Plan { files, added } = taken(audit(), Incoming::alone(read), taking).unwrap();
        let counts = &added.counts;
        let all = counts.create + counts.update + counts.unchanged + counts.refused + counts.unreviewed;
        assert_eq!(all, given + unread, "each row comes to something");
        let now = audit().amended(&files, &crate::audit::Levels::default()).unwrap();
        assert!(now.dossier.problems.is_empty(), "{:?}", now.dossier.problems);
        let taken = added.rows.iter().filter(|row| matches!(row.fate, RowFate::Create | RowFate::Update));
        let taken = taken.filter(|row| row.waiver.is_none());
        for row in taken {
            let claim = row.claim.as_deref().unwrap();
            assert!(now.dossier.claims.find(claim).is_some(), "{claim} is not there");
        }
        assert_eq!(now.dossier.unreviewed, counts.unreviewed);
        let screen = Screen { paint: Paint::Off, width: 80 };
        let mut out = String::new();
        render::added::render(&mut out, &added, screen);
        render::review::render(&mut out, &Queue::new(&now, reader).told(), screen);
        assert!(out.ends_with('\n'));
    }
}
