//! The rules of the house, held on the sources themselves: docs/architecture.md says why each is there.
//!
//! What clippy can hold stands in clippy.toml and in `[lints]` of Cargo.toml; here is the rest.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::disallowed_methods, reason = "a test reads and writes what it is about")]
#![allow(clippy::panic, reason = "that is how a test fails")]

mod circles;
mod doors;
mod growth;
mod imports;
#[cfg(unix)]
mod installs;
mod manifest;
mod manners;
mod places;
mod promises;
mod releases;
mod rooms;
mod rust;
mod tree;
mod words;
mod workflows;

/// Fails with all that breaks a rule.
#[track_caller]
fn none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

/// Fails where an exception is no longer needed: such a list only gets shorter.
#[track_caller]
fn all_needed<'e>(exceptions: impl IntoIterator<Item = (String, bool)> + 'e) {
    let idle: Vec<String> =
        exceptions.into_iter().filter_map(|(exception, needed)| (!needed).then_some(exception)).collect();
    none(&idle, "exceptions that nothing needs any more: take them off their list");
}
