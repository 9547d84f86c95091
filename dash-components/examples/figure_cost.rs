//! What writing a figure of 2 × 100,000 values costs, with typed arrays and as plain lists.
use std::time::Instant;

use dash_components::{Figure, PropValue};
use serde::Serialize;

#[derive(Serialize)]
struct Trace {
    r#type: &'static str,
    x: Vec<f64>,
    y: Vec<f64>,
}

fn main() {
    let x: Vec<f64> = (0..100_000).map(|i| f64::from(i) / 10.0).collect();
    let y = x.iter().map(|x| (x / 500.0).sin()).collect();
    let trace = Trace { r#type: "scattergl", x, y };
    let layout = serde_json::Map::new();
    let typed = median(51, || Figure::new(&[&trace], &layout));
    let plain = median(51, || PropValue::json(&[&trace]));
    println!("typed arrays: {typed:.2} ms, plain lists: {plain:.2} ms (medians of 51)");
}

/// The median time in milliseconds.
fn median<T>(runs: usize, work: impl Fn() -> T) -> f64 {
    let once = || {
        let start = Instant::now();
        let made = std::hint::black_box(work());
        let time = start.elapsed();
        drop(made);
        time.as_secs_f64() * 1e3
    };
    let mut times: Vec<f64> = (0..runs).map(|_| once()).collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}
