//! comments are those of Rust: HTML comment
use dash::prelude::*;

view! { Page => <Div><!-- the chart --><H1>"Sales"</H1></Div> }
//~ <!-- the chart -->

fn main() {}
