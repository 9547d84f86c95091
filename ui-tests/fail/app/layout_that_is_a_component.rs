use dash::prelude::*;

app! { static APP = { layout: Main, callbacks: [] } }

fn main() {}
