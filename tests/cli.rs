//! What users meet: the built program, run on dossiers in a scrubbed environment.

#[path = "cli/broken.rs"]
mod broken;
#[path = "cli/commands.rs"]
mod commands;
#[path = "cli/record.rs"]
mod record;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/snapshots.rs"]
mod snapshots;
