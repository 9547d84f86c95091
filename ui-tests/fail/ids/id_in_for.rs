//! an id is in the page once: component in a for
use dash::prelude::*;

view! { Page => <Div>{for year in 2020..2026 { <Div id=year>{year}</Div> }}</Div> }
//~ year

fn main() {}
