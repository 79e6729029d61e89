//! A quote in a text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gainsay::fuzzing::find(bytes));
