//! Every view of a dossier in every format, and what must hold of each.

use std::sync::Mutex;

use super::recorded;
use crate::audit::{About, Judged, Part, SideBySide};
use crate::judge::brought;
use crate::render;
use crate::render::site::pages;
use crate::render::term::{Paint, Screen};
use crate::text::steers;
use crate::view::blind::Reveal;
use crate::view::check::{Checked, Revision};
use crate::view::mcp::disputes::Detail;
use crate::view::since;
use crate::view::since::RecordSide;
use crate::view::site::Site;
use crate::view::site::history::History;
use crate::view::site::kept_back::KeptBack;
use crate::view::spot::WantedPassages;
use crate::view::withheld::Reader;

/// A view of one thing is had of so many of its kind.
const MOST: usize = 4;

/// A narrow screen in colours, which asks more of whoever breaks lines than a wide one without.
pub(super) const SCREEN: Screen = Screen { paint: Paint::On, width: 40 };

/// Holds a text to have nothing in it that steers a terminal, but for our own colours.
pub(super) fn is_text(text: &str) {
    let mut parts = text.split("\u{1b}[");
    let plain = |part: &str| {
        let raw = part.chars().find(|c| steers(*c));
        assert!(raw.is_none(), "{raw:?} is printed raw in {part:?}");
    };
    plain(parts.next().unwrap_or_default());
    for part in parts {
        let (colour, rest) = part.split_once('m').unwrap_or((part, "\u{1b}"));
        let is_colour = colour.bytes().all(|byte| byte.is_ascii_digit() || byte == b';');
        assert!(is_colour, "{colour:?} is no colour of ours");
        plain(rest);
    }
}

/// What was printed, each under the name of its view and format.
#[derive(Default)]
pub(super) struct Printed(Vec<(String, String)>);

impl Printed {
    pub(super) fn put(&mut self, name: &str, text: String) {
        is_text(&text);
        self.0.push((name.to_owned(), text));
    }

    /// What a view is as JSON, read back.
    pub(super) fn json<V: serde::Serialize>(&mut self, name: &str, view: &V) {
        let text = render::json(view);
        serde_json::from_str::<serde_json::Value>(&text).unwrap();
        self.put(name, text);
    }

    fn text<V>(&mut self, name: &str, view: &V, render: fn(&mut String, &V)) {
        let mut out = String::new();
        render(&mut out, view);
        self.put(name, out);
    }

    pub(super) fn screen<V>(&mut self, name: &str, view: &V, render: fn(&mut String, &V, Screen)) {
        let mut out = String::new();
        render(&mut out, view, SCREEN);
        self.put(name, out);
    }
}

/// All views of a dossier, and what has changed since it was as the other.
pub(super) fn all(judged: &Judged<'_>, past: &Judged<'_>) -> Vec<(String, String)> {
    let mut printed = Printed::default();
    whole(&mut printed, judged);
    recorded::rows(&mut printed, judged);
    recorded::exchanged(&mut printed, judged);
    recorded::agreed(&mut printed, judged);
    of_parts(&mut printed, judged);
    let (before, after) = (past.court(), judged.court());
    let sides =
        [(&before, past), (&after, judged)].map(|(court, of)| RecordSide { court, findings: of.findings() });
    let [before, after] = sides;
    let since = since::record(before, after, "HEAD", "0123456789abcdef", Reader::Anyone);
    printed.json("since", &since);
    printed.screen("since", &since, render::since::render);
    printed.text("since", &since, render::since::markdown);
    let brought = brought((before.court, before.findings), (after.court, after.findings));
    let revision = Revision { revision: "HEAD".to_owned(), commit: "0123456789abcdef".to_owned() };
    checked(&mut printed, &Checked::since(after.court, after.findings, &brought, revision, Reader::Anyone));
    printed.0
}

fn whole(printed: &mut Printed, judged: &Judged<'_>) {
    let check = judged.check();
    checked(printed, &check);
    let mut out = String::new();
    render::toml::baseline::render(&mut out, render::toml::baseline::first(&check));
    toml::from_str::<toml::Table>(&out).unwrap();
    printed.put("baseline", out);
    let report = judged.report();
    printed.json("report", &report);
    printed.screen("report", &report, render::report::terminal::render);
    printed.text("markdown", &report, render::report::markdown::render);
    printed.text("prose", &report, render::report::prose::render);
    // A page says which characters it shows, and what is left of the others is sealed where it is printed.
    printed.0.push(("html".to_owned(), render::report::html::page(&report)));
    for part in [Part::All, Part::Shared] {
        let table = judged.table(part).unwrap();
        printed.json("table", &table);
        printed.screen("table", &table, render::table::render);
        for reveal in [Reveal::Nobody, Reveal::Everybody] {
            let blind = judged.blind(part, reveal).unwrap();
            printed.json("blind", &blind);
            printed.screen("blind", &blind, render::blind::render);
        }
        let silence = judged.silence(part).unwrap();
        printed.json("silence", &silence);
        printed.screen("silence", &silence, render::silence::render);
    }
    let compare = judged.compare(None).unwrap();
    printed.json("compare", &compare);
    printed.screen("compare", &compare, render::compare::render);
    if let Ok(reuse) = judged.reuse() {
        printed.json("reuse", &reuse);
        printed.screen("reuse", &reuse, render::reuse::render);
    }
    if let (Ok(spotted), Ok(coverage)) = (judged.spot(&[], &WantedPassages::default()), judged.coverage(&[]))
    {
        printed.json("spot", &spotted);
        printed.screen("spot", &spotted, render::spot::render);
        printed.screen("spot rows", &spotted, render::spot_rows::render);
        printed.json("coverage", &coverage);
        printed.screen("coverage", &coverage, render::coverage::render);
    }
    if let Ok(names) = judged.audit().suggested_names() {
        printed.json("names", &names);
        printed.screen("names", &names, render::names::render);
    }
    printed.json("who_says", &judged.who_says(&report, About::Everything).unwrap());
    printed.json("disputes", &judged.in_dispute(&report, About::Everything, Detail::Full).unwrap());
    let sources: Vec<String> = judged.audit().dossier.sources.names().take(MOST).map(str::to_owned).collect();
    of_site(printed, judged);
    if let Ok(desk) = judged.desk(&sources, "") {
        printed.json("desk", &desk);
        printed.screen("desk", &desk, |out, view, _| out.push_str(&render::desk::page(view)));
    }
}

