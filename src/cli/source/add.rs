//! `gainsay source add`: a source from a saved page, each value proposed with where it was found.

use std::path::{Path, PathBuf};

use clap::Args;

use super::ask::{Answer, agrees, ask, can_be_asked};
use crate::audit::Audit;
use crate::capture::{Hint, SelfTold, read, self_told, sha256};
use crate::cli::exit::Exit;
use crate::cli::formats::{formats, json};
use crate::cli::output::Output;
use crate::cli::place::Place;
use crate::cli::writer::{self, Standing};
use crate::error::{Error, ErrorKind};
use crate::load::gate::named;
use crate::load::is_slug;
use crate::record::{Draft, Drafting, Given, Kept, draft, line};
use crate::render::drafted::render;
use crate::view::drafted::{DraftedSource, Written};

/// Record a source from a saved page: hash, title, author, dates, language, address and publisher from what the page says of itself
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay source add page.html\n  gainsay source add page.wacz --publisher herald --kind news --write\n  \
                  gainsay source add page.html --metadata metadata.json --keep-text --write\n\n\
                  Read are pages of HTML (JSON-LD, Open Graph and other meta elements, the canonical link, times, the comments of\n\
                  browsers and SingleFile), WARC and WACZ, texts, and what auto-archiver writes: its metadata.json, its report, its CSV.\n\
                  Of PDF and MHTML the hash alone is taken. A publisher that is no agent of the dossier is `unknown`.\n\n\
                  At a terminal each value is asked for: Enter takes what is proposed, `-` leaves it out. Elsewhere the source is\n\
                  printed, and `--write` writes it, into a file of its own. What would fail `gainsay check` is refused (exit code 1)."
)]
pub(super) struct Adding {
    /// The saved file
    file: PathBuf,

    /// What auto-archiver says of it: its metadata.json, its report in HTML or its CSV
    #[arg(long, value_name = "FILE")]
    metadata: Option<PathBuf>,

    #[command(flatten)]
    pub(super) values: Values,

    #[command(flatten)]
    doing: Doing,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// What is to be done with what is found.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Doing {
    /// Write it without asking
    #[arg(long)]
    pub(super) write: bool,

    /// Print it and ask nothing
    #[arg(long, conflicts_with = "write")]
    pub(super) dry_run: bool,

    /// Copy the file beside the record; without it, its SHA-256 alone is written down
    #[arg(long)]
    pub(super) keep_text: bool,
}

impl Doing {
    /// Whether it is left to somebody at the terminal.
    pub(super) fn is_open(&self) -> bool {
        !self.write && !self.dry_run
    }
}

/// Values that go before what the file says.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Values, in place of those that are found")]
pub(super) struct Values {
    /// The source's id; left out: of its publisher and day
    #[arg(long)]
    pub(super) id: Option<String>,

    #[arg(long)]
    title: Option<String>,

    /// An agent's id, or `unknown`
    #[arg(long, value_name = "AGENT")]
    publisher: Option<String>,

    /// May be given several times
    #[arg(long)]
    author: Vec<String>,

    #[arg(long)]
    kind: Option<String>,

    #[arg(long, value_name = "DATE")]
    published: Option<String>,

    #[arg(long, value_name = "DATE")]
    updated: Option<String>,

    /// primary, secondary or tertiary
    #[arg(long)]
    level: Option<String>,

    #[arg(long)]
    language: Option<String>,

    #[arg(long)]
    url: Option<String>,

    #[arg(long, value_name = "URL")]
    archive_url: Option<String>,

    #[arg(long, value_name = "DATE")]
    accessed: Option<String>,

    /// public or restricted
    #[arg(long)]
    access: Option<String>,

    #[arg(long)]
    note: Option<String>,
}

impl Values {
    /// Each key that is given.
    pub(super) fn given(&self) -> Vec<Given> {
        let one = [
            ("title", &self.title),
            ("publisher", &self.publisher),
            ("kind", &self.kind),
            ("published", &self.published),
            ("updated", &self.updated),
            ("level", &self.level),
            ("language", &self.language),
            ("url", &self.url),
            ("archive-url", &self.archive_url),
            ("accessed", &self.accessed),
            ("access", &self.access),
            ("note", &self.note),
        ];
        let one = one.into_iter().filter_map(|(key, value)| Some((key, vec![value.clone()?])));
        let all = one.chain((!self.author.is_empty()).then(|| ("author", self.author.clone())));
        all.map(|(key, words)| Given { key, words, from: "given", toml: None }).collect()
    }

