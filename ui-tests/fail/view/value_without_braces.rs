use dash::prelude::*;

fn options() -> Vec<&'static str> {
    vec!["North", "South"]
}

view! { Page => <Dropdown options=options() clearable/> }

fn main() {}
