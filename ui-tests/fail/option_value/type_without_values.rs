//! options have values: type of a component
use dash::prelude::*;

use std::time::Duration;

view! { Page => <Dropdown<Duration> id=region/> }
//~ Duration

fn main() {}
