//! Every form of a callback's signature and of its attribute.
use dash::prelude::*;

view! {
    Page => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
        <Input id=name/>
        <Div id=a/><Div id=b/><Div id=c/><Div id=d/><Div id=e/><Div id=f/><Div id=g/>
    </Div>
}

struct Table(Vec<f64>);

/// States follow inputs, extractors follow both; clauses come in any order and more than once.
#[callback(state(Page::year.value), output(Page::chart.figure), input(Page::region.value), input(Page::name.value))]
fn with_all(
    region: Option<String>,
    name: Option<String>,
    year: Option<f64>,
    context: Context,
    table: Data<Table>,
) -> Result<Figure, std::num::ParseIntError> {
    let count: usize = name.unwrap_or_default().parse()?;
    let _ = (region, count, year, context.triggered_id(), table.0.len());
    Ok(Figure::default())
}

#[callback(output(Page::a.children, Page::a.hidden), input(Page::region.value), prevent_initial_call)]
fn two(region: Option<String>) -> (Node, bool) {
    (Node::Empty, region.is_none())
}

#[callback(output(Page::b.children), input(Page::region.value), cancel)]
async fn waits(region: Option<String>) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    std::future::ready(()).await;
    region.ok_or_else(|| PreventUpdate.into())
}

#[callback(output(Page::c.children), input(Page::a.n_clicks), blocking)]
fn sometimes(clicks: u64) -> Update<String> {
    if clicks > 1 { Update::Set(clicks.to_string()) } else { Update::Skip }
}

#[callback(output(Page::d.children, Page::d.hidden), input(Page::a.n_clicks), inline)]
fn one_of_two(clicks: u64) -> (Update<String>, NoUpdate) {
    (Some(clicks.to_string()).into(), NoUpdate)
}

#[callback(output(Page::e.children, Page::e.hidden), input(Page::a.n_clicks))]
fn all_or_none(clicks: u64) -> Result<Update<(String, bool)>, String> {
    if clicks > 10 { Err("too many".to_owned()) } else { Ok(Update::Set((String::new(), true))) }
}

#[callback(output(Page::f.children, Page::f.hidden), input(Page::a.n_clicks))]
fn nothing(_: u64) -> NoUpdate {
    NoUpdate
}

/// A pattern as a parameter, a type of the user's own, and a prop that is input and output.
#[callback(output(Page::name.value), input(Page::name.value, Page::chart.relayout_data), circular)]
fn own(name: Option<String>, Json(rows): Json<Option<Vec<(String, f64)>>>) -> Option<String> {
    rows.and_then(|rows| rows.first().map(|row| row.0.clone())).or(name)
}

#[callback(output(Page::g.children), input(Page::g.n_clicks), unlisted)]
fn never_listed(clicks: u64) -> u64 {
    clicks
}

app! {
    /// Lists across modules; commas at the end are allowed.
    pub(crate) static APP = {
        callbacks: [with_all, two, waits, sometimes, one_of_two, all_or_none, nothing, own, inner::more,],
        layout: Page,
    };
}

mod inner {
    use super::Page;

    #[dash::callback(output(Page::g.hidden), input(Page::g.n_clicks))]
    pub(super) fn more(clicks: u64) -> bool {
        clicks > 3
    }
}

fn main() {
    assert_eq!(APP.callbacks.len(), 9);
    assert_eq!(APP.order.len(), 9);
    assert_eq!(two(None).1, true);
    assert!(APP.callbacks[7].options.circular);
    let _ = Table(Vec::new());
}
