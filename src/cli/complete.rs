//! What a shell is told that asks how a word goes on. It runs `COMPLETE=bash gainsay -- WORDS`, as its script says that `gainsay
//! completions` prints, and takes what is printed: nothing but words that may stand there, and on standard error nothing at all.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Arg, ValueHint};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter as _};
use clap_complete::env::Shells;

use super::exit::Exit;
use super::output::Output;
use super::place;
use super::threads;
use crate::judge::rules;
use crate::load::keys::Referent;
use crate::load::{Meant, offered};
use crate::render::unheard;
use crate::text::one_line;

/// The variable that names the shell which asks.
pub(super) const VARIABLE: &str = "COMPLETE";

/// So many characters of what an id says of itself are shown beside it.
const MOST_SHOWN: usize = 80;

/// What a shell is told; `None` where none asks, and the line is one as any other.
pub(super) fn told(words: &[OsString], line: fn() -> clap::Command) -> Option<ExitCode> {
    let shell = std::env::var_os(VARIABLE)?;
    let shell = Path::new(&shell).file_stem()?.to_str()?;
    let mut out = Vec::new();
    match words {
        [_, dashes, typed @ ..] if dashes == "--" => answer(shell, typed, line, &mut out)?,
        [_] => script(shell, &mut out)?,
        _ => return None,
    }
    // A shell that takes no answer has nobody to tell of it.
    let _ = Output::hand(&out);
    Some(Exit::Clean.into())
}

/// The script by which a shell asks; `None` where the shell is not known.
pub(super) fn script(shell: &str, out: &mut Vec<u8>) -> Option<()> {
    let shells = Shells::builtins();
    let script = shells.completer(shell)?.write_registration(VARIABLE, "gainsay", "gainsay", "gainsay", out);
    script.ok()
}

/// What may stand where the shell asks; `None` where the shell is not known.
fn answer(shell: &str, typed: &[OsString], line: fn() -> clap::Command, out: &mut Vec<u8>) -> Option<()> {
    let shells = Shells::builtins();
    let shell = shells.completer(shell)?;
    if typed.is_empty() {
        return Some(());
    }
    let typed = Arc::new(Typed { words: typed.to_vec(), line });
    let mut line = offering(line(), &typed);
    let here = std::env::current_dir().ok();
    // Where nothing may stand, nothing is said.
    if shell.write_complete(&mut line, typed.words.clone(), here.as_deref(), out).is_err() {
        out.clear();
    }
    Some(())
}

/// What stands on the line.
struct Typed {
    /// The program's name first.
    words: Vec<OsString>,
    /// What may stand there.
    line: fn() -> clap::Command,
}

impl Typed {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.to_str().unwrap_or_default())
    }

    /// The dossier's folder: the one that the line names, else the one at or above the working folder.
    fn root(&self) -> Option<PathBuf> {
        // Some shells part `--dossier=DIR` in three.
        let mut behind = self.words().skip_while(|word| !word.starts_with(DOSSIER));
        let dossier = match behind.next().and_then(|word| word.strip_prefix(DOSSIER)) {
            Some("") => behind.find(|word| *word != "=").map(from_home),
            Some(rest) => rest.strip_prefix('=').map(from_home),
            None => None,
        };
        place::root(dossier.as_deref()).ok()
    }

    /// What kind of thing is given another id, where the line says it.
    fn renamed(&self) -> Option<Referent> {
        self.words().skip_while(|word| *word != "rename").find_map(Referent::named)
    }
}

const DOSSIER: &str = "--dossier";

/// A path as the shell would have it, which hands `~/` on as it is typed.
fn from_home(typed: &str) -> PathBuf {
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(below), Some(home)) => home.join(below),
        _ => PathBuf::from(typed),
    }
}

/// What may stand at an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Offer {
    Ids(Meant),
    /// Ids of what is given another one.
    Renamed,
    Rules,
    Commands,
    Files,
    Folders,
}

impl Offer {
    /// What may stand at an argument of a command, by the words that the help has for its value.
    fn at(command: &str, arg: &Arg) -> Vec<Offer> {
        let names = arg.get_value_names().unwrap_or_default();
        let mut offers: Vec<Offer> = names
            .iter()
            .flat_map(|name| name.split('|'))
            .filter_map(|name| match name {
                "CLAIM" if command == "review" => Some(Offer::Ids(Meant::Waiting)),
                "OLD" => Some(Offer::Renamed),
                "RULE" => Some(Offer::Rules),
                "COMMAND" => Some(Offer::Commands),
                "FILE" => Some(Offer::Files),
                "DIR" => Some(Offer::Folders),
                name => Referent::named(&name.to_lowercase()).map(Meant::Recorded).map(Offer::Ids),
            })
            .collect();
        if offers.is_empty() && arg.get_value_hint() == ValueHint::AnyPath {
            offers.push(Offer::Files);
        }
        offers
    }

