//! Drafts against the record of the repository.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use docx_rs::{Comment, Docx, Paragraph, Run as Words};
use serde_json::Value;

use crate::run::{Dossier, Run, SMALL, gainsay_in, program, repository};

/// The paragraphs of our own, with ten faults.
const TEN: &str = include_str!("draft/ten.md");

/// What is amiss in them: by which rule, and with which words.
const FAULTS: [(&str, &str); 10] = [
    ("draft-contradicts", "Four"),
    ("draft-sharpened", "34"),
    ("draft-flat", "Jordan"),
    ("draft-unnamed", "Syria"),
    ("draft-quote", "one such brand"),
    ("draft-stale", "dozens"),
    ("draft-unsupported", "45 million dollars"),
    ("draft-name", "Kataib Hezbolah"),
    ("draft-quote", "never cause a decline"),
    ("draft-scope", "nearly 200"),
];

/// Runs the program in a folder, with a draft on its standard input.
fn gainsay_with_input(folder: &Path, arguments: &[&str], draft: &str) -> Run {
    let mut program = program();
    program.current_dir(folder).args(arguments);
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().expect("the program starts");
    child.stdin.take().unwrap().write_all(draft.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().expect("the program was not killed"),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("errors are UTF-8"),
    }
}

/// The rule, the words and the file of each finding.
fn found(view: &Value) -> Vec<(String, String, String)> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let findings = view["findings"].as_array().unwrap().iter();
    findings.map(|it| (text(it, "rule"), text(it, "words"), text(it, "file"))).collect()
}

/// What is found in a draft, of which the bytes are given.
fn found_in(name: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let folder = Dossier::new(&[]);
    folder.write_bytes(name, bytes);
    let path = folder.path().join(name);
    let run = gainsay_in(
        &repository(),
        &["draft", "--format", "json", "--dated", "2024-07-01", path.to_str().unwrap()],
    );
    found(&run.json()).into_iter().map(|(rule, words, _)| (rule, words)).collect()
}

fn as_expected() -> Vec<(String, String)> {
    FAULTS.iter().map(|(rule, words)| ((*rule).to_owned(), (*words).to_owned())).collect()
}

/// The prose of the report on the repository.
fn prose() -> String {
    gainsay_in(&repository(), &["report", "--format", "prose"]).exits(0).out
}

#[test]
fn the_prose_of_a_report_is_carried_by_its_record() {
    let folder = Dossier::new(&[("prose.md", &prose())]);
    let path = folder.path().join("prose.md");
    let run = gainsay_in(&repository(), &["draft", "--format", "json", path.to_str().unwrap()]).exits(0);
    let view = run.json();
    assert_eq!(found(&view), [], "{}", run.out);
    // It holds something: so many quotations, and what the record answers with figures, dates and names.
    assert!(view["counts"]["quotations"].as_u64() > Some(60), "{}", view["counts"]);
    assert!(view["counts"]["carried"].as_u64() > Some(10), "{}", view["counts"]);
}

