//! Relations: two claims, and what they should be to each other. What counts is whether a conflict is called one.

use toml::Value;

use super::case::{Case, Fault};
use super::set::Set;
use crate::align::relation::{Class, Kind};
use crate::align::rows::ROWS;
use crate::audit::{Audit, ReadAs};
use crate::error::Error;
use crate::load::{CorpusFolder, from_texts};
use crate::view::accuracy::{Came, Should, Tried};
use crate::view::compare::ClaimPair;

/// What a label may say of two claims besides the names of relations and classes: nothing is told of them.
const QUIET: &str = "quiet";

/// The two sources of two values, which come out on one day.
const SOURCES: &str = "[agent.a]\nname = \"A\"\n[agent.b]\nname = \"B\"\n\
    [source.a]\ntitle = \"A\"\npublisher = \"a\"\npublished = \"2024-03-01\"\n\
    [source.b]\ntitle = \"B\"\npublisher = \"b\"\npublished = \"2024-03-01\"\n";

/// Two claims of a case, with what they should be.
struct Wanted {
    id: String,
    a: String,
    b: String,
    input: String,
    label: String,
}

/// Relates the claims of a case. Said is something where two of them are in conflict.
///
/// # Errors
/// In the case, what is wrong with it; else a dossier that could not be judged.
pub(super) fn tried(
    folder: &CorpusFolder,
    set: &Set,
    case: &Case,
) -> Result<Vec<Tried>, Result<Fault, Error>> {
    let is_written = case.keys.contains_key("claims");
    let (claims, wanted) = if is_written { written(case) } else { two(set, case) }.map_err(Ok)?;
    let manifest = "[dossier]\ntitle = \"Case\"\nlanguage = \"en\"\n";
    let mut files: Vec<(&str, &str)> = vec![("gainsay.toml", manifest), ("claims/case.toml", &claims)];
    if !is_written {
        files.push(("sources/case.toml", SOURCES));
    }
    files.extend(set.files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let audit = Audit::of(folder.path(), from_texts(&files));
    let comparison = audit.judged(set.day).and_then(|judged| judged.compare(None)).map_err(Err)?;
    let pairs: Vec<&ClaimPair> = comparison.questions.iter().flat_map(|question| &question.pairs).collect();
    let group = case.group().map_err(Ok)?;
    let tried = wanted.into_iter().map(|it| {
        let is_asked = |pair: &&&ClaimPair| {
            let names = (pair.a.as_str(), pair.b.as_str());
            names == (&it.a, &it.b) || names == (&it.b, &it.a)
        };
        outcome(case, it.label.clone(), pairs.iter().find(is_asked).copied()).map(|outcome| {
            let (said, should, came, is_as_labelled) = outcome;
            Tried {
                id: it.id,
                group: group.clone(),
                input: it.input,
                label: it.label,
                said,
                should,
                came,
                is_as_labelled,
            }
        })
    });
    tried.collect::<Result<_, _>>().map_err(Ok)
}

/// What came of two claims.
fn outcome(
    case: &Case,
    label: String,
    pair: Option<&ClaimPair>,
) -> Result<(String, Should, Came, bool), Fault> {
    let said = |label: &str, pair: &ClaimPair| {
        let is_quiet = !matches!(pair.class, Class::Conflict | Class::Tension | Class::Open);
        pair.relation.name() == label || pair.class.name() == label || label == QUIET && is_quiet
    };
    let labels: Vec<&str> = label.split(" / ").collect();
    let mut conflicts = 0;
    for label in &labels {
        conflicts += usize::from(is_conflict(label).ok_or_else(|| {
            case.fault(format!("`{label}` is no label"), "a relation, a class of relations, or `quiet`")
        })?);
    }
    let should = Should::of(conflicts, labels.len());
    Ok(match pair {
        None => ("not compared".to_owned(), should, Came::Silence, false),
        Some(pair) => {
            let came = match (pair.class == Class::Conflict, should) {
                (false, _) => Came::Silence,
                (true, Should::BeSilent) => Came::Wrong,
                (true, Should::Speak | Should::Either) => Came::Right,
            };
            let fits = labels.iter().any(|label| said(label, pair));
            (format!("{} ({})", pair.relation.name(), pair.class.name()), should, came, fits)
        }
    })
}

/// Whether a label says that both claims cannot hold; `None` where it is no label.
fn is_conflict(label: &str) -> Option<bool> {
    if let Some(kind) = Kind::named(label) {
        let mut rows = ROWS.iter().filter(|row| row.kinds.contains(&kind));
        return Some(rows.any(|row| row.class == Class::Conflict));
    }
    match Class::named(label) {
        Some(class) => Some(class == Class::Conflict),
        None => (label == QUIET).then_some(false),
    }
}

/// The claims of a case that writes them out, each pair of which it asks.
fn written(case: &Case) -> Result<(String, Vec<Wanted>), Fault> {
    let form = "`pairs = [{ a = \"SOURCE#ID\", b = \"SOURCE#ID\", label = \"...\" }]`";
    let (id, claims) = (case.id()?, case.text("claims")?);
    let Some(Value::Array(pairs)) = case.keys.get("pairs") else {
        return Err(case.fault("it has no `pairs`", form));
    };
    let pair = |(number, pair): (usize, &Value)| {
        let text = |key: &str| pair.get(key).and_then(Value::as_str).map(str::to_owned);
        let all = text("a").zip(text("b")).zip(text("label"));
        let ((a, b), label) = all.ok_or_else(|| case.fault(format!("pair {} is none", number + 1), form))?;
        Ok(Wanted { id: format!("{id}/{}", number + 1), input: format!("{a}, {b}"), a, b, label })
    };
    Ok((claims.to_owned(), pairs.iter().enumerate().map(pair).collect::<Result<_, _>>()?))
}

/// Two values that two sources give on one day, as TOML writes values.
fn two(set: &Set, case: &Case) -> Result<(String, Vec<Wanted>), Fault> {
    let (a, b, label) = (case.text("a")?, case.text("b")?, case.text("label")?.to_owned());
    let kind = match &set.read_as {
        ReadAs::Date => "date",
        ReadAs::Amount { .. } => "amount",
        _ => "count",
    };
    let claim = |source: &str, value: &str| {
        format!(
            "[[claim]]\nsource = \"{source}\"\nid = \"it\"\nquestion = \"e/q\"\nvalue = {value}\nquote = \"it\"\n"
        )
    };
    let claims = format!(
        "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"{kind}\"\n{}{}",
        claim("a", a),
        claim("b", b)
    );
    let input = format!("{a}, {b}");
    Ok((claims, vec![Wanted { id: case.id()?, a: "a#it".to_owned(), b: "b#it".to_owned(), input, label }]))
}
