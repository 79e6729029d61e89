//! Whom claims go back to, what falls together, and how far each is followed: docs/semantics.md, sections 3 and 5.

use super::alignment::Alignment;
use super::based::{based, claim, letters, said};
use super::impact::{Because, Taken, fallen, left_over};
use super::independence::{Ties, count};
use super::origin::{Followed, MOST_LEADS, MOST_SOURCES, Sources, named};
use super::party::is_from_party;
use crate::load::from_texts;
use crate::model::Dossier;
use crate::model::table::{ClaimId, Id, SourceId};

const MORE: &str = r#"
[source]
echo = { title = "Flood, they say", publisher = "star", published = "2024-05-03", derived-from = [{ source = "post" }] }
repeat = { title = "Flood, it is said", publisher = "wire", published = "2024-05-03", derived-from = [{ source = "post" }] }
second = { title = "Flood, more", publisher = "post", published = "2024-05-03" }
there = { title = "There", publisher = "star", published = "2024-05-03", derived-from = [{ source = "back" }] }
back = { title = "Back", publisher = "wire", published = "2024-05-03", derived-from = [{ source = "there" }] }
onward = { title = "Onward", publisher = "post", published = "2024-05-03", derived-from = [{ source = "there" }] }
plea = { title = "A plea", publisher = "wire", published = "2024-05-03", party-to = ["flood"] }
[agent]
aide = { name = "an aide", kind = "person", named = false, part-of = ["ministry"] }
"#;

