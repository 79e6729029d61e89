//! The desk page in a real browser: headless Chromium, driven by keys. Where there is none on the PATH each test is ignored, and with
//! `GAINSAY_BROWSER=required` it fails.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::panic, reason = "that is how a test fails")]
#![allow(clippy::disallowed_methods, reason = "a test reads and writes what it is about")]

use std::path::Path;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

mod acts;
mod desk;
mod driven;
mod shown;

use acts::*;
use shown::*;

/// A test and its name.
type Test = (&'static str, fn(&Path));

/// Lists tests, each under its own name.
macro_rules! tests {
    ($($name:ident),+ $(,)?) => { &[$((stringify!($name), $name as fn(&Path))),+] };
}

/// What is asked of the page.
const TESTS: &[Test] = tests![
    the_page_is_whole_at_any_width_in_any_light,
    keys_decide_on_what_waits,
    words_that_are_selected_become_a_claim,
    a_question_is_found_by_its_words_and_nothing_that_was_typed_is_lost,
    what_is_saved_is_added_and_the_record_is_clean,
    what_two_people_say_is_merged_and_differences_are_shown,
    answers_to_another_text_or_question_lapse,
    what_strangers_wrote_is_shown_as_text,
    a_paragraph_of_300_kilobytes_is_shown,
];

fn main() -> ExitCode {
    let browser = driven::browser();
    let is_required = std::env::var_os("GAINSAY_BROWSER").is_some_and(|wanted| wanted == "required");
    let trials = TESTS.iter().map(|(name, test)| {
        let browser = browser.clone();
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
