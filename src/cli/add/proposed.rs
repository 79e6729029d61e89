//! What `--yes` takes of what is proposed, and what it leaves to whoever asked.

use crate::audit::Audit;
use crate::error::Error;
use crate::load::keys::ClaimKey;
use crate::record::passage::QuotedPassage;
use crate::record::proposal::Proposals;
use crate::record::row::{Refusal, Row};
use crate::record::told::{Open, Plainly, tell};

/// Gives a row what the passage itself tells of all that it does not say; what it tells not plainly enough, and how that is given.
///
/// # Errors
/// The text of the source is not at hand.
pub(super) fn take(
    audit: &Audit,
    source: &str,
    passage: &QuotedPassage,
    row: &mut Row,
) -> Result<Vec<Refusal>, Error> {
    let proposals = Proposals::new(audit, source, passage, row.words(ClaimKey::Translation))?;
    let open = tell(&audit.dossier, source, &proposals, row, Plainly::Likeliest);
    Ok(open.iter().map(|open| Refusal::at(0, open.why).help(open.help(flag(open)))).collect())
}

/// The flag that gives what is open.
fn flag(open: &Open) -> &'static str {
    match open.key {
        ClaimKey::Question => "--question EVENT/QUESTION",
        ClaimKey::SaidBy => "--said-by -` where the source speaks for itself, `--said-by AGENT",
        _ => "--value",
    }
}
