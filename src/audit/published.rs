//! What of a record everybody may see: all but its restricted sources, which are counted and nowhere named.

use std::collections::{BTreeMap, BTreeSet};

use super::open::Audit;
use crate::align::origin::Sources;
use crate::error::{Error, ErrorKind};
use crate::model::Dossier;
use crate::model::part::leave_out;
use crate::model::table::{ClaimId, Id, SourceId};
use crate::text::{Lines, Spot, one_line};
use crate::view::site::kept_back::KeptBack;

/// What stands in place of the desk's reasons where they speak of what is kept back.
const KEPT_BACK: &str = "The reasons are kept back with a source that they speak of.";

impl Audit {
    /// The same record without its restricted sources, and how much that keeps back.
    ///
    /// # Errors
    /// The desk's own words name one of them.
    pub(crate) fn published(self) -> Result<(Self, KeptBack), Error> {
        let Audit { dossier, .. } = self;
        let named = names(&dossier);
        let (dossier, kept_back) = published(dossier, |dossier, id| !dossier.sources[id].is_restricted());
        match told(&dossier, &named) {
            Some(why) => Err(why),
            None => Ok((Audit { dossier, ..self }, kept_back)),
        }
    }
}

/// Holds what the desk says to name no restricted source.
///
/// # Errors
/// It names one.
pub(super) fn hold_back(dossier: &Dossier) -> Result<(), Error> {
    told(dossier, &names(dossier)).map_or(Ok(()), Err)
}

/// A dossier without the sources that are not for everybody.
pub(super) fn published(
    mut dossier: Dossier,
    is_public: impl Fn(&Dossier, SourceId) -> bool,
) -> (Dossier, KeptBack) {
    let gone: BTreeSet<SourceId> = dossier.sources.ids().filter(|id| !is_public(&dossier, *id)).collect();
    if gone.is_empty() {
        return (dossier, KeptBack::default());
    }
    let mut kept_back = KeptBack { sources: gone.len(), ..KeptBack::default() };
    let mut speaking: BTreeMap<String, BTreeSet<SourceId>> = BTreeMap::new();
    for (_, claim) in dossier.claims.iter().filter(|(_, claim)| gone.contains(&claim.source)) {
        kept_back.claims += 1;
        let question = dossier.questions.name(claim.question).to_owned();
        speaking.entry(question).or_default().insert(claim.source);
    }
    kept_back.speaking = speaking.into_iter().map(|(question, of)| (question, of.len())).collect();
    let ways = Sources::new(&dossier);
    let rests = |id: &SourceId| {
        ways.derived(*id).iter().chain(&ways.captured[id.index()]).any(|it| gone.contains(it))
    };
    let resting = dossier.sources.ids().filter(|id| !gone.contains(id)).filter(rests);
    kept_back.resting = resting.map(|id| dossier.sources.name(id).to_owned()).collect();
    leave_out(&mut dossier, &gone, |assessment, lost| {
        if lost > 0 {
            assessment.rationale = KEPT_BACK.to_owned();
        }
        true
    });
    (dossier, kept_back)
}

/// What restricted sources are called: their ids and titles, as far as nothing that is for everybody is called so too.
fn names(dossier: &Dossier) -> Vec<String> {
    let (restricted, public): (Vec<_>, Vec<_>) =
        dossier.sources.iter().partition(|(_, source)| source.is_restricted());
    let titles = public.iter().map(|(_, source)| source.title.as_str());
    let shared: BTreeSet<&str> =
        titles.chain(dossier.events.iter().map(|(_, it)| it.title.as_str())).collect();
    let both = restricted.iter().flat_map(|(id, source)| [dossier.sources.name(*id), source.title.as_str()]);
    both.filter(|name| is_telling(name) && !shared.contains(name)).map(str::to_owned).collect()
}

/// Whether a name tells what is meant: of two words at least.
fn is_telling(name: &str) -> bool {
    name.chars().count() >= 8
        && name.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).count() > 1
}

