//! `gainsay completions`: what a shell needs to complete commands, options and ids.

use clap::Args;
use clap_complete::Shell;

use super::complete;
use super::exit::Exit;
use super::output::Output;
use super::place::Place;
use crate::error::Error;

/// Print the script by which a shell completes commands, options, and the ids of the dossier
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  bash: echo 'source <(gainsay completions bash)' >> ~/.bashrc\n  \
                        zsh:  echo 'source <(gainsay completions zsh)' >> ~/.zshrc\n  \
                        fish: echo 'gainsay completions fish | source' >> ~/.config/fish/config.fish\n\n\
                        The script asks the program each time: sources, agents, places, events, questions, groups, claims and rules are offered\n\
                        where an argument takes one, of the dossier that `--dossier` names or the working folder lies in.")]
pub(super) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments, _: &Place, output: &Output) -> Result<Exit, Error> {
    let mut text = Vec::new();
    complete::script(&arguments.shell.to_string(), &mut text);
    output.print(&String::from_utf8_lossy(&text))?;
    Ok(Exit::Clean)
}
