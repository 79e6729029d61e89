//! What people give to `gainsay add`: names for ids, `yes` and `no`, rows that are short; what `--yes` leaves to them, and what is warned of.

use crate::add::fire;
use crate::run::Dossier;

const HEAD: &str = "source,question,value,quote,said-by\n";

/// The fire with a place, and with questions about it, about an agent, and of yes and no.
fn asked() -> Dossier {
    let dossier = fire();
    dossier.write(
        "sources/places.toml",
        "[place.port]\nname = \"the port\"\nkind = \"site\"\naliases = [\"Old Port\"]\n",
    );
    dossier.write(
        "claims/more.toml",
        "[event.fire.question.where]\nask = \"Where was it?\"\ntype = \"place\"\n\
         [event.fire.question.who]\nask = \"Who counted?\"\ntype = \"agent\"\n\
         [event.fire.question.large]\nask = \"Was it a large fire?\"\ntype = \"yes-no\"\n",
    );
    dossier
}

/// What is written of the last claim of the Herald.
fn last(dossier: &Dossier) -> String {
    dossier.read("claims/herald.toml").rsplit("[[claim]]\n").next().unwrap().to_owned()
}

#[test]
fn a_name_that_one_alone_has_is_written_as_its_id() {
    let dossier = asked();
    let flags = ["--question", "fire/wounded", "--value", "120", "--said-by", "health ministry"];
    dossier.gainsay(&[&["add", "herald", "120 wounded"][..], &flags].concat()).exits(0);
    assert!(last(&dossier).contains("said-by = \"ministry\"\n"), "{}", last(&dossier));
    dossier.write(
        "rows.csv",
        &format!(
            "{HEAD}herald,fire/where,OLD PORT,broke out at the port,\n\
             herald,fire/who,health ministry,The Health Ministry said at least 34,\n\
             herald,fire/damage,$2 million,put the damage at $2 million,The Mayor\n"
        ),
    );
    dossier.gainsay(&["add", "--from", "rows.csv", "--write"]).exits(0);
    let written = dossier.read("claims/herald.toml");
    for line in ["value = \"port\"\n", "value = \"ministry\"\n", "said-by = \"mayor\"\n"] {
        assert!(written.contains(line), "{line} is not in {written}");
    }
    dossier.write(
        "row.json",
        "{\"source\": \"herald\", \"question\": \"fire/where\", \"value\": {\"not\": \"Old Port\"}, \
        \"quote\": \"fire broke out at the port on\", \"via\": [\"Health Ministry\"]}\n",
    );
    dossier.gainsay(&["add", "--from", "row.json", "--write"]).exits(0);
    assert!(
        last(&dossier).contains("not = \"port\"") && last(&dossier).contains("via = [\"ministry\"]"),
        "{}",
        last(&dossier)
    );
}

#[test]
fn a_name_that_several_have_or_none_is_refused_with_who_may_be_meant() {
    let dossier = asked();
    dossier.write("sources/more.toml", "[agent.deputy]\nname = \"Bo Lind\"\naliases = [\"the Mayor\"]\n");
    for (speaker, said) in [
        ("the mayor", "several are called so: `deputy`, `mayor`"),
        ("Helth Ministry", "did you mean `ministry`?"),
        ("minstry", "did you mean `ministry`?"),
    ] {
        let flags = ["--question", "fire/wounded", "--value", "120", "--said-by", speaker];
        let run = dossier.gainsay(&[&["add", "herald", "120 wounded"][..], &flags].concat()).exits(1);
        run.says(&[&format!("no agent has the id `{speaker}`"), said]);
    }
}

#[test]
fn yes_and_no_are_values_in_whatever_capitals() {
    for (value, written) in [("yes", "true"), ("No", "false"), ("TRUE", "true"), ("False", "false")] {
        let dossier = asked();
        let flags = ["--question", "fire/large", "--value", value];
        dossier.gainsay(&[&["add", "herald", "A fire broke out"][..], &flags].concat()).exits(0);
        assert!(last(&dossier).contains(&format!("value = {written}\n")), "{value}: {}", last(&dossier));
        let dossier = asked();
        dossier.write("rows.csv", &format!("{HEAD}herald,fire/large,{value},A fire broke out,\n"));
        dossier.gainsay(&["add", "--from", "rows.csv", "--write"]).exits(0);
        assert!(last(&dossier).contains(&format!("value = {written}\n")), "{value}: {}", last(&dossier));
    }
}

#[test]
fn a_speaker_that_is_recorded_is_taken_away() {
    let dossier = fire();
    dossier.gainsay(&["add", "herald", "120 wounded", "--yes"]).exits(0);
    assert!(last(&dossier).contains("said-by = \"ministry\"\n"));
    let nobody = ["add", "herald", "120 wounded", "--said-by", "-", "--set", "id=wounded"];
    dossier.gainsay(&nobody).exits(0).says(&["update herald#wounded", "said-by: ministry -> nothing"]);
    assert_eq!(last(&dossier), "question = \"fire/wounded\"\nvalue = 120\nquote = \"120 wounded\"\n");
}

