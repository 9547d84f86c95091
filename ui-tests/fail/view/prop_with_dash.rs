//! a component has the prop: written with a dash
use dash::prelude::*;

view! { Page => <Div class-name="wide"/> }
//~ class-name

fn main() {}
