//! `who_says`: who answers a question, and what.

use crate::audit::About;
use crate::cli::mcp::given::{ArgumentForm, Parameter, Presence, takes, takes_cursor};
use crate::cli::mcp::tool::{Reach, Tool, ToolCall};
use crate::error::{Error, ErrorKind};

pub(super) static TOOL: Tool = Tool {
    name: "who_says",
    title: "Who says what",
    about: "Who answers a question of the record, and what: each claim with the words of its source, who says it and through whom, the \
            moment that it holds for, how it stands among the others, and who said it first; then the positions, claims that can hold at \
            once, with the independent origins behind each. It shows what sources say, and does not say which of them is right. Name a \
            question or an event, or give words to find questions by.",
    reach: Reach::Reads,
    takes: parameters,
    answers: include_str!("../../../../docs/schemas/mcp-who-says.json"),
    run,
};

fn parameters() -> Vec<Parameter> {
    vec![
        takes("about", ArgumentForm::Text, Presence::May, "An event, or a question as EVENT/QUESTION"),
        takes(
            "words",
            ArgumentForm::Text,
            Presence::May,
            "Words of a question, in place of its name: up to eight questions of the record that have most of them",
        ),
        takes_cursor(),
    ]
}

fn run(call: &ToolCall<'_, '_>) -> Result<String, Error> {
    let about = match (call.given.text("about"), call.given.text("words")) {
        (Some(name), None) => About::Named(name),
        (None, Some(words)) => About::Words(words),
        _ => {
            let error = Error::new(ErrorKind::Refused, "one of `about` and `words` says what is asked");
            return Err(error.hint("`about` takes an event or EVENT/QUESTION, `words` any words"));
        }
    };
    call.answer(call.record.judged.who_says(&call.record.report, about)?)
}
