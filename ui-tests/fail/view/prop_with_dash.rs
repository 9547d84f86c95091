use dash::prelude::*;

view! { Page => <Div class-name="wide"/> }

fn main() {}
