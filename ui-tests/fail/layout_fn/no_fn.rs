//! a layout fn is named: nothing
use dash::prelude::*;

view! { Page => <Div><Input id=name/><P id=greeting/></Div> }

view! { Other => <Div id=panel/> }

app! { static APP = { layout: Page =, callbacks: [] } }
//~ =

fn main() {}
