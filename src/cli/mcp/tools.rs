//! The tools: a file for each, and the table that lists them.

mod check_text;
mod disputes;
mod hold_quote;
mod propose_claim;
mod read_value;
mod spot;
mod who_says;

use super::tool::Tool;

/// Those that read, in the order in which they are listed.
static READING: &[&Tool] =
    &[&who_says::TOOL, &disputes::TOOL, &hold_quote::TOOL, &read_value::TOOL, &check_text::TOOL, &spot::TOOL];

/// Those that propose.
static PROPOSING: &[&Tool] = &[&propose_claim::TOOL];

/// What may be asked where nothing may be written, and where claims may be proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ToolSet {
    Reading,
    Proposing,
}

impl ToolSet {
    /// The tools that there are.
    pub(super) fn tools(self) -> impl Iterator<Item = &'static Tool> {
        let proposing: &'static [&'static Tool] = match self {
            ToolSet::Reading => &[],
            ToolSet::Proposing => PROPOSING,
        };
        READING.iter().chain(proposing).copied()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_tool_says_what_it_shows_and_what_it_does_not_and_none_calls_anything_true() {
        let mut names = BTreeSet::new();
        for tool in ToolSet::Proposing.tools() {
            assert!(names.insert(tool.name), "{} stands twice", tool.name);
            let about = tool.about.to_lowercase();
            assert!(about.contains("not"), "{}: {about}", tool.name);
            for word in ["verdict", "score", "fact", "false", "trustworth", "credib"] {
                assert!(!about.contains(word), "{} speaks of {word}", tool.name);
            }
            assert_eq!(tool.listed().output_schema["type"], "object", "{}", tool.name);
            assert_eq!(tool.listed().input_schema["additionalProperties"], false, "{}", tool.name);
        }
        assert_eq!(names.len(), 7);
        assert_eq!(ToolSet::Reading.tools().count(), 6);
    }
}
