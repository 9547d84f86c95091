//! a component has the prop: attribute
use dash::prelude::*;

view! { Page => <Div clas_name="wide">"text"</Div> }
//~ clas_name

fn main() {}
