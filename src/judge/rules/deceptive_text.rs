//! The rule `deceptive-text`.

use std::collections::BTreeMap;
use std::fmt::Arguments;

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::Dossier;
use crate::model::source::Alias;
use crate::text::{Deceit, FileId, Spot, Worded, deceits, fold_text, look};

rule! {
    /// An id, a name, a quote or the name of a file that does not say what it seems to say.
    ///
    /// It has a character that is not seen, one that reorders what is read or is drawn over another, a space that is no plain one between
    /// two words, or a letter that passes for a Latin one within a word (Cyrillic, Greek, fullwidth), or the other way round. Two such
    /// names look the same and are two; so do two that are each of one script throughout, which is told by Unicode's table of
    /// look-alikes (UTS 39). What scripts need (joiners in Persian or Hindi, spaces without width in Thai) is none, nor are soft hyphens,
    /// marks of direction and letters in fancy dress in what a source says.
    ///
    /// ## Fires on
    ///
    /// The `а` is Cyrillic:
    ///
    /// ```toml sources/example.toml
    /// [agent.mayor-2]
    /// name = "the mаyor"
    /// kind = "person"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [agent.mayor-2]
    /// name = "the mayor of Москва"
    /// kind = "person"
    /// ```
    ///
    /// ## What to do
    ///
    /// Type it anew. Where the source itself writes it so, say so in an allow comment: `# gainsay: allow deceptive-text: ...`.
    "deceptive-text", Warn, Form, find
}

/// So many characters of one text are named.
const MOST: usize = 5;

/// Growth: every text once, by its length.
fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    let (mut seen, mut twins) = (Seen::default(), Vec::new());
    // What has it is put into words only where it has any.
    let mut told_of = |what: Arguments<'_>, text: &str, worded: Worded, spot: Option<Spot>| {
        let told = told(text, worded)?;
        let finding = Finding::new(&RULE, format!("{what} has {told}"));
        found.push(match spot {
            Some(spot) => finding.mark(spot, String::new()),
            None => finding,
        });
        Some(())
    };
    for (index, file) in dossier.files.0.iter().enumerate() {
        let spot = Spot::new(FileId(index as u32), &(0..0));
        told_of(format_args!("the name of the file `{}`", file.path), &file.path, Worded::ByDesk, Some(spot));
    }
    for Named { what, called, worded, id, name, aliases, spot } in named(dossier) {
        told_of(format_args!("the id of {what} `{id}`"), id, Worded::ByDesk, spot);
        let called = std::iter::once((format!("the {called} of {what} `{id}`"), name, worded));
        let aliases = aliases
            .iter()
            .map(|alias| (format!("an alias of {what} `{id}`"), alias.name.as_str(), Worded::ByDesk));
        for (told, name, worded) in called.chain(aliases) {
            let twin = if worded == Worded::ByDesk { seen.twin(what, id, name) } else { None };
            if told_of(format_args!("{told}"), name, worded, spot).is_none() {
                twins.extend(
                    twin.map(|other| (format!("{told} looks like that of `{other}` and is another"), spot)),
                );
            }
        }
    }
    for (id, question) in dossier.questions.iter() {
        let name = dossier.questions.name(id);
        // The part before the slash is the event's, which was told.
        let own = name.split_once('/').map_or(name, |(_, own)| own);
        told_of(format_args!("the id of question `{name}`"), own, Worded::ByDesk, Some(question.spot));
    }
    for (id, claim) in dossier.claims.iter() {
        let name = dossier.claims.name(id);
        let own = name.split_once('#').map_or(name, |(_, own)| own);
        told_of(format_args!("the id of claim `{name}`"), own, Worded::ByDesk, Some(claim.spot));
        if let Some(quote) = &claim.quote {
            told_of(format_args!("the quote of `{name}`"), &quote.words, Worded::BySource, Some(quote.spot));
        }
    }
    for (message, spot) in twins {
        let finding = Finding::new(&RULE, message);
        found.push(match spot {
            Some(spot) => finding.mark(spot, String::new()),
            None => finding,
        });
    }
}

/// The names so far, of each kind of thing by what they look like: of each the first, and whose it is.
#[derive(Default)]
struct Seen<'a>(BTreeMap<(&'static str, String), (&'a str, &'a str)>);

impl<'a> Seen<'a> {
    /// Another thing's name that looks like this one and is not the same, typography aside. Names of ASCII are told apart.
    fn twin(&mut self, what: &'static str, id: &'a str, name: &'a str) -> Option<&'a str> {
        let (other, twin) = *self.0.entry((what, look(name))).or_insert((id, name));
        let is_twin =
            other != id && !(name.is_ascii() && twin.is_ascii()) && fold_text(twin) != fold_text(name);
        is_twin.then_some(other)
    }
}

/// What has a name of its own beside its id, and where it stands.
struct Named<'a> {
    what: &'static str,
    called: &'static str,
    worded: Worded,
    id: &'a str,
    name: &'a str,
    aliases: &'a [Alias],
    spot: Option<Spot>,
}

fn named(dossier: &Dossier) -> Vec<Named<'_>> {
    fn new<'a>(what: &'static str, id: &'a str, name: &'a str, spot: Spot) -> Named<'a> {
        Named { what, called: "name", worded: Worded::ByDesk, id, name, aliases: &[], spot: Some(spot) }
    }
    let Dossier { sources, agents, places, groups, events, .. } = dossier;
    let mut all: Vec<Named<'_>> = Vec::new();
    // Titles of sources are their own words.
    all.extend(sources.iter().map(|(id, it)| Named {
        called: "title",
        worded: Worded::BySource,
        ..new("source", sources.name(id), &it.title, it.spot)
    }));
    all.extend(
        agents.iter().map(|(id, it)| Named {
            aliases: &it.aliases,
            ..new("agent", agents.name(id), &it.name, it.spot)
        }),
    );
    all.extend(
        places.iter().map(|(id, it)| Named {
            aliases: &it.aliases,
            ..new("place", places.name(id), &it.name, it.spot)
        }),
    );
    all.extend(groups.iter().map(|(id, it)| new("group", groups.name(id), &it.name, it.spot)));
    all.extend(events.iter().map(|(id, it)| {
        let (what, called) = ("event", "title");
        Named {
            what,
            called,
            worded: Worded::ByDesk,
            id: events.name(id),
            name: &it.title,
            aliases: &[],
            spot: None,
        }
    }));
    all
}

/// `U+202E, which reorders what is read (character 4)`, for each character that deceives.
fn told(text: &str, worded: Worded) -> Option<String> {
    let found = deceits(text, worded);
    let told = found.iter().take(MOST).map(|(deceit, c, at)| {
        let does = match deceit {
            Deceit::Invisible => "is not seen",
            Deceit::Reorders => "reorders what is read",
            Deceit::LooksAlike => "looks like a letter of the script beside it",
            Deceit::Space => "looks like a plain space",
            Deceit::Overlay => "is drawn over what stands before it",
        };
        format!("U+{:04X}, which {does} (character {at})", u32::from(*c))
    });
    let more = found.len().saturating_sub(MOST);
    let more = if more > 0 { format!(", and {more} more") } else { String::new() };
    (!found.is_empty()).then(|| told.collect::<Vec<_>>().join("; ") + &more)
}
