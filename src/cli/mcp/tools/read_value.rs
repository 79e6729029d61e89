//! `read_value`: how words are read as a value.

use crate::audit::read_in;
use crate::cli::mcp::given::{ArgumentForm, Parameter, Presence, takes, takes_cursor, takes_language};
use crate::cli::mcp::tool::{Reach, Tool, ToolCall};
use crate::cli::readable::Readable;
use crate::error::Error;
use crate::view::mcp::read_value::ReadValue;
use crate::view::read::RowTold;

pub(super) static TOOL: Tool = Tool {
    name: "read_value",
    title: "How words are read",
    about: "How words are read as a value: all that they allow and how readers usually take them, as intervals and in words, with the row of \
            the table by which they were read. \"nearly 200\" allows 160 to 200 and is usually 180 to 199. With the record's own number \
            words, places and agents. It shows what words can mean, and does not say what is so.",
    reach: Reach::Reads,
    takes: parameters,
    answers: include_str!("../../../../docs/schemas/mcp-read-value.json"),
    run,
};

fn parameters() -> Vec<Parameter> {
    vec![
        takes("type", ArgumentForm::OneOf(Readable::NAMES), Presence::Must, "What to read them as"),
        takes("words", ArgumentForm::Texts, Presence::Must, "The words, each read by itself"),
        takes("unit", ArgumentForm::Text, Presence::May, "The unit that amounts may be said in"),
        takes("options", ArgumentForm::Texts, Presence::May, "The options of a choice"),
        takes_language("the words"),
        takes_cursor(),
    ]
}

fn run(call: &ToolCall<'_, '_>) -> Result<String, Error> {
    let kind = call.given.text("type").and_then(Readable::named).unwrap_or(Readable::Text);
    let options = call.given.texts("options").into_iter().map(str::to_owned).collect();
    let read_as = kind.read_as(call.given.text("unit").map(str::to_owned), options)?;
    let dossier = &call.record.judged.audit().dossier;
    let words = call.given.texts("words");
    let language = call.given.text("language");
    call.answer(
        words
            .into_iter()
            .map(|words| ReadValue::new(read_in(dossier, &read_as, (words, language), RowTold::Yes)))
            .collect(),
    )
}
