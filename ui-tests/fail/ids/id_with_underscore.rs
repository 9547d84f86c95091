//! a name can be an id: underscore
use dash::prelude::*;

view! { Page => <Div id=_panel/> }
//~ _panel

fn main() {}
