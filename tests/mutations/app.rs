//! An app whose callbacks take every kind of parameter, and recorded requests for them.
use std::sync::atomic::{AtomicUsize, Ordering};

use dash::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::Mutex;

/// How often any callback has run.
pub(crate) static CALLS: AtomicUsize = AtomicUsize::new(0);

/// Held by the test that counts.
pub(crate) static ALONE: Mutex<()> = Mutex::const_new(());

fn count<T>(value: T) -> T {
    CALLS.fetch_add(1, Ordering::SeqCst);
    value
}

/// A value of the app's own in a store.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Filter {
    region: String,
    years: (u16, u16),
    #[serde(default)]
    tags: Vec<String>,
}

view! {
    Every => <Div>
        <Button id=go/>
        <Input id=name/>
        <NumberInput id=number/>
        <MultiDropdown id=regions options=["North", "South"]/>
        <RangeSlider id=years min=2000 max=2020/>
        <Store<Filter> id=filter/>
        <Graph id=chart/>
        <Div id=clicks/>
        <Div id=greeting/>
        <Div id=all/>
        <Div id=raw/>
        <Div id=later/>
    </Div>
}

#[callback(output(Every::clicks.children), input(Every::go.n_clicks))]
fn clicks(clicks: u64) -> u64 {
    count(clicks)
}

#[callback(
    output(Every::greeting.children, Every::greeting.title),
    input(Every::name.value, Every::number.value),
    state(Every::go.n_clicks)
)]
fn greeting(name: Option<String>, number: Option<f64>, clicks: u64) -> (String, Option<String>) {
    count((format!("{name:?} {number:?}"), Some(clicks.to_string())))
}

#[callback(
    output(Every::all.children),
    input(Every::regions.value, Every::years.value, Every::filter.data)
)]
fn all(regions: Vec<String>, years: Vec<f64>, filter: Option<Filter>) -> String {
    count(format!("{regions:?} {years:?} {filter:?}"))
}

#[callback(output(Every::raw.children), input(Every::go.n_clicks), state(Every::chart.figure))]
fn raw(_clicks: u64, Json(figure): Json<Option<Value>>) -> String {
    count(figure.unwrap_or_default().to_string())
}

#[callback(output(Every::later.children), input(Every::name.value))]
async fn later(name: Option<String>) -> String {
    tokio::task::yield_now().await;
    count(name.unwrap_or_default())
}

app! { pub(crate) static APP = { layout: Every, callbacks: [clicks, greeting, all, raw, later] } }

fn wired(id: &str, property: &str, value: &Value) -> Value {
    json!({"id": id, "property": property, "value": value})
}

/// Requests as a page sends them: the first call, a click, text typed, a choice made, no value at all.
pub(crate) fn recorded() -> Vec<Value> {
    let filter = json!({"region": "North", "years": [2001, 2010], "tags": ["a", "b"]});
    let figure = json!({"data": [{"type": "bar", "y": [1, 2.5, null]}], "layout": {}});
    vec![
        json!({
            "output": "clicks.children", "outputs": {"id": "clicks", "property": "children"},
            "inputs": [wired("go", "n_clicks", &json!(3))],
            "changedPropIds": ["go.n_clicks"], "parsedChangedPropsIds": ["go.n_clicks"],
        }),
        json!({
            "output": "..greeting.children...greeting.title..",
            "outputs": [
                {"id": "greeting", "property": "children"}, {"id": "greeting", "property": "title"},
            ],
            "inputs": [
                wired("name", "value", &json!("Zoë \"<&> 🦀")),
                wired("number", "value", &json!(-1.5e-3)),
            ],
            "changedPropIds": ["name.value"], "parsedChangedPropsIds": ["name.value"],
            "state": [wired("go", "n_clicks", &json!(0))],
        }),
        json!({
            "output": "all.children", "outputs": {"id": "all", "property": "children"},
            "inputs": [
                wired("regions", "value", &json!(["North", "South"])),
                wired("years", "value", &json!([2001, 2010])),
                wired("filter", "data", &filter),
            ],
            "changedPropIds": [], "parsedChangedPropsIds": [],
        }),
        json!({
            "output": "raw.children", "outputs": {"id": "raw", "property": "children"},
            "inputs": [wired("go", "n_clicks", &Value::Null)],
            "changedPropIds": ["go.n_clicks"], "parsedChangedPropsIds": ["go.n_clicks"],
            "state": [wired("chart", "figure", &figure)],
        }),
        json!({
            "output": "later.children", "outputs": {"id": "later", "property": "children"},
            "inputs": [{"id": "name", "property": "value"}],
            "changedPropIds": [], "parsedChangedPropsIds": [],
        }),
    ]
}
