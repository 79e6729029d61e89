//! Which questions are in one share, and what a share knows of the claims on others.

use std::collections::BTreeSet;

use crate::load::{from_texts, share_from_texts};
use crate::model::shard::Shard;

/// Three sources of one publisher, each with more keys.
fn sources(s: &str, t: &str, u: &str) -> String {
    let source = |id: &str, keys: &str| {
        format!("[source.{id}]\ntitle = \"T\"\npublisher = \"p\"\npublished = \"2024-03-01\"\n{keys}\n")
    };
    source("s", s) + &source("t", t) + &source("u", u) + "[agent.p]\nname = \"P\"\n"
}

/// A question of each of four events, that of the third with more keys.
fn asked(keys: &str) -> String {
    let of_event =
        |event: &str, keys: &str| format!("[event.{event}]\ntitle = \"E\"\n") + &question(event, "q", keys);
    of_event("a", "") + &of_event("b", "") + &of_event("c", keys) + &of_event("d", "")
}

fn question(event: &str, id: &str, keys: &str) -> String {
    format!("[event.{event}.question.{id}]\nask = \"?\"\ntype = \"count\"\n{keys}\n")
}

/// A claim by its full name and its question.
fn claim(name: &str, question: &str, keys: &str) -> String {
    let (source, id) = name.split_once('#').expect("it is a full name");
    let value = if keys.contains("value = ") { "" } else { "value = 3\n" };
    format!("[[claim]]\nsource = \"{source}\"\nid = \"{id}\"\nquestion = \"{question}/q\"\n{value}{keys}\n")
}

const CLAIMS: [(&str, &str); 4] = [("s#a", "a"), ("s#b", "b"), ("t#c", "c"), ("t#d", "d")];

/// The claims on each question, that on the third with more keys.
fn claims(keys: &str) -> String {
    let keys_of = |question: &str| if question == "c" { keys } else { "" };
    CLAIMS.iter().map(|(name, question)| claim(name, question, keys_of(question))).collect()
}

/// The questions in one share with the first, each by its event.
fn beside_the_first(sources: &str, claims: &str) -> String {
    let files = [("sources/s.toml", sources), ("claims/c.toml", claims)];
    // Of so many parts no two names are in one by chance.
    const OF: u32 = 9_973;
    for least in ["a/q", "b/q", "c/q", "d/q"] {
        let part = (1..=OF).find(|part| Shard { part: *part, of: OF }.holds(least)).expect("it is in a part");
        let dossier = share_from_texts(&files, Shard { part, of: OF });
        let held = dossier.questions.ids().filter(|id| dossier.share.holds(*id));
        let held: Vec<&str> = held.map(|id| dossier.questions.name(id)).collect();
        if held.contains(&"a/q") {
            assert_eq!(held[0], least, "a group is where its least name is");
            return held.iter().map(|name| &name[..1]).collect::<Vec<_>>().join(" ");
        }
    }
    panic!("the first question is in no share")
}

#[test]
fn questions_that_tell_of_each_other_are_in_one_share() {
    let told = |keys: &str, third: &str, more: &str| {
        beside_the_first(&sources("", "", ""), &(asked(keys) + &claims(third) + more))
    };
    let on_the_first = claim("s#again", "a", "corrects = [\"s#a\"]");
    let assessed = |keys: &str| {
        format!("[[assessment]]\nquestion = \"c/q\"\nstatus = \"contested\"\nrationale = \"r\"\n{keys}\n")
    };
    let second = claim("s#second", "b", "corrects = [\"s#a\"]");
    let twice = claim("s#a", "b", "");
    let of_one_event = question("a", "r", "");
    let by_the_event = question("a", "r", "part-of = \"c/q\"");
    for (keys, third, more, beside) in [
        ("", "", "", "a"),
        ("", "", &of_one_event, "a a"),
        ("", "", &by_the_event, "a a c"),
        ("part-of = \"a/q\"", "", "", "a c"),
        ("sum-of = [\"a/q\", \"b/q\"]", "", "", "a b c"),
        ("sum-of = [[\"a/q\", \"b/q\"], [\"d/q\"]]", "", "", "a b c d"),
        ("", "corrects = [\"s#a\"]", "", "a c"),
        ("", "retracts = [\"s#a\"]", "", "a c"),
        ("", "supersedes = [\"s#a\"]", "", "a c"),
        ("", "disputes = [\"s#b\", \"s#a\"]", "", "a b c"),
        ("", "value = { higher-than = \"s#a\" }", "", "a c"),
        ("", "value = { not = { lower-than = \"s#a\" } }", "", "a c"),
        ("", "", &assessed("claims = [\"t#c\", \"s#a\"]"), "a c"),
        ("", "", &assessed("preferred = [\"s#a\"]"), "a c"),
        // By way of another question.
        ("", "corrects = [\"s#second\"]", &second, "a b c"),
        // What is there twice may be either.
        ("", "corrects = [\"s#a\"]", &twice, "a b c"),
        // What leads to no other question.
        ("", "corrects = [\"s#nowhere\"]", "", "a"),
        ("", "", &on_the_first, "a"),
    ] {
        assert_eq!(told(keys, third, more), beside, "{keys} {third} {more}");
    }
}

