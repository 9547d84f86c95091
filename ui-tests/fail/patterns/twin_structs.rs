//! an id is in the page once: family of two structs
use dash::prelude::*;

mod left {
    use dash::prelude::*;

    #[derive(DashId)]
    pub struct Cell {
        pub row: u32,
    }

    view! { pub Left => <Div>{for row in 0..3 { <Input id=Cell { row }/> }}</Div> }
}

mod right {
    use dash::prelude::*;

    #[derive(DashId)]
    pub struct Cell {
        pub row: u32,
    }

    view! { pub Right => <Div>{for row in 0..3 { <P id=Cell { row }/> }}</Div> }
}

use left::Left;
use right::Right;

view! { Page => <Div><Left/><Right/></Div> }

app! { static APP = { layout: Page, callbacks: [] } }
//~ Page

fn main() {}
