//! Handlers of errors: of a callback with one output, with several, with none, and of a struct of outputs.
use dash::FailedCallback;
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <P id=total/>
        <P id=count/>
    </Div>
}

#[derive(Outputs)]
struct Summary {
    #[output(Sales::count.children)]
    count: u64,
}

#[callback(output(Sales::total.children), input(Sales::region.value), on_error = words::excuse)]
fn one(region: Option<String>) -> Result<Update<String>, PreventUpdate> {
    region.map(Update::Set).ok_or(PreventUpdate)
}

mod words {
    use super::*;

    pub fn excuse<'a>(failed: &'a FailedCallback<'a>, _: &Context) -> Update<String> {
        Update::Set(failed.to_string())
    }
}

#[callback(output(..Summary), input(Sales::region.value), on_error = no_summary)]
async fn structs(region: Option<String>) -> Result<Summary, String> {
    Ok(Summary { count: region.ok_or("no region")?.len() as u64 })
}

fn no_summary(_: &FailedCallback<'_>, _: &Context) -> Summary {
    Summary { count: 0 }
}

#[callback(input(Sales::region.value), on_error = told)]
fn none(region: Option<String>) -> Result<(), String> {
    region.map(drop).ok_or("no region".to_owned())
}

fn told(failed: &FailedCallback<'_>, context: &Context) {
    context.set_props(Sales::total.children, failed.name());
}

app! { static APP = { layout: Sales, callbacks: [one, structs, none] } }

fn main() {
    assert!(APP.callbacks.iter().all(|callback| callback.on_error.is_some()));
}
