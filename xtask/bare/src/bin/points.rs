//! The callback of the example `points`, as an axum handler written by hand.
use axum::{Json, routing::post};
use bare::{Answer, Column, Graph, Request};
use plotly::Layout;
use serde::Serialize;

#[derive(Serialize)]
struct Response {
    spiral: Graph<Figure>,
}

#[derive(Serialize)]
struct Figure {
    data: [Trace; 1],
    layout: Layout,
}

#[derive(Serialize)]
#[serde(tag = "type", rename = "scattergl")]
struct Trace {
    mode: &'static str,
    x: Column,
    y: Column,
}

fn spiral(point: u32, shift: f64) -> (f64, f64) {
    let radius = f64::from(point) / 100_000.0;
    let angle = 40.0 * radius + shift;
    (radius * angle.cos(), radius * angle.sin())
}

async fn update(Json(Request { inputs: [turns] }): Json<Request<f64>>) -> Json<Answer<Response>> {
    let shift = turns.value.unwrap_or_default() / 10.0;
    let (x, y): (Vec<_>, Vec<_>) = (0..100_000).map(|point| spiral(point, shift)).unzip();
    let trace = Trace { mode: "markers", x: Column::new(&x), y: Column::new(&y) };
    let layout = Layout::new().title("A spiral");
    let figure = Figure { data: [trace], layout };
    Json(Answer { multi: true, response: Response { spiral: Graph { figure } } })
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    bare::serve("", post(update)).await
}
