//! all mistakes are shown at once: view
use dash::prelude::*;

view! {
    Page => <Div class-name="wide">
    //~ class-name
        <H1>Sales</H2>
        //~ Sales
        //~ </H2>
        <Slider min=1 min=2/>
        //~ min
        <Dropdown id="region" options=list()/>
        //~ "region"
        //~ list()
    </Div>
}

fn main() {}
