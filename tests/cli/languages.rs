//! Sources in other languages, from the command line: the dossier of `harbour/`, of which every text was written for it.

use crate::run::{Dossier, gainsay_in, repository};
use crate::snapshots::page_of;

/// The texts of the sources, by their names.
const TEXTS: [(&str, &str); 10] = [
    (
        "ar-ministry",
        "قالت وزارة الصحة إن ٣٤ شخصا على الأقل قتلوا في الغارة على الميناء يوم ٢٨ يناير ٢٠٢٤. وأصيب مئة وخمسة وستون آخرون، بينهم عشرات الأطفال. \
         وأطلقت على الميناء ثلاث طائرات مسيرة.\n",
    ),
    ("ar-agency", "قتل جنديان وأصيب أكثر من مئة وستين شخصا. وقد نفى الجيش مقتل ٣٤ شخصا.\n"),
    (
        "fa-paper",
        "به گفته وزارت بهداشت دست‌کم سی و چهار نفر در حمله ۸ بهمن ۱۴۰۲ به بندر کشته شدند. حدود ۱۷۰ نفر زخمی شدند. سه پهپاد به بندر زد.\n",
    ),
    ("fa-agency", "شمار کشته‌شدگان به چهل و سه نفر رسید.\n"),
    ("he", "לפחות שלושים וארבעה בני אדם נהרגו בנמל.\n"),
    ("uk", "У порту загинули щонайменше тридцять шестеро людей.\n"),
    ("ru", "В порту пострадали около ста семидесяти человек.\n"),
    ("es", "En el puerto murieron al menos una treintena de personas.\n"),
    ("fr", "Dans le port, cent soixante-dix personnes ont été blessées.\n"),
    ("de", "Im Hafen mindestens vierunddreißig Menschen starben am Abend.\n"),
];

fn dossier() -> Dossier {
    let dossier = Dossier::new(&[
        ("gainsay.toml", include_str!("harbour/gainsay.toml")),
        ("sources/sources.toml", include_str!("harbour/sources.toml")),
        ("claims/claims.toml", include_str!("harbour/claims.toml")),
    ]);
    for (name, text) in TEXTS {
        dossier.write(&format!("sources/{name}.txt"), text);
    }
    dossier
}

/// The dossier with other words in place of some of its claims'.
fn dossier_with(words: &str, other: &str) -> Dossier {
    let dossier = dossier();
    let claims = dossier.read("claims/claims.toml");
    assert_eq!(claims.matches(words).count(), 1, "{words}");
    dossier.write("claims/claims.toml", &claims.replacen(words, other, 1));
    dossier
}

/// The dossier with a French page that contradicts the others.
fn disputed() -> Dossier {
    let dossier = dossier();
    for path in ["claims/claims.toml", "sources/fr.txt"] {
        let text = dossier.read(path).replace("cent soixante-dix", "deux cent vingt-trois");
        dossier.write(path, &text.replace("\"170 people were wounded\"", "\"223 people were wounded\""));
    }
    dossier
}

#[test]
fn values_in_the_words_of_their_source_are_held_against_its_quotes() {
    let run = dossier().gainsay(&["check", "--format", "json"]).exits(0);
    let counts = &run.json()["counts"];
    assert_eq!(counts["claims"], 19);
    assert_eq!(counts["quotes"]["exact"], 19);
    assert_eq!(
        counts["values"],
        serde_json::json!({ "translated": 0, "unchecked": 0 }),
        "each by its own quote"
    );
    for rule in ["value-not-in-quote", "translation-differs", "unreadable-value"] {
        assert_eq!(run.findings(rule).len(), 0, "{rule}");
    }
}

#[test]
fn what_a_quote_does_not_say_is_denied_whatever_its_translation() {
    for (words, other, rule) in [
        ("value = \"٣٤ على الأقل\"", "value = 34", "value-not-in-quote"),
        ("value = \"مئة وخمسة وستون\"", "value = 166", "value-not-in-quote"),
        ("value = \"جنديان\"", "value = 3", "value-not-in-quote"),
        ("value = \"چهل و سه\"", "value = \"بیش از چهل و سه\"", "value-not-in-quote"),
        ("date = \"1402-11-08\"", "date = \"1402-11-09\"", "value-not-in-quote"),
        (
            "value = \"mindestens vierunddreißig\"",
            "value = \"mindestens dreiundvierzig\"",
            "value-not-in-quote",
        ),
        ("\"165 others were wounded\"", "\"156 others were wounded\"", "translation-differs"),
        (
            "\"three drones\"\n\n[[claim]]\nsource = \"ar-ministry\"",
            "\"eight drones\"\n\n[[claim]]\nsource = \"ar-ministry\"",
            "translation-differs",
        ),
        ("value = \"حدود ۱۷۰\"", "value = \"گمان ۱۷۰\"", "unreadable-value"),
    ] {
        let run = dossier_with(words, other).gainsay(&["check", "--format", "json"]);
        assert_eq!(run.findings(rule).len(), 1, "{other}");
    }
}

