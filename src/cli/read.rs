//! `gainsay read`: how a value is read, with or without a dossier.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::one_of::one_of;
use super::output::Output;
use super::place::Place;
use super::readable::{Readable, read_language};
use crate::audit::{ReadAs, read_in};
use crate::error::Error;
use crate::load;
use crate::load::gate::{Recorder, all_of};
use crate::model::Dossier;
use crate::render::read::render;
use crate::view::read::{Readings, RowTold, WordsRead};

/// Show how a value is read: all that its words allow, and how readers usually take them
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay read count \"over 150\" \"nearly 200\" dozens\n  gainsay read count --explain \"more than two dozen\"\n  \
                        gainsay read date 2020~ 2023-10-07/..\n  gainsay read amount --unit USD '$100 million' --format json\n  \
                        gainsay read place jordan \"near syria\" \"not iraq\"\n  gainsay read choice --options drone,rocket drone\n  \
                        gainsay read count --language uk \"щонайменше троє\"\n  \
                        cut -f2 figures.tsv | gainsay read count -\n\n\
                        In a dossier, or with --dossier, its own [quantifiers] hold, and places, agents and sets are read by its ids.\n\
                        Words: `not X` rules out; `near X` is for places; commas make lists; `exactly` and `without` are for sets."
)]
pub(super) struct Arguments {
    /// What to read it as
    #[arg(value_name = "TYPE", value_parser = one_of::<Readable>())]
    kind: Readable,

    /// The words to read; `-` reads lines from standard input
    #[arg(required = true, allow_negative_numbers = true)]
    text: Vec<String>,

    /// The unit that amounts may be said in
    #[arg(long)]
    unit: Option<String>,

    /// The language of the words, where it is not English, as in sources; read are figures and dates
    #[arg(long, value_name = "TAG", value_parser = read_language)]
    language: Option<String>,

    /// The options of a choice
    #[arg(long, value_delimiter = ',', value_name = "OPTION,...")]
    options: Vec<String>,

    /// Say by which row of the table, or of the dossier's own words, each was read
    #[arg(long)]
    explain: bool,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

formats! {
    Format shows Readings {
        Human for Desk = |out, view, _| render(out, view),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let texts = texts(arguments)?;
    let read_as = arguments.kind.read_as(arguments.unit.clone(), arguments.options.clone())?;
    let dossier = dossier(&read_as, place)?;
    let row_told = match arguments.explain {
        true => RowTold::Yes,
        false => RowTold::No,
    };
    let language = arguments.language.as_deref();
    let readings: Vec<WordsRead> =
        texts.iter().map(|text| read_in(&dossier, &read_as, (text, language), row_told)).collect();
    let failed = readings.iter().any(|reading| matches!(reading, WordsRead::Refused { .. }));
    let view = Readings::new(readings);
    output.show(arguments.format, &view, "")?;
    Ok(Exit::unless(failed))
}

fn texts(arguments: &Arguments) -> Result<Vec<String>, Error> {
    if arguments.text != ["-"] {
        return Ok(arguments.text.clone());
    }
    let bytes = all_of(std::io::stdin().lock())?;
    let all = String::from_utf8_lossy(&bytes);
    Ok(all.lines().map(str::to_owned).collect())
}

/// The dossier that was named, or that we stand in: whole where ids are read, else its manifest, which says how words
/// are read. Where there is none, an empty one, unless ids are read.
fn dossier(read_as: &ReadAs, place: &Place) -> Result<Dossier, Error> {
    let by_ids = matches!(read_as, ReadAs::Place | ReadAs::Agent);
    let root = match place.root() {
        Ok(root) => root,
        Err(error) if by_ids => return Err(error),
        Err(_) => return Ok(Dossier::default()),
    };
    if by_ids || *read_as == ReadAs::Set {
        load::dossier(&root, &Recorder::default(), &place.progress)
    } else {
        load::manifest(&root)
    }
}
