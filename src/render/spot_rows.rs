//! What was spotted in texts as rows of claims, one a line, for whoever records.

use serde::Serialize;

use crate::render::json_line;
use crate::render::term::Screen;
use crate::view::name::QuestionName;
use crate::view::spot::{InRecord, SpotKind, SpottedPassage, SpottedTexts};

/// A claim as it would be written, as far as the text tells; what it does not tell is left out.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ClaimRow<'v> {
    source: &'v str,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'v str>,
    quote: &'v str,
    locator: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    said_by: Option<&'v str>,
    /// Whoever adds rows passes it over.
    spotted: SpottedOf<'v>,
}

/// What is known of the passage beside.
#[derive(Serialize)]
struct SpottedOf<'v> {
    kind: SpotKind,
    reading: &'v str,
    state: InRecord,
    questions: Vec<&'v str>,
    line: usize,
    column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    assumed: Option<&'v str>,
}

/// One row a line.
pub(crate) fn render(out: &mut String, view: &SpottedTexts, _: Screen) {
    for source in &view.sources {
        for passage in &source.passages {
            out.push_str(&json_line(&row(&source.source, passage)));
            out.push('\n');
        }
    }
}

fn row<'v>(source: &'v str, passage: &'v SpottedPassage) -> ClaimRow<'v> {
    let speaker = passage.speakers.first().filter(|_| passage.kind == SpotKind::Quotation);
    ClaimRow {
        source,
        question: passage.likeliest.as_ref().map(QuestionName::as_str),
        value: passage.value.as_deref(),
        quote: &passage.quote,
        locator: format!("paragraph {}", passage.paragraph),
        said_by: speaker.map(String::as_str),
        spotted: SpottedOf {
            kind: passage.kind,
            reading: &passage.reading,
            state: passage.state,
            questions: passage.questions.iter().map(QuestionName::as_str).collect(),
            line: passage.line,
            column: passage.column,
            assumed: passage.assumed,
        },
    }
}
