use dash::prelude::*;

view! { Filters => <Div><Dropdown id=region options=["North"]/></Div> }
view! { Page => <Div><Filters/><Filters/></Div> }

app! { static APP = { layout: Page, callbacks: [] } }

fn main() {}
