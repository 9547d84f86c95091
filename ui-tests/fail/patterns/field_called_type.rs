//! a name can be a field of an id: type
use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    r#type: String,
    //~ r#type
    row: u32,
}

fn main() {}
