//! a value that is more than a literal stands in braces: call
use dash::prelude::*;

fn options() -> Vec<&'static str> {
    vec!["North", "South"]
}

view! { Page => <Dropdown options=options() clearable/> }
//~ options()

fn main() {}
