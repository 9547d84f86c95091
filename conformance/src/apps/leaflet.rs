//! A map of dash-leaflet.

use dash::prelude::*;
use serde_json::{Value, json};

use super::text;
use crate::suites::leaflet as dl;

/// A tile of one pixel, so that the map asks nobody.
const TILE: &str = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

fn features() -> Value {
    let square = json!([[[10, 40], [20, 40], [20, 50], [10, 50], [10, 40]]]);
    let square = json!({"type": "Polygon", "coordinates": square});
    json!({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "square"}, "geometry": square},
    ]})
}

view! {
    Chart => <Div>
        <dl::MapContainer id=map center={[45, 5]} zoom=4 zoom_animation=false style="width: 600px; height: 400px">
            <dl::LayersControl id=layers collapsed=false>
                <dl::BaseLayer name="Plain" checked><dl::TileLayer url={TILE}/></dl::BaseLayer>
                <dl::BaseLayer name="Dark"><dl::TileLayer url={TILE}/></dl::BaseLayer>
                <dl::Overlay name="Shops" checked><dl::LayerGroup id=shops/></dl::Overlay>
            </dl::LayersControl>
            <dl::Marker id=marker position={[45, 0]} title="home">
                <dl::Popup>"Popup of home"</dl::Popup>
            </dl::Marker>
            <dl::GeoJSON id=shapes data={features()}/>
        </dl::MapContainer>
        <html::Button id=add>"Add a shop"</html::Button>
        <html::Button id=fly>"Zoom out"</html::Button>
        <P id=zoom/>
        <P id=clicked/>
        <P id=marked/>
        <P id=shape/>
        <P id=base/>
        <P id=overlays/>
    </Div>
}

#[callback(output(Chart::shops.children), input(Chart::add.n_clicks))]
fn add(clicks: u64) -> Node {
    let shop = |n: u64| {
        dl::Marker::new().position([40, 4 * i64::try_from(n).unwrap_or(0)]).title("shop").build()
    };
    Node::many((0..clicks).map(shop))
}

#[callback(output(Chart::map.viewport), input(Chart::fly.n_clicks), prevent_initial_call)]
fn fly(_clicks: u64) -> Value {
    json!({"center": [45, 5], "zoom": 2, "transition": "setView"})
}

#[callback(output(Chart::zoom.children), input(Chart::map.zoom))]
fn zoom(zoom: Option<f64>) -> String {
    format!("zoom {}", zoom.unwrap_or_default())
}

#[callback(output(Chart::clicked.children), input(Chart::map.n_clicks))]
fn click(clicks: u64) -> String {
    format!("map {clicks}")
}

#[callback(output(Chart::marked.children), input(Chart::marker.n_clicks))]
fn mark(clicks: u64) -> String {
    format!("marker {clicks}")
}

#[callback(output(Chart::shape.children), input(Chart::shapes.click_data))]
fn shape(Json(feature): Json<Value>) -> String {
    format!("shape {}", text(&feature["properties"], "name"))
}

#[callback(
    output(Chart::base.children, Chart::overlays.children),
    input(Chart::layers.base_layer, Chart::layers.overlays)
)]
fn layers(base: Option<String>, overlays: Vec<String>) -> (String, String) {
    (format!("base {}", base.unwrap_or("-".to_owned())), format!("overlays {}", overlays.join("+")))
}

app! {
    pub(crate) static APP = {
        layout: Chart,
        callbacks: [add, fly, zoom, click, mark, shape, layers],
    }
}
