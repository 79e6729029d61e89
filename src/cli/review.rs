//! `gainsay review`: claims that wait until somebody signs for them.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::looking::{ForWhom, Texts};
use super::output::Output;
use super::place;
use super::place::Place;
use super::writer;
use crate::error::{Error, ErrorKind};
use crate::record::plan::Plan;
use crate::record::review::Queue;
use crate::render;
use crate::view::added::Added;
use crate::view::review::Unreviewed;

/// List the claims that wait to be reviewed, or sign for some and take them over
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay review\n  gainsay review herald#killed herald#wounded --sign \"A. Writer\"\n  \
                        gainsay review --all --sign \"A. Writer\" --archive ~/archive\n\n\
                        What `gainsay add --unreviewed` kept takes no part until then. Whoever signs stands for what the texts did not show; what\n\
                        `gainsay check` would deny is refused all the same, and waits on.\n\
                        Exit codes: 0 all was taken over, or listed; 1 something was refused; 2 could not run."
)]
pub(super) struct Arguments {
    /// Claims by their full names, SOURCE#ID
    #[arg(requires = "sign", value_name = "CLAIM")]
    claims: Vec<String>,

    /// Who signs for them
    #[arg(long, value_name = "NAME")]
    sign: Option<String>,

    /// Every claim that waits
    #[arg(long, conflicts_with = "claims", requires = "sign")]
    all: bool,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    texts: Texts,

    #[command(flatten)]
    for_whom: ForWhom,
}

/// What waits, or what became of it.
enum Reviewed {
    Waiting(Unreviewed),
    Signed(Added),
}

formats! {
    Format shows Reviewed {
        Human for Desk = |out, view, screen| match view {
            Reviewed::Waiting(view) => render::review::render(out, view, screen),
            Reviewed::Signed(view) => render::added::render(out, view, screen),
        },
        /// The versioned view
        Json for Programs = |out, view, screen| match view {
            Reviewed::Waiting(view) => json(out, view, screen),
            Reviewed::Signed(view) => json(out, view, screen),
        },
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = arguments.texts.audit(place)?;
    let queue = Queue::new(&audit, reader);
    let Some(by) = &arguments.sign else {
        output.show(arguments.format, &Reviewed::Waiting(queue.told()), "")?;
        return Ok(Exit::Clean);
    };
    if arguments.claims.is_empty() && !arguments.all {
        let error = Error::new(ErrorKind::Refused, "it is not said which claims are signed for");
        return Err(error.hint("name them, or sign for `--all`"));
    }
    let Plan { files, mut added } = queue.signed(&audit, &arguments.claims, (by, place::today()), reader)?;
    if !files.is_empty() {
        writer::record(audit.root(), &files)?;
        added.written = true;
    }
    let is_refused = added.counts.refused > 0;
    output.show(arguments.format, &Reviewed::Signed(added), "")?;
    Ok(Exit::unless(is_refused))
}