/// Each is made in the paragraph that it is about, below its heading: paragraphs are judged each by itself but for what they speak of.
#[test]
fn each_change_of_the_prose_is_found_and_nothing_else_is() {
    let changes: toml::Table = include_str!("draft/mutations.toml").parse().unwrap();
    let changes = changes["mutation"].as_array().unwrap();
    assert!(changes.len() >= 60, "{}", changes.len());
    let prose = prose();
    let paragraphs: Vec<&str> = prose.split("\n\n").collect();
    let (folder, mut arguments) = (Dossier::new(&[]), vec!["draft".to_owned(), "--format=json".to_owned()]);
    let mut expected: Vec<(String, String, PathBuf)> = Vec::new();
    for (number, change) in changes.iter().enumerate() {
        let text = |key: &str| change[key].as_str().unwrap();
        assert_eq!(prose.matches(text("from")).count(), 1, "`{}` stands once", text("from"));
        let at = paragraphs.iter().position(|it| it.contains(text("from"))).unwrap();
        let heading = paragraphs[..at].iter().rev().find(|it| !it.contains(['?', '.'])).unwrap();
        let name = format!("{number:02}.md");
        folder.write(&name, &format!("{heading}\n\n{}\n", paragraphs[at].replace(text("from"), text("to"))));
        let path = folder.path().join(&name);
        arguments.push(path.to_str().unwrap().to_owned());
        expected.push((text("rule").to_owned(), text("words").to_owned(), path));
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let found = found(&gainsay_in(&repository(), &arguments).exits(1).json());
    let found = found.into_iter().map(|(rule, words, file)| (rule, words, PathBuf::from(file)));
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn ten_faults_are_found_in_each_form_of_a_draft() {
    assert_eq!(found_in("ten.md", TEN.as_bytes()), as_expected());
    assert_eq!(found_in("ten.txt", TEN.as_bytes()), as_expected());
    let paragraphs: Vec<&str> = TEN.trim_end().split("\n\n").collect();
    let page = paragraphs.iter().map(|it| format!("<p>{it}</p>\n")).collect::<String>();
    assert_eq!(found_in("ten.html", format!("<!doctype html><body>\n{page}").as_bytes()), as_expected());
    let docx = paragraphs.iter().fold(Docx::new(), |docx, it| {
        docx.add_paragraph(Paragraph::new().add_run(Words::new().add_text(*it)))
    });
    assert_eq!(found_in("ten.docx", &packed(docx)), as_expected());
}

fn packed(docx: Docx) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).unwrap();
    bytes.into_inner()
}

/// What a figure of a draft is held against, and by what.
fn bound(view: &Value, words: &str) -> (String, String, String) {
    let all = view["statements"].as_array().unwrap();
    let one =
        all.iter().find(|it| it["words"] == words).unwrap_or_else(|| panic!("no `{words}` in {view:#}"));
    let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
    (text("bound_by"), text("question"), text("standing"))
}

#[test]
fn a_comment_that_names_a_claim_outweighs_a_better_looking_proposal() {
    let claim = "untitled-more-pressure#troops-jordan";
    let sentence = |figure: Paragraph| {
        let figure =
            figure.add_run(Words::new().add_text(" US troops are stationed there, in Jordan and in Iraq."));
        packed(Docx::new().add_paragraph(figure))
    };
    let folder = Dossier::new(&[]);
    let plain = Words::new().add_text("About 3,000");
    folder.write_bytes("plain.docx", &sentence(Paragraph::new().add_run(plain.clone())));
    let comment = Comment::new(1)
        .author("desk")
        .add_paragraph(Paragraph::new().add_run(Words::new().add_text(format!("this is {claim}, checked"))));
    let marked = Paragraph::new().add_comment_start(comment).add_run(plain).add_comment_end(1);
    folder.write_bytes("marked.docx", &sentence(marked));
    let view = |name: &str| {
        let path = folder.path().join(name);
        gainsay_in(&repository(), &["draft", "--format", "json", path.to_str().unwrap()]).json()
    };
    assert_eq!(bound(&view("plain.docx"), "About 3,000").0, "proposal");
    let marked = view("marked.docx");
    assert_eq!(bound(&marked, "About 3,000").0, "mark", "{marked:#}");
    let carried = &marked["statements"].as_array().unwrap()[0]["carried_by"];
    assert_eq!(carried.as_array().unwrap(), &[Value::from(claim)], "{marked:#}");
    // A claim that says something else is what it is held against, whatever else on record would carry it.
    let wrong = "Three[^untitled-more-pressure#wounded] US service members were killed at Tower 22, Joe Biden said.\n";
    let run = gainsay_with_input(&repository(), &["draft", "-", "--format", "json"], wrong).exits(1);
    assert_eq!(found(&run.json())[0].0, "draft-contradicts", "{}", run.out);
}

