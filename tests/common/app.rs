//! An app with one callback of each kind; each counts its calls.
#![expect(clippy::needless_pass_by_value, reason = "a callback takes what it asks for by value")]

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use dash::components::Figure;
use dash::dcc::{Graph, Input, NumberInput};
use dash::html::{Button, Div};
use dash::{Context, Data, PreventUpdate, Update, app, callback, view};

/// How often any callback of [`APP`] has run.
pub(crate) static CALLS: AtomicU64 = AtomicU64::new(0);

fn count() {
    CALLS.fetch_add(1, Ordering::SeqCst);
}

/// What the app shares.
#[derive(Debug)]
pub(crate) struct Greeting(pub(crate) &'static str);

view! {
    Kinds => <Div>
        <Input id=name value="Ann"/>
        <NumberInput id=number/>
        <Button id=go>"</script>"</Button>
        <Graph id=chart/>
        <Div id=out/>
        <Div id=two/>
        <Div id=prevented/>
        <Div id=fails/>
        <Div id=panics/>
        <Div id=panics_later/>
        <Div id=panics_pooled/>
        <Div id=triggered/>
        <Div id=shared/>
        <Div id=double/>
    </Div>
}

#[callback(output(Kinds::out.children), input(Kinds::name.value))]
fn greet(name: Option<String>) -> String {
    count();
    format!("Hello, {}", name.unwrap_or_default())
}

#[callback(
    output(Kinds::two.children, Kinds::two.title),
    input(Kinds::go.n_clicks),
    state(Kinds::name.value)
)]
fn pair(clicks: u64, name: Option<String>) -> (Update<u64>, Update<String>) {
    count();
    let clicks = if clicks == 0 { Update::Skip } else { Update::Set(clicks) };
    (clicks, Update::from(name))
}

#[callback(output(Kinds::prevented.children), input(Kinds::go.n_clicks))]
fn prevent(_clicks: u64) -> Result<String, PreventUpdate> {
    count();
    Err(PreventUpdate)
}

#[callback(output(Kinds::fails.children), input(Kinds::go.n_clicks))]
fn fail(_clicks: u64) -> Result<String, Unread> {
    count();
    Err(Unread(std::io::Error::other("no such file")))
}

#[callback(output(Kinds::panics.children), input(Kinds::go.n_clicks))]
fn panic(_clicks: u64) -> String {
    count();
    panic!("on the reactor")
}

#[callback(output(Kinds::panics_later.children), input(Kinds::go.n_clicks))]
async fn panic_later(_clicks: u64) -> String {
    count();
    tokio::task::yield_now().await;
    panic!("after an await")
}

#[callback(output(Kinds::panics_pooled.children), input(Kinds::go.n_clicks), blocking)]
fn panic_pooled(_clicks: u64) -> String {
    count();
    panic!("on the pool")
}

#[callback(output(Kinds::triggered.children), input(Kinds::go.n_clicks, Kinds::name.value))]
fn trigger(_clicks: u64, _name: Option<String>, context: Context) -> String {
    count();
    context.triggered().join(" ")
}

#[callback(output(Kinds::shared.children), input(Kinds::go.n_clicks))]
async fn share(_clicks: u64, greeting: Data<Greeting>) -> &'static str {
    count();
    tokio::task::yield_now().await;
    greeting.0
}

#[callback(output(Kinds::double.children), input(Kinds::number.value))]
fn double(number: Option<f64>) -> Option<f64> {
    count();
    number.map(|number| number * 2.0)
}

/// A figure with as many bars as there were clicks.
#[callback(output(Kinds::chart.figure), input(Kinds::go.n_clicks))]
fn draw(clicks: u64) -> Figure {
    count();
    Figure::new(&[bars(clicks)], &serde_json::Map::new())
}

/// A trace whose names alone make it as long as wanted.
pub(crate) fn bars(count: u64) -> serde_json::Value {
    let names: Vec<String> = (0..count).map(|bar| format!("bar {bar}")).collect();
    serde_json::json!({"type": "bar", "x": names})
}

app! {
    pub(crate) static APP = {
        layout: Kinds,
        callbacks: [
            greet, pair, prevent, fail, panic, panic_later, panic_pooled, trigger, share, double,
            draw,
        ],
    }
}

/// An error with a cause.
#[derive(Debug)]
pub(crate) struct Unread(std::io::Error);

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cannot read the sales")
    }
}

impl std::error::Error for Unread {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}
