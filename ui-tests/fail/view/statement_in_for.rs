//! markup holds no statements: for
use dash::prelude::*;

view! { Page => <Ul>{for year in 2020..2026 { let next = year + 1; <Li>{next}</Li> }}</Ul> }
//~ let next = year + 1;

fn main() {}
