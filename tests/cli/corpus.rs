//! `gainsay corpus`: what is counted, that every change is told, and that docs/accuracy.md has what it prints.

use sha2::{Digest, Sha256};

use crate::payloads::{PAYLOADS, is_raw};
use crate::run::{Dossier, gainsay_in, repository};
use crate::schema::Schema;

/// Writes a set of a kind with its cases, by the name of their file.
pub(crate) fn write_set(dossier: &Dossier, kind: &str, file: &str, cases: &str) {
    let hash: String = Sha256::digest(cases).iter().map(|byte| format!("{byte:02x}")).collect();
    let name = file.split('.').next().unwrap();
    let set = format!(
        "[set]\ntitle = \"Some cases\"\nkind = \"{kind}\"\nlabelled-by = \"own\"\nlicence = \"MIT\"\norigin = \"ours\"\n\
         label-rule = \"by hand\"\ndate = \"2024-03-10\"\ncases = \"cases/{file}\"\nsha256 = \"{hash}\"\n"
    );
    dossier.write(&format!("corpus/{name}.toml"), &set);
    dossier.write(&format!("corpus/cases/{file}"), cases);
}

/// Two are read as they are labelled, one otherwise, one is missed, one is read that should not be.
pub(crate) const READINGS: &str = "id\twords\tlabel\n\
    three\tthree\t3..3\n\
    dozens\tdozens\t13..; 24..99\n\
    some\tabout 200\tas 200\n\
    gross\ta gross\t144..144\n\
    rank\tthe third\tunread\n\
    seven\t7\tunread\n";

const RECORDED: &str =
    "[readings]\ngross = \"unread\"\nseven = \"7\"\nsome = \"160 to 240; usually 180 to 220\"\n";

fn corpus() -> Dossier {
    let dossier = Dossier::new(&[]);
    write_set(&dossier, "reading", "readings.tsv", READINGS);
    dossier.write("corpus/outcomes.toml", RECORDED);
    dossier
}

#[test]
fn what_is_right_wrong_and_missed_is_counted() {
    let view = corpus().gainsay(&["corpus", "--format", "json"]).exits(0).json();
    assert_eq!(Schema::of("corpus").faults(&view), Vec::<String>::new());
    let set = &view["sets"][0];
    let share = |key: &str| (set[key]["right"].as_u64().unwrap(), set[key]["of"].as_u64().unwrap());
    // Four are read, of which two rightly; four should be read.
    assert_eq!((share("precision"), share("recall"), share("as_labelled")), ((2, 4), (2, 4), (3, 6)));
    let amiss: Vec<(&str, &str)> = set["amiss"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["id"].as_str().unwrap(), it["how"].as_str().unwrap()))
        .collect();
    assert_eq!(amiss, [("some", "wrong"), ("gross", "missed"), ("seven", "false")]);
    // Wilson's interval of two of four.
    assert_eq!(set["precision"]["low"].as_f64(), Some(0.15));
    corpus().gainsay(&["corpus"]).exits(0).says(&["50.0 (15.0–85.0)", "every outcome is as it is recorded"]);
}

#[test]
fn an_outcome_that_changed_fails_whichever_way_until_it_is_recorded() {
    let dossier = corpus();
    // As if `a gross` had been read before, `dozens` not, and `7` as something else.
    let before =
        "[readings]\nseven = \"8\"\nsome = \"160 to 240; usually 180 to 220\"\ndozens = \"unread\"\n";
    dossier.write("corpus/outcomes.toml", before);
    dossier.gainsay(&["corpus"]).exits(1).says(&[
        "better readings/dozens: was unread, is as labelled",
        "worse readings/gross: was as labelled, is unread",
        "other readings/seven: was 8, is 7",
        "gainsay corpus --record",
    ]);
    dossier.gainsay(&["corpus", "--record"]).exits(0).says(&["outcomes.toml: 3 cases amiss"]);
    assert!(
        dossier.read("corpus/outcomes.toml").ends_with(RECORDED),
        "{}",
        dossier.read("corpus/outcomes.toml")
    );
    dossier.gainsay(&["corpus"]).exits(0);
    // What is recorded of a case that is gone is told too.
    dossier.write("corpus/outcomes.toml", &format!("{RECORDED}[gone]\nx = \"unread\"\n"));
    dossier.gainsay(&["corpus"]).exits(1).says(&["better gone/x"]);
}

#[test]
fn cases_that_are_not_those_that_the_set_tells_of_are_refused() {
    let dossier = corpus();
    dossier.write("corpus/cases/readings.tsv", &READINGS.replace("7\tunread", "7\t7..7"));
    let run = dossier.gainsay(&["corpus"]).exits(2);
    run.says(&["corpus/cases/readings.tsv", "corpus/readings.toml", "its SHA-256 is", "sha256"]);
}

