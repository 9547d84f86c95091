//! A suite made by others, typed by `cargo xtask codegen` in this crate as in a user's.

#[path = "fixtures/suite/odd_parts.rs"]
mod odd;

use dash::prelude::*;
use serde_json::{Value, json};

#[track_caller]
fn check(part: Node, kind: &str, props: Value) {
    let json = serde_json::to_value(&part).unwrap();
    assert_eq!(json, json!({"namespace": "odd_parts", "type": kind, "props": props}));
}

#[test]
fn props_have_the_names_and_values_of_the_wire() {
    let part = odd::Box::new()
        .children(["a", "b"])
        .id("part")
        .r#type("plain")
        .build_("slow")
        .class_name("wide")
        .style("max-width: 1rem")
        .size(odd::BoxSize::MozFit)
        .open(true)
        .n_clicks(2)
        .limit(3)
        .attr("data-row", "1");
    let props = json!({
        "children": ["a", "b"], "id": "part", "type": "plain", "build": "slow",
        "class_name": "wide", "style": {"maxWidth": "1rem"}, "size": "-moz-fit", "open": true,
        "n_clicks": 2, "limit": 3, "data-row": "1",
    });
    check(part.build(), "Box", props);
}

#[test]
fn what_the_schema_leaves_open_takes_any_json() {
    #[derive(serde::Serialize)]
    struct Entry {
        value: &'static str,
        label: Node,
    }
    let label = H1::new().children("A").build();
    let part = odd::Option::new().data([Entry { value: "a", label }]).width("3rem");
    let heading =
        json!({"namespace": "dash_html_components", "type": "H1", "props": {"children": "A"}});
    let props = json!({"data": [{"value": "a", "label": heading}], "width": "3rem"});
    check(part.build(), "Option", props);
}

#[test]
fn words_are_values_of_enums() {
    use odd::{OptionSize, Tone};
    let part = odd::Option::new().data(json!([])).sizes([OptionSize::Thin, OptionSize::Wide]);
    let part = part.size(OptionSize::Wide).tone(Tone::False);
    let props = json!({"data": [], "sizes": ["thin", "wide"], "size": "wide", "tone": false});
    check(part.build(), "Option", props);
}

view! {
    Parts => <odd::Box id=part open type="plain" data-row="1">
        <odd::Panel id=panel label="Ends" tabs={json!([{"title": "A"}])}/>
    </odd::Box>
}

#[callback(
    output(Parts::panel.label, Parts::panel.tabs),
    input(Parts::part.n_clicks),
    state(Parts::part.open, Parts::panel.tabs, Parts::part.size)
)]
fn count(
    clicks: u64,
    open: bool,
    Json(tabs): Json<Vec<Value>>,
    size: Option<odd::BoxSize>,
) -> (String, Vec<Value>) {
    (format!("{clicks} {open} {size:?}"), tabs.into_iter().rev().collect())
}

app! { static APP = { layout: Parts, callbacks: [count] } }

#[test]
fn parts_are_wired_like_own_components() {
    let node = Parts::new().build().into_node();
    let json = serde_json::to_value(node).unwrap();
    assert_eq!(json["props"]["open"], true);
    assert_eq!(json["props"]["children"]["props"]["tabs"], json!([{"title": "A"}]));
    let wires = APP.graph().to_json();
    assert!(wires.contains("part.n_clicks"), "{wires}");
    let (text, tabs) = count(3, true, Json(vec![json!(1), json!(2)]), Some(odd::BoxSize::Sm));
    assert_eq!(text, "3 true Some(Sm)");
    assert_eq!(tabs, [json!(2), json!(1)]);
}

#[test]
fn the_server_is_told_what_belongs_to_the_suite() {
    let dash::SuiteDef { package, version, scripts, children_props, .. } = odd::SUITE;
    assert_eq!((package, version, scripts), ("odd_parts", "1.2.0", &["js/odd.min.js"][..]));
    assert_eq!(children_props, [("Panel", &["label", "tabs[].title"][..])]);
}
