//! Rows in short: few words that stand for a quote, the part of a name that stands for a question, and what is told of each.

use serde_json::{Value, json};

use crate::add::fire;
use crate::run::{Dossier, Run, repository};

/// Takes rows of the fire, as the Herald told of it.
fn taken(dossier: &Dossier, rows: &str, more: &[&str]) -> Run {
    dossier.write("rows.csv", rows);
    let all = ["add", "--from", "rows.csv", "--source", "herald", "--event", "fire"];
    dossier.gainsay(&[&all[..], more].concat())
}

const SHORT: &str = "question,words,said-by\nkill,at least 34...120,ministry\nwound,120 wou,Health Ministry\ndam,$2 mil,\nday,1 Mar,-\n";

#[test]
fn few_words_and_the_beginning_of_a_name_make_a_claim_and_it_is_told_which() {
    let dossier = fire();
    let dry = taken(&dossier, SHORT, &[]).exits(0);
    dry.says(&[
        "create herald#killed line 2",
        "fire/killed (`kill`): at least 34 [34 or more",
        "said by ministry; “at least 34",
        "fire/wounded (`wound`): 120 [115 to 124, usually 120], said by ministry; “120 wounded”",
        "taken from the quote: value",
        "fire/day (`day`): 2024-03-01; “1 March 2024”",
        "create 4, update 0, unchanged 0, refused 0",
        "nothing is written yet",
    ]);
    assert!(!dossier.path().join("claims/herald.toml").exists());
    taken(&dossier, SHORT, &["--write"]).exits(0);
    assert_eq!(
        dossier.read("claims/herald.toml"),
        "source = \"herald\"\n\
         \n[[claim]]\nquestion = \"fire/killed\"\nvalue = \"at least 34\"\nquote = \"at least 34 people were killed and 120\"\n\
         said-by = \"ministry\"\n\
         \n[[claim]]\nquestion = \"fire/wounded\"\nvalue = 120\nquote = \"120 wounded\"\nsaid-by = \"ministry\"\n\
         \n[[claim]]\nquestion = \"fire/damage\"\nvalue = \"$2 million\"\nquote = \"$2 million\"\n\
         \n[[claim]]\nquestion = \"fire/day\"\nvalue = \"2024-03-01\"\nquote = \"1 March 2024\"\n"
    );
    dossier.gainsay(&["check"]).exits(0).says(&["checked 4 claims", "quotes: 4 exact", "found 0 errors"]);
}

#[test]
fn the_same_file_again_changes_nothing_nor_does_one_that_says_less() {
    let dossier = fire();
    let kept = "# The Herald's first report.\nsource = \"herald\" # in print\n";
    dossier.write("claims/herald.toml", kept);
    taken(&dossier, SHORT, &["--write"]).exits(0);
    let written = dossier.read("claims/herald.toml");
    assert!(written.starts_with(kept), "{written}");
    for more in [&["--write"][..], &["--write", "--unreviewed"]] {
        taken(&dossier, SHORT, more).exits(0).says(&["unchanged 4, refused 0", "nothing to write"]);
    }
    // What the desk changed stays: the value was the quote's, and not the row's.
    let changed = written.replace("value = 120\n", "value = { max = 120 } # by phone\n");
    dossier.write("claims/herald.toml", &changed);
    taken(&dossier, SHORT, &["--write"]).exits(0).says(&["unchanged 4"]);
    // A question that is recorded with this quote need not be named.
    taken(&dossier, "words\n120 wou\n", &["--write"]).exits(0).says(&["unchanged 1"]);
    assert_eq!(dossier.read("claims/herald.toml"), changed);
    let more = taken(&dossier, "question,words,note\nwound,120 wou,seen\n", &["--write"]).exits(0);
    more.says(&["update 1", "note: nothing -> seen"]);
    let refused = taken(&dossier, "question,words,value\nwound,120 wou,at least 100\n", &[]).exits(1);
    refused.says(&["line 2, column 3: `herald#wounded` has these words, and another `value`"]);
}

