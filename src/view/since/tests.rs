//! What a change to a small dossier does, seen end to end.

use super::{QuoteTurn, RecordChange, RecordSide, record};
use crate::judge::tests::{DISPUTED, EXPLAINED, Texts, aligned, loaded, owned, with};
use crate::judge::{Court, judge};
use crate::render::since::{markdown, render};
use crate::render::term::{Paint, Screen};
use crate::view::withheld::Reader;

fn since(before: &Texts, after: &Texts) -> RecordChange {
    let (old, new) = (loaded(before), loaded(after));
    let (old, new) = (aligned(&old), aligned(&new));
    let (old, new) = (Court::new(&old, 20_000), Court::new(&new, 20_000));
    let (found, finds) = (judge(&old), judge(&new));
    record(
        RecordSide { court: &old, findings: &found },
        RecordSide { court: &new, findings: &finds },
        "main",
        "0123456789abcdef",
        Reader::Anyone,
    )
}

fn names<T>(list: &[T], name: impl Fn(&T) -> &str) -> Vec<String> {
    list.iter().map(|it| name(it).to_owned()).collect()
}

#[test]
fn nothing_changes_where_only_order_layout_and_file_names_do() {
    let before = owned(DISPUTED);
    let mut after = with(&before, "[[claim]]\n", "\n# moved\n[[claim]]\n");
    after.reverse();
    after
        .iter_mut()
        .filter(|(path, _)| *path == "claims/a.toml")
        .for_each(|(path, _)| *path = "claims/z/other.toml");
    assert!(since(&before, &after).is_empty());
}

#[test]
fn a_conflict_opens_is_explained_opens_again_and_closes() {
    let (open, explained) = (owned(DISPUTED), owned(EXPLAINED));
    let agreed = with(&open, "value = \"belmar\"", "value = \"arvo\"");
    let rule = |list: &[crate::view::since::DisputeChange]| names(list, |it| it.rule);
    let conflict = ["contradiction"];
    let view = since(&agreed, &open);
    assert_eq!(
        (rule(&view.disputes.opened), view.disputes.closed.len()),
        (conflict.map(str::to_owned).to_vec(), 0)
    );
    let view = since(&open, &explained);
    assert_eq!(
        (rule(&view.disputes.explained), view.disputes.opened.len()),
        (conflict.map(str::to_owned).to_vec(), 0)
    );
    let view = since(&explained, &open);
    assert_eq!(rule(&view.disputes.reopened), conflict);
    let view = since(&open, &agreed);
    assert_eq!(rule(&view.disputes.closed), conflict);
}

#[test]
fn a_claim_that_joins_an_explained_conflict_opens_it_again() {
    let before = owned(EXPLAINED);
    let mut after = before.clone();
    after.push((
        "claims/c.toml",
        "[[claim]]\nid = \"second\"\nsource = \"courier\"\nquestion = \"fire/country\"\nvalue = \"arvo\"\nquote = \"Arvo\"\n".to_owned(),
    ));
    let view = since(&before, &after);
    assert_eq!(names(&view.claims.added, |it| &it.claim), ["courier#second"]);
    let reopened: Vec<&crate::view::since::DisputeChange> =
        view.disputes.reopened.iter().filter(|it| it.rule == "contradiction").collect();
    let opened =
        view.disputes.opened.iter().filter(|it| it.claims.contains(&"courier#second".to_owned())).count();
    assert!(opened + reopened.len() > 0);
}

