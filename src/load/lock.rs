//! Reading `sources/quotes.lock`.

use serde::Deserialize;
use toml::Spanned;
use toml_spanner::Arena;

use super::listed::alternatives;
use super::tree::{Form, Root, Table, Value};
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

/// A lock in which nothing is out of place; of any other it is the careful parser that says what.
fn quick(text: &str) -> Option<WrittenLock> {
    let arena = Arena::new();
    let root = Root::quick(text, &arena)?;
    let [version, texts, quotes] = keys(root.table(), ["version", "text", "quote"])?;
    Some(WrittenLock {
        version: number(version?)?,
        text: listed(texts)?.into_iter().map(quick_text).collect::<Option<_>>()?,
        quote: listed(quotes)?.into_iter().map(quick_quote).collect::<Option<_>>()?,
    })
}

fn listed<'t>(list: Option<Value<'t>>) -> Option<Vec<Value<'t>>> {
    list.map_or(Some(Vec::new()), |list| Some(list.list()?.items().collect()))
}

fn quick_text(value: Value<'_>) -> Option<WrittenText> {
    let names = ["source", "sha256", "of", "record", "encoding", "extractor", "words"];
    let [source, sha256, of, record, encoding, extractor, words] = keys(value.table()?, names)?;
    Some(WrittenText {
        source: written(source?)?,
        sha256: written(sha256?)?,
        of: optional(of)?,
        record: optional(record)?,
        encoding: written(encoding?)?,
        extractor: optional(extractor)?,
        words: written(words?)?,
    })
}

fn quick_quote(value: Value<'_>) -> Option<Spanned<WrittenQuote>> {
    let names = ["claim", "quote", "text", "span", "how", "extractor"];
    let [claim, quote, text, span, how, extractor] = keys(value.table()?, names)?;
    let ends: Vec<Value<'_>> = span?.list()?.items().collect();
    let &[start, end] = ends.as_slice() else { return None };
    let quote = WrittenQuote {
        claim: written(claim?)?,
        quote: written(quote?)?,
        text: written(text?)?,
        span: (number(start)?, number(end)?),
        how: written(how?)?,
        extractor: optional(extractor)?,
    };
    Some(Spanned::new(value.span(), quote))
}

/// The values of keys of a table that has no other.
fn keys<'t, const N: usize>(table: Table<'t>, names: [&str; N]) -> Option<[Option<Value<'t>>; N]> {
    let values = names.map(|name| table.get(name));
    (values.iter().flatten().count() == table.len()).then_some(values)
}

fn written(value: Value<'_>) -> Option<String> {
    value.text().map(str::to_owned)
}

fn optional(value: Option<Value<'_>>) -> Option<Option<String>> {
    value.map_or(Some(None), |value| written(value).map(Some))
}

fn number<N: std::str::FromStr>(value: Value<'_>) -> Option<N> {
    match value.form() {
        Form::Integer(number) if number.radix == 10 => number.digits.parse().ok(),
        _ => None,
    }
}

/// The lock in a file's text; what is wrong with it is a problem, and the lock then attests nothing.
pub(super) fn read(file: FileId, text: &str, problems: &mut Vec<Problem>) -> Lock {
    let help = "the lock is never edited by hand: write it anew with `gainsay lock`";
    let written = match quick(text).map_or_else(|| toml::from_str(text), Ok) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LOCK: &str = "version = 1\n\n[[text]]\nsource = \"a\"\nsha256 = \"b\"\nof = \"c\"\nencoding = \"UTF-8\"\nwords = \"d\"\n\n\
                        [[quote]]\nclaim = \"a#b\"\nquote = \"e\"\ntext = \"b\"\nspan = [1, 20]\nhow = \"exact\"\nextractor = \"x\"\n\
                        [[quote]]\nclaim = \"a#c\"\nquote = \"e\"\ntext = \"b\"\nspan = [0x1, 2_0]\nhow = \"folded\"\n";

    /// What is read of a lock, and what is wrong with it.
    fn told(written: Result<WrittenLock, toml::de::Error>) -> Option<String> {
        let WrittenLock { version, text, quote } = written.ok()?;
        let texts = text.iter().map(|it| {
            format!(
                "{:?}",
                (&it.source, &it.sha256, &it.of, &it.record, &it.encoding, &it.extractor, &it.words)
            )
        });
        let quotes = quote.iter().map(|it| {
            let (span, it) = (it.span(), it.get_ref());
            format!("{:?}", (span, &it.claim, &it.quote, &it.text, it.span, &it.how, &it.extractor))
        });
        Some(format!("{version} {}", texts.chain(quotes).collect::<String>()))
    }

    proptest! {
        /// A line left out, twice there or with other words in it.
        #[test]
        fn what_is_read_quickly_is_read_as_it_is_carefully(at in 0..17usize, what in 0..8usize) {
            let mut lines: Vec<String> = LOCK.replace("0x1, 2_0", "1, 20").lines().map(str::to_owned).collect();
            let line = lines[at].clone();
            match what {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, line),
                2 => lines[at] = line.replace('1', "-1"),
                3 => lines[at] = line.replace('=', "= 7 #"),
                4 => lines[at] = line.replace("20]", "20, 3]"),
                5 => lines[at] = line.replace('1', "0x1"),
                6 => lines[at] = format!("other = 1\n{line}"),
                _ => {}
            }
            let text = lines.join("\n");
            if let Some(read) = quick(&text) {
                prop_assert_eq!(told(Ok(read)), told(toml::from_str(&text)), "{}", text);
            }
        }
    }

    #[test]
    fn a_lock_as_it_is_written_is_read_quickly() {
        let mut problems = Vec::new();
        let lock = read(FileId(0), LOCK, &mut problems);
        assert_eq!((lock.entries.len(), lock.texts.len(), problems.len()), (2, 1, 0));
        let again = lock.to_toml();
        assert_eq!(told(quick(&again).ok_or_else(|| unreachable!())), told(toml::from_str(&again)));
        assert!(quick(LOCK).is_none(), "numbers are read as they are written");
    }
}
