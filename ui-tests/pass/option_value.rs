//! An enum as the values of options.
use dash::components::Options;
use dash::dcc::{Dropdown, RadioItems};
use dash::html::Div;
use dash::{OptionValue, app, callback, view};

#[derive(Debug, Clone, Copy, PartialEq, OptionValue)]
enum Region {
    North,
    #[option(value = "s", label = "The South")]
    South,
    #[option(label = "Far east")]
    FarEast,
}

view! {
    Page => <Div>
        <Dropdown<Region> id=region options={Region::ALL} value=Region::North/>
        <RadioItems<Region> id=other options={Region::ALL.iter().copied().collect::<Options<_>>()}/>
    </Div>
}

#[callback(output(Page::other.value), input(Page::region.value))]
fn follow(region: Option<Region>) -> Option<Region> {
    region.filter(|region| *region != Region::FarEast)
}

app! { static APP = { layout: Page, callbacks: [follow] } }

fn main() {
    assert_eq!(Region::ALL, [Region::North, Region::South, Region::FarEast]);
    assert_eq!(APP.callbacks.len(), 1);
}
