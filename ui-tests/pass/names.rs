//! Names of the user's that the macros' own code must not see.
#![allow(non_camel_case_types, dead_code, non_snake_case)]

use dash::html::{Div, H1};
use dash::{DashId, Inputs, Outputs, app, callback, view};

mod std {}
mod core {}
struct Vec;
struct Option2;
struct Ok;
struct Some;
struct None;
struct Box;
struct Result;
struct String2;
trait IntoNode {}
struct Node;
struct View;
struct App;
struct Graph;
struct Order;
struct Slot;
struct Sizes;
struct Plan;
fn panic() {}
fn vec() {}

view! {
    Page => <Div>
        <Div id=values/><Div id=context/><H1 id=nodes/>
        {for nodes in 0..2 { <Div>{nodes}</Div> }}
    </Div>
}

#[callback(output(Page::values.children), input(Page::context.n_clicks, Page::nodes.n_clicks))]
fn values(context: u64, result: u64) -> u64 {
    context + result
}

#[callback(output(Page::context.children), input(Page::values.n_clicks))]
fn argument_0(args: u64) -> u64 {
    args
}

#[derive(Inputs)]
struct Args {
    #[input(Page::values.n_clicks)]
    values: u64,
    #[state(Page::context.n_clicks)]
    wire_0: u64,
}

#[derive(Outputs)]
struct Prop {
    #[output(Page::values.tab_index)]
    values: i64,
    #[output(Page::values.hidden)]
    outputs: bool,
}

#[callback(output(..Prop, Page::nodes.children), input(..Args))]
fn outputs(INPUT: Args) -> (Prop, u64) {
    (Prop { values: 1, outputs: INPUT.wire_0 > 0 }, INPUT.values)
}

#[derive(DashId)]
struct Field {
    keys: u8,
}

app! { static APP = { layout: Page, callbacks: [values, argument_0, outputs] } }

fn main() {
    assert_eq!(APP.callbacks.len(), 3);
}
