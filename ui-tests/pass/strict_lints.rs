//! What the macros write raises no warning, whatever the crate asks for.
#![deny(warnings, missing_docs, missing_debug_implementations, unreachable_pub, unused, nonstandard_style)]
#![deny(rust_2018_idioms, unused_qualifications, unused_results, single_use_lifetimes)]
#![forbid(unsafe_code)]

use dash::prelude::*;

view! {
    /// A part.
    pub(crate) Part(title: &str) => <Div>{title}</Div>
}

view! {
    /// The page.
    pub(crate) Page => <Div><Part title={"x"}/><Input id=name/><Div id=greeting/><Div id=unused/></Div>
}

/// Greets.
#[callback(output(Page::greeting.children), input(Page::name.value))]
fn greet(name: Option<String>) -> String {
    name.unwrap_or_default()
}

/// What was typed.
#[derive(Debug, Inputs)]
pub(crate) struct Typed {
    #[input(Page::name.value)]
    name: Option<String>,
    #[state(Page::greeting.title)]
    title: Option<String>,
}

/// What is shown.
#[derive(Debug, Outputs)]
pub(crate) struct Shown {
    #[output(Page::greeting.hidden)]
    hidden: bool,
    #[output(Page::unused.children)]
    text: String,
}

/// Shows.
#[callback(output(..Shown), input(Page::unused.n_clicks, ..Typed), state(Page::unused.title))]
fn show(clicks: u64, typed: Typed, title: Option<String>) -> Update<Shown> {
    let text = [typed.name, typed.title, title].into_iter().flatten().collect();
    Update::Set(Shown { hidden: clicks > 0, text })
}

/// An id.
#[derive(Debug, DashId)]
pub(crate) struct Cell {
    row: u8,
}

view! {
    /// A table.
    pub(crate) Table => <Div>{for row in 0..2 { <Input id=Cell { row }/> }}<Div id=sum/></Div>
}

/// Sums.
#[callback(output(Table::sum.children), input(Table::Cell { row: ALL }.value))]
fn sum(values: Vec<Option<String>>) -> usize {
    values.len()
}

app! {
    /// The app.
    static APP = { layout: Page, also: [Table], callbacks: [greet, show, sum] }
}

fn main() {
    assert_eq!(APP.callbacks.len(), 3);
    let _: View<Table> = Table::new().build();
}
