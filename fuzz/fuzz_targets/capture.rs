//! A file of any kind.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gainsay::fuzzing::capture(bytes));
