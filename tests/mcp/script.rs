//! Sessions as they are written: what is sent, what comes back, and what becomes of the dossier meanwhile.
//!
//! `## NAME` begins one. A line begins with what it does:
//!
//! - `args WORDS`: with what the program is started; `dossier none`: in an empty folder.
//! - `> ID TOOL {...}`: calls a tool by the current revision; `>> ID TOOL {...}` within a session.
//! - `raw TEXT`: sends a line as it stands, but for `{{x*N}}`, N times x, and `{{name}}`, what was kept under a name.
//! - `hello`: begins a session, and hears what comes of it. `cut TEXT`: as `raw`, without the end of the line.
//! - `< ID {...}`: the next line answers this id, and so (`pattern.rs`); `<! ID WORDS`: with an error of the tool that says these words.
//! - `<# ID CODE WORDS`: it is a fault; `-` for an id that is left out. `<= ID {...}`: it is this result.
//! - `write PATH TEXT`, `append PATH TEXT`, `remove PATH`: what becomes of a file; `\n` ends a line.
//! - `slow`: a text becomes so long that it takes a while to read the record: what is sent with the next call is there before its answer.
//! - `has PATH WORDS`, `lacks PATH WORDS`, `no PATH`: what stands in a file, or that there is none.
//! - `ends`: the input ends here; what still comes is heard.
//! - `exit CODE WORDS`: how the program ends, and what it says on standard error. Left out: with 0, and nothing.
//!
//! What is sent is sent at once, when something is to be heard next.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::answers;
use crate::client::{Client, End, meta, mill};
use crate::pattern::{Kept, faults};
use crate::run::Dossier;

/// A session.
pub(crate) struct Session<'t> {
    name: &'t str,
    lines: Vec<&'t str>,
}

/// The sessions of a file.
pub(crate) fn sessions(text: &str) -> Vec<Session<'_>> {
    // What stands ahead of the first says what the file is about.
    text.split("\n## ").skip(1).filter_map(Session::of).collect()
}

/// A session that is being played.
struct Play<'d> {
    dossier: &'d Dossier,
    client: Client,
    unsent: Vec<u8>,
    kept: Kept,
    /// By id, written as JSON: the tool that was called.
    called: BTreeMap<String, String>,
    faults: Vec<String>,
}

impl<'t> Session<'t> {
    fn of(part: &'t str) -> Option<Self> {
        let (name, rest) = part.split_once('\n')?;
        let lines = rest.lines().filter(|line| !line.trim().is_empty()).collect();
        Some(Session { name: name.trim(), lines })
    }

    /// What did not come as it is written.
    pub(crate) fn faults(&self) -> Vec<String> {
        let (mut arguments, mut dossier, mut end) = (Vec::new(), None, (0, String::new()));
        let mut steps = Vec::new();
        for line in &self.lines {
            let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
            match verb {
                "args" => arguments = rest.split(' ').collect(),
                "dossier" => dossier = Some(Dossier::new(&[])),
                "exit" => {
                    let (code, words) = rest.split_once(' ').unwrap_or((rest, ""));
                    end = (code.parse().unwrap(), words.to_owned());
                }
                _ => steps.push((verb, rest)),
            }
        }
        let dossier = dossier.unwrap_or_else(mill);
        let client = Client::new(dossier.path(), &arguments);
        let mut play = Play {
            dossier: &dossier,
            client,
            unsent: Vec::new(),
            kept: Kept::new(),
            called: BTreeMap::new(),
            faults: Vec::new(),
        };
        steps.iter().for_each(|(verb, rest)| play.step(verb, rest));
        play.send();
        let Play { client, mut faults, .. } = play;
        let End { code, rest, err } = client.end();
        if code != Some(end.0) {
            faults.push(format!("it ended with {code:?}: {err}"));
        }
        if !rest.is_empty() {
            faults.push(format!("it said more: {rest}"));
        }
        if err.is_empty() != end.1.is_empty() || !err.contains(&end.1) {
            faults.push(format!("on standard error it said: {err}"));
        }
        faults.into_iter().map(|fault| format!("  {}: {fault}", self.name)).collect()
    }
}