#[test]
fn a_report_shows_words_reading_and_translation() {
    let dossier = dossier();
    let html = dossier.gainsay(&["report", "--format", "html"]).exits(0).out;
    for part in ["مئة وخمسة وستون", "read as 165", "at least 34 people were killed", "٣٤ شخصا على الأقل قتلوا"]
    {
        assert!(html.contains(part), "{part}");
    }
    assert!(html.contains("unicode-bidi: plaintext"), "words run in their own direction");
    // In text a number behind words that run left is kept apart from them.
    let terminal = dossier.gainsay(&["compare", "strike/killed"]).exits(0).out;
    assert!(terminal.contains("`٣٤ على الأقل\u{200E}` (34 or more)"), "{terminal}");
    let json = dossier.gainsay(&["compare", "strike/killed", "--format", "json"]).exits(0).out;
    assert!(!json.contains('\u{200E}'), "programs are given the words as they are");
}

#[test]
fn a_card_of_the_first_screen_says_how_words_of_another_language_are_read() {
    let html = disputed().gainsay(&["report", "--format", "html"]).out;
    assert!(html.contains("<bdi>مئة وخمسة وستون</bdi> (165)"), "{html}");
}

#[test]
fn a_report_of_eight_languages_in_the_terminal() {
    page_of(&disputed(), "harbour-report", &["report"], 0);
}

#[test]
fn a_report_of_eight_languages_as_markdown() {
    page_of(&disputed(), "harbour-report-markdown", &["report", "--format", "markdown"], 0);
}

#[test]
fn the_translation_stands_beside_a_quote_wherever_people_are_shown_it() {
    let dossier = disputed();
    dossier.write("draft.md", "Verletzt wurden [fünfhundert Menschen](gainsay:strike/wounded).\n");
    let quote = "وأصيب مئة وخمسة وستون آخرون";
    let both = format!("“{quote}” (translated: “165 others were wounded”)");
    let finding = dossier.gainsay(&["check", "--format", "json"]).findings("contradiction").remove(0);
    let digits = finding["fingerprint"].as_str().unwrap();
    let draft = ["draft", "draft.md", "--language", "de"];
    for arguments in [
        &["report"][..],
        &["report", "--format", "markdown"],
        &["report", "--format", "prose"],
        &["trace", "strike/wounded"],
        &["trace", "ar-ministry#wounded"],
        &["trace", "strike/wounded", "--format", "mermaid"],
        &["check"],
        &["explain", digits],
        &draft,
    ] {
        let out = dossier.gainsay(arguments).out.replace('\u{200E}', "");
        let lines: Vec<&str> = out.split_whitespace().collect();
        assert!(lines.join(" ").contains(&both), "{arguments:?}: {out}");
    }
    let github = dossier.gainsay(&["check", "--format", "github"]).out;
    assert!(github.contains("(translated: “about 170 were wounded”)"), "{github}");
    let diff = dossier.gainsay(&["diff", "ar-ministry", "fa-paper"]).out;
    for line in ["a translated: “165 others were wounded”", "b translated: “about 170 were wounded”"]
    {
        assert!(diff.contains(line), "{diff}");
    }
    dossier.gainsay(&["site", "public"]).exits(0);
    dossier.gainsay(&[&draft[..], &["--annotate", "draft.html"]].concat());
    let marked = "translated: “<bdi>165 others were wounded</bdi>”";
    for page in [
        &dossier.read("public/sources/ar-ministry.html"),
        &dossier.read("public/questions/strike/wounded/index.html"),
        &dossier.gainsay(&["report", "--format", "html"]).out,
        &dossier.gainsay(&["desk", "ar-ministry"]).out,
        &dossier.read("draft.html"),
    ] {
        assert!(page.contains(quote) && page.contains(marked), "{page}");
    }
}

