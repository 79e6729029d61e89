//! The draft of a source: each key with what the file says, where it says so, and what else it says.

use super::date::{day, moment};
use super::publisher::{Publisher, host, label, publisher};
use crate::capture::{About, SelfTold};
use crate::load::keys::{KeyForm, SourceKey, TableKey};
use crate::load::written_source;
use crate::model::Dossier;
use crate::model::claim::UNKNOWN;
use crate::model::source::SourceKind;
use crate::model::table::SourceId;
use crate::record::free::free;
use crate::record::toml;
use crate::value::types::{Form, Raw};
use crate::view::drafted::{AlsoTold, DraftedKey};
use unicode_normalization::UnicodeNormalization as _;

/// A value that goes before what the file says.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) key: &'static str,
    pub(crate) words: Vec<String>,
    /// Who gives it.
    pub(crate) from: &'static str,
    /// As TOML, where it is no text and no list of texts.
    pub(crate) toml: Option<String>,
}

/// What a draft is made of.
pub(crate) struct Drafting<'d> {
    pub(crate) dossier: &'d Dossier,
    /// What the file says of itself, the best first.
    pub(crate) told: &'d [SelfTold],
    pub(crate) given: &'d [Given],
    /// Of the file.
    pub(crate) sha256: Option<&'d str>,
    pub(crate) kept: &'d Kept,
    /// The source of which it is a later capture.
    pub(crate) of: Option<SourceId>,
}

/// What becomes of the file beside the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// It is copied there; how its name ends.
    Copied(String),
    /// Its SHA-256 alone is written down.
    Hashed,
}

/// A source that may be written.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) id: String,
    /// In the order of the format.
    pub(crate) keys: Vec<DraftedKey>,
    /// What is left open, and why.
    pub(crate) notes: Vec<String>,
}

/// Drafts a source.
pub(crate) fn draft(drafting: &Drafting<'_>) -> Draft {
    let Drafting { dossier, told, given, sha256, kept, of } = drafting;
    let mut draft = Draft { id: String::new(), keys: Vec::new(), notes: Vec::new() };
    for about in About::ALL {
        let of: Vec<&SelfTold> = told.iter().filter(|told| told.about == *about).collect();
        match about {
            About::Publisher => {}
            About::Author => draft.authors(&of),
            _ => draft.take(*about, &of),
        }
    }
    for Given { key, words, from, toml } in *given {
        let before = draft.keys.iter().find(|drafted| drafted.key == *key);
        let differs = |it: &&DraftedKey| it.value != *words && it.key != About::Author.name();
        let also =
            before.filter(differs).map(|it| AlsoTold { value: it.value.join("; "), from: it.from.clone() });
        draft.put(key, words.clone(), from, also.into_iter().collect());
        draft.keys.iter_mut().filter(|it| it.key == *key).for_each(|it| it.toml.clone_from(toml));
    }
    if let Some(hash) = sha256 {
        draft.put("sha256", vec![(*hash).to_owned()], "the bytes of the file", Vec::new());
    }
    if draft.word("publisher").is_none() {
        let names: Vec<&SelfTold> = told.iter().filter(|told| told.about == About::Publisher).collect();
        match publisher(dossier, &names, draft.word("url")) {
            Publisher::Known(id, from) => draft.put("publisher", vec![id], &from, Vec::new()),
            Publisher::Unknown(why) => {
                draft.put("publisher", vec![UNKNOWN.to_owned()], "nothing", Vec::new());
                draft.notes.push(format!(
                    "publisher: {why}; name one with `--publisher ID`, or add the agent first"
                ));
            }
        }
    }
    if draft.word("published").is_none() {
        draft.put("published", vec![UNKNOWN.to_owned()], "nothing", Vec::new());
        draft.notes.push("published: the file does not say when; give it with `--published DATE`".to_owned());
    }
    if of.is_none() {
        draft.notes.extend(recorded(dossier, &draft));
    }
    let id = draft.named(dossier, *of);
    draft.rename(&id, kept);
    draft
}

/// What the dossier has of the same page already.
fn recorded(dossier: &Dossier, draft: &Draft) -> Vec<String> {
    let same = |one: Option<&str>, other: Option<&str>| one.is_some() && one == other;
    let (hash, url) = (draft.word("sha256"), draft.word("url"));
    let told = dossier.sources.iter().filter_map(|(id, source)| {
        let name = dossier.sources.name(id);
        if same(hash, source.sha256.as_ref().map(|(hash, _)| hash.as_str())) {
            return Some(format!("source `{name}` is of the same bytes"));
        }
        let is_page = same(url, source.url.as_deref());
        is_page.then(|| format!("source `{name}` is of this address: `gainsay source recapture {name} FILE` records a later capture"))
    });
    told.take(MOST_RECORDED).collect()
}

