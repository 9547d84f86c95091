//! One step of a chain of five, by hand.
use axum::{Json, routing::post};
use bare::{Answer, Request};
use serde::Serialize;

#[derive(Serialize)]
struct Response {
    text: Props,
}

#[derive(Serialize)]
struct Props {
    children: String,
}

async fn update(Json(Request { inputs: [text] }): Json<Request<String>>) -> Json<Answer<Response>> {
    let children = text.value.unwrap_or_default() + ".";
    Json(Answer { multi: true, response: Response { text: Props { children } } })
}

const PAGE: &str = include_str!("../../pages/chain.html");

#[tokio::main]
async fn main() -> std::io::Result<()> {
    bare::serve(PAGE, post(update)).await
}
