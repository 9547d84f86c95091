//! A chart that follows a price: a callback that returns a stream, paused and taken up again by a button.
//!
//! Run it with `cargo run --example stream`.
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use dash::prelude::*;
use serde_json::json;
use tokio::time::interval;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::IntervalStream;

/// Milliseconds between two prices.
const TICK: u64 = 250;

/// How much of the past a chart starts with.
const HISTORY: u64 = 60;

view! {
    /// A price as it changes.
    pub Ticker => <Div>
        <H1>"Wheat, as it is traded"</H1>
        <P>
            <Strong id=price>"–"</Strong>
            " "
            <Span id=state/>
        </P>
        <Button id=toggle/>
        <Graph id=chart figure={Figure::default()}/>
    </Div>
}

/// An even number of clicks, and the price is followed.
fn is_paused(clicks: u64) -> bool {
    clicks % 2 == 1
}

#[callback(output(Ticker::toggle.children, Ticker::state.children), input(Ticker::toggle.n_clicks))]
fn say(clicks: u64) -> (&'static str, &'static str) {
    if is_paused(clicks) { ("Resume", "paused") } else { ("Pause", "live") }
}

/// The past at once, then a point at each tick. A click ends the stream: the newer call takes its place.
#[callback(output(Ticker::chart.figure, Ticker::price.children), input(Ticker::toggle.n_clicks))]
fn follow(clicks: u64) -> Result<impl Stream<Item = (Patch<Figure>, String)>, PreventUpdate> {
    if is_paused(clicks) {
        return Err(PreventUpdate);
    }
    let mut now = ticks();
    let start = tokio_stream::once((past(now), shown(now)));
    // Counted on, and not asked of the clock again: a busy machine leaves no tick out.
    let ticks = IntervalStream::new(interval(Duration::from_millis(TICK))).skip(1);
    let later = ticks.map(move |_| {
        now += 1;
        let point = Patch::new().trace(0).at("x").append(time(now));
        (point.trace(0).at("y").append(price(now)), shown(now))
    });
    Ok(start.chain(later))
}

/// A whole chart, in place of the one that is there.
fn past(now: u64) -> Patch<Figure> {
    let span: Vec<u64> = (now.saturating_sub(HISTORY)..=now).collect();
    let times: Vec<u64> = span.iter().map(|&tick| time(tick)).collect();
    let prices: Vec<f64> = span.iter().map(|&tick| price(tick)).collect();
    let line = json!({"type": "scatter", "mode": "lines", "x": times, "y": prices});
    let layout = json!({"xaxis": {"type": "date"}, "yaxis": {"title": {"text": "€ a tonne"}}});
    Patch::new().at("data").assign([line]).at("layout").assign(layout)
}

fn shown(tick: u64) -> String {
    format!("{:.2} € a tonne", price(tick))
}

/// Ticks since 1970: all pages see the same price.
fn ticks() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX) / TICK
}

/// In milliseconds since 1970, as charts read dates.
fn time(tick: u64) -> u64 {
    tick * TICK
}

/// A few waves that never meet again.
fn price(tick: u64) -> f64 {
    let wave = |period: f64, height: f64| (tick as f64 / period).sin() * height;
    220.0 + wave(7.0, 1.5) + wave(31.0, 4.0) + wave(193.0, 9.0)
}

app! { static APP = { layout: Ticker, callbacks: [say, follow] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}

#[cfg(test)]
mod tests {
    use dash::testing::{Result, TestApp};

    use super::{APP, HISTORY, Ticker};

    /// How many points the chart has.
    fn points(app: &TestApp) -> Result<usize> {
        let figure = app.json(Ticker::chart.figure)?;
        Ok(figure["data"][0]["y"].as_array().map_or(0, Vec::len))
    }

    #[tokio::test]
    async fn the_price_is_followed_until_it_is_paused() -> Result {
        let mut app = TestApp::new(&APP).start().await?;
        let past = usize::try_from(HISTORY)? + 1;
        assert!(points(&app)? >= past);
        app.until_changed(Ticker::price.children).await?;
        assert!(points(&app)? > past);

        app.click(Ticker::toggle).await?;
        assert_eq!(app.get(Ticker::state.children)?, "paused");
        app.click(Ticker::toggle).await?;
        assert_eq!(app.get(Ticker::state.children)?, "live");
        app.until_changed(Ticker::price.children).await?;
        Ok(())
    }
}