#[test]
fn what_may_lead_round_is_in_one_share() {
    let told = |[s, t, u]: [&str; 3], more: &[(&str, &str, &str)]| {
        let more: String = more.iter().map(|(name, question, keys)| claim(name, question, keys)).collect();
        beside_the_first(&sources(s, t, u), &(asked("") + &claims("") + &more))
    };
    let by_t = ("t#more", "a", "");
    for (sources, more, beside) in [
        // `t` takes `s` back, in which something takes back what is in `t`: whether it does tells of all that is in `s`.
        (["", "corrects = [\"s\"]", ""], vec![by_t, ("s#more", "a", "corrects = [\"t#more\"]")], "a b"),
        (["", "retracts = [\"s\"]", ""], vec![by_t, ("s#more", "a", "supersedes = [\"t#more\"]")], "a b"),
        // The same way round is no ring.
        (["", "corrects = [\"s\"]", ""], vec![("t#more", "a", "corrects = [\"s#a\"]")], "a"),
        (["", "", ""], vec![by_t, ("s#more", "a", "corrects = [\"t#more\"]")], "a"),
        // A later capture takes the place of an earlier one: on both questions something leads round.
        (
            ["", "capture-of = \"s\"", ""],
            vec![by_t, ("s#more", "a", "corrects = [\"t#more\"]"), ("s#third", "c", "corrects = [\"t#c\"]")],
            "a c",
        ),
        (
            ["", "capture-of = \"s\"", ""],
            vec![("t#more", "a", "corrects = [\"s#a\"]"), ("s#third", "c", "corrects = [\"t#c\"]")],
            "a",
        ),
        // Of two captures of a third either may be the later.
        (
            ["", "capture-of = \"s\"", "capture-of = \"s\""],
            vec![by_t, ("u#more", "a", "corrects = [\"t#more\"]"), ("u#third", "c", "corrects = [\"t#c\"]")],
            "a c",
        ),
    ] {
        assert_eq!(told(sources, &more), beside, "{sources:?} {more:?}");
    }
}

#[test]
fn claims_on_other_questions_are_passed_over_without_a_word() {
    let (sources, claims) =
        (sources("", "", ""), asked("") + &claims("") + &claim("s#a", "b", "value = \"unread\""));
    let files = [("sources/s.toml", sources.as_str()), ("claims/c.toml", claims.as_str())];
    let whole = from_texts(&files);
    // The second of its name counts for nothing, wherever it is.
    assert_eq!(whole.claims.names().collect::<Vec<_>>(), ["s#a", "s#b", "t#c", "t#d"]);
    for of in [1, 2, 3, 8] {
        let mut names = BTreeSet::new();
        let mut left_out = 0;
        for part in 1..=of {
            let dossier = share_from_texts(&files, Shard { part, of });
            let (taken, passed_over) = (dossier.claims.len(), dossier.share.passed_over);
            assert_eq!(taken + dossier.left_out.len() + passed_over, 5, "{part}/{of}");
            left_out += dossier.left_out.len();
            for (id, claim) in dossier.claims.iter() {
                assert!(dossier.share.holds(claim.question));
                assert!(names.insert(dossier.claims.name(id).to_owned()), "{part}/{of}");
            }
            let told = dossier.problems.iter().filter(|it| it.claim.is_none()).map(|it| it.message.as_str());
            assert_eq!(told.collect::<Vec<_>>(), ["`s#a` is defined twice"]);
        }
        assert_eq!(names, whole.claims.names().map(str::to_owned).collect());
        assert_eq!(left_out, whole.left_out.len());
    }
}