impl Play<'_> {
    fn step(&mut self, verb: &str, rest: &str) {
        let path_and = |rest: &str| {
            let (path, text) = rest.split_once(' ').unwrap_or((rest, ""));
            (path.to_owned(), text.replace("\\n", "\n"))
        };
        match verb {
            "raw" => self.raw(rest, "\n"),
            "cut" => self.raw(rest, ""),
            "hello" => self.hello(),
            "ends" => {
                self.send();
                self.client.end_input();
            }
            ">" => self.call(rest, Some(meta())),
            ">>" => self.call(rest, None),
            "<" | "<!" | "<#" | "<=" => self.hear(verb, rest),
            "write" | "append" => {
                let (path, text) = path_and(rest);
                let before = if verb == "append" { self.dossier.read(&path) } else { String::new() };
                self.dossier.write(&path, &(before + &text));
            }
            "remove" => std::fs::remove_file(self.dossier.path().join(rest)).unwrap(),
            "slow" => {
                let path = "sources/courier.txt";
                let more = "The river was low, and nobody came by. ".repeat(20_000);
                self.dossier.write(path, &format!("{}{more}\n", self.dossier.read(path)));
            }
            "has" | "lacks" => {
                let (path, words) = path_and(rest);
                let text = std::fs::read_to_string(self.dossier.path().join(&path)).unwrap_or_default();
                let stands = text.contains(&words);
                if stands != (verb == "has") {
                    self.faults.push(format!("{verb} {rest}: it is not so"));
                }
            }
            "no" if !self.dossier.path().join(rest).exists() => {}
            "no" => self.faults.push(format!("{rest} is there")),
            other => panic!("`{other}` does nothing"),
        }
    }

    /// Puts a line behind what is to be sent.
    fn raw(&mut self, text: &str, end: &str) {
        let mut text = text.to_owned();
        while let Some((before, rest)) = text.split_once("{{") {
            let (name, behind) = rest.split_once("}}").expect("`}}` ends a name");
            let meant = match name.split_once('*') {
                Some((part, times)) => part.repeat(times.parse().unwrap()),
                None => self.kept.get(name).unwrap_or_else(|| panic!("nothing is kept as `{name}`")).clone(),
            };
            text = format!("{before}{meant}{behind}");
        }
        self.unsent.extend_from_slice((text + end).as_bytes());
    }

    fn hello(&mut self) {
        self.raw(
            r#"{"jsonrpc":"2.0","id":"hello","method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}"#,
            "\n",
        );
        self.raw(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, "\n");
        self.hear("<=", r#""hello" {"protocolVersion":"2025-11-25"}"#);
    }

    fn call(&mut self, rest: &str, meta: Option<Value>) {
        let mut parts = rest.splitn(3, ' ');
        let (id, tool) = (parts.next().unwrap(), parts.next().unwrap());
        self.called.insert(id.to_owned(), tool.to_owned());
        let meta = meta.map_or_else(String::new, |meta| format!(",\"_meta\":{meta}"));
        let arguments = parts.next().unwrap_or("{}");
        let params = format!("{{\"name\":\"{tool}\",\"arguments\":{arguments}{meta}}}");
        self.raw(
            &format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"tools/call\",\"params\":{params}}}"),
            "\n",
        );
    }

    fn send(&mut self) {
        let bytes = std::mem::take(&mut self.unsent);
        if !bytes.is_empty() {
            self.client.send(&bytes);
        }
    }

    fn hear(&mut self, verb: &str, rest: &str) {
        self.send();
        let (id, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        let Some(line) = self.client.hear() else {
            return self.faults.push(format!("{verb} {id}: nothing came"));
        };
        let said: Value = match serde_json::from_str(&line) {
            Ok(said) => said,
            Err(why) => return self.faults.push(format!("{line} is no JSON: {why}")),
        };
        let meant: Value = serde_json::from_str(id).unwrap_or(Value::Null);
        if said["jsonrpc"] != "2.0" || said.get("id").cloned().unwrap_or_default() != meant {
            return self.faults.push(format!("{verb} {id}: another thing came: {line}"));
        }
        let result = &said["result"];
        if let Some(tool) = self.called.get(id).filter(|_| result.is_object()) {
            self.faults
                .extend(answers::faults(tool, result).into_iter().map(|it| format!("{verb} {id}: {it}")));
        }
        let found = match verb {
            "<#" => {
                let (code, words) = rest.split_once(' ').unwrap_or((rest, ""));
                let code: i64 = code.parse().unwrap();
                let pattern = json!({"code": code, "message": format!("~{words}")});
                faults(&pattern, &said["error"], &mut self.kept)
            }
            "<!" => {
                let pattern = json!({"isError": true, "content": [{"text": format!("~{rest}")}]});
                faults(&pattern, result, &mut self.kept)
            }
            "<=" => faults(&pattern(rest), result, &mut self.kept),
            _ => faults(&pattern(rest), &result["structuredContent"], &mut self.kept),
        };
        if !found.is_empty() {
            self.faults.push(format!("{verb} {id}: {}\n      in {line}", found.join("\n      ")));
        }
    }
}

fn pattern(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|why| panic!("{text} is no pattern: {why}"))
}
