//! `gainsay add` of words alone, of very many rows, and of rows that others refer to.

use crate::add::{ROWS, fire};

#[test]
fn words_alone_are_a_claim_where_what_is_proposed_is_taken() {
    let dossier = fire();
    for (words, expected) in [
        ("At Least 34 people were killed and", "question = \"fire/killed\"\nvalue = \"at least 34\"\n"),
        (
            "120 wounded",
            "question = \"fire/wounded\"\nvalue = 120\nquote = \"120 wounded\"\nsaid-by = \"ministry\"\n",
        ),
        ("the damage at $2 million", "question = \"fire/damage\"\nvalue = \"$2 million\"\n"),
    ] {
        dossier
            .gainsay(&["add", "herald", words, "--yes"])
            .exits(0)
            .says(&["create 1", "wrote claims/herald.toml"]);
        let written = dossier.read("claims/herald.toml");
        assert!(written.rsplit("[[claim]]\n").next().unwrap().starts_with(expected), "{words}: {written}");
    }
    dossier.gainsay(&["check"]).exits(0).says(&["checked 3 claims", "quotes: 3 exact", "found 0 errors"]);
    let before = dossier.read("claims/herald.toml");
    dossier
        .gainsay(&["add", "herald", "34 people were killed", "--yes"])
        .exits(1)
        .says(&["ambiguous", "--set prefix"]);
    dossier
        .gainsay(&["add", "herald", "44 people were killed", "--yes"])
        .exits(1)
        .says(&["`44` where the text has `34`"]);
    dossier.gainsay(&["add", "herald", "Some 1,200 people"]).exits(1).says(&["it answers no question"]);
    dossier.gainsay(&["add", "herald"]).exits(2).says(&["it is not said which words are quoted"]);
    dossier.gainsay(&["add", "gone", "34 people"]).exits(2).says(&["is not held here"]);
    dossier.gainsay(&["add", "heralt", "34 people"]).exits(2).says(&["did you mean `herald`?"]);
    assert_eq!(dossier.read("claims/herald.toml"), before);
}

#[test]
fn words_that_stand_nowhere_are_completed_where_they_can_mean_one_passage() {
    let dossier = fire();
    let completed =
        "question = \"fire/damage\"\nvalue = \"$2 million\"\nquote = \"put the damage at $2 million\"\n";
    dossier.gainsay(&["add", "herald", "put ... mil", "--yes"]).exits(0).says(&["create herald#damage"]);
    assert!(dossier.read("claims/herald.toml").contains(completed), "{}", dossier.read("claims/herald.toml"));
    // What stands there as it is typed, with words left out, stays so.
    let typed = "put the ... $2 million";
    dossier.gainsay(&["add", "herald", typed, "--yes"]).exits(0).says(&["create herald#damage-2"]);
    assert!(dossier.read("claims/herald.toml").contains(&format!("quote = \"{typed}\"\n")));
    let before = dossier.read("claims/herald.toml");
    dossier.gainsay(&["add", "herald", "at le ... kil", "--yes"]).exits(1);
    dossier.gainsay(&["add", "herald", "put ... mil"]).exits(1);
    dossier.gainsay(&["add", "herald", "put ... mil", "--question", "fire/damage"]).exits(1);
    assert_eq!(dossier.read("claims/herald.toml"), before);
    let sources = dossier.read("sources/sources.toml");
    dossier.write("sources/sources.toml", &sources.replace("url = ", "access = \"restricted\"\nurl = "));
    let run = dossier.gainsay(&["add", "herald", "Some ... mov", "--yes"]);
    let said = run.out + &run.err + &dossier.read("claims/herald.toml");
    assert!(!said.contains("1,200"), "{said}");
}

#[test]
fn a_new_claim_says_at_once_how_it_stands() {
    let dossier = fire();
    dossier.gainsay(&["add", "herald", "at least 34 people were killed and", "--yes"]).exits(0);
    let arguments = ["add", "later", "stood at 30 dead", "--question", "fire/killed", "--value", "30"];
    dossier
        .gainsay(&arguments)
        .exits(0)
        .says(&["create later#killed", "CONTRADICTS herald#killed (contradiction)"]);
    dossier.gainsay(&["check"]).exits(1);
    let again =
        ["add", "herald", "At least 34 people were killed, the mayor", "--set", "said-by=mayor", "--yes"];
    dossier.gainsay(&again).exits(0).says(&["create herald#killed-2", "agrees with herald#killed"]);
    assert!(dossier.read("claims/herald.toml").contains("id = \"killed-2\""));
}