/// The pages of a site, each as a text.
fn of_site(printed: &mut Printed, judged: &Judged<'_>) {
    let (kept_back, history) = (KeptBack::default(), History::none());
    let court = judged.court();
    let site = Site::new(&court, judged.findings(), &kept_back, &history);
    let files = Mutex::new(Vec::new());
    let put = |path: &str, text: &str| {
        files.lock().unwrap().push((path.to_owned(), text.to_owned()));
        Ok::<(), ()>(())
    };
    pages(&site, None, &put).unwrap();
    let mut files = files.into_inner().unwrap();
    // They are made side by side.
    files.sort();
    for (path, text) in files {
        match path.ends_with(".json") {
            true => drop(serde_json::from_str::<serde_json::Value>(&text).unwrap()),
            false => printed.0.push((path, text)),
        }
    }
}

/// A check in each of its formats.
fn checked(printed: &mut Printed, check: &Checked<'_>) {
    printed.json("check", check);
    let mut out = String::new();
    render::check::human::render(&mut out, check, SCREEN);
    printed.put("check", std::mem::take(&mut out));
    render::check::concise::render(&mut out, check);
    printed.put("concise", std::mem::take(&mut out));
    render::check::github::render(&mut out, check);
    printed.put("github", std::mem::take(&mut out));
    render::check::sarif::render(&mut out, check);
    serde_json::from_str::<serde_json::Value>(&out).unwrap();
    printed.put("sarif", std::mem::take(&mut out));
    render::check::junit::render(&mut out, check);
    is_xml(&out);
    printed.put("junit", out);
}

/// The views that are had of one thing by its name.
fn of_parts(printed: &mut Printed, judged: &Judged<'_>) {
    let dossier = &judged.audit().dossier;
    for question in dossier.questions.names().take(MOST) {
        let timeline = judged.timeline(question).unwrap();
        printed.json("timeline", &timeline);
        printed.screen("timeline", &timeline, render::timeline::render);
        recorded::assessed(printed, judged, question);
    }
    for name in dossier.questions.names().take(MOST).chain(dossier.claims.names().take(MOST)) {
        let trace = judged.trace(name).unwrap();
        printed.json("trace", &trace);
        printed.screen("trace", &trace, render::trace::tree::render);
        printed.text("dot", &trace, render::trace::dot::render);
        printed.text("mermaid", &trace, render::trace::mermaid::render);
    }
    for name in dossier.sources.names().take(MOST).chain(dossier.agents.names().take(MOST)) {
        let impact = judged.impact(name).unwrap();
        printed.json("impact", &impact);
        printed.screen("impact", &impact, render::impact::render);
    }
    if let Some(agent) = dossier.agents.names().next() {
        recorded::renamed(printed, judged, agent);
        recorded::started(printed, agent);
    }
    recorded::locked(printed, judged);
    let sources: Vec<&str> = dossier.sources.names().take(MOST).collect();
    for name in &sources {
        recorded::recaptured(printed, judged, name);
    }
    for two in sources.windows(2) {
        match judged.diff(two[0], two[1]).unwrap() {
            SideBySide::Claims(view) => {
                printed.json("diff", &view);
                printed.screen("diff", &view, render::diff::render);
            }
            SideBySide::Captures(view) => {
                printed.json("captures", &view);
                printed.screen("captures", &view, render::captures::render);
            }
        }
    }
    for finding in judged.findings().iter().take(MOST) {
        // Two findings may have the same digits, and neither is then named by them.
        if let Ok(view) = judged.explain(&finding.fingerprint()) {
            printed.json("explain", &view);
            printed.screen("explain", &view, render::explain::render);
        }
    }
}

/// Holds a text to be XML from its beginning to its end.
fn is_xml(text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        if reader.read_event().unwrap() == quick_xml::events::Event::Eof {
            break;
        }
    }
}
