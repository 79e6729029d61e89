//! `gainsay check --write-baseline`: what is found today is known from now on.

use super::exit::Exit;
use super::output::Output;
use super::writer::{self, Standing};
use crate::audit::Judged;
use crate::error::{Error, ErrorKind};
use crate::judge::accepted::standing;
use crate::load::BASELINE;
use crate::render::toml::baseline::{Listed, first, render};
use crate::text::counted;
use crate::view::check::{Checked, Level};

/// Writes the baseline. The exit code is that of a check that uses it.
///
/// # Errors
/// Nothing was checked; a baseline that cannot be read, of which nothing must be lost; a file that cannot be written.
pub(super) fn write(judged: &Judged, view: &Checked, output: &Output) -> Result<Exit, Error> {
    let (audit, found) = (judged.audit(), judged.findings());
    let (root, dossier) = (audit.root(), &audit.dossier);
    if view.exit == 2 {
        let error = Error::new(
            ErrorKind::NothingToCheck,
            "no baseline was written: nothing was checked, because no claim could be read",
        );
        return Err(error.hint("`gainsay check` says what stands in the way"));
    }
    if dossier.problems.iter().any(|it| dossier.files.get(it.spot.file).path == BASELINE) {
        let error =
            Error::new(ErrorKind::Refused, format!("`{BASELINE}` cannot be read, so nothing was written"));
        return Err(error.hint("`gainsay check` says what is wrong with it"));
    }
    let save = |listed| {
        let mut text = String::new();
        render(&mut text, listed);
        writer::write(root, &[(BASELINE, &text)], Standing::Replaced)
    };
    if dossier.baseline.is_none() {
        let listed = first(view);
        let count = counted(listed.len(), "finding");
        save(listed)?;
        output.tell(&format!("wrote {BASELINE}: {count}; from now on only what is new fails\n"))?;
        return Ok(Exit::Clean);
    }
    let (stand, gone) = standing(dossier, found);
    let listed = stand.iter().map(|entry| Listed {
        rule: &entry.rule,
        question: entry.question.as_deref(),
        fingerprint: &entry.fingerprint,
        message: &entry.message,
    });
    save(listed.collect())?;
    output.tell(&format!(
        "wrote {BASELINE}: {} left, {} taken out\n",
        counted(stand.len(), "finding"),
        gone.len()
    ))?;
    let new = view.tally(Level::Deny);
    if new > 0 {
        output.note(&format!(
            "{} not in it; a baseline takes nothing in: `gainsay check` shows them",
            counted(new, "error")
        ));
    }
    Ok(Exit::of_check(view.exit))
}
