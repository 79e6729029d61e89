//! What people read, on one small dossier that has a bit of everything: each snapshot is a page to be read and judged.

use insta::assert_snapshot;

use crate::run::Dossier;

/// A fire in a mill, told by three papers: what agrees, differs, grows, is denied, explained, misspelt and left open.
const MILL: [(&str, &str); 4] = [
    ("gainsay.toml", include_str!("mill/gainsay.toml")),
    ("sources/papers.toml", include_str!("mill/papers.toml")),
    ("claims/questions.toml", include_str!("mill/questions.toml")),
    ("claims/claims.toml", include_str!("mill/claims.toml")),
];

fn page(name: &str, arguments: &[&str], code: i32) {
    page_of(&Dossier::new(&MILL), name, arguments, code);
}

/// Holds what a run on a dossier prints against the snapshot of a name.
#[track_caller]
pub(crate) fn page_of(dossier: &Dossier, name: &str, arguments: &[&str], code: i32) {
    let run = dossier.gainsay(arguments).exits(code);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(format!("gainsay {}", arguments.join(" ")));
    settings.bind(|| assert_snapshot!(name, run.out));
    assert_eq!(run.err, "", "nothing is said on standard error");
}

#[test]
fn check() {
    page("check", &["check"], 1);
}

#[test]
fn check_concise() {
    page("check-concise", &["check", "--format", "concise"], 1);
}

#[test]
fn table() {
    page("table", &["table"], 0);
}

#[test]
fn compare() {
    page("compare", &["compare", "mill/injured"], 0);
}

#[test]
fn trace() {
    page("trace", &["trace", "mill/injured"], 0);
}

#[test]
fn diff() {
    page("diff", &["diff", "herald", "gazette"], 0);
}

#[test]
fn report() {
    page("report", &["report"], 0);
}

#[test]
fn report_markdown() {
    page("report-markdown", &["report", "--format", "markdown"], 0);
}

#[test]
fn explain() {
    page("explain", &["explain"], 0);
}

#[test]
fn read() {
    page("read", &["read", "count", "nearly 200", "more than two dozen", "1.2 million", "34 people"], 1);
}
