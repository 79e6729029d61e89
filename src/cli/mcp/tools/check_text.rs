//! `check_text`: words of a draft against the record.

use crate::audit::{DraftFile, Levels};
use crate::cli::mcp::given::{ArgumentForm, Parameter, Presence, takes, takes_cursor, takes_language};
use crate::cli::mcp::tool::{Reach, Tool, ToolCall};
use crate::cli::place;
use crate::error::{Error, ErrorKind};
use crate::view::mcp::check_text::checked;

pub(super) static TOOL: Tool = Tool {
    name: "check_text",
    title: "Hold a draft against the record",
    about: "What the record has of each figure, date, name and quotation of a draft in Markdown: what nobody on record says, what contradicts all \
            of them, what is disputed and stated flatly, out of date, sharper than its source, or given to somebody else. `[^SOURCE#CLAIM]` \
            and links to `gainsay:EVENT/QUESTION` bind words to the record; what nothing binds is proposed, and said to be. It shows what \
            the record carries, and does not say what is so: a draft without findings is one that the record carries.",
    reach: Reach::Reads,
    takes: parameters,
    answers: include_str!("../../../../docs/schemas/mcp-check-text.json"),
    run,
};

fn parameters() -> Vec<Parameter> {
    vec![
        takes("text", ArgumentForm::Text, Presence::Must, "The draft, in Markdown"),
        takes(
            "dated",
            ArgumentForm::Text,
            Presence::May,
            "The day that it is dated, as EDTF; left out, today",
        ),
        takes_language("the draft"),
        takes_cursor(),
    ]
}

fn run(call: &ToolCall<'_, '_>) -> Result<String, Error> {
    let text = call.given.text("text").unwrap_or_default();
    if text.trim().is_empty() {
        return Err(Error::new(ErrorKind::Refused, "`text` has no words"));
    }
    let language = call.given.text("language").unwrap_or("en");
    let today = place::today();
    let dated = call.given.text("dated").map_or_else(|| today.to_string(), str::to_owned);
    let drafts = [DraftFile { path: "-".to_owned(), bytes: text.as_bytes().to_vec() }];
    let drafting = call.record.judged.audit().drafting(&drafts, (&dated, language), &Levels::default())?;
    let items = drafting.judged(today)?.shown(|view, _| checked(view));
    call.answer(items)
}
