//! The generated suites from outside: the JSON that components become.
use dash_components::dcc::{
    DisplayModeBar, Dropdown, Graph, GraphConfig, GraphEdits, Input, InputType, Interval, Link,
    MultiDropdown, NumberInput, RangeSlider, Slider, Store,
};
use dash_components::html::{Div, H1, Td};
use dash_components::{Component, IntoNode};

/// The component's JSON: its type and suite, and the props in the order in which they were set.
#[track_caller]
fn check<K>(component: impl IntoNode<K>, kind: &str, props: &str) {
    let (suite, kind) = kind.split_once('.').unwrap();
    let namespace = if suite == "dcc" { "dash_core_components" } else { "dash_html_components" };
    let expected = format!(r#"{{"props":{props},"type":"{kind}","namespace":"{namespace}"}}"#);
    assert_eq!(serde_json::to_string(&component.into_node()).unwrap(), expected);
}

#[test]
fn only_given_props_are_sent_by_dashs_names() {
    check(Div::new(), "html.Div", "{}");
    check(
        Div::new().class_name("page").n_clicks(0),
        "html.Div",
        r#"{"className":"page","n_clicks":0}"#,
    );
    check(Div::new().tab_index(-1).hidden(true), "html.Div", r#"{"tabIndex":-1,"hidden":true}"#);
    check(
        Td::new().col_span("2").draggable(true),
        "html.Td",
        r#"{"colSpan":"2","draggable":"true"}"#,
    );
    check(
        Div::new().attr("data-x", "1").attr("aria-label", None::<String>),
        "html.Div",
        r#"{"data-x":"1","aria-label":null}"#,
    );
}

#[test]
fn the_last_value_of_a_prop_wins() {
    check(Div::new().id("a").title("t").id("b"), "html.Div", r#"{"id":"b","title":"t"}"#);
}

#[test]
fn children_are_any_number_of_things() {
    check(Div::new().children("text"), "html.Div", r#"{"children":"text"}"#);
    check(Div::new().children([1, 2]), "html.Div", r#"{"children":[1,2]}"#);
    check(Div::new().children(Some("a")), "html.Div", r#"{"children":["a"]}"#);
    let heading =
        r#"{"props":{"children":"Sales"},"type":"H1","namespace":"dash_html_components"}"#;
    check(
        Div::new().children(H1::new().children("Sales")),
        "html.Div",
        &format!(r#"{{"children":{heading}}}"#),
    );
    let nested = vec![vec![H1::new().children("Sales")], vec![]];
    check(Div::new().children(nested), "html.Div", &format!(r#"{{"children":[{heading}]}}"#));
}

#[test]
fn variants_are_the_dash_component_with_a_prop_of_their_own() {
    let cities = MultiDropdown::new().options(["a", "b"]).value(["a"]);
    check(cities, "dcc.Dropdown", r#"{"multi":true,"options":["a","b"],"value":["a"]}"#);
    check(
        NumberInput::new().value(3).min(0),
        "dcc.Input",
        r#"{"type":"number","value":3,"min":0}"#,
    );
}

#[test]
fn closed_types_take_plain_values() {
    let password = Input::new().r#type(InputType::Password).debounce(0.5);
    check(password, "dcc.Input", r#"{"type":"password","debounce":0.5}"#);
    let marks = Slider::new().max(10.5).marks([(0, "cold"), (10, "hot")]);
    check(marks, "dcc.Slider", r#"{"max":10.5,"marks":{"0":"cold","10":"hot"}}"#);
    check(Slider::new().marks(None), "dcc.Slider", r#"{"marks":null}"#);
    check(RangeSlider::new().value([2, 8]), "dcc.RangeSlider", r#"{"value":[2,8]}"#);
    check(
        Interval::new().interval(500).max_intervals(-1),
        "dcc.Interval",
        r#"{"interval":500,"max_intervals":-1}"#,
    );
    check(Store::of::<Vec<u8>>().data(vec![1_u8]), "dcc.Store", r#"{"data":[1]}"#);
}

#[test]
fn objects_are_set_field_by_field() {
    let config = GraphConfig::new()
        .display_mode_bar(DisplayModeBar::Never)
        .edits(GraphEdits::new().title_text(true))
        .scroll_zoom(true);
    let expected =
        r#"{"config":{"displayModeBar":false,"edits":{"titleText":true},"scrollZoom":true}}"#;
    check(Graph::new().config(config), "dcc.Graph", expected);
    let twice = GraphConfig::new().locale("de").editable(true).locale("fr");
    check(Graph::new().config(twice), "dcc.Graph", r#"{"config":{"editable":true,"locale":"fr"}}"#);
}

#[test]
fn a_required_prop_makes_the_component_buildable() {
    let about = Link::new().title("x").href("/about").children("About");
    check(about, "dcc.Link", r#"{"title":"x","href":"/about","children":"About"}"#);
}

#[test]
fn handles_know_the_wire_names() {
    const REGION: <Dropdown as Component>::Handle = <Dropdown>::__handle("region");
    let dependency = REGION.search_value.dependency();
    assert_eq!((dependency.id, dependency.property), ("region", "search_value"));
    let home: <Link as Component>::Handle = <Link>::__handle("home");
    let dependency = home.class_name.dependency();
    assert_eq!((dependency.field, dependency.property), ("class_name", "className"));
    assert_eq!(Div::__handle("page").hidden.dependency().property, "hidden");
    assert_eq!(<Input>::__handle("in").r#type.dependency().field, "type");
}
