//! A text for a number of clicks, by hand.
use axum::{Json, routing::post};
use bare::{Answer, Request};

async fn update(Json(Request { inputs: [input] }): Json<Request<u64>>) -> Json<Answer<String>> {
    let value = input.value.unwrap_or_default();
    Json(Answer { multi: true, response: format!("Clicked {value} times") })
}

const PAGE: &str = include_str!("../../pages/components.html");

#[tokio::main]
async fn main() -> std::io::Result<()> {
    bare::serve(PAGE, post(update)).await
}
