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
clerk = { name = "Wei Li", kind = "person" }
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
    let links: Vec<Links> = texts.iter().map(|(name, _)| Links::of(dossier, &sources, id(name))).collect();
    let found = shared(&taken, |a, b| links[a].are_declared(&links[b]));
    let side = |index: usize, passage: &Range<usize>| {
        let source = id(texts[index].0);
        let claims: Vec<ClaimId> =
            dossier.claims.iter().filter(|(_, claim)| claim.source == source).map(|(id, _)| id).collect();
        look(dossier, source, (&claims, &[]), &texts[index].1, std::slice::from_ref(passage)).remove(0)
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
        let links = |name| Links::of(&dossier, &sources, id(name));
        links(a).are_declared(&links(b))
    };
    assert!(is("herald", "gazette") && is("gazette", "herald"), "derived-from, either way");
    assert!(is("gazette", "morning"), "one publisher");
    assert!(!is("herald", "courier") && !is("morning", "herald"));
}

#[test]
fn a_speaker_is_named_near_and_in_full_but_for_a_persons_last_name() {
    let dossier = dossier();
    let passages = |before: [&str; 2], after: [&str; 2]| {
        let texts = two(|passage| [0, 1].map(|n| format!("{} “{passage}”, {}.", before[n], after[n])));
        reuse(&dossier, &texts).passages.len()
    };
    let far = format!("it was said. {}Ada Quimby came", "It rained. ".repeat(40));
    for (before, after, left) in [
        (["The fire chief said:", "So:"], ["it was said", "the fire chief told us"], 0),
        (["Our chief said:", "So:"], ["it was said", "the chief told us"], 1),
        (["Wei Li said:", "So:"], ["it was said", "Wei Li told us"], 0),
        (["Li said:", "So:"], ["it was said", "Li told us"], 1),
        (["Ada Quimby said:", "So:"], ["it was said", far.as_str()], 1),
    ] {
        assert_eq!(passages(before, after), left, "{before:?} {after:?}");
    }
}

#[test]
fn fewer_than_twenty_five_words_of_its_own_or_outside_quotations_tell_nothing() {
    let dossier = dossier();
    let herald = dossier.sources.find("herald").expect("a source of the dossier");
    let side =
        |text: &str| look(&dossier, herald, (&[], &[]), text, std::slice::from_ref(&(0..1000))).remove(0);
    let so_many = |count: usize| vec!["word"; count].join(" ");
    for (count, is_few) in [(LEAST_WORDS - 1, true), (LEAST_WORDS, false)] {
        let words = so_many(count);
        for text in [format!("{words} “three of them”"), format!("“three of them” {words}")] {
            assert_eq!(side(&text).is_quotation(), is_few, "{text}");
        }
        let text = format!("{words}. All rights reserved by all of us.");
        assert_eq!(side(&text).is_notice(), is_few, "{text}");
    }
}

#[test]
fn what_very_many_texts_share_is_told_by_the_longest_that_two_share() {
    let dossier = dossier();
    let texts = two(|passage| [format!("Here. {passage}."), format!("{passage}. There.")]);
    let passage = reuse(&dossier, &texts).passages.remove(0);
    let id = |name: &str| dossier.sources.find(name).expect("a source of the dossier");
    let shared = |common: usize, (a, b): (&str, &str)| {
        let mut it = passage.clone();
        (it.common, it.a.source, it.b.source) = (common, id(a), id(b));
        it
    };
    let pairs = [(30, ("herald", "courier")), (40, ("courier", "morning")), (35, ("herald", "morning"))];
    let found = widespread(&dossier, pairs.into_iter().map(|(common, of)| shared(common, of)).collect());
    let told: Vec<(Vec<&str>, usize)> = found
        .iter()
        .map(|it| (it.sources.iter().map(|id| dossier.sources.name(*id)).collect(), it.longest.common))
        .collect();
    assert_eq!(told, [(vec!["courier", "herald", "morning"], 40)]);
    let mut claims = [passage.a.claims.clone(), passage.b.claims.clone()].concat();
    claims.sort_unstable();
    assert_eq!(found[0].claims, claims);
    assert!(!claims.is_empty());
}
