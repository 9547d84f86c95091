//! The sum of five numbers of clicks, by hand.
use axum::{Json, routing::post};
use bare::{Answer, Request};

async fn update(Json(Request { inputs: [input] }): Json<Request<Vec<u64>>>) -> Json<Answer<u64>> {
    let value = input.value.unwrap_or_default();
    Json(Answer { multi: true, response: value.iter().sum() })
}

const PAGE: &str = include_str!("../../pages/groups.html");

#[tokio::main]
async fn main() -> std::io::Result<()> {
    bare::serve(PAGE, post(update)).await
}
