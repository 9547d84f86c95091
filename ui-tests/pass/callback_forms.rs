//! Callbacks beyond inputs and outputs: what runs on load, and what writes nothing.
use dash::prelude::*;

view! {
    Page => <Div>
        <Input id=name/>
        <Div id=news/>
    </Div>
}

#[callback(output(Page::news.children))]
fn on_load() -> &'static str {
    "ready"
}

#[callback(output(Page::news.title), state(Page::name.value))]
async fn on_load_with_state(name: Option<String>) -> Result<String, PreventUpdate> {
    name.ok_or(PreventUpdate)
}

#[callback(input(Page::name.value))]
fn log(name: Option<String>) {
    let _ = name;
}

#[callback(input(Page::name.value))]
async fn save(name: Option<String>) -> Result<(), std::num::ParseIntError> {
    name.unwrap_or_default().parse::<u8>().map(drop)
}

#[callback(input(Page::name.value))]
fn nothing(_: Option<String>) -> NoUpdate {
    NoUpdate
}

#[callback(input(Page::name.value))]
fn beside(name: Option<String>, context: Context) {
    context.set_props(Page::news.children, view! { <P>{name}</P> });
    context.set_props(Page::news.hidden, Update::Set(false));
    context.set_props(Page::news.children, Patch::new().append("more"));
}

/// The browser runs these; a source can be a file.
#[callback(output(Page::name.value), input(Page::news.n_clicks), client = "(clicks) => `${clicks}`")]
fn count(clicks: u64) -> String;

#[callback(input(Page::name.value), state(Page::news.n_clicks), client = scripts::remember)]
fn remember(name: Option<String>, clicks: u64);

#[callback(output(Page::news.class_name), client = concat!("() => ", "'on'"))]
fn class() -> Option<String>;

#[callback(output(allow_duplicate(Page::news.children)), input(Page::name.value), prevent_initial_call)]
fn again(name: Option<String>) -> Node {
    name.map_or(Node::Empty, |name| view! { <P>{name}</P> })
}

#[callback(output(allow_duplicate(Page::news.children)), input(Page::name.n_blur), initial_duplicate)]
fn once_more(_blurs: u64) -> Update<Patch<Node>> {
    Update::Set(Patch::new().clear())
}

view! { Elsewhere => <Input id=gone/> }

#[callback(input(optional(Elsewhere::gone.value)), state(optional(Elsewhere::gone.placeholder)))]
fn absent(gone: Option<String>, hint: Option<String>) {
    drop((gone, hint));
}

#[callback(
    input(Page::name.n_submit),
    running(Page::name.disabled, true, false),
    running(Page::news.children, "at work", Option::<&str>::None),
)]
async fn work(_submits: u64) {}

app! {
    static APP = { layout: Page, callbacks: [on_load, on_load_with_state, log, save, nothing, beside, count, remember, class, again, once_more, absent, work] }
}

fn main() {
    let keys: std::collections::HashSet<u64> = APP.callbacks.iter().map(|def| def.key()).collect();
    assert_eq!(keys.len(), 13);
    assert!(APP.callbacks[2].outputs.is_empty());
}
