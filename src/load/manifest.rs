//! Taking `gainsay.toml`: title, rule levels, quantifier overrides.

use crate::model::problem::{Problem, ProblemKind};
use crate::model::{Dossier, Level};
use crate::text::spot::Spot;
use crate::value::quantity::quantifiers::{Preset, Quantifiers};
use toml::de::DeValue;

use super::Parsed;
use super::entry::{Entry, raw};
use crate::value::raw::{Form, Raw};

pub(super) fn take<'t>(file: &'t Parsed<'t>, dossier: &mut Dossier, problems: &mut Vec<Problem>) {
    let start = Spot::new(file.file, &(0..0));
    let mut root = Entry::new(&file.root, "gainsay.toml", start, problems);
    match root.table("dossier") {
        Some((table, spot)) => {
            let mut entry = root.inner(table, "dossier".to_owned(), spot);
            dossier.title = entry.required("title").map(|title| title.value).unwrap_or_default();
            dossier.language = entry.text("language").map(|language| language.value);
            entry.finish();
        }
        None => root.missing("dossier"),
    }
    if let Some((table, _)) = root.table("rules") {
        for (name, value) in table.iter() {
            let spot = root.at(&name.span());
            let level = match value.get_ref() {
                DeValue::String(text) => match text.as_ref() {
                    "allow" => Some(Level::Allow),
                    "warn" => Some(Level::Warn),
                    "deny" => Some(Level::Deny),
                    _ => None,
                },
                _ => None,
            };
            match level {
                Some(level) => {
                    dossier.levels.insert(name.get_ref().to_string(), (level, spot));
                }
                None => {
                    let at = root.at(&value.span());
                    let message = format!("`{}` is no level of a rule", raw(value).words());
                    let problem = Problem::new(ProblemKind::MalformedEntry, at, message);
                    root.problems().push(problem.label("expected \"allow\", \"warn\" or \"deny\""));
                }
            }
        }
    }
    if let Some((table, spot)) = root.table("quantifiers") {
        let entry = root.inner(table, "quantifiers".to_owned(), spot);
        dossier.quantifiers = quantifiers(entry);
    }
    root.finish();
}

fn quantifiers(mut entry: Entry) -> Quantifiers {
    let mut quantifiers = Quantifiers::new(entry.one_of("preset").unwrap_or(Preset::News));
    for (table, spot) in entry.tables("word") {
        let mut word = entry.inner(table, "quantifiers.word".to_owned(), spot);
        let words: Vec<String> = word.texts("words").into_iter().map(|word| word.value).collect();
        if words.is_empty() {
            word.missing("words");
        }
        let hard = word.raw("hard");
        let soft = word.raw("soft");
        let read = |raw: Option<Raw>, key: &str, word: &mut Entry| match raw {
            Some(raw) => bounds(&raw, word),
            None => {
                word.missing(key);
                None
            }
        };
        let hard = read(hard, "hard", &mut word);
        let soft = read(soft, "soft", &mut word);
        if let (Some(hard), Some(soft), false) = (hard, soft, words.is_empty()) {
            let inside =
                soft.0 >= hard.0 && hard.1.is_none_or(|high| soft.1.is_some_and(|soft| soft <= high));
            if inside {
                if let Err(why) = quantifiers.replace(words, hard, soft) {
                    let problem =
                        Problem::new(ProblemKind::MalformedEntry, spot, why.message).label("this word");
                    word.problems().push(problem);
                }
            } else {
                let problem = Problem::new(
                    ProblemKind::BoundOrder,
                    spot,
                    "the soft bounds reach outside the hard ones",
                );
                word.problems().push(
                    problem
                        .label("this word")
                        .help("what readers usually take lies within what the word allows"),
                );
            }
        }
        word.finish();
    }
    entry.finish();
    quantifiers
}

/// `[low, high]`, where `high` may be "inf".
fn bounds(raw: &Raw, entry: &mut Entry) -> Option<(i128, Option<i128>)> {
    let number = |raw: &Raw| match &raw.form {
        Form::Integer(text) => {
            text.parse::<i128>().ok().filter(|number| (0..=10i128.pow(24)).contains(number))
        }
        _ => None,
    };
    let spot = entry.at(&raw.at);
    let read = match &raw.form {
        Form::List(ends) => match ends.as_slice() {
            [low, high] => match (number(low), number(high), &high.form) {
                (Some(low), Some(high), _) => Some((low, Some(high))),
                (Some(low), None, Form::Text(text)) if text == "inf" => Some((low, None)),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    match read {
        Some((low, Some(high))) if low > high => {
            let message = format!("the lower bound {low} stands above the upper bound {high}");
            entry.problems().push(Problem::new(ProblemKind::BoundOrder, spot, message).label("these bounds"));
            None
        }
        Some(read) => Some(read),
        None => {
            let problem = Problem::new(ProblemKind::MalformedEntry, spot, "these are no bounds of a word");
            entry.problems().push(problem.label("expected `[10, 99]` or `[10, \"inf\"]`"));
            None
        }
    }
}