#[test]
fn marks_bind_in_each_form_of_a_draft() {
    let question = "tower-22/wounded";
    for (name, text) in [
        ("a.md", "Some [dozens](gainsay:tower-22/wounded) were hurt, Joe Biden said.\n"),
        ("b.md", "Some dozens[^tower-22/wounded] were hurt, Joe Biden said.\n"),
        (
            "c.md",
            "Some dozens[^1] were hurt, Joe Biden said.\n\n[^1]: untitled-more-pressure#wounded, page 2\n",
        ),
        (
            "d.html",
            "<p>Some <b data-claim=\"untitled-more-pressure#wounded\">dozens</b> were hurt, Joe Biden said.</p>",
        ),
    ] {
        let folder = Dossier::new(&[(name, text)]);
        let path = folder.path().join(name);
        let run = gainsay_in(&repository(), &["draft", "--format", "json", path.to_str().unwrap()]).exits(0);
        let expected = ("mark".to_owned(), question.to_owned(), "carried".to_owned());
        assert_eq!(bound(&run.json(), "dozens"), expected, "{name}: {}", run.out);
    }
    let unknown = "Some dozens[^untitled-more-pressure#wonded] were hurt.\n";
    let run = gainsay_with_input(&repository(), &["draft", "-"], unknown);
    run.says(&[
        "draft-unsupported",
        "`untitled-more-pressure#wonded`, which is not on record",
        "did you mean `untitled-more-pressure#wounded`?",
    ]);
}

#[test]
fn what_links_to_a_source_is_held_against_that_source_alone() {
    let dossier = Dossier::of_the_repository();
    for (source, url) in [("militias-step-up-warnings", "warnings"), ("untitled-more-pressure", "pressure")] {
        let path = format!("sources/{source}.toml");
        let text = dossier.read(&path).replacen(
            "title = ",
            &format!("url = \"https://desk.example/{url}\"\ntitle = "),
            1,
        );
        dossier.write(&path, &text);
    }
    let here = "[^1]: https://desk.example/warnings/";
    for (figure, linked, is_carried) in [
        ("About 2,500", "", true),
        ("[About 2,500](https://desk.example/warnings)", "", true),
        ("[About 2,500](http://www.desk.example/pressure)", "", false),
        ("About 2,500[^1]", here, true),
        ("About 3,000[^1]", here, false),
        ("<b data-claim=militias-step-up-warnings>About 2,500</b>", "", true),
    ] {
        let draft = format!("{figure} US troops are stationed in Iraq and Jordan.\n\n{linked}\n");
        let run = gainsay_with_input(dossier.path(), &["draft", "-", "--format", "json"], &draft);
        let rules: Vec<String> = found(&run.json()).into_iter().map(|(rule, ..)| rule).collect();
        let expected: &[&str] = if is_carried { &[] } else { &["draft-unsupported"] };
        assert_eq!(rules, expected, "{draft}{}", run.out);
    }
}

#[test]
fn a_draft_that_is_none_or_says_nothing_is_refused() {
    let folder =
        Dossier::new(&[("empty.md", "Nothing is said here that could be held.\n"), ("a.pdf", "%PDF-1.7\n")]);
    folder.write_bytes("broken.docx", b"PK\x03\x04 and no more");
    let run = |name: &str| {
        gainsay_in(&repository(), &["draft", folder.path().join(name).to_str().unwrap()]).exits(2)
    };
    run("empty.md").says(&["nothing was checked"]);
    run("a.pdf").says(&["a.pdf", "PDF"]);
    run("broken.docx").says(&["broken.docx", "ZIP"]);
    run("missing.md").says(&["missing.md"]);
    let nowhere = Dossier::new(&[("d.md", "Three were killed.\n")]);
    gainsay_in(nowhere.path(), &["draft", "d.md"]).exits(2).says(&["gainsay.toml"]);
}

