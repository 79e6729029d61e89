//! `gainsay check`: the audit.

mod batches;
mod renewed;
mod told;

use clap::Args;

use super::baseline;
use super::cache::Cache;
use super::exit::Exit;
use super::formats::{Formats as _, formats, json};
use super::lasting::lasting;
use super::levels::Levels;
use super::looking;
use super::looking::{ForWhom, Looking};
use super::output::Output;
use super::place;
use super::place::Place;
use crate::error::Error;
use crate::render::check::{OneByOne, concise, github, human, junit, sarif};
use crate::view::check::Checked;
use crate::view::tally::Tally;
use batches::in_batches;
use renewed::renewed;
use told::{Asked, Printed, end};

/// Audit the dossier: what is missing, misread or in conflict
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay check\n  gainsay check --format concise\n  gainsay check --archive ~/archive\n  \
                        gainsay check --dossier dossiers/fire --format json\n  gainsay check --format sarif > gainsay.sarif\n  \
                        gainsay check --deny warnings --allow single-source\n  gainsay check --write-baseline\n  \
                        gainsay check --since origin/main... --format github\n\n\
                        docs/ci.md shows how CI uses them."
)]
pub(super) struct Arguments {
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    looking: Looking,

    #[command(flatten)]
    cache: Cache,

    #[command(flatten)]
    for_whom: ForWhom,

    /// Write gainsay-baseline.toml: all that is found now, so that only what is new fails. Where there is one, what is gone is
    /// taken out and nothing is added
    #[arg(long, conflicts_with_all = ["deny", "warn", "allow"])]
    write_baseline: bool,

    /// Show what the change since a git revision brings, at the lines that it adds, and count what was there before; `REV...` is
    /// where REV and HEAD parted. What fails the check is the same
    #[arg(long, value_name = "REV", conflicts_with = "write_baseline")]
    since: Option<String>,

    #[command(flatten)]
    levels: Levels,
}

impl Arguments {
    /// How the dossier is looked at and where answers are kept, where this one may be.
    pub(super) fn kept(&self) -> Option<(&Looking, &Cache)> {
        // What git says of a revision is not written down as what is met of the disk.
        let may_be = !self.write_baseline && self.since.is_none() && self.for_whom.is_anyone();
        may_be.then_some((&self.looking, &self.cache))
    }

    /// How findings are told, where what is asked may be judged batch by batch.
    fn in_batches(&self) -> Option<OneByOne> {
        let may_be = self.kept().is_some() && !self.looking.is_past() && self.looking.archives().is_empty();
        self.format.one_by_one().filter(|_| may_be)
    }
}

formats! {
    Format shows Checked<'_> {
        /// Each finding with the lines it is about
        Human for Desk = |out, view, screen| human::render(out, view, screen),
        /// One line a finding
        Concise for Programs = |out, view, _| concise::render(out, view),
        /// The versioned view
        Json for Programs = |out, view, screen| json(out, view, screen),
        /// SARIF 2.1.0, for code-scanning services
        Sarif for Programs = |out, view, _| sarif::render(out, view),
        /// Workflow commands: notes beside the lines of a pull request on GitHub
        Github for Programs = |out, view, _| github::render(out, view),
        /// JUnit XML, for Jenkins, GitLab and the like
        Junit for Programs = |out, view, _| junit::render(out, view),
    }
}

impl Format {
    /// The way in which it tells findings one by one, where it does.
    fn one_by_one(self) -> Option<OneByOne> {
        match self {
            Format::Human => Some(human::ONE_BY_ONE),
            Format::Concise => Some(concise::ONE_BY_ONE),
            Format::Json | Format::Sarif | Format::Github | Format::Junit => None,
        }
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let used = arguments.format.used();
    let way = arguments.format.one_by_one().filter(|_| place.recorder.writes());
    let (looking, levels) = (&arguments.looking, &arguments.levels);
    let asked = |way| Asked { looking, levels, way, used };
    if let Some((way, before)) = way.zip(place.handed.before.as_ref())
        && let Some(exit) = renewed(&asked(way), before, place, output)?
    {
        return Ok(exit);
    }
    if let Some(way) = arguments.in_batches()
        && let Some(exit) = in_batches(&asked(way), place, output)?
    {
        return Ok(exit);
    }
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = looking.audit(place)?.shown_to(reader);
    let levels = levels.given();
    let audit = lasting(audit.with_levels(&levels)?.checkable()?);
    let past =
        arguments.since.as_ref().map(|revision| audit.at(revision)?.with_levels(&levels)).transpose()?;
    let (today, past) = (place::today(), past.map(lasting));
    let judged = lasting(audit.judged(today)?);
    let mut view = match past {
        Some(past) => judged.check_since(lasting(past.judged(today)?)),
        None => judged.check(),
    };
    view.base = place::base(audit.root());
    if arguments.write_baseline {
        return baseline::write(judged, &view, output);
    }
    let heading = looking::heading(audit);
    match way.filter(|_| heading.is_empty()) {
        Some(way) => {
            let Printed { mut text, bytes } = Printed::of(&view, (way, used), output.screen());
            end(&mut text, (&view.counts, &Tally::of(&view.findings)), (way, used), output.screen());
            output.put(&text)?;
            if let Some(pieces) = judged.pieces(&view, &bytes) {
                let _ = place.handed.pieces.set(pieces);
            }
        }
        None => output.show(arguments.format, &view, &heading)?,
    }
    if view.exit == 2 {
        output.note("error: nothing was checked: no claim could be read");
    }
    Ok(Exit::of_check(view.exit))
}