    fn candidates(self, typed: &Typed, begins: &OsStr) -> Vec<CompletionCandidate> {
        let ids = |meant: Meant| {
            let (Some(begins), Some(root)) = (begins.to_str(), typed.root()) else { return Vec::new() };
            threads::fit_for(&root);
            let found = offered(&root, meant, begins);
            found.into_iter().map(|it| candidate(it.id, &it.about)).collect()
        };
        let words = |words: &mut dyn Iterator<Item = (String, String)>| {
            let fit =
                words.filter(|(word, _)| begins.to_str().is_some_and(|begins| word.starts_with(begins)));
            fit.map(|(word, about)| candidate(word, &about)).collect()
        };
        match self {
            Offer::Ids(meant) => ids(meant),
            Offer::Renamed => typed.renamed().map_or_else(Vec::new, |of| ids(Meant::Recorded(of))),
            Offer::Rules => {
                words(&mut rules::ALL.iter().map(|rule| (rule.name.to_owned(), rule.summary().to_owned())))
            }
            Offer::Commands => words(&mut (typed.line)().get_subcommands().map(|command| {
                let about = command.get_about().map(ToString::to_string);
                (command.get_name().to_owned(), about.unwrap_or_default())
            })),
            Offer::Files => plain(PathCompleter::any().complete(begins)),
            Offer::Folders => plain(PathCompleter::dir().complete(begins)),
        }
    }
}

/// The line with what may stand at each argument.
fn offering(command: clap::Command, typed: &Arc<Typed>) -> clap::Command {
    let name = command.get_name().to_owned();
    let of_arg = |arg: Arg| {
        let offers = Offer::at(&name, &arg);
        if offers.is_empty() {
            return arg;
        }
        let typed = Arc::clone(typed);
        let all = move |begins: &OsStr| -> Vec<CompletionCandidate> {
            offers.iter().flat_map(|offer| offer.candidates(&typed, begins)).collect()
        };
        arg.add(ArgValueCompleter::new(all))
    };
    command.mut_args(of_arg).mut_subcommands(|inner| offering(inner, typed))
}

/// A word that may stand there, and what is shown beside it: text, whoever wrote it.
fn candidate(word: String, about: &str) -> CompletionCandidate {
    let line = one_line(about);
    let shown = match line.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    };
    let about = Some(shown).filter(|shown| !shown.trim().is_empty());
    CompletionCandidate::new(word).help(about.map(|shown| unheard(&shown).into_owned().into()))
}

/// Paths that mean the same to every shell as they stand: whoever named a file must not have written a command.
fn plain(mut paths: Vec<CompletionCandidate>) -> Vec<CompletionCandidate> {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,@%".contains(c) || c == std::path::MAIN_SEPARATOR;
    paths.retain(|path| {
        path.get_value().to_str().is_some_and(|path| path.trim_start_matches("~/").chars().all(is_plain))
    });
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &str) -> Typed {
        let words = words.split(' ').map(OsString::from).collect();
        Typed { words, line: || clap::Command::new("gainsay") }
    }

    #[test]
    fn the_line_says_which_dossier_and_what_is_renamed() {
        let root = |words: &str| typed(words).root();
        for words in
            ["gainsay --dossier a/b trace", "gainsay trace --dossier=a/b", "gainsay --dossier = a/b trace"]
        {
            assert_eq!(root(words), Some(PathBuf::from("a/b")), "{words}");
        }
        assert_eq!(root("gainsay trace"), place::root(None).ok());
        assert_eq!(typed("gainsay rename --dry-run agent x").renamed(), Some(Referent::Agent));
        assert_eq!(typed("gainsay trace agent").renamed(), None);
    }

    #[test]
    fn what_is_shown_beside_an_id_is_text_on_one_line() {
        let about = |about: &str| candidate("a".to_owned(), about).get_help().map(ToString::to_string);
        assert_eq!(
            about("a\u{1b}[31m\tb\n##[error]\u{202e}c").unwrap(),
            "a\\u{1b}[31m b # #[error]\\u{202e}c"
        );
        assert_eq!(about(" \n"), None);
        assert_eq!(about(&"é".repeat(81)).unwrap(), format!("{}…", "é".repeat(80)));
    }

    #[test]
    fn a_path_that_a_shell_could_take_for_more_is_not_offered() {
        let paths = ["a/b-c.toml", "~/é.txt", "$(x)", "a b", "a;b", "a\nb", "a*", "a~b", "'a'", "`a`"];
        let kept = plain(paths.iter().map(CompletionCandidate::new).collect());
        let kept: Vec<&OsStr> = kept.iter().map(CompletionCandidate::get_value).collect();
        assert_eq!(kept, ["a/b-c.toml", "~/é.txt"]);
    }
}
