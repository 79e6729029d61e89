//! Pages that were saved in place of the one that was meant: challenges, answers of servers, shells that a script fills.

use super::gates::{self, has_else, heads, is_titled, says_else};
use crate::capture::wordless::Wordless;

/// A page with more letters than this says something.
const FEW: usize = 700;

/// A page that is filled by a script may say so much while it loads.
const LOADING: usize = 40;

/// A page with fewer letters than this may be about nothing but itself.
const VERY_FEW: usize = 200;

/// A page that asks for consent says at most so much.
const MUCH: usize = 4000;

/// What challenge pages say, and others hardly; in small letters.
const CHALLENGES: [&str; 19] = [
    "checking your browser",
    "checking if the site connection is secure",
    "enable javascript and cookies to continue",
    "verify you are human",
    "verifying you are human",
    "verify that you are human",
    "verify you are a human",
    "verify you're human",
    "you are not a robot",
    "you're not a robot",
    "attention required! | cloudflare",
    "ddos protection by",
    "performance & security by cloudflare",
    "pardon our interruption",
    "unusual traffic from your",
    "access to this page has been denied",
    "request unsuccessful. incapsula",
    "complete the security check",
    "security check to access",
];

/// What challenge pages say and a story may say too.
const CHALLENGES_OF_FEW: [&str; 9] = [
    "just a moment",
    "are you a robot",
    "not a robot",
    "bot verification",
    "human verification",
    "robot check",
    "please enable cookies",
    "captcha",
    "one more step",
];

/// What servers and archives say where they do not give a page.
const ANSWERS: [&str; 13] = [
    "404 not found",
    "403 forbidden",
    "401 unauthorized",
    "429 too many requests",
    "500 internal server error",
    "502 bad gateway",
    "503 service",
    "504 gateway",
    "access denied",
    "error 1020",
    "response at crawl time",
    "page cannot be displayed due to robots.txt",
    "you are being redirected",
];

/// What challenge pages are built of; in small letters.
const WORKS: [&str; 9] = [
    "/cdn-cgi/challenge-platform",
    "cf-browser-verification",
    "cf_chl_opt",
    "_incapsula_resource",
    "captcha-delivery.com",
    "px-captcha",
    "challenges.cloudflare.com",
    "awswafintegration",
    "sucuri_cloudproxy",
];

/// What of a page tells whether it says something.
pub(in crate::capture) struct Shown<'p> {
    /// As it was saved.
    pub(in crate::capture) page: &'p str,
    /// What a reader sees.
    pub(in crate::capture) words: &'p str,
    /// Letters and digits of it that stand below the title.
    pub(in crate::capture) body: usize,
    pub(in crate::capture) has_scripts: bool,
}

/// Why a page yields no words, if it yields none.
pub(in crate::capture) fn instead(shown: &Shown<'_>) -> Option<Wordless> {
    let Shown { page, words, body, has_scripts } = *shown;
    if body > MUCH {
        return None;
    }
    let small = words.to_lowercase().replace('’', "'").replace('\u{A0}', " ");
    if is_consent(&small, body) {
        return Some(Wordless::Consent);
    }
    if body > FEW {
        return None;
    }
    let page = page.to_ascii_lowercase();
    let says = |phrases: &[&str]| {
        phrases.iter().any(|said| small.contains(said) || body == 0 && page.contains(said))
    };
    let is_short = body <= VERY_FEW;
    let is_built_so = WORKS.iter().any(|work| page.contains(work)) && is_short;
    let says_so = says(&CHALLENGES) || gates::says(&small, gates::CHALLENGES);
    if says_so
        || is_built_so
        || (is_short && (says(&CHALLENGES_OF_FEW) || gates::says(&small, gates::CHALLENGES_OF_FEW)))
    {
        return Some(Wordless::Challenge);
    }
    if is_short && (ANSWERS.iter().any(|said| small.contains(said)) || heads(&small, gates::NOT_FOUND))
        || is_titled(&small, gates::NOT_FOUND)
    {
        return Some(Wordless::Answer);
    }
    if is_login(&small, &page) {
        return Some(Wordless::Login);
    }
    match body {
        0 if has_scripts => Some(Wordless::Shell),
        0 if words.trim().is_empty() => Some(Wordless::Empty),
        0 => Some(Wordless::Untold),
        _ if has_scripts && body <= LOADING && is_loading(&small) => Some(Wordless::Shell),
        _ => None,
    }
}

/// Whether a page is one that must be agreed to first: it asks so, has what is pressed to agree, and speaks of nothing else.
fn is_consent(words: &str, body: usize) -> bool {
    if body == 0 || !gates::says(words, gates::AGREE) {
        return false;
    }
    let begins = |line: &str| gates::BEFORE.split('|').any(|said| line.trim().starts_with(said));
    if words.lines().any(begins) {
        return !says_else(words, &[gates::CONSENT, gates::BEFORE, gates::AGREE, gates::SERVICES]);
    }
    // A page may ask so above its own words.
    gates::says(words, gates::PARTNERS) && !has_else(words, &[gates::CONSENT, gates::PARTNERS, gates::AGREE])
}

/// Whether a page is a form to log in. One that sells its article is what is left of the article.
fn is_login(words: &str, page: &str) -> bool {
    let has_field = page.contains("type=\"password\"")
        || page.contains("type=password")
        || page.contains("type='password'");
    has_field
        && !gates::says(words, gates::SUBSCRIBE)
        && (is_titled(words, gates::LOG_IN)
            || gates::says(words, gates::LOG_IN) && !says_else(words, &[gates::LOG_IN, gates::ACCOUNT]))
}

/// Whether a page says that its words are still to come.
fn is_loading(words: &str) -> bool {
    ["loading", "please wait", "enable javascript", "javascript is required", "redirecting"]
        .iter()
        .any(|said| words.contains(said))
}
