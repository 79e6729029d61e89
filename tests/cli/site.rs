//! `gainsay site`: what stands in its folder, and what does not.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use dom_query::Document;
use serde_json::Value;

use crate::run::{Dossier, SMALL, small_with};
use crate::strangers::Strangers;

/// The files of a folder by their paths.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        match path.is_dir() {
            true => open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path())),
            false => {
                let below = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(below, String::from_utf8(std::fs::read(&path).unwrap()).unwrap());
            }
        }
    }
    found
}

fn site(dossier: &Dossier, more: &[&str]) -> BTreeMap<String, String> {
    dossier.gainsay(&[&["site", "public"], more].concat()).exits(0);
    files(&dossier.path().join("public"))
}

/// Where a link of a page leads, from the folder of the site.
fn leads(page: &str, href: &str) -> String {
    let mut path = PathBuf::from(page);
    path.pop();
    for part in Path::new(href).components() {
        match part {
            Component::ParentDir => assert!(path.pop(), "{href} of {page} leads out of the site"),
            Component::Normal(name) => path.push(name),
            _ => panic!("{href} of {page}"),
        }
    }
    path.to_string_lossy().replace('\\', "/")
}

#[test]
fn every_link_of_a_site_leads_to_one_of_its_files() {
    let dossier = Dossier::of_the_repository();
    let files = site(&dossier, &["--revisions", "0"]);
    let mut followed = BTreeSet::new();
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = Document::from(text.as_str());
        let ids: BTreeSet<String> =
            page.select("[id]").iter().filter_map(|it| it.attr("id")).map(|id| id.to_string()).collect();
        for (what, key) in
            [("a[href]", "href"), ("link[href]", "href"), ("img[src]", "src"), ("form", "action")]
        {
            for it in page.select(what).iter() {
                let href = it.attr(key).unwrap().to_string();
                match href.strip_prefix('#') {
                    Some(id) => assert!(ids.contains(id), "{href} is nowhere in {path}"),
                    None if href.starts_with("http") || href == "data:," => {}
                    None => {
                        let to = leads(path, &href);
                        assert!(
                            files.contains_key(&to),
                            "{href} of {path} leads to {to}, which is not there"
                        );
                        followed.insert(to);
                    }
                }
            }
        }
    }
    // Every page but those that stand on pages of others is led to from some page.
    let is_led_to = |path: &&String| !path.ends_with("site.json");
    let lost: Vec<&String> =
        files.keys().filter(is_led_to).filter(|path| !followed.contains(*path)).collect();
    assert!(lost.is_empty(), "{lost:#?}");
    let index: Value = serde_json::from_str(&files["site.json"]).unwrap();
    let questions = index["questions"].as_array().unwrap();
    assert!(questions.len() > 200, "{}", questions.len());
    for question in questions {
        assert!(files.contains_key(question["page"].as_str().unwrap()), "{question}");
    }
}

