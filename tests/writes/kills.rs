//! Runs that are killed or interrupted from outside.

use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::ground::{Ground, Random, State, left, rounds};

/// What was seen, said so that one knows that something was tried.
fn say(what: &str, seen: &[State]) {
    let new = seen.iter().filter(|state| **state == State::New).count();
    println!("{what}: {} tried, {} left the old and {new} the new", seen.len(), seen.len() - new);
}

pub(crate) fn at_any_time() {
    let mut random = Random(1);
    let mut seen = Vec::new();
    for ground in Ground::all() {
        let most = ground.takes().as_micros() as u64;
        for round in 0..rounds(10) {
            ground.reset();
            let mut run = ground.run().spawn().unwrap();
            sleep(Duration::from_micros(random.below(most)));
            let _ = run.kill();
            run.wait().unwrap();
            seen.push(ground.state(&format!("killed at any time, round {round}")));
        }
        ground.goes_well_again();
    }
    say("kills at any time", &seen);
}

pub(crate) fn while_it_writes() {
    let mut random = Random(2);
    let mut seen = Vec::new();
    for ground in Ground::all() {
        for round in 0..rounds(3) {
            ground.goes_well_again();
            ground.reset();
            let mut run = ground.caught_writing();
            sleep(Duration::from_micros(random.below(4_000)));
            let _ = run.kill();
            run.wait().unwrap();
            seen.push(ground.state(&format!("killed while it writes, round {round}")));
        }
        ground.goes_well_again();
    }
    say("kills while it writes", &seen);
}

pub(crate) fn interrupts() {
    let mut seen = Vec::new();
    for (signal, number) in [("INT", 2), ("TERM", 15), ("HUP", 1)] {
        for ground in Ground::all() {
            for round in 0..rounds(1) {
                ground.reset();
                let mut run = ground.caught_writing();
                let mut send = Command::new("kill");
                send.args([&format!("-{signal}"), &run.id().to_string()]);
                // It may have ended by itself.
                let sent = send.stderr(Stdio::null()).status();
                assert!(sent.is_ok(), "there is a `kill`");
                let status = run.wait().unwrap();
                let is_ended = status.signal() == Some(number) || status.code() == Some(ground.code);
                assert!(is_ended, "{signal}: {status}");
                seen.push(ground.state(&format!("{signal}, round {round}")));
                assert_eq!(left(ground.path()), 0, "{signal} leaves nothing");
            }
        }
    }
    say("interrupts", &seen);
}
