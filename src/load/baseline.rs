//! Taking `gainsay-baseline.toml`: `[[known]]`, one for each finding that was there before.

use super::tree::Table;
use crate::model::accepted::{Baseline, Known};
use crate::model::problem::Problem;
use crate::text::Spot;

use super::entry::Entry;
use super::keys::{BaselineKey, KnownKey};
use super::parsed::Parsed;

/// The baseline; what an entry of it lacks is among the problems.
pub(super) fn take<'t>(file: &'t Parsed<'t>, problems: &mut Vec<Problem>) -> Baseline {
    let mut root = Entry::new(file.root(), "the baseline", file.start(), problems);
    let tables = root.tables(BaselineKey::Known);
    root.finish();
    Baseline {
        entries: tables.into_iter().filter_map(|(table, spot)| known(table, spot, problems)).collect(),
    }
}

fn known<'t>(table: Table<'t>, spot: Spot, problems: &mut Vec<Problem>) -> Option<Known> {
    let mut entry = Entry::new(table, BaselineKey::Known.name(), spot, problems);
    let fingerprint = entry.required(KnownKey::Fingerprint);
    let rule = entry.required(KnownKey::Rule);
    let message = entry.required(KnownKey::Message);
    let question = entry.text(KnownKey::Question).map(|question| question.value);
    entry.finish();
    let (fingerprint, rule, message) = (fingerprint?.value, rule?.value, message?.value);
    Some(Known { spot, fingerprint, rule, message, question })
}

#[cfg(test)]
mod tests {
    use crate::load::open::from_texts;
    use crate::model::problem::ProblemKind;

    #[test]
    fn what_an_entry_lacks_or_misspells_is_a_problem() {
        let text = "[[known]]\nfingerprint = \"0123456789abcdef\"\nrule = \"tension\"\nmesage = \"x\"\n";
        let dossier =
            from_texts(&[("gainsay.toml", "[dossier]\ntitle = \"A\"\n"), ("gainsay-baseline.toml", text)]);
        let kinds: Vec<ProblemKind> = dossier.problems.iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds, [ProblemKind::MalformedEntry, ProblemKind::UnknownKey]);
        assert!(dossier.baseline.unwrap().entries.is_empty());
    }
}
