//! What is in no export.

use crate::audit::Audit;
use crate::cli::output::Output;
use crate::text::counted;

/// Says how many claims are in no export: so many of restricted sources, and those that cannot be read.
pub(super) fn note_left_out(audit: &Audit, stay: usize, output: &Output) {
    if stay > 0 {
        output.note(&format!("{} of restricted sources left out", counted(stay, "claim")));
    }
    let unread = audit.dossier.left_out.len();
    if unread > 0 {
        let said = counted(unread, "claim");
        output.note(&format!("{said} that cannot be read left out: `gainsay check` says why"));
    }
}
