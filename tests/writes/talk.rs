//! A talk on a terminal: `script` gives the program one, and the answers are typed.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::run::Dossier;

/// So long a talk lasts at most.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether there is a `script` that runs a command.
pub(crate) fn script() -> bool {
    let asked = Command::new("script").args(["-qec", "true", "/dev/null"]).stdin(Stdio::null()).output();
    asked.is_ok_and(|ran| ran.status.success())
}

/// What is said in a talk, when these answers are typed.
fn talk(dossier: &Dossier, arguments: &str, answers: &[&str]) -> String {
    let command = format!("{} {arguments}", env!("CARGO_BIN_EXE_gainsay"));
    let mut child = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .current_dir(dossier.path())
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(format!("{}\n", answers.join("\n")).as_bytes()).unwrap();
    // Closed at once it would end the talk before the last answer is read; what waits for another is ended by that.
    let output = std::thread::scope(|scope| {
        let ran = scope.spawn(move || child.wait_with_output().unwrap());
        let begun = Instant::now();
        while !ran.is_finished() && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
        drop(input);
        ran.join().unwrap()
    });
    String::from_utf8_lossy(&output.stdout).replace('\r', "")
}

fn fire() -> Dossier {
    Dossier::new(&[
        ("gainsay.toml", "[dossier]\ntitle = \"Fire\"\nlanguage = \"en\"\n"),
        (
            "sources/sources.toml",
            "[agent.herald]\nname = \"The Herald\"\n[agent.ministry]\nname = \"Health Ministry\"\nkind = \"government\"\n\
             [source.herald]\ntitle = \"H\"\npublisher = \"herald\"\npublished = \"2024-03-02\"\ntext = \"herald.txt\"\n",
        ),
        (
            "sources/herald.txt",
            "The Health Ministry said at least 34 people were killed and 120 wounded.\n\nAnn Lee said that nobody slept at Old Mill.\n",
        ),
        (
            "claims/fire.toml",
            "[event.fire]\ntitle = \"Fire\"\n[event.fire.question.killed]\nask = \"How many people were killed?\"\n\
             type = \"count\"\nover-time = \"grows\"\n",
        ),
    ])
}

/// Enter takes what is proposed, `+` makes what is missing, and what was defined is written with the claim.
pub(crate) fn adding() {
    let dossier = fire();
    let said = talk(
        &dossier,
        "add herald",
        &[
            "At least 34 people were killed",
            "",
            "",
            "",
            "",
            "120 wounded",
            "+ fire/wounded count How many were wounded?",
            "",
            "",
            "nobody slept",
            "+ fire/slept text Who slept?",
            "",
            "+ lee person Ann Lee",
            "at Old Mill",
            "+ fire/where place Where did they sleep?",
            "+ mill site Old Mill",
            "-",
            "",
        ],
    );
    for words in [
        "herald:1:26: The Health Ministry said [at least 34 people were killed] and 120 wounded",
        "question [fire/killed]",
        "value [at least 34]",
        "said by [ministry]",
        "as of [2024-03-02]",
        "create herald#killed",
    ] {
        assert!(said.contains(words), "{words} is not said in {said}");
    }
    assert_eq!(
        dossier.read("claims/herald.toml"),
        "source = \"herald\"\n\
         \n[[claim]]\nquestion = \"fire/killed\"\nvalue = \"at least 34\"\nquote = \"at least 34 people were killed\"\n\
         said-by = \"ministry\"\nas-of = \"2024-03-02\"\n\
         \n[[claim]]\nquestion = \"fire/wounded\"\nvalue = 120\nquote = \"120 wounded\"\nsaid-by = \"ministry\"\n\
         \n[[claim]]\nquestion = \"fire/slept\"\nvalue = \"nobody slept\"\nquote = \"nobody slept\"\nsaid-by = \"lee\"\n\
         \n[[claim]]\nquestion = \"fire/where\"\nvalue = \"mill\"\nquote = \"at Old Mill\"\n",
        "{said}"
    );
    assert!(
        dossier
            .read("sources/sources.toml")
            .ends_with("\n[agent.lee]\nname = \"Ann Lee\"\nkind = \"person\"\n")
    );
    assert_eq!(dossier.read("sources/places.toml"), "[place.mill]\nname = \"Old Mill\"\nkind = \"site\"\n");
    dossier.gainsay(&["check"]).exits(0).says(&["checked 4 claims", "found 0 errors"]);
}

/// An answer that is refused writes nothing, and says why; `<` at the first question leaves the quote.
pub(crate) fn refusing() {
    let dossier = fire();
    let before = dossier.read("claims/fire.toml");
    let said = talk(
        &dossier,
        "add herald \"120 wounded\"",
        &["+ flood/x count What?", "+ fire/x", "fire/killed", "130", "", "", "<"],
    );
    for words in
        ["no event is called `flood`", "is no line for a new question", "value-not-in-quote", "refused 1"]
    {
        assert!(said.contains(words), "{words} is not said in {said}");
    }
    assert_eq!(dossier.read("claims/fire.toml"), before);
    assert!(!dossier.path().join("claims/herald.toml").exists());
}

