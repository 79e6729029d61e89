//! `gainsay mcp`: the record for programs that talk with us, by the Model Context Protocol over standard input and output.

mod answer;
mod budget;
mod cursor;
mod fault;
mod given;
mod lines;
mod message;
mod queue;
mod record;
mod reply;
mod revision;
mod server;
mod tool;
mod tools;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use clap::Args;

use self::queue::{Awaited, Queue};
use self::record::{Record, Shelf};
use self::server::{AskedCall, Server, Step};
use self::tools::ToolSet;
use super::exit::Exit;
use super::looking::Texts;
use super::output::{Answers, Output, Reader};
use super::place::Place;
use crate::error::{Error, ErrorKind};
use crate::load;

/// Answer a program that talks by the Model Context Protocol, over standard input and output
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay mcp --dossier ~/tower-22 --archive ~/archive\n  gainsay mcp --propose ~/tower-22\n\n\
                        A client starts it and asks: who says what, what is in dispute, whether a quote stands in a text,\n\
                        how words are read, what of a text could be recorded. It shows what sources say and never what is\n\
                        true; words of others are marked as such, those of restricted sources withheld. Nothing is\n\
                        written without `--propose`. It ends when its input does. docs/mcp.md says how to set it up."
)]
pub(super) struct Arguments {
    /// Let claims be proposed for the dossier in this folder: they wait below claims/unreviewed/ until `gainsay review` signs them
    #[arg(long, value_name = "DIR")]
    propose: Option<PathBuf>,

    #[command(flatten)]
    texts: Texts,
}

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let root = root(arguments.propose.as_deref(), place)?;
    // What is no dossier is told at once, and not when it is first asked about.
    load::manifest(&root)?;
    let allowed = if arguments.propose.is_some() { ToolSet::Proposing } else { ToolSet::Reading };
    let shelf = Shelf { archives: arguments.texts.folders().to_vec(), root };
    let queue = Arc::new(Queue::default());
    let reading = Arc::clone(&queue);
    // It reads as long as there is something to read, and nobody waits for it where nobody reads our answers any more.
    thread::Builder::new()
        .name("reading".to_owned())
        .spawn(move || reading.fill(std::io::stdin().lock()))
        .map_err(|why| Error::stream("read", "standard input", why))?;
    let mut session = Session {
        server: Server::new(allowed),
        queue: &queue,
        answers: output.answers(),
        reader: Reader::There,
    };
    let mut waiting = session.next_call()?;
    while let Some(call) = waiting.take() {
        waiting = match shelf.audit() {
            Err(why) => {
                session.say(&call.fail(why))?;
                session.next_call()?
            }
            Ok((audit, recorder)) => match Record::new(&audit, &recorder) {
                Err(why) => {
                    session.say(&call.fail(why))?;
                    session.next_call()?
                }
                Ok(record) => session.answer_from(record, call)?,
            },
        };
    }
    Ok(Exit::Clean)
}

/// The folder of the dossier: that which proposals are for, where there is one.
///
/// # Errors
/// There is none, or two different ones are named.
fn root(propose: Option<&Path>, place: &Place) -> Result<PathBuf, Error> {
    let Some(propose) = propose else { return place.root() };
    let is_other = |named: &Path| match (named.canonicalize(), propose.canonicalize()) {
        (Ok(named), Ok(propose)) => named != propose,
        _ => named != propose,
    };
    if place.dossier.as_deref().is_some_and(is_other) {
        let error = Error::new(ErrorKind::Refused, "`--propose` and `--dossier` name two folders");
        return Err(error.hint("claims are proposed for the dossier that is read: leave `--dossier` out"));
    }
    Ok(propose.to_owned())
}

/// A session with a client.
struct Session<'s> {
    server: Server,
    queue: &'s Queue,
    answers: Answers,
    reader: Reader,
}

impl Session<'_> {
    /// Answers what needs no record, up to the next call of a tool; `None` where there is no more, or nobody to hear it.
    ///
    /// # Errors
    /// The input cannot be read, or the output not written to.
    fn next_call(&mut self) -> Result<Option<AskedCall>, Error> {
        while self.reader == Reader::There {
            let Some(message) = self.queue.next()? else { return Ok(None) };
            match self.server.meet(message) {
                Some(Step::Say(line)) => self.say(&line)?,
                Some(Step::Ask(call)) => return Ok(Some(call)),
                None => {}
            }
        }
        Ok(None)
    }

    /// Answers a call from a record, and those behind it as long as the record is as it was; the first for which it is not.
    ///
    /// # Errors
    /// The input cannot be read, or the output not written to.
    fn answer_from(&mut self, mut record: Record<'_>, call: AskedCall) -> Result<Option<AskedCall>, Error> {
        self.say(&call.answer(&record))?;
        while let Some(call) = self.next_call()? {
            if !record.is_as_it_was() {
                return Ok(Some(call));
            }
            self.say(&call.answer(&record))?;
        }
        Ok(None)
    }

    /// Says something to the client, unless it no longer waits for that.
    ///
    /// # Errors
    /// The output cannot be written to.
    fn say(&mut self, line: &str) -> Result<(), Error> {
        if self.queue.answered() == Awaited::Yes {
            self.reader = self.answers.line_at_once(line)?;
        }
        Ok(())
    }
}
