//! `--deny`, `--warn` and `--allow`: levels of rules for one run.

use clap::Args;

use crate::audit;

/// Levels given on the command line; they go before those of gainsay.toml.
#[derive(Debug, Default, Args)]
pub(super) struct Levels {
    /// Fail on what this rule finds; `warnings` for every rule that would warn
    #[arg(long, value_name = "RULE")]
    deny: Vec<String>,

    /// Show what this rule finds without failing
    #[arg(long, value_name = "RULE")]
    warn: Vec<String>,

    /// Pass over what this rule finds
    #[arg(long, value_name = "RULE")]
    allow: Vec<String>,
}

impl Levels {
    pub(super) fn given(&self) -> audit::Levels {
        let Levels { deny, warn, allow } = self;
        audit::Levels { deny: deny.clone(), warn: warn.clone(), allow: allow.clone() }
    }
}
