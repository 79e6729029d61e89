//! `gainsay check`: the audit.

use clap::{Args, ValueEnum};

use super::as_of::AsOf;
use super::evidence::{self, Texts};
use super::open::{self, Place};
use super::output::Output;
use super::reuse;
use crate::align::Alignment;
use crate::error::Error;
use crate::judge::{self, Court};
use crate::load;
use crate::load::texts::Archive;
use crate::report::check::CheckView;
use crate::report::{concise, human, json};

/// Audit the dossier: what is missing, misread or in conflict
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay check\n  gainsay check --format concise\n  gainsay check --archive ~/archive\n  gainsay check --dossier dossiers/fire --format json")]
pub(super) struct Arguments {
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    texts: Texts,

    #[command(flatten)]
    known: AsOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Each finding with the lines it is about
    Human,
    /// One line a finding
    Concise,
    /// The versioned view
    Json,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<u8, Error> {
    let root = place.root()?;
    let dossier = load::dossier(&root)?;
    if dossier.claims.len() == 0 && dossier.problems.is_empty() {
        place.open()?;
    }
    let (dossier, known) = arguments.known.apply(dossier)?;
    let archive = Archive::find(&dossier, &root, &arguments.texts.archive)?;
    let mut alignment = Alignment::new(&dossier, evidence::gather_from(&dossier, &archive));
    alignment.reuse = reuse::gather(&alignment, &archive).0;
    let court = Court::new(&alignment, open::today());
    let findings = judge::judge(&court);
    let view = CheckView::new(&court, &findings);
    let text = match arguments.format {
        Format::Json => json(&view),
        Format::Human => {
            let mut text = known;
            human::render(&mut text, &view, output.paint, output.width);
            text
        }
        Format::Concise => {
            let mut text = String::new();
            concise::render(&mut text, &view);
            text
        }
    };
    output.print(&text)?;
    if view.exit == 2 {
        output.note("error: nothing was checked: no claim could be read");
    }
    Ok(view.exit)
}