#[test]
fn a_dispute_that_becomes_two_opens_none_and_two_that_become_one_close_none() {
    const ASKED: &str = "[event.fire]\ntitle = \"F\"\n[event.fire.question.dead]\nask = \"?\"\ntype = \"count\"\n\
        [group.men]\nname = \"men\"\ndisjoint-from = [\"women\"]\n[group.women]\nname = \"women\"\n";
    let texts = |of: [&str; 4]| -> Texts {
        let mut sources = String::new();
        let mut claims = ASKED.to_owned();
        for (at, group) in of.iter().enumerate() {
            sources += &format!(
                "[agent.p{at}]\nname = \"P{at}\"\n[source.s{at}]\ntitle = \"S\"\npublisher = \"p{at}\"\npublished = \"2024-03-01\"\n"
            );
            claims += &format!(
                "[[claim]]\nsource = \"s{at}\"\nquestion = \"fire/dead\"\nvalue = {}\nquote = \"x\"\nscope = {{ population = \"{group}\" }}\n",
                11 + 13 * at
            );
        }
        vec![("claims/a.toml", claims), ("sources/a.toml", sources)]
    };
    let (one, two) = (texts(["men"; 4]), texts(["men", "men", "women", "women"]));
    let view = since(&one, &two);
    assert_eq!((view.disputes.opened.len(), view.disputes.closed.len()), (0, 0));
    let left: Vec<usize> = view.disputes.changed.iter().map(|it| it.left.len()).collect();
    assert_eq!(left, [2, 2]);
    let view = since(&two, &one);
    assert_eq!((view.disputes.opened.len(), view.disputes.closed.len()), (0, 0));
    let joined: Vec<usize> = view.disputes.changed.iter().map(|it| it.joined.len()).collect();
    assert_eq!(joined, [2]);
    // Claims of the women alone, beside those of the men: theirs is opened, and closed the other way round.
    let men = texts(["men", "men", "women", "women"]).into_iter().map(|(path, text)| {
        let cut = text.find("[[claim]]\nsource = \"s2\"").unwrap_or(text.len());
        (path, text[..cut].to_owned())
    });
    let men: Texts = men.collect();
    assert_eq!(names(&since(&men, &two).disputes.opened, |it| it.rule), ["contradiction"]);
    assert_eq!(names(&since(&two, &men).disputes.closed, |it| it.rule), ["contradiction"]);
}

#[test]
fn a_changed_claim_names_its_keys_with_what_stood_there() {
    let before = owned(DISPUTED);
    let after = with(
        &before,
        "value = \"belmar\"\nquote = \"in Belmar\"",
        "value = \"arvo\"\nquote = \"in  Arvo\"\nnote = \"asked\"",
    );
    let view = since(&before, &after);
    assert_eq!(names(&view.claims.changed, |it| &it.claim), ["courier#country"]);
    let keys = &view.claims.changed[0].keys;
    let told: Vec<_> = keys.iter().map(|it| (it.key, it.before.as_deref(), it.after.as_deref())).collect();
    let expected = [
        ("value", Some("belmar"), Some("arvo")),
        ("quote", Some("in Belmar"), Some("in  Arvo")),
        ("note", None, Some("asked")),
    ];
    assert_eq!(told, expected);
    assert_eq!(view.quotes.iter().map(|it| it.what).collect::<Vec<_>>(), [QuoteTurn::Changed]);
    let view = since(&before, &with(&before, "quote = \"in Belmar\"\n", ""));
    assert_eq!(view.quotes.iter().map(|it| it.what).collect::<Vec<_>>(), [QuoteTurn::Removed]);
}

#[test]
fn a_dropped_source_takes_its_claims_and_an_independent_origin_with_it() {
    let both = with(&owned(DISPUTED), "value = \"belmar\"", "value = \"arvo\"");
    let cut = |text: &str| text[..text.find("[[claim]]\nsource = \"courier\"").unwrap()].to_owned();
    let one: Texts = both
        .iter()
        .map(|(path, text)| (*path, if *path == "claims/a.toml" { cut(text) } else { text.clone() }))
        .collect();
    let one =
        with(&one, "[source.courier]\ntitle = \"C\"\npublisher = \"c\"\npublished = \"2024-03-01\"\n", "");
    let view = since(&both, &one);
    assert_eq!(names(&view.claims.removed, |it| &it.claim), ["courier#country"]);
    let position = &view.positions[0];
    assert_eq!(
        (position.before, position.after, position.lost.as_slice()),
        (Some(2), Some(1), &["agent:c".to_owned()][..])
    );
    let dropped = &view.sources.removed[0];
    assert_eq!((dropped.source.as_str(), dropped.claims), ("courier", 1));
    assert!(
        dropped.consequences.iter().any(|it| it.contains("1 independent origin left, of 2")),
        "{:?}",
        dropped.consequences
    );
    let view = since(&one, &both);
    assert_eq!(view.positions[0].gained, ["agent:c"]);
    assert!(
        view.sources.added[0]
            .consequences
            .iter()
            .any(|it| it.contains("2 independent origins now, 1 before"))
    );
}

