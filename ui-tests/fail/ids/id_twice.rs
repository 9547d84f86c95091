//! an id is in the page once: two of a view
use dash::prelude::*;

view! {
    Page => <Div>
        <Div id=panel/>
        <Graph id=panel/>
        //~ panel
    </Div>
}

fn main() {}
