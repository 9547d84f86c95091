use dash::prelude::*;

view! {
    Page => <Div class-name="wide">
        <H1>Sales</H2>
        <Slider min=1 min=2/>
        <Dropdown id="region" options=list()/>
    </Div>
}

fn main() {}
