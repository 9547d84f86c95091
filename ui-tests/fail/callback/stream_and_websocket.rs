//! words of an attribute agree: websocket, and a stream
use std::pin::Pin;
use std::task::{Context as Task, Poll};

use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Graph id=chart/>
        <P id=note/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), websocket, unlisted)]
//~ websocket
fn update(region: Option<String>) -> impl Stream<Item = Figure> {
    let _ = region;
    Feed
}

struct Feed;

impl Stream for Feed {
    type Item = Figure;

    fn poll_next(self: Pin<&mut Self>, _: &mut Task<'_>) -> Poll<Option<Figure>> {
        Poll::Ready(None)
    }
}

fn main() {}
