//! 1,000 texts, and 100 inputs that each drive ten of them.
use dash::prelude::*;

include!(concat!(env!("OUT_DIR"), "/wide.rs"));

type Texts = (String, String, String, String, String, String, String, String, String, String);

fn texts(value: Option<String>) -> Texts {
    let value = value.unwrap_or_default();
    let text = |place: u32| format!("{value} {place}");
    (text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7), text(8), text(9))
}

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
