//! The callback of the example `counter`, as an axum handler written by hand.
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

async fn update(Json(Request { inputs: [clicks] }): Json<Request<u64>>) -> Json<Answer<Response>> {
    let children = match clicks.value.unwrap_or_default() {
        0 => "Not clicked yet".to_owned(),
        1 => "Clicked once".to_owned(),
        many => format!("Clicked {many} times"),
    };
    Json(Answer { multi: true, response: Response { text: Props { children } } })
}

const PAGE: &str = include_str!("../../pages/counter.html");

#[tokio::main]
async fn main() -> std::io::Result<()> {
    bare::serve(PAGE, post(update)).await
}
