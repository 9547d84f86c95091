//! `dash::testing`: what a test of an app can do and ask, without a browser.
#![expect(clippy::needless_pass_by_value, reason = "a callback takes what it asks for by value")]

mod actions;
mod background;
mod browser;
mod mistakes;
mod persistence;
mod streams;
