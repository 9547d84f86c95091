//! a callback is a free fn: method
use dash::prelude::*;

view! { Page => <Div><Dropdown id=region options=["North"]/><Div id=chart/></Div> }

struct Totals;

impl Totals {
    #[callback(output(Page::chart.children), input(Page::region.value), unlisted)]
    fn update(&self, region: Option<String>) -> Option<String> {
    //~ &self
        region
    }
}

fn main() {}
