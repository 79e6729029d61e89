//! A large dossier is judged batch by batch: what is told is what is told of the whole, which an archive that is named has it judged as.

use std::fs;

use tempfile::TempDir;

use crate::cache_ground::mark_kept;
use crate::run::{Dossier, Run};

const EVENTS: usize = 24;
const SOURCES: [&str; 3] = ["herald", "courier", "gazette"];

const SHARED: &str = "The minister who came the next day said to all of them that nobody in the whole of the valley had known how fast \
                      the water of the river and the fires of the woods would come, and that nothing of it would be forgotten.";

/// Events apart, each with three sources of its own and their texts, and notes of many words; two texts of two events share a passage.
fn ground() -> Dossier {
    let dossier = Dossier::new(&[("gainsay.toml", "[dossier]\ntitle = \"T\"\nlanguage = \"en\"\n")]);
    let mut agents =
        "[agent.mayor]\nname = \"Ada Quimby\"\nkind = \"person\"\n[agent.idle]\nname = \"I\"\nname2 = 1\n"
            .to_owned();
    SOURCES.iter().for_each(|it| agents += &format!("[agent.{it}]\nname = \"The {it}\"\n"));
    dossier.write("sources/agents.toml", &agents);
    // A dossier of less is judged as a whole.
    let note = "Nothing is known of it. ".repeat(1200);
    for event in 0..EVENTS {
        let question = |id: &str| format!("[event.e{event}.question.{id}]\nask = \"?\"\ntype = \"count\"\n");
        let asked = format!(
            "[event.e{event}]\ntitle = \"E\"\nnote = \"{note}\"\n{}{}",
            question("killed"),
            question("hurt")
        );
        dossier.write(&format!("claims/{event:02}/event.toml"), &asked);
        for (at, source) in SOURCES.iter().enumerate() {
            let id = format!("e{event}-{source}");
            let (killed, hurt) = (3 + at, 10 + 7 * at);
            dossier.write(
                &format!("claims/{event:02}/{source}.toml"),
                &format!(
                    "source = \"{id}\"\n\n[[claim]]\nid = \"killed\"\nquestion = \"e{event}/killed\"\nvalue = {killed}\n\
                     quote = \"{killed} people were killed\"\nnote = \"{note}\"\n\n[[claim]]\nid = \"hurt\"\n\
                     question = \"e{event}/hurt\"\nvalue = {hurt}\nquote = \"{hurt} were hurt\"\nsaid-by = \"mayor\"\n"
                ),
            );
            let named = format!(
                "[source.{id}]\ntitle = \"T\"\npublisher = \"{source}\"\npublished = \"2024-03-01\"\n"
            );
            dossier.write(&format!("sources/{id}.toml"), &format!("{named}text = \"{id}.txt\"\n"));
            let shared = if [(2, 0), (19, 1)].contains(&(event, at)) { SHARED } else { "" };
            let text = format!("On Monday {killed} people were killed and {hurt} were hurt. {shared}\n");
            dossier.write(&format!("sources/{id}.txt"), &text);
        }
    }
    dossier
}

/// Runs the check batch by batch, where that can be, and as a whole; both tell the same.
fn checked(dossier: &Dossier, more: &[&str]) -> Run {
    let nothing = tempfile::tempdir().unwrap();
    let archive = ["--archive", nothing.path().to_str().unwrap()];
    let line = [&["check", "--no-cache"], more].concat();
    let (run, whole) = (dossier.gainsay(&line), dossier.gainsay(&[&line[..], &archive].concat()));
    assert_eq!((run.code, &run.out, &run.err), (whole.code, &whole.out, &whole.err), "{more:?}");
    run
}

fn edit(dossier: &Dossier, path: &str, from: &str, to: &str) {
    let text = dossier.read(path);
    assert!(text.contains(from), "{path}");
    dossier.write(path, &text.replacen(from, to, 1));
}

#[test]
fn what_is_told_is_what_is_told_of_the_whole() {
    let dossier = ground();
    let run = checked(&dossier, &["--format", "concise"]);
    let numbers = format!(
        "checked {} claims of {} sources on {} questions in {EVENTS} events",
        EVENTS * 6,
        EVENTS * 3,
        EVENTS * 2
    );
    assert!(run.out.contains(&numbers), "{}", run.out);
    assert_eq!(run.out.matches("undeclared-reuse").count(), 1, "{}", run.out);
    assert_eq!(run.out.matches("deny[contradiction]").count(), EVENTS, "{}", run.out);
    assert_eq!(run.out.matches("deny[misreport]").count(), EVENTS, "{}", run.out);
    assert_eq!(
        run.out.matches("`name2`").count(),
        1,
        "what is wrong with the commons is told once: {}",
        run.out
    );
    checked(&dossier, &[]);
    checked(&dossier, &["--color", "always", "--deny", "warnings", "--allow", "single-source"]);
    edit(&dossier, "claims/23/gazette.toml", "quote = \"5 people", "quote = \"6 people");
    checked(&dossier, &["--format", "concise"]);
}

#[test]
fn what_hangs_on_all_is_judged_as_a_whole() {
    for (path, from, to) in [
        ("claims/07/gazette.toml", "source = \"e7-gazette\"", "source = \"e7-gazete\""),
        ("claims/07/gazette.toml", "[[claim]]", "[[claim"),
        ("gainsay.toml", "language", "[rules]\nunrecorded-figure = \"warn\"\n[dossier.x]\nlanguage"),
        ("sources/e3-herald.toml", "title", "text-of = \"e4-herald.txt\"\ntitle"),
    ] {
        let dossier = ground();
        edit(&dossier, path, from, to);
        checked(&dossier, &["--format", "concise"]);
    }
}

#[test]
fn what_was_told_batch_by_batch_is_told_again_but_for_what_changed() {
    let (dossier, cache) = (ground(), TempDir::new().unwrap());
    let kept =
        || dossier.gainsay(&["check", "--format", "concise", "--cache", cache.path().to_str().unwrap()]);
    let before = kept();
    assert_eq!(kept().out, before.out);
    // What is told of another event is what was kept.
    let (from, to) = ("claims/03/courier.toml:", "claims/03/COURIER.toml:");
    mark_kept(cache.path(), from, to);
    edit(&dossier, "claims/07/gazette.toml", "value = 5", "value = 55");
    let after = kept();
    assert!(after.out.contains(to));
    assert_eq!(after.out.replace(to, from), checked(&dossier, &["--format", "concise"]).out);
    fs::remove_file(dossier.path().join("claims/19/courier.toml")).unwrap();
    assert_eq!(kept().out.replace(to, from), checked(&dossier, &["--format", "concise"]).out);
}
