//! What props are while a callback runs: values, text, markup, nothing.
use dash::prelude::*;

view! {
    Page => <Div>
        <Button id=start/><Button id=stop disabled/>
        <Slider id=speed min=1 max=5/>
        <Div id=status/><Div id=rows/>
    </Div>
}

const BUSY: &str = "busy";

#[callback(
    output(Page::rows.children),
    input(Page::start.n_clicks),
    running(Page::start.disabled, true, false),
    running(Page::stop.disabled, false, true),
    running(Page::status.children, view! { <P>"at " {BUSY} " work"</P> }, Node::Empty),
    running(Page::status.class_name, BUSY, Option::<String>::None),
    running(Page::speed.value, 1.0 + 0.5, None::<f64>),
    cancel,
    prevent_initial_call
)]
async fn work(starts: u64) -> Result<String, String> {
    Ok(starts.to_string())
}

app! { static APP = { layout: Page, callbacks: [work] } }

fn main() {
    let names: Vec<&str> = APP.callbacks[0].running.iter().map(|r| r.prop.property).collect();
    assert_eq!(names, ["disabled", "disabled", "children", "className", "value"]);
}
