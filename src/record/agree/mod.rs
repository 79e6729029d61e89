//! How far two coders agree: their rows, held against the texts, are matched by the words that they quote.
//!
//! What each recorded is written down where nobody sees it (`coded`), so that it is read and held as any claim is. Rows whose words
//! overlap are one unit (`units`); each coder's category of it is the question that is answered, or that it is waived, or that nothing is
//! recorded. How far the categories agree is counted (`chance`); how the values do, where the question is one, the table of relations says.

mod chance;
mod coded;
mod units;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chance::{Coefficients, coefficients};
pub(crate) use coded::Coder;
use coded::{AsWhat, Coded, Coding};
use units::{Looked, Unit, units};

use super::answer::CardKind;
use super::row::{Row, RowKey, What};
use super::typed::shown;
use crate::align::relation::{Class, Kind, reason, relate_readings};
use crate::audit::{Audit, Day, Judged};
use crate::error::{Error, ErrorKind};
use crate::load::keys::ClaimKey;
use crate::model::table::ClaimId;
use crate::text::counted;
use crate::value::types::Type;
use crate::view::agreement::{
    Agreement, CodedApart, CodedDifference, CodedFile, CodedPassage, Coefficient, RelationCount,
    TypeAgreement,
};
use crate::view::name::QuestionName;
use crate::view::read_claim::ReadClaim;
use crate::view::withheld::{Gate, Reader};

/// Where alpha and AC1 are farther apart than that, it is said why.
const APART: f64 = 0.2;

/// The name of all types together.
const ALL: &str = "all";

/// What a coder made of a unit, where it is not a question that is answered.
const WAIVED: &str = "waived";
const NOTHING: &str = "not recorded";

/// How far two coders agree on what the texts of a dossier say.
///
/// # Errors
/// An archive folder that cannot be read; nothing that could be compared.
pub(crate) fn agreement(
    audit: &Audit,
    coders: &[Coder; 2],
    today: Day,
    reader: Reader,
) -> Result<Agreement, Error> {
    let coding = Coding::new(audit, coders)?;
    let judged = coding.audit.judged(today)?;
    let (a, left_out_a) = coding.coded(&judged, 0);
    let (b, left_out_b) = coding.coded(&judged, 1);
    let of =
        |coder: usize, rows: usize, left_out| CodedFile { file: coders[coder].file.clone(), rows, left_out };
    let files = (of(0, a.len(), left_out_a), of(1, b.len(), left_out_b));
    let comparing = Comparing {
        judged: &judged,
        coders,
        units: units(&a, &b),
        coded: [a, b],
        gate: Gate::new(&coding.audit.dossier, reader),
    };
    let all = comparing.counted(ALL, |_| true);
    if all.n == 0 {
        return Err(nothing(&comparing, &files));
    }
    let mut view = Agreement::new(files.0, files.1, all);
    view.types = comparing.types();
    (view.relations, view.differences) = comparing.related();
    view.apart = comparing.apart();
    Ok(view)
}

/// Why nothing could be compared.
fn nothing(comparing: &Comparing<'_, '_>, (a, b): &(CodedFile, CodedFile)) -> Error {
    let why = match comparing.units.len() {
        0 => "no row of either stands in a text".to_owned(),
        units => format!("of {} none was looked at by both", counted(units, "passage")),
    };
    let error = Error::new(ErrorKind::NothingToCheck, format!("nothing could be compared: {why}"));
    let first = [a, b].into_iter().find_map(|coder| Some((coder, coder.left_out.first()?)));
    match first {
        Some((coder, row)) => error.hint(format!("line {} of `{}`: {}", row.line, coder.file, row.reason)),
        None => error.hint("give two files of rows on the same texts, and their folder with `--archive DIR`"),
    }
}

/// What two coders made of some texts, side by side.
struct Comparing<'c, 'd> {
    judged: &'c Judged<'d>,
    coders: &'c [Coder; 2],
    coded: [Vec<Coded>; 2],
    units: Vec<Unit>,
    gate: Gate<'c>,
}

impl Comparing<'_, '_> {
    fn coded(&self, unit: &Unit, coder: usize) -> Option<&Coded> {
        unit.coded[coder].map(|at| &self.coded[coder][at])
    }

    /// What a coder made of a unit; `None` where they did not look at it.
    fn category(&self, unit: &Unit, coder: usize) -> Option<String> {
        let dossier = self.gate.dossier();
        match self.coded(unit, coder).map(|coded| coded.as_what) {
            Some(AsWhat::Answer(question, _)) => Some(format!("`{}`", dossier.questions.name(question))),
            Some(AsWhat::Waived(_)) => Some(WAIVED.to_owned()),
            // On the desk page a card without an answer was passed by; elsewhere all of the text was read.
            None if unit.looked[coder] == Looked::Untold && self.coders[coder].is_at_the_desk() => None,
            None => Some(NOTHING.to_owned()),
        }
    }