#[test]
fn a_translation_is_withheld_with_its_quote() {
    let dossier = disputed();
    let sources = dossier.read("sources/sources.toml");
    let restricted = "[source.ar-ministry]\naccess = \"restricted\"";
    dossier.write("sources/sources.toml", &sources.replace("[source.ar-ministry]", restricted));
    for arguments in [
        &["report"][..],
        &["report", "--format", "json"],
        &["report", "--format", "html"],
        &["trace", "strike/wounded", "--format", "json"],
        &["check", "--format", "json"],
        &["diff", "ar-ministry", "fa-paper", "--format", "json"],
        &["desk", "ar-ministry", "--format", "json"],
    ] {
        let run = dossier.gainsay(arguments);
        assert!(!run.out.contains("others were wounded"), "{arguments:?}: {}", run.out);
    }
}

#[test]
fn a_value_in_words_of_another_language_stands_with_its_reading() {
    let dossier = dossier();
    for (arguments, shown) in [
        (&["table"][..], "[3]"),
        (&["timeline", "strike/drones"], "سه\u{200E} [3]"),
        (&["trace", "fa-paper#drones"], "سه\u{200E} [3]"),
        (&["report", "--format", "markdown"], "سه (read as 3)"),
        (&["trace", "ar-agency#soldiers"], "جنديان\u{200E} [2]"),
    ] {
        let out = dossier.gainsay(arguments).exits(0).out;
        assert!(out.contains(shown), "{arguments:?}: {out}");
    }
}

