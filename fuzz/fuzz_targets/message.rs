//! A message over a socket.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dash_runtime::decoders::message(bytes));
