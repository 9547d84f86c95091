//! The value of a prop.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dash_runtime::decoders::value(bytes));
