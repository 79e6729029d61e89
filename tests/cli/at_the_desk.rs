//! `--show-restricted`: the words of restricted sources at the desk that holds them, and nowhere else.

use crate::run::{Dossier, SMALL};

/// Two papers of which one may not be shown; each holds the passage that the other copied.
fn restricted() -> Dossier {
    let dossier = Dossier::new(&SMALL);
    let passage = "the engine came over the bridge from the secret north shortly before one in the morning and the men of the \
                   night shift were already waiting for it below the burning roof of the old mill where 5 were killed";
    let sources = dossier.read("sources/sources.toml");
    let sources = sources.replacen(
        "published = \"2024-03-01\"",
        "text = \"herald.txt\", access = \"restricted\", published = \"2024-03-01\"",
        1,
    );
    let sources =
        sources.replacen("publisher = \"courier\"", "publisher = \"courier\", text = \"courier.txt\"", 1);
    dossier.write("sources/sources.toml", &sources);
    dossier.write("sources/herald.txt", &format!("A secret: 3 were killed. {passage}"));
    dossier.write(
        "sources/courier.txt",
        &format!("As told, three were killed. {}", passage.replace("secret", "open")),
    );
    let claims =
        dossier.read("claims/claims.toml").replace("\"3 were killed\"", "\"A secret: 3 were killed\"");
    let more = "\n[[claim]]\nid = \"more\"\nsource = \"herald\"\nquestion = \"fire/killed\"\nvalue = 5\n\
                quote = \"the secret north ... 5 were killed\"\n";
    dossier.write("claims/claims.toml", &(claims + more));
    dossier
}

/// Each command that shows words of sources, and the name of its format for people.
fn commands(dossier: &Dossier) -> Vec<(Vec<String>, &'static str)> {
    let json = dossier.gainsay(&["check", "--format", "json"]).json();
    let findings = json["findings"].as_array().unwrap().iter();
    let mut told = findings.filter(|finding| finding["rule"] == "contradiction").map(|it| &it["fingerprint"]);
    let code = told.next_back().and_then(|it| it.as_str()).expect("3 and 5 contradict each other").to_owned();
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    vec![
        (words("check"), "human"),
        (vec!["explain".to_owned(), code], "human"),
        (words("diff herald courier"), "human"),
        (words("trace fire/killed"), "tree"),
        (words("reuse"), "human"),
    ]
}

#[test]
fn words_of_restricted_sources_are_shown_where_the_desk_asks_for_them() {
    let dossier = restricted();
    for (command, format) in commands(&dossier) {
        let mut arguments: Vec<&str> = command.iter().map(String::as_str).collect();
        arguments.extend(["--format", format]);
        let run = dossier.gainsay(&arguments);
        assert!(!(run.out + &run.err).contains("secret"), "{arguments:?} shows it to anyone");
        arguments.push("--show-restricted");
        let run = dossier.gainsay(&arguments);
        assert!(run.out.contains("secret"), "{arguments:?} withholds it: {}{}", run.out, run.err);
    }
}

#[test]
fn no_format_that_leaves_the_desk_takes_them_along() {
    let dossier = restricted();
    let refused = |command: &[&str], format: &str| {
        let arguments = [command, &["--format", format, "--show-restricted"]].concat();
        let run = dossier.gainsay(&arguments).exits(2);
        run.says(&["`--show-restricted` is for the desk", &format!("`--format {format}` leaves it")]);
    };
    for format in ["concise", "json", "sarif", "github", "junit"] {
        refused(&["check"], format);
    }
    for format in ["json", "mermaid", "dot"] {
        refused(&["trace", "fire/killed"], format);
    }
    refused(&["diff", "--since", "HEAD"], "markdown");
    refused(&["diff", "herald", "courier"], "json");
    refused(&["reuse"], "json");
    refused(&["spot"], "jsonl");
    refused(&["coverage"], "json");
    for command in ["report", "table", "compare"] {
        dossier.gainsay(&[command, "--show-restricted"]).exits(2).says(&["unexpected argument"]);
    }
}
