//! `gainsay report`: the discrepancy report.

use std::path::Path;

use clap::Args;

use super::cache::Cache;
use super::exit::Exit;
use super::formats::{Formats as _, formats, json};
use super::lasting::lasting;
use super::looking;
use super::looking::Looking;
use super::one_of::one_of;
use super::output::Output;
use super::place;
use super::place::Place;
use super::writer::{self, Standing};
use crate::error::{Error, ErrorKind};
use crate::load::gate::{Folder, Most, Refused};
use crate::render::report::{html, markdown, prose, terminal};
use crate::view::report::{Length, Report};

/// Print the discrepancy report, or write it into reports/
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay report\n  gainsay report --format markdown > report.md\n  gainsay report --format html > report.html\n  gainsay report --format prose --length short\n  gainsay report --write\n  gainsay report --check"
)]
pub(super) struct Arguments {
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Terminal, conflicts_with_all = ["write", "check"])]
    format: Format,

    /// Write it into reports/, as Markdown, HTML and JSON. Texts beside the record and the lock count, an archive does
    /// not: it is the same whoever writes it
    #[arg(long, conflicts_with = "check")]
    write: bool,

    /// Fail where what stands in reports/ is not what would be written
    #[arg(long)]
    check: bool,

    /// How much prose says of a question: one sentence, or what it rests on as well
    #[arg(long, value_name = "LENGTH", value_parser = one_of::<Length>())]
    length: Option<Length>,

    #[command(flatten)]
    looking: Looking,

    #[command(flatten)]
    cache: Cache,
}

impl Arguments {
    /// How the dossier is looked at and where answers are kept, where this one may be.
    pub(super) fn kept(&self) -> Option<(&Looking, &Cache)> {
        (!self.write && !self.check).then_some((&self.looking, &self.cache))
    }
}

formats! {
    Format shows Report {
        Terminal for Others = |out, view, screen| terminal::render(out, view, screen),
        Markdown for Others = |out, view, _| markdown::render(out, view),
        /// One page that needs nothing else
        Html for Programs = |out, view, _| out.push_str(&html::page(view)),
        /// The disagreements as sentences that could be printed
        Prose for Others = |out, view, _| prose::render(out, view),
        /// The versioned view
        Json for Programs = json,
    }
}

/// What `--write` writes, and where.
const WRITTEN: [(&str, Format); 3] = [
    ("reports/report.md", Format::Markdown),
    ("reports/report.html", Format::Html),
    ("reports/report.json", Format::Json),
];

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    if arguments.length.is_some() && arguments.format != Format::Prose {
        let error = Error::new(ErrorKind::Refused, "`--length` is how much prose says");
        return Err(error.hint("add `--format prose`"));
    }
    // What is written must not hang on who writes it: texts beside the record and the lock count, an archive does not.
    let audit = match arguments.write || arguments.check {
        true => arguments.looking.for_the_record(place)?,
        false => arguments.looking.audit(place)?,
    };
    let audit = lasting(audit.nonempty()?);
    let judged = lasting(audit.judged(place::today())?);
    let view = judged.report().of_length(arguments.length.unwrap_or_default());
    let file = |(path, format): (&'static str, Format)| (path, format.file(&view, output.screen()));
    if arguments.write {
        return write(audit.root(), &WRITTEN.map(file), output);
    }
    if arguments.check {
        return check(audit.root(), &WRITTEN.map(file), output);
    }
    output.show(arguments.format, &view, &looking::heading(audit))?;
    Ok(Exit::Clean)
}

fn write(root: &Path, files: &[(&str, String)], output: &Output) -> Result<Exit, Error> {
    let texts: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    writer::write(root, &texts, Standing::Replaced)?;
    let said: String = files.iter().map(|(path, _)| format!("wrote {path}\n")).collect();
    output.tell(&said)?;
    Ok(Exit::Clean)
}

fn check(root: &Path, files: &[(&str, String)], output: &Output) -> Result<Exit, Error> {
    let folder = Folder::of_dossier(root)?;
    let mut stale = 0;
    for (path, text) in files {
        let state = match folder.read(Path::new(path), Most::Report) {
            Ok(written) if written == text.as_bytes() => continue,
            Ok(_) => "is stale".to_owned(),
            Err(Refused::Io(_)) => "is missing".to_owned(),
            Err(why) => format!("is not read, as it {why}"),
        };
        stale += 1;
        output.tell(&format!("{path} {state}: run `gainsay report --write`\n"))?;
    }
    if stale == 0 {
        output.tell("reports/ is up to date\n")?;
    }
    Ok(Exit::unless(stale > 0))
}
