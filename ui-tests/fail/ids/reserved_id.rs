//! a name can be an id: fn of the view
use dash::prelude::*;

view! { Page => <Div id=new/> }
//~ new

fn main() {}
