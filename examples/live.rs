//! A long computation that shows how far it is: what it sets is on the page while it runs.
//!
//! Run it with `cargo run --example live`.
use std::f64::consts::PI;

use dash::prelude::*;
use serde_json::json;

const ROUNDS: u64 = 40;
const DARTS_A_ROUND: u64 = 250_000;

view! {
    /// An estimate of π, and how it came about.
    pub Darts => <Div>
        <H1>"π by throwing darts"</H1>
        <P>"Of all darts that hit a square, a part of π/4 hits the circle in it."</P>
        <Button id=throw>"Throw 10 million darts"</Button>
        " "
        <Progress id=progress max={ROUNDS.to_string()} value="0"/>
        <P id=estimate>"No dart is thrown yet"</P>
        <Graph id=chart figure={no_rounds()}/>
    </Div>
}

fn no_rounds() -> Figure {
    let rounds: [u64; 0] = [];
    let line = json!({"type": "scatter", "mode": "lines+markers", "x": rounds, "y": rounds});
    let pi = json!({"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": PI, "y1": PI, "line": {"dash": "dot"}});
    let layout = json!({
        "xaxis": {"title": {"text": "rounds of 250,000 darts"}, "range": [0, ROUNDS + 1]},
        "yaxis": {"title": {"text": "estimate of π"}, "range": [PI - 0.006, PI + 0.006]},
        "shapes": [pi],
    });
    Figure::new(&[line], &layout)
}

/// Throws, and adds a point to the chart after each round.
#[callback(
    output(Darts::estimate.children),
    input(Darts::throw.n_clicks),
    running(Darts::throw.disabled, true, false),
    prevent_initial_call,
    blocking,
    websocket
)]
fn throw(clicks: u64, context: Context) -> String {
    context.set_props(Darts::chart.figure, no_rounds());
    let mut seed = clicks;
    let (mut hits, mut estimate) = (0, 0.0);
    for round in 1..=ROUNDS {
        hits += (0..DARTS_A_ROUND).filter(|_| hits_circle(&mut seed)).count();
        estimate = 4.0 * hits as f64 / (round * DARTS_A_ROUND) as f64;
        let point = Patch::new().trace(0).at("x").append(round).trace(0).at("y").append(estimate);
        context.set_props(Darts::chart.figure, point);
        context.set_props(Darts::progress.value, round.to_string());
        context.set_props(Darts::estimate.children, format!("So far π is about {estimate:.4}"));
    }
    format!("π is about {estimate:.4}")
}

/// Throws one dart, by the random numbers of the method `SplitMix64`.
fn hits_circle(seed: &mut u64) -> bool {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut bits = *seed;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let [x, y] = [bits >> 32, bits & 0xffff_ffff].map(|half| half as f64 / 4_294_967_296.0);
    x * x + y * y < 1.0
}

app! { static APP = { layout: Darts, callbacks: [throw] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
