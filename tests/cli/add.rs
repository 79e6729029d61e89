//! `gainsay add`: what is taken, what is refused and why, and that nothing else in the files changes.

use crate::run::Dossier;

/// A fire, two papers whose texts are at hand and one whose is not.
const FIRE: [(&str, &str); 5] = [
    ("gainsay.toml", "[dossier]\ntitle = \"Fire\"\nlanguage = \"en\"\n"),
    (
        "sources/sources.toml",
        "[agent.herald]\nname = \"The Herald\"\nkind = \"outlet\"\n\
         [agent.ministry]\nname = \"Health Ministry\"\nkind = \"government\"\n\
         [agent.mayor]\nname = \"Ann Lee\"\nkind = \"person\"\naliases = [\"the mayor\"]\n\
         [source.herald]\ntitle = \"H\"\npublisher = \"herald\"\npublished = \"2024-03-02\"\ntext = \"herald.txt\"\n\
         url = \"https://herald.example/fire\"\n\
         [source.later]\ntitle = \"L\"\npublisher = \"herald\"\npublished = \"2024-03-03\"\ntext = \"later.txt\"\n\
         [source.gone]\ntitle = \"G\"\npublisher = \"herald\"\npublished = \"2024-03-03\"\n",
    ),
    (
        "sources/herald.txt",
        "A fire broke out at the port on 1 March 2024. The Health Ministry said at least 34 people were killed and 120 \
         wounded.\n\nAnn Lee, the mayor, put the damage at $2 million.\n\nSome 1,200 people were moved to shelters.\n\n\
         At least 34 people were killed, the mayor said later.\n",
    ),
    ("sources/later.txt", "The toll stood at 30 dead, the Health Ministry said on Sunday.\n"),
    (
        "claims/fire.toml",
        "[event.fire]\ntitle = \"Fire\"\ndate = \"2024-03-01\"\n\
         [event.fire.question.killed]\nask = \"How many people were killed?\"\ntype = \"count\"\n\
         [event.fire.question.wounded]\nask = \"How many people were wounded?\"\ntype = \"count\"\n\
         [event.fire.question.damage]\nask = \"What is the damage worth?\"\ntype = \"amount\"\nunit = \"USD\"\n\
         [event.fire.question.day]\nask = \"When did it break out?\"\ntype = \"date\"\n",
    ),
];

/// Rows that are all taken: in an order of their own, with a name for a key that people use.
pub(crate) const ROWS: &str = "Quote,value,question,source,said by\n\
    at least 34 people were killed and 120,at least 34,fire/killed,herald,ministry\n\
    120 wounded,120,fire/wounded,herald,ministry\n\
    put the damage at $2 million,$2 million,fire/damage,herald,mayor\n";

pub(crate) fn fire() -> Dossier {
    Dossier::new(&FIRE)
}

#[test]
fn rows_are_shown_first_and_written_when_it_is_asked_for_and_once() {
    let dossier = fire();
    dossier.write("rows.csv", ROWS);
    let dry = dossier.gainsay(&["add", "--from", "rows.csv"]).exits(0);
    dry.says(&["create 3, update 0, unchanged 0, refused 0", "nothing is written yet"]);
    assert!(!dossier.path().join("claims/herald.toml").exists());
    dossier.gainsay(&["add", "--from", "rows.csv", "--write"]).exits(0).says(&["wrote claims/herald.toml"]);
    assert_eq!(
        dossier.read("claims/herald.toml"),
        "source = \"herald\"\n\
         \n[[claim]]\nquestion = \"fire/killed\"\nvalue = \"at least 34\"\nquote = \"at least 34 people were killed and 120\"\n\
         said-by = \"ministry\"\n\
         \n[[claim]]\nquestion = \"fire/wounded\"\nvalue = 120\nquote = \"120 wounded\"\nsaid-by = \"ministry\"\n\
         \n[[claim]]\nquestion = \"fire/damage\"\nvalue = \"$2 million\"\nquote = \"put the damage at $2 million\"\n\
         said-by = \"mayor\"\n"
    );
    dossier.gainsay(&["check"]).exits(0).says(&["checked 3 claims", "quotes: 3 exact", "found 0 errors"]);
    let again = dossier.gainsay(&["add", "--from", "rows.csv", "--write"]).exits(0);
    again.says(&["create 0, update 0, unchanged 3, refused 0", "nothing to write"]);
}

