//! The HTML report in a real browser: headless Chromium. Where there is none on the PATH each test is ignored, and with
//! `GAINSAY_BROWSER=required` it fails.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::panic, reason = "that is how a test fails")]
#![allow(clippy::disallowed_methods, reason = "a test reads and writes what it is about")]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use dom_query::Document;

#[allow(dead_code, reason = "shared with tests/desk_page/")]
#[path = "desk_page/driven.rs"]
mod driven;
#[allow(dead_code, reason = "shared with tests/cli.rs")]
#[path = "cli/run.rs"]
mod run;
#[allow(dead_code, reason = "shared with tests/cli.rs")]
#[path = "cli/strangers.rs"]
mod strangers;
#[path = "cli/tables.rs"]
mod tables;

use driven::{Driven, Look, Test};

/// What is asked of the page.
const TESTS: [Test; 9] = [
    ("the_page_opens_without_a_complaint", the_page_opens_without_a_complaint),
    ("the_console_is_really_heard", the_console_is_really_heard),
    (
        "a_question_that_is_folded_opens_where_a_link_leads_to_it",
        a_question_that_is_folded_opens_where_a_link_leads_to_it,
    ),
    ("the_page_asks_nobody_for_anything", the_page_asks_nobody_for_anything),
    ("the_page_prints", the_page_prints),
    ("one_screen_says_who_says_what_on_each_dispute", one_screen_says_who_says_what_on_each_dispute),
    ("a_site_opens_from_the_disk_and_is_searched_there", a_site_opens_from_the_disk_and_is_searched_there),
    ("whatever_stands_behind_the_hash_is_no_error", whatever_stands_behind_the_hash_is_no_error),
    ("nothing_that_strangers_wrote_runs_or_asks", nothing_that_strangers_wrote_runs_or_asks),
];

fn main() -> ExitCode {
    driven::run(&TESTS)
}

/// The report on a dossier, in a folder of its own.
struct Page {
    folder: tempfile::TempDir,
    path: PathBuf,
}

fn page(dossier: &Path) -> Page {
    let output = gainsay()
        .args(["report", "--format", "html", "--dossier"])
        .arg(dossier)
        .output()
        .expect("gainsay runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.html");
    std::fs::write(&path, output.stdout).expect("the page is written");
    Page { folder, path }
}

fn gainsay() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.env_clear();
    command
}

/// The dossier of this repository.
fn own() -> Page {
    page(Path::new(env!("CARGO_MANIFEST_DIR")))
}

/// A dossier whose sources have addresses, that a page could ask for if it were built wrongly.
fn linked() -> Page {
    let folder = tempfile::tempdir().expect("a folder");
    let made = gainsay().arg("init").arg(folder.path()).output().expect("gainsay runs");
    assert!(made.status.success());
    let sources = folder.path().join("sources/sources.toml");
    let text = std::fs::read_to_string(&sources).expect("the example has sources");
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("url ")) {
        lines.push(line.to_owned());
        if line.starts_with("[source.") {
            lines.push("url = \"https://press.example/story\"".to_owned());
        }
    }
    std::fs::write(&sources, lines.join("\n")).expect("the example is written");
    page(folder.path())
}