#[test]
fn figures_and_days_are_spotted_where_they_stand() {
    let dossier = dossier();
    let json = dossier.gainsay(&["spot", "ar-ministry", "--format", "json"]).exits(0).json();
    let passages = json["sources"][0]["passages"].as_array().unwrap();
    let told = |kind: &str, key: &str| -> Vec<String> {
        let of_kind = passages.iter().filter(|it| it["kind"] == kind);
        of_kind.map(|it| it[key].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        told("figure", "reading"),
        ["34 or more, usually 34 to 68", "165", "11 or more, usually 20 to 99", "3"]
    );
    assert_eq!(told("figure", "value")[1], "مئة وخمسة وستون");
    assert_eq!(told("figure", "state"), ["recorded"; 4]);
    assert_eq!(told("date", "value"), ["2024-01-28"]);
}

#[test]
fn who_speaks_is_told_where_the_name_stands_beside_a_word_of_saying() {
    let dossier = dossier();
    for (source, speakers) in [
        ("ar-ministry", &[&["ministry"][..], &[], &[], &[]][..]),
        ("fa-paper", &[&["ministry"], &[], &[]]),
        // A denial is no word of saying.
        ("ar-agency", &[&[], &[], &[]]),
    ] {
        let json = dossier.gainsay(&["spot", source, "--kind", "figure", "--format", "json"]).exits(0).json();
        let passages = json["sources"][0]["passages"].as_array().unwrap();
        let found: Vec<&serde_json::Value> = passages.iter().map(|it| &it["speakers"]).collect();
        assert_eq!(serde_json::json!(found), serde_json::json!(speakers), "{source}");
    }
    let claims = dossier.read("claims/claims.toml");
    let (before, _) = claims.split_once("[[claim]]\nsource = \"he\"").unwrap();
    dossier.write("claims/claims.toml", &before.replace("said-by = \"ministry\"\n", ""));
    dossier.write("sources/de.txt", "34 Menschen starben laut Gesundheitsministerium.\n");
    let sources = dossier.read("sources/sources.toml");
    let alias = "\"Gesundheitsministerium\", \"وزارة الصحة\"";
    dossier.write("sources/sources.toml", &sources.replace("\"وزارة الصحة\"", alias));
    let add = ["add", "ar-agency", "أكثر من مئة وستين شخصا", "--question", "strike/wounded", "--yes"];
    dossier
        .write("sources/ar-agency.txt", "قال المتحدث باسم وزارة الصحة إن أكثر من مئة وستين شخصا أصيبوا.\n");
    dossier.gainsay(&add).exits(1).says(&["give `--said-by -`", "`--said-by AGENT`: `ministry`"]);
    let add = ["add", "de", "34 Menschen starben", "--question", "strike/killed", "--yes"];
    dossier.gainsay(&add).exits(0);
    assert!(dossier.read("claims/de.toml").contains("said-by = \"ministry\""));
}

#[test]
fn a_draft_gives_its_words_to_whom_they_are_given_in_its_language() {
    let dossier = dossier();
    for (draft, given) in [
        ("قالت وزارة الصحة إن 34 شخصا قتلوا.\n", &["ministry"][..]),
        ("قال المتحدث باسم وزارة الصحة إن 34 شخصا قتلوا.\n", &[]),
    ] {
        dossier.write("draft.md", draft);
        let json = dossier.gainsay(&["draft", "draft.md", "--language", "ar", "--format", "json"]).json();
        let statements = json["statements"].as_array().unwrap();
        let figure = statements.iter().find(|it| it["kind"] == "figure").expect("the figure is spotted");
        assert_eq!(figure["given_to"], serde_json::json!(given), "{draft}");
    }
}

#[test]
fn a_question_is_told_by_the_translation_of_a_quote() {
    let dossier = dossier();
    let claims = dossier.read("claims/claims.toml");
    let (before, _) = claims.split_once("[[claim]]\nsource = \"ru\"").unwrap();
    dossier.write("claims/claims.toml", before);
    let add = ["add", "ru", "пострадали около ста семидесяти человек", "--yes"];
    dossier.gainsay(&add).exits(1).says(&["no question is told by the words alone"]);
    let translated = [&add[..], &["--set", "translation=about 170 people were wounded"]].concat();
    dossier.gainsay(&translated).exits(0);
    assert!(dossier.read("claims/ru.toml").contains("question = \"strike/wounded\""));
}

#[test]
fn a_quote_is_added_with_its_own_words_for_a_value() {
    let dossier = dossier();
    let claims = dossier.read("claims/claims.toml");
    let (before, _) = claims.split_once("[[claim]]\nsource = \"ru\"").unwrap();
    dossier.write("claims/claims.toml", before);
    let add =
        ["add", "ru", "пострадали около ста семидесяти человек", "--question", "strike/wounded", "--yes"];
    dossier.gainsay(&add).exits(0);
    assert!(dossier.read("claims/ru.toml").contains("value = \"около ста семидесяти\""));
}

#[test]
fn a_draft_is_read_in_its_own_language() {
    let dossier = dossier();
    dossier.write(
        "draft.md",
        "Beim Angriff starben [mindestens vierunddreißig Menschen](gainsay:strike/killed).\n\n\
         Verletzt wurden [fünfhundert Menschen](gainsay:strike/wounded).\n",
    );
    let run = dossier.gainsay(&["draft", "draft.md", "--language", "de", "--format", "json"]).exits(0);
    assert_eq!(run.json()["counts"]["bound"], 2);
    assert_eq!(run.json()["counts"]["carried"], 1);
    assert_eq!(run.json()["counts"]["unread"], 0);
    let unsupported = run.findings("draft-unsupported");
    assert_eq!(unsupported.len(), 1, "{unsupported:?}");
    assert!(unsupported[0].to_string().contains("fünfhundert"));
}

#[test]
fn words_are_read_in_the_language_that_is_asked_for() {
    for (language, words, says) in [
        ("uk", "щонайменше троє", "3 or more; usually 3 to 13"),
        ("ar", "مئة وخمسة وستين", "165"),
        ("fr", "quatre-vingt-dix-sept", "97"),
        ("es", "mil quinientos millones", "1,450,000,000 to 1,549,999,999"),
        ("de", "2 Billionen", "1,800,000,000,000 to 2,199,999,999,999"),
        ("he", "כ-30", "24 to 36"),
    ] {
        let run = gainsay_in(&repository(), &["read", "count", "--language", language, words]).exits(0);
        // A mark keeps the number apart from words that run left.
        let out = run.out.replace('\u{200E}', "");
        assert!(out.starts_with(&format!("{words}: {says}")), "{out}");
    }
    gainsay_in(&repository(), &["read", "count", "--language", "de", "vierunddreißig Tote"])
        .exits(1)
        .says(&["not all of these words are read as `count` in German"]);
    gainsay_in(&repository(), &["read", "count", "--language", "tlh", "wej"])
        .exits(2)
        .says(&["expected en, ar, de"]);
    let day = gainsay_in(&repository(), &["read", "date", "--language", "fa", "۸ بهمن ۱۴۰۲"]).exits(0);
    assert!(day.out.replace('\u{200E}', "").starts_with("۸ بهمن ۱۴۰۲: 28 January 2024"), "{}", day.out);
}
