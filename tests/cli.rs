//! What users meet: the built program, run on dossiers in a scrubbed environment.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::disallowed_methods, reason = "a test reads and writes what it is about")]
#![allow(clippy::panic, reason = "that is how a test fails")]

#[path = "cli/add.rs"]
mod add;
#[path = "cli/adding.rs"]
mod adding;
#[path = "cli/agree.rs"]
mod agree;
#[path = "cli/aliases.rs"]
mod aliases;
#[cfg(unix)]
#[path = "cli/annotated.rs"]
mod annotated;
#[path = "cli/answers.rs"]
mod answers;
#[path = "cli/at_the_desk.rs"]
mod at_the_desk;
#[cfg(unix)]
#[path = "cli/batches.rs"]
mod batches;
#[path = "cli/broken.rs"]
mod broken;
#[cfg(unix)]
#[path = "cli/cache.rs"]
mod cache;
#[cfg(unix)]
#[path = "cli/cache_changes.rs"]
mod cache_changes;
#[cfg(unix)]
#[path = "cli/cache_ground.rs"]
mod cache_ground;
#[path = "cli/cases.rs"]
mod cases;
#[path = "cli/commands.rs"]
mod commands;
#[path = "cli/completing.rs"]
mod completing;
#[path = "cli/corpus.rs"]
mod corpus;
#[path = "cli/draft.rs"]
mod draft;
#[path = "cli/exchange.rs"]
mod exchange;
#[cfg(unix)]
#[path = "cli/given.rs"]
mod given;
#[path = "cli/handed.rs"]
mod handed;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/languages.rs"]
mod languages;
#[path = "cli/limits.rs"]
mod limits;
#[path = "cli/markdown.rs"]
mod markdown;
#[cfg(unix)]
#[path = "cli/names.rs"]
mod names;
#[path = "cli/one_answer.rs"]
mod one_answer;
#[path = "cli/parquet.rs"]
mod parquet;
#[path = "cli/payloads.rs"]
mod payloads;
#[path = "cli/pipelines.rs"]
mod pipelines;
#[path = "cli/pulls.rs"]
mod pulls;
#[path = "cli/readme.rs"]
mod readme;
#[path = "cli/recaptures.rs"]
mod recaptures;
#[path = "cli/record.rs"]
mod record;
#[path = "cli/renaming.rs"]
mod renaming;
#[cfg(unix)]
#[path = "cli/renewed.rs"]
mod renewed;
#[path = "cli/rows.rs"]
mod rows;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/schema.rs"]
mod schema;
#[path = "cli/schemas.rs"]
mod schemas;
#[path = "cli/scripts.rs"]
mod scripts;
#[path = "cli/short.rs"]
mod short;
#[path = "cli/shown.rs"]
mod shown;
#[path = "cli/site.rs"]
mod site;
#[path = "cli/snapshots.rs"]
mod snapshots;
#[path = "cli/sources.rs"]
mod sources;
#[path = "cli/spot.rs"]
mod spot;
#[path = "cli/strangers.rs"]
mod strangers;
#[cfg(unix)]
#[path = "cli/streams.rs"]
mod streams;
#[path = "cli/tables.rs"]
mod tables;
#[path = "cli/texts.rs"]
mod texts;
#[path = "cli/vault.rs"]
mod vault;
#[path = "cli/wide.rs"]
mod wide;
#[path = "cli/withheld.rs"]
mod withheld;
