use dash::prelude::*;

view! { Page => <Div data-row={vec![1]}/> }

fn main() {}