/// Rows that are refused, by their cells under `question,words,quote,value,prefix`, each with its column, 0 where none is at fault, and what is said.
const REFUSED: [(&str, u64, &[&str]); 16] = [
    (
        "kill,34...120,at least 34 people were killed and 120",
        2,
        &["gives a `quote`, and few `words`", "leave one of the two"],
    ),
    (
        "kill,34 people were killed",
        2,
        &["may be 2 passages of `herald`", "line 1, column", "line 7, column", "`prefix`"],
    ),
    ("kill,peop...kill", 2, &["may be 2 passages of `herald`", "[people were killed] and 120 wounded"]),
    ("kill,34 people were killed,,,no such words", 2, &["stands for no passage"]),
    ("kill,peop...mayor said yesterday", 2, &["stands for no passage", "three dots"]),
    ("kill,nothing of the kind", 2, &["`herald`"]),
    ("kill,43 people were killed and,,43", 2, &["`43` where the text has `34`"]),
    ("kill,4 people were", 2, &["not quoted", "`4` where the text has `34`"]),
    ("d,120 wou", 1, &["`d` may be 2 questions", "`fire/damage`, `fire/day`"]),
    ("kiled,120 wou", 1, &["no question of `fire` is called `kiled`", "did you mean `killed`?"]),
    ("fira/kill,120 wou", 1, &["no question is called `fira/kill`", "did you mean `fire/killed`?"]),
    (",put the dam", 1, &["no question is told by the words alone"]),
    ("dam,put the dam", 0, &["this claim has no value"]),
    ("kill,,at least 43 people were killed and 120,43", 3, &["quote-altered"]),
    ("kill,at least 34...120,,3", 2, &["value-not-in-quote"]),
    ("day,A fire...2024,,2024-03-02", 2, &["excludes the value"]),
];

#[test]
fn what_may_be_several_things_or_none_is_refused_where_it_stands() {
    let dossier = fire();
    let rows: Vec<&str> = REFUSED.iter().map(|(row, ..)| *row).collect();
    let rows = format!("question,words,quote,value,prefix\n{}\n", rows.join("\n"));
    let view = taken(&dossier, &rows, &["--write", "--format", "json"]).exits(1).json();
    assert_eq!((&view["counts"]["create"], &view["written"]), (&json!(0), &json!(false)), "{view}");
    for (at, (row, column, words)) in REFUSED.iter().enumerate() {
        let told: Vec<&Value> =
            view["rows"].as_array().unwrap().iter().filter(|told| told["line"] == at + 2).collect();
        let [told] = told[..] else { panic!("{row}: {told:?}") };
        assert_eq!(told["fate"], "refused", "{row}");
        let reason = &told["reasons"][0];
        assert_eq!(reason["column"].as_u64().unwrap_or(0), *column, "{row}: {reason}");
        for word in *words {
            assert!(reason.to_string().contains(word), "{row}: `{word}` is not said in {reason}");
        }
    }
    assert!(!dossier.path().join("claims/herald.toml").exists());
}

#[test]
fn what_stands_beside_the_words_tells_which_are_meant() {
    let dossier = fire();
    let rows = "question,words,prefix,suffix\nkill,34 people were killed,,the mayor said\n";
    taken(&dossier, rows, &["--write"]).exits(0).says(&["“34 people were killed”", "create 1"]);
    assert!(dossier.read("claims/herald.toml").contains("suffix = \"the mayor said\""));
    dossier.gainsay(&["check"]).exits(0).says(&["quotes: 1 exact"]);
    taken(&dossier, rows, &["--write"]).exits(0).says(&["unchanged 1"]);
}

#[test]
fn a_quote_in_full_stays_what_it_is_and_so_does_a_whole_name() {
    let dossier = fire();
    // Nobody has said of which event: a name is not cut short then, nor are words of a quote completed.
    for (row, why) in [
        ("fire/kill,34,34 people were killed and", "no question is called `fire/kill`"),
        ("fire/wounded,,120 wounded", "this claim has no value"),
    ] {
        dossier.write("rows.csv", &format!("question,value,quote\n{row}\n"));
        let run = dossier.gainsay(&["add", "--from", "rows.csv", "--set", "source=herald"]);
        run.exits(1).says(&["refused 1", why]);
    }
    // It is held, and ends within a word, as it is given.
    dossier.write("rows.csv", "question,value,quote\nfire/wounded,120,120 wou\n");
    let run =
        dossier.gainsay(&["add", "--from", "rows.csv", "--source", "herald", "--format", "json"]).exits(0);
    let row = run.json()["rows"][0].clone();
    assert_eq!((&row["meant"], &row["warns"][0]["rule"]), (&json!(null), &json!("quote-cut")));
    // What a model found has words of its own under this key, and they are none of ours.
    let extraction = json!({"document_id": "herald", "extractions": [{
        "extraction_class": "fire/wounded", "extraction_text": "", "attributes": {"value": "120", "words": "120 wou"}
    }]});
    dossier.write("rows.json", &extraction.to_string());
    dossier.gainsay(&["add", "--from", "rows.json"]).exits(1).says(&["refused 1", "quote-missing"]);
    let answer = json!({"source": "herald", "question": "fire/wounded", "words": "120 wou",
        "desk": {"digest": "0123456789abcdef", "at": [1, 2], "quote": "a", "kind": "words"}});
    dossier.write("rows.jsonl", &answer.to_string());
    dossier.gainsay(&["add", "--from", "rows.jsonl"]).exits(1).says(&["its quote is not given in full"]);
}