#[test]
fn cells_that_a_row_is_short_of_are_empty() {
    let dossier = fire();
    dossier.write("rows.csv", &format!("{HEAD}herald,fire/wounded,120,120 wounded\n"));
    dossier.gainsay(&["add", "--from", "rows.csv", "--write"]).exits(0).says(&["create 1"]);
    assert_eq!(last(&dossier), "question = \"fire/wounded\"\nvalue = 120\nquote = \"120 wounded\"\n");
}

#[test]
fn what_a_check_would_warn_of_is_said_with_the_claim() {
    let dossier = fire();
    let needs = "[event.fire.question.moved]\nask = \"How many people were moved?\"\ntype = \"count\"\nneeds = [\"period\"]\n";
    dossier.write("claims/moved.toml", needs);
    let add = ["add", "herald", "Some 1,200 people were moved", "--question", "fire/moved", "--yes"];
    let warned = "a claim does not state the period that `fire/moved` needs";
    dossier
        .gainsay(&add)
        .exits(0)
        .says(&["create herald#moved", &format!("warns: {warned} (scope-unstated)")]);
    dossier.gainsay(&["check"]).says(&[warned]);
    // The finding is about both, and points at the first.
    let row = "source,question,value,quote,id\nherald,fire/moved,\"1,200\",\"1,200 people were\",again\n";
    dossier.write("rows.csv", row);
    let view = dossier.gainsay(&["add", "--from", "rows.csv", "--format", "json"]).exits(0).json();
    let warns = view["rows"][0]["warns"].as_array().unwrap();
    assert!(
        warns
            .iter()
            .any(|it| it["rule"] == "scope-unstated" && it["message"].to_string().contains("2 claims")),
        "{view}"
    );
}

#[test]
fn nothing_is_taken_that_the_words_do_not_tell() {
    let dossier = fire();
    dossier.write(
        "sources/later.txt",
        "Officials close to the Health Ministry said 30 people were killed on Sunday.\n\nIt burned for 12 hours.\n",
    );
    let before = dossier.read("claims/fire.toml");
    let refused = dossier.gainsay(&["add", "later", "30 people were killed", "--yes"]).exits(1);
    refused.says(&["nobody stands right beside the verb of speaking", "give `--said-by -`", "`ministry`"]);
    let refused = dossier.gainsay(&["add", "later", "on Sunday", "--said-by", "-", "--yes"]).exits(1);
    refused.says(&["no question is told by the words alone", "give `--question EVENT/QUESTION`"]);
    let refused =
        dossier.gainsay(&["add", "later", "It burned for", "--yes", "--format", "json"]).exits(1).json();
    assert_eq!((&refused["counts"]["refused"], &refused["written"]), (&1.into(), &false.into()));
    assert!(!dossier.path().join("claims/later.toml").exists());
    assert_eq!(dossier.read("claims/fire.toml"), before);
    // A day of the week is read by the date of the source, which is a Sunday.
    let day = ["add", "later", "killed on Sunday", "--question", "fire/day", "--said-by", "-", "--yes"];
    dossier.gainsay(&day).exits(0);
    assert_eq!(
        dossier.read("claims/later.toml"),
        "source = \"later\"\n\n[[claim]]\nquestion = \"fire/day\"\nvalue = \"2024-03-03\"\nquote = \"killed on Sunday\"\n"
    );
}

#[test]
fn questions_are_proposed_in_the_order_of_what_is_spotted() {
    let dossier = fire();
    // By its words alone the blaze is as likely, and stands first.
    dossier.write(
        "claims/blaze.toml",
        "[event.blaze]\ntitle = \"Fire\"\n\
         [event.blaze.question.day]\nask = \"When did it break out?\"\ntype = \"date\"\n\
         [event.fire.question.place]\nask = \"Where did it break out?\"\ntype = \"text\"\n",
    );
    let orders = |expected: [&str; 2]| {
        let spotted =
            dossier.gainsay(&["spot", "herald", "--kind", "date", "--format", "json"]).exits(0).json();
        let questions: Vec<&str> = spotted["sources"][0]["passages"][0]["questions"]
            .as_array()
            .unwrap_or_else(|| panic!("{spotted}"))
            .iter()
            .map(|it| it.as_str().unwrap())
            .collect();
        assert_eq!(questions, expected);
        let listed = expected.map(|it| format!("`{it}`")).join(", ");
        let refused = dossier.gainsay(&["add", "herald", "on 1 March 2024", "--yes"]).exits(1);
        refused.says(&[&format!("`--question EVENT/QUESTION`: {listed}")]);
    };
    dossier
        .write("claims/fire.toml", &dossier.read("claims/fire.toml").replace("date = \"2024-03-01\"\n", ""));
    orders(["blaze/day", "fire/day"]);
    let place =
        ["add", "herald", "A fire broke out at", "--question", "fire/place", "--value", "at the port"];
    dossier.gainsay(&place).exits(0);
    orders(["fire/day", "blaze/day"]);
}
