//! `hold_quote`: whether a quote stands in the text of a source, and where.

use crate::cli::mcp::given::{ArgumentForm, Parameter, Presence, takes, takes_cursor};
use crate::cli::mcp::tool::{Reach, Tool, ToolCall};
use crate::error::{Error, ErrorKind};
use crate::text::Needle;

pub(super) static TOOL: Tool = Tool {
    name: "hold_quote",
    title: "Hold a quote against the texts",
    about: "Whether words stand in the archived text of a source, or of which sources, and where: `exact`, `folded` (but for typography) and \
            `elided` (with words left out at an ellipsis) are held; `near` shows the passage that resembles them most, and where it differs. \
            It shows whether a source has these words, and does not say whether what they say is so. A text that is not at hand is \
            `unchecked`.",
    reach: Reach::Reads,
    takes: parameters,
    answers: include_str!("../../../../docs/schemas/mcp-hold-quote.json"),
    run,
};

fn parameters() -> Vec<Parameter> {
    vec![
        takes(
            "quote",
            ArgumentForm::Text,
            Presence::Must,
            "The words to find; `...` stands for words that are left out",
        ),
        takes(
            "source",
            ArgumentForm::Text,
            Presence::May,
            "The id of a source; left out: all, those that hold it first",
        ),
        takes(
            "prefix",
            ArgumentForm::Text,
            Presence::May,
            "Words that stand directly before it, where it stands more than once",
        ),
        takes("suffix", ArgumentForm::Text, Presence::May, "Words that stand directly behind it"),
        takes(
            "locator",
            ArgumentForm::Text,
            Presence::May,
            "Where it stands: \"paragraph 2\", \"line 12\", \"page 3\"",
        ),
        takes_cursor(),
    ]
}

fn run(call: &ToolCall<'_, '_>) -> Result<String, Error> {
    let quote = call.given.text("quote").unwrap_or_default();
    if quote.trim().is_empty() {
        return Err(Error::new(ErrorKind::Refused, "`quote` has no words"));
    }
    let needle = Needle {
        prefix: call.given.text("prefix"),
        suffix: call.given.text("suffix"),
        locator: call.given.text("locator"),
        ..Needle::new(quote)
    };
    call.answer(call.record.judged.hold_quote(call.given.text("source"), needle)?)
}
