//! The callback of the example `sales`, as an axum handler written by hand.
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::{Json, routing::post};
use bare::{Answer, Graph, Request};
use plotly::layout::Axis;
use plotly::{Bar, Layout, Traces};

#[derive(serde::Deserialize)]
struct Sale {
    region: String,
    month: String,
    revenue: f64,
}

#[derive(serde::Serialize)]
struct Response {
    chart: Graph<Figure>,
}

#[derive(serde::Serialize)]
struct Figure {
    data: Traces,
    layout: Layout,
}

fn update(Request { inputs: [region] }: &Request<String>, sales: &[Sale]) -> Answer<Response> {
    let region = region.value.as_deref();
    let mut by_month = BTreeMap::new();
    for sale in sales.iter().filter(|sale| Some(&*sale.region) == region) {
        *by_month.entry(&*sale.month).or_insert(0.0) += sale.revenue;
    }
    let (months, revenue) = by_month.into_iter().map(|(m, sum)| (m.to_owned(), sum)).unzip();
    let title = region.unwrap_or("Choose a region");
    let mut data = Traces::new();
    data.push(Bar::new(months, revenue));
    let layout = Layout::new().title(title).y_axis(Axis::new().title("Revenue"));
    Answer { multi: true, response: Response { chart: Graph { figure: Figure { data, layout } } } }
}

const PAGE: &str = include_str!("../../pages/sales.html");

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = include_bytes!("../../../../examples/data/sales.csv");
    let mut reader = csv::Reader::from_reader(file.as_slice());
    let sales: Arc<[Sale]> = reader.deserialize().collect::<Result<_, _>>()?;
    let handle = async move |Json(request): Json<_>| Json(update(&request, &sales));
    Ok(bare::serve(PAGE, post(handle)).await?)
}
