//! docs/languages.md: the languages whose words are read, with what each table's examples say.

use std::fmt::Write;

use crate::value::tables::tables;

/// The page, as the tables have it.
pub(super) fn page() -> String {
    let mut page = String::from(
        "<!-- written from src/value/tables by a test: see docs/contributing.md -->\n\n\
         # Sources in other languages\n\n",
    );
    page.push_str(include_str!("languages.md"));
    page.push_str("\n## The tables\n\n| tag | language | examples | of them left unread | looked at by |\n|---|---|---|---|---|\n");
    for table in tables() {
        let unread = table.examples.iter().filter(|example| example.unread.is_some()).count();
        let all = table.examples.len();
        let _ = writeln!(
            page,
            "| `{}` | {} | {all} | {unread} | {} |",
            table.language, table.name, table.checked_by
        );
    }
    for table in tables() {
        let _ = write!(page, "\n### {}\n\nLeft unread:\n\n", table.name);
        for example in &table.examples {
            if let Some(why) = &example.unread {
                let _ = writeln!(page, "- {}: {why}", example.words);
            }
        }
    }
    page
}
