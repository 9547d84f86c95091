//! Callbacks wired through structs: on the wire all is flat, as the renderer's fixture has it.

use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::dcc::Input;
use dash::html::{Button, Div};
use dash::{Inputs, NoUpdate, Outputs, Update, app, callback, serve, view};
use serde_json::{Value, json};

use crate::common::{call, config, get, post};

view! {
    Report => <Div>
        <Button id=go/>
        <Input id=region/>
        <Input id=year/>
        <Input id=size/>
        <Div id=note/>
        <Div id=total/>
        <Div id=all/>
    </Div>
}

#[derive(Inputs)]
struct Filters {
    #[input(Report::region.value)]
    region: Option<String>,
    #[state(Report::year.value)]
    year: Option<String>,
    #[input(Report::size.value)]
    size: Option<String>,
}

#[derive(Outputs)]
struct Summary {
    #[output(Report::total.children)]
    text: String,
    #[output(Report::total.title)]
    title: Update<String>,
}

/// Tells what it was given, in the order of the parameters; skips what the clicks say.
#[callback(
    output(..Summary, Report::note.children),
    input(Report::go.n_clicks, ..Filters),
    state(Report::note.title)
)]
fn tell(
    clicks: u64,
    filters: Filters,
    note: Option<String>,
) -> Result<(Update<Summary>, Update<u64>), String> {
    let Filters { region, year, size } = filters;
    let given = [region, year, size, note].map(Option::unwrap_or_default).join(" ");
    match clicks {
        0 => Ok((Update::Skip, Update::Set(0))),
        1 => Ok((
            Update::Set(Summary { text: given, title: Update::Set("T".to_owned()) }),
            Update::Set(1),
        )),
        2 => Ok((Update::Set(Summary { text: given, title: Update::Skip }), Update::Skip)),
        _ => Err(given),
    }
}

#[derive(Outputs)]
struct All {
    #[output(Report::all.children)]
    all: NoUpdate,
}

/// A struct of one wire, and nothing for it.
#[callback(output(..All), input(..Filters))]
async fn leave(filters: Filters) -> All {
    tokio::task::yield_now().await;
    drop((filters.region, filters.year, filters.size));
    All { all: NoUpdate }
}

app! { static APP = { layout: Report, callbacks: [tell, leave] } }

fn router() -> Router {
    serve(&APP).config(config()).into_router().expect("the server starts")
}

/// What the page is told, and what it then sends.
fn fixture() -> Value {
    let text = std::fs::read_to_string("tests/fixtures/wire/request-grouped.json");
    serde_json::from_str(&text.expect("the fixture")).expect("JSON")
}

#[tokio::test]
async fn the_page_is_told_a_flat_list() {
    let announced = get(&router(), "/_dash-dependencies").await.json();
    let expected = &fixture()["dependency"];
    for key in ["output", "inputs", "state", "no_output"] {
        assert_eq!(announced[0][key], expected[key], "{key}");
    }
    assert_eq!(announced[1]["output"], "all.children");
}

#[tokio::test]
async fn the_fields_get_the_values_of_their_props() {
    let reply = post(&router(), fixture()["request"].to_string()).await;
    let response = json!({
        "total": {"children": "South 2024 4 T", "title": "T"}, "note": {"children": 1},
    });
    assert_eq!(reply.json(), json!({"multi": true, "response": response}));
}

#[tokio::test]
async fn a_struct_and_its_fields_can_be_skipped() {
    let with_clicks = |clicks: u64| {
        let mut request = fixture()["request"].take();
        request["inputs"][0]["value"] = clicks.into();
        request.to_string()
    };
    let router = router();
    for (clicks, expected) in [
        (0, json!({"note": {"children": 0}})),
        (2, json!({"total": {"children": "South 2024 4 T"}})),
    ] {
        let reply = post(&router, with_clicks(clicks)).await;
        assert_eq!(reply.json()["response"], expected, "{clicks} clicks");
    }
    let failed = post(&router, with_clicks(3)).await;
    assert_eq!(failed.status, StatusCode::INTERNAL_SERVER_ERROR);
}

#[tokio::test]
async fn a_value_of_a_struct_that_does_not_decode_is_refused() {
    let mut request = fixture()["request"].take();
    request["state"][0]["value"] = json!([1]);
    let reply = post(&router(), request.to_string()).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    assert!(reply.text().contains("year.value"), "{reply:?}");
}

#[tokio::test]
async fn a_struct_of_one_output_is_one_output() {
    let inputs = [("region.value", json!("N")), ("size.value", json!(null))];
    let request = call("all.children", &inputs, &[("year.value", json!("1"))]);
    let reply = post(&router(), request.to_string()).await;
    assert_eq!(reply.json(), json!({"multi": true, "response": {}}));
}
