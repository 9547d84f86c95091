//! a type can be a field of an id: float
use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    row: f64,
    //~ f64
}

fn main() {}
