//! Which agent of the dossier published a page: by its name, else by where it stood. Nobody is made up.

use unicode_normalization::UnicodeNormalization as _;

use crate::capture::SelfTold;
use crate::model::Dossier;
use crate::model::table::AgentId;
use crate::text::fold_text;

/// Who published a page, as far as the dossier knows them.
pub(super) enum Publisher {
    /// The id of an agent, and what led to it.
    Known(String, String),
    /// Why nobody is taken.
    Unknown(String),
}

pub(super) fn publisher(dossier: &Dossier, names: &[&SelfTold], url: Option<&str>) -> Publisher {
    let id = |agent: AgentId| dossier.agents.name(agent).to_owned();
    for told in names {
        let alike = |name: &str| plain(name) == plain(&told.words);
        let found = agents(dossier, &alike);
        match found[..] {
            [agent] => return Publisher::Known(id(agent), format!("{}: `{}`", told.place, told.words)),
            [] => {}
            _ => {
                let ids: Vec<String> = found.into_iter().map(id).collect();
                let names = ids.join("`, `");
                return Publisher::Unknown(format!(
                    "`{}` ({}) is a name of `{names}`",
                    told.words, told.place
                ));
            }
        }
    }
    let host = url.and_then(host);
    if let Some(host) = &host {
        if let Some(agent) = of_site(dossier, host) {
            return Publisher::Known(id(agent), format!("other sources at {host}"));
        }
        let label = label(host);
        let found = agents(dossier, &|name| squashed(name) == squashed(label));
        if let [agent] = found[..] {
            return Publisher::Known(id(agent), format!("the address, {host}"));
        }
    }
    Publisher::Unknown(match (names.first(), host) {
        (Some(told), _) => format!("`{}` ({}) is no agent of the dossier", told.words, told.place),
        (None, Some(host)) => format!("the file names none, and {host} leads to no agent of the dossier"),
        (None, None) => "the file names none".to_owned(),
    })
}

/// The agents of which some name is meant, ids among the names.
fn agents(dossier: &Dossier, is_meant: &dyn Fn(&str) -> bool) -> Vec<AgentId> {
    let of = |id: &AgentId| {
        let agent = &dossier.agents[*id];
        is_meant(dossier.agents.name(*id)) || agent.names().any(is_meant)
    };
    dossier.agents.ids().filter(of).collect()
}

/// The agent that published all other sources at a site.
fn of_site(dossier: &Dossier, site: &str) -> Option<AgentId> {
    let at_site = |url: &Option<String>| url.as_deref().and_then(host).is_some_and(|host| host == site);
    let mut found: Vec<AgentId> = dossier
        .sources
        .iter()
        .filter(|(_, source)| at_site(&source.url))
        .filter_map(|(_, source)| source.publisher)
        .collect();
    found.sort_unstable();
    found.dedup();
    found.pop().filter(|_| found.is_empty())
}

/// The host of an address of the web, without `www.` and its port.
pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = authority.rsplit('@').next().unwrap_or(authority).split(':').next().unwrap_or("");
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// What below a country or a kind of site anybody may register.
const SECOND_LEVEL: [&str; 8] = ["co", "com", "org", "net", "gov", "gob", "ac", "edu"];

/// The part of a host that names whose it is: `example` of `news.example.co.uk`.
pub(super) fn label(host: &str) -> &str {
    let parts: Vec<&str> = host.split('.').collect();
    match parts[..] {
        [.., own, second, _] if SECOND_LEVEL.contains(&second) => own,
        [.., own, _] => own,
        _ => host,
    }
}

/// A name without its article, whatever its case and typography.
fn plain(name: &str) -> String {
    let name = fold_text(name).to_lowercase();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    name.strip_prefix("the ").unwrap_or(&name).to_owned()
}

/// A name as addresses have it: letters and digits alone.
fn squashed(name: &str) -> String {
    plain(name).nfkd().filter(char::is_ascii_alphanumeric).collect()
}