#[test]
fn a_finding_shows_the_sentence_both_readings_and_what_the_record_carries() {
    let draft = "A drone struck Tower 22, and 34 were injured, President Joe Biden said.\n";
    let run = gainsay_with_input(&repository(), &["draft", "-"], draft).exits(1);
    run.says(&[
        "error[draft-sharpened]: `34` says more than the record: Joe Biden says `dozens`",
        "A drone struck Tower 22, and 34 were injured",
        "claims/untitled-more-pressure.toml",
        "“injured dozens”",
        "that it answers `tower-22/wounded` is a proposal",
        "`34`",
        "`dozens` (13 or more)",
        "the record carries: Joe Biden says “dozens”",
    ]);
    let view = gainsay_with_input(&repository(), &["draft", "-", "--format", "json"], draft).json();
    assert_eq!(view["schema"], "gainsay/draft/1");
    let finding = &view["findings"][0];
    assert_eq!((finding["line"].as_u64(), finding["column"].as_u64()), (Some(1), Some(30)), "{finding:#}");
    assert_eq!(finding["sentence"], draft.trim());
    assert_eq!(finding["record"][0]["reading"], "13 or more, usually 24 to 99");
    let concise = gainsay_with_input(&repository(), &["draft", "-", "--format", "concise"], draft);
    concise.says(&["-:1:30: deny[draft-sharpened]:"]);
    let github = gainsay_with_input(&repository(), &["draft", "-", "--format", "github"], draft);
    github.says(&["::error file=-,line=1,col=30,title=draft-sharpened::"]);
    let sarif = gainsay_with_input(&repository(), &["draft", "-", "--format", "sarif"], draft).json();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "draft-sharpened");
}

/// Annotations on a pull request need paths from the repository's root: of the record and of the draft, wherever the run stands.
#[test]
fn places_are_those_of_the_repository() {
    let repository = Dossier::new(&[("texts/a.md", "Five[^herald#killed] were killed in the fire.\n")]);
    for (path, text) in SMALL {
        repository.write(&format!("desk/{path}"), text);
    }
    std::fs::create_dir(repository.path().join(".git")).unwrap();
    for (folder, draft) in [(".", "texts/a.md"), ("desk", "../texts/a.md"), ("texts", "./a.md")] {
        let dossier = repository.path().join("desk");
        let run = |format: &str| {
            let arguments = ["draft", draft, "--dossier", dossier.to_str().unwrap(), "--format", format];
            gainsay_in(&repository.path().join(folder), &arguments).exits(1)
        };
        run("github").says(&[
            "::error file=texts/a.md,line=1,col=1,title=draft-contradicts::",
            "%0Abeside desk/claims/claims.toml:11:9: ",
        ]);
        let sarif = run("sarif").json();
        let result = &sarif["runs"][0]["results"][0];
        let uri = |place: &str| &result[place][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert_eq!(uri("locations"), "texts/a.md", "{folder}: {result:#}");
        assert_eq!(uri("relatedLocations"), "desk/claims/claims.toml", "{folder}: {result:#}");
    }
}

#[test]
fn a_sentence_that_leads_to_a_source_and_has_nothing_to_hold_is_no_pass() {
    let dossier = Dossier::new(&SMALL);
    let vague = "It went [badly](gainsay:herald) for them.\n";
    let run = gainsay_with_input(dossier.path(), &["draft", "-"], vague).exits(2);
    run.says(&["nothing was checked", "not checked: -:1:1: leads to `herald`, no figure"]);
    let held = "Three[^herald#killed] were killed in [the fire](gainsay:herald).\n";
    for (draft, lines) in [(format!("{held}\n{vague}"), vec![3]), (held.to_owned(), vec![])] {
        let run = gainsay_with_input(dossier.path(), &["draft", "-", "--format", "json"], &draft);
        let unheld = run.json()["unheld"].as_array().unwrap().clone();
        assert_eq!(
            unheld.iter().map(|it| it["line"].as_u64().unwrap()).collect::<Vec<_>>(),
            lines,
            "{}",
            run.out
        );
    }
}

#[test]
fn words_of_restricted_sources_are_withheld_from_findings() {
    let dossier = Dossier::of_the_repository();
    let path = "sources/untitled-more-pressure.toml";
    let source = dossier.read(path);
    assert!(source.contains("kind = \"news\"\n"));
    dossier.write(path, &source.replace("kind = \"news\"\n", "kind = \"news\"\naccess = \"restricted\"\n"));
    let draft = "It was a “significant geographical departure out of Iran” at the time.\n";
    let run = gainsay_with_input(dossier.path(), &["draft", "-"], draft);
    run.says(&["draft-quote", "[withheld]"]);
}
