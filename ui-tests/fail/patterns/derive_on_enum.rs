use dash::prelude::*;

#[derive(DashId)]
enum Cell {
    First,
    Second,
}

fn main() {}
