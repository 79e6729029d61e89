//! A draft written down as a source and its statements as claims, for the loader to read as it reads all others.

use super::statement::{Draft, Statement};
use crate::model::Dossier;
use crate::spot::{Attribution, Speaker};

/// The id of the source that a draft is, which nobody else has, and the lines of the record that say so.
pub(crate) fn source_of(
    dossier: &Dossier,
    taken: &[String],
    title: &str,
    (published, language): (&str, &str),
) -> (String, String) {
    let mut id = "draft".to_owned();
    while dossier.sources.find(&id).is_some() || taken.contains(&id) {
        id.push_str("-read");
    }
    let title = text(title);
    let file = format!(
        "[source.{id}]\ntitle = {title}\npublisher = \"unknown\"\npublished = \"{published}\"\nlanguage = {}\n",
        text(language)
    );
    (id, file)
}

/// The claims of a draft's statements, one for each speaker, and the statements with the ids of theirs.
pub(crate) fn claims_of(dossier: &Dossier, draft: &mut Draft) -> String {
    let source = dossier.sources.name(draft.source).to_owned();
    let mut file = String::new();
    let mut number = 0;
    for statement in &mut draft.statements {
        let (Some(question), Some(value)) = (statement.question(), statement.value.clone()) else { continue };
        let words = draft.words[statement.quote.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let mut claims = Vec::new();
        for speaker in speakers(statement) {
            number += 1;
            let id = format!("s{number}");
            file += &format!(
                "[[claim]]\nid = \"{id}\"\nsource = \"{source}\"\nquestion = {}\nvalue = {}\nquote = {}\n",
                text(dossier.questions.name(question)),
                text(&value),
                text(&words),
            );
            if let Some(agent) = speaker.and_then(|speaker| speaker.agent) {
                file += &format!("said-by = [{}]\n", text(dossier.agents.name(agent)));
            }
            claims.push((format!("{source}#{id}"), speaker));
        }
        statement.claims = claims;
    }
    file
}

/// Those to whom a statement is given; nobody, where the dossier knows none of them.
fn speakers(statement: &Statement) -> Vec<Option<Speaker>> {
    match &statement.attribution {
        Attribution::Known(speakers) => speakers.iter().copied().map(Some).collect(),
        _ => vec![None],
    }
}

/// A string as TOML writes it.
fn text(words: &str) -> String {
    toml::Value::from(words).to_string()
}