/// What was said is kept when it is refused and is what enter takes then; `<` goes back, and what a new answer does not need is not made.
pub(crate) fn correcting() {
    let dossier = fire();
    let said = talk(
        &dossier,
        "add herald \"120 wounded\"",
        &[
            "+ fire/hurt count How many were hurt?",
            "<",
            "+ fire/wounded count How many were wounded?",
            "130",
            "-",
            "",
            "120",
            "1",
        ],
    );
    for words in [
        "value [120]: ",
        "question [fire/hurt]",
        "it is asked again",
        "question [fire/wounded]",
        "value [130]",
        "said by [-]",
    ] {
        assert!(said.contains(words), "{words} is not said in {said}");
    }
    assert_eq!(
        dossier.read("claims/herald.toml"),
        "source = \"herald\"\n\n[[claim]]\nquestion = \"fire/wounded\"\nvalue = 120\nquote = \"120 wounded\"\n",
        "{said}"
    );
    let questions = dossier.read("claims/fire.toml");
    assert!(
        questions.contains("fire.question.wounded") && !questions.contains("fire.question.hurt"),
        "{questions}"
    );
}

/// A speaker who does not stand right beside the verb is listed and not taken, yes and no are listed, and what a question needs is
/// asked for.
pub(crate) fn asking() {
    let dossier = fire();
    dossier.write(
        "sources/herald.txt",
        "Officials close to the Health Ministry said at least 34 people were killed.\n",
    );
    let questions = "\n[event.fire.question.many]\nask = \"Were many killed?\"\ntype = \"yes-no\"\n\
                     needs = [\"period\", \"basis\"]\n";
    dossier.write("claims/fire.toml", &(dossier.read("claims/fire.toml") + questions));
    let said =
        talk(&dossier, "add herald \"34 people were killed\"", &["fire/many", "1", "", "2024-03-01", "", ""]);
    for words in ["value  1 yes  2 no: ", "said by [-]  2 ministry: ", "period: ", "basis  1 "] {
        assert!(said.contains(words), "{words} is not said in {said}");
    }
    let written = dossier.read("claims/herald.toml");
    assert!(written.contains("value = true\n") && written.contains("period = \"2024-03-01\""), "{written}");
    assert!(!written.contains("said-by") && !written.contains("basis"), "{written}");
    assert!(
        said.contains("a claim does not state the basis that `fire/many` needs (scope-unstated)"),
        "{said}"
    );
}

/// Few words stand for a quote: what is between two of them, or the figure that they are a part of. What is written are the words of the text.
pub(crate) fn completing() {
    let dossier = fire();
    let said = talk(
        &dossier,
        "add herald",
        &[
            "34 ... killed",
            "",
            "",
            "",
            "",
            "",
            "120",
            "",
            "+ fire/wounded count How many were wounded?",
            "",
            "",
            "nob...old",
            "<",
            "nob...mill",
            "nobody slept",
            "+ fire/slept text Who slept?",
            "",
            "-",
            "nobody slept at",
            "<",
            "",
        ],
    );
    for words in [
        "quote [34 people were killed]  2 34 ... killed: ",
        "quote [120 wounded]  2 120: ",
        "quote [nobody slept at Old]: ",
        "quote [nobody slept at Old Mill]: ",
        "[nobody slept at] Old Mill",
    ] {
        assert!(said.contains(words), "{words} is not said in {said}");
    }
    assert_eq!(said.matches("quote [").count(), 4, "{said}");
    assert_eq!(
        dossier.read("claims/herald.toml"),
        "source = \"herald\"\n\
         \n[[claim]]\nquestion = \"fire/killed\"\nvalue = 34\nquote = \"34 people were killed\"\n\
         said-by = \"ministry\"\nas-of = \"2024-03-02\"\n\
         \n[[claim]]\nquestion = \"fire/wounded\"\nvalue = 120\nquote = \"120 wounded\"\nsaid-by = \"ministry\"\n\
         \n[[claim]]\nquestion = \"fire/slept\"\nvalue = \"nobody slept\"\nquote = \"nobody slept\"\n",
        "{said}"
    );
}

/// What stands around the words that somebody types is not said of a source that is restricted.
pub(crate) fn withholding() {
    let dossier = fire();
    let sources = dossier.read("sources/sources.toml");
    dossier.write("sources/sources.toml", &(sources + "access = \"restricted\"\n"));
    let said = talk(&dossier, "add herald", &["34 ... killed", "<", "120", "<", "nob...mill", ""]);
    assert!(!said.contains("quote [") && !said.contains("slept") && !said.contains("people"), "{said}");
    let shown = talk(&dossier, "add herald --show-restricted", &["nob...mill", "<", ""]);
    assert!(shown.contains("quote [nobody slept at Old Mill]: "), "{shown}");
}