/// Claims that three drowned, each by its source and its speaker, if it names one.
fn told(claims: &[(&'static str, &str)]) -> Dossier {
    let keys = |(source, by): &(&'static str, &str)| (*source, "drowned", said("3", by, ""));
    based(MORE, &claims.iter().map(keys).collect::<Vec<_>>())
}

#[test]
fn what_falls_together_counts_once() {
    for (claims, independent, not_established) in [
        (&[("post", ""), ("star", "")][..], 2, 0),
        (&[("post", "police"), ("star", "police")], 1, 0),
        (&[("post", "police"), ("star", "rescuers")], 2, 0),
        // One is part of the other; so is one without a name.
        (&[("post", "police"), ("star", "ministry")], 1, 0),
        (&[("post", "aide"), ("star", "ministry")], 1, 0),
        // One without a name is one within its source.
        (&[("post", "official"), ("star", "police")], 1, 1),
        (&[("post", "official"), ("star", "official")], 0, 2),
        // One source derives from the other, or both from a third of which no claim is here.
        (&[("post", "police"), ("echo", "rescuers")], 1, 0),
        (&[("echo", "police"), ("repeat", "rescuers")], 1, 0),
        // In one source two who are quoted are two, but beside its own voice, or where it derives from others.
        (&[("post", "police"), ("post", "rescuers")], 2, 0),
        (&[("post", ""), ("post", "rescuers")], 1, 0),
        (&[("echo", "police"), ("echo", "rescuers")], 1, 0),
    ] {
        let dossier = told(claims);
        let alignment = Alignment::without_texts(&dossier);
        let ids: Vec<ClaimId> = dossier.claims.ids().collect();
        let origins = count(&alignment, &Ties::new(&alignment), &ids);
        assert_eq!(
            (origins.independent, origins.not_established),
            (independent, not_established),
            "{claims:?}"
        );
    }
}

#[test]
fn a_claim_goes_back_to_whom_its_source_had_it_from() {
    for (claims, last, expected) in [
        (&[("post", ""), ("echo", "")][..], 'b', "agent:post"),
        (&[("post", "police"), ("echo", "")], 'b', "agent:police"),
        (&[("post", "police"), ("echo", "rescuers")], 'b', "agent:rescuers"),
        // Whom the outlet quotes in another article leads on.
        (&[("post", ""), ("second", "rescuers"), ("echo", "")], 'c', "agent:rescuers"),
        (&[("second", "rescuers"), ("star", "post")], 'b', "agent:rescuers"),
    ] {
        let dossier = told(claims);
        let alignment = Alignment::without_texts(&dossier);
        let speaker = alignment.origins[claim(&dossier, last).index()].speaker;
        assert_eq!(named(&dossier, speaker), expected, "{claims:?}");
    }
}

#[test]
fn who_has_it_from_a_ring_has_it_from_nobody() {
    // In their own voice, and by one without a name whom each carries on from the other.
    for by in ["", "official"] {
        let dossier = told(&[("there", by), ("back", by)]);
        let alignment = Alignment::without_texts(&dossier);
        let [there, back] = ['a', 'b'].map(|letter| &alignment.origins[claim(&dossier, letter).index()]);
        assert!(there.ring.is_some() && there.ring == back.ring, "{by}");
        assert!(!there.established && !back.established, "{by}");
    }
    let dossier = told(&[("there", ""), ("back", ""), ("onward", "")]);
    let alignment = Alignment::without_texts(&dossier);
    let ring = |letter| alignment.origins[claim(&dossier, letter).index()].ring;
    assert!(ring('c').is_some() && ring('c') == ring('a'), "it leads into one ring alone");
}

#[test]
fn who_has_a_name_speaks_for_himself_wherever_he_is_quoted() {
    for (by, leads) in [("police", ""), ("official", "a")] {
        let dossier = told(&[("post", by), ("echo", by)]);
        let alignment = Alignment::without_texts(&dossier);
        let origin = &alignment.origins[claim(&dossier, 'b').index()];
        assert_eq!(letters(&dossier, origin.leads.iter().copied()), leads, "{by}");
    }
}

#[test]
fn what_says_again_what_falls_falls_where_it_had_it_from_there() {
    let dossier = told(&[("post", "police"), ("star", "police"), ("echo", "police"), ("second", "rescuers")]);
    let alignment = Alignment::without_texts(&dossier);
    let post = dossier.sources.find("post").expect("it is in the base");
    let found = fallen(&alignment, Taken::Source(post)).claims;
    let because = |letter| found.get(&claim(&dossier, letter)).copied();
    assert_eq!(because('a'), Some(Because::StandsThere));
    assert_eq!(because('b'), None, "the Star has it from the police");
    assert_eq!(because('c'), Some(Because::Repeats));
    assert_eq!(because('d'), None);
    let all: Vec<ClaimId> = dossier.claims.ids().collect();
    let left = left_over(&alignment, &Ties::new(&alignment), &all, &found);
    let claims: Vec<String> =
        left.groups.iter().map(|group| letters(&dossier, group.claims.iter().copied())).collect();
    assert_eq!((claims, left.independent), (vec!["b".to_owned(), "d".to_owned()], 2));
}

#[test]
fn a_source_with_a_stake_speaks_as_a_party_in_its_own_voice_alone() {
    let dossier = told(&[("plea", ""), ("plea", "police"), ("post", "")]);
    let alignment = Alignment::without_texts(&dossier);
    let of = ['a', 'b', 'c'].map(|letter| is_from_party(&alignment, claim(&dossier, letter)));
    assert_eq!(of, [true, false, false]);
}

/// Sources, each with a key besides its title.
fn sources(of: impl Iterator<Item = (String, String)>) -> Dossier {
    let written = |(id, key): (String, String)| {
        format!("[source.{id}]\ntitle = \"T\"\npublisher = \"unknown\"\n{key}\n")
    };
    from_texts(&[("sources/s.toml", &of.map(written).collect::<String>())])
}

fn source(dossier: &Dossier, name: &str) -> SourceId {
    dossier.sources.find(name).expect("a source of the dossier")
}

#[test]
fn captures_that_go_back_to_each_other_are_of_one_page() {
    let of = [("a", "b"), ("b", "a"), ("c", "a")];
    let dossier = sources(of.iter().map(|(id, of)| ((*id).to_owned(), format!("capture-of = \"{of}\""))));
    let found = Sources::new(&dossier);
    for (a, b) in [("a", "b"), ("b", "c"), ("a", "c")] {
        assert!(found.one_family(source(&dossier, a), source(&dossier, b)), "{a} {b}");
    }
}

#[test]
fn a_hundred_sources_are_followed_back_and_more_are_told() {
    // A chain of which the last derives from the second: of the first so many others.
    let chain = |others: usize| {
        let from = move |n: usize| if n == others { 1 } else { n + 1 };
        let key = move |n: usize| format!("derived-from = [{{ source = \"s{}\" }}]", from(n));
        sources((0..=others).map(move |n| (format!("s{n}"), key(n))))
    };
    // A page with so many captures, from which one derives.
    let pages = |others: usize| {
        let key = |n: usize| match n {
            0 => "derived-from = [{ source = \"s1\" }]".to_owned(),
            1 => String::new(),
            _ => "capture-of = \"s1\"".to_owned(),
        };
        sources((0..=others).map(move |n| (format!("s{n}"), key(n))))
    };
    for (others, is_cut) in [(2, false), (MOST_SOURCES, false), (MOST_SOURCES + 1, true)] {
        for dossier in [chain(others), pages(others)] {
            let found = Sources::new(&dossier);
            let first = source(&dossier, "s0");
            assert_eq!(found.derived(first).len(), others.min(MOST_SOURCES));
            assert_eq!(found.cut.contains(&first), is_cut, "{others}");
        }
    }
}

#[test]
fn a_thousand_claims_are_looked_at_of_which_one_may_carry_one_on() {
    for (others, followed) in
        [(2, Followed::Whole), (MOST_LEADS, Followed::Whole), (MOST_LEADS + 1, Followed::InPart)]
    {
        let claim = |id: String, source: &str, key: &str| {
            format!(
                "[[claim]]\nid = \"{id}\"\nsource = \"{source}\"\nquestion = \"e/q\"\nvalue = 3\nquote = \"x\"\n\
                 said-by = \"official\"\n{key}\n"
            )
        };
        let sources = "[source]\npost = { title = \"P\", publisher = \"post\" }\nstar = { title = \"S\", publisher = \"star\" }\n\
             [agent]\npost = { name = \"P\" }\nstar = { name = \"S\" }\nofficial = { name = \"an official\", named = false }\n";
        let asked = "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n";
        let all: String = (0..others).map(|n| claim(format!("c{n}"), "post", "")).collect();
        let claims = asked.to_owned() + &all + &claim("late".to_owned(), "star", "via = [\"post\"]");
        let dossier = from_texts(&[("sources/s.toml", sources), ("claims/c.toml", &claims)]);
        let alignment = Alignment::without_texts(&dossier);
        let origin = &alignment.origins[dossier.claims.find("star#late").expect("it is there").index()];
        assert_eq!((origin.leads.len(), origin.followed), (others.min(MOST_LEADS), followed));
    }
}
