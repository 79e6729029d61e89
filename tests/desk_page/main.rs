//! The desk page in a real browser: headless Chromium, driven by keys. Where there is none on the PATH each test is ignored, and with
//! `GAINSAY_BROWSER=required` it fails.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::panic, reason = "that is how a test fails")]
#![allow(clippy::disallowed_methods, reason = "a test reads and writes what it is about")]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use libtest_mimic::{Arguments, Trial};
use serde_json::Value as Json;

mod driven;

use driven::{Driven, Look};

/// A test and its name.
type Test = (&'static str, fn(&Path));

/// Lists tests, each under its own name.
macro_rules! tests {
    ($($name:ident),+ $(,)?) => { &[$((stringify!($name), $name as fn(&Path))),+] };
}

/// What is asked of the page.
const TESTS: &[Test] = tests![
    the_page_is_whole_at_any_width_in_any_light,
    keys_decide_on_what_waits,
    words_that_are_selected_become_a_claim,
    a_question_is_found_by_its_words_and_nothing_that_was_typed_is_lost,
    what_is_saved_is_added_and_the_record_is_clean,
    what_two_people_say_is_merged_and_differences_are_shown,
    answers_to_another_text_or_question_lapse,
    what_strangers_wrote_is_shown_as_text,
    a_paragraph_of_300_kilobytes_is_shown,
];

fn main() -> ExitCode {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let browser = std::env::split_paths(&path)
        .flat_map(|folder| ["chromium", "chromium-browser", "google-chrome"].map(|name| folder.join(name)))
        .find(|program| program.is_file());
    let is_required = std::env::var_os("GAINSAY_BROWSER").is_some_and(|wanted| wanted == "required");
    let trials = TESTS.iter().map(|(name, test)| {
        let browser = browser.clone();
        let is_ignored = browser.is_none() && !is_required;
        let run = move || match browser {
            Some(browser) => {
                test(&browser);
                Ok(())
            }
            None => Err("no chromium on the PATH: the page was not opened in a browser".into()),
        };
        Trial::test(*name, run).with_ignored_flag(is_ignored)
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

/// A dossier with one text, and the page to record from it.
struct Desk {
    folder: tempfile::TempDir,
}

const QUESTIONS: &str = "[event.fire]\ntitle = \"Fire at the mill\"\ndate = \"2024-02-29\"\n\
    [event.fire.question.killed]\nask = \"How many people were killed?\"\ntype = \"count\"\nover-time = \"grows\"\n\
    [event.fire.question.injured]\nask = \"How many were injured?\"\ntype = \"count\"\n\
    [event.fire.question.cause]\nask = \"What caused it?\"\ntype = \"choice\"\noptions = [\"short-circuit\", \"arson\"]\n";

const TEXT: &str = "The mill burned.\n\nAt least 12 people were killed and nine injured, the mayor said. A short circuit “was the cause”.\n\n\
    It was built in 1870.\n";

impl Desk {
    fn new(text: &str) -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        desk.put("gainsay.toml", "[dossier]\ntitle = \"The mill\"\nlanguage = \"en\"\n");
        desk.put("claims/fire.toml", QUESTIONS);
        desk.put("sources/texts/herald.txt", text);
        desk.put(
            "sources/herald.toml",
            "[source.herald]\ntitle = \"Fire\"\npublisher = \"unknown\"\nkind = \"news\"\npublished = \"2024-03-01\"\ntext = \"texts/herald.txt\"\n\
             [agent.mayor]\nname = \"the mayor\"\nkind = \"person\"\n",
        );
        desk
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
            .env_clear()
            .args(arguments)
            .arg("--dossier")
            .arg(self.folder.path())
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8_lossy(&said).into_owned())
    }

    fn page(&self) -> PathBuf {
        let path = self.folder.path().join("desk.html");
        let (code, said) = self.run(&["desk", "herald", "--by", "ann", "-o", path.to_str().unwrap()]);
        assert_eq!(code, Some(0), "{said}");
        path
    }

    fn open(&self, browser: &Path) -> Driven {
        Driven::open(browser, &self.page(), Look::WIDE)
    }
}

/// The answers of a file, as JSON.
fn answers(path: &Path) -> Vec<Json> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Of each answer: the question, the value, who said so; or why it is waived.
fn told(answers: &[Json]) -> Vec<[String; 3]> {
    let word = |it: &Json| it.as_str().unwrap_or_default().to_owned();
    let tell = |it: &Json| match it["desk"]["waive"].as_str() {
        Some(why) => ["waive".to_owned(), word(&it["desk"]["quote"]), why.to_owned()],
        None => [word(&it["question"]), word(&it["value"]), word(&it["said-by"])],
    };
    answers.iter().map(tell).collect()
}

fn lines<const N: usize>(expected: [[&str; 3]; N]) -> Vec<[String; 3]> {
    expected.map(|line| line.map(str::to_owned)).to_vec()
}

fn the_page_is_whole_at_any_width_in_any_light(browser: &Path) {
    let desk = Desk::new(TEXT);
    let mut page = desk.open(browser);
    for width in [1280, 390] {
        for scheme in ["light", "dark"] {
            for media in ["screen", "print"] {
                page.look(Look { width, scheme, media });
                let over = page.eval("document.documentElement.scrollWidth - innerWidth");
                assert!(over.as_i64().unwrap() <= 0, "{width} {scheme} {media}: {over} pixels too wide");
                assert!(page.words("#texts").contains("built in 1870"), "{width} {scheme} {media}");
                if let Some(folder) = std::env::var_os("GAINSAY_PICTURES") {
                    page.picture(&Path::new(&folder).join(format!("desk-{width}-{scheme}-{media}.png")));
                }
            }
        }
    }
    page.look(Look { scheme: "dark", ..Look::WIDE });
    let dark = page.eval("getComputedStyle(document.body).backgroundColor");
    page.look(Look::WIDE);
    assert_ne!(page.eval("getComputedStyle(document.body).backgroundColor"), dark);
    assert_eq!((page.complaints.as_slice(), page.asked.as_slice()), (&[][..], &[][..]));
    page.eval("fetch('https://press.example/x').catch(() => {})");
    assert!(page.complaints.iter().any(|it| it.contains("Content Security Policy")), "{:?}", page.complaints);
}

fn keys_decide_on_what_waits(browser: &Path) {
    let mut page = Desk::new(TEXT).open(browser);
    assert!(page.words("#counts").starts_with("0 of 3 decided"), "{}", page.words("#counts"));
    assert_eq!((page.field("question"), page.field("value")), ("fire/killed".into(), "At least 12".into()));
    assert_eq!(
        (page.field("as-of"), page.field("speaker")),
        ("2024-03-01".into(), String::new()),
        "a toll holds for a day"
    );
    page.press(&["b", "a"]);
    assert!(page.words("#told").contains("accepted: fire/killed = At least 12"), "{}", page.words("#told"));
    // Another question is typed, taken back, and taken by its number.
    page.press(&["/"]);
    page.write("fire/nothing");
    page.press(&["Enter"]);
    assert!(page.words("#told").contains("no question is called fire/nothing"), "{}", page.words("#told"));
    page.press(&["Escape", "1"]);
    let shown = page.words("#form .proposed button");
    assert!(shown.starts_with("1 How many") && shown.ends_with(&page.field("question")), "{shown}");
    page.press(&["/"]);
    page.write("fire/injured");
    page.press(&["Enter"]);
    assert!(page.words("#counts").starts_with("2 of 3 decided"));
    page.press(&["w"]);
    page.write("not of the fire");
    page.press(&["Enter"]);
    assert!(page.words("#told").contains("Nothing waits"), "{}", page.words("#told"));
    page.press(&["u"]);
    assert!(page.words("#counts").starts_with("2 of 3 decided"), "{}", page.words("#counts"));
    page.press(&["w"]);
    assert_eq!(page.field("reason"), "not of the fire", "the last reason is proposed");
    page.press(&["Enter", "s"]);
    let saved = answers(&page.saved());
    assert_eq!(
        told(&saved),
        lines([
            ["fire/killed", "At least 12", "mayor"],
            ["fire/injured", "nine", ""],
            ["waive", "in 1870", "not of the fire"]
        ])
    );
    assert_eq!(saved[0]["as-of"], "2024-03-01");
    assert_eq!(saved[0]["locator"], "paragraph 2");
    let digest = saved[0]["desk"]["digest"].as_str().unwrap();
    assert_eq!(digest.split('-').map(str::len).collect::<Vec<_>>(), [16, 16]);
    assert_eq!(saved[2]["desk"]["digest"].as_str().unwrap().len(), 16, "a waiver answers no question");
    assert!(!page.words("#counts").contains("not saved"));
    assert_eq!(page.complaints, Vec::<String>::new());
}

/// Selects words of the text as a pointer would.
fn select(page: &mut Driven, words: &str) {
    let script = format!(
        "(() => {{ const words = {}; const range = document.createRange();
         for (const p of document.querySelectorAll('[data-b]')) {{ const at = p.textContent.indexOf(words); if (at < 0) continue;
           const place = (n) => {{ const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT); let node; while ((node = walk.nextNode())) {{
             if (n <= node.length) return [node, n]; n -= node.length; }} }};
           range.setStart(...place(at)); range.setEnd(...place(at + words.length)); }}
         getSelection().removeAllRanges(); getSelection().addRange(range); return String(getSelection()); }})()",
        serde_json::json!(words)
    );
    assert_eq!(page.eval(&script), words);
}

