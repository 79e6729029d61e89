//! What is done on the page.

use std::path::Path;

use serde_json::Value as Json;

use crate::desk::{Desk, QUESTIONS, TEXT, answers, lines, select, told};

pub(crate) fn keys_decide_on_what_waits(browser: &Path) {
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

pub(crate) fn words_that_are_selected_become_a_claim(browser: &Path) {
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

pub(crate) fn a_question_is_found_by_its_words_and_nothing_that_was_typed_is_lost(browser: &Path) {
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
pub(crate) fn what_is_saved_is_added_and_the_record_is_clean(browser: &Path) {
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

pub(crate) fn what_two_people_say_is_merged_and_differences_are_shown(browser: &Path) {
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

pub(crate) fn answers_to_another_text_or_question_lapse(browser: &Path) {
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
