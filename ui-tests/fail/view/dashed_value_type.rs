//! a prop takes the type of its value: data attribute
use dash::prelude::*;

view! { Page => <Div data-row={vec![1]}/> }
//~ vec![1]

fn main() {}
