//! text stands in quotes: sentence
use dash::prelude::*;

view! { Page => <H1>Sales dashboard, 2025</H1> }
//~ Sales dashboard, 2025

fn main() {}
