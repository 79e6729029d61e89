//! `gainsay lock`: writes down which quote was seen where, in which bytes.

use clap::Args;

use super::exit::Exit;
use super::looking::Texts;
use super::output::Output;
use super::place::Place;
use super::writer::{self, Standing};
use crate::audit::Locking;
use crate::error::{Error, ErrorKind};
use crate::load::LOCK;

/// Write sources/quotes.lock: which quote was seen where, in which bytes
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay lock\n  gainsay lock --archive ~/archive\n\n\
                        A quote that does not stand in its text is refused and named; exit code 1. Where a text is not at hand, an entry that\n\
                        still fits is kept. Nothing else is changed.")]
pub(super) struct Arguments {
    #[command(flatten)]
    texts: Texts,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let audit = arguments.texts.audit(place)?.nonempty()?;
    let Locking { lock, seen, kept, refused } = audit.locking()?;
    let refused: Vec<String> = refused.iter().map(|(name, why)| format!("{name}: {why}\n")).collect();
    if lock.entries.is_empty() {
        output.tell(&refused.concat())?;
        let error = Error::new(ErrorKind::NoText, "no quote could be held: there is nothing to lock");
        return Err(error.hint(
            "name the folder of the texts with `--archive DIR`; `gainsay check` says what stands in the way",
        ));
    }
    writer::write(audit.root(), &[(LOCK, &lock.to_toml())], Standing::Replaced)?;
    let mut said = format!("wrote {LOCK}: {seen} seen now");
    if kept > 0 {
        said.push_str(&format!(", {kept} kept from before (their texts are not at hand)"));
    }
    if !refused.is_empty() {
        said.push_str(&format!(", {} refused:\n{}", refused.len(), refused.concat().trim_end()));
    }
    output.tell(&(said + "\n"))?;
    Ok(Exit::unless(!refused.is_empty()))
}
