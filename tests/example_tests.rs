//! Runs the tests that stand in the examples, each in the file of its app. Cargo would run them only
//! in place of building the examples as programs.
#![allow(dead_code, unreachable_pub, reason = "the programs themselves are not run")]

#[path = "../examples/background.rs"]
mod background;
#[path = "../examples/counter.rs"]
mod counter;
#[path = "../examples/matching.rs"]
mod matching;
#[path = "../examples/mount.rs"]
mod mount;
#[path = "../examples/pages.rs"]
mod pages;
#[path = "../examples/sales.rs"]
mod sales;
#[path = "../examples/stream.rs"]
mod stream;
