//! Tests of [`super`]: what is declared, what is a quotation, and what falls together.

use super::*;
use crate::align::alignment::Alignment;
use crate::align::independence;
use crate::align::independence::Ties;
use crate::align::looked::Looked;
use crate::load::from_texts;
use crate::text::reuse::{WordHashes as Folded, shared, words};

const SOURCES: &str = r#"
[source]
herald = { title = "H", publisher = "herald", published = "2024-03-01" }
courier = { title = "C", publisher = "courier", published = "2024-03-02" }
gazette = { title = "G", publisher = "gazette", published = "2024-03-02", derived-from = [{ source = "herald" }] }
morning = { title = "M", publisher = "gazette", published = "2024-03" }
[agent]
herald = { name = "The Herald" }
courier = { name = "The Courier" }
gazette = { name = "The Gazette" }
mayor = { name = "Ada Quimby", kind = "person" }
chief = { name = "the fire chief" }
"#;

const CLAIMS: &str = r#"
[event.fire]
title = "Fire"
[event.fire.question]
killed = { ask = "How many?", type = "count" }
[[claim]]
source = "herald"
question = "fire/killed"
value = 3
quote = "three men of the night shift were killed"
[[claim]]
source = "courier"
question = "fire/killed"
value = 3
quote = "three men of the night shift were killed"
[[claim]]
source = "courier"
id = "chief"
question = "fire/killed"
value = 3
quote = "three dead, the fire chief said"
said-by = "chief"
"#;

const PASSAGE: &str = "The fire broke out shortly after midnight in the drying room of the old mill, spread along the \
                       wooden stairs to both upper floors, and three men of the night shift were killed before help came";

fn dossier() -> Dossier {
    from_texts(&[("sources/a.toml", SOURCES), ("claims/a.toml", CLAIMS)])
}

/// What the texts of some sources share, put together as a command does.
fn reuse(dossier: &Dossier, texts: &[(&str, String)]) -> Reuse {
    let sources = Sources::new(dossier);
    let id = |name: &str| dossier.sources.find(name).expect("a source of the dossier");
    let taken: Vec<Folded> = texts.iter().map(|(_, text)| words(text)).collect();
    let found = shared(&taken, |a, b| is_declared(dossier, &sources, id(texts[a].0), id(texts[b].0)));
    let side = |index: usize, passage: &Range<usize>| {
        let source = id(texts[index].0);
        let claims: Vec<ClaimId> =
            dossier.claims.iter().filter(|(_, claim)| claim.source == source).map(|(id, _)| id).collect();
        look(dossier, source, &claims, &texts[index].1, std::slice::from_ref(passage)).remove(0)
    };
    let found = found.into_iter().map(|it| (it.clone(), side(it.a, &it.a_words), side(it.b, &it.b_words)));
    Reuse::new(dossier, found.collect())
}

fn two(around: impl Fn(&str) -> [String; 2]) -> [(&'static str, String); 2] {
    let [herald, courier] = around(PASSAGE);
    [("herald", herald), ("courier", courier)]
}

#[test]
fn claims_whose_quotes_lie_in_one_passage_count_as_of_one_origin() {
    let dossier = dossier();
    let texts = two(|passage| {
        [format!("Here. {passage}."), format!("{passage}. And three dead, the fire chief said.")]
    });
    let found = reuse(&dossier, &texts);
    assert_eq!(found.passages.len(), 1);
    let passage = &found.passages[0];
    let names = |side: &Side| side.claims.iter().map(|id| dossier.claims.name(*id)).collect::<Vec<_>>();
    assert_eq!((names(&passage.a), names(&passage.b)), (vec!["herald#killed"], vec!["courier#killed"]));
    assert_eq!(passage.earlier, Some(Which::A), "the herald is of the day before");
    assert_eq!((passage.a.place, &passage.a.text), ((1, 7), &PASSAGE.to_owned()));

    let claims: Vec<ClaimId> = ["courier#killed", "herald#killed", "courier#chief"]
        .map(|name| dossier.claims.find(name).expect("a claim of the dossier"))
        .into();
    let count = |reuse: Reuse, claims: &[ClaimId]| {
        let alignment = Alignment::new(&dossier, Looked { reuse, ..Looked::nothing(&dossier) });
        independence::count(&alignment, &Ties::new(&alignment), claims).independent
    };
    assert_eq!(count(Reuse::default(), &claims[..2]), 2);
    assert_eq!(count(found.clone(), &claims[..2]), 1);
    // The chief's words stand outside the passage.
    assert_eq!(count(found, &claims[1..]), 2);
}

#[test]
fn a_quotation_of_one_speaker_is_no_copying() {
    let dossier = dossier();
    let quoted = |before: [&str; 2], after: [&str; 2]| {
        let texts = two(|passage| [0, 1].map(|n| format!("{} “{passage}”, {}.", before[n], after[n])));
        reuse(&dossier, &texts).passages.len()
    };
    assert_eq!(quoted(["Ada Quimby said:", "It was night."], ["so she said", "Mayor Quimby told us"]), 0);
    assert_eq!(quoted(["Ada Quimby said:", "It was night."], ["so she said", "somebody said"]), 1);
    let own = two(|passage| [0, 1].map(|n| format!("Ada Quimby, text {n}. {passage}.")));
    assert_eq!(reuse(&dossier, &own).passages.len(), 1, "both name her, and neither quotes her");
}

#[test]
fn what_the_record_links_is_not_compared() {
    let dossier = dossier();
    let sources = Sources::new(&dossier);
    let is = |a: &str, b: &str| {
        let id = |name| dossier.sources.find(name).expect("a source of the dossier");
        is_declared(&dossier, &sources, id(a), id(b))
    };
    assert!(is("herald", "gazette") && is("gazette", "herald"), "derived-from, either way");
    assert!(is("gazette", "morning"), "one publisher");
    assert!(!is("herald", "courier") && !is("morning", "herald"));
}
