//! A chart that grows: each click sends one point, and no figure.
//!
//! Run it with `cargo run --example patch`.
use dash::prelude::*;
use serde_json::json;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

view! {
    /// A chart, and a button that adds to it.
    pub Year => <Div>
        <H1>"Revenue"</H1>
        <Button id=next>"Next month"</Button>
        <Graph id=chart figure={first_month()}/>
    </Div>
}

fn first_month() -> Figure {
    let bars = json!({"type": "bar", "x": [MONTHS[0]], "y": [revenue(0)]});
    Figure::new(&[bars], &json!({"title": {"text": "1 month"}}))
}

/// Revenue of a month, in thousands of euros.
fn revenue(month: usize) -> usize {
    40 + 7 * month % 30
}

/// Puts one more bar into the chart that the browser has.
#[callback(output(Year::chart.figure), input(Year::next.n_clicks), prevent_initial_call)]
fn add_month(clicks: u64) -> Result<Patch<Figure>, PreventUpdate> {
    let month = usize::try_from(clicks).map_err(|_| PreventUpdate)?;
    let name = MONTHS.get(month).ok_or(PreventUpdate)?;
    let patch = Patch::new().trace(0).at("x").append(name).trace(0).at("y").append(revenue(month));
    Ok(patch.layout().at(("title", "text")).assign(format!("{} months", month + 1)))
}

app! { static APP = { layout: Year, callbacks: [add_month] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