/// A row that is refused, by its cells behind `herald,fire/killed,at least 34,at least 34 people were killed and 120`, or all of it, and
/// what is said of it.
const REFUSED: [(&str, &str); 24] = [
    ("nobody,fire/killed,34,34 people were killed and,,,,,,,,,", "no source is called `nobody`"),
    (",fire/killed,34,34 people were killed and,,,,,,,,,", "it names no source"),
    ("herald,fire/kiled,34,34 people were killed and,,,,,,,,,", "no question is called `fire/kiled`"),
    ("herald,,34,34 people were killed and,,,,,,,,,", "it answers no question"),
    ("herald,fire/killed,43,at least 43 people were killed and 120,,c,,,,,,,", "quote-altered"),
    ("herald,fire/killed,3,at least 34 people were killed and 120,,d,,,,,,,", "value-not-in-quote"),
    ("herald,fire/killed,34,nothing of the kind is printed,,e,,,,,,,", "quote-not-found"),
    ("herald,fire/killed,34,34 people were killed,,f,,,,,,,", "quote-ambiguous"),
    (
        "herald,fire/killed,at least 34,at least 34 people were killed and 120,,g,,,,,,,wrong words",
        "quote-misplaced",
    ),
    ("herald,fire/killed,34,,,h,,,,,,,", "quote-missing"),
    ("herald,fire/killed,lots,at least 34 people were killed and 120,,i,,,,,,,", "unreadable-value"),
    ("herald,fire/killed,,at least 34 people were killed and 120,,j,,,,,,,", "this claim has no value"),
    (
        "herald,fire/killed,at least 34,at least 34 people were killed and 120,minster,k,,,,,,,",
        "did you mean `ministry`?",
    ),
    ("herald,fire/killed,at least 34,at least 34 people were killed and 120,,Not An Id,,,,,,,", "is no id"),
    ("herald,fire/killed,at least 34,at least 34 people were killed and 120,,l,perhaps,,,,,,", "`stance`"),
    ("herald,fire/killed,at least 34,at least 34 people were killed and 120,,m,,perhaps,,,,,", "`modality`"),
    (
        "herald,fire/killed,at least 34,at least 34 people were killed and 120,,n,,,dogs,,,,",
        "no group has the id `dogs`",
    ),
    (
        "herald,fire/killed,at least 34,at least 34 people were killed and 120,,o,,,,one day,,,",
        "`as-of` cannot be read",
    ),
    ("herald,fire/killed,at least 34,at least 34 people were killed and 120,,p,,,,,9,,", "expected 1 to 6"),
    (
        "herald,fire/killed,at least 34,at least 34 people were killed and 120,,q,,,,,,herald#none,",
        "no claim has the id",
    ),
    ("gone,fire/killed,34,34 people were killed and,,,,,,,,,", "text-not-held"),
    ("later,fire/killed,30,stood at 30 dead,mayor,,,,,,,,", "speaker-not-found"),
    (
        "herald,fire/killed,34,34 people were killed and,,,,,,,,,,,",
        "it has 15 cells where the first line has 13 cells",
    ),
    ("herald,fire/day,2024-03-02,on 1 March 2024,,,,,,,,,", "a date in this quote excludes the value"),
];

#[test]
fn bad_rows_are_refused_line_by_line_and_nothing_is_written() {
    let dossier = fire();
    let head = "source,question,value,quote,said-by,id,stance,modality,scope.population,as-of,credibility,corrects,prefix";
    let rows: Vec<&str> = REFUSED.iter().map(|(row, _)| *row).collect();
    dossier.write("rows.csv", &format!("{head}\n{}\n", rows.join("\n")));
    let run = dossier.gainsay(&["add", "--from", "rows.csv", "--write", "--format", "json"]).exits(1);
    let view = run.json();
    assert_eq!(view["counts"]["refused"], REFUSED.len());
    assert_eq!((&view["counts"]["create"], &view["written"]), (&0.into(), &false.into()));
    let told = view["rows"].as_array().unwrap();
    for (at, (row, why)) in REFUSED.iter().enumerate() {
        let of_line: Vec<String> =
            told.iter().filter(|row| row["line"] == at + 2).map(ToString::to_string).collect();
        assert!(of_line.len() == 1 && of_line[0].contains(why), "{row}: {of_line:?}");
    }
    let before = fire();
    for (path, _) in FIRE {
        assert_eq!(dossier.read(path), before.read(path), "{path}");
    }
    assert!(
        !dossier.path().join("claims/herald.toml").exists()
            && !dossier.path().join("claims/later.toml").exists()
    );
}

