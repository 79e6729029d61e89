//! Taking `gainsay.toml`: title, rule levels, quantifier overrides.

use super::tree::Table;
use std::collections::BTreeMap;

use super::entry::Entry;
use super::key::UNBOUNDED;
use super::keys::{DossierKey, ManifestKey, NumberWordKey, QuantifiersKey, WidthKey};
use super::listed::alternatives;
use super::parsed::Parsed;
use super::raw::raw;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::{Dossier, Level};
use crate::text::{FileId, Spot};
use crate::value::quantity::{Preset, Quantifiers};
use crate::value::types::{Form, Raw};

/// Takes the manifest into the dossier.
pub(super) fn take<'t>(file: &'t Parsed<'t>, dossier: &mut Dossier, problems: &mut Vec<Problem>) {
    let mut root = Entry::new(file.root(), "gainsay.toml", file.start(), problems);
    match root.table(ManifestKey::Dossier) {
        Some((table, spot)) => {
            let mut entry: Entry<DossierKey> = root.inner(table, ManifestKey::Dossier.name(), spot);
            dossier.title = entry.required(DossierKey::Title).map(|title| title.value).unwrap_or_default();
            dossier.language = entry.text(DossierKey::Language).map(|language| language.value);
            entry.finish();
        }
        None => root.missing(ManifestKey::Dossier),
    }
    if let Some((table, _)) = root.table(ManifestKey::Rules) {
        dossier.levels = levels(table, file.file, root.problems());
    }
    if let Some((table, spot)) = root.table(ManifestKey::Quantifiers) {
        dossier.quantifiers = quantifiers(root.inner(table, ManifestKey::Quantifiers.name(), spot));
    }
    root.finish();
}

/// The levels of rules by their names, whatever rules there are.
fn levels(table: Table<'_>, file: FileId, problems: &mut Vec<Problem>) -> BTreeMap<String, (Level, Spot)> {
    let mut levels = BTreeMap::new();
    for (name, value) in table.entries() {
        match value.text().and_then(Level::named) {
            Some(level) => {
                let spot = Spot::new(file, &name.span);
                levels.insert(name.name.to_owned(), (level, spot));
            }
            None => {
                let message = format!("`{}` is no level of a rule", raw(value).words());
                let spot = Spot::new(file, &value.span());
                let expected: Vec<String> = Level::NAMES.iter().map(|name| format!("\"{name}\"")).collect();
                let expected = alternatives(expected.iter().map(String::as_str));
                let problem = Problem::new(ProblemKind::MalformedEntry, spot, message);
                problems.push(problem.label(format!("expected {expected}")));
            }
        }
    }
    levels
}

fn quantifiers(mut entry: Entry<QuantifiersKey>) -> Quantifiers {
    let preset = entry.one_of(QuantifiersKey::Preset).unwrap_or(Preset::News);
    let mut quantifiers = Quantifiers::new(preset);
    for (table, spot) in entry.tables(QuantifiersKey::Word) {
        let mut word: Entry<NumberWordKey> = entry.inner(table, "quantifiers.word", spot);
        let words: Vec<String> =
            word.texts(NumberWordKey::Words).into_iter().map(|word| word.value).collect();
        if words.is_empty() {
            word.missing(NumberWordKey::Words);
        }
        let hard = bounds(&mut word, NumberWordKey::Hard);
        let soft = bounds(&mut word, NumberWordKey::Soft);
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
    for (table, spot) in entry.tables(QuantifiersKey::Width) {
        let mut width: Entry<WidthKey> = entry.inner(table, "quantifiers.width", spot);
        let row = width.required(WidthKey::Row);
        let [hard, soft] = [WidthKey::Hard, WidthKey::Soft].map(|key| width.integer(key).map(i128::from));
        if let Some(Err(why)) = row.map(|row| quantifiers.widen(&row.value, hard, soft)) {
            let kind = if why.out_of_order { ProblemKind::BoundOrder } else { ProblemKind::MalformedEntry };
            let problem = Problem::new(kind, spot, why.message).label("this width");
            width.problems().push(Problem { help: why.help, ..problem });
        }
        width.finish();
    }
    entry.finish();
    quantifiers
}

/// `[low, high]`, where `high` may be "inf".
fn bounds(entry: &mut Entry<NumberWordKey>, key: NumberWordKey) -> Option<(i128, Option<i128>)> {
    let Some(raw) = entry.raw(key) else {
        entry.missing(key);
        return None;
    };
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
                (Some(low), None, Form::Text(text)) if text == UNBOUNDED => Some((low, None)),
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