#[test]
fn restricted_sources_are_counted_and_nowhere_named_in_no_revision() {
    let memo = "[source.night-memo]\ntitle = \"The Night Memo\"\npublisher = \"watchman\"\npublished = \"2024-03-01\"\n\
                author = [\"Ada Locke\"]\nurl = \"https://memo.example/x\"\naccess = \"public\"\n\
                [agent.watchman]\nname = \"Watchman Weekly\"\n";
    let claims =
        "[[claim]]\nsource = \"night-memo\"\nquestion = \"fire/killed\"\nvalue = 77\nquote = \"77 souls\"\n";
    let dossier = small_with("sources/memo.toml", memo);
    dossier.write("claims/memo.toml", claims);
    let hurt = "[event.fire.question.hurt]\nask = \"How many were hurt?\"\ntype = \"count\"\n\
                [[claim]]\nsource = \"herald\"\nquestion = \"fire/hurt\"\nvalue = 5\nnote = \"As The Night Memo has it.\"\n\
                [[claim]]\nsource = \"courier\"\nquestion = \"fire/hurt\"\nvalue = 6\n\
                [[assessment]]\nquestion = \"fire/hurt\"\nstatus = \"contested\"\nrationale = \"So says The Night Memo.\"\n\
                claims = [\"herald#hurt\", \"courier#hurt\"]\n";
    dossier.write("claims/hurt.toml", hurt);
    dossier.commit();
    let told = ["night-memo", "Night Memo", "Watchman", "watchman", "Ada Locke", "memo.example", "souls"];
    let holds = |dossier: &Dossier| {
        let all: String = site(dossier, &[]).into_iter().flat_map(|(path, text)| [path, text]).collect();
        told.map(|name| all.contains(name))
    };
    assert_eq!(holds(&dossier), [true; 7], "it is public");
    dossier.write("sources/memo.toml", &memo.replace("\"public\"", "\"restricted\""));
    dossier.write(
        "claims/hurt.toml",
        &hurt.replace("So says The Night Memo", "Two counts").replace("As The Night Memo has it", "At once"),
    );
    assert_eq!(holds(&dossier), [false; 7], "neither now nor as it was");
    let hurt = dossier.read("public/questions/fire/hurt/question.json");
    assert!(
        hurt.contains("The reasons of that time are not told.") && hurt.contains("Two counts."),
        "{hurt}"
    );
    let question: Value =
        serde_json::from_str(&dossier.read("public/questions/fire/killed/question.json")).unwrap();
    assert_eq!(question["kept_back"], 1);
    let page = dossier.read("public/questions/fire/killed/index.html");
    assert!(page.contains("One more source speaks of it, which is kept back."), "{page}");
    let index: Value = serde_json::from_str(&dossier.read("public/site.json")).unwrap();
    assert_eq!((&index["kept_back"]["sources"], &index["kept_back"]["claims"]), (&1.into(), &1.into()));
    // Where the desk's own words name it, nothing is written.
    let more = "[[assessment]]\nquestion = \"fire/killed\"\nstatus = \"contested\"\nrationale = \"So says The Night Memo.\"\n";
    dossier.write("claims/more.toml", more);
    std::fs::remove_dir_all(dossier.path().join("public")).unwrap();
    dossier.gainsay(&["site", "public"]).exits(2).says(&[
        "claims/more.toml:1: the rationale of an assessment names a restricted source, `The Night Memo`",
        "what is published names none of them",
    ]);
    assert!(!dossier.path().join("public").exists());
}

