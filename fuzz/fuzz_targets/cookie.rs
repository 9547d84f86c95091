//! The header with the cookies of a request.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dash_runtime::decoders::cookie(bytes));
