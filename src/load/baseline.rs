//! Taking `gainsay-baseline.toml`: `[[known]]`, one for each finding that was there before.

use crate::model::accepted::{Baseline, Known};
use crate::model::problem::Problem;
use crate::text::spot::Spot;

use super::Parsed;
use super::entry::Entry;

pub(super) fn take<'t>(file: &'t Parsed<'t>, problems: &mut Vec<Problem>) -> Baseline {
    let start = Spot::new(file.file, &(0..0));
    let mut root = Entry::new(&file.root, "the baseline", start, problems);
    let tables = root.tables("known");
    root.finish();
    let mut entries = Vec::with_capacity(tables.len());
    for (table, spot) in tables {
        let mut entry = Entry::new(table, "known", spot, problems);
        let fingerprint = entry.required("fingerprint");
        let rule = entry.required("rule");
        let message = entry.required("message");
        let question = entry.text("question").map(|question| question.value);
        entry.finish();
        if let (Some(fingerprint), Some(rule), Some(message)) = (fingerprint, rule, message) {
            let (fingerprint, rule, message) = (fingerprint.value, rule.value, message.value);
            entries.push(Known { spot, fingerprint, rule, message, question });
        }
    }
    Baseline { entries }
}

#[cfg(test)]
mod tests {
    use crate::load::from_texts;
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