#[test]
fn rows_of_thousands_of_sources_are_written_into_as_many_files() {
    let dossier = fire();
    let sources = 1_200;
    let each = |at: usize| {
        format!(
            "[source.s{at}]\ntitle = \"S\"\npublisher = \"herald\"\npublished = \"2024-03-02\"\ntext = \"herald.txt\"\n"
        )
    };
    dossier.write("sources/many.toml", &(0..sources).map(each).collect::<String>());
    let row = |at: usize| format!("s{at},fire/wounded,120,120 wounded,ministry\n");
    let rows: String = (0..sources).map(row).collect();
    dossier.write("rows.csv", &format!("source,question,value,quote,said-by\n{rows}"));
    dossier.gainsay(&["add", "--from", "rows.csv", "--write"]).exits(0).says(&[
        "create 1200",
        "and 1160 more to create",
        "1190 more",
    ]);
    dossier
        .gainsay(&["add", "--from", "rows.csv", "--write"])
        .exits(0)
        .says(&["unchanged 1200", "nothing to write"]);
    let left = std::fs::read_dir(dossier.path().join("claims")).unwrap().count();
    assert_eq!(left, sources + 1, "each file is there, and nothing beside");
}

#[test]
fn a_row_that_refers_to_a_refused_one_is_refused_with_it() {
    let dossier = fire();
    dossier.write(
        "rows.csv",
        "source,question,value,quote,id,said-by,corrects\n\
         herald,fire/killed,43,at least 43 people were killed and 120,first,ministry,\n\
         later,fire/killed,30,stood at 30 dead,second,ministry,herald#first\n\
         later,fire/wounded,30,stood at 30 dead,third,ministry,\n",
    );
    let run = dossier.gainsay(&["add", "--from", "rows.csv", "--write"]).exits(1);
    run.says(&[
        "quote-altered",
        "no claim has the id `herald#first`",
        "create later#third",
        "create 1, update 0, unchanged 0, refused 2",
    ]);
    assert!(!dossier.read("claims/later.toml").contains("second"));
}

#[test]
fn a_row_without_an_id_adds_to_a_claim_and_changes_nothing_of_it() {
    let dossier = fire();
    dossier.write("rows.csv", ROWS);
    dossier.gainsay(&["add", "--from", "rows.csv", "--write"]).exits(0);
    let head = "source,question,value,quote,id,note\n";
    let row = |value: &str, id: &str| format!("{head}herald,fire/wounded,{value},120 wounded,{id},seen\n");
    dossier.write("rows.csv", &row("at least 100", ""));
    let refused = dossier.gainsay(&["add", "--from", "rows.csv"]).exits(1);
    refused.says(&[
        "line 2, column 3: `herald#wounded` has these words, and another `value`",
        "give `id` `wounded`",
    ]);
    dossier.write("rows.csv", &row("{ max = 120 }", "wounded"));
    dossier
        .gainsay(&["add", "--from", "rows.csv"])
        .exits(0)
        .says(&["update 1", "value: 120 -> { max = 120 }"]);
    dossier.write("rows.csv", &row("120", ""));
    dossier.gainsay(&["add", "--from", "rows.csv"]).exits(0).says(&["update 1", "note: nothing -> seen"]);
}

#[test]
fn two_sources_without_a_file_do_not_share_one() {
    // `claims/fire.toml` holds the event, so that a source `fire` would be given the name that `fire-2` has by itself.
    let dossier = fire();
    let each = |id: &str| {
        format!(
            "[source.{id}]\ntitle = \"S\"\npublisher = \"herald\"\npublished = \"2024-03-02\"\ntext = \"herald.txt\"\n"
        )
    };
    dossier.write("sources/more.toml", &(each("fire") + &each("fire-2")));
    let row = |id: &str| format!("{id},fire/wounded,120,120 wounded,ministry\n");
    let rows = row("fire") + &row("fire-2");
    dossier.write("rows.csv", &format!("source,question,value,quote,said-by\n{rows}"));
    dossier.gainsay(&["add", "--from", "rows.csv", "--write"]).exits(0).says(&["create 2"]);
    for (path, source) in [("claims/fire-2.toml", "fire"), ("claims/fire-2-2.toml", "fire-2")] {
        let text = dossier.read(path);
        assert!(text.starts_with(&format!("source = \"{source}\"\n")), "{path}: {text}");
        assert_eq!(text.matches("[[claim]]").count(), 1, "{path}: {text}");
    }
    dossier.gainsay(&["add", "--from", "rows.csv"]).exits(0).says(&["unchanged 2"]);
}

#[test]
fn words_that_stand_once_may_have_any_context_that_is_theirs() {
    let dossier = fire();
    // Longer than what is proposed around a quote.
    let prefix = "prefix=The Health Ministry said at least 34 people were killed and ";
    dossier
        .gainsay(&["add", "herald", "120 wounded", "--set", prefix, "--yes"])
        .exits(0)
        .says(&["create herald#wounded"]);
    let wrong = ["add", "herald", "were moved to", "--set", "prefix=no such words ", "--yes"];
    dossier.gainsay(&wrong).exits(1).says(&["refused 1"]);
}
