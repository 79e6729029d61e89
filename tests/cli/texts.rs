//! Texts of many kinds in a dossier, and the lock that attests them.

use crate::run::{Dossier, SMALL};

const PAGE: &str = "<html><title>Fire</title><p>On Friday 3 were killed, the mayor said.</p></html>";

/// The small dossier whose first source has a text in a file of this name, of these bytes.
fn with_text(name: &str, bytes: &[u8]) -> Dossier {
    let dossier = Dossier::new(&SMALL);
    dossier.write_bytes(&format!("sources/{name}"), bytes);
    let text = format!("text = \"{name}\", published");
    let sources = dossier.read("sources/sources.toml").replacen("published", &text, 1);
    dossier.write("sources/sources.toml", &sources);
    dossier
}

fn rules(dossier: &Dossier) -> Vec<String> {
    let check = dossier.gainsay(&["check", "--format", "json"]).json();
    let findings = check["findings"].as_array().expect("a check has findings").clone();
    let about = ["text-not-held", "quote-", "lock-", "words-", "wordless-", "damaged-", "altered-"];
    let rule = |finding: &serde_json::Value| finding["rule"].as_str().unwrap_or_default().to_owned();
    let mut rules: Vec<String> =
        findings.iter().map(rule).filter(|rule| about.iter().any(|it| rule.starts_with(it))).collect();
    rules.dedup();
    rules
}

#[test]
fn a_text_that_is_held_needs_no_hash_and_the_lock_attests_it() {
    let dossier = with_text("page.html", PAGE.as_bytes());
    dossier.gainsay(&["lock"]).says(&["1 seen now"]);
    let lock = dossier.read("sources/quotes.lock");
    for key in [
        "[[text]]",
        "source = \"herald\"",
        "encoding = \"UTF-8\"",
        "extractor = \"gainsay-page",
        "words = \"",
    ] {
        assert!(lock.contains(key), "{key} is not in\n{lock}");
    }
    // The other source has no text here, nor an entry.
    assert_eq!(rules(&dossier), ["quote-unlocked", "text-not-held"]);
    std::fs::remove_file(dossier.path().join("sources/page.html")).unwrap();
    let check = dossier.gainsay(&["check", "--format", "json"]);
    assert!(check.findings("quote-unlocked").iter().all(|finding| finding["claims"][0] == "courier#killed"));
}

#[test]
fn a_new_claim_that_was_seen_is_told_of_once_and_at_warn() {
    let dossier = with_text("page.html", PAGE.as_bytes());
    dossier.gainsay(&["lock"]);
    let claims = dossier.read("claims/claims.toml");
    let more = |id: &str| {
        format!(
            "\n[[claim]]\nid = \"{id}\"\nsource = \"herald\"\nquestion = \"fire/killed\"\nvalue = 3\nquote = \"Friday 3 were killed\"\n"
        )
    };
    dossier.write("claims/claims.toml", &(claims + &more("b") + &more("c")));
    let check = dossier.gainsay(&["check", "--format", "json"]);
    let told = check.findings("lock-incomplete");
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0]["message"].as_str(), told[0]["level"].as_str()),
        (Some("2 quotes are not yet locked"), Some("warn"))
    );
}

#[test]
fn another_extractor_is_told_as_that_and_other_bytes_as_those() {
    let dossier = with_text("page.html", PAGE.as_bytes());
    dossier.gainsay(&["lock"]);
    let lock = dossier.read("sources/quotes.lock");
    let words = lock.lines().find(|line| line.starts_with("words = ")).expect("it has the words").to_owned();
    let other = format!("words = \"{}\"", "0".repeat(64));
    dossier.write(
        "sources/quotes.lock",
        &lock.replace(&words, &other).replacen("gainsay-page 1", "gainsay-page 0", 1),
    );
    dossier.gainsay(&["check"]).says(&["are taken otherwise than when it was locked", "by gainsay-page 0"]);
    dossier.write("sources/quotes.lock", &lock);
    dossier.write("sources/page.html", &PAGE.replace("Friday", "Monday"));
    dossier.gainsay(&["check"]).says(&["the quote of `herald#killed` is not attested by the lock"]);
}

