//! `gainsay assess`: an assessment with the claims of the conflict filled in.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::looking::Texts;
use super::one_of::one_of;
use super::output::Output;
use super::place;
use super::place::Place;
use super::writer;
use crate::error::Error;
use crate::model::claim::Status;
use crate::record::assess::{Assessing, in_dispute};
use crate::render::assessed::render;
use crate::view::assessed::FilledAssessment;

/// Print an assessment of a question with the claims of its conflict filled in, or write it
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay assess fire/killed\n  gainsay assess fire/killed --archive ~/archive\n  \
                        gainsay assess fire/killed --status contested --rationale \"Two counts of one night, by two bodies.\" --by desk\n\n\
                        Without a rationale it is printed, to be filled in; with one it is written behind the other assessments.\n\
                        Exit codes: 0 printed or written, 1 nothing is in dispute on the question, 2 could not run."
)]
pub(super) struct Arguments {
    /// The question, EVENT/QUESTION
    question: String,

    /// How it stands
    #[arg(long, default_value = "contested", value_parser = one_of::<Status>())]
    status: Status,

    /// Why the conflict stands, or how it was resolved; writes the assessment
    #[arg(long, value_name = "TEXT")]
    rationale: Option<String>,

    /// Who decides
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    texts: Texts,
}

formats! {
    Format shows FilledAssessment {
        /// As it stands in its file
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.texts.audit(place)?.nonempty()?;
    audit.question(&arguments.question)?;
    let today = place::today();
    let claims = in_dispute(&audit.judged(today)?, &arguments.question);
    let assessing = Assessing {
        question: &arguments.question,
        status: arguments.status,
        rationale: arguments.rationale.as_deref().unwrap_or_default(),
        by: arguments.by.as_deref(),
        today,
    };
    let mut view = assessing.told(claims);
    let is_quiet = view.claims.is_empty();
    if !is_quiet && !assessing.is_open() {
        let files = assessing.file(&audit, &view.claims)?;
        writer::record(audit.root(), &files)?;
        view.file = files.into_keys().next();
    }
    output.show(arguments.format, &view, "")?;
    Ok(Exit::unless(is_quiet))
}
