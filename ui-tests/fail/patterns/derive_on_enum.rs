//! a derive stands on its kind of type: DashId on an enum
use dash::prelude::*;

#[derive(DashId)]
enum Cell {
//~ Cell
    First,
    Second,
}

fn main() {}
