//! The desk page in a real browser: headless Chromium, driven by keys. Where there is none on the PATH each test is ignored, and with
//! `GAINSAY_BROWSER=required` it fails.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::panic, reason = "that is how a test fails")]
#![allow(clippy::disallowed_methods, reason = "a test reads and writes what it is about")]

use std::path::Path;
use std::process::ExitCode;

mod acts;
mod desk;
mod driven;
mod shown;

use acts::*;
use driven::Test;
use shown::*;

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
    driven::run(TESTS)
}
