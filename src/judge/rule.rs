//! What a rule is: a name, a level, a family and a page.

use super::family::Family;
use crate::model::{Dossier, Level};

/// A rule. Its page is the doc comment of its file's `rule!`: what it flags, *Fires on*, *Silent on*, *What to do*.
pub(crate) struct Rule {
    /// Kebab-case; names the fault, and reads well after "allow".
    pub(crate) name: &'static str,
    /// The level where the manifest gives none.
    pub(crate) level: Level,
    pub(crate) family: Family,
    /// Markdown. The first paragraph is the summary.
    pub(crate) page: &'static str,
}

impl Rule {
    /// The level in a dossier.
    pub(crate) fn level_in(&self, dossier: &Dossier) -> Level {
        dossier.levels.get(self.name).map_or(self.level, |(level, _)| *level)
    }

    /// The first paragraph of the page, on one line.
    pub(crate) fn summary(&self) -> String {
        let lines = self.page.lines().map(str::trim).take_while(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join(" ")
    }

    /// The examples under a heading of the page: for each, its files as (path, text). A fence names its file, and
    /// one that says `and` after it belongs to the example before.
    #[cfg(test)]
    pub(crate) fn examples(&self, heading: &str) -> Vec<Vec<(String, String)>> {
        let mut examples: Vec<Vec<(String, String)>> = Vec::new();
        let (mut inside, mut open) = (false, false);
        for line in self.page.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            match (line.strip_prefix("## "), line.strip_prefix("```")) {
                (Some(title), _) if !open => inside = title.trim() == heading,
                (_, Some(fence)) => {
                    open = !open;
                    let words: Vec<&str> = fence.split_whitespace().skip(1).collect();
                    if open && inside {
                        if words.get(1) != Some(&"and") {
                            examples.push(Vec::new());
                        }
                        let path = words.first().unwrap_or(&"claims/example.toml").to_string();
                        examples.last_mut().expect("one was pushed").push((path, String::new()));
                    }
                }
                _ if open && inside => {
                    let file =
                        examples.last_mut().and_then(|files| files.last_mut()).expect("a fence is open");
                    file.1.push_str(line);
                    file.1.push('\n');
                }
                _ => {}
            }
        }
        examples
    }
}
