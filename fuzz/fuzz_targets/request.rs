//! The body of a callback request.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dash_runtime::decoders::request(bytes));
