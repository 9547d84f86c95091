use dash::prelude::*;

view! { Filters => <Div><Dropdown id=region options=["North"]/></Div> }
view! { Page => <Div>{for _ in 0..3 { <Filters/> }}</Div> }

app! { static APP = { layout: Page, callbacks: [] } }

fn main() {}
