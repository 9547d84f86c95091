//! A callback is wired to the ids of a view that another callback inserts.
use dash::prelude::*;

view! { Page => <Div><Button id=open/><Div id=place/></Div> }

view! { Panel(title: &str) => <Div><H2>{title}</H2><Input id=name/><Rows/></Div> }

view! { Rows => <Div id=rows/> }

view! { Unused => <Div id=unused/> }

#[callback(output(Page::place.children), input(Page::open.n_clicks))]
fn open(clicks: u64) -> Option<View<Panel>> {
    (clicks > 0).then(|| Panel::new().title("Name").build())
}

#[callback(output(Rows::rows.children), input(Panel::name.value))]
fn greet(name: Option<String>) -> Option<String> {
    name
}

app! { static APP = { layout: Page, also: [Panel, Unused], callbacks: [greet, open] } }

fn main() {
    assert_eq!(APP.order, [0, 1]);
}