/// So many sources of the same page are told.
const MOST_RECORDED: usize = 5;

impl Draft {
    /// What a key holds, where it holds one thing.
    pub(crate) fn word(&self, key: &str) -> Option<&str> {
        self.keys.iter().find(|drafted| drafted.key == key)?.value.first().map(String::as_str)
    }

    /// Puts a value under a key, in place of what is there; nothing takes the key away.
    pub(crate) fn put(&mut self, key: &'static str, value: Vec<String>, from: &str, also: Vec<AlsoTold>) {
        self.keys.retain(|drafted| drafted.key != key);
        if !value.is_empty() {
            self.keys.push(DraftedKey { key, value, from: from.to_owned(), also, toml: None });
        }
        let place = |key: &str| SourceKey::NAMES.iter().position(|name| *name == key);
        self.keys.sort_by_key(|drafted| place(drafted.key));
    }

    /// Takes the first that can be taken; what differs from it is told beside it, what cannot be read is a note.
    fn take(&mut self, about: About, told: &[&SelfTold]) {
        let mut read: Vec<(String, &SelfTold)> = Vec::new();
        for told in told {
            match normal(about, &told.words) {
                Some(value) if read.iter().any(|(known, _)| *known == value) => {}
                Some(value) => read.push((value, told)),
                None if is_moment(about) => {
                    self.notes
                        .push(format!("{about}: `{}` ({}) is not read as a date", told.words, told.place));
                }
                None => {}
            }
        }
        let mut read = read.into_iter();
        if let Some((value, from)) = read.next() {
            // What says the same less exactly is no other.
            let read = read.filter(|(other, _)| !is_moment(about) || !value.starts_with(other.as_str()));
            let also = read.map(|(value, told)| AlsoTold { value, from: told.place.clone() });
            let also: Vec<AlsoTold> = also.collect();
            self.put(about.name(), vec![value], &from.place, also);
        }
    }

    /// Takes all authors that one place names.
    fn authors(&mut self, told: &[&SelfTold]) {
        let Some(first) = told.first() else { return };
        let (own, others): (Vec<&SelfTold>, Vec<&SelfTold>) =
            told.iter().partition(|told| told.place == first.place);
        let mut names: Vec<String> = own.iter().map(|told| told.words.clone()).collect();
        names.dedup();
        let others = others.into_iter().filter(|told| !names.contains(&told.words));
        let also = others.map(|told| AlsoTold { value: told.words.clone(), from: told.place.clone() });
        let also = also.collect();
        self.put(About::Author.name(), names, &first.place, also);
    }

    /// An id that no source has: of the publisher, else the site, else the title, and of the day. Of a later capture that of
    /// the earlier, and the day on which it was changed or read.
    pub(crate) fn named(&self, dossier: &Dossier, of: Option<SourceId>) -> String {
        let is_taken = |id: &str| dossier.sources.find(id).is_some();
        if let Some(of) = of {
            let moment = self.word("updated").or(self.word("accessed"));
            let day = moment.and_then(day).unwrap_or("later");
            return free(&format!("{}-{day}", dossier.sources.name(of)), "", is_taken);
        }
        let host = self.word("url").and_then(host);
        let publisher = self.word("publisher").filter(|id| *id != UNKNOWN);
        let whose = publisher.map(str::to_owned).or_else(|| host.map(|host| label(&host).to_owned()));
        let title = || {
            let title = self.word("title").unwrap_or_default();
            title.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ")
        };
        let mut name = slug(&whose.unwrap_or_else(title));
        if name.is_empty() {
            name = "source".to_owned();
        }
        if let Some(day) = self.word("published").and_then(day) {
            name = format!("{name}-{day}");
        }
        free(&name, "", is_taken)
    }

    /// Gives it an id, after which its text is called.
    pub(crate) fn rename(&mut self, id: &str, kept: &Kept) {
        self.id = id.to_owned();
        if let Kept::Copied(ending) = kept {
            self.put("text", vec![format!("{id}{ending}")], "the file, copied", Vec::new());
        }
    }

