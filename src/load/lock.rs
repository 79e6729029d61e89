//! Reading `sources/quotes.lock`.

use serde::Deserialize;
use toml::Spanned;

use super::listed::alternatives;
use crate::model::lock::{Fit, Lock, LockedQuote, LockedText};
use crate::model::problem::{Problem, ProblemKind};
use crate::text::{FileId, Spot};

/// The lock's path below the dossier.
pub(crate) const LOCK: &str = "sources/quotes.lock";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLock {
    version: u32,
    #[serde(default)]
    text: Vec<WrittenText>,
    #[serde(default)]
    quote: Vec<Spanned<WrittenQuote>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenText {
    source: String,
    sha256: String,
    of: Option<String>,
    record: Option<String>,
    encoding: String,
    extractor: Option<String>,
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenQuote {
    claim: String,
    quote: String,
    text: String,
    span: (usize, usize),
    how: String,
    extractor: Option<String>,
}

/// The lock in a file's text; what is wrong with it is a problem, and the lock then attests nothing.
pub(super) fn read(file: FileId, text: &str, problems: &mut Vec<Problem>) -> Lock {
    let help = "the lock is never edited by hand: write it anew with `gainsay lock`";
    let written: WrittenLock = match toml::from_str(text) {
        Ok(written) => written,
        Err(why) => {
            let span = why.span().unwrap_or(0..0);
            let problem =
                Problem::new(ProblemKind::MalformedFile, Spot::new(file, &span), "the lock cannot be read");
            problems.push(problem.label(why.message().lines().collect::<Vec<_>>().join(", ")).help(help));
            return Lock::default();
        }
    };
    if written.version != 1 {
        let message = format!("the lock is of version {}", written.version);
        let problem = Problem::new(ProblemKind::MalformedFile, Spot::new(file, &(0..0)), message);
        problems.push(problem.label("this gainsay reads version 1").help(help));
        return Lock::default();
    }
    let mut lock = Lock::default();
    for WrittenText { source, sha256, of, record, encoding, extractor, words } in written.text {
        lock.texts.insert(source, LockedText { sha256, of, record, encoding, extractor, words });
    }
    for quote in written.quote {
        let spot = Spot::new(file, &quote.span());
        let quote = quote.into_inner();
        let Some(how) = Fit::named(&quote.how) else {
            let message = format!("the lock says that `{}` was held `{}`", quote.claim, quote.how);
            let problem = Problem::new(ProblemKind::MalformedFile, spot, message);
            let expected = alternatives(Fit::NAMES.iter().copied());
            problems.push(problem.label(format!("expected {expected}")).help(help));
            continue;
        };
        let WrittenQuote { claim, quote, text, span, extractor, .. } = quote;
        lock.entries.insert(claim, LockedQuote { quote, text, span, how, extractor, spot: Some(spot) });
    }
    lock
}
