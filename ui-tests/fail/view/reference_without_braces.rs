//! a value that is more than a literal stands in braces: reference
use dash::prelude::*;

view! { Page => <Dropdown options=&["North", "South"]/> }
//~ &["North", "South"]

fn main() {}
