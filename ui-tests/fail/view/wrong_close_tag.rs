use dash::prelude::*;

view! {
    Page => <Div>
        <H1>"Sales"</H2>
    </Div>
}

fn main() {}
