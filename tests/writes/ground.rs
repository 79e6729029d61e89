//! Dossiers on which each command that writes takes some files from an old state to a new one.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::run::{Dossier, SMALL, program};

/// A dossier, the command that writes in it, and what it writes.
pub(crate) struct Ground {
    pub(crate) dossier: Dossier,
    pub(crate) arguments: &'static [&'static str],
    /// The files that are written, below the dossier.
    files: &'static [&'static str],
    old: Vec<String>,
    new: Vec<String>,
    /// The exit code of a run that nothing disturbs.
    pub(crate) code: i32,
}

/// How a file stands, and all files of a ground together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Old,
    New,
}

const QUESTION: &str = "[event.fire.question.hurt]\nask = \"How many were hurt?\"\ntype = \"count\"\n";

fn claim(source: &str, question: &str, value: u32) -> String {
    let quote = format!("{value} were {question}");
    format!(
        "[[claim]]\nsource = \"{source}\"\nquestion = \"fire/{question}\"\nvalue = {value}\nquote = \"{quote}\"\n"
    )
}

impl Ground {
    /// Each command that writes over what stands.
    pub(crate) fn all() -> Vec<Ground> {
        vec![Ground::report(), Ground::lock(), Ground::baseline()]
    }

    pub(crate) fn report() -> Ground {
        let dossier = Dossier::new(&SMALL);
        let files = &["reports/report.md", "reports/report.html", "reports/report.json"];
        files.iter().for_each(|file| dossier.write(file, &format!("old {file}")));
        // What else stands in the folder stays.
        dossier.write("reports/notes.txt", "ours");
        Ground::new(dossier, &["report", "--write"], files)
    }

    fn lock() -> Ground {
        let dossier = Dossier::new(&SMALL);
        let source = "[source.leaflet]\ntitle = \"L\"\npublisher = \"herald\"\npublished = \"2024-03-01\"\ntext = \"leaflet.txt\"\n";
        dossier.write("sources/leaflet.toml", source);
        dossier.write("sources/leaflet.txt", "On Monday 3 were killed. On Tuesday 5 were hurt.\n");
        dossier.write("claims/first.toml", &claim("leaflet", "killed", 3));
        dossier.gainsay(&["lock"]);
        dossier.write("claims/more.toml", &format!("{QUESTION}{}", claim("leaflet", "hurt", 5)));
        Ground::new(dossier, &["lock"], &["sources/quotes.lock"])
    }

    fn baseline() -> Ground {
        let dossier = Dossier::new(&SMALL);
        dossier.write("claims/first.toml", &claim("courier", "killed", 4));
        let hurt = [claim("herald", "hurt", 5), claim("courier", "hurt", 6)].concat();
        dossier.write("claims/more.toml", &format!("{QUESTION}{hurt}"));
        dossier.gainsay(&["check", "--write-baseline"]).exits(0);
        fs::remove_file(dossier.path().join("claims/more.toml")).unwrap();
        Ground::new(dossier, &["check", "--write-baseline"], &["gainsay-baseline.toml"])
    }

    fn new(dossier: Dossier, arguments: &'static [&'static str], files: &'static [&'static str]) -> Ground {
        let read = || files.iter().map(|file| dossier.read(file)).collect::<Vec<_>>();
        let old = read();
        let code = dossier.gainsay(arguments).code;
        let new = read();
        assert!(old.iter().zip(&new).all(|(old, new)| old != new), "{arguments:?} changes what it writes");
        Ground { arguments, files, old, new, code, dossier }
    }

    pub(crate) fn path(&self) -> &Path {
        self.dossier.path()
    }

    /// Puts the old files back.
    pub(crate) fn reset(&self) {
        self.files.iter().zip(&self.old).for_each(|(file, old)| self.dossier.write(file, old));
    }

    /// How the files stand in a folder that was this dossier's: all of them old, or all new.
    #[track_caller]
    pub(crate) fn state_in(&self, folder: &Path, when: &str) -> State {
        let now: Vec<String> =
            self.files.iter().map(|file| fs::read_to_string(folder.join(file)).unwrap_or_default()).collect();
        let notes = fs::read_to_string(folder.join("reports/notes.txt"));
        assert!(
            !self.files.contains(&"reports/report.md") || notes.is_ok_and(|notes| notes == "ours"),
            "{when}"
        );
        match () {
            () if now == self.old => State::Old,
            () if now == self.new => State::New,
            () => {
                let said: Vec<_> = now
                    .iter()
                    .zip(self.old.iter().zip(&self.new))
                    .map(|(now, (old, new))| (now == old, now == new, now.len()))
                    .collect();
                panic!("{:?} {when}: neither old nor new: (old, new, bytes) {said:?}", self.arguments)
            }
        }
    }

    #[track_caller]
    pub(crate) fn state(&self, when: &str) -> State {
        self.state_in(self.path(), when)
    }

    /// The run, not started yet.
    pub(crate) fn run(&self) -> Command {
        let mut run = program();
        run.current_dir(self.path()).args(self.arguments).stdout(Stdio::null()).stderr(Stdio::null());
        run
    }

    /// The run under another program, as `strace`.
    pub(crate) fn run_under(&self, other: &[&str]) -> Command {
        let mut run = Command::new(other[0]);
        run.args(&other[1..]).arg(env!("CARGO_BIN_EXE_gainsay")).args(self.arguments);
        run.current_dir(self.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        run
    }

    /// Starts the run and waits until something stands there that it writes, or it has ended.
    pub(crate) fn caught_writing(&self) -> Child {
        let mut run = self.run().spawn().unwrap();
        while left(self.path()) == 0 && run.try_wait().unwrap().is_none() {
            std::hint::spin_loop();
        }
        run
    }

    /// How long a run takes that nothing disturbs.
    pub(crate) fn takes(&self) -> Duration {
        let begun = Instant::now();
        self.run().status().unwrap();
        begun.elapsed()
    }

    /// Whether an undisturbed run makes all new and leaves nothing else.
    #[track_caller]
    pub(crate) fn goes_well_again(&self) {
        let status: ExitStatus = self.run().status().unwrap();
        assert_eq!(status.code(), Some(self.code));
        assert_eq!(self.state("in the end"), State::New);
        assert_eq!(left(self.path()), 0, "it tidies up");
    }
}

/// How many temporary files and folders stand where files are written.
pub(crate) fn left(dossier: &Path) -> usize {
    let folders = ["", "reports", "sources"].map(|folder| dossier.join(folder));
    let names = folders.iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
    let is_left = |name: &str| name.starts_with(".gainsay-");
    names.filter(|entry| entry.as_ref().is_ok_and(|it| is_left(&it.file_name().to_string_lossy()))).count()
}

/// How often something is tried; more by the environment.
pub(crate) fn rounds(few: u32) -> u32 {
    let asked = std::env::var("GAINSAY_ROUNDS").ok().and_then(|rounds| rounds.parse().ok());
    asked.unwrap_or(1_u32) * few
}

/// Numbers without an order that one sees; the same in each run.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most.max(1)
    }
}