#[test]
fn three_cells_changed_are_three_updates_and_all_else_stays_byte_for_byte() {
    let dossier = fire();
    let written = "# The Herald's first report.\nsource = \"herald\"\n\n[[claim]]\nquestion = \"fire/killed\"   # the toll\n\
                   value = \"at least 34\"\nquote = \"at least 34 people were killed and 120\"\nsaid-by = [\n  \"ministry\", # by phone\n]\n\n\
                   [[claim]]\nid = \"hurt\"\nquestion = \"fire/wounded\"\nvalue = 120 # as printed\nquote = \"120 wounded\"\n\n\
                   [claim.scope]\nbasis = \"reported\"\n\n[[claim]]\nquestion = \"fire/damage\"\nvalue = \"$2 million\"\n\
                   quote = \"the damage at $2 million\"";
    dossier.write("claims/herald.toml", written);
    let exported = dossier.gainsay(&["export", "csv"]).exits(0).out;
    dossier.write("rows.csv", &exported);
    let same = dossier.gainsay(&["add", "--from", "rows.csv", "--write"]).exits(0);
    same.says(&["create 0, update 0, unchanged 3, refused 0"]);
    assert_eq!(dossier.read("claims/herald.toml"), written);
    let changed = exported
        .replacen(",at least 34,", ",{ min = 34 },", 1)
        .replacen("reported", "confirmed", 1)
        .replacen("the damage at $2 million", "put the damage at $2 million", 1);
    dossier.write("rows.csv", &changed);
    let run = dossier.gainsay(&["add", "--from", "rows.csv", "--write"]);
    run.exits(0).says(&["create 0, update 3, unchanged 0, refused 0", "scope.basis: reported -> confirmed"]);
    let expected = written
        .replace("\"at least 34\"", "{ min = 34 }")
        .replace("\"reported\"", "\"confirmed\"")
        .replace("\"the damage at", "\"put the damage at");
    assert_eq!(dossier.read("claims/herald.toml"), expected);
}

#[test]
fn rows_of_other_forms_are_searched_by_their_words() {
    let dossier = fire();
    let said = "\"question\": \"fire/wounded\", \"value\": 120, \"said-by\": \"ministry\"";
    for (name, rows, form) in [
        ("own", format!("{{\"source\": \"herald\", {said}, \"quote\": \"120 wounded\", \"spotted\": {{\"line\": 1}}}}\n"), None),
        (
            "extractions",
            format!(
                "{{\"document_id\": \"herald\", \"text\": \"\", \"extractions\": [{{\"extraction_class\": \"fire/wounded\", \
                 \"extraction_text\": \"120 wounded\", \"char_interval\": {{\"start_pos\": 0, \"end_pos\": 9999}}, \
                 \"attributes\": {{{said}}}}}]}}\n"
            ),
            None,
        ),
        (
            "citations",
            "{\"content\": [{\"type\": \"text\", \"text\": \"x\", \"citations\": [{\"type\": \"char_location\", \"cited_text\": \
             \"120 wounded \", \"document_title\": \"H\", \"start_char_index\": 7, \"end_char_index\": 8}]}]}"
                .to_owned(),
            Some("citations"),
        ),
        (
            "annotations",
            "[{\"target\": [{\"source\": \"https://herald.example/fire/\", \"selector\": [{\"type\": \"TextPositionSelector\", \
             \"start\": 1}, {\"type\": \"TextQuoteSelector\", \"exact\": \"120 wounded\", \"prefix\": \" and \"}]}], \
             \"text\": \"value: 120\\nsee the photo\", \"tags\": [\"question:fire/wounded\", \"hospital\"]}]"
                .to_owned(),
            None,
        ),
    ] {
        dossier.write("rows.json", &rows);
        let mut arguments = vec!["add", "--from", "rows.json", "--format", "json"];
        if let Some(form) = form {
            arguments.extend(["--form", form, "--set", "question=fire/wounded", "--set", "value=120"]);
        }
        let view = dossier.gainsay(&arguments).exits(0).json();
        assert_eq!(view["counts"]["create"], 1, "{name}: {view}");
        assert_eq!(view["rows"][0]["claim"], "herald#wounded", "{name}");
    }
}