#[test]
fn objects_say_the_same_in_short() {
    let dossier = fire();
    let rows = [
        json!({"question": "kill", "words": "at least 34...120", "said-by": "ministry", "value": null}),
        json!({"question": "wound", "words": "120 wou", "quote": null}),
        json!({"question": "wound", "words": 120}),
        json!({"source": "gone", "question": "wound", "words": "120 wou"}),
        json!({"source": "nobody", "question": "wound", "words": "120 wou"}),
    ];
    dossier.write("rows.jsonl", &rows.map(|row| row.to_string() + "\n").concat());
    let asked = ["add", "--from", "rows.jsonl", "--source", "herald", "--event", "fire", "--format", "json"];
    let view = dossier.gainsay(&asked).exits(1).json();
    let rows = view["rows"].as_array().unwrap();
    // A value that is taken away is none that the quote may give.
    for (row, why) in [
        (0, "this claim has no value"),
        (2, "`words` holds no text: 120"),
        (3, "its words are not looked for: the text of `gone` is not held here"),
        (4, "no source is called `nobody`"),
    ] {
        assert!(rows[row]["reasons"].to_string().contains(why), "{}", rows[row]);
    }
    let meant = json!({"question": "fire/wounded", "called": "wound", "quote": "120 wounded", "value": "120", "reading": "115 to 124, usually 120",
        "said_by": null, "as_of": null, "told": ["value"], "named": ["ministry"]});
    assert_eq!(rows[1]["meant"], meant);
    assert_eq!((&rows[1]["fate"], &rows[1]["claim"]), (&json!("create"), &json!("herald#wounded")));
}

#[test]
fn what_all_rows_share_is_known_or_nothing_is_read() {
    let dossier = fire();
    dossier.write("rows.csv", "question,words\nwound,120 wou\n");
    for (flags, said) in [
        (&["--source", "heralt"][..], "did you mean `herald`?"),
        (&["--source", "herald", "--set", "source=later"], "the source of all rows is given twice"),
        (&["--source", "herald", "--event", "fir"], "did you mean `fire`?"),
    ] {
        dossier.gainsay(&[&["add", "--from", "rows.csv"], flags].concat()).exits(2).says(&[said]);
    }
    let run = dossier.gainsay(&["add", "--from", "rows.csv", "--source", "herald"]).exits(1);
    run.says(&["line 2, column 1: `wound` names no event", "`--event EVENT`"]);
    dossier.gainsay(&["add", "--from", "rows.csv", "--event", "fire"]).exits(1).says(&["it names no source"]);
    dossier
        .gainsay(&["add", "herald", "120 wounded", "--event", "fire"])
        .exits(2)
        .says(&["cannot be used with"]);
    // A row that names its own source keeps it.
    dossier.write("rows.csv", "source,question,words\nlater,kill,30 dead\n,wound,120 wou\n");
    let run = dossier.gainsay(&["add", "--from", "rows.csv", "--source", "herald", "--event", "fire"]);
    run.exits(0).says(&["create later#killed line 2", "create herald#wounded line 3"]);
}

#[test]
fn of_a_restricted_source_nothing_is_completed_and_nothing_told() {
    let dossier = fire();
    let sources = dossier.read("sources/sources.toml");
    dossier.write("sources/sources.toml", &sources.replace("url = ", "access = \"restricted\"\nurl = "));
    let rows = "question,words,value\nwound,120 wou,120\nkill,at least 34...120,34\nwound,120 wounded,\nwound,120 wounded,120\n";
    let run = taken(&dossier, rows, &["--write"]).exits(1);
    let said = run.out.clone() + &run.err;
    assert!(!said.contains("people were") && !said.contains("“120 wounded"), "{said}");
    run.says(&["line 5", "“[withheld]”", "create 1, update 0, unchanged 0, refused 3"]);
    assert!(dossier.read("claims/herald.toml").contains("quote = \"120 wounded\"\n"));
    let shown = taken(&dossier, "question,words\nkill,at least 34...120\n", &["--show-restricted"]).exits(0);
    shown.says(&["“at least 34 people were"]);
}

#[test]
fn lines_of_a_spreadsheet_that_end_in_two_characters_are_counted_as_they_stand() {
    let dossier = fire();
    let rows = "question,words\r\nwound,120 wou\r\nkiled,\"120\r\nwou\"\r\nd,120 wou\r\n";
    let run = taken(&dossier, rows, &[]).exits(1);
    run.says(&["create herald#wounded line 2", "refused line 3, column 1", "refused line 5, column 1"]);
}

