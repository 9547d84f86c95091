//! The generated suites from outside: the JSON that components become.
use dash_components::dcc::{
    DisplayModeBar, Dropdown, Graph, GraphConfig, Input, InputType, Interval, Link, MultiDropdown,
    NumberInput, RangeSlider, Slider, Store,
};
use dash_components::html::{Div, H1, Td};
use dash_components::{Component, Node};
use serde_json::json;

#[track_caller]
fn check(node: Node, expected: serde_json::Value) {
    assert_eq!(serde_json::to_value(node).unwrap(), expected);
}

fn dcc(kind: &str, props: serde_json::Value) -> serde_json::Value {
    json!({"props": props, "type": kind, "namespace": "dash_core_components"})
}

fn html(kind: &str, props: serde_json::Value) -> serde_json::Value {
    json!({"props": props, "type": kind, "namespace": "dash_html_components"})
}

#[test]
fn only_given_props_are_sent_by_dashs_names() {
    check(Div::new().build(), html("Div", json!({})));
    check(
        Div::new().class_name("page").n_clicks(0).tab_index(-1).hidden(true).build(),
        html("Div", json!({"className": "page", "n_clicks": 0, "tabIndex": -1, "hidden": true})),
    );
    check(
        Td::new().col_span("2").draggable(true).build(),
        html("Td", json!({"colSpan": "2", "draggable": "true"})),
    );
}

#[test]
fn children_of_many_kinds_become_one_flat_list() {
    check(
        Div::new()
            .children(vec![H1::new().children("Sales").build(), ().into_child(), 3.into_child()])
            .build(),
        html("Div", json!({"children": [html("H1", json!({"children": "Sales"})), 3]})),
    );
}

trait IntoChild {
    fn into_child(self) -> Node;
}

impl IntoChild for () {
    fn into_child(self) -> Node {
        Node::Empty
    }
}

impl IntoChild for i32 {
    fn into_child(self) -> Node {
        Node::Value(self.into())
    }
}

#[test]
fn variants_are_the_dash_component_with_a_prop_of_their_own() {
    check(
        MultiDropdown::new().options(["a", "b"]).value(["a"]).build(),
        dcc("Dropdown", json!({"multi": true, "options": ["a", "b"], "value": ["a"]})),
    );
    check(
        NumberInput::new().value(3).min(0).build(),
        dcc("Input", json!({"type": "number", "value": 3, "min": 0})),
    );
}

#[test]
fn closed_types_take_plain_values() {
    check(
        Input::new().r#type(InputType::Password).debounce(0.5).build(),
        dcc("Input", json!({"type": "password", "debounce": 0.5})),
    );
    check(
        Slider::new().min(0).max(10.5).marks([(0, "cold"), (10, "hot")]).build(),
        dcc("Slider", json!({"min": 0, "max": 10.5, "marks": {"0": "cold", "10": "hot"}})),
    );
    check(Slider::new().marks(None).build(), dcc("Slider", json!({"marks": null})));
    check(RangeSlider::new().value([2, 8]).build(), dcc("RangeSlider", json!({"value": [2, 8]})));
    let config = GraphConfig::new().scroll_zoom(true).display_mode_bar(DisplayModeBar::Never);
    check(
        Graph::new().id("chart").config(config).build(),
        dcc(
            "Graph",
            json!({"id": "chart", "config": {"scrollZoom": true, "displayModeBar": false}}),
        ),
    );
    check(
        Interval::new().interval(500).max_intervals(-1).build(),
        dcc("Interval", json!({"interval": 500, "max_intervals": -1})),
    );
    check(Store::of::<Vec<u8>>().data(vec![1_u8]).build(), dcc("Store", json!({"data": [1]})));
}

#[test]
fn a_required_prop_makes_the_component_buildable() {
    check(
        Link::new().title("x").href("/about").children("About").build(),
        dcc("Link", json!({"title": "x", "href": "/about", "children": "About"})),
    );
}

#[test]
fn handles_know_the_wire_names() {
    const HANDLE: <Dropdown as Component>::Handle = <Dropdown>::__handle("region");
    let dependency = HANDLE.search_value.dependency();
    assert_eq!((dependency.id, dependency.property), ("region", "search_value"));
    let link: <Link as Component>::Handle = <Link>::__handle("home");
    assert_eq!(link.class_name.dependency().property, "className");
}