#[test]
fn quotes_that_a_model_altered_by_a_word_are_refused_with_the_word() {
    let dossier = fire();
    let altered = [
        ("at least 34 people were injured and 120", "injured", "killed"),
        ("at least 43 people were killed and 120", "43", "34"),
        ("at most 34 people were killed and 120", "most", "least"),
        ("at least 34 civilians were killed and 120", "civilians", "people"),
        ("at least 34 people were not killed and 120", "not", ""),
        ("at least 34 were killed and 120 wounded", "", "people"),
    ];
    let row = |(quote, ..): &(&str, &str, &str)| {
        format!(
            "{{\"source\": \"herald\", \"question\": \"fire/killed\", \"value\": \"34\", \"quote\": \"{quote}\"}}\n"
        )
    };
    dossier.write("rows.jsonl", &altered.iter().map(row).collect::<String>());
    let view = dossier.gainsay(&["add", "--from", "rows.jsonl", "--format", "json"]).exits(1).json();
    assert_eq!(view["counts"]["refused"], 6);
    for (at, (quote, theirs, ours)) in altered.iter().enumerate() {
        let told = view["rows"][at]["reasons"].to_string();
        assert!(told.contains("quote-altered"), "{quote}: {told}");
        for word in [theirs, ours].into_iter().filter(|word| !word.is_empty()) {
            assert!(told.contains(&format!("`{word}`")), "{quote}: {told}");
        }
    }
}

#[test]
fn what_is_refused_may_wait_for_somebody_who_signs() {
    let dossier = fire();
    dossier.write(
        "rows.csv",
        "source,question,value,quote,said-by\nlater,fire/killed,30,stood at 30 dead,mayor\n\
         herald,fire/killed,43,at least 43 people were killed and 120,\n",
    );
    let kept = dossier.gainsay(&["add", "--from", "rows.csv", "--unreviewed", "--write"]).exits(0);
    kept.says(&["create 0, update 0, unchanged 0, refused 0, to be reviewed 2"]);
    dossier
        .gainsay(&["add", "--from", "rows.csv", "--unreviewed", "--write"])
        .says(&["unchanged 2", "nothing to write"]);
    dossier.gainsay(&["review"]).exits(0).says(&["later#killed", "speaker-not-found", "2 claims wait"]);
    dossier.gainsay(&["check"]).exits(2).says(&["2 claims below", "`gainsay review`"]);
    let signed = dossier.gainsay(&["review", "--all", "--sign", "A. Writer"]).exits(1);
    signed.says(&["create later#killed", "quote-altered", "create 1, update 0, unchanged 0, refused 1"]);
    assert!(dossier.read("claims/later.toml").contains("# reviewed by A. Writer, 20"));
    assert!(!dossier.read("claims/unreviewed/later.toml").contains("[[claim]]"));
    dossier.gainsay(&["check"]).exits(0).says(&["checked 1 claim", "unreviewed: 1 claim below"]);
    dossier
        .gainsay(&["review", "herald#kiled", "--sign", "A"])
        .exits(2)
        .says(&["did you mean `herald#killed`?"]);
}

#[test]
fn columns_are_named_by_a_map_and_what_is_no_key_is_said() {
    let dossier = fire();
    dossier.write("rows.csv", "Dead;Words;Remarks\nat least 34;at least 34 people were killed and 120;sad\n");
    let unknown = dossier.gainsay(&["add", "--from", "rows.csv"]).exits(2);
    unknown.says(&["column 1 is called `Dead`", "--map FILE"]);
    dossier.write("map.toml", "Dead = \"value\"\nWords = \"quote\"\nRemarks = \"\"\n");
    let arguments = [
        "add",
        "--from",
        "rows.csv",
        "--map",
        "map.toml",
        "--set",
        "source=herald",
        "--set",
        "question=fire/killed",
    ];
    dossier.gainsay(&arguments).exits(0).says(&["create herald#killed line 2"]);
    dossier.write("map.toml", "Dead = \"vaule\"\n");
    dossier.gainsay(&arguments).exits(2).says(&["`vaule` is no key of a claim", "did you mean `value`?"]);
    dossier.write("rows.csv", "value,quote,Value\n");
    dossier.gainsay(&["add", "--from", "rows.csv"]).exits(2).says(&["columns 1 and 3 are both `value`"]);
    dossier.write("rows.csv", "");
    dossier.gainsay(&["add", "--from", "rows.csv"]).exits(2).says(&["there is no row"]);
}
