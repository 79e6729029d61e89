//! A draft: whatever it holds, what is found in it stands in it, and is told the same when it is asked again.

use std::path::Path;
use std::sync::OnceLock;

use super::TWICE;
use super::printed::{SCREEN, is_text};
use crate::audit::{Audit, Day, DraftFile, Levels};
use crate::capture::stored;
use crate::load::from_texts;
use crate::render;

const SOURCES: &str = r#"
[agent.herald]
name = "The Herald"
[agent.mayor]
name = "Mayor Orlov"
[source.herald]
title = "Fire at the old mill"
publisher = "herald"
published = "2024-03-01"
url = "https://a.example/mill"
"#;

const CLAIMS: &str = r#"
source = "herald"
[event.fire]
title = "The fire at the old mill"
[event.fire.question.killed]
ask = "How many people were killed?"
type = "count"
[event.fire.question.day]
ask = "When did the mill burn?"
type = "date"
[[claim]]
id = "killed"
question = "fire/killed"
value = "at least 3"
said-by = "mayor"
quote = "at least 3 people were killed"
[[claim]]
id = "day"
question = "fire/day"
value = "29 February 2024"
quote = "the mill burned on 29 February 2024"
"#;

fn audit() -> &'static Audit {
    static AUDIT: OnceLock<Audit> = OnceLock::new();
    AUDIT.get_or_init(|| {
        let files = [
            ("gainsay.toml", "[dossier]\ntitle = \"A\"\nlanguage = \"en\"\n"),
            ("sources/a.toml", SOURCES),
            ("claims/a.toml", CLAIMS),
        ];
        Audit::of(Path::new("."), from_texts(&files))
    })
}

/// Holds a draft against a record: the first byte says what it is called or packed in, the rest is in it.
pub fn draft(input: &[u8]) {
    let (first, rest) = input.split_first().unwrap_or((&b't', &[]));
    let (path, bytes) = match first {
        b'm' => ("a.md", rest.to_vec()),
        b'h' => ("a.html", rest.to_vec()),
        b'z' => ("a.docx", rest.to_vec()),
        b'd' => {
            let parts: [(&str, &[u8]); 2] = [("word/document.xml", rest), ("word/footnotes.xml", rest)];
            ("a.docx", stored(&parts))
        }
        _ => ("a.txt", rest.to_vec()),
    };
    let files = [DraftFile { path: path.to_owned(), bytes }];
    let told = held(&files);
    if input.len().is_multiple_of(TWICE) {
        assert_eq!(held(&files), told, "asked twice");
    }
}

/// All that is told of a draft; `None` where it is not read.
fn held(files: &[DraftFile]) -> Option<String> {
    let drafting = audit().drafting(files, ("2024-03-02", "en"), &Levels::default()).ok()?;
    let judged = drafting.judged(Day::new(2024, 3, 2).unwrap()).unwrap();
    Some(judged.shown(|view, annotated| {
        for it in &view.statements {
            assert!(it.sentence.contains(&it.words) || it.kind.is_none(), "{} in {}", it.words, it.sentence);
            assert!(it.line > 0 && it.column > 0, "{}", it.words);
        }
        let counts = &view.counts;
        assert_eq!((counts.unheld, counts.statements), (view.unheld.len(), view.statements.len()));
        let json = render::json(view);
        serde_json::from_str::<serde_json::Value>(&json).unwrap();
        let mut out = String::new();
        render::check::human::render(&mut out, &view.checked, SCREEN);
        render::check::concise::render(&mut out, &view.checked);
        is_text(&out);
        json + &out + &render::draft::page(&annotated())
    }))
}