/// Why nothing is published: some words of the desk that everybody would see name what is kept back.
fn told(dossier: &Dossier, names: &[String]) -> Option<Error> {
    if names.is_empty() {
        return None;
    }
    let events =
        dossier.events.iter().map(|(_, event)| (event.spot, "the title of an event", event.title.as_str()));
    let asked = dossier.questions.iter().map(|(_, it)| (it.spot, "what a question asks", it.ask.as_str()));
    let is_public = |claim: ClaimId| !dossier.sources[dossier.claims[claim].source].is_restricted();
    let reasons = dossier
        .assessments
        .iter()
        .filter(|it| it.claims.iter().chain(&it.preferred).all(|id| is_public(*id)))
        .map(|it| (it.spot, "the rationale of an assessment", it.rationale.as_str()));
    let notes =
        dossier.claims.iter().filter(|(id, _)| is_public(*id)).filter_map(|(_, claim)| {
            Some((claim.spot, "the note of a claim", claim.beside.note.as_deref()?))
        });
    let open = dossier.sources.iter().filter(|(_, it)| !it.is_restricted());
    let sources = open.flat_map(|(_, it)| {
        let note = it.note.as_deref().map(|note| (it.spot, "the note of a source", note));
        [Some((it.spot, "the title of a source", it.title.as_str())), note].into_iter().flatten()
    });
    // Growth: with what the desk wrote, looked through once for each name that is kept back.
    let found =
        events.chain(asked).chain(reasons).chain(notes).chain(sources).find_map(|(spot, what, words)| {
            names.iter().find(|name| words.contains(name.as_str())).map(|name| (spot, what, name))
        });
    found.map(|(spot, what, name)| refused(dossier, spot, what, name))
}

fn refused(dossier: &Dossier, spot: Spot, what: &str, name: &str) -> Error {
    let file = dossier.files.get(spot.file);
    // The lines of a file that is not held are not known.
    let at = match file.text.is_empty() {
        true => file.path.clone(),
        false => format!("{}:{}", file.path, Lines::new(&dossier.files).line_column(spot).0),
    };
    let message = format!("{at}: {what} names a restricted source, `{}`", one_line(name));
    Error::new(ErrorKind::Refused, message)
        .hint("say it without the name, or take `access = \"restricted\"` from the source: what is published names none of them")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    const SOURCES: &str = r#"
        [agent.herald]
        name = "Herald"
        [source]
        memo-of-may = { title = "The Unwritten Memo", publisher = "herald", access = "restricted" }
        early = { title = "E", publisher = "herald", derived-from = [{ source = "memo-of-may" }] }
        later = { title = "L", publisher = "herald", derived-from = [{ source = "early" }] }
        other = { title = "O", publisher = "herald" }
        "#;

    fn dossier(ask: &str, rationale: &str) -> Dossier {
        let claims = format!(
            r#"
            [event.fire]
            title = "Fire"
            [event.fire.question.killed]
            ask = "{ask}"
            type = "count"
            [[claim]]
            source = "memo-of-may"
            question = "fire/killed"
            value = 7
            [[claim]]
            source = "early"
            question = "fire/killed"
            value = 3
            disputes = ["memo-of-may#killed"]
            [[claim]]
            source = "other"
            question = "fire/killed"
            value = 4
            [[assessment]]
            question = "fire/killed"
            status = "contested"
            rationale = "it says seven"
            claims = ["memo-of-may#killed", "early#killed"]
            [[assessment]]
            question = "fire/killed"
            status = "contested"
            rationale = "{rationale}"
            claims = ["early#killed", "other#killed"]
            "#
        );
        from_texts(&[("sources/a.toml", SOURCES), ("claims/a.toml", claims.as_str())])
    }

    fn audit(ask: &str, rationale: &str) -> Audit {
        Audit::of(std::path::Path::new("."), dossier(ask, rationale))
    }

    #[test]
    fn restricted_sources_are_counted_and_nothing_is_left_of_them() {
        let (audit, kept_back) = audit("How many?", "both count").published().unwrap();
        assert_eq!((kept_back.sources, kept_back.claims, kept_back.on("fire/killed")), (1, 1, 1));
        assert_eq!(kept_back.on("fire/hurt"), 0);
        // What rests on it at one remove rests on it too.
        assert_eq!(kept_back.resting.iter().collect::<Vec<_>>(), ["early", "later"]);
        let left = audit.dossier;
        assert_eq!(left.sources.names().collect::<Vec<_>>(), ["early", "later", "other"]);
        assert_eq!(left.claims.names().collect::<Vec<_>>(), ["early#killed", "other#killed"]);
        let reasons: Vec<&str> = left.assessments.iter().map(|it| it.rationale.as_str()).collect();
        assert_eq!(reasons, [KEPT_BACK, "both count"]);
    }

    #[test]
    fn words_of_the_desk_that_name_what_is_kept_back_are_not_published() {
        for (ask, rationale, what) in [
            ("What does The Unwritten Memo say?", "both", "what a question asks"),
            ("How many?", "as memo-of-may has it", "the rationale of an assessment"),
        ] {
            let error = audit(ask, rationale).published().err().unwrap();
            assert!(error.to_string().starts_with("claims/a.toml:"), "{error}");
            assert!(error.to_string().contains(&format!(": {what} names a restricted source")), "{error}");
        }
        assert!(
            audit("How many in the memo?", "a memo of May").published().is_ok(),
            "words that are not its name"
        );
    }
}
