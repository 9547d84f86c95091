use dash::prelude::*;

view! {
    Page => <Div>
        <H1>"Sales"
    </Div>
}

fn main() {}