fn words_that_are_selected_become_a_claim(browser: &Path) {
    let mut page = Desk::new(TEXT).open(browser);
    select(&mut page, "short circuit “was the cause");
    page.press(&["c"]);
    page.write("fire/cause");
    page.eval("document.getElementById('question').dispatchEvent(new Event('change'))");
    let options = page.eval("[...document.querySelectorAll('#values option')].map((it) => it.value)");
    assert_eq!(options, serde_json::json!(["short-circuit", "arson"]));
    page.press(&["Escape"]);
    page.press(&["/"]);
    page.write("fire/cause");
    page.eval("document.getElementById('value').value = 'short-circuit'");
    page.press(&["Enter", "s"]);
    let saved = answers(&page.saved());
    assert_eq!(told(&saved), lines([["fire/cause", "short-circuit", ""]]));
    assert_eq!(saved[0]["quote"], "short circuit “was the cause");
    let start = TEXT.find("short circuit").unwrap();
    let end = start + "short circuit “was the cause".len();
    assert_eq!(saved[0]["desk"]["at"], serde_json::json!([start, end]), "in bytes of the text");
    assert_eq!(saved[0]["desk"]["kind"], "words");
}

fn a_question_is_found_by_its_words_and_nothing_that_was_typed_is_lost(browser: &Path) {
    let mut page = Desk::new(TEXT).open(browser);
    page.press(&["/"]);
    page.write("how many");
    page.press(&["Enter"]);
    assert!(
        page.words("#told").contains("2 questions have these words: fire/injured, fire/killed"),
        "{}",
        page.words("#told")
    );
    page.press(&["Escape", "/"]);
    page.write("hurt or injured");
    page.press(&["Escape", "e"]);
    page.write("a dozen");
    page.press(&["Escape"]);
    assert_eq!((page.field("question"), page.field("value")), ("hurt or injured".into(), "a dozen".into()));
    page.press(&["/"]);
    page.write("were injured");
    page.press(&["Enter"]);
    assert!(page.words("#told").contains("accepted: fire/injured = a dozen"), "{}", page.words("#told"));
    page.press(&["u"]);
    assert_eq!((page.field("question"), page.field("value")), ("fire/injured".into(), "a dozen".into()));
    // Selected words have the proposals of what was spotted in them; here the last part of a name is enough.
    select(&mut page, "nine injured, the mayor said");
    page.press(&["c"]);
    assert_eq!(page.field("value"), "nine");
    page.press(&["Escape", "b"]);
    assert_eq!(page.field("speaker"), "mayor");
    page.press(&["/"]);
    page.write("killed");
    page.press(&["Enter"]);
    assert!(page.words("#told").contains("accepted: fire/killed = nine"), "{}", page.words("#told"));
}

