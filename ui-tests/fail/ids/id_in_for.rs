use dash::prelude::*;

view! { Page => <Div>{for year in 2020..2026 { <Div id=year>{year}</Div> }}</Div> }

fn main() {}
