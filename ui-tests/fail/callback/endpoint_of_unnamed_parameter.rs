//! a parameter of an endpoint has a name: a pattern
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <P id=total/>
    </Div>
}

#[callback(output(Sales::total.children), input(Sales::region.value), endpoint = "/total", unlisted)]
fn total(Json(region): Json<Option<String>>) -> String {
    //~ Json(region): Json<Option<String>>
    region.unwrap_or_default()
}

fn main() {}
