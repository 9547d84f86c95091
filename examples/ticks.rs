//! The time, once a second, as a stream: what `cargo xtask bench streams` opens many of.
//!
//! Run it with `cargo run --example ticks`.
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use dash::prelude::*;
use tokio::time::interval;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::IntervalStream;

view! {
    /// Microseconds since 1970.
    pub Ticks => <Div>
        <Button id=restart>"Restart"</Button>
        <P id=now/>
    </Div>
}

#[callback(output(Ticks::now.children), input(Ticks::restart.n_clicks))]
fn tick(_clicks: u64) -> impl Stream<Item = u64> {
    IntervalStream::new(interval(Duration::from_secs(1))).map(|_| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
    })
}

app! { static APP = { layout: Ticks, callbacks: [tick] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
