//! `gainsay source recapture`: a later capture of a page as a source, with the claims that it carries.

use std::path::PathBuf;

use clap::Args;

use super::add::{Doing, Saved, Values, check_free, check_id, kept, no_text, places, saved};
use super::ask::{agrees, can_be_asked};
use crate::audit::Audit;
use crate::capture::{Hint, read};
use crate::cli::exit::Exit;
use crate::cli::formats::{formats, json};
use crate::cli::looking::{ForWhom, Texts};
use crate::cli::output::Output;
use crate::cli::place::Place;
use crate::cli::writer::{self, Standing};
use crate::error::{Error, ErrorKind};
use crate::model::table::SourceId;
use crate::record::{Draft, Drafting, Recapture, draft, inherited, line};
use crate::render::recaptured::render;
use crate::view::drafted::{DraftedSource, Written};
use crate::view::recaptured::{ClaimsFile, RecapturedSource};
use crate::view::withheld::Gate;

/// Record a later capture of a source, with the claims whose words still stand in it
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay source recapture herald-2024-03-01 page.html\n  \
                  gainsay source recapture herald-2024-03-01 page.html --updated 2024-03-05 --archive ~/archive --write\n\n\
                  The later capture is a source of its own, with what the earlier says of the page. A claim whose words still stand\n\
                  is carried, as it is; one whose words changed is proposed with its new words, in a comment to be looked at; of\n\
                  one whose words are gone it is said. Nothing of the earlier capture is touched. `gainsay diff OLD NEW` shows all\n\
                  that changed.")]
pub(super) struct Recapturing {
    /// The source of which it is a later capture
    #[arg(value_name = "SOURCE")]
    old: String,

    /// The saved file
    file: PathBuf,

    #[command(flatten)]
    values: Values,

    #[command(flatten)]
    doing: Doing,

    #[command(flatten)]
    texts: Texts,

    #[command(flatten)]
    for_whom: ForWhom,

    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

formats! {
    Format shows RecapturedSource {
        /// The source as it would stand in its file, and what became of each claim
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

pub(super) fn run(arguments: &Recapturing, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = arguments.texts.audit(place)?;
    let dossier = &audit.dossier;
    let old = audit.source(&arguments.old)?;
    let url = arguments.values.url().or(dossier.sources[old].url.as_deref());
    let saved = saved(&arguments.file, url)?;
    let draft = drafted(&audit, old, arguments, &saved)?;
    let capture = read(&saved.bytes, &Hint::new(&arguments.file, url)).map_err(|unread| {
        let message = format!("`{}` is not read: {unread}", arguments.file.display());
        let error = Error::new(ErrorKind::NoText, message).at(&arguments.file);
        error.hint(
            "docs/texts.md says which kinds are read; `gainsay source add` records others by their hash",
        )
    })?;
    let fates = audit.fates(old, &capture)?;
    let recapture = Recapture::new(dossier, old, &draft.id, &fates);
    let kept = kept(&arguments.doing, &arguments.file);
    let (file, text) = places(&draft, &kept);
    let claims = recapture.file().map(|toml| ClaimsFile { path: format!("claims/{}.toml", draft.id), toml });
    let toml = draft.toml();
    let mut added = vec![(file.clone(), toml.clone())];
    added.extend(claims.iter().map(|claims| (claims.path.clone(), claims.toml.clone())));
    check_free(audit.root(), text.iter().chain(added.iter().map(|(path, _)| path)))?;
    let added: Vec<(&str, &str)> = added.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let refusals = audit.refusals(&added);
    let lines = draft.keys.iter().map(line).collect();
    let told = recapture.claims();
    let written = Written { id: draft.id.clone(), file, toml, text: text.clone(), lines };
    let source = DraftedSource::new(written, draft.keys, draft.notes).unless(refusals);
    let refused = source.refused;
    let mut view = RecapturedSource::new(&arguments.old, source, claims, told);
    if !Gate::new(dossier, reader).shows(old) {
        view = view.withheld();
    }
    let asks = arguments.doing.is_open() && arguments.format == Format::Human && can_be_asked();
    if asks {
        output.show(arguments.format, &view, "")?;
    }
    if !refused && (arguments.doing.write || asks && agrees(output, "write it?")?) {
        let text = text.as_deref().map(|text| (text, saved.bytes.as_slice()));
        let files = added.iter().map(|(path, text)| (*path, text.as_bytes()));
        writer::write(audit.root(), &text.into_iter().chain(files).collect::<Vec<_>>(), Standing::Kept)?;
        view.source.written = true;
    }
    match asks {
        true if view.source.written => {
            let paths = added.iter().map(|(path, _)| format!("wrote {path}\n"));
            output.tell(&paths.collect::<String>())?;
        }
        true => {}
        false => output.show(arguments.format, &view, "")?,
    }
    Ok(Exit::unless(refused))
}

/// The later capture as a source.
///
/// # Errors
/// The same bytes, what is no text, no title, or no id.
fn drafted(audit: &Audit, old: SourceId, arguments: &Recapturing, saved: &Saved) -> Result<Draft, Error> {
    let dossier = &audit.dossier;
    let path = &arguments.file;
    let refused = |message: String| Error::new(ErrorKind::Refused, message).at(path);
    let Some(sha256) = saved.sha256.as_deref() else {
        return Err(no_text(path).hint("name the archived file"));
    };
    let locked = dossier.lock.texts.get(dossier.sources.name(old)).map(|text| text.sha256.as_str());
    let before = dossier.sources[old].sha256.as_ref().map(|(hash, _)| hash.as_str()).or(locked);
    if before == Some(sha256) {
        let error = refused(format!("`{}` has the same bytes as source `{}`", path.display(), arguments.old));
        return Err(error.hint("nothing changed, so there is no later capture to record"));
    }
    let own = arguments.values.given();
    let inherited = inherited(dossier, old, &saved.told);
    let is_given = |key: &str| own.iter().any(|given| given.key == key);
    let given: Vec<_> =
        inherited.into_iter().filter(|given| !is_given(given.key)).chain(own.iter().cloned()).collect();
    let kept = kept(&arguments.doing, path);
    let mut draft = draft(&Drafting {
        dossier,
        told: &saved.told,
        given: &given,
        sha256: Some(sha256),
        kept: &kept,
        of: Some(old),
    });
    draft.notes.extend(saved.notes.iter().cloned());
    if let Some(id) = &arguments.values.id {
        draft.rename(id, &kept);
    }
    check_id(&draft.id)?;
    Ok(draft)
}
