//! A network of dash-cytoscape.

use dash::prelude::*;
use serde_json::{Value, json};

use super::text;
use crate::suites::cytoscape::Cytoscape;

fn node(id: &str, x: u32) -> Value {
    json!({"data": {"id": id, "label": id}, "position": {"x": x, "y": 100}})
}

view! {
    Network => <Div>
        <Cytoscape
            id=net
            elements={json!([
                node("a", 100),
                node("b", 300),
                {"data": {"id": "ab", "source": "a", "target": "b"}},
            ])}
            layout={json!({"name": "preset", "fit": false})}
            style="width: 500px; height: 300px"
        />
        <html::Button id=add>"Add a node"</html::Button>
        <html::Button id=near>"Zoom in"</html::Button>
        <P id=tapped/>
        <P id=edge/>
        <P id=hovered/>
        <P id=picked/>
        <P id=count/>
    </Div>
}

#[callback(
    output(Network::net.elements, Network::count.children),
    input(Network::add.n_clicks),
    state(Network::net.elements),
    prevent_initial_call
)]
fn add(_clicks: u64, Json(mut elements): Json<Vec<Value>>) -> (Vec<Value>, String) {
    elements.push(node("c", 450));
    let count = format!("{} elements", elements.len());
    (elements, count)
}

#[callback(output(Network::net.zoom), input(Network::near.n_clicks), prevent_initial_call)]
fn near(_clicks: u64) -> f64 {
    0.5
}

#[callback(output(Network::tapped.children), input(Network::net.tap_node_data))]
fn tap(Json(data): Json<Value>) -> String {
    format!("node {}", text(&data, "id"))
}

#[callback(output(Network::edge.children), input(Network::net.tap_edge_data))]
fn tap_edge(Json(data): Json<Value>) -> String {
    format!("edge {}", text(&data, "id"))
}

#[callback(output(Network::hovered.children), input(Network::net.mouseover_node_data))]
fn hover(Json(data): Json<Value>) -> String {
    format!("over {}", text(&data, "id"))
}

#[callback(output(Network::picked.children), input(Network::net.selected_node_data))]
fn pick(Json(nodes): Json<Option<Vec<Value>>>) -> String {
    let mut ids: Vec<String> = nodes.iter().flatten().map(|node| text(node, "id")).collect();
    ids.sort();
    format!("picked {}", ids.join("+"))
}

app! {
    pub(crate) static APP = {
        layout: Network,
        callbacks: [add, near, tap, tap_edge, hover, pick],
    }
}
