//! Sources made of saved pages: what is proposed, what is written, and what is not.

use serde_json::{Value, json};

use crate::run::{Dossier, SMALL};

const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><head><title>Mill burns | The Herald</title>
<meta property="og:title" content="Mill burns"><meta property="og:site_name" content="THE HERALD">
<meta property="article:published_time" content="2024-03-02T08:15:00+0100"><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://www.herald.example/mill"></head>
<body><p>The old mill burnt on Friday, and 3 were killed, said the mayor.</p></body></html>"#;

const TOML: &str = "[source.herald-2024-03-02]\ntitle = \"Mill burns\"\npublisher = \"herald\"\nauthor = [\"Ann Lee\"]\n\
                    published = \"2024-03-02T08:15+01:00\"\nlanguage = \"en\"\nurl = \"https://www.herald.example/mill\"\n";

fn with_page(page: &str) -> Dossier {
    let dossier = Dossier::new(&SMALL);
    dossier.write("page.html", page);
    dossier
}

/// What a view says of a key: its value and where it was found.
fn key(view: &Value, key: &str) -> (Value, Value) {
    let keys = view["keys"].as_array().unwrap();
    keys.iter()
        .find(|it| it["key"] == key)
        .map_or_else(Default::default, |it| (it["value"].clone(), it["from"].clone()))
}

#[test]
fn a_saved_page_is_proposed_with_where_each_value_was_found_and_nothing_is_written() {
    let dossier = with_page(PAGE);
    let run = dossier.gainsay(&["source", "add", "page.html", "--format", "json"]).exits(0);
    let view = run.json();
    assert_eq!(
        (&view["id"], &view["file"]),
        (&json!("herald-2024-03-02"), &json!("sources/herald-2024-03-02.toml"))
    );
    assert_eq!(key(&view, "title"), (json!(["Mill burns"]), json!("meta og:title")));
    assert_eq!(key(&view, "publisher"), (json!(["herald"]), json!("meta og:site_name: `THE HERALD`")));
    assert_eq!(
        key(&view, "published"),
        (json!(["2024-03-02T08:15+01:00"]), json!("meta article:published_time"))
    );
    assert_eq!(key(&view, "language"), (json!(["en"]), json!("the element html")));
    assert!(view["toml"].as_str().unwrap().starts_with(TOML), "{view}");
    assert_eq!((&view["written"], &view["text"], &view["notes"]), (&json!(false), &Value::Null, &json!([])));
    let run = dossier.gainsay(&["source", "add", "page.html"]).exits(0);
    run.says(&["# would write sources/herald-2024-03-02.toml", "# meta og:title", "`--write` writes it"]);
    assert!(!dossier.path().join("sources/herald-2024-03-02.toml").exists());
}

#[test]
fn what_is_written_is_the_source_and_is_clean() {
    let dossier = with_page(PAGE);
    dossier.gainsay(&["source", "add", "page.html", "--write"]).exits(0).says(&["# wrote sources/"]);
    let hash = "sha256 = \"";
    let written = dossier.read("sources/herald-2024-03-02.toml");
    assert!(written.starts_with(&format!("{TOML}{hash}")) && !written.contains("text ="), "{written}");
    let check = dossier.gainsay(&["check", "--format", "json"]).exits(0).json();
    assert_eq!(check["counts"]["sources"], 3);
    // The same page is another source, and it is said that it is there.
    let again = dossier.gainsay(&["source", "add", "page.html", "--write"]).exits(0);
    again
        .says(&["wrote sources/herald-2024-03-02-2.toml", "source `herald-2024-03-02` is of the same bytes"]);
    let taken = ["source", "add", "page.html", "--write", "--id", "herald-2024-03-02"];
    dossier.gainsay(&taken).exits(2).says(&["stands already", "--id"]);
    assert_eq!(dossier.read("sources/herald-2024-03-02.toml"), written);
}

#[test]
fn a_text_is_copied_where_it_is_asked_for_and_its_quotes_are_held() {
    let dossier = with_page(PAGE);
    dossier.gainsay(&["source", "add", "page.html", "--write", "--keep-text", "--id", "mill"]).exits(0);
    assert_eq!(dossier.read("sources/mill.html"), PAGE);
    assert!(dossier.read("sources/mill.toml").contains("\ntext = \"mill.html\"\n"));
    let claim = "[[claim]]\nsource = \"mill\"\nquestion = \"fire/killed\"\nvalue = 3\nquote = \"3 were killed\"\nsaid-by = \"mayor\"\n";
    dossier.write("claims/mill.toml", claim);
    let check = dossier.gainsay(&["check", "--format", "json"]).exits(0).json();
    assert_eq!(check["counts"]["quotes"]["exact"], 1);
}

