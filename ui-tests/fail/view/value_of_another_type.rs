//! a prop takes the type of its value: attribute
use dash::prelude::*;

view! { Page => <Slider min="low"/> }
//~ "low"

fn main() {}
