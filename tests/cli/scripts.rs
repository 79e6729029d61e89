//! `gainsay names`: what it suggests of names in different scripts, and that nothing else goes by it.

use crate::run::{Dossier, SMALL};

const NAMES: &str = "[agent.soleimani]\nname = \"Qasem Soleimani\"\nkind = \"person\"\n\
    [agent.soleimani-fa]\nname = \"قاسم سلیمانی\"\nkind = \"person\"\n\
    [agent.kataib]\nname = \"Kata'ib Hizballah\"\nkind = \"armed-group\"\n\
    [agent.hezbollah]\nname = \"the Party\"\naliases = [{ name = \"حزب الله\", language = \"ar\" }]\nkind = \"armed-group\"\n\
    [place.kyiv]\nname = \"Kyiv\"\nkind = \"settlement\"\nconfusable-with = [\"kyiv-ru\"]\n\
    [place.kyiv-ru]\nname = \"Киев\"\nkind = \"settlement\"\n";

#[test]
fn names_in_two_scripts_are_suggested_with_where_they_stand_and_why() {
    let dossier = Dossier::new(&SMALL);
    dossier.write("sources/names.toml", NAMES);
    let run = dossier.gainsay(&["names"]).exits(0);
    run.says(&[
        "suggested, strong: Qasem Soleimani and قاسم سلیمانی",
        "agent `soleimani`, sources/names.toml:1",
        "agent `soleimani-fa`, sources/names.toml:4",
        "why: the consonants agree, some vowels differ or are left out",
        "1 pair kept apart by `confusable-with`",
    ]);
    let json = dossier.gainsay(&["names", "--format", "json"]).exits(0).json();
    let links = json["suggested"].as_array().unwrap();
    let of = |link: &serde_json::Value| {
        (link["one"]["id"].as_str().unwrap().to_owned(), link["other"]["id"].as_str().unwrap().to_owned())
    };
    assert_eq!(json["kept_apart"], 1);
    assert_eq!(links.iter().filter(|link| link["strength"] == "strong").count(), 1);
    assert!(links.iter().all(|link| !of(link).0.starts_with("kyiv")), "{json}");
}

#[test]
fn a_suggestion_names_nobody_until_it_is_recorded() {
    let dossier = Dossier::new(&SMALL);
    let question = "[event.raid]\ntitle = \"A raid\"\n[event.raid.question.by]\nask = \"By whom?\"\ntype = \"agent\"\n\
        [[claim]]\nsource = \"herald\"\nquestion = \"raid/by\"\nvalue = \"soleimani\"\nquote = \"قاسم سلیمانی آمد\"\ntranslation = \"he came\"\n";
    dossier.write("claims/raid.toml", question);
    let with_alias = NAMES.replacen(
        "name = \"Qasem Soleimani\"",
        "name = \"Qasem Soleimani\"\naliases = [{ name = \"قاسم سلیمانی\", language = \"fa\" }]",
        1,
    );
    for (names, findings) in [(NAMES, 1), (with_alias.as_str(), 0)] {
        dossier.write("sources/names.toml", names);
        let run = dossier.gainsay(&["check", "--format", "json"]);
        assert_eq!(run.findings("value-not-in-quote").len(), findings, "{}", run.out);
    }
}

#[test]
fn a_dossier_of_one_script_has_nothing_to_compare() {
    Dossier::new(&SMALL).gainsay(&["names"]).exits(2).says(&["there is nothing to compare"]);
}

#[test]
fn a_speaker_of_a_like_name_is_told_apart() {
    let told = |text: &str| {
        let dossier = Dossier::new(&SMALL);
        dossier.write(
            "sources/page.toml",
            "[source.page]\ntitle = \"P\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\ntext = \"page.txt\"\n\
             [agent.hezbollah]\nname = \"Hezbollah\"\nconfusable-with = [\"kataib\"]\n\
             [agent.kataib]\nname = \"Kata'ib Hezbollah\"\n",
        );
        dossier.write(
            "claims/page.toml",
            "[[claim]]\nsource = \"page\"\nquestion = \"fire/killed\"\nvalue = 3\nquote = \"3 people were killed\"\nsaid-by = \"hezbollah\"\n",
        );
        dossier.write("sources/page.txt", text);
        let found = dossier.gainsay(&["check", "--format", "json"]).findings("speaker-not-found");
        found.iter().map(|it| it["message"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        told("Kata'ib Hezbollah spoke of it: 3 people were killed.\n"),
        [
            "the quote of `page#killed` is given to Hezbollah, and the text names Kata'ib Hezbollah there, which may be confused with Hezbollah"
        ]
    );
    assert_eq!(
        told("They spoke of it: 3 people were killed.\n"),
        ["the quote of `page#killed` is given to Hezbollah, whom the text does not name"]
    );
    assert_eq!(told("Hezbollah spoke of it, not Kata'ib Hezbollah: 3 people were killed.\n"), [""; 0]);
}
