//! The page of an annotated draft in a real browser: headless Chromium. Where there is none on the PATH each test is ignored, and with
//! `GAINSAY_BROWSER=required` it fails. `GAINSAY_PICTURES=DIR` keeps what it saw.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::panic, reason = "that is how a test fails")]
#![allow(clippy::disallowed_methods, reason = "a test reads and writes what it is about")]

use std::path::Path;
use std::process::ExitCode;

mod drafts;
#[path = "../desk_page/driven.rs"]
#[allow(dead_code, reason = "shared with tests/desk_page/")]
mod driven;

use drafts::{Annotated, HOSTILE};
use driven::{Driven, Look, Test};

const TESTS: [Test; 4] = [
    ("the_page_is_whole_at_any_width_in_any_light", the_page_is_whole_at_any_width_in_any_light),
    (
        "notes_stand_beside_their_paragraph_and_fold_under_it",
        notes_stand_beside_their_paragraph_and_fold_under_it,
    ),
    ("words_lead_to_their_note_and_back", words_lead_to_their_note_and_back),
    ("nothing_that_a_draft_holds_runs_or_asks", nothing_that_a_draft_holds_runs_or_asks),
];

fn main() -> ExitCode {
    driven::run(&TESTS)
}

/// How many pairs of notes lie over each other, and how many notes are cut off at a side.
const OVER: &str = "(() => { const at = [...document.querySelectorAll('.note')].map((it) => it.getBoundingClientRect());
    const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - .5 && b.top < a.bottom - .5;
    const pairs = at.filter((a, n) => at.slice(n + 1).some((b) => over(a, b))).length;
    return [at.length > 3, pairs, at.filter((it) => it.left < 0 || it.right > innerWidth + .5).length]; })()";

fn the_page_is_whole_at_any_width_in_any_light(browser: &Path) {
    let drafts = Annotated::of_the_repository();
    let mut page = Driven::open(browser, drafts.page(), Look::WIDE);
    for (width, media) in [(1280, "screen"), (390, "screen"), (700, "print")] {
        for scheme in ["light", "dark"] {
            page.look(Look { width, scheme, media });
            let wide = page.eval("document.documentElement.scrollWidth - innerWidth");
            assert!(wide.as_i64().unwrap() <= 0, "{width} {scheme} {media}: {wide} pixels too wide");
            assert_eq!(page.eval(OVER), serde_json::json!([true, 0, 0]), "{width} {scheme} {media}");
            if let Some(folder) = std::env::var_os("GAINSAY_PICTURES") {
                page.picture(&Path::new(&folder).join(format!("draft-{width}-{scheme}-{media}.png")));
            }
        }
    }
    page.look(Look { width: 700, scheme: "light", media: "print" });
    let folded = page.eval(
        "[...document.querySelectorAll('.note details ul')].filter((it) => it.getBoundingClientRect().height < 5).length",
    );
    assert_eq!(folded, 0, "nothing is folded on paper");
    page.look(Look { scheme: "dark", ..Look::WIDE });
    let dark = page.eval("getComputedStyle(document.body).backgroundColor");
    page.look(Look::WIDE);
    assert_ne!(page.eval("getComputedStyle(document.body).backgroundColor"), dark);
    assert_eq!((page.complaints.as_slice(), page.asked.as_slice()), (&[][..], &[][..]));
}

/// Of each paragraph with notes: how far right of its words they begin, and how far below its top.
const BESIDE: &str = "[...document.querySelectorAll('.notes')].map((it) => { const a = it.previousElementSibling.getBoundingClientRect();
    const b = it.getBoundingClientRect(); return [b.left >= a.right, Math.abs(b.top - a.top) < 2, b.top >= a.bottom]; })";

fn notes_stand_beside_their_paragraph_and_fold_under_it(browser: &Path) {
    let drafts = Annotated::of_the_repository();
    let mut page = Driven::open(browser, drafts.page(), Look::WIDE);
    for (width, media, expected) in [
        (1280, "screen", [true, true, false]),
        (390, "screen", [false, false, true]),
        (700, "print", [false, false, true]),
    ] {
        page.look(Look { width, scheme: "light", media });
        let each = page.eval(BESIDE);
        let each = each.as_array().unwrap();
        assert!(
            !each.is_empty() && each.iter().all(|it| *it == serde_json::json!(expected)),
            "{width}: {each:?}"
        );
    }
}

fn words_lead_to_their_note_and_back(browser: &Path) {
    let drafts = Annotated::of_the_repository();
    let mut page = Driven::open(browser, drafts.page(), Look { width: 390, ..Look::WIDE });
    let links = page.eval("document.querySelectorAll('.passage > p a').length").as_u64().unwrap();
    assert!(links > 3);
    // What scrolls smoothly is somewhere on its way when it is asked.
    page.eval("document.documentElement.style.scrollBehavior = 'auto'; document.querySelector('#words-3').focus(); 0");
    page.press(&["Enter"]);
    page.until("location.hash === '#note-3'");
    let seen = "(() => { const it = document.querySelector(location.hash).getBoundingClientRect(); return it.bottom > 0 && it.top < innerHeight; })()";
    page.until(seen);
    page.eval("document.querySelector('#note-3 .head a').focus(); 0");
    page.press(&["Enter"]);
    page.until("location.hash === '#words-3'");
    page.until(seen);
}

fn nothing_that_a_draft_holds_runs_or_asks(browser: &Path) {
    let drafts = Annotated::new(&[("a.md", HOSTILE), ("b.html", HOSTILE), ("c.txt", HOSTILE)]);
    let mut page = Driven::open(browser, drafts.page(), Look::WIDE);
    assert_eq!(page.eval("document.title"), "3 drafts against the record");
    let strange = "[document.scripts.length, document.images.length, document.querySelectorAll('iframe, form, base, object, [onclick], [onerror]').length]";
    assert_eq!(page.eval(strange), serde_json::json!([0, 0, 0]));
    assert!(
        page.words("#draft-3").contains("<script>document.title='taken'</script>"),
        "{}",
        page.words("#draft-3")
    );
    assert_eq!((page.complaints.as_slice(), page.asked.as_slice()), (&[][..], &[][..]));
    page.eval("fetch('https://press.example/x').catch(() => {})");
    assert!(page.complaints.iter().any(|it| it.contains("Content Security Policy")), "{:?}", page.complaints);
}