#[test]
fn two_coders_are_compared_by_what_their_words_stand_for() {
    let dossier = fire();
    let rows = |rows: &str| format!("source,question,words\n{rows}");
    dossier.write("ann.csv", &rows("herald,fire/kill,at least 34...120\nherald,fire/wound,120 wou\n"));
    dossier.write("bob.csv", &rows("herald,fire/killed,at least 34...120\nherald,fire/d,120 wou\n"));
    let view = dossier.gainsay(&["agree", "ann.csv", "bob.csv", "--format", "json"]).exits(0).json();
    let told = view.to_string();
    assert!(told.contains("`fire/d` may be 2 questions"), "{told}");
    assert_eq!(view["relations"], json!([{"class": "agreement", "pairs": 1, "relation": "same"}]));
}

/// What stands on the page in a fence of this head.
fn on_the_page(head: &str) -> String {
    let page = std::fs::read_to_string(repository().join("docs/recording.md")).unwrap();
    let typed = page.split("### Typed rows").nth(1).unwrap();
    let fence = typed.split(&format!("```{head}\n")).nth(1).unwrap();
    fence.split("```").next().unwrap().to_owned()
}

#[test]
fn the_page_shows_what_becomes_of_its_rows() {
    let dossier = Dossier::new(&[]);
    dossier.gainsay(&["init", "."]).exits(0);
    let sources = dossier.read("sources/sources.toml");
    dossier.write("sources/sources.toml", &sources.replacen("kind = \"news\"", "text = \"herald.txt\"", 1));
    dossier.write("claims/claims.toml", "");
    for (path, head) in [("sources/herald.txt", "text sources/herald.txt"), ("typed.csv", "csv typed.csv")] {
        dossier.write(path, &on_the_page(head));
    }
    let commands = on_the_page("sh");
    let mut runs = commands.lines().map(|line| {
        let command = line.split('#').next().unwrap().split_whitespace().skip(1);
        dossier.gainsay(&command.collect::<Vec<_>>()).exits(0)
    });
    assert_eq!(runs.next().unwrap().out, on_the_page("console"));
    runs.next().unwrap().says(&["create 2", "wrote claims/herald-2024-03-01.toml"]);
    dossier.gainsay(&["check"]).exits(0).says(&["checked 2 claims", "found 0 errors"]);
}

/// A made-up article, what is asked of it, and twenty claims as a person types them.
const FLOOD: [(&str, &str); 5] = [
    ("gainsay.toml", "[dossier]\ntitle = \"Flood\"\nlanguage = \"en\"\n"),
    ("sources/sources.toml", include_str!("flood/sources.toml")),
    ("sources/article.txt", include_str!("flood/article.txt")),
    ("claims/flood.toml", include_str!("flood/record.toml")),
    ("rows.csv", include_str!("flood/rows.csv")),
];

/// What the words of each row stand for, in their order.
const QUOTES: [&str; 20] = [
    "on 3 May 2024",
    "at least 14 people",
    "37 people were injured",
    "six residents",
    "Some 2,300 residents",
    "11 shelters",
    "about 640 homes",
    "nine bridges",
    "85 million euros",
    "12 million euros",
    "more than 40 million euros",
    "Nearly 180 millimetres of rain fell",
    "4 metres high",
    "more than 400 rescuers",
    "three districts",
    "dam above the town held",
    "No siren",
    "denied that it had been warned",
    "until 13 May 2024",
    "Around 5,000 households",
];

#[test]
fn twenty_claims_of_an_article_are_typed_in_thirty_characters_each() {
    let dossier = Dossier::new(&FLOOD);
    let typed: Vec<usize> = dossier.read("rows.csv").lines().map(|line| line.chars().count() + 1).collect();
    let mut rows = typed[1..].to_vec();
    rows.sort_unstable();
    assert_eq!(rows.len(), 20);
    assert!(rows[9] + rows[10] <= 60, "half of the rows take more than thirty characters: {rows:?}");
    assert!(typed.iter().sum::<usize>() <= 20 * 30, "with the names of the columns: {typed:?}");
    let add = ["add", "--from", "rows.csv", "--source", "gazette", "--event", "flood", "--write"];
    let view = dossier.gainsay(&[&add[..], &["--format", "json"]].concat()).exits(0).json();
    let quotes: Vec<&str> =
        view["rows"].as_array().unwrap().iter().filter_map(|row| row["meant"]["quote"].as_str()).collect();
    assert_eq!(quotes, QUOTES);
    dossier.gainsay(&["check"]).exits(0).says(&["checked 20 claims", "quotes: 20 exact", "found 0 errors"]);
    dossier.gainsay(&add).exits(0).says(&["unchanged 20", "nothing to write"]);
}
