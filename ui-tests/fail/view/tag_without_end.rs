//! a tag ends: opening tag
use dash::prelude::*;

view! { Page => <Div class_name="wide" <H1>"Sales"</H1></Div> }
//~ Div

fn main() {}
