//! The text of an id.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dash_runtime::decoders::id(bytes));
