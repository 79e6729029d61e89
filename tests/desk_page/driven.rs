//! A page in headless Chromium, driven as a person would: by keys, over the pipe of the browser's DevTools protocol.
//!
//! <https://chromedevtools.github.io/devtools-protocol/>

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Trial};
use serde_json::{Value as Json, json};

/// After so long the browser is ended, and the test fails.
const MOST: Duration = Duration::from_secs(120);

/// How a page is looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) width: u32,
    pub(crate) scheme: &'static str,
    pub(crate) media: &'static str,
}

impl Look {
    pub(crate) const WIDE: Look = Look { width: 1280, scheme: "light", media: "screen" };
}

/// A test of a page, by its name.
pub(crate) type Test = (&'static str, fn(&Path));

/// Runs tests in the browser, each under its name. Where there is none on the PATH each is ignored, and with
/// `GAINSAY_BROWSER=required` it fails.
pub(crate) fn run(tests: &[Test]) -> ExitCode {
    let browser = browser();
    let is_required = std::env::var_os("GAINSAY_BROWSER").is_some_and(|wanted| wanted == "required");
    let trials = tests.iter().map(|(name, test)| {
        let (browser, test) = (browser.clone(), *test);
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

/// The browser on the PATH.
pub(crate) fn browser() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .flat_map(|folder| ["chromium", "chromium-browser", "google-chrome"].map(|name| folder.join(name)))
        .find(|program| program.is_file())
}

/// An open page.
pub(crate) struct Driven {
    child: Child,
    to: File,
    from: BufReader<File>,
    sent: u64,
    session: Option<String>,
    /// What the console was told, and what was asked for on the network.
    pub(crate) complaints: Vec<String>,
    pub(crate) asked: Vec<String>,
    folder: tempfile::TempDir,
    is_over: Arc<AtomicBool>,
}

impl Driven {
    /// Opens a page, with the network off.
    pub(crate) fn open(browser: &Path, page: &Path, look: Look) -> Driven {
        let folder = tempfile::tempdir().unwrap();
        let [to, from] = ["to", "from"].map(|name| folder.path().join(name));
        for pipe in [&to, &from] {
            assert!(Command::new("mkfifo").arg(pipe).status().unwrap().success());
        }
        // The browser reads what it is told from its third stream, and answers on its fourth.
        let child = Command::new("sh")
            .args(["-c", "to=$1 from=$2; shift 2; exec \"$@\" 3<\"$to\" 4>\"$from\"", "sh"])
            .args([&to, &from])
            .arg(browser)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--remote-debugging-pipe",
            ])
            .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
            .arg("--host-resolver-rules=MAP * ~NOTFOUND")
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            .arg("about:blank")
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let is_over = Arc::new(AtomicBool::new(false));
        watch(child.id(), Arc::clone(&is_over));
        let to = OpenOptions::new().write(true).open(to).unwrap();
        let from = BufReader::new(File::open(from).unwrap());
        let (complaints, asked) = (Vec::new(), Vec::new());
        let mut driven =
            Driven { child, to, from, sent: 0, session: None, complaints, asked, folder, is_over };
        driven.load(page, look);
        driven
    }

    fn load(&mut self, page: &Path, look: Look) {
        let targets = self.call("Target.getTargets", json!({}));
        let is_page = |target: &&Json| target["type"] == "page";
        let target =
            targets["targetInfos"].as_array().unwrap().iter().find(is_page).unwrap()["targetId"].clone();
        let attached = self.call("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        self.session = Some(attached["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
        let offline =
            json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        self.call("Network.emulateNetworkConditions", offline);
        let behavior =
            json!({ "behavior": "allow", "downloadPath": self.downloads(), "eventsEnabled": true });
        self.call("Page.setDownloadBehavior", behavior);
        self.look(look);
        self.call("Page.navigate", json!({ "url": format!("file://{}", page.display()) }));
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /// Looks at the page so.
    pub(crate) fn look(&mut self, look: Look) {
        let metrics =
            json!({ "width": look.width, "height": 900, "deviceScaleFactor": 1, "mobile": look.width < 600 });
        self.call("Emulation.setDeviceMetricsOverride", metrics);
        let scheme = json!([{ "name": "prefers-color-scheme", "value": look.scheme }]);
        self.call("Emulation.setEmulatedMedia", json!({ "media": look.media, "features": scheme }));
    }

    /// What a script comes to.
    pub(crate) fn eval(&mut self, script: &str) -> Json {
        let asked = json!({ "expression": script, "returnByValue": true, "awaitPromise": true });
        let came = self.call("Runtime.evaluate", asked);
        assert!(came.get("exceptionDetails").is_none(), "{script}: {came}");
        came["result"]["value"].clone()
    }

    /// The words of the first element that a selector finds.
    pub(crate) fn words(&mut self, selector: &str) -> String {
        let script = format!("document.querySelector({})?.innerText ?? ''", json!(selector));
        self.eval(&script).as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What stands in a field.
    pub(crate) fn field(&mut self, id: &str) -> String {
        self.eval(&format!("document.getElementById({}).value", json!(id))).as_str().unwrap().to_owned()
    }

    /// Waits until a script comes to true.
    pub(crate) fn until(&mut self, script: &str) {
        let start = Instant::now();
        while self.eval(script) != Json::Bool(true) {
            assert!(start.elapsed() < MOST / 4, "{script}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Presses keys, one after the other.
    pub(crate) fn press(&mut self, keys: &[&str]) {
        for key in keys {
            let text = match *key {
                "Enter" => Some("\r"),
                key if key.chars().count() == 1 => Some(key),
                _ => None,
            };
            let mut down = json!({ "type": "keyDown", "key": key });
            if let Some(text) = text {
                down["text"] = json!(text);
            }
            self.call("Input.dispatchKeyEvent", down);
            self.call("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": key }));
        }
    }

    /// Writes into the field that has the focus, in place of what is selected there.
    pub(crate) fn write(&mut self, words: &str) {
        self.call("Input.insertText", json!({ "text": words }));
    }

    /// Gives a file to a field for files.
    pub(crate) fn give(&mut self, id: &str, file: &Path) {
        let script = format!("document.getElementById({})", json!(id));
        let node = self.call("Runtime.evaluate", json!({ "expression": script }));
        let given = json!({ "files": [file], "objectId": node["result"]["objectId"] });
        self.call("DOM.setFileInputFiles", given);
    }

    /// A picture of what is seen.
    pub(crate) fn picture(&mut self, path: &Path) {
        let taken = self.call("Page.captureScreenshot", json!({ "format": "png" }));
        std::fs::write(path, from_base64(taken["data"].as_str().unwrap())).unwrap();
    }

    fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// The file that the page has saved, once it is there to its end.
    pub(crate) fn saved(&mut self) -> PathBuf {
        let start = Instant::now();
        let mut before = 0;
        loop {
            let entries = std::fs::read_dir(self.downloads()).into_iter().flatten();
            let mut paths = entries.map(|entry| entry.unwrap().path());
            let path = paths.find(|path| path.extension().is_some_and(|it| it == "jsonl"));
            let length = path.as_ref().and_then(|path| std::fs::metadata(path).ok()).map_or(0, |it| it.len());
            if let Some(path) = path.filter(|_| length > 0 && length == before) {
                return path;
            }
            before = length;
            assert!(start.elapsed() < MOST / 4, "nothing was saved");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    fn call(&mut self, method: &str, params: Json) -> Json {
        self.sent += 1;
        let mut message = json!({ "id": self.sent, "method": method, "params": params });
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).unwrap();
        loop {
            let mut bytes = Vec::new();
            self.from.read_until(0, &mut bytes).unwrap();
            assert_eq!(bytes.pop(), Some(0), "the browser ended, or took too long: {method}");
            let came: Json = serde_json::from_slice(&bytes).unwrap();
            if came["id"] == self.sent {
                assert!(came.get("error").is_none(), "{method}: {came}");
                return came["result"].clone();
            }
            self.hear(&came);
        }
    }

    fn hear(&mut self, event: &Json) {
        let params = &event["params"];
        match event["method"].as_str() {
            Some("Runtime.exceptionThrown") => self.complaints.push(params["exceptionDetails"].to_string()),
            Some("Runtime.consoleAPICalled") => self.complaints.push(params["args"].to_string()),
            Some("Log.entryAdded") => self.complaints.push(params["entry"]["text"].to_string()),
            Some("Network.requestWillBeSent") => {
                let url = params["request"]["url"].as_str().unwrap_or_default().to_owned();
                if !["file:", "data:", "blob:"].iter().any(|own| url.starts_with(own)) {
                    self.asked.push(url);
                }
            }
            _ => {}
        }
    }
}

impl Drop for Driven {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Ends the browser where it takes too long, so that whoever waits for its answer does not wait for ever.
fn watch(browser: u32, is_over: Arc<AtomicBool>) {
    std::thread::spawn(move || {
        let start = Instant::now();
        while !is_over.load(Ordering::Relaxed) {
            if start.elapsed() > MOST {
                let _ = Command::new("kill").args(["-9", &browser.to_string()]).status();
                return;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    });
}

fn from_base64(text: &str) -> Vec<u8> {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for c in text.bytes().filter(|c| *c != b'=') {
        held = held << 6 | u32::from(digit(c));
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xFF) as u8);
        }
    }
    bytes
}
