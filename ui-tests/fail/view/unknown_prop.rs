use dash::prelude::*;

view! { Page => <Div clas_name="wide">"text"</Div> }

fn main() {}
