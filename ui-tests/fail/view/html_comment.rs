use dash::prelude::*;

view! { Page => <Div><!-- the chart --><H1>"Sales"</H1></Div> }

fn main() {}
