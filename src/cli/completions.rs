//! `gainsay completions`: what a shell needs to complete commands and options.

use clap::Args;
use clap_complete::Shell;

use super::exit::Exit;
use super::output::Output;
use super::place::Place;
use crate::error::Error;

/// Print the completions of a shell
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay\n  \
                        gainsay completions fish > ~/.config/fish/completions/gainsay.fish"
)]
pub(super) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut (place.line)(), "gainsay", &mut text);
    output.print(&String::from_utf8_lossy(&text))?;
    Ok(Exit::Clean)
}
