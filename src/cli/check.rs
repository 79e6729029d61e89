//! `gainsay check`: the audit.

use clap::{Args, ValueEnum};

use super::baseline;
use super::exit::Exit;
use super::levels::Levels;
use super::looking;
use super::looking::Looking;
use super::output::Output;
use super::place;
use super::place::Place;
use crate::error::Error;
use crate::render::check::{concise, github, human, junit, sarif};
use crate::render::json;

/// Audit the dossier: what is missing, misread or in conflict
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay check\n  gainsay check --format concise\n  gainsay check --archive ~/archive\n  \
                        gainsay check --dossier dossiers/fire --format json\n  gainsay check --format sarif > gainsay.sarif\n  \
                        gainsay check --deny warnings --allow single-source\n  gainsay check --write-baseline\n\n\
                        docs/ci.md shows how CI uses them."
)]
pub(super) struct Arguments {
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    looking: Looking,

    /// Write gainsay-baseline.toml: all that is found now, so that only what is new fails. Where there is one, what is gone is
    /// taken out and nothing is added
    #[arg(long, conflicts_with_all = ["deny", "warn", "allow"])]
    write_baseline: bool,

    #[command(flatten)]
    levels: Levels,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Each finding with the lines it is about
    Human,
    /// One line a finding
    Concise,
    /// The versioned view
    Json,
    /// SARIF 2.1.0, for code-scanning services
    Sarif,
    /// Workflow commands: notes beside the lines of a pull request on GitHub
    Github,
    /// JUnit XML, for Jenkins, GitLab and the like
    Junit,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.looking.audit(place)?.with_levels(&arguments.levels.given())?.checkable()?;
    let judged = audit.judged(place::today())?;
    let mut view = judged.check();
    view.base = place::base(audit.root());
    if arguments.write_baseline {
        return baseline::write(&judged, &view, output);
    }
    let mut text = String::new();
    match arguments.format {
        Format::Json => text = json(&view),
        Format::Human => {
            text = looking::heading(&audit);
            human::render(&mut text, &view, output.paint, output.width);
        }
        Format::Concise => concise::render(&mut text, &view),
        Format::Sarif => sarif::render(&mut text, &view),
        Format::Github => github::render(&mut text, &view),
        Format::Junit => junit::render(&mut text, &view),
    }
    output.print(&text)?;
    if view.exit == 2 {
        output.note("error: nothing was checked: no claim could be read");
    }
    Ok(Exit::of_check(view.exit))
}
