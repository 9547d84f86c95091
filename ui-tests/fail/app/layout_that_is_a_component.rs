//! a layout is a view: a component
use dash::prelude::*;

app! { static APP = { layout: Main, callbacks: [] } }
//~ Main

fn main() {}
