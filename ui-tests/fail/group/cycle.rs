//! callbacks form no cycle: through a group
use dash::prelude::*;

mod sales {
    use dash::prelude::*;

    view! {
        pub Sales => <Div>
            <Dropdown id=region options=["North", "South"]/>
            <Slider id=year min=2000 max=2025/>
        </Div>
    }

    #[callback(output(Sales::region.value), input(Sales::year.value))]
    //~ value
    fn choose(year: Option<f64>) -> Option<String> {
        year.map(|year| year.to_string())
    }

    callbacks! { pub SALES: [choose] }
}

use sales::Sales;

#[callback(output(Sales::year.value), input(Sales::region.value))]
fn count(region: Option<String>) -> Option<f64> {
    region.and_then(|region| region.parse().ok())
}

app! { static APP = { layout: Sales, callbacks: [..sales::SALES, count] } }

fn main() {}
