//! A whole dossier, in a folder that each process has for itself.
#![no_main]

use std::sync::LazyLock;

use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder of our own"));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gainsay::fuzzing::load(FOLDER.path(), bytes));