    pub(super) fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }
}

formats! {
    Format shows DraftedSource {
        /// As it would stand in its file, with where each value was found
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

/// A saved file, and what it says of itself.
pub(super) struct Saved {
    pub(super) bytes: Vec<u8>,
    pub(super) told: Vec<SelfTold>,
    pub(super) notes: Vec<String>,
    /// Its SHA-256, where it is a text of the source.
    pub(super) sha256: Option<String>,
}

/// Reads a saved file.
///
/// # Errors
/// It cannot be had.
pub(super) fn saved(path: &Path, url: Option<&str>) -> Result<Saved, Error> {
    let bytes = named(path)?;
    let hint = Hint::new(path, url);
    let mut notes = Vec::new();
    let told = self_told(&bytes, &hint);
    let is_text = !told.as_ref().is_ok_and(|told| told.is_of_another);
    if is_text {
        match read(&bytes, &hint) {
            Ok(capture) => {
                let wordless = capture.wordless.map(|why| format!("the file has no words of its source: {}", why.name()));
                notes.extend(wordless.into_iter().chain(capture.damage.map(|why| format!("the file is damaged: {why}"))));
            }
            Err(unread) => notes.push(format!(
                "the file is not read: {unread}; its hash is taken alone. Keep its words in a text: `text`, `text-of`"
            )),
        }
    }
    let sha256 = is_text.then(|| sha256(&bytes));
    let told = told.map(|told| told.told).unwrap_or_default();
    Ok(Saved { bytes, told, notes, sha256 })
}

pub(super) fn run(arguments: &Adding, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = Audit::recorded(&place.root()?, &place.recorder, &place.progress)?;
    let Saved { bytes, mut told, notes, sha256 } = saved(&arguments.file, arguments.values.url())?;
    if let Some(metadata) = &arguments.metadata {
        told.extend(saved(metadata, arguments.values.url())?.told);
    }
    let kept = kept(&arguments.doing, &arguments.file);
    if sha256.is_none() && kept != Kept::Hashed {
        let error = no_text(&arguments.file);
        return Err(error.hint("name the archived file, and this one with `--metadata`"));
    }
    let mut draft = draft(&Drafting {
        dossier: &audit.dossier,
        told: &told,
        given: &arguments.values.given(),
        sha256: sha256.as_deref(),
        kept: &kept,
        of: None,
    });
    draft.notes.extend(notes);
    if let Some(id) = &arguments.values.id {
        draft.rename(id, &kept);
    }
    let asks = arguments.doing.is_open() && arguments.format == Format::Human && can_be_asked();
    let id = arguments.values.id.as_deref();
    if asks && ask_each(&mut draft, &audit, id, &kept, output)? == Asked::Ended {
        output.tell("\nnothing is written\n")?;
        return Ok(Exit::Clean);
    }
    if draft.word("title").is_none() {
        let error = Error::new(ErrorKind::Refused, "nothing says the title of the source");
        return Err(error.at(&arguments.file).hint("give it with `--title TITLE`"));
    }
    let kept = Copying { kept: &kept, bytes: &bytes };
    put(&audit, draft, &kept, (arguments, asks), output)
}

/// That a file is about another, and none of a source's own.
pub(super) fn no_text(path: &Path) -> Error {
    let message = format!("`{}` says what was archived, and is no text itself", path.display());
    Error::new(ErrorKind::Refused, message).at(path)
}

/// What becomes of the file.
pub(super) fn kept(doing: &Doing, file: &Path) -> Kept {
    let name = file.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let ending = ENDINGS.iter().find(|ending| name.ends_with(**ending));
    let own = || name.rsplit_once('.').map_or(String::new(), |(_, ending)| format!(".{ending}"));
    match doing.keep_text {
        true => Kept::Copied(ending.map_or_else(own, |ending| (*ending).to_owned())),
        false => Kept::Hashed,
    }
}

/// Endings of two parts, which say both what is packed and in what.
const ENDINGS: [&str; 4] = [".warc.gz", ".html.gz", ".htm.gz", ".txt.gz"];

/// Whether all was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    All,
    /// Input ended before.
    Ended,
}

/// Asks for the value of each key, then for the id.
fn ask_each(
    draft: &mut Draft,
    audit: &Audit,
    id: Option<&str>,
    kept: &Kept,
    output: &Output,
) -> Result<Asked, Error> {
    draft.notes.iter().try_for_each(|note| output.tell(&format!("{note}\n")))?;
    for key in ASKED {
        let known = draft.keys.iter().find(|drafted| drafted.key == key).cloned();
        let (proposed, from) =
            known.map_or((String::new(), "nothing".to_owned()), |it| (it.value.join("; "), it.from));
        match ask(output, key, &proposed, &from)? {
            Answer::Proposed => {}
            Answer::Ended => return Ok(Asked::Ended),
            Answer::Nothing => draft.put(key, Vec::new(), "", Vec::new()),
            Answer::Given(words) => {
                let words = words.split(';').map(|word| word.trim().to_owned());
                let words: Vec<String> =
                    if key == "author" { words.collect() } else { vec![words.collect::<Vec<_>>().join(";")] };
                draft.put(key, words, "given", Vec::new());
            }
        }
    }
    let proposed = id.map_or_else(|| draft.named(&audit.dossier, None), str::to_owned);
    let given = match ask(output, "id", &proposed, "the publisher and the day")? {
        Answer::Given(id) => id,
        Answer::Proposed | Answer::Nothing => proposed,
        Answer::Ended => return Ok(Asked::Ended),
    };
    draft.rename(&given, kept);
    Ok(Asked::All)
}

/// The keys that are asked for.
const ASKED: [&str; 10] =
    ["title", "publisher", "author", "kind", "published", "updated", "language", "url", "accessed", "note"];

/// Where a source is written, and its text, where it is copied.
pub(super) fn places(draft: &Draft, kept: &Kept) -> (String, Option<String>) {
    let text = match kept {
        Kept::Copied(ending) => Some(format!("sources/{}{ending}", draft.id)),
        Kept::Hashed => None,
    };
    (format!("sources/{}.toml", draft.id), text)
}

/// # Errors
/// It is no id.
pub(super) fn check_id(id: &str) -> Result<(), Error> {
    if is_slug(id) {
        return Ok(());
    }
    let error = Error::new(ErrorKind::Refused, format!("`{id}` is no id"));
    Err(error.hint("expected small letters, digits and hyphens, such as `herald-2024-03-01`"))
}

/// # Errors
/// Something stands at one of the paths.
pub(super) fn check_free<'p>(root: &Path, mut paths: impl Iterator<Item = &'p String>) -> Result<(), Error> {
    match paths.find(|path| writer::stands(&root.join(path))) {
        Some(path) => {
            let error = Error::new(ErrorKind::Refused, format!("`{path}` stands already"));
            Err(error.hint("give the source another id: `--id ID`"))
        }
        None => Ok(()),
    }
}