#[test]
fn what_is_no_set_or_no_case_is_told_with_its_place_and_what_is_expected() {
    for (kind, file, cases, said) in [
        ("reading", "a.tsv", "id\twords\tlabel\n1\tthree\t3\n", &["a.tsv:2", "`3` is no label", "3..12"][..]),
        ("reading", "a.tsv", "id\twords\n1\n", &["a.tsv:2", "it has 1 cell", "id, words"]),
        (
            "reading",
            "a.tsv",
            "id\twords\tlabel\n1\tthree\tas threee\n",
            &["a.tsv:2", "the label `threee` is not read"],
        ),
        ("name", "a.tsv", "id\tone\tother\tlabel\n1\tKyiv\t東京\tsame\n", &["a.tsv:2", "東京", "Cyrillic"]),
        (
            "quote",
            "a.toml",
            "\n[[case]]\nid = \"1\"\nquote = \"x\"\nlabel = \"held\"\n",
            &["a.toml:2", "`held` is no outcome", "folded"],
        ),
        (
            "relation",
            "a.tsv",
            "id\ta\tb\tlabel\n1\t3\t4\tclash\n",
            &["a.tsv:2", "`clash` is no label", "quiet"],
        ),
        (
            "spotted",
            "a.tsv",
            "id\ttext\tfigures\n1\t3 men\t4\n",
            &["a.tsv:2", "`4` does not stand in the text"],
        ),
        ("rumour", "a.tsv", "id\n1\n", &["corpus/a.toml", "`kind` is `rumour`", "reading"]),
    ] {
        let dossier = Dossier::new(&[]);
        write_set(&dossier, kind, file, cases);
        dossier.gainsay(&["corpus"]).exits(2).says(said);
    }
}

#[test]
fn a_corpus_without_cases_checked_nothing() {
    let dossier = Dossier::new(&[]);
    dossier.gainsay(&["corpus"]).exits(2).says(&["corpus"]);
    write_set(&dossier, "reading", "a.tsv", "id\twords\tlabel\n");
    dossier.gainsay(&["corpus"]).exits(2).says(&["nothing was checked"]);
}

#[test]
fn each_kind_of_case_is_asked() {
    let dossier = Dossier::new(&[]);
    write_set(
        &dossier,
        "relation",
        "relations.tsv",
        "id\ta\tb\tlabel\n1\t3\t4\tcontradiction\n2\t3\t\"at least 2\"\tquiet\n",
    );
    write_set(
        &dossier,
        "quote",
        "quotes.tsv",
        "id\ttext\tquote\tlabel\n1\t34 trucks\t34 trucks\texact\n2\t34 trucks\t43 trucks\tnear / absent\n",
    );
    write_set(
        &dossier,
        "name",
        "names.tsv",
        "id\tone\tother\tlabel\n1\tKyiv\tКиїв\tsame\n2\tKyiv\tОдеса\tother\n",
    );
    write_set(
        &dossier,
        "spotted",
        "figures.tsv",
        "id\ttext\tfigures\n1\t34 men fled.\t34\n2\tNobody came in Room 12.\t\n",
    );
    let view = dossier.gainsay(&["corpus", "--format", "json"]).exits(0).json();
    for set in view["sets"].as_array().unwrap() {
        let told = ["right", "of"].map(|key| set["recall"][key].as_u64().unwrap());
        assert_eq!(told, [1, 1], "{set:#}");
        assert_eq!(set["amiss"].as_array().map(Vec::len), Some(0), "{set:#}");
    }
    assert_eq!(view["sets"].as_array().map(Vec::len), Some(4));
}

#[test]
fn words_of_a_case_steer_no_terminal() {
    for payload in PAYLOADS {
        let dossier = Dossier::new(&[]);
        let escaped: String = payload.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect();
        let case = format!("[[case]]\nid = \"{escaped}x\"\nwords = \"{escaped}7\"\nlabel = \"7..7\"\n");
        write_set(&dossier, "reading", "a.toml", &case);
        for format in ["human", "markdown", "json"] {
            let run = dossier.gainsay(&["corpus", "--format", format]).exits(1);
            assert!(!run.out.chars().any(is_raw), "{format}: {}", run.out);
        }
    }
}

#[test]
fn the_page_on_accuracy_has_what_is_printed() {
    let printed = gainsay_in(&repository(), &["corpus", "--format", "markdown"]).exits(0).out;
    // What is printed for people keeps words of two directions apart by marks that a page does without.
    let printed = printed.replace(['\u{200E}', '\u{200F}'], "");
    let page = std::fs::read_to_string(repository().join("docs/accuracy.md")).unwrap().replace("\r\n", "\n");
    assert!(
        page.ends_with(&printed),
        "docs/accuracy.md is stale: `GAINSAY_BLESS=1 cargo test` writes it anew"
    );
    assert!(printed.len() > 5000);
}