/// A text is decided on to its end: each claim takes the key that accepts it, or the number of its question before.
fn what_is_saved_is_added_and_the_record_is_clean(browser: &Path) {
    let desk = Desk::new(TEXT);
    let mut page = desk.open(browser);
    page.press(&["b", "a"]);
    let second = page.eval("[...document.querySelectorAll('#form .proposed button')].findIndex((it) => it.textContent.includes('injured')) + 1");
    page.press(&[&second.to_string(), "b", "a"]);
    page.press(&["w"]);
    page.write("when it was built");
    page.press(&["Enter"]);
    select(&mut page, "A short circuit “was the cause");
    page.press(&["c"]);
    page.press(&["Escape"]);
    page.eval("document.getElementById('question').value = '+ fire/told text What is the cause said to be?'");
    page.eval("document.getElementById('value').value = 'a short circuit'");
    page.eval("document.getElementById('value').focus()");
    page.press(&["Enter", "s"]);
    let saved = page.saved();
    assert_eq!(answers(&saved).len(), 4, "{:?}", page.words("#told"));
    let path = saved.to_str().unwrap();
    let (code, said) = desk.run(&["add", "--from", path, "--write"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("create 4, update 0, unchanged 0, refused 0"), "{said}");
    let (code, said) = desk.run(&["check"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("3 claims of 1 source") && said.contains("quotes: 3 exact"), "{said}");
    let (_, said) = desk.run(&["coverage", "herald"]);
    assert!(said.contains("2 recorded") && said.contains("1 waived") && !said.contains("1 open"), "{said}");
    let (_, said) = desk.run(&["add", "--from", path, "--write"]);
    assert!(said.contains("unchanged 4, refused 0") && said.contains("nothing to write"), "{said}");
    // The page that is made now has nothing that waits, and one that was made before has answers that lapse.
    let mut later = desk.open(browser);
    assert!(later.words("#counts").starts_with("0 of 0 decided"), "{}", later.words("#counts"));
    desk.put("sources/texts/herald.txt", &TEXT.replace("burned", "burnt"));
    let (code, said) = desk.run(&["add", "--from", path]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.matches("the text of `herald` has changed since").count() >= 3, "{said}");
}

fn what_two_people_say_is_merged_and_differences_are_shown(browser: &Path) {
    let desk = Desk::new(TEXT);
    let mut ann = desk.open(browser);
    ann.press(&["a"]);
    ann.press(&["/"]);
    ann.write("fire/injured");
    ann.press(&["Enter", "s"]);
    let of_ann = ann.saved();
    let mut bob = desk.open(browser);
    bob.eval("document.getElementById('by').value = 'bob'");
    bob.press(&["e"]);
    bob.write("12");
    bob.press(&["Enter"]);
    bob.give("open-answers", &of_ann);
    bob.until("document.getElementById('told').textContent.includes('2 answers taken')");
    assert!(bob.words("#counts").contains("1 differ"), "{}", bob.words("#counts"));
    let shown = bob.words("li[data-state=differs]");
    assert!(
        shown.contains("ann: fire/killed = At least 12") && shown.contains("bob: fire/killed = 12"),
        "{shown}"
    );
    assert!(bob.words("li[data-state=answered]").contains("ann: fire/injured = nine"));
    bob.give("open-answers", &of_ann);
    bob.until("document.getElementById('told').textContent.includes('0 answers taken, 2 known')");
    // One of the two is dropped, and nothing differs any more.
    bob.eval("document.querySelector('li[data-state=differs] .given button[aria-label*=ann]').click()");
    assert!(!bob.words("#counts").contains("differ"), "{}", bob.words("#counts"));
    bob.press(&["s"]);
    let saved = answers(&bob.saved());
    assert_eq!(told(&saved), lines([["fire/killed", "12", ""], ["fire/injured", "nine", ""]]));
    assert_eq!((&saved[0]["desk"]["by"], &saved[1]["desk"]["by"]), (&Json::from("bob"), &Json::from("ann")));
}

fn answers_to_another_text_or_question_lapse(browser: &Path) {
    let desk = Desk::new(TEXT);
    let mut page = desk.open(browser);
    page.press(&["a"]);
    page.press(&["/"]);
    page.write("fire/injured");
    page.press(&["Enter", "s"]);
    let saved = page.saved();
    desk.put("claims/fire.toml", &QUESTIONS.replace("How many people were killed?", "How many died?"));
    let mut later = desk.open(browser);
    later.give("open-answers", &saved);
    later.until("document.getElementById('told').textContent.includes('1 answers taken, 0 known; 1 lapsed')");
    assert!(
        later.words("#told").contains("line 1: fire/killed asks something else since"),
        "{}",
        later.words("#told")
    );
    desk.put("sources/texts/herald.txt", &TEXT.replace("nine", "eight"));
    let mut last = desk.open(browser);
    last.give("open-answers", &saved);
    last.until("document.getElementById('told').textContent.includes('0 answers taken, 0 known; 2 lapsed')");
    assert!(last.words("#told").contains("the text of herald has changed since"), "{}", last.words("#told"));
}

fn what_strangers_wrote_is_shown_as_text(browser: &Path) {
    let payload = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> ##[group]x";
    let text = format!(
        "{payload} At least 12 people were killed \u{202e}43\u{202c} times <!-- {payload}\n\n::error::x {payload} 9 died"
    );
    let desk = Desk::new(&text);
    let title = format!("[dossier]\ntitle = {}\n", Json::from(payload));
    desk.put("gainsay.toml", &title);
    desk.put(
        "claims/fire.toml",
        &QUESTIONS.replace("How many people were killed?", &payload.replace('"', "'")),
    );
    let mut page = desk.open(browser);
    assert!(page.eval("document.title").as_str().unwrap().starts_with("Desk: </script>"));
    assert_eq!(
        page.eval(
            "[document.images.length, document.scripts.length, document.querySelectorAll('.hid').length]"
        ),
        serde_json::json!([0, 2, 2])
    );
    assert!(page.words("#texts").contains("killed U+202E43U+202C times"), "{}", page.words("#texts"));
    let whole = page.words("#texts");
    assert!(
        whole.contains("::error::x </script><script>document.title='taken'") && whole.contains("##[group]x"),
        "{whole}"
    );
    // Words with what is not seen are quoted as they stand.
    select(&mut page, "43");
    page.eval("getSelection().setBaseAndExtent(document.querySelector('.hid').firstChild, 0, document.querySelectorAll('.hid')[1].firstChild, 6)");
    page.press(&["c"]);
    assert_eq!(page.field("quote"), "\u{202e}43\u{202c}");
    page.press(&["Escape", "w"]);
    assert!(page.words("#told").contains("not selected any more"), "{}", page.words("#told"));
    page.press(&["a", "s"]);
    assert_eq!((page.complaints.as_slice(), page.asked.as_slice()), (&[][..], &[][..]));
}

fn a_paragraph_of_300_kilobytes_is_shown(browser: &Path) {
    let filler = "Nobody knew why the old mill had burned, it was said. ".repeat(600);
    let text = format!("{filler}At least 12 people were killed and nine injured, it was said. ").repeat(10);
    assert!(text.len() > 300_000 && !text.contains('\n'));
    let mut page = Desk::new(&text).open(browser);
    assert_eq!(page.eval("document.querySelector('[data-b]').textContent.length"), text.len());
    assert!(page.words("#counts").contains("0 of 20 decided"), "{}", page.words("#counts"));
    assert_eq!(page.complaints, Vec::<String>::new());
}
