//! Whether the pages can be read by whoever does not see them, or not well: axe-core, in headless Chromium, at two widths, light and dark.
//! `GAINSAY_AXE` names its file (`axe.min.js` of the npm package `axe-core`); without it, or without a browser, each test is ignored.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::panic, reason = "that is how a test fails")]
#![allow(clippy::disallowed_methods, reason = "a test reads and writes what it is about")]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use libtest_mimic::{Arguments, Trial};

#[allow(dead_code, reason = "shared with tests/desk_page/")]
#[path = "../desk_page/desk.rs"]
mod desk;
#[allow(dead_code, reason = "shared with tests/draft_page/")]
#[path = "../draft_page/drafts.rs"]
mod drafts;
#[allow(dead_code, reason = "shared with tests/desk_page/")]
#[path = "../desk_page/driven.rs"]
mod driven;

use desk::{Desk, TEXT};
use drafts::Annotated;
use driven::{Driven, Look};

fn main() -> ExitCode {
    let browser = driven::browser();
    let axe = std::env::var_os("GAINSAY_AXE").filter(|path| !path.is_empty()).map(PathBuf::from);
    type Test = fn(&Path, &str);
    let tests: [(&str, Test); 5] = [
        ("what_is_wrong_with_a_page_is_seen", what_is_wrong_with_a_page_is_seen),
        ("the_report_can_be_read_by_everyone", the_report_can_be_read_by_everyone),
        ("the_pages_of_a_site_can_be_read_by_everyone", the_pages_of_a_site_can_be_read_by_everyone),
        ("the_desk_page_can_be_read_by_everyone", the_desk_page_can_be_read_by_everyone),
        ("the_page_of_a_draft_can_be_read_by_everyone", the_page_of_a_draft_can_be_read_by_everyone),
    ];
    let trials = tests.map(|(name, test)| {
        let with = browser.clone().zip(axe.clone());
        let is_ignored = with.is_none();
        let run = move || match with {
            Some((browser, axe)) => {
                test(&browser, &std::fs::read_to_string(axe).unwrap());
                Ok(())
            }
            None => Err("no chromium on the PATH, or no axe-core in GAINSAY_AXE: nothing was asked".into()),
        };
        Trial::test(name, run).with_ignored_flag(is_ignored)
    });
    libtest_mimic::run(&Arguments::from_args(), trials.into()).exit_code()
}

/// What axe-core finds on a page that is looked at in four ways.
fn found(browser: &Path, page: &Path, axe: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (width, scheme) in [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")] {
        let mut page = Driven::open(browser, page, Look { width, scheme, media: "screen" });
        page.eval(&format!("{axe}; 0"));
        let said = page.eval(
            "axe.run().then((it) => it.violations.map((one) => `${one.id}: ${one.nodes[0].html} (${one.nodes.length})`))",
        );
        let said = said.as_array().expect("a list").iter();
        found.extend(said.map(|it| format!("{width} {scheme}: {}", it.as_str().unwrap())));
    }
    found
}

fn what_is_wrong_with_a_page_is_seen(browser: &Path, axe: &str) {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.html");
    std::fs::write(
        &page,
        "<!doctype html><html><body><img src=\"data:,\"><p style=\"color: #ccc\">words that are hard to see</p></body></html>",
    )
    .unwrap();
    let found = found(browser, &page, axe);
    for rule in ["html-has-lang", "image-alt", "document-title", "color-contrast"] {
        assert!(found.iter().any(|it| it.contains(rule)), "{rule}: {found:#?}");
    }
}

/// What the program prints of a dossier, or of a folder to come.
fn run(arguments: &[&str], folder: &Path) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output = command.env_clear().args(arguments).arg(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn the_pages_of_a_site_can_be_read_by_everyone(browser: &Path, axe: &str) {
    let folder = tempfile::tempdir().unwrap();
    run(&["--dossier", env!("CARGO_MANIFEST_DIR"), "site", "--revisions", "0"], folder.path());
    for path in [
        "index.html",
        "search.html",
        "sources.html",
        "sources/untitled-more-pressure.html",
        "speakers/joe-biden.html",
        "events/tower-22.html",
        "questions/tower-22/country/index.html",
        "questions/tower-22/country/embed.html",
    ] {
        assert_eq!(found(browser, &folder.path().join(path), axe), Vec::<String>::new(), "{path}");
    }
}

fn the_report_can_be_read_by_everyone(browser: &Path, axe: &str) {
    let example = tempfile::tempdir().unwrap();
    run(&["init"], example.path());
    for dossier in [Path::new(env!("CARGO_MANIFEST_DIR")), example.path()] {
        let page = example.path().join("report.html");
        std::fs::write(&page, run(&["report", "--format", "html", "--dossier"], dossier)).unwrap();
        assert_eq!(found(browser, &page, axe), Vec::<String>::new(), "{}", dossier.display());
    }
}

fn the_desk_page_can_be_read_by_everyone(browser: &Path, axe: &str) {
    assert_eq!(found(browser, &Desk::new(TEXT).page(), axe), Vec::<String>::new());
}

fn the_page_of_a_draft_can_be_read_by_everyone(browser: &Path, axe: &str) {
    assert_eq!(found(browser, Annotated::of_the_repository().page(), axe), Vec::<String>::new());
}
