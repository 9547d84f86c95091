use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    r#type: String,
    row: u32,
}

fn main() {}
