use dash::prelude::*;

use std::time::Duration;

view! { Page => <Dropdown<Duration> id=region/> }

fn main() {}