    /// The type of the question that is answered; of a passage that is waived its kind.
    fn kind(&self, unit: &Unit) -> &'static str {
        let dossier = self.gate.dossier();
        let each = || [0, 1].into_iter().filter_map(|coder| Some(self.coded(unit, coder)?.as_what));
        let asked = each().find_map(|as_what| match as_what {
            AsWhat::Answer(question, _) => Some(dossier.questions[question].kind.name()),
            AsWhat::Waived(_) => None,
        });
        let waived = each().find_map(|as_what| match as_what {
            AsWhat::Waived(kind) => Some(kind.name()),
            AsWhat::Answer(..) => None,
        });
        asked.or(waived).unwrap_or(ALL)
    }

    /// Each type that there is, in the order of the format.
    fn types(&self) -> Vec<TypeAgreement> {
        let mut names: Vec<&'static str> = Type::NAMES.to_vec();
        names.extend(CardKind::names().filter(|name| !Type::NAMES.contains(name)));
        let of = |name: &&'static str| self.counted(name, |unit| self.kind(unit) == *name);
        names.iter().map(of).filter(|agreement| agreement.units > 0).collect()
    }

    /// How far the two agree on some units.
    fn counted(&self, kind: &'static str, is_meant: impl Fn(&Unit) -> bool) -> TypeAgreement {
        let units: Vec<&Unit> = self.units.iter().filter(|unit| is_meant(unit)).collect();
        let with =
            |a: bool, b: bool| units.iter().filter(|it| it.coded.map(|it| it.is_some()) == [a, b]).count();
        let categories: Vec<Vec<String>> = units
            .iter()
            .map(|unit| [0, 1].into_iter().filter_map(|coder| self.category(unit, coder)).collect())
            .collect();
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        for name in categories.iter().flatten() {
            let next = numbers.len();
            numbers.entry(name).or_insert(next);
        }
        let numbered: Vec<Vec<usize>> =
            categories.iter().map(|unit| unit.iter().map(|name| numbers[name.as_str()]).collect()).collect();
        let found = coefficients(&numbered);
        TypeAgreement {
            kind,
            units: units.len(),
            both: with(true, true),
            only_a: with(true, false),
            only_b: with(false, true),
            same: units.iter().filter(|unit| self.is_alike(unit)).count(),
            n: found.pairable,
            raw: found.raw.map(Coefficient),
            alpha: found.alpha.map(Coefficient),
            ac1: found.ac1.map(Coefficient),
            note: note(&found, &categories),
        }
    }

    fn is_alike(&self, unit: &Unit) -> bool {
        self.coded(unit, 0).zip(self.coded(unit, 1)).is_some_and(|(a, b)| a.is_like(b))
    }

    /// How the values are related where both answer one question: how often so, and each that does not say the same.
    fn related(&self) -> (Vec<RelationCount>, Vec<CodedDifference>) {
        let mut many: BTreeMap<(Kind, Class), usize> = BTreeMap::new();
        let mut differences = Vec::new();
        for unit in self.units.iter().filter(|unit| self.is_alike(unit)) {
            let (Some(a), Some(b)) = (self.coded(unit, 0), self.coded(unit, 1)) else { continue };
            let (AsWhat::Answer(_, first), AsWhat::Answer(_, second)) = (a.as_what, b.as_what) else {
                continue;
            };
            let alignment = self.judged.alignment();
            let relation = relate_readings(alignment, first, second);
            *many.entry((relation.kind, relation.class())).or_default() += 1;
            let keys = differing(self.row(a, 0), self.row(b, 1));
            let is_silent = |id: ClaimId| alignment.dossier.claims[id].shape().is_none();
            let says_the_same = relation.kind.says_the_same() || is_silent(first) && is_silent(second);
            if says_the_same && keys.is_empty() {
                continue;
            }
            differences.push(CodedDifference {
                source: self.gate.dossier().sources.name(a.source).to_owned(),
                relation: relation.kind,
                class: relation.class(),
                direction: relation.direction,
                reason: reason(alignment, first, second, &relation),
                keys,
                a: self.passage(a, 0),
                b: self.passage(b, 1),
            });
        }
        let count = |((relation, class), pairs)| RelationCount { relation, class, pairs };
        let mut relations: Vec<RelationCount> = many.into_iter().map(count).collect();
        relations.sort_by_key(|it| Reverse(it.pairs));
        (relations, differences)
    }

    /// The units that both looked at and that are not of one category.
    fn apart(&self) -> Vec<CodedApart> {
        let both = |unit: &&Unit| [0, 1].iter().all(|coder| self.category(unit, *coder).is_some());
        let apart = self.units.iter().filter(both).filter(|unit| !self.is_alike(unit));
        let told =
            |unit: &Unit, coder: usize| self.coded(unit, coder).map(|coded| self.passage(coded, coder));
        let apart = apart.filter_map(|unit| {
            let coded = self.coded(unit, 0).or(self.coded(unit, 1))?;
            let source = self.gate.dossier().sources.name(coded.source).to_owned();
            Some(CodedApart { source, a: told(unit, 0), b: told(unit, 1) })
        });
        apart.collect()
    }

    fn row(&self, coded: &Coded, coder: usize) -> &Row {
        &self.coders[coder].read.rows[coded.row]
    }

    /// What a coder made of a passage, as far as the reader may see it.
    fn passage(&self, coded: &Coded, coder: usize) -> CodedPassage {
        let row = self.row(coded, coder);
        let answer = row.answer.as_ref();
        let waived = answer.and_then(|answer| answer.waive.clone());
        let card = answer.filter(|_| waived.is_some()).map(|answer| answer.card.quote.clone());
        let quote = card.or_else(|| row.words(ClaimKey::Quote).map(str::to_owned));
        let read = match coded.as_what {
            AsWhat::Answer(_, claim) => Some(ReadClaim::new(self.judged.alignment(), claim)),
            AsWhat::Waived(_) => None,
        };
        let question = match coded.as_what {
            AsWhat::Answer(question, _) => Some(QuestionName::new(self.gate.dossier(), question)),
            AsWhat::Waived(_) => None,
        };
        let (words, reading, shown) =
            read.map(|read| (read.words, read.reading, read.shown)).unwrap_or_default();
        let quote = quote.filter(|_| self.gate.shows(coded.source));
        CodedPassage { line: row.line, quote, question, words, reading, waived, shown }
    }
}

