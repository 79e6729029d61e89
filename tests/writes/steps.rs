//! Runs that are stopped at each step of writing, by strace: each system call that changes a folder or a file.

use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, ExitStatus, Stdio};

use crate::ground::{Ground, State, left, rounds};

/// The steps, by the names of their system calls; not every machine has all.
const STEPS: [&str; 14] = [
    "write",
    "fsync",
    "fchmod",
    "chmod",
    "fchmodat",
    "mkdir",
    "mkdirat",
    "link",
    "linkat",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
];

/// Whether there is a strace that may be used.
pub(crate) fn strace() -> bool {
    let mut probe = Command::new("strace");
    probe.args(["-f", "-o", "/dev/null", "true"]).stdout(Stdio::null()).stderr(Stdio::null());
    probe.status().is_ok_and(|status| status.success())
}

/// Runs it with each of its steps disturbed, one in each run; how many runs there were.
fn each_step(ground: &Ground, how: &str, mut look: impl FnMut(&str, ExitStatus)) -> usize {
    let mut tried = 0;
    for step in STEPS {
        for number in 1.. {
            ground.reset();
            let log = tempfile::NamedTempFile::new().unwrap();
            let inject = format!("inject=?{step}:{how}:when={number}");
            let trace = format!("trace=?{step}");
            let out = log.path().to_str().unwrap();
            let status =
                ground.run_under(&["strace", "-f", "-o", out, "-e", &trace, "-e", &inject]).status().unwrap();
            let said = std::fs::read_to_string(log.path()).unwrap();
            let is_met =
                said.contains("INJECTED") || said.contains("--- SIG") || said.contains("killed by SIG");
            if !is_met {
                break;
            }
            look(&format!("{how} at {step} {number}"), status);
            tried += 1;
        }
    }
    // As many as a file takes that is written, synced and put in its place.
    assert!(tried >= 3, "the steps of writing are no longer met");
    tried
}

pub(crate) fn kills() {
    let (mut tried, mut new) = (0, 0);
    for ground in Ground::all() {
        tried +=
            each_step(&ground, "signal=KILL", |when, _| new += usize::from(ground.state(when) == State::New));
        ground.goes_well_again();
    }
    println!("kills at each step: {tried} tried, {} left the old and {new} the new", tried - new);
}

pub(crate) fn interrupts() {
    let mut tried = 0;
    for ground in Ground::all() {
        tried += each_step(&ground, "signal=INT", |when, status| {
            assert_eq!(status.signal(), Some(2), "{when}");
            // Before it writes, or once it has: what it prints is a step too.
            let state = ground.state(when);
            assert!(when.contains("write") || state == State::New, "{when}: what was begun is not ended");
            assert_eq!(left(ground.path()), 0, "{when} leaves nothing");
        });
    }
    println!("interrupts at each step: {tried} tried");
}

pub(crate) fn failures() {
    let mut tried = 0;
    for ground in Ground::all() {
        for error in ["ENOSPC", "EIO", "EPERM"].into_iter().take(rounds(1) as usize) {
            tried += each_step(&ground, &format!("error={error}"), |when, status| {
                let state = ground.state(when);
                if status.code() == Some(ground.code) {
                    assert_eq!(state, State::New, "{when}: it says that it wrote");
                } else {
                    assert_eq!(status.code(), Some(2), "{when}");
                }
                // What may not be taken away stays until the next run.
                let is_kept = when.contains("unlink") || when.contains("rmdir");
                assert!(is_kept || left(ground.path()) == 0, "{when} leaves nothing");
            });
        }
    }
    println!("steps that fail: {tried} tried");
}