#[test]
fn what_became_of_a_question_is_told_by_revision() {
    let dossier = Dossier::new(&SMALL);
    dossier.commit();
    let claims = dossier.read("claims/claims.toml");
    let more = "\n[[claim]]\nid = \"more\"\nsource = \"courier\"\nquestion = \"fire/killed\"\nvalue = 9\nsaid-by = \"mayor\"\n";
    dossier.write("claims/claims.toml", &(claims.clone() + more));
    dossier.commit();
    dossier.write("claims/claims.toml", &claims);
    let history = |more: &[&str]| {
        let files = site(&dossier, more);
        let question: Value = serde_json::from_str(&files["questions/fire/killed/question.json"]).unwrap();
        let turns = question["history"].as_array().unwrap().clone();
        let names = |turn: &Value, key: &str| -> Vec<String> {
            turn[key].as_array().unwrap().iter().map(|it| it["claim"].as_str().unwrap().to_owned()).collect()
        };
        let told = turns.iter().map(|it| (it["commit"].is_null(), names(it, "added"), names(it, "removed")));
        (told.collect::<Vec<_>>(), question["history_cut"] == true)
    };
    let gone = (true, vec![], vec!["courier#more".to_owned()]);
    let came = (false, vec!["courier#more".to_owned()], vec![]);
    let (all, cut) = history(&[]);
    assert_eq!((&all[..2], all.len(), cut), (&[gone.clone(), came.clone()][..], 3, false));
    assert!(all[2].1.len() > 1 && all[2].2.is_empty(), "at first all of it came: {all:?}");
    assert_eq!(history(&["--revisions", "1"]), (vec![gone], true));
    assert_eq!(history(&["--revisions", "0"]), (vec![], false));
    let page = site(&dossier, &[])["questions/fire/killed/index.html"].clone();
    for words in ["Not committed yet", "“9” went", "“9” came"] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn what_stands_on_pages_of_others_is_small_and_says_where_it_leads() {
    let long = "word ".repeat(400);
    let mut sources = String::new();
    let mut claims = format!(
        "[event.flood]\ntitle = \"{long}\"\n[event.flood.question.dead]\nask = \"How many? {long}\"\ntype = \"count\"\n"
    );
    for number in 0..40 {
        sources += &format!(
            "[source.s{number}]\ntitle = \"{long}{number}\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\n"
        );
        claims += &format!(
            "[[claim]]\nsource = \"s{number}\"\nquestion = \"flood/dead\"\nvalue = {number}\nquote = \"{number}\"\n"
        );
    }
    let dossier = small_with("sources/flood.toml", &sources);
    dossier.write("claims/flood.toml", &claims);
    let files = site(&dossier, &["--url", "https://desk.example/x"]);
    let embeds: Vec<&String> =
        files.iter().filter(|(path, _)| path.ends_with("embed.html")).map(|(_, text)| text).collect();
    assert!(
        embeds.len() >= 2 && embeds.iter().all(|it| it.len() <= 12 << 10),
        "{:?}",
        embeds.iter().map(|it| it.len())
    );
    let oembed: Value = serde_json::from_str(&files["questions/fire/killed/oembed.json"]).unwrap();
    assert_eq!((&oembed["version"], &oembed["type"]), (&"1.0".into(), &"rich".into()));
    let html = oembed["html"].as_str().unwrap();
    let frame = Document::from(html);
    let src = frame.select("iframe").attr("src").unwrap();
    assert_eq!(&*src, "https://desk.example/x/questions/fire/killed/embed.html");
    let badge = roxmltree::Document::parse(&files["questions/fire/killed/badge.svg"]).unwrap();
    let says = badge.root_element().attribute("aria-label").unwrap().to_owned();
    assert!(says.starts_with("sources: not in dispute (2 sources)"), "{says}");
    // Without an address the frame holds the page, and no link that would lead elsewhere.
    let files = site(&dossier, &[]);
    let oembed: Value = serde_json::from_str(&files["questions/fire/killed/oembed.json"]).unwrap();
    let frame = Document::from(oembed["html"].as_str().unwrap());
    let page = frame.select("iframe").attr("srcdoc").unwrap();
    let page = Document::from(&*page);
    assert!(page.select(".accounts li").length() > 1 && page.select("[href]").length() == 0);
    for url in ["desk.example", "javascript:alert(1)", "https://a b", "https://a/?q"] {
        dossier.gainsay(&["site", "public", "--url", url]).exits(2).says(&["is no address of a site"]);
    }
}

#[test]
fn only_an_earlier_site_is_replaced_and_the_same_record_makes_the_same_bytes() {
    let dossier = Dossier::new(&SMALL);
    let first = site(&dossier, &[]);
    dossier.write("public/CNAME", "desk.example");
    dossier.write("public/questions/old/page/index.html", "old");
    let mut again = site(&dossier, &[]);
    assert_eq!(again.remove("CNAME").as_deref(), Some("desk.example"));
    assert!(first == again, "what an earlier site had and this has not is gone, all else is the same");
    dossier.write("mine/index.html", "mine");
    dossier.gainsay(&["site", "mine"]).exits(2).says(&["holds a `index.html` that no earlier run wrote"]);
    dossier.gainsay(&["site", "."]).exits(2).says(&["holds a dossier", "name another folder"]);
    dossier.write("file", "");
    dossier.gainsay(&["site", "file"]).exits(2);
    let empty = Dossier::new(&[("gainsay.toml", "[dossier]\ntitle = \"T\"\n")]);
    empty.gainsay(&["site", "public"]).exits(2).says(&["there is nothing to check"]);
    assert!(!empty.path().join("public").exists());
    dossier
        .gainsay(&["site", "public", "--format", "json"])
        .exits(0)
        .says(&["\"schema\": \"gainsay/site/1\""]);
}

#[test]
fn whatever_strangers_wrote_is_text_on_every_page() {
    for payload in ["</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<!--", "]]>"] {
        let dossier = Strangers::everywhere(payload).dossier();
        for (path, text) in site(&dossier, &[]) {
            if path.ends_with(".svg") {
                roxmltree::Document::parse(&text).unwrap_or_else(|why| panic!("{path}: {why}"));
            }
            if path.ends_with(".json") {
                serde_json::from_str::<Value>(&text).unwrap_or_else(|why| panic!("{path}: {why}"));
            }
            if path.ends_with(".html") {
                let page = Document::from(text.as_str());
                let scripts = if path == "search.html" { 2 } else { 0 };
                assert_eq!(page.select("script").length(), scripts, "{path}");
                let ours = page.select("img").iter().all(|it| it.attr("src").as_deref() == Some("badge.svg"));
                assert!(ours && page.select("footer").length() == 1, "{path}");
            }
        }
    }
}
