use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    row: f64,
}

fn main() {}
