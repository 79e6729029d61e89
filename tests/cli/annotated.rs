//! A draft with notes in its margin: what is written, and what is never written over.

use std::os::unix::fs::symlink;

use crate::run::{Dossier, SMALL};

const DRAFT: &str = "Four people were killed in the fire, the mayor said.\n";

/// A dossier with a draft beside it.
fn ground() -> Dossier {
    let dossier = Dossier::new(&SMALL);
    dossier.write("draft.md", DRAFT);
    dossier
}

#[test]
fn the_page_is_written_and_the_findings_are_printed_as_without_it() {
    let dossier = ground();
    for format in ["human", "concise", "json", "sarif", "github"] {
        let plain = dossier.gainsay(&["draft", "draft.md", "--format", format]);
        let run = dossier.gainsay(&["draft", "draft.md", "--format", format, "--annotate", "page.html"]);
        assert_eq!((run.code, &run.out), (plain.code, &plain.out), "{format}");
        assert_eq!(run.err.trim_end(), format!("{}wrote page.html: 1 note", plain.err), "{format}");
        let page = dossier.read("page.html");
        assert!(page.contains("<code>draft-contradicts</code>") && page.ends_with("</html>"), "{page}");
        std::fs::remove_file(dossier.path().join("page.html")).unwrap();
    }
    assert_eq!(dossier.read("draft.md"), DRAFT, "nothing is written into the draft");
}

#[test]
fn a_draft_is_never_written_over() {
    let dossier = ground();
    dossier.write("other.md", "Three people were killed, the mayor said.\n");
    symlink("draft.md", dossier.path().join("link.md")).unwrap();
    std::fs::create_dir(dossier.path().join("sub")).unwrap();
    for page in ["draft.md", "./draft.md", "sub/../draft.md", "link.md"] {
        let arguments = ["draft", "other.md", "draft.md", "--annotate", page];
        let run =
            dossier.gainsay(&arguments).exits(2).says(&["is a draft, and nothing is written into drafts"]);
        assert_eq!(run.out, "", "{page}");
        assert_eq!(dossier.read("draft.md"), DRAFT, "{page}");
    }
}

#[test]
fn no_link_leads_the_page_elsewhere() {
    let dossier = ground();
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("page.html"), "theirs").unwrap();
    dossier.write("other.html", "ours");
    for (link, target) in [
        ("out.html", outside.path().join("page.html")),
        ("in.html", "other.html".into()),
        ("gone.html", "none".into()),
    ] {
        symlink(target, dossier.path().join(link)).unwrap();
        dossier.gainsay(&["draft", "draft.md", "--annotate", link]).exits(2);
        assert!(dossier.path().join(link).symlink_metadata().unwrap().is_symlink(), "{link} stays");
    }
    assert_eq!(std::fs::read_to_string(outside.path().join("page.html")).unwrap(), "theirs");
    assert_eq!(dossier.read("other.html"), "ours");
    dossier.gainsay(&["draft", "draft.md", "--annotate", "nowhere/page.html"]).exits(2).says(&["nowhere"]);
}

#[test]
fn a_page_takes_the_place_of_one_that_was_written_before() {
    let dossier = ground();
    dossier.write("page.html", "old");
    dossier.gainsay(&["draft", "draft.md", "--annotate", "page.html"]).exits(1);
    assert!(dossier.read("page.html").starts_with("<!doctype html>"));
    let others = std::fs::read_dir(dossier.path()).unwrap().count();
    assert_eq!(others, 5, "gainsay.toml, sources, claims, the draft and the page");
}
