//! 2,000 components and 200 callbacks.
use dash::prelude::*;

include!(concat!(env!("OUT_DIR"), "/components.rs"));

fn text(clicks: u64) -> String {
    format!("Clicked {clicks} times")
}

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