/// The keys besides the value under which two rows say other things of the same words.
fn differing(a: &Row, b: &Row) -> Vec<String> {
    let said = |row: &Row, key: RowKey| match row.get(key).map(|given| &given.what) {
        Some(What::Typed(raw)) => shown(key, raw),
        Some(What::Cell(words)) => words.trim().to_owned(),
        Some(What::Nothing) | None => String::new(),
    };
    let names = [ClaimKey::Id, ClaimKey::Source, ClaimKey::Question].map(RowKey::Claim);
    let keys =
        RowKey::all().filter(|key| !names.contains(key) && !key.holds_words() && !key.refers_to_claims());
    keys.filter(|key| said(a, *key) != said(b, *key)).map(RowKey::name).collect()
}

/// Why a coefficient is not there, or why the two part.
fn note(found: &Coefficients, categories: &[Vec<String>]) -> Option<String> {
    let of_both = categories.iter().filter(|unit| unit.len() > 1);
    let mut many: BTreeMap<&str, usize> = BTreeMap::new();
    of_both.flatten().for_each(|name| *many.entry(name).or_default() += 1);
    let all: usize = many.values().sum();
    let (most, count) = many.iter().max_by_key(|(name, count)| (**count, Reverse(**name)))?;
    match (found.alpha, found.ac1) {
        (None, _) => Some(format!("all {all} are {most}: one category alone tells no agreement from chance")),
        (Some(alpha), Some(ac1)) if ac1 - alpha > APART => Some(format!(
            "alpha and AC1 part: {count} of {all} are {most}, and what is so common alpha takes for agreement by chance, and AC1 does not"
        )),
        // But for what alpha adds for small samples, it is never the greater.
        (Some(alpha), Some(ac1)) if alpha - ac1 > APART => {
            let many = counted(found.pairable, "passage");
            Some(format!("alpha and AC1 part, as they do where both looked at few: at {many}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of passages that both looked at, by how many were given which two categories.
    fn said(table: &[(&str, &str, usize)]) -> Option<String> {
        let categories: Vec<Vec<String>> = table
            .iter()
            .flat_map(|(a, b, many)| std::iter::repeat_n(vec![(*a).to_owned(), (*b).to_owned()], *many))
            .collect();
        let number = |name: &String| usize::from(name == WAIVED);
        let numbered: Vec<Vec<usize>> = categories.iter().map(|it| it.iter().map(number).collect()).collect();
        note(&coefficients(&numbered), &categories)
    }

    #[test]
    fn it_is_said_where_the_coefficients_part_and_why() {
        let common = said(&[("q", "q", 118), ("q", WAIVED, 5), (WAIVED, "q", 2)]).unwrap();
        assert!(common.starts_with("alpha and AC1 part: 243 of 250 are q, and"), "{common}");
        assert_eq!(said(&[("q", "q", 6), (WAIVED, WAIVED, 5), (WAIVED, "q", 1)]), None);
        let few = said(&[("q", WAIVED, 1)]).unwrap();
        assert!(few.ends_with("as they do where both looked at few: at 1 passage"), "{few}");
        let one = said(&[("q", "q", 3)]).unwrap();
        assert_eq!(one, "all 6 are q: one category alone tells no agreement from chance");
        assert_eq!(said(&[]), None);
    }
}
