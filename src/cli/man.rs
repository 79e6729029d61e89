//! `gainsay man`: the manual, from the same words as `--help`.

use clap::Args;
use clap_mangen::Man;

use super::exit::Exit;
use super::output::Output;
use super::place::Place;
use crate::error::{Error, ErrorKind};
use crate::text::nearest;

/// Print the manual page of gainsay or of one of its commands, as roff
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay man > gainsay.1\n  gainsay man check > gainsay-check.1\n  gainsay man check | man -l -"
)]
pub(super) struct Arguments {
    /// The command; left out: gainsay itself
    command: Option<String>,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let mut all = (place.line)();
    all.build();
    let page = match &arguments.command {
        None => all,
        Some(name) => {
            let known = |near: &str| format!("did you mean `{near}`?");
            let names = all.get_subcommands().map(clap::Command::get_name);
            let hint = nearest(name, names).map_or("`gainsay --help` lists them".to_owned(), known);
            let found = all.find_subcommand(name).cloned();
            found.ok_or_else(|| {
                Error::new(ErrorKind::Unknown, format!("no command is called `{name}`")).hint(hint)
            })?
        }
    };
    let mut text = Vec::new();
    Man::new(page).render(&mut text).map_err(|why| Error::stream("write", "the manual page", why))?;
    output.print(&String::from_utf8_lossy(&text))?;
    Ok(Exit::Clean)
}