#[test]
fn what_stands_in_a_restricted_source_is_not_shown() {
    let before = owned(DISPUTED);
    let secret =
        |url: &str| format!("[source.herald]\ntitle = \"H\"\naccess = \"restricted\"\nurl = \"{url}\"\n");
    let old = with(&before, "[source.herald]\ntitle = \"H\"\n", &secret("https://one.example"));
    let new = with(&before, "[source.herald]\ntitle = \"H\"\n", &secret("https://two.example"));
    let view = since(&old, &new);
    assert_eq!(view.sources.changed[0].keys.iter().map(|it| it.key).collect::<Vec<_>>(), ["url"]);
    let mut text = String::new();
    markdown(&mut text, &view);
    assert!(!(text + &crate::render::json(&view)).contains(".example"));
}

#[test]
fn words_of_claims_of_a_restricted_source_are_not_shown() {
    let herald = "[source.herald]\ntitle = \"H\"\n";
    let restricted = format!("{herald}access = \"restricted\"\n");
    let claim = |words: &str| {
        let keys = ["quote", "prefix", "suffix", "locator", "translation", "note"];
        keys.map(|key| format!("{key} = \"{words} {key}\"\n")).concat()
    };
    let open = owned(DISPUTED);
    let (old, new) = (
        with(&open, "quote = \"in Arvo\"\n", &claim("secret before")),
        with(&open, "quote = \"in Arvo\"\n", &claim("secret after")),
    );
    // Restricted on both sides, from now on, until now.
    for (restricts_old, restricts_new) in [(true, true), (false, true), (true, false)] {
        let side = |files: &Texts, restricts: bool| match restricts {
            true => with(files, herald, &restricted),
            false => files.clone(),
        };
        let view = since(&side(&old, restricts_old), &side(&new, restricts_new));
        let keys = names(&view.claims.changed[0].keys, |it| it.key);
        assert_eq!(keys, ["quote", "prefix", "suffix", "locator", "translation", "note"]);
        assert_eq!(names(&view.quotes, |it| it.what.name()), ["changed"]);
        let mut text = String::new();
        markdown(&mut text, &view);
        render(&mut text, &view, Screen { paint: Paint::Off, width: 100 });
        assert!(!(text.clone() + &crate::render::json(&view)).contains("secret"), "{text}");
    }
    assert!(crate::render::json(&since(&old, &new)).contains("secret before quote"));
}

#[test]
fn a_claim_that_a_problem_keeps_out_is_not_told_as_merely_removed() {
    let before = owned(DISPUTED);
    let view = since(&before, &with(&before, "value = \"belmar\"", "value = \"belmer\""));
    assert_eq!((view.claims.removed.len(), view.claims.removed[0].left_out), (1, true));
}

#[test]
fn no_words_of_a_source_become_markdown_or_call_anyone() {
    let before = owned(DISPUTED);
    let view = since(&before, &with(&before, "\"in Belmar\"", "\"<img src=x> @desk [a](b) *c* | `d\""));
    let mut text = String::new();
    markdown(&mut text, &view);
    assert!(text.starts_with("<!-- gainsay diff --since -->\n"));
    for raw in ["<img", "@desk", "[a](b)", " *c*"] {
        assert!(!text.contains(raw), "{raw} in {text}");
    }
}

#[test]
fn a_position_whose_origin_was_never_established_loses_none() {
    let before = with(&owned(DISPUTED), "publisher = \"c\"", "publisher = \"unknown\"");
    let view = since(&before, &with(&before, "value = \"belmar\"", "value = \"arvo\""));
    assert_eq!(view.claims.changed.len(), 1);
    assert!(view.positions.iter().all(|it| !it.lost.is_empty() || !it.gained.is_empty()));
    assert!(view.positions.iter().all(|it| it.after.is_some()), "the one that is gone had no origin to lose");
}

#[test]
fn a_long_section_is_cut_and_says_how_much_is_missing() {
    let before = owned(DISPUTED);
    let mut after = before.clone();
    let claim = |n: usize| {
        format!(
            "[[claim]]\nid = \"c{n}\"\nsource = \"herald\"\nquestion = \"fire/country\"\nvalue = \"arvo\"\nquote = \"Arvo\"\n"
        )
    };
    after.push(("claims/c.toml", (0..40).map(claim).collect()));
    let mut text = String::new();
    markdown(&mut text, &since(&before, &after));
    assert!(text.contains("**Claims added (40)**") && text.contains("- and 15 more: "), "{text}");
}

