//! Ten texts for one input, by hand.
use axum::{Json, routing::post};
use bare::{Answer, Request};

async fn update(
    Json(Request { inputs: [input] }): Json<Request<String>>,
) -> Json<Answer<[String; 10]>> {
    let value = input.value.unwrap_or_default();
    Json(Answer { multi: true, response: std::array::from_fn(|place| format!("{value} {place}")) })
}

const PAGE: &str = include_str!("../../pages/wide.html");

#[tokio::main]
async fn main() -> std::io::Result<()> {
    bare::serve(PAGE, post(update)).await
}