/// Runs the browser on the page; standard output and standard error.
fn browse(browser: &Path, page: &Page, fragment: &str, arguments: &[String]) -> (String, String) {
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-sync",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--enable-logging=stderr",
            "--v=0",
        ])
        // Whatever the browser or the page would ask for, no name is looked up and nothing leaves the machine.
        .arg("--host-resolver-rules=MAP * ~NOTFOUND")
        .arg(format!("--user-data-dir={}", page.folder.path().join("profile").display()))
        .args(arguments)
        .arg(format!("file://{}{fragment}", page.path.display()))
        .output()
        .expect("the browser runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

fn the_page_opens_without_a_complaint(browser: &Path) {
    for page in [own(), linked()] {
        let (dom, log) = browse(browser, &page, "", &["--dump-dom".to_owned()]);
        let complaints: Vec<&str> = log.lines().filter(|line| line.contains("CONSOLE")).collect();
        assert!(complaints.is_empty(), "{complaints:#?}");
        for id in ["summary", "table", "disputes", "sources", "reading"] {
            assert!(dom.contains(&format!("id=\"{id}\"")), "{id} is not in the page");
        }
        assert!(dom.contains("</footer>"), "the page is whole");
    }
}

fn the_console_is_really_heard(browser: &Path) {
    let page = own();
    let text = std::fs::read_to_string(&page.path).expect("the page");
    std::fs::write(&page.path, text.replace("</footer>", "</footer><script>alert(1)</script>"))
        .expect("the page is written");
    let (_, log) = browse(browser, &page, "", &["--dump-dom".to_owned()]);
    assert!(log.contains("CONSOLE"), "a script that the policy forbids is complained of: {log}");
}

fn a_question_that_is_folded_opens_where_a_link_leads_to_it(browser: &Path) {
    let page = own();
    let text = std::fs::read_to_string(&page.path).expect("the page");
    let folded = text
        .split("<details id=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a folded question");
    let opened = |dom: &str| {
        dom.split(&format!("<details id=\"{folded}\""))
            .nth(1)
            .is_some_and(|rest| rest.split('>').next().is_some_and(|tag| tag.contains("open")))
    };
    let dump = ["--dump-dom".to_owned()];
    assert!(opened(&browse(browser, &page, &format!("#{folded}"), &dump).0), "{folded} stays folded");
    assert!(!opened(&browse(browser, &page, "", &dump).0), "{folded} is folded until it is asked for");
}

fn the_page_asks_nobody_for_anything(browser: &Path) {
    let page = linked();
    let text = std::fs::read_to_string(&page.path).expect("the page");
    assert!(text.contains("press.example"), "there is something to ask for");
    let asked = asked(browser, &page);
    assert!(asked.is_empty(), "{asked:?}");
    // The same page without its policy and with a picture: were it to ask, it would be seen.
    let image = text
        .replacen("Content-Security-Policy", "X", 1)
        .replace("</footer>", "<img src=\"http://press.example/a.png\"></footer>");
    std::fs::write(&page.path, image).expect("the page is written");
    let asked = self::asked(browser, &page);
    assert!(asked.iter().any(|url| url.contains("press.example/a.png")), "{asked:?}");
}

fn a_site_opens_from_the_disk_and_is_searched_there(browser: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let own = env!("CARGO_MANIFEST_DIR");
    let made =
        gainsay().args(["site", "--revisions", "0", "--dossier", own]).arg(folder.path()).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let question = folder.path().join("questions/tower-22/country/index.html");
    let mut page = Driven::open(browser, &question, Look::WIDE);
    assert_eq!(page.eval("document.querySelectorAll('script').length"), 0, "nothing needs a script");
    let looks = page.eval("getComputedStyle(document.querySelector('h2')).borderTopWidth");
    assert_ne!(looks, "0px", "the style beside it is read");
    assert_eq!(page.eval("document.querySelector('img').naturalHeight"), 20, "and the badge");
    page.eval("document.querySelector('input[name=q]').value = 'Biden country'; document.querySelector('form').submit(); 0");
    page.until("location.pathname.endsWith('/search.html') && document.querySelector('#results a') !== null");
    assert_eq!(page.words("#found"), "1 found");
    let to = page.eval("document.querySelector('#results a').getAttribute('href')");
    assert_eq!(to, "questions/tower-22/country/index.html");
    let elsewhere: Vec<&String> =
        page.asked.iter().filter(|url| !url.starts_with("file:") && !url.starts_with("data:")).collect();
    assert!(page.complaints.is_empty() && elsewhere.is_empty(), "{:?} {elsewhere:?}", page.complaints);
}

/// The addresses that the page asks for on the network.
fn asked(browser: &Path, page: &Page) -> Vec<String> {
    let log = page.folder.path().join("net.json");
    browse(browser, page, "", &["--dump-dom".to_owned(), format!("--log-net-log={}", log.display())]);
    asked_in(&log)
}

/// The addresses in a log of the network.
fn asked_in(log: &Path) -> Vec<String> {
    let log = std::fs::read_to_string(log).expect("the log of the network");
    let urls = log.split("\"url\":\"").skip(1).filter_map(|rest| rest.split('"').next());
    let outside = urls.filter(|url| url.starts_with("http") || url.starts_with("ws"));
    // What the browser asks for by itself, whatever page it shows.
    let own = ["google.com/", "googleapis.com/", "gvt1.com/", "gstatic.com/"];
    outside.filter(|url| !own.iter().any(|host| url.contains(host))).map(str::to_owned).collect()
}

fn one_screen_says_who_says_what_on_each_dispute(browser: &Path) {
    let own = own();
    // How wide letters are is another matter on each machine: a screen of 844 pixels has a tenth to spare.
    for (width, height, told) in [(1280, 900, ".sentence"), (390, 844, ".gist")] {
        let mut page = Driven::open(browser, &own.path, Look { width, ..Look::WIDE });
        let end = page.eval("Math.max(...[...document.querySelectorAll('.entries li')].map(it => it.getBoundingClientRect().bottom))");
        assert!(end.as_f64().unwrap() < f64::from(height) * 1.1, "at {width} the last dispute ends at {end}");
        let seen = format!(
            "[...document.querySelectorAll('.entries li')].filter(it => ['.gist', '.sentence'].every(part => (it.querySelector(part).offsetHeight > 0) === (part === '{told}'))).length"
        );
        let all = page.eval("document.querySelectorAll('.entries li').length").as_u64().unwrap();
        assert_eq!(page.eval(&seen).as_u64(), Some(all), "at {width} each has its {told} and nothing else");
        assert!(all > 12, "there are more than have cards: {all}");
        let wide = page.eval("document.documentElement.scrollWidth").as_u64().unwrap();
        assert!(wide <= u64::from(width), "nothing is wider than the screen of {width}: {wide}");
    }
}

fn the_page_prints(browser: &Path) {
    let page = own();
    let pdf = page.folder.path().join("report.pdf");
    browse(
        browser,
        &page,
        "",
        &[format!("--print-to-pdf={}", pdf.display()), "--no-pdf-header-footer".to_owned()],
    );
    let bytes = std::fs::read(pdf).expect("a printed page");
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 50_000, "{} bytes", bytes.len());
}