#[test]
fn claims_that_cannot_be_read_are_told_and_what_was_so_before_is_counted() {
    let before = owned(DISPUTED);
    let mut after = before.clone();
    let bad = "[[claim]]\nsource = \"herald\"\nid = \"x\"\nquestion = \"fire/country\"\nvalue = \"nowhere\"\n\
               [[claim]]\nquestion = \"fire/country\"\nvalue = \"arvo\"\n\
               [[claim]]\nsource = \"courier\"\nid = \"country\"\nquestion = \"fire/country\"\nvalue = \"arvo\"\n";
    after.push(("claims/c.toml", bad.to_owned()));
    let view = since(&before, &after);
    assert!(!view.is_empty());
    let told: Vec<_> =
        view.left_out.obstacles.iter().map(|it| (it.claim.as_deref(), it.rule, it.line)).collect();
    let expected = [
        (Some("herald#x"), Some("unknown-reference"), 5),
        (None, Some("claim-without-source"), 6),
        (Some("courier#country"), Some("duplicate-id"), 9),
    ];
    assert_eq!((view.left_out.claims, view.left_out.added, told.as_slice()), (3, 3, &expected[..]));
    assert!(view.left_out.obstacles.iter().all(|it| it.file == "claims/c.toml"));
    let same = since(
        &after,
        &with(
            &after,
            "[[claim]]\nsource = \"herald\"\nid = \"x\"",
            "\n\n[[claim]]\nsource = \"herald\"\nid = \"x\"",
        ),
    );
    assert!(same.is_empty() && same.left_out.claims == 3, "lines that move are no change");
    let mended = since(&after, &before);
    assert_eq!((mended.left_out.claims, mended.left_out.added), (0, 0));
}

#[test]
fn what_a_question_that_cannot_be_read_keeps_out_is_told() {
    let before = owned(DISPUTED);
    let after = with(&before, "type = \"place\"", "type = \"plaice\"");
    let view = since(&before, &after);
    assert_eq!((view.left_out.added, view.left_out.obstacles.len()), (2, 2));
    assert!(
        view.left_out.obstacles.iter().all(|it| it.rule.is_none() && it.message.contains("cannot be read"))
    );
}

#[test]
fn a_position_is_said_by_nobody_any_more_only_where_nobody_says_it() {
    let before = owned(DISPUTED);
    let gone = |after: &Texts| {
        let view = since(&before, after);
        let gone = view.positions.iter().filter(|it| it.label == "Belmar" && it.after.is_none());
        let told: Vec<_> = gone.map(|it| it.gone.map(crate::view::since::Gone::name)).collect();
        let mut text = String::new();
        markdown(&mut text, &view);
        assert_eq!(text.contains("is said by nobody any more"), told.contains(&Some("unsaid")), "{text}");
        told
    };
    let courier = "source = \"courier\"\nquestion";
    assert_eq!(gone(&with(&before, "value = \"belmar\"", "value = \"belmer\"")), [Some("left-out")]);
    // Its claim has another name, and says the same.
    let renamed = with(&before, courier, "source = \"courier\"\nid = \"again\"\nquestion");
    assert_eq!(gone(&renamed), []);
    assert!(since(&before, &renamed).positions.is_empty());
    let projected = with(&before, courier, "source = \"courier\"\nmodality = \"projected\"\nquestion");
    assert_eq!(gone(&projected), [Some("regrouped")]);
    let retracted = "\n[[claim]]\nid = \"later\"\nsource = \"courier\"\nquestion = \"fire/country\"\nvalue = \"arvo\"\nretracts = [\"courier#country\"]\n";
    let mut taken_back = before.clone();
    taken_back.push(("claims/c.toml", retracted.to_owned()));
    assert_eq!(gone(&taken_back), [Some("taken-back")]);
    let cut =
        |text: &str| text[..text.find("[[claim]]\nsource = \"courier\"").unwrap_or(text.len())].to_owned();
    let removed: Texts = before.iter().map(|(path, text)| (*path, cut(text))).collect();
    assert_eq!(gone(&removed), [Some("unsaid")]);
}
