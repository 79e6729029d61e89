//! Figures: a text, and each that stands in it.

use std::ops::Range;

use super::case::{Case, Fault, NOTHING};
use crate::align::looked::Evidence;
use crate::capture::Words;
use crate::load::from_texts;
use crate::spot::{SpotKind, Spotter};
use crate::view::accuracy::{Came, Should, Tried};

/// The one source that the text is of.
const SOURCE: &str = "[agent.a]\nname = \"A\"\n[source.s]\ntitle = \"S\"\npublisher = \"a\"\npublished = \"2024-03-01\"\nlanguage = \"en\"\n";

/// Looks for the figures of a case. Each that it names is asked by itself; each that is found besides is asked too, unless the case names
/// but some of them. A figure is found where what is found touches its words.
///
/// # Errors
/// Words that do not stand in the text, or not in their order.
pub(super) fn tried(case: &Case) -> Result<Vec<Tried>, Fault> {
    let text = case.text("text")?;
    let some = case.texts("some")?;
    let (figures, is_all) = match some.is_empty() {
        true => (case.texts("figures")?, true),
        false => (some, false),
    };
    let named = places(case, text, &figures)?;
    let either = places(case, text, &case.texts("either")?)?;
    let dossier = from_texts(&[("sources/s.toml", SOURCE)]);
    let evidence: Vec<Evidence> = Vec::new();
    let source = dossier.sources.ids().next().expect("one is written above");
    let spotted = Spotter::new(&dossier, &evidence).look(source, &Words::plain(text));
    let found: Vec<Range<usize>> =
        spotted.found.iter().filter(|it| it.kind == SpotKind::Figure).map(|it| it.at.clone()).collect();
    let touches = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    let mut tried = Vec::new();
    for (number, at) in named.iter().enumerate() {
        let hit = found.iter().find(|found| touches(found, at));
        let (said, came) = match hit {
            Some(hit) => (&text[hit.clone()], Came::Right),
            None => (NOTHING, Came::Silence),
        };
        tried.push(case.part(number + 1, [&text[at.clone()], said], (Should::Speak, came))?);
    }
    let is_known = |at: &&Range<usize>| named.iter().chain(&either).any(|known| touches(known, at));
    for (number, at) in found.iter().filter(|at| is_all && !is_known(at)).enumerate() {
        let number = named.len() + number + 1;
        tried.push(case.part(number, [NOTHING, &text[at.clone()]], (Should::BeSilent, Came::Wrong))?);
    }
    if is_all && tried.is_empty() {
        tried.push(case.part(0, [NOTHING; 2], (Should::BeSilent, Came::Silence))?);
    }
    Ok(tried)
}

/// Where words stand in a text, one behind the other.
fn places(case: &Case, text: &str, words: &[String]) -> Result<Vec<Range<usize>>, Fault> {
    let mut from = 0;
    let mut all = Vec::new();
    for words in words {
        let found = (!words.is_empty()).then(|| text[from..].find(words.as_str())).flatten();
        let at = found.ok_or_else(|| {
            case.fault(
                format!("`{words}` does not stand in the text, or not behind those before it"),
                "the words as they stand, in the order of the text",
            )
        })?;
        all.push(from + at..from + at + words.len());
        from += at + words.len();
    }
    Ok(all)
}
