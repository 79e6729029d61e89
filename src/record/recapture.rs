//! The claims of a later capture: those whose words still stand there, what is proposed for those whose words changed, and what
//! is gone.

use std::collections::{BTreeMap, BTreeSet};

use super::toml;
use crate::audit::{ClaimFate, Holds};
use crate::load::keys::{ClaimKey, KeyForm, Referent, TableKey};
use crate::load::{WrittenClaim, each_written};
use crate::model::Dossier;
use crate::model::table::{ClaimId, SourceId};
use crate::text::{Outcome, one_line};
use crate::value::types::{Form, Raw};
use crate::view::captures::differs;
use crate::view::name::ClaimName;
use crate::view::recaptured::CarriedClaim;

/// The claims of an earlier capture, and what becomes of them in a later one of another id.
pub(crate) struct Recapture<'d> {
    dossier: &'d Dossier,
    old: SourceId,
    new: &'d str,
    written: BTreeMap<ClaimId, WrittenClaim>,
    fates: &'d [ClaimFate],
    /// Those whose words still stand.
    carried: BTreeSet<ClaimId>,
}

impl<'d> Recapture<'d> {
    pub(crate) fn new(dossier: &'d Dossier, old: SourceId, new: &'d str, fates: &'d [ClaimFate]) -> Self {
        let mut written = BTreeMap::new();
        each_written(dossier, &mut |id, claim| {
            if dossier.claims[id].source == old {
                written.insert(id, claim);
            }
        });
        let carried = fates.iter().filter(|fate| fate.holds != Holds::Not).map(|fate| fate.claim).collect();
        Recapture { dossier, old, new, written, fates, carried }
    }

    /// What becomes of each.
    pub(crate) fn claims(&self) -> Vec<CarriedClaim> {
        self.fates.iter().map(|fate| self.claim(fate)).collect()
    }

    /// The file of the claims; `None` where nothing is carried or proposed.
    pub(crate) fn file(&self) -> Option<String> {
        let old = self.dossier.sources.name(self.old);
        let mut text =
            format!("# The claims of `{old}` as its later capture has them.\nsource = \"{}\"\n", self.new);
        for fate in self.fates.iter().filter(|fate| fate.holds != Holds::Not) {
            text.push_str(&format!("\n{}", self.table(fate, None)));
        }
        for fate in self.fates.iter().filter(|fate| fate.holds == Holds::Not) {
            text.push_str(&format!("\n{}", commented(&self.proposal(fate))));
        }
        (!self.fates.is_empty()).then_some(text)
    }

    fn claim(&self, fate: &ClaimFate) -> CarriedClaim {
        let claim = &self.dossier.claims[fate.claim];
        let name = ClaimName::new(self.dossier, fate.claim);
        let carried = (fate.holds != Holds::Not).then(|| ClaimName::of(self.new, name.own()));
        let outcome = fate.seen.as_ref().map(|seen| &seen.outcome);
        let note = match (fate.holds, outcome) {
            (Holds::AsItIs, _) => None,
            (Holds::WithoutLocator, _) => Some("carried without its locator, which says where it stood"),
            (Holds::Not, None) => Some("it has no quote that could be held"),
            (Holds::Not, Some(Outcome::Misplaced(_))) => {
                Some("its words stand elsewhere than its context says")
            }
            (Holds::Not, Some(Outcome::Ambiguous(_))) => Some("its words stand more than once now"),
            (Holds::Not, Some(_)) => None,
        };
        CarriedClaim {
            claim: name,
            carried,
            fate: fate.fate.map(Into::into),
            note: note.map(str::to_owned),
            quote: claim.quote.as_ref().map(|quote| quote.words.clone()).unwrap_or_default(),
            translation: claim.beside.translation.clone(),
            now: fate.seen.as_ref().and_then(|seen| seen.passage.clone()),
            differs: outcome.map(differs).unwrap_or_default(),
        }
    }

    /// The table of a claim in the later capture, where other words may stand in place of its quote.
    fn table(&self, fate: &ClaimFate, words: Option<&str>) -> String {
        let mut text = "[[claim]]\n".to_owned();
        let Some(written) = self.written.get(&fate.claim) else { return text };
        let question = ClaimKey::named("question").and_then(|key| held(written, key));
        let asked = question.and_then(|question| question.rsplit('/').next());
        for (key, raw) in &written.keys {
            let name = key.name();
            let value = match (name, words) {
                // The file says it once.
                ("source", _) => continue,
                // It is the question's where nothing else is said.
                ("id", _) if held(written, *key) == asked => continue,
                ("locator", _) if fate.holds == Holds::WithoutLocator => continue,
                ("quote", Some(words)) => toml::string(words),
                // They stood around the earlier words.
                ("prefix" | "suffix" | "locator", Some(_)) => continue,
                _ => toml::inline(&self.renamed(*key, raw)),
            };
            text.push_str(&format!("{name} = {value}\n"));
        }
        text
    }

    /// What a key holds, with the names of claims that are carried too.
    fn renamed(&self, key: ClaimKey, raw: &Raw) -> Raw {
        match (key.key().form, &raw.form) {
            (KeyForm::Ids(Referent::Claim), _) | (KeyForm::Value, Form::Table(_)) => self.of_later(raw),
            _ => raw.clone(),
        }
    }

    fn of_later(&self, raw: &Raw) -> Raw {
        let form = match &raw.form {
            Form::Text(words) => {
                let id = self.dossier.claims.find(words).filter(|id| self.carried.contains(id));
                let later = |id| ClaimName::of(self.new, ClaimName::new(self.dossier, id).own()).to_string();
                Form::Text(id.map_or_else(|| words.clone(), later))
            }
            Form::List(items) => Form::List(items.iter().map(|item| self.of_later(item)).collect()),
            Form::Table(entries) => {
                Form::Table(entries.iter().map(|(key, raw)| (key.clone(), self.of_later(raw))).collect())
            }
            form => form.clone(),
        };
        Raw { form, at: raw.at.clone() }
    }

    /// What is said of a claim that is not carried, with the claim as it may be where there is a passage for it.
    fn proposal(&self, fate: &ClaimFate) -> String {
        let CarriedClaim { claim, note, quote, now, differs, .. } = self.claim(fate);
        let why = match (&now, &note) {
            (_, Some(note)) => note.clone(),
            (Some(_), None) => format!("its words are others now: {}", differs.join(", ")),
            (None, None) => "nothing resembles its words".to_owned(),
        };
        let mut text = format!("{claim}: {}\n", one_line(&why));
        if !quote.is_empty() {
            text.push_str(&format!("It was {}\n", toml::string(&quote)));
        }
        match fate.seen.as_ref().map(|seen| &seen.outcome) {
            Some(Outcome::Near(_)) => text + &self.table(fate, now.as_deref()),
            Some(Outcome::Absent(_)) => text,
            _ => text + &self.table(fate, None),
        }
    }
}

/// The words under a key.
fn held(written: &WrittenClaim, key: ClaimKey) -> Option<&str> {
    written.keys.iter().find(|(own, _)| *own == key).and_then(|(_, raw)| match &raw.form {
        Form::Text(words) => Some(words.as_str()),
        _ => None,
    })
}

fn commented(text: &str) -> String {
    text.lines().map(|line| format!("# {line}\n")).collect()
}
