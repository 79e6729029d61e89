//! A dossier with one text, the page to record from it, and the answers that come of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value as Json;

use crate::driven::{Driven, Look};

/// A dossier with one text, and the page to record from it.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

pub(crate) const QUESTIONS: &str = "[event.fire]\ntitle = \"Fire at the mill\"\ndate = \"2024-02-29\"\n\
    [event.fire.question.killed]\nask = \"How many people were killed?\"\ntype = \"count\"\nover-time = \"grows\"\n\
    [event.fire.question.injured]\nask = \"How many were injured?\"\ntype = \"count\"\n\
    [event.fire.question.cause]\nask = \"What caused it?\"\ntype = \"choice\"\noptions = [\"short-circuit\", \"arson\"]\n";

pub(crate) const TEXT: &str = "The mill burned.\n\nAt least 12 people were killed and nine injured, the mayor said. A short circuit “was the cause”.\n\n\
    It was built in 1870.\n";

impl Desk {
    pub(crate) fn new(text: &str) -> Desk {
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

    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
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

    pub(crate) fn page(&self) -> PathBuf {
        let path = self.folder.path().join("desk.html");
        let (code, said) = self.run(&["desk", "herald", "--by", "ann", "-o", path.to_str().unwrap()]);
        assert_eq!(code, Some(0), "{said}");
        path
    }

    pub(crate) fn open(&self, browser: &Path) -> Driven {
        Driven::open(browser, &self.page(), Look::WIDE)
    }
}

/// The answers of a file, as JSON.
pub(crate) fn answers(path: &Path) -> Vec<Json> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Of each answer: the question, the value, who said so; or why it is waived.
pub(crate) fn told(answers: &[Json]) -> Vec<[String; 3]> {
    let word = |it: &Json| it.as_str().unwrap_or_default().to_owned();
    let tell = |it: &Json| match it["desk"]["waive"].as_str() {
        Some(why) => ["waive".to_owned(), word(&it["desk"]["quote"]), why.to_owned()],
        None => [word(&it["question"]), word(&it["value"]), word(&it["said-by"])],
    };
    answers.iter().map(tell).collect()
}

pub(crate) fn lines<const N: usize>(expected: [[&str; 3]; N]) -> Vec<[String; 3]> {
    expected.map(|line| line.map(str::to_owned)).to_vec()
}

/// Selects words of the text as a pointer would.
pub(crate) fn select(page: &mut Driven, words: &str) {
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
