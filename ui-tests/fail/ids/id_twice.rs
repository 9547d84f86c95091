use dash::prelude::*;

view! {
    Page => <Div>
        <Div id=panel/>
        <Graph id=panel/>
    </Div>
}

fn main() {}
