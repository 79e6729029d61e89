//! The program at the other end: what is sent to it, and what it says line by line.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use serde_json::{Value, json};

use crate::run::{Dossier, program, repository};

/// What each request says of itself by the current revision.
pub(crate) fn meta() -> Value {
    json!({
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": {},
    })
}

/// The dossier of the sessions.
pub(crate) fn mill() -> Dossier {
    let dossier = Dossier::new(&[]);
    let root = repository().join("tests/mcp/mill");
    let mut open = vec![root.clone()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let below = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
            dossier.write_bytes(&below, &std::fs::read(&path).unwrap());
        }
    }
    dossier
}

/// A program that answers.
pub(crate) struct Client {
    child: Child,
    input: Option<ChildStdin>,
    /// What it says, line by line, and all that it says behind the last line.
    output: Receiver<String>,
}

/// Nothing that is asked here takes so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// How a program ended.
pub(crate) struct End {
    pub(crate) code: Option<i32>,
    /// What it said beyond what was heard.
    pub(crate) rest: String,
    pub(crate) err: String,
}

impl Client {
    /// One that answers from the dossier of a folder.
    pub(crate) fn new(folder: &Path, arguments: &[&str]) -> Self {
        let mut program = program();
        program.current_dir(folder).arg("mcp").args(arguments);
        program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = program.spawn().expect("the program starts");
        let input = child.stdin.take();
        let (said, output) = channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || hear_all(out, &said));
        Client { child, input, output }
    }

    /// Sends some bytes at once. Where nobody reads them any more nothing is lost.
    pub(crate) fn send(&mut self, bytes: &[u8]) {
        let _ = self.input.as_mut().expect("the input is open").write_all(bytes);
    }

    /// The next line that it says; `None` where it has ended.
    pub(crate) fn hear(&mut self) -> Option<String> {
        match self.output.recv_timeout(PATIENCE) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => {
                let _ = self.child.kill();
                panic!("nothing came, and it has not ended");
            }
        }
    }

    /// Calls a tool by the current revision, and hears what it comes to.
    pub(crate) fn call(&mut self, tool: &str, arguments: &Value) -> Value {
        serde_json::from_str(&self.line(tool, arguments)).expect("an answer is JSON")
    }

    /// The same as it is said.
    pub(crate) fn line(&mut self, tool: &str, arguments: &Value) -> String {
        let params = json!({"name": tool, "arguments": arguments, "_meta": meta()});
        let request = json!({"jsonrpc": "2.0", "id": "call", "method": "tools/call", "params": params});
        self.send(format!("{request}\n").as_bytes());
        self.hear().expect("it answers")
    }

    /// What a tool answers.
    pub(crate) fn ask(&mut self, tool: &str, arguments: &Value) -> Value {
        let said = self.call(tool, arguments);
        assert_eq!(said["result"]["isError"], false, "{tool} {arguments}: {said}");
        said["result"]["structuredContent"].clone()
    }

    /// Ends the input.
    pub(crate) fn end_input(&mut self) {
        drop(self.input.take());
    }

    /// Ends the input, and waits for the program to end.
    pub(crate) fn end(mut self) -> End {
        self.end_input();
        let rest: String = std::iter::from_fn(|| self.hear()).collect();
        let mut err = String::new();
        std::io::Read::read_to_string(&mut self.child.stderr.take().unwrap(), &mut err).unwrap();
        let code = self.child.wait().unwrap().code();
        End { code, rest, err }
    }

    /// The most memory that the program has held so far.
    #[cfg(target_os = "linux")]
    pub(crate) fn peak_kilobytes(&self) -> u64 {
        let told = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("its peak is told");
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// Goes away without hearing what it says.
    pub(crate) fn stop_listening(self) -> (Child, ChildStdin) {
        let Client { child, input, output } = self;
        drop(output);
        (child, input.expect("the input is open"))
    }
}

/// Hands on each line as long as somebody hears it.
fn hear_all(out: impl BufRead, said: &Sender<String>) {
    for line in out.lines() {
        if said.send(line.expect("what it says is UTF-8")).is_err() {
            return;
        }
    }
}
