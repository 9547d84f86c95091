//! One mistake a file in `fail/`, with what the compiler prints beside it; programs that compile in `pass/`.
//!
//! One case alone: `cargo test -p ui-tests -- ui trybuild=missing_id`. After a change of a text that
//! is meant: `TRYBUILD=overwrite cargo test -p ui-tests`, and read the difference as a user would.

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    cases.compile_fail("fail/*/*.rs");
}
