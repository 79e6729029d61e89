//! Long answers, walked to their end along the cursors.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::answers::faults;
use crate::client::Client;
use crate::run::Dossier;

/// A record on one question of which many papers say many things, some in letters that take many tokens.
fn crowd(papers: usize) -> Dossier {
    let mut sources = "[agent.mayor]\nname = \"the mayor\"\nkind = \"person\"\n".to_owned();
    let mut claims = "[event.fire]\ntitle = \"The fire\"\n[event.fire.question.killed]\nask = \"How many were killed?\"\ntype = \"count\"\n".to_owned();
    let mut texts = Vec::new();
    for paper in 0..papers {
        let words = ["were killed", "“were” killed — all of them", "ሞቱ", "人が死亡した"][paper % 4];
        let quote = format!("{} {words}", paper + 1);
        sources.push_str(&format!(
            "[source.paper-{paper}]\ntitle = \"Paper {paper}\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\ntext = \"paper-{paper}.txt\"\n"
        ));
        claims.push_str(&format!(
            "[[claim]]\nsource = \"paper-{paper}\"\nquestion = \"fire/killed\"\nvalue = {}\nquote = \"{quote}\"\nsaid-by = \"mayor\"\n",
            paper + 1
        ));
        let more: String = (0..30).map(|day| format!("On 3 March {} people came. ", 100 + day)).collect();
        texts.push((format!("sources/paper-{paper}.txt"), format!("The mayor said that {quote}.\n{more}\n")));
    }
    let dossier = Dossier::new(&[("gainsay.toml", "[dossier]\ntitle = \"A crowd\"\n")]);
    dossier.write("sources/all.toml", &sources);
    dossier.write("claims/all.toml", &claims);
    texts.iter().for_each(|(path, text)| dossier.write(path, text));
    dossier
}

/// The items of an answer, from its first page to its last, and how many pages there were.
fn walked(client: &mut Client, tool: &str, arguments: &Value) -> (Vec<Value>, usize) {
    let (mut items, mut pages, mut asked) = (Vec::new(), 0, arguments.clone());
    loop {
        let said = client.call(tool, &asked);
        let found = faults(tool, &said["result"]);
        assert!(found.is_empty(), "{tool}: {}", found.join("\n"));
        let page = &said["result"]["structuredContent"];
        assert_eq!(page["before"].as_u64(), Some(items.len() as u64), "{tool} {asked}");
        assert!(page.get("passed_over").is_none(), "{tool} {asked}");
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        pages += 1;
        match page["next"].as_str() {
            Some(next) => asked["cursor"] = next.into(),
            None => {
                assert_eq!(page["total"].as_u64(), Some(items.len() as u64));
                return (items, pages);
            }
        }
    }
}

#[test]
fn every_item_comes_once_on_pages_that_hold_no_more_than_they_may() {
    let papers = 60;
    let dossier = crowd(papers);
    let mut client = Client::new(dossier.path(), &[]);
    for (tool, arguments, claims) in [
        ("who_says", json!({"about": "fire/killed"}), papers),
        ("disputes", json!({"about": "fire"}), papers),
        ("hold_quote", json!({"quote": "were killed"}), 0),
        ("spot", json!({"source": "paper-3"}), 0),
        ("read_value", json!({"type": "count", "words": vec!["nearly 200 ሰዎች"; 100]}), 0),
    ] {
        let (items, pages) = walked(&mut client, tool, &arguments);
        assert!(pages > 1 && items.len() >= 30, "{tool}: {} items on {pages} pages", items.len());
        let named = items.iter().filter_map(|item| item["claim"]["claim"].as_str());
        let named: Vec<&str> = named.collect();
        let once: BTreeSet<&&str> = named.iter().collect();
        assert_eq!((named.len(), once.len()), (claims, claims), "{tool}");
        assert!(!items.iter().any(|item| item.to_string().contains("\"left_out\":")), "{tool} cuts a quote");
        let again = walked(&mut client, tool, &arguments);
        assert_eq!(again, (items, pages), "{tool} says another thing when it is asked again");
    }
    assert_eq!(client.end().code, Some(0));
}

#[test]
fn another_program_goes_on_by_the_same_cursor() {
    let dossier = crowd(60);
    let arguments = json!({"about": "fire/killed"});
    let mut first = Client::new(dossier.path(), &[]);
    let next = first.ask("who_says", &arguments)["next"].clone();
    let mut arguments = arguments;
    arguments["cursor"] = next;
    let (here, there) =
        (first.ask("who_says", &arguments), Client::new(dossier.path(), &[]).ask("who_says", &arguments));
    assert_eq!(here, there);
    assert!(here["before"].as_u64() > Some(0));
}
