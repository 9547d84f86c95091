use dash::prelude::*;

view! { Page => <Div><Link>"there"</Link></Div> }

fn main() {}
