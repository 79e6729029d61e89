//! `gainsay site`: the dossier as static pages.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::lasting::lasting;
use super::looking::Looking;
use super::output::Output;
use super::place;
use super::place::Place;
use super::sealed::sealed;
use super::writer::Tree;
use crate::error::{Error, ErrorKind};
use crate::render::site::pages;
use crate::render::term::Paint;
use crate::text::{counted, one_line};
use crate::view::site::history::History;
use crate::view::site::{Site, SiteIndex, address};

/// Write the dossier as a site: static pages of each question, event, source and speaker
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay site public\n  gainsay site public --url https://desk.example/gaza/\n  \
                        gainsay site public --revisions 0\n\n\
                        The pages open from a disk or from any server, need no script and ask nobody for anything; with one, search.html\n\
                        searches. Each question has a page to embed, JSON, oEmbed and a badge. Restricted sources are counted and nowhere\n\
                        named. What else the folder holds stays: docs/site.md."
)]
pub(super) struct Arguments {
    /// The folder to write into: empty, not there, or an earlier site
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// Where the site is to stand, for what others embed
    #[arg(long, value_name = "URL")]
    url: Option<String>,

    /// Through how many revisions of the git repository the history goes; 0: there is none
    #[arg(long, value_name = "N", default_value_t = 20)]
    revisions: usize,

    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,

    #[command(flatten)]
    looking: Looking,
}

formats! {
    Format shows SiteIndex {
        /// How many pages were written
        Terminal for Others = |out, view, _| out.push_str(&told(view)),
        /// What site.json holds
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let url = arguments.url.as_deref().map(address_of).transpose()?;
    let (audit, kept_back) = arguments.looking.audit(place)?.nonempty()?.published()?;
    let audit = lasting(audit.nonempty()?);
    let tree = Tree::new(&arguments.folder, &address::TOP, address::INDEX)?;
    let today = place::today();
    let judged = lasting(audit.judged(today)?);
    let history = match arguments.revisions {
        0 => History::none(),
        most => audit.history(most, today)?,
    };
    let court = judged.court();
    let site = Site::new(&court, judged.findings(), &kept_back, &history);
    let put = |path: &str, text: &str| tree.put(path, &sealed(text, Paint::Off));
    let index = pages(&site, url.as_deref(), &put)?;
    tree.place()?;
    output.show(arguments.format, &index, "")?;
    if arguments.format == Format::Terminal {
        output.tell(&format!("wrote {}\n", one_line(&arguments.folder.to_string_lossy())))?;
    }
    Ok(Exit::Clean)
}

/// An address with a slash at its end.
///
/// # Errors
/// It is none of the web.
fn address_of(url: &str) -> Result<String, Error> {
    let is_of_the_web = url.starts_with("https://") || url.starts_with("http://");
    if !is_of_the_web || url.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>?#".contains(c))
    {
        let error = Error::new(ErrorKind::Refused, format!("`{}` is no address of a site", one_line(url)));
        return Err(error.hint("expected such as `https://desk.example/gaza/`"));
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

/// `4 questions of 2 events, 5 sources, 6 speakers`, and what is not in it.
fn told(index: &SiteIndex) -> String {
    let mut said = format!(
        "{} of {}, {}, {}\n",
        counted(index.questions.len(), "question"),
        counted(index.events, "event"),
        counted(index.sources, "source"),
        counted(index.speakers, "speaker"),
    );
    if index.kept_back.sources > 0 {
        let kept = &index.kept_back;
        said.push_str(&format!(
            "kept back: {} with {}, counted and nowhere named\n",
            counted(kept.sources, "restricted source"),
            counted(kept.claims, "claim")
        ));
    }
    said.push_str(&match index.revisions {
        Some(revisions) => format!("history: {}\n", counted(revisions, "revision")),
        None => "history: none, as there are no revisions to read\n".to_owned(),
    });
    if index.url.is_none() {
        said.push_str(
            "no address was given, so what others embed holds the pages themselves: `--url` gives one\n",
        );
    }
    said
}