    /// The table as it is written.
    pub(crate) fn toml(&self) -> String {
        let mut text = format!("[source.{}]\n", self.id);
        self.keys.iter().for_each(|drafted| text.push_str(&(line(drafted) + "\n")));
        text
    }
}

/// What a later capture takes over from the earlier: all that is of the page and not of the bytes that were saved of it.
pub(crate) fn inherited(dossier: &Dossier, of: SourceId, told: &[SelfTold]) -> Vec<Given> {
    const FROM: &str = "the earlier capture";
    let of_bytes =
        ["title", "updated", "accessed", "archive-url", "sha256", "text", "text-of", "capture-of", "note"];
    let mut given = Vec::new();
    for (key, raw) in written_source(dossier, of) {
        let says_title = key.name() == "title" && !told.iter().any(SelfTold::is_title);
        let is_unknown = matches!(&raw.form, Form::Text(words) if words == UNKNOWN);
        if is_unknown || of_bytes.contains(&key.name()) && !says_title {
            continue;
        }
        let text = |raw: &Raw| match &raw.form {
            Form::Text(words) => Some(words.clone()),
            _ => None,
        };
        let words: Option<Vec<String>> = match &raw.form {
            Form::List(items) => items.iter().map(text).collect(),
            _ => text(&raw).map(|words| vec![words]),
        };
        let toml = words.is_none().then(|| toml::inline(&raw));
        let words = words.unwrap_or_else(|| vec![toml::inline(&raw)]);
        given.push(Given { key: key.name(), words, from: FROM, toml });
    }
    let name = dossier.sources.name(of).to_owned();
    given.push(Given { key: "capture-of", words: vec![name], from: FROM, toml: None });
    given
}

/// The line of a key.
pub(crate) fn line(drafted: &DraftedKey) -> String {
    let form = SourceKey::named(drafted.key).map(|key| key.key().form);
    let value = match form {
        _ if drafted.toml.is_some() => drafted.toml.clone().unwrap_or_default(),
        Some(KeyForm::Texts | KeyForm::Ids(_)) => {
            format!("[{}]", drafted.value.iter().map(|it| toml::string(it)).collect::<Vec<_>>().join(", "))
        }
        _ => toml::string(drafted.value.first().map_or("", String::as_str)),
    };
    format!("{} = {value}", drafted.key)
}

/// So many words of a title make an id.
const WORDS: usize = 5;

/// Words as an id has them; empty where none of their letters can stand in one.
fn slug(words: &str) -> String {
    let mut out = String::new();
    for c in words.nfkd() {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => out.push(c),
            c if (c.is_whitespace() || matches!(c, '-' | '_' | '.' | '/')) && !out.ends_with('-') => {
                out.push('-')
            }
            _ => {}
        }
    }
    out.trim_matches('-').to_owned()
}

fn is_moment(about: About) -> bool {
    matches!(about, About::Published | About::Updated | About::Accessed)
}

/// What a record has of what a file says; `None` where it has no such thing.
fn normal(about: About, words: &str) -> Option<String> {
    match about {
        About::Published | About::Updated | About::Accessed => moment(words),
        About::Url | About::ArchiveUrl => host(words).map(|_| words.to_owned()),
        About::Language => {
            let mut parts = words.split('-');
            let is_language = parts.next().is_some_and(|it| (2..=3).contains(&it.len()));
            let is_plain = words.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            (is_language && is_plain).then(|| words.to_owned())
        }
        About::Kind => kind(words).map(|kind| kind.name().to_owned()),
        About::Sha256 => (words.len() == 64 && words.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .then(|| words.to_lowercase()),
        About::Title | About::Author | About::Publisher => Some(words.to_owned()),
    }
}

/// What sort of text a page is of which machines are told that it is this.
fn kind(words: &str) -> Option<SourceKind> {
    Some(match words.to_ascii_lowercase().as_str() {
        "newsarticle" | "reportagenewsarticle" | "article" | "backgroundnewsarticle" => SourceKind::News,
        "liveblogposting" => SourceKind::Live,
        "analysisnewsarticle" | "opinionnewsarticle" => SourceKind::Analysis,
        "socialmediaposting" | "discussionforumposting" => SourceKind::Social,
        "videoobject" | "video" | "video.other" | "video.movie" | "video.episode" => SourceKind::Video,
        "dataset" => SourceKind::Dataset,
        _ => return None,
    })
}