#[test]
fn what_is_not_read_is_unchecked_and_named() {
    let dossier = with_text("report.pdf", b"%PDF-1.7\n3 were killed");
    dossier.gainsay(&["check"]).says(&["a quote of source `herald` could not be checked: PDF is not read"]);
    assert_eq!(rules(&dossier), ["text-not-held"]);
    dossier
        .gainsay(&["find", "3 were killed", "sources/report.pdf"])
        .exits(2)
        .says(&["unchecked: nothing was looked at", "the file is not read: PDF"]);
    let found =
        dossier.gainsay(&["find", "3 were killed", "sources/report.pdf", "--format", "json"]).exits(2).json();
    assert_eq!((&found["outcome"], &found["read_as"]["kind"]), (&"unchecked".into(), &"PDF".into()));
    dossier.write(
        "sources/report.pdf",
        "<title>Just a moment...</title><p>Please enable JavaScript and cookies to continue</p>",
    );
    dossier
        .gainsay(&["find", "3 were killed", "sources/report.pdf"])
        .exits(2)
        .says(&["asks whether a reader is human"]);
}

#[test]
fn a_text_beside_a_file_holds_its_quotes_and_the_hash_is_the_files() {
    let dossier = with_text("report.txt", b"On Friday 3 were killed, the mayor said.\n");
    dossier.write("sources/report.pdf", "%PDF-1.7");
    let hash = "4a3a9ae0da2ad1b6ad8c8f4b5f10a1b7e5fb3e5b6d2b36b5e2d1ce2f1b33c0de";
    let sources = dossier.read("sources/sources.toml");
    let of = |hash: &str| {
        sources.replacen("text = ", &format!("text-of = \"report.pdf\", sha256 = \"{hash}\", text = "), 1)
    };
    dossier.write("sources/sources.toml", &of(hash));
    dossier.gainsay(&["check"]).says(&["the text of source `herald` has changed since it was recorded"]);
    dossier.write(
        "sources/sources.toml",
        &of("86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b"),
    );
    std::fs::remove_file(dossier.path().join("sources/report.pdf")).unwrap();
    assert_eq!(rules(&dossier), ["text-not-held"]);
    dossier.gainsay(&["lock"]).says(&["1 seen now"]);
    assert_eq!(rules(&dossier), ["quote-unlocked", "text-not-held"]);
}

#[test]
fn what_was_saved_in_place_of_a_page_is_a_finding_and_not_a_text_that_is_not_held() {
    let page = "<html><title>Just a moment...</title><p>Checking your browser before accessing</p></html>";
    let dossier = with_text("page.html", page.as_bytes());
    dossier
        .gainsay(&["check"])
        .exits(1)
        .says(&["the text of source `herald` has no words of it", "whether a reader is human"]);
    dossier.gainsay(&["lock"]).exits(2);
    dossier.gainsay(&["text", "herald"]).exits(1);
}

#[test]
fn the_words_of_a_source_and_of_a_file_are_printed_with_what_took_them() {
    let dossier = with_text("page.html", PAGE.as_bytes());
    let said = ["HTML, UTF-8", "gainsay-page 1", "[title]", "3  On Friday 3 were killed, the mayor said."];
    dossier.gainsay(&["text", "herald"]).exits(0).says(&said);
    dossier.gainsay(&["text", "sources/page.html"]).exits(0).says(&said);
    dossier.gainsay(&["text", "nothing"]).exits(2);
    let json = dossier.gainsay(&["text", "herald", "--format", "json"]).json();
    assert_eq!((&json["lines"][2]["line"], &json["lines"][0]["where"]), (&3.into(), &"title".into()));
}

#[test]
fn a_quote_of_subtitles_has_its_time() {
    let srt =
        "1\n00:01:05,000 --> 00:01:07,000\nOn Friday 3\n\n2\n00:01:07,000 --> 00:01:09,500\nwere killed.\n";
    let dossier = with_text("talk.srt", srt.as_bytes());
    dossier
        .gainsay(&["find", "Friday 3 were killed", "sources/talk.srt"])
        .exits(0)
        .says(&["at 00:01:05.0-00:01:09.5"]);
    dossier
        .gainsay(&["pin", "herald", "Friday 3 were killed"])
        .exits(0)
        .says(&["locator = \"00:01:05.0-00:01:09.5\""]);
    assert_eq!(rules(&dossier), ["text-not-held"]);
}
