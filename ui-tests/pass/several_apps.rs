//! One callback in two apps, and an app without callbacks.
use dash::prelude::*;

view! { Greeting => <Div><Input id=name/><Div id=greeting/></Div> }
view! { Small => <Greeting/> }
view! { Large => <Div><Div><Greeting/></Div>{if 1 > 0 { <Small2/> } else { <Small2/> }}</Div> }
view! { Small2 => <Div id=only_once/> }
view! { Empty => <></> }

#[callback(output(Greeting::greeting.children), input(Greeting::name.value))]
fn greet(name: Option<String>) -> Option<String> {
    name
}

app! { static SMALL = { layout: Small, callbacks: [greet] } }
app! { static LARGE = { layout: Large, callbacks: [greet] } }
app! { static EMPTY = { layout: Empty, callbacks: [] } }

fn main() {
    assert_eq!(SMALL.callbacks.len() + LARGE.callbacks.len() + EMPTY.callbacks.len(), 2);
}