fn whatever_stands_behind_the_hash_is_no_error(browser: &Path) {
    let page = own();
    for fragment in ["#%", "#%E0%A4%A", "#nowhere", "#"] {
        let (dom, log) = browse(browser, &page, fragment, &["--dump-dom".to_owned()]);
        let complaints: Vec<&str> = log.lines().filter(|line| line.contains("CONSOLE")).collect();
        assert!(complaints.is_empty() && dom.contains("</footer>"), "{fragment}: {complaints:#?}");
    }
}

/// What a page would run, or ask for, if it took it for more than text.
const PAYLOADS: [&str; 4] = [
    "</title></style></textarea>--><script>document.title='taken'</script><img src=https://evil.example/a.png \
     onerror=\"document.title='taken'\"><svg onload=document.title='taken'><iframe src=https://evil.example></iframe>\
     <base href=https://evil.example/><meta http-equiv=refresh content='0;url=https://evil.example'>\
     <link rel=stylesheet href=https://evil.example/a.css><form action=https://evil.example><input autofocus \
     onfocus=document.title='taken'></form>{{ 7 * 7 }}",
    "javascript:document.title='taken'//\" onmouseover=\"document.title='taken'\" x='",
    "https://evil.example/\"onfocus=\"document.title='taken'\"autofocus=\"<script>document.title='taken'</script>",
    "data:text/html,<script>document.title='taken'</script>\u{202e}\u{2028}\u{0}&quot;&#60;script&#62;",
];

fn nothing_that_strangers_wrote_runs_or_asks(browser: &Path) {
    for payload in PAYLOADS {
        let dossier = strangers::Strangers::texts(payload).dossier();
        let page = page(dossier.path());
        let log = page.folder.path().join("net.json");
        let arguments = ["--dump-dom".to_owned(), format!("--log-net-log={}", log.display())];
        let (dom, console) = browse(browser, &page, "", &arguments);
        let complaints: Vec<&str> = console.lines().filter(|line| line.contains("CONSOLE")).collect();
        assert!(complaints.is_empty(), "{payload:?}: {complaints:#?}");
        let asked = asked_in(&log);
        assert!(asked.is_empty(), "{payload:?}: {asked:?}");

        let dom = Document::from(dom);
        let count = |selector: &str| dom.select(selector).length();
        assert_ne!(&*dom.select("title").first().text(), "taken", "{payload:?}");
        assert_eq!(
            (count("script"), count("style"), count("link"), count("meta")),
            (1, 1, 1, 5),
            "{payload:?}"
        );
        assert_eq!(count("img, iframe, base, form, object, embed, video, audio, textarea"), 0, "{payload:?}");
        assert!(
            dom.select("body").text().contains("document.title='taken'"),
            "{payload:?} is there, as text"
        );
        assert!(count("bdi") > 0, "words of others reorder nothing beside them");
        for node in dom.select("*").nodes() {
            for attribute in node.attrs() {
                let (name, value) = (&attribute.name.local, &attribute.value);
                assert!(!name.starts_with("on"), "{payload:?}: {name}");
                let leads = ["href", "src", "action", "cite"].contains(&&**name);
                let is_known =
                    ["#", "https://", "http://", "data:,"].iter().any(|start| value.starts_with(*start));
                assert!(!leads || is_known, "{payload:?}: {name} leads to {value}");
            }
        }
    }
}
