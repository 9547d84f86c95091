//! a for or if among markup stands in braces: for
use dash::prelude::*;

view! { Page => <Ul>for year in 2020..2026 { <Li>{year}</Li> }</Ul> }
//~ for

fn main() {}
