//! What is written stays whole: runs that are killed, interrupted or run twice at once, disks that are full or read-only.
//!
//! `GAINSAY_ROUNDS` says how many times as often each is tried: with 20 there are 600 kills at any time, 180 while a run writes and 120 pairs. What cannot be tried here (no strace, no disk of our own) is ignored, and
//! with `GAINSAY_WRITES=required` it fails.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::disallowed_methods, reason = "a test reads and writes what it is about")]
#![allow(clippy::panic, reason = "that is how a test fails")]
#![allow(clippy::print_stdout, reason = "how much was tried is what such a test has to say")]

#[cfg(unix)]
mod disks;
#[cfg(unix)]
mod ground;
#[cfg(unix)]
mod kills;
#[cfg(unix)]
mod pairs;
#[cfg(unix)]
#[allow(dead_code, reason = "the tests of the command line use all of it")]
#[path = "../cli/run.rs"]
mod run;
#[cfg(unix)]
mod steps;
#[cfg(unix)]
mod talk;

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    use libtest_mimic::{Arguments, Trial};

    let is_required = std::env::var_os("GAINSAY_WRITES").is_some_and(|wanted| wanted == "required");
    let (strace, script) = (steps::strace(), talk::script());
    let disk = disks::own_disk();
    let trial = |name: &str, can: bool, test: Box<dyn FnOnce() + Send>| {
        let run = move || {
            if !can {
                return Err("what it takes is not here: it was not tried".into());
            }
            test();
            Ok(())
        };
        Trial::test(name, run).with_ignored_flag(!can && !is_required)
    };
    let (on_full, on_read_only) = (disk.clone(), disk.clone());
    let trials = vec![
        trial("a_kill_at_any_time_leaves_old_or_new", true, Box::new(kills::at_any_time)),
        trial("a_kill_while_it_writes_leaves_old_or_new", true, Box::new(kills::while_it_writes)),
        trial("an_interrupt_leaves_nothing_behind", true, Box::new(kills::interrupts)),
        trial("two_runs_at_once_do_not_mix", true, Box::new(pairs::at_once)),
        trial("a_talk_on_a_terminal_adds_what_is_answered", script, Box::new(talk::adding)),
        trial("a_talk_that_is_refused_writes_nothing", script, Box::new(talk::refusing)),
        trial("a_talk_goes_back_and_keeps_what_was_said", script, Box::new(talk::correcting)),
        trial("a_talk_asks_what_the_words_do_not_tell", script, Box::new(talk::asking)),
        trial("a_talk_completes_the_words_from_the_text", script, Box::new(talk::completing)),
        trial("a_talk_withholds_what_it_would_complete", script, Box::new(talk::withholding)),
        trial("a_kill_at_each_step_leaves_old_or_new", strace, Box::new(steps::kills)),
        trial("an_interrupt_at_each_step_waits_for_the_last", strace, Box::new(steps::interrupts)),
        trial("a_step_that_fails_leaves_old_or_new", strace, Box::new(steps::failures)),
        trial(
            "a_full_disk_says_so_and_leaves_the_old",
            disk.is_some(),
            Box::new(move || disks::full(&on_full.unwrap_or_default())),
        ),
        trial(
            "a_read_only_disk_or_folder_says_so_and_leaves_the_old",
            disk.is_some(),
            Box::new(move || disks::read_only(&on_read_only.unwrap_or_default())),
        ),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
