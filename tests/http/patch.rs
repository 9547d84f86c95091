//! Patches: each operation as the wire has it, and as the answer of a callback.
use dash::components::{Figure, Node};
use dash::dcc::{Graph, MultiDropdown, NumberInput, Store};
use dash::html::{Button, Div, Li, Ul};
use dash::{IntoOutput, Patch, Update, app, callback, serve, view};
use serde_json::{Value, json};

use crate::common::{call, config, post};

/// What the browser's tests apply to a value, in their order.
fn patches() -> Vec<Patch<Figure>> {
    let patch = Patch::<Figure>::new;
    vec![
        patch().at(("a", "b")).assign(1),
        patch().at("a").merge(json!({"y": 2})),
        patch().at("l").extend([2, 3]),
        patch().at("l").append(2),
        patch().at("l").prepend(0),
        patch().at("l").insert(1, "x"),
        patch().at("l").insert(-1, "x"),
        patch().at("a").delete(),
        patch().at(("l", -1)).delete(),
        patch().at("n").add(2),
        patch().at("s").add_text("b"),
        patch().at("n").sub(2),
        patch().at("n").mul(3),
        patch().at("n").div(4),
        patch().at("l").clear(),
        patch().at("l").reverse(),
        patch().at("l").remove(json!({"a": 1})),
        patch().at("l").at(-1).at("name").assign("z"),
    ]
}

#[track_caller]
fn check<P, Kind>(patch: impl IntoOutput<P, Kind>, expected: &Value) {
    let value = patch.into_output().expect("a patch is a value");
    assert_eq!(&serde_json::to_value(value).expect("writes"), expected);
}

#[test]
fn each_operation_is_what_the_browser_applies() {
    let fixture = std::fs::read_to_string("tests/fixtures/wire/patch.json").expect("the fixture");
    let fixture: Value = serde_json::from_str(&fixture).expect("JSON");
    let cases = fixture["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), patches().len());
    for (patch, case) in patches().into_iter().zip(cases) {
        check(patch, &case["patch"]);
    }
}

/// A patch with these operations: name, place, parameters.
fn wire(operations: &[(&str, Value, Value)]) -> Value {
    let operation = |(operation, location, params): &(&str, Value, Value)| json!({"operation": operation, "location": location, "params": params});
    let operations: Vec<Value> = operations.iter().map(operation).collect();
    json!({"__dash_patch_update": "__dash_patch_update", "operations": operations})
}

#[test]
fn what_a_type_allows_as_a_whole_stands_at_the_value_itself() {
    let value = |value: Value| json!({"value": value});
    check(
        Patch::<Vec<String>>::new().append("b").prepend("a").delete(-1).reverse().clear(),
        &wire(&[
            ("Append", json!([]), value(json!("b"))),
            ("Prepend", json!([]), value(json!("a"))),
            ("Delete", json!([-1]), json!({})),
            ("Reverse", json!([]), json!({})),
            ("Clear", json!([]), json!({})),
        ]),
    );
    check(
        Patch::<Option<f64>>::new().add(1).sub(0.5),
        &wire(&[("Add", json!([]), value(json!(1))), ("Sub", json!([]), value(json!(0.5)))]),
    );
    check(
        Patch::<Figure>::new().add_trace(json!({"y": [1]})).trace(-1).at("y").append(2),
        &wire(&[
            ("Append", json!(["data"]), value(json!({"y": [1]}))),
            ("Append", json!(["data", -1, "y"]), value(json!(2))),
        ]),
    );
}

view! {
    Edits => <Div>
        <Button id=go/>
        <Graph id=chart/>
        <Ul id=rows/>
        <NumberInput id=total/>
        <MultiDropdown id=regions options=["North", "South"]/>
        <Store<Vec<String>> id=names/>
    </Div>
}

#[callback(
    output(Edits::chart.figure, Edits::rows.children, Edits::total.value, Edits::regions.value),
    input(Edits::go.n_clicks)
)]
fn edit(
    clicks: u64,
) -> (Patch<Figure>, Update<Patch<Node>>, Update<Patch<Option<f64>>>, Patch<Vec<String>>) {
    (
        Patch::new().trace(0).at("x").append(clicks),
        Update::Set(Patch::new().append(Li::new().children("row"))),
        Update::Skip,
        Patch::new().append("South"),
    )
}

app! { static APP = { layout: Edits, callbacks: [edit] } }

#[tokio::test]
async fn a_callback_answers_with_patches() {
    let router = serve(&APP).config(config()).into_router().expect("starts");
    let output = "..chart.figure...rows.children...total.value...regions.value..";
    let request = call(output, &[("go.n_clicks", json!(3))], &[]);
    let reply = post(&router, request.to_string()).await.json();
    let append = |place: Value, item: Value| wire(&[("Append", place, json!({"value": item}))]);
    let row = json!({
        "type": "Li", "namespace": "dash_html_components", "props": {"children": "row"},
    });
    let expected = json!({
        "chart": {"figure": append(json!(["data", 0, "x"]), json!(3))},
        "rows": {"children": append(json!([]), row)},
        "regions": {"value": append(json!([]), json!("South"))},
    });
    assert_eq!(reply, json!({"multi": true, "response": expected}));
}