/// The file, and what becomes of it.
struct Copying<'f> {
    kept: &'f Kept,
    bytes: &'f [u8],
}

/// Shows what would be written, and writes it where that is asked for.
///
/// # Errors
/// A file that stands in the way, or that takes nothing.
fn put(
    audit: &Audit,
    draft: Draft,
    Copying { kept, bytes }: &Copying<'_>,
    (arguments, asked): (&Adding, bool),
    output: &Output,
) -> Result<Exit, Error> {
    check_id(&draft.id)?;
    let (file, text) = places(&draft, kept);
    let toml = draft.toml();
    check_free(audit.root(), text.iter().chain([&file]))?;
    let refusals = audit.refusals(&[(&file, &toml)]);
    let lines = draft.keys.iter().map(line).collect();
    let written = Written { id: draft.id, file, toml, text, lines };
    let mut view = DraftedSource::new(written, draft.keys, draft.notes).unless(refusals);
    let refused = view.refused;
    if asked {
        output.show(arguments.format, &view, "")?;
    }
    if !refused && (arguments.doing.write || asked && agrees(output, "write it?")?) {
        let toml = (view.file.as_str(), view.toml.as_bytes());
        let text = view.text.as_deref().map(|text| (text, *bytes));
        writer::write(audit.root(), &text.into_iter().chain([toml]).collect::<Vec<_>>(), Standing::Kept)?;
        view.written = true;
    }
    match asked {
        true if view.written => output.tell(&format!("wrote {}\n", view.file))?,
        true => {}
        false => output.show(arguments.format, &view, "")?,
    }
    Ok(Exit::unless(refused))
}