#[test]
fn nobody_is_made_up_as_a_publisher() {
    let unknown = PAGE.replace("THE HERALD", "The Gazette");
    let dossier = with_page(&unknown);
    let propose = |dossier: &Dossier| {
        dossier.gainsay(&["source", "add", "page.html", "--format", "json"]).exits(0).json()
    };
    // The address leads to the Herald all the same.
    assert_eq!(
        key(&propose(&dossier), "publisher"),
        (json!(["herald"]), json!("the address, herald.example"))
    );
    dossier.write("page.html", &unknown.replace("herald.example", "gazette.example"));
    let view = propose(&dossier);
    assert_eq!(key(&view, "publisher"), (json!(["unknown"]), json!("nothing")));
    assert!(
        view["notes"][0].as_str().unwrap().contains("`The Gazette` (meta og:site_name) is no agent"),
        "{view}"
    );
    assert_eq!(view["id"], "gazette-2024-03-02");
    // Another source at the site says whose it is.
    dossier.write("sources/more.toml", "[source.g]\ntitle = \"G\"\npublisher = \"courier\"\npublished = \"2024-03-01\"\nurl = \"https://gazette.example/x\"\n");
    assert_eq!(
        key(&propose(&dossier), "publisher"),
        (json!(["courier"]), json!("other sources at gazette.example"))
    );
    dossier.write("sources/more.toml", "[agent.other]\nname = \"Gazette\"\nkind = \"outlet\"\n[agent.third]\nname = \"X\"\naliases = [\"the gazette\"]\n");
    let view = propose(&dossier);
    assert_eq!(key(&view, "publisher").0, json!(["unknown"]));
    assert!(view["notes"][0].as_str().unwrap().contains("is a name of `other`, `third`"), "{view}");
    dossier.gainsay(&["source", "add", "page.html", "--publisher", "other", "--write"]).exits(0);
}

#[test]
fn what_would_fail_the_check_is_refused_and_nothing_is_written() {
    let dossier = with_page(PAGE);
    for (values, said) in [
        (&["--publisher", "heralt"][..], "no agent has the id `heralt`"),
        (&["--kind", "newz"], "kind"),
        (&["--published", "2/3/2024"], "`published` cannot be read as a date"),
        (&["--level", "fourth"], "level"),
    ] {
        let arguments = [&["source", "add", "page.html", "--write", "--id", "mill"][..], values].concat();
        let run = dossier.gainsay(&arguments).exits(1);
        run.says(&["refused: sources/mill.toml:", said, "nothing is written"]);
        assert!(!dossier.path().join("sources/mill.toml").exists());
    }
    for id in ["../mill", "A Mill", ""] {
        dossier.gainsay(&["source", "add", "page.html", "--write", "--id", id]).exits(2).says(&["is no id"]);
    }
    dossier.gainsay(&["source", "add", "nothing.html"]).exits(2).says(&["could not read `nothing.html`"]);
}

#[test]
fn what_is_not_read_is_said_and_its_hash_taken() {
    let dossier = with_page(PAGE);
    dossier.write("page.pdf", "%PDF-1.7\n");
    dossier.gainsay(&["source", "add", "page.pdf"]).exits(2).says(&["nothing says the title", "--title"]);
    let run =
        dossier.gainsay(&["source", "add", "page.pdf", "--title", "T", "--format", "json"]).exits(0).json();
    assert_eq!(key(&run, "sha256").0.as_array().map(Vec::len), Some(1));
    assert_eq!((key(&run, "published").0, &run["id"]), (json!(["unknown"]), &json!("t")));
    let notes = run["notes"].to_string();
    assert!(notes.contains("the file is not read: PDF") && notes.contains("--published"), "{notes}");
}

#[test]
fn what_auto_archiver_says_goes_with_the_page() {
    let dossier = with_page("<html><body><p>The old mill burnt on Friday.</p></body></html>");
    let archived = r#"{"status": "success", "metadata": {"url": "https://courier.example/mill", "title": "Mill fire",
        "timestamp": "2024-03-03T00:00:00+00:00", "_processed_at": "2024-03-04 09:30:00+00:00"},
        "media": [{"filename": "a.html", "urls": [], "properties": {"hash": "SHA-256:HASH"}}]}"#;
    dossier.write("metadata.json", &archived.replace("HASH", &"ab".repeat(32)));
    let json = |arguments: &[&str]| {
        dossier.gainsay(&[&["source", "add"], arguments, &["--format", "json"]].concat()).exits(0).json()
    };
    let both = json(&["page.html", "--metadata", "metadata.json"]);
    assert_eq!(key(&both, "title"), (json!(["Mill fire"]), json!("auto-archiver title")));
    assert_eq!(key(&both, "accessed").0, json!(["2024-03-04T09:30Z"]));
    assert_eq!(key(&both, "sha256").1, "the bytes of the file");
    assert_eq!(both["id"], "courier-2024-03-03");
    let alone = json(&["metadata.json"]);
    assert_eq!(key(&alone, "sha256"), (json!(["ab".repeat(32)]), json!("auto-archiver media a.html")));
    let kept = ["source", "add", "metadata.json", "--keep-text"];
    dossier.gainsay(&kept).exits(2).says(&["is no text itself", "--metadata"]);
}
