//! A figure of 100,000 points: numeric columns travel as typed arrays.
//!
//! Run it with `cargo run --example points`.
use dash::prelude::*;
use plotly::common::Mode;
use plotly::{Layout, Plot, Scatter};

const POINTS: u32 = 100_000;

view! {
    /// A button that turns the spiral, and the spiral.
    pub Points => <Div>
        <H1>"100,000 points"</H1>
        <Button id=turn>"Turn"</Button>
        <Graph id=spiral/>
    </Div>
}

#[callback(output(Points::spiral.figure), input(Points::turn.n_clicks))]
fn draw(turns: u64) -> Figure {
    let shift = turns as f64 / 10.0;
    let (x, y) = (0..POINTS).map(|point| spiral(point, shift)).unzip();
    let mut plot = Plot::new();
    plot.add_trace(Scatter::new(x, y).mode(Mode::Markers).web_gl_mode(true));
    plot.set_layout(Layout::new().title("A spiral"));
    plot.into()
}

fn spiral(point: u32, shift: f64) -> (f64, f64) {
    let radius = f64::from(point) / f64::from(POINTS);
    let angle = 40.0 * radius + shift;
    (radius * angle.cos(), radius * angle.sin())
}

app! { static APP = { layout: Points, callbacks: [draw] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
