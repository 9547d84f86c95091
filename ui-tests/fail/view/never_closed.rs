use dash::prelude::*;

view! {
    Page => <Div>
        <H1>"Sales"</H1>
}

fn main() {}
